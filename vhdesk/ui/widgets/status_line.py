"""The line below: what was saved when, when the desk locks, when a backup was tested, and the classification."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3, SPACE_6
from vhdesk.ui.widgets.label import Label

NEWS_MS = 15_000  # long enough to read twice; what must not be missed stands in a bar


class StatusLine(QFrame):
    """Words only, each set by who knows them."""

    def __init__(self, classification: str = "VERTROUWELIJK", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "statusline")
        self._narrow = False
        self.looking = Label("", "reading")
        self.looking.hide()
        self.saved = Label("")
        self.message = Label("")
        self.backup = Label("")
        self.lock = Label("")
        self.classification = Label(classification, "classification")
        self.practice = Label("OEFENING", "practice")
        self.practice.hide()
        self._news = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._news.timeout.connect(self._forget)
        self._just_said = QTimer(self, singleShot=True, interval=0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_3, 3, SPACE_3, 3)
        layout.setSpacing(SPACE_6)
        layout.addWidget(self.looking)
        layout.addWidget(self.saved)
        layout.addWidget(self.message)
        layout.addStretch(1)
        for label in (self.backup, self.lock, self.practice, self.classification):
            layout.addWidget(label)
        self.setAccessibleName("Statusregel")

    def set_saved(self, words: str) -> None:
        """Show "Opgeslagen 14:02, versleuteld" or what failed."""
        self.saved.setText(words)

    def set_message(self, words: str) -> None:
        """Show quiet news ("Ongedaan gemaakt: besluit vastleggen") for a while. Words that end in "…" are about work
        that goes on: they stay until others come."""
        self.message.setText(words)
        self._make_room()
        self._just_said.start()
        if words and not words.endswith("…"):
            self._news.start()
        else:
            self._news.stop()

    def leave_page(self) -> None:
        """Another page, or another record on it, comes in front: news of the one before goes. What was said in the same moment is of the act that
        led here and stays, and so does work that goes on."""
        if self._news.isActive() and not self._just_said.isActive():
            self._news.stop()
            self._forget()

    def _forget(self) -> None:
        self.message.clear()
        self._make_room()

    def set_lock(self, seconds: int | None) -> None:
        """Show when the desk locks; None when it does not lock by itself."""
        if seconds is None:
            self.lock.setText("")
        elif seconds >= 60:
            self.lock.setText(f"Vergrendelt over {-(-seconds // 60)} min")
        else:
            self.lock.setText(f"Vergrendelt over {max(0, seconds)} s")

    def set_backup(self, words: str) -> None:
        """Show "Reservekopie getest 13:40"."""
        self.backup.setText(words)

    def set_looking(self, words: str) -> None:
        """Show that the vault was opened to read; "" when it was not."""
        self.looking.setText(words)
        self.looking.setVisible(bool(words))

    def set_practice(self, practice: bool) -> None:
        """Show the word OEFENING."""
        self.practice.setVisible(practice)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what can be read elsewhere when there is no room."""
        self._narrow = narrow
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window news comes before what stands there always."""
        self.backup.setVisible(not self._narrow)
        for label in (self.saved, self.lock):
            label.setVisible(not (self._narrow and self.message.text()))
