"""A case that comes up while the meeting runs: chosen by name in place of the item, put after the one in front, and the
table turns to it. One that was not weighed says so on the agenda ("niet gewogen")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.agendeerbaar import Agendeerbaar, agendeerbaar
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.ui.overleg.casus_kiezer import LIMIT, CasusKiezer
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.vocabulary_faults import describe

if TYPE_CHECKING:
    from vhdesk.ui.overleg.chair_panel import ChairPanel
    from vhdesk.ui.overleg.chair_parts import ChairParts


class TussendoorControl(QObject):
    """Shows the choice in ``page``, a page of the chair's right side."""

    def __init__(self, chair: ChairPanel, parts: ChairParts) -> None:
        super().__init__(chair)
        self._chair = chair
        self._parts = parts
        self.page = QWidget()
        self.header = PageHeader("Casus tussendoor bespreken")
        self.header.set_subtitle(
            "Enter zet de casus na dit punt op de agenda en begint ermee; Escape gaat terug. Is de casus er nog niet? "
            "Meld hem aan bij Aanmeldingen, en kies hem dan hier."
        )
        self.fault = Label("", "fault", wrap=True)
        self.kiezer = CasusKiezer()
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.fault)
        layout.addWidget(self.kiezer, 1)
        chair.right.addWidget(self.page)
        self.kiezer.asked.connect(self._ask)
        self.kiezer.added.connect(self._add)

    def show(self) -> None:
        """Begin to choose; with the choice in front already, take the case that is marked."""
        chair = self._chair
        if self.is_shown():
            self.kiezer.add_marked()
        elif chair.rows is not None and chair.texts.flush():
            self._say("")
            self.kiezer.search.clear()
            chair.right.setCurrentWidget(self.page)
            self._ask()
            self.kiezer.search.setFocus(Qt.FocusReason.OtherFocusReason)
            chair.state_changed.emit()

    def is_shown(self) -> bool:
        """Whether the choice is in front."""
        return self._chair.right.currentWidget() is self.page

    def back_out(self) -> None:
        """Empty what was searched for or ticked, then back to the item."""
        if not self.kiezer.back_out():
            self._chair.right.setCurrentWidget(self._chair.item)
            self._chair.item.focus_work()
            self._chair.state_changed.emit()

    def _ask(self) -> None:
        if self._chair.rows is not None:
            found: Agendeerbaar = self._parts.ask(
                agendeerbaar,
                self._chair.rows.overleg.id,
                zoek=self.kiezer.words(),
                limiet=LIMIT,
                alle_tafels=self.kiezer.all_tables(),
            )
            self.kiezer.show_rows(found)

    def _add(self, casus_ids: tuple[str, ...]) -> None:
        """Put the cases after the item in front, and turn to the first."""
        chair = self._chair
        if chair.rows is None or chair.punt is None:
            return
        place = chair.rows.ids().index(chair.punt.id) + 1
        first = ""
        for casus_id in casus_ids:
            command = CasusAgenderen(overleg_id=chair.rows.overleg.id, casus_id=casus_id, positie=place)
            event = self._parts.acting.execute(command, self._refuse)
            if event is None:
                break
            first, place = first or event.id, place + 1
        self.kiezer.untick()
        if first:
            chair.open_meeting(chair.rows.overleg.id, first)
            chair.begin(first)
            chair.state_changed.emit()

    def _refuse(self, fault: RuleViolation) -> bool:
        self._say(describe(fault).sentence())
        return True

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
