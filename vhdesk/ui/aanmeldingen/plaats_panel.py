"""The choice that Code Rood left open: which case leaves a full Top X, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.plicht import PlichtRow
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.topx import TopXPlaatsMaken
from vhdesk.ui.aanmeldingen.weeg_panel import GEEN_REDEN, WeegKeuzes
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.caseload_woorden import teller
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea


class PlaatsPanel(InlinePanel):
    """Gives the chosen case back to its gemeente, with the reason."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Plaats maken in de Top X", "Afschalen", columns=2, parent=parent)
        self._acting = acting
        self._plicht_id = ""
        self.stand = Label("", "fault", wrap=True)
        self.uittredend = CompleterField("Welke casus gaat uit de Top X", "Typ een naam of nummer")
        self.reden_code = ChoiceField("Reden van afschalen")
        self.overdracht = CompleterField("Wie neemt die casus over", "Typ een naam, als de reden dat vraagt")
        self.reden = TextArea("Waarom die casus", "De gemeente krijgt deze reden te horen.", min_lines=2)
        self.add_field("", self.stand, wide=True)
        self.add_field("Welke casus gaat uit de Top X", self.uittredend, "uittreden")
        self.add_field("Reden van afschalen", self.reden_code, "reden_code")
        self.add_field("Wie neemt die casus over", self.overdracht, "overdracht_id")
        self.add_field("Waarom die casus", self.reden, "reden", wide=True)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, plicht: PlichtRow, keuzes: WeegKeuzes) -> None:
        """Open for a duty."""
        self.put_away()
        self._plicht_id = plicht.id
        self.title.setText(met_hoofdletter(plicht.soort.label))
        self.stand.setText(
            f"{teller(keuzes.stand)}. Code Rood wacht niet; kies welke casus daarvoor weggaat."
        )
        self.uittredend.set_options(keuzes.top_x)
        self.uittredend.set_value("")
        self.reden_code.set_choices([GEEN_REDEN, *keuzes.afschaalredenen])
        self.reden_code.set_value("")
        self.overdracht.set_options(keuzes.organisaties)
        self.overdracht.set_value("")
        self.reden.load("", force=True)
        self.open(self.uittredend, f"plaats/{plicht.id}")

    def _submit(self) -> None:
        if not self.uittredend.value():
            self.errors["uittreden"].show_words("Kies welke casus uit de Top X gaat.")
            return
        command = TopXPlaatsMaken(
            plicht_id=self._plicht_id,
            uittreden=CasusAfschalen(
                casus_id=self.uittredend.value(),
                reden_code=self.reden_code.value(),
                reden=self.reden.text(),
                overdracht_id=self.overdracht.value() or None,
            ),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
