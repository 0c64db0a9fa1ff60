"""The parts of a list of the method, each with one value of its scale to choose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.queries.methodevraag import Meetlijst
from vhdesk.services.methode import Score
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.mnemonic import literal

WIDTH = 240


class MetingField(QWidget):
    """A value of "" says that a part was not filled in. ``value`` and ``set_value`` keep a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Onderdelen")
        self.fields: dict[str, ChoiceField] = {}
        self._cells: list[QWidget] = []
        self._flow = FlowLayout(self, spacing=SPACE_2, column_width=WIDTH)

    def show_list(self, lijst: Meetlijst, scores: Mapping[str, str]) -> None:
        """Ask these parts, filled in as they are now."""
        for cell in self._cells:
            self._flow.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.fields, self._cells = {}, []
        choices = [("", "Niet ingevuld"), *((waarde, met_hoofdletter(waarde)) for waarde in lijst.schaal)]
        for deel in lijst.onderdelen:
            field = ChoiceField(met_hoofdletter(deel), choices)
            field.set_value(scores.get(deel, ""))
            self.fields[deel] = field
            self._cells.append(_cell(deel, field))
            self._flow.addWidget(self._cells[-1])
        if self.fields:
            self.setFocusProxy(next(iter(self.fields.values())))
        self.updateGeometry()

    def set_value(self, waarden: list[list[str]]) -> None:
        """Put back what ``value`` gave."""
        for deel, waarde in waarden:
            if deel in self.fields:
                self.fields[deel].set_value(waarde)

    def value(self) -> list[list[str]]:
        """Return [part, value] of every part, as a draft keeps it."""
        return [[deel, field.value()] for deel, field in self.fields.items()]

    def scores(self) -> tuple[Score, ...]:
        """Return what was filled in."""
        return tuple(Score(onderdeel=deel, waarde=waarde) for deel, waarde in self.value() if waarde)


def _cell(deel: str, field: ChoiceField) -> QWidget:
    cell = QWidget()
    box = QVBoxLayout(cell)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(SPACE_1)
    caption = Label(literal(met_hoofdletter(deel)), "label", wrap=True)
    caption.setBuddy(field)
    box.addWidget(caption)
    box.addWidget(field)
    box.addStretch(1)
    return cell
