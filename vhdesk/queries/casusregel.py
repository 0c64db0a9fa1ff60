"""One line per case, for every list that shows cases: the same fields, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, select, text
from sqlalchemy.orm import Session, aliased

from vhdesk.models import (
    Actie,
    Betrokkene,
    Casus,
    Casusroltoewijzing,
    Gemeente,
    Medewerker,
    Organisatie,
    Persoon,
    PlanVanAanpak,
    Tafel,
)
from vhdesk.queries.casusstand import casus_tekorten
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.referentie import DOELGROEPEN, doelgroep_naam, referentie_namen
from vhdesk.queries.zoekplaats import Vindplaats
from vhdesk.vocabulary import Actiestatus, Betrokkenheid, Casusrol, CasusStatus, Tekort
from vhdesk.vocabulary_triage import Caseload

MET_DOEL: Final = "trim(plan_van_aanpak.hoofddoel) != ''"  # to the letter as in the index ix_plan_met_doel


@dataclass(frozen=True, slots=True)
class CasusRow:
    """A case in a list. ``sorteernaam`` is folded, geslachtsnaam first; ``tekorten``: what it lacks now.

    ``vindplaats``: where a search found the case.
    """

    id: str
    nummer: str
    titel: str
    status: CasusStatus
    caseload: Caseload
    version: int
    persoon_id: str | None
    naam: str
    voornamen: str
    voorletters: str
    voorvoegsel: str
    geslachtsnaam: str
    sorteernaam: str
    geboortedatum: date | None
    woonplaats: str
    doelgroep_code: str | None
    doelgroep: str
    gemeente_id: str | None
    gemeente: str
    tafel_id: str | None
    tafel: str
    casemanager_id: str | None
    casemanager: str
    casemanager_organisatie: str
    verantwoordelijke_id: str | None
    verantwoordelijke: str
    verantwoordelijke_organisatie: str
    volgende_datum: date | None
    aangemeld_op: date
    open_acties: int
    tekorten: tuple[Tekort, ...]
    vindplaats: Vindplaats | None = None


def heeft_plan() -> ColumnElement[bool]:
    """Return whether the case has a plan: one that says what it is after (``Planstand.GEEN``: without a hoofddoel)."""
    p = PlanVanAanpak
    return select(p.casus_id).where(p.casus_id == Casus.id, text(MET_DOEL)).exists()


def heeft_rol_weg() -> ColumnElement[bool]:
    """Return whether somebody who left still has a role in the case."""
    r, m, o = Casusroltoewijzing, aliased(Medewerker), aliased(Organisatie)
    weg = o.actief.is_(False) | func.coalesce(m.actief, True).is_(False)
    return (
        select(r.id)
        .join(o, o.id == r.organisatie_id)
        .outerjoin(m, m.id == r.medewerker_id)
        .where(r.casus_id == Casus.id, r.tot.is_(None), weg)
        .correlate(Casus)
        .exists()
    )


def leeg(kolom: Any) -> Any:
    """Return ``kolom`` with '' instead of null (an outer join without a partner)."""
    return func.coalesce(kolom, "")


@vast
def _casusregel() -> Kolommen:
    """The select behind ``CasusRow``; doelgroep and tekorten are filled in afterwards."""
    cm, ver = aliased(Casusroltoewijzing), aliased(Casusroltoewijzing)
    cm_org, ver_org, ver_wie = aliased(Organisatie), aliased(Organisatie), aliased(Medewerker)
    open_acties = (
        select(func.count())
        .where(Actie.casus_id == Casus.id, Actie.status == Actiestatus.OPEN)
        .scalar_subquery()
    )
    return (
        select(
            Casus.id, Casus.nummer, Casus.titel, Casus.status, Casus.caseload, Casus.version, Betrokkene.persoon_id,
            volle_naam().label("naam"), leeg(Persoon.voornamen).label("voornamen"),
            leeg(Persoon.voorletters).label("voorletters"), leeg(Persoon.voorvoegsel).label("voorvoegsel"),
            leeg(Persoon.geslachtsnaam).label("geslachtsnaam"), leeg(Persoon.naam_norm).label("sorteernaam"),
            Persoon.geboortedatum, leeg(Persoon.woonplaats).label("woonplaats"), Casus.doelgroep_code,
            Casus.doelgroep_tekst.label("doelgroep"), Casus.gemeente_id, leeg(Gemeente.naam).label("gemeente"),
            Casus.tafel_id, leeg(Tafel.naam).label("tafel"), cm.medewerker_id.label("casemanager_id"),
            leeg(Medewerker.naam).label("casemanager"), leeg(cm_org.naam).label("casemanager_organisatie"),
            ver.medewerker_id.label("verantwoordelijke_id"), leeg(ver_wie.naam).label("verantwoordelijke"),
            leeg(ver_org.naam).label("verantwoordelijke_organisatie"),
            Casus.volgende_datum, Casus.aangemeld_op, open_acties.label("open_acties"), heeft_plan().label("heeft_plan"),
            heeft_rol_weg().label("rol_weg"),
        )
        .outerjoin(
            Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
        )
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(Gemeente, Gemeente.id == Casus.gemeente_id)
        .outerjoin(Tafel, Tafel.id == Casus.tafel_id)
        .outerjoin(cm, (cm.casus_id == Casus.id) & (cm.rol == Casusrol.CASEMANAGER) & cm.tot.is_(None))
        .outerjoin(Medewerker, Medewerker.id == cm.medewerker_id)
        .outerjoin(cm_org, cm_org.id == cm.organisatie_id)
        .outerjoin(ver, (ver.casus_id == Casus.id) & (ver.rol == Casusrol.VERANTWOORDELIJKE) & ver.tot.is_(None))
        .outerjoin(ver_org, ver_org.id == ver.organisatie_id)
        .outerjoin(ver_wie, ver_wie.id == ver.medewerker_id)
        .where(Casus.id.in_(bindparam("ids", expanding=True)))
    )  # fmt: skip


@inzage("casussen zoeken", "casus")
def casusregels(session: Session, ids: Sequence[str]) -> tuple[CasusRow, ...]:
    """Return the lines of these cases in the order of ``ids``; an unknown id is left out."""
    return regels_met_plaats(session, ids, {})


def regels_met_plaats(
    session: Session, ids: Sequence[str], plaatsen: Mapping[str, Vindplaats]
) -> tuple[CasusRow, ...]:
    """Return the same lines, each with where its case was found."""
    if not ids:
        return ()
    namen = referentie_namen(session, DOELGROEPEN)[DOELGROEPEN]
    gevonden: dict[str, CasusRow] = {}
    for row in velden(session, _casusregel(), {"ids": list(ids)}):
        row["doelgroep"] = doelgroep_naam(namen, row["doelgroep_code"], row["doelgroep"])
        row["tekorten"] = casus_tekorten(
            row["status"],
            row["caseload"],
            casemanager=row["casemanager_id"] is not None,
            verantwoordelijke=row["verantwoordelijke_id"] is not None,
            plan=row.pop("heeft_plan"),
            rol_weg=row.pop("rol_weg"),
            volgende_datum=row["volgende_datum"],
        )
        gevonden[row["id"]] = CasusRow(**row, vindplaats=plaatsen.get(row["id"]))
    return tuple(gevonden[casus_id] for casus_id in ids if casus_id in gevonden)
