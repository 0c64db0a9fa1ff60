"""One measured figure, its target, and how both are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

NAMES = (
    "first_window", "unlock", "unlock_kdf", "open_case", "full_case", "agenda", "switch_item", "suggest", "act", "room",
    "recovery", "meeting", "search", "duplicates", "triage", "minutes", "memory",
)  # fmt: skip
SMALL, LARGE = 250, 12_000
SCREEN_MS = {SMALL: 50.0, LARGE: 100.0}
UNLOCK_MS = 150.0
MINUTES_MS = 1000.0
SEARCH_MS = 50.0  # to the first hits
DUPLICATES_MS = 100.0
FULL_CASE_MS = 50.0
MEETING_MS = 50.0  # everything that is done while the table waits
RECOVERY_MS = 1500.0  # from starting the program to the cursor in the half-typed word
FRAME_MS = 16.0
WINDOW_RATIO = 1.5
PLAIN_RATIO = 1.25  # encrypted against plain, for an act and a search


@dataclass(frozen=True, slots=True)
class Figure:
    """``value``, ``floor`` and ``target`` are in ``unit``; ``target`` None: measured, not judged. A figure of a
    process that knows no vault has ``cases`` 0. ``told``: what else there is to say of it."""

    name: str
    cases: int
    value: float
    unit: str
    floor: float
    ratio: float
    target: float | None
    ok: bool
    told: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def figure(name: str, cases: int, value: float, floor: float, unit: str = "ms", *, told: str = "") -> Figure:
    """Return the figure with its target filled in and judged."""
    limits = {
        "first_window": WINDOW_RATIO * floor,
        "unlock": UNLOCK_MS,
        "minutes": MINUTES_MS,
        "open_case": SCREEN_MS.get(cases),
        "agenda": SCREEN_MS.get(cases),
        "switch_item": MEETING_MS,
        "suggest": FRAME_MS,
        "act": MEETING_MS,
        "room": MEETING_MS,
        "recovery": RECOVERY_MS,
        "meeting": 0.0,
        "search": SEARCH_MS,
        "duplicates": DUPLICATES_MS,
        "full_case": FULL_CASE_MS,
        "triage": FRAME_MS,
    }
    target = limits.get(name)
    ratio = value / floor if floor else 1.0 + value  # beside a twin without a slow frame each one counts
    within = target is None or value <= target
    if name in ("act", "search"):
        within = within and ratio <= PLAIN_RATIO
    rounded = None if target is None else round(target, 1)
    return Figure(name, cases, round(value, 2), unit, round(floor, 2), round(ratio, 3), rounded, within, told)


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines for a terminal."""
    head = f"{'figure':<14}{'cases':>7}{'value':>10}{'floor':>10}{'ratio':>8}{'target':>9}  unit"
    return "\n".join([head, "-" * len(head), *(_line(one) for one in figures)])


def _line(one: Figure) -> str:
    cases = str(one.cases) if one.cases else "-"
    target = "-" if one.target is None else f"{one.target:g}"
    judged = ""
    if not one.ok:
        slow = one.target is not None and one.value > one.target
        judged = "   MISSED" if slow else f"   MISSED: at most {PLAIN_RATIO:g}x plain"
    told = "".join(f"\n    {line}" for line in one.told.splitlines())
    figures = f"{cases:>7}{one.value:>10.1f}{one.floor:>10.1f}{one.ratio:>8.2f}{target:>9}"
    return f"{one.name:<14}{figures}  {one.unit}{judged}{told}"
