"""What every meeting of a table begins with: what the table set, else what is shipped."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy.orm import Session

from vhdesk.agendasjabloon import STANDAARD, Sjabloonpunt
from vhdesk.queries.instelling import AGENDA, instellingversies


@dataclass(frozen=True, slots=True)
class Agendasjabloon:
    """``id``: the table; ``versie`` 0: as shipped."""

    id: str
    punten: tuple[Sjabloonpunt, ...]
    versie: int = 0


def agendasjabloon(session: Session, tafel_id: str) -> Agendasjabloon:
    """Return the template of a table."""
    versies = sorted(instellingversies(session, tafel_id, (AGENDA,)), key=lambda row: row.versie)
    if not versies:
        return Agendasjabloon(tafel_id, STANDAARD)
    laatste = versies[-1]
    return Agendasjabloon(tafel_id, msgspec.convert(laatste.waarde, tuple[Sjabloonpunt, ...]), laatste.versie)
