"""Asking organisations whether they know the person, and what they answered; before they say anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.errors import VhdeskError
from vhdesk.queries.bekendheid import BekendheidRow, bekendheid
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bekendheid_table import BekendheidTable
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_punten, telling
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_triage import Bekendheidstand

CONTACT = (("contact", "Naam"), ("contact_telefoon", "Telefoon"), ("contact_email", "E-mail"))


def detail_words(row: BekendheidRow) -> str:
    """Return everything about one organisation: what it answered and when, why it refused, whom to reach."""
    stand = (
        row.stand.label if row.antwoord_op is None else f"{row.stand.label} op {short_date(row.antwoord_op)}"
    )
    contact = ", ".join(filter(None, (row.contact, row.contact_telefoon, row.contact_email)))
    return met_punten(
        (
            f"{row.organisatie}: gevraagd op {short_date(row.gevraagd_op)}, {stand}",
            row.reden,
            contact,
            "F2 wijzigt dagen en contact",
        )
    )


class BekendheidCard(Card):
    """The grid of one case with what is known of the current row in full, a field to ask one more organisation, and a
    panel for the reason of a refusal, for other days and for whom to reach."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Bekendheid", "circle-help", parent=parent)
        self._acting = acting
        self._casus_id = ""
        self._rows: tuple[BekendheidRow, ...] = ()
        self._row_id, self._stand = "", Bekendheidstand.GEWEIGERD  # what the panel is about
        self.said = Label("", "small")
        self.add_right(self.said)
        self.nobody = self.add_text("Nog niemand is gevraagd of de persoon bekend is.")
        self.table = BekendheidTable()
        self.organisatie = CompleterField("Organisatie vragen", "Vraag nog een organisatie: typ een naam")
        self.detail = Label("", "small", wrap=True)
        self.panel = InlinePanel("Geweigerd", "Vastleggen", columns=2)
        self.reden = TextArea(
            "Reden van de weigering", "Waarom antwoordt deze organisatie niet?", min_lines=2
        )
        clock = acting.context.clock
        self.gevraagd = DateField("Gevraagd op", clock, past=True, show_words=False)
        self.geantwoord = DateField("Geantwoord op", clock, past=True, show_words=False)
        self.contact = {veld: QLineEdit() for veld, _ in CONTACT}
        self.panel.add_field("Reden", self.reden, "reden", wide=True)
        self.panel.add_field("Gevraagd op", self.gevraagd, "gevraagd_op")
        self.panel.add_field("Geantwoord op", self.geantwoord, "op")
        for veld, naam in CONTACT:
            self.contact[veld].setAccessibleName(naam)
            self.panel.add_field(naam, self.contact[veld], veld)
        self.panel.keep_drafts(acting.context)
        for widget in (self.table, self.detail, self.panel, self.organisatie):
            self.body.addWidget(widget)
        self.table.stand_chosen.connect(self._chosen)
        self.table.removed.connect(self._removed)
        self.table.change_requested.connect(self.change)
        self.table.selected.connect(self._tell)
        self.organisatie.chosen.connect(self._ask)
        self.panel.submitted.connect(self._submit)

    def show_case(self, casus_id: str, options: Sequence[Option]) -> None:
        """Show the grid of a case; ``options``: the organisations that can be asked."""
        if casus_id != self._casus_id:
            self.panel.close_panel()
        self._casus_id = casus_id
        try:
            self._rows = self._acting.context.desk.ask(bekendheid, casus_id)
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return
        gevraagd = {row.organisatie_id for row in self._rows}
        self.organisatie.set_options([option for option in options if option.id not in gevraagd])
        self.organisatie.set_value("")
        self.nobody.setVisible(not self._rows)
        self.table.setVisible(bool(self._rows))
        self.table.set_rows(self._rows)
        self.table.updateGeometry()
        self._tell(self.table.current_id())
        bekend = sum(row.stand is Bekendheidstand.BEKEND for row in self._rows)
        stil = sum(row.stand is Bekendheidstand.GEEN_ANTWOORD for row in self._rows)
        open_ = f", {telling(stil, 'antwoord', 'antwoorden')} open" if stil else ""
        self.said.setText(f"{bekend} van {len(self._rows)} bekend{open_}" if self._rows else "")

    def focus_first(self) -> None:
        """Go to the grid, or to asking the first organisation."""
        (self.table if self._rows else self.organisatie).setFocus()

    def back_out(self) -> bool:
        """Close the reason; False when it was not open."""
        return self.panel.leave()

    def _row(self, row_id: str) -> BekendheidRow | None:
        return next((row for row in self._rows if row.id == row_id), None)

    def _ask(self, organisatie_id: str) -> None:
        if organisatie_id:
            self._do(organisatie_id, Bekendheidstand.GEEN_ANTWOORD)
            self.organisatie.setFocus()

    def _chosen(self, row_id: str, stand: str) -> None:
        row, wanted = self._row(row_id), Bekendheidstand(stand)
        if row is None or (row.stand is wanted and wanted is not Bekendheidstand.GEWEIGERD):
            return
        if wanted is Bekendheidstand.GEWEIGERD:
            self._open(row, wanted)
        else:
            self._do(row.organisatie_id, wanted)

    def change(self, row_id: str) -> None:
        """Ask other days, the reason, or whom to reach, of what was answered."""
        row = self._row(row_id)
        if row is not None:
            self._open(row, row.stand)

    def _open(self, row: BekendheidRow, stand: Bekendheidstand) -> None:
        """Open the panel for this answer of a row."""
        self.panel.put_away()
        self._row_id, self._stand = row.id, stand
        refused, same = stand is Bekendheidstand.GEWEIGERD, stand is row.stand
        self.panel.title.setText(f"{row.organisatie}: {stand.label}")
        self.panel.show_field("reden", shown=refused)
        self.panel.show_field("op", shown=stand is not Bekendheidstand.GEEN_ANTWOORD)
        self.reden.load(row.reden, force=True)
        self.gevraagd.set_value(row.gevraagd_op)
        self.geantwoord.set_value((row.antwoord_op if same else None) or self._acting.context.clock.today())
        for veld, field in self.contact.items():
            field.setText(getattr(row, veld))
        first = self.reden if refused else self.gevraagd if self._silent() else self.geantwoord
        self.panel.open(first, f"bekendheid/{self._casus_id}/{row.organisatie_id}/{stand.value}")

    def _silent(self) -> bool:
        return self._stand is Bekendheidstand.GEEN_ANTWOORD

    def _submit(self) -> None:
        row = self._row(self._row_id)
        days = {"gevraagd_op": self.gevraagd, "op": self.geantwoord}
        for key, field in days.items():
            asked = key == "gevraagd_op" or not self._silent()
            if asked and (not field.valid() or field.value() is None):
                self.panel.errors[key].show_words(
                    "Dit is geen datum. Schrijf bijvoorbeeld 30-11 of gisteren."
                )
                return
        if row is None:
            return
        command = BekendheidBepalen(
            casus_id=self._casus_id,
            organisatie_id=row.organisatie_id,
            stand=self._stand,
            reden=self.reden.text(),
            op=None if self._silent() else self.geantwoord.value(),
            gevraagd_op=self.gevraagd.value(),
            **{veld: field.text() for veld, field in self.contact.items()},
        )
        if self._acting.execute(command, self.panel.show_fault) is not None:
            self.panel.finish()

    def _tell(self, row_id: str) -> None:
        """Say in full what is known of the current row."""
        row = self._row(row_id)
        self.detail.setText(detail_words(row) if row is not None else "")
        self.detail.setVisible(row is not None)

    def _removed(self, row_id: str) -> None:
        row = self._row(row_id)
        if row is not None:
            self._do(row.organisatie_id, None)

    def _do(self, organisatie_id: str, stand: Bekendheidstand | None) -> None:
        self._acting.execute(
            BekendheidBepalen(casus_id=self._casus_id, organisatie_id=organisatie_id, stand=stand)
        )
