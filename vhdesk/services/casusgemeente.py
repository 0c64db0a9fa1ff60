"""Giving a case its gemeente after it came in: a Code Rood may come in without one, and a family moves.

'Afschalen: altijd naar de gemeente die de zaak heeft aangeleverd' (jaarplan Twente 2015 §2): without a gemeente a case
cannot be given back. A formal act: a mistake is put right by doing it again, with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Gemeente
from vhdesk.services.casus import check_text
from vhdesk.services.casusverloop import noteer, stap_uitkomst
from vhdesk.services.command import Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort

_VAST = (CasusStatus.TE_VERNIETIGEN, CasusStatus.VERNIETIGD)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusGemeenteBepalen(Command):
    """Say which gemeente a case belongs to, with the reason."""

    casus_id: str
    gemeente_id: str
    reden: str


def bepalen(work: UnitOfWork, command: CasusGemeenteBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    reden = check_text(command.reden, "reden").strip()
    if not command.gemeente_id:
        raise RuleViolation("gemeente_ontbreekt", field="gemeente_id")
    gemeente = work.get(Gemeente, command.gemeente_id)
    if casus.status in _VAST:
        raise RuleViolation("casus_afgerond", nummer=casus.nummer)
    if casus.gemeente_id == gemeente.id:
        raise RuleViolation("zelfde_gemeente", field="gemeente_id", gemeente=gemeente.naam)
    if not reden:
        raise RuleViolation("reden_ontbreekt", field="reden")
    oud = work.get(Gemeente, casus.gemeente_id).naam if casus.gemeente_id else ""
    casus.gemeente_id = gemeente.id
    woorden = f"van {oud} naar {gemeente.naam}" if oud else gemeente.naam
    return stap_uitkomst(casus, noteer(work, casus, Gebeurtenissoort.GEMEENTE, reden, toelichting=woorden))


HANDLERS = {CasusGemeenteBepalen: bepalen}
