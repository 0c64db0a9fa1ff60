"""The score on one domain of the Zelfredzaamheid-Matrix: shows it in words, takes it with the keys 1 to 5."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from vhdesk.queries.dossier_rijen import ZrmRow
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.ui.onderdelen.beeld_woorden import SCORE_STATES, score_gesproken, score_woorden
from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.onderdelen.woorden import met_hoofdletter


class ZrmButton(Chip):
    """Signals: ``scored(domein_code, score)``; score 0 takes today's score away."""

    scored = Signal(str, int)

    def __init__(
        self,
        domein: ReferentiewaardeRow,
        scores: tuple[ReferentiewaardeRow, ...],
        *,
        named: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(drops=True, parent=parent)
        self._domein = domein
        self._named = named
        self._words = {int(row.kenmerken["score"]): row.naam for row in scores}
        self.score = 0
        self.menu = QMenu(self)
        self.menu.setAccessibleName(f"Score {domein.naam}")
        for score, words in self._words.items():
            action = self.menu.addAction(f"&{score}  {words}")
            action.setData(score)
        self.menu.addSeparator()
        self.menu.addAction("Score van vandaag weghalen").setData(0)
        self.menu.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.show_score(None)

    def show_score(self, row: ZrmRow | None) -> None:
        """Show the latest score; None: there is none yet."""
        self.score = row.score if row is not None else 0
        prefix = f"{met_hoofdletter(self._domein.naam)}: " if self._named else ""
        name = f"Zelfredzaamheid {self._domein.naam}: "
        if row is None:
            self.set_words(
                met_hoofdletter(f"{prefix}geen score"),
                "muted",
                name=f"{name}geen score. Toets 1 tot en met 5.",
            )
            return
        naam = self._words.get(row.score, "")
        self.set_words(
            f"{prefix}{score_woorden(row.score, naam)}",
            SCORE_STATES[row.score],
            name=f"{score_gesproken(row, naam)}. Toets 1 tot en met 5.",
        )

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, action: QAction) -> None:
        self.scored.emit(self._domein.code, int(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 scores; 0, Delete and Backspace take the score of today away."""
        text = event.text()
        if text in ("1", "2", "3", "4", "5"):
            self.scored.emit(self._domein.code, int(text))
        elif text == "0" or Qt.Key(event.key()) in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.scored.emit(self._domein.code, 0)
        else:
            super().keyPressEvent(event)
