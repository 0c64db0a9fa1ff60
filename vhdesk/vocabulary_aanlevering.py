"""The words of reading a delivered case list: fields, styles, remarks, reasons and refusals, in Dutch.

A remark carries a code; its sentence and its weight stand here. ``FOUT``: the cell could not be understood
and that field of the row stays empty. ``LET_OP``: it was understood, but a person should look.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from vhdesk.vocabulary import Term


class Veld(Term):
    """What a column of a delivered list can hold."""

    NAAM = "naam", "naam", "De hele naam in één kolom."
    VOORNAMEN = "voornamen", "voornamen", "Voornamen of roepnaam."
    VOORLETTERS = "voorletters", "voorletters", "Voorletters, met of zonder punten."
    VOORVOEGSEL = "voorvoegsel", "tussenvoegsel", "Voorvoegsel van de geslachtsnaam."
    GESLACHTSNAAM = "geslachtsnaam", "achternaam", "Geslachtsnaam zonder voorvoegsel."
    GEBOORTEDATUM = "geboortedatum", "geboortedatum", "Datum van geboorte."
    BSN = "bsn", "burgerservicenummer", "Burgerservicenummer van negen cijfers."
    ADRES = "adres", "straat en huisnummer", "Straat en huisnummer."
    HUISNUMMER = "huisnummer", "huisnummer", "Huisnummer of toevoeging in een eigen kolom."
    POSTCODE = "postcode", "postcode", "Vier cijfers en twee letters."
    WOONPLAATS = "woonplaats", "woonplaats", "Plaats waar de persoon woont."
    DOELGROEP = "doelgroep", "doelgroep", "Soort problematiek."
    PARTNERS = "partners", "ketenpartners", "Betrokken organisaties."
    OPMERKING = "opmerking", "toelichting", "Reden van aanmelding of andere toelichting."


class NaamStijl(Term):
    """How the names in a column are written."""

    HOOFDLETTERS = "hoofdletters", "ACHTERNAAM Voornaam", "De geslachtsnaam vooraan in hoofdletters."
    KOMMA = "komma", "Achternaam, voorletters tussenvoegsel", "De geslachtsnaam voor de komma."
    VOORLETTERS = "voorletters", "Dhr. A.B. tussenvoegsel Achternaam", "Aanhef en voorletters vooraan."
    SPREEKVORM = "spreekvorm", "Voornaam tussenvoegsel Achternaam", "Zoals de naam wordt gezegd."
    KOLOMMEN = "kolommen", "aparte kolommen", "Voornamen, tussenvoegsel en achternaam apart."


class Opmerkingsoort(Term):
    """The weight of a remark on a row."""

    FOUT = "fout", "fout", "Niet begrepen; het veld blijft leeg."
    LET_OP = "let op", "let op", "Begrepen, maar kijk het na."


class Overslagreden(Term):
    """Why a row of the sheet is not a person."""

    LEEG = "leeg", "lege regel"
    TITEL = "titel", "titelregel boven de lijst"
    KOPREGEL = "kopregel", "kopregel"
    TOTAAL = "totaal", "totaalregel"
    TOELICHTING = "toelichting", "losse toelichting"


class Weglaatreden(Term):
    """Why the user left out a row that could have become a case."""

    DUBBEL = "dubbel", "dubbel", "Dezelfde persoon staat al in een andere regel."
    BEKEND = "bekend", "is al een casus", "Voor deze persoon loopt al een casus."
    ELDERS = "elders", "hoort bij een andere gemeente of tafel", "Een andere gemeente of tafel pakt dit op."
    CRITERIA = (
        "criteria",
        "voldoet niet aan de criteria",
        "De zaak voldoet niet aan de criteria van de tafel.",
    )
    GEEN = "geen", "geen reden genoemd", "De gebruiker gaf geen reden."


class Dubbelreden(Term):
    """Why two persons, in a list or in the vault, may be one."""

    BSN_GELIJK = "bsn gelijk", "zelfde burgerservicenummer"
    GEBOORTEDATUM_GELIJK = "geboortedatum gelijk", "zelfde geboortedatum"
    GEBOORTEDATUM_LIJKT = "geboortedatum lijkt", "geboortedatum wijkt weinig af"
    NAAM_GELIJK = "naam gelijk", "zelfde naam"
    NAAM_LIJKT = "naam lijkt", "naam lijkt sterk"
    NAAM_KLINKT = "naam klinkt", "naam klinkt gelijk"
    NAAM_VERSCHILT = "naam verschilt", "andere naam"
    ADRES_GELIJK = "adres gelijk", "zelfde adres"
    BSN_VERSCHILT = "bsn verschilt", "burgerservicenummers verschillen"
    KVK_GELIJK = "kvk gelijk", "zelfde KvK-nummer"
    TWEELING_MOGELIJK = "tweeling mogelijk", "andere voornaam, mogelijk een tweeling"


class Opmerkingcode(StrEnum):
    """Every remark the reader can make on a row or on the whole list."""

    NAAM_ONTBREEKT = "naam_ontbreekt"
    NAAM_ONZEKER = "naam_onzeker"
    NAAM_TOEVOEGING = "naam_toevoeging"
    VOORVOEGSEL_AFGEKORT = "voorvoegsel_afgekort"
    VOORVOEGSEL_ONBEKEND = "voorvoegsel_onbekend"
    TEKEN_VERLOREN = "teken_verloren"
    FORMULE = "formule"
    DATUM_ONTBREEKT = "datum_ontbreekt"
    DATUM_ONLEESBAAR = "datum_onleesbaar"
    DATUM_ONMOGELIJK = "datum_onmogelijk"
    DATUM_ONVOLLEDIG = "datum_onvolledig"
    DATUM_TOEKOMST = "datum_toekomst"
    DATUM_TE_OUD = "datum_te_oud"
    DATUM_EEUW_ONZEKER = "datum_eeuw_onzeker"
    DATUM_MAAND_VOORAAN = "datum_maand_vooraan"
    DATUM_AFWIJKEND_GELEZEN = "datum_afwijkend_gelezen"
    DATUM_VOLGNUMMER = "datum_volgnummer"
    BSN_ELFPROEF = "bsn_elfproef"
    BSN_LENGTE = "bsn_lengte"
    BSN_TEKENS = "bsn_tekens"
    BSN_AFGEROND = "bsn_afgerond"
    BSN_NUL_HERSTELD = "bsn_nul_hersteld"
    POSTCODE_VORM = "postcode_vorm"
    DOELGROEP_ONTBREEKT = "doelgroep_ontbreekt"
    DOELGROEP_ONBEKEND = "doelgroep_onbekend"
    DOELGROEP_GERADEN = "doelgroep_geraden"
    DOELGROEP_MEERDERE = "doelgroep_meerdere"
    DOELGROEP_AANNAME = "doelgroep_aanname"
    PARTNER_ONBEKEND = "partner_onbekend"
    PARTNER_GERADEN = "partner_geraden"
    PARTNER_TOEVOEGING = "partner_toevoeging"
    TEKST_TE_LANG = "tekst_te_lang"
    CELLEN_TE_VEEL = "cellen_te_veel"
    KOPREGEL_ONTBREEKT = "kopregel_ontbreekt"
    NAAMKOLOM_ONTBREEKT = "naamkolom_ontbreekt"
    KOLOM_TWIJFEL = "kolom_twijfel"
    KOLOM_BUITEN_LIJST = "kolom_buiten_lijst"
    BLADEN_NIET_GELEZEN = "bladen_niet_gelezen"
    TOTAAL_WIJKT_AF = "totaal_wijkt_af"
    AANHALINGSTEKENS = "aanhalingstekens"
    TEKENS_HERSTELD = "tekens_hersteld"
    TEKENSET_ONZEKER = "tekenset_onzeker"


_FOUT, _LET_OP = Opmerkingsoort.FOUT, Opmerkingsoort.LET_OP
_C = Opmerkingcode

# code -> (weight, Dutch template); the names between braces come from the details of the remark
OPMERKINGEN: Mapping[Opmerkingcode, tuple[Opmerkingsoort, str]] = {
    _C.NAAM_ONTBREEKT: (_FOUT, "Er staat geen achternaam in deze regel. Vul die aan in de lijst."),
    _C.NAAM_ONZEKER: (
        _LET_OP,
        "Het is niet zeker welk deel de achternaam is. Kijk na of de naam goed is gesplitst.",
    ),
    _C.NAAM_TOEVOEGING: (_LET_OP, "Bij de naam stond ook “{tekst}”. Dat hoort niet bij de naam."),
    _C.VOORVOEGSEL_AFGEKORT: (_LET_OP, "Het tussenvoegsel is afgekort als “{tekst}”. Schrijf het voluit."),
    _C.VOORVOEGSEL_ONBEKEND: (_LET_OP, "Het tussenvoegsel “{tekst}” is niet bekend. Kijk het na."),
    _C.TEKEN_VERLOREN: (
        _LET_OP,
        "In “{tekst}” is een letter verloren gegaan in het aangeleverde bestand. Zet de juiste letter terug.",
    ),
    _C.FORMULE: (
        _FOUT,
        "In deze cel staat een formule of een rekenfout zonder uitkomst. Vraag de lijst opnieuw op met waarden.",
    ),
    _C.DATUM_ONTBREEKT: (_LET_OP, "De geboortedatum ontbreekt."),
    _C.DATUM_ONLEESBAAR: (_FOUT, "“{tekst}” is geen leesbare datum. De geboortedatum blijft leeg."),
    _C.DATUM_ONMOGELIJK: (_FOUT, "De datum “{tekst}” bestaat niet. De geboortedatum blijft leeg."),
    _C.DATUM_ONVOLLEDIG: (
        _FOUT,
        "De datum “{tekst}” is niet volledig: dag of maand ontbreekt. De geboortedatum blijft leeg.",
    ),
    _C.DATUM_TOEKOMST: (_FOUT, "De datum “{tekst}” ligt in de toekomst. De geboortedatum blijft leeg."),
    _C.DATUM_TE_OUD: (
        _FOUT,
        "De datum “{tekst}” ligt meer dan 120 jaar terug. De geboortedatum blijft leeg.",
    ),
    _C.DATUM_EEUW_ONZEKER: (
        _LET_OP,
        "Het jaar in “{tekst}” heeft twee cijfers en is gelezen als {jaar}. Het kan ook {anders} zijn.",
    ),
    _C.DATUM_MAAND_VOORAAN: (
        _LET_OP,
        "In “{tekst}” staat de maand vooraan, zoals in de hele kolom. Kijk na of de datum goed is gelezen.",
    ),
    _C.DATUM_AFWIJKEND_GELEZEN: (
        _LET_OP,
        "In “{tekst}” kan de dag niet vooraan staan. De maand is als eerste gelezen; kijk het na.",
    ),
    _C.DATUM_VOLGNUMMER: (
        _LET_OP,
        "“{tekst}” is het dagnummer waarmee een rekenblad een datum bewaart. Kijk na of de datum goed is gelezen.",
    ),
    _C.BSN_ELFPROEF: (_LET_OP, "Het burgerservicenummer voldoet niet aan de elfproef."),
    _C.BSN_LENGTE: (_LET_OP, "Het burgerservicenummer heeft {aantal} cijfers in plaats van negen."),
    _C.BSN_TEKENS: (_LET_OP, "“{tekst}” is geen burgerservicenummer. Het veld blijft leeg."),
    _C.BSN_AFGEROND: (
        _LET_OP,
        "Het burgerservicenummer is in het bestand afgerond. Het veld blijft leeg; vraag het nummer op.",
    ),
    _C.BSN_NUL_HERSTELD: (
        _LET_OP,
        "De nul vooraan het burgerservicenummer was weggevallen en is teruggezet.",
    ),
    _C.POSTCODE_VORM: (_LET_OP, "“{tekst}” is geen postcode van vier cijfers en twee letters."),
    _C.DOELGROEP_ONTBREEKT: (_LET_OP, "De doelgroep ontbreekt."),
    _C.DOELGROEP_ONBEKEND: (_LET_OP, "De doelgroep “{tekst}” is niet bekend. Kies zelf een doelgroep."),
    _C.DOELGROEP_GERADEN: (
        _LET_OP,
        "De doelgroep “{tekst}” is gelezen als “{gelezen}”. Kijk na of dat klopt.",
    ),
    _C.DOELGROEP_MEERDERE: (
        _LET_OP,
        "In “{tekst}” staan meer doelgroepen. De eerste is overgenomen; kijk na welke het moet zijn.",
    ),
    _C.DOELGROEP_AANNAME: (
        _LET_OP,
        "“{tekst}” kan meer dan één doelgroep betekenen. Kijk na of de gekozen doelgroep klopt.",
    ),
    _C.PARTNER_ONBEKEND: (_LET_OP, "De organisatie “{tekst}” is niet bekend. Kies zelf een organisatie."),
    _C.PARTNER_GERADEN: (
        _LET_OP,
        "De organisatie “{tekst}” is gelezen als “{gelezen}”. Kijk na of dat klopt.",
    ),
    _C.PARTNER_TOEVOEGING: (_LET_OP, "Bij een organisatie stond ook “{tekst}”. Dat is niet overgenomen."),
    _C.TEKST_TE_LANG: (
        _FOUT,
        "De tekst is te lang voor het veld {veld} en staat nu bij de toelichting. Kort hem in.",
    ),
    _C.CELLEN_TE_VEEL: (
        _LET_OP,
        "Deze regel heeft meer cellen dan de kopregel. Kijk na of alles in de goede kolom staat.",
    ),
    _C.KOPREGEL_ONTBREEKT: (
        _LET_OP,
        "Er is geen kopregel gevonden. De kolommen zijn herkend aan hun inhoud; kijk ze na.",
    ),
    _C.NAAMKOLOM_ONTBREEKT: (_FOUT, "Er is geen kolom met namen gevonden. Wijs die kolom zelf aan."),
    _C.KOLOM_TWIJFEL: (
        _LET_OP,
        "De kolom “{kop}” lijkt geen {veld} te bevatten. Kijk na of de kolom goed is gekozen.",
    ),
    _C.KOLOM_BUITEN_LIJST: (
        _LET_OP,
        "De kolom “{kop}” wordt niet overgenomen. Kies een veld als u de inhoud wilt bewaren.",
    ),
    _C.BLADEN_NIET_GELEZEN: (_LET_OP, "Alleen het blad “{blad}” is gelezen. Niet gelezen: {anders}."),
    _C.TOTAAL_WIJKT_AF: (
        _LET_OP,
        "Volgens de totaalregel staan er {totaal} personen in de lijst; er zijn er {gelezen} gelezen.",
    ),
    _C.AANHALINGSTEKENS: (
        _LET_OP,
        "De aanhalingstekens in het bestand kloppen niet. Kijk na of geen regels zijn samengevoegd.",
    ),
    _C.TEKENS_HERSTELD: (
        _LET_OP,
        "Letters met een accent waren in het bestand beschadigd en zijn hersteld. Kijk de namen na.",
    ),
    _C.TEKENSET_ONZEKER: (
        _LET_OP,
        "Het is niet zeker hoe letters met een accent in dit bestand staan. Kijk de namen na.",
    ),
}


class Weigering(StrEnum):
    """Codes of ``errors.InvalidPackage`` for a file that is not a readable list."""

    LEEG = "aanlevering_leeg"
    GEEN_LIJST = "aanlevering_geen_lijst"
    PDF = "aanlevering_pdf"
    WORD = "aanlevering_word"
    AFBEELDING = "aanlevering_afbeelding"
    WEBPAGINA = "aanlevering_webpagina"
    OPENDOCUMENT = "aanlevering_opendocument"
    XLS_OUD = "aanlevering_xls_oud"
    XLSB = "aanlevering_xlsb"
    WACHTWOORD = "aanlevering_wachtwoord"
    BESCHADIGD = "aanlevering_beschadigd"
    TE_GROOT = "aanlevering_te_groot"
    TE_VEEL_RIJEN = "aanlevering_te_veel_rijen"
    TE_VEEL_KOLOMMEN = "aanlevering_te_veel_kolommen"
    CEL_TE_LANG = "aanlevering_cel_te_lang"
    UITGEPAKT_TE_GROOT = "aanlevering_uitgepakt_te_groot"
    BLAD_ONBEKEND = "aanlevering_blad_onbekend"
    INDELING_PAST_NIET = "aanlevering_indeling_past_niet"


_OPSLAAN = "Vraag de lijst opnieuw op als Excel-bestand (.xlsx) of csv-bestand."
_EXCEL = "Open het bestand in Excel en sla het op als Excel-werkmap (.xlsx)."

WEIGERINGEN: Mapping[Weigering, str] = {
    Weigering.LEEG: f"Het bestand is leeg. {_OPSLAAN}",
    Weigering.GEEN_LIJST: f"In dit bestand is geen lijst gevonden. {_OPSLAAN}",
    Weigering.PDF: f"Dit is een pdf en geen lijst. {_OPSLAAN}",
    Weigering.WORD: f"Dit is een tekstdocument en geen lijst. {_OPSLAAN}",
    Weigering.AFBEELDING: f"Dit is een afbeelding en geen lijst. {_OPSLAAN}",
    Weigering.WEBPAGINA: f"Dit is een webpagina en geen lijst. {_EXCEL}",
    Weigering.OPENDOCUMENT: (
        "Dit is een bestand van LibreOffice (.ods). Sla het daar op als Excel-werkmap (.xlsx)."
    ),
    Weigering.XLS_OUD: f"Dit is een Excel-bestand van voor 2007 (.xls). {_EXCEL}",
    Weigering.XLSB: f"Dit is een binair Excel-bestand (.xlsb). {_EXCEL}",
    Weigering.WACHTWOORD: (
        "Het bestand is met een wachtwoord beveiligd. Open het in Excel en sla het op zonder wachtwoord."
    ),
    Weigering.BESCHADIGD: f"Het bestand is beschadigd en niet te lezen. {_OPSLAAN}",
    Weigering.TE_GROOT: "Het bestand is groter dan {grens_mb} MB. Splits de lijst en lees de delen apart in.",
    Weigering.TE_VEEL_RIJEN: "De lijst heeft meer dan {grens} regels. Splits de lijst in delen.",
    Weigering.TE_VEEL_KOLOMMEN: (
        "De lijst heeft meer dan {grens} kolommen. Haal de kolommen weg die niet bij de lijst horen."
    ),
    Weigering.CEL_TE_LANG: "In regel {rij} staat een cel met te veel tekst. Kort die in of splits hem.",
    Weigering.UITGEPAKT_TE_GROOT: (
        "Het bestand wordt bij het openen veel te groot en is niet gelezen. Vraag de lijst opnieuw op."
    ),
    Weigering.BLAD_ONBEKEND: "Het gekozen blad staat niet in dit bestand. Kies een ander blad.",
    Weigering.INDELING_PAST_NIET: (
        "De gekozen kolommen passen niet bij dit bestand. Kies de kolommen opnieuw."
    ),
}


class _Laat(dict[str, object]):
    """Details for a template; a name that is missing shows as a dash and never as an error."""

    def __missing__(self, key: str) -> str:
        return "–"


def zin(code: Opmerkingcode, details: Mapping[str, object]) -> str:
    """Return the Dutch sentence of a remark, filled with its details."""
    return OPMERKINGEN[code][1].format_map(_Laat(details))


def weigeringszin(code: str, details: Mapping[str, object]) -> str:
    """Return the Dutch sentence, with its next step, for the code of an ``InvalidPackage``.

    Raises ValueError when the code is not one of :class:`Weigering`.
    """
    return WEIGERINGEN[Weigering(code)].format_map(_Laat(details))
