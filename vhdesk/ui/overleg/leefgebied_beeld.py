"""One leefgebied of a case to read: the latest ZRM scores as pills and what every organisation brought in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.ui.onderdelen.beeld_woorden import (
    SCORE_STATES,
    inbreng_herkomst,
    score_gesproken,
    score_woorden,
)
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.pill_line import PillLine, PillText
from vhdesk.ui.widgets.text_column import Paragraph, TextColumn

MONDELING = "mondeling, komt niet in het verslag"


class LeefgebiedBeeld(Card):
    """Kept and filled again for every case. Nothing in it is shown before it has a parent: a widget without one
    would flash as a window of its own and take the focus from the writer."""

    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__(met_hoofdletter(name), icon_name)
        self.pills = PillLine()
        self.text = TextColumn()
        self.body.addWidget(self.pills)
        self.body.addWidget(self.text)

    def show_rows(
        self, inbreng: Sequence[InbrengRow], zrm: Sequence[ZrmRow], score_names: dict[int, str]
    ) -> None:
        """Show scores and statements; a card without either hides."""
        self.pills.show_pills([_score(row, score_names, several=len(zrm) > 1) for row in zrm])
        self.text.show_text([line for row in inbreng for line in _statement(row)])
        self.setVisible(bool(inbreng or zrm))


def _statement(row: InbrengRow) -> Iterator[Paragraph]:
    """What one organisation said, with its source and marks."""
    yield "small", inbreng_herkomst(row)
    if row.mondeling:
        yield "pill", MONDELING
    yield "", row.tekst


def _score(row: ZrmRow, names: dict[int, str], *, several: bool) -> PillText:
    name = names.get(row.score, "")
    words = score_woorden(row.score, name)
    return (
        f"{row.domein}: {words}" if several else words,
        SCORE_STATES.get(row.score, "muted"),
        score_gesproken(row, name),
    )
