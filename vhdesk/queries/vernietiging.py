"""What was destroyed: the register, and what stands in the way of saying that nothing is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Actie, Agendapunt, Casusgebeurtenis, Journaalregel, Vernietiging
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_bijlage import BIJLAGE_OPSLAAN
from vhdesk.vocabulary_casus import (
    ACTIELIJST_AFDRUKKEN,
    ACTIELIJST_OPSLAAN,
    BRIEF_AFDRUKKEN,
    BRIEF_OPSLAAN,
    VERSLAG_AFDRUKKEN,
    VERSLAG_OPSLAAN,
)
from vhdesk.vocabulary_plan import AFDRUKKEN, CASUSSTUKKEN, OPSLAAN, OVERLEGPAKKET

# Lines of the journaal that say that a paper left the vault; the object is the meeting, the event of the letter, or
# the case whose plan it is.
UITGEGEVEN = (
    VERSLAG_AFDRUKKEN,
    VERSLAG_OPSLAAN,
    "verslag bewaren",
    BRIEF_AFDRUKKEN,
    BRIEF_OPSLAAN,
    BIJLAGE_OPSLAAN,
    *(f"{stuk} {hoe}" for stuk in (*CASUSSTUKKEN, OVERLEGPAKKET) for hoe in (AFDRUKKEN, OPSLAAN)),
)


@dataclass(frozen=True, slots=True)
class VernietigingRow:
    """One destruction. ``klaar_op`` None: it was broken off before the last backup. ``aantallen``: table -> rows;
    ``kopieen``: what became of each kind of copy, by name."""

    id: str
    casusnummer: str
    regime: str
    grond: str
    aantallen: Mapping[str, int]
    kopieen: Mapping[str, Any]
    begonnen_op: datetime
    klaar_op: datetime | None
    actor: str


def vernietigingen(session: Session) -> tuple[VernietigingRow, ...]:
    """Return every destruction, the newest first."""
    return rijen(session, VernietigingRow, _alle())


@vast
def _alle() -> Kolommen:
    v = Vernietiging
    return select(
        v.id, v.casusnummer, v.regime, v.grond, v.aantallen, v.kopieen, v.begonnen_op, v.klaar_op, v.actor
    ).order_by(v.begonnen_op.desc())


def uitgegeven(session: Session, casus_id: str) -> tuple[str, ...]:
    """Return, as lines of text, the papers with this case that left the vault: what, when, where to."""
    objecten = {casus_id} | set(
        session.scalars(select(Agendapunt.overleg_id).where(Agendapunt.casus_id == casus_id))
    )
    objecten |= set(session.scalars(select(Casusgebeurtenis.id).where(Casusgebeurtenis.casus_id == casus_id)))
    regels = [
        *session.execute(_papieren(), {"objecten": list(objecten)}),
        *session.execute(_actielijsten(), {"casus_id": casus_id}),
    ]
    return tuple(
        ", ".join(filter(None, (f"{regel.actie} op {regel.tijdstip:%d-%m-%Y}", regel.bijzonderheden)))
        for regel in sorted(regels, key=lambda regel: regel.volgnr)
    )


@vast
def _papieren() -> Kolommen:
    j = Journaalregel
    return select(j.volgnr, j.actie, j.tijdstip, j.bijzonderheden).where(
        j.actie.in_(UITGEGEVEN),
        j.resultaat == Resultaat.GELUKT,
        j.object_id.in_(bindparam("objecten", expanding=True)),
    )


@vast
def _actielijsten() -> Kolommen:
    """Lists of the acties of an organisation, made since it had one in this case."""
    j, a = Journaalregel, Actie
    return (
        select(j.volgnr, j.actie, j.tijdstip, j.bijzonderheden)
        .join(a, a.organisatie_id == j.object_id)
        .where(
            a.casus_id == bindparam("casus_id"),
            j.actie.in_((ACTIELIJST_AFDRUKKEN, ACTIELIJST_OPSLAAN)),
            j.resultaat == Resultaat.GELUKT,
            j.tijdstip >= a.created_at,
        )
        .distinct()
    )
