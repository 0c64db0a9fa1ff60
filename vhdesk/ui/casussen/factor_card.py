"""What weighs for or against safety: a list of short sentences, added with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from vhdesk.queries.dossier_rijen import FactorRow
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Factorsoort

_KOPPEN = {
    Factorsoort.RISICO: ("Risicofactoren", "triangle-alert", "Risico toevoegen, dan Enter"),
    Factorsoort.BESCHERMEND: ("Beschermende factoren", "shield-check", "Wat beschermt toevoegen, dan Enter"),
}


class FactorCard(Card):
    """Signals: ``add_requested(soort, tekst)`` (value of a Factorsoort), ``remove_requested(factor_id)``."""

    add_requested = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, soort: Factorsoort, rows: Sequence[FactorRow], parent: QWidget | None = None) -> None:
        kop, picture, hint = _KOPPEN[soort]
        super().__init__(kop, picture, parent=parent)
        self.soort = soort
        self.remove_buttons: dict[QToolButton, str] = {}
        for row in rows:
            self._add_row(row)
        self.field = QLineEdit()
        self.field.setAccessibleName(hint.partition(",")[0])
        self.field.setPlaceholderText(hint)
        self.field.setMaxLength(500)
        self.field.returnPressed.connect(self._add)
        self.body.addWidget(self.field)

    def _add_row(self, row: FactorRow) -> None:
        button = QToolButton()
        button.setIcon(icon("x"))
        button.setAccessibleName(f"Weghalen: {row.tekst}")
        button.setToolTip("Weghalen")
        button.clicked.connect(self._remove)
        self.remove_buttons[button] = row.id
        line = QHBoxLayout()
        line.addWidget(Label(row.tekst, wrap=True), 1)
        line.addWidget(button)
        self.body.addLayout(line)

    def _add(self) -> None:
        if self.field.text().strip():
            self.add_requested.emit(self.soort.value, self.field.text())

    def _remove(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.remove_requested.emit(self.remove_buttons[button])
