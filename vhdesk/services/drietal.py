"""What must not leave an active case without its three: adopting the plan, and every step into regie.

The rule and its source stand in ``queries/drietal.py``; the store holds the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus
from vhdesk.models.casushandeling import Handeling, check_handeling
from vhdesk.queries.drietal import houdt_drietal, is_vastgesteld, open_rollen
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Casusrol, CasusStatus
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN
from vhdesk.vocabulary_triage import Caseload


def vereis_drietal(
    work: UnitOfWork, casus: Casus, field: str = "type_code", *, ook_vertrokken: bool = True
) -> None:
    """Raise RuleViolation ``drietal_onvolledig`` when the house leads this case and not each of the three is a person.
    ``ook_vertrokken``: who left counts as nobody."""
    if houdt_drietal(casus.status, casus.caseload):
        _weiger_onvolledig(open_rollen(work.session, casus.id, ook_vertrokken=ook_vertrokken), field)


def _weiger_onvolledig(ontbreekt: Sequence[Casusrol], field: str) -> None:
    if ontbreekt:
        raise RuleViolation(
            "drietal_onvolledig", field=field, rollen=", ".join(rol.label for rol in ontbreekt)
        )


def check_plan(work: UnitOfWork, casus_id: str, type_code: str, *, terug: bool = False) -> None:
    """Raise RuleViolation when a decision of this type, which is about to stand, would adopt the plan of a case that was not
    weighed, is finished, or has not its three. ``terug``: it stood before, and who left since is still one of them."""
    if type_code != PLAN_VASTSTELLEN:
        return
    casus = work.get(Casus, casus_id)
    if not terug:
        check_handeling(Handeling.PLAN_VASTSTELLEN, casus.status, casus.nummer)
    vereis_drietal(work, casus, ook_vertrokken=not terug)


def vereis_bij_overgang(work: UnitOfWork, casus: Casus, status: CasusStatus, caseload: Caseload) -> None:
    """Raise RuleViolation when the house would lead this case from now on, with an adopted plan, and somebody of the three
    was not named. What was finished comes back as it was."""
    was, wordt = houdt_drietal(casus.status, casus.caseload), houdt_drietal(status, caseload)
    if not was and wordt and is_vastgesteld(work.session, casus.id):
        _weiger_onvolledig(open_rollen(work.session, casus.id), "status")
