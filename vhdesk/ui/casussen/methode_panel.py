"""Choosing the method of a case, or ending it; the doelgroep suggests one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.referentie import METHODEN
from vhdesk.services.methode import MethodeKiezen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

GEEN = "geen"


class MethodePanel(InlinePanel):
    """One list and a reason."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Methode kiezen", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self.methode = ChoiceField("Methode")
        self.uitleg = Label("", "muted", wrap=True)
        self.reden = TextArea(
            "Reden", "Waarom past deze methode, of waarom niet meer?", min_lines=2, max_lines=4
        )
        self.add_field("Methode", self.methode, "methode_code")
        self.add_field("", self.uitleg)
        self.add_field("Reden", self.reden, "reden")
        self.methode.currentIndexChanged.connect(self._explain)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier) -> None:
        """Open with the method of now, else with the one that fits the doelgroep."""
        self.put_away()
        self._casus_id = dossier.id
        huidig = dossier.methode.huidig
        waarden = self._keuzes.lijst(METHODEN)
        self.methode.set_choices([(GEEN, "Geen methode"), *((row.code, row.naam) for row in waarden)])
        past = next(
            (
                row.code
                for row in waarden
                if dossier.kop.doelgroep_code in (row.kenmerken.get("doelgroepen") or ())
            ),
            GEEN,
        )
        self.methode.set_value(huidig.methode_code if huidig is not None else past)
        self._explain()
        self.reden.load("", force=True)
        self.open(self.methode, f"methode/{dossier.id}")

    def _explain(self) -> None:
        code = self.methode.value()
        woorden = next((row.omschrijving for row in self._keuzes.lijst(METHODEN) if row.code == code), "")
        self.uitleg.setText(woorden or "De casus wordt zonder bijzondere methode behandeld.")

    def _submit(self) -> None:
        code = self.methode.value()
        command = MethodeKiezen(
            casus_id=self._casus_id,
            methode_code=None if code == GEEN else code,
            reden=self.reden.text(),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self._acting.inform(f"Methode: {self.methode.currentText()}.")
            self.finish()
