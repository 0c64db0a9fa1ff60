"""Partner organisations at the left, the people of the current one at the right."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.convenant import convenanten
from vhdesk.queries.organisatie import MedewerkerRow, OrganisatieRow, medewerkers, organisaties
from vhdesk.services.organisatie import MedewerkerVerwijderen, OrganisatieVerwijderen
from vhdesk.ui.beheer.convenant_panel import ConvenantPanel, convenant_words
from vhdesk.ui.beheer.organisatie_panel import MedewerkerPanel, OrganisatiePanel
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.side_by_side import SideBySide

ORGANISATIE_COLUMNS = (
    Column("Organisatie", attrgetter("naam"), width=300, tooltip=lambda row: ", ".join(row.aliassen),
           icon=lambda row: "building-2" if row.actief else "pause"),
    Column("Soort", lambda row: row.soort.label, width=80),
    Column("Mensen", attrgetter("medewerkers"), align="right", text=lambda count: str(count or "")),
)  # fmt: skip
MEDEWERKER_COLUMNS = (
    Column("Naam", attrgetter("naam"), width=170, icon=lambda row: "user" if row.actief else "pause"),
    Column("Functie", attrgetter("functie"), width=170, tooltip=attrgetter("functie")),
    Column("Telefoon", attrgetter("telefoon"), width=120),
    Column("E-mail", attrgetter("email"), tooltip=attrgetter("email")),
)


def _spoken(row: Any) -> str:
    return f"{row.naam} {row.soort.label} {' '.join(row.aliassen)} {row.telefoon}"


class OrganisatiesTab(BeheerTab):
    """Ctrl+N adds an organisation, Ctrl+Shift+N a person; F2 and Ctrl+Delete work on the table with the focus."""

    tab_id = "organisaties"
    title = "Organisaties"
    kinds = ("organisatie", "medewerker", "convenant")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        registry = context.registry
        self.line = TableLine(
            [(registry.action("beheer.toevoegen"), "Organisatie toevoegen", "primary")],
            "Zoeken in organisaties",
        )
        self.inactive = QCheckBox("Ook wie niet meer meedoet")
        self.count = Label("", "muted")
        self.model = RowTableModel(ORGANISATIE_COLUMNS, filter_text=_spoken, parent=self)
        self.table = RowTable("Organisaties", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.panel = OrganisatiePanel()
        self.people_head = Label("", "section", wrap=True)
        self.aliases = Label("", "muted", wrap=True)
        self.signed = Label("", "muted", wrap=True)
        self.convenant = ConvenantPanel(context.clock)
        self.people_line = TableLine(
            [
                (registry.action("beheer.toevoegen_bij"), "Persoon toevoegen", ""),
                (registry.action("beheer.convenant"), "Convenant", ""),
            ]
        )
        self.people_model = RowTableModel(MEDEWERKER_COLUMNS, parent=self)
        self.people = RowTable("Mensen van deze organisatie", self.people_model)
        self.people.setMinimumHeight(current_theme().px(TABLE))
        self.nobody = EmptyState(
            "users", "Nog niemand bekend.", "Voeg de mensen toe die aan tafel komen of casussen doen."
        )
        self.person = MedewerkerPanel()
        self.panels = [self.panel, self.person, self.convenant]
        self.keep_drafts()
        self._lay_out()
        self.line.search.searched.connect(self._search)
        self.line.search.down_requested.connect(self.table.setFocus)
        self.inactive.toggled.connect(self.refresh)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self._opened)
        self.people.opened.connect(self._person_opened)
        self.people.selected.connect(self._person_selected)
        self.panel.submitted.connect(self._submit)
        self.person.submitted.connect(self._submit_person)
        self.convenant.submitted.connect(self._submit_convenant)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side, widgets in (
            (left, (self.line, self._filters(), self.table)),
            (
                right,
                (
                    self.people_head,
                    self.aliases,
                    self.signed,
                    self.people_line,
                    self.convenant,
                    self.person,
                    self.people,
                    self.nobody,
                ),
            ),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_2)
            for widget in widgets:
                column.addWidget(widget, 1 if isinstance(widget, RowTable | EmptyState) else 0)
        right.layout().setContentsMargins(SPACE_3, 0, 0, 0)
        split = SideBySide(left, right, 46)
        layout = self.column()
        layout.addWidget(self.panel)
        layout.addWidget(split, 1)

    def _filters(self) -> QWidget:
        filters = QWidget()
        line = QHBoxLayout(filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.inactive)
        line.addStretch(1)
        line.addWidget(self.count)
        return filters

    # --- rows

    def refresh(self) -> None:
        """Ask the organisations and the people of the current one."""
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        rows = self.context.desk.ask(organisaties, ook_inactief=self.inactive.isChecked())
        self.model.set_rows(rows)
        self._count()
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)
        self._show_people()

    def _count(self) -> None:
        """Say how many there are, and how many of them answer to the search."""
        everything, shown = self.model.rowCount(), self.table.proxy.rowCount()
        words = telling(everything, "organisatie", "organisaties")
        self.count.setText(f"{shown} van {words}" if shown < everything else words)

    def _show_people(self) -> None:
        row = self.current()
        if row is None:
            self.people_model.set_rows([])
            self.people_head.setText("Kies een organisatie")
            self.aliases.hide()
            self.signed.hide()
            return
        people = self.context.desk.ask(
            medewerkers, organisatie_id=row.id, ook_inactief=self.inactive.isChecked()
        )
        self.people_model.set_rows(people)
        self.people_head.setText(row.naam)
        self.signed.setText(convenant_words(self.context.desk.ask(convenanten, row.id)))
        self.signed.show()
        parts = [f"ook: {', '.join(row.aliassen)}" if row.aliassen else "", row.telefoon]
        self.aliases.setText("  ·  ".join(part for part in parts if part))
        self.aliases.setVisible(any(parts))
        self.people_line.set_count(telling(len(people), "persoon", "personen") if people else "")
        self.people.setVisible(bool(people))
        self.nobody.setVisible(not people)

    def current(self) -> OrganisatieRow | None:
        """Return the organisation that is current."""
        row = self.table.proxy.row_at(self.table.currentIndex())
        return row if isinstance(row, OrganisatieRow) else None

    def current_person(self) -> MedewerkerRow | None:
        """Return the person that is current, while the table of people has the focus."""
        row = self.people.proxy.row_at(self.people.currentIndex()) if self.people.hasFocus() else None
        return row if isinstance(row, MedewerkerRow) else None

    def _selected(self, _identity: str) -> None:
        self.person.close_panel()
        self.convenant.close_panel()
        self.ask_rows(self._show_people)
        self.context.registry.refresh()

    def _person_selected(self, _identity: str) -> None:
        self.context.registry.refresh()

    def _search(self, words: str) -> None:
        self.table.proxy.set_words(words)
        self._count()

    def focus_first(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def focus_search(self) -> bool:
        """Ctrl+F."""
        self.line.search.setFocus()
        self.line.search.selectAll()
        return True

    # --- acts

    def can(self, act: str) -> bool:
        """Adding always; the rest needs a row."""
        return act == "add" or self.current() is not None

    def add(self) -> None:
        """Ctrl+N."""
        self.panel.begin(None)

    def add_second(self) -> None:
        """Ctrl+Shift+N."""
        row = self.current()
        if row is not None:
            self.person.begin(row.id, row.naam, None)

    def change(self) -> None:
        """F2: the person when the people have the focus, else the organisation."""
        row, person = self.current(), self.current_person()
        if person is not None:
            self.person.begin(person.organisatie_id, person.organisatie, person)
        elif row is not None:
            self.panel.begin(row)

    def remove(self) -> None:
        """Ctrl+Delete: undo brings back; what is in use is refused, and can be made inactive instead."""
        row, person = self.current(), self.current_person()
        if person is not None:
            self.execute(MedewerkerVerwijderen(medewerker_id=person.id))
        elif row is not None:
            self.execute(OrganisatieVerwijderen(organisatie_id=row.id))

    def has_organisation(self) -> bool:
        """An organisation is current."""
        return self.current() is not None

    def sign(self) -> None:
        """Which version of the convenant it signed."""
        row = self.current()
        if row is not None:
            self.convenant.begin(row.id, row.naam, self.context.desk.ask(convenanten, row.id))

    def _submit_convenant(self) -> None:
        command = self.convenant.command()
        if command is not None and self.execute(command, self.convenant) is not None:
            self.table.setFocus()

    def _submit(self) -> None:
        event = self.execute(self.panel.command(), self.panel)
        if event is not None:
            self.table.select(event.id)
            self.table.setFocus()

    def _submit_person(self) -> None:
        event = self._acting.execute(self.person.command(), self._person_refused)
        if event is not None:
            self.after(self.person)
            self.people.select(event.id)
            self.people.setFocus()

    def _person_refused(self, fault: RuleViolation) -> bool:
        if fault.code == "medewerker_heeft_taken":
            self.person.offer_despite()
        return self.person.show_fault(fault)

    def _opened(self, _identity: str) -> None:
        row = self.current()
        if row is not None:
            self.panel.begin(row)

    def _person_opened(self, _identity: str) -> None:
        self.change()

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"organisaties": self.table.save_columns(), "mensen": self.people.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.table.restore_columns(state.get("organisaties"))
        self.people.restore_columns(state.get("mensen"))
