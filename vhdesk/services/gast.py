"""Acts on guests of a meeting: observers, the person concerned and who represents him or her, for named items only; and
on the closed part of the agenda, where none of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Casus, Deelnemer, Overleg
from vhdesk.services.agenda import AgendaGewijzigd, open_overleg
from vhdesk.services.casus import check_text
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.deelnemer import (
    DeelnemerWeghalen,
    OverlegGewijzigd,
    volgende_plaats,
)
from vhdesk.services.invoer import check_kort
from vhdesk.services.toegang import toegang_van, zet_toegang
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Agendasoort, Gebruikersrol
from vhdesk.vocabulary_agenda import VAN_CASUS, Deelnemersoort


@dataclass(frozen=True, slots=True, kw_only=True)
class GastUitnodigen(Command):
    """Invite a guest for these items. An observer by ``naam``; the person concerned, or who represents him or her, by
    the case on the agenda, whose item is among the invited ones unless it is closed."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    soort: Deelnemersoort
    naam: str = ""
    casus_id: str | None = None
    agendapunt_ids: tuple[str, ...] = ()
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GastToegangBepalen(Command):
    """Say for which items a guest is invited; all of them at once."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    deelnemer_id: str
    agendapunt_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntBeslotenBepalen(Command):
    """Put an item in the closed part of the agenda, where no guest is, or take it out of there."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    besloten: bool


def uitnodigen(work: UnitOfWork, command: GastUitnodigen) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    naam = _vereis_gast(work, overleg, command)
    gast = work.add(
        Deelnemer(
            overleg_id=overleg.id,
            soort=command.soort,
            naam=naam,
            casus_id=command.casus_id,
            opmerking=check_text(command.opmerking, "opmerking"),
            volgorde=volgende_plaats(work, overleg.id),
            achteraf=overleg.achteraf,
        )
    )
    work.session.flush()
    zet_toegang(work, overleg, gast, _toe_te_laten(work, overleg, gast, command.agendapunt_ids))
    inverse = DeelnemerWeghalen(deelnemer_id=gast.id)
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", gast.id, inverse, command.soort.value)


def _vereis_gast(work: UnitOfWork, overleg: Overleg, command: GastUitnodigen) -> str:
    """Return the name of an observer, "" for who comes for a case. Raises RuleViolation for a member, an observer
    without a name, or who comes for no case of this agenda or stands there already."""
    soort = command.soort
    if soort is Deelnemersoort.LID:
        raise RuleViolation("gast_is_lid", field="soort")
    if soort is Deelnemersoort.TOEHOORDER:
        naam = " ".join(check_kort(command.naam, "naam", 200).split())
        if not naam:
            raise RuleViolation("toehoorder_zonder_naam", field="naam")
        if command.casus_id is not None:
            raise RuleViolation("toehoorder_zonder_casus", field="casus_id")
        return naam
    if command.naam.strip():
        raise RuleViolation("gast_zonder_naam", field="naam")
    if command.casus_id is None:
        raise RuleViolation("gast_van_welke_casus", field="casus_id")
    casus = work.get(Casus, command.casus_id)
    if _punt_van(work, overleg.id, casus.id) is None:
        raise RuleViolation("casus_niet_op_agenda", field="casus_id", nummer=casus.nummer)
    al = select(Deelnemer.id).where(
        Deelnemer.overleg_id == overleg.id, Deelnemer.casus_id == casus.id, Deelnemer.soort == soort
    )
    if soort is Deelnemersoort.BETROKKENE and work.session.execute(al).first():
        raise RuleViolation("deelnemer_staat_er_al", field="casus_id")
    return ""


def _punt_van(work: UnitOfWork, overleg_id: str, casus_id: str) -> Agendapunt | None:
    punt = select(Agendapunt).where(Agendapunt.overleg_id == overleg_id, Agendapunt.casus_id == casus_id)
    return work.session.scalars(punt).one_or_none()


def _toe_te_laten(
    work: UnitOfWork, overleg: Overleg, gast: Deelnemer, gevraagd: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the items to invite for: those that are asked and, for who comes for a case, that of the case."""
    punten = dict.fromkeys(gevraagd)
    if gast.casus_id is not None:
        eigen = _punt_van(work, overleg.id, gast.casus_id)
        if eigen is not None and not eigen.besloten:
            punten[eigen.id] = None
    if not punten:
        raise RuleViolation("gast_zonder_punten", field="agendapunt_ids")
    for punt_id in punten:
        _vereis_open_voor(work.get(Agendapunt, punt_id), overleg, gast)
    return tuple(punten)


def _vereis_open_voor(punt: Agendapunt, overleg: Overleg, gast: Deelnemer) -> None:
    """Raise RuleViolation for an item of another meeting, in the closed part, or of another one's case."""
    if punt.overleg_id != overleg.id:
        raise RuleViolation("agendapunt_ander_overleg", field="agendapunt_ids")
    if punt.besloten:
        raise RuleViolation("punt_besloten", field="agendapunt_ids")
    if gast.soort in VAN_CASUS and punt.casus_id not in (None, gast.casus_id):
        raise RuleViolation("punt_van_andere_casus", field="agendapunt_ids")


def toegang_bepalen(work: UnitOfWork, command: GastToegangBepalen) -> Outcome:
    gast = work.get(Deelnemer, command.deelnemer_id)
    overleg = open_overleg(work, gast.overleg_id)
    if gast.soort is Deelnemersoort.LID:
        raise RuleViolation("gast_is_lid", field="deelnemer_id")
    inverse = GastToegangBepalen(deelnemer_id=gast.id, agendapunt_ids=toegang_van(work, gast.id))
    punten = tuple(dict.fromkeys(command.agendapunt_ids))
    eerder = set(inverse.agendapunt_ids)
    for punt_id in punten:
        punt = work.get(Agendapunt, punt_id)
        if punt_id not in eerder or punt.overleg_id != overleg.id:  # what became closed meanwhile may stay
            _vereis_open_voor(punt, overleg, gast)
    zet_toegang(work, overleg, gast, punten)
    note = f"{gast.soort.value}: {len(punten)} punten"
    return Outcome(OverlegGewijzigd(id=overleg.id), "deelnemer", gast.id, inverse, note)


def besloten_bepalen(work: UnitOfWork, command: AgendapuntBeslotenBepalen) -> Outcome:
    punt = work.get(Agendapunt, command.agendapunt_id)
    overleg = open_overleg(work, punt.overleg_id)
    if punt.soort is Agendasoort.OPENING:
        raise RuleViolation("opening_is_open")
    if not punt.achteraf:
        overleg.vereis_buiten_verslag()
    inverse = AgendapuntBeslotenBepalen(agendapunt_id=punt.id, besloten=punt.besloten)
    punt.besloten = command.besloten
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, inverse, "besloten" if command.besloten else "open")


HANDLERS = {
    GastUitnodigen: uitnodigen,
    GastToegangBepalen: toegang_bepalen,
    AgendapuntBeslotenBepalen: besloten_bepalen,
}
