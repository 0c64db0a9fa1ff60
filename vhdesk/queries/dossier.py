"""One case, whole: everything the table needs on one screen, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import (
    Betrokkene,
    Casus,
    Casuspartner,
    Factor,
    Gemeente,
    Inbreng,
    Niveaubepaling,
    Organisatie,
    Persoon,
    Tafel,
)
from vhdesk.models.persoon import kvk_vorm
from vhdesk.queries.bekendheid import bekendheid
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.queries.bijlage import bijlagen
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.dossier_rijen import (
    BetrokkeneRow,
    Dossier,
    DossierKop,
    FactorRow,
    InbrengRow,
    PartnerRow,
)
from vhdesk.queries.dossier_tafel import acties, besluiten, besprekingen
from vhdesk.queries.dubbele import bsn_klopt
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast, velden
from vhdesk.queries.melding import meldingen, meldregels
from vhdesk.queries.methode import methodestand
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.plan import plannen
from vhdesk.queries.planversie import planversies
from vhdesk.queries.plicht import plichten
from vhdesk.queries.referentie import (
    BESLUITTYPEN,
    DOELGROEPEN,
    GREMIA,
    LEEFGEBIEDEN,
    ZRM_DOMEINEN,
    doelgroep_naam,
    referentie_namen,
)
from vhdesk.queries.rollen import rollen
from vhdesk.queries.systeem import elders, relaties, samenvoegingen
from vhdesk.queries.uitvraag import weigeringen
from vhdesk.queries.verloop import verloop
from vhdesk.queries.zrm import zrm_scores
from vhdesk.vocabulary import Casusrol
from vhdesk.vocabulary_inbreng import Herkomst

Namen = Mapping[str, Mapping[str, str]]


@inzage("casus inzien", "casus", "casus_id")
def dossier(session: Session, casus_id: str, *, vandaag: date | None = None) -> Dossier:
    """Return the case. Raises NotFound. ``vandaag`` counts the days of its actions and holds it against its method;
    without it they are 0 and the method asks nothing."""
    namen = referentie_namen(session, BESLUITTYPEN, DOELGROEPEN, GREMIA, LEEFGEBIEDEN, ZRM_DOMEINEN)
    kop = _kop(session, casus_id, namen)
    gehad = rollen(session, [casus_id])[casus_id]
    huidig = {rol.rol: rol for rol in gehad if rol.tot is None}
    betrokkenen, partners = _betrokkenen(session, casus_id), _partners(session, casus_id)
    plan = plannen(session, [casus_id], namen[LEEFGEBIEDEN]).get(casus_id)
    return Dossier(
        id=casus_id,
        kop=kop,
        casemanager=huidig.get(Casusrol.CASEMANAGER),
        verantwoordelijke=huidig.get(Casusrol.VERANTWOORDELIJKE),
        procesregisseur=huidig.get(Casusrol.PROCESREGISSEUR),
        rollen=gehad,
        stand=caseload_stand(session, kop.tafel_id),
        plichten=plichten(session, casus_id),
        gemeld=meldregels(meldingen(session, [casus_id]).get(casus_id), namen[LEEFGEBIEDEN]),
        betrokkenen=betrokkenen,
        bekendheid=bekendheid(session, casus_id),
        partners=partners,
        inbreng=_inbreng(session, casus_id, namen),
        zrm=zrm_scores(session, [casus_id], namen[ZRM_DOMEINEN])[casus_id],
        factoren=_factoren(session, casus_id),
        plan=plan,
        planversies=planversies(session, casus_id),
        besluiten=besluiten(session, casus_id, namen),
        acties=acties(session, casus_id, vandaag),
        besprekingen=besprekingen(session, casus_id),
        weigeringen=weigeringen(session, casus_id),
        bijlagen=bijlagen(session, casus_id),
        verloop=verloop(session, casus_id),
        bewaren=bewaarstand(session, casus_id),
        methode=methodestand(
            session,
            casus_id,
            vandaag=vandaag,
            betrokkenen=betrokkenen,
            casemanager=huidig.get(Casusrol.CASEMANAGER),
            partners=partners,
            plan=plan,
            volgende_datum=kop.volgende_datum,
        ),
    )


def _kop(session: Session, casus_id: str, namen: Namen) -> DossierKop:
    row = session.execute(_kop_statement(), {"casus_id": casus_id}).mappings().one_or_none()
    if row is None:
        raise NotFound("niet_gevonden", soort="casus", id=casus_id)
    naam = doelgroep_naam(namen[DOELGROEPEN], row["doelgroep_code"], row["doelgroep_tekst"])
    herkomst = {veld: Herkomst(van) for veld, van in dict(row["grondslag_herkomst"]).items()}
    rest = {veld: waarde for veld, waarde in row.items() if veld != "grondslag_herkomst"}
    return DossierKop(**rest, doelgroep=naam, herkomst=herkomst)


@vast
def _kop_statement() -> Kolommen:
    c = Casus
    return (
        select(
            c.id, c.version, c.nummer, c.titel, c.status, c.caseload, c.doelgroep_code, c.doelgroep_tekst, c.gemeente_id,
            leeg(Gemeente.naam).label("gemeente"), c.tafel_id, leeg(Tafel.naam).label("tafel"), c.aanmelder,
            c.aangemeld_op, c.volgende_datum, c.inlezing_id, c.grondslag, c.doelbinding,
            c.aanbrenger_id, leeg(Organisatie.naam).label("aanbrenger"), c.grondslag_herkomst, c.doel, c.aanleiding, c.vraag_aan_tafel,
            c.gezamenlijk_beeld, c.zienswijze, c.informering, c.informeerstand, c.geinformeerd_op,
        )
        .outerjoin(Gemeente, Gemeente.id == c.gemeente_id)
        .outerjoin(Tafel, Tafel.id == c.tafel_id)
        .outerjoin(Organisatie, Organisatie.id == c.aanbrenger_id)
        .where(c.id == bindparam("casus_id"))
    )  # fmt: skip


def _betrokkenen(session: Session, casus_id: str) -> tuple[BetrokkeneRow, ...]:
    gevonden = list(velden(session, _betrokkenen_statement(), {"casus_id": casus_id}))
    verwant = relaties(session, [row["persoon_id"] for row in gevonden])
    ook_in, opgegaan = elders(session, casus_id), samenvoegingen(session, casus_id)
    rijen = []
    for row in gevonden:
        row["aliassen"] = tuple(row["aliassen"])
        wie = row["persoon_id"]
        rijen.append(
            BetrokkeneRow(
                **row,
                bsn_geldig=bsn_klopt(row["bsn"]) if row["bsn"] else None,
                kvk_geldig=kvk_vorm(row["kvk"]) if row["kvk"] else None,
                elders=ook_in.get(wie, ()),
                relaties=verwant.get(wie, ()),
                samenvoegingen=opgegaan.get(wie, ()),
            )
        )
    return tuple(rijen)


@vast
def _betrokkenen_statement() -> Kolommen:
    p, b = Persoon, Betrokkene
    return (
        select(
            b.id, b.persoon_id, p.version, p.soort, b.rol, b.relatie, volle_naam().label("naam"), p.voornamen,
            p.voorletters, p.voorvoegsel, p.geslachtsnaam, p.geboortedatum, p.geslacht, p.bsn, p.kvk, p.adres,
            p.postcode, p.woonplaats, p.telefoon, p.opmerking, p.adres_geheim,
            p.aliassen,
        )
        .join(p, p.id == b.persoon_id)
        .where(b.casus_id == bindparam("casus_id"))
        .order_by(b.rol != "hoofdbetrokkene", b.volgorde, p.geboortedatum)
    )  # fmt: skip


def _partners(session: Session, casus_id: str) -> tuple[PartnerRow, ...]:
    return rijen(session, PartnerRow, _partners_statement(), {"casus_id": casus_id})


@vast
def _partners_statement() -> Kolommen:
    keuze = Niveaubepaling
    reden = (
        select(keuze.reden)
        .where(keuze.casus_id == Casuspartner.casus_id, keuze.organisatie_id == Casuspartner.organisatie_id)
        .order_by(keuze.tijdstip.desc(), text("niveaubepaling.rowid DESC"))
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            Casuspartner.id,
            Casuspartner.organisatie_id,
            Organisatie.naam.label("organisatie"),
            Casuspartner.niveau,
            func.coalesce(reden, "").label("reden"),
        )
        .join(Organisatie, Organisatie.id == Casuspartner.organisatie_id)
        .where(Casuspartner.casus_id == bindparam("casus_id"))
        .order_by(Casuspartner.niveau.desc(), Organisatie.naam)
    )


@vast
def _inbreng_statement() -> Kolommen:
    i = Inbreng
    return (
        select(
            i.id, i.version, i.nummer, i.weerspreekt_id, i.organisatie_id, Organisatie.naam.label("organisatie"), i.leefgebied_code, i.datum,
            i.regime, i.mag_door_naar, i.mondeling, i.tekst,
        )
        .join(Organisatie, Organisatie.id == i.organisatie_id)
        .where(i.casus_id == bindparam("casus_id"))
        .order_by(i.datum.desc(), Organisatie.naam, i.id)
    )  # fmt: skip


@vast
def _organisatie_statement() -> Kolommen:
    return select(Organisatie.id, Organisatie.naam).where(
        Organisatie.id.in_(bindparam("ids", expanding=True))
    )


def _inbreng(session: Session, casus_id: str, namen: Namen) -> tuple[InbrengRow, ...]:
    gevonden = list(velden(session, _inbreng_statement(), {"casus_id": casus_id}))
    genoemd = {str(org) for rij in gevonden for org in rij["mag_door_naar"]}
    bekend = session.execute(_organisatie_statement(), {"ids": list(genoemd)})
    organisatie = {organisatie_id: naam for organisatie_id, naam in bekend}
    for rij in gevonden:
        naar = tuple(str(org) for org in rij["mag_door_naar"])
        rij["mag_door_naar"] = naar
        rij["mag_door_namen"] = tuple(sorted(organisatie[org] for org in naar if org in organisatie))
        code = rij["leefgebied_code"]
        rij["leefgebied"] = namen[LEEFGEBIEDEN].get(code, code)
    return tuple(InbrengRow(**rij) for rij in gevonden)


def _factoren(session: Session, casus_id: str) -> tuple[FactorRow, ...]:
    return rijen(session, FactorRow, _factoren_statement(), {"casus_id": casus_id})


@vast
def _factoren_statement() -> Kolommen:
    return (
        select(Factor.id, Factor.soort, Factor.tekst)
        .where(Factor.casus_id == bindparam("casus_id"))
        .order_by(Factor.soort.desc(), Factor.volgorde, Factor.id)
    )
