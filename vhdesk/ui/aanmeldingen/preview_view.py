"""The preview of a delivered list: what was understood, and everything a person may put right before it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.queries.inlezing import InlezingRow
from vhdesk.queries.organisatie import GemeenteRow, TafelRow
from vhdesk.ui.aanmeldingen.columns_view import ColumnsView
from vhdesk.ui.aanmeldingen.duplicates_view import DuplicatesView
from vhdesk.ui.aanmeldingen.left_out import LeftOut
from vhdesk.ui.aanmeldingen.list_file import Reading
from vhdesk.ui.aanmeldingen.rows_view import RowsView
from vhdesk.ui.aanmeldingen.skipped_view import SkippedView
from vhdesk.ui.aanmeldingen.words import Names, counts, moment_words
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.woorden import getal, telling
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll
from vhdesk.ui.widgets.form import FieldRow
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.vocabulary_aanlevering import Weglaatreden

TABS = ("regels", "kolommen", "dubbel", "overgeslagen")
NOT_STORED = "Er is nog niets opgeslagen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the vault knows that a list may mean."""

    gemeenten: Sequence[GemeenteRow]
    tafels: Sequence[TafelRow]
    tafel_van: dict[str, str]
    """Code of a municipality -> code of the table where its cases are usually discussed."""
    names: Names
    mag: Mapping[str, Sequence[str]]
    """Id of a table -> ids of the municipalities that refer to it."""


class PreviewView(QWidget):
    """Signals: ``changed(column, Veld | None)`` for another column mapping, ``gemeente_chosen(code)``,
    ``blad_chosen(name)``; ``state_changed`` when it may or may not be stored; ``left`` on cancel."""

    field_chosen = Signal(int, object)
    gemeente_chosen = Signal(str)
    blad_chosen = Signal(str)
    state_changed = Signal()
    left = Signal()

    def __init__(self, store_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around: Surroundings | None = None
        self._reading: Reading | None = None
        self._proposed_for = ""
        self._busy = False
        self.left_out = LeftOut()
        self.header = PageHeader("Lijst inlezen")
        self.gemeente = ChoiceField("Gemeente")
        self.tafel = ChoiceField("Tafel")
        self.blad = ChoiceField("Blad")
        self.again = QCheckBox("")
        self.tabs = TabStrip("Voorbeeld", [(tab, tab) for tab in TABS])
        self.rows = RowsView()
        self.columns = ColumnsView()
        self.duplicates = DuplicatesView()
        self.skipped = SkippedView()
        self.stack = QStackedWidget()
        for view in (self.rows, self.columns, self.duplicates, self.skipped):
            self.stack.addWidget(view)
        self.why_not = Label(NOT_STORED, "muted", wrap=True)
        self.cancel_button = QPushButton("Annuleren  (Esc)")
        self.cancel_button.setAccessibleName("Annuleren")
        self.store_button = QPushButton()
        self.store_button.setProperty("kind", "primary")
        self._lay_out()
        self._connect(store_action)

    def _lay_out(self) -> None:
        self._choices = FieldRow(column_width=190)
        self._choices.add("Ge&meente", self.gemeente)
        self._choices.add("&Tafel", self.tafel)
        self._choices.add("Bl&ad van het bestand", self.blad)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.why_not, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.store_button)
        area = FitOrScroll("Voorbeeld van de lijst")
        for widget in (self.header, self._choices, self.again, self.tabs):
            area.body.addWidget(widget)
        area.body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _connect(self, store_action: QAction) -> None:
        self.tabs.chosen.connect(self._tab_chosen)
        self.gemeente.chosen.connect(self._gemeente_chosen)
        self.tafel.chosen.connect(self._tell_state)
        self.blad.chosen.connect(self.blad_chosen)
        self.again.toggled.connect(self._tell_state)
        self.columns.field_chosen.connect(self.field_chosen)
        self.rows.row_toggled.connect(self.toggle_row)
        self.rows.reason_chosen.connect(self._reason_chosen)
        self.duplicates.row_requested.connect(self.look_at_row)
        self.duplicates.row_toggled.connect(self.toggle_row)
        self.skipped.row_requested.connect(self.look_at_row)
        self.cancel_button.clicked.connect(self.left)
        self.store_button.clicked.connect(store_action.trigger)

    # --- content

    def show_reading(self, reading: Reading, around: Surroundings, before: InlezingRow | None) -> None:
        """Show a preview; ``before`` is an earlier reading of the same file that still stands."""
        voorbeeld = reading.voorbeeld
        fresh = self._reading is None or self._reading.file is not reading.file
        other_sheet = self._reading is not None and self._reading.voorbeeld.blad != voorbeeld.blad
        self._reading, self._around = reading, around
        self.left_out.show_reading(voorbeeld, fresh=fresh or other_sheet)
        reasons = self.left_out.reasons
        self.header.set_title(reading.file.name)
        self._show_choices(reading, around)
        if fresh:
            self.again.setChecked(False)
        self.again.setVisible(before is not None)
        if before is not None:
            self.again.setText(
                f"Dit bestand is op {moment_words(before.ingelezen_op)} al ingelezen. &Lees het toch opnieuw in."
            )
        self.rows.show_reading(voorbeeld, around.names, reasons, fresh=fresh)
        self.columns.show_reading(voorbeeld)
        self.duplicates.show_reading(voorbeeld, around.names, reasons)
        self.tabs.set_text("regels", f"&Regels ({getal(len(voorbeeld.rijen))})")
        notes = (
            f", {telling(len(voorbeeld.meldingen), 'melding', 'meldingen')}" if voorbeeld.meldingen else ""
        )
        self.tabs.set_text("kolommen", f"Kolomme&n ({len(voorbeeld.kolommen)}{notes})")
        self.tabs.set_text("dubbel", f"Mogelijk &dubbel ({getal(len(voorbeeld.dubbelen))})")
        self._tell_left_out(voorbeeld)
        if fresh:
            self.tabs.choose("regels" if voorbeeld.indeling.heeft_naam else "kolommen")
        self._tell_state()

    def _tell_left_out(self, voorbeeld: Voorbeeld) -> None:
        """Count what is left out, wherever that shows."""
        reasons = self.left_out.reasons
        self.header.set_subtitle(*counts(voorbeeld, len(reasons)))
        skipped = self.skipped.show_reading(voorbeeld, reasons)
        self.tabs.set_text("overgeslagen", f"Overge&slagen ({getal(skipped)})")

    def toggle_row(self, number: int) -> bool:
        """Leave a row out, or take it along again; False when it could not become a case anyhow."""
        done = self.left_out.toggle(number)
        self._show_left_out()
        return done

    def _reason_chosen(self, number: int, reason: object) -> None:
        if isinstance(reason, Weglaatreden):
            self.left_out.give_reason(number, reason)
            self._show_left_out()

    def _show_left_out(self) -> None:
        if self._reading is None:
            return
        reasons = self.left_out.reasons
        self.rows.show_left_out(reasons)
        self.duplicates.show_left_out(reasons)
        self._tell_left_out(self._reading.voorbeeld)
        self._tell_state()

    def _show_choices(self, reading: Reading, around: Surroundings) -> None:
        voorbeeld = reading.voorbeeld
        known = [(row.code, row.naam) for row in around.gemeenten]
        self.gemeente.set_choices([("", "Kies een gemeente"), *known])
        self.gemeente.set_value(voorbeeld.gemeente_code or "")
        self.tafel.set_choices([("", "Nog geen tafel"), *((row.id, row.naam) for row in around.tafels)])
        code = self.gemeente.value()
        if code != self._proposed_for:
            self._proposed_for = code
            usual = around.tafel_van.get(code, "")
            self.tafel.set_value(next((row.id for row in around.tafels if row.code == usual), ""))
        self.blad.set_choices([(name, name) for name in voorbeeld.bladen])
        self.blad.set_value(voorbeeld.blad)
        holder = self.blad.parentWidget()
        if holder is not None:
            holder.setVisible(len(voorbeeld.bladen) > 1)

    def forget(self) -> None:
        """Forget the preview: it was stored or cancelled."""
        self._reading = None
        self._proposed_for = ""
        self.left_out.forget()
        self.rows.clear_filter()

    def reading(self) -> Reading | None:
        """Return what is shown, None for nothing."""
        return self._reading

    # --- what the page asks

    def gemeente_id(self) -> str:
        """Return the id of the municipality chosen, "" for none."""
        if self._around is None:
            return ""
        code = self.gemeente.value()
        return next((row.id for row in self._around.gemeenten if row.code == code), "")

    def why_not_words(self) -> str:
        """Return why it cannot be stored yet; "" when it can."""
        if self._reading is None:
            return "Kies eerst een bestand."
        if not self._reading.voorbeeld.indeling.heeft_naam:
            return "Er is geen kolom met namen. Wijs die aan bij Kolommen."
        if not self._reading.voorbeeld.bruikbaar:
            return "Geen enkele regel kan een casus worden. Kijk de kolommen na."
        if not self._count():
            return "Alle regels zijn weggelaten. Neem er ten minste één mee."
        if not self.gemeente_id():
            return "Kies eerst de gemeente van deze lijst."
        if not self._refers_here():
            return (
                f"{self.gemeente.currentText()} meldt niet aan bij {self.tafel.currentText()}. Kies een andere tafel of nog geen "
                "tafel, of voeg de gemeente toe bij Beheer, Tafels, Regels wijzigen. De lijst blijft zo lang staan."
            )
        if not self.again.isHidden() and not self.again.isChecked():
            return "Dit bestand is al ingelezen. Zet een vinkje als u het toch opnieuw wilt inlezen."
        return ""

    def _refers_here(self) -> bool:
        """Whether the municipality of the list refers to the table that was chosen."""
        tafel = self.tafel.value()
        return self._around is None or not tafel or self.gemeente_id() in self._around.mag.get(tafel, ())

    def focus_first(self) -> None:
        """Put the focus where looking begins."""
        if not self.gemeente_id():
            self.gemeente.setFocus()
        else:
            self._focus_tab()

    def next_tab(self, step: int) -> None:
        """Go to the next or previous tab, round the end."""
        place = (TABS.index(self.tabs.current()) + step) % len(TABS)
        self.tabs.choose(TABS[place])
        self._focus_tab()

    def look_at_row(self, number: int) -> None:
        """Show a row of the file in the table."""
        self.tabs.choose("regels")
        self.rows.select_row(number)
        self.rows.table.setFocus()

    def set_busy(self, busy: bool) -> None:
        """A job is under way."""
        self._busy = busy
        self._tell_state()

    # --- inner workings

    def _focus_tab(self) -> None:
        if self.tabs.current() == "kolommen":
            self.columns.focus_first()
        else:
            self.stack.currentWidget().setFocus()

    def _tab_chosen(self, tab: str) -> None:
        self.stack.setCurrentIndex(TABS.index(tab))

    def _gemeente_chosen(self, code: str) -> None:
        if code:
            self.gemeente_chosen.emit(code)

    def _count(self) -> int:
        """How many cases there would be."""
        if self._reading is None:
            return 0
        return self._reading.voorbeeld.bruikbaar - len(self.left_out.reasons)

    def _tell_state(self) -> None:
        why_not = self.why_not_words()
        verb = f"Inlezen ({telling(self._count(), 'casus', 'casussen')})"
        self.store_button.setText(f"{verb}  (Ctrl+Enter)")
        self.store_button.setAccessibleName(verb)
        self.store_button.setEnabled(not why_not and not self._busy)
        self.why_not.setText(why_not or NOT_STORED)
        self.state_changed.emit()
