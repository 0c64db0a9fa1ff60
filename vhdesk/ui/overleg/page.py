"""The page Overleggen: the list of meetings at the left, one meeting at the right, being prepared, chaired or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.overleg import OverlegRow, overleggen
from vhdesk.ui.bridge import touches
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import KINDS, Keuzes
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg import page_acts as ids
from vhdesk.ui.overleg.bouwsteen_menu import BouwsteenMenu
from vhdesk.ui.overleg.chair_panel import ChairPanel
from vhdesk.ui.overleg.drafts import DraftKeeper
from vhdesk.ui.overleg.fase_control import FaseControl
from vhdesk.ui.overleg.gesloten_panel import GeslotenPanel
from vhdesk.ui.overleg.item_acts import ItemActs
from vhdesk.ui.overleg.meeting_acts import MeetingActs
from vhdesk.ui.overleg.meeting_clock import break_words
from vhdesk.ui.overleg.pakket_delivery import PakketDelivery
from vhdesk.ui.overleg.panels import Panels
from vhdesk.ui.overleg.plan_panel import PlanPanel
from vhdesk.ui.overleg.prepare_panel import PreparePanel
from vhdesk.ui.overleg.reden_panel import RedenPanel
from vhdesk.ui.overleg.verloop_control import VerloopControl
from vhdesk.ui.overleg.where import Where
from vhdesk.ui.overleg.words import overleg_line
from vhdesk.ui.overleg.zaal_control import ZaalControl
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.vocabulary import Overlegstatus
from vhdesk.vocabulary_faults import describe
from vhdesk.vocabulary_plan import PRESENTIELIJST

if TYPE_CHECKING:
    from vhdesk.services.changes import Changes
    from vhdesk.services.command import Event
    from vhdesk.ui.context import UiContext

LIST_WIDTH = 288
NARROW = 860  # below this list and meeting take turns
SHOWN_KINDS = (
    "overleg", "agendapunt", "deelnemer", "besluit", "actie", "casus", "casusrol", "casusroltoewijzing", "inbreng",
    "zrmscore", "factor", "plan_van_aanpak", "persoon", "betrokkene", "casuspartner", "aanmelding", "bekendheid", "uitvraag", "convenant", "schorsing",
)  # fmt: skip


class OverleggenPage(QWidget):
    """``page_id`` "overleggen"; its acts are declared in ``page_acts`` and done by MeetingActs and ItemActs."""

    page_id = "overleggen"
    title = "Overleggen"
    room_changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName(self.title)
        self.context = context
        self.acting = Acting(context, self)
        self.keuzes = Keuzes(context.desk)
        self.standing = Where(self)
        self.meeting_acts = MeetingActs(self, self.standing)
        self.item_acts = ItemActs(self, self.standing)
        self.bouwsteen = BouwsteenMenu(self)
        self.fase = FaseControl(self)
        self.zaal = ZaalControl(self)
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self.pakket = PakketDelivery(self, self._right_column)
        self.verloop = VerloopControl(self, self._right_column)
        self.presentie = PakketDelivery(self, self._right_column, PRESENTIELIJST)
        context.registry.add(*ids.page_acts(self))
        action = context.registry.action
        plan = EmptyState(
            "calendar-plus",
            "Er zijn nog geen overleggen.",
            "Plan het eerste overleg van een tafel.",
            action(ids.PLAN),
        )
        if plan.button is not None:
            plan.button.setAutoDefault(True)  # Enter presses it as well as the space bar
        self.list = ListPane(
            "Overleggen", RowListModel(overleg_line), search_hint="Zoeken in overleggen", empty=plan
        )
        self.plan_button = PrimaryButton(action(ids.PLAN), kind="")
        column = self.list.layout()
        assert column is not None
        column.addWidget(self.plan_button)
        column.setContentsMargins(SPACE_2, SPACE_4, SPACE_2, SPACE_3)
        self.start = EmptyState(
            "calendar-days", "Kies een overleg.", "Met de pijltjes kiest u, met Enter opent u het.", None
        )
        self.drafts = DraftKeeper(context.desk, self)
        self.panels = Panels(self)
        self.stack = SteadyStack()
        self.stack.addWidget(self.start)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.line = QFrame()
        self.line.setProperty("kind", "line")
        self.line.setFixedWidth(1)
        self.reden = RedenPanel(self.acting)
        right = self._right_column
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.reden)
        right.addWidget(self.stack, 1)
        layout.addWidget(self.list)
        layout.addWidget(self.line)
        layout.addWidget(self._right, 1)
        self._stale = True
        self._restored = False
        self._connect()
        self._fit()

    def _connect(self) -> None:
        self.list.selected.connect(self._selected)
        self.list.opened.connect(self._opened)
        self.acting.done.connect(self._after_act)
        self.context.bridge.changed.connect(self._changed)

    @property
    def prepare(self) -> PreparePanel:
        """The panel that prepares a meeting."""
        return self.panels.prepare

    @property
    def chair(self) -> ChairPanel:
        """The panel that chairs a meeting."""
        return self.panels.chair

    # --- Page

    def activate(self) -> None:
        """Show fresh rows; the first time a running meeting comes back where it was left."""
        if self._stale:
            self.refresh()
        if not self._restored:
            self._restored = True
            self.meeting_acts.restore_place()
        if self.stack.currentWidget() is self.start:
            self._select_next()
            self._show_current()
            self.focus_list()
        else:
            self.focus_work()
        self.panels.warm_up()

    def flush(self) -> bool:
        """Write what is still being typed."""
        front = self.stack.currentWidget()
        if isinstance(front, PreparePanel):
            return front.flush()
        return not self.panels.made("chair") or self.chair.texts.flush()

    def back_out(self) -> bool:
        """One level back: out of a question, within the meeting, then to the list."""
        controls = (self.reden, self.pakket, self.presentie, self.verloop)
        if any(each.leave() for each in controls):
            return True
        front = self.stack.currentWidget()
        if isinstance(front, ChairPanel | PreparePanel) and front.back_out():
            return True
        if front is not self.start and not self.list.view.hasFocus():
            self.leave_meeting()
            return True
        return self.list.back_out()

    def save_state(self) -> dict[str, object]:
        """Nothing to keep beside the record: where the chair was is in the encrypted draft journal."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Nothing to take back."""

    def where(self) -> dict[str, str | int]:
        """Return what is being planned or prepared; where the chair is stands in the draft journal."""
        front = self.stack.currentWidget()
        if isinstance(front, PlanPanel):
            return {"plannen": 1, "veld": front.form.place()}
        if isinstance(front, PreparePanel) and front.overleg is not None:
            return {"overleg": front.overleg.id, "tab": front.tabs.current(), "veld": front.form.place()}
        return {}

    def resume(self, where: dict[str, str | int]) -> None:
        """Go back there; a meeting that is not planned any more is passed over."""
        row = self.meeting(str(where.get("overleg", "")))
        if where.get("plannen"):
            self.meeting_acts.plan_meeting()
            self.panels.plan.form.go_to(str(where.get("veld", "")))
        elif row is not None and row.status is Overlegstatus.GEPLAND:
            self.show_target(row.id)
            self.prepare.tabs.choose(str(where.get("tab", "")))
            self.prepare.form.go_to(str(where.get("veld", "")))

    def show_target(self, target: str) -> None:
        """Bring the meeting ``target`` in front; ``activate`` came before and asked what was stale."""
        if self.meeting(target) is None:
            self.refresh()
        self.list.select(target)
        self.open_meeting(target)
        self.focus_work()

    # --- meetings

    def open_meeting(self, overleg_id: str, punt_id: str = "", mode: str = "", field: str = "") -> None:
        """Show a meeting in the mode its status asks for; a refusal shows in words."""
        row = self.meeting(overleg_id)
        if row is None or not self.flush():
            return
        try:
            if row.status is Overlegstatus.GEPLAND:
                self.prepare.open_meeting(overleg_id)
                self.bring(self.prepare)
            elif row.status is Overlegstatus.LOPEND:
                self.bring(self.chair)
                self.chair.open_meeting(overleg_id, punt_id, mode, field)
            else:
                self.panels.closed.open_meeting(overleg_id)
                self.bring(self.panels.closed)
        except VhdeskError as fault:
            text = describe(fault)
            self.start.set_words(text.happened, text.next_step)
            self.bring(self.start)
        self.context.registry.refresh()

    def meeting(self, overleg_id: str) -> OverlegRow | None:
        """Return a meeting of the list."""
        return next((row for row in self.list.model.rows() if row.id == overleg_id), None)

    def bring(self, widget: QWidget) -> None:
        """Show a panel; a question about another one goes. Whoever asks puts the focus in it; until then it stays here,
        or Qt would give it to every place it comes by and scroll there."""
        if widget is not self.stack.currentWidget():
            self.reden.close_panel()
            self.pakket.close_panel()
            self.verloop.close_panel()
            self.presentie.close_panel()
            focus = QApplication.focusWidget()
            if focus is not None and self.stack.isAncestorOf(focus):
                self.stack.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stack.setCurrentWidget(widget)
        self._fit()
        self.room_changed.emit()

    @property
    def topic(self) -> str:
        """Return the chapter of the manual on what is in front: chairing, or what comes before it."""
        chairing = self.panels.made("chair") and self.stack.currentWidget() is self.chair
        return "overleg-voorzitten" if chairing else "overleg-voorbereiden"

    def leave_meeting(self) -> None:
        """Back to the list of meetings."""
        if not self.flush():
            return
        self.start.set_words("Kies een overleg.", "Met de pijltjes kiest u, met Enter opent u het.")
        self.bring(self.start)
        self.refresh()
        self.focus_list()
        self._show_current()
        self.context.registry.refresh()

    def _select_next(self) -> None:
        """Make current: the meeting that is at work, else that of today or the first to come; unless one is already."""
        rows, today = self.list.model.rows(), self.context.clock.today()
        running = [row for row in rows if row.status is Overlegstatus.LOPEND]
        coming = [row for row in rows if row.status is Overlegstatus.GEPLAND and row.datum >= today]
        first = min(running or coming, key=lambda row: (row.datum, row.begintijd), default=None)
        if first is not None and not self.list.current_id():
            self.list.select(first.id)
        self.list.select_first()

    def _selected(self, overleg_id: str) -> None:
        if overleg_id and self.list.view.hasFocus():
            self._show_current()

    def _show_current(self) -> None:
        """Show the current meeting beside the list, where there is room; a running one opens on Enter."""
        row = self.meeting(self.list.current_id())
        if row is None or self._alone():
            return
        if row.status is Overlegstatus.LOPEND:
            state = break_words(row, self.context.clock.now()) or "Dit overleg is aan de gang"
            self.start.set_words(f"{state}.", "Met Enter gaat u verder waar u was.")
            self.bring(self.start)
        else:
            self.open_meeting(row.id)

    def _opened(self, overleg_id: str) -> None:
        self.open_meeting(overleg_id)
        self.focus_work()

    def show_planned(self, overleg_id: str) -> None:
        """Go on with a meeting that was planned just now."""
        self.refresh()
        self.list.select(overleg_id)
        self.open_meeting(overleg_id)
        self.focus_work()

    def focus_work(self) -> None:
        """Put the focus where work goes on."""
        front = self.stack.currentWidget()
        if isinstance(front, PreparePanel):
            front.focus_work()
        elif isinstance(front, ChairPanel):
            front.item.focus_work()
        elif isinstance(front, PlanPanel):
            front.form.first_field().setFocus()
        elif isinstance(front, GeslotenPanel):
            front.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Put the focus on the meetings, or on the act that plans the first one."""
        if self.list.model.rowCount():
            self.list.focus_list()
        elif self.list.empty.button is not None:
            self.list.empty.button.setFocus()

    # --- rows

    def refresh(self) -> None:
        """Ask the meetings and what is in front again."""
        self._stale = False
        try:
            self._refresh_list()
            self._refresh_front()
        except VhdeskError as fault:
            self.context.shell.report(fault)

    def _refresh_list(self) -> None:
        rows = self.context.desk.ask(overleggen)
        self.list.set_rows(rows)
        planned = sum(row.status is Overlegstatus.GEPLAND for row in rows)
        self.list.set_count(
            f"{eventueel(len(rows), 'overleg', 'overleggen')}, {planned} gepland" if rows else ""
        )
        self.plan_button.setVisible(bool(rows))
        if not rows:
            self.start.set_words(
                "Een overleg begint met plannen.", "Daarna kiest u de casussen en bepaalt u de volgorde."
            )

    def _refresh_front(self) -> None:
        front = self.stack.currentWidget()
        if isinstance(front, PreparePanel | ChairPanel | GeslotenPanel | PlanPanel):
            front.refresh()

    def _after_act(self, event: Event) -> None:
        """An act of this page: what is in front shows it now, and so does the list of meetings where it stands."""
        try:
            front = self.stack.currentWidget()
            if isinstance(front, ChairPanel):
                front.after_act(event)  # which asks the acts again too
                self._stale = True
            else:
                self._refresh_list()
                self._refresh_front()
                self.context.registry.refresh()
        except VhdeskError as fault:
            self._stale = True
            self.context.shell.report(fault)

    def _changed(self, changes: Changes) -> None:
        offered = touches(changes, KINDS, initiator=self)
        if offered:
            self.keuzes.refresh()
        if not offered and not touches(changes, SHOWN_KINDS, initiator=self):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    # --- room

    def needs_room(self) -> bool:
        """Chairing a meeting takes the width there is: agenda, case and people stand beside each other."""
        return isinstance(self.stack.currentWidget(), ChairPanel)

    def _alone(self) -> bool:
        return self.width() < current_theme().px(NARROW)

    def _fit(self) -> None:
        """While chairing the agenda stands where the list stood; in a narrow window list and meeting take turns."""
        front = self.stack.currentWidget()
        alone, started = self._alone(), front is not self.start
        self.list.setVisible(not isinstance(front, ChairPanel) and not (alone and started))
        self._right.setVisible(not alone or started)
        self.line.setVisible(self.list.isVisibleTo(self) and self._right.isVisibleTo(self))
        if alone and not started:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(16_777_215)
        else:
            self.list.setFixedWidth(current_theme().px(LIST_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may leave room for one of the two only."""
        super().resizeEvent(event)
        self._fit()
