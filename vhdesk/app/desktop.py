"""The life of the program: choose a vault, unlock, work, lock, and back to the first page."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vhdesk import __version__
from vhdesk.app.openen import BySheet, Create, Opening, Practice, Restore
from vhdesk.app.user_name import user_name
from vhdesk.clock import Clock, SystemClock
from vhdesk.errors import VaultInUse
from vhdesk.resources import resource
from vhdesk.ui.garbage import GuiGarbage
from vhdesk.ui.ontgrendelen.front_window import FrontWindow
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.single_instance import SingleInstance, runtime_folder
from vhdesk.ui.theme.style import choose_theme, fusion_application, wear_sheet
from vhdesk.ui.to_front import to_front

if TYPE_CHECKING:
    from vhdesk.app.session import DeskSession, Surroundings
    from vhdesk.services.kluis import Kluis
    from vhdesk.ui.hulp.help_window import HelpWindow
    from vhdesk.ui.jobs import Job, Jobs
    from vhdesk.ui.ontgrendelen.requests import CreateRequest, RecoveryRequest, RestoreRequest
    from vhdesk.ui.session_lock import SessionLock


def make_application(settings: DeskSettings) -> QApplication:
    """Return the dressed application: theme, font, icon, Qt's own words in Dutch."""
    app = start_application(settings)
    wear_sheet(app)
    complete_application(app)
    return app


def start_application(settings: DeskSettings) -> QApplication:
    """Return the application before ``wear_sheet``, under which building takes longer, and what may come after the
    first picture: ``complete_application``."""
    QGuiApplication.setDesktopFileName("nl.vhdesk.vhdesk")
    app = QApplication.instance() or fusion_application(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("vhdesk")
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName("vhdesk")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    choose_theme(app, settings.theme, settings.text_scale)
    return app


def complete_application(app: QApplication) -> None:
    """Give the application its icon, and Qt's own words in Dutch; once."""
    from PySide6.QtCore import QLibraryInfo, QTranslator  # deferred: see ``start_application``
    from PySide6.QtGui import QIcon

    if not app.windowIcon().isNull():
        return
    app.setWindowIcon(QIcon(str(resource("icons/vhdesk.svg"))))
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def preload() -> None:
    """Import what unlocking needs, and rehearse it; runs in a thread while the passphrase is typed."""
    import vhdesk.app.session  # noqa: F401 - half a second of imports: SQLAlchemy, models, ReportLab
    from vhdesk.app.pages import import_pages
    from vhdesk.services.rehearsal import rehearse

    import_pages()
    rehearse()


class Desktop(QObject):
    """Holds the front window or one session, never both."""

    def __init__(
        self,
        app: QApplication,
        clock: Clock,
        settings: DeskSettings,
        surroundings: Callable[[Clock, DeskSettings], Surroundings] | None = None,
    ) -> None:
        super().__init__()
        self.app = app
        self.clock = clock
        self.settings = settings
        self.session: DeskSession | None = None
        self._surroundings = surroundings
        self._instance: SingleInstance | None = None
        self._help: HelpWindow | None = None
        self._made_jobs: Jobs | None = None
        self._locked_meanwhile = False
        self._turn = Lock()
        self._opening: tuple[Opening, Job] | None = None
        self._session_lock: SessionLock | None = None
        self._garbage = GuiGarbage(self)
        self.front = FrontWindow(settings, preload, name_of=user_name)
        self.front.unlock_requested.connect(self.unlock)
        self.front.read_requested.connect(self.read)
        self.front.cancel_requested.connect(self.cancel_unlock)
        self.front.create_requested.connect(self.create)
        self.front.recovery_requested.connect(self.recover)
        self.front.restore_requested.connect(self.restore)
        self.front.manual_requested.connect(self._show_manual)
        self.front.closed.connect(self._leave)
        self.front.painted.connect(self._settle)

    @property
    def _jobs(self) -> Jobs:
        if self._made_jobs is None:
            from vhdesk.ui.jobs import Jobs  # deferred: the first window needs none

            self._made_jobs = Jobs(None, self)
        return self._made_jobs

    def _settle(self) -> None:
        """What the first window need not wait for: log, catch bugs, listen to the screen lock."""
        from vhdesk.app.log import start_log  # deferred: see above
        from vhdesk.ui.incident import install_hooks
        from vhdesk.ui.session_lock import SessionLock

        complete_application(self.app)
        start_log()
        install_hooks(self._show_bug)
        self._session_lock = SessionLock(self)
        self._session_lock.locked.connect(self.lock)
        self._session_lock.start()
        self.front.start_preload()

    # -- getting in --------------------------------------------------------------------------------------

    def show_front(self, vault: Path | None = None) -> None:
        """Show the first page, on ``vault`` when one is given."""
        if vault is not None:
            self.front.choose_vault(vault)
        to_front(self.front)

    def unlock(self, vault: Path, user: str, passphrase: str) -> None:
        """Open the vault in a thread; the key derivation takes half a second and must not hold the window."""
        if self._claim(vault):
            self._open(vault, user, passphrase)

    def read(self, vault: Path, user: str, passphrase: str) -> None:
        """Open the vault to read only: beside a window that has it, if need be."""
        self._open(vault, user, passphrase, read_only=True)

    def _open(self, vault: Path, user: str, passphrase: str, *, read_only: bool = False) -> None:
        self._locked_meanwhile = False
        opening = Opening(vault, user, passphrase, self.clock, self._turn, read_only)
        job = self._jobs.compute(
            self, opening, done=self._unlocked, failed=self._not_opened, key="openen", context=(vault, user)
        )
        self._opening = (opening, job)
        self.front.unlock_page.follow(opening)

    def cancel_unlock(self) -> None:
        """Open nothing after all, at once; nothing when nothing opens."""
        if self._opening is not None:
            for work in self._opening:
                work.cancel()
            self._opening = None
            self._release()

    def _unlocked(self, opening: Opening, vault: Path, user: str) -> None:
        self._opening = None
        assert opening.kluis is not None
        self._opened(opening.kluis, vault, user)

    def create(self, request: CreateRequest) -> None:
        """Make a vault with the region in it, and open it."""
        self._jobs.exclusive(
            self.front, "De kluis wordt gemaakt…", Create(request, self.clock),
            done=self._opened, failed=self._not_opened, context=(request.folder, request.naam),
        )  # fmt: skip

    def recover(self, request: RecoveryRequest) -> None:
        """Open with the herstelblad and give that user a new passphrase."""
        if not self._claim(request.folder):
            return
        self._jobs.exclusive(
            self.front, "De kluis wordt geopend…", BySheet(request, self.clock),
            done=self._opened, failed=self._not_opened, context=(request.folder, request.naam),
        )  # fmt: skip

    def restore(self, request: RestoreRequest) -> None:
        """Make a new vault of a backup, and open it."""
        self._jobs.exclusive(
            self.front, "De reservekopie wordt teruggezet…", Restore(request, self.clock),
            done=self._opened, failed=self._not_opened, context=(request.doel, request.naam),
        )  # fmt: skip

    def open_practice(self) -> None:
        """Open the practice vault; the first time it is built, with progress."""
        from vhdesk.app.plaats import eigen_plaats  # deferred: only for practice

        self.show_front()
        if not self._claim(eigen_plaats().folder):
            return
        self._jobs.exclusive(
            self.front, "De oefenkluis wordt klaargezet…", Practice(self.clock),
            done=self._practice_opened, failed=self._not_opened,
        )  # fmt: skip

    def _practice_opened(self, kluis: Kluis) -> None:
        self._opened(kluis, kluis.pad, kluis.gebruiker.naam)

    def _claim(self, vault: Path) -> bool:
        """Be the one program on this vault; a second start brings the first window to the front."""
        self._release()
        instance = SingleInstance(vault, runtime_folder(), self)
        if not instance.acquire():
            if instance.wake_other():
                QTimer.singleShot(0, self.app.quit)  # also before the event loop has begun
            else:
                self.front.show_fault(VaultInUse("vault_in_use_here"))
            return False
        instance.woken.connect(self._woken)
        self._instance = instance
        return True

    def wake_first(self, vault: Path) -> bool:
        """Bring the window that already has this vault to the front; False when there is none."""
        instance = SingleInstance(vault, runtime_folder(), self)
        return not instance.is_free() and instance.wake_other()

    def _release(self) -> None:
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def _opened(self, kluis: Kluis, vault: Path, user: str) -> None:
        from vhdesk.app.session import DeskSession, default_surroundings  # deferred: see ``preload``

        try:
            around = (self._surroundings or default_surroundings)(self.clock, self.settings)
            self.settings.remember_vault(vault)
            self.settings.remember_user(vault, kluis.gebruiker.id)
            if self._instance is None and not kluis.alleen_lezen:
                self._claim(vault)
            session = DeskSession(kluis, around, self)
        except BaseException:
            kluis.sluiten()  # no window stands around it: never leave a vault open behind a closed door
            raise
        if self._locked_meanwhile:
            session.lock()  # the screen was locked while the key was being derived
            self.show_front(vault)
            return
        self.session = session
        session.locked.connect(self._after_lock)
        session.closed.connect(self.app.quit)
        session.complete.connect(self._garbage.settle)
        session.show()
        self.front.opened()

    def _not_opened(self, fault: Exception, *_: object) -> None:
        self._opening = None
        self._release()
        self.front.show_fault(fault)

    def wait(self) -> None:
        """Wait until nothing runs beside the window; for closing the program and for tests."""
        self.front.wait()
        self._jobs.wait()

    def _show_manual(self) -> None:
        from vhdesk.ui.hulp.help_window import HelpWindow  # deferred: not for the first window

        if self._help is None:
            self._help = HelpWindow(self.front)
        self._help.show_manual("begin")

    # -- leaving -----------------------------------------------------------------------------------------

    def _leave(self) -> None:
        """The first window was closed: no vault opens behind it."""
        self.cancel_unlock()
        self.app.quit()

    def lock(self) -> None:
        """Lock when a vault is open; nothing otherwise."""
        if self.session is not None:
            self.session.window.request_lock()
        else:
            self._locked_meanwhile = True  # what can be broken off is; the rest locks as soon as it is open
            self.front.unlock_page.cancel()

    def _after_lock(self) -> None:
        assert self.session is not None
        vault = self.session.kluis.pad
        self.session.deleteLater()
        self.session = None
        self._release()
        self.show_front(vault)
        QTimer.singleShot(0, self._garbage.clear)

    def _woken(self) -> None:
        if self.session is not None:
            self.session.window.raise_window()
        else:
            self.show_front()

    def _show_bug(self, fault: BaseException) -> None:
        if self.session is not None and isinstance(fault, Exception):
            self.session.window.show_fault(fault)
        else:
            self.front.show_fault(fault)


def run_desktop(folder: Path | None, *, practice: bool = False) -> int:
    """Start the window and return the exit code. ``folder``: a vault to unlock (double click in the system)."""
    settings = DeskSettings()
    app = start_application(settings)
    desktop = Desktop(app, SystemClock(), settings)
    wear_sheet(app)
    if practice:
        desktop.open_practice()
    elif folder is None or not desktop.wake_first(folder):
        desktop.show_front(folder)
    else:
        return 0
    return app.exec()
