"""The form for a method: what it asks of a case. What stays empty, or 0, is not asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.folding import fold
from vhdesk.queries.methodevraag import NIETS, Methodevraag, Zetel, lees_methodevraag
from vhdesk.queries.organisatie import OrganisatieRow
from vhdesk.queries.referentie import METHODEN, ReferentiewaardeRow
from vhdesk.services.command import Command
from vhdesk.services.referentie import ReferentiewaardeToevoegen, ReferentiewaardeWijzigen
from vhdesk.ui.beheer.meetlijst_velden import MeetlijstVelden
from vhdesk.ui.beheer.organisatie_panel import line, words_of
from vhdesk.ui.beheer.zetels import OnbekendeNaamError, lees_regels, schrijf_regels
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea

_ZETEL = "Per regel: naam, dubbele punt, organisaties met komma's ertussen"


class MethodePanel(InlinePanel):
    """``command`` gives the act for what was filled in, None when something in it is not known (said beside it)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Methode toevoegen", "Opslaan", columns=2, parent=parent)
        self._row: ReferentiewaardeRow | None = None
        self._vraag = NIETS
        self._organisaties: Sequence[OrganisatieRow] = ()
        self._doelgroepen: Mapping[str, str] = {}
        self.naam = line("Naam van de methode")
        self.volgorde = NumberField("Plaats van de methode in de lijst", 0, 999)
        self.omschrijving = TextArea("Omschrijving van de methode", min_lines=2, max_lines=4)
        self.doelgroepen = line("Voorgesteld bij deze doelgroepen", "met komma's ertussen")
        self.elke_dagen = NumberField("Elke zoveel dagen op tafel", 0, 3650, "dagen")
        self.kennis_dagen = NumberField("Stand van kennis hooguit zo oud", 0, 3650, "dagen")
        self.vanaf = line("Leeftijd vanaf", "leeg: geen grens")
        self.tot = line("Leeftijd tot en met", "leeg: geen grens")
        self.zetels = {
            "casusregie": TextArea("Casusregie bij", _ZETEL, min_lines=1, max_lines=2),
            "quorum": TextArea("Moet bij de bespreking zijn", _ZETEL, min_lines=2, max_lines=8),
            "mag_weten": TextArea("Mag als enige de inhoud kennen", _ZETEL, min_lines=2, max_lines=8),
        }
        self.crisiskaart = QCheckBox("Vraagt een crisiskaart")
        self.criterium = QCheckBox("Vraagt vanaf de eerste dag een afschaalcriterium")
        self._lay_out()

    def _lay_out(self) -> None:
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Plaats in de lijst", self.volgorde, "volgorde")
        self.add_field("Omschrijving", self.omschrijving, "omschrijving", wide=True)
        beside = {
            "elke_dagen": self.elke_dagen, "kennis_dagen": self.kennis_dagen, "leeftijd_vanaf": self.vanaf,
            "leeftijd_tot": self.tot,
        }  # fmt: skip
        wide = {"doelgroepen": self.doelgroepen, **self.zetels}
        self.add_field(self.doelgroepen.accessibleName(), wide.pop("doelgroepen"), "doelgroepen", wide=True)
        for veld, field in beside.items():
            self.add_field(field.accessibleName(), field, veld)
        for veld, area in wide.items():
            self.add_field(area.accessibleName(), area, veld, wide=True)
        self.risico = MeetlijstVelden(self, "risico", "Risico-instrument")
        self.voorwaarden = MeetlijstVelden(self, "voorwaarden", "Voorwaarden")
        self.add_field("", self.crisiskaart, "crisiskaart", wide=True)
        self.add_field("", self.criterium, "afschaalcriterium", wide=True)

    def begin(
        self,
        row: ReferentiewaardeRow | None,
        plaats: int,
        organisaties: Sequence[OrganisatieRow],
        doelgroepen: Mapping[str, str],
    ) -> None:
        """Open for a new method (None) at ``plaats``, or to change one; ``doelgroepen``: code -> name."""
        self.put_away()
        self._row, self._organisaties, self._doelgroepen = row, organisaties, doelgroepen
        self._vraag = vraag = lees_methodevraag(row.kenmerken if row is not None else None)
        self.title.setText(f"{row.naam} wijzigen" if row else "Methode toevoegen")
        self.naam.setText(row.naam if row else "")
        self.volgorde.setValue(row.volgorde if row else plaats)
        self.omschrijving.load(row.omschrijving if row else "", force=True)
        self.doelgroepen.setText(", ".join(doelgroepen.get(code, code) for code in vraag.doelgroepen))
        self.elke_dagen.setValue(vraag.elke_dagen)
        self.kennis_dagen.setValue(vraag.kennis_dagen)
        for field, jaren in ((self.vanaf, vraag.leeftijd_vanaf), (self.tot, vraag.leeftijd_tot)):
            field.setText("" if jaren is None else str(jaren))
        seats = {
            "casusregie": (vraag.casusregie,) if vraag.casusregie else (),
            "quorum": vraag.quorum,
            "mag_weten": vraag.mag_weten,
        }
        for veld, area in self.zetels.items():
            area.load(schrijf_regels(seats[veld], organisaties), force=True)
        self.risico.load(vraag.risico)
        self.voorwaarden.load(vraag.voorwaarden)
        self.crisiskaart.setChecked(vraag.crisiskaart)
        self.criterium.setChecked(vraag.afschaalcriterium)
        self.open(self.naam, f"beheer/waarde/{METHODEN}/{row.code if row else ''}")

    def command(self) -> Command | None:
        """Return the act."""
        vraag = self._gevraagd()
        if vraag is None:
            return None
        naam, omschrijving, volgorde = self.naam.text(), self.omschrijving.text(), self.volgorde.value()
        if self._row is None:
            return ReferentiewaardeToevoegen(
                lijst_code=METHODEN, naam=naam, omschrijving=omschrijving, volgorde=volgorde, methode=vraag
            )
        return ReferentiewaardeWijzigen(
            lijst_code=METHODEN, code=self._row.code, naam=naam, omschrijving=omschrijving, volgorde=volgorde,
            methode=vraag,
        )  # fmt: skip

    def _gevraagd(self) -> Methodevraag | None:
        """Return the demands; what the form does not show (the regime) stays as it is."""
        doelgroepen, seats, ages = self._codes(), self._seats(), self._ages()
        if doelgroepen is None or seats is None or ages is None:
            return None
        casusregie = seats["casusregie"]
        return replace(
            self._vraag,
            doelgroepen=doelgroepen,
            elke_dagen=self.elke_dagen.value(),
            kennis_dagen=self.kennis_dagen.value(),
            leeftijd_vanaf=ages[0],
            leeftijd_tot=ages[1],
            casusregie=casusregie[0] if casusregie else None,
            quorum=seats["quorum"],
            mag_weten=seats["mag_weten"],
            risico=self.risico.value(),
            voorwaarden=self.voorwaarden.value(),
            crisiskaart=self.crisiskaart.isChecked(),
            afschaalcriterium=self.criterium.isChecked(),
        )

    def _codes(self) -> tuple[str, ...] | None:
        known = {fold(naam): code for code, naam in self._doelgroepen.items()}
        words = words_of(self.doelgroepen.text())
        strange = next((word for word in words if fold(word) not in known), None)
        if strange is not None:
            self._refuse("doelgroepen", f"“{strange}” staat niet in de lijst Doelgroepen.")
            return None
        return tuple(known[fold(word)] for word in words)

    def _seats(self) -> dict[str, tuple[Zetel, ...]] | None:
        found: dict[str, tuple[Zetel, ...]] = {}
        for veld, area in self.zetels.items():
            try:
                found[veld] = lees_regels(area.text(), self._organisaties)
            except OnbekendeNaamError as unknown:
                self._refuse(veld, f"“{unknown}” staat niet bij Organisaties.")
                return None
        if len(found["casusregie"]) > 1:
            self._refuse(
                "casusregie", "De casusregie ligt bij één: schrijf één regel, met wie dat kunnen zijn."
            )
            return None
        return found

    def _ages(self) -> tuple[int | None, int | None] | None:
        ages: list[int | None] = []
        for veld, field in (("leeftijd_vanaf", self.vanaf), ("leeftijd_tot", self.tot)):
            text = field.text().strip()
            if text and not text.isdecimal():
                self._refuse(veld, "Dit is geen leeftijd. Schrijf bijvoorbeeld 18, of laat het leeg.")
                return None
            ages.append(int(text) if text else None)
        return ages[0], ages[1]

    def _refuse(self, veld: str, words: str) -> None:
        self.errors[veld].show_words(words)
