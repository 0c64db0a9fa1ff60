"""The attachments of a case: the list without their content, and one of them whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Bijlage
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, eerste, rijen, vast
from vhdesk.vocabulary_bijlage import BIJLAGE_INZIEN


@dataclass(frozen=True, slots=True)
class BijlageRow:
    """One attachment. ``soort``: its media type; ``grootte`` in bytes; ``actor``: who added it."""

    id: str
    naam: str
    soort: str
    grootte: int
    sha256: str
    toegevoegd_op: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class BijlageInhoud:
    """One attachment with its content."""

    id: str
    casus_id: str
    naam: str
    soort: str
    inhoud: bytes = field(repr=False)


@inzage("casus inzien", "casus", "casus_id")
def bijlagen(session: Session, casus_id: str) -> tuple[BijlageRow, ...]:
    """Return the attachments of a case, the newest first."""
    return rijen(session, BijlageRow, _lijst(), {"casus_id": casus_id})


@inzage(BIJLAGE_INZIEN, "bijlage", "bijlage_id")
def bijlage_inhoud(session: Session, bijlage_id: str) -> BijlageInhoud:
    """Return one attachment with its content. Raises NotFound."""
    gevonden = eerste(session, BijlageInhoud, _inhoud(), {"bijlage_id": bijlage_id})
    if gevonden is None:
        raise NotFound("niet_gevonden", soort="bijlage", id=bijlage_id)
    return gevonden


@vast
def _lijst() -> Kolommen:
    b = Bijlage
    return (
        select(b.id, b.naam, b.soort, b.grootte, b.sha256, b.toegevoegd_op, b.actor)
        .where(b.casus_id == bindparam("casus_id"))
        .order_by(b.toegevoegd_op.desc(), b.naam, b.id)
    )


@vast
def _inhoud() -> Kolommen:
    b = Bijlage
    return select(b.id, b.casus_id, b.naam, b.soort, b.inhoud).where(b.id == bindparam("bijlage_id"))
