"""A case that comes up while the meeting runs: chosen by name in place of the item, put after the one in front, and the
table turns to it. One that was not weighed says so on the agenda ("niet gewogen"). One that does not exist yet is entered
here, in the same act, with the least that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.agendeerbaar import Agendeerbaar, agendeerbaar
from vhdesk.services.agenda import CasusAgenderen, CasusGeagendeerd
from vhdesk.ui.overleg.casus_kiezer import LIMIT, CasusKiezer
from vhdesk.ui.overleg.nieuwe_casus_panel import NieuweCasusPanel
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.completer_field import Option
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.vocabulary_faults import describe

if TYPE_CHECKING:
    from vhdesk.ui.overleg.chair_panel import ChairPanel
    from vhdesk.ui.overleg.chair_parts import ChairParts


CHOOSE = (
    "Enter zet de casus na dit punt op de agenda en begint ermee; Escape gaat terug. Is de casus er nog niet? "
    "Typ de naam, en druk op Enter als er niets is gevonden."
)
ENTER_NEW = "Meer is nu niet nodig: de rest vult u aan bij Aanmeldingen, vóór de weging. Escape gaat terug en bewaart wat u typte."


class TussendoorControl(QObject):
    """Shows the choice in ``page``, a page of the chair's right side."""

    def __init__(self, chair: ChairPanel, parts: ChairParts) -> None:
        super().__init__(chair)
        self._chair = chair
        self._parts = parts
        self.page = QWidget()
        self.header = PageHeader("Casus tussendoor bespreken")
        self.header.set_subtitle(CHOOSE)
        self.new_button = QPushButton("Nieuwe casus, zonder triage")
        self.new_button.setAutoDefault(False)
        self.nieuw = NieuweCasusPanel(parts.acting)
        self.fault = Label("", "fault", wrap=True)
        self.kiezer = CasusKiezer()
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.fault)
        layout.addWidget(self.nieuw)
        layout.addWidget(self.kiezer, 100)
        layout.addStretch(1)  # so that the form alone stays at the top
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        chair.right.addWidget(self.page)
        self.kiezer.asked.connect(self._ask)
        self.kiezer.added.connect(self._add)
        self.kiezer.found_nothing.connect(self.begin_new)
        self.kiezer.offer_new(
            "Met Enter meldt u de casus hier aan, zonder triage: wie, welke gemeente en waarom."
        )
        self.new_button.clicked.connect(self.begin_new)
        self.nieuw.entered.connect(self._entered)
        self.nieuw.opened.connect(self._make_room)

    def show(self) -> None:
        """Begin to choose; with the choice in front already, take the case that is marked, or enter a new one."""
        chair = self._chair
        if self.is_shown():
            if not self.nieuw.is_open():
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
        if self.nieuw.leave():
            self.kiezer.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.kiezer.back_out():
            self._chair.right.setCurrentWidget(self._chair.item)
            self._chair.item.focus_work()
            self._chair.state_changed.emit()

    def begin_new(self) -> None:
        """Ask who it is about, which gemeente, and why."""
        chair = self._chair
        if chair.rows is None or chair.punt is None:
            return
        place = chair.rows.ids().index(chair.punt.id) + 1
        refers = self._parts.ask(aanmeldgemeenten).get(chair.rows.overleg.tafel_id, ())
        rows = sorted(self._parts.keuzes.gemeenten(), key=lambda row: row.id not in refers)
        options = [Option(row.id, row.naam) for row in rows if row.id in refers or not refers]
        self.nieuw.begin(chair.rows.overleg.id, place, self.kiezer.words(), options)

    def _make_room(self, shown: bool) -> None:
        self.header.set_subtitle(ENTER_NEW if shown else CHOOSE)
        self.kiezer.setVisible(not shown)
        self.new_button.setVisible(not shown)

    def _entered(self, event: CasusGeagendeerd) -> None:
        chair = self._chair
        assert chair.rows is not None
        self._turn_to(event.id)
        self._parts.acting.inform("De casus staat op de agenda, zonder triage. Ctrl+Alt+Z neemt dat terug.")

    def _turn_to(self, punt_id: str) -> None:
        chair = self._chair
        assert chair.rows is not None
        chair.open_meeting(chair.rows.overleg.id, punt_id)
        chair.begin(punt_id)
        chair.state_changed.emit()

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
            self._turn_to(first)

    def _refuse(self, fault: RuleViolation) -> bool:
        self._say(describe(fault).sentence())
        return True

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
