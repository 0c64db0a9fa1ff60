"""The form for what the cases of a table are shared on by default, with the versions that held before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.queries.grondslag import TafelstandaardRow
from vhdesk.queries.organisatie import OrganisatieRow, TafelRow
from vhdesk.services.grondslag import TafelstandaardVastleggen
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.kopie_woorden import moment_words
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.whole_row_list import WholeRowList


def versie_woorden(row: TafelstandaardRow) -> str:
    """Return "versie 2 van 2-12-2026 13:30, Ada" or "zoals meegeleverd"."""
    if row.gewijzigd_op is None:
        return "zoals meegeleverd"
    return f"versie {row.versie} van {moment_words(row.gewijzigd_op)}, {row.actor}"


def versie_line(row: TafelstandaardRow) -> TwoLine:
    """Word a version."""
    aanbrenger = f"aanbrenger: {row.aanbrenger or 'geen'}"
    doel = f"doel: {row.doelbinding or 'geen'}"
    return TwoLine(
        row.grondslag or "Geen grondslag", met_punten((doel, aanbrenger, versie_woorden(row))), icon="scale"
    )


class StandaardPanel(InlinePanel):
    """``command`` gives the act for what was filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=1, parent=parent)
        self._tafel_id = ""
        self.grondslag = TextArea("Grondslag", "Op welke wet berust het delen?", min_lines=2, max_lines=6)
        self.doelbinding = TextArea("Doel van het delen", "Waarvoor wordt gedeeld?", min_lines=2, max_lines=6)
        self.aanbrenger = CompleterField("Aanbrengende organisatie", "typ een deel van de naam")
        self.versies = WholeRowList("Eerdere versies", versie_line, fit=True)
        self.add_field("Grondslag", self.grondslag, "grondslag")
        self.add_field("Doel van het delen", self.doelbinding, "doelbinding")
        self.add_field(
            "Aanbrenger, als de melder en de gemeente van de casus niet bekend zijn", self.aanbrenger, "aanbrenger_id"
        )  # fmt: skip
        self.add_field("Wat er gold", self.versies)

    def begin(
        self, tafel: TafelRow, versies: Sequence[TafelstandaardRow], organisaties: Sequence[OrganisatieRow]
    ) -> None:
        """Open for a table, with what holds now."""
        self.put_away()
        self._tafel_id = tafel.id
        nu = versies[0]
        self.title.setText(f"Grondslag, doel en aanbrenger: standaard voor {tafel.naam}")
        self.setAccessibleName(self.title.text())
        self.grondslag.load(nu.grondslag, force=True)
        self.doelbinding.load(nu.doelbinding, force=True)
        self.aanbrenger.set_options(
            [Option(row.id, row.naam, row.soort.label, " ".join(row.aliassen)) for row in organisaties]
        )
        self.aanbrenger.set_value(nu.aanbrenger_id or "")
        self.versies.set_rows(versies)
        self.open(self.grondslag, f"beheer/standaard/{tafel.id}/{nu.versie}")

    def command(self) -> TafelstandaardVastleggen:
        """Return the act."""
        return TafelstandaardVastleggen(
            tafel_id=self._tafel_id,
            grondslag=self.grondslag.text(),
            doelbinding=self.doelbinding.text(),
            aanbrenger_id=self.aanbrenger.value() or None,
        )
