"""One question with a verb on its button, and a field when a reason is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_6
from vhdesk.ui.widgets.text_area import TextArea


class QuestionDialog(QDialog):
    """Asks ``question``; the button says ``verb``. Signals: ``text_given(str)`` beside Qt's ``accepted``."""

    text_given = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        question: str,
        verb: str,
        *,
        detail: str = "",
        danger: bool = False,
        field_label: str = "",
        required: bool = True,
        text: str = "",
    ) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self._required = required
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        layout.setSpacing(SPACE_3)
        layout.addWidget(_label(question, "section"))
        if detail:
            layout.addWidget(_label(detail, "muted"))
        self.field = TextArea(field_label)
        self.field.load(text)
        if not field_label:
            self.field.hide()
        if field_label:
            caption = _label(field_label, "label")
            caption.setBuddy(self.field)
            layout.addWidget(caption)
        layout.addWidget(self.field)
        self.verb_button = QPushButton(verb)
        self.verb_button.setProperty("kind", "danger" if danger else "primary")
        self.cancel_button = QPushButton("Annuleren")
        # Enter from elsewhere must not destroy anything: that is for the verb itself, once a person went there. The
        # button with the focus always does what it says.
        self.verb_button.setAutoDefault(True)
        self.cancel_button.setAutoDefault(True)
        (self.cancel_button if danger else self.verb_button).setDefault(True)
        self.verb_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.verb_button)
        layout.addSpacing(SPACE_2)
        layout.addLayout(buttons)
        self.setMinimumWidth(current_theme().px(420))
        self.field.textChanged.connect(self._check)
        self._check()
        (self.field if field_label else self.cancel_button if danger else self.verb_button).setFocus()

    def _check(self) -> None:
        if self.field.isVisibleTo(self) and self._required:
            self.verb_button.setEnabled(bool(self.field.toPlainText().strip()))

    def accept(self) -> None:
        """Answer; a required field that is empty keeps the dialog open."""
        if not self.verb_button.isEnabled():
            return
        super().accept()
        self.text_given.emit(self.field.toPlainText().strip())


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
