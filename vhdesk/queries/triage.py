"""What waits to be weighed: every referral with what it still lacks, the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, case, func, or_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from vhdesk.models import (
    Aanmelding,
    Bekendheid,
    Betrokkene,
    Casus,
    Gemeente,
    Persoon,
    Tafel,
    Weging,
)
from vhdesk.models.aanmelding import ontbrekend
from vhdesk.queries.caseload import caseloads
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.casusstand import IN_TOP_X
from vhdesk.queries.instelling import STANDAARD, tafelregels_alle
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast, velden
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.referentie import DOELGROEPEN, doelgroep_naam, referentie_namen
from vhdesk.vocabulary import Betrokkenheid, CasusStatus
from vhdesk.vocabulary_triage import Aanmeldbron, Bekendheidstand, Caseload, Meldveld

WACHTEND = (CasusStatus.AANGEMELD, CasusStatus.IN_TRIAGE)
_LEEFGEBIEDEN_LEEG = "[]"


@dataclass(frozen=True, slots=True)
class TriageRow:
    """A referral that waits. ``ontbreekt``: what it lacks before it is weighed; ``gevraagd`` organisations were asked,
    ``bekend`` of them know the person and ``stil`` did not answer. ``bron`` None: it came in with a list."""

    id: str
    nummer: str
    naam: str
    sorteernaam: str
    status: CasusStatus
    aangemeld_op: date
    gemeente: str
    doelgroep: str
    tafel: str
    bron: Aanmeldbron | None
    code_rood: bool
    blue_list: bool
    spoed: bool
    ontbreekt: tuple[Meldveld, ...]
    gevraagd: int
    bekend: int
    stil: int


@dataclass(frozen=True, slots=True)
class TopXRow:
    """A case in the Top X, to choose which one leaves it."""

    id: str
    nummer: str
    naam: str
    gemeente: str
    status: CasusStatus
    volgende_datum: date | None
    tafel_id: str | None


def _zegt_iets(kolom: Any) -> Any:
    return func.trim(func.coalesce(kolom, "")) != ""


@vast
def _statement() -> Kolommen:
    """The select behind ``TriageRow``: of long texts only whether they say something."""
    a, b = Aanmelding, Bekendheid
    geteld = (
        select(
            b.casus_id,
            func.count().label("gevraagd"),
            func.sum(case((b.stand == Bekendheidstand.BEKEND, 1), else_=0)).label("bekend"),
            func.sum(case((b.stand == Bekendheidstand.GEEN_ANTWOORD, 1), else_=0)).label("stil"),
        )
        .group_by(b.casus_id)
        .subquery()
    )
    ongewogen = (
        ~select(Weging.id).where(Weging.casus_id == Casus.id, Weging.ingetrokken_op.is_(None)).exists()
    )
    return (
        select(
            Casus.id, Casus.nummer, volle_naam().label("naam"), leeg(Persoon.naam_norm).label("sorteernaam"),
            Casus.status, Casus.aangemeld_op, leeg(Gemeente.naam).label("gemeente"), Casus.doelgroep_code,
            Casus.doelgroep_tekst.label("doelgroep"), leeg(Tafel.naam).label("tafel"), Casus.tafel_id, a.bron,
            func.coalesce(a.code_rood, False).label("code_rood"), func.coalesce(a.blue_list, False).label("blue_list"),
            func.coalesce(a.spoed, False).label("spoed"),
            func.coalesce(geteld.c.gevraagd, 0).label("partners"), func.coalesce(geteld.c.bekend, 0).label("bekend"),
            func.coalesce(geteld.c.stil, 0).label("stil"), Casus.gemeente_id, _zegt_iets(Casus.aanmelder).label("aanmelder"),
            Persoon.soort, Persoon.geboortedatum, _zegt_iets(func.coalesce(Persoon.adres, "") + leeg(Persoon.woonplaats)).label("adres"),
            _zegt_iets(Casus.aanleiding).label("aanleiding"), _zegt_iets(Casus.doel).label("doel"),
            _zegt_iets(Casus.vraag_aan_tafel).label("vraag_aan_tafel"),
            _zegt_iets(Casus.informering).label("informering"), _zegt_iets(a.situatieschets).label("situatieschets"),
            (func.coalesce(sql_cast(a.leefgebieden, String), _LEEFGEBIEDEN_LEEG) != _LEEFGEBIEDEN_LEEG).label("leefgebieden"),
            _zegt_iets(a.ingezet).label("ingezet"), _zegt_iets(a.vastgelopen).label("vastgelopen"), a.besproken,
        )
        .outerjoin(a, a.casus_id == Casus.id)
        .outerjoin(
            Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
        )
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .outerjoin(Tafel, Tafel.id == Casus.tafel_id)
        .outerjoin(geteld, geteld.c.casus_id == Casus.id)
        .where(
            or_(Casus.status.in_(WACHTEND), Casus.status.in_(IN_TOP_X) & a.code_rood.is_(True) & ongewogen)
        )
    )  # fmt: skip


_RIJ = tuple(TriageRow.__dataclass_fields__)


@inzage("casussen zoeken", "casus")
def triagelijst(session: Session) -> tuple[TriageRow, ...]:
    """Return what waits: Code Rood first, then what is urgent, what is in triage, what is complete; oldest first."""
    namen = referentie_namen(session, DOELGROEPEN)[DOELGROEPEN]
    regels = tafelregels_alle(session)
    gevonden = []
    for row in velden(session, _statement()):
        row["ontbreekt"] = ontbrekend(row, regels.get(row["tafel_id"], STANDAARD).velden)
        row["gevraagd"] = row["partners"]
        row["doelgroep"] = doelgroep_naam(namen, row["doelgroep_code"], row["doelgroep"])
        gevonden.append(TriageRow(**{naam: row[naam] for naam in _RIJ}))
    return tuple(sorted(gevonden, key=_volgorde))


def _volgorde(rij: TriageRow) -> tuple[object, ...]:
    compleet = not rij.ontbreekt
    return (
        not rij.code_rood, not rij.spoed, rij.status is not CasusStatus.IN_TRIAGE, not compleet, rij.aangemeld_op,
        rij.sorteernaam,
    )  # fmt: skip


@inzage("casussen zoeken", "casus")
def top_x_casussen(
    session: Session, *, voor: str | None = None, naar_tafel_id: str | None = None
) -> tuple[TopXRow, ...]:
    """Return the cases in the Top X by name; with ``voor`` those that can make room for that case: the others that are
    counted in the same list, or in that of the table it goes to (``naar_tafel_id``)."""
    gevonden = rijen(session, TopXRow, _top_x())
    if voor is None:
        return gevonden
    tafel_id = naar_tafel_id or session.scalar(select(Casus.tafel_id).where(Casus.id == voor))
    lijsten = caseloads(session)
    eigen = {lijst.id for lijst in lijsten}
    hier = tafel_id if tafel_id in eigen else None
    return tuple(
        rij
        for rij in gevonden
        if rij.id != voor and (rij.tafel_id if rij.tafel_id in eigen else None) == hier
    )


@vast
def _top_x() -> Kolommen:
    return (
        select(
            Casus.id, Casus.nummer, volle_naam().label("naam"), leeg(Gemeente.naam).label("gemeente"),
            Casus.status, Casus.volgende_datum, Casus.tafel_id,
        )
        .outerjoin(
            Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
        )
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .where(Casus.status.in_(IN_TOP_X), Casus.caseload == Caseload.TOP_X)
        .order_by(Persoon.naam_norm, Casus.nummer)
    )  # fmt: skip
