"""Every page in every state that a day brings, by keyboard: Tab reaches everything, and shows where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.oefenbureau import Bureau
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.overleg import overleggen
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.widgets.reading_order import stops
from vhdesk.vocabulary import Overlegstatus

SEEN = 40  # pixels that change with the focus; a text cursor alone is fewer
RING = 4


class Loper:
    """Walks the window with Tab."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.session = bureau.ontgrendel()
        self.window = self.session.window
        self.keys = Toetsenbord(self.window)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def show(self, page_id: str, target: str = "") -> None:
        self.session.context.shell.navigate(page_id, target)
        self.settle()

    def settle(self) -> None:
        self.session.jobs.wait()
        for _ in range(3):
            QTest.qWait(5)

    def press(self, *keys: str) -> None:
        for shortcut in keys:
            self.keys.press(shortcut)
        self.settle()

    def walk(self) -> None:
        """Check that Tab visits every control once, that it has a name, and that the focus shows."""
        expected = stops(self.window)
        assert len(expected) >= 3
        assert set(expected) == _reachable(self.window)
        expected[0].setFocus(Qt.FocusReason.TabFocusReason)
        wrong = []
        for widget in [*expected[1:], expected[0]]:
            before = _picture(widget)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            QApplication.processEvents()
            if QApplication.focusWidget() is not widget:
                wrong.append(f"Tab misses {_name(widget)}")
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            elif not _name(widget):
                wrong.append(f"{type(widget).__name__} has no name")
            elif _differing(before, _picture(widget)) < SEEN:
                wrong.append(f"no focus seen on {type(widget).__name__} {_name(widget)}")
        assert wrong == []


def _reachable(window: QWidget) -> set[QWidget]:
    return {
        widget for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    }  # fmt: skip


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _picture(widget: QWidget) -> QImage:
    ring = QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())
    return widget.window().grab(ring.adjusted(-RING, -RING, RING, RING)).toImage()


def _differing(one: QImage, other: QImage) -> int:
    """Return about how many pixels differ (the focus changes some eight bits of each); all when it was scrolled."""
    if one.size() != other.size():
        return SEEN if not other.isNull() else 0
    return (_bits(one) ^ _bits(other)).bit_count() // 8


def _bits(image: QImage) -> int:
    return int.from_bytes(bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()))


@pytest.fixture
def loper(bureau: Bureau) -> Loper:
    return Loper(bureau)


def test_every_page(loper: Loper) -> None:
    for page_id in ("vandaag", "overleggen", "casussen", "acties", "verslagen", "aanmeldingen"):
        loper.show(page_id)
        loper.walk()


def test_every_tab_of_beheer(loper: Loper) -> None:
    loper.show("beheer")
    for number in range(1, 8):
        loper.press(f"Alt+{number}")
        loper.walk()


def test_every_tab_of_a_case(loper: Loper) -> None:
    row = loper.session.kluis.desk.ask(casuslijst, zoek="Koopman").rijen[0]
    loper.show("casussen", row.id)
    for number in range(1, 8):
        loper.press(f"Alt+{number}")
        loper.walk()


def test_preparing_a_meeting(loper: Loper) -> None:
    loper.show("overleggen", loper.bureau.gepland)
    for keys in ("Alt+1", "Alt+2", "Alt+3", "Ctrl+Shift+N"):
        loper.press(keys)
        loper.walk()


def test_chairing_a_meeting(loper: Loper) -> None:
    loper.show("overleggen", loper.bureau.gepland)
    loper.press("Ctrl+Shift+O")
    loper.walk()
    loper.press("F8")
    loper.walk()
    loper.press("F8")
    for keys in ("Ctrl+N", "Ctrl+B", "Ctrl+J", "Ctrl+Shift+S"):
        loper.press(keys)
        loper.walk()


def test_minutes_that_are_open(loper: Loper) -> None:
    loper.show("verslagen", _meeting(loper, Overlegstatus.GESLOTEN))
    QTest.qWait(300)
    loper.walk()
    loper.press("Ctrl+P")
    loper.walk()


@pytest.mark.parametrize(("theme", "contrast"), [(ThemeChoice.DARK, False), (ThemeChoice.LIGHT, True)])
def test_the_focus_shows_in_the_other_themes_too(
    loper: Loper, qapp: QApplication, theme: ThemeChoice, contrast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vhdesk.ui.theme.style.system_wants_contrast", lambda: contrast)
    apply_theme(qapp, theme, 1.0)
    try:
        loper.show("beheer")
        loper.walk()
    finally:
        monkeypatch.undo()
        apply_theme(qapp, ThemeChoice.LIGHT, 1.0)


def _meeting(loper: Loper, status: Overlegstatus) -> str:
    return next(row.id for row in loper.session.kluis.desk.ask(overleggen) if row.status is status)
