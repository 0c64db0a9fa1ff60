"""After a stale write: both texts, side by side, and a choice. Nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

MOST_LINES = 6  # longer texts scroll: what is being written stays in view


class BothTexts(QFrame):
    """The focus stays where it is: whoever is typing must not press a button with the next space.

    Signals: ``keep_mine`` to store what was typed here, ``take_other`` to go on with what is stored, ``keep_both`` to
    put one below the other (with ``joinable``).
    """

    keep_mine = Signal()
    take_other = Signal()
    keep_both = Signal()

    def __init__(self, *, joinable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setProperty("state", "warn")
        self.words = Label("", "strong", wrap=True)
        self.mine = _shown("Uw tekst")
        self.other = _shown("Opgeslagen tekst")
        self.mine_button = QPushButton("Mijn tekst bewaren")
        self.other_button = QPushButton("De opgeslagen tekst gebruiken")
        self.both_button = QPushButton("Beide onder elkaar zetten")
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_3)
        for caption, field in (("Uw tekst", self.mine), ("Nu opgeslagen", self.other)):
            column = QVBoxLayout()
            column.setSpacing(SPACE_1)
            column.addWidget(Label(caption, "label"))
            column.addWidget(field)
            column.addStretch(1)
            columns.addLayout(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        for button in (self.mine_button, self.both_button, self.other_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.words)
        layout.addLayout(columns)
        layout.addLayout(buttons)
        self.both_button.setVisible(joinable)
        self.mine_button.clicked.connect(self._mine)
        self.other_button.clicked.connect(self._other)
        self.both_button.clicked.connect(self._both)
        self.hide()

    def show_texts(self, what: str, mine: str, other: str) -> None:
        """Show that ``what`` ("Aanleiding") was changed elsewhere meanwhile, with both texts."""
        self.words.setText(
            f"“{what}” is intussen ook ergens anders gewijzigd. Kies welke tekst blijft; uw tekst staat nog in het veld."
        )
        self.setAccessibleName(self.words.text())
        self.mine.load(mine or "(leeg)", force=True)
        self.other.load(other or "(leeg)", force=True)
        self.show()

    def _mine(self) -> None:
        self.hide()
        self.keep_mine.emit()

    def _other(self) -> None:
        self.hide()
        self.take_other.emit()

    def _both(self) -> None:
        self.hide()
        self.keep_both.emit()


def _shown(name: str) -> TextArea:
    """Return a field that shows a text whole, to read and to copy from."""
    field = TextArea(name, min_lines=1, max_lines=MOST_LINES)
    field.setReadOnly(True)
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return field
