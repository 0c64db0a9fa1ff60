"""What happens to the running meeting as a whole: it is adjourned and goes on, and somebody else takes the chair."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from vhdesk.errors import VhdeskError
from vhdesk.queries.overleg import OverlegRow, deelnemers
from vhdesk.services.schorsing import OverlegHervatten, OverlegSchorsen
from vhdesk.services.voorzitter import VoorzitterWisselen
from vhdesk.ui.overleg.schors_panel import SchorsPanel
from vhdesk.ui.overleg.voorzitter_panel import VoorzitterPanel

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


class VerloopControl(QObject):
    """The panels that ask are made when they are first needed, and put in ``column``."""

    def __init__(self, page: OverleggenPage, column: QVBoxLayout) -> None:
        super().__init__(page)
        self._page = page
        self._column = column

    @cached_property
    def schorsen(self) -> SchorsPanel:
        """Asks until when."""
        panel = SchorsPanel(self._page.acting)
        self._column.insertWidget(0, panel)
        panel.adjourned.connect(self._adjourned)
        return panel

    @cached_property
    def voorzitter(self) -> VoorzitterPanel:
        """Asks who."""
        panel = VoorzitterPanel(self._page.acting)
        self._column.insertWidget(0, panel)
        panel.changed.connect(self._chair_changed)
        return panel

    def _open(self) -> tuple[SchorsPanel | VoorzitterPanel, ...]:
        made = (self.__dict__.get(name) for name in ("schorsen", "voorzitter"))
        return tuple(panel for panel in made if panel is not None and panel.is_open())

    def leave(self) -> bool:
        """Close what is asked; False when nothing is."""
        return any([panel.leave() for panel in self._open()])

    def close_panel(self) -> None:
        """Something else comes in front."""
        for panel in self._open():
            panel.close_panel()

    # --- acts

    def _overleg(self) -> OverlegRow | None:
        """Return the meeting in front when the table sits, or would but for a break."""
        rows = self._page.chair.rows if self._page.standing.is_chairing() else None
        if rows is None or rows.overleg.van_papier or rows.overleg.eerst_gesloten_op is not None:
            return None
        return rows.overleg

    def can_break(self) -> bool:
        """The table sits, and this user may adjourn it."""
        return self._overleg() is not None and self._page.context.desk.actor.rol in OverlegSchorsen.rollen

    def can_change(self) -> bool:
        """The table sits, and this user may say who chairs."""
        return self._overleg() is not None and self._page.context.desk.actor.rol in VoorzitterWisselen.rollen

    def toggle_break(self) -> None:
        """Adjourn the meeting, or let it go on."""
        overleg = self._overleg()
        if overleg is None or not self._page.flush():
            return
        if overleg.geschorst_op is None:
            self.close_panel()
            self.schorsen.begin(overleg)
            return
        if self._page.acting.execute(OverlegHervatten(overleg_id=overleg.id)) is not None:
            self._page.chair.refresh()
            self._page.acting.inform("Het overleg is hervat. De tijd loopt weer.")
            self._page.focus_work()

    def change_chair(self) -> None:
        """Ask who takes the chair."""
        overleg = self._overleg()
        if overleg is None or not self._page.flush():
            return
        try:
            people = self._page.context.desk.ask(deelnemers, overleg.id)
        except VhdeskError as fault:
            self._page.context.shell.report(fault)
            return
        self.close_panel()
        self.voorzitter.begin(overleg, people)

    def _adjourned(self) -> None:
        self._page.chair.refresh()
        self._page.acting.inform("Het overleg is geschorst. Ctrl+F9 hervat het.")
        self._page.focus_work()

    def _chair_changed(self, name: str) -> None:
        self._page.chair.refresh()
        self._page.acting.inform(f"{name} zit nu voor. Ctrl+Alt+Z neemt dat terug.")
        self._page.focus_work()
