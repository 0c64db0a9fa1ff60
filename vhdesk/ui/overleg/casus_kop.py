"""The head of a case in a meeting: who it is about, and the triplet casemanager, verantwoordelijke, plan, with the
next date. Each changes inline by one key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.queries.casusstand import heeft_regie, vraagt_leiding
from vhdesk.queries.dossier_rijen import Dossier, RolRow
from vhdesk.ui.onderdelen.plan_woorden import plan_kort
from vhdesk.ui.onderdelen.rolkeuze import HINT, toon_houder
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.inline_cell import InlineCell
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.state_button import StateButton
from vhdesk.vocabulary import GEEN_PERSOON, ROL_WEG, Casusrol

CELL_WIDTH = 165
LAST_ROW = 9
REFUSED = "kan zo niet"


class CasusKop(QWidget):
    """Signals: ``rol_chosen(rol, id)`` ("" to end the role; ``rolkeuze.NIEUW`` begins one of somebody new),
    ``datum_chosen(date or None)``, ``plan_requested``, ``begin_requested(name)`` so that the page brings options,
    ``ended`` when a field closed and the focus goes back, ``typed`` when what stands in a field, or where the cursor
    is in it, changed."""

    rol_chosen = Signal(object, str)
    datum_chosen = Signal(object)
    plan_requested = Signal()
    begin_requested = Signal(str)
    ended = Signal()
    typed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = dict.fromkeys(Casusrol, "")
        self._holders: dict[Casusrol, RolRow | None] = dict.fromkeys(Casusrol)
        self.casemanager_field = CompleterField("Casemanager", HINT)
        self.verantwoordelijke_field = CompleterField("Verantwoordelijke", HINT)
        self.procesregisseur_field = CompleterField("Procesregisseur", HINT)
        self.datum_field = DateField("Volgende datum", clock, hint="bijv. over 6 weken", show_words=False)
        self.casemanager = InlineCell("Casemanager", "Ctrl+M", self.casemanager_field)
        self.verantwoordelijke = InlineCell("Verantwoordelijke", "Ctrl+R", self.verantwoordelijke_field)
        self.procesregisseur = InlineCell("Procesregisseur", "Ctrl+G", self.procesregisseur_field)
        self.plan = StateButton("Plan van aanpak")
        self.datum = InlineCell("Volgende datum", "Ctrl+D", self.datum_field)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_2)
        self.trouble = Label("", "fault", wrap=True)
        self.trouble.hide()
        self._grid.addWidget(self.trouble, LAST_ROW, 0, 1, 5)
        self._across = 0
        self._arrange(5)
        self._connect()

    def _arrange(self, across: int) -> None:
        """Five beside each other, or three or two where the window is narrow or the text large."""
        if across == self._across:
            return
        self._across = across
        widgets = (self.casemanager, self.verantwoordelijke, self.procesregisseur, self.plan, self.datum)
        for number, widget in enumerate(widgets):
            self._grid.addWidget(widget, number // across, number % across)
        for column in range(len(widgets)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        room = event.size().width() // current_theme().px(CELL_WIDTH)
        self._arrange(5 if room >= 5 else 3 if room >= 3 else 2)
        self._fit_heights()

    def _fit_heights(self) -> None:
        """Make all as high as the one with the most words: the name of an organisation is not cut."""
        width = (self.width() - (self._across - 1) * SPACE_2) // self._across
        buttons = (*(cell.button for cell in self.cells()), self.plan)
        height = max(button.height_for(width) for button in buttons)
        for widget in (*self.cells(), self.plan):
            widget.setFixedHeight(height)

    def _connect(self) -> None:
        self.casemanager.begin_requested.connect(self._ask_casemanager)
        self.verantwoordelijke.begin_requested.connect(self._ask_verantwoordelijke)
        self.procesregisseur.begin_requested.connect(self._ask_procesregisseur)
        self.datum.begin_requested.connect(self._ask_datum)
        self.plan.clicked.connect(self.plan_requested)
        self.casemanager_field.chosen.connect(self._casemanager_chosen)
        self.casemanager_field.returnPressed.connect(self._casemanager_entered)
        self.verantwoordelijke_field.chosen.connect(self._verantwoordelijke_chosen)
        self.verantwoordelijke_field.returnPressed.connect(self._verantwoordelijke_entered)
        self.procesregisseur_field.chosen.connect(self._procesregisseur_chosen)
        self.procesregisseur_field.returnPressed.connect(self._procesregisseur_entered)
        self.datum_field.line.returnPressed.connect(self._datum_entered)
        self.datum_field.line.textChanged.connect(self._explain_datum)
        for cell, line in zip(self.cells(), self._lines(), strict=True):
            cell.ended.connect(self._forget_refusal)
            cell.ended.connect(self.ended)
            line.textEdited.connect(self._forget_refusal)
            line.textChanged.connect(self.typed)
            line.cursorPositionChanged.connect(self.typed)

    def cells(self) -> tuple[InlineCell, ...]:
        """Return the facts that change inline."""
        return (self.casemanager, self.verantwoordelijke, self.procesregisseur, self.datum)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (
            self.casemanager_field, self.verantwoordelijke_field, self.procesregisseur_field, self.datum_field.line,
        )  # fmt: skip

    def open_line(self) -> QLineEdit | None:
        """Return the field that is open, None when none is."""
        pairs = zip(self.cells(), self._lines(), strict=True)
        return next((line for cell, line in pairs if cell.editing), None)

    # --- what it shows

    def show_case(self, dossier: Dossier, punt: AgendapuntRow, overleg_datum: date) -> None:
        """Show the roles, the plan and the next date of a case; an open field stays open."""
        nodig = vraagt_leiding(dossier.kop.status, dossier.kop.caseload)
        self._show_rol(self.casemanager, dossier.casemanager, Casusrol.CASEMANAGER, nodig=nodig)
        self._show_rol(
            self.verantwoordelijke, dossier.verantwoordelijke, Casusrol.VERANTWOORDELIJKE, nodig=nodig
        )
        regie = heeft_regie(dossier.kop.status, dossier.kop.caseload)
        self._show_rol(self.procesregisseur, dossier.procesregisseur, Casusrol.PROCESREGISSEUR, nodig=regie)
        evaluatie = dossier.plan.evaluatiedatum if dossier.plan is not None else None
        woorden, state = plan_kort(dossier)
        self.plan.set_state(woorden, f"evaluatie {short_date(evaluatie)}" if evaluatie else "", state)
        self._show_datum(dossier.kop.volgende_datum, punt.volgende_datum, overleg_datum)
        self._fit_heights()

    def _show_rol(self, cell: InlineCell, holder: RolRow | None, rol: Casusrol, *, nodig: bool) -> None:
        self._holders[rol] = holder
        self._before[rol] = (holder.medewerker_id or "") if holder is not None else ""
        if holder is None:
            if nodig:
                cell.button.set_state("nog niemand", "", "danger")
            else:
                cell.button.set_state("niemand", "niet nodig", "muted")
            return
        if holder.weg:
            cell.button.set_state(holder.naam or holder.organisatie, ROL_WEG, "danger")
        elif holder.naam:
            cell.button.set_state(holder.naam, holder.organisatie, "ok")
        else:
            cell.button.set_state(holder.organisatie, GEEN_PERSOON, "danger" if nodig else "muted")

    def _show_datum(self, case_date: date | None, set_now: date | None, overleg_datum: date) -> None:
        if case_date is None:
            self.datum.button.set_state("nog geen datum", "", "danger")
        elif case_date <= overleg_datum:
            self.datum.button.set_state("nieuwe datum nodig", f"was {short_date(case_date)}", "danger")
        else:
            detail = "nu afgesproken" if set_now == case_date else "stond al in de casus"
            self.datum.button.set_state(date_in_words(case_date), detail, "ok")
        if not self.datum.editing:
            self.datum_field.set_value(case_date)

    # --- opening and closing the fields

    def edit_rol(self, rol: Casusrol, *, focus: bool = True) -> None:
        """Open the field of a role; the page set its options."""
        cell, field = self._of(rol)
        field.set_value(self._before[rol])
        cell.begin(focus=focus)
        toon_houder(field, self._holders[rol])

    def edit_datum(self, *, focus: bool = True) -> None:
        """Open the field of the next date."""
        self.datum.begin(focus=focus)

    def put_typed(self, text: str, cursor: int) -> None:
        """Put back what was being typed in the field that is open."""
        if self.datum.editing:
            self.datum_field.put_typed(text, cursor)
        for rol in Casusrol:
            cell, field = self._of(rol)
            if cell.editing:
                field.put_typed(text, cursor)

    def refuse(self, name: str, words: str) -> None:
        """Say at a field (the value of a role, or "datum"), in whole below the cells, why it was refused; it stays open."""
        cell = {rol.value: self._of(rol)[0] for rol in Casusrol}.get(name, self.datum)
        if not cell.editing:
            cell.begin()
        cell.explain(REFUSED, fault=True)
        cell.editor.setAccessibleDescription(words)
        self.trouble.setText(words)
        self.trouble.show()

    def _forget_refusal(self) -> None:
        """What was refused is not what stands there any more."""
        if self.trouble.isHidden():
            return
        self.trouble.hide()
        self.trouble.setText("")
        for cell in self.cells():
            cell.explain("")

    def back_out(self) -> bool:
        """Close the open field without changing anything; False when none is open."""
        for cell in self.cells():
            if cell.editing:
                cell.end()
                return True
        return False

    def end(self) -> None:
        """Close what is open: it was stored."""
        self.back_out()

    def field_of(self, rol: Casusrol) -> CompleterField:
        """Return the field of a role."""
        return self._of(rol)[1]

    def _of(self, rol: Casusrol) -> tuple[InlineCell, CompleterField]:
        return {
            Casusrol.CASEMANAGER: (self.casemanager, self.casemanager_field),
            Casusrol.VERANTWOORDELIJKE: (self.verantwoordelijke, self.verantwoordelijke_field),
            Casusrol.PROCESREGISSEUR: (self.procesregisseur, self.procesregisseur_field),
        }[rol]

    # --- slots

    def _ask_casemanager(self) -> None:
        self.begin_requested.emit("casemanager")

    def _ask_verantwoordelijke(self) -> None:
        self.begin_requested.emit("verantwoordelijke")

    def _ask_procesregisseur(self) -> None:
        self.begin_requested.emit("procesregisseur")

    def _ask_datum(self) -> None:
        self.begin_requested.emit("datum")

    def _casemanager_chosen(self, identity: str) -> None:
        if identity:  # emptying the field counts on Enter only
            self._rol_taken(Casusrol.CASEMANAGER)

    def _verantwoordelijke_chosen(self, identity: str) -> None:
        if identity:
            self._rol_taken(Casusrol.VERANTWOORDELIJKE)

    def _procesregisseur_chosen(self, identity: str) -> None:
        if identity:
            self._rol_taken(Casusrol.PROCESREGISSEUR)

    def _procesregisseur_entered(self) -> None:
        self._rol_taken(Casusrol.PROCESREGISSEUR)

    def _casemanager_entered(self) -> None:
        self._rol_taken(Casusrol.CASEMANAGER)

    def _verantwoordelijke_entered(self) -> None:
        self._rol_taken(Casusrol.VERANTWOORDELIJKE)

    def _rol_taken(self, rol: Casusrol) -> None:
        cell, field = self._of(rol)
        if not cell.editing:
            return
        if field.value() == self._before[rol]:
            cell.end()
        else:
            self.rol_chosen.emit(rol, field.value())

    def _datum_entered(self) -> None:
        if self.datum_field.valid():
            self.datum_chosen.emit(self.datum_field.value())
        else:
            self.datum.explain("dit is geen datum", fault=True)

    def _explain_datum(self) -> None:
        value = self.datum_field.value()
        if self.datum.editing:
            self.datum.explain(date_in_words(value) if value is not None else "")
