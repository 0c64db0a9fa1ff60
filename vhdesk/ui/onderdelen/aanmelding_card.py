"""What a referral said, to read where it is needed again: what to mind at once, and the story."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.queries.melding import Meldregel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.text_column import Paragraph, TextColumn
from vhdesk.vocabulary_triage import AANDACHT, Meldtekst


class MeldregelsCard(Card):
    """Shows the rows of some kinds, each under its own heading or (``short``) on one line; hides when there are none."""

    def __init__(
        self,
        title: str,
        icon_name: str,
        soorten: Collection[Meldtekst],
        parent: QWidget | None = None,
        *,
        short: bool = False,
    ) -> None:
        super().__init__(title, icon_name, parent=parent)
        self._soorten = soorten
        self._short = short
        self.text = TextColumn()
        self.body.addWidget(self.text)
        self.hide()

    def show_rows(self, regels: Sequence[Meldregel]) -> None:
        """Show what a referral says; without a word on these kinds the card hides."""
        lines: list[Paragraph] = []
        for regel in (regel for regel in regels if regel.soort in self._soorten):
            name = met_hoofdletter(regel.soort.label)
            lines += (
                [("", f"{name}: {regel.tekst}")] if self._short else [("strong", name), ("", regel.tekst)]
            )
        self.text.show_text(lines)
        self.setVisible(bool(lines))


def aandacht_card(parent: QWidget | None = None) -> MeldregelsCard:
    """Return the card with what somebody must know first: safety of staff, children, interpreter, orders."""
    return MeldregelsCard("Let op", "triangle-alert", AANDACHT, parent, short=True)
