"""Which column of the file holds what: proposed, and changed with one choice per column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.exchange.aanlevering.kolommen import Kolom
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.aanmeldingen.words import notes
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.vocabulary_aanlevering import Veld

NONE = "Niet overnemen"
INTRO = "vhdesk heeft de kolommen zelf herkend. Klopt er een niet, kies dan een ander veld; de regels worden opnieuw gelezen."


class ColumnsView(ScrollColumn):
    """Signals: ``field_chosen(column, Veld | None)`` when a person gave a column another field."""

    field_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kolommen van het bestand", parent)
        self.combos: dict[int, ChoiceField] = {}
        self._shown: tuple[tuple[int, str], ...] = ()
        self.intro = Label(INTRO, "muted", wrap=True)
        self.notes = Label("", wrap=True)
        self._holder = QVBoxLayout()
        self._table: QWidget | None = None
        self.body.addWidget(self.intro)
        self.body.addWidget(self.notes)
        self.body.addLayout(self._holder)

    def show_reading(self, voorbeeld: Voorbeeld) -> None:
        """Show the columns; the fields stay where they are when only the choice changed."""
        found = notes(voorbeeld)
        self.notes.setText("\n".join(note.zin for note in found))
        self.notes.setVisible(bool(found))
        shape = tuple((column.nummer, column.kop) for column in voorbeeld.kolommen)
        if shape != self._shown:
            self._shown = shape
            self._build(voorbeeld.kolommen)
        for column in voorbeeld.kolommen:
            self.combos[column.nummer].set_value(column.veld.value if column.veld is not None else "")

    def focus_first(self) -> None:
        """Put the focus in the first choice."""
        for combo in self.combos.values():
            combo.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _build(self, columns: tuple[Kolom, ...]) -> None:
        if self._table is not None:
            self._holder.removeWidget(self._table)
            self._table.deleteLater()
        self.combos = {}
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, SPACE_2, 0, 0)
        grid.setHorizontalSpacing(SPACE_6)
        grid.setVerticalSpacing(SPACE_2)
        for place, words in enumerate(("Kolom in het bestand", "Wordt overgenomen als", "Voorbeelden")):
            grid.addWidget(Label(words, "label"), 0, place)
        for row, column in enumerate(columns, 1):
            self._add_column(grid, row, column)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, SPACE_4)
        self._holder.addWidget(self._table)

    def _add_column(self, grid: QGridLayout, row: int, column: Kolom) -> None:
        name = column.kop or f"Kolom {column.nummer + 1}"
        combo = ChoiceField(
            f"Veld voor {name}",
            [("", NONE), *((veld.value, veld.label.capitalize()) for veld in Veld)],
        )
        combo.setProperty("kolom", column.nummer)
        combo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        combo.chosen.connect(self._chosen)
        self.combos[column.nummer] = combo
        heading = Label(name, "strong", wrap=True)
        heading.setMinimumWidth(120)
        grid.addWidget(heading, row, 0)
        grid.addWidget(combo, row, 1)
        found = "  (herkend aan de inhoud)" if column.aan_inhoud_herkend else ""
        grid.addWidget(Label(_examples(column) + found, "muted", wrap=True), row, 2)

    def _chosen(self, value: str) -> None:
        combo = self.sender()
        if isinstance(combo, ChoiceField):
            self.field_chosen.emit(int(combo.property("kolom")), Veld(value) if value else None)


def _examples(column: Kolom) -> str:
    """The examples on one line each, whatever line breaks a cell holds."""
    return "  |  ".join(" ".join(text.split()) for text in column.voorbeelden)
