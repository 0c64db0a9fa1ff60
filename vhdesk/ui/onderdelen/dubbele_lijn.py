"""A quiet line below a form: who in the vault this may be, and why. It refuses nothing and steals no focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.errors import VhdeskError
from vhdesk.queries.dubbele import DubbeleRow, dubbele_personen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.woorden import opsomming
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label

PAUSE_MS = 300  # after the last key
SHOWN = 2


def dubbele_words(row: DubbeleRow) -> str:
    """Word who it may be, where he is known from, and why."""
    geboren = f", geboren {short_date(row.geboortedatum)}" if row.geboortedatum else ""
    casussen = opsomming([casus.nummer for casus in row.casussen])
    redenen = opsomming([reden.label for reden in row.redenen])
    return f"Lijkt op {row.naam}{geboren}, in {casussen}: {redenen}."


class DubbeleLijn(QWidget):
    """``verb`` is what the button beside each person says. Signals: ``wanted(persoon_id)``."""

    wanted = Signal(str)

    def __init__(self, context: UiContext, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Misschien al bekend")
        self._context = context
        self._verb = verb
        self._read: Callable[[], Persoonsgegevens] | None = None
        self._not = ""
        self.rows: tuple[DubbeleRow, ...] = ()
        self.buttons: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.hide()

    def begin(self, read: Callable[[], Persoonsgegevens], *, behalve: str = "") -> None:
        """From now on look for the person that ``read`` gives; ``behalve`` is the person himself."""
        self._read, self._not = read, behalve
        self._show(())

    def end(self) -> None:
        """The form went away."""
        self._pause.stop()
        self._read = None
        self._show(())

    def typed(self) -> None:
        """Something was changed in the form: look when the fingers rest."""
        if self._read is not None:
            self._pause.start()

    def look(self) -> None:
        """Ask who it may be and show that."""
        if self._read is None:
            return
        self._pause.stop()
        wie = self._read()
        try:
            found = self._context.desk.ask(
                dubbele_personen, geslachtsnaam=wie.geslachtsnaam, voornamen=wie.voornamen,
                voorletters=wie.voorletters, geboortedatum=wie.geboortedatum, bsn=wie.bsn, kvk=wie.kvk,
                adres=wie.adres, postcode=wie.postcode, behalve=self._not, limiet=SHOWN,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        if found != self.rows:
            self._show(found)

    def _show(self, rows: tuple[DubbeleRow, ...]) -> None:
        for old in self._lines:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self._lines, self.buttons = rows, [], []
        for row in rows:
            self._layout.addWidget(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: DubbeleRow) -> QWidget:
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_2)
        words = dubbele_words(row)
        box.addWidget(Label(words, "muted", wrap=True), 1)
        button = QPushButton(self._verb)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(f"{self._verb}: {row.naam}")
        button.setAccessibleDescription(words)
        button.setAutoDefault(False)
        button.setProperty("persoon_id", row.id)
        button.clicked.connect(self._pressed)
        box.addWidget(button)
        self._lines.append(line)
        self.buttons.append(button)
        return line

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.wanted.emit(str(sender.property("persoon_id")))
