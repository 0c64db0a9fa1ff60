"""The page of the open actions: the longest overdue first; a letter finishes, after a number if you like; Enter goes to
the case."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.acties import (
    ActiepersoonRow,
    ActieRow,
    Actietelling,
    actiepersonen,
    acties_telling,
    open_acties,
)
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.changes import Changes
from vhdesk.ui.acties.actielijst_delivery import ActielijstDelivery
from vhdesk.ui.acties.filters import DATUMS, OVER, ZONDER, personen, telregel
from vhdesk.ui.actions import Act
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.actie_lijst import LETTERS, ActieLijst
from vhdesk.ui.onderdelen.actie_regel import actie_met_casus
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.focus_keeper import FocusKeeper
from vhdesk.ui.onderdelen.lijst_acts import letter_acts
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_2, SPACE_3, SPACE_4
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.search_field import SearchField

LIMIET = 500
BREED = 1100  # pixels at 100 %; longer lines are hard to read
_KINDS = ("actie", "casus", "organisatie", "medewerker", "tafel", "persoon", "betrokkene")


class ActiesPage(QWidget):
    """``show_target`` takes "over" or "zonder_termijn" (the date filter) or the id of an action."""

    page_id = "acties"
    title = "Acties"
    topic = "overleg-voorzitten"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._stale = True
        self._rows: tuple[ActieRow, ...] = ()
        self._telling = Actietelling("acties", 0, 0)
        self._words = ""
        self._people: dict[str, str] = {}
        self._remembered = ""
        self._acting = Acting(context, self)
        self.header = PageHeader("Acties")
        self.search = SearchField("Zoeken in acties", "Ctrl+F")
        self.tafel = FilterChip("Tafel", "Alle tafels")
        self.organisatie = FilterChip("Organisatie", "Alle organisaties")
        self.persoon = FilterChip("Persoon", "Alle personen")
        self.datum = FilterChip("Datum", "Elke datum", DATUMS)
        self.empty = EmptyState(
            "circle-check", "Geen open acties.", "Alles wat is afgesproken, is afgehandeld."
        )
        self.lijst = ActieLijst(self._acting, "Open acties", actie_met_casus, self.empty, finished=False)
        self.list = self.lijst.list
        self.printing = PrintPanel(context, "Ctrl+S", stuk="actielijst", het="de")
        self.uit = ActielijstDelivery(context, self.organisatie, self.printing, self)
        self._focus = FocusKeeper(self)
        self._lay_out()
        self._connect()
        context.registry.add(*self._acts())

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(current_theme().px(320))
        self.search.setMinimumWidth(current_theme().px(220))
        filters = QWidget()
        filters.setAccessibleName("Filters")
        flow = FlowLayout(filters, spacing=SPACE_2)
        for widget in (self.search, self.tafel, self.organisatie, self.persoon, self.datum):
            flow.addWidget(widget)
        inside = QWidget()
        inside.setMaximumWidth(current_theme().px(BREED))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.header)
        column.addWidget(filters)
        column.addWidget(self.lijst, 1)
        column.addWidget(self.printing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_4, PAGE_MARGIN, SPACE_2)
        layout.addWidget(inside)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.down_requested.connect(self.list.setFocus)
        self.tafel.chosen.connect(self._ask_again)
        self.organisatie.chosen.connect(self._other_organisation)
        self.persoon.chosen.connect(self._ask_again)
        self.datum.chosen.connect(self._ask_again)
        self.list.opened.connect(self._to_casus)
        self._acting.done.connect(self._done)
        self._context.bridge.changed.connect(self._changed)

    def _acts(self) -> tuple[Act, ...]:
        return (
            Act(id="acties.zoeken", looks=True, text="Zoeken in acties", section="Casus", shortcut="Ctrl+F",
                context=self.page_id, handler=self._focus_search, icon="search"),
            *letter_acts(self, self.page_id, "Casus", "acties.actie", LETTERS, self._with_current),
            Act(id="acties.lijst_opslaan", looks=True, text="Actielijst van een organisatie opslaan", section="Casus",
                shortcut="Ctrl+S", context=self.page_id, handler=self.uit.ask_file, icon="download",
                words="pdf excel xlsx csv partner"),
            Act(id="acties.lijst_afdrukken", looks=True, text="Actielijst van een organisatie afdrukken",
                section="Casus", shortcut="Ctrl+P", context=self.page_id, handler=self.uit.ask_print, icon="printer",
                words="partner papier"),
            Act(id="acties.casus", looks=True, text="Naar de casus van de actie", section="Casus", shortcut="Ctrl+J",
                context=self.page_id, handler=self._go, enabled=self._has_current, icon="folder-open"),
        )  # fmt: skip

    # --- rows

    def refresh(self) -> None:
        """Ask the open actions again; the current one stays current."""
        self._stale = False
        ask = self._context.desk.ask
        try:
            self.tafel.set_choices([(row.id, row.naam) for row in ask(tafels)])
            self.organisatie.set_choices([(row.id, row.naam) for row in ask(organisaties)])
            if self._remembered:
                self.tafel.set_value(self._remembered)
                self._remembered = ""
            tafel, organisatie = self.tafel.value() or None, self.organisatie.value() or None
            self._offer_people(ask(actiepersonen, tafel_id=tafel, organisatie_id=organisatie))
            vandaag, persoon = self._context.clock.today(), self.persoon.value() or None
            self._telling = ask(
                acties_telling,
                vandaag=vandaag,
                tafel_id=tafel,
                organisatie_id=organisatie,
                medewerker_id=persoon,
            )
            self._rows = ask(
                open_acties, vandaag=vandaag, tafel_id=tafel, organisatie_id=organisatie, medewerker_id=persoon,
                over_datum=self.datum.value() == OVER, zonder_termijn=self.datum.value() == ZONDER,
                zoek=self._words, limiet=LIMIET,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._show()

    def _offer_people(self, rows: tuple[ActiepersoonRow, ...]) -> None:
        """Offer who has something to do; who was chosen stays, also after the last action of his was done."""
        choices = personen(rows)
        chosen = self.persoon.value()
        if chosen and chosen not in dict(choices):
            choices.append((chosen, self._people.get(chosen, "")))
        self._people = dict(choices)
        self.persoon.set_choices(choices)

    def _show(self) -> None:
        self.lijst.show_rows(self._rows)
        meer = len(self._rows) >= LIMIET
        self.header.set_subtitle(telregel(len(self._rows), self._telling, meer=meer))
        if self._words:
            self.empty.set_words(
                f"Niets gevonden voor “{self._words}”.", "Probeer een ander of korter woord."
            )
        elif any(chip.value() for chip in (self.tafel, self.organisatie, self.persoon, self.datum)):
            self.empty.set_words("Geen open actie voldoet aan deze keuze.", "Kies ruimer om meer te zien.")
        else:
            self.empty.set_words("Geen open acties.", "Alles wat is afgesproken, is afgehandeld.")
        self._context.registry.refresh()

    def _other_organisation(self, _value: str) -> None:
        self.persoon.set_value("")
        self.refresh()

    def _ask_again(self, _value: str) -> None:
        self.refresh()

    def _search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.refresh()

    def _done(self, _event: object) -> None:
        had_focus = self.list.hasFocus()
        self.refresh()
        if had_focus and not self.list.isHidden():
            self.list.setFocus()

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.initiator is not self and changes.touches(*_KINDS):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def show_target(self, target: str) -> None:
        """Show late actions, those without a date, or one action."""
        if target in dict(DATUMS):
            self._lift()
            self.datum.set_value(target)
            self.refresh()
        elif not self.list.select(target):
            self._lift()
            self.refresh()
            self.list.select(target)
        self.list.setFocus()

    def _lift(self) -> None:
        for chip in (self.tafel, self.organisatie, self.persoon, self.datum):
            chip.set_value("")
        self.search.clear()
        self._words = ""

    # --- acts

    def _has_current(self) -> bool:
        return self.list.rows.rowCount() > 0

    def _with_current(self) -> ActieLijst | None:
        return self.lijst if self._has_current() else None

    def _go(self) -> None:
        actie = self.lijst.current()
        if actie is not None:
            self._to_casus(actie.id)

    def _to_casus(self, actie_id: str) -> None:
        row = next((row for row in self._rows if row.id == actie_id), None)
        if row is not None:
            self._context.shell.navigate("casussen", f"{row.casus_id}#acties")

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # --- Page

    def activate(self) -> None:
        """Show what is open now, with the focus on the list."""
        if self._stale:
            self.refresh()
        self._focus.come_back(self.search if self.list.isHidden() else self.list)

    def flush(self) -> bool:
        """Nothing is stored while it is typed: a reason belongs to its outcome."""
        return True

    def back_out(self) -> bool:
        """Close the panel, then empty the search."""
        if self.printing.isVisible():
            self.printing.close_panel()
            return True
        if self.lijst.back_out():
            return True
        if self.search.text():
            self.search.clear()
            self.search.search_now()
            self.list.setFocus()
            return True
        return False

    def save_state(self) -> dict[str, object]:
        """Remember the table."""
        return {"tafel": self.tafel.value()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back when the tables are known."""
        self._remembered = str(state.get("tafel") or "")

    def where(self) -> dict[str, str | int]:
        """Return the current action."""
        actie = self.lijst.current()
        return {"actie": actie.id} if actie is not None else {}

    def resume(self, where: dict[str, str | int]) -> None:
        """Go back to it."""
        self.list.select(str(where.get("actie", "")))
