"""The code of a herstelblad, typed over from paper: grouped while typing, and told at once where a slip is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk.crypto.recovery import GROUP_LENGTH, GROUPS, clean
from vhdesk.errors import RuleViolation
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label

LENGTH = GROUPS * GROUP_LENGTH
_SEPARATORS = " -\t\n\r.\u2010\u2011\u2013"


def grouped_while_typing(typed: str) -> str:
    """Return what was typed in capitals and groups of four, whatever was typed between the groups."""
    code = "".join(c for c in typed.upper() if c not in _SEPARATORS)[:LENGTH]
    return "-".join(code[i : i + GROUP_LENGTH] for i in range(0, len(code), GROUP_LENGTH))


def code_words(typed: str) -> tuple[str, bool]:
    """Return what to say about a code, and whether it can be right."""
    count = sum(c not in _SEPARATORS for c in typed)
    if count < LENGTH:
        return f"{count} van {LENGTH} tekens. Streepjes, spaties en hoofdletters maken niet uit.", False
    try:
        clean(typed)
    except RuleViolation as fault:
        if fault.code == "herstelcode_teken":
            return "In de code staan geen 0, 1, I, L of O. Kijk de code na.", False
        return "In de code zit een tikfout. Vergelijk elke groep met het herstelblad.", False
    return "De code is goed overgetypt.", True


class CodeField(QWidget):
    """Signals: ``changed`` while typing, ``submitted`` on Enter. ``error`` is where a refusal appears."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText("ABCD-EFGH-JKMN-…")
        self.error = FieldError(self.line)
        self.hint = Label(code_words("")[0], "small", wrap=True)
        column = labelled("&Code van het herstelblad", self.line, self.error)
        column.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(column)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def complete(self) -> bool:
        """Say whether the code can be right."""
        return code_words(self.line.text())[1]

    def clear(self) -> None:
        """Forget it."""
        self.line.clear()
        self.error.clear()

    def _changed(self) -> None:
        self.hint.setText(code_words(self.line.text())[0])
        self.changed.emit()

    def _edited(self, typed: str) -> None:
        """Keep the groups while typing at the end; a correction in the middle is left alone."""
        if self.line.cursorPosition() == len(typed):
            shaped = grouped_while_typing(typed)
            if shaped != typed:
                self.line.setText(shaped)
