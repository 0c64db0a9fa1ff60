"""Several of a list: a box to tick for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.mnemonic import literal


class TicksField(QWidget):
    """``value()`` are the codes that are ticked. Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, spacing=SPACE_3)
        self.boxes: dict[str, QCheckBox] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, name); what was ticked stays."""
        before = self.value()
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for code, name in choices:
            box = QCheckBox(literal(name), self)
            box.setAccessibleName(name)
            box.clicked.connect(self.edited)
            self.boxes[code] = box
            self._flow.addWidget(box)
            box.show()
        self.set_value(before)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def value(self) -> tuple[str, ...]:
        """Return the codes that are ticked, in the order of the list."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, codes: Sequence[str]) -> None:
        """Tick these and no others."""
        for code, box in self.boxes.items():
            box.setChecked(code in codes)
