"""On what the case is shared: grondslag, doel and who brings it in, each with where it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.grondslag import AanbrengerBepalen
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.casussen.tab_overzicht import text_block
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary_inbreng import VERPLICHT

LEEG = "nog leeg: nodig voor een agenda"


class GrondslagCard(QWidget):
    """The texts save themselves; the organisation is stored when it is chosen."""

    def __init__(
        self, acting: Acting, keuzes: Keuzes, teksten: CasusTeksten, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acting = acting
        self._keuzes = keuzes
        self._dossier: Dossier | None = None
        self.herkomst = {veld: Pill(parent=self) for veld in VERPLICHT}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_3)
        grondslag, self.grondslag = text_block(
            teksten, "grondslag", "Grondslag", "Op welke wet berust het delen?", 2
        )
        doel, self.doelbinding = text_block(
            teksten, "doelbinding", "Doel van het delen", "Waarvoor delen de partners dit, en niet meer dan dat?", 2
        )  # fmt: skip
        self._place(grondslag, "grondslag")
        self._place(doel, "doelbinding")
        self._place(self._make_aanbrenger(), "aanbrenger_id")
        teksten.written.connect(self._written)
        self.aanbrenger.chosen.connect(self._choose)

    def _place(self, holder: QWidget, veld: str) -> None:
        box = holder.layout()
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.herkomst[veld])
        self._layout.addWidget(holder)

    def _make_aanbrenger(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_1)
        self.aanbrenger = CompleterField("Aanbrengende organisatie", "Typ een naam")
        self.fault = FieldError(self.aanbrenger)
        caption = Label("Aanbrengende organisatie", "label")
        caption.setBuddy(self.aanbrenger)
        for widget in (caption, self.aanbrenger, self.fault):
            box.addWidget(widget)
        return holder

    def fill(self, dossier: Dossier) -> None:
        """Show who brings the case in, and where each of the three came from."""
        self._dossier = dossier
        kop = dossier.kop
        opties = self._keuzes.organisatie_opties()
        if kop.aanbrenger_id and all(optie.id != kop.aanbrenger_id for optie in opties):
            opties = [*opties, Option(kop.aanbrenger_id, kop.aanbrenger, "niet meer in gebruik")]
        self.aanbrenger.set_options(opties)
        if not self.aanbrenger.hasFocus():
            self.aanbrenger.set_value(kop.aanbrenger_id or "")
            self.fault.clear()
        for veld, pill in self.herkomst.items():
            van = kop.herkomst.get(veld)
            leeg = not (getattr(kop, veld) or "").strip()
            woorden = LEEG if leeg else van.label if van is not None else ""
            pill.set_state(met_hoofdletter(woorden), "warn" if leeg else "muted")

    def _written(self, veld: str, tekst: str) -> None:
        """What a person wrote for this case is no longer what was filled in."""
        if veld in self.herkomst:
            leeg = not tekst.strip()
            self.herkomst[veld].set_state(met_hoofdletter(LEEG) if leeg else "", "warn")

    def _choose(self, organisatie_id: str) -> None:
        dossier = self._dossier
        if dossier is None or organisatie_id == (dossier.kop.aanbrenger_id or ""):
            return
        self.fault.clear()
        command = AanbrengerBepalen(casus_id=dossier.id, aanbrenger_id=organisatie_id or None)
        self._acting.execute(command, self._refused)

    def _refused(self, fault: BaseException) -> bool:
        self.fault.show_fault(fault)
        return True

    def focus_first(self) -> None:
        """Start at what is still empty, else at the ground."""
        leeg = next((area for area in (self.grondslag, self.doelbinding) if not area.text().strip()), None)
        if leeg is None and not self.aanbrenger.value():
            self.aanbrenger.setFocus()
        else:
            (leeg or self.grondslag).setFocus()
