"""Adding a person to the system of a case."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.services.casus import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.vocabulary import Betrokkenheid

_REGELS = (
    ("voornamen", "Voornamen", 200),
    ("voorvoegsel", "Voorvoegsel", 40),
    ("geslachtsnaam", "Geslachtsnaam", 200),
    ("relatie", "Relatie (bijv. moeder, ex-partner)", 200),
    ("bsn", "BSN", 20),
    ("telefoon", "Telefoon", 40),
    ("adres", "Adres", 200),
    ("postcode", "Postcode", 10),
    ("woonplaats", "Woonplaats", 100),
)


class PersoonPanel(InlinePanel):
    """Asks who it is; only the geslachtsnaam is required."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Persoon toevoegen aan het systeem", "Toevoegen", columns=3, parent=parent)
        self._acting = acting
        self._casus_id = ""
        self.lines: dict[str, QLineEdit] = {}
        self.geboren = DateField(
            "Geboortedatum", acting.context.clock, past=True, hint="dd-mm-jjjj", show_words=False
        )
        rollen = (Betrokkenheid.SYSTEEM, Betrokkenheid.NEVENBETROKKENE)
        self.rol = ChoiceField("Rol in de casus", [(rol.value, met_hoofdletter(rol.label)) for rol in rollen])
        for veld, label, maximum in _REGELS:
            line = QLineEdit()
            line.setAccessibleName(label)
            line.setMaxLength(maximum)
            self.lines[veld] = line
            self.add_field(label, line, veld)
            if veld == "relatie":
                self.add_field("Rol in de casus", self.rol, "rol")
                self.add_field("Geboortedatum", self.geboren, "geboortedatum")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str) -> None:
        """Open empty for this case."""
        self.put_away()
        self._casus_id = casus_id
        for line in self.lines.values():
            line.clear()
        self.geboren.set_value(None)
        self.open(self.lines["voornamen"], f"persoon/{casus_id}")

    def _submit(self) -> None:
        if not self.geboren.valid():
            self.errors["geboortedatum"].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-1-1983.")
            return
        text = {veld: line.text().strip() for veld, line in self.lines.items()}
        relatie = text.pop("relatie")
        command = BetrokkeneToevoegen(
            casus_id=self._casus_id,
            persoon=Persoonsgegevens(geboortedatum=self.geboren.value(), **text),
            rol=Betrokkenheid(self.rol.value()),
            relatie=relatie,
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
