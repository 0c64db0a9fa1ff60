"""The rows of the meeting in front. An act of our own changes what it is known to change at once, so that the screen
follows the key; the desk is asked again shortly after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from vhdesk.queries.agenda import Agenda, AgendapuntRow, agenda
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.overleg import HeropeningRow, OverlegRow, heropeningen, overleg_kop
from vhdesk.queries.schorsing import SchorsingRow, schorsingen
from vhdesk.queries.vaststelling import Vaststelling, vaststelling
from vhdesk.vocabulary import Agendasoort, Besluitstatus, Puntstatus


class MeetingRows:
    """Set by ``ask``: ``overleg``, ``agenda``, ``heropend`` (how often it was opened again), ``fixed`` (what was fixed of the
    agenda) and ``breaks`` (how often it was adjourned)."""

    overleg: OverlegRow
    agenda: Agenda
    heropend: tuple[HeropeningRow, ...]
    fixed: Vaststelling | None
    breaks: tuple[SchorsingRow, ...]

    def __init__(self, ask: Callable[..., Any], overleg_id: str) -> None:
        self._ask = ask
        self.ask(overleg_id)

    def ask(self, overleg_id: str = "") -> None:
        """Read head and agenda from the desk; raises VhdeskError."""
        identity = overleg_id or self.overleg.id
        self.overleg = self._ask(overleg_kop, identity)
        self.agenda = self._ask(agenda, identity)
        self.fixed = self._ask(vaststelling, identity)
        self.breaks = self._ask(schorsingen, identity)
        again = self.overleg.eerst_gesloten_op is not None
        self.heropend = self._ask(heropeningen, identity) if again else ()

    def ids(self) -> list[str]:
        """Return the items in order."""
        return [row.id for row in self.agenda.punten]

    def row(self, punt_id: str) -> AgendapuntRow:
        """Return one item."""
        return next(row for row in self.agenda.punten if row.id == punt_id)

    def busy(self) -> str:
        """Return the item the table is at, "" for none."""
        return next((row.id for row in self.agenda.punten if row.status is Puntstatus.BEZIG), "")

    def opening(self) -> str:
        """Return the item with the attendance."""
        return next((row.id for row in self.agenda.punten if row.soort is Agendasoort.OPENING), "")

    def adjourned(self) -> bool:
        """Whether the table is away for a while."""
        return self.overleg.geschorst_op is not None

    # --- what our own acts are known to change

    def begun(self, punt_id: str, version: int, now: datetime) -> None:
        """The table turned to an item; the one before it was discussed."""
        busy = self.busy()
        if busy and busy != punt_id:
            self._replace(busy, status=Puntstatus.BESPROKEN, version=self.row(busy).version + 1)
        begun_at = self.row(punt_id).begonnen_op or now
        self._replace(punt_id, status=Puntstatus.BEZIG, version=version, begonnen_op=begun_at)

    def noted(self, punt_id: str, text: str, version: int) -> None:
        """Notes were saved."""
        if punt_id in self.ids():
            self._replace(punt_id, notitie=text, version=version)

    def seen(self, punt_id: str, case: Dossier) -> None:
        """The case was read: it knows what this meeting recorded on it, and the item as it stands."""
        mine = self.overleg.id
        besluiten = [row for row in case.besluiten if row.overleg_id == mine]
        changes: dict[str, Any] = {
            "besluiten": sum(row.status is Besluitstatus.VASTGELEGD for row in besluiten),
            "acties": sum(row.overleg_id == mine for row in case.acties),
            "casus_volgende_datum": case.kop.volgende_datum,
        }
        item = next((row for row in case.besprekingen if row.id == punt_id), None)
        if item is not None:
            changes |= {
                "version": item.version, "notitie": item.notitie, "volgende_datum": item.volgende_datum
            }  # fmt: skip
        self._replace(punt_id, **changes)

    def _replace(self, punt_id: str, **changes: Any) -> None:
        rows = tuple(replace(row, **changes) if row.id == punt_id else row for row in self.agenda.punten)
        self.agenda = replace(self.agenda, punten=rows)
