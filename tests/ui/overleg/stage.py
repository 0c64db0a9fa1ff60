"""The page Overleggen in a real window over a real desk; only prompts, the clock and the shell's news are ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk.clock import Clock
from vhdesk.errors import VhdeskError
from vhdesk.services.kluis import Kluis
from vhdesk.ui.actions import Act, ActionRegistry
from vhdesk.ui.bridge import DeskBridge
from vhdesk.ui.context import UiContext
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.window import MainWindow


@dataclass
class Answers:
    """Prompts that are answered with yes at once."""

    asked: list[str] = field(default_factory=list)
    file: Path | None = None

    def confirm(
        self, parent: QWidget, question: str, verb: str, then: Callable[..., None], *context: Any, **_: Any
    ) -> None:
        self.asked.append(question)
        then(*context)

    def ask_text(self, *_: Any, **__: Any) -> None:
        raise AssertionError("the meeting asks in the page, never in a box")

    def save_file(
        self, parent: QWidget, title: str, filters: str, then: Callable[..., None], *context: Any, **_: Any
    ) -> None:
        assert self.file is not None, title
        self.asked.append(title)
        then(self.file, *context)

    open_file = choose_folder = ask_text


class WindowShell:
    """The window as pages know it, remembering what it was told."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.news: list[str] = []
        self.faults: list[VhdeskError] = []
        self.gone_to: list[tuple[str, str]] = []

    def navigate(self, page_id: str, target: str = "") -> None:
        self.gone_to.append((page_id, target))

    def report(self, error: VhdeskError) -> None:
        self.faults.append(error)
        self._window.show_fault(error)

    def inform(self, text: str) -> None:
        self.news.append(text)
        self._window.status.set_message(text)

    def moved_on(self) -> None:
        self._window.status.leave_page()

    def saved(self) -> None:
        self._window.status.set_saved("Opgeslagen, versleuteld")


def no_pdf(_overleg_id: str) -> bytes:
    return b""


class Stage:
    """A window with this one page; ``press`` sends keys to whatever has the focus, as a keyboard does."""

    def __init__(
        self, kluis: Kluis, clock: Clock, settings_path: Path, size: tuple[int, int] = (1366, 768)
    ) -> None:
        self._gone = False
        self.kluis = kluis
        self.desk = kluis.desk
        self.registry = ActionRegistry()
        self.settings = DeskSettings(settings_path)
        self.window = MainWindow(self.registry, self.settings)
        self.shell = WindowShell(self.window)
        self.answers = Answers()
        self.bridge = DeskBridge(self.desk)
        self.jobs = Jobs(self.desk)
        self.context = UiContext(
            desk=self.desk, kluis=kluis, bridge=self.bridge, registry=self.registry, prompts=self.answers,
            jobs=self.jobs, clock=clock, shell=self.shell, pdf=no_pdf,
        )  # fmt: skip
        self.registry.add(
            Act(id="bewerken.ongedaan", text="Ongedaan maken", section="Bewerken", shortcut="Ctrl+Z",
                handler=self.desk.undo)
        )  # fmt: skip
        self.page = OverleggenPage(self.context)
        self.window.add_page(self.page)
        self.window.resize(*size)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.window.show_page("overleggen")
        settle()

    def press(self, *keys: str) -> None:
        """Press key sequences ("Ctrl+B", "Tab") one after the other."""
        for keys_text in keys:
            QTest.keySequence(self.focus(), QKeySequence(keys_text))
            settle()

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        QTest.keyClicks(self.focus(), text)
        settle()

    def focus(self) -> QWidget:
        """Return the widget the keyboard goes to: a popup first, as in a real session."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def close(self) -> None:
        """Take the window away as a crash would: nothing is flushed."""
        if self._gone:
            return
        self._gone = True
        self.bridge.close()
        self.window.deleteLater()
        settle()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def settle() -> None:
    """Let timers of zero length and posted events run."""
    for _ in range(2):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
