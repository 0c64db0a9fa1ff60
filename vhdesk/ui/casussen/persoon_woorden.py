"""Sentences about persons that several parts of the tab share."""

from __future__ import annotations

from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.services.betrokkene import Persoonsgegevens

ALIAS_TEKEN = ";"


def aliassen_of(text: str) -> tuple[str, ...]:
    """Return the names in a field where they stand behind each other."""
    return tuple(naam for deel in text.split(ALIAS_TEKEN) if (naam := deel.strip()))


def aliassen_words(aliassen: tuple[str, ...]) -> str:
    """The other way round."""
    return f"{ALIAS_TEKEN} ".join(aliassen)


def gegevens_van(row: BetrokkeneRow) -> Persoonsgegevens:
    """Return what is known of a person, to be changed."""
    return Persoonsgegevens(
        geslachtsnaam=row.geslachtsnaam,
        soort=row.soort,
        voornamen=row.voornamen,
        voorletters=row.voorletters,
        voorvoegsel=row.voorvoegsel,
        geboortedatum=row.geboortedatum,
        geslacht=row.geslacht,
        bsn=row.bsn,
        kvk=row.kvk,
        adres=row.adres,
        postcode=row.postcode,
        woonplaats=row.woonplaats,
        adres_geheim=row.adres_geheim,
        telefoon=row.telefoon,
        opmerking=row.opmerking,
        aliassen=row.aliassen,
    )
