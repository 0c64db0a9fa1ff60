"""How the score on one domain went: a small chart with the same in words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import ZrmRow
from vhdesk.ui.onderdelen.beeld_woorden import verloop_woorden
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.level_chart import LevelChart


class ZrmVerloop(QWidget):
    """Made for a domain that was scored more than once. ``named``: say which domain it is."""

    def __init__(self, row: ZrmRow, *, named: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = verloop_woorden(row)
        self.chart = LevelChart(1, 5)
        self.chart.show_points(row.verloop, f"Grafiek van zelfredzaamheid {row.domein}: {words}")
        self.words = Label(f"{met_hoofdletter(row.domein)}: {words}" if named else words, "small", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.chart, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
