"""Actions one by one, by letter: gedaan, kon niet, niet gedaan, vervalt, nieuwe datum, toch nog open.

A number typed first chooses the action: 2031 and G say that A-2031 is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.queries.acties import ActieRow
from vhdesk.services.actie import ActieHeropenen
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.actie_regel import actie_nummer
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.afhandel_panel import AfhandelPanel
from vhdesk.ui.onderdelen.lijst_acts import LetterAct
from vhdesk.ui.onderdelen.nummer_lijn import KEYS, NummerLijn
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.key_legend import KeyLegend
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Actiestatus

LETTERS: Final = (
    LetterAct("g", "gedaan", "Actie is gedaan", "circle-check"),
    LetterAct("k", "kon niet", "Actie kon niet", "ban"),
    LetterAct("n", "niet gedaan", "Actie is niet gedaan", "x"),
    LetterAct("v", "vervalt", "Actie vervalt", "minus"),
    LetterAct("d", "nieuwe datum", "Actie naar een nieuwe datum", "calendar"),
)
OPEN_AGAIN: Final = LetterAct("o", "toch nog open", "Actie is toch nog open", "undo-2")
CHANGE: Final = LetterAct("f2", "wijzigen", "Actie wijzigen", "pencil")
_ASKED: Final = {"k": Actiestatus.KON_NIET, "n": Actiestatus.NIET_GEDAAN, "v": Actiestatus.VERVALLEN}


class ActieLijst(QWidget):
    """``finished``: the list holds actions that ended too; they can be opened again, and changed with F2 while open.
    ``fit``: as high as its rows, in a page that scrolls. Signals: ``edit_requested(id)`` on F2."""

    edit_requested = Signal(str)

    def __init__(
        self,
        acting: Acting,
        name: str,
        two_line: Callable[[ActieRow], TwoLine],
        empty: QWidget,
        *,
        finished: bool = True,
        fit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acting = acting
        letters = (*LETTERS, OPEN_AGAIN, CHANGE) if finished else LETTERS
        self.list = WholeRowList(name, two_line, [*(letter.key for letter in letters), *KEYS], fit=fit)
        self.nummer = NummerLijn()
        self.panel = AfhandelPanel(acting)
        self.legend = KeyLegend([(letter.key, letter.words) for letter in letters])
        self.empty = empty
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.nummer)
        layout.addWidget(self.panel)
        layout.addWidget(self.legend)
        self.list.key_pressed.connect(self.press)
        self.list.chosen.connect(self._chosen)
        self.legend.pressed.connect(self.press)
        self.panel.done.connect(self._next)
        self.panel.opened.connect(self._make_room)

    def show_rows(self, rows: Sequence[ActieRow]) -> None:
        """Show actions; what is being asked about one stays open."""
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.legend.setVisible(bool(rows) and not self.panel.is_open())
        self.empty.setVisible(not rows)

    def current(self) -> ActieRow | None:
        """Return the action the letters act on, None for none."""
        row = self.list.current_row()
        return row if isinstance(row, ActieRow) else None

    def focus_list(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    def back_out(self) -> bool:
        """Close what is asked; what stood in it comes back when the same is asked again. Then forget a number."""
        return self.panel.leave() or self.nummer.forget()

    def press(self, key: str) -> None:
        """Do what a letter says with the current action, or the one whose number was typed."""
        if key in KEYS:
            self._type(key)
            return
        if self.nummer.typed and self.nummer.found is None:
            self._acting.inform(f"{self.nummer.unknown()} Er is niets vastgelegd.")
            return
        self.nummer.forget()
        actie = self.current()
        if actie is None:
            return
        if key == "o":
            self._open_again(actie)
        elif actie.status is not Actiestatus.OPEN:
            self._acting.inform(
                f"{actie_nummer(actie)} is al afgehandeld: {actie.status.label}. Met O wordt zij weer open."
            )
        elif key == "f2":
            self.edit_requested.emit(actie.id)
        elif key == "g":
            self.panel.gedaan(actie)
        elif key == "d":
            self.panel.vraag_datum(actie)
        else:
            self.panel.vraag_reden(actie, _ASKED[key])

    def _type(self, key: str) -> None:
        self.nummer.press(key, self.list.rows.rows())
        if self.nummer.found is not None:
            self.list.select(self.nummer.found.id)

    def _chosen(self, identity: str) -> None:
        """Another action was chosen by hand: the number that was typed is not about it."""
        if self.nummer.found is None or self.nummer.found.id != identity:
            self.nummer.forget()

    def _open_again(self, actie: ActieRow) -> None:
        if actie.status is not Actiestatus.OPEN:
            self.panel.leave()
            if self._acting.execute(ActieHeropenen(actie_id=actie.id)) is not None:
                self._acting.inform(f"{actie_nummer(actie)} is weer open.")

    def _next(self, actie_id: str) -> None:
        """Go on from the action that was handled to the next one that is open."""
        rows: tuple[ActieRow, ...] = self.list.rows.rows()
        place = next((number for number, row in enumerate(rows) if row.id == actie_id), None)
        if place is not None:  # else it left the list, and its neighbour is current
            ahead = (*rows[place + 1 :], *rows[:place])
            following = next((row.id for row in ahead if row.status is Actiestatus.OPEN), actie_id)
            self.list.select(following)
        if rows:
            self.focus_list()

    def _make_room(self, asking: bool) -> None:
        self.legend.setVisible(not asking and bool(self.list.rows.rowCount()))
