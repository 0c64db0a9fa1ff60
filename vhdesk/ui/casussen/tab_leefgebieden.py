"""The picture of somebody's situation per leefgebied: what partners brought in and the self-sufficiency scores."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vhdesk.queries.dossier_rijen import Dossier, InbrengRow
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.services.inbreng import FactorVastleggen, FactorWeghalen, InbrengWeghalen, ZrmVastleggen
from vhdesk.ui.casussen.factor_card import FactorCard
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.casussen.inbreng_matrix import InbrengMatrix, matrix_rijen
from vhdesk.ui.casussen.inbreng_panel import InbrengPanel
from vhdesk.ui.casussen.leefgebied_card import LeefgebiedCard
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.tegenspraak_panel import TegenspraakPanel
from vhdesk.ui.casussen.zrm_panel import ZrmPanel
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.card_grid import CardGrid
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.tegenspraak_card import TegenspraakCard, tegenspraken
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.card import Card
from vhdesk.vocabulary import Factorsoort

UITLEG = "Een leeg vak: die partner bracht daar niets in. Enter op een getal gaat naar de inbreng."
CARD_WIDTH = 350
AGAINST_WIDTH = 600


class TabLeefgebieden(DossierTab):
    """What contradicts each other stands first, then cards with content in the order of the list, then the empty ones;
    the panels open above them.

    Signals: ``cite_requested(nummer)``: the shared picture is to cite a statement.
    """

    cite_requested = Signal(int)

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Leefgebieden", parent)
        self._acting = acting
        self._keuzes = keuzes
        self._shown: object = None
        self.panel = InbrengPanel(acting, keuzes)
        self.tegenspraak = TegenspraakPanel(acting)
        self.against = CardGrid("Wat elkaar tegenspreekt", AGAINST_WIDTH)
        self.against.hide()
        self.overview = Card("Wie zei iets, en waarover", "users-round")
        self.overview.add_text(UITLEG, "small")
        self.matrix: InbrengMatrix | None = None
        self.grid = CardGrid("Leefgebieden", CARD_WIDTH)
        self.factors = CardGrid("Wat weegt voor en tegen", CARD_WIDTH)
        self._factors: object = None
        self.add_button = QPushButton("Inbreng vastleggen")
        self.add_button.clicked.connect(self.add_inbreng)
        self.zrm = ZrmPanel(acting, keuzes)
        self.score_button = QPushButton("Score op een datum vastleggen")
        self.score_button.clicked.connect(self.add_score)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.score_button)
        buttons.addStretch(1)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.zrm)
        self.body.addWidget(self.tegenspraak)
        self.body.addWidget(self.overview)
        self.body.addWidget(self.against)
        self.body.addWidget(self.grid)
        self.body.addLayout(buttons)
        self.body.addWidget(self.factors)

    def fill(self, dossier: Dossier) -> None:
        """Show the cards; made again only when a statement, a score or the list changed."""
        self._fill_factors(dossier)
        gebieden = self._gebieden(dossier)
        shown = (dossier.id, dossier.inbreng, dossier.zrm, dossier.gemeld, dossier.partners, gebieden)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self._focused_domain()
        self._fill_matrix(dossier)
        against = [TegenspraakCard(groep) for groep in tegenspraken(dossier.inbreng)]
        self.against.set_cards(against)
        self.against.setVisible(bool(against))
        cards = [self._card(gebied, dossier) for gebied in gebieden]
        self.grid.set_cards(cards)
        if focused:
            self._focus_domain(focused)

    def _fill_matrix(self, dossier: Dossier) -> None:
        """Show who said something about what, in the order in which the table knows its leefgebieden."""
        codes = {gebied.code for gebied in self._gebieden(dossier)}
        gebieden = [(row.code, row.naam) for row in self._keuzes.lijst("leefgebieden") if row.code in codes]
        rows = matrix_rijen(dossier, gebieden)
        here, current = False, None
        if self.matrix is not None:
            here, index = self.matrix.hasFocus(), self.matrix.currentIndex()
            current = (self.matrix.current_id(), index.column()) if index.isValid() else None
            self.overview.body.removeWidget(self.matrix)
            self.matrix.hide()
            self.matrix.deleteLater()
        self.matrix = InbrengMatrix(gebieden, self.overview)
        self.matrix.asked.connect(self._to_statement)
        self.matrix.set_rows(rows)
        self.overview.body.addWidget(self.matrix)
        self.overview.setVisible(bool(rows))
        self.matrix.show()
        if current is not None:
            self.matrix.go_to(*current)
        if here:
            self.matrix.setFocus()

    def _to_statement(self, organisatie_id: str, code: str) -> None:
        """Go to the first statement of a partner on a leefgebied, or say that there is none."""
        blocks = (block for card in self._cards() for block in card.findChildren(InbrengBlock))
        found = next(
            (
                b
                for b in blocks
                if b.row.organisatie_id == organisatie_id and code in ("", b.row.leefgebied_code)
            ),
            None,
        )
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._acting.inform("Hier bracht deze partner nog niets in. Ctrl+I legt inbreng vast.")

    def _fill_factors(self, dossier: Dossier) -> None:
        if (dossier.id, dossier.factoren) == self._factors:
            return
        self._factors = (dossier.id, dossier.factoren)
        here = self.window().focusWidget()
        before = next(
            (c.soort for c in self._factor_cards() if here is not None and c.isAncestorOf(here)), None
        )
        cards = [
            FactorCard(soort, [row for row in dossier.factoren if row.soort is soort])
            for soort in Factorsoort
        ]
        self.factors.set_cards(cards)
        for card in cards:
            card.add_requested.connect(self._add_factor)
            card.remove_requested.connect(self._remove_factor)
            if card.soort is before:
                card.show()  # a layout shows its widgets later, and only what is shown can take the focus
                card.field.setFocus()

    def _factor_cards(self) -> list[FactorCard]:
        return [card for card in self.factors.cards if isinstance(card, FactorCard)]

    def _gebieden(self, dossier: Dossier) -> tuple[ReferentiewaardeRow, ...]:
        """The leefgebieden of the table, and any other that has a statement."""
        met_inbreng = {row.leefgebied_code for row in dossier.inbreng}
        gemeld = {code for regel in dossier.gemeld for code in regel.gebieden}
        gescoord = {row.domein_code for row in dossier.zrm}
        van_tafel = self._keuzes.leefgebieden(dossier.kop.tafel_id)
        codes = {row.code for row in van_tafel}
        alle = [r for r in self._keuzes.lijst("leefgebieden") if r.code in codes or r.code in met_inbreng]
        return tuple(
            sorted(alle, key=lambda gebied: self._leegte(gebied.code, met_inbreng, gescoord, gemeld))
        )

    def _leegte(self, code: str, met_inbreng: set[str], gescoord: set[str], gemeld: set[str]) -> int:
        """Order: with statements, with a referral or scores only, empty; so that cards beside each other are about as
        high."""
        if code in met_inbreng:
            return 0
        return 1 if code in gemeld or any(domein.code in gescoord for domein in self._domeinen(code)) else 2

    def _domeinen(self, leefgebied_code: str) -> list[ReferentiewaardeRow]:
        rows = self._keuzes.lijst("zrm_domeinen")
        return [row for row in rows if row.kenmerken.get("leefgebied") == leefgebied_code]

    def _card(self, gebied: ReferentiewaardeRow, dossier: Dossier) -> LeefgebiedCard:
        card = LeefgebiedCard(gebied, self._domeinen(gebied.code), self._keuzes.lijst("zrm_scores"))
        hier = [row for row in dossier.inbreng if row.leefgebied_code == gebied.code]
        gemeld = [regel for regel in dossier.gemeld if gebied.code in regel.gebieden]
        card.fill(hier, dossier.zrm, dossier.inbreng, gemeld)
        card.scored.connect(self._score)
        card.cite_requested.connect(self._cite)
        card.contradict_requested.connect(self._contradict)
        card.remove_requested.connect(self._remove)
        return card

    # --- acts

    def add_inbreng(self) -> None:
        """Open the panel, on the leefgebied (and the partner) in which the focus is."""
        if self.dossier is None:
            return
        focus = self.window().focusWidget()
        code = next(
            (
                card.leefgebied.code
                for card in self._cards()
                if focus is not None and card.isAncestorOf(focus)
            ),
            "",
        )
        partner = ""
        if self.matrix is not None and self.matrix.hasFocus():
            partner, code = self.matrix.current_cell()
        self.zrm.leave()
        self.tegenspraak.leave()
        self.panel.ask(self.dossier, code, partner)
        self.to_top()

    def add_score(self) -> None:
        """Open the panel for a score, on the domain in which the focus is."""
        if self.dossier is not None:
            domein = self._focused_domain()
            self.panel.leave()
            self.tegenspraak.leave()
            self.zrm.ask(self.dossier, domein)
            self.to_top()

    def current(self) -> InbrengRow | None:
        """Return the statement in which the focus is."""
        focus = self.window().focusWidget()
        return focus.row if isinstance(focus, InbrengBlock) and self.isAncestorOf(focus) else None

    def cite_current(self) -> None:
        """Have the shared picture cite the statement in which the focus is."""
        row = self.current()
        if row is None:
            self._acting.inform("Ga met Tab naar de inbreng waar het om gaat.")
        else:
            self._cite(row.id)

    def contradict_current(self) -> None:
        """Ask what the statement in which the focus is contradicts."""
        row = self.current()
        if row is None:
            self._acting.inform("Ga met Tab naar de inbreng waar het om gaat.")
        else:
            self._contradict(row.id)

    def _cite(self, inbreng_id: str) -> None:
        row = self._row(inbreng_id)
        if row is not None and row.mondeling:
            self._acting.inform(f"I-{row.nummer} is mondeling ingebracht en komt niet in het verslag.")
        elif row is not None:
            self.cite_requested.emit(row.nummer)

    def _contradict(self, inbreng_id: str) -> None:
        row = self._row(inbreng_id)
        if row is not None and self.dossier is not None:
            self.panel.leave()
            self.zrm.leave()
            self.tegenspraak.ask(self.dossier, row)
            self.to_top()

    def _row(self, inbreng_id: str) -> InbrengRow | None:
        rows = self.dossier.inbreng if self.dossier is not None else ()
        return next((row for row in rows if row.id == inbreng_id), None)

    def _score(self, domein_code: str, score: int) -> None:
        if self.dossier is not None:
            today = self._acting.context.clock.today()
            command = ZrmVastleggen(
                casus_id=self.dossier.id, domein_code=domein_code, datum=today, score=score or None
            )
            self._acting.execute(command)

    def _remove(self, inbreng_id: str) -> None:
        if self._acting.execute(InbrengWeghalen(inbreng_id=inbreng_id)) is not None:
            self.add_button.setFocus()
            self._acting.inform("Inbreng weggehaald. Ctrl+Z maakt het ongedaan.")

    def _add_factor(self, soort: str, tekst: str) -> None:
        if self.dossier is not None:
            self._acting.execute(
                FactorVastleggen(casus_id=self.dossier.id, soort=Factorsoort(soort), tekst=tekst)
            )

    def _remove_factor(self, factor_id: str) -> None:
        self._acting.execute(FactorWeghalen(factor_id=factor_id))

    # --- focus

    def _cards(self) -> list[LeefgebiedCard]:
        return [card for card in self.grid.cards if isinstance(card, LeefgebiedCard)]

    def _focused_domain(self) -> str:
        for card in self._cards():
            for code, button in card.buttons.items():
                if button.hasFocus():
                    return code
        return ""

    def _focus_domain(self, code: str) -> None:
        for card in self._cards():
            if code in card.buttons:
                card.show()  # a layout shows its widgets later, and only what is shown can take the focus
                card.buttons[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_case(self) -> None:
        """Close the panels."""
        self.panel.close_panel()
        self.zrm.close_panel()
        self.tegenspraak.close_panel()

    def back_out(self) -> bool:
        """Close a panel; False when all were closed."""
        return self.panel.leave() or self.zrm.leave() or self.tegenspraak.leave()

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the statement, or to the factor."""
        factor = next((c for c in self._factor_cards() if record_id in c.remove_buttons.values()), None)
        if factor is not None:
            return self._to_card(factor, words)
        blocks = self.grid.findChildren(InbrengBlock)
        block = next((block for block in blocks if block.row.id == record_id), None)
        if block is not None:
            block.setFocus()
        return block is not None

    def focus_first(self) -> None:
        """Start at the first score."""
        first = next((b for card in self._cards() for b in card.buttons.values()), None)
        (first or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
