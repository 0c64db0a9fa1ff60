"""The agenda of a meeting with clock times: per case who it is, who leads it and what was decided so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.orm import Session, aliased

from vhdesk.errors import NotFound
from vhdesk.models import (
    Aanmelding,
    Actie,
    Agendapunt,
    Besluit,
    Betrokkene,
    Casus,
    Casusroltoewijzing,
    Gemeente,
    Medewerker,
    Overleg,
    Persoon,
)
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.overleg import OverlegRow, deelnemers, overleg_kop, overleggen
from vhdesk.queries.referentie import DOELGROEPEN, doelgroep_naam, referentie_namen
from vhdesk.vocabulary import (
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Betrokkenheid,
    Casusrol,
    CasusStatus,
    Puntstatus,
)

__all__ = ["Agenda", "AgendapuntRow", "OverlegRow", "agenda", "deelnemers", "overleg_kop", "overleggen"]


@dataclass(frozen=True, slots=True)
class AgendapuntRow:
    """An item. ``begint``: computed from the meeting's begintijd and the minutes before it.

    ``titel`` is of the case, ``eigen_titel`` of an item without one. ``besluiten`` and ``acties`` count those of this meeting. ``casus_volgende_datum`` is the case's own date,
    ``volgende_datum`` what this meeting set. ``code_rood``: the case came in as one, whatever its doelgroep is.
    """

    id: str
    version: int
    soort: Agendasoort
    volgorde: int
    minuten: int
    begint: time
    status: Puntstatus
    notitie: str
    volgende_datum: date | None
    begonnen_op: datetime | None
    besproken_op: datetime | None
    casus_id: str | None
    casusnummer: str
    titel: str
    naam: str
    geboortedatum: date | None
    doelgroep: str
    gemeente: str
    casusstatus: CasusStatus | None
    casus_version: int | None
    casus_volgende_datum: date | None
    casemanager: str
    verantwoordelijke: str
    aanleiding: str
    vraag_aan_tafel: str
    doel: str
    besluiten: int
    acties: int
    eigen_titel: str = ""
    besloten: bool = False
    code_rood: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda in order; ``minuten``: the sum, ``eindigt``: begintijd plus the sum."""

    id: str
    punten: tuple[AgendapuntRow, ...]
    minuten: int
    eindigt: time


@vast
def _punten() -> Kolommen:
    """The select behind ``AgendapuntRow``; ``begint`` is computed and the doelgroep named afterwards."""
    cm, ver, ver_wie = aliased(Casusroltoewijzing), aliased(Casusroltoewijzing), aliased(Medewerker)
    besluiten = (
        select(func.count())
        .where(
            Besluit.casus_id == Agendapunt.casus_id,
            Besluit.overleg_id == Agendapunt.overleg_id,
            Besluit.status == Besluitstatus.VASTGELEGD,
        )
        .scalar_subquery()
    )
    acties = (
        select(func.count())
        .where(
            Actie.casus_id == Agendapunt.casus_id,
            Actie.overleg_id == Agendapunt.overleg_id,
            Actie.status != Actiestatus.TERUGGENOMEN,
        )
        .scalar_subquery()
    )
    rood = select(Aanmelding.id).where(
        Aanmelding.casus_id == Agendapunt.casus_id,
        text("aanmelding.code_rood = 1"),  # to the letter as in the index ix_aanmelding_rood
    )
    punt, hoofd = Agendapunt, Betrokkenheid.HOOFDBETROKKENE
    return (
        select(
            punt.id, punt.version, punt.soort, punt.volgorde, punt.minuten, punt.status, punt.notitie,
            punt.volgende_datum, punt.begonnen_op, punt.besproken_op, punt.casus_id,
            leeg(Casus.nummer).label("casusnummer"), leeg(Casus.titel).label("titel"),
            volle_naam().label("naam"), Persoon.geboortedatum, Casus.doelgroep_code,
            leeg(Casus.doelgroep_tekst).label("doelgroep"), leeg(Gemeente.naam).label("gemeente"),
            Casus.status.label("casusstatus"), Casus.version.label("casus_version"),
            Casus.volgende_datum.label("casus_volgende_datum"), leeg(Medewerker.naam).label("casemanager"),
            leeg(ver_wie.naam).label("verantwoordelijke"),
            leeg(Casus.aanleiding).label("aanleiding"), leeg(Casus.vraag_aan_tafel).label("vraag_aan_tafel"),
            leeg(Casus.doel).label("doel"), besluiten.label("besluiten"), acties.label("acties"),
            punt.titel.label("eigen_titel"), punt.besloten, rood.exists().label("code_rood"),
        )
        .outerjoin(Casus, Casus.id == punt.casus_id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .outerjoin(Betrokkene, (Betrokkene.casus_id == punt.casus_id) & (Betrokkene.rol == hoofd))
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(cm, (cm.casus_id == punt.casus_id) & (cm.rol == Casusrol.CASEMANAGER) & cm.tot.is_(None))
        .outerjoin(Medewerker, Medewerker.id == cm.medewerker_id)
        .outerjoin(
            ver, (ver.casus_id == punt.casus_id) & (ver.rol == Casusrol.VERANTWOORDELIJKE) & ver.tot.is_(None)
        )
        .outerjoin(ver_wie, ver_wie.id == ver.medewerker_id)
        .where(punt.overleg_id == bindparam("overleg_id"))
        .order_by(punt.volgorde, punt.id)
    )  # fmt: skip


@vast
def _begintijd() -> Kolommen:
    return select(Overleg.begintijd).where(Overleg.id == bindparam("overleg_id"))


@inzage("agenda inzien", "overleg", "overleg_id")
def agenda(session: Session, overleg_id: str) -> Agenda:
    """Return the agenda of a meeting. Raises NotFound."""
    begintijd = session.execute(_begintijd(), {"overleg_id": overleg_id}).scalar_one_or_none()
    if begintijd is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    namen = referentie_namen(session, DOELGROEPEN)[DOELGROEPEN]
    minuten, punten = 0, []
    for punt in velden(session, _punten(), {"overleg_id": overleg_id}):
        punt["doelgroep"] = doelgroep_naam(namen, punt.pop("doelgroep_code"), punt["doelgroep"])
        punten.append(AgendapuntRow(**punt, begint=na_minuten(begintijd, minuten)))
        minuten += punt["minuten"]
    return Agenda(overleg_id, tuple(punten), minuten, na_minuten(begintijd, minuten))


def na_minuten(begin: time, minuten: int) -> time:
    """Return the clock time ``minuten`` after ``begin``; past midnight it starts again at 0:00."""
    return (datetime.combine(date.min, begin) + timedelta(minutes=minuten)).time()
