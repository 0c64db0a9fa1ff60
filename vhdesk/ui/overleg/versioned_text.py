"""A text that saves itself, and shows both texts when somebody else changed it meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import StaleVersion
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

# save(record id, text, version the writer started from) -> the version it has now; raises VhdeskError
Save = Callable[[str, str, int | None], int]


class VersionedText(QWidget):
    """``field`` is the text area. ``show_record`` before another record is shown; the caller flushed first.

    Signals: ``stale(record_id)`` when a save found another text, so that the page brings it with ``show_other``.
    """

    stale = Signal(str)

    def __init__(
        self, field: TextArea, name: str, autosave: Autosave, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._name = name
        self._autosave = autosave
        self._save = save
        self.record_id = ""
        self._base = ""
        self._version: int | None = None
        self._other = ("", 0)
        self.bar = QFrame()
        self.bar.setProperty("kind", "bar")
        self.bar.setProperty("state", "warn")
        self.other_text = Label("", wrap=True)
        self.keep_mine = QPushButton("Mijn tekst bewaren")
        self.keep_both = QPushButton("Beide onder elkaar zetten")
        self.take_other = QPushButton("De andere tekst nemen")
        self._lay_out()
        for button, act in (
            (self.keep_mine, self._mine), (self.keep_both, self._both), (self.take_other, self._theirs)
        ):  # fmt: skip
            button.clicked.connect(act)
        autosave.watch(name, field, self._store)

    def _lay_out(self) -> None:
        words = QVBoxLayout(self.bar)
        words.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        words.addWidget(
            Label("Deze tekst is intussen ergens anders gewijzigd. Daar staat nu:", "strong", wrap=True)
        )
        words.addWidget(self.other_text)
        words.addWidget(Label("Uw tekst staat hieronder en is nog niet opgeslagen.", "muted", wrap=True))
        row = QHBoxLayout()
        for button in (self.keep_mine, self.keep_both, self.take_other):
            row.addWidget(button)
        row.addStretch(1)
        words.addLayout(row)
        self.bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.bar)
        layout.addWidget(self.field)

    # --- records

    def show_record(self, record_id: str, text: str, version: int, draft_key: str) -> None:
        """Show the text of another record."""
        self.bar.hide()
        self.record_id, self._base, self._version = record_id, text, version
        self._autosave.set_draft_key(self._name, draft_key)
        self.field.load(text, force=True)
        self.field.document().clearUndoRedoStacks()

    def restore(self, text: str, cursor: int) -> None:
        """Put back a draft; it is saved soon."""
        if text != self._base:
            self.field.restore(text, cursor)

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

    @property
    def dirty(self) -> bool:
        """Whether something here is not saved yet."""
        return self._autosave.is_dirty(self._name)

    @property
    def in_conflict(self) -> bool:
        """Whether a choice between two texts is open."""
        return not self.bar.isHidden()

    # --- saving

    def _store(self) -> None:
        text = self.field.text()
        if text == self._base:
            return
        if self.in_conflict:  # the choice is still open; asking again would take the focus away
            raise StaleVersion("verouderd")
        before, self._base = self._base, text
        try:
            self._version = self._save(self.record_id, text, self._version)
        except StaleVersion:
            self._base = before
            self.stale.emit(self.record_id)
            raise
        except Exception:
            self._base = before
            raise

    def show_other(self, text: str, version: int) -> None:
        """Show the text that stands in the record beside our own, and ask which one counts."""
        self._other = (text, version)
        self.other_text.setText(text or "(leeg)")
        self.bar.show()
        self.keep_both.setFocus()

    def _mine(self) -> None:
        self._settle(self.field.text())

    def _both(self) -> None:
        self._settle(f"{self._other[0].rstrip()}\n\n{self.field.text()}")

    def _theirs(self) -> None:
        self._settle(self._other[0])

    def _settle(self, text: str) -> None:
        self._base, self._version = self._other
        self.bar.hide()
        self.field.restore(text, len(text))
        self.field.setFocus()
        if text == self._base:
            self._autosave.forget(self._name)
        self._autosave.flush()
