"""The municipalities and what they contribute: Twente as in its jaarplan, NOG by chamber."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtWidgets import QStackedWidget, QWidget

from vhdesk.queries.organisatie import GemeenteRow, gemeenten, organisaties
from vhdesk.queries.referentie import ReferentiewaardeRow, referentie_waarden
from vhdesk.ui.beheer.bedrag import euro, procent
from vhdesk.ui.beheer.gemeente_panel import GemeentePanel
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable

REGIOS = (("twente", "Twente"), ("nog", "Noord- en Oost-Gelderland"))
KAMERS = "veiligheidskamers"
_casussen = Column(
    "Casussen", attrgetter("casussen"), align="right", text=lambda count: str(count or ""), width=96
)
TWENTE = (
    Column("Gemeente", attrgetter("naam"), width=190, icon=lambda row: "landmark"),
    Column("Bijdrage", attrgetter("bijdrage_cent"), text=euro, align="right", width=130),
    Column("Aandeel", attrgetter("aandeel_promille"), text=procent, align="right", width=96),
    Column("Verhoging", attrgetter("verhoging_cent"), text=euro, align="right", width=130),
    Column("Totaal", lambda row: row.bijdrage_cent + row.verhoging_cent, text=euro, align="right", width=130),
    _casussen,
    Column("Organisatie aan tafel", attrgetter("organisatie"), tooltip=attrgetter("organisatie")),
)


@dataclass(frozen=True, slots=True)
class NogRow:
    """A municipality of NOG with the name of its chamber, so that the table can be sorted by it."""

    id: str
    kamer: str
    naam: str
    zetel: bool
    bijdrage: int
    casussen: int
    organisatie: str


NOG = (
    Column("Veiligheidskamer", attrgetter("kamer"), width=210, icon=lambda row: "layers"),
    Column("Gemeente", attrgetter("naam"), width=190),
    Column("Zetelgemeente", attrgetter("zetel"), text=lambda seat: "ja" if seat else "", width=130),
    Column("Bijdrage", attrgetter("bijdrage"), text=euro, align="right", width=130),
    _casussen,
    Column("Organisatie aan tafel", attrgetter("organisatie"), tooltip=attrgetter("organisatie")),
)


class GemeentenTab(BeheerTab):
    """F2 or Enter changes the current municipality."""

    tab_id = "gemeenten"
    title = "Gemeenten"
    kinds = ("gemeente", "organisatie", "referentielijst")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: dict[str, GemeenteRow] = {}
        self._chambers: Sequence[ReferentiewaardeRow] = ()
        self.regio = ChoiceField("Regio", REGIOS)
        self.line = TableLine([(context.registry.action("beheer.wijzigen"), "Gemeente wijzigen", "")])
        self.twente_model = RowTableModel(TWENTE, parent=self)
        self.nog_model = RowTableModel(NOG, parent=self)
        self.twente = RowTable("Gemeenten van Twente", self.twente_model)
        self.nog = RowTable("Gemeenten van Noord- en Oost-Gelderland", self.nog_model)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.twente)
        self.stack.addWidget(self.nog)
        self.stack.setMinimumHeight(current_theme().px(TABLE))
        self.totals = Label("", "strong", wrap=True)
        self.source = Label("", "small", wrap=True)
        self.panel = GemeentePanel()
        self.panels = [self.panel]
        self.keep_drafts()
        self.line.add_left(self.regio)
        layout = self.column()
        for widget in (self.line, self.panel):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.totals)
        layout.addWidget(self.source)
        self.regio.chosen.connect(self._regio_chosen)
        self.panel.submitted.connect(self._submit)
        for table in (self.twente, self.nog):
            table.opened.connect(self._opened)
            table.selected.connect(self._selected)

    # --- rows

    def refresh(self) -> None:
        """Ask the municipalities of both regions."""
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        rows = self.context.desk.ask(gemeenten)
        self._chambers = self.context.desk.ask(referentie_waarden, KAMERS)
        names = {value.code: value.naam for value in self._chambers}
        self._rows = {row.id: row for row in rows}
        self.twente_model.set_rows([row for row in rows if row.regio == "twente"])
        nog = [
            NogRow(
                row.id, names.get(row.veiligheidskamer, row.veiligheidskamer), row.naam, row.zetelgemeente,
                row.bijdrage_cent, row.casussen, row.organisatie,
            )
            for row in rows
            if row.regio == "nog"
        ]  # fmt: skip
        self.nog_model.set_rows(sorted(nog, key=lambda row: (row.kamer, not row.zetel, row.naam)))
        self._regio_chosen(self.regio.value())

    def _regio_chosen(self, regio: str) -> None:
        self.stack.setCurrentWidget(self.nog if regio == "nog" else self.twente)
        table = self.table()
        if not table.current_id() and table.proxy.rowCount():
            table.select(table.rows.rows()[0].id)
        self.totals.setText(nog_totals(self.nog_model.rows()) if regio == "nog" else self._twente_totals())
        self.source.setText(
            "Zetelgemeenten betalen € 15.000, de andere € 9.000 (jaarplan 2017 NOG)."
            if regio == "nog"
            else "Verdeling tot en met 2015, met de verhoging vanaf 2016 (jaarplan 2015 Veiligheidshuis Twente, hoofdstuk 11)."
        )
        self.context.registry.refresh()

    def _twente_totals(self) -> str:
        rows = self.twente_model.rows()
        base, extra = sum(row.bijdrage_cent for row in rows), sum(row.verhoging_cent for row in rows)
        return f"Samen {euro(base)} bijdrage en {euro(extra)} verhoging: {euro(base + extra)}"

    def table(self) -> RowTable:
        """Return the table in front."""
        return self.nog if self.regio.value() == "nog" else self.twente

    def current(self) -> GemeenteRow | None:
        """Return the municipality that is current."""
        return self._rows.get(self.table().current_id())

    def focus_first(self) -> None:
        """Begin in the table."""
        self.table().setFocus()

    def _selected(self, _identity: str) -> None:
        self.context.registry.refresh()

    # --- acts

    def can(self, act: str) -> bool:
        """Municipalities come with the region: they are only changed."""
        return act == "change" and self.current() is not None

    def change(self) -> None:
        """F2."""
        row = self.current()
        if row is not None:
            self.ask_rows(self._begin)

    def _begin(self) -> None:
        row = self.current()
        if row is not None:
            self.panel.begin(row, self._chambers, self.context.desk.ask(organisaties))

    def _submit(self) -> None:
        command = self.panel.command()
        if command is not None and self.execute(command, self.panel) is not None:
            self.table().setFocus()

    def _opened(self, _identity: str) -> None:
        self.change()

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"twente": self.twente.save_columns(), "nog": self.nog.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.twente.restore_columns(state.get("twente"))
        self.nog.restore_columns(state.get("nog"))


def nog_totals(rows: Sequence[NogRow]) -> str:
    """Return the sum of every chamber and of all."""
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.kamer] = sums.get(row.kamer, 0) + row.bijdrage
    parts = [f"{kamer} {euro(total)}" for kamer, total in sorted(sums.items())]
    return "  ·  ".join([*parts, f"samen {euro(sum(sums.values()))}"])
