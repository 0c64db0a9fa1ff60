"""One organisation that takes part in the case, and how much it may know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import PartnerRow
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Informatieniveau

GEEN = "geen"
NIVEAUS = tuple((n.value, f"{n.value} – {n.label}") for n in Informatieniveau)


class PartnerLine(QWidget):
    """Signals: ``chosen(organisatie_id, niveau)``; niveau ``GEEN``: it takes no part any more."""

    chosen = Signal(str, str)

    def __init__(self, row: PartnerRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.niveau = ChoiceField(f"Niveau van {row.organisatie}", (*NIVEAUS, (GEEN, "doet niet meer mee")))
        self.niveau.set_value(row.niveau.value)
        self.niveau.chosen.connect(self._chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        naam = QVBoxLayout()
        naam.setSpacing(0)
        naam.addWidget(Label(row.organisatie, wrap=True))
        if row.reden:
            naam.addWidget(Label(row.reden, "muted", wrap=True))
        layout.addLayout(naam, 1)
        layout.addWidget(self.niveau)

    def _chosen(self, niveau: str) -> None:
        if niveau != self.row.niveau.value:
            self.chosen.emit(self.row.organisatie_id, niveau)
