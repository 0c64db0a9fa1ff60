"""Chairing a meeting: the agenda, the item in front, and the close list; rows are asked here, once per act."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.acties import ActieRow, acties_vorige
from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow, Dossier
from vhdesk.queries.dossier_tafel import tafelwerk
from vhdesk.queries.fase import Fasestand, fasestand
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.zaal import omstanders
from vhdesk.services.actie import ActieGewijzigd, ActieVastgelegd
from vhdesk.services.agenda import AgendaGewijzigd
from vhdesk.services.besluit import BesluitGewijzigd, BesluitVastgelegd, BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.command import Event
from vhdesk.ui.overleg.afsluit_panel import AfsluitPanel
from vhdesk.ui.overleg.agenda_pane import AgendaPane
from vhdesk.ui.overleg.close_control import CloseControl
from vhdesk.ui.overleg.item_panel import ItemPanel
from vhdesk.ui.overleg.meeting_clock import break_words
from vhdesk.ui.overleg.meeting_rows import MeetingRows
from vhdesk.ui.overleg.meeting_texts import MeetingTexts
from vhdesk.ui.overleg.schors_strip import SchorsStrip
from vhdesk.ui.overleg.tussendoor_control import TussendoorControl
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.vocabulary import Agendasoort, Overlegstatus, Puntstatus
from vhdesk.vocabulary_agenda import MET_OUDE_ACTIES

if TYPE_CHECKING:
    from vhdesk.ui.overleg.chair_parts import ChairParts

PLACE = "overleggen/plaats"
NARROW = 900  # below this the agenda hides until it is asked for
SYNC_MS = 250
TABLE_WORK = (BesluitVastgelegd, BesluitGewijzigd, ActieVastgelegd, ActieGewijzigd)


class ChairPanel(QWidget):
    """Signals: ``state_changed`` after another item, mode or meeting came in front (acts are asked again),
    ``leave_requested``."""

    state_changed = Signal()
    leave_requested = Signal()

    def __init__(
        self,
        parts: ChairParts,
        item: ItemPanel,
        texts: MeetingTexts,
        closing: AfsluitPanel,
        strip: SchorsStrip,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._acting = parts.acting
        self.item = item
        self.texts = texts
        self.closing = closing
        self.rows: MeetingRows | None = None
        self.punt: AgendapuntRow | None = None
        self.fase: Fasestand | None = None
        self._dossier: Dossier | None = None
        self._agenda_wanted = False
        self._switching = False
        self._partly = False  # the case in front was read again in part, after an act
        self.pane = AgendaPane()
        self.right = SteadyStack()
        self.right.addWidget(item)
        self.right.addWidget(closing)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pane)
        layout.addWidget(line)
        self.strip = strip
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.right, 1)
        layout.addLayout(column, 1)
        self._sync_later = QTimer(self, singleShot=True, interval=SYNC_MS)
        self._sync_later.timeout.connect(self._sync)
        self.pane.looked_at.connect(self._look_at)
        self.pane.begun.connect(self.begin)
        self.pane.leave_requested.connect(self.leave_requested)
        texts.notes_saved.connect(self._noted)
        item.parts.invoer.mode_changed.connect(self._mode_changed)
        parts.kop_control.changed.connect(self._keep_place)
        self.close_control = CloseControl(self, parts)
        self.tussendoor = TussendoorControl(self, parts)

    # --- meetings and items

    def open_meeting(self, overleg_id: str, punt_id: str = "", mode: str = "", field: str = "") -> None:
        """Bring a running meeting in front, on an item, in an entry mode and in a field of its head when they are
        given; raises VhdeskError."""
        self._parts.drafts.load(f"overleg/{overleg_id}/")
        self.rows = MeetingRows(self._parts.ask, overleg_id)
        self.item.follow(self.rows)
        self._parts.show_people(self.rows.overleg)
        ids, busy = self.rows.ids(), self.rows.busy()
        self.punt = None
        self.right.setCurrentWidget(self.item)
        self.show_item(punt_id if punt_id in ids else busy or ids[0], begin=not busy)
        if mode:
            self.item.parts.invoer.choose(mode)
        if field:
            self._parts.kop_control.reopen(field, self.item.parts.invoer.text_field())

    def show_item(self, punt_id: str, *, begin: bool = False) -> bool:
        """Show an item; ``begin``: the table turns to it. False when what was typed could not be saved."""
        if self.rows is None:
            return False
        if not self.texts.save():
            self.pane.select(self.punt.id if self.punt is not None else "")
            return False
        fresh = self.punt is None or self.punt.id != punt_id
        if begin and self.rows.adjourned():
            self._acting.inform("Het overleg is geschorst: u kijkt alleen. Ctrl+F9 hervat het.")
        elif (
            begin
            and self.rows.row(punt_id).status is not Puntstatus.BEZIG
            and self._parts.may(AgendapuntBeginnen)
        ):
            self._switching = True
            event = self._acting.execute(AgendapuntBeginnen(agendapunt_id=punt_id))
            self._switching = False
            if isinstance(event, AgendaGewijzigd):
                self.rows.begun(punt_id, event.version, self._parts.clock.now())
        self.right.setCurrentWidget(self.item)
        self._show(punt_id, fresh=fresh)
        self._sync_later.start()
        return True

    def begin(self, punt_id: str = "") -> None:
        """Turn to an item (the one in front by default) and put the cursor where it is worked on."""
        if self.punt is not None and self.show_item(punt_id or self.punt.id, begin=True):
            self.item.focus_work()

    def step(self, steps: int) -> None:
        """Turn to the next or previous item."""
        if self.rows is None or self.punt is None:
            return
        ids = self.rows.ids()
        place = ids.index(self.punt.id) + steps
        if 0 <= place < len(ids):
            self.begin(ids[place])
        else:
            last = "Dit is het laatste agendapunt. Met Ctrl+Shift+S sluit u het overleg."
            self._acting.inform(last if steps > 0 else "Dit is het eerste agendapunt.")

    def _look_at(self, punt_id: str) -> None:
        if punt_id and self.punt is not None and punt_id != self.punt.id:
            self.show_item(punt_id)

    # --- rows

    def after_act(self, event: Event) -> None:
        """An act of this page: show the item again now, the agenda around it a moment later. What was recorded on the
        case in front is read alone, so that it stands there at once; the rest of the case follows with the agenda."""
        if self.punt is None or self._switching:
            return
        self._partly = self._dossier is not None and isinstance(event, TABLE_WORK)
        self._show(self.punt.id, fresh=False)
        self._sync_later.start()

    def refresh(self) -> None:
        """Somebody else changed something: ask everything in front again and show what differs."""
        if self.rows is None or self.punt is None:
            return
        self.rows.ask()
        if self.rows.overleg.status is not Overlegstatus.LOPEND:
            return
        self._parts.offer_people(self.rows.overleg)
        gone = self.punt.id not in self.rows.ids()
        self._show(self.rows.ids()[0] if gone else self.punt.id, fresh=gone)

    def _sync(self) -> None:
        if self.rows is None or self.punt is None or not self.isVisible():
            return
        try:
            self.rows.ask()
            if self._partly and self.punt.id in self.rows.ids():
                self._partly = False
                self._show(self.punt.id, fresh=False)
                return
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return
        if self.punt.id in self.rows.ids():
            self.punt = self.rows.row(self.punt.id)
            self.pane.show_agenda(self.rows)
            self._say_break()
            self.item.show_head(self.rows.agenda, self.punt, self._dossier)
            self.texts.show_item(self.rows.overleg.id, self.punt, self._dossier, fresh=False)

    def _show(self, punt_id: str, *, fresh: bool) -> None:
        assert self.rows is not None
        overleg, punt = self.rows.overleg, self.rows.row(punt_id)
        self._dossier = self._case(punt.casus_id)
        if self._dossier is not None:
            self.rows.seen(punt_id, self._dossier)
            punt = self.rows.row(punt_id)
        self.punt = punt
        self.pane.show_agenda(self.rows)
        self._say_break()
        self.pane.select(punt.id)
        if fresh:
            self._parts.acting.context.shell.moved_on()
            tafel = self._dossier.kop.tafel if self._dossier is not None else ""
            self._parts.kop_control.show_item(
                overleg.id, punt.id, punt.casus_id or "", self._parts.present, tafel
            )
        if punt.soort is Agendasoort.OPENING:
            self.item.show_people_present(self._parts.ask(deelnemers, overleg.id))
        elif punt.soort in MET_OUDE_ACTIES:
            self.item.show_previous(self._parts.ask(acties_vorige, overleg.id))
        others = self._parts.ask(omstanders, punt.id)
        self.item.parts.omstanders.show_rows(others, on_case=punt.casus_id is not None, closed=punt.besloten)
        self.fase = self._parts.ask(fasestand, punt.id) if punt.casus_id is not None else None
        self.item.show_item(overleg, self.rows.agenda, punt, self._dossier, fresh=fresh)
        self.item.show_fase(self.fase)
        self.texts.show_item(overleg.id, punt, self._dossier, fresh=fresh)
        if fresh:
            invoer = self.item.parts.invoer
            invoer.show_item(overleg, punt, may_record=self._parts.may(BesluitVastleggen))
            self._parts.kop_control.reopen("", invoer.text_field())
            self._keep_place()
        if self.right.currentWidget() is self.closing:
            self.close_control.show()
        self.state_changed.emit()

    def _say_break(self) -> None:
        assert self.rows is not None
        reason = self.rows.breaks[-1].reden if self.rows.breaks else ""
        self.strip.say(break_words(self.rows.overleg, self._parts.clock.now(), reason))

    def _case(self, casus_id: str | None) -> Dossier | None:
        if casus_id is None:
            return None
        today = self._parts.clock.today()
        if self._partly and self._dossier is not None and self._dossier.id == casus_id:
            work = self._parts.ask(tafelwerk, casus_id, vandaag=today)
            return replace(
                self._dossier, besluiten=work.besluiten, acties=work.acties, besprekingen=work.besprekingen
            )
        self._partly = False
        return self._parts.ask(dossier, casus_id, vandaag=today)

    @property
    def case(self) -> Dossier | None:
        """The case in front, None at an item without one."""
        return self._dossier

    # --- what was recorded

    def edit_outcome(self, identity: str) -> None:
        """Change a decision or action of the case in front."""
        if self._dossier is None:
            return
        found: BesluitRow | ActieRow | None = next(
            (r for r in self._dossier.besluiten if r.id == identity), None
        )
        found = found or next((r for r in self._dossier.acties if r.id == identity), None)
        if found is not None:
            self.item.parts.invoer.edit(found)

    # --- drafts and levels

    def _noted(self, punt_id: str, text: str, version: int) -> None:
        if self.rows is not None:
            self.rows.noted(punt_id, text, version)

    def _mode_changed(self) -> None:
        self._keep_place()
        self.state_changed.emit()

    def _keep_place(self) -> None:
        if self.rows is not None and self.punt is not None:
            invoer = self.item.parts.invoer
            place = {"overleg": self.rows.overleg.id, "punt": self.punt.id}
            place |= {
                "modus": invoer.mode,
                "wijzigt": invoer.record_id,
                "veld": self._parts.kop_control.asked,
            }
            self._parts.drafts.put(PLACE, json.dumps(place))

    def back_out(self) -> bool:
        """One level back; False at the agenda."""
        if self.right.currentWidget() is self.closing:
            self.close_control.back()
            return True
        if self.tussendoor.is_shown():
            self.tussendoor.back_out()
            return True
        if self.item.back_out():
            return True
        if not self.pane.pane.view.hasFocus() and not self.pane.isHidden():
            if not self.pane.pane.back_out():
                self.pane.pane.focus_list()
            return True
        return self.pane.pane.back_out()

    # --- room

    def toggle_agenda(self) -> None:
        """Show or hide the agenda in a narrow window."""
        self._agenda_wanted = self.pane.isHidden()
        self.pane.setVisible(self._agenda_wanted)
        if self._agenda_wanted:
            self.pane.pane.focus_list()
        else:
            self.item.focus_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the room to the item."""
        super().resizeEvent(event)
        if self.width() < current_theme().px(NARROW):
            self.pane.setVisible(self._agenda_wanted)
        else:
            self._agenda_wanted = False
            self.pane.show()
