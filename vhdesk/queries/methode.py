"""The method of a case with its history and notes, held against what it asks; and which cases lack it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Casusmethode, Methodenotitie, Organisatie, Referentiewaarde
from vhdesk.queries.dossier_rijen import BetrokkeneRow, PartnerRow, PlanRow, RolRow
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.methode_eisen import Casusfeiten, eisen
from vhdesk.queries.methode_rijen import ZONDER_METHODE, EisRow, MethodenotitieRow, MethodeRow, Methodestand
from vhdesk.queries.methodevraag import Methodevraag, lees_methodevraag
from vhdesk.queries.quorum import nieuwste_woorden, voorbehoud_nu
from vhdesk.queries.referentie import METHODEN


def methodestand(
    session: Session,
    casus_id: str,
    *,
    vandaag: date | None,
    betrokkenen: tuple[BetrokkeneRow, ...],
    casemanager: RolRow | None,
    partners: tuple[PartnerRow, ...],
    plan: PlanRow | None,
    volgende_datum: date | None,
) -> Methodestand:
    """Return which method the case has and had, its notes, and what is asked; a part of the case file.

    One statement for a case that never had a method, at most four for one that has. Without ``vandaag`` nothing is asked.
    """
    gehad = tuple(_rij(row) for row in velden(session, _gehad(), {"casus_id": casus_id, "lijst": METHODEN}))
    if not gehad:
        return ZONDER_METHODE
    huidig = next((rij for rij in gehad if rij.tot is None), None)
    notities = _notities_van(session, casus_id)
    gevraagd: tuple[EisRow, ...] = ()
    if huidig is not None and vandaag is not None:
        feiten = Casusfeiten(
            vandaag=vandaag,
            geboortedatum=betrokkenen[0].geboortedatum if betrokkenen else None,
            casemanager_organisatie=casemanager.organisatie_id if casemanager else None,
            volgende_datum=volgende_datum,
            afschaalcriterium=plan.afschaalcriterium if plan else "",
            crisiskaart=bool(plan and plan.bellen),
            partners=tuple((rij.organisatie_id, rij.organisatie, rij.niveau) for rij in partners),
            codes=_codes(session, huidig.vraag),
            notities={notitie.soort: notitie for notitie in reversed(notities)},
        )
        gevraagd = eisen(huidig.vraag, feiten)
    voorbehoud = voorbehoud_nu(session, casus_id, huidig.vraag) if huidig is not None else ()
    return Methodestand(huidig, gehad, notities, gevraagd, voorbehoud)


def _rij(row: dict[str, Any]) -> MethodeRow:
    vraag = lees_methodevraag(row.pop("kenmerken"))
    row["naam"] = row["naam"] or row["methode_code"]
    row["omschrijving"] = row["omschrijving"] or ""
    return MethodeRow(**row, vraag=vraag)


@vast
def _gehad() -> Kolommen:
    """Each method with its newest words: what it asks changes with the list, also for a case that has it."""
    m, w = Casusmethode, Referentiewaarde
    return (
        select(m.id, m.methode_code, w.naam, w.omschrijving, m.reden, m.van, m.tot, w.kenmerken)
        .outerjoin(w, w.id == nieuwste_woorden())
        .where(m.casus_id == bindparam("casus_id"))
        .order_by(m.tot.is_not(None), m.van.desc(), m.tot.desc())
    )


def _notities_van(session: Session, casus_id: str) -> tuple[MethodenotitieRow, ...]:
    rijen = []
    for row in velden(session, _notities(), {"casus_id": casus_id}):
        row["scores"] = tuple((deel, waarde) for deel, waarde in row["scores"])
        rijen.append(MethodenotitieRow(**row))
    return tuple(rijen)


@vast
def _notities() -> Kolommen:
    n = Methodenotitie
    return (
        select(n.id, n.methode_code, n.soort, n.tekst, n.scores, n.tijdstip, n.actor)
        .where(n.casus_id == bindparam("casus_id"))
        .order_by(n.tijdstip.desc(), n.id.desc())
    )


def _codes(session: Session, vraag: Methodevraag) -> Mapping[str, str]:
    codes = vraag.organisaties()
    if not codes:
        return {}
    return {
        organisatie_id: code
        for organisatie_id, code in session.execute(_organisaties(), {"codes": list(codes)})
    }


@vast
def _organisaties() -> Kolommen:
    return select(Organisatie.id, Organisatie.code).where(
        Organisatie.code.in_(bindparam("codes", expanding=True))
    )
