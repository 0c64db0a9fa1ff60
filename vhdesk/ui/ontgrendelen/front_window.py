"""The window before a vault is open: unlock, make a new one, or open with the herstelblad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX, NameOf, UnlockPage, no_name
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.label import Label

if TYPE_CHECKING:
    from vhdesk.ui.ontgrendelen.create_page import CreatePage
    from vhdesk.ui.ontgrendelen.recovery_page import RecoveryPage
    from vhdesk.ui.ontgrendelen.restore_page import RestorePage
    from vhdesk.ui.prompts import Prompts

PRACTICE_FOLDER: Final = f"Oefenkluis{SUFFIX}"
PRACTICE_HINT: Final = "Oefenkluis met verzonnen mensen.\nWachtwoord: oefenen met vhdesk"


class FrontWindow(KeyboardWindow, QWidget):
    """Signals: ``unlock_requested(Path, user, passphrase)``, ``read_requested`` with the same, ``cancel_requested`` while it opens, ``create_requested(CreateRequest)``,
    ``recovery_requested(RecoveryRequest)``, ``restore_requested(RestoreRequest)``, ``manual_requested`` (F1), ``closed`` when the person closed the window,
    ``painted`` once, after its first picture.

    ``preload`` and ``name_of``: see ``UnlockPage``; ``preload`` runs after ``start_preload``. Pages beside unlocking are made when they are asked for.
    """

    unlock_requested = Signal(object, str, str)
    read_requested = Signal(object, str, str)
    cancel_requested = Signal()
    create_requested = Signal(object)
    recovery_requested = Signal(object)
    restore_requested = Signal(object)
    manual_requested = Signal()
    closed = Signal()
    painted = Signal()

    def __init__(
        self,
        settings: DeskSettings,
        preload: Callable[[], None] | None = None,
        prompts: Prompts | None = None,
        name_of: NameOf = no_name,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setWindowTitle("vhdesk")
        self.setAccessibleName("vhdesk")
        self._settings = settings
        self._given_prompts = prompts
        self.unlock_page = UnlockPage(settings, preload, name_of)
        self._create_page: CreatePage | None = None
        self._recovery_page: RecoveryPage | None = None
        self._restore_page: RestorePage | None = None
        self.hint = Label("", wrap=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.unlock_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._place_hint()
        page = self.unlock_page
        page.unlock_requested.connect(self.unlock_requested)
        page.read_requested.connect(self.read_requested)
        page.cancel_requested.connect(self.cancel_requested)
        page.open_other_requested.connect(self.open_other)
        page.create_requested.connect(self.show_create)
        page.recovery_requested.connect(self.show_recovery)
        page.restore_requested.connect(self.show_restore)
        page.vault_chosen.connect(self._vault_changed)
        page.painted.connect(self.painted)
        self._vault_changed()
        for keys in ("F1", "Shift+F1"):  # there are no acts yet whose keys could be shown
            QShortcut(QKeySequence(keys), self).activated.connect(self.manual_requested)
        self._adapt()
        self.resize(1000, 700)

    def _place_hint(self) -> None:
        """Stand under the name and place of the vault."""
        form = self.unlock_page.vault_place.parentWidget()
        column = form.layout() if form is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(2, self.hint)

    # --- pages

    @property
    def create_page(self) -> CreatePage:
        """The page that makes a vault."""
        if self._create_page is None:
            from vhdesk.ui.ontgrendelen.create_page import CreatePage  # deferred: not for the first window

            self._create_page = CreatePage(self._prompts())
            self._create_page.create_requested.connect(self.create_requested)
            self._create_page.left.connect(self.show_unlock)
            self.stack.addWidget(self._create_page)
        return self._create_page

    @property
    def recovery_page(self) -> RecoveryPage:
        """The page that opens with the herstelblad."""
        if self._recovery_page is None:
            from vhdesk.ui.ontgrendelen.recovery_page import RecoveryPage  # deferred: as above

            self._recovery_page = RecoveryPage()
            self._recovery_page.recovery_requested.connect(self.recovery_requested)
            self._recovery_page.left.connect(self.show_unlock)
            self.stack.addWidget(self._recovery_page)
        return self._recovery_page

    @property
    def restore_page(self) -> RestorePage:
        """The page that makes a new vault of a backup."""
        if self._restore_page is None:
            from vhdesk.ui.ontgrendelen.restore_page import RestorePage  # deferred: as above

            self._restore_page = RestorePage()
            self._restore_page.restore_requested.connect(self.restore_requested)
            self._restore_page.left.connect(self.show_unlock)
            self.stack.addWidget(self._restore_page)
        return self._restore_page

    def show_unlock(self) -> None:
        """Bring the page that unlocks to the front."""
        self.stack.setCurrentWidget(self.unlock_page)
        self.unlock_page.focus_first()

    def show_create(self) -> None:
        """Bring the page that makes a vault to the front."""
        page = self.create_page
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def show_recovery(self, vault: Path) -> None:
        """Bring the page for the herstelblad of ``vault`` to the front."""
        page = self.recovery_page
        page.choose_vault(vault, self.unlock_page.user.text().strip() or self.unlock_page.last_name(vault))
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def show_restore(self, vault: Path) -> None:
        """Bring the page that makes a new vault of a backup of ``vault`` to the front."""
        page = self.restore_page
        page.choose_vault(vault, self.unlock_page.user.text().strip() or self.unlock_page.last_name(vault))
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def open_other(self) -> None:
        """Ask for the folder of a vault."""
        self._prompts().choose_folder(self, "Kluis openen (map die eindigt op .vhkluis)", self._folder_chosen)

    def _folder_chosen(self, folder: Path) -> None:
        if folder.suffix == SUFFIX:
            self.choose_vault(folder)
            return
        inside = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
        if len(inside) == 1:
            self.choose_vault(inside[0])
            return
        self.unlock_page.bar.show_words(
            "Deze map is geen kluis.", f"Kies een map waarvan de naam eindigt op {SUFFIX}.", "warn"
        )

    # --- what the app does with it

    def choose_vault(self, path: Path) -> None:
        """Show the page that unlocks, on this vault."""
        self.unlock_page.clear_bar()
        self.unlock_page.refresh_recent()
        self.unlock_page.choose_vault(path)
        self.show_unlock()

    def show_fault(self, fault: BaseException) -> None:
        """Say on the page in front why it did not work."""
        page = self.stack.currentWidget()
        for known in (self.unlock_page, self._create_page, self._recovery_page, self._restore_page):
            if known is not None and known is page:
                known.show_fault(fault)

    def opened(self) -> None:
        """A vault is open: hide, and forget every passphrase and code."""
        self.hide()
        self.unlock_page.set_busy(False)
        self.unlock_page.passphrase.clear()
        self.unlock_page.clear_bar()
        for page in (self._create_page, self._recovery_page, self._restore_page):
            if page is not None:
                page.set_busy(False)
                page.forget()
                page.bar.clear()
        self.stack.setCurrentWidget(self.unlock_page)

    def start_preload(self) -> None:
        """Import what unlocking needs, in a thread, while the passphrase is typed."""
        self.unlock_page.start_preload()

    def wait(self) -> None:
        """Wait for those imports."""
        self.unlock_page.wait()

    # --- inner workings

    def _prompts(self) -> Prompts:
        if self._given_prompts is None:
            from vhdesk.ui.prompts import DialogPrompts  # deferred: file dialogs are not for the first window

            self._given_prompts = DialogPrompts()
        return self._given_prompts

    def _vault_changed(self) -> None:
        vault = self.unlock_page.vault()
        practice = vault is not None and vault.name == PRACTICE_FOLDER
        self.hint.setText(PRACTICE_HINT if practice else "")
        self.hint.setVisible(practice)

    def _adapt(self) -> None:
        theme = current_theme()
        self.setMinimumSize(min(theme.px(720), 1340), min(theme.px(480), 640))

    def showEvent(self, event: QShowEvent) -> None:
        """Typing goes on where it should: Qt would put the focus in the list."""
        super().showEvent(event)
        if self.stack.currentWidget() is self.unlock_page:
            self.unlock_page.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        """Text size may have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "stack"):
            self._adapt()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The person is done with vhdesk."""
        event.accept()
        self.closed.emit()
