"""What tables did with a case: decisions, actions and the meetings that spoke of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.models import Actie, Agendapunt, Besluit, Overleg, Tafel
from vhdesk.queries.acties import ActieRow, actie_select, actierijen
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.dossier_rijen import BesluitRow, BesprekingRow
from vhdesk.queries.lezen import rijen
from vhdesk.queries.referentie import BESLUITTYPEN, GREMIA
from vhdesk.vocabulary import Actiestatus, Besluitstatus

Namen = Mapping[str, Mapping[str, str]]


def besluiten(session: Session, casus_id: str, namen: Namen) -> tuple[BesluitRow, ...]:
    """Return the decisions, newest first, without those taken back while recording."""
    b = Besluit
    statement = (
        select(
            b.id, b.version, b.nummer, b.type_code, b.gremium_code, b.tekst, b.onderbouwing, b.voorwaarden,
            b.afwijkende_mening, b.datum, b.ingangsdatum, b.status, b.statusreden, b.achteraf, b.overleg_id,
            leeg(Overleg.nummer).label("overlegnummer"),
        )
        .outerjoin(Overleg, Overleg.id == b.overleg_id)
        .where(b.casus_id == casus_id, b.status != Besluitstatus.TERUGGENOMEN)
        .order_by(b.datum.desc(), b.nummer.desc())
    )  # fmt: skip
    return tuple(
        BesluitRow(
            **row,
            type_naam=namen[BESLUITTYPEN].get(row["type_code"], row["type_code"]),
            gremium=namen[GREMIA].get(row["gremium_code"], row["gremium_code"]),
        )
        for row in session.execute(statement).mappings()
    )


def acties(session: Session, casus_id: str, op: date | None) -> tuple[ActieRow, ...]:
    """Return the actions, open ones first, then by term."""
    statement = (
        actie_select()
        .where(Actie.casus_id == casus_id, Actie.status != Actiestatus.TERUGGENOMEN)
        .order_by(Actie.status != Actiestatus.OPEN, Actie.termijn.is_(None), Actie.termijn, Actie.nummer)
    )
    return actierijen(session, statement, op)


def besprekingen(session: Session, casus_id: str) -> tuple[BesprekingRow, ...]:
    """Return the meetings that had the case on their agenda, newest first."""
    punt = Agendapunt
    statement = (
        select(
            punt.id, punt.version, punt.overleg_id, Overleg.nummer.label("overlegnummer"),
            Tafel.naam.label("tafel"), Overleg.datum, Overleg.status.label("overlegstatus"), punt.notitie,
            punt.volgende_datum,
        )
        .join(Overleg, Overleg.id == punt.overleg_id)
        .join(Tafel, Tafel.id == Overleg.tafel_id)
        .where(punt.casus_id == casus_id)
        .order_by(Overleg.datum.desc(), Overleg.nummer.desc())
    )  # fmt: skip
    return rijen(session, BesprekingRow, statement)
