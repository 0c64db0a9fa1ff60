"""What is missing before a meeting can be closed: the close gate (vocabulary ``Tekort``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.errors import NotFound
from vhdesk.models import (
    Actie,
    Agendapunt,
    Besluit,
    Casus,
    Casusroltoewijzing,
    Deelnemer,
    Medewerker,
    Organisatie,
    Overleg,
    Plicht,
)
from vhdesk.queries.casusregel import heeft_plan
from vhdesk.queries.casusstand import LOPEND, heeft_regie, vraagt_leiding
from vhdesk.queries.gast import deelnemer_naam
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.rollen import vertrokken
from vhdesk.queries.schorsing import laatste_zittingsdag
from vhdesk.vocabulary import (
    GEEN_PERSOON,
    Aanwezigheid,
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Casusrol,
    Tekort,
)
from vhdesk.vocabulary_triage import Plichtsoort


@dataclass(frozen=True, slots=True)
class TekortRow:
    """One thing that is missing, and where to fill it in.

    ``record_id`` and ``veld``: the record and field to jump to (agendapunt, actie or deelnemer); ``nummer``: of
    the action; ``toelichting``: the text of the action, the name of the participant, or the organisation that has a role
    without a person.
    """

    id: str
    tekort: Tekort
    casus_id: str | None
    casusnummer: str
    agendapunt_id: str | None
    record_id: str
    veld: str
    nummer: int | None
    toelichting: str


@inzage("tekorten inzien", "overleg", "overleg_id")
def tekorten(session: Session, overleg_id: str) -> tuple[TekortRow, ...]:
    """Return what the meeting lacks now: per case in agenda order, actions with their case, attendance and secrecy last.

    A case that this meeting finished (afgesloten, niet opgenomen) needs a besluit, but nobody to lead it and no
    next date; a parked case needs a date, and so does help in the execution. Raises NotFound.
    """
    datum = session.execute(_datum(), {"overleg_id": overleg_id}).scalar_one_or_none()
    if datum is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    datum = laatste_zittingsdag(session, overleg_id, datum)
    weg: dict[str, list[TekortRow]] = {}
    for rij in _rollen_weg(session, overleg_id):
        weg.setdefault(rij.casus_id or "", []).append(rij)
    acties: dict[str, list[TekortRow]] = {}
    for rij in (
        *_plichten(session, overleg_id, datum),
        *_voorbehouden(session, overleg_id),
        *_acties(session, overleg_id),
    ):
        acties.setdefault(rij.casus_id or "", []).append(rij)
    gevonden: list[TekortRow] = []
    for punt in session.execute(_casuspunten(), {"overleg_id": overleg_id}).all():
        gevonden.extend(weg.get(punt.casus_id, ()))
        gevonden.extend(_van_casus(punt, datum))
        gevonden.extend(acties.pop(punt.casus_id, ()))
    for overig in acties.values():
        gevonden.extend(overig)
    gevonden.extend(_aanwezigheid(session, overleg_id))
    gevonden.extend(_geheimhouding(session, overleg_id))
    return tuple(gevonden)


@vast
def _datum() -> Kolommen:
    return select(Overleg.datum).where(Overleg.id == bindparam("overleg_id"))


@vast
def _casuspunten() -> Kolommen:
    """Per case on the agenda: the facts that the gate looks at."""

    def rol(soort: Casusrol) -> Any:
        houder = aliased(Casusroltoewijzing)
        return (
            select(houder.id)
            .where(
                houder.casus_id == Agendapunt.casus_id,
                houder.rol == soort,
                houder.tot.is_(None),
                houder.medewerker_id.is_not(None),
            )
            .exists()
        )

    alleen = aliased(Casusroltoewijzing)
    organisatie = (
        select(Organisatie.naam)
        .join(alleen, alleen.organisatie_id == Organisatie.id)
        .where(
            alleen.casus_id == Agendapunt.casus_id,
            alleen.rol == Casusrol.VERANTWOORDELIJKE,
            alleen.tot.is_(None),
            alleen.medewerker_id.is_(None),
        )
        .scalar_subquery()
    )

    besluit = (
        select(Besluit.id)
        .where(
            Besluit.casus_id == Agendapunt.casus_id,
            Besluit.overleg_id == bindparam("overleg_id"),
            Besluit.status == Besluitstatus.VASTGELEGD,
        )
        .exists()
    )
    return (
        select(
            Agendapunt.id, Agendapunt.casus_id, Agendapunt.volgende_datum, Casus.nummer, Casus.status, Casus.caseload,
            Casus.volgende_datum.label("eigen_datum"), Casus.informeerstand, besluit.label("besluit"),
            rol(Casusrol.CASEMANAGER).label("casemanager"),
            rol(Casusrol.VERANTWOORDELIJKE).label("verantwoordelijke"), func.coalesce(organisatie, "").label("organisatie"),
            heeft_plan().label("plan"),
        )
        .join(Casus, Casus.id == Agendapunt.casus_id)
        .where(Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.soort == Agendasoort.CASUS)
        .order_by(Agendapunt.volgorde)
    )  # fmt: skip


def _van_casus(punt: Any, datum: date) -> Iterator[TekortRow]:
    loopt, regie = punt.status in LOPEND, vraagt_leiding(punt.status, punt.caseload)
    komende = punt.volgende_datum or punt.eigen_datum
    ontbreekt = {
        Tekort.BESLUIT: not punt.besluit,
        Tekort.CASEMANAGER: regie and not punt.casemanager,
        Tekort.VERANTWOORDELIJKE: regie and not punt.verantwoordelijke,
        Tekort.PLAN: heeft_regie(punt.status, punt.caseload) and not punt.plan,
        Tekort.VOLGENDE_DATUM: loopt and (komende is None or komende <= datum),
        Tekort.INFORMERING: heeft_regie(punt.status, punt.caseload) and punt.informeerstand is None,
    }
    for tekort, is_zo in ontbreekt.items():
        if is_zo:
            veld = tekort.name.lower()
            alleen = punt.organisatie if tekort is Tekort.VERANTWOORDELIJKE else ""
            wie = f"{alleen}, {GEEN_PERSOON}" if alleen else ""
            yield TekortRow(
                f"{punt.id}:{veld}", tekort, punt.casus_id, punt.nummer, punt.id, punt.id, veld, None, wie
            )


def _rollen_weg(session: Session, overleg_id: str) -> Iterator[TekortRow]:
    """The roles of the cases on the agenda that somebody has who left."""
    for rol in session.execute(_weg(), {"overleg_id": overleg_id}).all():
        veld = rol.rol.value
        yield TekortRow(
            f"{rol.id}:weg",
            Tekort.ROL_WEG,
            rol.casus_id,
            rol.nummer,
            rol.punt_id,
            rol.punt_id,
            veld,
            None,
            rol.naam,
        )


@vast
def _weg() -> Kolommen:
    r = Casusroltoewijzing
    return (
        select(
            r.id, r.rol, r.casus_id, Casus.nummer, Agendapunt.id.label("punt_id"),
            func.coalesce(Medewerker.naam, Organisatie.naam).label("naam"),
        )
        .join(Agendapunt, Agendapunt.casus_id == r.casus_id)
        .join(Casus, Casus.id == r.casus_id)
        .join(Organisatie, Organisatie.id == r.organisatie_id)
        .outerjoin(Medewerker, Medewerker.id == r.medewerker_id)
        .where(
            Agendapunt.overleg_id == bindparam("overleg_id"), Casus.status.in_(LOPEND), r.tot.is_(None), vertrokken()
        )
        .order_by(Agendapunt.volgorde, r.rol)
    )  # fmt: skip


def _plichten(session: Session, overleg_id: str, datum: date) -> Iterator[TekortRow]:
    """What must still be told of the cases on the agenda: to the gemeente at once, to the referrer when that is due."""
    for plicht in session.execute(_open_plichten(), {"overleg_id": overleg_id, "datum": datum}).all():
        gemeente = plicht.soort is Plichtsoort.GEMEENTE_INFORMEREN
        yield TekortRow(
            f"{plicht.id}:plicht", Tekort.GEMEENTE if gemeente else Tekort.TERUGKOPPELING, plicht.casus_id,
            plicht.nummer, plicht.punt_id, plicht.id, "plicht", None, "",
        )  # fmt: skip


@vast
def _open_plichten() -> Kolommen:
    p = Plicht
    terug = (p.soort == Plichtsoort.TERUGKOPPELING) & (
        p.termijn <= bindparam("datum", type_=Plicht.termijn.type)
    )
    return (
        select(p.id, p.soort, p.casus_id, Casus.nummer, Agendapunt.id.label("punt_id"))
        .join(Casus, Casus.id == p.casus_id)
        .join(Agendapunt, Agendapunt.casus_id == p.casus_id)
        .where(
            Agendapunt.overleg_id == bindparam("overleg_id"), p.gedaan_op.is_(None),
            or_(p.soort == Plichtsoort.GEMEENTE_INFORMEREN, terug),
        )
        .order_by(p.soort != Plichtsoort.GEMEENTE_INFORMEREN, p.termijn, p.id)
    )  # fmt: skip


def _voorbehouden(session: Session, overleg_id: str) -> Iterator[TekortRow]:
    """The decisions of this meeting that stand under reserve and were not confirmed."""
    for besluit in session.execute(_onder_voorbehoud(), {"overleg_id": overleg_id}).all():
        yield TekortRow(
            f"{besluit.id}:voorbehoud", Tekort.VOORBEHOUD, besluit.casus_id, besluit.casusnummer, besluit.punt_id,
            besluit.id, "voorbehoud", None, f"B-{besluit.nummer}: {besluit.voorbehoud}",
        )  # fmt: skip


@vast
def _onder_voorbehoud() -> Kolommen:
    b = Besluit
    return (
        select(
            b.id, b.nummer, b.casus_id, b.voorbehoud, Casus.nummer.label("casusnummer"), Agendapunt.id.label("punt_id")
        )
        .join(Casus, Casus.id == b.casus_id)
        .outerjoin(Agendapunt, (Agendapunt.casus_id == b.casus_id) & (Agendapunt.overleg_id == b.overleg_id))
        .where(
            b.overleg_id == bindparam("overleg_id"), b.status == Besluitstatus.VASTGELEGD, b.voorbehoud != "",
            b.bekrachtigd_op.is_(None),
        )
        .order_by(b.nummer)
    )  # fmt: skip


def _acties(session: Session, overleg_id: str) -> Iterator[TekortRow]:
    """The open actions of this meeting without an organisation or without a term."""
    for actie in session.execute(_acties_statement(), {"overleg_id": overleg_id}).all():
        velden = (
            (Tekort.ACTIE_EIGENAAR, "organisatie_id", actie.organisatie_id),
            (Tekort.ACTIE_TERMIJN, "termijn", actie.termijn),
        )
        for tekort, veld, waarde in velden:
            if waarde is None:
                yield TekortRow(
                    f"{actie.id}:{veld}", tekort, actie.casus_id, actie.casusnummer, actie.punt_id, actie.id, veld,
                    actie.nummer, actie.omschrijving,
                )  # fmt: skip


@vast
def _acties_statement() -> Kolommen:
    return (
        select(
            Actie.id, Actie.nummer, Actie.casus_id, Actie.omschrijving, Actie.organisatie_id, Actie.termijn,
            Casus.nummer.label("casusnummer"), Agendapunt.id.label("punt_id"),
        )
        .join(Casus, Casus.id == Actie.casus_id)
        .outerjoin(
            Agendapunt, (Agendapunt.casus_id == Actie.casus_id) & (Agendapunt.overleg_id == Actie.overleg_id)
        )
        .where(Actie.overleg_id == bindparam("overleg_id"), Actie.status == Actiestatus.OPEN)
        .order_by(Actie.nummer)
    )  # fmt: skip


def _aanwezigheid(session: Session, overleg_id: str) -> Iterator[TekortRow]:
    for deelnemer_id, naam in session.execute(_uitgenodigden(), {"overleg_id": overleg_id}).all():
        yield TekortRow(
            f"{deelnemer_id}:aanwezigheid", Tekort.AANWEZIGHEID, None, "", None, deelnemer_id, "aanwezigheid",
            None, naam,
        )  # fmt: skip


def _geheimhouding(session: Session, overleg_id: str) -> Iterator[TekortRow]:
    """One line for all who were there and did not confirm the secrecy; it leads to the first of them."""
    wie = session.execute(_zonder_geheimhouding(), {"overleg_id": overleg_id}).all()
    if wie:
        yield TekortRow(
            f"{overleg_id}:geheimhouding", Tekort.GEHEIMHOUDING, None, "", None, wie[0].id, "geheimhouding", None,
            ", ".join(rij.naam for rij in wie),
        )  # fmt: skip


@vast
def _zonder_geheimhouding() -> Kolommen:
    return (
        select(Deelnemer.id, deelnemer_naam().label("naam"))
        .outerjoin(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .where(
            Deelnemer.overleg_id == bindparam("overleg_id"), Deelnemer.aanwezigheid.in_(AANWEZIG),
            Deelnemer.geheimhouding_op.is_(None),
        )
        .order_by(Deelnemer.volgorde)
    )  # fmt: skip


@vast
def _uitgenodigden() -> Kolommen:
    return (
        select(Deelnemer.id, deelnemer_naam().label("naam"))
        .outerjoin(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .where(
            Deelnemer.overleg_id == bindparam("overleg_id"),
            Deelnemer.aanwezigheid == Aanwezigheid.UITGENODIGD,
        )
        .order_by(Deelnemer.volgorde)
    )
