"""Giving a role of the case to somebody: type a few letters, Enter chooses, Enter stores."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import RolRow
from vhdesk.services.casusrol import CasusrolBeeindigen, CasusrolToewijzen
from vhdesk.services.command import Command
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.vocabulary import Casusrol

_ORGANISATIE, _MEDEWERKER = "organisatie:", "medewerker:"


class RolPanel(InlinePanel):
    """Opens for one role at a time. An emptied field ends the role."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("", "Aanwijzen", columns=1, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self._rol = Casusrol.CASEMANAGER
        self._huidig: RolRow | None = None
        self.wie = CompleterField("Wie", "Typ een naam of organisatie")
        self.errors["organisatie_id"] = self.add_field("Wie", self.wie, "medewerker_id")
        self.wie.returnPressed.connect(self.submit)
        self.submitted.connect(self._submit)

    def ask(self, casus_id: str, rol: Casusrol, huidig: RolRow | None, tafel: str) -> None:
        """Ask who gets ``rol``; ``huidig`` has it now, ``tafel`` is the name of the table of the case."""
        self._casus_id, self._rol, self._huidig = casus_id, rol, huidig
        titel = f"{met_hoofdletter(rol.label)} aanwijzen"
        self.title.setText(titel)
        self.setAccessibleName(titel)
        self.wie.set_options(self._options(rol, tafel))
        self.wie.set_value(_value(huidig))
        self.open(self.wie)
        self.wie.selectAll()

    def _options(self, rol: Casusrol, tafel: str) -> list[Option]:
        regie = rol is Casusrol.PROCESREGISSEUR
        found = self._keuzes.procesregisseurs(tafel) if regie else self._keuzes.personen()
        people = [Option(_MEDEWERKER + o.id, o.text, o.sub, o.words) for o in found]
        if rol is not Casusrol.VERANTWOORDELIJKE:
            return people
        houses = [
            Option(_ORGANISATIE + o.id, o.text, o.sub, o.words) for o in self._keuzes.organisatie_opties()
        ]
        return houses + people

    def _command(self) -> Command | None:
        value = self.wie.value() if self.wie.text().strip() else ""
        if not value:
            return CasusrolBeeindigen(casus_id=self._casus_id, rol=self._rol) if self._huidig else None
        kind, _, identity = value.partition(":")
        return CasusrolToewijzen(
            casus_id=self._casus_id,
            rol=self._rol,
            organisatie_id=identity if f"{kind}:" == _ORGANISATIE else None,
            medewerker_id=identity if f"{kind}:" == _MEDEWERKER else None,
        )

    def _submit(self) -> None:
        if not self.wie.valid():
            self.wie.open_list()
            return
        command = self._command()
        if command is None:
            self.errors["medewerker_id"].show_words("Kies een naam uit de lijst.")
        elif self._acting.execute(command, self.show_fault) is not None:
            self.finish()


def _value(huidig: RolRow | None) -> str:
    if huidig is None:
        return ""
    return (
        _MEDEWERKER + huidig.medewerker_id if huidig.medewerker_id else _ORGANISATIE + huidig.organisatie_id
    )
