"""The acts on the item in front: step, write, record, assign, tabs and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.services.actie import ActieTerugnemen
from vhdesk.services.besluit import BesluitTerugnemen
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.overleg.aanwezigheid_panel import AanwezigheidPanel
from vhdesk.ui.overleg.casus_blad import PARTS
from vhdesk.ui.overleg.plan_panel import PlanPanel
from vhdesk.ui.overleg.uitvraag_panel import UitvraagPanel
from vhdesk.ui.overleg.where import Where
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import MET_OUDE_ACTIES

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


class ItemActs(QObject):
    """Handlers of ``page_acts`` for what is in front."""

    def __init__(self, page: OverleggenPage, where: Where) -> None:
        super().__init__(page)
        self.page = page
        self.where = where

    def next_item(self) -> None:
        """Turn to the next item."""
        if self.where.is_chairing():
            self.page.chair.step(1)

    def previous_item(self) -> None:
        """Turn to the previous item."""
        if self.where.is_chairing():
            self.page.chair.step(-1)

    def begin_item(self) -> None:
        """Turn to the item that is being looked at."""
        if self.where.is_chairing():
            self.page.chair.begin()

    def put_on_agenda(self) -> None:
        """Put the case that is marked on the agenda, or go and choose one; in a running meeting too."""
        if self.where.is_preparing():
            self.page.prepare.put_on_agenda()
        elif self.where.can_add_case():
            self.page.chair.tussendoor.show()

    def write_note(self) -> None:
        """Put the cursor in the notes."""
        self._write("notitie")

    def write_besluit(self) -> None:
        """Put the cursor in a decision."""
        self._write("besluit")

    def write_actie(self) -> None:
        """Put the cursor in an action."""
        self._write("actie")

    def _write(self, mode: str) -> None:
        if self.where.is_chairing():
            self.page.chair.right.setCurrentWidget(self.page.chair.item)
            self.page.chair.item.parts.invoer.choose(mode)

    def adopt_plan(self) -> None:
        """Begin the decision that adopts the plan of the case in front: its words stand there, its grounds are asked."""
        if self.where.is_on_case():
            self.page.chair.right.setCurrentWidget(self.page.chair.item)
            self.page.chair.item.parts.invoer.adopt_plan()

    def submit(self) -> None:
        """Store what stands in front."""
        front = self.where.front()
        if isinstance(front, PlanPanel):
            front.submit()
        elif self.where.is_chairing():
            parts = self.page.chair.item.parts
            if not parts.blad.submit_panel():
                parts.invoer.submit()

    def ask_gremium(self) -> None:
        """Ask a decision that the table may not take itself."""
        if self.where.is_chairing():
            self.page.chair.item.parts.invoer.ask_gremium()

    def answer_asked(self) -> None:
        """Record what another body answered to a decision that was asked of it."""
        if self.where.can_answer():
            self.page.chair.right.setCurrentWidget(self.page.chair.item)
            self.page.chair.item.parts.blad.answer_current()

    def ask_more(self) -> None:
        """Write what is not asked of every decision or action."""
        if self.where.is_chairing():
            self.page.chair.item.parts.invoer.ask_more()

    def assign_casemanager(self) -> None:
        """Open the field of the casemanager."""
        self._begin("casemanager")

    def assign_verantwoordelijke(self) -> None:
        """Open the field of the verantwoordelijke."""
        self._begin("verantwoordelijke")

    def assign_procesregisseur(self) -> None:
        """Open the field of the procesregisseur."""
        self._begin("procesregisseur")

    def set_next_date(self) -> None:
        """Open the field of the next date."""
        self._begin("datum")

    def _begin(self, name: str) -> None:
        if self.where.is_on_case():
            self.page.panels.parts.kop_control.begin(name)

    def to_outcomes(self) -> None:
        """Put the focus on what was recorded."""
        if self.where.is_on_case() and self.page.chair.item.uitkomsten.rows.rowCount():
            self.page.chair.item.parts.blad.choose("vastgelegd")
            self.page.chair.item.uitkomsten.setFocus()
            self.page.acting.inform("Enter wijzigt de regel, Delete neemt hem terug.")

    def take_back(self, identity: str) -> None:
        """Take a decision or action of this meeting back; undo brings it back."""
        row = self.page.chair.item.uitkomsten.current_row()
        if row is None or row.id != identity:
            return
        if row.besluit is not None:
            done = self.page.acting.execute(BesluitTerugnemen(besluit_id=identity))
            name = f"B-{row.besluit.nummer}"
        else:
            done = self.page.acting.execute(ActieTerugnemen(actie_id=identity))
            name = f"A-{row.actie.nummer}"
        if done is not None:
            self.page.acting.inform(f"{name} is teruggenomen. Ctrl+Alt+Z brengt het terug.")
            if not self.page.chair.item.uitkomsten.rows.rowCount():
                self.page.chair.item.focus_work()

    def all_present(self) -> None:
        """Everyone who is not recorded yet is there."""
        if self.where.is_attendance():
            self.page.chair.item.parts.aanwezigheid.all_present()

    def open_case(self) -> None:
        """Open the case in its own file."""
        if self.where.has_case():
            self.page.context.shell.navigate("casussen", self.where.case())

    def open_actions_of(self, actie_id: str) -> None:
        """Change an action from before this meeting where it belongs: in the file of its case."""
        row = self.page.chair.item.parts.vorige.current()
        if row is not None and row.id == actie_id:
            self.page.context.shell.navigate("casussen", f"{row.casus_id}#acties")

    # --- tabs, lists, room

    def first_tab(self) -> None:
        """Alt+1."""
        self._tab(0)

    def second_tab(self) -> None:
        """Alt+2."""
        self._tab(1)

    def third_tab(self) -> None:
        """Alt+3."""
        self._tab(2)

    def fourth_tab(self) -> None:
        """Alt+4."""
        self._tab(3)

    def fifth_tab(self) -> None:
        """Alt+5."""
        self._tab(4)

    def _tab(self, number: int) -> None:
        if self.where.is_preparing():
            self.page.prepare.choose_tab(number)
        elif self.where.is_on_case():
            blad = self.page.chair.item.parts.blad
            self.page.chair.item.parts.invoer.focus_text()  # not into a field that happens to come into sight
            blad.choose(PARTS[number][0])
            blad.focus_content()

    def scroll_down(self) -> None:
        """Scroll the picture while the cursor stays in the entry."""
        self.page.chair.item.scroll_pages(0.8)

    def scroll_up(self) -> None:
        """Scroll the picture back."""
        self.page.chair.item.scroll_pages(-0.8)

    def toggle_agenda(self) -> None:
        """Show or hide the agenda."""
        if self.where.is_chairing():
            self.page.chair.toggle_agenda()

    def focus_search(self) -> None:
        """Search in what is in front."""
        if self.where.is_preparing():
            self.page.prepare.focus_work()
        elif self.where.is_chairing():
            self.page.chair.pane.pane.focus_search()
        else:
            self.page.list.focus_search()

    def to_ground(self) -> None:
        """Go to where it is written on what the refused case is shared."""
        if self.where.was_refused():
            self.page.context.shell.navigate("casussen", f"{self.page.prepare.refused}#bescherming")

    def tick_proposed(self) -> None:
        """Tick every case that is proposed for the agenda."""
        if self.where.is_preparing():
            self.page.prepare.focus_work()
            self.page.prepare.kiezer.tick_all()
        elif self.where.is_choosing():
            self.page.chair.tussendoor.kiezer.tick_all()

    def remove_item(self) -> None:
        """Take the current item off the agenda."""
        if self.where.can_remove():
            self.page.prepare.remove_current()

    def add_punt(self) -> None:
        """Put an item without a case on the agenda."""
        if self.where.is_preparing():
            self.page.prepare.add_punt()

    def invite_guest(self) -> None:
        """Invite an observer, the person concerned or who represents him or her."""
        if self.where.is_preparing():
            self.page.prepare.invite_guest()

    def change_punt(self) -> None:
        """Change what the current item is called, and how long it takes."""
        if self.where.is_preparing():
            self.page.prepare.change_punt()

    def move_up(self) -> None:
        """Move the current item of the agenda one place up."""
        self.page.prepare.builder.list.move_current(-1)

    def move_down(self) -> None:
        """Move the current item of the agenda one place down."""
        self.page.prepare.builder.list.move_current(1)

    def attendance_list(self) -> AanwezigheidPanel | None:
        """Return the attendance when it is in front."""
        return self.page.chair.item.parts.aanwezigheid if self.where.is_attendance() else None

    def gap_board(self) -> UitvraagPanel | None:
        """Return the gap board when it is in front."""
        prepare = self.page.prepare if self.where.is_preparing() else None
        return prepare.uitvraag if prepare is not None and prepare.tabs.current() == "uitvraag" else None

    def action_list(self) -> ActieLijst | None:
        """Return the actions when they are in front."""
        punt = self.where.punt()
        if punt is None:
            return None
        parts = self.page.chair.item.parts
        if punt.soort in MET_OUDE_ACTIES:
            return parts.vorige
        on_case = punt.soort is Agendasoort.CASUS and parts.blad.acties.current() is not None
        return parts.blad.acties if on_case else None
