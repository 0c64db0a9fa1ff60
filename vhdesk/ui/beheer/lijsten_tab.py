"""The lists a table may change itself: every change makes a new version, and what was written keeps its word."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vhdesk.queries.methodevraag import lees_methodevraag
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.referentie import (
    BESLUITTYPEN,
    BIJ_LEEFGEBIED,
    DOELGROEPEN,
    GREMIA,
    LEEFGEBIEDEN,
    METHODEN,
    VASTE_LIJSTEN,
    ReferentielijstRow,
    ReferentiewaardeRow,
    referentie_historie,
    referentie_lijsten,
    referentie_namen,
    referentie_waarden,
)
from vhdesk.services.command import Command
from vhdesk.services.referentie import ReferentiewaardeVervallen
from vhdesk.ui.beheer.methode_panel import MethodePanel
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.beheer.waarde_panel import WaardePanel
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.methode_woorden import methode_in_kort
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.side_by_side import SideBySide
from vhdesk.ui.widgets.whole_row_list import WholeRowList

FIXED = "Deze lijst ligt vast: u kunt alleen de woorden wijzigen."


def lijst_line(row: ReferentielijstRow) -> TwoLine:
    """Word a list."""
    return TwoLine(row.naam, f"{telling(row.aantal, 'waarde', 'waarden')}, versie {row.versie}", icon="list")


def versie_words(row: ReferentiewaardeRow) -> str:
    """Return from which version to which a value is valid."""
    if row.versie_tot is None:
        return f"vanaf {row.versie_van}"
    return f"{row.versie_van} tot en met {row.versie_tot}"


def _icon(row: ReferentiewaardeRow) -> str:
    return "tag" if row.versie_tot is None else "archive"


class LijstenTab(BeheerTab):
    """Ctrl+N adds a value, F2 changes it, Ctrl+Delete ends it; Ctrl+Z takes it back."""

    tab_id = "lijsten"
    title = "Lijsten"
    kinds = ("referentielijst",)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._gremia: Mapping[str, str] = {}
        self._leefgebieden: Mapping[str, str] = {}
        registry = context.registry
        self.list = WholeRowList("Lijsten", lijst_line)
        self.list.setMinimumHeight(current_theme().px(TABLE))
        self.head = Label("", "section", wrap=True)
        self.source = Label("", "small", wrap=True)
        self.line = TableLine(
            [
                (registry.action("beheer.wijzigen"), "Wijzigen", ""),
                (registry.action("beheer.verwijderen"), "Laten vervallen", ""),
                (registry.action("beheer.toevoegen"), "Waarde toevoegen", "primary"),
            ]
        )
        self.detail = Label("", wrap=True)
        self.history = QCheckBox("Ook vervallen waarden en eerdere versies")
        columns = (
            Column("Naam", attrgetter("naam"), width=230, icon=_icon, tooltip=attrgetter("naam")),
            Column("Versie", versie_words, sort=attrgetter("versie_van"), width=110),
            Column("Omschrijving en bijzonderheden", self._more, tooltip=self._more),
        )
        self.model = RowTableModel(columns, parent=self)
        self.table = RowTable("Waarden van de lijst", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.panel = WaardePanel()
        self.methode = MethodePanel()
        self.panels = [self.panel, self.methode]
        self.keep_drafts()
        self._lay_out()
        self.list.chosen.connect(self._list_chosen)
        self.list.opened.connect(self._list_opened)
        self.history.toggled.connect(self.refresh)
        self.table.opened.connect(self._opened)
        self.table.selected.connect(self._selected)
        self.panel.submitted.connect(self._submit)
        self.methode.submitted.connect(self._submit_method)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE_3, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for widget in (
            self.head,
            self.source,
            self.line,
            self.panel,
            self.methode,
            self.table,
            self.detail,
            self.history,
        ):
            column.addWidget(widget, 1 if widget is self.table else 0)
        split = SideBySide(self.list, right, 27)
        layout = self.column()
        layout.addWidget(split, 1)

    def _more(self, row: ReferentiewaardeRow) -> str:
        """What else there is to say of a value: description, leefgebied, other spellings, who may take the decision."""
        parts = [row.omschrijving]
        gremia = row.kenmerken.get("gremia") or ()
        if row.lijst_code == BESLUITTYPEN and gremia:
            parts.append("door " + ", ".join(self._gremia.get(code, code) for code in gremia))
        area = row.kenmerken.get("leefgebied")
        if row.lijst_code in BIJ_LEEFGEBIED and area:
            parts.append(f"bij {self._leefgebieden.get(area, area)}")
        if row.lijst_code == METHODEN:
            parts.append(methode_in_kort(lees_methodevraag(row.kenmerken)))
        aliases: Any = row.kenmerken.get("aliassen") or ()
        if aliases:
            parts.append("ook: " + ", ".join(aliases))
        return "  ·  ".join(part for part in parts if part)

    # --- rows

    def refresh(self) -> None:
        """Ask the lists and the values of the current one."""
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        lists = self.context.desk.ask(referentie_lijsten)
        names = self.context.desk.ask(referentie_namen, GREMIA, LEEFGEBIEDEN)
        self._gremia, self._leefgebieden = names[GREMIA], names[LEEFGEBIEDEN]
        self.list.set_rows(lists)
        if lists and self.current_list() is None:
            first = next((row.id for row in lists if row.id == "doelgroepen"), lists[0].id)
            self.list.select(first)
        self._show_values()

    def _show_values(self) -> None:
        lijst = self.current_list()
        if lijst is None:
            return
        query = referentie_historie if self.history.isChecked() else referentie_waarden
        before = self.current()
        values = self.context.desk.ask(query, lijst.id)
        self.model.set_rows(values)
        self.head.setText(lijst.naam)
        source = f"Bron: {lijst.bron.rstrip('.')}." if lijst.bron else ""
        words = " ".join(filter(None, (source, FIXED if lijst.id in VASTE_LIJSTEN else "")))
        self.source.setText(words)
        self.source.setVisible(bool(words))
        self.line.set_count(f"{telling(lijst.aantal, 'waarde', 'waarden')}, versie {lijst.versie}")
        if before is not None and before.lijst_code == lijst.id:
            self._select_code(before.code)
        elif values:
            self.table.select(values[0].id)

    def _select_code(self, code: str) -> None:
        """A changed value is a new row with the same code."""
        for row in self.model.rows():
            if row.code == code and row.versie_tot is None:
                self.table.select(row.id)

    def current_list(self) -> ReferentielijstRow | None:
        """Return the list that is current."""
        row = self.list.current_row()
        return row if isinstance(row, ReferentielijstRow) else None

    def current(self) -> ReferentiewaardeRow | None:
        """Return the value that is current."""
        row = self.table.proxy.row_at(self.table.currentIndex())
        return row if isinstance(row, ReferentiewaardeRow) else None

    def _list_chosen(self, _identity: str) -> None:
        for panel in self.panels:
            panel.close_panel()
        self.ask_rows(self._show_values)
        self.context.registry.refresh()

    def _list_opened(self, _identity: str) -> None:
        self.table.setFocus()

    def _selected(self, _identity: str) -> None:
        row = self.current()
        self.detail.setText(
            f"{row.naam}: {self._more(row) or 'geen omschrijving'}" if row is not None else ""
        )
        self.context.registry.refresh()

    def focus_first(self) -> None:
        """Begin in the lists."""
        self.list.setFocus()

    # --- acts

    def can(self, act: str) -> bool:
        """Only a value that is valid now can be changed or ended; of a fixed list only the words can be changed."""
        lijst, row = self.current_list(), self.current()
        open_ended = lijst is not None and lijst.id not in VASTE_LIJSTEN
        if act == "add":
            return open_ended
        if act not in ("change", "remove") or row is None or row.versie_tot is not None:
            return False
        return act == "change" or open_ended

    def add(self) -> None:
        """Ctrl+N."""
        self._begin(None)

    def change(self) -> None:
        """F2."""
        row = self.current()
        if row is not None and row.versie_tot is None:
            self._begin(row)

    def remove(self) -> None:
        """Ctrl+Delete: the value can no longer be chosen; undo brings it back."""
        row = self.current()
        if row is not None and row.versie_tot is None:
            self.execute(ReferentiewaardeVervallen(lijst_code=row.lijst_code, code=row.code))

    def _begin(self, row: ReferentiewaardeRow | None) -> None:
        lijst, desk = self.current_list(), self.context.desk
        if lijst is not None and lijst.id == METHODEN:
            namen = desk.ask(referentie_namen, DOELGROEPEN)[DOELGROEPEN]
            self.methode.begin(row, lijst.aantal + 1, desk.ask(organisaties, ook_inactief=True), namen)
        elif lijst is not None:
            gremia = desk.ask(referentie_waarden, GREMIA) if lijst.id == BESLUITTYPEN else ()
            areas = desk.ask(referentie_waarden, LEEFGEBIEDEN) if lijst.id in BIJ_LEEFGEBIED else ()
            self.panel.begin(lijst, row, gremia, areas)

    def _submit_method(self) -> None:
        command = self.methode.command()
        if command is not None:
            self._store(command, self.methode)

    def _submit(self) -> None:
        self._store(self.panel.command(), self.panel)

    def _store(self, command: Command, panel: InlinePanel) -> None:
        event = self.execute(command, panel)
        if event is not None:
            self._select_code(str(getattr(event, "code", "")))
            self.table.setFocus()

    def _opened(self, _identity: str) -> None:
        self.change()

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"waarden": self.table.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.table.restore_columns(state.get("waarden"))
