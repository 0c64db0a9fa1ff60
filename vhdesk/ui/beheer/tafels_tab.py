"""The tables at the left, the fixed participants of the current one at the right."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.grondslag import tafelstandaard, tafelstandaarden
from vhdesk.queries.instelling import tafelinstellingen, tafelregels
from vhdesk.queries.organisatie import (
    TafellidRow,
    TafelRow,
    gemeenten,
    medewerkers,
    organisaties,
    tafelleden,
    tafels,
)
from vhdesk.queries.reeks import reeks_van
from vhdesk.queries.referentie import BESLUITTYPEN, referentie_waarden
from vhdesk.services.tafel import TafellidVerwijderen, TafelVerwijderen
from vhdesk.ui.beheer.standaard_panel import StandaardPanel, versie_woorden
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.beheer.tafel_panel import LidPanel, TafelPanel
from vhdesk.ui.beheer.tafelregels_panel import TafelregelsPanel, regels_woorden
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.side_by_side import SideBySide
from vhdesk.ui.widgets.whole_row_list import WholeRowList

COLUMNS = (
    Column("Organisatie", attrgetter("organisatie"), width=260, tooltip=attrgetter("organisatie")),
    Column("Soort", lambda row: row.organisatiesoort.label, width=80),
    Column("Wie er meestal komt", lambda row: row.medewerker or "nog niet bekend", width=180),
    Column("Functie", attrgetter("functie"), tooltip=attrgetter("functie")),
)
EMPTY_INTRO = "Kies een tafel."


def tafel_line(row: TafelRow) -> TwoLine:
    """Word a table for the list."""
    begin = f"{row.begintijd:%H:%M}"
    parts = (
        row.frequentie,
        f"{begin}, {row.duur_minuten} minuten",
        telling(row.leden, "vast lid", "vaste leden"),
    )
    return TwoLine(
        row.naam if row.actief else f"{row.naam} (niet in gebruik)",
        ", ".join(part for part in parts if part),
        icon="users-round" if row.actief else "pause",
        icon_role="accent" if row.actief else "muted",
        rest=not row.actief,
    )


class TafelsTab(BeheerTab):
    """Ctrl+N adds a table, Ctrl+Shift+N a participant; F2 and Ctrl+Delete work on what has the focus: the member or
    the table."""

    tab_id = "tafels"
    title = "Tafels"
    kinds = ("tafel", "tafelinstelling", "tafellid", "organisatie", "medewerker")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        registry = context.registry
        self.line = TableLine([(registry.action("beheer.toevoegen"), "Tafel toevoegen", "primary")])
        self.list = WholeRowList("Tafels", tafel_line)
        self.list.setMinimumHeight(current_theme().px(TABLE))
        self.head = Label("", "section", wrap=True)
        self.facts = Label("", "muted", wrap=True)
        self.standard = Label("", "muted", wrap=True)
        self.members_line = TableLine(
            [
                (registry.action("beheer.toevoegen_bij"), "Lid toevoegen", ""),
                (registry.action("beheer.wijzigen"), "Tafel wijzigen", ""),
                (registry.action("beheer.tafelstandaard"), "Standaard wijzigen", ""),
                (registry.action("beheer.tafel.regels"), "Regels wijzigen", ""),
            ]
        )
        self.model = RowTableModel(COLUMNS, parent=self)
        self.members = RowTable("Vaste leden van de tafel", self.model)
        self.members.setMinimumHeight(current_theme().px(TABLE))
        self.panel = TafelPanel()
        self.member = LidPanel()
        self.ground = StandaardPanel()
        self.rules = TafelregelsPanel()
        self.panels = [self.panel, self.member, self.ground, self.rules]
        self.keep_drafts()
        self._lay_out()
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.members.selected.connect(self._chosen_member)
        self.members.opened.connect(self._opened)
        self.panel.submitted.connect(self._submit)
        self.member.submitted.connect(self._submit_member)
        self.ground.submitted.connect(self._submit_standard)
        self.rules.submitted.connect(self._submit_rules)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side, widgets in (
            (left, (self.line, self.list)),
            (
                right,
                (
                    self.head,
                    self.facts,
                    self.standard,
                    self.members_line,
                    self.member,
                    self.rules,
                    self.members,
                ),
            ),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_2)
            for widget in widgets:
                column.addWidget(widget, 1 if widget in (self.list, self.members) else 0)
        right.layout().setContentsMargins(SPACE_3, 0, 0, 0)
        split = SideBySide(left, right, 34)
        layout = self.column()
        layout.addWidget(self.panel)
        layout.addWidget(self.ground)
        layout.addWidget(split, 1)

    # --- rows

    def refresh(self) -> None:
        """Ask the tables and the members of the current one."""
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        rows = self.context.desk.ask(tafels, ook_inactief=True)
        self.list.set_rows(rows)
        if rows and self.current() is None:
            self.list.select(rows[0].id)
        self._show_members()

    def _show_members(self) -> None:
        row = self.current()
        self.members_line.setVisible(row is not None)
        self.members.setVisible(row is not None)
        self.facts.setVisible(row is not None)
        self.standard.setVisible(row is not None)
        if row is None:
            self.head.setText(EMPTY_INTRO)
            return
        members = self.context.desk.ask(tafelleden, row.id)
        self.model.set_rows(members)
        self.head.setText(row.naam)
        desk = self.context.desk
        regels = regels_woorden(
            desk.ask(tafelregels, row.id),
            len(desk.ask(aanmeldgemeenten)[row.id]),
            desk.ask(reeks_van, row.id),
            row.regime,
        )
        parts = (
            f"{row.soort.label.capitalize()}, {row.regime.label}", row.plaats, row.toelichting, regels, self._changed(row),
        )  # fmt: skip
        self.facts.setText("\n".join(part for part in parts if part))
        self.members_line.set_count(telling(len(members), "vast lid", "vaste leden"))
        nu = self.context.desk.ask(tafelstandaard, row.id)
        self.standard.setText(f"Grondslag van een casus: {nu.grondslag or 'geen'} ({versie_woorden(nu)})")

    def _changed(self, row: TafelRow) -> str:
        """Say who changed a rule of the table last; "" when all are as shipped."""
        versies = self.context.desk.ask(tafelinstellingen, row.id)
        if not versies:
            return ""
        laatste = versies[0]
        door = f" door {laatste.actor}" if laatste.actor else ""
        return (
            f"Regels {telling(len(versies), 'keer', 'keer')} gewijzigd,"
            f" het laatst op {short_date(local(laatste.gewijzigd_op).date())}{door}."
        )

    def current(self) -> TafelRow | None:
        """Return the table that is current."""
        row = self.list.current_row()
        return row if isinstance(row, TafelRow) else None

    def _chosen(self, _identity: str) -> None:
        self.member.cancel()
        self.ground.leave()
        self.rules.cancel()
        self.ask_rows(self._show_members)
        self.context.registry.refresh()

    def _chosen_member(self, _identity: str) -> None:
        self.context.registry.refresh()

    def focus_first(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    # --- acts

    def can(self, act: str) -> bool:
        """Adding always; the rest needs a table."""
        return act == "add" or self.current() is not None

    def add(self) -> None:
        """Ctrl+N."""
        self.panel.begin(None)

    def change(self) -> None:
        """F2: who comes for the member when the members have the focus, else the table."""
        row, member = self.current(), self.current_member()
        if member is not None:
            self.member.begin_change(member, self.context.desk.ask(medewerkers))
        elif row is not None:
            self.panel.begin(row)

    def current_member(self) -> TafellidRow | None:
        """Return the member that is current, while the members have the focus."""
        row = self.members.proxy.row_at(self.members.currentIndex()) if self.members.hasFocus() else None
        return row if isinstance(row, TafellidRow) else None

    def add_second(self) -> None:
        """Ctrl+Shift+N."""
        self.ask_rows(self._begin_member)

    def _begin_member(self) -> None:
        row, desk = self.current(), self.context.desk
        if row is not None:
            self.member.begin(row, desk.ask(organisaties), desk.ask(medewerkers))

    def change_rules(self) -> None:
        """Open the rules of the table."""
        row = self.current()
        if row is not None:
            self.member.cancel()
            self.ground.leave()
            desk = self.context.desk
            self.rules.put_away()
            self.rules.offer_agenda(desk.ask(agendasjabloon, row.id))
            self.rules.offer_series(desk.ask(reeks_van, row.id), desk.ask(medewerkers))
            self.rules.know(
                desk.ask(referentie_waarden, BESLUITTYPEN), desk.ask(organisaties, ook_inactief=True)
            )
            self.rules.begin(
                row,
                desk.ask(tafelregels, row.id),
                desk.ask(gemeenten),
                desk.ask(aanmeldgemeenten)[row.id],
            )

    def remove(self) -> None:
        """Ctrl+Delete: the member when the members have the focus, else the table; undo brings back."""
        row, member = self.current(), self.current_member()
        if member is not None:
            self.execute(TafellidVerwijderen(tafellid_id=member.id))
            self.members.setFocus()
        elif row is not None:
            self.execute(TafelVerwijderen(tafel_id=row.id))

    def has_table(self) -> bool:
        """Whether a table is current."""
        return self.current() is not None

    def set_standard(self) -> None:
        """Open what the cases of the current table are shared on by default."""
        self.ask_rows(self._begin_standard)

    def _begin_standard(self) -> None:
        row, desk = self.current(), self.context.desk
        if row is not None:
            self.ground.begin(row, desk.ask(tafelstandaarden, row.id), desk.ask(organisaties))

    def _submit_standard(self) -> None:
        if self.execute(self.ground.command(), self.ground) is not None:
            self.list.setFocus()

    def _submit(self) -> None:
        command = self.panel.command()
        event = self.execute(command, self.panel) if command is not None else None
        if event is not None:
            self.list.select(event.id)
            self.list.setFocus()

    def _submit_member(self) -> None:
        person = self.member.new_person()
        if person is not None:
            made = self.execute(person)
            if made is None:
                return
            self.member.take_person(self.context.desk.ask(medewerkers), made.id)
        command = self.member.command()
        event = self.execute(command, self.member) if command is not None else None
        if event is not None:
            self.members.select(event.id)
            self.members.setFocus()

    def _submit_rules(self) -> None:
        commands = self.rules.commands()
        if commands is None:
            return
        for command in commands:
            if self._acting.execute(command, self.rules.show_fault) is None:
                return
            self.rules.stored(command)
        self.after(self.rules)
        self.list.setFocus()

    def _opened(self, _identity: str) -> None:
        self.change()

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"leden": self.members.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.members.restore_columns(state.get("leden"))
