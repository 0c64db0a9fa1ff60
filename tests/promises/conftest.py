"""The numbers the manual promises, on real vaults: every test here takes something away or breaks something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from proefkluis import Site

from tests.oefenbureau import oefensjabloon
from vhdesk.clock import FixedClock

__all__ = ["oefensjabloon"]


@pytest.fixture
def site(kluismap: Path, clock: FixedClock) -> Iterator[Site]:
    """A closed vault with the region in it, which can be opened, broken and opened again."""
    site = Site(kluismap.parent, clock)
    yield site
    site.close()
