"""Which act is possible in which status of a case: one table, which the agenda, the roles, the plan, the acties and the
besluiten all ask.

Source: the status model of domein.md §6. A referral is weighed before anybody leads it or a plan is adopted (jaarplan Twente
2015 §2); 'nieuwe aanmeldingen' are an item of the meeting itself (domein.md §1, step 6), and a veiligheidskamer 'weegt en
verrijkt' (jaarplan NOG 2017): a referral may be on an agenda to be weighed, marked as such, and what is agreed to that end
is recorded. Code Rood runs from the moment it comes in. A finished case is taken up again first.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from vhdesk.errors import RuleViolation
from vhdesk.models.casusverloop import AFGEROND, ONGEWOGEN
from vhdesk.vocabulary import Casusrol, CasusStatus


class Handeling(Enum):
    """What a table does with a case. ``LEIDEN``: giving it a casemanager; ``ROL``: one of the other roles."""

    AGENDEREN = auto()
    LEIDEN = auto()
    ROL = auto()
    PLAN_SCHRIJVEN = auto()
    PLAN_VASTSTELLEN = auto()
    ACTIE = auto()
    BESLUIT = auto()


_ALLES: Final = frozenset(Handeling)
_TER_WEGING: Final = _ALLES - {Handeling.LEIDEN, Handeling.PLAN_VASTSTELLEN}

KAN: Final[Mapping[CasusStatus, frozenset[Handeling]]] = MappingProxyType(
    {
        status: frozenset() if status in AFGEROND else _TER_WEGING if status in ONGEWOGEN else _ALLES
        for status in CasusStatus
    }
)


def check_handeling(handeling: Handeling, status: CasusStatus, nummer: str) -> None:
    """Raise RuleViolation when this cannot be done with a case of this status."""
    if handeling in KAN[status]:
        return
    raise RuleViolation("casus_niet_gewogen" if status in ONGEWOGEN else "casus_afgerond", nummer=nummer)


def rolhandeling(rol: Casusrol) -> Handeling:
    """Return what giving this role is."""
    return Handeling.LEIDEN if rol is Casusrol.CASEMANAGER else Handeling.ROL


def is_ongewogen(status: CasusStatus) -> bool:
    """Return whether a case is still a referral: on an agenda it is marked 'niet gewogen'."""
    return status in ONGEWOGEN
