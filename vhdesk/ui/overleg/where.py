"""What is in front on the page, for every act that asks whether it is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.vocabulary import Agendasoort

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


class Where(QObject):
    """Answers about ``page``; before the page is built nothing is in front."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self.page = page

    # --- where we are

    def is_preparing(self) -> bool:
        """A planned meeting is in front."""
        return self.front() is self.page.prepare and self.page.prepare.overleg is not None

    def is_chairing(self) -> bool:
        """A running meeting is in front."""
        return self.front() is self.page.chair and self.page.chair.punt is not None

    def is_on_case(self) -> bool:
        """An item with a case is in front."""
        return (
            self.is_chairing()
            and self.page.chair.punt is not None
            and self.page.chair.punt.casus_id is not None
        )

    def is_attendance(self) -> bool:
        """The opening, with the attendance, is in front."""
        return (
            self.is_chairing()
            and self.page.chair.punt is not None
            and self.page.chair.punt.soort is Agendasoort.OPENING
        )

    def is_closed(self) -> bool:
        """A closed meeting is in front."""
        return self.front() is self.page.closed_panel and self.page.closed_panel.overleg is not None

    def in_meeting(self) -> bool:
        """Anything but the list is in front."""
        return self.front() is not None and self.page.stack.currentIndex() > 0

    def has_tabs(self) -> bool:
        """What is in front has tabs."""
        return self.is_on_case() or self.is_preparing()

    def may_plan(self) -> bool:
        """Whether this user plans meetings."""
        return self.page.context.desk.actor.rol in OverlegPlannen.rollen

    def can_open(self) -> bool:
        """Whether the meeting in front can be opened by this user."""
        return self.is_preparing() and self.page.context.desk.actor.rol in OverlegOpenen.rollen

    def can_submit(self) -> bool:
        """Whether Ctrl+Enter has something to store."""
        front = self.front()
        if front is not None and front is self.page.plan_panel:
            return True
        return self.is_chairing() and self.page.chair.item.parts.invoer.can_submit()

    def can_remove(self) -> bool:
        """Whether the current item of the agenda is a case."""
        return self.is_preparing() and self.page.prepare.builder.removable()

    def front(self) -> QWidget | None:
        """Return what is in front; None while the page is being built."""
        stack = getattr(self.page, "stack", None)
        return stack.currentWidget() if stack is not None else None
