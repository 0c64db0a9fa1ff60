"""A case goes to another table: one rule for weighing, opschalen and overdragen.

Source: the chain of NOG goes from signal by way of the Veiligheidskamer up to the radicaliseringstafel, 'transfer of a
case between tables with history' (domein.md §1, §8); the law is an attribute of the table (§3). So a case may go to a
table of another law, and what it is shared on then follows the table: what was filled in from the standard of the one
is filled in from that of the other. Own words stay.
"""

from __future__ import annotations

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Tafel
from vhdesk.queries.grondslag import tafelstandaard
from vhdesk.services.agenda import van_planning
from vhdesk.services.methode import vereis_tafel_van_methode
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary_inbreng import Herkomst


def vereis_andere_tafel(work: UnitOfWork, casus: Casus, tafel_id: str | None) -> Tafel:
    """Return the table a case goes to. Raises RuleViolation for none, its own, one that is not active, or one of another
    law than the method of the case is for."""
    if tafel_id is None:
        raise RuleViolation("tafel_ontbreekt", field="naar_tafel_id")
    tafel = work.get(Tafel, tafel_id)
    if tafel.id == casus.tafel_id:
        raise RuleViolation("zelfde_tafel", field="naar_tafel_id")
    if not tafel.actief:
        raise RuleViolation("tafel_niet_actief", field="naar_tafel_id")
    vereis_tafel_van_methode(work, casus, tafel)
    return tafel


def zet_tafel(work: UnitOfWork, casus: Casus, tafel_id: str | None) -> None:
    """Give the case to a table; under another law its grondslag and doel become the standard of that table, where they
    were a standard. It goes off the agendas of the table it leaves."""
    van = work.get(Tafel, casus.tafel_id) if casus.tafel_id is not None else None
    casus.tafel_id = tafel_id
    van_planning(work, casus, tafel_id)
    naar = work.get(Tafel, tafel_id) if tafel_id is not None else None
    if naar is None or (van is not None and van.regime is naar.regime):
        return
    standaard = tafelstandaard(work.session, naar.id)
    for veld in ("grondslag", "doelbinding"):
        if casus.herkomst(veld) is Herkomst.STANDAARD:
            setattr(casus, veld, getattr(standaard, veld))
            casus.zet_herkomst(veld, Herkomst.STANDAARD)
