"""The triage screen: the referrals that wait, and the one being weighed beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from vhdesk.errors import NotFound, VhdeskError
from vhdesk.queries.aanmelding import AanmeldingDossier, aanmelding, mogelijke_uitkomsten
from vhdesk.queries.caseload import CaseloadStand, caseload_stand, caseloads
from vhdesk.queries.plicht import PlichtRow
from vhdesk.queries.triage import TriageRow, top_x_casussen, triagelijst
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.ui.aanmeldingen.norm_panel import NormPanel
from vhdesk.ui.aanmeldingen.triage_detail import TriageDetail
from vhdesk.ui.aanmeldingen.triage_words import triage_two_line
from vhdesk.ui.aanmeldingen.weeg_panel import WeegKeuzes
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_diff import row_id
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.caseload_woorden import lijst_woorden
from vhdesk.ui.onderdelen.hand_watch import HandWatch
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.list_and_detail import ListAndDetail
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling
from vhdesk.ui.widgets.completer_field import Option
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.two_line_delegate import TwoLineDelegate
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Plichtsoort

LIST_WIDTH = 340
THREE_LINES = 76
RUST_MS = 150  # walking the list opens (and records reading) only where one stops


def _words(row: TriageRow) -> str:
    return f"{row.naam} {row.nummer} {row.gemeente} {row.doelgroep}"


class TriageView(QWidget):
    """Signals: ``act_requested(act id)`` of a button in the detail, ``shown`` when another referral came in front."""

    act_requested = Signal(str)
    shown = Signal()

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._keuzes = keuzes
        self._lijsten: tuple[CaseloadStand, ...] = ()
        self._rows: tuple[TriageRow, ...] = ()
        self._weighed: TriageRow | None = None  # the one in front, that waits no more: it keeps its line
        self._at = 0
        model = RowTableModel(
            (Column("Aanmelding", value=row_id),), two_line=triage_two_line, filter_text=_words, parent=self
        )
        self.empty = EmptyState("inbox", "Er wacht geen aanmelding.", "Ctrl+N maakt een nieuwe aanmelding.")
        self.pane = ListPane("Te wegen", model, search_hint="Zoeken in aanmeldingen", empty=self.empty)
        self.pane.view.setItemDelegate(TwoLineDelegate(self.pane.view, THREE_LINES))
        self.detail = TriageDetail(acting)
        self.none = EmptyState(
            "scale", "Kies een aanmelding.", "Loop met de pijltjes door de lijst; Enter opent."
        )
        self.norm = NormPanel(acting)
        self._stack = QStackedWidget()
        for widget in (self.none, self.detail):
            self._stack.addWidget(widget)
        self.columns = ListAndDetail(self.pane, self._stack, LIST_WIDTH)
        inside = self.pane.layout()
        assert inside is not None
        inside.addWidget(self.norm)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self._hand = HandWatch(self.pane.view)
        self._rest = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rest.timeout.connect(self._settled)
        self.pane.selected.connect(self._selected)
        self.pane.opened.connect(self._opened)
        self.detail.act_requested.connect(self.act_requested)

    # --- rows

    def refresh(self) -> None:
        """Ask the list, both counts and the referral in front again."""
        desk, former = self._acting.context.desk, self._shown()
        try:
            self._rows = desk.ask(triagelijst)
            self._lijsten = desk.ask(caseloads)
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return
        self._keep_line(former)
        wacht = telling(len(self._rows), "aanmelding wacht", "aanmeldingen wachten")
        self.pane.set_count(f"{wacht}\n{lijst_woorden(self._lijsten)}")
        if self.casus_id:
            self._show(self.casus_id)

    def _keep_line(self, former: Sequence[TriageRow]) -> None:
        """Show the list with the referral in front in its place, also when it was weighed just now."""
        here = next((row for row in former if row.id == self.casus_id), None)
        self._weighed = None if here is None or here.id in {row.id for row in self._rows} else here
        self._at = former.index(here) if here is not None else 0
        self.pane.set_rows(self._shown())

    def _shown(self) -> list[TriageRow]:
        rows = list(self._rows)
        if self._weighed is not None:
            rows.insert(self._at, self._weighed)
        return rows

    @property
    def casus_id(self) -> str:
        """The referral in front, "" for none."""
        return self.detail.dossier.id if self.detail.dossier is not None else ""

    @property
    def dossier(self) -> AanmeldingDossier | None:
        """The referral in front."""
        return self.detail.dossier

    def _selected(self, casus_id: str) -> None:
        if casus_id and self._hand.by_hand and self.pane.view.hasFocus():
            self._rest.start()

    def _settled(self) -> None:
        if self.pane.current_id():
            self._show(self.pane.current_id())

    def _opened(self, casus_id: str) -> None:
        self._rest.stop()
        self.open(casus_id)

    def open(self, casus_id: str) -> bool:
        """Bring a referral in front with the focus on it; False when it is gone."""
        if not self._show(casus_id):
            return False
        self.pane.select(casus_id)
        self.columns.to_detail()
        detail = self.detail
        buttons = (detail.weigh_button, detail.duty_button)
        button = next((button for button in buttons if button.isVisibleTo(detail)), None)
        if button is not None:
            button.setFocus()
        else:
            detail.bekendheid.focus_first()
        detail.bring(detail.header)  # whom it is about stays in sight
        return True

    def _show(self, casus_id: str) -> bool:
        context = self._acting.context
        try:
            found = context.desk.ask(aanmelding, casus_id)
        except VhdeskError as fault:
            if not isinstance(fault, NotFound) or casus_id != self.casus_id:
                context.shell.report(fault)
            self.detail.dossier, self._weighed = None, None
            self._stack.setCurrentWidget(self.none)
            return False
        self.detail.show_dossier(found, self._keuzes.organisatie_opties())
        if self._weighed is not None:
            self._weighed = (
                replace(self._weighed, status=found.status) if self._weighed.id == casus_id else None
            )
            self.pane.set_rows(self._shown())
        if not self.pane.select(casus_id):
            self.pane.view.selectionModel().clear()  # what is in front is not among these
        self._stack.setCurrentWidget(self.detail)
        self.shown.emit()
        return True

    # --- acts

    def can_begin(self) -> bool:
        """Whether the referral in front may be taken into triage by hand."""
        return self.dossier is not None and self.dossier.status is CasusStatus.AANGEMELD

    def begin(self) -> None:
        """Take the referral in front into triage."""
        if self.dossier is not None:
            self._acting.execute(TriageBeginnen(casus_id=self.dossier.id))

    def can_weigh(self) -> bool:
        """Whether the referral in front can be weighed, now or again."""
        return self.dossier is not None and bool(mogelijke_uitkomsten(self.dossier.status))

    def weigh(self) -> None:
        """Open the weighing of the referral in front: the one that is marked, for who looks at the list."""
        marked = self.pane.current_id()
        if self.pane.view.hasFocus() and marked and marked != self.casus_id:
            self._settled()
        if not self.can_weigh():
            return
        keuzes = self._weegkeuzes()
        if keuzes is not None:
            self.columns.to_detail()
            self.detail.ask_weging(keuzes)

    def ask_duty(self) -> None:
        """Open the panel for the first open duty of the referral in front."""
        self._ask_duty(self.detail.open_duty())

    def ask_plaats(self) -> None:
        """Open the panel for the choice that Code Rood left open at the referral in front."""
        self._ask_duty(self.detail.open_duty(Plichtsoort.TOP_X_KEUZE))

    def _ask_duty(self, duty: PlichtRow | None) -> None:
        if duty is None:
            return
        keuzes = self._weegkeuzes() if duty.soort is Plichtsoort.TOP_X_KEUZE else None
        self.detail.ask_duty(duty, keuzes)

    def _weegkeuzes(self) -> WeegKeuzes | None:
        """Return what a weighing, or making room for it, offers; None when nothing is in front or it cannot be read."""
        desk, dossier = self._acting.context.desk, self.dossier
        if dossier is None:
            return None
        tafel_id = dossier.velden.tafel_id
        tafel = next((row.naam for row in self._keuzes.tafels() if row.id == tafel_id), "")
        try:
            return WeegKeuzes(
                mensen=tuple(self._keuzes.personen()),
                procesregisseurs=tuple(self._keuzes.procesregisseurs(tafel)),
                tafels=tuple((row.id, row.naam) for row in self._keuzes.tafels() if row.actief),
                top_x=tuple(
                    Option(row.id, f"{row.naam}, {row.nummer}", row.gemeente)
                    for row in desk.ask(top_x_casussen, voor=dossier.id)
                ),
                organisaties=tuple(self._keuzes.organisatie_opties()),
                afschaalredenen=tuple(
                    (option.id, met_hoofdletter(option.text))
                    for option in self._keuzes.afschaalredenen(tafel_id)
                ),
                stand=desk.ask(caseload_stand, tafel_id),
            )
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return None

    def ask_norm(self) -> None:
        """Open the norm of the Top X."""
        if self._lijsten:
            self.columns.to_list()
            self.norm.ask(self._lijsten[0].norm)

    def back_out(self) -> bool:
        """Close what is open, then go back to the list; False when already there."""
        if self.norm.leave() or self.detail.back_out():
            return True
        here = self.window().focusWidget()
        if here is not None and self.detail.isAncestorOf(here):
            self.columns.to_list()
            self.pane.focus_list()
            return True
        return self.pane.back_out()
