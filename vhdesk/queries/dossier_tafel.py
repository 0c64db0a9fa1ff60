"""What tables did with a case: decisions, actions and the meetings that spoke of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Actie, Agendapunt, Besluit, Overleg, Tafel
from vhdesk.queries.acties import ActieRow, actie_select, actierijen
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.dossier_rijen import BesluitRow, BesprekingRow, Tafelwerk
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast, velden
from vhdesk.queries.referentie import BESLUITTYPEN, GREMIA, referentie_namen
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Overlegstatus

Namen = Mapping[str, Mapping[str, str]]


@inzage("casus inzien", "casus", "casus_id")
def tafelwerk(session: Session, casus_id: str, *, vandaag: date | None = None) -> Tafelwerk:
    """Return this part of ``dossier`` alone, as fast as a key that records something must be answered."""
    namen = referentie_namen(session, BESLUITTYPEN, GREMIA)
    return Tafelwerk(
        besluiten=besluiten(session, casus_id, namen),
        acties=acties(session, casus_id, vandaag),
        besprekingen=besprekingen(session, casus_id),
    )


def besluiten(session: Session, casus_id: str, namen: Namen) -> tuple[BesluitRow, ...]:
    """Return the decisions, newest first, without those taken back while recording."""
    gevonden = []
    for row in velden(session, _besluiten(), {"casus_id": casus_id}):
        gesloten = row.pop("overlegstatus") is Overlegstatus.GESLOTEN
        gevonden.append(
            BesluitRow(
                **row,
                in_verslag=gesloten and not row["achteraf"],
                type_naam=namen[BESLUITTYPEN].get(row["type_code"], row["type_code"]),
                gremium=namen[GREMIA].get(row["gremium_code"], row["gremium_code"]),
            )
        )
    return tuple(gevonden)


@vast
def _besluiten() -> Kolommen:
    b, oud, nieuw = Besluit, aliased(Besluit), aliased(Besluit)
    vervanger = select(nieuw.nummer).where(
        nieuw.vervangt_id == b.id, nieuw.status != Besluitstatus.TERUGGENOMEN
    )
    return (
        select(
            b.id, b.version, b.nummer, b.type_code, b.gremium_code, b.tekst, b.onderbouwing, b.voorwaarden,
            b.afwijkende_mening, b.datum, b.created_at.label("vastgelegd_op"), b.ingangsdatum, b.status, b.statusreden, b.achteraf, b.overleg_id,
            leeg(Overleg.nummer).label("overlegnummer"), Overleg.status.label("overlegstatus"),
            b.vraagstand, b.antwoord_voor, b.beantwoord_op, b.beantwoord_door, b.antwoord,
            b.voorbehoud, b.bekrachtigd_op, b.bekrachtigd_door,
            oud.nummer.label("vervangt"), vervanger.scalar_subquery().label("vervangen_door"),
        )
        .outerjoin(Overleg, Overleg.id == b.overleg_id)
        .outerjoin(oud, oud.id == b.vervangt_id)
        .where(b.casus_id == bindparam("casus_id"), b.status != Besluitstatus.TERUGGENOMEN)
        .order_by(b.datum.desc(), b.nummer.desc())
    )  # fmt: skip


def acties(session: Session, casus_id: str, op: date | None) -> tuple[ActieRow, ...]:
    """Return the actions, open ones first, then by term."""
    return actierijen(session, _acties(), op, {"casus_id": casus_id})


@vast
def _acties() -> Kolommen:
    return (
        actie_select()
        .where(Actie.casus_id == bindparam("casus_id"), Actie.status != Actiestatus.TERUGGENOMEN)
        .order_by(Actie.status != Actiestatus.OPEN, Actie.termijn.is_(None), Actie.termijn, Actie.nummer)
    )


def besprekingen(session: Session, casus_id: str) -> tuple[BesprekingRow, ...]:
    """Return the meetings that had the case on their agenda, newest first."""
    return rijen(session, BesprekingRow, _besprekingen(), {"casus_id": casus_id})


@vast
def _besprekingen() -> Kolommen:
    punt = Agendapunt
    return (
        select(
            punt.id, punt.version, punt.overleg_id, Overleg.nummer.label("overlegnummer"),
            Tafel.naam.label("tafel"), Overleg.datum, Overleg.begintijd, Overleg.status.label("overlegstatus"), punt.notitie,
            punt.volgende_datum,
        )
        .join(Overleg, Overleg.id == punt.overleg_id)
        .join(Tafel, Tafel.id == Overleg.tafel_id)
        .where(punt.casus_id == bindparam("casus_id"))
        .order_by(Overleg.datum.desc(), Overleg.nummer.desc())
    )  # fmt: skip
