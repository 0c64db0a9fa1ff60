"""The data of a person: of one who comes into the case, or of one who is in it and changes in every case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.command import Command
from vhdesk.services.persoon import BekendePersoonToevoegen, PersoonWijzigen
from vhdesk.ui.casussen.persoon_woorden import aliassen_of, aliassen_words, gegevens_van
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bsn_mark import BsnMark
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.dubbele_lijn import DubbeleLijn
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Persoonsoort

_REGELS = (
    ("voornamen", "Voornamen", 200),
    ("voorvoegsel", "Voorvoegsel", 40),
    ("geslachtsnaam", "Geslachtsnaam", 200),
    ("relatie", "Relatie (bijv. moeder, ex-partner)", 200),
    ("bsn", "BSN", 20),
    ("kvk", "KvK-nummer", 20),
    ("telefoon", "Telefoon", 40),
    ("adres", "Adres", 200),
    ("postcode", "Postcode", 10),
    ("woonplaats", "Woonplaats", 100),
    ("aliassen", "Ook bekend als (; ertussen)", 600),
    ("voorletters", "Voorletters", 40),
    ("geslacht", "Geslacht", 20),
    ("opmerking", "Opmerking", 2000),
)
_ALLEEN_NIEUW = ("relatie", "rol")
_ALLEEN_WIJZIGEN = ("voorletters", "geslacht", "opmerking")
_ALLEEN_MENS = ("voornamen", "voorvoegsel", "geboortedatum", "bsn", "voorletters", "geslacht")
ADD, CHANGE = "Persoon toevoegen aan het systeem", "Gegevens van {naam} wijzigen"


class PersoonPanel(InlinePanel):
    """Asks who it is; only the geslachtsnaam is required.

    Signals: ``compare_requested(persoon_id)``: lay the person that is being changed beside this one.
    """

    compare_requested = Signal(str)

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(ADD, "Toevoegen", columns=3, parent=parent)
        self._acting = acting
        self._casus_id = ""
        self.row: BetrokkeneRow | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.soort = ChoiceField(
            "Soort", [(soort.value, met_hoofdletter(soort.label)) for soort in Persoonsoort]
        )
        self.geboren = DateField(
            "Geboortedatum", acting.context.clock, past=True, hint="dd-mm-jjjj", show_words=False
        )
        rollen = (Betrokkenheid.SYSTEEM, Betrokkenheid.NEVENBETROKKENE)
        self.rol = ChoiceField("Rol in de casus", [(rol.value, met_hoofdletter(rol.label)) for rol in rollen])
        self.geheim = QCheckBox("Geheim adres: op geen enkel papier")
        self.bekend = DubbeleLijn(acting.context, "Deze persoon gebruiken")
        self.dubbel = DubbeleLijn(acting.context, "Naast elkaar leggen")
        self._make_fields()
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)
        self.bekend.wanted.connect(self._use_known)
        self.dubbel.wanted.connect(self._compare)

    def _make_fields(self) -> None:
        self.add_field("Soort", self.soort, "soort")
        for veld, label, maximum in _REGELS:
            line = QLineEdit()
            line.setAccessibleName(label)
            line.setMaxLength(maximum)
            line.textEdited.connect(self._typed)
            self.lines[veld] = line
            self.add_field(label, line, veld)
            if veld == "woonplaats":
                self.add_field("", self.geheim, "adres_geheim")
            if veld == "relatie":
                self.add_field("Rol in de casus", self.rol, "rol")
                self.add_field("Geboortedatum", self.geboren, "geboortedatum")
        self.bsn_mark = BsnMark(self.lines["bsn"])
        for lijn in (self.bekend, self.dubbel):
            self.add_field("", lijn, wide=True)
        self.geboren.changed.connect(self._typed)
        self.soort.chosen.connect(self._show_fields)

    # --- opening

    def ask(self, casus_id: str) -> None:
        """Open empty for this case."""
        self._begin(casus_id, None, ADD, "Toevoegen")
        self.bekend.begin(self._gegevens)
        self.open(self.lines["voornamen"], f"persoon/{casus_id}")
        self.bekend.look()

    def change(self, casus_id: str, row: BetrokkeneRow) -> None:
        """Open with what is known of a person."""
        self._begin(casus_id, row, CHANGE.format(naam=row.naam), "Wijzigen")
        self.dubbel.begin(self._gegevens, behalve=row.persoon_id)
        first = "geslachtsnaam" if row.soort is Persoonsoort.RECHTSPERSOON else "voornamen"
        self.open(self.lines[first], f"persoon/{casus_id}/{row.persoon_id}")
        self._show_fields()
        self.dubbel.look()

    def _begin(self, casus_id: str, row: BetrokkeneRow | None, title: str, verb: str) -> None:
        self.put_away()
        self._casus_id, self.row = casus_id, row
        self.title.setText(title)
        self.setAccessibleName(title)
        self.verb_button.setText(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(verb)
        wie = gegevens_van(row) if row is not None else Persoonsgegevens(geslachtsnaam="")
        for veld, line in self.lines.items():
            line.setText("" if veld == "relatie" else _words(wie, veld))
            line.setCursorPosition(0)
        self.geheim.setChecked(wie.adres_geheim)
        self.soort.set_value(wie.soort.value)
        self.geboren.set_value(wie.geboortedatum)
        for lijn in (self.bekend, self.dubbel):
            lijn.end()
        self._show_fields()

    def _show_fields(self, _chosen: str = "") -> None:
        mens = self.soort.value() == Persoonsoort.NATUURLIJK.value
        weg = set(_ALLEEN_NIEUW if self.row is not None else _ALLEEN_WIJZIGEN)
        weg |= {"kvk"} if mens else set(_ALLEEN_MENS)
        for veld in (*self.lines, "rol", "geboortedatum"):
            self.show_field(veld, shown=veld not in weg)
        self._typed()

    # --- what stands in it

    def _gegevens(self) -> Persoonsgegevens:
        text = {veld: line.text().strip() for veld, line in self.lines.items() if veld != "relatie"}
        aliassen = aliassen_of(text.pop("aliassen"))
        mens = self.soort.value() == Persoonsoort.NATUURLIJK.value
        for veld in ("kvk",) if mens else _ALLEEN_MENS:
            text.pop(veld, None)  # a field that is out of sight says nothing
        basis = Persoonsgegevens(
            geslachtsnaam=text.pop("geslachtsnaam"),
            soort=Persoonsoort(self.soort.value()),
            geboortedatum=self.geboren.value() if mens and self.geboren.valid() else None,
            aliassen=aliassen,
            adres_geheim=self.geheim.isChecked(),
        )
        if self.row is not None and text["opmerking"] == _words(gegevens_van(self.row), "opmerking"):
            text["opmerking"] = self.row.opmerking  # its lines are kept when nobody touched them
        return replace(basis, **text)  # type: ignore[arg-type]  # the rest are texts

    def _typed(self) -> None:
        self.bekend.typed()
        self.dubbel.typed()

    # --- doing

    def _submit(self) -> None:
        if not self.geboren.valid():
            self.errors["geboortedatum"].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-1-1983.")
            return
        self._do(self._command())

    def _command(self) -> Command:
        if self.row is not None:
            return PersoonWijzigen(
                persoon_id=self.row.persoon_id, persoon=self._gegevens(), version=self.row.version
            )
        return BetrokkeneToevoegen(
            casus_id=self._casus_id,
            persoon=self._gegevens(),
            rol=Betrokkenheid(self.rol.value()),
            relatie=self.lines["relatie"].text().strip(),
        )

    def _use_known(self, persoon_id: str) -> None:
        self.clear_faults()
        self._do(
            BekendePersoonToevoegen(
                casus_id=self._casus_id,
                persoon_id=persoon_id,
                rol=Betrokkenheid(self.rol.value()),
                relatie=self.lines["relatie"].text().strip(),
            )
        )

    def _do(self, command: Command) -> None:
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()

    def _compare(self, persoon_id: str) -> None:
        self.compare_requested.emit(persoon_id)


def _words(wie: Persoonsgegevens, veld: str) -> str:
    return aliassen_words(wie.aliassen) if veld == "aliassen" else " ".join(str(getattr(wie, veld)).split())
