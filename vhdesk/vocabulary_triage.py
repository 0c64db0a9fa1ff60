"""The words of aanmelding, bekendheid and weging: who refers, who knows the person, and what the weighing gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from vhdesk.vocabulary import Term


class Aanmeldbron(Term):
    """Where a referral comes from (jaarplan Twente 2015 §2 and §7; issue: the whole life of a casus)."""

    GEMEENTE = "gemeente", "gemeente", "Een van de gemeenten meldt zelf aan."
    BLUE_LIST = (
        "blue list",
        "blue list van de politie",
        "Via de procesmanager Zorg van de gemeente; de lijst zelf wordt niet overgenomen.",
    )
    LOKAAL_VELD = "lokaal veld", "opschaling vanuit het lokale veld", "Jeugd: de gemeente schaalt op."
    ANDERE_TAFEL = "andere tafel", "andere tafel", "Een andere casustafel draagt over."
    PARTNER = "partner", "ketenpartner", "Een partner van het convenant, als de tafel dat toestaat."
    IEDEREEN = "iedereen", "iemand anders", "Alleen bij Code Rood: daar kan eenieder aanmelden."


class Aanmeldregel(Term):
    """Who may refer to a table; a setting of the table (jaarplan Twente 2015 §2)."""

    GEMEENTEN = "gemeenten", "alleen de gemeenten", "Casuïstiek wordt altijd door een gemeente gemeld."
    PARTNERS = "partners", "elke convenantpartner", "Elke partner van het convenant mag aanmelden."


class Procesregieregel(Term):
    """Whose people may be procesregisseur at a table; a setting of the table (jaarplan Twente 2015 §2: the procesmanager
    Veiligheidshuis; domein.md §1: at a table on radicalisation the gemeente is regievoerder)."""

    HUIS = (
        "huis",
        "iemand van het Zorg- en Veiligheidshuis",
        "De procesmanager van het huis wordt procesregisseur.",
    )
    HUIS_EN_GEMEENTE = (
        "huis en gemeente",
        "iemand van het huis of van een gemeente",
        "De gemeente kan regievoerder zijn.",
    )
    PARTNERS = "partners", "iemand van elke partner", "De tafel kiest wie het proces leidt."


class Besproken(Term):
    """Whether the referrer talked about it with the person first (domein.md §1, step 1)."""

    JA = "ja", "ja"
    NEE = "nee", "nee", "Alleen met reden: veiligheid of een strafrechtelijk onderzoek."


class Adressoort(Term):
    """What kind of address is known (national data model, Melding)."""

    WOONADRES = "woonadres", "woonadres"
    BRIEFADRES = "briefadres", "briefadres"
    VERBLIJF = "verblijfadres", "verblijfadres"
    ZONDER = "zonder vaste woonplaats", "zonder vaste woon- of verblijfplaats"


class Meldveld(Term):
    """What a referral must say before it is weighed (domein.md §2, intake form)."""

    GEMEENTE = "gemeente_id", "gemeente"
    MELDER = "aanmelder", "melder"
    GEBOORTEDATUM = "geboortedatum", "geboortedatum"
    ADRES = "adres", "adres of woonplaats"
    AANLEIDING = "aanleiding", "aanleiding"
    DOEL = "doel", "doel"
    VERZOEK = "vraag_aan_tafel", "verzoek aan de tafel"
    SITUATIE = "situatieschets", "situatieschets"
    LEEFGEBIEDEN = "leefgebieden", "leefgebieden met zorgen"
    INGEZET = "ingezet", "tot nu toe ingezet"
    VASTGELOPEN = "vastgelopen", "waarom vastgelopen"
    BESPROKEN = "besproken", "besproken met betrokkene"
    PARTNERS = "partners", "uit te nodigen partners"


class Meldtekst(Term):
    """What a referral says beyond the case and its persons, in the order in which it is read back (domein.md §2, intake
    form); the value is the field, or the part it is made of."""

    MELDER = "melder", "bereikbaarheid van de melder"
    SPOED = "spoed_reden", "waarom spoed"
    VEILIGHEID = "veiligheid", "wapens en veiligheid van medewerkers"
    KINDEREN = "kinderen", "kinderen in huis"
    TAAL = "taal", "taal en tolk"
    HUISVERBOD = "huisverbod", "huisverbod"
    TITEL = "justitiele_titel", "justitiële titel"
    GEZAG = "gezag", "gezag, bewind of mentor"
    SITUATIE = "situatieschets", "situatie"
    INCIDENTEN = "incidenten", "incidenten"
    LEEFGEBIEDEN = "leefgebieden", "leefgebieden met zorgen"
    INGEZET = "ingezet", "tot nu toe ingezet"
    VASTGELOPEN = "vastgelopen", "waarom vastgelopen"
    HULPVERLENING = "hulpverlening", "hulpverlening bij aanmelding"
    CASUSREGISSEUR = "casusregisseur", "casusregisseur bij aanmelding"
    CRITERIA = "criteria", "criteria volgens de melder"
    BESPROKEN = "besproken", "besproken met betrokkene"
    ADRESSOORT = "adressoort", "soort adres"
    EMAIL = "email", "e-mail"
    NATIONALITEIT = "nationaliteit", "nationaliteit"
    BIJLAGEN = "bijlagen", "stukken die elders liggen"


# What somebody must know before a visit or a word is spoken: it is seen at once, also in a meeting.
AANDACHT: Final = (
    Meldtekst.VEILIGHEID, Meldtekst.KINDEREN, Meldtekst.TAAL, Meldtekst.HUISVERBOD, Meldtekst.TITEL, Meldtekst.GEZAG,
)  # fmt: skip
# What the table reads when it discusses a case for the first time.
VERHAAL: Final = (
    Meldtekst.SITUATIE, Meldtekst.INCIDENTEN, Meldtekst.LEEFGEBIEDEN, Meldtekst.INGEZET, Meldtekst.VASTGELOPEN,
    Meldtekst.HULPVERLENING, Meldtekst.CASUSREGISSEUR,
)  # fmt: skip
# What is about the hoofdbetrokkene as a person, and stands with the address in the case file.
OVER_PERSOON: Final = (Meldtekst.ADRESSOORT, Meldtekst.EMAIL, Meldtekst.NATIONALITEIT, Meldtekst.TAAL)
# What stands in the minutes of a first discussion: not how to reach people, which the table does not need.
OP_PAPIER: Final = (Meldtekst.SPOED, *AANDACHT, *VERHAAL, Meldtekst.CRITERIA, Meldtekst.BIJLAGEN)
# On which leefgebied a thing belongs, by the code that is shipped; a table without it shows it elsewhere only.
OP_LEEFGEBIED: Final[Mapping[Meldtekst, str]] = {
    Meldtekst.KINDEREN: "opvoeding",
    Meldtekst.HUISVERBOD: "gezin-relaties",
    Meldtekst.TITEL: "veiligheid-justitie",
}


class Bekendheidstand(Term):
    """Whether a person is known to an organisation; asked before any content (domein.md §1, step 2)."""

    BEKEND = "bekend", "bekend", "De organisatie kent de persoon; zij kan inbrengen."
    NIET_BEKEND = "niet bekend", "niet bekend", "De organisatie kent de persoon niet."
    GEEN_ANTWOORD = "geen antwoord", "geen antwoord", "Gevraagd; er is nog niet geantwoord."
    GEWEIGERD = "geweigerd", "geweigerd", "De organisatie antwoordt niet, met een reden."


class Criterium(Term):
    """The Top X criteria, word for word (jaarplan Twente 2015 §2): (a and b and c) or d."""

    A = "a", "Meer problemen op meer dan één leefgebied", (
        "Er is sprake van meerdere problemen die op meer dan één leefgebied spelen en (naar verwachting) leiden tot"
        " crimineel en/of overlast gevend gedrag of verder afglijden."
    )  # fmt: skip
    B = "b", "Meerdere ketens nodig", (
        "Samenwerking tussen meerdere ketens (minimaal dwang en drang) is nodig om tot een effectieve aanpak te komen;"
        " binnen één keten is dat niet mogelijk."
    )  # fmt: skip
    C = "c", "Raakt het gezin of de directe leefomgeving", (
        "De problematiek wordt beïnvloed door en heeft impact op het (gezins)systeem en/of de directe sociale"
        " leefomgeving, of wordt verwacht dat te gaan hebben."
    )  # fmt: skip
    D = "d", "Ernstige lokale veiligheidsproblematiek", (
        "Er is sprake van ernstige lokale of gebiedsgebonden veiligheidsproblematiek, die vraagt om een keten"
        " overstijgende aanpak."
    )  # fmt: skip


def criteria_woorden(criteria: Sequence[Criterium], reden: str) -> str:
    """Return "a. Meer problemen op meer dan één leefgebied; d. …: the reason"; what was not said is left out."""
    namen = "; ".join(f"{each.value}. {each.label}" for each in criteria)
    return ": ".join(filter(None, (namen, reden.strip())))


def taal_woorden(taal: str, *, tolk: bool) -> str:
    """Return "Arabisch, tolk nodig"; "" when nothing was said."""
    return ", ".join(filter(None, (taal.strip(), "tolk nodig" if tolk else "")))


class Criteriumuitkomst(Term):
    """What the rule (a and b and c) or d gives."""

    VOLDOET = "voldoet", "voldoet aan de criteria"
    VOLDOET_NIET = "voldoet niet", "voldoet niet aan de criteria"
    ONBESLIST = "onbeslist", "voldoet misschien: nog niet alles is beoordeeld"


class Weeguitkomst(Term):
    """What a weighing decided (domein.md §1, step 3; jaarplan Twente 2015 §2)."""

    TOP_X = "top x", "opnemen in de Top X", "Het Veiligheidshuis voert de regie."
    HULP = "hulp in de uitvoering", "hulp in de uitvoering", "Zonder regie van het Veiligheidshuis."
    ANDERE_TAFEL = "andere tafel", "andere tafel", "Hoort bij een andere tafel."
    ADVIES = "advies", "advies aan de melder", "Niet voor het huis; de melder krijgt advies."
    NIET_OPNEMEN = "niet opnemen", "niet opnemen", "Niet voor het huis."
    MEER_INFORMATIE = "meer informatie", "meer informatie nodig", "De melder vult eerst aan."


class Caseload(Term):
    """On which of the two counts a case stands (jaarplan Twente 2015 §2: 1.200 registraties naar 250)."""

    TOP_X = "top x", "Top X", "Casus waarop het Veiligheidshuis de regie voert."
    HULP = "hulp in de uitvoering", "hulp in de uitvoering", "Registratie zonder regie; geen verplicht plan."


class Plichtsoort(Term):
    """A dated duty that stays visible until it was done (jaarplan Twente 2015 §2)."""

    GEMEENTE_INFORMEREN = (
        "gemeente informeren",
        "gemeente informeren",
        "Na Code Rood wordt de gemeente zo snel mogelijk op de hoogte gebracht.",
    )
    TERUGKOPPELING = "terugkoppeling", "terugkoppeling aan de melder", "De melder hoort altijd de uitkomst."
    TOP_X_KEUZE = (
        "top x keuze",
        "kiezen welke casus uit de Top X gaat",
        "Code Rood kwam boven de norm in de Top X; welke casus daarvoor weggaat, kiest het huis alsnog.",
    )
