"""The course of a case: which step is allowed from where, what it is called, and which needs a reason.

Source: the status model of domein.md §6, the steps of domein.md §1 ('stepwise: still active and watched for relapse,
then archived'), and 'terug naar de gemeente met de reden' (jaarplan Twente 2015). Every step forward that the process
itself prescribes needs no reason; everything else does.

What becomes of a referral is weighed (``CasusStatus``: 'gewogen'): only the act that records a weighing takes the
steps in ``UIT_WEGING``, and Code Rood goes straight to the table as it comes in. A case that a table took up leaves it
only by afschalen: closing comes after nazorg. A step with consequences of its own (a letter, a date, another table) is
taken by its own act and not by a plain change of status.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vhdesk.errors import RuleViolation
from vhdesk.vocabulary import CasusStatus as Status
from vhdesk.vocabulary import Gebeurtenissoort as Soort


@dataclass(frozen=True, slots=True)
class Overgang:
    """A step from one status to another. ``soort``: how the event is called; ``reden``: whether it needs one."""

    soort: Soort
    reden: bool = True


# A finished case does not ask for a casemanager, a next date or a place on an agenda.
AFGEROND = (Status.ADVIES, Status.NIET_OPGENOMEN, Status.AFGESLOTEN, Status.TE_VERNIETIGEN, Status.VERNIETIGD)
# With one of these a case may come in: a destroyed case leaves nothing to enter.
BEGIN = tuple(status for status in Status if status not in (Status.TE_VERNIETIGEN, Status.VERNIETIGD))

_OPGENOMEN, _ADVIES, _NIET = Overgang(Soort.OPGENOMEN), Overgang(Soort.ADVIES), Overgang(Soort.NIET_OPGENOMEN)
_GEPARKEERD, _HERVAT, _HEROPEND = Overgang(Soort.GEPARKEERD), Overgang(Soort.HERVAT), Overgang(Soort.HEROPEND)
_AFGESCHAALD, _AFGESLOTEN = Overgang(Soort.AFGESCHAALD), Overgang(Soort.AFGESLOTEN)
_TE_VERNIETIGEN = Overgang(Soort.TE_VERNIETIGEN)

_TABEL: Mapping[Status, Mapping[Status, Overgang]] = {
    Status.AANGEMELD: {
        Status.IN_TRIAGE: Overgang(Soort.IN_TRIAGE, reden=False),
        Status.IN_BEHANDELING: _OPGENOMEN,  # Code Rood: straight to the agenda
        Status.GEPARKEERD: _GEPARKEERD,
    },
    Status.IN_TRIAGE: {
        Status.IN_BEHANDELING: Overgang(Soort.OPGENOMEN, reden=False),
        Status.ADVIES: _ADVIES,
        Status.NIET_OPGENOMEN: _NIET,
        Status.AANGEMELD: Overgang(Soort.MEER_INFORMATIE),
        Status.GEPARKEERD: _GEPARKEERD,
    },
    Status.ADVIES: {Status.AANGEMELD: _HEROPEND, Status.TE_VERNIETIGEN: _TE_VERNIETIGEN},
    Status.NIET_OPGENOMEN: {Status.AANGEMELD: _HEROPEND, Status.TE_VERNIETIGEN: _TE_VERNIETIGEN},
    Status.IN_BEHANDELING: {
        Status.MONITORING: Overgang(Soort.MONITORING, reden=False),
        Status.NAZORG: _AFGESCHAALD,
        Status.GEPARKEERD: _GEPARKEERD,
    },
    Status.MONITORING: {
        Status.IN_BEHANDELING: Overgang(Soort.WEER_IN_BEHANDELING),
        Status.NAZORG: _AFGESCHAALD,
        Status.GEPARKEERD: _GEPARKEERD,
    },
    Status.NAZORG: {Status.IN_BEHANDELING: _HEROPEND, Status.AFGESLOTEN: _AFGESLOTEN},
    Status.GEPARKEERD: {
        Status.AANGEMELD: _HERVAT,
        Status.IN_TRIAGE: _HERVAT,
        Status.IN_BEHANDELING: _HERVAT,
        Status.MONITORING: _HERVAT,
        Status.NAZORG: _AFGESCHAALD,
    },
    Status.AFGESLOTEN: {
        Status.IN_BEHANDELING: _HEROPEND,
        Status.TE_VERNIETIGEN: _TE_VERNIETIGEN,
    },
    Status.TE_VERNIETIGEN: {
        Status.AFGESLOTEN: Overgang(Soort.VERLENGD),
        Status.VERNIETIGD: Overgang(Soort.VERNIETIGD),
    },
    Status.VERNIETIGD: {},
}

# What a plain change of status may do; the weighing and the other acts of ``services`` take the other steps.
GEWOON = frozenset({Soort.IN_TRIAGE, Soort.MONITORING, Soort.WEER_IN_BEHANDELING})
UIT_WEGING = frozenset({Soort.OPGENOMEN, Soort.ADVIES, Soort.NIET_OPGENOMEN, Soort.MEER_INFORMATIE})
# Parked from here, a case was never taken up: there is nothing to step down from.
ONGEWOGEN = (Status.AANGEMELD, Status.IN_TRIAGE)

OVERGANGEN: Mapping[Status, Mapping[Status, Overgang]] = MappingProxyType(
    {van: MappingProxyType(dict(naar)) for van, naar in _TABEL.items()}
)


def volgende(status: Status) -> tuple[Status, ...]:
    """Return the statuses a case may go to from ``status``, in the order of the process."""
    return tuple(naar for naar in Status if naar in OVERGANGEN[status])


def gewone_stappen(status: Status) -> tuple[tuple[Status, bool], ...]:
    """Return the plain steps from ``status``: where to, and whether that needs a reason."""
    stappen = OVERGANGEN[status]
    return tuple((naar, stappen[naar].reden) for naar in volgende(status) if stappen[naar].soort in GEWOON)


def check_begin(status: Status, *, nummer: bool) -> None:
    """Raise RuleViolation when a case may not come in with ``status``.

    A new case begins as a referral; only one that already ran elsewhere, and so has its number (``nummer``), comes in
    where it stood. A destroyed case leaves nothing to enter.
    """
    if status not in BEGIN:
        raise RuleViolation("beginstatus_onjuist", field="status")
    if status is not Status.AANGEMELD and not nummer:
        raise RuleViolation("beginstatus_vraagt_nummer", field="nummer", status=status.label)


def check_overgang(van: Status, naar: Status, reden: str) -> Overgang:
    """Return the step from ``van`` to ``naar``.

    Raises RuleViolation ``overgang_niet_toegestaan`` on ``status`` when the process has no such step, and
    ``reden_ontbreekt`` on ``reden`` when it has but nobody says why.
    """
    overgang = OVERGANGEN[van].get(naar)
    if overgang is None:
        raise RuleViolation("overgang_niet_toegestaan", field="status", van=van.label, naar=naar.label)
    if overgang.reden and not reden.strip():
        raise RuleViolation("reden_ontbreekt", field="reden")
    return overgang
