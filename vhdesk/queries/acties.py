"""Actions: what is open, how old it is, how far over its date, and what 'vorig verslag en open acties' shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Actie, Agendapunt, Betrokkene, Casus, Medewerker, Organisatie, Overleg, Persoon
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen
from vhdesk.queries.naam import volle_naam
from vhdesk.vocabulary import Actiestatus, Betrokkenheid, Overlegstatus


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
    afgehandeld_op: date | None
    achteraf: bool
    version: int
    leeftijd: int
    dagen_over: int | None


def actie_select() -> Kolommen:
    """The select behind ``ActieRow``; the days are counted by ``actierijen``."""
    return (
        select(
            Actie.id, Actie.nummer, Actie.casus_id, Casus.nummer.label("casusnummer"), volle_naam().label("naam"),
            Actie.overleg_id, leeg(Overleg.nummer).label("overlegnummer"), Actie.omschrijving,
            Actie.organisatie_id, leeg(Organisatie.naam).label("organisatie"), Actie.medewerker_id,
            leeg(Medewerker.naam).label("medewerker"), Actie.termijn, Actie.conditie, Actie.informering,
            Actie.status, Actie.resultaat, Actie.uitgesteld, Actie.ontstaan_op, Actie.afgehandeld_op,
            Actie.achteraf, Actie.version,
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


def actierijen(session: Session, statement: Kolommen, op: date | None) -> tuple[ActieRow, ...]:
    """Run an ``actie_select`` and count the days to ``op`` (None: no days)."""
    gevonden = []
    for row in session.execute(statement).mappings():
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


def _gekozen(eisen: Sequence[ColumnElement[bool]], limiet: int) -> Kolommen:
    """The ids of the actions to show: chosen before the names are joined, because there may be thousands."""
    return (
        select(Actie.id)
        .where(Actie.status != Actiestatus.TERUGGENOMEN, *eisen)
        .order_by(Actie.status != Actiestatus.OPEN, Actie.termijn.is_(None), Actie.termijn, Actie.nummer)
        .limit(limiet)
    )


def _toon(
    session: Session, eisen: Sequence[ColumnElement[bool]], limiet: int, op: date
) -> tuple[ActieRow, ...]:
    statement = (
        actie_select()
        .where(Actie.id.in_(_gekozen(eisen, limiet)))
        .order_by(Actie.status != Actiestatus.OPEN, Actie.termijn.is_(None), Actie.termijn, Actie.nummer)
    )
    return actierijen(session, statement, op)


@inzage("acties inzien", "actie")
def open_acties(
    session: Session,
    *,
    vandaag: date,
    tafel_id: str | None = None,
    overleg_id: str | None = None,
    organisatie_id: str | None = None,
    casus_id: str | None = None,
    limiet: int = 500,
) -> tuple[ActieRow, ...]:
    """Return the open actions, the longest overdue first, those without a term last.

    ``overleg_id``: of the cases on the agenda of that meeting.
    """
    eisen: list[ColumnElement[bool]] = [Actie.status == Actiestatus.OPEN]
    if tafel_id is not None:
        eisen.append(Actie.casus_id.in_(select(Casus.id).where(Casus.tafel_id == tafel_id)))
    if overleg_id is not None:
        eisen.append(Actie.casus_id.in_(_agenda_casussen(overleg_id)))
    if organisatie_id is not None:
        eisen.append(Actie.organisatie_id == organisatie_id)
    if casus_id is not None:
        eisen.append(Actie.casus_id == casus_id)
    return _toon(session, eisen, limiet, vandaag)


def _agenda_casussen(overleg_id: str) -> Kolommen:
    return select(Agendapunt.casus_id).where(
        Agendapunt.overleg_id == overleg_id, Agendapunt.casus_id.is_not(None)
    )


@inzage("acties inzien", "overleg", "overleg_id")
def acties_vorige(session: Session, overleg_id: str, *, limiet: int = 500) -> tuple[ActieRow, ...]:
    """Return what 'vorig verslag en open acties' goes through; open ones first. Raises NotFound.

    The actions of the table's cases (and of cases on this agenda) that existed before this meeting and were
    open when it began, or were handled since the previous meeting. Days are counted to the meeting's date.
    """
    overleg = session.execute(
        select(Overleg.tafel_id, Overleg.datum).where(Overleg.id == overleg_id)
    ).one_or_none()
    if overleg is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    tafel_id, datum = overleg
    van_tafel = select(Casus.id).where(Casus.tafel_id == tafel_id)
    eisen = [
        or_(Actie.casus_id.in_(van_tafel), Actie.casus_id.in_(_agenda_casussen(overleg_id))),
        *was_er_al(overleg_id, datum),
        or_(
            Actie.status == Actiestatus.OPEN,
            Actie.afgehandeld_op > vorige_datum(tafel_id, datum),
        ),
    ]
    return _toon(session, eisen, limiet, datum)


def was_er_al(overleg_id: str, datum: date) -> tuple[ColumnElement[bool], ...]:
    """The actions that existed before this meeting: not made in it, and not of a later date."""
    return (
        or_(Actie.overleg_id.is_(None), Actie.overleg_id != overleg_id),
        Actie.ontstaan_op <= datum,
    )


def vorige_datum(tafel_id: str, datum: date) -> ColumnElement[date]:
    """The date of the closed meeting of this table before ``datum``; before the first: the beginning."""
    vorige = select(func.max(Overleg.datum)).where(
        Overleg.tafel_id == tafel_id, Overleg.status == Overlegstatus.GESLOTEN, Overleg.datum < datum
    )
    return func.coalesce(vorige.scalar_subquery(), date.min.isoformat())
