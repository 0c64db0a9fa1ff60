"""The list column: search, filters, n of total, and the cases."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.casuslijst import Casuslijst, casuslijst
from vhdesk.queries.casusregel import CasusRow, casusregels
from vhdesk.queries.organisatie import gemeenten, tafels
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.zoekplaats import Vindplaats
from vhdesk.ui.actions import Act
from vhdesk.ui.casussen.regel import casus_tooltip, casus_two_line
from vhdesk.ui.casussen.zoek_woorden import niets_gevonden, zoek_grens
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_diff import row_id
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.caseload_woorden import caseload_words
from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.hand_watch import HandWatch
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import getal, met_hoofdletter, telling
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.vocabulary import CasusStatus

INLEZEN = "casussen.inlezen"
LIMIET = 200
GEVONDEN = 60  # the first hits of a search: each row says where its hit stands
RUST_MS = 150  # walking the list with the arrows opens (and records reading) only where one stops

GROEPEN = {
    "zonder_casemanager": "zonder casemanager",
    "zonder_verantwoordelijke": "zonder verantwoordelijke",
    "zonder_procesregisseur": "zonder procesregisseur",
    "rol_weg": "met een rol bij iemand die uit dienst is",
    "zonder_datum": "zonder volgende datum",
    "datum_voorbij": "over hun volgende datum",
    "aangemeld": "nog niet gewogen",
    "nazorg_over": "nazorg nog te beoordelen",
    "opschaling_over": "opgeschaald zonder antwoord",
    "besluit_gevraagd": "gevraagd besluit zonder antwoord",
    "bewaren_voorbij": "bewaartermijn om",
    "bewaren_30": "bewaartermijn om binnen 30 dagen",
    "bewaren_90": "bewaartermijn om binnen 90 dagen",
    "herbeoordelen": "noodzaak opnieuw te beoordelen",
    "te_vernietigen": "te vernietigen",
    "methode_over": "achter met wat de methode vraagt",
    "plan_over": "over de evaluatiedatum van hun plan",
    "zonder_plan": "zonder plan van aanpak",
    "nazorg_klaar": "klaar met de nazorg",
    "brief_niet_uit": "afschaalbrief nog niet afgedrukt of opgeslagen",
}


class CasusList(QWidget):
    """Signals: ``chosen(casus_id)`` shortly after another case became current, ``opened(casus_id)`` on Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, context: UiContext, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keuzes = keuzes
        context.registry.add(
            Act(id=INLEZEN, text="Casuslijst inlezen", section="Casus", shortcut="Ctrl+O", context="casussen",
                handler=self._inlezen, icon="import", words="aanlevering excel csv aanmelding")
        )  # fmt: skip
        self._groep = ""
        self._zoek = ""
        self._open = ""  # the case whose file is open: it has its line, also where the list stops before it
        self._remembered: dict[str, str] = {}
        column = Column("Casus", value=row_id, tooltip=casus_tooltip)
        model = RowTableModel((column,), two_line=casus_two_line, parent=self)
        self.empty = EmptyState(
            "folder-open", "Er zijn nog geen casussen.", "Lees een aangeleverde casuslijst in.",
            context.registry.action(INLEZEN),
        )  # fmt: skip
        self.pane = ListPane(
            "Casussen",
            model,
            search_hint="Zoeken in casussen",
            empty=self.empty,
            local_search=False,
            nothing=self._nothing,
        )
        self.tafel = FilterChip("Tafel", "Alle tafels")
        self.gemeente = FilterChip("Gemeente", "Alle gemeenten")
        self.doelgroep = FilterChip("Doelgroep", "Alle doelgroepen")
        self.status = FilterChip(
            "Status", "Elke status", [(s.value, met_hoofdletter(s.label)) for s in CasusStatus]
        )
        self.groep = Chip()
        self.groep.hide()
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rest.timeout.connect(self._settled)
        self._connect()

    @property
    def _filters(self) -> tuple[FilterChip, ...]:
        return (self.tafel, self.gemeente, self.doelgroep, self.status)

    def _lay_out(self) -> None:
        chips = QWidget()
        chips.setAccessibleName("Filters")
        flow = FlowLayout(chips, spacing=SPACE_1)
        for chip in (self.groep, *self._filters):
            flow.addWidget(chip)
        holder = QVBoxLayout()
        holder.setContentsMargins(SPACE_2, 0, SPACE_2, SPACE_2)
        holder.addWidget(chips)
        inside = self.pane.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.insertLayout(1, holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)

    def _connect(self) -> None:
        self._hand = HandWatch(self.pane.view)
        for chip in self._filters:
            chip.chosen.connect(self._filtered)
        self.groep.clicked.connect(self.lift_group)
        self.pane.searched.connect(self._searched)
        self.pane.selected.connect(self._selected)
        self.pane.opened.connect(self._opened)

    def _inlezen(self) -> None:
        self._context.shell.navigate("aanmeldingen", "lijsten")

    # --- rows

    def load_choices(self) -> None:
        """Fill the filters from the record."""
        ask = self._context.desk.ask
        self.tafel.set_choices([(row.id, row.naam) for row in ask(tafels)])
        self.gemeente.set_choices([(row.id, row.naam) for row in ask(gemeenten) if row.casussen])
        doelgroepen = self._keuzes.lijst("doelgroepen")
        self.doelgroep.set_choices([(row.code, met_hoofdletter(row.naam)) for row in doelgroepen])
        if self._remembered:
            self.tafel.set_value(self._remembered.get("tafel", ""))
            self.status.set_value(self._remembered.get("status", ""))
            self._remembered = {}

    def refresh(self) -> None:
        """Ask the rows again; selection and scroll stay. The case whose file is open keeps its line, also when it no longer
        fits the choice: what is marked is what is open."""
        self._ask_rows(keep=True)

    def _ask_rows(self, *, keep: bool = False) -> None:
        try:
            lijst = self._group_rows() if self._groep else self._search_rows()
            rijen = self._with_open(lijst.rijen) if keep else lijst.rijen
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        filtered = self._filtering()
        if filtered and not self._zoek:
            self.empty.set_words("Geen casus voldoet aan deze keuze.", "Kies ruimer, of zoek op naam.")
        else:
            self.empty.set_words("Er zijn nog geen casussen.", "Lees een aangeleverde casuslijst in.")
        assert self.empty.button is not None
        self.empty.button.setVisible(not filtered)
        self.pane.set_rows(rijen)
        telling_ = (self._count(lijst, filtered), zoek_grens(self._zoek, veel=lijst.veel), self._caseload())
        self.pane.set_count("\n".join(regel for regel in telling_ if regel))

    def _with_open(self, rijen: tuple[CasusRow, ...]) -> tuple[CasusRow, ...]:
        """Return the rows with the open case where it stood, as it is now."""
        place = self.pane.model.index_of(self._open).row() if self._open else -1
        if place < 0 or any(row.id == self._open for row in rijen):
            return rijen
        return (*rijen[:place], *self._context.desk.ask(casusregels, (self._open,)), *rijen[place:])

    def _nothing(self, words: str) -> tuple[str, str]:
        return niets_gevonden(words, gekozen=any(chip.value() for chip in self._filters))

    def _search_rows(self) -> Casuslijst:
        status = self.status.value()
        lijst = self._context.desk.ask(
            casuslijst,
            zoek=self._zoek,
            tafel_id=self.tafel.value() or None,
            gemeente_id=self.gemeente.value() or None,
            doelgroep_code=self.doelgroep.value() or None,
            status=CasusStatus(status) if status else None,
            limiet=GEVONDEN if self._zoek else LIMIET,
        )
        if self._filtering() or not self._open or any(row.id == self._open for row in lijst.rijen):
            return lijst
        return Casuslijst(
            (*lijst.rijen, *self._context.desk.ask(casusregels, (self._open,))), lijst.totaal, lijst.veel
        )

    def _filtering(self) -> bool:
        return bool(self._zoek or self._groep or any(chip.value() for chip in self._filters))

    def _group_rows(self) -> Casuslijst:
        desk = self._context.desk
        groep = desk.ask(vandaag, op=self._context.clock.today()).groep(self._groep)
        return Casuslijst(desk.ask(casusregels, groep.ids), groep.aantal)

    def _caseload(self) -> str:
        return caseload_words(self._context.desk.ask(caseload_stand, self.tafel.value() or None))

    def _count(self, lijst: Casuslijst, filtered: bool) -> str:
        shown = len(lijst.rijen)
        if shown < lijst.totaal:
            return f"{getal(shown)} van {getal(lijst.totaal)} casussen; zoek of kies om te verfijnen"
        if not lijst.totaal:
            return ""
        return f"{telling(lijst.totaal, 'casus', 'casussen')}{' gevonden' if filtered else ''}"

    # --- what is shown

    def show_group(self, groep: str) -> None:
        """Show one group of the start page; every filter is lifted. Raises KeyError for an unknown group."""
        self.groep.set_words(
            f"{met_hoofdletter(GROEPEN[groep])}", "accent", "x", name=f"Alleen {GROEPEN[groep]}; opheffen"
        )
        self._groep = groep
        self._lift_filters()
        self.groep.show()
        self._context.desk.log_reading("casussen zoeken", "casus", "", GROEPEN[groep])
        self._ask_rows()

    def lift_group(self) -> None:
        """Show all cases again."""
        self._groep = ""
        self.groep.hide()
        self._ask_rows()
        self.pane.focus_list()

    def _lift_filters(self) -> None:
        self._zoek = ""
        self.pane.search.blockSignals(True)
        self.pane.search.clear()
        self.pane.search.blockSignals(False)
        for chip in self._filters:
            chip.set_value("")

    def _filtered(self) -> None:
        self._drop_group()
        self._ask_rows()

    def _searched(self, words: str) -> None:
        if words != self._zoek:
            self._zoek = words
            if words:
                self._drop_group()
            self._ask_rows()

    def _drop_group(self) -> None:
        self._groep = ""
        self.groep.hide()

    # --- selection

    def select(self, casus_id: str) -> None:
        """Mark a case without opening it. One beyond the first of all cases gets its line at the end."""
        self._rest.stop()
        self._open = casus_id
        if casus_id and not self._filtering() and not self.pane.model.index_of(casus_id).isValid():
            self.refresh()
        self.pane.blockSignals(True)
        if not self.pane.select(casus_id):
            self.pane.view.selectionModel().clear()  # the case that is open is not among these
        self.pane.blockSignals(False)

    def _selected(self, casus_id: str) -> None:
        if casus_id and self._hand.by_hand and self.pane.view.hasFocus():
            self._rest.start()

    def _settled(self) -> None:
        casus_id = self.pane.current_id()
        if casus_id:
            self._open = casus_id
            self.chosen.emit(casus_id)

    def vindplaats(self, casus_id: str) -> Vindplaats | None:
        """Return where the search found a case; None when its name says so, or nothing was searched for."""
        row = self.pane.model.row_at(self.pane.model.index_of(casus_id))
        plaats = row.vindplaats if isinstance(row, CasusRow) else None
        return None if plaats is None or plaats.in_naam else plaats

    def _opened(self, casus_id: str) -> None:
        self._rest.stop()
        self._open = casus_id
        self.opened.emit(casus_id)

    def back_out(self) -> bool:
        """Empty the search, then lift the group; False when there was neither."""
        if self.pane.back_out():
            return True
        if self._groep:
            self.lift_group()
            return True
        return False

    # --- state: ids only, never a word that was searched for

    def save_state(self) -> dict[str, object]:
        """Return the filters."""
        return {"filter_tafel": self.tafel.value(), "filter_status": self.status.value()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the filters back, as soon as their choices are known."""
        self._remembered = {name: str(state.get(f"filter_{name}") or "") for name in ("tafel", "status")}
