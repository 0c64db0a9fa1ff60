"""The page of delivered lists on a vault of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.aanmeldingen.lijst import LIST
from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.services.kluis import Kluis
from vhdesk.ui.aanmeldingen.page import AanmeldingenPage


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", AanmeldingenPage)
    yield made
    made.close()
    assert made.unhandled == []


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    path = tmp_path / "aanlevering Losser.csv"
    path.write_text(LIST, encoding="utf-8")
    return path
