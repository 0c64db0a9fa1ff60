"""The letter that goes with afschalen: its rows as the act keeps them, and as they were kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Afschaalbrief, Betrokkene, Casusgebeurtenis, Kluismeta, Persoon
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.rollen import rollen
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import GEEN_PERSOON, Betrokkenheid, Casusrol


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything the letter says. ``reden`` is the word of the list, ``toelichting`` what the table adds to it;
    ``overdracht``: the organisation that takes over, '' when nobody does; ``nazorg``: the days of the reviews."""

    id: str
    casusnummer: str
    gemeente: str
    tafel: str
    datum: date
    aangemeld_op: date
    aanmelder: str
    hoofdbetrokkene: str
    geboortedatum: date | None
    reden: str
    toelichting: str
    overdracht: str
    advies: str
    casemanager: str
    verantwoordelijke: str
    procesregisseur: str
    nazorg: tuple[date, ...]
    oefening: bool


@dataclass(frozen=True, slots=True)
class Wie:
    """The person and the three roles of a case, as words."""

    naam: str
    geboortedatum: date | None
    rollen: dict[Casusrol, str]
    oefening: bool


def wie_nu(session: Session, casus_id: str) -> Wie:
    """Return who the case is about and who holds its roles now; who left is nobody to call."""
    persoon = session.execute(_hoofd(), {"casus_id": casus_id}).one_or_none()
    huidig = {
        rol.rol: f"{rol.naam}, {rol.organisatie}" if rol.naam else f"{rol.organisatie}, {GEEN_PERSOON}"
        for rol in rollen(session, [casus_id])[casus_id]
        if rol.tot is None and not rol.weg
    }
    oefening = session.execute(
        select(Kluismeta.waarde).where(Kluismeta.sleutel == PRACTICE)
    ).scalar_one_or_none()
    naam, geboren = (persoon.naam, persoon.geboortedatum) if persoon is not None else ("", None)
    return Wie(naam, geboren, huidig, oefening == "ja")


@vast
def _hoofd() -> Kolommen:
    return (
        select(volle_naam().label("naam"), Persoon.geboortedatum)
        .join(Betrokkene, Betrokkene.persoon_id == Persoon.id)
        .where(Betrokkene.casus_id == bindparam("casus_id"), Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
    )


def naar_json(brief: Brief) -> str:
    """Return the letter as the JSON text that ``Afschaalbrief.inhoud`` keeps."""
    return msgspec.json.encode(brief).decode()


@dataclass(frozen=True, slots=True)
class BewaardeBrief:
    """A letter as it was made, with the moment of making."""

    id: str
    casus_id: str
    brief: Brief
    gemaakt_op: datetime


@inzage("afschaalbrief inzien", "casusgebeurtenis", "gebeurtenis_id")
def afschaalbrief(session: Session, gebeurtenis_id: str) -> BewaardeBrief:
    """Return the letter that was made with this event, as it was. Raises NotFound."""
    row = session.execute(_bewaard(), {"gebeurtenis_id": gebeurtenis_id}).one_or_none()
    if row is None:
        raise NotFound("niet_gevonden", soort="afschaalbrief", id=gebeurtenis_id)
    brief = msgspec.json.decode(row.inhoud, type=Brief)
    return BewaardeBrief(gebeurtenis_id, row.casus_id, brief, row.gemaakt_op)


@vast
def _bewaard() -> Kolommen:
    return (
        select(Afschaalbrief.inhoud, Afschaalbrief.gemaakt_op, Casusgebeurtenis.casus_id)
        .join(Casusgebeurtenis, Casusgebeurtenis.id == Afschaalbrief.gebeurtenis_id)
        .where(Afschaalbrief.gebeurtenis_id == bindparam("gebeurtenis_id"))
    )
