"""Street, postcode and place, also when a list puts them in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.schrijfwijze import netjes
from vhdesk.exchange.aanlevering.tekst import is_leeg, kapitaal
from vhdesk.models.persoonsgelijkenis import deursleutel
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Veld

_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})")
_IN_ADRES = re.compile(r"^(.*?)[,\s]+([1-9]\d{3}\s?[A-Z]{2})(?:[,\s]+([^\d,]+))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Adres:
    """An address as it can be printed, with its remarks."""

    adres: str = ""
    postcode: str = ""
    woonplaats: str = ""
    opmerkingen: tuple[Opmerking, ...] = ()

    @property
    def sleutel(self) -> str:
        """What identifies the door: postcode and house number; empty when one of both is missing."""
        return deursleutel(self.adres, self.postcode)


def is_postcode(waarde: str) -> bool:
    """Return whether this is a Dutch postcode, with or without the space."""
    return _POSTCODE.fullmatch(waarde) is not None


def lees_adres(straat: str, huisnummer: str, postcode: str, woonplaats: str) -> Adres:
    """Put together an address. In: clean texts, empty where the list has no such column."""
    straat, huisnummer, postcode, woonplaats = (
        "" if is_leeg(deel) else deel for deel in (straat, huisnummer, postcode, woonplaats)
    )
    if not postcode and (delen := _IN_ADRES.match(straat)):
        straat, postcode, woonplaats = delen[1].strip(), delen[2], woonplaats or (delen[3] or "").strip()
    opmerkingen: tuple[Opmerking, ...] = ()
    if vorm := _POSTCODE.fullmatch(postcode):
        postcode = f"{vorm[1]} {vorm[2].upper()}"
    elif postcode:
        opmerkingen = (Opmerking(Veld.POSTCODE, Opmerkingcode.POSTCODE_VORM, {"tekst": postcode}),)
    adres = " ".join(" ".join((straat, huisnummer)).split())
    return Adres(adres, postcode, _plaats(woonplaats), opmerkingen)


def _plaats(woonplaats: str) -> str:
    """Write a place in proper case when it is all capitals: ``HOF VAN TWENTE`` is ``Hof van Twente``."""
    return netjes(woonplaats) if kapitaal(woonplaats) and len(woonplaats) > 2 else woonplaats
