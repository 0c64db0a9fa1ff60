"""What is in front on the page, for every act that asks whether it is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen
from vhdesk.services.heropening import OverlegHeropenen, OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.services.vaststelling import AgendaVaststellen
from vhdesk.ui.overleg.chair_panel import ChairPanel
from vhdesk.ui.overleg.gesloten_panel import GeslotenPanel
from vhdesk.ui.overleg.plan_panel import PlanPanel
from vhdesk.ui.overleg.prepare_panel import PreparePanel
from vhdesk.vocabulary import Agendasoort

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


class Where(QObject):
    """Answers about ``page``; before the page is built nothing is in front."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self.page = page

    def is_preparing(self) -> bool:
        """A planned meeting is in front."""
        front = self.front()
        return isinstance(front, PreparePanel) and front.overleg is not None

    def is_chairing(self) -> bool:
        """A running meeting is in front."""
        return self.punt() is not None

    def punt(self) -> AgendapuntRow | None:
        """The item in front, None when no running meeting is."""
        front = self.front()
        return front.punt if isinstance(front, ChairPanel) else None

    def is_on_case(self) -> bool:
        """An item with a case is in front."""
        punt = self.punt()
        return punt is not None and punt.casus_id is not None

    def case(self) -> str:
        """Return the case in front: of the item that is discussed, or of the current one while preparing; "" for none."""
        punt = self.page.prepare.builder.current() if self.is_preparing() else self.punt()
        return punt.casus_id or "" if punt is not None else ""

    def has_case(self) -> bool:
        """An item with a case is in front, in a meeting or while preparing one."""
        return bool(self.case())

    def can_record(self) -> bool:
        """A case is in front and this user records decisions and actions."""
        return self.is_on_case() and self.page.context.desk.actor.rol in BesluitVastleggen.rollen

    def can_answer(self) -> bool:
        """A case is in front of which a decision waits for an answer that this user records."""
        allowed = self.page.context.desk.actor.rol in BesluitAntwoordVastleggen.rollen
        return allowed and self.is_on_case() and self.page.chair.item.parts.blad.waits()

    def can_close(self) -> bool:
        """A running meeting is in front and this user may close it."""
        return self.is_chairing() and self.page.context.desk.actor.rol in OverlegSluiten.rollen

    def is_attendance(self) -> bool:
        """The opening, with the attendance, is in front."""
        punt = self.punt()
        return punt is not None and punt.soort is Agendasoort.OPENING

    def is_closed(self) -> bool:
        """A closed meeting is in front."""
        front = self.front()
        return isinstance(front, GeslotenPanel) and front.overleg is not None

    def can_reopen(self) -> bool:
        """A closed meeting is in front and this user may open it again."""
        return self.is_closed() and self.page.context.desk.actor.rol in OverlegHeropenen.rollen

    def can_take_opening_back(self) -> bool:
        """A running meeting without minutes is in front, and this user may make it a planned one again."""
        front = self.front()
        if not isinstance(front, ChairPanel) or front.rows is None:
            return False
        first_time = front.rows.overleg.eerst_gesloten_op is None
        return first_time and self.page.context.desk.actor.rol in OverlegOpeningTerugdraaien.rollen

    def in_meeting(self) -> bool:
        """Anything but the list is in front."""
        return self.front() is not None and self.page.stack.currentIndex() > 0

    def has_tabs(self) -> bool:
        """What is in front has tabs."""
        return self.is_on_case() or self.is_preparing()

    def can_add_case(self) -> bool:
        """A meeting that is prepared or runs is in front, and this user may put a case on its agenda."""
        may = self.page.context.desk.actor.rol in CasusAgenderen.rollen
        return self.is_preparing() or (may and self.is_chairing())

    def is_choosing(self) -> bool:
        """Cases stand in front to be put on the agenda, while preparing or in the meeting."""
        return self.is_preparing() or (self.is_chairing() and self.page.chair.tussendoor.is_shown())

    def may_plan(self) -> bool:
        """Whether this user plans meetings."""
        return self.page.context.desk.actor.rol in OverlegPlannen.rollen

    def has_series(self) -> bool:
        """A table is chosen to plan a meeting of, and it is known when it meets."""
        front = self.front()
        return isinstance(front, PlanPanel) and front.has_series()

    def can_fix(self) -> bool:
        """A planned meeting is in front of which this user fixes the agenda, or takes that back."""
        return self.is_preparing() and self.page.context.desk.actor.rol in AgendaVaststellen.rollen

    def can_open(self) -> bool:
        """Whether the meeting in front can be opened by this user."""
        return self.is_preparing() and self.page.context.desk.actor.rol in OverlegOpenen.rollen

    def can_submit(self) -> bool:
        """Whether Ctrl+Enter has something to store."""
        front = self.front()
        if isinstance(front, PlanPanel):
            return True
        return self.is_chairing() and self.page.chair.item.parts.invoer.can_submit()

    def was_refused(self) -> bool:
        """A case was kept off the agenda because it is unknown on what it is shared."""
        return self.is_preparing() and bool(self.page.prepare.refused)

    def can_remove(self) -> bool:
        """Whether the current item of the agenda may be taken off it."""
        return self.is_preparing() and self.page.prepare.builder.removable()

    def front(self) -> QWidget | None:
        """Return what is in front; None while the page is being built."""
        stack = getattr(self.page, "stack", None)
        return stack.currentWidget() if stack is not None else None
