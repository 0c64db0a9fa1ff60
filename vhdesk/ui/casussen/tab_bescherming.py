"""On what ground the case is shared, with whom and how far, and who looked at it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.errors import VhdeskError
from vhdesk.queries.dossier_rijen import Dossier, InbrengRow, PartnerRow
from vhdesk.queries.journaal import JournaalRow, journaal
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.casussen.grondslag_card import GrondslagCard
from vhdesk.ui.casussen.inbreng_block import doorgeven
from vhdesk.ui.casussen.niveau_panel import NiveauPanel
from vhdesk.ui.casussen.partner_row import GEEN, NIVEAUS, PartnerLine
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bekendheid_card import BekendheidCard
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Bronregime, Informatieniveau, Resultaat
from vhdesk.vocabulary_faults import in_words

REGELS = 100


def journaal_two_line(row: JournaalRow) -> TwoLine:
    """Return a line of the journaal as a list row."""
    moment = local(row.tijdstip)
    geweigerd = row.resultaat is Resultaat.GEWEIGERD
    delen = (row.actor, "geweigerd" if geweigerd else "", in_words(row.bijzonderheden))
    return TwoLine(
        met_hoofdletter(row.actie),
        "  ·  ".join(deel for deel in delen if deel),
        f"{short_date(moment.date())} {moment:%H:%M}",
        "ban" if geweigerd else "history",
        "danger" if geweigerd else "muted",
        rest=True,
    )


def merken_two_line(row: InbrengRow) -> TwoLine:
    """Return the marks of a statement as a list row: never its words, they stand at Leefgebieden."""
    regime = "Geen bijzonder regime" if row.regime is Bronregime.OVERIG else row.regime.label
    mondeling = "mondeling, niet in verslag of print" if row.mondeling else ""
    return TwoLine(
        f"I-{row.nummer}  {row.organisatie}, {row.leefgebied}",
        "  ·  ".join(deel for deel in (met_hoofdletter(regime), doorgeven(row), mondeling) if deel),
        short_date(row.datum),
        "ear" if row.mondeling else "shield-check",
        "warn" if row.mondeling else "muted",
        rest=True,
    )


class TabBescherming(DossierTab):
    """Grondslag (saves itself), partners with their level, the marks of what was said, and the journaal of this case."""

    def __init__(
        self, acting: Acting, keuzes: Keuzes, teksten: CasusTeksten, parent: QWidget | None = None
    ) -> None:
        super().__init__("Bescherming", parent)
        self._acting = acting
        self._keuzes = keuzes
        self._rows: tuple[PartnerRow, ...] | None = None
        self.lines: list[PartnerLine] = []
        self.gedeeld = GrondslagCard(acting, keuzes, teksten)
        self.bekendheid = BekendheidCard(acting)
        self.partners = Card("Wie mag wat weten", "shield-check")
        self.waarom = NiveauPanel(acting)
        self.waarom.cancelled.connect(self._not_decided)
        self.organisatie = CompleterField("Organisatie toevoegen", "Organisatie toevoegen")
        self.niveau = ChoiceField("Niveau van de nieuwe organisatie", NIVEAUS)
        self.niveau.set_value(Informatieniveau.PROCES.value)
        self.add_button = QPushButton("Toevoegen")
        self.add_button.setAccessibleName("Organisatie toevoegen met dit niveau")
        self.add_button.clicked.connect(self._add)
        self.geen_merken = Label("Er is nog niets ingebracht.", "muted")
        self.merken = WholeRowList("Merken van de inbreng", merken_two_line, fit=True)
        self.journaal = WholeRowList("Journaal van deze casus", journaal_two_line, fit=True)
        self.body.addWidget(self.gedeeld)
        self.body.addWidget(self.bekendheid)
        self.body.addWidget(self.partners)
        self.body.addWidget(Label("Merken van de inbreng", "strong"))
        self.body.addWidget(self.geen_merken)
        self.body.addWidget(self.merken)
        self.body.addWidget(Label("Journaal van deze casus", "strong"))
        self.body.addWidget(self.journaal)
        self._lay_out_partners()

    def _lay_out_partners(self) -> None:
        self.nobody = self.partners.add_text("Er is nog geen organisatie bij deze casus betrokken.", "muted")
        self.partners.add_text(
            "Wie hier niet staat: een vast lid van de tafel leest de inhoud zolang niemand is genoemd, wie de casus leidt"
            " ook; wie een actie heeft, leest het proces.",
            "muted",
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.organisatie, 1)
        row.addWidget(self.niveau)
        row.addWidget(self.add_button)
        self.partners.body.addLayout(row)
        self.partners.body.addWidget(self.waarom)

    def fill(self, dossier: Dossier) -> None:
        """Show on what the case is shared, partners and journaal."""
        self.gedeeld.fill(dossier)
        self.bekendheid.show_case(dossier.id, self._keuzes.organisatie_opties())
        self.organisatie.set_options(self._keuzes.organisatie_opties())
        self.merken.set_rows(dossier.inbreng)
        self.merken.setVisible(bool(dossier.inbreng))
        self.geen_merken.setVisible(not dossier.inbreng)
        if dossier.partners != self._rows:
            self._rows = dossier.partners
            self._show_partners(dossier.partners)
        try:
            rows = self._acting.context.desk.ask(journaal, object_id=dossier.id, limiet=REGELS)
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return
        self.journaal.set_rows(rows)

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the organisation that was asked, or to the text."""
        table = self.bekendheid.table
        if not table.select(record_id):
            return super().show_hit(record_id, words)
        table.setFocus()
        return True

    def back_out(self) -> bool:
        """Close what asks for a reason; False when nothing was open."""
        return self.waarom.leave() or self.bekendheid.back_out()

    def _show_partners(self, rows: tuple[PartnerRow, ...]) -> None:
        focused = next((line.row.organisatie_id for line in self.lines if line.niveau.hasFocus()), "")
        for line in self.lines:
            self.partners.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [PartnerLine(row) for row in rows]
        for place, line in enumerate(self.lines):
            line.chosen.connect(self._set_level)
            self.partners.body.insertWidget(place, line)
            line.show()
            if line.row.organisatie_id == focused:
                line.niveau.setFocus()
        if self.organisatie.value() in {row.organisatie_id for row in rows}:
            self.organisatie.set_value("")  # it was added
        self.nobody.setVisible(not rows)

    # --- acts

    def _set_level(self, organisatie_id: str, niveau: str) -> None:
        self._decide(organisatie_id, None if niveau == GEEN else Informatieniveau(niveau))

    def _add(self) -> None:
        if not self.organisatie.value():
            self.organisatie.setFocus()
            self.organisatie.open_list()
            return
        self._decide(self.organisatie.value(), Informatieniveau(self.niveau.value()))
        if not self.waarom.is_open():
            self.organisatie.setFocus()

    def _decide(self, organisatie_id: str, niveau: Informatieniveau | None) -> None:
        if self.dossier is not None:
            command = CasuspartnerBepalen(
                casus_id=self.dossier.id, organisatie_id=organisatie_id, niveau=niveau
            )
            namen = {row.id: row.naam for row in self._keuzes.organisaties()}
            self.waarom.decide(command, namen.get(organisatie_id, "deze organisatie"))

    def _not_decided(self) -> None:
        """Show the levels as they are: nobody said why they would be others."""
        if self._rows is not None:
            self._show_partners(self._rows)

    def focus_first(self) -> None:
        """Start at what the case is shared on."""
        self.gedeeld.focus_first()
