"""A line to search in: glass at the left, a cross to empty it, the key in the hint, and a pause before it acts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.ui.theme.icons import icon
from vhdesk.ui.widgets.undo_keys import left_to_window

PAUSE_MS = 120


class SearchField(QLineEdit):
    """Signals: ``searched(str)`` shortly after the last key, ``down_requested`` on the Down key (go to the list),
    ``left_requested`` on Escape in an empty field."""

    searched = Signal(str)
    down_requested = Signal()
    left_requested = Signal()

    def __init__(self, hint: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._whole_hint = hint, f"{hint}  ({keys})" if keys else hint
        self.setPlaceholderText(self._whole_hint)
        self.setAccessibleName(hint)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText("Zoekveld leegmaken")
        self._clear.setToolTip("Zoekveld leegmaken")
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the key beside the hint, the hint stays whole; the key stands on the key sheet."""
        super().resizeEvent(event)
        icons = 2 * event.size().height()  # the glass at the left, the cross at the right, and the margins
        fits = self.fontMetrics().horizontalAdvance(self._whole_hint) + icons <= event.size().width()
        self.setPlaceholderText(self._whole_hint if fits else self._hint)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _search(self) -> None:
        self.searched.emit(self.text().strip())

    def search_now(self) -> None:
        """Do not wait for the pause."""
        self._pause.stop()
        self._search()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the field while there is something in it."""
        if left_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, then leaves; Down goes to the list; Enter searches at once."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.search_now()
            else:
                self.left_requested.emit()
                event.ignore()
        elif key == Qt.Key.Key_Down:
            self.search_now()
            self.down_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
