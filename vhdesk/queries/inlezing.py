"""Delivered lists that were read in: what became of them, and whether that can still be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from vhdesk.models import (
    Aanmelding,
    Actie,
    Agendapunt,
    Bekendheid,
    Besluit,
    Betrokkene,
    Bijlage,
    Casus,
    Casusgebeurtenis,
    Casusmethode,
    Casusroltoewijzing,
    Deelnemer,
    Factor,
    Inbreng,
    Inlezing,
    Methodenotitie,
    Persoon,
    Persoonrelatie,
    PlanVanAanpak,
    Planversie,
    Plicht,
    Samenvoeging,
    Uitvraag,
    Weging,
    Zrmscore,
)
from vhdesk.queries.lezen import rijen
from vhdesk.vocabulary import Betrokkenheid, Gebeurtenissoort

# Where work on a case leaves its traces. A decision or action that was taken back is one too: its number was
# given out, and what it was stays in the record.
SPOREN: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    Aanmelding.casus_id,
    Bekendheid.casus_id,
    Bijlage.casus_id,
    Weging.casus_id,
    Plicht.casus_id,
    Agendapunt.casus_id,
    Uitvraag.casus_id,
    Deelnemer.casus_id,
    Besluit.casus_id,
    Actie.casus_id,
    Inbreng.casus_id,
    PlanVanAanpak.casus_id,
    Planversie.casus_id,
    Casusroltoewijzing.casus_id,
    Casusmethode.casus_id,
    Methodenotitie.casus_id,
    Zrmscore.casus_id,
    Factor.casus_id,
)


@dataclass(frozen=True, slots=True)
class InlezingRow:
    """A list that was read in. ``weggelaten``: rows the user left out; ``casussen``: how many of its cases exist
    now; ``bewerkt``: how many of those were worked on since, so that undoing would lose work."""

    id: str
    bestandsnaam: str
    sha256: str
    aantal: int
    weggelaten: int
    ingelezen_op: datetime
    ongedaan_op: datetime | None
    casussen: int
    bewerkt: int


def casus_bewerkt(*, ook_woorden: bool = True) -> ColumnElement[bool]:
    """Return the condition under which a case was worked on since it was made.

    With ``ook_woorden`` a change of its words or of its person counts too; a step that was taken back never does.
    Sets, and no subquery per case: thousands of cases may stand in one list.
    """
    terug = Casusgebeurtenis.soort == Gebeurtenissoort.TERUGGENOMEN
    ongedaan = select(Casusgebeurtenis.betreft_id).where(terug, Casusgebeurtenis.betreft_id.is_not(None))
    stappen = select(Casusgebeurtenis.casus_id).where(~terug, Casusgebeurtenis.id.not_in(ongedaan))
    personen = union(
        select(Persoonrelatie.van_id),
        select(Persoonrelatie.naar_id),
        select(Samenvoeging.blijft_id).where(Samenvoeging.ongedaan_op.is_(None)),
    )
    gekoppeld = select(Betrokkene.casus_id).where(Betrokkene.persoon_id.in_(personen))
    sporen = (select(column).where(column.is_not(None)) for column in SPOREN)
    gewerkt = Casus.id.in_(union(stappen, gekoppeld, *sporen))
    if not ook_woorden:
        return gewerkt
    erbij = select(Betrokkene.casus_id).where(Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE)
    persoon = select(Betrokkene.casus_id).join(Persoon).where(Persoon.version > 1)
    return or_(Casus.version > 1, gewerkt, Casus.id.in_(union(erbij, persoon)))


def inlezingen(session: Session) -> tuple[InlezingRow, ...]:
    """Return the imports, newest first."""
    i = Inlezing
    van_lijst = select(func.count()).where(Casus.inlezing_id == i.id)
    statement = select(
        i.id, i.bestandsnaam, i.sha256, i.aantal, i.weggelaten, i.ingelezen_op, i.ongedaan_op,
        van_lijst.scalar_subquery().label("casussen"),
        van_lijst.where(casus_bewerkt()).scalar_subquery().label("bewerkt"),
    ).order_by(i.ingelezen_op.desc())  # fmt: skip
    return rijen(session, InlezingRow, statement)
