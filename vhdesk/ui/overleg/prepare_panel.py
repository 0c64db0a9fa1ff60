"""Preparing a meeting: the agenda at the left, beside it the cases to choose, the participants and the details."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.agenda import Agenda, agenda
from vhdesk.queries.agendeerbaar import agendeerbaar
from vhdesk.queries.convenant import ongetekend
from vhdesk.queries.gast import toegang
from vhdesk.queries.overleg import OverlegRow, deelnemers, overleg_kop
from vhdesk.queries.uitnodiging import uit_te_nodigen
from vhdesk.queries.uitvraag import uitvraagbord
from vhdesk.queries.vaststelling import Vaststelling, vaststelling
from vhdesk.services.agenda import (
    AgendapuntVerplaatsen,
    CasusAgenderen,
    CasussenAgenderen,
    CasusVanAgendaHalen,
    MinutenBepalen,
)
from vhdesk.services.agendapunt import AgendapuntWeghalen
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import over_dagen
from vhdesk.ui.overleg.agenda_builder import AgendaBuilder
from vhdesk.ui.overleg.casus_kiezer import LIMIT, CasusKiezer
from vhdesk.ui.overleg.deelnemers_panel import DeelnemersPanel
from vhdesk.ui.overleg.overleg_form import OverlegForm
from vhdesk.ui.overleg.punt_panel import PuntPanel
from vhdesk.ui.overleg.reden_view import RedenView
from vhdesk.ui.overleg.uitvraag_panel import UitvraagPanel
from vhdesk.ui.overleg.words import hours
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.ui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from vhdesk.ui.context import UiContext

TABS = (
    ("casussen", "Casussen"),
    ("deelnemers", "Deelnemers"),
    ("gegevens", "Gegevens"),
    ("reden", "Reden"),
    ("uitvraag", "Uitvraag"),
)

LOW = 440  # below this heading, refusal and agenda do not all fit


class PreparePanel(QWidget):
    """One planned meeting. Signals: ``state_changed`` after another meeting came in front."""

    state_changed = Signal()

    def __init__(
        self,
        context: UiContext,
        acting: Acting,
        keuzes: Keuzes,
        open_act: QAction,
        cancel_act: QAction,
        ground_act: QAction,
    ) -> None:
        super().__init__()
        self._context = context
        self._acting = acting
        self.overleg: OverlegRow | None = None
        self.agenda: Agenda | None = None
        self.fixed: Vaststelling | None = None  # the agenda as it was fixed, with what changed since
        self.refused = ""  # the case that was kept off the agenda, until another is put on it
        self._ground_act = ground_act
        self.bar = FaultBar()
        self.header = PageHeader()
        self.builder = AgendaBuilder()
        self.punt = PuntPanel(acting, self.builder)
        self.kiezer = CasusKiezer()
        self.deelnemers = DeelnemersPanel(acting, keuzes)
        self.form = OverlegForm(keuzes, context.clock, new=False)
        self._draft = FormDraft(context.desk, self.form.fields, context.shell.report, self)
        self.tabs = TabStrip("Voorbereiden", TABS)
        self.stack = SteadyStack()
        details = ScrollColumn("Gegevens van het overleg", margin=2)
        details.body.addWidget(self.form)
        self.reden = RedenView(context.registry.action("overleg.dossier"))
        self.uitvraag = UitvraagPanel(acting)
        for widget in (self.kiezer, self.deelnemers, details, self.reden, self.uitvraag):
            self.stack.addWidget(widget)
        self.cancel_button = PrimaryButton(cancel_act, kind="quiet")
        self.open_button = PrimaryButton(open_act)
        self.other_day = Label("", "fault", wrap=True)
        self.other_day.hide()
        self._asked_of: tuple[str, date] | None = None  # for which meeting and day the line stands
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(SPACE_2)
        right.addWidget(self.tabs)
        right.addWidget(self.stack, 1)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_6)
        left = QVBoxLayout()
        left.setSpacing(SPACE_2)
        left.addWidget(self.punt)
        left.addWidget(self.builder, 1)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_3)
        buttons.addWidget(self.other_day, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.bar)
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._tab_chosen)
        self.builder.moved.connect(self._move)
        self.builder.minutes_set.connect(self._set_minutes)
        self.builder.removed.connect(self._remove)
        self.builder.list.change_requested.connect(self.change_punt)
        self.builder.turned.connect(self._turned)
        self.kiezer.asked.connect(self._ask_candidates)
        self.kiezer.added.connect(self._add)
        self.form.changed.connect(self._change)
        self.bar.dismissed.connect(self._make_room)

    # --- what it shows

    def open_meeting(self, overleg_id: str) -> None:
        """Bring a planned meeting in front; raises VhdeskError."""
        other = self.overleg is None or self.overleg.id != overleg_id
        if other:
            self.punt.close_panel()
            self.deelnemers.gast.close_panel()
            self._show_refused("")
            self.kiezer.search.clear()
            self._draft.end()
        self._show(overleg_id)
        if other:
            self._bring_draft(overleg_id)
            self.state_changed.emit()

    def _bring_draft(self, overleg_id: str) -> None:
        """Details that were changed and could not be stored before a lock are stored now."""
        if (
            self._draft.begin(f"overleg-gegevens/{overleg_id}") is not None
            and not self._context.desk.read_only
        ):
            self._change()

    def refresh(self) -> None:
        """Ask the rows again and show what differs."""
        if self.overleg is not None:
            self._show_refused("")  # what kept a case away may be there by now
            self._show(self.overleg.id)

    def _show(self, overleg_id: str) -> None:
        desk = self._context.desk
        self.overleg = desk.ask(overleg_kop, overleg_id)
        self.agenda = desk.ask(agenda, overleg_id)
        people = desk.ask(deelnemers, overleg_id)
        row = self.overleg
        until = f"–{hours(row.eindtijd)}" if row.eindtijd is not None else ""
        self.header.set_title(row.tafel)
        self.header.set_subtitle(
            date_in_words(row.datum),
            f"{hours(row.begintijd)}{until}",
            row.plaats,
            f"voorzitter {row.voorzitter}" if row.voorzitter else "nog geen voorzitter",
        )
        if self._asked_of not in (None, (row.id, row.datum)):
            self._forget_day()
        self.fixed = desk.ask(vaststelling, overleg_id)
        self.builder.show_agenda(row, self.agenda, self.fixed)
        self.reden.show_item(self.builder.current())
        self.deelnemers.show_agenda(self.agenda, desk.ask(toegang, overleg_id))
        self.deelnemers.show_rows(
            row.id, people, desk.ask(uit_te_nodigen, overleg_id), desk.ask(ongetekend, overleg_id)
        )
        self.tabs.set_text("deelnemers", f"Deelnemers ({len(people)})")
        self.form.show_meeting(row)
        self._draft.compare(self.form.stored(row))
        self._ask_candidates()
        self._ask_board()

    def _ask_board(self) -> None:
        """Ask the gap board while it is in front; it takes the width of the agenda too."""
        shown = self.tabs.current() == "uitvraag"
        self.builder.setVisible(not shown)
        if shown:
            self.punt.leave()
        if shown and self.overleg is not None:
            self.uitvraag.show_board(self.overleg, self._context.desk.ask(uitvraagbord, self.overleg.id))

    def _ask_candidates(self) -> None:
        if self.overleg is not None:
            rows = self._context.desk.ask(
                agendeerbaar,
                self.overleg.id,
                zoek=self.kiezer.words(),
                limiet=LIMIT,
                alle_tafels=self.kiezer.all_tables(),
            )
            self.kiezer.show_rows(rows)

    def focus_work(self) -> None:
        """Put the cursor where choosing goes on."""
        self.tabs.choose("casussen")
        self.kiezer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_on_agenda(self) -> None:
        """Put the marked case on the agenda for who is choosing; else begin to choose."""
        if self.kiezer.isAncestorOf(self.window().focusWidget()):
            self.kiezer.add_marked()
        else:
            self.focus_work()

    def choose_tab(self, number: int) -> None:
        """Bring a tab in front and the focus in it."""
        if number < len(TABS):
            self.tabs.choose(TABS[number][0])
            places = (
                self.kiezer.search, self.deelnemers.add_field, self.form.datum, self.reden.case_button, self.uitvraag.table,
            )  # fmt: skip
            places[number].setFocus()

    def back_out(self) -> bool:
        """One level back; False at the first."""
        if self._asked_of is not None:
            self._forget_day()
            return True
        parts = (self.builder, self.kiezer, self.uitvraag)
        return self.punt.leave() or self.deelnemers.gast.leave() or any(part.back_out() for part in parts)

    # --- acts

    def _turned(self) -> None:
        """Another item of the agenda became current: show why it stands there."""
        self.reden.show_item(self.builder.current())
        self.state_changed.emit()

    def asks_day(self) -> bool:
        """Say that the meeting in front is planned on another day than today, with how to go on; False when it is of
        today, or when that was said already: who asks again means it."""
        row = self.overleg
        if row is None:
            return False
        days = (row.datum - self._context.clock.today()).days
        if not days or self._asked_of == (row.id, row.datum):
            self._forget_day()
            return False
        self._asked_of = (row.id, row.datum)
        self.other_day.setText(
            f"Dit overleg staat op {date_in_words(row.datum)}, {over_dagen(days)}. Toch nu openen? Druk nog een keer op "
            "Ctrl+Shift+O. Of zet bij Gegevens (Alt+3) de datum op vandaag."
        )
        self.other_day.show()
        return True

    def _forget_day(self) -> None:
        self._asked_of = None
        self.other_day.hide()

    def _add(self, casus_ids: tuple[str, ...]) -> None:
        assert self.overleg is not None
        first, overleg_id = casus_ids[0], self.overleg.id
        one = len(casus_ids) == 1
        command = (
            CasusAgenderen(overleg_id=overleg_id, casus_id=first)
            if one
            else CasussenAgenderen(overleg_id=overleg_id, casus_ids=casus_ids)
        )
        self._show_refused("")
        event = self._acting.execute(command, partial(self._refuse, casus_ids))
        if event is not None:
            self.kiezer.untick()
            said = f"{self.builder.name_of(event.id)} staat" if one else f"{len(casus_ids)} casussen staan"
            self._acting.inform(f"{said} op de agenda.")
            self.builder.select(event.id)

    def _refuse(self, casus_ids: tuple[str, ...], fault: RuleViolation) -> bool:
        """A case of which it is unknown on what it is shared: say so, with the way to its fields."""
        if fault.code != "casus_zonder_grondslag":
            return False
        self._show_refused(self.kiezer.numbered(casus_ids, str(fault.details["nummer"])))
        self.bar.show_fault(fault, self._ground_act)
        self._make_room()
        return True

    def _show_refused(self, casus_id: str) -> None:
        self.refused = casus_id
        self.bar.clear()
        self.state_changed.emit()

    def _make_room(self) -> None:
        """Where there is little height the refusal takes the place of the heading: nothing is squeezed."""
        low = self.height() < current_theme().px(LOW)
        self.header.setVisible(not low or self.bar.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may leave room for the heading."""
        super().resizeEvent(event)
        self._make_room()

    def _remove(self, punt_id: str) -> None:
        name = self.builder.name_of(punt_id)
        row = self.builder.row(punt_id)
        command = (
            AgendapuntWeghalen(agendapunt_id=punt_id)
            if row is not None and row.casus_id is None
            else CasusVanAgendaHalen(agendapunt_id=punt_id)
        )
        if self._acting.execute(command) is not None:
            self._acting.inform(f"{name} is van de agenda gehaald.")

    def remove_current(self) -> None:
        """Take the current item off the agenda."""
        row = self.builder.current()
        if row is not None:
            self._remove(row.id)

    def add_punt(self) -> None:
        """Begin an item without a case."""
        if self.overleg is not None:
            self.punt.add(self.overleg.id)

    def change_punt(self) -> None:
        """Change the current item."""
        if self.overleg is not None:
            self.punt.change(self.overleg.id)

    def _move(self, punt_id: str, position: int) -> None:
        self._acting.execute(AgendapuntVerplaatsen(agendapunt_id=punt_id, positie=position))

    def _set_minutes(self, punt_id: str, minutes: int) -> None:
        self._acting.execute(MinutenBepalen(agendapunt_id=punt_id, minuten=minutes))

    def invite_guest(self) -> None:
        """Begin inviting an observer, the person concerned or who represents him or her."""
        if self.agenda is not None:
            self.tabs.choose("deelnemers")
            self.deelnemers.invite_guest()

    def _change(self) -> None:
        if self.overleg is None:
            return
        command = self.form.change(self.overleg)
        if command is not None:
            self._acting.execute(command, self.form.refuse)

    def forget(self) -> None:
        """The meeting is no longer planned."""
        self._draft.forget()
        self.overleg = None

    def flush(self) -> bool:
        """Store what still stands in a field of the details, or keep it; False when it is no date or time."""
        self._change()
        self._draft.write()
        return not any(place.text() for place in self.form.faults.values())

    def _tab_chosen(self, tab: str) -> None:
        self.stack.setCurrentIndex([name for name, _ in TABS].index(tab))
        try:
            self._ask_board()
        except VhdeskError as fault:
            self._context.shell.report(fault)
        self.state_changed.emit()
