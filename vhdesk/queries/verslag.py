"""The minutes of a meeting as rows, and the list of meetings that have minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Actie, Agendapunt, Besluit, Kluismeta, Overleg, Tafel, Verslagstand
from vhdesk.queries.acties import acties_vorige
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.overleg import OverlegRow, deelnemers, overleg_kop
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.verslag_casus import Punt, casusbladen
from vhdesk.queries.verslag_inhoud import Moment, verslag_actie
from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagCasus,
    VerslagDeelnemer,
    VerslagPunt,
    VerslagTekort,
)
from vhdesk.queries.verslag_stand import met_later
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import Actiestatus, Agendasoort, Besluitstatus, Overlegstatus, Tekort

_OUDE_ACTIES = 2000


@dataclass(frozen=True, slots=True)
class VerslagRow:
    """A closed meeting in the list of minutes."""

    id: str
    nummer: str
    tafel_id: str
    tafel: str
    datum: date
    gesloten_op: datetime | None
    sluitreden: str
    casussen: int
    besluiten: int
    acties: int


def verslagen(session: Session, *, limiet: int = 200) -> tuple[VerslagRow, ...]:
    """Return the closed meetings, newest first."""
    return rijen(session, VerslagRow, _verslagen(), {"limiet": limiet})


@vast
def _verslagen() -> Kolommen:
    o = Overleg

    def aantal(tabel: Any, *eisen: Any) -> Any:
        return select(func.count()).where(tabel.overleg_id == o.id, *eisen).scalar_subquery()

    return (
        select(
            o.id, o.nummer, o.tafel_id, Tafel.naam.label("tafel"), o.datum, o.gesloten_op, o.sluitreden,
            aantal(Agendapunt, Agendapunt.soort == Agendasoort.CASUS).label("casussen"),
            aantal(Besluit, Besluit.status != Besluitstatus.TERUGGENOMEN).label("besluiten"),
            aantal(Actie, Actie.status != Actiestatus.TERUGGENOMEN).label("acties"),
        )
        .join(Tafel, Tafel.id == o.tafel_id)
        .where(o.status == Overlegstatus.GESLOTEN)
        .order_by(o.datum.desc(), o.begintijd.desc())
        .limit(bindparam("limiet", type_=Integer))
    )  # fmt: skip


@inzage("verslag samenstellen", "overleg", "overleg_id")
def verslag(session: Session, overleg_id: str) -> Verslag:
    """Return the minutes. Raises NotFound.

    Of a closed meeting as they were kept at closing, with what was added or withdrawn since and marked as such.
    Otherwise, and to keep them, as the record stands: without statements made 'mondeling' and without what was
    taken back while recording; roles and outcomes of actions as at the moment of closing.
    """
    nu = verslag_nu(session, overleg_id)
    bewaard = session.execute(_bewaard(), {"overleg_id": overleg_id}).scalar_one_or_none()
    if bewaard is None:
        return nu
    return met_later(msgspec.json.decode(bewaard, type=Verslag), nu)


def verslag_nu(session: Session, overleg_id: str) -> Verslag:
    """Return the minutes as the record stands now; what closing keeps as ``Verslagstand``. Raises NotFound."""
    kop = overleg_kop(session, overleg_id)
    moment = Moment(overleg_id, kop.datum, kop.gesloten_op)
    punten = session.execute(_punten(), {"overleg_id": overleg_id}).all()
    bladen = casusbladen(
        session,
        moment,
        [Punt(p.casus_id, p.notitie, p.volgende_datum) for p in punten if p.casus_id is not None],
    )
    return Verslag(
        id=kop.id,
        nummer=kop.nummer,
        tafel=kop.tafel,
        datum=kop.datum,
        begintijd=kop.begintijd,
        eindtijd=kop.eindtijd,
        plaats=kop.plaats,
        voorzitter=kop.voorzitter,
        secretaris=kop.secretaris,
        status=kop.status,
        geopend_op=kop.geopend_op,
        gesloten_op=kop.gesloten_op,
        sluitreden=kop.sluitreden,
        tekorten=_tekorten(session, kop),
        deelnemers=tuple(
            VerslagDeelnemer(d.id, d.naam, d.functie, d.organisatie, d.aanwezigheid, d.opmerking)
            for d in deelnemers(session, overleg_id)
        ),
        punten=tuple(
            VerslagPunt(p.id, volgnummer, p.soort, p.minuten, p.notitie, bladen.get(p.casus_id or ""))
            for volgnummer, p in enumerate(punten, start=1)
        ),
        oude_acties=_oude_acties(session, kop, bladen),
        oefening=_oefening(session),
    )


@vast
def _bewaard() -> Kolommen:
    return select(Verslagstand.inhoud).where(Verslagstand.overleg_id == bindparam("overleg_id"))


@vast
def _punten() -> Kolommen:
    punt = Agendapunt
    return (
        select(punt.id, punt.soort, punt.minuten, punt.notitie, punt.casus_id, punt.volgende_datum)
        .where(punt.overleg_id == bindparam("overleg_id"))
        .order_by(punt.volgorde, punt.id)
    )


@vast
def _tekorten_toen() -> Kolommen:
    return select(Overleg.tekorten).where(Overleg.id == bindparam("overleg_id"))


@vast
def _is_oefening() -> Kolommen:
    return select(Kluismeta.waarde).where(Kluismeta.sleutel == PRACTICE)


def _tekorten(session: Session, kop: OverlegRow) -> tuple[VerslagTekort, ...]:
    """What was missing when the chair closed; before closing: what is missing now."""
    if kop.status is not Overlegstatus.GESLOTEN:
        nu = tekorten(session, kop.id)
        return tuple(VerslagTekort(rij.casusnummer, rij.tekort, rij.toelichting) for rij in nu)
    toen = session.execute(_tekorten_toen(), {"overleg_id": kop.id}).scalar_one()
    return tuple(
        VerslagTekort(rij["casusnummer"], Tekort(rij["tekort"]), rij.get("toelichting", "")) for rij in toen
    )


def _oude_acties(
    session: Session, kop: OverlegRow, bladen: dict[str, VerslagCasus]
) -> tuple[VerslagActie, ...]:
    """The older actions that the table went through: handled, postponed, due, or of a case on the agenda."""
    return tuple(
        sorted(
            (
                verslag_actie(rij, kop.gesloten_op)
                for rij in acties_vorige(session, kop.id, limiet=_OUDE_ACTIES)
                if rij.casus_id in bladen
                or rij.status is not Actiestatus.OPEN
                or rij.uitgesteld
                or (rij.termijn is not None and rij.termijn <= kop.datum)
            ),
            key=lambda actie: actie.nummer,
        )
    )


def _oefening(session: Session) -> bool:
    return session.execute(_is_oefening()).scalar_one_or_none() == "ja"
