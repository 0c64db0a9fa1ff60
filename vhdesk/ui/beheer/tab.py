"""What every tab of Beheer is: a widget that shows rows, acts on them, and goes one level back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.services.command import Command, Event
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll

TABLE = 190  # the least height of a table: its head and four rows


class BeheerTab(QWidget):
    """``tab_id`` names the tab in ``show_target`` and in the acts; ``kinds`` are the tables it shows. What a tab
    that ``grows`` shows changes by reading alone: its rows are asked whenever it comes to the front."""

    tab_id = ""
    words = ""  # by which the palette finds it beside its title
    title = ""
    kinds: tuple[str, ...] = ()
    grows = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._acting = Acting(context, self)
        self.panels: list[InlinePanel] = []
        self.setAccessibleName(self.title)

    # --- what a tab says

    def refresh(self) -> None:
        """Ask the rows again and show them."""

    def focus_first(self) -> None:
        """Put the focus where work goes on."""

    def focus_search(self) -> bool:
        """Ctrl+F: put the focus in the search field; False when there is none."""
        return False

    def add(self) -> None:
        """Ctrl+N: begin to add what this tab is about."""

    def add_second(self) -> None:
        """Ctrl+Shift+N: begin to add what belongs to the current row."""

    def change(self) -> None:
        """F2: begin to change the current row."""

    def remove(self) -> None:
        """Ctrl+Delete: remove the current row."""

    def can(self, act: str) -> bool:
        """Say whether "add", "add_second", "change" or "remove" means something now."""
        return False

    def save_state(self) -> dict[str, object]:
        """Return column widths."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take column widths back."""

    # --- shared

    def column(self) -> QVBoxLayout:
        """Return the column the tab stands in; it scrolls where there is too little height. Call once."""
        area = FitOrScroll(self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        return area.body

    def back_out(self) -> bool:
        """Close the open panel; False when there is none."""
        return any([panel.leave() for panel in self.panels])

    def keep_drafts(self) -> None:
        """What is half filled in in the panels survives a lock or a crash; not for a tab that asks a passphrase."""
        for panel in self.panels:
            panel.keep_drafts(self.context)

    def panel_open(self) -> bool:
        """Whether something is being filled in."""
        return any(panel.is_open() for panel in self.panels)

    def ask_rows(self, ask: Callable[[], None]) -> bool:
        """Run ``ask``; a refusal shows in the bar. Returns whether it worked."""
        try:
            ask()
        except VhdeskError as fault:
            self.context.shell.report(fault)
            return False
        return True

    def execute(self, command: Command, panel: InlinePanel | None = None) -> Event | None:
        """Do ``command``; None when it was refused, which shows beside its field or in the bar."""
        event = self._acting.execute(command, panel.show_fault if panel is not None else None)
        if event is not None:
            self.after(panel)
        return event

    def after(self, panel: InlinePanel | None = None) -> None:
        """An act was stored: close its panel and show the rows as they are now."""
        if panel is not None:
            panel.finish()
        self.refresh()
        self.context.registry.refresh()
