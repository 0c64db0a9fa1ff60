"""The versions of a plan: what a table adopted, word for word, and what the plan says now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Besluit, Casus, Planversie
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.dossier_rijen import Dossier, PlanRow, RolRow
from vhdesk.queries.dossier_tafel import acties
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.plan import plannen
from vhdesk.queries.plantekst import (
    Actietekst,
    Beltekst,
    Doeltekst,
    Escalatietekst,
    Plantekst,
    PlanversieRow,
    Scenariotekst,
    Vaststelling,
)
from vhdesk.queries.referentie import LEEFGEBIEDEN, referentie_namen
from vhdesk.queries.rollen import rollen
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Casusrol
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN, Planstand


def plantekst(
    aanleiding: str, plan: PlanRow, gedane_acties: Iterable[ActieRow], houders: Iterable[RolRow]
) -> Plantekst:
    """Return what a plan says, from the rows of its case."""
    huidig = {
        rol.rol: ", ".join(filter(None, (rol.naam, rol.organisatie))) for rol in houders if rol.tot is None
    }
    afspraken = sorted(gedane_acties, key=lambda actie: actie.nummer)
    return Plantekst(
        aanleiding=aanleiding,
        hoofddoel=plan.hoofddoel,
        doelen=tuple(
            Doeltekst(d.leefgebied, d.doel, d.meetbaar, d.acceptabel, d.realistisch, d.tijdgebonden)
            for d in plan.doelen
        ),
        scenarios=tuple(Scenariotekst(s.als, s.dan, s.wie_belt_wie, s.telefoon) for s in plan.scenarios),
        escalatie=tuple(Escalatietekst(e.wanneer, e.naar_wie, e.door_wie) for e in plan.escalatie),
        evaluatiedatum=plan.evaluatiedatum,
        afschaalcriterium=plan.afschaalcriterium,
        acties=tuple(
            Actietekst(
                a.nummer, a.omschrijving, a.organisatie, a.medewerker, a.termijn, a.conditie, a.informering
            )
            for a in afspraken
            if a.status is not Actiestatus.VERVALLEN
        ),
        casemanager=huidig.get(Casusrol.CASEMANAGER, ""),
        verantwoordelijke=huidig.get(Casusrol.VERANTWOORDELIJKE, ""),
        procesregisseur=huidig.get(Casusrol.PROCESREGISSEUR, ""),
        signalen=plan.signalen,
        helpt=plan.helpt,
        helpt_niet=plan.helpt_niet,
        bellen=tuple(Beltekst(b.wie, b.nummer, b.bereikbaar) for b in plan.bellen),
    )


def plantekst_nu(session: Session, casus_id: str) -> Plantekst | None:
    """Return what the plan of a case says now; None when there is none."""
    namen = referentie_namen(session, LEEFGEBIEDEN)
    plan = plannen(session, [casus_id], namen[LEEFGEBIEDEN]).get(casus_id)
    if plan is None:
        return None
    aanleiding = session.execute(_aanleiding(), {"casus_id": casus_id}).scalar_one()
    return plantekst(aanleiding, plan, acties(session, casus_id, None), rollen(session, [casus_id])[casus_id])


def zelfde_plan(een: Plantekst, ander: Plantekst) -> bool:
    """Whether both plans say the same; actions and roles go on while a plan stays what it is."""
    los = {"acties": (), "casemanager": "", "verantwoordelijke": "", "procesregisseur": ""}
    return replace(een, **los) == replace(ander, **los)  # type: ignore[arg-type]  # fields of several kinds


def planstand(nu: Plantekst | None, versies: Sequence[PlanversieRow]) -> Planstand:
    """Return how far a plan is; ``versies`` newest first."""
    if nu is None or not nu.hoofddoel.strip():
        return Planstand.GEEN
    if not versies or versies[0].ingetrokken:
        return Planstand.CONCEPT
    return Planstand.VASTGESTELD if zelfde_plan(nu, versies[0].tekst) else Planstand.GEWIJZIGD


def plan_van_dossier(dossier: Dossier) -> Plantekst | None:
    """Return what the plan of a case that was read says now; None when there is none."""
    if dossier.plan is None:
        return None
    return plantekst(dossier.kop.aanleiding, dossier.plan, dossier.acties, dossier.rollen)


@inzage("casus inzien", "casus", "casus_id")
def planversies(session: Session, casus_id: str) -> tuple[PlanversieRow, ...]:
    """Return the adopted versions, newest first, without those whose decision was taken back while recording."""
    gevonden = []
    for row in session.execute(_versies(), {"casus_id": casus_id}):
        bewaard = msgspec.json.decode(row.inhoud, type=Vaststelling)
        gevonden.append(
            PlanversieRow(
                id=row.id,
                nummer=row.nummer,
                datum=bewaard.datum,
                tafel=bewaard.tafel,
                overlegnummer=bewaard.overlegnummer,
                besluit=row.vervanger or row.besluit,
                ingetrokken=row.status is Besluitstatus.INGETROKKEN and row.vervanger is None,
                tekst=bewaard.tekst,
            )
        )
    return tuple(gevonden)


def naar_json(vaststelling: Vaststelling) -> str:
    """Return the JSON text that ``Planversie.inhoud`` keeps."""
    return msgspec.json.encode(vaststelling).decode()


@vast
def _aanleiding() -> Kolommen:
    return select(Casus.aanleiding).where(Casus.id == bindparam("casus_id"))


@vast
def _versies() -> Kolommen:
    v, b, nieuw = Planversie, Besluit, aliased(Besluit)
    return (
        select(v.id, v.nummer, v.inhoud, b.nummer.label("besluit"), b.status, nieuw.nummer.label("vervanger"))
        .join(b, b.id == v.besluit_id)
        .outerjoin(
            nieuw,
            (nieuw.vervangt_id == b.id)
            & (nieuw.status == Besluitstatus.VASTGELEGD)
            & (nieuw.type_code == PLAN_VASTSTELLEN),
        )
        .where(
            v.casus_id == bindparam("casus_id"),
            b.status != Besluitstatus.TERUGGENOMEN,
            b.type_code == PLAN_VASTSTELLEN,
        )
        .order_by(v.nummer.desc())
    )
