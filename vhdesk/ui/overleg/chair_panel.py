"""Chairing a meeting: the agenda, the item in front, and what is recorded; rows are asked here, once per act."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from vhdesk.queries.acties import ActieRow, acties_vorige
from vhdesk.queries.agenda import Agenda, AgendapuntRow, agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow, Dossier
from vhdesk.queries.overleg import OverlegRow, deelnemers, overleg_kop
from vhdesk.queries.tekorten import TekortRow, tekorten
from vhdesk.services.agenda import AgendapuntBeginnen
from vhdesk.ui.overleg.afsluit_panel import AfsluitPanel
from vhdesk.ui.overleg.agenda_pane import AgendaPane
from vhdesk.ui.overleg.item_panel import ItemPanel
from vhdesk.ui.overleg.meeting_texts import MeetingTexts
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.theme.style import current_theme
from vhdesk.vocabulary import Agendasoort, Overlegstatus, Puntstatus, Tekort

if TYPE_CHECKING:
    from vhdesk.ui.overleg.chair_parts import ChairParts

PLACE = "overleggen/plaats"
NARROW = 900  # below this the agenda hides until it is asked for
ROLE_FIELDS = {
    Tekort.CASEMANAGER: "casemanager",
    Tekort.VERANTWOORDELIJKE: "verantwoordelijke",
    Tekort.VOLGENDE_DATUM: "datum",
}


class ChairPanel(QWidget):
    """Signals: ``state_changed`` after another item, mode or meeting came in front (acts are asked again),
    ``closed(overleg_id)`` after closing, ``leave_requested``."""

    state_changed = Signal()
    closed = Signal(str)
    leave_requested = Signal()

    def __init__(
        self, parts: ChairParts, item: ItemPanel, texts: MeetingTexts, closing: AfsluitPanel
    ) -> None:
        super().__init__()
        self._parts = parts
        self._runner = parts.runner
        self.item = item
        self.texts = texts
        self.closing = closing
        self.overleg: OverlegRow | None = None
        self.agenda: Agenda | None = None
        self.punt: AgendapuntRow | None = None
        self._dossier: Dossier | None = None
        self._agenda_wanted = False
        self._switching = False
        self.pane = AgendaPane()
        self.right = QStackedWidget()
        self.right.addWidget(item)
        self.right.addWidget(closing)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        layout.addWidget(self.pane)
        layout.addWidget(line)
        layout.addWidget(self.right, 1)
        self.pane.looked_at.connect(self._look_at)
        self.pane.begun.connect(self.begin)
        self.pane.leave_requested.connect(self.leave_requested)
        texts.bind(self._other_text)
        item.parts.invoer.mode_changed.connect(self._mode_changed)
        closing.back_requested.connect(self.back_to_item)
        closing.jump_requested.connect(self.jump)

    # --- meetings and items

    def open_meeting(self, overleg_id: str, punt_id: str = "", mode: str = "") -> None:
        """Bring a running meeting in front, on an item and in an entry mode when they are given; raises VhdeskError."""
        self._parts.drafts.load(f"overleg/{overleg_id}/")
        if self.overleg is None or self.overleg.id != overleg_id:
            self.punt = None
        self._ask(overleg_id)
        assert self.overleg is not None and self.agenda is not None
        self._parts.show_people(self.overleg)
        ids = [row.id for row in self.agenda.punten]
        busy = next((row.id for row in self.agenda.punten if row.status is Puntstatus.BEZIG), "")
        wanted = punt_id if punt_id in ids else busy or ids[0]
        self.right.setCurrentWidget(self.item)
        self.show_item(wanted, begin=not busy)
        if mode:
            self.item.parts.invoer.choose(mode)

    def show_item(self, punt_id: str, *, begin: bool = False) -> bool:
        """Show an item; ``begin``: the table turns to it. False when what was typed could not be saved."""
        if not self.texts.flush():
            self.pane.select(self.punt.id if self.punt is not None else "")
            return False
        if self.overleg is None or self.agenda is None:
            return False
        fresh = self.punt is None or self.punt.id != punt_id
        busy = self._row(punt_id).status is Puntstatus.BEZIG
        if begin and not busy and self._parts.may(AgendapuntBeginnen):
            self._switching = True
            self._runner.run(AgendapuntBeginnen(agendapunt_id=punt_id))
            self._switching = False
        self._ask(self.overleg.id)
        self.punt = self._row(punt_id)
        self.right.setCurrentWidget(self.item)
        self._show(fresh=fresh)
        return True

    def begin(self, punt_id: str = "") -> None:
        """Turn to an item (the one in front by default) and put the cursor where it is worked on."""
        if self.punt is not None and self.show_item(punt_id or self.punt.id, begin=True):
            self.item.focus_work()

    def step(self, steps: int) -> None:
        """Turn to the next or previous item."""
        if self.agenda is None or self.punt is None:
            return
        ids = [row.id for row in self.agenda.punten]
        place = ids.index(self.punt.id) + steps
        if 0 <= place < len(ids):
            self.begin(ids[place])

    def refresh(self) -> None:
        """Ask the rows of what is in front again and show what differs."""
        if self.overleg is None or self.punt is None or self._switching:
            return
        self._ask(self.overleg.id)
        if self.overleg.status is not Overlegstatus.LOPEND or self.agenda is None:
            return
        ids = [row.id for row in self.agenda.punten]
        fresh = self.punt.id not in ids
        self.punt = self._row(self.punt.id if not fresh else ids[0])
        self._show(fresh=fresh)

    def _ask(self, overleg_id: str) -> None:
        self.overleg = self._parts.ask(overleg_kop, overleg_id)
        self.agenda = self._parts.ask(agenda, overleg_id)

    def _row(self, punt_id: str) -> AgendapuntRow:
        assert self.agenda is not None
        return next(row for row in self.agenda.punten if row.id == punt_id)

    def _show(self, *, fresh: bool) -> None:
        assert self.overleg is not None and self.agenda is not None and self.punt is not None
        punt = self.punt
        self._dossier = None
        if punt.casus_id is not None:
            self._dossier = self._parts.ask(dossier, punt.casus_id, vandaag=self._parts.clock.today())
        self.pane.show_agenda(self.overleg, self.agenda)
        self.pane.select(punt.id)
        if fresh:
            self._parts.kop_control.show_item(punt.id, punt.casus_id or "", self._parts.present)
        self.item.show_item(self.overleg, self.agenda, punt, self._dossier)
        if punt.soort is Agendasoort.OPENING:
            rows = self._parts.ask(deelnemers, self.overleg.id)
            self.item.show_people_present(rows)
        elif punt.soort is Agendasoort.VORIG_VERSLAG:
            self.item.show_previous(self._parts.ask(acties_vorige, self.overleg.id))
        self.texts.show_item(self.overleg.id, punt, self._dossier, fresh=fresh)
        if fresh:
            self.item.parts.invoer.show_item(self.overleg, punt)
            self._keep_place()
        if self.right.currentWidget() is self.closing:
            self.show_closing()
        self.state_changed.emit()

    def _look_at(self, punt_id: str) -> None:
        if punt_id and self.punt is not None and punt_id != self.punt.id:
            self.show_item(punt_id)

    # --- closing

    def show_closing(self) -> None:
        """Show what is missing."""
        if self.overleg is None or self.agenda is None or not self.texts.flush():
            return
        rows: tuple[TekortRow, ...] = self._parts.ask(tekorten, self.overleg.id)
        self.closing.show_rows(rows, {row.id: punt_title(row) for row in self.agenda.punten})
        if self.right.currentWidget() is not self.closing:
            self.right.setCurrentWidget(self.closing)
            self.closing.focus_first()
            self.state_changed.emit()

    def back_to_item(self) -> None:
        """Leave the close list."""
        self.right.setCurrentWidget(self.item)
        self.item.focus_work()
        self.state_changed.emit()

    def jump(self, tekort_id: str) -> None:
        """Go to the item and the field where something is missing."""
        row = self.closing.row(tekort_id)
        if row is None or self.agenda is None:
            return
        opening = next((p.id for p in self.agenda.punten if p.soort is Agendasoort.OPENING), "")
        target = opening if row.tekort is Tekort.AANWEZIGHEID else row.agendapunt_id or ""
        if not target or not self.show_item(target):
            return
        self._focus_missing(row)

    def _focus_missing(self, row: TekortRow) -> None:
        parts = self.item.parts
        if row.tekort is Tekort.AANWEZIGHEID:
            parts.aanwezigheid.focus_list()
            parts.aanwezigheid.list.select(row.record_id)
        elif row.tekort is Tekort.BESLUIT:
            parts.invoer.choose("besluit")
        elif row.tekort in ROLE_FIELDS:
            self.item.parts.invoer.focus_text()
            self._parts.kop_control.begin(ROLE_FIELDS[row.tekort])
        else:
            self.edit_outcome(row.record_id)
            field = (
                parts.invoer.actie.organisatie
                if row.tekort is Tekort.ACTIE_EIGENAAR
                else parts.invoer.actie.termijn
            )
            field.setFocus()

    # --- what was recorded

    def edit_outcome(self, identity: str) -> None:
        """Change a decision or action of this meeting."""
        if self._dossier is None:
            return
        found: BesluitRow | ActieRow | None = next(
            (r for r in self._dossier.besluiten if r.id == identity), None
        )
        found = found or next((r for r in self._dossier.acties if r.id == identity), None)
        if found is not None:
            self.item.parts.invoer.edit(found)

    # --- drafts and levels

    def _mode_changed(self) -> None:
        self._keep_place()
        self.state_changed.emit()

    def _keep_place(self) -> None:
        if self.overleg is not None and self.punt is not None:
            invoer = self.item.parts.invoer
            place = {
                "overleg": self.overleg.id, "punt": self.punt.id, "modus": invoer.mode, "wijzigt": invoer.record_id
            }  # fmt: skip
            self._parts.drafts.put(PLACE, json.dumps(place))

    def _other_text(self, name: str) -> tuple[str, int]:
        """Return what stands in the record now, for a text that somebody else changed."""
        assert self.overleg is not None and self.punt is not None
        if name == "notitie":
            self._ask(self.overleg.id)
            row = self._row(self.punt.id)
            return row.notitie, row.version
        assert self.punt.casus_id is not None
        kop = self._parts.ask(dossier, self.punt.casus_id).kop
        return kop.gezamenlijk_beeld, kop.version

    def back_out(self) -> bool:
        """One level back; False at the agenda."""
        if self.right.currentWidget() is self.closing:
            self.back_to_item()
            return True
        if self.item.back_out():
            return True
        if not self.pane.pane.view.hasFocus() and not self.pane.isHidden():
            if not self.pane.pane.back_out():
                self.pane.pane.focus_list()
            return True
        return self.pane.pane.back_out()

    def toggle_agenda(self) -> None:
        """Show or hide the agenda in a narrow window."""
        self._agenda_wanted = self.pane.isHidden()
        self.pane.setVisible(self._agenda_wanted)
        if self._agenda_wanted:
            self.pane.pane.focus_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the room to the item."""
        super().resizeEvent(event)
        if self.width() < current_theme().px(NARROW):
            self.pane.setVisible(self._agenda_wanted)
        else:
            self._agenda_wanted = False
            self.pane.show()
