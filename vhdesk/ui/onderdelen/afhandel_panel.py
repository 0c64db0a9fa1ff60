"""Finishing an action: done at once, the other outcomes with a reason, a new date with what is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.acties import ActieRow
from vhdesk.services.actie import ActieAfhandelen, ActieVerzetten
from vhdesk.services.command import Command
from vhdesk.ui.onderdelen.actie_regel import actie_nummer
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Actiestatus

_TITELS = {
    Actiestatus.KON_NIET: "{nummer} kon niet worden uitgevoerd: wat is er veranderd?",
    Actiestatus.NIET_GEDAAN: "{nummer} is niet gedaan: wat is de reden?",
    Actiestatus.VERVALLEN: "{nummer} vervalt: wat is de reden?",
}


class AfhandelPanel(InlinePanel):
    """Asks what one outcome needs and does it through ``acting``. Closed until an outcome asks something."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._actie: ActieRow | None = None
        self._status = Actiestatus.OPEN
        self.termijn = DateField("Nieuwe datum", acting.context.clock, show_words=False)
        self.reden = TextArea("Reden", "Feitelijk en kort.", min_lines=2, max_lines=6)
        self.add_field("Nieuwe datum", self.termijn, "termijn")
        error = self.add_field("Reden", self.reden, "resultaat")
        self.errors["reden"] = error
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def gedaan(self, actie: ActieRow) -> None:
        """Finish at once; undo brings it back."""
        self.close_panel()
        if self._acting.execute(ActieAfhandelen(actie_id=actie.id, status=Actiestatus.GEDAAN)) is not None:
            self._acting.inform(f"{actie_nummer(actie)} gedaan.")

    def vraag_reden(self, actie: ActieRow, status: Actiestatus) -> None:
        """Ask the reason of "kon niet", "niet gedaan" or "vervallen"."""
        self._prepare(actie, status, _TITELS[status].format(nummer=actie_nummer(actie)))
        self.show_field("termijn", shown=False)
        self.open(self.reden, self._draft_key())

    def vraag_datum(self, actie: ActieRow) -> None:
        """Ask a new date."""
        self._prepare(actie, Actiestatus.OPEN, f"{actie_nummer(actie)} verzetten naar een nieuwe datum")
        self.show_field("termijn", shown=True)
        self.termijn.set_value(None)
        self.open(self.termijn, self._draft_key())

    def _prepare(self, actie: ActieRow, status: Actiestatus, titel: str) -> None:
        self.put_away()
        self._actie, self._status = actie, status
        self.title.setText(titel)
        self.setAccessibleName(titel)
        self.reden.load("", force=True)

    def _draft_key(self) -> str:
        assert self._actie is not None
        return f"afhandelen/{self._status.value}/{self._actie.id}"

    def _command(self, actie: ActieRow) -> Command | None:
        reden = self.reden.text().strip()
        if self._status is not Actiestatus.OPEN:
            return ActieAfhandelen(actie_id=actie.id, status=self._status, resultaat=reden)
        termijn = self.termijn.value()
        if termijn is None:
            self.errors["termijn"].show_words("Vul een datum in, bijvoorbeeld vr, 16 dec of +14.")
            return None
        return ActieVerzetten(actie_id=actie.id, termijn=termijn, reden=reden)

    def _submit(self) -> None:
        actie = self._actie
        command = self._command(actie) if actie is not None else None
        if actie is None or command is None:
            return
        if self._acting.execute(command, self.show_fault) is not None:
            done = "verzet" if isinstance(command, ActieVerzetten) else self._status.label
            self.finish()
            self._acting.inform(f"{actie_nummer(actie)} {done}.")
