"""Actions: what is open, how old it is, how far over its date, and what 'vorig verslag en open acties' shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Integer, bindparam, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.folding import fold
from vhdesk.models import Actie, Agendapunt, Betrokkene, Casus, Medewerker, Organisatie, Overleg, Persoon
from vhdesk.queries.actiewoorden import woord_in_actie, woordwaarden
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, Waarden, rijen, vast, velden, zonder_index
from vhdesk.queries.naam import volle_naam
from vhdesk.vocabulary import Actiestatus, Betrokkenheid, Overlegstatus

ALLE: Final = 100_000  # for a list that must be whole; more than an organisation ever has open


@dataclass(frozen=True, slots=True)
class ActieRow:
    """An action with its owner and its case.

    ``leeftijd``: days since it arose; ``dagen_over``: days past its term, 0 when not, None without a term or
    when it is no longer open.
    """

    id: str
    nummer: int
    casus_id: str
    casusnummer: str
    naam: str
    overleg_id: str | None
    overlegnummer: str
    omschrijving: str
    organisatie_id: str | None
    organisatie: str
    medewerker_id: str | None
    medewerker: str
    termijn: date | None
    conditie: str
    informering: str
    status: Actiestatus
    resultaat: str
    uitgesteld: int
    ontstaan_op: date
    vastgelegd_op: datetime
    afgehandeld_op: date | None
    achteraf: bool
    version: int
    leeftijd: int
    dagen_over: int | None

    @property
    def eigenaar(self) -> str:
        """Return "Kevin Lansink, Politie" or "Politie"; "" without an owner."""
        return f"{self.medewerker}, {self.organisatie}" if self.medewerker else self.organisatie


@cache
def actie_select() -> Kolommen:
    """The select behind ``ActieRow``; the days are counted by ``actierijen``."""
    return (
        select(
            Actie.id, Actie.nummer, Actie.casus_id, Casus.nummer.label("casusnummer"), volle_naam().label("naam"),
            Actie.overleg_id, leeg(Overleg.nummer).label("overlegnummer"), Actie.omschrijving,
            Actie.organisatie_id, leeg(Organisatie.naam).label("organisatie"), Actie.medewerker_id,
            leeg(Medewerker.naam).label("medewerker"), Actie.termijn, Actie.conditie, Actie.informering,
            Actie.status, Actie.resultaat, Actie.uitgesteld, Actie.ontstaan_op,
            Actie.created_at.label("vastgelegd_op"), Actie.afgehandeld_op, Actie.achteraf, Actie.version,
        )
        .join(Casus, Casus.id == Actie.casus_id)
        .outerjoin(
            Betrokkene,
            (Betrokkene.casus_id == Actie.casus_id) & (Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE),
        )
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(Overleg, Overleg.id == Actie.overleg_id)
        .outerjoin(Organisatie, Organisatie.id == Actie.organisatie_id)
        .outerjoin(Medewerker, Medewerker.id == Actie.medewerker_id)
    )  # fmt: skip


def actierijen(
    session: Session, statement: Kolommen, op: date | None, waarden: Waarden
) -> tuple[ActieRow, ...]:
    """Run an ``actie_select`` with ``waarden`` and count the days to ``op`` (None: no days)."""
    gevonden = []
    for row in velden(session, statement, waarden):
        termijn = row["termijn"]
        loopt = op is not None and termijn is not None and row["status"] is Actiestatus.OPEN
        gevonden.append(
            ActieRow(
                **row,
                leeftijd=max(0, (op - row["ontstaan_op"]).days) if op is not None else 0,
                dagen_over=max(0, (op - termijn).days) if loopt else None,
            )
        )
    return tuple(gevonden)


# The filters of open_acties: what an action must meet for the parameter of that name.
_FILTERS: dict[str, Callable[[], ColumnElement[bool]]] = {
    "tafel_id": lambda: zonder_index(Actie.casus_id).in_(_tafel_casussen()),
    "overleg_id": lambda: Actie.casus_id.in_(_agenda_casussen()),
    "organisatie_id": lambda: Actie.organisatie_id == bindparam("organisatie_id"),
    "medewerker_id": lambda: Actie.medewerker_id == bindparam("medewerker_id"),
    "casus_id": lambda: Actie.casus_id == bindparam("casus_id"),
    "over_datum": lambda: Actie.termijn < bindparam("over_datum"),
    "zonder_termijn": lambda: Actie.termijn.is_(None),
}


@inzage("acties inzien", "actie")
def open_acties(
    session: Session,
    *,
    vandaag: date,
    tafel_id: str | None = None,
    overleg_id: str | None = None,
    organisatie_id: str | None = None,
    medewerker_id: str | None = None,
    casus_id: str | None = None,
    over_datum: bool = False,
    zonder_termijn: bool = False,
    zoek: str = "",
    limiet: int = 500,
) -> tuple[ActieRow, ...]:
    """Return the open actions, the longest overdue first, those without a term last.

    ``overleg_id``: of the cases on the agenda of that meeting; ``over_datum``: only those that are late; ``zoek``: words
    that must all stand in what is shown of an action, in all of them and not only the first ``limiet``.
    """
    alle = (
        tafel_id, overleg_id, organisatie_id, medewerker_id, casus_id, vandaag if over_datum else None,
        zonder_termijn or None,
    )  # fmt: skip
    filters = {naam: waarde for naam, waarde in zip(_FILTERS, alle, strict=True) if waarde is not None}
    waarden = {naam: waarde for naam, waarde in filters.items() if naam != "zonder_termijn"}
    woorden = woordwaarden(zoek)
    statement = _open_acties(*filters, woorden=len(woorden))
    return actierijen(session, statement, vandaag, {**waarden, **woorden, "limiet": limiet})


@dataclass(frozen=True, slots=True)
class Actietelling:
    """How many actions are open, and how many of them are late."""

    id: str
    aantal: int
    over: int


def acties_telling(
    session: Session,
    *,
    vandaag: date,
    tafel_id: str | None = None,
    organisatie_id: str | None = None,
    medewerker_id: str | None = None,
) -> Actietelling:
    """Return the counts of one table, organisation or person, or of all."""
    gevraagd = {"tafel_id": tafel_id, "organisatie_id": organisatie_id, "medewerker_id": medewerker_id}
    filters = {naam: waarde for naam, waarde in gevraagd.items() if waarde is not None}
    aantal, over = session.execute(_telling(*filters), {**filters, "vandaag": vandaag}).one()
    return Actietelling("acties", aantal, over)


@vast
def _telling(*filters: str) -> Kolommen:
    te_laat = func.count().filter(Actie.termijn < bindparam("vandaag"))
    return select(func.count(), te_laat).where(
        Actie.status == Actiestatus.OPEN, *(_FILTERS[naam]() for naam in filters)
    )


@dataclass(frozen=True, slots=True)
class ActiepersoonRow:
    """Somebody who has actions to do, and how many are open."""

    id: str
    naam: str
    organisatie: str
    aantal: int


def actiepersonen(
    session: Session, *, tafel_id: str | None = None, organisatie_id: str | None = None
) -> tuple[ActiepersoonRow, ...]:
    """Return who has open actions, of one table or organisation, by name: all of them, however many actions there are."""
    gevraagd = {"tafel_id": tafel_id, "organisatie_id": organisatie_id}
    filters = {naam: waarde for naam, waarde in gevraagd.items() if waarde is not None}
    gevonden = rijen(session, ActiepersoonRow, _actiepersonen(*filters), filters)
    return tuple(sorted(gevonden, key=lambda rij: (fold(rij.naam), fold(rij.organisatie))))


@vast
def _actiepersonen(*filters: str) -> Kolommen:
    return (
        select(
            Medewerker.id, Medewerker.naam, leeg(Organisatie.naam).label("organisatie"),
            func.count(Actie.id).label("aantal"),
        )
        .join(Actie, Actie.medewerker_id == Medewerker.id)
        .outerjoin(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(Actie.status == Actiestatus.OPEN, *(_FILTERS[naam]() for naam in filters))
        .group_by(Medewerker.id)
    )  # fmt: skip


@inzage("acties inzien", "overleg", "overleg_id")
def acties_vorige(session: Session, overleg_id: str, *, limiet: int = 500) -> tuple[ActieRow, ...]:
    """Return what 'vorig verslag en open acties' goes through; open ones first. Raises NotFound.

    The actions of the table's cases (and of cases on this agenda) that existed before this meeting and were
    open when it began, or were handled since the previous meeting. Days are counted to the meeting's date.
    """
    overleg = session.execute(_overleg(), {"overleg_id": overleg_id}).one_or_none()
    if overleg is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    tafel_id, datum = overleg
    waarden = {"overleg_id": overleg_id, "tafel_id": tafel_id, "datum": datum, "limiet": limiet}
    return actierijen(session, _acties_vorige(), datum, waarden)


@vast
def _open_acties(*filters: str, woorden: int) -> Kolommen:
    eisen = (*(_FILTERS[naam]() for naam in filters), *(woord_in_actie(nr) for nr in range(woorden)))
    return _toon(Actie.status == Actiestatus.OPEN, *eisen)


@vast
def _acties_vorige() -> Kolommen:
    # What is open or was handled lately is less than the actions of all cases of a table.
    casus = zonder_index(Actie.casus_id)
    return _toon(
        or_(casus.in_(_tafel_casussen()), casus.in_(_agenda_casussen())),
        *_was_er_al(),
        or_(Actie.status == Actiestatus.OPEN, Actie.afgehandeld_op > _vorige_datum()),
    )


def _toon(*eisen: ColumnElement[bool]) -> Kolommen:
    """The ids of the actions are chosen before the names are joined, because there may be thousands."""
    volgorde = (Actie.status != Actiestatus.OPEN, Actie.termijn.is_(None), Actie.termijn, Actie.nummer)
    gekozen = (
        select(Actie.id)
        .where(Actie.status != Actiestatus.TERUGGENOMEN, *eisen)
        .order_by(*volgorde)
        .limit(bindparam("limiet", type_=Integer))
    )
    return actie_select().where(Actie.id.in_(gekozen)).order_by(*volgorde)


@vast
def _overleg() -> Kolommen:
    return select(Overleg.tafel_id, Overleg.datum).where(Overleg.id == bindparam("overleg_id"))


def _tafel_casussen() -> Kolommen:
    return select(Casus.id).where(Casus.tafel_id == bindparam("tafel_id"))


def _agenda_casussen() -> Kolommen:
    return select(Agendapunt.casus_id).where(
        Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.casus_id.is_not(None)
    )


def _was_er_al() -> tuple[ColumnElement[bool], ...]:
    """The actions that existed before this meeting: not made in it, and not of a later date."""
    return (
        or_(Actie.overleg_id.is_(None), Actie.overleg_id != bindparam("overleg_id")),
        Actie.ontstaan_op <= bindparam("datum"),
    )


def _vorige_datum() -> ColumnElement[date]:
    """The date of the closed meeting of this table before ``datum``; before the first: the beginning."""
    vorige = select(func.max(Overleg.datum)).where(
        Overleg.tafel_id == bindparam("tafel_id"),
        Overleg.status == Overlegstatus.GESLOTEN,
        Overleg.datum < bindparam("datum"),
    )
    return func.coalesce(vorige.scalar_subquery(), date.min.isoformat())
