"""Whether the person was told that the case is discussed, and on which day; the words stand in the text below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary_inbreng import Informeerstand

ONBEKEND = ("", "Nog niet vastgelegd")
STANDEN = (ONBEKEND, *((stand.value, met_hoofdletter(stand.label)) for stand in Informeerstand))


class InformeerField(QWidget):
    """Stores what is chosen at once; not telling is refused until the text below says why."""

    def __init__(self, acting: Acting, teksten: CasusTeksten, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._teksten = teksten
        self._dossier: Dossier | None = None
        self.stand = ChoiceField("Is de persoon ingelicht", STANDEN)
        self.op = DateField("Ingelicht op", acting.context.clock, past=True, show_words=False)
        self.fault = FieldError(self.stand)
        caption = Label("Is de persoon ingelicht?", "label")
        caption.setBuddy(self.stand)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.stand)
        row.addWidget(self.op)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(caption)
        layout.addLayout(row)
        layout.addWidget(self.fault)
        self.stand.chosen.connect(self._choose)
        self.op.line.editingFinished.connect(self._date_given)

    def fill(self, dossier: Dossier) -> None:
        """Show what was recorded."""
        if self._dossier is None or self._dossier.id != dossier.id:
            self.fault.clear()
        self._dossier = dossier
        self._show()

    def _show(self) -> None:
        if self._dossier is not None:
            stand = self._dossier.kop.informeerstand
            self.stand.set_value(stand.value if stand is not None else "")
            self.op.set_value(self._dossier.kop.geinformeerd_op)
            self.op.setVisible(stand is Informeerstand.INGELICHT)

    def _choose(self, value: str) -> None:
        self._record(Informeerstand(value) if value else None)

    def _date_given(self) -> None:
        kop = self._dossier.kop if self._dossier is not None else None
        given = self.op.value()
        if kop is not None and given is not None and given != kop.geinformeerd_op:
            self.op.line.setModified(False)
            self._record(kop.informeerstand)

    def _record(self, stand: Informeerstand | None) -> None:
        dossier = self._dossier
        if dossier is None or not self._teksten.flush():
            self._show()
            return
        if self.fault.text():
            self.fault.clear()
        op = self.op.value() if stand is Informeerstand.INGELICHT else None
        command = BetrokkeneInformeren(casus_id=dossier.id, stand=stand, op=op)
        if self._acting.execute(command, self._refused) is None:
            self._show()

    def _refused(self, fault: RuleViolation) -> bool:
        self.fault.show_fault(fault)
        return True
