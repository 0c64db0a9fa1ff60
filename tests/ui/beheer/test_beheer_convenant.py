"""The convenant of an organisation is recorded at Beheer, Organisaties, and stands there in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import PageStage, dress
from tests.ui.beheer.test_beheer_lijsten import organisaties_tab
from vhdesk.clock import FixedClock
from vhdesk.queries.convenant import convenanten
from vhdesk.services.kluis import Kluis
from vhdesk.ui.beheer.page import BeheerPage


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


def test_a_signature_is_recorded_and_a_bad_date_is_said_beside_it(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    politie = next(row for row in tab.model.rows() if row.naam == "Politie")
    tab.table.select(politie.id)
    assert "niet getekend" in tab.signed.text()
    stage.press("Ctrl+Shift+F6")
    panel = tab.convenant
    assert panel.is_open() and panel.versie.hasFocus()
    panel.versie.setText("2026")
    stage.press("Ctrl+Return")
    assert panel.errors["ondertekenaar"].text(), "who signed is asked"
    panel.ondertekenaar.setText("De korpschef")
    panel.van.line.clear()
    QTest.keyClicks(panel.van.line, "blauw")
    stage.press("Ctrl+Return")
    assert panel.errors["van"].text() and stage.desk.ask(convenanten, politie.id) == ()
    panel.van.line.clear()
    QTest.keyClicks(panel.van.line, "1-1-2026")
    stage.press("Ctrl+Return")
    assert not panel.is_open()
    (rij,) = stage.desk.ask(convenanten, politie.id)
    assert (rij.versie, rij.ondertekenaar, rij.van, rij.tot) == (
        "2026",
        "De korpschef",
        date(2026, 1, 1),
        None,
    )
    assert tab.signed.text() == "Convenant 2026, getekend door De korpschef, vanaf 1-1-2026"
