"""Finishing an action: done at once, the other outcomes with a reason, a new date with what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
    Actiestatus.OPEN: "{nummer} verzetten: {wat}",
    Actiestatus.KON_NIET: "{nummer} kon niet: {wat}",
    Actiestatus.NIET_GEDAAN: "{nummer} is niet gedaan: {wat}",
    Actiestatus.VERVALLEN: "{nummer} vervalt: {wat}",
}
_VRAGEN = {
    Actiestatus.OPEN: "Waarom een andere datum?",
    Actiestatus.KON_NIET: "Wat is er veranderd?",
    Actiestatus.NIET_GEDAAN: "Wat is de reden?",
    Actiestatus.VERVALLEN: "Wat is de reden?",
}


class AfhandelPanel(InlinePanel):
    """Asks what one outcome needs and does it through ``acting``. Closed until an outcome asks something.

    Signals: ``done(id)`` after an action was handled or moved."""

    done = Signal(str)

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._actie: ActieRow | None = None
        self._status = Actiestatus.OPEN
        self.termijn = DateField("Nieuwe datum", acting.context.clock, show_words=False)
        self.reden = TextArea("Reden", "Feitelijk en kort.", min_lines=1, max_lines=6, enter_submits=True)
        self.add_field("Nieuwe datum", self.termijn, "termijn")
        self.errors["reden"] = self.add_field("Reden", self.reden, "resultaat")
        self.termijn.line.returnPressed.connect(self.submit)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def gedaan(self, actie: ActieRow) -> None:
        """Finish at once; undo brings it back."""
        self.close_panel()
        if self._acting.execute(ActieAfhandelen(actie_id=actie.id, status=Actiestatus.GEDAAN)) is not None:
            self._acting.inform(f"{actie_nummer(actie)} gedaan.")
            self.done.emit(actie.id)

    def vraag_reden(self, actie: ActieRow, status: Actiestatus) -> None:
        """Ask the reason of "kon niet", "niet gedaan" or "vervallen"."""
        self._prepare(actie, status)
        self.open(self.reden, self._draft_key())

    def vraag_datum(self, actie: ActieRow) -> None:
        """Ask a new date."""
        self._prepare(actie, Actiestatus.OPEN)
        self.termijn.line.setModified(False)
        self.termijn.set_value(None)
        self.open(self.termijn, self._draft_key())

    def _prepare(self, actie: ActieRow, status: Actiestatus) -> None:
        self.put_away()
        self._actie, self._status = actie, status
        titel = _TITELS[status].format(nummer=actie_nummer(actie), wat=actie.omschrijving)
        self.title.setText(titel)
        self.setAccessibleName(titel)
        self.reden.setAccessibleName(_VRAGEN[status])
        self.captions["resultaat"].setText(_VRAGEN[status])
        self.show_field("termijn", shown=status is Actiestatus.OPEN)
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
            self.done.emit(actie.id)
