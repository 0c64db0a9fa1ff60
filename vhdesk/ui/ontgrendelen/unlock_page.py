"""Choose a vault, say who you are, unlock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.ontgrendelen.side_pane import SidePane, quiet_button
from vhdesk.ui.ontgrendelen.way_on import READ, RESTORE, way_on
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6, SPACE_8
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from vhdesk.ui.fault_view import FaultBar
    from vhdesk.ui.ontgrendelen.busy_pane import BusyPane
    from vhdesk.ui.ontgrendelen.recent_list import RecentList
    from vhdesk.ui.widgets.progress_overlay import Progressing

SUFFIX = ".vhkluis"
NameOf = Callable[[Path, str], str]


def no_name(_vault: Path, _slot_id: str) -> str:
    """Know nobody: the field for the name begins empty."""
    return ""


class UnlockPage(QWidget):
    """The first window.

    Signals: ``unlock_requested(Path, user, passphrase)``, ``read_requested`` with the same (to read only; also offered
    where a vault cannot be written), ``cancel_requested`` while it opens, ``open_other_requested`` (the app asks for a folder and
    calls ``choose_vault``), ``create_requested``, ``recovery_requested(Path)``, ``restore_requested(Path)`` for a vault
    that is damaged. ``preload``
    runs in a thread after ``start_preload``: it imports what unlocking needs. ``name_of(vault, slot id)`` is the
    name of the user who opened a vault last, "" when nobody there has that id. ``vault_chosen`` when another vault
    is shown; ``painted`` once, after the first picture: what that can do without (the recent vaults, the name of the
    user) comes then.
    """

    unlock_requested = Signal(object, str, str)
    read_requested = Signal(object, str, str)
    cancel_requested = Signal()
    open_other_requested = Signal()
    create_requested = Signal()
    recovery_requested = Signal(object)
    restore_requested = Signal(object)
    vault_chosen = Signal()
    painted = Signal()

    def __init__(
        self,
        settings: DeskSettings,
        preload: Callable[[], None] | None = None,
        name_of: NameOf = no_name,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setWindowTitle("vhdesk")
        self.setAccessibleName("Kluis ontgrendelen")
        self._settings = settings
        self._preload = preload
        self._name_of = name_of
        self._vault: Path | None = None
        self._busy = False
        self._bar: FaultBar | None = None
        self._recent: RecentList | None = None
        self._pane: BusyPane | None = None
        self._preloading: Thread | None = None
        self._was_painted = False
        self.vault_name = Label("", "title", wrap=True)
        self.vault_place = Label("", "muted", wrap=True)
        self.user = QLineEdit()
        self.user.setAccessibleName("Gebruikersnaam")
        self.passphrase = PassphraseField("Wachtwoord")
        self.unlock_button = QPushButton("Ontgrendelen  (Enter)")
        self.unlock_button.setAccessibleName("Ontgrendelen")
        self.unlock_button.setProperty("kind", "primary")
        self.read_button = quiet_button("Alleen lezen  (Ctrl+Shift+Enter)", "Alleen lezen")
        self.read_action = QAction("Alleen lezen", self)
        self.restore_action = QAction("Reservekopie terugzetten…", self)
        self.recovery_button = quiet_button("Wachtwoord kwijt? Gebruik het herstelblad")
        self.side = SidePane()
        self.other_button, self.create_button = self.side.other_button, self.side.create_button
        self._lay_out()
        self._connect()
        self._choose(next((path for path in settings.recent_vaults() if path.is_dir()), None))

    # --- building

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        right = self._right = QVBoxLayout()
        right.setContentsMargins(SPACE_8, SPACE_4, SPACE_8, SPACE_6)
        area = FitOrScroll("Kluis ontgrendelen")
        area.body.addStretch(2)
        form = self._form()
        form.setMaximumWidth(current_theme().px(420))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(form, 8)
        line.addStretch(1)
        area.body.addLayout(line)
        area.body.addStretch(3)
        right.addWidget(area, 1)
        across.addLayout(right, 1)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        self.picture = QLabel()
        side = current_theme().px(36)
        self.picture.setFixedSize(side, side)
        column.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.vault_name)
        words.addWidget(self.vault_place)
        column.addLayout(words)
        column.addWidget(self._fields())
        return form

    def _fields(self) -> QWidget:
        """What is asked of who has chosen a vault; there is nothing to fill in before."""
        self.fields = QWidget()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, SPACE_2, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(labelled("&Gebruikersnaam", self.user))
        column.addLayout(labelled("&Wachtwoord", self.passphrase))
        column.addSpacing(SPACE_1)
        column.addWidget(self.unlock_button)
        self.others = QWidget()
        others = QVBoxLayout(self.others)
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(SPACE_3)
        others.addWidget(self.read_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        others.addWidget(self.recovery_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.others)
        return self.fields

    def _connect(self) -> None:
        self.user.returnPressed.connect(self.passphrase.line.setFocus)
        self.passphrase.line.returnPressed.connect(self.unlock)
        self.user.textChanged.connect(self._refresh)
        self.passphrase.line.textChanged.connect(self._refresh)
        self.unlock_button.clicked.connect(self.unlock)
        self.read_button.clicked.connect(self.read)
        self.read_action.triggered.connect(self.read)
        self.restore_action.triggered.connect(self._restore)
        self.other_button.clicked.connect(self.open_other_requested)
        self.create_button.clicked.connect(self.create_requested)
        self.recovery_button.clicked.connect(self._recover)
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.read)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.open_other_requested)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.create_requested)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancel)

    # --- what the app does with it

    def start_preload(self) -> None:
        """Import what unlocking needs, in a thread, while the passphrase is typed."""
        if self._preload is not None:
            self._preloading = Thread(target=self._preload, name="vhdesk-preload", daemon=True)
            self._preloading.start()
            self._preload = None

    def wait(self) -> None:
        """Wait for those imports; nothing when there are none."""
        if self._preloading is not None:
            self._preloading.join()

    @property
    def recent(self) -> RecentList:
        """The vaults opened last; made at the first need."""
        if self._recent is None:
            from vhdesk.ui.ontgrendelen.recent_list import RecentList  # deferred: after the first picture

            self._recent = RecentList(self._settings.recent_vaults())
            self._recent.setEnabled(not self._busy)
            if self._vault is not None:
                self._recent.mark(self._vault)
            self._recent.marked.connect(self._vault_marked)
            self._recent.opened.connect(self.focus_first)
            self.side.place(self._recent)
            self.setTabOrder(self._recent.list, self.other_button)
        return self._recent

    @property
    def pane(self) -> BusyPane:
        """What is said while a vault opens, and the way out; made at the first need."""
        if self._pane is None:
            from vhdesk.ui.ontgrendelen.busy_pane import BusyPane  # deferred: comes after the first picture

            self._pane = BusyPane()
            self._pane.due.connect(self._show_pane)
            self._pane.cancel_requested.connect(self.cancel)
            column = self.fields.layout()
            assert column is not None
            column.addWidget(self._pane)
        return self._pane

    @property
    def bar(self) -> FaultBar:
        """Where it says why a vault did not open; made at the first need."""
        if self._bar is None:
            from vhdesk.ui.fault_view import FaultBar  # deferred: mostly there is nothing to say

            self._bar = FaultBar()
            self._right.insertWidget(0, self._bar)
        return self._bar

    def clear_bar(self) -> None:
        """Say nothing any more."""
        if self._bar is not None:
            self._bar.clear()

    def choose_vault(self, path: Path | None) -> None:
        """Show the vault to unlock, with the name of who did so last; None shows that there is none to choose."""
        self._choose(path)
        if self._was_painted:
            self._complete_page()

    def refresh_recent(self) -> None:
        """Show the recent vaults as they are remembered now; a vault that was just made is among them."""
        if self._recent is not None:
            self._recent.set_paths(self._settings.recent_vaults())

    def _choose(self, path: Path | None) -> None:
        self._vault = path
        if path is None:
            self.vault_name.setText("Kies eerst een kluis")
            self.vault_place.setText(
                "Links onder opent u een kluis die u hebt gekregen, of maakt u een nieuwe."
            )
        else:
            self.vault_name.setText(path.name.removesuffix(SUFFIX))
            self.vault_place.setText(str(path.parent))
            self.user.clear()
        self.fields.setVisible(path is not None)
        self.passphrase.clear()
        self._refresh()
        self.focus_first()
        self.vault_chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the rest once the first picture stands."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._first_painted)

    def _first_painted(self) -> None:
        self._add_icons()
        self._complete_page()
        self.painted.emit()

    def _add_icons(self) -> None:
        from vhdesk.ui.theme.icons import icon  # deferred: a tenth of the first window, for a few lines

        self.picture.setPixmap(icon("lock", "accent").pixmap(self.picture.size(), self.devicePixelRatioF()))
        for button, name in ((self.other_button, "folder-open"), (self.create_button, "plus")):
            button.setIcon(icon(name, "accent"))
            button.show()

    def _complete_page(self) -> None:
        """Show the recent vaults, and who opened this one last unless somebody is typing already."""
        recent = self.recent
        if self._vault is None:
            return
        recent.mark(self._vault)
        if not self.user.text() and not self.passphrase.text():
            waiting = self.user.hasFocus()
            self.user.setText(self.last_name(self._vault))
            if waiting:
                self.focus_first()

    def last_name(self, vault: Path) -> str:
        """Return the name of the user who opened ``vault`` last, "" when unknown."""
        slot_id = self._settings.last_user(vault)
        return self._name_of(vault, slot_id) if slot_id else ""

    def vault(self) -> Path | None:
        """Return the vault chosen."""
        return self._vault

    def focus_first(self) -> None:
        """Put the cursor where typing goes on."""
        if self._vault is None:
            (self.other_button if self._settings.recent_vaults() else self.create_button).setFocus()
        elif self.user.text():
            self.passphrase.line.setFocus()
        else:
            self.user.setFocus()

    def show_fault(self, fault: BaseException) -> None:
        """Say why it did not open, unless somebody broke it off, and offer the way on; the passphrase is forgotten but
        where one key more opens the vault to read, the user name stays."""
        self.set_busy(False)
        way = way_on(fault)
        if way != READ or not self._complete():
            self.passphrase.clear()
        action = {READ: self.read_action, RESTORE: self.restore_action}.get(way)
        self.bar.show_fault(fault, action)
        if action is not None:
            self.bar.button.setFocus()
        else:
            self.focus_first()

    def set_busy(self, busy: bool) -> None:
        """Unlocking is under way: nothing can be changed meanwhile."""
        self._busy = busy
        self.unlock_button.setText("Bezig met ontgrendelen…" if busy else "Ontgrendelen  (Enter)")
        if not busy and self._pane is not None:
            self._pane.leave()
            self.others.show()
        self._refresh()

    def follow(self, work: Progressing) -> None:
        """Tell of the opening that is under way; after half a second it shows how far it is, and how to stop it."""
        self.pane.follow(work)

    def cancel(self) -> None:
        """Esc: open nothing after all; does nothing while nothing opens, or where it cannot be stopped any more."""
        if not self._busy or self._pane is None or not self._pane.cancellable:
            return
        self.cancel_requested.emit()
        self.set_busy(False)
        self.passphrase.clear()
        self.focus_first()

    def _show_pane(self) -> None:
        self.pane.setMinimumHeight(self.others.height())  # nothing above it moves
        self.others.hide()
        self.pane.show()
        self.pane.cancel_button.setFocus()

    def unlock(self) -> None:
        """Ask the app to unlock with what was typed; does nothing while something is missing."""
        self._ask(self.unlock_requested)

    def read(self) -> None:
        """Ask to open the vault to read only, with what was typed."""
        self._ask(self.read_requested)

    def _ask(self, request: SignalInstance) -> None:
        if not self._complete() or self._vault is None:
            return
        self.clear_bar()
        self.set_busy(True)
        request.emit(self._vault, self.user.text().strip(), self.passphrase.text())

    # --- inner workings

    def _complete(self) -> bool:
        typed = bool(self.user.text().strip()) and bool(self.passphrase.text())
        return self._vault is not None and typed and not self._busy

    def _refresh(self) -> None:
        self.unlock_button.setEnabled(self._complete())
        self.read_button.setEnabled(self._complete())
        chosen = self._vault is not None and not self._busy
        for widget in (self.user, self.passphrase, self.recovery_button):
            widget.setEnabled(chosen)
        for other in (self._recent, self.other_button, self.create_button):
            if other is not None:
                other.setEnabled(not self._busy)

    def _vault_marked(self, path: Path) -> None:
        if path != self._vault:
            had_focus = self.recent.list.hasFocus()
            self.choose_vault(path)
            if had_focus:  # walking through the list with the arrows stays in the list
                self.recent.list.setFocus()

    def _restore(self) -> None:
        if self._vault is not None:
            self.restore_requested.emit(self._vault)

    def _recover(self) -> None:
        if self._vault is not None:
            self.recovery_requested.emit(self._vault)
