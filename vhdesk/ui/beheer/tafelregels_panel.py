"""The form for what a table sets for itself: who refers to it, what a referral must say, its own Top X, and its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from vhdesk.agendasjabloon import Sjabloonpunt, lees_sjabloon, schrijf_sjabloon
from vhdesk.folding import fold
from vhdesk.queries.agendasjabloon import Agendasjabloon
from vhdesk.queries.huis import procesregieregel
from vhdesk.queries.instelling import Tafelregels
from vhdesk.queries.methodevraag import Zetel
from vhdesk.queries.organisatie import GemeenteRow, MedewerkerRow, OrganisatieRow, TafelRow
from vhdesk.queries.reeks import Reeks
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.services.agendasjabloon import AgendasjabloonInstellen
from vhdesk.services.command import Command
from vhdesk.services.reeks import ReeksInstellen
from vhdesk.services.tafelinstelling import (
    AanmeldersInstellen,
    AanmeldgemeentenInstellen,
    AanmeldveldenInstellen,
    Aanwezigheidseis,
    AanwezigheidVereisen,
    DetentieInstellen,
    NazorgInstellen,
    ProcesregieInstellen,
    TerugkoppelingInstellen,
    TopXNormBepalen,
)
from vhdesk.ui.beheer.organisatie_panel import line
from vhdesk.ui.beheer.zetels import OnbekendeNaamError, lees_regels, schrijf_regels
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import dagen, getal, met_hoofdletter, opsomming, telling
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.vocabulary import Tafelregime
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld, Procesregieregel

AANMELDERS: Final = tuple((regel.value, met_hoofdletter(regel.label)) for regel in Aanmeldregel)
PROCESREGIE: Final = tuple((regel.value, met_hoofdletter(regel.label)) for regel in Procesregieregel)
VELDEN: Final = tuple((veld.value, met_hoofdletter(veld.label)) for veld in Meldveld)
NO_NUMBER: Final = "Typ een getal, zonder letters."
NO_MONTHS: Final = "Typ maanden met een komma ertussen, zoals 6, 12."
ELK_BESLUIT: Final = "elk besluit"
NO_KIND: Final = "Het soort besluit “{naam}” is onbekend. Typ de naam zoals in de lijst, of “elk besluit”."
NO_ORG: Final = (
    "De organisatie “{naam}” is onbekend. Typ de naam zoals bij Organisaties, of een andere naam ervan."
)
_BETWEEN: Final = re.compile(r"[\s,;]+|\ben\b")


def maanden_woorden(maanden: tuple[int, ...]) -> str:
    """Return "na 6 en 12 maanden"."""
    if not maanden:
        return "niet"
    return f"na {opsomming([str(maand) for maand in maanden])} {'maand' if maanden == (1,) else 'maanden'}"


def regels_woorden(regels: Tafelregels, gemeenten: int, reeks: Reeks | None, regime: Tafelregime) -> str:
    """Say in one line what holds at a table; ``gemeenten``: how many refer to it."""
    vergadert = f" Vergadert {reeks.woorden}." if reeks is not None else ""
    ontbreekt = [veld.label for veld in Meldveld if veld not in regels.velden]
    vrij = f"niet verplicht: {opsomming(ontbreekt)}" if ontbreekt else "alle velden verplicht"
    top_x = f"eigen norm {getal(regels.top_x_norm)}" if regels.top_x_norm else "telt mee in die van het huis"
    return (
        f"Aanmelden: {regels.aanmelders.label} ({telling(gemeenten, 'gemeente', 'gemeenten')}); {vrij}. Nazorg beoordelen {maanden_woorden(regels.nazorg)}. "
        f"Top X: {top_x}. Terugkoppeling aan de melder binnen {dagen(regels.terugkoppeling_dagen)}. "
        f"Afschalen bij detentie langer dan {telling(regels.detentie_maanden, 'maand', 'maanden')}."
        f" Procesregisseur: {procesregieregel(regels.procesregie, regime).label}."
        f"{_eisen_woorden(len(regels.vereist))}{vergadert}"
    )


def _eisen_woorden(soorten: int) -> str:
    return (
        f" Aanwezigheid vereist bij {telling(soorten, 'soort besluit', 'soorten besluiten')}."
        if soorten
        else ""
    )


class TafelregelsPanel(InlinePanel):
    """``commands`` gives an act for each thing that was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Regels van de tafel", "Vastleggen", columns=2, parent=parent)
        self._tafel_id = ""
        self._was = Tafelregels()
        self.aanmelders = ChoiceField("Wie mag aanmelden", AANMELDERS)
        self.procesregie = ChoiceField("Wie procesregisseur kan zijn", PROCESREGIE)
        self.nazorg = line("Nazorg beoordelen na (maanden)", "6, 12")
        self.norm = line("Eigen norm van de Top X", "geen")
        self.terugkoppeling = line("Terugkoppeling aan de melder binnen (dagen)", "7")
        self.detentie = line("Afschalen bij detentie langer dan (maanden)", "6")
        self.gemeenten = TicksField("Gemeenten die aanmelden")
        self.reeks = line("Vergadert", "elke twee weken op woensdag, 13:30")
        self.voorzitter = CompleterField("Wie er meestal voorzit", "typ een naam")
        self._reeks_was: tuple[str, str] = ("", "")
        self.velden = TicksField("Verplicht voor triage")
        self.velden.set_choices(VELDEN)
        self.vereist = TextArea(
            "Wie moet erbij zijn", "huisverbod: Openbaar Ministerie, Politie", min_lines=2, max_lines=6
        )
        self.agenda = TextArea("Agenda van elk overleg", "Mededelingen: 5", min_lines=4, max_lines=12)
        self._agenda_was: tuple[Sjabloonpunt, ...] = ()
        self._soorten: tuple[ReferentiewaardeRow, ...] = ()
        self._organisaties: tuple[OrganisatieRow, ...] = ()
        self.add_field("Wie mag aanmelden (Code Rood: iedereen)", self.aanmelders, "aanmelders")
        self.add_field("Wie procesregisseur kan zijn", self.procesregie, "procesregie")
        self.add_field("Nazorg beoordelen na (maanden)", self.nazorg, "maanden")
        self.add_field("Eigen norm Top X (leeg: die van het huis)", self.norm, "norm")
        self.add_field("Terugkoppeling aan de melder binnen (dagen)", self.terugkoppeling, "dagen")
        self.add_field("Afschalen bij detentie langer dan (maanden)", self.detentie, "detentie")
        self.add_field("Vergadert (leeg: zoals bij Hoe vaak)", self.reeks, "regel")
        self.add_field("Wie er meestal voorzit", self.voorzitter, "voorzitter_id")
        self.add_field("Gemeenten die aanmelden", self.gemeenten, "gemeente_ids", wide=True)
        self.add_field("Verplicht voor triage", self.velden, "velden", wide=True)
        self.add_field(
            "Wie moet erbij zijn (per regel: soort besluit of “elk besluit”, dubbele punt, organisaties)",
            self.vereist,
            "eisen",
            wide=True,
        )
        self.add_field(
            "Agenda van elk overleg (per regel een punt, dubbele punt, minuten; “Casussen” waar de casussen komen)",
            self.agenda,
            "punten",
            wide=True,
        )

    def offer_agenda(self, sjabloon: Agendasjabloon) -> None:
        """Show with what the agenda of every meeting begins now; before ``begin``."""
        self._agenda_was = sjabloon.punten
        self.agenda.load(schrijf_sjabloon(sjabloon.punten), force=True)

    def know(self, soorten: Sequence[ReferentiewaardeRow], organisaties: Sequence[OrganisatieRow]) -> None:
        """Give the kinds of decisions and the organisations that the rules on attendance can name."""
        self._soorten, self._organisaties = tuple(soorten), tuple(organisaties)

    def offer_series(self, reeks: Reeks | None, people: Sequence[MedewerkerRow]) -> None:
        """Show how often the table meets now and who may chair; before ``begin``."""
        self.voorzitter.set_options([Option(row.id, row.naam, row.organisatie) for row in people])
        self._reeks_was = (reeks.woorden, reeks.voorzitter_id or "") if reeks is not None else ("", "")
        self.reeks.setText(self._reeks_was[0])
        self.voorzitter.set_value(self._reeks_was[1])

    def begin(
        self, tafel: TafelRow, regels: Tafelregels, gemeenten: Sequence[GemeenteRow], mogen: tuple[str, ...]
    ) -> None:
        """Open with what holds now; ``mogen``: the ids of the gemeenten that refer here now."""
        self.put_away()
        procesregie = procesregieregel(regels.procesregie, tafel.regime)
        regels = replace(regels, gemeenten=mogen, procesregie=procesregie)
        self.gemeenten.set_choices([(row.id, row.naam) for row in gemeenten])
        self.gemeenten.set_value(mogen)
        namen = {"": ELK_BESLUIT, **{soort.code: soort.naam for soort in self._soorten}}
        zetels = [Zetel(naam=namen.get(code, code), organisaties=wie) for code, wie in regels.vereist.items()]
        self.vereist.load(schrijf_regels(zetels, self._organisaties), force=True)
        self._tafel_id, self._was = tafel.id, regels
        self.title.setText(f"Regels van {tafel.naam}")
        self.aanmelders.set_value(regels.aanmelders.value)
        self.procesregie.set_value(procesregie.value)
        self.nazorg.setText(", ".join(map(str, regels.nazorg)))
        self.norm.setText(str(regels.top_x_norm or ""))
        self.terugkoppeling.setText(str(regels.terugkoppeling_dagen))
        self.detentie.setText(str(regels.detentie_maanden))
        self.velden.set_value([veld.value for veld in regels.velden])
        self.open(self.aanmelders, f"beheer/tafelregels/{tafel.id}")

    def stored(self, command: Command) -> None:
        """One of the acts was done: it is no change any more when a later one is refused."""
        if isinstance(command, ReeksInstellen):
            self._reeks_was = (command.regel, command.voorzitter_id or "")
        if isinstance(command, AgendasjabloonInstellen):
            self._agenda_was = command.punten
        for soort, veld, was in _DEEL:
            if isinstance(command, AanwezigheidVereisen):
                eisen = {eis.type_code: eis.organisaties for eis in command.eisen}
                self._was = replace(self._was, vereist=eisen)
                return
            if isinstance(command, soort):
                self._was = replace(self._was, **{was: getattr(command, veld)})

    def commands(self) -> tuple[Command, ...] | None:
        """Return the acts, none when nothing changed; None while what should be a number is none."""
        delen = [deel for deel in _BETWEEN.split(self.nazorg.text()) if deel]
        if not all(map(_is_number, delen)):
            self.errors["maanden"].show_words(NO_MONTHS)
            return None
        for key, field, leeg in (
            ("norm", self.norm, True), ("dagen", self.terugkoppeling, False), ("detentie", self.detentie, False),
        ):  # fmt: skip
            words = field.text().strip()
            if not (_is_number(words) or (leeg and not words)):
                self.errors[key].show_words(NO_NUMBER)
                return None
        eisen = self._eisen()
        if eisen is None:
            return None
        norm = self.norm.text().strip()
        nieuw = {
            "aanmelders": Aanmeldregel(self.aanmelders.value()),
            "procesregie": Procesregieregel(self.procesregie.value()),
            "velden": tuple(map(Meldveld, self.velden.value())),
            "gemeenten": tuple(sorted(self.gemeenten.value())),
            "nazorg": tuple(map(int, delen)),
            "top_x_norm": int(norm) if norm else None,
            "terugkoppeling_dagen": int(self.terugkoppeling.text()),
            "detentie_maanden": int(self.detentie.text()),
        }
        gewijzigd: list[Command] = [
            soort(tafel_id=self._tafel_id, **{veld: nieuw[was]})
            for soort, veld, was in _DEEL
            if nieuw[was] != getattr(self._was, was)
        ]
        if eisen != self._was.vereist:
            regels = tuple(Aanwezigheidseis(type_code=code, organisaties=wie) for code, wie in eisen.items())
            gewijzigd.append(AanwezigheidVereisen(tafel_id=self._tafel_id, eisen=regels))
        return (*gewijzigd, *self._series(), *self._template())

    def _eisen(self) -> dict[str, tuple[str, ...]] | None:
        """Return kind of decision -> who must be there; None, with a word below the field, for an unknown name."""
        codes = {fold(woord): soort.code for soort in self._soorten for woord in (soort.naam, soort.code)}
        codes.update({fold(code): code for code in self._was.vereist})
        codes[fold(ELK_BESLUIT)] = ""
        try:
            zetels = lees_regels(self.vereist.text(), self._organisaties)
        except OnbekendeNaamError as fault:
            self.errors["eisen"].show_words(NO_ORG.format(naam=fault))
            return None
        eisen: dict[str, tuple[str, ...]] = {}
        for zetel in zetels:
            code = codes.get(fold(zetel.naam))
            if code is None:
                self.errors["eisen"].show_words(NO_KIND.format(naam=zetel.naam))
                return None
            eisen[code] = tuple(dict.fromkeys((*eisen.get(code, ()), *zetel.organisaties)))
        return eisen

    def _series(self) -> tuple[Command, ...]:
        """Return the act that sets how often the table meets, none when that is as it was."""
        regel, wie = self.reeks.text().strip(), self.voorzitter.value()
        if (regel, wie) == self._reeks_was:
            return ()
        return (ReeksInstellen(tafel_id=self._tafel_id, regel=regel, voorzitter_id=wie or None),)

    def _template(self) -> tuple[Command, ...]:
        """Return the act that sets with what an agenda begins, none when that is as it was."""
        punten = lees_sjabloon(self.agenda.text(), self._agenda_was)
        if punten == self._agenda_was:
            return ()
        return (AgendasjabloonInstellen(tafel_id=self._tafel_id, punten=punten),)


# The act of each rule, its field there, and what it is called in the rules of a table.
_DEEL: Final[tuple[tuple[type[Any], str, str], ...]] = (
    (AanmeldersInstellen, "aanmelders", "aanmelders"),
    (ProcesregieInstellen, "procesregie", "procesregie"),
    (AanmeldgemeentenInstellen, "gemeente_ids", "gemeenten"),
    (AanmeldveldenInstellen, "velden", "velden"),
    (NazorgInstellen, "maanden", "nazorg"),
    (TopXNormBepalen, "norm", "top_x_norm"),
    (TerugkoppelingInstellen, "dagen", "terugkoppeling_dagen"),
    (DetentieInstellen, "maanden", "detentie_maanden"),
)


def _is_number(words: str) -> bool:
    return words.strip().isdecimal() and len(words.strip()) < 7
