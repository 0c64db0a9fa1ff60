"""The agenda of a running meeting: time and state per item, the one in front marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.ui.overleg.meeting_rows import MeetingRows
from vhdesk.ui.overleg.vaststelling_words import fixed_words
from vhdesk.ui.overleg.words import (
    agenda_count,
    heropend_line,
    minutes_over,
    punt_line,
    punt_words,
    short_day,
)
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_4
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.pill import Pill

WIDTH = 300


class AgendaPane(QFrame):
    """Signals: ``looked_at(id)`` when another item became current, ``begun(id)`` on Enter or a double click,
    ``leave_requested`` to go to the list of meetings."""

    looked_at = Signal(str)
    begun = Signal(str)
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setFixedWidth(current_theme().px(WIDTH))
        self.leave = QPushButton("Alle overleggen")
        self.leave.setIcon(icon("arrow-left", "accent"))
        self.leave.setProperty("kind", "quiet")
        self.over = Pill(parent=self)
        self.pane = ListPane(
            "Agenda", RowListModel(punt_line, filter_text=punt_words), search_hint="Zoeken in agenda"
        )
        self.pane.view.show_rows_whole()
        self.meeting = Label("", "small", wrap=True)
        self.fixed = Label("", "small", wrap=True)
        self.reopened = Label("", wrap=True)
        self._bar = QFrame()
        self._bar.setProperty("kind", "bar")
        self._bar.setProperty("state", "warn")
        inside = QVBoxLayout(self._bar)
        inside.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
        inside.addWidget(self.reopened)
        bar = QVBoxLayout()
        bar.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, 0)
        bar.addWidget(self._bar)
        self._bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        where = QVBoxLayout()
        where.setContentsMargins(SPACE_4, SPACE_1, SPACE_4, 0)
        where.addWidget(self.meeting)
        where.addWidget(self.fixed)
        layout.addLayout(where)
        layout.addLayout(bar)
        layout.addWidget(self.pane, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_2)
        foot.addWidget(self.over)
        layout.addLayout(foot)
        self.pane.selected.connect(self.looked_at)
        self.pane.opened.connect(self.begun)
        self.leave.clicked.connect(self.leave_requested)

    def show_agenda(self, rows: MeetingRows) -> None:
        """Show the agenda; selection and scroll stay. A meeting that was opened again says so all the time."""
        overleg, agenda = rows.overleg, rows.agenda
        self.reopened.setText(f"Heropend {heropend_line(rows.heropend[-1])}" if rows.heropend else "")
        self._bar.setVisible(bool(rows.heropend))
        paper = "ingevoerd van papier" if overleg.van_papier else ""
        chairs = f"voorzitter {overleg.voorzitter}" if overleg.voorzitter else ""
        self.meeting.setText(met_punten((f"{overleg.tafel}, {short_day(overleg.datum)}", chairs, paper)))
        changed = rows.fixed is not None and bool(rows.fixed.wijzigingen)
        self.fixed.setText(fixed_words(rows.fixed, agenda) if changed else "")
        self.fixed.setVisible(changed)
        self.pane.set_rows(agenda.punten)
        self.pane.set_count(agenda_count(overleg, agenda))
        over = minutes_over(overleg, agenda)
        self.over.set_state(f"{over} minuten langer dan gepland" if over else "", "warn")

    def select(self, punt_id: str) -> None:
        """Mark the item in front."""
        self.pane.select(punt_id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        self.setFixedWidth(current_theme().px(WIDTH))
