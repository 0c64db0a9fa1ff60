"""A new passphrase, typed twice, with a hint that says while typing how far it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.crypto.passphrase import MIN_DISTINCT, MIN_LENGTH
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.passphrase_field import PassphraseField

ADVICE = f"Een zin van een paar woorden is het best. Ten minste {MIN_LENGTH} tekens."


def strength_words(text: str) -> tuple[str, bool]:
    """Return what to say about a passphrase, and whether it will do."""
    if not text:
        return ADVICE, False
    short = MIN_LENGTH - len(text)
    if short > 0:
        return (
            f"Nog {short} {'teken' if short == 1 else 'tekens'}. Een zin van een paar woorden is het best.",
            False,
        )
    if len(set(text)) < MIN_DISTINCT:
        return "Te veel dezelfde tekens. Neem een zin van een paar woorden.", False
    return f"Lang genoeg: {len(text)} tekens.", True


class NewPassphrase(QWidget):
    """Signals: ``changed`` while typing, ``submitted`` on Enter in the second field.

    ``error`` is the place where a refusal of the first field appears.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(
        self,
        first: str = "&Wachtwoord",
        second: str = "Wachtwoord &nog een keer",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.first = PassphraseField(first.replace("&", ""))
        self.second = PassphraseField(second.replace("&", ""))
        self.hint = Label(ADVICE, "small", wrap=True)
        self.same = Label("", "small", wrap=True)
        self.error = FieldError(self.first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        above = labelled(first, self.first, self.error)
        above.addWidget(self.hint)
        below = labelled(second, self.second)
        below.addWidget(self.same)
        layout.addLayout(above)
        layout.addLayout(below)
        self.setFocusProxy(self.first)
        self.first.line.textChanged.connect(self._typed)
        self.second.line.textChanged.connect(self._typed)
        self.first.line.returnPressed.connect(self.second.line.setFocus)
        self.second.line.returnPressed.connect(self.submitted)

    def value(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def complete(self) -> bool:
        """Say whether it is long enough and twice the same."""
        return strength_words(self.first.text())[1] and self.first.text() == self.second.text()

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()
        self.error.clear()

    def _typed(self) -> None:
        self.hint.setText(strength_words(self.first.text())[0])
        self.same.setText(self._same_words())
        self.changed.emit()

    def _same_words(self) -> str:
        one, other = self.first.text(), self.second.text()
        if not other:
            return ""
        if one == other:
            return "Beide zijn gelijk."
        return "" if one.startswith(other) else "Dit is niet gelijk aan het eerste."
