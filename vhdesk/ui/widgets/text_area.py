"""Text of several lines that grows with what is typed and keeps its own undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaMethod, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from vhdesk.ui.widgets.undo_keys import left_to_window


class TextArea(QPlainTextEdit):
    """Between ``min_lines`` and ``max_lines`` high. Signals: ``edited`` when a person (not the program) changed
    the text, ``submitted`` on Ctrl+Enter (with ``enter_submits`` on Enter too; Shift+Enter is then a new line),
    ``left`` when the focus went.

    Tab leaves the field (Ctrl+Tab types a tab), so that the whole page can be walked with the keyboard.
    """

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        hint: str = "",
        *,
        min_lines: int = 3,
        max_lines: int = 14,
        enter_submits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (min_lines, max_lines)
        self._enter_submits = enter_submits
        self._loading = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._seen = ""
        self._grow = QTimer(self, singleShot=True, interval=0)
        self._grow.timeout.connect(self.updateGeometry)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def load(self, text: str, *, force: bool = False) -> bool:
        """Show another text without announcing an edit.

        Does nothing while the person is in this field, unless ``force``: what someone is typing or reading is
        never replaced and undo is never lost. Returns whether the text now stands there.
        """
        if text == self.toPlainText():
            return True
        if self.hasFocus() and not force:
            return False
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        return True

    def restore(self, text: str, cursor: int) -> None:
        """Put back a draft with the cursor where it was; counts as an edit, so that it is saved."""
        self.setPlainText(text)
        place = self.textCursor()
        place.setPosition(min(cursor, len(text)))
        self.setTextCursor(place)

    def cursor_position(self) -> int:
        """Return the cursor's position in characters."""
        return self.textCursor().position()

    def insert(self, text: str) -> None:
        """Type ``text`` at the cursor (a standard sentence); one step of undo."""
        self.insertPlainText(text)

    def mark(self, words: str) -> None:
        """Select the first place of these words, when there is one."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.find(words)

    def to_end(self) -> None:
        """Put the cursor behind the last character."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _changed(self) -> None:
        """Qt says the same of a mark under a word, which nobody typed."""
        self._grow.start()
        text = self.toPlainText()
        if text == self._seen:
            return
        self._seen = text
        if not self._loading:
            self.edited.emit()

    def _height(self, lines: int) -> int:
        frame = 2 * self.frameWidth() + 14
        return (
            round(QFontMetricsF(self.font()).lineSpacing() * lines + 2 * self.document().documentMargin())
            + frame
        )

    def sizeHint(self) -> QSize:
        """As many lines as the text takes, within its bounds."""
        low, high = self._lines
        needed = int(self.document().documentLayout().documentSize().height())
        return QSize(super().sizeHint().width(), self._height(max(low, min(high, needed))))

    def minimumSizeHint(self) -> QSize:
        """At least the smallest number of lines."""
        return QSize(120, self._height(self._lines[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field takes more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left, so that it is saved."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Shift+Z belong to the text as long as it has something to take back."""
        document = self.document()
        if left_to_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits here, or else the panel around it; Ctrl+Tab types a tab."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (control or (self._enter_submits and not shift)):
            if self.isSignalConnected(QMetaMethod.fromSignal(self.submitted)):
                self.submitted.emit()
            else:
                event.ignore()  # nobody listens to this field: the panel it stands in does what Ctrl+Enter says
        elif control and event.key() == Qt.Key.Key_Tab:
            self.insertPlainText("\t")
        else:
            super().keyPressEvent(event)
