"""The page of the cases: the list at the left, the file of the open case at the right; on a narrow page one of both."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from vhdesk.services.changes import Changes
from vhdesk.ui.bridge import touches
from vhdesk.ui.casussen.casus_acts import PAGE_ID, CasusActs
from vhdesk.ui.casussen.casus_list import GROEPEN, CasusList
from vhdesk.ui.casussen.dossier_view import TABS, DossierView
from vhdesk.ui.casussen.methode_acts import MethodeActs
from vhdesk.ui.casussen.plan_acts import PlanActs
from vhdesk.ui.casussen.verloop_acts import VerloopActs
from vhdesk.ui.casussen.vindplaats_woorden import AANMELDING, vindplaats_tab, vindplaats_woorden
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.focus_keeper import FocusKeeper
from vhdesk.ui.onderdelen.keuzes import KINDS, Keuzes
from vhdesk.ui.onderdelen.list_and_detail import ListAndDetail
from vhdesk.ui.widgets.empty_state import EmptyState

LIST_WIDTH = 348

INGELICHT = "ingelicht"  # as a target: the field that says whether the person was told


class CasussenPage(QWidget):
    """``show_target`` takes a case id, "<id>#<tab>", or "groep:<naam>" of the start page."""

    page_id = PAGE_ID
    title = "Casussen"
    topic = "verloop"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.context = context
        self._stale = True
        self._loaded = False
        self._focus = FocusKeeper(self)
        self._acting = Acting(context, self)
        self._keuzes = Keuzes(context.desk)
        self.list = CasusList(context, self._keuzes)
        self.view = DossierView(self._acting, self._keuzes)
        self.none = EmptyState(
            "folder-open", "Kies een casus.", "Loop met de pijltjes door de lijst; Enter opent, Ctrl+F zoekt."
        )
        self._lay_out()
        self._refresh_list = QTimer(self, singleShot=True, interval=0)
        self._refresh_list.timeout.connect(self.list.refresh)
        self.list.chosen.connect(self._open)
        self.list.opened.connect(self._open_and_go)
        self.view.tab_changed.connect(self._tab_changed)
        self._acting.done.connect(self._done)
        context.bridge.changed.connect(self._changed)
        for acts in (CasusActs(self), PlanActs(self), MethodeActs(self), VerloopActs(self)):
            context.registry.add(*acts.acts())

    def _lay_out(self) -> None:
        self._detail = QStackedWidget()
        self._detail.addWidget(self.none)
        self._detail.addWidget(self.view)
        self.blank = QWidget()
        self._detail.addWidget(self.blank)
        self.columns = ListAndDetail(self.list, self._detail, LIST_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    # --- opening

    def show_target(self, target: str) -> None:
        """Show a case, a tab of a case, or a group of cases."""
        if target.startswith("groep:") and target.removeprefix("groep:") in GROEPEN:
            self.list.show_group(target.removeprefix("groep:"))
            self.columns.to_list()
            self.list.pane.focus_list()
            return
        casus_id, _, tab = target.partition("#")
        if casus_id and self._open(casus_id):
            self.list.select(casus_id)
            self.columns.to_detail()
            self.view.choose_tab(tab if tab in dict(TABS) else self.view.strip.current())
            if tab == INGELICHT:
                self.view.strip.choose("overzicht")
                self.view.overzicht.ingelicht.stand.setFocus()

    def _open(self, casus_id: str) -> bool:
        other = casus_id != self.view.casus_id
        if not self.view.show_case(casus_id):
            self.list.select(self.view.casus_id)
            return False
        if other:
            self.context.shell.moved_on()
        self._detail.setCurrentWidget(self.view)
        self.context.registry.refresh()
        return True

    def _open_and_go(self, casus_id: str) -> None:
        plaats = self.list.vindplaats(casus_id)
        if not self._open(casus_id):
            return
        self.columns.to_detail()
        if plaats is None:
            self.view.focus_first()
        elif vindplaats_tab(plaats) == AANMELDING:
            daar = "\n".join((casus_id, *vindplaats_woorden(plaats)))
            self.context.shell.navigate("aanmeldingen", f"vindplaats:{daar}")
        else:
            self.view.show_hit(vindplaats_tab(plaats), plaats.bron_id, vindplaats_woorden(plaats))

    def case_gone(self, casus_id: str) -> None:
        """The case was destroyed: nothing of it stays on the screen."""
        if casus_id == self.view.casus_id:
            self.view.close_case()
            self._detail.setCurrentWidget(self.none)
            self.columns.to_list()
            self.list.pane.focus_list()
            self.context.registry.refresh()

    def focus_search(self) -> None:
        """Put the cursor in the search field of the list."""
        self.columns.to_list()
        self.list.pane.focus_search()

    def to_file(self) -> None:
        """An act on the case begins: the file must be seen."""
        self.columns.to_detail()

    def in_list(self) -> bool:
        """Whether the focus is in the list column."""
        focus = self.window().focusWidget()
        return focus is not None and self.list.isAncestorOf(focus)

    # --- what changed

    def _done(self, _event: object) -> None:
        self._refresh_list.start()
        self.context.registry.refresh()

    def _tab_changed(self, _tab: str) -> None:
        self.context.registry.refresh()

    def _changed(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        if touches(changes, KINDS):
            self._keuzes.refresh()
            self._loaded = False
        if changes.initiator is not self:
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        if not self._loaded:
            self._loaded = True
            self.list.load_choices()
        self.list.refresh()
        self.view.reload()
        empty = self.none if self.list.pane.model.rowCount() else self.blank
        self._detail.setCurrentWidget(self.view if self.view.casus_id else empty)

    # --- Page

    def activate(self) -> None:
        """Ask again what changed; the focus goes to the list when no case is open."""
        if self._stale:
            self._refresh()
            self.view.warm_up()
        self._focus.come_back(self.list.pane.view)

    def flush(self) -> bool:
        """Store what is being typed."""
        return self.view.flush()

    def back_out(self) -> bool:
        """Close a panel, go from the file to the list, empty the search."""
        if self.view.casus_id and self.view.back_out():
            return True
        if not self.in_list() and self.view.casus_id:
            if not self.view.flush():
                return True
            self.columns.to_list()
            self.list.pane.focus_list()
            return True
        return self.list.back_out()

    def save_state(self) -> dict[str, object]:
        """Remember the filters and how wide the list is."""
        return {"splitter": self.columns.state(), **self.list.save_state()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take that back."""
        self.columns.restore(state.get("splitter"))
        self.list.restore_state(state)

    def where(self) -> dict[str, str | int]:
        """Return the case, the tab and the place of the cursor."""
        if not self.view.casus_id:
            return {}
        veld, cursor = self.view.teksten.place()
        return {"casus": self.view.casus_id, "tab": self.view.strip.current(), "veld": veld, "cursor": cursor}

    def resume(self, where: dict[str, str | int]) -> None:
        """Go back there."""
        self.show_target(f"{where.get('casus', '')}#{where.get('tab', '')}")
        area = self.view.teksten.area(str(where.get("veld", "")))
        if area is not None:
            cursor = area.textCursor()
            cursor.setPosition(min(int(where.get("cursor", 0)), len(area.text())))
            area.setTextCursor(cursor)
            area.setFocus()
