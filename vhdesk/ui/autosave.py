"""There is no Save button: text is saved 800 ms after the last key, on leaving the field, and on ``flush``.

Meanwhile a draft goes to the desk's encrypted journal, at most a second behind the fingers. A failed save keeps
the text, says so, and tries again at the next occasion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from vhdesk.clock import Clock, local
from vhdesk.errors import VhdeskError
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_faults import describe

DELAY_MS = 800
DRAFT_MS = 700


class DraftStore(Protocol):
    """What autosave needs of the desk."""

    @property
    def read_only(self) -> bool:
        """Whether nothing is ever stored: the vault was opened to read."""

    def save_draft(self, key: str, text: str, cursor: int) -> None:
        """Keep half-typed text under ``key``, encrypted."""

    def clear_draft(self, key: str) -> None:
        """Forget it: the text is saved."""


@dataclass(slots=True)
class _Watched:
    """One thing that can have unsaved edits: how to save it, and its draft."""

    save: Callable[[], None]
    field: TextArea | None = None
    draft_key: str = ""
    dirty: bool = False
    draft_due: bool = False


class Autosave(QObject):
    """Saves what a person edits on one page.

    Signals: ``state_changed(str)`` with the words for the status line ("Opgeslagen 14:02"), ``failed(object)``
    with the exception when a save was refused (the page shows it beside the field or in its bar), ``saved``.
    """

    state_changed = Signal(str)
    failed = Signal(object)
    saved = Signal()

    def __init__(
        self,
        clock: Clock,
        drafts: DraftStore | None = None,
        parent: QObject | None = None,
        *,
        delay_ms: int = DELAY_MS,
        draft_ms: int = DRAFT_MS,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._drafts = drafts
        self._watched: dict[str, _Watched] = {}
        self._saving = False
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self.flush)
        self._draft_timer = QTimer(self, singleShot=True, interval=draft_ms)
        self._draft_timer.timeout.connect(self.write_drafts)

    # --- what is watched

    def watch(self, name: str, field: TextArea, save: Callable[[], None], draft_key: str = "") -> None:
        """Watch a text field. ``save()`` is a bound method that executes the command with the field's text and
        raises VhdeskError when it is refused; ``draft_key`` names the draft ("casus/<id>/notitie")."""
        known = self._watched.get(name)
        if known is not None and known.field is field:
            known.save, known.draft_key = save, draft_key
            return
        self._watched[name] = _Watched(save, field, draft_key)
        field.setProperty("autosave_name", name)
        field.edited.connect(self._field_edited)
        field.left.connect(self.flush)

    def watch_value(self, name: str, save: Callable[[], None]) -> None:
        """Watch something without a draft (a date, a choice); call ``touch(name)`` when it was edited."""
        self._watched[name] = _Watched(save)

    def touch(self, name: str) -> None:
        """Say that ``name`` was edited; it is saved after the pause. Raises KeyError for a name not watched."""
        watched = self._watched[name]
        if self._drafts is not None and self._drafts.read_only:  # an old draft was brought back, to be read
            return
        watched.dirty = True
        if watched.draft_key and self._drafts is not None:
            watched.draft_due = True
            if (
                not self._draft_timer.isActive()
            ):  # not restarted: the draft is never more than a second behind
                self._draft_timer.start()
        self._timer.start()
        self.state_changed.emit("Nog niet opgeslagen")

    def set_draft_key(self, name: str, draft_key: str) -> None:
        """Another record is shown in the same field; flush before, load after."""
        self._watched[name].draft_key = draft_key

    def forget(self, name: str) -> None:
        """Drop what was edited (the text was submitted as an act of its own, or the record is gone)."""
        watched = self._watched[name]
        watched.dirty = watched.draft_due = False
        self._clear_draft(watched)

    @property
    def dirty(self) -> bool:
        """Whether anything is not saved yet."""
        return any(watched.dirty for watched in self._watched.values())

    def is_dirty(self, name: str) -> bool:
        """Whether this one is not saved yet."""
        return self._watched[name].dirty

    # --- saving

    def flush(self) -> bool:
        """Save everything now; False when something was refused (it stays dirty, in its field and in the drafts)."""
        if self._saving:  # a save that moves the focus comes back here
            return True
        self._timer.stop()
        dirty = [watched for watched in self._watched.values() if watched.dirty]
        if not dirty:
            return True
        self._saving = True
        try:
            fine = [self._save(watched) for watched in dirty]
        finally:
            self._saving = False
        if all(fine):
            self.state_changed.emit(f"Opgeslagen {local(self._clock.now()):%H:%M}")
            self.saved.emit()
        else:
            self.write_drafts()  # a lock may follow at once
        return all(fine)

    def write_drafts(self) -> None:
        """Write the drafts that are due; called by the timer and, before a lock, by the window."""
        self._draft_timer.stop()
        for watched in self._watched.values():
            if watched.draft_due and watched.field is not None and self._drafts is not None:
                watched.draft_due = False
                try:
                    self._drafts.save_draft(
                        watched.draft_key, watched.field.text(), watched.field.cursor_position()
                    )
                except VhdeskError as fault:
                    watched.draft_due = True
                    self._tell(fault)

    def _save(self, watched: _Watched) -> bool:
        try:
            watched.save()
        except VhdeskError as fault:
            self._tell(fault)
            return False
        watched.dirty = watched.draft_due = False
        self._clear_draft(watched)
        return True

    def _clear_draft(self, watched: _Watched) -> None:
        if watched.draft_key and self._drafts is not None:
            self._drafts.clear_draft(watched.draft_key)

    def _tell(self, fault: VhdeskError) -> None:
        self.state_changed.emit(f"Niet opgeslagen: {describe(fault).happened}")
        self.failed.emit(fault)

    def _field_edited(self) -> None:
        field = self.sender()
        if isinstance(field, QObject):
            self.touch(str(field.property("autosave_name")))
