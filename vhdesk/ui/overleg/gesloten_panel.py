"""A meeting that was closed: read only, with the way to its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import OverlegRow, heropeningen, overleg_kop
from vhdesk.ui.overleg.words import agenda_count, heropend_line, punt_line
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pill import Pill
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.whole_row_list import WholeRowList

if TYPE_CHECKING:
    from vhdesk.ui.context import UiContext


class GeslotenPanel(QWidget):
    """What was on the agenda and what came of it."""

    def __init__(self, context: UiContext, minutes_act: QAction, reopen_act: QAction) -> None:
        super().__init__()
        self._context = context
        self.overleg: OverlegRow | None = None
        self.header = PageHeader()
        self.header.add_right(Pill("gesloten", "ok"))
        self.count = Label("", "muted", wrap=True)
        self.reason = Card("Gesloten terwijl er iets ontbrak", "triangle-alert")
        self._reason = self.reason.add_text("", "")
        self.reopened = Card("Heropend", "lock-open")
        self._reopened = self.reopened.add_text("", "")
        self.list = WholeRowList("Agenda van dit overleg", punt_line)
        self.button = PrimaryButton(minutes_act)
        self.reopen_button = PrimaryButton(reopen_act, kind="quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_3)
        buttons.addStretch(1)
        buttons.addWidget(self.reopen_button)
        buttons.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.reason)
        layout.addWidget(self.reopened)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def open_meeting(self, overleg_id: str) -> None:
        """Show a closed meeting; raises VhdeskError."""
        row = self._context.desk.ask(overleg_kop, overleg_id)
        items = self._context.desk.ask(agenda, overleg_id)
        self.overleg = row
        closed = f"gesloten om {local(row.gesloten_op):%H:%M}" if row.gesloten_op is not None else ""
        self.header.set_title(row.tafel)
        self.header.set_subtitle(row.nummer, date_in_words(row.datum), closed)
        self.count.setText(agenda_count(row, items))
        self._reason.setText(row.sluitreden)
        self.reason.setVisible(bool(row.sluitreden))
        again = self._context.desk.ask(heropeningen, overleg_id)
        self._reopened.setText("\n".join(heropend_line(keer) for keer in again))
        self.reopened.setVisible(bool(again))
        self.list.set_rows(items.punten)

    def refresh(self) -> None:
        """Ask the rows again."""
        if self.overleg is not None:
            self.open_meeting(self.overleg.id)
