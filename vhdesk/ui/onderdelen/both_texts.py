"""After a stale write: both texts, side by side, and a choice. Nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label


class BothTexts(QFrame):
    """Signals: ``keep_mine`` to store what was typed here, ``take_other`` to go on with what is stored."""

    keep_mine = Signal()
    take_other = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setProperty("state", "warn")
        self.words = Label("", "strong", wrap=True)
        self.mine = Label("", wrap=True)
        self.other = Label("", wrap=True)
        for label, name in ((self.mine, "Uw tekst"), (self.other, "Opgeslagen tekst")):
            label.set_selectable()
            label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            label.setAccessibleName(name)
        self.mine_button = QPushButton("Mijn tekst bewaren")
        self.other_button = QPushButton("De opgeslagen tekst gebruiken")
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_3)
        for caption, label, button in (
            ("Uw tekst", self.mine, self.mine_button),
            ("Nu opgeslagen", self.other, self.other_button),
        ):
            button.setAutoDefault(False)
            column = QVBoxLayout()
            column.setSpacing(SPACE_2)
            column.addWidget(Label(caption, "label"))
            column.addWidget(label)
            column.addStretch(1)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            columns.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.words)
        layout.addLayout(columns)
        self.mine_button.clicked.connect(self._mine)
        self.other_button.clicked.connect(self._other)
        self.hide()

    def show_texts(self, what: str, mine: str, other: str) -> None:
        """Show that ``what`` ("Aanleiding") was changed elsewhere meanwhile, with both texts."""
        self.words.setText(
            f"“{what}” is intussen ook ergens anders gewijzigd. Kies welke tekst blijft; uw tekst staat nog in het veld."
        )
        self.setAccessibleName(self.words.text())
        self.mine.setText(mine or "(leeg)")
        self.other.setText(other or "(leeg)")
        self.show()

    def _mine(self) -> None:
        self.hide()
        self.keep_mine.emit()

    def _other(self) -> None:
        self.hide()
        self.take_other.emit()
