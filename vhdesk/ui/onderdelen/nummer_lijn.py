"""A number typed in a list of actions: one line that says what was typed and which action it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from vhdesk.queries.acties import ActieRow
from vhdesk.ui.widgets.label import Label

BACK: Final = "\b"
KEYS: Final = (*"0123456789", BACK)
_LONGEST: Final = 9


class NummerLijn(Label):
    """Hidden while nothing was typed; ``typed`` are the digits so far, ``found`` the action of that number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "strong", wrap=True, parent=parent)
        self.setAccessibleName("Getypt actienummer")
        self.typed = ""
        self.found: ActieRow | None = None
        self.hide()

    def press(self, key: str, rows: Sequence[ActieRow]) -> None:
        """Take a digit, or the last one back."""
        digits = self.typed[:-1] if key == BACK else (self.typed + key)[:_LONGEST].lstrip("0")
        self.forget()
        if not digits:
            return
        self.typed = digits
        self.found = next((row for row in rows if str(row.nummer) == digits), None)
        longer = any(str(row.nummer).startswith(digits) for row in rows)
        if self.found is not None:
            self.setText(f"A-{digits}: {self.found.omschrijving}. Typ nu een letter.")
        elif longer:
            self.setText(f"A-{digits} …")
        else:
            self.setText(self.unknown())
        self.show()

    def unknown(self) -> str:
        """Return the sentence for a number that is not in the list."""
        return f"A-{self.typed} staat niet in deze lijst."

    def forget(self) -> bool:
        """Begin anew; False when nothing was typed."""
        had = bool(self.typed)
        self.typed, self.found = "", None
        self.setText("")
        self.hide()
        return had
