"""Running the vault: one tab per subject."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.services.changes import Changes
from vhdesk.ui.actions import Act
from vhdesk.ui.beheer.gemeenten_tab import GemeentenTab
from vhdesk.ui.beheer.journaal_tab import JournaalTab
from vhdesk.ui.beheer.kluis_tab import KluisTab
from vhdesk.ui.beheer.kopieen_tab import KopieenTab
from vhdesk.ui.beheer.lijsten_tab import LijstenTab
from vhdesk.ui.beheer.organisaties_tab import OrganisatiesTab
from vhdesk.ui.beheer.tab import BeheerTab
from vhdesk.ui.beheer.tafels_tab import TafelsTab
from vhdesk.ui.beheer.weergave_card import WeergaveCard
from vhdesk.ui.bridge import touches
from vhdesk.ui.context import UiContext
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_6
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.window import MainWindow

TABS: tuple[type[BeheerTab], ...] = (
    KluisTab, KopieenTab, OrganisatiesTab, TafelsTab, GemeentenTab, LijstenTab, JournaalTab
)  # fmt: skip
# id, method of the tab, words, key, icon
GENERAL = (
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
    idle_minutes_changed = Signal(int)

    def __init__(
        self, context: UiContext, settings: DeskSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._stale: set[str] = {tab.tab_id for tab in TABS}
        self.weergave: WeergaveCard | None = None
        self.header = PageHeader("Beheer")
        self._add_general_acts()
        self.tabs: dict[str, BeheerTab] = {kind.tab_id: kind(context) for kind in TABS}
        self.strip = TabStrip(
            "Onderdelen van beheer", [(tab.tab_id, tab.title) for tab in self.tabs.values()]
        )
        self.stack = QStackedWidget()
        for tab in self.tabs.values():
            self.stack.addWidget(tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_6, PAGE_MARGIN, SPACE_3)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)
        self._add_acts()
        self.strip.chosen.connect(self._tab_chosen)
        context.bridge.changed.connect(self._changed)
        if settings is not None:
            self.use_settings(settings)

    def _add_general_acts(self) -> None:
        """The keys that mean the same on every tab; the tabs put them on their buttons."""
        self._context.registry.add(
            *(
                Act(
                    id=act_id, text=text, section="Bewerken", shortcut=keys, context=self.page_id, icon=icon,
                    handler=(doer := _General(self, name)).run, enabled=doer.possible, in_palette=False,
                )
                for act_id, name, text, keys, icon in GENERAL
            )
        )  # fmt: skip

    def _add_acts(self) -> None:
        acts = [
            Act(id="beheer.zoeken", text="Zoeken in deze lijst", section="Bewerken", shortcut="Ctrl+F",
                context=self.page_id, handler=self._focus_search, icon="search", in_palette=False),
            Act(id="beheer.thema", text="Wisselen tussen licht en donker", section="Beeld", context="",
                handler=self._next_theme, enabled=self._has_settings, icon="moon", words="thema kleuren"),
            Act(id="beheer.groter", text="Grotere tekst", section="Beeld", shortcut="Ctrl+Shift++", context="",
                handler=self._larger, enabled=self._has_settings, icon="zoom-in", words="tekstgrootte"),
            Act(id="beheer.kleiner", text="Kleinere tekst", section="Beeld", shortcut="Ctrl+Shift+-", context="",
                handler=self._smaller, enabled=self._has_settings, icon="zoom-out", words="tekstgrootte"),
        ]  # fmt: skip
        for number, tab in enumerate(self.tabs.values(), 1):
            acts.append(
                Act(
                    id=f"beheer.tab.{tab.tab_id}", text=f"Beheer: {tab.title}", section="Ga naar", context="",
                    handler=_GoTo(self, tab.tab_id).go, icon="settings", in_menu=False, words="beheer instellingen",
                )
            )  # fmt: skip
            acts.append(
                Act(
                    id=f"beheer.hier.{tab.tab_id}", text=f"Tabblad {tab.title}", section="Beeld",
                    shortcut=f"Alt+{number}", context=self.page_id, handler=_GoTo(self, tab.tab_id).go,
                    in_palette=False,
                )
            )  # fmt: skip
        self._context.registry.add(*acts)

    # --- settings

    def use_settings(self, settings: DeskSettings) -> None:
        """Show the card of the settings; once."""
        if self.weergave is not None:
            return
        self.weergave = WeergaveCard(settings)
        self.weergave.idle_minutes_changed.connect(self.idle_minutes_changed)
        kluis = self.tabs["kluis"]
        assert isinstance(kluis, KluisTab)
        kluis.add_card(self.weergave)
        self._context.registry.refresh()

    def _has_settings(self) -> bool:
        window = self.window()
        if self.weergave is None and isinstance(window, MainWindow):
            self.use_settings(window.settings)
        return self.weergave is not None

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
        return self.tabs[self.strip.current()]

    def _tab_chosen(self, tab_id: str) -> None:
        self.stack.setCurrentWidget(self.tabs[tab_id])
        if self.isVisible():
            self._show_rows()
        self._context.registry.refresh()

    def _show_rows(self) -> None:
        tab = self.tab()
        if tab.tab_id in self._stale or tab.grows:
            self._stale.discard(tab.tab_id)
            tab.refresh()

    def _changed(self, changes: object) -> None:
        if not isinstance(changes, Changes):
            return
        for tab in self.tabs.values():
            if tab.kinds and touches(changes, tab.kinds, initiator=tab):
                self._stale.add(tab.tab_id)
        if self.isVisible():
            self._show_rows()

    def _focus_search(self) -> None:
        self.tab().focus_search()

    # --- Page

    def activate(self) -> None:
        """The page came to the front."""
        self._has_settings()
        self._show_rows()
        focus = self.focusWidget()
        if focus is None or not self.tab().isAncestorOf(focus) or not focus.isVisible():
            self.tab().focus_first()
        self._context.registry.refresh()

    def show_target(self, target: str) -> None:
        """Bring the tab with this id to the front."""
        if target in self.tabs:
            self.strip.choose(target)
            self._show_rows()
            self.tab().focus_first()

    def flush(self) -> bool:
        """A form that is open stays; nothing here is saved by itself."""
        return True

    def back_out(self) -> bool:
        """Close the open form."""
        return self.tab().back_out()

    def save_state(self) -> dict[str, object]:
        """Remember the tab and the widths of the columns."""
        state: dict[str, object] = {"tabblad": self.strip.current()}
        for tab in self.tabs.values():
            state |= tab.save_state()
        return state

    def restore_state(self, state: dict[str, object]) -> None:
        """Take them back."""
        tab_id = str(state.get("tabblad", ""))
        if tab_id in self.tabs:
            self.strip.choose(tab_id)
        for tab in self.tabs.values():
            tab.restore_state(state)


class _General:
    """One of the general keys, sent to the tab in front."""

    def __init__(self, page: BeheerPage, act: str) -> None:
        self._page = page
        self._act = act

    def run(self) -> None:
        getattr(self._page.tab(), self._act)()

    def possible(self) -> bool:
        return hasattr(self._page, "strip") and self._page.tab().can(self._act)


class _GoTo:
    """Brings one tab to the front, from anywhere."""

    def __init__(self, page: BeheerPage, tab_id: str) -> None:
        self._page = page
        self._tab_id = tab_id

    def go(self) -> None:
        self._page._context.shell.navigate("beheer", self._tab_id)
