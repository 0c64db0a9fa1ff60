"""The first tab: the texts of the case, each saved by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.casussen.informeer_field import InformeerField
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.onderdelen.aanmelding_card import MeldregelsCard, aandacht_card
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bijlagen_card import BijlagenCard
from vhdesk.ui.onderdelen.citaten_lijst import CitatenLijst
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_triage import AANDACHT, OVER_PERSOON, Meldtekst

VELDEN = (
    ("titel", "Waar het over gaat", "In één regel, zonder naam.", 1),
    ("aanleiding", "Aanleiding", "Wat is er gebeurd, en waarom nu?", 3),
    ("vraag_aan_tafel", "Vraag aan de tafel", "Wat moet de tafel beslissen of doen?", 2),
    ("doel", "Doel van de bespreking", "Wanneer is de bespreking geslaagd?", 2),
    ("gezamenlijk_beeld", "Gezamenlijk beeld", "Wat zien de partners samen; wat weegt voor en tegen?", 4),
    ("zienswijze", "Zienswijze van betrokkene", "Wat vindt de persoon er zelf van?", 2),
    ("informering", "Informeren van betrokkene", "Is de persoon ingelicht, door wie, of waarom niet?", 2),
    ("aanmelder", "Aangemeld door", "Organisatie die de casus aanmeldde.", 1),
)

# What the referral said, is not pressing, and does not stand with the person.
VERDER = tuple(soort for soort in Meldtekst if soort not in (*AANDACHT, *OVER_PERSOON))


def text_block(
    teksten: CasusTeksten, veld: str, label: str, hint: str, lines: int
) -> tuple[QWidget, TextArea]:
    """Return a labelled field that saves itself as text ``veld``, with room for its trouble."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(SPACE_1)
    area = TextArea(label, hint, min_lines=lines, max_lines=18)
    caption = Label(label, "label")
    caption.setBuddy(area)
    box.addWidget(caption)
    box.addWidget(teksten.add(veld, area))
    return holder, area


class TabOverzicht(DossierTab):
    """Shows the texts, which ``CasusTeksten`` loads and saves, and whether the person was told."""

    def __init__(self, acting: Acting, teksten: CasusTeksten, parent: QWidget | None = None) -> None:
        super().__init__("Overzicht", parent)
        self.body.setSpacing(SPACE_3)
        self.areas: dict[str, TextArea] = {}
        self.aandacht = aandacht_card()
        self.gemeld = MeldregelsCard("Uit de aanmelding", "inbox", VERDER)
        self.fill_button = PrimaryButton(
            acting.context.registry.action("casus.aanmelding"), "Aanmelding aanvullen", kind="quiet"
        )
        self.gemeld.add_right(self.fill_button)
        self.bijlagen = BijlagenCard(acting, "Ctrl+Shift+D")
        self.body.addWidget(self.aandacht)
        for veld, label, hint, lines in VELDEN:
            if veld == "informering":
                self.ingelicht = InformeerField(acting, teksten)
                self.body.addWidget(self.ingelicht)
            holder, area = text_block(teksten, veld, label, hint, lines)
            self.areas[veld] = area
            self.body.addWidget(holder)
            if veld == "doel":
                self.body.addWidget(self.gemeld)
                self.body.addWidget(self.bijlagen)
            if veld == "gezamenlijk_beeld":
                self.citaten = CitatenLijst(area)
                self.body.addWidget(self.citaten)

    def fill(self, dossier: Dossier) -> None:
        """Show what the referral said and the picture cites; the texts are loaded by ``CasusTeksten``, also while this tab
        is not in front."""
        self.aandacht.show_rows(dossier.gemeld)
        self.gemeld.set_title(f"Uit de aanmelding van {date_in_words(dossier.kop.aangemeld_op)}")
        self.gemeld.show_rows(dossier.gemeld)
        self.bijlagen.show_case(dossier.id, dossier.bijlagen)
        self.citaten.show_rows(dossier.inbreng)
        self.ingelicht.fill(dossier)

    def leave_case(self) -> None:
        """Close the attachment that was looked at."""
        self.bijlagen.voorbeeld.leave()

    def back_out(self) -> bool:
        """Close the attachment that is looked at; False when there is none."""
        return self.bijlagen.back_out()

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the attachment that was found by its name, or to the text."""
        return self.bijlagen.select(record_id) or super().show_hit(record_id, words)

    def focus_first(self) -> None:
        """Start at the first text that is still empty, else at the first."""
        empty = next((area for area in self.areas.values() if not area.text()), None)
        (empty or self.areas["titel"]).setFocus(Qt.FocusReason.OtherFocusReason)
