"""To whom a statement may go on: nobody, all partners, or some of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import PartnerRow
from vhdesk.services.inbreng import ALLEN
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.mnemonic import literal

_NIEMAND, _ALLEN, _SOMMIGE = "niemand", "allen", "sommige"
_KEUZES = (
    (_NIEMAND, "Naar niemand"),
    (_ALLEN, "Naar alle partners in deze casus"),
    (_SOMMIGE, "Alleen naar …"),
)


class DoorField(QWidget):
    """``value()`` is what ``InbrengVastleggen.mag_door_naar`` wants. The cautious choice stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceField("Mag door naar", _KEUZES)
        self.some = QWidget()
        self._flow = FlowLayout(self.some, spacing=SPACE_1)
        self.boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(self.choice)
        layout.addWidget(self.some)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._show_some)
        self.some.hide()

    def start(self, partners: Sequence[PartnerRow]) -> None:
        """Begin with nobody chosen, offering the organisations of this case."""
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for partner in partners:
            box = QCheckBox(literal(partner.organisatie))
            box.setAccessibleName(f"Mag door naar {partner.organisatie}")
            self.boxes[partner.organisatie_id] = box
            self._flow.addWidget(box)
        self.choice.set_choices(_KEUZES if partners else _KEUZES[:2])
        self.choice.set_value(_NIEMAND)
        self._show_some()

    def value(self) -> tuple[str, ...]:
        """Return organisation ids, ('*',) for all, () for nobody."""
        chosen = self.choice.value()
        if chosen == _ALLEN:
            return (ALLEN,)
        if chosen == _NIEMAND:
            return ()
        return tuple(identity for identity, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[str]) -> None:
        """Show what ``value`` returned; an organisation that left the case is not offered any more."""
        some = _SOMMIGE if value else _NIEMAND
        self.choice.set_value(_ALLEN if ALLEN in value else some)
        for identity, box in self.boxes.items():
            box.setChecked(identity in value)
        self._show_some()

    def _show_some(self) -> None:
        self.some.setVisible(self.choice.value() == _SOMMIGE)
