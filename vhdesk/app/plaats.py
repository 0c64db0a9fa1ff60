"""Where the practice vault is; light, so that a second start can wake the first before anything is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Oefenplaats:
    """Where the practice vault is. ``anchor_home`` only differs in tests and offscreen."""

    folder: Path
    anchor_home: Path | None = None


def eigen_plaats() -> Oefenplaats:
    """Return the place of this user's practice vault."""
    from platformdirs import user_data_path  # deferred: not for the first window

    return Oefenplaats(user_data_path("vhdesk", appauthor=False) / "Oefenkluis.vhkluis")
