"""The stories play on the practice vault."""

from tests.oefenbureau import bureau, oefensjabloon

__all__ = ["bureau", "oefensjabloon"]
