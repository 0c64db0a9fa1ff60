"""The figures of the meeting that runs, with thirty cases on its agenda: another item, a name or a date while it is
typed, a decision, and the screen of the room."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

from tests.bench.figure import Figure
from tests.bench.interleave import Measured
from tests.bench.screens import Screens, decisions, turn_to_case
from tests.bench.window import BenchWindow, PaintWatch
from vhdesk.ui.widgets.completer_field import CompleterField

WALK = 8  # items in one round; the slowest counts
WALK_ROUNDS, TYPING_ROUNDS = 9, 9
TYPED = (("Ctrl+M", "Johannes"), ("Ctrl+R", "Politie"), ("Ctrl+D", "over 2 weken"))
SENTENCE = "De tafel"


class Table:
    """The running meeting in both windows."""

    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._overleg_id = screens.vault.made.lopend_id

    def _turn(self) -> None:
        for window in self._screens.windows:
            turn_to_case(window, self._overleg_id)

    def switch_item(self) -> Figure:
        """The slowest step of turning to the next case, from the key to the case on the screen."""
        self._turn()
        return self._screens.pair("switch_item", self._walking, WALK_ROUNDS)

    def suggest(self) -> Figure:
        """The slowest key of typing a name, an organisation and a date, from the key to what is offered."""
        self._turn()
        return self._screens.pair("suggest", self._typing, TYPING_ROUNDS)

    def act(self) -> Figure:
        """From the key that records a decision to the decision on the screen."""
        self._turn()
        return self._screens.pair("act", self._deciding)

    def room(self) -> Figure:
        """From a key in a decision to the letter on the screen of the room: the slowest key of some words."""
        self._turn()
        try:
            return self._screens.pair("room", self._showing, TYPING_ROUNDS)
        finally:
            for window in self._screens.windows:
                page: Any = window.window.page("overleggen")
                page.zaal.window.close()

    def _walking(self, window: BenchWindow) -> Measured:
        page: Any = window.window.page("overleggen")

        def measured(number: int) -> float:
            window.front()
            keys, slowest = "F8" if number % 2 == 0 else "Shift+F8", 0.0
            for _ in range(WALK):
                before = page.chair.punt.id
                slowest = max(slowest, window.until_painted(lambda: window.press(keys)))
                if page.chair.punt.id == before:
                    raise RuntimeError("the key did not turn to another item")
            return slowest

        return measured

    def _typing(self, window: BenchWindow) -> Measured:
        page: Any = window.window.page("overleggen")
        kop = page.chair.item.parts.kop

        def measured(_: int) -> float:
            window.front()
            slowest = 0.0
            for keys, text in TYPED:
                window.press(keys)
                field = QApplication.focusWidget()
                if not isinstance(field, QLineEdit):
                    raise RuntimeError(f"{keys} did not open a field")
                field.selectAll()
                for letter in text:
                    slowest = max(slowest, window.until_painted(lambda letter=letter: window.type(letter)))
                if isinstance(field, CompleterField) and not (
                    field.list.isVisible() or field.nothing.isVisible()
                ):
                    raise RuntimeError("nothing was offered")
                while kop.open_line() is not None:  # out of what is offered, and out of the field
                    window.press("Esc")
            return slowest

        return measured

    def _deciding(self, window: BenchWindow) -> Measured:
        def measured(number: int) -> float:
            window.front()
            before = decisions(window, self._overleg_id)
            window.press("Ctrl+F8")  # the table has judged; from the second decision on it does nothing
            window.press("Ctrl+B")
            window.type(f"De partners spreken {number} af wie de betrokkene belt.")
            took = window.until_painted(lambda: window.press("Ctrl+Return"))
            if decisions(window, self._overleg_id) != before + 1:
                raise RuntimeError("the key did not record a decision")
            return took

        return measured

    def _showing(self, window: BenchWindow) -> Measured:
        page: Any = window.window.page("overleggen")
        window.front()
        for keys in ("Ctrl+F8", "Ctrl+B", "F12"):
            window.press(keys)
        if page.chair.item.parts.omstanders.here():
            window.press("Ctrl+Shift+U")
        watch = PaintWatch(page.zaal.window)

        def measured(_: int) -> float:
            window.front()
            window.press("Ctrl+B")
            slowest, typed = 0.0, ""
            for letter in SENTENCE:
                typed += letter
                slowest = max(slowest, window.until_painted(lambda letter=letter: window.type(letter), watch))
            if page.zaal.window.tekst.text() != typed:
                raise RuntimeError("the room did not see what was typed")
            for keys in ("Ctrl+A", "Delete"):
                window.press(keys)
            return slowest

        return measured
