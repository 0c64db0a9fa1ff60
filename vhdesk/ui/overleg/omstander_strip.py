"""The line above an item that says who is in the room and does not belong there, with the act that ends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.queries.zaal import Omstander
from vhdesk.ui.onderdelen.woorden import opsomming
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton

FEW = 3  # people whose names fit on a line


class OmstanderStrip(QWidget):
    """Hidden when everybody who is there takes part in the case; a quiet line when the others are out of the room."""

    def __init__(self, gone_act: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QFrame()
        self.bar.setProperty("kind", "bar")
        self.bar.setProperty("state", "warn")
        self.words = Label("", "body", wrap=True)
        self.button = PrimaryButton(gone_act, kind="")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.gone = Label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.gone)
        self.rows: tuple[Omstander, ...] = ()
        self._shown: tuple[tuple[Omstander, ...], bool, bool] = ((), True, False)
        self.hide()

    def show_rows(self, rows: Sequence[Omstander], *, on_case: bool = True, closed: bool = False) -> None:
        """Say who should go, and who is out of the room already. ``closed``: the item stands in the closed part."""
        shown = (tuple(rows), on_case, closed)
        if self._shown == shown:
            return
        self._shown, self.rows = shown, tuple(rows)
        here, gone = self.here(), [row for row in rows if row.weg]
        verb = "hoort" if len(here) == 1 else "horen"
        item = "deze casus" if on_case else "dit punt"
        head = "Besloten deel. " if closed else ""
        self.words.setText(f"{head}In de zaal, maar {verb} niet bij {item}: {_who(here)}.")
        self.gone.setText(f"{head}De zaal uit bij {item}: {_who(gone)}.")
        names = "\n".join(f"{row.naam}, {row.organisatie}" for row in here or gone)
        self.setToolTip(names)
        self.words.setAccessibleDescription(names)
        self.bar.setVisible(bool(here))
        self.gone.setVisible(bool(gone) and not here)
        self.setVisible(bool(rows))

    def here(self) -> tuple[Omstander, ...]:
        """Return who is still in the room."""
        return tuple(row for row in self.rows if not row.weg)


def _who(rows: Sequence[Omstander]) -> str:
    """Return people by name when they are few; else guests by name and the others by their organisation, with how many
    when there are more of one."""
    if len(rows) <= FEW:
        return opsomming([f"{row.naam} ({row.organisatie})" for row in rows])
    counts = Counter(row.naam if row.gast else row.organisatie for row in rows)
    return opsomming(
        [f"{organisatie} ({number})" if number > 1 else organisatie for organisatie, number in counts.items()]
    )
