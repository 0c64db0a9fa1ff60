"""The parts of a name. The style is judged over the whole column, because one name alone is often ambiguous.

What remains a guess gets a remark; nothing of the text is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vhdesk.exchange.aanlevering.naamstijl import aanhef_vooraan, hoofdletterwoorden, ontdoe
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.schrijfwijze import (
    als_voorletters,
    is_kale_voorletters,
    is_voorletters,
    netjes,
    voorletters_van,
)
from vhdesk.exchange.aanlevering.tekst import kapitaal, teken_verloren
from vhdesk.models.voorvoegsels import (
    herstel_apostrof,
    is_afgekort,
    is_voorvoegsel,
    lengte_achteraan,
    lengte_vooraan,
)
from vhdesk.vocabulary_aanlevering import NaamStijl, Opmerkingcode, Veld

# First parts of the double family names of the region (Oude Voshaar, Groot Koerkamp, Lutke Schipholt).
_DUBBEL = frozenset({
    "oude", "olde", "nieuwe", "nije", "groot", "groote", "grote", "klein", "kleine", "lutke", "luttik", "lage",
    "hoge", "wilde", "scholte", "schulte", "boer", "grob", "mei", "meijer", "san", "santa",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naam:
    """The parts of one name, in proper case, with the remarks made on the way."""

    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    aanhef: str = ""
    opmerkingen: tuple[Opmerking, ...] = ()

    def met(self, code: Opmerkingcode, veld: Veld = Veld.NAAM, **details: str) -> Naam:
        """Return this name with one more remark (never the same twice)."""
        nieuw = Opmerking(veld, code, details)
        return self if nieuw in self.opmerkingen else replace(self, opmerkingen=(*self.opmerkingen, nieuw))


def lees_naam(ruw: str, stijl: NaamStijl) -> Naam:
    """Split a full name by the style of its column. In: clean text. Out: the parts and remarks."""
    naam, aanhef, toevoegingen = ontdoe(ruw)
    woorden = naam.replace(",", " , ").split()
    if not [woord for woord in woorden if woord != ","]:
        return Naam(aanhef=aanhef).met(Opmerkingcode.NAAM_ONTBREEKT)
    if "," in woorden[:-1] or (woorden[-1:] == [","] and stijl is NaamStijl.KOMMA):
        delen = _komma(woorden)
        delen = delen if stijl is NaamStijl.KOMMA else delen.met(Opmerkingcode.NAAM_ONZEKER)
    else:
        delen = _zonder_komma([woord for woord in woorden if woord != ","], stijl)
    delen = _afronden(replace(delen, aanhef=aanhef or delen.aanhef), naam)
    for toevoeging in toevoegingen:
        delen = delen.met(Opmerkingcode.NAAM_TOEVOEGING, tekst=toevoeging)
    return delen


def lees_losse_naam(voornamen: str, voorletters: str, voorvoegsel: str, geslachtsnaam: str) -> Naam:
    """Put together a name that was delivered in columns of its own."""
    achter, aanhef, toevoegingen = ontdoe(geslachtsnaam)
    voor = herstel_apostrof(voorvoegsel).strip(" ,").lower()
    hoofd, _, staart = achter.partition(",")
    if staart and is_voorvoegsel(staart.strip()) and not voor:  # 'Nijhuis, ten'
        achter, voor = hoofd.strip(), staart.strip().lower()
    elif not voor and (lengte := lengte_vooraan(achter.split())):
        woorden = achter.split()
        voor, achter = " ".join(woorden[:lengte]).lower(), " ".join(woorden[lengte:])
    gegeven = voornamen.split()
    if gegeven and not voorletters and all(is_voorletters(woord) for woord in gegeven):
        gegeven, voorletters = [], voornamen
    naam = Naam(" ".join(gegeven), als_voorletters(voorletters), voor, achter, aanhef)
    if voor and not is_voorvoegsel(voor):
        naam = naam.met(Opmerkingcode.VOORVOEGSEL_ONBEKEND, Veld.VOORVOEGSEL, tekst=voor)
    for toevoeging in toevoegingen:
        naam = naam.met(Opmerkingcode.NAAM_TOEVOEGING, Veld.GESLACHTSNAAM, tekst=toevoeging)
    return _afronden(naam, f"{voornamen} {geslachtsnaam}")


def _komma(woorden: Sequence[str]) -> Naam:
    """``Jansen, A.K. van den`` / ``van den Jansen, Aad`` / ``Jansen, van den, A.K.``"""
    plaats = woorden.index(",")
    achter = list(woorden[:plaats])
    rest = [woord for woord in woorden[plaats + 1 :] if woord != ","]
    aanhef, over = aanhef_vooraan(" ".join(rest) + " ")
    rest = over.split()
    onzeker = False
    voor: list[str] = []
    if (lengte := lengte_achteraan(rest)) and lengte == len(rest) and rest[0][:1].isupper():
        onzeker = True  # 'Tran, Van': a voorvoegsel or a given name
    elif lengte:
        voor, rest = rest[-lengte:], rest[:-lengte]
    elif (lengte := lengte_vooraan(rest)) and rest[0].islower():
        voor, rest = rest[:lengte], rest[lengte:]
    if not voor and (lengte := lengte_vooraan(achter)):
        voor, achter = achter[:lengte], achter[lengte:]
    naam = replace(_gegeven(rest), voorvoegsel=" ".join(voor), geslachtsnaam=" ".join(achter), aanhef=aanhef)
    return naam.met(Opmerkingcode.NAAM_ONZEKER) if onzeker else naam


def _zonder_komma(woorden: list[str], stijl: NaamStijl) -> Naam:
    hoofd = hoofdletterwoorden(woorden)
    if stijl is NaamStijl.HOOFDLETTERS:
        return _achternaam_eerst(woorden, hoofd)
    if not hoofd or len(woorden) == hoofd or is_kale_voorletters(woorden[0]):
        return _spreekvorm(woorden)
    return _achternaam_eerst(woorden, hoofd).met(Opmerkingcode.NAAM_ONZEKER)


def _achternaam_eerst(woorden: list[str], hoofd: int) -> Naam:
    """``VAN 'T KOTTE Pieter``: capitals show where the family name ends; without them it is a guess."""
    onzeker = hoofd == 0 and len(woorden) > 1
    lengte = lengte_vooraan(woorden[:hoofd] if hoofd else woorden)
    if not hoofd:
        hoofd = len(woorden) if kapitaal(" ".join(woorden)) else lengte + 1
        onzeker = onzeker and len(woorden) > lengte + 1
    voor, achter, rest = woorden[:lengte], woorden[lengte:hoofd], woorden[hoofd:]
    if not voor and (staart := lengte_achteraan(rest)) and rest[-1].islower():
        voor, rest = rest[-staart:], rest[:-staart]
    naam = replace(_gegeven(rest), voorvoegsel=" ".join(voor), geslachtsnaam=" ".join(achter))
    return naam.met(Opmerkingcode.NAAM_ONZEKER) if onzeker else naam


def _spreekvorm(woorden: list[str]) -> Naam:
    """``Florian op den Dijk`` and ``A.B. op den Dijk``."""
    gegeven = 0
    while gegeven < len(woorden) - 1 and is_voorletters(woorden[gegeven]):
        gegeven += 1
    if not gegeven and is_kale_voorletters(woorden[0]) and len(woorden) > 1 and not kapitaal(woorden[1]):
        gegeven = 1
    if gegeven:
        lengte = lengte_vooraan(woorden[gegeven:])
        return _samen(woorden[:gegeven], woorden[gegeven : gegeven + lengte], woorden[gegeven + lengte :])
    for plaats in range(1, len(woorden) - 1):
        if lengte := lengte_vooraan(woorden[plaats:]):
            return _samen(woorden[:plaats], woorden[plaats : plaats + lengte], woorden[plaats + lengte :])
    if len(woorden) == 1:
        return _samen([], [], woorden).met(Opmerkingcode.NAAM_ONZEKER)
    if len(woorden) > 2 and woorden[-2].lower() in _DUBBEL:
        return _samen(woorden[:-2], [], woorden[-2:])
    naam = _samen(woorden[:-1], [], woorden[-1:])
    zeker = (len(woorden) == 2 and not kapitaal(" ".join(woorden))) or (
        kapitaal(woorden[-1]) and not kapitaal(woorden[-2])
    )
    return naam if zeker else naam.met(Opmerkingcode.NAAM_ONZEKER)


def _samen(gegeven: list[str], voor: list[str], achter: list[str]) -> Naam:
    return replace(_gegeven(gegeven), voorvoegsel=" ".join(voor), geslachtsnaam=" ".join(achter))


def _gegeven(woorden: list[str]) -> Naam:
    """Given names, initials, or initials followed by given names."""
    letters = [w for w in woorden if is_voorletters(w) or is_kale_voorletters(w)]
    namen = [w for w in woorden if w not in letters]
    return Naam(voornamen=" ".join(namen), voorletters=als_voorletters(" ".join(letters)))


def _afronden(naam: Naam, bron: str) -> Naam:
    """Proper case, initials from given names, and the remarks that hold for every style."""
    gegeven = " ".join(netjes(woord) for woord in naam.voornamen.split())
    naam = replace(
        naam,
        voornamen=gegeven,
        voorletters=naam.voorletters or voorletters_van(gegeven),
        voorvoegsel=naam.voorvoegsel.lower(),
        geslachtsnaam=netjes(naam.geslachtsnaam),
    )
    if not naam.geslachtsnaam:
        naam = naam.met(Opmerkingcode.NAAM_ONTBREEKT, Veld.GESLACHTSNAAM)
    if any(c.isdigit() or c in "/\\@=+*#<>:;" for c in bron) and not is_afgekort(naam.voorvoegsel):
        naam = naam.met(Opmerkingcode.NAAM_ONZEKER)
    if is_afgekort(naam.voorvoegsel):
        naam = naam.met(Opmerkingcode.VOORVOEGSEL_AFGEKORT, Veld.VOORVOEGSEL, tekst=naam.voorvoegsel)
    if teken_verloren(bron):
        naam = naam.met(Opmerkingcode.TEKEN_VERLOREN, tekst=bron.strip())
    return naam
