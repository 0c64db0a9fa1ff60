"""Delivered lists: choose a file, look, put right, read in, and take back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.errors import EnvironmentFault, Interrupted, VhdeskError
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.inlezing import InlezingRow, inlezingen
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.queries.referentie import DOELGROEPEN, referentie_namen
from vhdesk.reference_lists import reference_list
from vhdesk.services.aanlevering import AanleveringIngelezen, AanleveringOngedaanMaken
from vhdesk.services.changes import Changes
from vhdesk.ui.aanmeldingen.list_file import FILTERS, Agreed, Choices, Reading, ReadWork, StoreWork
from vhdesk.ui.aanmeldingen.preview_view import PreviewView, Surroundings
from vhdesk.ui.aanmeldingen.readings_view import ReadingsView
from vhdesk.ui.aanmeldingen.words import Names, explain, left_out_words
from vhdesk.ui.actions import Act
from vhdesk.ui.bridge import touches
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.incident import report_bug
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_6
from vhdesk.vocabulary_aanlevering import Veld

KINDS = ("inlezing", "casus", "besluit", "actie", "agendapunt", "inbreng")


class AanmeldingenPage(QWidget):
    """Two views: the lists that were read in, and the preview of a list that may be."""

    page_id = "aanmeldingen"
    title = "Aanmeldingen"
    topic = "lijst-inlezen"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAcceptDrops(True)
        self._context = context
        self._stale = True
        self._folder: Path | None = None
        self._state: dict[str, object] = {}
        self._add_acts()
        self.bar = FaultBar()
        self.readings = ReadingsView(context.registry)
        self.preview = PreviewView(context.registry.action("aanmeldingen.inlezen"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.readings)
        self.stack.addWidget(self.preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_6, PAGE_MARGIN, SPACE_6)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.readings.selected.connect(context.registry.refresh)
        self.preview.field_chosen.connect(self._field_chosen)
        self.preview.gemeente_chosen.connect(self._gemeente_chosen)
        self.preview.blad_chosen.connect(self._blad_chosen)
        self.preview.state_changed.connect(context.registry.refresh)
        self.preview.left.connect(self.cancel_preview)
        context.bridge.changed.connect(self._changed)

    def _add_acts(self) -> None:
        here = self.page_id
        self._context.registry.add(
            Act(id="aanmeldingen.lijst", text="Lijst inlezen…", section="Casus", shortcut="Ctrl+O", context=here,
                handler=self.choose_file, icon="file-plus", words="aanlevering excel csv importeren openen"),
            Act(id="aanmeldingen.inlezen", text="Inlezen", section="Casus", shortcut="Ctrl+Return", context=here,
                handler=self.store, enabled=self._can_store, icon="check", words="opslaan casussen maken akkoord"),
            Act(id="aanmeldingen.ongedaan", text="Inlezen ongedaan maken…", section="Casus", shortcut="Ctrl+Delete",
                context=here, handler=self.ask_undo, enabled=self._can_undo, icon="undo-2",
                words="terugdraaien lijst verwijderen"),
            Act(id="aanmeldingen.weglaten", text="Regel weglaten of weer meenemen", section="Casus", shortcut="Ctrl+D",
                context=here, handler=self._toggle_row, enabled=self._in_preview, icon="square-check",
                words="uitvinken overslaan niet inlezen"),
            Act(id="aanmeldingen.opmerkingen", looks=True, text="Alleen regels met opmerkingen", section="Beeld",
                shortcut="Ctrl+M", context=here, handler=self._toggle_remarks, enabled=self._in_preview,
                icon="filter", words="filter fouten"),
            Act(id="aanmeldingen.volgende", looks=True, text="Volgend tabblad", section="Beeld", shortcut="Ctrl+PgDown",
                context=here, handler=self._next_tab, enabled=self._in_preview, icon="arrow-right"),
            Act(id="aanmeldingen.vorige", looks=True, text="Vorig tabblad", section="Beeld", shortcut="Ctrl+PgUp",
                context=here, handler=self._previous_tab, enabled=self._in_preview, icon="arrow-left"),
            Act(id="aanmeldingen.zoeken", looks=True, text="Zoeken in de regels", section="Beeld", shortcut="Ctrl+F",
                context=here, handler=self._focus_search, enabled=self._in_preview, icon="search"),
        )  # fmt: skip

    # --- the lists that were read in

    def refresh(self) -> None:
        """Ask the lists again."""
        try:
            rows = self._context.desk.ask(inlezingen)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._stale = False
        self.readings.set_rows(rows)
        self._context.registry.refresh()

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and touches(changes, KINDS):
            self._stale = True
            if self.isVisible():
                self.refresh()

    # --- a file

    def choose_file(self) -> None:
        """Ctrl+O: ask for a file."""
        self._context.prompts.open_file(self, "Lijst inlezen", FILTERS, self.read_file, folder=self._folder)

    def read_file(self, path: Path) -> None:
        """Read a file and show its preview; nothing is stored."""
        if self._context.jobs.busy:
            return
        self._folder = path.parent
        self.bar.clear()
        self._read(path, Choices())

    def _read(self, source: Path | Reading, choices: Choices) -> None:
        self.preview.set_busy(True)
        self._context.jobs.exclusive(
            self, "De lijst wordt gelezen", ReadWork(self._context.desk, source, choices),
            done=self._read_done, failed=self._read_failed,
        )  # fmt: skip

    def _read_done(self, reading: Reading) -> None:
        self.preview.set_busy(False)
        try:
            around = self._surroundings()
            before = self._read_before(reading)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        entering = self.stack.currentWidget() is not self.preview
        self.preview.show_reading(reading, around, before)
        self.stack.setCurrentWidget(self.preview)
        if entering:
            self.preview.focus_first()
        self._context.registry.refresh()

    def _read_failed(self, fault: Exception) -> None:
        self.preview.set_busy(False)
        if isinstance(fault, EnvironmentFault) and fault.code.startswith("bestand_"):
            self.bar.show_words(
                "Het bestand is niet te openen.", "Sluit het in andere programma's en kies het opnieuw.", "warn",
                self._context.registry.action("aanmeldingen.lijst"),
            )  # fmt: skip
        else:
            self._show_fault(fault)
        self._back_to_file(fault)

    def _back_to_file(self, fault: Exception) -> None:
        """A correction that does not work leaves the preview as it was; a file that does not, goes back to choosing."""
        if self.preview.reading() is None and not isinstance(fault, Interrupted):
            self.stack.setCurrentWidget(self.readings)
            self.readings.focus_first()
        reading = self.preview.reading()
        if reading is not None:  # put the choices back to what was read
            self.preview.show_reading(reading, self._surroundings(), self._read_before(reading))

    def _surroundings(self) -> Surroundings:
        desk = self._context.desk
        usual = {
            str(item["code"]): str(item["werktafel"])
            for item in reference_list("gemeenten_twente").items
            if item.get("werktafel")
        }
        return Surroundings(
            gemeenten=desk.ask(gemeenten),
            tafels=desk.ask(tafels),
            tafel_van=usual,
            names=Names(
                desk.ask(referentie_namen, DOELGROEPEN)[DOELGROEPEN],
                {row.code: row.naam for row in desk.ask(organisaties)},
            ),
            mag=desk.ask(aanmeldgemeenten),
        )

    def _read_before(self, reading: Reading) -> InlezingRow | None:
        sha256 = reading.file.sha256
        rows = self._context.desk.ask(inlezingen)
        return next((row for row in rows if row.sha256 == sha256 and row.ongedaan_op is None), None)

    # --- putting right

    def _field_chosen(self, column: int, veld: object) -> None:
        reading = self.preview.reading()
        if reading is not None and (veld is None or isinstance(veld, Veld)):
            indeling = reading.voorbeeld.indeling.met(column, veld)
            self._read(reading, replace(reading.choices, indeling=indeling, blad=reading.voorbeeld.blad))

    def _gemeente_chosen(self, code: str) -> None:
        reading = self.preview.reading()
        if reading is not None:
            self._read(reading, replace(reading.choices, gemeente=code))

    def _blad_chosen(self, blad: str) -> None:
        reading = self.preview.reading()
        if reading is not None:
            self._read(reading, replace(reading.choices, blad=blad, indeling=None))

    # --- storing

    def _in_preview(self) -> bool:
        return self.stack.currentWidget() is self.preview

    def _can_store(self) -> bool:
        return self._in_preview() and not self.preview.why_not_words() and not self._context.jobs.busy

    def store(self) -> None:
        """Ctrl+Enter: make the backup and the cases."""
        reading = self.preview.reading()
        if reading is None or not self._can_store():
            return
        self.bar.clear()
        agreed = Agreed(
            gemeente_id=self.preview.gemeente_id(),
            tafel_id=self.preview.tafel.value() or None,
            weggelaten=dict(self.preview.left_out.reasons),
            opnieuw=self.preview.again.isChecked(),
        )
        self._context.jobs.exclusive(
            self, "De lijst wordt ingelezen", StoreWork(self._context.kluis, reading, agreed),
            done=self._stored, failed=self._not_stored,
        )  # fmt: skip

    def _stored(self, event: AanleveringIngelezen) -> None:
        self.preview.forget()
        self.stack.setCurrentWidget(self.readings)
        self.refresh()
        self.readings.table.select(event.id)
        self.readings.focus_first()
        self._context.shell.saved()
        self._context.registry.refresh()
        self.bar.show_words(
            f"{telling(event.aantal, 'casus is', 'casussen zijn')} aangemaakt.",
            f"Nummers {event.eerste_nummer} tot en met {event.laatste_nummer}. Ze staan bij Casussen met de status"
            f" aangemeld.{left_out_words(event.weggelaten)}",
            "ok",
            self._context.registry.action("aanmeldingen.ongedaan"),
        )

    def _not_stored(self, fault: Exception) -> None:
        self.preview.set_busy(False)
        self._show_fault(fault)

    # --- taking back

    def _can_undo(self) -> bool:
        row = self.readings.current() if not self._in_preview() else None
        return row is not None and row.ongedaan_op is None and row.casussen > 0

    def ask_undo(self) -> None:
        """Ctrl+Delete: take a list back, after a yes."""
        row = self.readings.current()
        if row is None or not self._can_undo():
            return
        self._context.prompts.confirm(
            self, f"{telling(row.casussen, 'casus', 'casussen')} van deze lijst verwijderen?", "Verwijderen",
            self._undo, row.id, danger=True,
            detail=f"{row.bestandsnaam}. Het bestand zelf blijft; u kunt het opnieuw inlezen.",
        )  # fmt: skip

    def _undo(self, inlezing_id: str) -> None:
        try:
            event = self._context.desk.execute(
                AanleveringOngedaanMaken(inlezing_id=inlezing_id), initiator=self
            )
        except VhdeskError as fault:
            self._show_fault(fault)
            return
        self._context.shell.saved()
        self.refresh()
        count = int(getattr(event, "aantal", 0))
        self.bar.show_words(f"{telling(count, 'casus is', 'casussen zijn')} weer verwijderd.", state="ok")

    # --- showing

    def _show_fault(self, fault: Exception) -> None:
        if isinstance(fault, Interrupted):
            return
        if not isinstance(fault, VhdeskError):
            report_bug(fault)
            self.bar.show_fault(fault)
            return
        happened, step = explain(fault)
        state = "danger" if isinstance(fault, EnvironmentFault) else "warn"
        self.bar.show_words(happened, step, state)

    def _toggle_row(self) -> None:
        """Ctrl+D, and Space in the table: the current row is left out, or taken along again."""
        self.preview.tabs.choose("regels")
        number = self.preview.rows.current_row()
        if number is not None and not self.preview.toggle_row(number):
            self._context.shell.inform("Deze regel heeft geen achternaam en kan geen casus worden.")

    def _toggle_remarks(self) -> None:
        self.preview.tabs.choose("regels")
        self.preview.rows.toggle_remarks()

    def _next_tab(self) -> None:
        self.preview.next_tab(1)

    def _previous_tab(self) -> None:
        self.preview.next_tab(-1)

    def _focus_search(self) -> None:
        self.preview.tabs.choose("regels")
        self.preview.rows.search.setFocus()

    def cancel_preview(self) -> None:
        """Back to the lists; nothing was stored."""
        self.preview.forget()
        self.bar.clear()
        self.stack.setCurrentWidget(self.readings)
        self.readings.focus_first()
        self._context.registry.refresh()

    # --- dragging a file onto the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self._context.shell.inform("Laat los om het bestand in te lezen.")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        self._context.shell.inform("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        event.acceptProposedAction()
        self._context.shell.inform("")
        self.read_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # --- Page

    def activate(self) -> None:
        """The page came to the front."""
        if self._stale:
            self.refresh()
        reading = self.preview.reading() if self._in_preview() else None
        if reading is not None:  # a table may take other gemeenten since
            self.preview.show_reading(reading, self._surroundings(), self._read_before(reading))
            self.preview.focus_first()
        else:
            self.readings.focus_first()

    def show_target(self, target: str) -> None:
        """Come on the list with this id, or with "lijst" at choosing a file."""
        if target == "lijst":
            self.choose_file()
        else:
            self.readings.table.select(target)

    def flush(self) -> bool:
        """Nothing half-typed stays here."""
        return True

    def back_out(self) -> bool:
        """A filter goes first, then the preview."""
        if self._in_preview():
            if not self.preview.rows.clear_filter():
                self.cancel_preview()
            return True
        if not self.bar.isHidden():
            self.bar.clear()
            return True
        return False

    def save_state(self) -> dict[str, object]:
        """Remember the widths of the columns."""
        return {
            "lijsten": self.readings.table.save_columns(),
            "regels": self.preview.rows.table.save_columns(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.readings.table.restore_columns(state.get("lijsten"))
        self.preview.rows.table.restore_columns(state.get("regels"))
