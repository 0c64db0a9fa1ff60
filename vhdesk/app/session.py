"""One unlocked vault on the screen: window, pages, timers. Made on unlock, gone on lock."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vhdesk import __version__
from vhdesk.app.pages import PAGES, PageMaker
from vhdesk.clock import Clock, local
from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.sprong import SprongRow, sprong
from vhdesk.queries.verslag import verslag, welke_versie
from vhdesk.services.concept import Draft
from vhdesk.services.kluis import Kluis
from vhdesk.ui.actions import Act, ActionRegistry
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.ui.bridge import DeskBridge
from vhdesk.ui.context import UiContext
from vhdesk.ui.hulp.help_window import HelpWindow
from vhdesk.ui.idle import IdleWatch
from vhdesk.ui.incident import report_bug
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.page import Resumable
from vhdesk.ui.prompts import DialogPrompts, Prompts
from vhdesk.ui.reading import LOOKING
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.spelling_watch import SpellingWatch
from vhdesk.ui.vandaag.page import VandaagPage
from vhdesk.ui.widgets.palette import Entry
from vhdesk.ui.widgets.pdf_view import PdfView
from vhdesk.ui.window import MainWindow
from vhdesk.vocabulary import Betrokkenheid

_LOG = logging.getLogger(__name__)
PLACE = "sessie/plaats"  # draft key: where the user was
BACKUP_LOOK = 60_000  # ms between two looks whether a backup is due
PAGE_PAUSE = 60  # ms between making two pages that nobody asked for yet, so that keys come first
PLACE_EVERY = 1_000  # ms; after a kill the window returns to at most a second ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a session needs beside the vault; tests replace prompts and clock."""

    clock: Clock
    settings: DeskSettings
    prompts: Prompts


class DeskSession(QObject):
    """Signals: ``complete`` when every page is made, ``locked`` after the vault was closed, ``closed`` after the
    window was closed by its user."""

    complete = Signal()
    locked = Signal()
    closed = Signal()

    def __init__(self, kluis: Kluis, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kluis = kluis
        self._around = around
        self.registry = ActionRegistry(looking=LOOKING if kluis.alleen_lezen else "")
        self.window = MainWindow(
            self.registry, around.settings, title=f"{kluis.naam} – vhdesk", subtitle=kluis.naam,
            practice=kluis.oefening,
        )  # fmt: skip
        self.jobs = Jobs(kluis.desk, self.window)
        self.bridge = DeskBridge(kluis.desk, self.window)
        self._shell = _WindowShell(self.window, around.clock)
        self.context = UiContext(
            desk=kluis.desk,
            kluis=kluis,
            bridge=self.bridge,
            registry=self.registry,
            prompts=around.prompts,
            jobs=self.jobs,
            clock=around.clock,
            shell=self._shell,
            pdf=self._pdf,
        )
        self._spelling = SpellingWatch(self.context, self.window)
        self._add_acts()
        for page_id in PAGES:
            self.window.add_page_later(page_id, PageMaker(page_id, self.context))
        self.window.add_provider(_CasusProvider(self.context, self.window))
        self._help = HelpWindow(self.window)
        self._idle = IdleWatch(around.clock, around.settings.idle_minutes, self)
        self._backup_timer = _every(BACKUP_LOOK, self._look_at_backup, self)
        self._place_timer = _every(PLACE_EVERY, self.keep_place, self)
        self._pages_timer = _every(PAGE_PAUSE, self._make_page, self)
        self._pages_timer.stop()
        self._last_place = ""
        self._connect()

    def _connect(self) -> None:
        self.window.painted.connect(self._pages_timer.start)
        self.window.leaving.connect(self._stop_work)
        self.window.lock_requested.connect(self.lock)
        self.window.closed.connect(self._window_closed)
        self.window.manual_requested.connect(self._help.show_manual)
        self.window.about_requested.connect(self._help.show_about)
        self.jobs.unhandled.connect(self._show_fault)
        self.jobs.busy_changed.connect(self._work_begins)
        self._idle.lock_pressed.connect(self.window.request_lock)
        self._idle.idle.connect(self.window.request_lock)
        self._idle.remaining.connect(self.window.status.set_lock)
        self.window.page_made.connect(self._page_made)

    def _add_acts(self) -> None:
        self.registry.add(
            Act(id="bewerken.ongedaan", text="Ongedaan maken", section="Bewerken", shortcut="Ctrl+Z",
                handler=self._undo, enabled=self._can_undo, icon="undo-2", words="terug herstellen"),
            Act(id="bewerken.opnieuw", text="Opnieuw doen", section="Bewerken", shortcut="Ctrl+Shift+Z",
                handler=self._redo, enabled=self._can_redo, icon="redo-2", words="herhalen"),
            *self._spelling.acts(),
        )  # fmt: skip

    # -- showing and leaving -----------------------------------------------------------------------------

    def show(self) -> None:
        """Show the window where the user left it: page, record, field and cursor."""
        self.resume_place()
        self.window.raise_window()
        self._idle.start()
        self._show_backup_age()
        for finding in self.kluis.bevindingen():
            self.window.show_fault(finding)

    def _work_begins(self, busy: bool) -> None:
        """Nothing can be typed while an exclusive job runs; what was typed before it must not wait for its end. It may
        have made a backup, or a herstelblad."""
        if busy:
            self.window.write_forms()
        else:
            self._backup_made(None)

    def _stop_work(self) -> None:
        """The window is about to lock: whatever goes on stops, so that half-typed text can be kept at once."""
        self.jobs.cancel_all()
        self.kluis.voorrang()

    def lock(self) -> None:
        """Lock at once: the place and the drafts are in the vault, the keys are wiped, the window goes."""
        self._end()
        self.locked.emit()

    def _window_closed(self) -> None:
        self._end()
        self.closed.emit()

    def _end(self) -> None:
        self.keep_place()
        for timer in (self._place_timer, self._backup_timer, self._pages_timer):
            timer.stop()
        for timer in self.window.findChildren(
            QTimer
        ):  # what a page would still do a moment later asks the vault
            timer.stop()
        self._idle.stop()
        self._spelling.stop()
        self.bridge.close()
        self.jobs.cancel_all()
        for view in self.window.findChildren(PdfView):
            view.clear()
        self.kluis.sluiten()
        self.window.hide()
        self.window.deleteLater()

    # -- the place ---------------------------------------------------------------------------------------

    def keep_place(self) -> None:
        """Write down where the user is, inside the vault; nothing is written when nothing moved."""
        page_id = self.window.current_page_id()
        if not page_id or self.kluis.alleen_lezen or self.jobs.busy:
            return
        page = self.window.page(page_id)
        where = page.where() if isinstance(page, Resumable) else {}
        place = json.dumps({"page": page_id, "where": where}, sort_keys=True)
        if place == self._last_place:
            return
        try:
            self.kluis.desk.save_draft(PLACE, place, 0)
            self._last_place = place
        except VhdeskError as fault:
            _LOG.warning("place not kept: %s", fault.code)

    def resume_place(self) -> None:
        """Go back to the place of last time, or to Vandaag."""
        page_id, where = _read_place(self.kluis.desk.drafts(PLACE))
        if not self.window.has_page(page_id):
            page_id, where = "vandaag", {}
        self.window.show_page(page_id)
        page = self.window.page(page_id)
        if where and isinstance(page, Resumable):
            page.resume(where)

    def _page_made(self, page_id: str) -> None:
        if page_id == "beheer":
            page = self.window.page(page_id)
            assert isinstance(page, BeheerPage)
            page.idle_minutes_changed.connect(self._idle.set_minutes)

    def _make_page(self) -> None:
        """Make the pages behind the one in front, one at a time, so that menu and palette know every act."""
        if not self.window.make_next_page():
            self._pages_timer.stop()
            self.registry.refresh()
            self.complete.emit()

    # -- acts of the window ------------------------------------------------------------------------------

    def _can_undo(self) -> bool:
        return self.kluis.desk.undo_label is not None

    def _can_redo(self) -> bool:
        return self.kluis.desk.redo_label is not None

    def _undo(self) -> None:
        self._take_back(self.kluis.desk.undo, "Ongedaan gemaakt")

    def _redo(self) -> None:
        self._take_back(self.kluis.desk.redo, "Opnieuw gedaan")

    def _take_back(self, act: Callable[[], str | None], said: str) -> None:
        if not self.window.flush():
            return
        try:
            done = act()
        except VhdeskError as fault:
            self.window.show_fault(fault)
            return
        if done is not None:
            self.window.status.set_message(f"{said}: {done.lower()}")
        self.registry.refresh()

    def _pdf(self, verslag_id: str) -> bytes:
        rows = self.kluis.desk.read_job(verslag, *welke_versie(verslag_id))
        return verslag_pdf(rows, clock_now=self._around.clock.now(), program_version=__version__)

    # -- backups -----------------------------------------------------------------------------------------

    def _look_at_backup(self) -> None:
        if self.jobs.busy or not self.kluis.kopie_nodig():
            return
        self.jobs.compute(
            self, self.kluis.reservekopie_maken, "vanzelf", done=self._backup_made, failed=self._backup_failed,
            key="reservekopie",
        )  # fmt: skip

    def _backup_made(self, _: object) -> None:
        self._show_backup_age()
        for page in self.window.findChildren(VandaagPage):
            page.backup_made()

    def _backup_failed(self, fault: Exception) -> None:
        if not isinstance(fault, Interrupted):
            self._show_fault(fault)

    def _show_backup_age(self) -> None:
        kopie = self.kluis.laatste_kopie()
        if kopie is not None:
            moment = local(kopie)
            self.window.status.set_backup(f"Reservekopie {moment.day}-{moment.month} {moment:%H:%M}")
        else:
            self.window.status.set_backup("Nog geen reservekopie")

    def _show_fault(self, fault: Exception) -> None:
        if not isinstance(fault, VhdeskError):
            report_bug(fault)
        self.window.show_fault(fault)


def _every(milliseconds: int, slot: Callable[[], None], parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    timer.start()
    return timer


def _read_place(drafts: Sequence[Draft]) -> tuple[str, dict[str, str | int]]:
    try:
        place = json.loads(drafts[0].text)
        return str(place["page"]), dict(place["where"])
    except (IndexError, ValueError, KeyError, TypeError):
        return "", {}


class _WindowShell:
    """What pages may ask of the window."""

    def __init__(self, window: MainWindow, clock: Clock) -> None:
        self._window = window
        self._clock = clock

    def navigate(self, page_id: str, target: str = "") -> None:
        if self._window.show_page(page_id) and target:
            page: QWidget = self._window.page(page_id)
            show_target = getattr(page, "show_target", None)
            if show_target is not None:
                show_target(target)

    def report(self, error: VhdeskError) -> None:
        self._window.show_fault(error)

    def inform(self, text: str) -> None:
        self._window.status.set_message(text)

    def moved_on(self) -> None:
        self._window.status.leave_page()

    def saved(self) -> None:
        self._window.status.set_saved(f"Opgeslagen {local(self._clock.now()):%H:%M}")


class _CasusProvider(QObject):
    """Cases and persons in the go-to palette."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._leads_to: dict[str, str] = {}  # two of one family are two entries that lead to one case

    def search(self, words: str, answer: Callable[[str, Sequence[Entry]], None]) -> None:
        """Answer at once: the query is made for typing."""
        rows: tuple[SprongRow, ...] = ()
        if words.strip():
            try:
                rows = self._context.desk.ask(sprong, zoek=words)
            except VhdeskError as fault:
                self._context.shell.report(fault)
        self._leads_to = {row.id: row.casus_id for row in rows}
        answer(words, [self._entry(row) for row in rows])

    def _entry(self, row: SprongRow) -> Entry:
        role = (
            "" if row.rol in (None, Betrokkenheid.HOOFDBETROKKENE) else f" · {row.relatie or row.rol.label}"
        )
        return Entry(row.id, row.naam or row.titel, f"{row.nummer}{role}", row.status.label, "folder-open")

    def go(self, entry_id: str) -> None:
        self._context.shell.navigate("casussen", self._leads_to[entry_id])


def default_surroundings(clock: Clock, settings: DeskSettings) -> Surroundings:
    """Return the surroundings of the real program."""
    return Surroundings(clock=clock, settings=settings, prompts=DialogPrompts())
