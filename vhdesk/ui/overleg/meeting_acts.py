"""The acts on a meeting as a whole: plan, open, cancel, close, minutes, and coming back after a lock."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.errors import VhdeskError
from vhdesk.queries.partneragenda import volgordevoorstel
from vhdesk.services.agendavolgorde import AgendaOrdenen
from vhdesk.services.command import Command, Event
from vhdesk.services.heropening import OverlegHeropenen, OverlegOpeningTerugdraaien
from vhdesk.services.overleg import OverlegAfzeggen, OverlegOpenen, OverlegSluiten, OverlegVanPapierMerken
from vhdesk.services.vaststelling import AgendaVaststellen, AgendaVaststellingTerugnemen
from vhdesk.ui.overleg.chair_panel import PLACE
from vhdesk.ui.overleg.where import Where
from vhdesk.vocabulary import Overlegstatus

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


def _reopening(overleg_id: str, reden: str) -> Command:
    return OverlegHeropenen(overleg_id=overleg_id, reden=reden)


def _opening_back(overleg_id: str, reden: str) -> Command:
    return OverlegOpeningTerugdraaien(overleg_id=overleg_id, reden=reden)


def _fixing_back(overleg_id: str, reden: str) -> Command:
    return AgendaVaststellingTerugnemen(overleg_id=overleg_id, reden=reden)


class MeetingActs(QObject):
    """Handlers of ``page_acts`` for the meeting in front."""

    def __init__(self, page: OverleggenPage, where: Where) -> None:
        super().__init__(page)
        self.page = page
        self.where = where

    def plan_meeting(self) -> None:
        """Open the form for a new meeting."""
        if self.page.flush():
            self.page.bring(self.page.panels.plan)
            self.page.panels.plan.begin()
            self.page.context.registry.refresh()

    def plan_series(self) -> None:
        """Plan the next meetings of the table in the form by its series."""
        if self.where.has_series():
            self.page.panels.plan.plan_series()

    def open_running(self) -> None:
        """Open the planned meeting in front: from now on it is chaired. On another day than planned only when it is asked
        twice."""
        row = self.page.prepare.overleg
        if row is None or not self.page.prepare.flush() or self.page.prepare.asks_day():
            return
        self.page.stack.setCurrentIndex(0)  # no refresh of a panel that is left
        if self.page.acting.execute(OverlegOpenen(overleg_id=row.id)) is None:
            self.page.bring(self.page.prepare)
            return
        self.page.refresh()
        self.page.open_meeting(row.id)
        self.page.focus_work()

    def propose_order(self) -> None:
        """Put the cases in the order in which partners wait least; one undo puts them back."""
        row = self.page.prepare.overleg
        if row is None:
            return
        try:
            voorstel = self.page.context.desk.ask(volgordevoorstel, row.id)
        except VhdeskError as fault:
            self.page.context.shell.report(fault)
            return
        acting = self.page.acting
        if not voorstel.anders:
            acting.inform(
                "De volgorde kan niet beter: kinderen staan vooraan en partners wachten zo kort mogelijk."
            )
        elif acting.execute(AgendaOrdenen(overleg_id=row.id, agendapunt_ids=voorstel.punten)) is not None:
            winst = voorstel.minuten_nu - voorstel.minuten_dan
            acting.inform(
                f"Partners zitten er samen {winst} minuten korter."
                if winst > 0
                else "Casussen van kinderen staan vooraan."
            )

    def cancel_meeting(self) -> None:
        """Ask, then cancel the planned meeting: its number is not used again and this cannot be undone."""
        row = self.page.prepare.overleg
        if row is not None:
            self.page.context.prompts.confirm(
                self.page, f"Overleg {row.nummer} afzeggen?", "Afzeggen", self._cancel, row.id, danger=True,
                detail="De agenda en de deelnemerslijst verdwijnen. De casussen blijven.",
            )  # fmt: skip

    def _cancel(self, overleg_id: str) -> None:
        self.page.stack.setCurrentIndex(0)
        if self.page.acting.execute(OverlegAfzeggen(overleg_id=overleg_id)) is not None:
            self.page.prepare.forget()
            self.page.acting.inform("Het overleg is afgezegd.")
        self.page.leave_meeting()

    def close_meeting(self) -> None:
        """Show what is missing; on that list itself: close."""
        if not self.where.is_chairing():
            return
        if self.page.chair.right.currentWidget() is self.page.chair.closing:
            self.page.chair.closing.submit()
        else:
            self.page.chair.close_control.show()

    def close_with_reason(self, reason: str) -> None:
        """Close the meeting and go to its minutes."""
        row = self.page.chair.rows and self.page.chair.rows.overleg
        if row is None or not self.page.flush():
            return
        command = OverlegSluiten(overleg_id=row.id, reden=reason)
        if self.page.acting.execute(command, self.page.chair.closing.refuse) is None:
            return
        self.page.drafts.drop(PLACE)
        self.page.chair.close_control.forget_reason()
        self.page.refresh()
        self.page.open_meeting(row.id)
        self.page.acting.inform(f"Overleg {row.nummer} is gesloten.")
        self.page.context.shell.navigate("verslagen", row.id)

    def fix_agenda(self) -> None:
        """Fix the agenda of the planned meeting in front; of one that is fixed, ask why it becomes a concept again."""
        row, fixed = self.page.prepare.overleg, self.page.prepare.fixed
        if row is None or not self.where.can_fix() or not self.page.flush():
            return
        if fixed is None:
            if self.page.acting.execute(AgendaVaststellen(overleg_id=row.id)) is not None:
                self.page.acting.inform(
                    "De agenda is vastgesteld. Wat nu nog verandert, staat erbij als wijziging."
                )
            return
        self.page.reden.ask(
            f"Vaststelling van de agenda van {row.nummer} terugnemen",
            "De agenda is daarna weer een concept. Welke wijzigingen er waren, wordt niet bewaard.",
            "Terugnemen",
            f"agenda-terugnemen/{row.id}",
            partial(_fixing_back, row.id),
            self._fixing_taken_back,
        )

    def _fixing_taken_back(self, _event: Event) -> None:
        self.page.acting.inform("De agenda is weer een concept.")
        self.page.focus_work()

    def show_minutes(self) -> None:
        """Go to the minutes of the closed meeting."""
        if self.page.panels.closed.overleg is not None:
            self.page.context.shell.navigate("verslagen", self.page.panels.closed.overleg.id)

    def reopen_meeting(self) -> None:
        """Ask why, then open the closed meeting in front again."""
        row = self.page.panels.closed.overleg
        if row is not None:
            self.page.reden.ask(
                f"Overleg {row.nummer} heropenen",
                "Het verslag dat er is, blijft zoals het is. Wat u nu nog vastlegt, krijgt het merk “achteraf "
                "toegevoegd”. Na het sluiten komt er een nieuwe versie, met deze reden erin.",
                "Heropenen",
                f"overleg-heropenen/{row.id}",
                partial(_reopening, row.id),
                self._reopened,
            )

    def _reopened(self, event: Event) -> None:
        self.page.refresh()
        self.page.open_meeting(event.id)
        self.page.acting.inform("Het overleg is heropend.")
        self.page.focus_work()

    def take_opening_back(self) -> None:
        """Ask why, then make the running meeting in front a planned one again."""
        rows = self.page.chair.rows
        if rows is not None and self.page.flush():
            self.page.reden.ask(
                f"Opening van overleg {rows.overleg.nummer} terugdraaien",
                "Het overleg staat daarna weer gepland. Aanwezigheid en notities blijven staan.",
                "Terugdraaien",
                f"overleg-terugdraaien/{rows.overleg.id}",
                partial(_opening_back, rows.overleg.id),
                self._opening_taken_back,
            )

    def _opening_taken_back(self, event: Event) -> None:
        self.page.drafts.drop(PLACE)
        self.page.refresh()
        self.page.open_meeting(event.id)
        self.page.acting.inform("Het overleg staat weer gepland.")
        self.page.focus_work()

    def mark_paper(self) -> None:
        """Say that this meeting was held on paper and is being entered; again: that it was not."""
        rows = self.page.chair.rows if self.where.is_chairing() else None
        if rows is None or not self.page.flush():
            return
        van_papier = not rows.overleg.van_papier
        command = OverlegVanPapierMerken(overleg_id=rows.overleg.id, van_papier=van_papier)
        if self.page.acting.execute(command) is not None:
            self.page.acting.inform(
                "Dit overleg wordt ingevoerd van papier; het verslag zegt dat."
                if van_papier
                else "Dit overleg is niet op papier gehouden."
            )
            self.page.chair.refresh()

    def restore_place(self) -> None:
        """After a lock or a crash: the meeting, the item, the entry mode and the cursor as they were."""
        try:
            self.page.drafts.load(PLACE)
        except VhdeskError as fault:
            self.page.context.shell.report(fault)
            return
        draft = self.page.drafts.get(PLACE)
        running = [row.id for row in self.page.list.model.rows() if row.status is Overlegstatus.LOPEND]
        place = json.loads(draft.text) if draft is not None else {}
        overleg_id = (
            place.get("overleg") if place.get("overleg") in running else (running[0] if running else "")
        )
        if not overleg_id:
            return
        same = overleg_id == place.get("overleg")
        self.page.list.select(overleg_id)
        where = (place.get(name, "") if same else "" for name in ("punt", "modus", "veld"))
        self.page.open_meeting(overleg_id, *where)
        if same and place.get("wijzigt"):
            self.page.chair.edit_outcome(place["wijzigt"])

    def undo(self) -> None:
        """Take back the last act, by name."""
        if not self.page.flush():
            return
        try:
            name = self.page.context.desk.undo()
        except VhdeskError as fault:
            self.page.context.shell.report(fault)
            return
        words = f"Ongedaan gemaakt: {name.lower()}." if name else "Er is niets om ongedaan te maken."
        self.page.acting.inform(words)
