"""Acts on the items of an agenda without a case: adding one, calling it otherwise, taking it off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vhdesk.agendasjabloon import check_titel
from vhdesk.errors import RuleViolation
from vhdesk.models import Agendapunt, Overleg
from vhdesk.services.agenda import (
    MAX_PUNTEN,
    AgendaGewijzigd,
    check_minuten,
    hernummer,
    open_overleg,
    punten_van,
    vereis_niet_begonnen,
)
from vhdesk.services.casus import Moment, check_terug, check_text
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.toegang import gasten_van, laat_toe
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Agendasoort, Gebruikersrol, Puntstatus
from vhdesk.vocabulary_agenda import BLIJFT, punt_naam


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntToevoegen(Command):
    """Put an item without a case on the agenda, at ``positie`` or before the rondvraag. ``titel`` may be "" but for a
    free item: it is then called by its kind. The rest only brings back an item that was taken off."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    overleg_id: str
    titel: str = ""
    soort: Agendasoort = Agendasoort.VRIJ
    minuten: int = 10
    positie: int | None = None
    agendapunt_id: str | None = None
    notitie: str = ""
    besloten: bool = False
    status: Puntstatus = Puntstatus.OPEN
    besproken_op: Moment | None = None
    gast_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntHernoemen(Command):
    """Call an item without a case otherwise; "" calls it by its kind again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str
    titel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntWeghalen(Command):
    """Take an item without a case off the agenda; opening and closing stay."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    agendapunt_id: str


def _plaats(punten: list[Agendapunt], positie: int | None) -> int:
    if positie is not None:
        return max(1, min(positie, len(punten)))
    einde = (Agendasoort.RONDVRAAG, Agendasoort.SLUITING)
    return next((plaats for plaats, punt in enumerate(punten) if punt.soort in einde), len(punten))


def toevoegen(work: UnitOfWork, command: AgendapuntToevoegen) -> Outcome:
    overleg = open_overleg(work, command.overleg_id)
    if command.soort is Agendasoort.CASUS or command.soort in BLIJFT:
        raise RuleViolation("punt_van_deze_soort_niet", field="soort", soort=command.soort.label)
    punten = punten_van(work, overleg.id)
    if len(punten) >= MAX_PUNTEN:
        raise RuleViolation("agenda_vol", maximum=MAX_PUNTEN)
    punt = work.add(
        Agendapunt(
            id=check_terug(work, Agendapunt, command.agendapunt_id),
            overleg_id=overleg.id,
            soort=command.soort,
            titel=check_titel(command.soort, command.titel, "titel"),
            volgorde=len(punten),
            minuten=check_minuten(command.minuten),
            notitie=check_text(command.notitie, "notitie"),
            besloten=command.besloten,
            status=command.status,
            besproken_op=command.besproken_op,
            achteraf=overleg.achteraf,
        )
    )
    punten.insert(_plaats(punten, command.positie), punt)
    hernummer(work, punten)
    laat_toe(work, punt, command.gast_ids)
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(event, "agendapunt", punt.id, AgendapuntWeghalen(agendapunt_id=punt.id), overleg.nummer)


def _zonder_casus(work: UnitOfWork, agendapunt_id: str) -> tuple[Agendapunt, Overleg]:
    """Return an item without a case and its meeting, which may be changed."""
    punt = work.get(Agendapunt, agendapunt_id)
    if punt.casus_id is not None:
        raise RuleViolation("punt_met_casus", id=punt.id)
    return punt, open_overleg(work, punt.overleg_id)


def hernoemen(work: UnitOfWork, command: AgendapuntHernoemen) -> Outcome:
    punt, overleg = _zonder_casus(work, command.agendapunt_id)
    inverse = AgendapuntHernoemen(agendapunt_id=punt.id, titel=punt.titel)
    punt.titel = check_titel(punt.soort, command.titel, "titel")
    work.session.flush()
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id, version=punt.version)
    return Outcome(
        event, "agendapunt", punt.id, inverse, f"{overleg.nummer}: {punt_naam(punt.soort, punt.titel)}"
    )


def weghalen(work: UnitOfWork, command: AgendapuntWeghalen) -> Outcome:
    punt, overleg = _zonder_casus(work, command.agendapunt_id)
    if punt.soort in BLIJFT:
        raise RuleViolation("vast_agendapunt")
    if not punt.achteraf:
        overleg.vereis_buiten_verslag()
    vereis_niet_begonnen(work, punt)
    inverse = AgendapuntToevoegen(
        overleg_id=overleg.id,
        titel=punt.titel,
        soort=punt.soort,
        minuten=punt.minuten,
        positie=punt.volgorde,
        agendapunt_id=punt.id,
        notitie=punt.notitie,
        besloten=punt.besloten,
        status=punt.status,
        besproken_op=punt.besproken_op,
        gast_ids=gasten_van(work, punt.id),
    )
    work.delete(punt)
    hernummer(work, punten_van(work, overleg.id))
    event = AgendaGewijzigd(id=punt.id, overleg_id=overleg.id)
    return Outcome(event, "agendapunt", punt.id, inverse, overleg.nummer)


HANDLERS = {
    AgendapuntToevoegen: toevoegen,
    AgendapuntHernoemen: hernoemen,
    AgendapuntWeghalen: weghalen,
}
