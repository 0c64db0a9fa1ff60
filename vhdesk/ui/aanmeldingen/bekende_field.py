"""Whether the person of a referral is one the vault knows: who it may be, and who was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.dubbele_lijn import DubbeleLijn
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label

USE, OTHER = "Deze persoon gebruiken", "Toch een ander"
WORDS = "Bekend: {wie}. Wat u hier invult vult aan wat nog leeg is; een nieuw adres of telefoonnummer komt ervoor in de plaats."


class BekendeField(QWidget):
    """``value()`` is () or (id, words) of the person who was chosen. Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Bekende persoon")
        self._value: tuple[str, ...] = ()
        self.found = DubbeleLijn(context, USE)
        self.words = Label("", "strong", wrap=True)
        self.other = QPushButton(OTHER)
        self.other.setProperty("kind", "quiet")
        self.other.setAutoDefault(False)
        self.chosen = QWidget()
        line = QHBoxLayout(self.chosen)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        line.addWidget(self.words, 1)
        line.addWidget(self.other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.found)
        layout.addWidget(self.chosen)
        self.found.wanted.connect(self._choose)
        self.other.clicked.connect(self._unchoose)
        self.set_value(())

    def begin(self, read: Callable[[], Persoonsgegevens]) -> None:
        """Look for who ``read`` gives while the form is filled in."""
        self.found.begin(read)

    def end(self) -> None:
        """The form goes away."""
        self.found.end()

    def typed(self) -> None:
        """Something of the person was typed: look when the fingers rest, unless somebody was chosen."""
        if not self._value:
            self.found.typed()

    def value(self) -> tuple[str, ...]:
        """Return who was chosen."""
        return self._value

    def set_value(self, value: Sequence[str]) -> None:
        """Show who was chosen, () for nobody."""
        self._value = tuple(value)
        self.chosen.setVisible(bool(value))
        self.found.setVisible(bool(self.found.rows) and not value)
        if value:
            self.words.setText(WORDS.format(wie=value[1]))
            self.other.setAccessibleDescription(value[1])

    def _choose(self, persoon_id: str) -> None:
        row = next(row for row in self.found.rows if row.id == persoon_id)
        self.set_value((row.id, row.naam))
        self.other.setFocus()
        self.edited.emit()

    def _unchoose(self) -> None:
        self.set_value(())
        self.found.look()
        self.edited.emit()
