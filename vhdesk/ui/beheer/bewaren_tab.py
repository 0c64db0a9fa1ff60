"""How long cases are kept per regime, and what was destroyed: the rule with its versions, and the verklaringen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.instelling import BewaarregelRow, bewaarregels
from vhdesk.queries.vernietiging import VernietigingRow, vernietigingen
from vhdesk.services.bewaren import BewaarregelVastleggen
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.beheer.vault_work import VaultWork
from vhdesk.ui.beheer.verklaring_delivery import VerklaringDelivery
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.kopie_woorden import moment_words
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten, telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Bewaarstart

MOST_YEARS, MOST_MONTHS = 30, 120


def regel_line(row: BewaarregelRow) -> TwoLine:
    """Word the rule of a regime."""
    versie = "zoals meegeleverd"
    if row.gewijzigd_op is not None:
        versie = f"versie {row.versie} van {moment_words(row.gewijzigd_op)}, {row.actor}"
    maanden = telling(row.herbeoordeling_maanden, "maand", "maanden")
    regel = f"{row.jaren} jaar vanaf {row.vanaf.label}, noodzaak elke {maanden} opnieuw beoordelen"
    return TwoLine(met_hoofdletter(row.regime.label), met_punten([regel, versie, row.reden]), icon="timer")


def vernietiging_line(row: VernietigingRow) -> TwoLine:
    """Word a destruction."""
    kopieen = telling(
        len(row.kopieen.get("geschoond", ())), "reservekopie geschoond", "reservekopieën geschoond"
    )
    onbereikbaar = len(row.kopieen.get("onbereikbaar", ()))
    niet = f"{onbereikbaar} niet bereikt" if onbereikbaar else ""
    klaar = "" if row.klaar_op else "nog niet af"
    return TwoLine(
        row.casusnummer, met_punten([klaar, row.grond, kopieen, niet, row.actor]), moment_words(row.begonnen_op),
        "trash-2" if row.klaar_op else "triangle-alert", "muted" if row.klaar_op else "danger",
    )  # fmt: skip


class BewarenTab(BeheerTab):
    """F2 changes the rule of the current regime; the verklaring of a destruction can be saved again."""

    tab_id = "bewaren"
    words = "verklaring van vernietiging vernietigd bewaartermijn regime noodzaak"
    title = "Bewaren"
    kinds = ("bewaarregel", "vernietiging")

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[VernietigingRow, ...] = ()
        registry = context.registry
        self.line = TableLine([(registry.action("beheer.wijzigen"), "Wijzigen", "primary")])
        self.rules = WholeRowList("Bewaartermijnen", regel_line, fit=True)
        self.panel = InlinePanel("", "Vastleggen", columns=3)
        self.jaren = NumberField("Jaren", 1, MOST_YEARS, "jaar")
        self.vanaf = ChoiceField("Vanaf", [(s.value, met_hoofdletter(s.label)) for s in Bewaarstart])
        self.maanden = NumberField("Noodzaak opnieuw beoordelen", 1, MOST_MONTHS, "maanden")
        self.reden = TextArea(
            "Reden van de wijziging", "Wie besloot dit, en waarom?", min_lines=2, max_lines=5
        )
        self.panel.add_field("Bewaren", self.jaren, "jaren")
        self.panel.add_field("Vanaf", self.vanaf, "vanaf")
        self.panel.add_field("Noodzaak opnieuw beoordelen na", self.maanden, "herbeoordeling_maanden")
        self.panel.add_field("Reden van de wijziging", self.reden, "reden", wide=True)
        self.panels = [self.panel]
        self.keep_drafts()
        self.done_line = TableLine(
            [
                (registry.action("beheer.vernietiging.afmaken"), "Afmaken", ""),
                (registry.action("beheer.verklaring.tonen"), "Verklaring tonen", ""),
                (registry.action("beheer.verklaring"), "Opslaan", ""),
                (registry.action("beheer.verklaring.afdrukken"), "Afdrukken", ""),
            ]
        )
        self.done = WholeRowList("Vernietigde casussen", vernietiging_line)
        self.done.setMinimumHeight(current_theme().px(TABLE))
        self.statement = VerklaringDelivery(context, self)
        self.statement.voorbeeld.closed.connect(self.done.setFocus)
        self.nothing = Label("Er is nog geen casus vernietigd.", "muted", wrap=True)
        layout = self.column()
        for widget in (
            Label("Bewaartermijn per regime", "section"), self.line, self.panel, self.rules,
            Label("Vernietigd", "section"), self.done_line, self.statement.panel, self.statement.voorbeeld,
            self.nothing,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(self.done, 1)
        self.rules.opened.connect(self._opened)
        self.done.chosen.connect(self._chosen)
        self.panel.submitted.connect(self._submit)

    # --- rows

    def refresh(self) -> None:
        """Ask rules and destructions."""
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        desk = self.context.desk
        self.rules.set_rows(desk.ask(bewaarregels))
        if self.current_rule() is None:
            self.rules.select_first()
        rows = self._rows = desk.ask(vernietigingen)
        self.done.set_rows(rows)
        self.done.setVisible(bool(rows))
        self.done_line.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        if rows and not self.done.current_id():
            self.done.select_first()

    def current_rule(self) -> BewaarregelRow | None:
        """Return the rule that is current."""
        row = self.rules.current_row()
        return row if isinstance(row, BewaarregelRow) else None

    def current(self) -> VernietigingRow | None:
        """Return the destruction that is current."""
        row = self.done.current_row()
        return row if isinstance(row, VernietigingRow) else None

    def _opened(self, _identity: str) -> None:
        self.change()

    def _chosen(self, _identity: str) -> None:
        self.statement.leave()
        self.context.registry.refresh()

    def focus_first(self) -> None:
        """Begin at the rules."""
        self.rules.setFocus()

    # --- acts

    def can(self, act: str) -> bool:
        """Only a rule can be changed."""
        return act == "change" and self.current_rule() is not None

    def change(self) -> None:
        """F2: the rule of the current regime."""
        row = self.current_rule()
        if row is None:
            return
        self.panel.put_away()
        self.panel.title.setText(f"Bewaartermijn wijzigen: {row.regime.label}")
        self.jaren.setValue(row.jaren)
        self.vanaf.set_value(row.vanaf.value)
        self.maanden.setValue(row.herbeoordeling_maanden)
        self.reden.load("", force=True)
        self.panel.open(self.jaren, f"beheer/bewaren/{row.regime.value}/{row.versie}")

    def _submit(self) -> None:
        row = self.current_rule()
        if row is not None:
            command = BewaarregelVastleggen(
                regime=row.regime, jaren=self.jaren.value(), vanaf=Bewaarstart(self.vanaf.value()),
                herbeoordeling_maanden=self.maanden.value(), reden=self.reden.text(),
            )  # fmt: skip
            self.execute(command, self.panel)

    def must_finish(self) -> bool:
        """Whether a destruction was broken off."""
        return any(row.klaar_op is None for row in self._rows)

    def finish(self) -> None:
        """Clean the backups that are left."""
        self.context.jobs.exclusive(
            self, "De reservekopieën worden geschoond",
            VaultWork(self.context.kluis.vernietigingen_afmaken, tracked=True),
            done=self._finished, failed=self._failed,
        )  # fmt: skip

    def _finished(self, _ids: object) -> None:
        self.statement.leave()  # what is shown says that it is not done yet
        self.refresh()
        self.context.registry.refresh()
        self.context.shell.inform("De vernietiging is af; de verklaring staat klaar.")

    def _failed(self, fault: Exception) -> None:
        self.refresh()
        if isinstance(fault, VhdeskError):
            self.context.shell.report(fault)
        else:
            self.context.jobs.unhandled.emit(fault)

    def has_current(self) -> bool:
        """Whether a destruction is current."""
        return self.current() is not None

    def show_statement(self) -> None:
        """Show the verklaring of the current destruction."""
        row = self.current()
        if row is not None:
            self.statement.show(row)

    def save_statement(self) -> None:
        """Ask where the verklaring of the current destruction goes."""
        row = self.current()
        if row is not None:
            self.statement.ask_file(row)

    def print_statement(self) -> None:
        """Ask how the verklaring of the current destruction is printed."""
        row = self.current()
        if row is not None:
            self.statement.ask_print(row)

    def back_out(self) -> bool:
        """Close what is open."""
        return super().back_out() or self.statement.leave()
