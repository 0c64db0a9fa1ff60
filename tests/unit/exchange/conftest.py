"""Reading small invented lists, made in the test."""

from __future__ import annotations

import pytest
from lijstbouw import Lezer, lees_lijst


@pytest.fixture
def voorbeeld() -> Lezer:
    """Read rows (or bytes) as a delivered list, with the names that the vault would know."""
    return lees_lijst
