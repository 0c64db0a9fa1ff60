"""How one person of the case stands to another."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.services.persoon import PersoonrelatieLeggen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.vocabulary_persoon import Relatiesoort

_ANDERSOM = "andersom:"


def _keuzes() -> list[tuple[str, str]]:
    """Both sides of every relation: 'ouder van' and 'kind van'."""
    keuzes = []
    for soort in Relatiesoort:
        keuzes.append((soort.value, f"{met_hoofdletter(soort.label)} van"))
        if not soort.wederkerig:
            keuzes.append((_ANDERSOM + soort.value, f"{met_hoofdletter(soort.tegenlabel)} van"))
    return keuzes


class RelatiePanel(InlinePanel):
    """Opens for one person; the other is chosen among those in the case."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._persoon_id = ""
        self.soort = ChoiceField("Is", _keuzes())
        self.ander = ChoiceField("Van wie")
        self.add_field("Is", self.soort, "soort")
        self.add_field("Van wie", self.ander, "naar_id")
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, row: BetrokkeneRow) -> bool:
        """Open for ``row``; False when there is nobody else in the case."""
        anderen = [(b.persoon_id, b.naam) for b in dossier.betrokkenen if b.persoon_id != row.persoon_id]
        if not anderen:
            return False
        self._persoon_id = row.persoon_id
        title = f"Relatie van {row.naam} vastleggen"
        self.title.setText(title)
        self.setAccessibleName(title)
        self.ander.set_choices(anderen)
        self.open(self.soort)
        return True

    def _submit(self) -> None:
        gekozen, van_id, naar_id = self.soort.value(), self._persoon_id, self.ander.value()
        if gekozen.startswith(_ANDERSOM):
            gekozen, van_id, naar_id = gekozen.removeprefix(_ANDERSOM), naar_id, van_id
        command = PersoonrelatieLeggen(van_id=van_id, naar_id=naar_id, soort=Relatiesoort(gekozen))
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
