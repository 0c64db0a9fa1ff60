"""Acts on who sits at a meeting: invited, taken off the list, there or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Casus,
    Deelnemer,
    Medewerker,
    Overleg,
    Voorzitterwissel,
    Zaalverlating,
)
from vhdesk.services.casus import Moment, Volgorde, check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.toegang import toegang_van, zet_toegang
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.voorbehoud import weeg_voorbehoud
from vhdesk.vocabulary import Aanwezigheid, Gebruikersrol
from vhdesk.vocabulary_agenda import VAN_CASUS, Deelnemersoort

_BIJZONDER = ("vanaf", "tot", "vervangt_id", "informatie_op")
_TIJDEN = {Aanwezigheid.LATER: ("vanaf",), Aanwezigheid.EERDER_WEG: ("vanaf", "tot")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemerstand:
    """A participant as he or she stood on the list; a guest with the items he or she is invited for."""

    id: str
    medewerker_id: str | None
    aanwezigheid: Aanwezigheid
    opmerking: str
    volgorde: Volgorde
    geheimhouding_op: Moment | None = None
    vanaf: Moment | None = None
    tot: Moment | None = None
    vervangt_id: str | None = None
    informatie_op: date | None = None
    soort: Deelnemersoort = Deelnemersoort.LID
    naam: str = ""
    casus_id: str | None = None
    agendapunt_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegGewijzigd(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerToevoegen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    medewerker_id: str
    opmerking: str = ""
    aanwezigheid: Aanwezigheid = Aanwezigheid.UITGENODIGD
    volgorde: Volgorde | None = None
    geheimhouding_op: Moment | None = None
    deelnemer_id: str | None = None
    vanaf: Moment | None = None
    tot: Moment | None = None
    vervangt_id: str | None = None
    informatie_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnemerWeghalen(Command):
    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    deelnemer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GastTerugzetten(Command):
    """Undo of taking a guest off the list."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    stand: Deelnemerstand


@dataclass(frozen=True, slots=True, kw_only=True)
class AanwezigheidVastleggen(Command):
    """Record whether a participant is there; ``opmerking`` None: leave as it is. Times that no longer fit go."""

    deelnemer_id: str
    aanwezigheid: Aanwezigheid
    opmerking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GeheimhoudingBevestigen(Command):
    """Record that a participant confirmed the secrecy of this meeting; ``bevestigd`` False: not after all. ``op`` only
    to do it again after an undo."""

    deelnemer_id: str
    bevestigd: bool = True
    op: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanwezigheidToelichten(Command):
    """Record all of a participant: there from when until when, ``vervangt_id`` whose place it was, ``informatie_op``
    when an absent one sent in what was known."""

    deelnemer_id: str
    aanwezigheid: Aanwezigheid
    opmerking: str = ""
    vanaf: Moment | None = None
    tot: Moment | None = None
    vervangt_id: str | None = None
    informatie_op: date | None = None


def haal_deelnemers_weg(work: UnitOfWork, overleg: Overleg, ids: tuple[str, ...]) -> list[Deelnemerstand]:
    """Take these participants off the list and return what they were. Raises RuleViolation for a participant of
    another meeting, and for the chair and secretary."""
    weg: list[Deelnemerstand] = []
    for deelnemer_id in ids:
        deelnemer = work.get(Deelnemer, deelnemer_id)
        if deelnemer.overleg_id != overleg.id:
            raise RuleViolation("deelnemer_ander_overleg", field="deelnemers_weg")
        _vereis_geen_leiding(overleg, deelnemer)
        _vereis_los(work, overleg, deelnemer)
        weg.append(deelnemerstand(work, deelnemer))
        work.delete(deelnemer)
    return weg


def _vereis_los(work: UnitOfWork, overleg: Overleg, deelnemer: Deelnemer) -> None:
    """Raise RuleViolation for a participant who stands in minutes, or will: as out of the room at a case, or as
    who had the chair for a while."""
    zaal = select(Zaalverlating.id).where(Zaalverlating.deelnemer_id == deelnemer.id).limit(1)
    if work.session.execute(zaal).first():
        raise RuleViolation("deelnemer_was_zaal_uit", id=deelnemer.id)
    voorgezeten = select(Voorzitterwissel.id).where(
        Voorzitterwissel.overleg_id == overleg.id, Voorzitterwissel.van_id == deelnemer.medewerker_id
    )
    if deelnemer.medewerker_id is not None and work.session.execute(voorgezeten.limit(1)).first():
        raise RuleViolation("deelnemer_is_voorzitter_of_secretaris")
    if not deelnemer.achteraf:
        overleg.vereis_buiten_verslag()


def _vereis_geen_leiding(overleg: Overleg, deelnemer: Deelnemer) -> None:
    leiding = (overleg.voorzitter_id, overleg.secretaris_id)
    if deelnemer.medewerker_id is not None and deelnemer.medewerker_id in leiding:
        raise RuleViolation("deelnemer_is_voorzitter_of_secretaris")


def deelnemerstand(work: UnitOfWork, deelnemer: Deelnemer) -> Deelnemerstand:
    """Return how a participant stands on the list."""
    return Deelnemerstand(
        id=deelnemer.id,
        medewerker_id=deelnemer.medewerker_id,
        aanwezigheid=deelnemer.aanwezigheid,
        opmerking=deelnemer.opmerking,
        volgorde=deelnemer.volgorde,
        geheimhouding_op=deelnemer.geheimhouding_op,
        soort=deelnemer.soort,
        naam=deelnemer.naam,
        casus_id=deelnemer.casus_id,
        agendapunt_ids=toegang_van(work, deelnemer.id) if deelnemer.soort is not Deelnemersoort.LID else (),
        **_bijzonder(deelnemer),
    )


def _bijzonder(deelnemer: Deelnemer) -> dict[str, Any]:
    return {veld: getattr(deelnemer, veld) for veld in _BIJZONDER}


def zet_deelnemers(work: UnitOfWork, overleg: Overleg, standen: tuple[Deelnemerstand, ...]) -> None:
    """Put participants back on the list, guests with what they are invited for. Raises RuleViolation for somebody who
    stands there, or who is half a member and half a guest."""
    for stand in standen:
        _vereis_soort(work, overleg, stand)
        deelnemer = work.add(
            Deelnemer(
                id=check_terug(work, Deelnemer, stand.id),
                overleg_id=overleg.id,
                achteraf=overleg.achteraf,
                medewerker_id=stand.medewerker_id,
                soort=stand.soort,
                naam=check_kort(stand.naam, "naam", 200),
                casus_id=stand.casus_id,
                aanwezigheid=stand.aanwezigheid,
                opmerking=check_text(stand.opmerking, "opmerking"),
                volgorde=stand.volgorde,
                geheimhouding_op=stand.geheimhouding_op,
                **{veld: getattr(stand, veld) for veld in _BIJZONDER},
            )
        )
        if stand.soort is not Deelnemersoort.LID:
            work.session.flush()
            zet_toegang(work, overleg, deelnemer, stand.agendapunt_ids)


def _vereis_soort(work: UnitOfWork, overleg: Overleg, stand: Deelnemerstand) -> None:
    """Raise RuleViolation unless the kind, the person, the name and the case of a participant fit each other."""
    past = (
        (stand.soort is Deelnemersoort.LID) == (stand.medewerker_id is not None)
        and (stand.soort is Deelnemersoort.TOEHOORDER) == bool(stand.naam.strip())
        and (stand.soort in VAN_CASUS) == (stand.casus_id is not None)
    )
    if not past:
        raise RuleViolation("deelnemer_onjuist", field="deelnemers")
    if stand.medewerker_id is not None:
        if deelnemer_van(work, overleg.id, work.get(Medewerker, stand.medewerker_id).id):
            raise RuleViolation("deelnemer_staat_er_al", field="medewerker_id")
    elif stand.casus_id is not None:
        work.get(Casus, stand.casus_id)


def volgende_plaats(work: UnitOfWork, overleg_id: str) -> int:
    """Return the place at the end of the list."""
    laatste = work.session.scalar(
        select(func.max(Deelnemer.volgorde)).where(Deelnemer.overleg_id == overleg_id)
    )
    return 0 if laatste is None else laatste + 1


def deelnemer_van(work: UnitOfWork, overleg_id: str, medewerker_id: str) -> Deelnemer | None:
    """Return this person among the participants; None when not invited."""
    return work.session.scalars(
        select(Deelnemer).where(Deelnemer.overleg_id == overleg_id, Deelnemer.medewerker_id == medewerker_id)
    ).one_or_none()


def nodig_uit(
    work: UnitOfWork, overleg: Overleg, medewerker_id: str, opmerking: str, deelnemer_id: str | None = None
) -> Deelnemer:
    """Put a person at the end of the list. ``deelnemer_id`` only to bring back one that was taken off."""
    return work.add(
        Deelnemer(
            id=check_terug(work, Deelnemer, deelnemer_id),
            overleg_id=overleg.id,
            achteraf=overleg.achteraf,
            medewerker_id=medewerker_id,
            opmerking=check_text(opmerking, "opmerking"),
            volgorde=volgende_plaats(work, overleg.id),
        )
    )


def deelnemer_toevoegen(work: UnitOfWork, command: DeelnemerToevoegen) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    overleg.vereis_wijzigbaar()
    medewerker = work.get(Medewerker, command.medewerker_id)
    if not medewerker.actief and command.deelnemer_id is None:  # who was on the list comes back on it
        raise RuleViolation("medewerker_uit_dienst", field="medewerker_id")
    if deelnemer_van(work, overleg.id, medewerker.id):
        raise RuleViolation("deelnemer_staat_er_al", field="medewerker_id")
    deelnemer = nodig_uit(work, overleg, medewerker.id, command.opmerking, command.deelnemer_id)
    deelnemer.aanwezigheid = command.aanwezigheid
    deelnemer.geheimhouding_op = command.geheimhouding_op
    if command.volgorde is not None:
        deelnemer.volgorde = command.volgorde
    _zet_bijzonder(work, deelnemer, command)
    weeg_voorbehoud(work, overleg.id)
    inverse = DeelnemerWeghalen(deelnemer_id=deelnemer.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", deelnemer.id, inverse)


def deelnemer_weghalen(work: UnitOfWork, command: DeelnemerWeghalen) -> Outcome:
    deelnemer = work.get(Deelnemer, command.deelnemer_id)
    overleg = work.get(Overleg, deelnemer.overleg_id)
    overleg.vereis_wijzigbaar()
    _vereis_geen_leiding(overleg, deelnemer)
    _vereis_los(work, overleg, deelnemer)
    inverse = _terug(work, overleg, deelnemer)
    work.delete(deelnemer)
    weeg_voorbehoud(work, overleg.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", deelnemer.id, inverse)


def _terug(work: UnitOfWork, overleg: Overleg, deelnemer: Deelnemer) -> Command:
    """Return the act that puts a participant back as he or she stands there."""
    if deelnemer.medewerker_id is None:
        return GastTerugzetten(overleg_id=overleg.id, stand=deelnemerstand(work, deelnemer))
    return DeelnemerToevoegen(
        overleg_id=overleg.id,
        medewerker_id=deelnemer.medewerker_id,
        opmerking=deelnemer.opmerking,
        aanwezigheid=deelnemer.aanwezigheid,
        volgorde=deelnemer.volgorde,
        geheimhouding_op=deelnemer.geheimhouding_op,
        deelnemer_id=deelnemer.id,
        **_bijzonder(deelnemer),
    )


def gast_terugzetten(work: UnitOfWork, command: GastTerugzetten) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    overleg.vereis_wijzigbaar()
    stand = command.stand
    if stand.soort is Deelnemersoort.LID:
        raise RuleViolation("gast_is_lid", field="stand")
    zet_deelnemers(work, overleg, (stand,))
    inverse = DeelnemerWeghalen(deelnemer_id=stand.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", stand.id, inverse, stand.soort.value)


def aanwezigheid_vastleggen(work: UnitOfWork, command: AanwezigheidVastleggen) -> Outcome:
    deelnemer = work.get(Deelnemer, command.deelnemer_id)
    overleg = work.get(Overleg, deelnemer.overleg_id)
    overleg.vereis_wijzigbaar()
    inverse = _zoals_nu(deelnemer)
    deelnemer.aanwezigheid = command.aanwezigheid
    for veld in ("vanaf", "tot"):
        if veld not in _TIJDEN.get(command.aanwezigheid, ()):
            setattr(deelnemer, veld, None)
    if command.opmerking is not None:
        deelnemer.opmerking = check_text(command.opmerking, "opmerking")
    weeg_voorbehoud(work, overleg.id)
    note = command.aanwezigheid.value
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", deelnemer.id, inverse, note)


def _zoals_nu(deelnemer: Deelnemer) -> AanwezigheidToelichten:
    """Return the act that makes a participant again as he or she stands on the list now."""
    return AanwezigheidToelichten(
        deelnemer_id=deelnemer.id,
        aanwezigheid=deelnemer.aanwezigheid,
        opmerking=deelnemer.opmerking,
        **_bijzonder(deelnemer),
    )


def _zet_bijzonder(
    work: UnitOfWork, deelnemer: Deelnemer, command: DeelnemerToevoegen | AanwezigheidToelichten
) -> None:
    """Store the times, whose place it was and when information came. Raises RuleViolation for what cannot be."""
    if command.vanaf is not None and command.tot is not None and command.tot <= command.vanaf:
        raise RuleViolation("weg_voor_binnen", field="tot")
    if command.vervangt_id is not None:
        if command.vervangt_id == deelnemer.medewerker_id:
            raise RuleViolation("vervangt_zichzelf", field="vervangt_id")
        work.get(Medewerker, command.vervangt_id)
    if command.informatie_op is not None and command.informatie_op > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="informatie_op")
    for veld in _BIJZONDER:
        setattr(deelnemer, veld, getattr(command, veld))


def aanwezigheid_toelichten(work: UnitOfWork, command: AanwezigheidToelichten) -> Outcome:
    deelnemer = work.get(Deelnemer, command.deelnemer_id)
    overleg = work.get(Overleg, deelnemer.overleg_id)
    overleg.vereis_wijzigbaar()
    inverse = _zoals_nu(deelnemer)
    deelnemer.aanwezigheid = command.aanwezigheid
    deelnemer.opmerking = check_text(command.opmerking, "opmerking")
    _zet_bijzonder(work, deelnemer, command)
    weeg_voorbehoud(work, overleg.id)
    note = command.aanwezigheid.value
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", deelnemer.id, inverse, note)


def geheimhouding_bevestigen(work: UnitOfWork, command: GeheimhoudingBevestigen) -> Outcome:
    deelnemer = work.get(Deelnemer, command.deelnemer_id)
    overleg = work.get(Overleg, deelnemer.overleg_id)
    overleg.vereis_wijzigbaar()
    oud = deelnemer.geheimhouding_op
    inverse = GeheimhoudingBevestigen(deelnemer_id=deelnemer.id, bevestigd=oud is not None, op=oud)
    deelnemer.geheimhouding_op = (command.op or work.clock.now()) if command.bevestigd else None
    note = "bevestigd" if command.bevestigd else "niet bevestigd"
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", deelnemer.id, inverse, note)


HANDLERS = {
    AanwezigheidToelichten: aanwezigheid_toelichten,
    DeelnemerToevoegen: deelnemer_toevoegen,
    DeelnemerWeghalen: deelnemer_weghalen,
    GastTerugzetten: gast_terugzetten,
    AanwezigheidVastleggen: aanwezigheid_vastleggen,
    GeheimhoudingBevestigen: geheimhouding_bevestigen,
}
