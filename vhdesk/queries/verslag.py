"""The minutes of a meeting as rows, and the list of meetings that have minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Integer, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.errors import NotFound
from vhdesk.models import Actie, Agendapunt, Besluit, Kluismeta, Overleg, Tafel, Verslagstand
from vhdesk.queries.acties import acties_vorige
from vhdesk.queries.fase import fasen, verloop
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.lezer import geheime_casussen
from vhdesk.queries.overleg import OverlegRow, deelnemers, heropeningen, overleg_kop
from vhdesk.queries.schorsing import SchorsingRow, schorsingen, voorzitterwissels
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.queries.verslag_aanwezig import aanwezig_woorden
from vhdesk.queries.verslag_casus import Punt, casusbladen
from vhdesk.queries.verslag_inhoud import Moment, verslag_actie
from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagAgendawijziging,
    VerslagCasus,
    VerslagDeelnemer,
    VerslagHeropening,
    VerslagPunt,
    VerslagSchorsing,
    VerslagTekort,
    VerslagVaststelling,
    VerslagVoorzitter,
)
from vhdesk.queries.verslag_stand import met_later, met_merken
from vhdesk.store.meta import PRACTICE
from vhdesk.vocabulary import Actiestatus, Agendasoort, Besluitstatus, Overlegstatus, Tekort

_OUDE_ACTIES = 2000


@dataclass(frozen=True, slots=True)
class VerslagRow:
    """Minutes in the list: a closed meeting, and each earlier version that was kept (``laatste`` False). ``id`` is
    the meeting, with the number of the version behind a slash for those that are not added to any more;
    ``gesloten_op`` when this version was made; ``heropend``: the meeting is open again."""

    id: str
    overleg_id: str
    versie: int
    laatste: bool
    heropend: bool
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
    """Return the minutes that can be read, newest meeting first and its newest version first."""
    gevonden = []
    for rij in velden(session, _verslagen(), {"limiet": limiet}):
        laatste = rij["versie"] == rij.pop("laatste_versie")
        heropend = rij.pop("status") is not Overlegstatus.GESLOTEN
        nu = laatste and not heropend
        sleutel = rij["overleg_id"] if nu else f"{rij['overleg_id']}/{rij['versie']}"
        gevonden.append(VerslagRow(id=sleutel, laatste=laatste, heropend=heropend, **rij))
    return tuple(gevonden)


def welke_versie(verslag_id: str) -> tuple[str, int | None]:
    """Return the meeting and the version that the id of a ``VerslagRow`` names; None: the newest."""
    overleg_id, _, versie = verslag_id.partition("/")
    return overleg_id, int(versie) if versie.isdecimal() else None


@vast
def _verslagen() -> Kolommen:
    o, stand, ander = Overleg, Verslagstand, aliased(Verslagstand)
    laatste = select(func.max(ander.versie)).where(ander.overleg_id == o.id).scalar_subquery()
    gekozen = (
        select(o.id)
        .where(or_(o.status == Overlegstatus.GESLOTEN, o.eerst_gesloten_op.is_not(None)))
        .order_by(o.datum.desc(), o.begintijd.desc())
        .limit(bindparam("limiet", type_=Integer))
    )

    def aantal(tabel: Any, *eisen: Any) -> Any:
        return select(func.count()).where(tabel.overleg_id == o.id, *eisen).scalar_subquery()

    return (
        select(
            o.id.label("overleg_id"), func.coalesce(stand.versie, 1).label("versie"),
            func.coalesce(laatste, 1).label("laatste_versie"), o.status, o.nummer, o.tafel_id,
            Tafel.naam.label("tafel"), o.datum,
            func.coalesce(stand.gemaakt_op, o.gesloten_op).label("gesloten_op"), o.sluitreden,
            aantal(Agendapunt, Agendapunt.soort == Agendasoort.CASUS).label("casussen"),
            aantal(Besluit, Besluit.status != Besluitstatus.TERUGGENOMEN).label("besluiten"),
            aantal(Actie, Actie.status != Actiestatus.TERUGGENOMEN).label("acties"),
        )
        .join(Tafel, Tafel.id == o.tafel_id)
        .outerjoin(stand, stand.overleg_id == o.id)
        .where(o.id.in_(gekozen))
        .order_by(o.datum.desc(), o.begintijd.desc(), o.id, stand.versie.desc())
    )  # fmt: skip


@inzage("verslag samenstellen", "overleg", "overleg_id")
def verslag(session: Session, overleg_id: str, versie: int | None = None) -> Verslag:
    """Return the minutes. Raises NotFound.

    Of a closed meeting as they were kept at closing, with what was added or withdrawn since and marked as such; an
    earlier ``versie`` exactly as it was kept. Of a meeting that is open (again) as the record stands: without
    statements made 'mondeling' and without what was taken back while recording; roles and outcomes of actions as at
    the moment of closing.
    """
    nu = verslag_nu(session, overleg_id)
    standen = _standen(session, overleg_id)
    if versie is not None and versie != nu.versie:
        if versie not in standen:
            raise NotFound("niet_gevonden", soort="verslag", id=overleg_id)
        return _zonder_geheim(session, standen[versie])
    if nu.status is Overlegstatus.GESLOTEN and nu.versie in standen:
        return _zonder_geheim(session, met_later(standen[nu.versie], nu))
    return nu


def _zonder_geheim(session: Session, papier: Verslag) -> Verslag:
    """Return the minutes without the place of who has a secret address since they were kept."""
    woont = {punt.casus.id for punt in papier.punten if punt.casus is not None and punt.casus.woonplaats}
    geheim = geheime_casussen(session, woont)
    if not geheim:
        return papier
    return replace(
        papier,
        punten=tuple(
            replace(punt, casus=replace(punt.casus, woonplaats=""))
            if punt.casus is not None and punt.casus.id in geheim
            else punt
            for punt in papier.punten
        ),
    )


def _standen(session: Session, overleg_id: str) -> dict[int, Verslag]:
    """Return the minutes that were kept, by version."""
    return {
        versie: msgspec.json.decode(inhoud, type=Verslag)
        for versie, inhoud in session.execute(_bewaard(), {"overleg_id": overleg_id})
    }


def _met_fasen(
    session: Session,
    overleg_id: str,
    punten: Sequence[Any],
    bladen: dict[str, VerslagCasus],
    onderbrekingen: Sequence[SchorsingRow],
) -> None:
    """Put on each sheet how long its phases took, and why the table decided early."""
    per_punt = fasen(session, overleg_id)
    for punt in punten:
        gevonden = per_punt.get(punt.id, [])
        if punt.casus_id is not None:
            bladen[punt.casus_id] = replace(
                bladen[punt.casus_id],
                fasen=verloop(punt.begonnen_op, punt.besproken_op, gevonden, onderbrekingen)
                if gevonden
                else (),
                besluit_reden=next((row.reden for row in gevonden if row.reden), ""),
            )


def verslag_nu(session: Session, overleg_id: str) -> Verslag:
    """Return the minutes as the record stands now; what closing keeps as ``Verslagstand``. Raises NotFound.

    Of a meeting that was opened again they say so, and mark what differs from its first minutes.
    """
    kop = overleg_kop(session, overleg_id)
    keren = heropeningen(session, overleg_id)
    moment = Moment(overleg_id, kop.datum, kop.gesloten_op)
    punten = session.execute(_punten(), {"overleg_id": overleg_id}).all()
    bladen = casusbladen(
        session,
        moment,
        [Punt(p.casus_id, p.notitie, p.volgende_datum) for p in punten if p.casus_id is not None],
    )
    onderbrekingen = schorsingen(session, overleg_id)
    mensen = deelnemers(session, overleg_id)
    if not kop.van_papier:  # of a meeting on paper the moments are those of entering
        _met_fasen(session, overleg_id, punten, bladen, onderbrekingen)
        erbij = aanwezig_woorden(session, overleg_id, mensen, punten, kop.eerst_gesloten_op)
        for casus_id, woorden in erbij.items():
            bladen[casus_id] = replace(bladen[casus_id], aanwezig=woorden)
    papier = Verslag(
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
            VerslagDeelnemer(
                d.id,
                d.naam,
                d.functie,
                d.organisatie,
                d.aanwezigheid,
                d.opmerking,
                geheimhouding=d.geheimhouding_op is not None,
                bijzonder=d.bijzonder(),
            )
            for d in mensen
        ),
        punten=tuple(
            VerslagPunt(
                p.id,
                volgnummer,
                p.soort,
                p.minuten,
                p.notitie,
                bladen.get(p.casus_id or ""),
                titel=p.titel,
                besloten=p.besloten,
            )
            for volgnummer, p in enumerate(punten, start=1)
        ),
        oude_acties=_oude_acties(session, kop, bladen),
        oefening=_oefening(session),
        van_papier=kop.van_papier,
        vaststelling=_vaststelling(session, overleg_id),
        versie=len(keren) + 1,
        heropeningen=tuple(
            VerslagHeropening(keer.id, keer.tijdstip, keer.door, keer.reden, keer.gesloten_op)
            for keer in keren
        ),
        schorsingen=tuple(
            VerslagSchorsing(rij.geschorst_op, rij.hervat_op, rij.reden) for rij in onderbrekingen
        ),
        voorzitters=_voorzitters(session, kop),
    )
    eerste = _standen(session, overleg_id).get(1) if keren else None
    return papier if eerste is None else met_merken(papier, eerste)


def _voorzitters(session: Session, kop: OverlegRow) -> tuple[VerslagVoorzitter, ...]:
    """Return who had the chair one after another, when it changed while the meeting ran."""
    wissels = voorzitterwissels(session, kop.id)
    if not wissels:
        return ()
    eerder = (VerslagVoorzitter(rij.van, rij.tijdstip) for rij in wissels if rij.van)
    return (*eerder, VerslagVoorzitter(kop.voorzitter, None))


def _vaststelling(session: Session, overleg_id: str) -> VerslagVaststelling | None:
    gevonden = vaststelling(session, overleg_id)
    if gevonden is None:
        return None
    return VerslagVaststelling(
        op=gevonden.op,
        door=gevonden.door,
        wijzigingen=tuple(
            VerslagAgendawijziging(rij.naam, rij.wat, rij.was, rij.nu) for rij in gevonden.wijzigingen
        ),
    )


@vast
def _bewaard() -> Kolommen:
    stand = Verslagstand
    return select(stand.versie, stand.inhoud).where(stand.overleg_id == bindparam("overleg_id"))


@vast
def _punten() -> Kolommen:
    punt = Agendapunt
    return (
        select(
            punt.id,
            punt.soort,
            punt.minuten,
            punt.notitie,
            punt.casus_id,
            punt.volgende_datum,
            punt.begonnen_op,
            punt.besproken_op,
            punt.titel,
            punt.besloten,
        )
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
