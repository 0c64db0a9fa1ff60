"""One criterion of the Top X: its words, the judgement, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.services.weging import Criteriumoordeel
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_triage import Criterium

OORDEEL = (("", "Niet gezegd"), ("ja", "Ja"), ("nee", "Nee"))


class CriteriumRow(QWidget):
    """Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, criterium: Criterium, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        naam = f"{criterium.value}. {criterium.label}"
        self.title = Label(naam, "strong", wrap=True)
        self.definition = Label(criterium.definition, "small", wrap=True)
        self.oordeel = ChoiceField(f"Oordeel over {naam}", OORDEEL)
        self.oordeel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.reden = TextArea(f"Reden bij {naam}", "Waarom?", min_lines=1, max_lines=6)
        self.error = FieldError(self.reden)
        answer = QHBoxLayout()
        answer.setSpacing(SPACE_2)
        answer.addWidget(self.oordeel)
        answer.addWidget(self.reden, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        for widget in (self.title, self.definition):
            layout.addWidget(widget)
        layout.addLayout(answer)
        layout.addWidget(self.error)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.oordeel.chosen.connect(self.edited)

    def voldaan(self) -> bool | None:
        """Return the judgement; None when nothing was said."""
        return {"ja": True, "nee": False}.get(self.oordeel.value())

    def value(self) -> Criteriumoordeel:
        """Return the judgement with its reason."""
        return Criteriumoordeel(voldaan=self.voldaan(), reden=self.reden.text())

    def clear(self) -> None:
        """Nothing was said yet."""
        self.oordeel.set_value("")
        self.reden.load("", force=True)
