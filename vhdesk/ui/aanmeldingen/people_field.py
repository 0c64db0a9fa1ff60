"""Several people, chosen one by one by typing; each stands as a button that takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.flow_layout import FlowLayout


class PeopleField(QWidget):
    """``value()`` are the ids in the order of choosing. Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options: dict[str, Option] = {}
        self._ids: list[str] = []
        self.chips: dict[str, Chip] = {}
        self.search = CompleterField(name, "Typ een naam; Enter voegt toe")
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, spacing=SPACE_1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.search)
        layout.addWidget(self._holder)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        for widget in (self, self._holder):
            widget.setSizePolicy(policy)
        self.setFocusProxy(self.search)
        self.search.chosen.connect(self._add)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these people."""
        self._options = {option.id: option for option in options}
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return who was chosen."""
        return tuple(self._ids)

    def set_value(self, ids: Sequence[str]) -> None:
        """Show these and no others."""
        self._ids = [each for each in dict.fromkeys(ids) if each in self._options]
        self._show()

    def _add(self, identity: str) -> None:
        if identity and identity not in self._ids:
            self._ids.append(identity)
            self._show()
            self.edited.emit()
        self.search.set_value("")

    def _remove(self) -> None:
        chip = self.sender()
        identity = next((each for each, found in self.chips.items() if found is chip), "")
        if identity:
            self._ids.remove(identity)
            self.search.setFocus()
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for identity in self._ids:
            name = self._options[identity].text
            chip = Chip(name, "accent", "x", parent=self._holder)
            chip.set_words(name, "accent", "x", name=f"{name} weghalen")
            chip.clicked.connect(self._remove)
            self.chips[identity] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._holder.setVisible(bool(self._ids))
        self.search.set_options(
            [each for key, each in self._options.items() if key not in self._ids],
            [self._options[key] for key in self._ids],
        )
