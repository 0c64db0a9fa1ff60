"""Pairs of rows that may be one person, side by side. Nothing is merged here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.exchange.aanlevering.dubbelen import Dubbel
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.ui.aanmeldingen.words import Names, bsn_words, certainty
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import opsomming
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.side_by_side import SideBySide
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary_aanlevering import Weglaatreden

EXPLAIN = (
    "Er wordt niets samengevoegd: elke regel met een vinkje wordt een eigen casus. Is het één persoon? Haal dan het "
    "vinkje bij een van beide weg."
)
LIST = 150  # the least height of the list of pairs
SAME, DIFFERENT = "gelijk", "verschilt"


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair with its two rows."""

    id: str
    dubbel: Dubbel
    een: AanleverRij
    ander: AanleverRij
    weg: tuple[int, ...]


def pair_line(pair: PairRow) -> TwoLine:
    """Word a pair for the list."""
    left_out = {0: "", 1: f", {pair.weg[0] if pair.weg else ''} weggelaten", 2: ", beide weggelaten"}[
        len(pair.weg)
    ]
    return TwoLine(
        f"{pair.een.naam} en {pair.ander.naam}",
        f"Regel {pair.een.rijnummer} en {pair.ander.rijnummer}: {certainty(pair.dubbel.score)}{left_out}",
        icon=("copy", "check", "triangle-alert")[len(pair.weg)],
    )


def compared(pair: PairRow, names: Names) -> list[tuple[str, str, str]]:
    """Return (field, one, other) for every field that at least one row has."""

    def facts(rij: AanleverRij) -> tuple[tuple[str, str], ...]:
        born = short_date(rij.geboortedatum) if rij.geboortedatum else ""
        bsn = f"{rij.bsn} ({bsn_words(rij)})" if rij.bsn else ""
        return (
            ("Voornamen", rij.voornamen or rij.voorletters), ("Tussenvoegsel", rij.voorvoegsel),
            ("Achternaam", rij.geslachtsnaam), ("Geboren", born), ("BSN", bsn), ("Adres", rij.adres),
            ("Postcode", rij.postcode), ("Woonplaats", rij.woonplaats), ("Doelgroep", names.doelgroep(rij)),
            ("Ketenpartners", names.partners(rij)), ("Toelichting", rij.opmerking),
        )  # fmt: skip

    both = zip(facts(pair.een), facts(pair.ander), strict=True)
    return [(field, one, other) for (field, one), (_, other) in both if one or other]


class DuplicatesView(QWidget):
    """Signals: ``row_requested(int)`` on Enter: look at the first row of the pair in the table; ``row_toggled(int)``
    when a row was ticked off or on."""

    row_requested = Signal(int)
    row_toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = Names({}, {})
        self._rows: Mapping[int, AanleverRij] = {}
        self._dubbelen: tuple[Dubbel, ...] = ()
        self.list = WholeRowList("Mogelijk dubbele regels", pair_line)
        self.list.setMinimumHeight(current_theme().px(LIST))
        self.empty = EmptyState("circle-check", "Geen regels die op elkaar lijken.")
        self.reasons = Label("", "strong", wrap=True)
        self.explain = Label(EXPLAIN, "muted", wrap=True)
        self._comparison: QWidget | None = None
        self._left_out: Mapping[int, Weglaatreden] = {}
        self.boxes: dict[int, QCheckBox] = {}
        self._right = QVBoxLayout()
        self._right.setContentsMargins(SPACE_6, SPACE_2, 0, 0)
        self._right.setSpacing(SPACE_4)
        self._right.addWidget(self.reasons)
        self._right.addWidget(self.explain)
        right = QWidget()
        right.setLayout(self._right)
        self._right.addStretch(1)
        self._both = SideBySide(self.list, right, 30)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self._both, 1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)

    def show_reading(self, voorbeeld: Voorbeeld, names: Names, left_out: Mapping[int, Weglaatreden]) -> None:
        """Show the pairs of a preview."""
        self._names = names
        self._rows = {rij.rijnummer: rij for rij in voorbeeld.rijen}
        self._dubbelen = voorbeeld.dubbelen
        pairs = self._show_pairs(left_out)
        self.empty.setVisible(not pairs)
        self._both.setVisible(bool(pairs))
        if pairs and not self.list.currentIndex().isValid():
            self.list.select(pairs[0].id)
        self._chosen("")

    def show_left_out(self, left_out: Mapping[int, Weglaatreden]) -> None:
        """Show which rows are left out now; the comparison and its focus stay."""
        self._show_pairs(left_out)
        for number, box in self.boxes.items():
            box.setChecked(number not in left_out)

    def _show_pairs(self, left_out: Mapping[int, Weglaatreden]) -> list[PairRow]:
        self._left_out = dict(left_out)
        rows = self._rows
        pairs = [
            PairRow(
                f"{pair.rij}-{pair.ander}",
                pair,
                rows[pair.rij],
                rows[pair.ander],
                tuple(number for number in (pair.rij, pair.ander) if number in left_out),
            )
            for pair in self._dubbelen
        ]
        self.list.set_rows(pairs)
        return pairs

    def _chosen(self, _identity: str) -> None:
        pair = self.list.current_row()
        if self._comparison is not None:
            self._right.removeWidget(self._comparison)
            self._comparison.deleteLater()
            self._comparison = None
            self.boxes = {}
        if not isinstance(pair, PairRow):
            return
        words = opsomming([reason.label for reason in pair.dubbel.redenen])
        self.reasons.setText(f"{certainty(pair.dubbel.score).capitalize()}: {words}.")
        self._comparison = self._compare(pair)
        self._right.insertWidget(1, self._comparison)
        before: QWidget = self.list
        for box in self.boxes.values():  # made later than what stands below it, but read earlier
            QWidget.setTabOrder(before, box)
            before = box

    def _compare(self, pair: PairRow) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_6)
        grid.setVerticalSpacing(SPACE_2)
        for place, rij in enumerate((pair.een, pair.ander), 1):
            grid.addWidget(self._box(rij), 0, place)
        for row, (field, one, other) in enumerate(compared(pair, self._names), 1):
            same = one == other
            grid.addWidget(Label(field, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            for place, text in ((1, one), (2, other)):
                label = Label(text or "–", "" if same else "strong", wrap=True)
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(SAME if same else DIFFERENT, "small"), row, 3, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return table

    def _box(self, rij: AanleverRij) -> QCheckBox:
        box = QCheckBox(f"Regel {rij.rijnummer} inlezen")
        box.setProperty("rij", rij.rijnummer)
        box.setChecked(rij.rijnummer not in self._left_out)
        box.clicked.connect(self._clicked)
        self.boxes[rij.rijnummer] = box
        return box

    def _clicked(self) -> None:
        self.row_toggled.emit(int(self.sender().property("rij")))

    def _opened(self, _identity: str) -> None:
        pair = self.list.current_row()
        if isinstance(pair, PairRow):
            self.row_requested.emit(pair.een.rijnummer)
