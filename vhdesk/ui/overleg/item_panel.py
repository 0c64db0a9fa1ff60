"""One item of a running meeting: head, what the table looks at, what was recorded, and the entry place below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import age, short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.agenda import Agenda, AgendapuntRow
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.fase import Fasestand
from vhdesk.queries.overleg import DeelnemerRow, OverlegRow
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.onderdelen.woorden import eventueel, met_hoofdletter, met_punten
from vhdesk.ui.overleg.aanwezigheid_panel import AanwezigheidPanel
from vhdesk.ui.overleg.casus_blad import CasusBlad
from vhdesk.ui.overleg.casus_kop import CasusKop
from vhdesk.ui.overleg.invoer_panel import InvoerPanel
from vhdesk.ui.overleg.meeting_clock import end_words, time_taken, time_words
from vhdesk.ui.overleg.meeting_rows import MeetingRows
from vhdesk.ui.overleg.omstander_strip import OmstanderStrip
from vhdesk.ui.overleg.words import NEXT_PHASE, hours, ongewogen, punt_title
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pill import Pill
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.vocabulary import Actiestatus, Agendasoort, Puntstatus
from vhdesk.vocabulary_agenda import MET_OUDE_ACTIES
from vhdesk.vocabulary_methode import onder_voorbehoud

HIGH = 600  # from here the head of a case stays in sight
NOTE_BELOW = "Noteer hieronder wat in het verslag moet komen. Geen casus zonder agendapunt."
_SAID = {
    Agendasoort.SLUITING: "Is alles gezegd?",
    Agendasoort.RONDVRAAG: "Rondvraag: wie heeft nog iets voor deze tafel?",
    Agendasoort.VERSLAG: "Is het verslag van het vorige overleg akkoord?",
}
_NEXT = {
    Agendasoort.SLUITING: "Met Ctrl+Shift+S ziet u wat er nog ontbreekt en sluit u het overleg.",
    Agendasoort.VERSLAG: "Noteer hieronder of het is vastgesteld, en wat er anders moet. Het verslag zelf staat bij Verslagen.",
}
_PILL = {Puntstatus.OPEN: "muted", Puntstatus.BEZIG: "accent", Puntstatus.BESPROKEN: "ok"}


@dataclass(frozen=True, slots=True)
class ItemParts:
    """The parts of the panel that work with the desk; made by the page, placed here."""

    kop: CasusKop
    blad: CasusBlad
    aanwezigheid: AanwezigheidPanel
    vorige: ActieLijst
    omstanders: OmstanderStrip
    next_phase: PrimaryButton
    invoer: InvoerPanel


class ItemPanel(QWidget):
    """Signals: ``outcome_opened(id)`` to change a row recorded in this meeting, ``outcome_removed(id)``."""

    outcome_opened = Signal(str)
    outcome_removed = Signal(str)

    def __init__(
        self, parts: ItemParts, clock: Clock, begin_act: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._punt: AgendapuntRow | None = None
        self._fase: Fasestand | None = None
        self._rows: MeetingRows | None = None
        self._previous = ""  # how the actions from before this meeting stand
        self.parts = parts
        self.header = PageHeader()
        self.state = Pill(parent=self)
        self.begin_button = PrimaryButton(begin_act, kind="")
        self.end = Pill(parent=self)
        self.header.add_right(self.end)
        self.header.add_right(self.state)
        self.header.add_right(self.begin_button)
        self.voorbehoud = Label("", "fault", wrap=True)
        self.voorbehoud.hide()
        self.uitkomsten = parts.blad.uitkomsten
        self.simple = EmptyState("messages-square", "", "")
        self.stack = SteadyStack()
        for widget in (parts.aanwezigheid, parts.vorige, parts.blad, self.simple):
            self.stack.addWidget(widget)
        self._lay_out()
        self.uitkomsten.opened.connect(self.outcome_opened)
        self.uitkomsten.key_pressed.connect(self._outcome_key)
        self._place_later = QTimer(self, singleShot=True, interval=0)
        self._place_later.timeout.connect(self._place)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_2)
        head.addWidget(self.header)
        head.addWidget(self.voorbehoud)
        head.addWidget(self.parts.omstanders)
        self.parts.blad.beside_tabs.addWidget(self.parts.next_phase)
        head.addWidget(self.parts.kop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_3)
        self._column.setSpacing(SPACE_2)
        self._column.addWidget(self._head)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self.parts.invoer)

    # --- what it shows

    def show_item(
        self,
        overleg: OverlegRow,
        agenda: Agenda,
        punt: AgendapuntRow,
        dossier: Dossier | None,
        *,
        fresh: bool,
    ) -> None:
        """Show an item; ``dossier`` for a case, ``fresh`` when another item was in front before."""
        self.show_head(agenda, punt, dossier)
        self.parts.kop.setVisible(dossier is not None)
        missing = dossier.methode.voorbehoud if dossier is not None else ()
        self.voorbehoud.setVisible(bool(missing))
        self.voorbehoud.setText(onder_voorbehoud(missing) if missing else "")
        if fresh:  # each label shown in sight would lay out everything around it again
            self.stack.hide()
        self._show_content(overleg, punt, dossier, fresh=fresh)
        self._place()
        self.stack.show()

    def follow(self, rows: MeetingRows) -> None:
        """Tell the time of this meeting."""
        self._rows = rows

    def show_head(self, agenda: Agenda, punt: AgendapuntRow, dossier: Dossier | None) -> None:
        """Show name, place on the agenda and state."""
        number = next(i for i, row in enumerate(agenda.punten, 1) if row.id == punt.id)
        place = f"punt\u00a0{number}\u00a0van\u00a0{len(agenda.punten)}"
        self.header.set_title(punt_title(punt))
        if dossier is None:
            counts = self._previous if punt.soort in MET_OUDE_ACTIES else ""
            self.header.set_subtitle(place, f"{hours(punt.begint)}, {punt.minuten} minuten", counts)
        else:
            self.header.set_subtitle(
                punt.casusnummer,
                dossier.kop.doelgroep,
                self._born(punt),
                punt.gemeente,
                dossier.kop.status.label,
                ongewogen(dossier.kop.status),
                place,
            )
        self._punt = punt
        self.tick()
        self.begin_button.setVisible(punt.status is not Puntstatus.BEZIG)

    def show_fase(self, stand: Fasestand | None) -> None:
        """Say in which phase the table is, and offer the next; None: an item without a case."""
        self._fase = stand
        following = NEXT_PHASE.get(stand.nu) if stand is not None else None
        if following is not None:
            self.parts.next_phase.set_words(f"Naar {following.label}")
        busy = self._punt is not None and self._punt.status is Puntstatus.BEZIG
        self.parts.next_phase.setVisible(following is not None and busy)
        self.tick()

    def tick(self) -> None:
        """Say how far the item is, while it is at hand how long, and when the meeting ends; quiet: a word and a colour."""
        punt, rows, now = self._punt, self._rows, self._clock.now()
        if punt is None or rows is None:
            return
        self.end.set_state(*end_words(rows, now))
        words, state = punt.status.label, _PILL[punt.status]
        if punt.status is Puntstatus.BEZIG and self._fase is not None:
            taken = time_taken(punt, now, rows.breaks)
            words = f"{met_hoofdletter(self._fase.nu.label)} · {time_words(taken, punt.minuten)}"
            state = "warn" if taken > punt.minuten else state
        self.state.set_state(words, state, "")

    def _show_content(
        self, overleg: OverlegRow, punt: AgendapuntRow, dossier: Dossier | None, *, fresh: bool
    ) -> None:
        if dossier is not None:
            self.stack.setCurrentWidget(self.parts.blad)
            self.parts.kop.show_case(dossier, punt, overleg.datum)
            self.parts.blad.show_case(dossier, overleg.id, fresh=fresh)
            return
        if punt.soort is Agendasoort.OPENING:
            self.stack.setCurrentWidget(self.parts.aanwezigheid)
        elif punt.soort in MET_OUDE_ACTIES:
            self.stack.setCurrentWidget(self.parts.vorige)
        else:
            self.simple.set_words(_SAID.get(punt.soort, punt_title(punt)), _NEXT.get(punt.soort, NOTE_BELOW))
            self.stack.setCurrentWidget(self.simple)

    def show_people_present(self, rows: Sequence[DeelnemerRow]) -> None:
        """Show the attendance."""
        self.parts.aanwezigheid.show_rows(rows)

    def show_previous(self, rows: Sequence[ActieRow]) -> None:
        """Show the actions from before this meeting."""
        self.parts.vorige.show_rows(rows)
        open_ = [row for row in rows if row.status is Actiestatus.OPEN]
        late = sum(bool(row.dagen_over) for row in open_)
        counts = (
            eventueel(len(rows), "actie", "acties"),
            f"{len(open_)} open" if open_ else "alles is afgehandeld" if rows else "",
            f"{late} over datum" if late else "",
        )
        self._previous = met_punten(counts)

    def _born(self, punt: AgendapuntRow) -> str:
        if punt.geboortedatum is None:
            return ""
        return f"{short_date(punt.geboortedatum)} ({age(punt.geboortedatum, self._clock.today())} jaar)"

    # --- focus and levels

    def focus_work(self) -> None:
        """Put the focus where this item is worked on: in the field of its head that is open, when there is one."""
        line = self.parts.kop.open_line()
        if line is not None and not self.parts.kop.isHidden():
            line.setFocus()
            return
        current = self.stack.currentWidget()
        if current is self.parts.aanwezigheid:
            self.parts.aanwezigheid.to_first_open()
            self.parts.aanwezigheid.focus_list()
        elif current is self.parts.vorige and self.parts.vorige.list.rows.rowCount():
            self.parts.vorige.focus_list()
        else:
            self.parts.invoer.focus_text()

    def back_out(self) -> bool:
        """One level back within the item; False at its first level."""
        current = self.stack.currentWidget()
        if self.parts.kop.back_out():
            return True
        if current is self.parts.aanwezigheid and self.parts.aanwezigheid.back_out():
            return True
        if current is self.parts.vorige and self.parts.vorige.back_out():
            return True
        if current is self.parts.blad and self.parts.blad.back_out():
            return True
        return self.parts.invoer.back_out()

    def _outcome_key(self, key: str) -> None:
        identity = self.uitkomsten.current_id()
        (self.outcome_removed if key == "delete" else self.outcome_opened).emit(identity)

    def scroll_pages(self, pages: float) -> None:
        """Scroll what is looked at without taking the focus."""
        bar = self.parts.blad.scroll_bar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    # --- room

    def _place(self) -> None:
        """The head stays in sight where the window is high enough, else it scrolls with the case."""
        blad = self.parts.blad
        low = self.height() < current_theme().px(HIGH) and self.stack.currentWidget() is blad
        inside = blad.page.isAncestorOf(self._head)
        if low and not inside:
            self._move_head(blad.page.body)
        elif inside and not low:
            self._move_head(self._column)
        blad.place_people(self.width())

    def _move_head(self, column: QVBoxLayout) -> None:
        """Put the head at the top of ``column``; a field in it keeps the cursor, which another parent takes away."""
        focus = self.window().focusWidget()
        kept = focus if focus is not None and self._head.isAncestorOf(focus) else None
        column.insertWidget(0, self._head)
        self._head.show()
        if kept is not None:
            kept.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may move the people or the head."""
        super().resizeEvent(event)
        self._place_later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_place_later"):
            self._place_later.start()
