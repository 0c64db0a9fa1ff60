"""The form for what a table sets for itself: who refers to it, what a referral must say, when nazorg is reviewed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from vhdesk.queries.instelling import Tafelregels
from vhdesk.queries.organisatie import TafelRow
from vhdesk.services.command import Command
from vhdesk.services.tafelinstelling import AanmeldersInstellen, AanmeldveldenInstellen, NazorgInstellen
from vhdesk.ui.beheer.organisatie_panel import line
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, opsomming
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld

AANMELDERS: Final = tuple((regel.value, met_hoofdletter(regel.label)) for regel in Aanmeldregel)
VELDEN: Final = tuple((veld.value, met_hoofdletter(veld.label)) for veld in Meldveld)
NO_MONTHS: Final = "Typ maanden met een komma ertussen, zoals 6, 12."
_BETWEEN: Final = re.compile(r"[\s,;]+|\ben\b")


def maanden_woorden(maanden: tuple[int, ...]) -> str:
    """Return "na 6 en 12 maanden"."""
    if not maanden:
        return "niet"
    return f"na {opsomming([str(maand) for maand in maanden])} {'maand' if maanden == (1,) else 'maanden'}"


def regels_woorden(regels: Tafelregels) -> str:
    """Say in one line what holds at a table."""
    ontbreekt = [veld.label for veld in Meldveld if veld not in regels.velden]
    vrij = f"niet verplicht: {opsomming(ontbreekt)}" if ontbreekt else "alle velden verplicht"
    return (
        f"Aanmelden: {regels.aanmelders.label}; {vrij}. Nazorg beoordelen {maanden_woorden(regels.nazorg)}."
    )


class TafelregelsPanel(InlinePanel):
    """``commands`` gives an act for each thing that was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Regels van de tafel", "Vastleggen", columns=2, parent=parent)
        self._tafel_id = ""
        self._was = Tafelregels()
        self.aanmelders = ChoiceField("Wie mag aanmelden", AANMELDERS)
        self.nazorg = line("Nazorg beoordelen na (maanden)", "6, 12")
        self.velden = TicksField("Verplicht voor triage")
        self.velden.set_choices(VELDEN)
        self.add_field("Wie mag aanmelden (Code Rood: iedereen)", self.aanmelders, "aanmelders")
        self.add_field("Nazorg beoordelen na (maanden)", self.nazorg, "maanden")
        self.add_field("Verplicht voor triage", self.velden, "velden", wide=True)

    def begin(self, tafel: TafelRow, regels: Tafelregels) -> None:
        """Open with what holds now."""
        self.put_away()
        self._tafel_id, self._was = tafel.id, regels
        self.title.setText(f"Regels van {tafel.naam}")
        self.aanmelders.set_value(regels.aanmelders.value)
        self.nazorg.setText(", ".join(map(str, regels.nazorg)))
        self.velden.set_value([veld.value for veld in regels.velden])
        self.open(self.aanmelders, f"beheer/tafelregels/{tafel.id}")

    def stored(self, command: Command) -> None:
        """One of the acts was done: it is no change any more when a later one is refused."""
        if isinstance(command, AanmeldersInstellen):
            self._was = replace(self._was, aanmelders=command.aanmelders)
        elif isinstance(command, AanmeldveldenInstellen):
            self._was = replace(self._was, velden=command.velden)

    def commands(self) -> tuple[Command, ...] | None:
        """Return the acts, none when nothing changed; None while the months are no numbers."""
        delen = [deel for deel in _BETWEEN.split(self.nazorg.text()) if deel]
        if not all(deel.isdecimal() and len(deel) < 4 for deel in delen):
            self.errors["maanden"].show_words(NO_MONTHS)
            return None
        maanden, tafel_id = tuple(map(int, delen)), self._tafel_id
        aanmelders = Aanmeldregel(self.aanmelders.value())
        velden = tuple(map(Meldveld, self.velden.value()))
        acts: list[Command] = []
        if aanmelders is not self._was.aanmelders:
            acts.append(AanmeldersInstellen(tafel_id=tafel_id, aanmelders=aanmelders))
        if velden != self._was.velden:
            acts.append(AanmeldveldenInstellen(tafel_id=tafel_id, velden=velden))
        if maanden != self._was.nazorg:
            acts.append(NazorgInstellen(tafel_id=tafel_id, maanden=maanden))
        return tuple(acts)
