"""Giving a role of the case to somebody: type a few letters, Enter chooses, Enter stores."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import RolRow
from vhdesk.queries.organisatie import tafelleden
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.rolkeuze import HINT, bied_aan, toon_houder, wens, wijs_aan
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.vocabulary import Casusrol


class RolPanel(InlinePanel):
    """Opens for one role at a time. An emptied field ends the role, where the house does not lead the case."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("", "Aanwijzen", columns=2, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self._rol = Casusrol.CASEMANAGER
        self._huidig: RolRow | None = None
        self.wie = CompleterField("Wie", HINT)
        error = self.add_field("Wie", self.wie, "medewerker_id")
        self.errors |= dict.fromkeys(("organisatie_id", "naam"), error)
        self.sinds = DateField("Sinds", acting.context.clock, past=True, hint="vandaag")
        self.add_field("Sinds", self.sinds, "per")
        self.wie.returnPressed.connect(self.submit)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str, rol: Casusrol, huidig: RolRow | None, tafel: str) -> None:
        """Ask who gets ``rol``; ``huidig`` has it now, ``tafel`` is the name of the table of the case."""
        self._casus_id, self._rol, self._huidig = casus_id, rol, huidig
        titel = f"{met_hoofdletter(rol.label)} aanwijzen"
        self.title.setText(titel)
        self.setAccessibleName(titel)
        bied_aan(self.wie, self._keuzes, rol, self._leden(tafel), tafel)
        self.sinds.set_value(None)
        self.open(self.wie)
        toon_houder(self.wie, huidig)

    def _leden(self, tafel: str) -> list[str]:
        """Return who usually sits at the table of this name."""
        tafel_id = next((row.id for row in self._keuzes.tafels() if row.naam == tafel), "")
        leden = self._acting.context.desk.ask(tafelleden, tafel_id) if tafel_id else ()
        return [lid.medewerker_id for lid in leden if lid.medewerker_id]

    def _submit(self) -> None:
        if not self.wie.valid():
            self.wie.open_list()
        elif not self.sinds.valid():
            self.errors["per"].show_words("Dit is geen datum.")
        elif not self.wie.text().strip() and (self._huidig is None or not self._huidig.medewerker_id):
            self.errors["medewerker_id"].show_words("Kies een naam uit de lijst.")
        else:
            wie = self.wie.value() if self.wie.text().strip() else ""
            act = wens(self._casus_id, self._rol, wie, self.sinds.value())
            if wijs_aan(self._acting, self._keuzes, act, self.show_fault):
                self.finish()
