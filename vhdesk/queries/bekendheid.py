"""The grid of one case: which organisation was asked, and does it know the person?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Bekendheid, Inbreng, Organisatie
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.vocabulary_triage import Bekendheidstand


@dataclass(frozen=True, slots=True)
class BekendheidRow:
    """One organisation that was asked. ``inbreng``: it brought in something, so it stays known."""

    id: str
    organisatie_id: str
    organisatie: str
    stand: Bekendheidstand
    reden: str
    gevraagd_op: date
    antwoord_op: date | None
    contact: str
    contact_telefoon: str
    contact_email: str
    inbreng: bool


@inzage("casus inzien", "casus", "casus_id")
def bekendheid(session: Session, casus_id: str) -> tuple[BekendheidRow, ...]:
    """Return what was asked on a case, by organisation."""
    return rijen(session, BekendheidRow, _statement(), {"casus_id": casus_id})


@vast
def _statement() -> Kolommen:
    b = Bekendheid
    inbreng = (
        select(Inbreng.id)
        .where(Inbreng.casus_id == b.casus_id, Inbreng.organisatie_id == b.organisatie_id)
        .exists()
    )
    return (
        select(
            b.id, b.organisatie_id, Organisatie.naam.label("organisatie"), b.stand, b.reden, b.gevraagd_op,
            b.antwoord_op, b.contact, b.contact_telefoon, b.contact_email, inbreng.label("inbreng"),
        )
        .join(Organisatie, Organisatie.id == b.organisatie_id)
        .where(b.casus_id == bindparam("casus_id"))
        .order_by(Organisatie.naam, b.id)
    )  # fmt: skip
