"""The phases of a case in the meeting: the next one by key, and a besluit only when the table is there.

A table that exchanges information decides late or never (domein.md §7): so the besluit opens after beeldvorming and
oordeelsvorming, or with a reason that stands in the minutes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vhdesk.services.bespreekfase import FaseBeginnen
from vhdesk.services.command import Command, Event
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.overleg.chair_panel import ChairPanel
from vhdesk.ui.overleg.invoer_panel import BESLUIT
from vhdesk.ui.overleg.words import NEXT_PHASE, punt_title
from vhdesk.vocabulary import Fase, Puntstatus

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage

TICK_MS = 15_000
# What of the case comes in sight with a phase.
PART = {Fase.BEELD: "beeld", Fase.OORDEEL: "plan", Fase.BESLUIT: "vastgelegd"}


def _early(agendapunt_id: str, reden: str) -> Command:
    return FaseBeginnen(agendapunt_id=agendapunt_id, fase=Fase.BESLUIT, reden=reden)


class FaseControl(QObject):
    """Follows the panel that chairs."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self._page = page
        self._chair: ChairPanel | None = None
        self._asked = ""  # the item about which it is asked why the table decides already
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def attach(self, chair: ChairPanel) -> None:
        """Follow this panel."""
        self._chair = chair
        chair.state_changed.connect(self._shown)
        self._page.reden.cancelled.connect(self._answered)
        chair.item.parts.invoer.besluit_asked.connect(self.to_besluit)
        self._timer.start()

    def _tick(self) -> None:
        if self._chair is not None and self._chair.isVisible():
            self._chair.item.tick()

    def _shown(self) -> None:
        chair = self._chair
        assert chair is not None
        chair.item.parts.invoer.open_besluit(self._free())
        elsewhere = chair.punt is None or chair.punt.id != self._asked
        if self._asked and (elsewhere or chair.right.currentWidget() is not chair.item):
            self._page.reden.leave()  # the table moved on; what was written waits for it there

    def _answered(self) -> None:
        self._asked = ""

    def _free(self) -> bool:
        """Whether nothing stands in the way of a decision: the table is there, or the meeting was opened again, or was held on paper."""
        chair = self._chair
        if chair is None or chair.rows is None or chair.fase is None:
            return True
        overleg = chair.rows.overleg
        return chair.fase.nu is Fase.BESLUIT or overleg.van_papier or overleg.eerst_gesloten_op is not None

    def can_go_on(self) -> bool:
        """The case at hand has a next phase, and this user may turn to it."""
        chair = self._chair
        return (
            self._page.standing.can_record() and chair is not None and chair.punt is not None
            and chair.punt.status is Puntstatus.BEZIG and chair.fase is not None and chair.fase.nu in NEXT_PHASE
        )  # fmt: skip

    def next_phase(self) -> None:
        """Turn to the next phase of the case, and bring what it needs in sight."""
        if not self.can_go_on():
            return
        assert self._chair is not None and self._chair.fase is not None
        self._begin(NEXT_PHASE[self._chair.fase.nu])

    def _begin(self, fase: Fase) -> None:
        chair = self._chair
        assert chair is not None and chair.punt is not None
        command = FaseBeginnen(agendapunt_id=chair.punt.id, fase=fase)
        if self._page.acting.execute(command) is None:
            return
        chair.item.parts.blad.choose(PART[fase])
        self._page.acting.inform(f"{met_hoofdletter(fase.label)}: {fase.definition}")
        if fase is Fase.BESLUIT:
            self._write()

    def _write(self) -> None:
        assert self._chair is not None
        self._chair.item.parts.invoer.choose(BESLUIT)

    def to_besluit(self) -> None:
        """Somebody wants to decide: go there when the table has judged, and else ask why already."""
        chair = self._chair
        if chair is None or chair.fase is None:
            return
        if chair.punt is not None and chair.punt.status is not Puntstatus.BEZIG:
            chair.begin()
        if chair.punt is None or chair.punt.status is not Puntstatus.BEZIG:
            return
        if Fase.OORDEEL in chair.fase.geweest:
            self._begin(Fase.BESLUIT)
            return
        self._asked = chair.punt.id
        self._page.reden.ask(
            f"Al besluiten over {punt_title(chair.punt)}?",
            "De oordeelsvorming is nog niet geweest. Met Escape en Ctrl+F8 gaat u daarheen. Besluit de tafel toch al, "
            "dan noemt het verslag uw reden.",
            "Besluiten",
            f"overleg/{chair.rows.overleg.id if chair.rows else ''}/{chair.punt.id}/vroeg-besluit",
            partial(_early, chair.punt.id),
            self._decided_early,
        )

    def _decided_early(self, _event: Event) -> None:
        self._answered()
        self._write()
