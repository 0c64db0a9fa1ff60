"""A fact of a case that is changed where it stands: the button becomes a field and back, never a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.state_button import HEIGHT, StateButton


class InlineCell(QWidget):
    """``editor`` is the field. Signals: ``begin_requested`` (the button was pressed), ``ended`` (the field closed)."""

    begin_requested = Signal()
    ended = Signal()

    def __init__(self, caption: str, keys: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = StateButton(caption, keys)
        self.editor = editor
        self.caption = Label(caption, "label")
        self._words = caption
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        column.addWidget(editor)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.button)
        self._stack.addWidget(field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current_theme().px(HEIGHT))
        self.button.clicked.connect(self.begin_requested)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(max(current_theme().px(HEIGHT), self.button.height_for(self.width())))

    @property
    def editing(self) -> bool:
        """Whether the field is open."""
        return self._stack.currentIndex() == 1

    def begin(self, *, focus: bool = True) -> None:
        """Open the field and put the cursor in it, unless it waits there for somebody who works elsewhere."""
        self.explain("")
        self._stack.setCurrentIndex(1)
        if not focus:
            return
        self.editor.setFocus()
        field = self.editor.focusProxy() or self.editor
        if hasattr(field, "selectAll"):
            field.selectAll()

    def end(self) -> None:
        """Close the field; what it held is the page's business."""
        if self.editing:
            self._stack.setCurrentIndex(0)
            self.ended.emit()

    def explain(self, words: str, *, fault: bool = False) -> None:
        """Say beside the caption what the field understands, or why it was refused."""
        self.caption.setText(f"{self._words}: {words}" if words else self._words)
        self.caption.set_role("fault" if fault else "label")
        self.editor.setAccessibleDescription(words)
