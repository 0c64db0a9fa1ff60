"""Acts on what a table sets for itself ('couleur locale'): who refers, what a referral must say, when nazorg is reviewed.

Each setting is a new version; what held before stays readable. What nobody set is as shipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Tafel, Tafelinstelling
from vhdesk.models.bewaartermijn import MAX_MAANDEN
from vhdesk.queries.instelling import AANMELDERS, AANMELDVELDEN, NAZORG
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld


@dataclass(frozen=True, slots=True, kw_only=True)
class NazorgInstellen(Command):
    """Set after how many months a table reviews a case in nazorg."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    maanden: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldersInstellen(Command):
    """Set who may refer to a table. Code Rood stays open to anyone (jaarplan Twente 2015 §2)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    aanmelders: Aanmeldregel


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldveldenInstellen(Command):
    """Set what a referral to a table must say before it is weighed (domein.md §1, step 2)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    velden: tuple[Meldveld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelinstellingGewijzigd(Event):
    versie: int


def nieuwe_versie(work: UnitOfWork, tafel: Tafel, sleutel: str, waarde: Any, woorden: str) -> Outcome:
    """Store the next version of a setting of ``tafel``; ``woorden`` are what the journaal tells of it."""
    hoogste = select(func.max(Tafelinstelling.versie)).where(
        Tafelinstelling.tafel_id == tafel.id, Tafelinstelling.sleutel == sleutel
    )
    versie = (work.session.scalar(hoogste) or 0) + 1
    instelling = work.add(
        Tafelinstelling(
            tafel_id=tafel.id,
            sleutel=sleutel,
            versie=versie,
            waarde=waarde,
            gewijzigd_op=work.clock.now(),
            actor=work.actor.naam,
        )
    )
    event = TafelinstellingGewijzigd(id=instelling.id, versie=versie)
    return Outcome(event, "tafel", tafel.id, None, f"{woorden}, versie {versie}")


def nazorg_instellen(work: UnitOfWork, command: NazorgInstellen) -> Outcome:
    maanden = command.maanden
    if len(maanden) > MAX_MAANDEN or any(not 1 <= maand <= MAX_MAANDEN for maand in maanden):
        raise RuleViolation("maanden_buiten_bereik", field="maanden", maximum=MAX_MAANDEN)
    if list(maanden) != sorted(set(maanden)):
        raise RuleViolation("maanden_niet_oplopend", field="maanden")
    woorden = f"nazorg {', '.join(map(str, maanden))}"
    return nieuwe_versie(work, work.get(Tafel, command.tafel_id), NAZORG, list(maanden), woorden)


def aanmelders_instellen(work: UnitOfWork, command: AanmeldersInstellen) -> Outcome:
    regel = command.aanmelders
    return nieuwe_versie(
        work, work.get(Tafel, command.tafel_id), AANMELDERS, regel.value, f"aanmelden: {regel.label}"
    )


def aanmeldvelden_instellen(work: UnitOfWork, command: AanmeldveldenInstellen) -> Outcome:
    velden = [veld for veld in Meldveld if veld in command.velden]
    if Meldveld.GEMEENTE not in velden:  # a case is always given back to its gemeente
        raise RuleViolation("gemeente_blijft_verplicht", field="velden")
    woorden = f"verplicht: {', '.join(veld.label for veld in velden)}"
    return nieuwe_versie(
        work, work.get(Tafel, command.tafel_id), AANMELDVELDEN, [veld.value for veld in velden], woorden
    )


HANDLERS = {
    NazorgInstellen: nazorg_instellen,
    AanmeldersInstellen: aanmelders_instellen,
    AanmeldveldenInstellen: aanmeldvelden_instellen,
}
