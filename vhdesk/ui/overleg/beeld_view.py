"""The picture of a case: the question, the occasion, the leefgebieden, the factors, the shared view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import Dossier, InbrengRow, ZrmRow
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.ui.onderdelen.aanmelding_card import MeldregelsCard, aandacht_card
from vhdesk.ui.onderdelen.card_grid import CardGrid
from vhdesk.ui.onderdelen.citaten_lijst import CitatenLijst
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.tegenspraak_card import TegenspraakCard, tegenspraken
from vhdesk.ui.onderdelen.versioned_text import VersionedText
from vhdesk.ui.overleg.leefgebied_beeld import LeefgebiedBeeld
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.card_columns import CardColumns
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_column import TextColumn
from vhdesk.vocabulary import Factorsoort
from vhdesk.vocabulary_triage import VERHAAL

COLUMN = 330
AGAINST = 500


class BeeldView(QWidget):
    """Everything the table needs to see; only the shared view is written here."""

    def __init__(self, keuzes: Keuzes, gezamenlijk: VersionedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_3)
        self._keuzes = keuzes
        self.gezamenlijk = gezamenlijk
        self.aandacht = aandacht_card()
        self.vraag = TextColumn()
        self.gemeld = MeldregelsCard("Uit de aanmelding", "inbox", VERHAAL)
        self._grid = CardColumns(COLUMN)
        self._cards: dict[str, LeefgebiedBeeld] = {}
        self.silent = Label("", "muted", wrap=True)
        self.risico = Card("Risicofactoren", "triangle-alert")
        self.beschermend = Card("Beschermende factoren", "shield-check")
        self._factoren = {Factorsoort.RISICO: self.risico, Factorsoort.BESCHERMEND: self.beschermend}
        self._lines = {soort: TextColumn() for soort in self._factoren}
        for soort, card in self._factoren.items():
            card.body.addWidget(self._lines[soort])
        factors = QHBoxLayout()
        factors.setSpacing(SPACE_3)
        factors.addWidget(self.risico, 1)
        factors.addWidget(self.beschermend, 1)
        self._groups: list[tuple[InbrengRow, ...]] = []
        self.against = CardGrid("Wat elkaar tegenspreekt", AGAINST)
        self.against.hide()
        self.body.addWidget(self.aandacht)
        self.body.addWidget(self.vraag)
        self.body.addWidget(self.gemeld)
        self.body.addWidget(self.against)
        self.body.addWidget(self._grid)
        self.body.addWidget(self.silent)
        self.body.addLayout(factors)
        caption = Label("Gezamenlijk beeld van de tafel", "strong")
        caption.setBuddy(gezamenlijk.field)
        self.body.addWidget(caption)
        self.body.addWidget(gezamenlijk)
        self.citaten = CitatenLijst(gezamenlijk.field)
        self.body.addWidget(self.citaten)

    def show_case(self, dossier: Dossier, *, nieuw: bool) -> None:
        """Show a case; the shared view is the page's to fill. ``nieuw``: no table discussed it before, so that it reads
        the referral."""
        kop = dossier.kop
        self.aandacht.show_rows(dossier.gemeld)
        self.gemeld.show_rows(dossier.gemeld if nieuw else ())
        self.vraag.show_text(
            (
                ("strong", "Vraag aan de tafel"),
                (
                    "",
                    kop.vraag_aan_tafel
                    or "Er is nog geen vraag geformuleerd. Spreek eerst af wat de tafel moet besluiten.",
                ),
                ("strong", "Aanleiding" if kop.aanleiding else ""),
                ("", kop.aanleiding),
                ("strong", "Doel" if kop.doel else ""),
                ("", kop.doel),
            )
        )
        self._show_against(dossier.inbreng)
        self._show_leefgebieden(dossier.inbreng, dossier.zrm)
        self.citaten.show_rows(dossier.inbreng)
        for soort, card in self._factoren.items():
            texts = [factor.tekst for factor in dossier.factoren if factor.soort is soort]
            self._lines[soort].show_text([("", text) for text in texts])
            card.setVisible(bool(texts))

    def _show_against(self, inbreng: Sequence[InbrengRow]) -> None:
        """Statements that contradict each other, side by side; made again only when they changed."""
        groups = tegenspraken(inbreng)
        if groups != self._groups:
            self._groups = groups
            self.against.set_cards([TegenspraakCard(group) for group in groups])
            self.against.setVisible(bool(groups))

    def _show_leefgebieden(self, inbreng: Sequence[InbrengRow], zrm: Sequence[ZrmRow]) -> None:
        areas = self._keuzes.lijst("leefgebieden")
        domains = {
            row.code: str(row.kenmerken.get("leefgebied") or "") for row in self._keuzes.lijst("zrm_domeinen")
        }
        scores = {int(row.kenmerken["score"]): row.naam for row in self._keuzes.lijst("zrm_scores")}
        known = {area.code for area in areas}
        said = {row.leefgebied_code: row.leefgebied for row in inbreng if row.leefgebied_code not in known}
        silent = []
        for area in areas:
            rows = [row for row in inbreng if row.leefgebied_code == area.code]
            scored = [row for row in zrm if domains.get(row.domein_code) == area.code]
            self._card(area.code, area.naam, _icon(area)).show_rows(rows, scored, scores)
            if not rows and not scored and not area.kenmerken.get("alleen_regime"):
                silent.append(area.naam)
        for code in self._cards.keys() - known - said.keys():
            self._cards[code].hide()
        for code, name in said.items():
            rows = [row for row in inbreng if row.leefgebied_code == code]
            self._card(code, name or code, "circle-help").show_rows(rows, (), scores)
        self._grid.arrange()
        everything = len(silent) >= len([a for a in areas if not a.kenmerken.get("alleen_regime")])
        if everything:
            self.silent.setText("Er is nog niets ingebracht en nog geen score vastgelegd.")
        else:
            self.silent.setText(f"Nog niets bekend over: {', '.join(silent)}." if silent else "")
        self.silent.setVisible(bool(silent))

    def make_cards(self) -> None:
        """Make the card of every leefgebied, hidden, so that the first case is shown as soon as any other."""
        for area in self._keuzes.lijst("leefgebieden"):
            if area.code not in self._cards:
                self._card(area.code, area.naam, _icon(area)).hide()

    def cards(self) -> tuple[LeefgebiedBeeld, ...]:
        """Return the cards, in the order of the list."""
        return tuple(self._cards.values())

    def _card(self, code: str, name: str, icon_name: str) -> LeefgebiedBeeld:
        card = self._cards.get(code)
        if card is None:
            card = self._cards[code] = LeefgebiedBeeld(name, icon_name)
            self._grid.set_cards(self.cards())
        return card


def _icon(area: ReferentiewaardeRow) -> str:
    return str(area.kenmerken.get("icoon") or "circle-help")
