"""Two persons side by side: per field the left value, the right one, or both; and what moves when they are one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.samenvoegvoorbeeld import Samenvoegvoorbeeld, VeldRow, VerhuisRow
from vhdesk.services.samenvoeging import Veldkeuze
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_4
from vhdesk.ui.widgets.choice_cell import ChoiceCell
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary_persoon import Kant

MIDDLE = Qt.AlignmentFlag.AlignVCenter
_VELDEN = {"bsn": "BSN", "kvk": "KvK-nummer", "aliassen": "Ook bekend als"}
_KANTEN = (Kant.LINKS, Kant.RECHTS, Kant.BEIDE)


class SamenvoegTabel(QWidget):
    """One preview, made once; ``choices`` is what a person chose in it."""

    def __init__(self, voorbeeld: Samenvoegvoorbeeld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Twee personen naast elkaar")
        self.groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_1)
        heads = ("", f"Blijft: {voorbeeld.naam}", f"Gaat hierin op: {voorbeeld.weg_naam}", "")
        for place, words in enumerate(heads):
            self._grid.addWidget(Label(words, "label", wrap=True), 0, place)
        for number, row in enumerate(voorbeeld.velden, 1):
            self._add(number, row)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def _add(self, number: int, row: VeldRow) -> None:
        field = _VELDEN.get(row.id, met_hoofdletter(row.id))
        self._grid.addWidget(Label(field, "muted"), number, 0, MIDDLE)
        if row.links == row.rechts:
            self._grid.addWidget(Label(_words(row.links), wrap=True), number, 1, 1, 2, MIDDLE)
            self._grid.addWidget(Label("gelijk", "small"), number, 3, MIDDLE)
            return
        group = QButtonGroup(self)
        self.groups[row.id] = group
        texts = (_words(row.links), _words(row.rechts), "beide")
        for place, (kant, text) in enumerate(zip(_KANTEN, texts, strict=True), 1):
            if kant is Kant.BEIDE and not row.beide:
                continue
            cell = ChoiceCell(text, f"{field}, {kant.label}: {text}")
            cell.radio.setChecked(kant is row.voorstel)
            group.addButton(cell.radio, place - 1)
            self._grid.addWidget(cell, number, place)

    def choices(self) -> tuple[Veldkeuze, ...]:
        """Return the side chosen of every field that differs."""
        return tuple(
            Veldkeuze(veld=veld, kant=_KANTEN[group.checkedId()]) for veld, group in self.groups.items()
        )


def moves(voorbeeld: Samenvoegvoorbeeld) -> str:
    """Say in words what moves."""
    lines = [_move(row, voorbeeld) for row in voorbeeld.casussen if row.rechts is not None]
    if voorbeeld.relaties:
        lines.append(f"{met_hoofdletter(telling(voorbeeld.relaties, 'relatie', 'relaties'))} verhuist mee.")
    return "\n".join([*lines, "Besluiten, inbreng, acties en rollen horen bij de casus en blijven staan."])


def _move(row: VerhuisRow, voorbeeld: Samenvoegvoorbeeld) -> str:
    if row.links is None:
        return f"{row.nummer}: {voorbeeld.naam} wordt {row.wordt.label}."
    return f"{row.nummer}: beiden staan erin; {voorbeeld.naam} is daarna alleen {row.wordt.label}."


def _words(values: tuple[str | date, ...]) -> str:
    return " ".join(short_date(deel) if isinstance(deel, date) else deel for deel in values) or "–"
