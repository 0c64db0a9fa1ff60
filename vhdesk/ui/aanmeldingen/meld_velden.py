"""The fields of the referral form, by group: the union of what real intake forms ask (domein.md §2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vhdesk.ui.aanmeldingen.bekende_field import BekendeField
from vhdesk.ui.aanmeldingen.bestanden_field import BestandenField
from vhdesk.ui.aanmeldingen.lines_field import PARTNERS, PERSONEN, LinesField
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.vocabulary import Term
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Aanmeldbron, Adressoort, Besproken


@dataclass(frozen=True, slots=True)
class Veld:
    """One field: ``kind`` line, text, check, choice, many, date or a kind of its own. ``hint`` also labels a check."""

    key: str
    label: str
    kind: str = "line"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """A card of the form."""

    title: str
    icon: str
    velden: tuple[Veld, ...]


GROEPEN: Final = (
    Groep("Wie meldt aan", "user", (
        Veld("bron", "Bron", "choice"),
        Veld("gemeente_id", "Gemeente", "many", "Typ een naam"),
        Veld("tafel_id", "Tafel", "choice"),
        Veld("aanmelder", "Naam van de melder"),
        Veld("melder_functie", "Functie"),
        Veld("melder_organisatie_id", "Organisatie", "many", "Typ een naam"),
        Veld("melder_telefoon", "Telefoon"),
        Veld("melder_email", "E-mail"),
        Veld("aangemeld_op", "Datum", "date"),
        Veld("van_tafel_id", "Komt van tafel", "choice"),
        Veld("blue_list", "", "check", "Staat op de blue list van de politie"),
        Veld("code_rood", "", "check", "Code Rood: meteen op de agenda"),
        Veld("spoed", "", "check", "Spoed"),
        Veld("spoed_reden", "Waarom spoed"),
    )),
    Groep("Over wie", "users", (
        Veld("soort", "Soort", "choice"),
        Veld("voornamen", "Voornamen"),
        Veld("voorvoegsel", "Voorvoegsel"),
        Veld("geslachtsnaam", "Geslachtsnaam"),
        Veld("geboortedatum", "Geboortedatum", "date"),
        Veld("geslacht", "Geslacht"),
        Veld("bsn", "BSN"),
        Veld("kvk", "KvK-nummer"),
        Veld("adres", "Adres"),
        Veld("postcode", "Postcode"),
        Veld("woonplaats", "Woonplaats"),
        Veld("adressoort", "Soort adres", "choice"),
        Veld("telefoon", "Telefoon"),
        Veld("email", "E-mail"),
        Veld("nationaliteit", "Nationaliteit"),
        Veld("taal", "Taal"),
        Veld("tolk", "", "check", "Tolk nodig"),
        Veld("bekend", "", "bekend"),
    )),
    Groep("Waarom", "messages-square", (
        Veld("aanleiding", "Aanleiding", "text", "Wat is er gebeurd, en wanneer?"),
        Veld("situatieschets", "Situatieschets", "text", "Hoe is de situatie nu?"),
        Veld("incidenten", "Incidenten", "text", "Datum, plaats, wat er gebeurde; een per regel"),
        Veld("leefgebieden", "Leefgebieden met zorgen", "ticks"),
        Veld("criteria", "Criteria van de Top X, zoals de melder ze ziet", "ticks"),
        Veld("criteria_reden", "Waarom deze criteria", "text", "Waaraan ziet u dat?"),
    )),
    Groep("Wat wordt gevraagd", "target", (
        Veld("titel", "Titel"),
        Veld("doelgroep_code", "Doelgroep", "choice"),
        Veld("doel", "Doel", "text", "Wat wilt u bereiken?"),
        Veld("vraag_aan_tafel", "Verzoek aan de tafel", "text", "Wat moet de tafel doen of besluiten?"),
        Veld("grondslag", "Grondslag", "text", "Op welke wet en welk doel berust het delen?"),
        Veld("terugkoppeling_gewenst", "", "check", "De melder wil bij de uitkomst worden gebeld"),
    )),
    Groep("Andere personen en gezin", "users-round", (Veld("personen", "Personen", "personen"),)),
    Groep("Veiligheid", "shield", (
        Veld("veiligheid", "Wapens en veiligheid van medewerkers", "text"),
        Veld("kinderen", "Kinderen in huis", "text", "Wie, hoe oud?"),
        Veld("huisverbod", "Huisverbod", "text"),
        Veld("justitiele_titel", "Justitiële titel", "text", "VI, toezicht, ISD, zorgmachtiging …"),
        Veld("gezag", "Gezag, bewind of mentor", "text"),
    )),
    Groep("Al gedaan", "history", (
        Veld("ingezet", "Tot nu toe ingezet", "text", "Door wie, met welk resultaat?"),
        Veld("vastgelopen", "Waarom vastgelopen", "text"),
        Veld("hulpverlening", "Hulpverlening nu", "text"),
        Veld("casusregisseur", "Casusregisseur nu"),
    )),
    Groep("Partners om te vragen", "building-2", (Veld("partners", "Partners", "partners"),)),
    Groep("Besproken met betrokkene", "info", (
        Veld("besproken", "Besproken", "choice"),
        Veld("informering", "Hoe geïnformeerd, of waarom niet", "text"),
    )),
    Groep("Bijlagen", "file-text", (
        Veld("bestanden", "", "bestanden"),
        Veld("bijlagen", "Stukken die elders liggen", "text", "Welke stukken zijn er nog, en waar liggen ze?"),
    )),
)  # fmt: skip
ALLE: Final = tuple(veld for groep in GROEPEN for veld in groep.velden)
# What only a mens has, and what only a rechtspersoon has; the form asks the one or the other.
ALLEEN_MENS: Final = (
    "voornamen", "voorvoegsel", "geboortedatum", "geslacht", "bsn", "nationaliteit", "taal", "tolk",
)  # fmt: skip
ALLEEN_RECHTSPERSOON: Final = ("kvk",)
NIET_GEKOZEN: Final = ("", "Niet gekozen")


def keuzes(term: type[Term]) -> list[tuple[str, str]]:
    """Return the values of a term as choices."""
    return [(each.value, met_hoofdletter(each.label)) for each in term]


def maak(veld: Veld, context: UiContext) -> QWidget:
    """Return the widget of a field, still without the choices that come from the record."""
    naam, clock = veld.label or veld.hint, context.clock
    if veld.kind == "bekend":
        return BekendeField(context)
    if veld.kind == "bestanden":
        return BestandenField(context)
    if veld.kind == "text":
        return TextArea(naam, veld.hint, min_lines=2, max_lines=10)
    if veld.kind == "check":
        return QCheckBox(veld.hint)
    if veld.kind == "choice":
        vast = {"bron": keuzes(Aanmeldbron), "soort": keuzes(Persoonsoort), "adressoort": [NIET_GEKOZEN, *keuzes(Adressoort)],
                "besproken": [NIET_GEKOZEN, *keuzes(Besproken)]}  # fmt: skip
        return ChoiceField(naam, vast.get(veld.key, [NIET_GEKOZEN]))
    if veld.kind == "many":
        return CompleterField(naam, veld.hint)
    if veld.kind == "date":
        return DateField(naam, clock, past=True, show_words=False, hint="bijv. 30-1-1990")
    if veld.kind == "ticks":
        return TicksField(naam)
    if veld.kind in ("personen", "partners"):
        return LinesField(PERSONEN if veld.kind == "personen" else PARTNERS, clock)
    line = QLineEdit()
    line.setAccessibleName(naam)
    line.setPlaceholderText(veld.hint)
    return line
