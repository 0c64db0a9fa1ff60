"""Acts on actions: record, change, finish, postpone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from msgspec import Meta

from vhdesk.errors import RuleViolation
from vhdesk.models import Actie, Casus, Medewerker, Organisatie, Overleg
from vhdesk.models.casushandeling import Handeling, check_handeling
from vhdesk.models.datum import check_termijn
from vhdesk.services.agenda import vereis_op_agenda
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Actiestatus, Overlegstatus

REEKS = "actie"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieVastleggen(Command):
    """Record an action. Owner and term may follow later; closing the meeting asks for them."""

    casus_id: str
    omschrijving: str
    overleg_id: str | None = None
    organisatie_id: str | None = None
    medewerker_id: str | None = None
    termijn: date | None = None
    conditie: str = ""
    informering: str = ""
    ontstaan_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieVastgelegd(Event):
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieWijzigen(Command):
    """Change an open action: words, owner, term, condition, informing."""

    actie_id: str
    omschrijving: str
    organisatie_id: str | None = None
    medewerker_id: str | None = None
    termijn: date | None = None
    conditie: str = ""
    informering: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieGewijzigd(Event):
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieAfhandelen(Command):
    """Record how an action ended: gedaan, kon niet, niet gedaan or vervallen; the last three with a reason."""

    actie_id: str
    status: Actiestatus
    resultaat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieHeropenen(Command):
    actie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieUitkomstTerugnemen(Command):
    """Undo of finishing or reopening: status, result and day come back as they were."""

    actie_id: str
    status: Actiestatus
    resultaat: str
    afgehandeld_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieVerzetten(Command):
    """Give an open action a new term, with the reason; counted as postponed."""

    actie_id: str
    termijn: date
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieVerzettingTerugnemen(Command):
    """Undo of postponing: the old term and count come back."""

    actie_id: str
    termijn: date | None
    uitgesteld: Annotated[int, Meta(ge=0, le=100_000)]
    resultaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieTerugnemen(Command):
    """Undo of recording: gone from the lists, its number is never used again."""

    actie_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieHerstellen(Command):
    actie_id: str


def _eigenaar(
    work: UnitOfWork, organisatie_id: str | None, medewerker_id: str | None, *, had: str | None = None
) -> tuple[str | None, str | None]:
    """Return (organisation, person) that fit together. Raises RuleViolation when they do not, or the person left;
    ``had``: who has the action now, and may keep it while something else changes."""
    if medewerker_id:
        medewerker = work.get(Medewerker, medewerker_id)
        if not medewerker.actief and medewerker.id != had:
            raise RuleViolation("medewerker_uit_dienst", field="medewerker_id")
        if organisatie_id and organisatie_id != medewerker.organisatie_id:
            raise RuleViolation("medewerker_andere_organisatie", field="medewerker_id")
        return medewerker.organisatie_id, medewerker.id
    if organisatie_id:
        return work.get(Organisatie, organisatie_id).id, None
    return None, None


def _outcome(actie: Actie, inverse: Command | None) -> Outcome:
    return Outcome(
        ActieGewijzigd(id=actie.id, nummer=actie.nummer), "actie", actie.id, inverse, f"A-{actie.nummer}"
    )


def _check_omschrijving(omschrijving: str) -> str:
    """Return the words of an action. Raises RuleViolation when there are none."""
    schoon = check_text(omschrijving, "omschrijving").strip()
    if not schoon:
        raise RuleViolation("actie_zonder_omschrijving", field="omschrijving")
    return schoon


def vastleggen(work: UnitOfWork, command: ActieVastleggen) -> Outcome:
    omschrijving = _check_omschrijving(command.omschrijving)
    casus = work.get(Casus, command.casus_id)
    achteraf = False
    if command.overleg_id is not None:
        overleg = work.get(Overleg, command.overleg_id)
        achteraf = overleg.achteraf
        if overleg.status is Overlegstatus.GEPLAND:
            raise RuleViolation("overleg_niet_aan_de_gang", status=overleg.status.value)
        vereis_op_agenda(
            work, overleg.id, casus
        )  # what was said there is recorded, also of a case that ended since
    else:
        check_handeling(Handeling.ACTIE, casus.status, casus.nummer)
    organisatie_id, medewerker_id = _eigenaar(work, command.organisatie_id, command.medewerker_id)
    ontstaan_op = command.ontstaan_op or work.clock.today()
    check_termijn(command.termijn, ontstaan_op, "termijn")
    actie = work.add(
        Actie(
            nummer=work.next_number(REEKS),
            casus_id=casus.id,
            overleg_id=command.overleg_id,
            omschrijving=omschrijving,
            organisatie_id=organisatie_id,
            medewerker_id=medewerker_id,
            termijn=command.termijn,
            conditie=check_text(command.conditie, "conditie"),
            informering=check_text(command.informering, "informering"),
            ontstaan_op=ontstaan_op,
            achteraf=achteraf,
            created_at=work.clock.now(),
        )
    )
    event = ActieVastgelegd(id=actie.id, nummer=actie.nummer)
    return Outcome(
        event, "actie", actie.id, ActieTerugnemen(actie_id=actie.id), f"A-{actie.nummer} {casus.nummer}"
    )


def wijzigen(work: UnitOfWork, command: ActieWijzigen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    work.expect(actie, command.version)
    omschrijving = _check_omschrijving(command.omschrijving)
    if actie.status is not Actiestatus.OPEN:
        raise RuleViolation("actie_niet_open", nummer=actie.nummer)
    fields = ("omschrijving", "organisatie_id", "medewerker_id", "termijn", "conditie", "informering")
    inverse = ActieWijzigen(actie_id=actie.id, **{field: getattr(actie, field) for field in fields})
    if command.termijn != actie.termijn:
        check_termijn(command.termijn, actie.ontstaan_op, "termijn")
    actie.organisatie_id, actie.medewerker_id = _eigenaar(
        work, command.organisatie_id, command.medewerker_id, had=actie.medewerker_id
    )
    actie.omschrijving = omschrijving
    actie.termijn = command.termijn
    actie.conditie = check_text(command.conditie, "conditie")
    actie.informering = check_text(command.informering, "informering")
    work.session.flush()
    return _outcome(actie, inverse)


def afhandelen(work: UnitOfWork, command: ActieAfhandelen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    if actie.status is not Actiestatus.OPEN:
        raise RuleViolation("actie_niet_open", nummer=actie.nummer)
    inverse = _uitkomst(actie)
    actie.afhandelen(command.status, check_text(command.resultaat, "resultaat"), work.clock.today())
    return _outcome(actie, inverse)


def heropenen(work: UnitOfWork, command: ActieHeropenen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    if actie.status in (Actiestatus.OPEN, Actiestatus.TERUGGENOMEN):
        raise RuleViolation("actie_niet_afgehandeld", nummer=actie.nummer)
    inverse = _uitkomst(actie)
    actie.heropenen()
    return _outcome(actie, inverse)


def _uitkomst(actie: Actie) -> ActieUitkomstTerugnemen:
    """Return the act that gives the action the outcome it has now."""
    return ActieUitkomstTerugnemen(
        actie_id=actie.id,
        status=actie.status,
        resultaat=actie.resultaat,
        afgehandeld_op=actie.afgehandeld_op,
    )


def uitkomst_terugnemen(work: UnitOfWork, command: ActieUitkomstTerugnemen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    if Actiestatus.TERUGGENOMEN in (actie.status, command.status):
        raise RuleViolation("actie_uitkomst_onbekend", field="status")
    if (command.status is Actiestatus.OPEN) != (command.afgehandeld_op is None):
        raise RuleViolation("actie_uitkomst_onbekend", field="afgehandeld_op")
    inverse = _uitkomst(actie)
    actie.status, actie.afgehandeld_op = command.status, command.afgehandeld_op
    actie.resultaat = check_text(command.resultaat, "resultaat")
    return _outcome(actie, inverse)


def verzetten(work: UnitOfWork, command: ActieVerzetten) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    inverse = ActieVerzettingTerugnemen(
        actie_id=actie.id, termijn=actie.termijn, uitgesteld=actie.uitgesteld, resultaat=actie.resultaat
    )
    if command.termijn < work.clock.today():
        raise RuleViolation("termijn_verstreken", field="termijn")
    check_termijn(command.termijn, work.clock.today(), "termijn")
    actie.verzetten(command.termijn, check_text(command.reden, "reden"))
    return _outcome(actie, inverse)


def verzetting_terugnemen(work: UnitOfWork, command: ActieVerzettingTerugnemen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    inverse = ActieVerzettingTerugnemen(
        actie_id=actie.id, termijn=actie.termijn, uitgesteld=actie.uitgesteld, resultaat=actie.resultaat
    )
    if actie.status is not Actiestatus.OPEN:
        raise RuleViolation("actie_niet_open", nummer=actie.nummer)
    actie.termijn, actie.uitgesteld = command.termijn, command.uitgesteld
    actie.resultaat = check_text(command.resultaat, "resultaat")
    return _outcome(actie, inverse)


def terugnemen(work: UnitOfWork, command: ActieTerugnemen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    if actie.status is not Actiestatus.OPEN:
        raise RuleViolation("actie_niet_open", nummer=actie.nummer)
    if actie.overleg_id is not None and not actie.achteraf:
        work.get(Overleg, actie.overleg_id).vereis_buiten_verslag()
    actie.status = Actiestatus.TERUGGENOMEN
    return _outcome(actie, ActieHerstellen(actie_id=actie.id))


def herstellen(work: UnitOfWork, command: ActieHerstellen) -> Outcome:
    actie = work.get(Actie, command.actie_id)
    if actie.status is not Actiestatus.TERUGGENOMEN:
        raise RuleViolation("actie_niet_teruggenomen", nummer=actie.nummer)
    if actie.overleg_id is not None:
        if not actie.achteraf:
            work.get(Overleg, actie.overleg_id).vereis_buiten_verslag()
        vereis_op_agenda(work, actie.overleg_id, work.get(Casus, actie.casus_id))
    actie.status = Actiestatus.OPEN
    return _outcome(actie, ActieTerugnemen(actie_id=actie.id))


HANDLERS = {
    ActieVastleggen: vastleggen,
    ActieWijzigen: wijzigen,
    ActieAfhandelen: afhandelen,
    ActieHeropenen: heropenen,
    ActieUitkomstTerugnemen: uitkomst_terugnemen,
    ActieVerzetten: verzetten,
    ActieVerzettingTerugnemen: verzetting_terugnemen,
    ActieTerugnemen: terugnemen,
    ActieHerstellen: herstellen,
}
