"""The method of a case: choosing it, ending it, and writing down what it asks to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Casusmethode, Methodenotitie, Tafel
from vhdesk.queries.methodevraag import Meetlijst, Methodevraag, lees_methodevraag
from vhdesk.queries.referentie import METHODEN
from vhdesk.services.casus import Moment, check_terug, check_text, check_waarde
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.methoderegel import huidige_methode, methode_waarde, vraag_van
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_methode import Methodenotitiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodeKiezen(Command):
    """Say by which method of the list ``methoden`` the case is worked from now on; None: by none. The one before ends
    at this moment and stays in the history."""

    casus_id: str
    methode_code: str | None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodeGewijzigd(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodeTerugnemen(Command):
    """Undo: the method of now was never chosen, and the period before it (``vorige_id``) runs on."""

    casus_id: str
    vorige_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Methodeperiode:
    """A period as it was."""

    id: str
    methode_code: str
    reden: str
    van: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodeHerstellen(Command):
    """Undo of taking back: the period that ran on ends where it ended, and the one after it holds again."""

    casus_id: str
    periode: Methodeperiode | None = None
    vorige_id: str | None = None
    vorige_tot: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One part of the list of the method, with a value of its scale."""

    onderdeel: str
    waarde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodenotitieVastleggen(Command):
    """Write down what is known (KENNIS: ``tekst``), how the risk was scored, or which conditions are arranged
    (``scores``, whole: what is not in it is not filled in). ``tijdstip`` None: now."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    soort: Methodenotitiesoort
    tekst: str = ""
    scores: tuple[Score, ...] = ()
    tijdstip: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodenotitieVastgelegd(Event):
    casus_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodenotitieWeghalen(Command):
    """Take out a note that was a slip or is not right; the journaal keeps that it was there."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    methodenotitie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noteur:
    """Who wrote a note: the user (technical id) and the name."""

    gebruiker: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodenotitieTerugzetten(Command):
    """Undo of taking out: the note stands again, under who wrote it."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    methodenotitie_id: str
    methode_code: str
    soort: Methodenotitiesoort
    tekst: str
    scores: tuple[Score, ...]
    tijdstip: Moment
    door: Noteur


# --- which method


def kiezen(work: UnitOfWork, command: MethodeKiezen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    reden = check_text(command.reden, "reden").strip()
    huidig = huidige_methode(work, casus.id)
    if command.methode_code is None and huidig is None:
        raise RuleViolation("casus_zonder_methode", field="methode_code", nummer=casus.nummer)
    if huidig is not None and command.methode_code == huidig.methode_code:
        raise RuleViolation("methode_al_gekozen", field="methode_code", nummer=casus.nummer)
    if command.methode_code is not None:
        _check_methode(work, casus, command.methode_code)
    if huidig is not None:
        _beeindig(work, huidig, work.clock.now())
    if command.methode_code is not None:
        work.add(
            Casusmethode(
                casus_id=casus.id, methode_code=command.methode_code, reden=reden, van=work.clock.now()
            )
        )
    inverse = MethodeTerugnemen(casus_id=casus.id, vorige_id=huidig.id if huidig else None)
    return _uitkomst(casus, inverse)


def _check_methode(work: UnitOfWork, casus: Casus, code: str) -> None:
    """Raise RuleViolation unless the method can be chosen, at the table that has the case."""
    if not check_waarde(work, METHODEN, code) or methode_waarde(work, code) is None:
        raise RuleViolation("methode_onbekend", field="methode_code")
    _vereis_regime(
        work, code, work.session.get(Tafel, casus.tafel_id) if casus.tafel_id else None, "methode_code"
    )


def vereis_tafel_van_methode(work: UnitOfWork, casus: Casus, tafel: Tafel) -> None:
    """Raise RuleViolation when the case has a method that is only for tables of another law than ``tafel``."""
    huidig = huidige_methode(work, casus.id)
    if huidig is not None:
        _vereis_regime(work, huidig.methode_code, tafel, "naar_tafel_id")


def _vereis_regime(work: UnitOfWork, code: str, tafel: Tafel | None, field: str) -> None:
    waarde = methode_waarde(work, code)
    regime = lees_methodevraag(waarde.kenmerken).regime if waarde is not None else ""
    if regime and (tafel is None or tafel.regime.value != regime):
        raise RuleViolation("methode_ander_regime", field=field, regime=regime)


def _beeindig(work: UnitOfWork, periode: Casusmethode, op: datetime) -> None:
    work.touch(periode)
    periode.beeindigen(op)
    work.session.flush()


def _vorige(work: UnitOfWork, command: MethodeTerugnemen | MethodeHerstellen) -> Casusmethode | None:
    """Return the period before the present one. Raises RuleViolation when it is of another case."""
    if command.vorige_id is None:
        return None
    vorige = work.get(Casusmethode, command.vorige_id)
    if vorige.casus_id != command.casus_id:
        raise RuleViolation("methode_andere_casus", field="vorige_id")
    return vorige


def terugnemen(work: UnitOfWork, command: MethodeTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige = huidige_methode(work, casus.id), _vorige(work, command)
    if huidig is vorige:  # both None, or the one that runs already
        raise RuleViolation("casus_zonder_methode", field="vorige_id", nummer=casus.nummer)
    inverse = MethodeHerstellen(
        casus_id=casus.id,
        periode=_periode(huidig) if huidig else None,
        vorige_id=vorige.id if vorige else None,
        vorige_tot=vorige.tot if vorige else None,
    )
    if huidig is not None:
        work.delete(huidig)
    if vorige is not None:
        vorige.tot = None
    work.session.flush()
    return _uitkomst(casus, inverse)


def _periode(rij: Casusmethode) -> Methodeperiode:
    return Methodeperiode(id=rij.id, methode_code=rij.methode_code, reden=rij.reden, van=rij.van)


def herstellen(work: UnitOfWork, command: MethodeHerstellen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige, periode = huidige_methode(work, casus.id), _vorige(work, command), command.periode
    if huidig is not vorige or (huidig is None and periode is None):
        raise RuleViolation("casus_zonder_methode", field="periode", nummer=casus.nummer)
    if vorige is not None:
        if command.vorige_tot is None or command.vorige_tot < vorige.van:
            raise RuleViolation("rol_periode_onjuist", field="vorige_tot")
        _beeindig(work, vorige, command.vorige_tot)
    if periode is not None:
        if methode_waarde(work, periode.methode_code) is None:
            raise RuleViolation("methode_onbekend", field="periode")
        work.add(
            Casusmethode(
                id=check_terug(work, Casusmethode, periode.id),
                casus_id=casus.id,
                methode_code=periode.methode_code,
                reden=check_text(periode.reden, "reden"),
                van=periode.van,
            )
        )
    inverse = MethodeTerugnemen(casus_id=casus.id, vorige_id=vorige.id if vorige else None)
    return _uitkomst(casus, inverse)


def _uitkomst(casus: Casus, inverse: Command) -> Outcome:
    """The journaal does not say which method: a name like jeugdprostitutie would outlive the destruction of the case."""
    return Outcome(MethodeGewijzigd(id=casus.id), "casus", casus.id, inverse, casus.nummer)


# --- what was written down


def notitie_vastleggen(work: UnitOfWork, command: MethodenotitieVastleggen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig = huidige_methode(work, casus.id)
    if huidig is None:
        raise RuleViolation("casus_zonder_methode", field="soort", nummer=casus.nummer)
    naam, vraag = vraag_van(work, casus.id)
    scores = _check_scores(naam, vraag, command)
    tekst = check_text(command.tekst, "tekst").strip()
    if command.soort is Methodenotitiesoort.KENNIS and not tekst:
        raise RuleViolation("notitie_zonder_tekst", field="tekst")
    tijdstip = command.tijdstip or work.clock.now()
    if tijdstip > work.clock.now():
        raise RuleViolation("notitie_in_toekomst", field="tijdstip")
    notitie = work.add(
        Methodenotitie(
            casus_id=casus.id,
            methode_code=huidig.methode_code,
            soort=command.soort,
            tekst=tekst,
            scores=scores,
            tijdstip=tijdstip,
            actor_id=work.actor.id,
            actor=work.actor.naam,
        )
    )
    return _notitie_uitkomst(casus, notitie, MethodenotitieWeghalen(methodenotitie_id=notitie.id))


def _check_scores(naam: str, vraag: Methodevraag, command: MethodenotitieVastleggen) -> list[list[str]]:
    """Return the scores to keep, each part once. Raises RuleViolation unless the method asks them, in its own words."""
    if command.soort is Methodenotitiesoort.KENNIS:
        return []
    lijst = vraag.meetlijst(command.soort)
    if lijst is None:
        raise RuleViolation("methode_vraagt_dit_niet", field="soort", methode=naam, soort=command.soort.label)
    if not command.scores:
        raise RuleViolation("scores_ontbreken", field="scores")
    gegeven = {score.onderdeel: _check_score(lijst, score) for score in command.scores}
    return [[deel, gegeven[deel]] for deel in lijst.onderdelen if deel in gegeven]


def _check_score(lijst: Meetlijst, score: Score) -> str:
    if score.onderdeel not in lijst.onderdelen or score.waarde not in lijst.schaal:
        raise RuleViolation(
            "score_onbekend", field="scores", onderdeel=score.onderdeel[:80], waarde=score.waarde[:80]
        )
    return score.waarde


def notitie_weghalen(work: UnitOfWork, command: MethodenotitieWeghalen) -> Outcome:
    notitie = work.get(Methodenotitie, command.methodenotitie_id)
    casus = work.get(Casus, notitie.casus_id)
    inverse = MethodenotitieTerugzetten(
        casus_id=casus.id,
        methodenotitie_id=notitie.id,
        methode_code=notitie.methode_code,
        soort=notitie.soort,
        tekst=notitie.tekst,
        scores=tuple(Score(onderdeel=deel, waarde=waarde) for deel, waarde in notitie.scores),
        tijdstip=notitie.tijdstip,
        door=Noteur(gebruiker=notitie.actor_id, naam=notitie.actor),
    )
    uitkomst = _notitie_uitkomst(casus, notitie, inverse)
    work.delete(notitie)
    return uitkomst


def notitie_terugzetten(work: UnitOfWork, command: MethodenotitieTerugzetten) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if methode_waarde(work, command.methode_code) is None:
        raise RuleViolation("methode_onbekend", field="methode_code")
    notitie = work.add(
        Methodenotitie(
            id=check_terug(work, Methodenotitie, command.methodenotitie_id),
            casus_id=casus.id,
            methode_code=command.methode_code,
            soort=command.soort,
            tekst=check_text(command.tekst, "tekst"),
            scores=[
                [check_text(s.onderdeel, "scores"), check_text(s.waarde, "scores")] for s in command.scores
            ],
            tijdstip=command.tijdstip,
            actor_id=check_text(command.door.gebruiker, "door", 32),
            actor=check_text(command.door.naam, "door", 200),
        )
    )
    return _notitie_uitkomst(casus, notitie, MethodenotitieWeghalen(methodenotitie_id=notitie.id))


def _notitie_uitkomst(casus: Casus, notitie: Methodenotitie, inverse: Command) -> Outcome:
    event = MethodenotitieVastgelegd(id=notitie.id, casus_id=casus.id)
    return Outcome(event, "casus", casus.id, inverse, f"{casus.nummer} {notitie.soort.value}")


HANDLERS = {
    MethodeKiezen: kiezen,
    MethodeTerugnemen: terugnemen,
    MethodeHerstellen: herstellen,
    MethodenotitieVastleggen: notitie_vastleggen,
    MethodenotitieWeghalen: notitie_weghalen,
    MethodenotitieTerugzetten: notitie_terugzetten,
}
