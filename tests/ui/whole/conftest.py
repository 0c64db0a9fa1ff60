"""The whole window on the practice vault, and the program from its first window."""

from __future__ import annotations

from tests.oefenbureau import bureau, desktop, oefensjabloon

__all__ = ["bureau", "desktop", "oefensjabloon"]
