"""Half-typed decisions and actions, kept in the desk's encrypted draft journal, at most a second behind."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from vhdesk.errors import VhdeskError
from vhdesk.services.concept import Draft
from vhdesk.services.desk import Desk

DELAY_MS = 700


class DraftKeeper(QObject):
    """Knows every draft of one meeting in memory, so that switching items asks nothing.

    Signals: ``failed(exception)`` when the journal could not be written; the text stays and is tried again.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts: dict[str, Draft] = {}
        self._due: set[str] = set()
        self._gone: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._clear)
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.write)

    def load(self, prefix: str) -> None:
        """Read the drafts that begin with ``prefix``; what was not written yet goes first."""
        self.write()
        self._drafts.update({draft.key: draft for draft in self._desk.drafts(prefix)})

    def get(self, key: str) -> Draft | None:
        """Return one draft, None when there is none."""
        return self._drafts.get(key)

    def keys(self, prefix: str) -> tuple[str, ...]:
        """Return the keys of the drafts that begin with ``prefix``."""
        return tuple(key for key in self._drafts if key.startswith(prefix))

    def take(self, key: str) -> Draft | None:
        """Return a draft that somebody else writes from now on (autosave), and forget it here only."""
        return self._drafts.pop(key, None)

    def put(self, key: str, text: str, cursor: int = 0) -> None:
        """Keep a draft; written within a second."""
        draft = Draft(key, text, cursor)
        if self._drafts.get(key) == draft:
            return
        self._drafts[key] = draft
        if self._desk.read_only:
            return
        self._due.add(key)
        self._gone.discard(key)
        if not self._timer.isActive():  # not restarted: the journal is never more than a second behind
            self._timer.start()

    def drop(self, key: str) -> None:
        """Forget a draft: its text became an act, or was emptied. The journal forgets it after the act was shown."""
        self._due.discard(key)
        if self._drafts.pop(key, None) is not None:
            self._gone.add(key)
            self._soon.start()

    def _clear(self) -> None:
        self._soon.stop()
        while self._gone:
            try:
                self._desk.clear_draft(self._gone.pop())
            except VhdeskError as fault:
                self.failed.emit(fault)

    def write(self) -> bool:
        """Write what is due now; False when that failed."""
        self._clear()
        self._timer.stop()
        for key in tuple(self._due):
            draft = self._drafts[key]
            try:
                self._desk.save_draft(draft.key, draft.text, draft.cursor)
            except VhdeskError as fault:
                self._timer.start()
                self.failed.emit(fault)
                return False
            self._due.discard(key)
        return True
