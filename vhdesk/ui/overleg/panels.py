"""The panels of the page, each made when it is first needed: the page itself must stand as soon as the vault opens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from vhdesk.ui.overleg import page_acts as ids
from vhdesk.ui.overleg.afsluit_panel import AfsluitPanel
from vhdesk.ui.overleg.beeld_view import BeeldView
from vhdesk.ui.overleg.chair_panel import ChairPanel
from vhdesk.ui.overleg.chair_parts import ChairParts
from vhdesk.ui.overleg.gesloten_panel import GeslotenPanel
from vhdesk.ui.overleg.item_panel import ItemPanel
from vhdesk.ui.overleg.plan_panel import PlanPanel
from vhdesk.ui.overleg.prepare_panel import PreparePanel
from vhdesk.ui.overleg.schors_strip import SchorsStrip

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage

W = TypeVar("W", bound=QWidget)
IDLE_MS = 400
ORDER = ("prepare", "chair", "cards", "closed", "plan")


class Panels(QObject):
    """Makes panels on first use, and the rest of them when the page has been quiet for a moment."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self._page = page
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._make_next)

    def warm_up(self) -> None:
        """Make what is missing, one panel at a time, while nothing else happens."""
        self._idle.start()

    def made(self, name: str) -> bool:
        """Whether a panel exists already."""
        return name in self.__dict__

    @cached_property
    def plan(self) -> PlanPanel:
        """Planning a new meeting."""
        page = self._page
        action = page.context.registry.action
        panel = self._add(
            PlanPanel(page.acting, page.keuzes, page.context.clock, action(ids.SUBMIT), action(ids.SERIES))
        )
        panel.planned.connect(page.show_planned)
        return panel

    @cached_property
    def prepare(self) -> PreparePanel:
        """Preparing a planned meeting."""
        page = self._page
        action = page.context.registry.action
        panel = self._add(
            PreparePanel(
                page.context,
                page.acting,
                page.keuzes,
                action(ids.OPEN),
                action(ids.CANCEL),
                action(ids.GROUND),
            )
        )
        panel.state_changed.connect(page.context.registry.refresh)
        return panel

    @cached_property
    def parts(self) -> ChairParts:
        """What the chair screen works with."""
        page = self._page
        return ChairParts(page.context, page.acting, page.keuzes, page.drafts, page)

    @cached_property
    def chair(self) -> ChairPanel:
        """Chairing a running meeting."""
        page, action = self._page, self._page.context.registry.action
        item = ItemPanel(
            self.parts.make(action(ids.SUBMIT), action(ids.GONE), action(ids.PHASE)),
            page.context.clock,
            action(ids.BEGIN),
        )
        panel = self._add(
            ChairPanel(
                self.parts,
                item,
                self.parts.texts,
                AfsluitPanel(action(ids.CLOSE)),
                SchorsStrip(action(ids.BREAK)),
            )
        )
        panel.leave_requested.connect(page.leave_meeting)
        panel.closing.close_requested.connect(page.meeting_acts.close_with_reason)
        panel.item.outcome_opened.connect(panel.edit_outcome)
        panel.item.outcome_removed.connect(page.item_acts.take_back)
        panel.item.parts.blad.acties.edit_requested.connect(panel.edit_outcome)
        panel.item.parts.vorige.edit_requested.connect(page.item_acts.open_actions_of)
        panel.state_changed.connect(page.context.registry.refresh)
        page.fase.attach(panel)
        page.zaal.attach(panel)
        return panel

    @cached_property
    def cards(self) -> BeeldView:
        """The picture of a case, with the cards that the first case needs."""
        beeld = self.chair.item.parts.blad.beeld
        beeld.make_cards()
        return beeld

    @cached_property
    def closed(self) -> GeslotenPanel:
        """A meeting that was closed."""
        action = self._page.context.registry.action
        return self._add(GeslotenPanel(self._page.context, action(ids.MINUTES), action(ids.REOPEN)))

    def _add(self, panel: W) -> W:
        self._page.stack.addWidget(panel)
        return panel

    def _make_next(self) -> None:
        for name in ORDER:
            if not self.made(name):
                getattr(self, name)
                self._idle.start()
                return
