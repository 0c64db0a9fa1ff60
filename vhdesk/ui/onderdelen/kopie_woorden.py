"""How a backup is worded: when it was made, how large it is, and what was counted in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vhdesk.clock import local
from vhdesk.ui.onderdelen.woorden import telling


def moment_words(moment: datetime) -> str:
    """Return "2-12-2026 13:30"."""
    wall = local(moment)
    return f"{wall.day}-{wall.month}-{wall.year} {wall:%H:%M}"


def grootte(aantal: int) -> str:
    """Return a size in bytes as "632 kB" or "1,4 MB"."""
    if aantal < 1_000_000:
        return f"{max(1, round(aantal / 1000))} kB"
    return f"{aantal / 1_000_000:.1f} MB".replace(".", ",")


def tellingen(counts: Mapping[str, int]) -> str:
    """Return "250 casussen, 12 overleggen, 40 besluiten, 63 acties"."""
    names = (
        ("casussen", "casus", "casussen"), ("overleggen", "overleg", "overleggen"),
        ("besluiten", "besluit", "besluiten"), ("acties", "actie", "acties"),
    )  # fmt: skip
    return ", ".join(telling(counts[key], one, more) for key, one, more in names if key in counts)
