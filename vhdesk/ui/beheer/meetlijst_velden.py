"""The fields for a list that a method has filled in: its name, parts, scale, what is in order, and how often."""

from __future__ import annotations

from vhdesk.queries.methodevraag import Meetlijst
from vhdesk.ui.beheer.organisatie_panel import line, words_of
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea


class MeetlijstVelden:
    """Puts its fields in ``panel``; ``veld`` is the name by which a rule refuses them."""

    def __init__(self, panel: InlinePanel, veld: str, titel: str) -> None:
        self.naam = line(f"{titel}: naam", "leeg: wordt niet gevraagd")
        self.dagen = NumberField(f"{titel}: opnieuw na", 0, 3650, "dagen")
        self.onderdelen = TextArea(
            f"{titel}: onderdelen", "Elk onderdeel op een eigen regel", min_lines=2, max_lines=10
        )
        self.schaal = line(f"{titel}: schaal", "met komma's ertussen")
        self.voldaan = line(f"{titel}: in orde bij", "leeg: elke waarde is goed")
        for key, field in (("naam", self.naam), ("dagen", self.dagen)):
            panel.add_field(field.accessibleName(), field, f"{veld}_{key}")
        panel.add_field(self.onderdelen.accessibleName(), self.onderdelen, veld, wide=True)
        for key, words in (("schaal", self.schaal), ("voldaan", self.voldaan)):
            panel.add_field(words.accessibleName(), words, f"{veld}_{key}")

    def load(self, lijst: Meetlijst | None) -> None:
        """Show a list, or nothing."""
        found = lijst or Meetlijst(naam="")
        self.naam.setText(found.naam)
        self.dagen.setValue(found.dagen)
        self.onderdelen.load("\n".join(found.onderdelen), force=True)
        self.schaal.setText(", ".join(found.schaal))
        self.voldaan.setText(", ".join(found.voldaan))

    def value(self) -> Meetlijst | None:
        """Return the list; None when neither its name nor a part was filled in."""
        naam, onderdelen = self.naam.text().strip(), tuple(self.onderdelen.text().splitlines())
        if not naam and not any(deel.strip() for deel in onderdelen):
            return None
        return Meetlijst(
            naam=naam,
            onderdelen=onderdelen,
            schaal=words_of(self.schaal.text()),
            voldaan=words_of(self.voldaan.text()),
            dagen=self.dagen.value(),
        )
