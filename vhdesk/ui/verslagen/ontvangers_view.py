"""Choosing who gets a copy of the minutes, on one screen: who reads what, seen before it happens, and made in one act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.ontvangers import Exemplaarplan, Ontvanger, exemplaarplan, ontvangers
from vhdesk.queries.verslag import VerslagRow
from vhdesk.services.exemplaar import ExemplaarTerughalen
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_4
from vhdesk.ui.verslagen.exemplaren import Kopie, maak
from vhdesk.ui.verslagen.ontvanger_words import Regel, leest_words, ontvanger_line
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pdf_view import PdfView
from vhdesk.ui.widgets.whole_row_list import WholeRowList

BREED = 350
RUST_MS = 150
HUIS_ID = "huis"


def _organisatie(identity: str) -> str:
    return "" if identity == HUIS_ID else identity


class OntvangersView(QWidget):
    """Space ticks, A ticks all, T says that a paper came back.

    Signals: ``save_requested``, ``print_requested`` and ``closed`` from the buttons.
    """

    save_requested = Signal()
    print_requested = Signal()
    closed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.row: VerslagRow | None = None
        self.moment: datetime | None = None
        self._rows: tuple[Ontvanger, ...] = ()
        self.ticked: frozenset[str] = frozenset()
        self.head = Label("Wie krijgt een exemplaar", "strong")
        self.keys = Label(
            "Spatie kiest, A kiest iedereen of niemand, T: het papier is teruggehaald.", "small", wrap=True
        )
        self.list = WholeRowList("Ontvangers van het verslag", ontvanger_line, (" ", "a", "t"))
        self.leest = Label("", "muted", wrap=True)
        self.count = Label("", "small", wrap=True)
        self.reden = QLineEdit()
        self.reden.setAccessibleName("Reden")
        self.reden.setPlaceholderText("Reden, als iemand al een exemplaar heeft")
        self.fault = FieldError(self.reden)
        self.save_button = QPushButton("Opslaan in een map  (Ctrl+S)")
        self.save_button.setProperty("kind", "primary")
        self.print_button = QPushButton("Afdrukken  (Ctrl+P)")
        self.close_button = QPushButton("Terug")
        self.panel = PrintPanel(context, "Ctrl+S", stuk="exemplaren", het="de")
        self.view = PdfView(context.jobs)
        self._draft = FormDraft(context.desk, {"reden": self.reden}, context.shell.report, self)
        self._rest = QTimer(self, singleShot=True, interval=RUST_MS)
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.key_pressed.connect(self._key)
        self._rest.timeout.connect(self._show_copy)
        self.save_button.clicked.connect(self.save_requested)
        self.print_button.clicked.connect(self.print_requested)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.print_button, self.close_button):
            button.setAutoDefault(False)
        left = QWidget()
        left.setFixedWidth(current_theme().px(BREED))
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE_4, 0, 0, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addWidget(self.head)
        column.addWidget(self.keys)
        column.addWidget(self.list, 1)
        for part in (self.leest, self.count, self.reden, self.fault, self.panel):
            column.addWidget(part)
        buttons = FlowLayout(spacing=SPACE_2)
        for button in (self.save_button, self.print_button, self.close_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(left)
        layout.addWidget(self.view, 1)

    # --- what is shown

    def open(self, row: VerslagRow) -> bool:
        """Show the recipients of these minutes, who has no copy yet ticked; False when that failed."""
        self._draft.end()
        self.row, self.moment = row, self._context.clock.now()
        if not self.refresh():
            self.row = None
            return False
        self.ticked = frozenset(each.id for each in self._rows if not each.exemplaren)
        self.reden.clear()
        self._draft.begin(f"exemplaren/{row.id}")
        self.fault.clear()
        self._draw()
        self.list.select_first()
        self.list.setFocus()
        self._rest.start()
        return True

    def refresh(self) -> bool:
        """Ask again who may get a copy."""
        if self.row is None:
            return False
        try:
            self._rows = self._context.desk.ask(ontvangers, self.row.overleg_id, self.row.versie)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return False
        self.ticked &= {wie.id for wie in self._rows}
        self._draw()
        self._rest.start()
        return True

    def _draw(self) -> None:
        self.list.set_rows(tuple(Regel(wie.id or HUIS_ID, wie, wie.id in self.ticked) for wie in self._rows))
        gekozen = telling(len(self.ticked), "exemplaar", "exemplaren")
        self.count.setText(f"{gekozen} gekozen. Een bestand is niet versleuteld.")
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(self.ticked))

    def _chosen(self, _identity: str) -> None:
        regel = self.list.current_row()
        self.leest.setText(leest_words(regel.ontvanger) if regel is not None else "")
        self._rest.start()

    def _show_copy(self) -> None:
        """Show the copy of the recipient under the mark: the bytes that leave when it is chosen."""
        if self.row is None or not self.list.current_id():
            return
        wie = _organisatie(self.list.current_id())
        plan = next((each for each in self.plans(wie) if each.organisatie_id == wie), None)
        if plan is not None:
            self._context.jobs.compute(
                self, maak, self._context.desk, self.row, (plan,), self.moment, done=self._made, failed=self._failed,
                key="exemplaar", context=(wie,),
            )  # fmt: skip

    def _made(self, kopieen: tuple[Kopie, ...], wie: str) -> None:
        if wie == _organisatie(self.list.current_id()):
            self.view.show_pdf(kopieen[0].pdf)

    def _failed(self, fault: Exception, _wie: str) -> None:
        if isinstance(fault, VhdeskError):
            self._context.shell.report(fault)

    def plans(self, ook: str | None = None) -> Sequence[Exemplaarplan]:
        """Return which copies the chosen recipients get, in the order of the list."""
        if self.row is None:
            return ()
        wie = [each.id for each in self._rows if each.id in self.ticked or each.id == ook]
        return self._context.desk.ask(exemplaarplan, self.row.overleg_id, wie, self.row.versie)

    # --- acts

    def _key(self, key: str) -> None:
        regel = self.list.current_row()
        if key == "a":
            alle = frozenset(wie.id for wie in self._rows)
            self.ticked = frozenset() if self.ticked == alle else alle
        elif key == " " and regel is not None:
            self.ticked ^= {regel.ontvanger.id}
        elif regel is not None:
            self._came_back(regel.ontvanger)
            return
        self._draw()
        if key == " ":
            self.list.step(1)
        self._rest.start()

    def _came_back(self, wie: Ontvanger) -> None:
        """Tick that the last copy of a recipient was collected back, or take that tick away."""
        if not wie.exemplaren:
            self._context.shell.inform(f"Van {wie.naam} is nog geen exemplaar gemaakt.")
            return
        laatste = wie.exemplaren[-1]
        try:
            self._context.desk.execute(
                ExemplaarTerughalen(exemplaar_id=laatste.id, terug=laatste.teruggehaald_op is None),
                initiator=self,
            )
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._context.shell.saved()
        self.refresh()

    def show_fault(self, fault: VhdeskError) -> None:
        """Say why nothing was made: beside the reason when it is about that."""
        if isinstance(fault, RuleViolation) and fault.field == "reden":
            self.fault.show_fault(fault)
            self.reden.setFocus()
        else:
            self._context.shell.report(fault)

    def made(self) -> None:
        """The copies left: the reason became part of the register."""
        self._draft.forget()
        self.reden.clear()
        self.fault.clear()
        self.ticked = frozenset()
        self.refresh()

    def back_out(self) -> bool:
        """Close the print panel; False when it was not open."""
        return self.panel.leave()

    def close_view(self) -> None:
        """Leave; a half-typed reason waits for the next time."""
        self._draft.end()
        self.row = None
        self.view.clear()
