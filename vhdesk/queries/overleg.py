"""Meetings: the head of one, the list of all, and who takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.errors import NotFound
from vhdesk.models import (
    Agendapunt,
    Deelnemer,
    Heropening,
    Medewerker,
    Organisatie,
    Overleg,
    Punttoegang,
    Schorsing,
    Tafel,
)
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.gast import deelnemer_naam, deelnemer_van
from vhdesk.queries.lezen import Kolommen, eerste, rijen, vast
from vhdesk.vocabulary import (
    Aanwezigheid,
    Agendasoort,
    Organisatiesoort,
    Overlegstatus,
    Puntstatus,
    Tafelregime,
    Tafelsoort,
)
from vhdesk.vocabulary_agenda import Deelnemersoort

AANWEZIG = (Aanwezigheid.AANWEZIG, Aanwezigheid.LATER, Aanwezigheid.EERDER_WEG)


@dataclass(frozen=True, slots=True)
class OverlegRow:
    """A meeting as lists and heads show it. ``minuten``: sum of the agenda; ``eindtijd`` as planned;
    ``eerst_gesloten_op``: when its first minutes were made, also while it is open again;
    ``van_papier``: held on paper and entered afterwards; ``geschorst_op``: since when it is adjourned, ``verder_op``
    until when it means to be."""

    id: str
    nummer: str
    version: int
    tafel_id: str
    tafel: str
    tafelsoort: Tafelsoort
    regime: Tafelregime
    datum: date
    begintijd: time
    eindtijd: time | None
    plaats: str
    voorzitter_id: str | None
    voorzitter: str
    secretaris_id: str | None
    secretaris: str
    status: Overlegstatus
    geopend_op: datetime | None
    gesloten_op: datetime | None
    eerst_gesloten_op: datetime | None
    van_papier: bool
    sluitreden: str
    punten: int
    casussen: int
    besproken: int
    minuten: int
    deelnemers: int
    aanwezig: int
    geschorst_op: datetime | None = None
    verder_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class HeropeningRow:
    """That a closed meeting was opened again: when, by whom, why, and when it had been closed."""

    id: str
    volgnr: int
    tijdstip: datetime
    door: str
    reden: str
    gesloten_op: datetime


@dataclass(frozen=True, slots=True)
class DeelnemerRow:
    """A participant of a meeting and whether he or she was there. Of a guest ``medewerker_id`` and ``organisatie_id`` are
    "", ``naam`` names nobody of a case, and ``punten`` counts the items he or she is invited for."""

    id: str
    overleg_id: str
    medewerker_id: str
    naam: str
    functie: str
    organisatie_id: str
    organisatie: str
    organisatiesoort: Organisatiesoort | None
    aanwezigheid: Aanwezigheid
    opmerking: str
    volgorde: int
    achteraf: bool
    geheimhouding_op: datetime | None
    vanaf: datetime | None = None
    tot: datetime | None = None
    vervangt_id: str | None = None
    vervangt: str = ""
    informatie_op: date | None = None
    soort: Deelnemersoort = Deelnemersoort.LID
    casus_id: str | None = None
    punten: int = 0

    @property
    def gast(self) -> bool:
        """Whether he or she is no member of the table: an observer, or who comes for one case."""
        return self.soort is not Deelnemersoort.LID

    def bijzonder(self) -> str:
        """Return the times, for whom he or she came and when information was sent in, in words; "" for nothing."""
        delen = (
            f"vervangt {self.vervangt}" if self.vervangt else "",
            f"vanaf {local(self.vanaf):%H:%M}" if self.vanaf is not None else "",
            f"tot {local(self.tot):%H:%M}" if self.tot is not None else "",
            f"informatie ontvangen op {short_date(self.informatie_op)}"
            if self.informatie_op is not None
            else "",
        )
        return ", ".join(filter(None, delen))


@cache
def overleg_select() -> Kolommen:
    """The select behind ``OverlegRow``."""
    voorzitter, secretaris = aliased(Medewerker), aliased(Medewerker)
    punt = select(func.count()).where(Agendapunt.overleg_id == Overleg.id)
    deelnemer = select(func.count()).where(Deelnemer.overleg_id == Overleg.id)
    casus = punt.where(Agendapunt.soort == Agendasoort.CASUS)
    som = select(func.coalesce(func.sum(Agendapunt.minuten), 0)).where(Agendapunt.overleg_id == Overleg.id)
    return (
        select(
            Overleg.id, Overleg.nummer, Overleg.version, Overleg.tafel_id, Tafel.naam.label("tafel"),
            Tafel.soort.label("tafelsoort"), Tafel.regime, Overleg.datum, Overleg.begintijd, Overleg.eindtijd,
            Overleg.plaats, Overleg.voorzitter_id, leeg(voorzitter.naam).label("voorzitter"),
            Overleg.secretaris_id, leeg(secretaris.naam).label("secretaris"), Overleg.status, Overleg.geopend_op,
            Overleg.gesloten_op, Overleg.eerst_gesloten_op, Overleg.van_papier, Overleg.sluitreden,
            punt.scalar_subquery().label("punten"),
            casus.scalar_subquery().label("casussen"),
            casus.where(Agendapunt.status == Puntstatus.BESPROKEN).scalar_subquery().label("besproken"),
            som.scalar_subquery().label("minuten"),
            deelnemer.scalar_subquery().label("deelnemers"),
            deelnemer.where(Deelnemer.aanwezigheid.in_(AANWEZIG)).scalar_subquery().label("aanwezig"),
            Schorsing.geschorst_op, Schorsing.verder_op,
        )
        .join(Tafel, Tafel.id == Overleg.tafel_id)
        .outerjoin(voorzitter, voorzitter.id == Overleg.voorzitter_id)
        .outerjoin(secretaris, secretaris.id == Overleg.secretaris_id)
        .outerjoin(Schorsing, (Schorsing.overleg_id == Overleg.id) & Schorsing.hervat_op.is_(None))
    )  # fmt: skip


@vast
def _kop() -> Kolommen:
    return overleg_select().where(Overleg.id == bindparam("overleg_id"))


@vast
def _overleggen(*filters: str) -> Kolommen:
    """``filters``: columns that must equal the parameter of that name."""
    gekozen = (
        select(Overleg.id)
        .where(*(getattr(Overleg, naam) == bindparam(naam) for naam in filters))
        .order_by(Overleg.datum.desc(), Overleg.begintijd.desc())
        .limit(bindparam("limiet", type_=Integer))
    )
    return (
        overleg_select()
        .where(Overleg.id.in_(gekozen))
        .order_by(Overleg.datum.desc(), Overleg.begintijd.desc(), Overleg.nummer.desc())
    )


@vast
def _deelnemers() -> Kolommen:
    vervangen = aliased(Medewerker)
    punten = select(func.count()).where(Punttoegang.deelnemer_id == Deelnemer.id).scalar_subquery()
    return (
        select(
            Deelnemer.id, Deelnemer.overleg_id, leeg(Deelnemer.medewerker_id).label("medewerker_id"),
            deelnemer_naam().label("naam"), leeg(Medewerker.functie).label("functie"),
            leeg(Medewerker.organisatie_id).label("organisatie_id"), deelnemer_van().label("organisatie"),
            Organisatie.soort.label("organisatiesoort"), Deelnemer.aanwezigheid, Deelnemer.opmerking,
            Deelnemer.volgorde, Deelnemer.achteraf, Deelnemer.geheimhouding_op, Deelnemer.vanaf, Deelnemer.tot,
            Deelnemer.vervangt_id, leeg(vervangen.naam).label("vervangt"), Deelnemer.informatie_op,
            Deelnemer.soort, Deelnemer.casus_id, punten.label("punten"),
        )
        .outerjoin(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .outerjoin(vervangen, vervangen.id == Deelnemer.vervangt_id)
        .outerjoin(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
        .order_by(Deelnemer.volgorde, Medewerker.naam, Deelnemer.id)
    )  # fmt: skip


def overleg_kop(session: Session, overleg_id: str) -> OverlegRow:
    """Return the head of a meeting. Raises NotFound."""
    kop = eerste(session, OverlegRow, _kop(), {"overleg_id": overleg_id})
    if kop is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    return kop


def overleggen(
    session: Session, *, tafel_id: str | None = None, status: Overlegstatus | None = None, limiet: int = 200
) -> tuple[OverlegRow, ...]:
    """Return the meetings, newest first."""
    alle = {"tafel_id": tafel_id, "status": status}
    filters = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
    return rijen(session, OverlegRow, _overleggen(*filters), {**filters, "limiet": limiet})


@vast
def _heropeningen() -> Kolommen:
    h = Heropening
    return (
        select(h.id, h.volgnr, h.tijdstip, h.actor.label("door"), h.reden, h.gesloten_op)
        .where(h.overleg_id == bindparam("overleg_id"))
        .order_by(h.volgnr)
    )


def heropeningen(session: Session, overleg_id: str) -> tuple[HeropeningRow, ...]:
    """Return how often the meeting was opened again after it was closed, the first time first."""
    return rijen(session, HeropeningRow, _heropeningen(), {"overleg_id": overleg_id})


def deelnemers(session: Session, overleg_id: str) -> tuple[DeelnemerRow, ...]:
    """Return the participants in their order."""
    return rijen(session, DeelnemerRow, _deelnemers(), {"overleg_id": overleg_id})
