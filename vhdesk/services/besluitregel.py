"""What the list of kinds of decisions asks of one: who may take it, whether it needs grounds, what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit, Referentiewaarde
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.referentie import BESLUITTYPEN
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Vraagstand
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN


def _kenmerken(work: UnitOfWork, type_code: str) -> Mapping[str, Any]:
    """Return what the list says of a kind that is in force. Raises RuleViolation when there is none."""
    row = work.session.execute(_soort(), {"code": type_code}).one_or_none()
    if row is None:
        raise RuleViolation("besluittype_onbekend", field="type_code")
    kenmerken: Mapping[str, Any] = row[0]
    return kenmerken


@vast
def _soort() -> Kolommen:
    waarde = Referentiewaarde
    return select(waarde.kenmerken).where(
        waarde.lijst_code == BESLUITTYPEN, waarde.code == bindparam("code"), waarde.versie_tot.is_(None)
    )


def check_besluittype(work: UnitOfWork, type_code: str, gremium_code: str) -> None:
    """Raise RuleViolation when the type does not exist or the body may not take it.

    Source: besluittypen with the gremium that may take them (jaarplan NOG 2017: 'welk gremium').
    """
    gremia = _kenmerken(work, type_code).get("gremia") or []
    if gremia and gremium_code not in gremia:
        raise RuleViolation("gremium_niet_bevoegd", field="gremium_code", type=type_code)


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
