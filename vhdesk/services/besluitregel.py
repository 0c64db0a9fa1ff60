"""What the list of kinds of decisions asks of one: who may take it, whether it needs grounds, what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit, Overleg, Referentiewaarde, Tafel
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.referentie import BESLUITTYPEN, GREMIA
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Vraagstand
from vhdesk.vocabulary_besluit import eigen_gremium, moet_gevraagd
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN


def _kenmerken(work: UnitOfWork, type_code: str) -> Mapping[str, Any]:
    """Return what the list says of a kind that is in force. Raises RuleViolation when there is none."""
    kenmerken = _waarde(work, BESLUITTYPEN, type_code)
    if kenmerken is None:
        raise RuleViolation("besluittype_onbekend", field="type_code")
    return kenmerken


def _waarde(work: UnitOfWork, lijst: str, code: str) -> Mapping[str, Any] | None:
    kenmerken: Mapping[str, Any] | None
    kenmerken = work.session.execute(_kenmerken_van(), {"lijst": lijst, "code": code}).scalar_one_or_none()
    return kenmerken


@vast
def _kenmerken_van() -> Kolommen:
    waarde = Referentiewaarde
    return select(waarde.kenmerken).where(
        waarde.lijst_code == bindparam("lijst"),
        waarde.code == bindparam("code"),
        waarde.versie_tot.is_(None),
    )


def check_besluittype(
    work: UnitOfWork, type_code: str, gremium_code: str, overleg_id: str | None, *, gevraagd: bool
) -> None:
    """Raise RuleViolation when the type or the body does not exist, the body may not take it, or a meeting would take it for a
    body that is not at its table; ``gevraagd``: it is asked of that body.

    Source: besluittypen with the gremium that may take them (jaarplan NOG 2017: 'welk gremium', 'beslisbevoegdheid
    elders').
    """
    kenmerken = _kenmerken(work, type_code)
    gremium = _waarde(work, GREMIA, gremium_code)
    if gremium is None:
        raise RuleViolation("gremium_ontbreekt", field="gremium_code")
    gremia = kenmerken.get("gremia") or []
    if gremia and gremium_code not in gremia:
        raise RuleViolation("gremium_niet_bevoegd", field="gremium_code", type=type_code)
    if overleg_id is None or gevraagd:
        return
    tafel = work.get(Tafel, work.get(Overleg, overleg_id).tafel_id)
    eigen = eigen_gremium(tafel.soort)
    if gremium_code != eigen and moet_gevraagd(kenmerken, eigen, gremium):
        raise RuleViolation("gremium_niet_aan_tafel", field="gremium_code", type=type_code)


def check_onderbouwing(work: UnitOfWork, type_code: str, onderbouwing: str) -> None:
    """Raise RuleViolation when this kind needs grounds and there are none (domein.md §7: considerations stay
    implicit)."""
    if _kenmerken(work, type_code).get("vereist_onderbouwing") and not onderbouwing.strip():
        raise RuleViolation("onderbouwing_ontbreekt", field="onderbouwing")


def check_vraag(
    work: UnitOfWork, besluit: Besluit | None, type_code: str, antwoord_voor: date | None
) -> None:
    """Raise RuleViolation when this cannot be asked of another body before that day, or was answered already."""
    if type_code == PLAN_VASTSTELLEN:
        raise RuleViolation("plan_wordt_niet_gevraagd", field="type_code")
    if besluit is not None and besluit.vraagstand is not Vraagstand.GEVRAAGD:
        raise RuleViolation("besluit_wacht_niet", nummer=besluit.nummer)
    if antwoord_voor is None:
        raise RuleViolation("datum_ontbreekt", field="antwoord_voor")
    verzet = besluit is None or besluit.antwoord_voor != antwoord_voor
    if verzet and antwoord_voor < work.clock.today():
        raise RuleViolation("termijn_verstreken", field="antwoord_voor")
