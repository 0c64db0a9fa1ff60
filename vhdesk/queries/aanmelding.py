"""One referral, whole: what the form shows, who is asked, and how it was weighed before."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session, aliased

from vhdesk.errors import NotFound
from vhdesk.models import (
    Betrokkene,
    Casus,
    Medewerker,
    Organisatie,
    Persoon,
    Tafel,
    Weger,
    Weging,
)
from vhdesk.models.aanmelding import is_dicht, staat_vast
from vhdesk.models.aanmelding import ontbrekend as ontbrekend
from vhdesk.models.weging import criteria_uitkomst as criteria_uitkomst
from vhdesk.models.weging import mogelijke_uitkomsten as mogelijke_uitkomsten
from vhdesk.models.weging import past as past
from vhdesk.queries.bekendheid import BekendheidRow, bekendheid
from vhdesk.queries.bijlage import BijlageRow, bijlagen
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.instelling import tafelregels
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.melding import Casusvelden, Melding, Meldregel, meldingen, meldregels
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.plicht import PlichtRow, plichten
from vhdesk.queries.referentie import LEEFGEBIEDEN, referentie_namen
from vhdesk.vocabulary import Betrokkenheid, CasusStatus
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Caseload, Criteriumuitkomst, Meldveld, Weeguitkomst


@dataclass(frozen=True, slots=True)
class AangemeldeRow:
    """A person of the referral; the hoofdbetrokkene comes first."""

    id: str
    persoon_id: str
    rol: Betrokkenheid
    relatie: str
    naam: str
    voornamen: str
    voorletters: str
    voorvoegsel: str
    geslachtsnaam: str
    geboortedatum: date | None
    geslacht: str
    bsn: str
    adres: str
    postcode: str
    woonplaats: str
    telefoon: str
    opmerking: str
    soort: Persoonsoort
    kvk: str
    adres_geheim: bool
    aliassen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WegingRow:
    """A weighing as it was recorded. ``gebracht_door``: names of those who were there."""

    id: str
    gewogen_op: date
    a: bool | None
    a_reden: str
    b: bool | None
    b_reden: str
    c: bool | None
    c_reden: str
    d: bool | None
    d_reden: str
    criteria: Criteriumuitkomst
    afwijking: str
    uitkomst: Weeguitkomst
    motivering: str
    advies: str
    afwijkende_mening: str
    blue_list: bool
    naar_tafel: str
    procesmanager_id: str | None
    procesmanager: str
    procesmanager_zorg_id: str | None
    procesmanager_zorg: str
    ingetrokken_op: date | None
    intrekreden: str
    aanwezig: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AanmeldingDossier:
    """``melding`` None: the case came in another way (a list); what it lacks is named all the same. ``gemeld``: the same
    as rows to read."""

    id: str
    version: int
    nummer: str
    status: CasusStatus
    caseload: Caseload
    aangemeld_op: date
    velden: Casusvelden
    melding: Melding | None
    gemeld: tuple[Meldregel, ...]
    personen: tuple[AangemeldeRow, ...]
    bekendheid: tuple[BekendheidRow, ...]
    bijlagen: tuple[BijlageRow, ...]
    wegingen: tuple[WegingRow, ...]
    plichten: tuple[PlichtRow, ...]
    ontbreekt: tuple[Meldveld, ...]

    @property
    def dicht(self) -> bool:
        """Whether nothing of it changes any more."""
        return is_dicht(self.status)

    @property
    def staat_vast(self) -> bool:
        """Whether gemeente and tafel change by an act of their own."""
        return staat_vast(self.status, gewogen=any(row.ingetrokken_op is None for row in self.wegingen))

    @property
    def hoofd(self) -> AangemeldeRow:
        """The person the referral is about."""
        return self.personen[0]


@inzage("casus inzien", "casus", "casus_id")
def aanmelding(session: Session, casus_id: str) -> AanmeldingDossier:
    """Return the referral of a case. Raises NotFound."""
    kop = next(velden(session, _kop(), {"casus_id": casus_id}), None)
    if kop is None:
        raise NotFound("niet_gevonden", soort="casus", id=casus_id)
    casusvelden = Casusvelden(**{veld.name: kop.pop(veld.name) for veld in fields(Casusvelden)})
    melding = meldingen(session, [casus_id]).get(casus_id)
    personen = tuple(
        AangemeldeRow(**{**rij, "aliassen": tuple(rij["aliassen"])})
        for rij in velden(session, _personen(), {"casus_id": casus_id})
    )
    gevraagd = bekendheid(session, casus_id)
    hoofd = personen[0]
    waarden: dict[str, object] = {veld.name: getattr(casusvelden, veld.name) for veld in fields(Casusvelden)}
    if melding is not None:
        waarden.update({veld.name: getattr(melding, veld.name) for veld in fields(Melding)})
    waarden.update(
        soort=hoofd.soort,
        geboortedatum=hoofd.geboortedatum,
        adres=hoofd.adres or hoofd.woonplaats,
        partners=len(gevraagd),
    )
    return AanmeldingDossier(
        **kop,
        velden=casusvelden,
        melding=melding,
        gemeld=meldregels(melding, referentie_namen(session, LEEFGEBIEDEN)[LEEFGEBIEDEN]),
        personen=personen,
        bekendheid=gevraagd,
        bijlagen=bijlagen(session, casus_id),
        wegingen=wegingen(session, casus_id),
        plichten=plichten(session, casus_id),
        ontbreekt=ontbrekend(waarden, tafelregels(session, casusvelden.tafel_id).velden),
    )


@vast
def _kop() -> Kolommen:
    namen = [veld.name for veld in fields(Casusvelden)]
    return select(
        Casus.id, Casus.version, Casus.nummer, Casus.status, Casus.caseload, Casus.aangemeld_op,
        *(getattr(Casus, naam) for naam in namen),
    ).where(Casus.id == bindparam("casus_id"))  # fmt: skip


@vast
def _personen() -> Kolommen:
    p, b = Persoon, Betrokkene
    return (
        select(
            b.id, b.persoon_id, b.rol, b.relatie, volle_naam().label("naam"), p.voornamen, p.voorletters,
            p.voorvoegsel, p.geslachtsnaam, p.geboortedatum, p.geslacht, p.bsn, p.adres, p.postcode, p.woonplaats,
            p.telefoon, p.opmerking, p.soort, p.kvk, p.adres_geheim, p.aliassen,
        )
        .join(p, p.id == b.persoon_id)
        .where(b.casus_id == bindparam("casus_id"))
        .order_by(b.rol != Betrokkenheid.HOOFDBETROKKENE, b.volgorde, b.id)
    )  # fmt: skip


def wegingen(session: Session, casus_id: str) -> tuple[WegingRow, ...]:
    """Return how a case was weighed, the last time first."""
    namen: dict[str, list[str]] = {}
    for weging_id, naam in session.execute(_wegers(), {"casus_id": casus_id}):
        namen.setdefault(weging_id, []).append(naam)
    return tuple(
        WegingRow(**rij, aanwezig=tuple(namen.get(rij["id"], ())))
        for rij in velden(session, _wegingen(), {"casus_id": casus_id})
    )


@vast
def _wegers() -> Kolommen:
    return (
        select(Weger.weging_id, Medewerker.naam + ", " + Organisatie.naam)
        .join(Weging, Weging.id == Weger.weging_id)
        .join(Medewerker, Medewerker.id == Weger.medewerker_id)
        .join(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(Weging.casus_id == bindparam("casus_id"))
        .order_by(Medewerker.naam)
    )


@vast
def _wegingen() -> Kolommen:
    w, huis, zorg = Weging, aliased(Medewerker), aliased(Medewerker)
    return (
        select(
            w.id, w.gewogen_op, w.a, w.a_reden, w.b, w.b_reden, w.c, w.c_reden, w.d, w.d_reden, w.criteria,
            w.afwijking, w.uitkomst, w.motivering, w.advies, w.afwijkende_mening, w.blue_list,
            leeg(Tafel.naam).label("naar_tafel"), w.procesmanager_id, leeg(huis.naam).label("procesmanager"),
            w.procesmanager_zorg_id, leeg(zorg.naam).label("procesmanager_zorg"), w.ingetrokken_op, w.intrekreden,
        )
        .outerjoin(Tafel, Tafel.id == w.naar_tafel_id)
        .outerjoin(huis, huis.id == w.procesmanager_id)
        .outerjoin(zorg, zorg.id == w.procesmanager_zorg_id)
        .where(w.casus_id == bindparam("casus_id"))
        .order_by(w.created_at.desc(), text("weging.rowid DESC"))
    )  # fmt: skip
