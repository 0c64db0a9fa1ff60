"""The agenda of a meeting for one partner: its own cases by number and time, the rest without any word; and the order in
which partners wait least."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Agendapunt, Betrokkene, Organisatie, Persoon
from vhdesk.models.agendavolgorde import Agendacasus, aanwezig_minuten, beste_volgorde
from vhdesk.queries.agenda import na_minuten
from vhdesk.queries.gast import toegang
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.uitvraag import Uitvraagbord, uitvraagbord
from vhdesk.vocabulary import Agendasoort, Betrokkenheid
from vhdesk.vocabulary_agenda import BESLOTEN_DEEL, Deelnemersoort, punt_naam
from vhdesk.vocabulary_uitvraag import NIET_BETROKKEN

MEERDERJARIG = 18


@dataclass(frozen=True, slots=True)
class PartnerPunt:
    """An item. ``casus``: which case of the agenda it is, from 1; 0 for an item without a case. ``nummer`` only of the
    partner's own case, "" for another's; ``titel`` of an item without one. ``besloten``: it is not for this guest."""

    id: str
    soort: Agendasoort
    begint: time
    eindigt: time
    casus: int
    nummer: str
    titel: str = ""
    besloten: bool = False
    genodigd: bool = False

    @property
    def eigen(self) -> bool:
        """Whether it is a case of this partner, or an item this guest is invited for."""
        return bool(self.nummer) or self.genodigd

    def woorden(self) -> str:
        """Return what the item is called for this partner or guest."""
        if self.besloten:
            return BESLOTEN_DEEL
        if self.genodigd and self.casus:
            return f"Casus {self.casus}"
        if not self.casus:
            return punt_naam(self.soort, self.titel)
        return (
            f"Casus {self.casus}: {self.nummer}" if self.eigen else f"Casus {self.casus} ({NIET_BETROKKEN})"
        )


@dataclass(frozen=True, slots=True)
class PartnerAgenda:
    """What one partner, or one guest (``gast``), may know of an agenda. ``id``: the meeting; ``organisatie_id``: of the
    partner, or of the guest among the participants; ``aankomst`` and ``vertrek``: from its first case to the end of its
    last, None without a case."""

    id: str
    organisatie_id: str
    organisatie: str
    tafel: str
    datum: date
    begintijd: time
    eindigt: time
    plaats: str
    voorzitter: str
    punten: tuple[PartnerPunt, ...]
    aankomst: time | None
    vertrek: time | None
    gast: bool = False


@dataclass(frozen=True, slots=True)
class Volgordevoorstel:
    """The proposed order of the cases of a meeting. ``id``: the meeting; ``punten``: its items with a case;
    ``minuten_nu`` and ``minuten_dan``: how long all partners together sit there."""

    id: str
    punten: tuple[str, ...]
    anders: bool
    minuten_nu: int
    minuten_dan: int


@inzage("agenda inzien", "overleg", "overleg_id")
def partneragenda(session: Session, overleg_id: str, organisatie_id: str) -> PartnerAgenda:
    """Return the agenda of a meeting as one organisation may see it. Raises NotFound."""
    kop = overleg_kop(session, overleg_id)
    naam = session.execute(_naam(), {"organisatie_id": organisatie_id}).scalar_one_or_none()
    if naam is None:
        raise NotFound("niet_gevonden", soort="organisatie", id=organisatie_id)
    bord = uitvraagbord(session, overleg_id)
    nummers = _eigen_nummers(bord, organisatie_id)
    minuten, casus, punten = 0, 0, []
    for punt_id, soort, duur, casus_id, _geboren, titel, _besloten in session.execute(
        _punten(), {"overleg_id": overleg_id}
    ):
        casus += casus_id is not None
        punten.append(
            PartnerPunt(
                punt_id,
                soort,
                na_minuten(kop.begintijd, minuten),
                na_minuten(kop.begintijd, minuten + duur),
                casus if casus_id is not None else 0,
                nummers.get(casus_id, ""),
                titel,
            )
        )
        minuten += duur
    eigen = [punt for punt in punten if punt.eigen]
    return PartnerAgenda(
        kop.id, organisatie_id, naam, kop.tafel, kop.datum, kop.begintijd, na_minuten(kop.begintijd, minuten),
        kop.plaats, kop.voorzitter, tuple(punten),
        eigen[0].begint if eigen else None,
        eigen[-1].eindigt if eigen else None,
    )  # fmt: skip


@inzage("agenda inzien", "overleg", "overleg_id")
def gastagenda(session: Session, overleg_id: str, deelnemer_id: str) -> PartnerAgenda:
    """Return the agenda of a meeting as one guest may see it: the items he or she is invited for, without any number of a
    case, and of the rest only that there is something. Raises NotFound for who is no guest of it."""
    kop = overleg_kop(session, overleg_id)
    gast = next((rij for rij in deelnemers(session, overleg_id) if rij.id == deelnemer_id and rij.gast), None)
    if gast is None:
        raise NotFound("niet_gevonden", soort="deelnemer", id=deelnemer_id)
    mag = toegang(session, overleg_id).get(deelnemer_id, ())
    minuten, casus, punten = 0, 0, []
    for punt in session.execute(_punten(), {"overleg_id": overleg_id}):
        casus += punt.casus_id is not None
        genodigd = punt.id in mag and not punt.besloten
        punten.append(
            PartnerPunt(
                punt.id,
                punt.soort,
                na_minuten(kop.begintijd, minuten),
                na_minuten(kop.begintijd, minuten + punt.minuten),
                casus if punt.casus_id is not None else 0,
                "",
                punt.titel if genodigd else "",
                besloten=not genodigd,
                genodigd=genodigd,
            )
        )
        minuten += punt.minuten
    eigen = [punt for punt in punten if punt.eigen]
    return PartnerAgenda(
        kop.id, gast.id, gast.naam if gast.soort is Deelnemersoort.TOEHOORDER else gast.soort.label, kop.tafel,
        kop.datum, kop.begintijd, na_minuten(kop.begintijd, minuten), kop.plaats, kop.voorzitter, tuple(punten),
        eigen[0].begint if eigen else None,
        eigen[-1].eindigt if eigen else None,
        gast=True,
    )  # fmt: skip


@inzage("agenda inzien", "overleg", "overleg_id")
def volgordevoorstel(session: Session, overleg_id: str) -> Volgordevoorstel:
    """Return the order in which the partners of this agenda wait least, the cases of children first. Raises NotFound."""
    kop = overleg_kop(session, overleg_id)
    bord = uitvraagbord(session, overleg_id)
    casussen = [
        Agendacasus(
            punt_id,
            duur,
            geboren is not None and _leeftijd(geboren, kop.datum) < MEERDERJARIG,
            frozenset(rij.id for rij in bord.rijen if rij.cel(casus_id) is not None),
        )
        for punt_id, _soort, duur, casus_id, geboren, _titel, _besloten in session.execute(
            _punten(), {"overleg_id": overleg_id}
        )
        if casus_id is not None
    ]
    orde = beste_volgorde(casussen)
    return Volgordevoorstel(
        overleg_id,
        tuple(casus.id for casus in orde),
        list(orde) != casussen,
        aanwezig_minuten(casussen),
        aanwezig_minuten(orde),
    )


def _eigen_nummers(bord: Uitvraagbord, organisatie_id: str) -> dict[str, str]:
    """Return case -> number of the cases an organisation is party to."""
    rij = next((rij for rij in bord.rijen if rij.id == organisatie_id), None)
    if rij is None:
        return {}
    return {casus.id: casus.nummer for casus in bord.casussen if rij.cel(casus.id) is not None}


def _leeftijd(geboren: date, op: date) -> int:
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


@vast
def _naam() -> Kolommen:
    return select(Organisatie.naam).where(Organisatie.id == bindparam("organisatie_id"))


@vast
def _punten() -> Kolommen:
    punt, hoofd = Agendapunt, Betrokkenheid.HOOFDBETROKKENE
    return (
        select(
            punt.id, punt.soort, punt.minuten, punt.casus_id, Persoon.geboortedatum, punt.titel, punt.besloten
        )
        .outerjoin(Betrokkene, (Betrokkene.casus_id == punt.casus_id) & (Betrokkene.rol == hoofd))
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(punt.overleg_id == bindparam("overleg_id"))
        .order_by(punt.volgorde, punt.id)
    )
