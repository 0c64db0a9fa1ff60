"""One page in a real window over a real desk; only prompts, the clock and the printer are ours."""

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
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import apply_theme
from vhdesk.ui.window import MainWindow


@dataclass
class Answers:
    """Prompts answered at once: yes, and ``path`` for every question about a file or folder."""

    path: Path | None = None
    yes: bool = True
    asked: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)

    def confirm(
        self, parent: QWidget, question: str, verb: str, then: Callable[..., None], *context: Any, **_: Any
    ) -> None:
        self.asked.append(question)
        self.verbs.append(verb)
        if self.yes:
            then(*context)

    def ask_text(self, *_: Any, **__: Any) -> None:
        raise AssertionError("nothing here asks for a reason")

    def open_file(
        self, parent: QWidget, title: str, filters: str, then: Callable[..., None], *context: Any, **_: Any
    ) -> None:
        self._path(title, then, context)

    save_file = open_file

    def choose_folder(
        self, parent: QWidget, title: str, then: Callable[..., None], *context: Any, **_: Any
    ) -> None:
        self._path(title, then, context)

    def _path(self, title: str, then: Callable[..., None], context: tuple[Any, ...]) -> None:
        self.asked.append(title)
        if self.path is not None:
            then(self.path, *context)


class WindowShell:
    """The window as pages know it, remembering what it was told."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.news: list[str] = []
        self.faults: list[VhdeskError] = []
        self.gone_to: list[tuple[str, str]] = []

    def navigate(self, page_id: str, target: str = "") -> None:
        self.gone_to.append((page_id, target))
        if self._window.has_page(page_id) and self._window.show_page(page_id) and target:
            self._window.page(page_id).show_target(target)  # type: ignore[attr-defined]

    def report(self, error: VhdeskError) -> None:
        self.faults.append(error)
        self._window.show_fault(error)

    def inform(self, text: str) -> None:
        self.news.append(text)
        self._window.status.set_message(text)

    def moved_on(self) -> None:
        """Nothing of another record was said."""

    def saved(self) -> None:
        self._window.status.set_saved("Opgeslagen 13:30")


def dress(app: QApplication) -> None:
    """The light theme at 100 %; dressing again what is dressed so already takes a quarter of a second."""
    if app.property("dressed_by_stage") != app.styleSheet() or not app.styleSheet():
        apply_theme(app, "licht")
        app.setProperty("dressed_by_stage", app.styleSheet())


def no_pdf(_overleg_id: str) -> bytes:
    return b""


class PageStage:
    """A window with one page; ``press`` sends keys to whatever has the focus, as a keyboard does."""

    def __init__(
        self,
        kluis: Kluis,
        clock: Clock,
        settings_path: Path,
        make: Callable[[UiContext], QWidget],
        size: tuple[int, int] = (1366, 768),
    ) -> None:
        self.kluis = kluis
        self.desk = kluis.desk
        self.registry = ActionRegistry()
        self.settings = DeskSettings(settings_path)
        self.window = MainWindow(self.registry, self.settings, practice=kluis.oefening)
        self.shell = WindowShell(self.window)
        self.answers = Answers()
        self.bridge = DeskBridge(self.desk)
        self.jobs = Jobs(self.desk, self.window)
        self.unhandled: list[Exception] = []
        self.jobs.unhandled.connect(self.unhandled.append)
        self.context = UiContext(
            desk=self.desk, kluis=kluis, bridge=self.bridge, registry=self.registry, prompts=self.answers,
            jobs=self.jobs, clock=clock, shell=self.shell, pdf=no_pdf,
        )  # fmt: skip
        self.registry.add(
            Act(id="bewerken.ongedaan", text="Ongedaan maken", section="Bewerken", shortcut="Ctrl+Z",
                handler=self.desk.undo)
        )  # fmt: skip
        self.page = make(self.context)
        self.window.add_page(self.page)
        self.window.resize(*size)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.bring_forward()
        self.window.show_page(self.page.page_id)  # type: ignore[attr-defined]
        self.settle()

    def bring_forward(self) -> None:
        """Be the active window, also when another test left one open."""
        self.window.activateWindow()
        for _ in range(200):
            if self.window.isActiveWindow():
                return
            QTest.qWait(2)
        raise AssertionError("the window does not become active")

    def press(self, *keys: str) -> None:
        """Press key sequences ("Ctrl+B", "Tab") one after the other."""
        self.bring_forward()
        for text in keys:
            QTest.keySequence(self.focus(), QKeySequence(text))
            self.settle()

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        self.bring_forward()
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """Return the widget the keyboard goes to: a popup first, as in a real session."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def settle(self) -> None:
        """Let jobs, timers of zero length and posted events run to their end."""
        for _ in range(4):
            self.jobs.wait()
            QApplication.sendPostedEvents()
            QTest.qWait(1)

    def close(self) -> None:
        """Take the window away."""
        self.jobs.wait()
        self.bridge.close()
        self.window.hide()
        self.window.deleteLater()
        self.settle()
        QApplication.sendPostedEvents(None, 52)  # DeferredDelete
