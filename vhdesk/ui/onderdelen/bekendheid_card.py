"""Asking organisations whether they know the person, and what they answered; before they say anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.bekendheid import BekendheidRow, bekendheid
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bekendheid_table import BekendheidTable
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_triage import Bekendheidstand


class BekendheidCard(Card):
    """The grid of one case, a field to ask one more organisation, and the reason of a refusal."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Bekendheid", "circle-help", parent=parent)
        self._acting = acting
        self._casus_id = ""
        self._rows: tuple[BekendheidRow, ...] = ()
        self._refusing = ""
        self.said = Label("", "small")
        self.add_right(self.said)
        self.nobody = self.add_text("Nog niemand is gevraagd of de persoon bekend is.")
        self.table = BekendheidTable()
        self.organisatie = CompleterField("Organisatie vragen", "Vraag nog een organisatie: typ een naam")
        self.panel = InlinePanel("Geweigerd", "Vastleggen", columns=1)
        self.reden = TextArea(
            "Reden van de weigering", "Waarom antwoordt deze organisatie niet?", min_lines=2
        )
        self.panel.add_field("Reden", self.reden, "reden", wide=True)
        self.panel.keep_drafts(acting.context)
        for widget in (self.table, self.panel, self.organisatie):
            self.body.addWidget(widget)
        self.table.stand_chosen.connect(self._chosen)
        self.table.removed.connect(self._removed)
        self.organisatie.chosen.connect(self._ask)
        self.panel.submitted.connect(self._refused)

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
            self._refusing = row.organisatie_id
            self.panel.put_away()
            self.panel.title.setText(f"{row.organisatie} weigert te antwoorden")
            self.reden.load(row.reden, force=True)
            self.panel.open(self.reden, f"bekendheid/{self._casus_id}/{row.organisatie_id}")
        else:
            self._do(row.organisatie_id, wanted)

    def _refused(self) -> None:
        command = BekendheidBepalen(
            casus_id=self._casus_id, organisatie_id=self._refusing, stand=Bekendheidstand.GEWEIGERD,
            reden=self.reden.text(),
        )  # fmt: skip
        if self._acting.execute(command, self.panel.show_fault) is not None:
            self.panel.finish()

    def _removed(self, row_id: str) -> None:
        row = self._row(row_id)
        if row is not None:
            self._do(row.organisatie_id, None)

    def _do(self, organisatie_id: str, stand: Bekendheidstand | None) -> None:
        self._acting.execute(
            BekendheidBepalen(casus_id=self._casus_id, organisatie_id=organisatie_id, stand=stand)
        )
