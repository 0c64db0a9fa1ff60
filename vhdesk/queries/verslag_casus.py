"""The case sheets of the minutes, all at once: a fixed number of statements for any number of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from vhdesk.queries import verslag_inhoud as inhoud
from vhdesk.queries.dossier_rijen import PlanRow, RolRow
from vhdesk.queries.plan import plannen
from vhdesk.queries.quorum import Bladmethode, bladmethoden
from vhdesk.queries.referentie import (
    BESLUITTYPEN,
    DOELGROEPEN,
    GREMIA,
    LEEFGEBIEDEN,
    ZRM_DOMEINEN,
    doelgroep_naam,
    referentie_namen,
)
from vhdesk.queries.rollen import op_moment, rollen
from vhdesk.queries.verslag_inhoud import Moment
from vhdesk.queries.verslag_rijen import (
    VerslagCasus,
    VerslagEscalatie,
    VerslagPlan,
    VerslagPlandoel,
    VerslagScenario,
    VerslagZrm,
)
from vhdesk.queries.zrm import zrm_scores
from vhdesk.vocabulary import Casusrol, Factorsoort
from vhdesk.vocabulary_inbreng import Herkomst, informeer_woorden

GEEN = Bladmethode()


@dataclass(frozen=True, slots=True)
class Punt:
    """What the agenda adds to a case sheet."""

    casus_id: str
    notitie: str
    volgende_datum: date | None


def casusbladen(session: Session, moment: Moment, punten: Sequence[Punt]) -> dict[str, VerslagCasus]:
    """Return case -> sheet, numbered in the order of ``punten``."""
    ids = [punt.casus_id for punt in punten]
    namen = referentie_namen(session, BESLUITTYPEN, DOELGROEPEN, GREMIA, LEEFGEBIEDEN, ZRM_DOMEINEN)
    koppen = inhoud.koppen(session, ids, moment)
    systeem = inhoud.systeem(session, ids)
    inbreng = inhoud.inbreng(session, ids, moment, namen[LEEFGEBIEDEN])
    nieuw = [casus_id for casus_id, kop in koppen.items() if kop.pop("vorige_bespreking") is None]
    gemeld = inhoud.aanmeldingen(session, nieuw, namen[LEEFGEBIEDEN])
    citaten = inhoud.aangehaald(
        session, {casus_id: kop["gezamenlijk_beeld"] for casus_id, kop in koppen.items()}, namen[LEEFGEBIEDEN]
    )
    zrm = zrm_scores(session, ids, namen[ZRM_DOMEINEN], tot=moment.datum)
    factoren = inhoud.factoren(session, ids)
    plan = plannen(session, ids, namen[LEEFGEBIEDEN])
    besluiten = inhoud.besluiten(session, ids, moment, namen)
    vragen = inhoud.vragen(session, ids, moment, namen)
    acties = inhoud.acties(session, ids, moment)
    houders = rollen(session, ids)
    partners = inhoud.partners(session, ids)
    zaal_uit = inhoud.zaal_uit(session, moment.overleg_id)
    methoden = bladmethoden(session, moment.overleg_id)
    bladen = {}
    for volgnummer, punt in enumerate(punten, start=1):
        casus_id, kop = punt.casus_id, koppen[punt.casus_id]
        eigen_datum = kop.pop("volgende_datum")
        code, tekst = kop.pop("doelgroep_code"), kop.pop("doelgroep_tekst")
        herkomst = dict(kop.pop("grondslag_herkomst"))
        ingelicht = informeer_woorden(kop.pop("informeerstand"), kop.pop("geinformeerd_op"))
        rol = op_moment(houders[casus_id], moment.gesloten_op)
        bladen[casus_id] = VerslagCasus(
            **kop,
            volgnummer=volgnummer,
            ingelicht=ingelicht,
            standaard=tuple(veld for veld, van in herkomst.items() if van == Herkomst.STANDAARD.value),
            systeem=tuple(systeem.get(casus_id, ())),
            aanmelding=gemeld.get(casus_id, ()),
            doelgroep=doelgroep_naam(namen[DOELGROEPEN], code, tekst),
            inbreng=tuple(inbreng.get(casus_id, ())),
            citaten=tuple(citaten.get(casus_id, ())),
            zrm=tuple(
                VerslagZrm(score.id, score.domein, score.score, score.verloop) for score in zrm[casus_id]
            ),
            risicofactoren=tuple(factoren.get((casus_id, Factorsoort.RISICO), ())),
            beschermende_factoren=tuple(factoren.get((casus_id, Factorsoort.BESCHERMEND), ())),
            plan=_plan(plan.get(casus_id)),
            notitie=punt.notitie,
            besluiten=tuple(besluiten.get(casus_id, ())),
            acties=tuple(acties.get(casus_id, ())),
            casemanager=_persoon(rol.get(Casusrol.CASEMANAGER)),
            verantwoordelijke=_persoon(rol.get(Casusrol.VERANTWOORDELIJKE)),
            procesregisseur=_persoon(rol.get(Casusrol.PROCESREGISSEUR)),
            rollen_weg=tuple(houder.rol for houder in rol.values() if houder.weg),
            geen_persoon=tuple(houder.rol for houder in rol.values() if not houder.naam),
            volgende_datum=punt.volgende_datum or _komend(eigen_datum, moment.datum),
            partners=tuple(partners.get(casus_id, ())),
            vragen=tuple(vragen.get(casus_id, ())),
            zaal_uit=tuple(zaal_uit.get(casus_id, ())),
            methode=methoden.get(casus_id, GEEN).naam,
            beschermd=methoden.get(casus_id, GEEN).beschermd,
            voorbehoud=methoden.get(casus_id, GEEN).voorbehoud,
        )
    return bladen


def _komend(eigen_datum: date | None, datum: date) -> date | None:
    """The case's own next date, unless it is the one that brought the case to this meeting."""
    return eigen_datum if eigen_datum is not None and eigen_datum > datum else None


def _persoon(rol: RolRow | None) -> str:
    return ", ".join(deel for deel in (rol.naam, rol.organisatie) if deel) if rol else ""


def _plan(plan: PlanRow | None) -> VerslagPlan | None:
    if plan is None:
        return None
    return VerslagPlan(
        plan.id,
        plan.hoofddoel,
        tuple(
            VerslagPlandoel(
                doel.id, doel.leefgebied, doel.doel, doel.meetbaar, doel.acceptabel, doel.realistisch,
                doel.tijdgebonden,
            )
            for doel in plan.doelen
        ),
        tuple(VerslagScenario(s.id, s.als, s.dan, s.wie_belt_wie, s.telefoon) for s in plan.scenarios),
        plan.evaluatiedatum,
        plan.afschaalcriterium,
        tuple(VerslagEscalatie(e.id, e.wanneer, e.naar_wie, e.door_wie) for e in plan.escalatie),
    )  # fmt: skip
