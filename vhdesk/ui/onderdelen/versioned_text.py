"""A text that saves itself on the version it was read at, and shows both texts when another changed it meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation, StaleVersion
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.both_texts import BothTexts
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.text_area import TextArea

# save(record id, text, version the writer started from) -> the version it has now; raises VhdeskError
Save = Callable[[str, str, int | None], int]
# read(record id) -> the text and the version that stand in the record now
Read = Callable[[str], tuple[str, int]]


class VersionedText(QWidget):
    """``field`` is the text area, ``name`` its name at the autosave. ``show_record`` before another record is shown;
    the caller flushed first. A refusal of the profession is said below the field."""

    def __init__(
        self,
        field: TextArea,
        name: str,
        autosave: Autosave,
        save: Save,
        read: Read,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.name = name
        self._autosave = autosave
        self._save = save
        self._read = read
        self.record_id = ""
        self._base = ""
        self._version: int | None = None
        self._other = ("", 0)
        self.error = FieldError(field)
        self.both = BothTexts(joinable=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        for widget in (self.both, field, self.error):
            layout.addWidget(widget)
        self.both.keep_mine.connect(self._keep_mine)
        self.both.keep_both.connect(self._keep_both)
        self.both.take_other.connect(self._take_other)
        autosave.watch(name, field, self._store)

    # --- records

    def show_record(self, record_id: str, text: str, version: int, draft_key: str) -> None:
        """Show the text of another record."""
        self.both.hide()
        if self.error.text():
            self.error.clear()
        self.record_id, self._base, self._version = record_id, text, version
        self._autosave.set_draft_key(self.name, draft_key)
        self.field.load(text, force=True)
        self.field.document().clearUndoRedoStacks()

    def restore(self, text: str, cursor: int) -> bool:
        """Put back a draft; it is saved soon. False when it is what stands in the record."""
        if text == self._base:
            return False
        self.field.restore(text, cursor)
        return True

    def refresh(self, text: str, version: int) -> None:
        """The record was read again. Our own acts raise its version without touching this text; another text
        replaces what is shown only when nothing is half-typed."""
        if text == self._base:
            self._version = version
        elif not self.dirty:
            self._base, self._version = text, version
            cursor = self.field.cursor_position()
            self.field.load(text, force=True)
            place = self.field.textCursor()
            place.setPosition(min(cursor, len(text)))
            self.field.setTextCursor(place)

    def moved(self, before: int | None, after: int) -> None:
        """Another text of this record was stored by ourselves: its version went from ``before`` to ``after``."""
        if self._version == before:
            self._version = after

    @property
    def dirty(self) -> bool:
        """Whether something here is not saved yet."""
        return self._autosave.is_dirty(self.name)

    @property
    def in_conflict(self) -> bool:
        """Whether a choice between two texts is open."""
        return not self.both.isHidden()

    # --- saving

    def _store(self) -> None:
        """Store what stands in the field; raises VhdeskError when it is refused."""
        text = self.field.text()
        if text == self._base:
            return
        if self.in_conflict:
            raise StaleVersion("verouderd")
        before, self._base = self._base, text
        try:
            self._version = self._write(text, before)
        except RuleViolation as fault:
            self._base = before
            self.error.show_fault(fault)
            raise
        except Exception:
            self._base = before
            raise
        if self.error.text():
            self.error.clear()

    def _write(self, text: str, before: str) -> int:
        try:
            return self._save(self.record_id, text, self._version)
        except StaleVersion:
            other, version = self._read(self.record_id)
            if other == before:  # something else of this record was changed: no reason to refuse this text
                return self._save(self.record_id, text, version)
            self._other = (other, version)
            self.both.show_texts(self.field.accessibleName(), text, other)
            raise

    def _keep_mine(self) -> None:
        self._settle(self.field.text())

    def _keep_both(self) -> None:
        self._settle(f"{self._other[0].rstrip()}\n\n{self.field.text()}")

    def _take_other(self) -> None:
        self._settle(self._other[0])

    def _settle(self, text: str) -> None:
        """The person chose: go on from what is stored, with ``text`` in the field."""
        self._base, self._version = self._other
        self.field.restore(text, len(text))
        self.field.setFocus()
        if text == self._base:
            self._autosave.forget(self.name)
        self._autosave.flush()
