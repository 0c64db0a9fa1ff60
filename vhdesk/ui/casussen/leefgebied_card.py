"""One leefgebied on a card: its scores at the right of the heading, below it what the partners brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import InbrengRow, ZrmRow
from vhdesk.queries.melding import Meldregel
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.casussen.zrm_button import ZrmButton
from vhdesk.ui.casussen.zrm_verloop import ZrmVerloop
from vhdesk.ui.onderdelen.tegenspraak_card import tegenspraak_woorden
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.vocabulary_triage import Meldtekst


def gemeld_zin(regel: Meldregel) -> str:
    """Return what a referral says on the leefgebied it is about, with that it is the referrer who said it."""
    if regel.soort is Meldtekst.LEEFGEBIEDEN:
        return "De melder heeft hier zorgen over."
    return f"{met_hoofdletter(regel.soort.label)}, volgens de melder: {regel.tekst}"


class LeefgebiedCard(Card):
    """Signals: ``scored(domein_code, score)``, and of the statements ``remove_requested``, ``cite_requested`` and
    ``contradict_requested`` (inbreng_id)."""

    scored = Signal(str, int)
    remove_requested = Signal(str)
    cite_requested = Signal(str)
    contradict_requested = Signal(str)

    def __init__(
        self,
        leefgebied: ReferentiewaardeRow,
        domeinen: Sequence[ReferentiewaardeRow],
        scores: tuple[ReferentiewaardeRow, ...],
        parent: QWidget | None = None,
    ) -> None:
        icon_name = str(leefgebied.kenmerken.get("icoon") or "circle")
        super().__init__(met_hoofdletter(leefgebied.naam), icon_name, parent=parent)
        self.leefgebied = leefgebied
        self.buttons: dict[str, ZrmButton] = {}
        for domein in domeinen:
            button = ZrmButton(domein, scores, named=domein.code != leefgebied.code and len(domeinen) > 1)
            button.scored.connect(self.scored)
            self.buttons[domein.code] = button
        if len(domeinen) == 1:
            self.add_right(self.buttons[domeinen[0].code])
        elif domeinen:
            row = QWidget()
            row.setAccessibleName("Zelfredzaamheid")
            flow = FlowLayout(row, spacing=SPACE_1)
            for button in self.buttons.values():
                flow.addWidget(button)
            self.body.addWidget(row)

    def fill(
        self,
        inbreng: Sequence[InbrengRow],
        zrm: Sequence[ZrmRow],
        alle: Sequence[InbrengRow],
        gemeld: Sequence[Meldregel],
    ) -> None:
        """Show what the referral said here, statements (newest first) and scores; called once. ``alle``: every statement
        of the case, for what contradicts what."""
        for regel in gemeld:
            self.add_text(gemeld_zin(regel), "small")
        latest = {row.domein_code: row for row in zrm}
        for code, button in self.buttons.items():
            button.show_score(latest.get(code))
        several = len(self.buttons) > 1
        for score in (row for row in zrm if row.domein_code in self.buttons and len(row.verloop) > 1):
            self.body.addWidget(ZrmVerloop(score, named=several))
        for row in inbreng:
            block = InbrengBlock(row, tegenspraak_woorden(row, alle))
            block.remove_requested.connect(self.remove_requested)
            block.cite_requested.connect(self.cite_requested)
            block.contradict_requested.connect(self.contradict_requested)
            self.body.addWidget(block)
        if not inbreng:
            self.add_text("Nog geen inbreng.", "small")
