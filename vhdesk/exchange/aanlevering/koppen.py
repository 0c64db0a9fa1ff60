"""What municipalities write above their columns. A new heading is one more line here."""

from __future__ import annotations

import re

from vhdesk.exchange.aanlevering.tekst import sleutel
from vhdesk.folding import fold
from vhdesk.vocabulary_aanlevering import Veld

_SYNONIEMEN: dict[Veld, str] = {
    Veld.NAAM: "naam, namen, naam cliënt, cliënt, cliëntnaam, betrokkene, naam betrokkene, hoofdbetrokkene, persoon, "
    "naam persoon, volledige naam, jeugdige, naam jeugdige, inwoner, naam inwoner, naam en voorletters, "
    "naam kind, burger, naam burger, deelnemer, subject",
    Veld.VOORNAMEN: "voornaam, voornamen, voorn, roepnaam, voornaam cliënt, voornaam (en)",
    Veld.VOORLETTERS: "voorletters, voorletter, voorl, vl, initialen",
    Veld.VOORVOEGSEL: "voorvoegsel, voorvoegsels, tussenvoegsel, tussenvoegsels, tussenv, tussenvgsl, tv, tsv, vv, "
    "voorv",
    Veld.GESLACHTSNAAM: "achternaam, geslachtsnaam, familienaam, achtern, achternaam cliënt, eigen naam",
    Veld.GEBOORTEDATUM: "geboortedatum, geb datum, geb dat, gebdatum, geb, geboren, geboren op, datum geboorte, "
    "gbdatum, gebdat, geboorte datum, dob, geb dd, geboortedag",
    Veld.BSN: "bsn, bsn nummer, bsn nr, burgerservicenummer, burgerservicenr, burger service nummer, sofinummer, "
    "sofi, bsn cliënt, burgerservicenummer bsn",
    Veld.ADRES: "adres, straat, straat nr, straat huisnummer, straat en huisnummer, straatnaam, straat en nummer, "
    "adresgegevens, woonadres, adres en huisnummer, verblijfadres, brp adres, straat en nr, straat huisnr",
    Veld.HUISNUMMER: "huisnummer, huisnr, nr, hnr, huisnummer toevoeging, toevoeging, huisletter, huisnr toev, toev",
    Veld.POSTCODE: "postcode, pc, postc, postcode woonadres, zip",
    Veld.WOONPLAATS: "woonplaats, plaats, plaatsnaam, wpl, woonpl, stad, dorp, verblijfplaats",
    Veld.DOELGROEP: "doelgroep, doelgroepen, categorie, soort problematiek, problematiek, soort casus, casussoort, "
    "type, type casus, zaaktype, soort zaak, aandachtsgebied, thema, type problematiek, hoofdproblematiek",
    Veld.PARTNERS: "partners, ketenpartners, ketenpartner, betrokken instanties, betrokken partners, instanties, "
    "betrokken organisaties, organisaties, betrokken ketenpartners, hulpverlening, partner, "
    "betrokken hulpverlening, betrokken partijen, partijen",
    Veld.OPMERKING: "opm, opmerking, opmerkingen, toelichting, reden aanmelding, reden van aanmelding, reden, "
    "aanleiding, bijzonderheden, notitie, situatie, korte omschrijving, omschrijving, casusbeschrijving",
}
_KOPPEN = {sleutel(kop): veld for veld, koppen in _SYNONIEMEN.items() for kop in koppen.split(",")}
# Whole words that decide when the heading as a whole is not in the table; the first that occurs wins.
_WOORDEN: tuple[tuple[str, Veld], ...] = (
    ("bsn", Veld.BSN), ("burgerservicenummer", Veld.BSN), ("postcode", Veld.POSTCODE),
    ("woonplaats", Veld.WOONPLAATS), ("geboortedatum", Veld.GEBOORTEDATUM), ("geb", Veld.GEBOORTEDATUM),
    ("achternaam", Veld.GESLACHTSNAAM), ("geslachtsnaam", Veld.GESLACHTSNAAM), ("familienaam", Veld.GESLACHTSNAAM),
    ("tussenvoegsel", Veld.VOORVOEGSEL), ("voornaam", Veld.VOORNAMEN), ("voornamen", Veld.VOORNAMEN),
    ("roepnaam", Veld.VOORNAMEN), ("voorletters", Veld.VOORLETTERS), ("huisnummer", Veld.HUISNUMMER),
    ("doelgroep", Veld.DOELGROEP), ("problematiek", Veld.DOELGROEP), ("ketenpartners", Veld.PARTNERS),
    ("partners", Veld.PARTNERS), ("toelichting", Veld.OPMERKING), ("opmerkingen", Veld.OPMERKING),
)  # fmt: skip
# A heading with one of these words is about somebody or something else, whatever other word it holds.
_ANDERS = frozenset(
    [
        "ouder",
        "ouders",
        "moeder",
        "vader",
        "partner",
        "gezin",
        "melder",
        "aanmelder",
        "contactpersoon",
        "casemanager",
        "regisseur",
        "procesregisseur",
        "verzorger",
        "voogd",
        "tel",
        "telefoon",
        "email",
        "mail",
        "datum",
        "aantal",
        "bestand",
    ]
)


def veld_van(kop: str) -> tuple[Veld | None, bool]:
    """Return the field of a heading and whether the heading as a whole is known (else it is a weaker match)."""
    if veld := _KOPPEN.get(sleutel(kop)):
        return veld, True
    woorden = re.findall(r"[a-z]+", fold(kop))
    if len(woorden) > 6 or _ANDERS & set(woorden):
        return None, False
    for woord, veld in _WOORDEN:
        if woord in woorden:
            return veld, False
    return None, False
