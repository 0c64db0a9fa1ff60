"""What one reader may know: the one filter behind every paper, preview and package that leaves the house.

A reader is an organisation; the house reads everything. Three things decide, each a query of its own, asked before the
words themselves are read:

- the level per case (``niveaus``): what a person decided, else what follows from table, role and acties (``models.niveau``),
  never more than the method of the case allows (jaarplan NOG 2017, uittreedoptie: only named parties know the content);
- which statements may stand on its paper (``Rechten.inbreng``), by the marks of their source;
- which addresses are secret (``geheime_casussen``): those stand on no paper at all.

Source: domein.md §2 ('Who gets what': filtering at the receiver was rejected as unsafe) and §3 (source marks).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, bindparam, exists, func, select, true
from sqlalchemy.orm import Session, aliased

from vhdesk.errors import NotFound
from vhdesk.models import (
    Actie,
    Agendapunt,
    Betrokkene,
    Casus,
    Casusmethode,
    Casuspartner,
    Casusroltoewijzing,
    Deelnemer,
    Inbreng,
    Medewerker,
    Organisatie,
    Persoon,
    Referentiewaarde,
    Tafellid,
    Zaalverlating,
)
from vhdesk.models.niveau import mag_op_papier, volgend_niveau
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.methodevraag import lees_methodevraag
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.partij import is_partij
from vhdesk.queries.referentie import METHODEN
from vhdesk.vocabulary import Actiestatus, Betrokkenheid, Casusrol, Informatieniveau
from vhdesk.vocabulary_lezer import Niveaugrond

_LEIDEN = (Casusrol.CASEMANAGER, Casusrol.VERANTWOORDELIJKE)


@dataclass(frozen=True, slots=True)
class Niveaurij:
    """How much one organisation may know of one case, and on what that rests. ``id``: case and organisation; ``volgt``:
    what a person may decide without saying why."""

    id: str
    casus_id: str
    organisatie_id: str
    niveau: Informatieniveau
    grond: Niveaugrond
    volgt: Informatieniveau


@dataclass(frozen=True, slots=True)
class Rechten:
    """What one organisation may know of some cases. ``inbreng``: the statements that may stand on its paper, by id;
    ``nummers``: of all statements of these cases, number -> whether it is one of those; ``acties``: its own."""

    organisatie_id: str
    naam: str
    niveaus: Mapping[str, Informatieniveau]
    inbreng: frozenset[str]
    nummers: Mapping[int, bool]
    acties: frozenset[str]

    def niveau(self, casus_id: str) -> Informatieniveau:
        """Return the level of a case; of a case that was not asked about only that there is an outcome."""
        return self.niveaus.get(casus_id, Informatieniveau.BESTAAN)

    def inhoud(self, casus_id: str) -> bool:
        """Return whether the content of a case may be known."""
        return self.niveau(casus_id) is Informatieniveau.INHOUD

    def mee(self) -> tuple[str, ...]:
        """Return the cases of which more may be known than that there is an outcome."""
        return tuple(id_ for id_, niveau in self.niveaus.items() if niveau is not Informatieniveau.BESTAAN)


def niveaus(
    session: Session, casussen: Collection[str], organisaties: Collection[str], tafel_id: str = ""
) -> tuple[Niveaurij, ...]:
    """Return the level of each of these organisations in each of these cases. ``tafel_id``: the table where the cases
    are discussed; '' for each the table it stands at."""
    beschermd = _mag_weten(session, casussen)
    waarden = {
        "casussen": ids_waarde(casussen),
        "organisaties": ids_waarde(organisaties),
        "tafel_id": tafel_id,
    }
    gevonden = velden(session, _niveaus(), waarden)
    return tuple(_niveaurij(veld, beschermd.get(veld["casus_id"])) for veld in gevonden)


def rechten(session: Session, organisatie_id: str, casussen: Collection[str], tafel_id: str = "") -> Rechten:
    """Return what one organisation may know of these cases. Raises NotFound for an organisation that is not there."""
    naam = session.execute(_naam(), {"organisatie_id": organisatie_id}).scalar_one_or_none()
    if naam is None:
        raise NotFound("niet_gevonden", soort="organisatie", id=organisatie_id)
    rijen = niveaus(session, casussen, (organisatie_id,), tafel_id)
    inhoud = [rij.casus_id for rij in rijen if rij.niveau is Informatieniveau.INHOUD]
    inbreng, nummers = set(), {}
    for veld in velden(session, _merken(), {"ids": ids_waarde(inhoud)}):
        inbreng_id, nummer = veld.pop("id"), veld.pop("nummer")
        nummers[nummer] = mag_op_papier(organisatie_id, **veld)
        if nummers[nummer]:
            inbreng.add(inbreng_id)
    eigen = session.execute(_eigen_acties(), {"organisatie_id": organisatie_id}).scalars()
    return Rechten(
        organisatie_id,
        naam,
        {rij.casus_id: rij.niveau for rij in rijen},
        frozenset(inbreng),
        nummers,
        frozenset(eigen),
    )


def geheime_casussen(session: Session, casussen: Collection[str]) -> frozenset[str]:
    """Return of which of these cases the address of the hoofdbetrokkene is secret."""
    return frozenset(session.execute(_geheim(), {"ids": ids_waarde(casussen)}).scalars())


def _niveaurij(veld: dict[str, Any], mag_weten: frozenset[str] | None) -> Niveaurij:
    """Return the level from what the record says of an organisation and a case."""
    code, gezet = veld["code"], veld["gezet"]
    aan_tafel = veld["partij"] and not veld["weg"] and gezet is None
    niveau, grond = gezet, Niveaugrond.GEZET
    if gezet is None:
        niveau = volgend_niveau(aan_tafel=aan_tafel, rol=veld["rol"], actie=veld["actie"])
        grond = (
            Niveaugrond.TAFEL
            if aan_tafel
            else Niveaugrond.ROL
            if veld["rol"]
            else Niveaugrond.ACTIE
            if veld["actie"]
            else Niveaugrond.GEEN
        )
    if mag_weten is not None and code not in mag_weten and niveau is Informatieniveau.INHOUD:
        niveau = volgend_niveau(aan_tafel=False, rol=False, actie=veld["actie"])
        grond = Niveaugrond.METHODE
    return Niveaurij(
        f"{veld['casus_id']}/{veld['organisatie_id']}",
        veld["casus_id"],
        veld["organisatie_id"],
        niveau,
        grond,
        volgend_niveau(aan_tafel=veld["lid"], rol=veld["rol"], actie=veld["actie"]),
    )


@vast
def _niveaus() -> Kolommen:
    c, o, partner = Casus, Organisatie, aliased(Casuspartner)
    tafel = func.coalesce(func.nullif(bindparam("tafel_id", type_=String), ""), c.tafel_id)
    rol = exists().where(
        Casusroltoewijzing.casus_id == c.id, Casusroltoewijzing.organisatie_id == o.id,
        Casusroltoewijzing.tot.is_(None), Casusroltoewijzing.rol.in_(_LEIDEN),
    )  # fmt: skip
    actie = exists().where(
        Actie.casus_id == c.id, Actie.organisatie_id == o.id, Actie.status != Actiestatus.TERUGGENOMEN
    )
    lid = exists().where(Tafellid.tafel_id == tafel, Tafellid.organisatie_id == o.id)
    return (
        select(
            c.id.label("casus_id"), o.id.label("organisatie_id"), o.code, partner.niveau.label("gezet"),
            is_partij(o.id, c.id, tafel).label("partij"), lid.label("lid"), rol.label("rol"), actie.label("actie"),
            _ging_weg().label("weg"),
        )
        .select_from(c)
        .join(o, true())
        .outerjoin(partner, (partner.casus_id == c.id) & (partner.organisatie_id == o.id))
        .where(c.id.in_(_ids_van("casussen")), o.id.in_(_ids_van("organisaties")))
        .order_by(c.nummer, o.naam)
    )  # fmt: skip


def _ids_van(parameter: str) -> Any:
    waarden = func.json_each(bindparam(parameter, type_=String)).table_valued("value")
    return select(waarden.c.value)


def _ging_weg() -> Any:
    """Whether nobody of an organisation stayed in the room when the case was discussed (``queries.zaal``)."""
    punt, gegaan, bleef = Agendapunt, aliased(Deelnemer), aliased(Deelnemer)
    wie, blijver = aliased(Medewerker), aliased(Medewerker)
    ging = aliased(Zaalverlating)
    uit = exists().where(ging.agendapunt_id == punt.id, ging.deelnemer_id == bleef.id).correlate(punt, bleef)
    gebleven = (
        exists()
        .where(
            bleef.overleg_id == punt.overleg_id, bleef.aanwezigheid.in_(AANWEZIG),
            blijver.id == bleef.medewerker_id, blijver.organisatie_id == Organisatie.id, ~uit,
        )
        .correlate(punt, Organisatie)
    )  # fmt: skip
    return (
        exists()
        .where(
            punt.casus_id == Casus.id, Zaalverlating.agendapunt_id == punt.id,
            Zaalverlating.deelnemer_id == gegaan.id, gegaan.medewerker_id == wie.id,
            wie.organisatie_id == Organisatie.id, ~gebleven,
        )
        .correlate(Casus, Organisatie)
    )  # fmt: skip


def _mag_weten(session: Session, casussen: Collection[str]) -> dict[str, frozenset[str]]:
    """Return case -> the codes of who may know its content; only of cases whose method names them."""
    gevonden: dict[str, frozenset[str]] = {}
    for casus_id, kenmerken in session.execute(_methoden(), {"ids": ids_waarde(casussen)}):
        mag = {code for zetel in lees_methodevraag(kenmerken).mag_weten for code in zetel.organisaties}
        gevonden[casus_id] = frozenset(mag)  # the newest version of a method comes last
    return {casus_id: mag for casus_id, mag in gevonden.items() if mag}


@vast
def _methoden() -> Kolommen:
    m, waarde = Casusmethode, Referentiewaarde
    return (
        select(m.casus_id, waarde.kenmerken)
        .join(waarde, (waarde.lijst_code == METHODEN) & (waarde.code == m.methode_code))
        .where(m.casus_id.in_(van_ids()), m.tot.is_(None))
        .order_by(waarde.versie_van)
    )


@vast
def _merken() -> Kolommen:
    i = Inbreng
    return select(
        i.id, i.nummer, i.organisatie_id.label("van"), i.regime, i.mag_door_naar, i.mondeling
    ).where(i.casus_id.in_(van_ids()))


@vast
def _eigen_acties() -> Kolommen:
    return select(Actie.id).where(
        Actie.organisatie_id == bindparam("organisatie_id"), Actie.status != Actiestatus.TERUGGENOMEN
    )


@vast
def _geheim() -> Kolommen:
    return (
        select(Betrokkene.casus_id)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(
            Betrokkene.casus_id.in_(van_ids()),
            Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE,
            Persoon.adres_geheim.is_(True),
        )
    )


@vast
def _naam() -> Kolommen:
    return select(Organisatie.naam).where(Organisatie.id == bindparam("organisatie_id"))
