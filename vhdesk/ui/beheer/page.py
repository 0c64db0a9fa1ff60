"""Running the vault: one tab per subject, each made when it is first shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.services.changes import Changes
from vhdesk.ui.actions import Act
from vhdesk.ui.beheer.bewaren_tab import BewarenTab
from vhdesk.ui.beheer.gemeenten_tab import GemeentenTab
from vhdesk.ui.beheer.journaal_tab import JournaalTab
from vhdesk.ui.beheer.kluis_tab import KluisTab
from vhdesk.ui.beheer.kopieen_tab import KopieenTab
from vhdesk.ui.beheer.lijsten_tab import LijstenTab
from vhdesk.ui.beheer.organisaties_tab import OrganisatiesTab
from vhdesk.ui.beheer.tab import BeheerTab
from vhdesk.ui.beheer.tab_acts import TAB_ACTS, TabAct
from vhdesk.ui.beheer.tafels_tab import TafelsTab
from vhdesk.ui.beheer.weergave_card import WeergaveCard
from vhdesk.ui.bridge import touches
from vhdesk.ui.context import UiContext
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_6
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.window import MainWindow

KINDS: Final[dict[str, type[BeheerTab]]] = {
    kind.tab_id: kind
    for kind in (
        KluisTab,
        KopieenTab,
        OrganisatiesTab,
        TafelsTab,
        GemeentenTab,
        LijstenTab,
        JournaalTab,
        BewarenTab,
    )
}
# id, method of the tab, words, key, icon: what means the same on every tab
GENERAL: Final = (
    ("beheer.toevoegen", "add", "Toevoegen", "Ctrl+N", "plus"),
    ("beheer.toevoegen_bij", "add_second", "Toevoegen bij de gekozen regel", "Ctrl+Shift+N", "user-plus"),
    ("beheer.wijzigen", "change", "Wijzigen", "F2", "pencil"),
    ("beheer.verwijderen", "remove", "Verwijderen", "Ctrl+Delete", "trash-2"),
)


class BeheerPage(QWidget):
    """Signals: ``idle_minutes_changed(int)`` when the person set another idle time.

    ``settings`` are those of the window when none are given.
    """

    page_id = "beheer"
    title = "Beheer"
    topic = "beheer"
    idle_minutes_changed = Signal(int)

    def __init__(
        self, context: UiContext, settings: DeskSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._settings = settings
        self._stale: set[str] = set(KINDS)
        self._state: dict[str, object] = {}
        self._weergave: WeergaveCard | None = None
        self.tabs: dict[str, BeheerTab] = {}
        self.header = PageHeader("Beheer")
        self.strip = TabStrip("Onderdelen van beheer", [(kind.tab_id, kind.title) for kind in KINDS.values()])
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_6, PAGE_MARGIN, SPACE_3)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)
        context.registry.add(*self._acts())
        self.strip.chosen.connect(self._tab_chosen)
        context.bridge.changed.connect(self._changed)

    def _acts(self) -> list[Act]:
        acts = [
            Act(
                id=act_id, text=text, section="Bewerken", shortcut=keys, context=self.page_id, icon=icon,
                handler=(doer := _General(self, method)).run, enabled=doer.possible, in_palette=False,
            )
            for act_id, method, text, keys, icon in GENERAL
        ]  # fmt: skip
        acts += [self._tab_act(declared) for declared in TAB_ACTS]
        acts += [
            Act(id="beheer.zoeken", looks=True, text="Zoeken in deze lijst", section="Bewerken", shortcut="Ctrl+F",
                context=self.page_id, handler=self._focus_search, icon="search", in_palette=False),
            Act(id="beheer.thema", looks=True, text="Wisselen tussen licht en donker", section="Beeld",
                handler=self._next_theme, enabled=self._has_settings, icon="moon", words="thema kleuren"),
            Act(id="beheer.groter", looks=True, text="Grotere tekst", section="Beeld", shortcut="Ctrl++; Ctrl+Shift++",
                handler=self._larger, enabled=self._has_settings, icon="zoom-in", words="tekstgrootte"),
            Act(id="beheer.kleiner", looks=True, text="Kleinere tekst", section="Beeld", shortcut="Ctrl+-; Ctrl+Shift+-",
                handler=self._smaller, enabled=self._has_settings, icon="zoom-out", words="tekstgrootte"),
        ]  # fmt: skip
        for number, kind in enumerate(KINDS.values(), 1):
            go = _GoTo(self, kind.tab_id).go
            acts += [
                Act(id=f"beheer.tab.{kind.tab_id}", looks=True, text=f"Beheer: {kind.title}", section="Ga naar", handler=go,
                    icon="settings", in_menu=False, words=f"beheer instellingen {kind.words}"),
                Act(id=f"beheer.hier.{kind.tab_id}", looks=True, text=f"Tabblad {kind.title}", section="Beeld",
                    shortcut=f"Alt+{number}", context=self.page_id, handler=go, in_palette=False),
            ]  # fmt: skip
        return acts

    def _tab_act(self, declared: TabAct) -> Act:
        doer = _OnTab(self, declared)
        return Act(
            id=declared.id, text=declared.text, section=declared.section, icon=declared.icon, words=declared.words,
            context="" if declared.anywhere else self.page_id, handler=doer.run, enabled=doer.possible,
            in_menu=declared.section == "Kluis", looks=declared.looks, shortcut=declared.keys,
        )  # fmt: skip

    # --- settings

    @property
    def weergave(self) -> WeergaveCard | None:
        """The card of the settings; None while there is no window that has settings."""
        window = self.window()
        if self._settings is None and isinstance(window, MainWindow):
            self._settings = window.settings
        if self._weergave is None and self._settings is not None:
            self._weergave = WeergaveCard(self._settings)
            self._weergave.idle_minutes_changed.connect(self.idle_minutes_changed)
        return self._weergave

    def _has_settings(self) -> bool:
        return self._settings is not None or isinstance(self.window(), MainWindow)

    def _next_theme(self) -> None:
        if self.weergave is not None:
            self.weergave.next_theme()

    def _larger(self) -> None:
        if self.weergave is not None:
            self.weergave.step_size(1)

    def _smaller(self) -> None:
        if self.weergave is not None:
            self.weergave.step_size(-1)

    # --- tabs

    def tab(self) -> BeheerTab:
        """Return the tab in front."""
        return self.made(self.strip.current())

    def made(self, tab_id: str) -> BeheerTab:
        """Return a tab, made when it is asked for the first time. Raises KeyError."""
        if tab_id not in self.tabs:
            tab = KINDS[tab_id](self._context)
            tab.restore_state(self._state)
            if isinstance(tab, KluisTab) and self.weergave is not None:
                tab.add_card(self.weergave)
            self.tabs[tab_id] = tab
            self.stack.addWidget(tab)
        return self.tabs[tab_id]

    def _tab_chosen(self, _tab_id: str) -> None:
        if self.isVisible():
            self._show_tab()

    def _show_tab(self) -> None:
        tab = self.tab()
        self.stack.setCurrentWidget(tab)
        if tab.tab_id in self._stale or tab.grows:
            self._stale.discard(tab.tab_id)
            tab.refresh()
        self._context.registry.refresh()

    def _changed(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        for tab_id, kind in KINDS.items():
            if kind.kinds and touches(changes, kind.kinds, initiator=self.tabs.get(tab_id)):
                self._stale.add(tab_id)
        if self.isVisible() and self.strip.current() in self._stale:
            self._show_tab()

    def _focus_search(self) -> None:
        self.tab().focus_search()

    # --- Page

    def activate(self) -> None:
        """The page came to the front."""
        self._show_tab()
        focus = self.focusWidget()
        if focus is None or not self.tab().isAncestorOf(focus) or not focus.isVisible():
            self.tab().focus_first()

    def show_target(self, target: str) -> None:
        """Bring the tab with this id to the front."""
        if target in KINDS:
            self.strip.choose(target)
            self._show_tab()
            self.tab().focus_first()

    def flush(self) -> bool:
        """A form that is open stays; nothing here is saved by itself."""
        return True

    def back_out(self) -> bool:
        """Close the open form."""
        return self.tab().back_out()

    def save_state(self) -> dict[str, object]:
        """Remember the tab and the widths of the columns."""
        state = {**self._state, "tabblad": self.strip.current()}
        for tab in self.tabs.values():
            state |= tab.save_state()
        return state

    def restore_state(self, state: dict[str, object]) -> None:
        """Take them back; a tab that is made later takes its own then."""
        self._state = dict(state)
        if str(state.get("tabblad", "")) in KINDS:
            self.strip.choose(str(state["tabblad"]))


class _General:
    """One of the general keys, sent to the tab in front."""

    def __init__(self, page: BeheerPage, method: str) -> None:
        self._page = page
        self._method = method

    def run(self) -> None:
        getattr(self._page.tab(), self._method)()

    def possible(self) -> bool:
        tab = self._page.tabs.get(self._page.strip.current())
        return tab is not None and tab.can(self._method)


class _OnTab:
    """An act of one tab: goes there first, from wherever it was begun."""

    def __init__(self, page: BeheerPage, declared: TabAct) -> None:
        self._page = page
        self._declared = declared

    def run(self) -> None:
        if not self._page.isVisible() or self._page.strip.current() != self._declared.tab:
            self._page._context.shell.navigate(self._page.page_id, self._declared.tab)
        if self._page.isVisible():  # else the page in front could not be left
            getattr(self._page.made(self._declared.tab), self._declared.method)()

    def possible(self) -> bool:
        if not self._declared.can:
            return True
        tab = self._page.tabs.get(self._declared.tab)
        return tab is not None and bool(getattr(tab, self._declared.can)())


class _GoTo:
    """Brings one tab to the front, from anywhere."""

    def __init__(self, page: BeheerPage, tab_id: str) -> None:
        self._page = page
        self._tab_id = tab_id

    def go(self) -> None:
        self._page._context.shell.navigate(self._page.page_id, self._tab_id)
