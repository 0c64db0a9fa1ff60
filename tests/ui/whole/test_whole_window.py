"""The whole window with every page: names for screen readers, keys without clashes, no stray windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vhdesk.app.desktop import make_application
from vhdesk.app.pages import PAGES
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.clock import FixedClock
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.theme.tokens import TYPE_SCALE
from vhdesk.ui.widgets.palette import Palette

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar,
)  # fmt: skip


class Strays(QObject):
    """Remembers every window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def session(kluis: Kluis, clock: FixedClock, qapp: QApplication, tmp_path: Path) -> Iterator[DeskSession]:
    settings = DeskSettings(tmp_path / "instellingen.ini")
    make_application(settings)
    made = DeskSession(kluis, Surroundings(clock=clock, settings=settings, prompts=DialogPrompts()))
    made.window.resize(1366, 768)
    yield made
    made.lock()
    made.jobs.wait()


def _make_all(session: DeskSession) -> None:
    for page_id in PAGES:
        session.window.show_page(page_id)
        session.jobs.wait()
        QApplication.processEvents()


def test_no_widget_shows_itself_as_a_window(session: DeskSession, qapp: QApplication) -> None:
    strays = Strays()
    qapp.installEventFilter(strays)
    session.show()
    _make_all(session)
    qapp.removeEventFilter(strays)
    assert strays.shown == ["MainWindow"]


def test_every_control_has_a_name_for_a_screen_reader(session: DeskSession) -> None:
    session.show()
    nameless = []
    for page_id in PAGES:
        session.window.show_page(page_id)
        session.jobs.wait()
        QApplication.processEvents()
        controls = [widget for widget in session.window.findChildren(QWidget) if _is_control(widget)]
        assert controls, page_id
        for widget in controls:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                nameless.append(
                    f"{page_id}: {type(widget).__name__} in {type(widget.parentWidget()).__name__}"
                )
    assert nameless == []


def _is_control(widget: QWidget) -> bool:
    """Whether a person can come here with the keyboard; not Qt's own inner parts."""
    return (
        isinstance(widget, CONTROLS)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), (QComboBox, QAbstractItemView))
        and widget.isVisible()
    )


def test_every_act_stands_on_the_key_sheet(session: DeskSession) -> None:
    session.show()
    _make_all(session)
    acts = session.registry.acts()
    assert len(acts) > 60
    assert len({act.id for act in acts}) == len(acts)
    lines = [line for _, section in session.registry.key_sheet() for line in section]
    assert len(lines) == sum(bool(act.all_keys_text()) or act.in_palette for act in acts)
    session.registry.set_context("vandaag")
    here = session.registry.key_sheet()[0]
    assert here[0] == "Op deze pagina" and ("1" in {keys for _, keys in here[1]}), (
        "Vandaag has keys of its own"
    )


def lagging(widget: QWidget, scale: float) -> bool:
    """Whether a button kept the size of another scale."""
    known = {round(size * scale, 2) for size in TYPE_SCALE.values()}
    return isinstance(widget, QPushButton) and round(widget.font().pointSizeF(), 2) not in known


def test_every_page_fits_in_every_size_and_theme(session: DeskSession, qapp: QApplication) -> None:
    session.show()
    _make_all(session)
    for theme, scale, size in (
        (ThemeChoice.DARK, 1.0, (1366, 768)),
        (ThemeChoice.LIGHT, 2.0, (1366, 768)),
        (ThemeChoice.DARK, 2.0, (1920, 1080)),
    ):
        apply_theme(qapp, theme, scale)
        session.window.resize(*size)
        assert [w for w in qapp.allWidgets() if w.isVisible() and lagging(w, scale)] == []
        for page_id in PAGES:
            session.window.show_page(page_id)
            QApplication.processEvents()
            assert not session.window.grab().isNull()
            wanted = session.window.minimumSizeHint()
            assert wanted.width() <= size[0] and wanted.height() <= size[1], (
                f"{page_id} at {scale} needs {wanted}"
            )
    apply_theme(qapp, ThemeChoice.LIGHT, 1.0)


def test_a_family_of_one_name_is_found_and_each_of_them_leads_to_the_case(
    session: DeskSession, qtbot: QtBot
) -> None:
    desk = session.kluis.desk
    zaak = desk.execute(
        CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Lammerink", voornamen="Bjorn"))
    ).id
    for voornaam in ("Ida", "Tess"):
        persoon = Persoonsgegevens(geslachtsnaam="Lammerink", voornamen=voornaam)
        desk.execute(BetrokkeneToevoegen(casus_id=zaak, persoon=persoon, relatie="kind"))
    session.show()
    session.window.activateWindow()
    assert QTest.qWaitForWindowActive(session.window)
    Toetsenbord(session.window).press("Ctrl+K")
    palette = session.window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.field, "lammerink")
    qtbot.waitUntil(lambda: palette.model.rowCount() == 3)
    assert {row.entry.title for row in palette.model.rows()} >= {"Ida Lammerink", "Tess Lammerink"}
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.window.current_page_id() == "casussen"
    page: Any = session.window.page("casussen")
    qtbot.waitUntil(lambda: page.view.dossier is not None)
    assert page.view.dossier.id == zaak
