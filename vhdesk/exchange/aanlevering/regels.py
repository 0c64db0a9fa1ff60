"""Between the vault and the reader: the names that the vault knows, and the rows that it may store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.queries.organisatie import GemeenteRow, OrganisatieRow
from vhdesk.queries.referentie import ReferentiewaardeRow
from vhdesk.reference_lists import reference_list
from vhdesk.services.aanlevering import AanleverRegel

_GESLACHT = {"dhr.": "man", "mw.": "vrouw"}


def regels(rijen: Iterable[AanleverRij]) -> tuple[AanleverRegel, ...]:
    """Return what is stored of the rows of a preview. A row without a family name cannot become a case."""
    return tuple(_regel(rij) for rij in rijen if rij.bruikbaar)


def _regel(rij: AanleverRij) -> AanleverRegel:
    return AanleverRegel(
        rij=rij.rijnummer,
        geslachtsnaam=rij.geslachtsnaam,
        voornamen=rij.voornamen,
        voorletters=rij.voorletters,
        voorvoegsel=rij.voorvoegsel,
        geboortedatum=rij.geboortedatum,
        geslacht=_GESLACHT.get(rij.aanhef, ""),
        bsn=rij.bsn,
        adres=rij.adres,
        postcode=rij.postcode,
        woonplaats=rij.woonplaats,
        doelgroep_code=rij.doelgroep_code,
        doelgroep_tekst=rij.doelgroep_tekst,
        partner_codes=rij.partners,
        partners_onbekend=rij.partners_onbekend,
        toelichting=rij.opmerking,
    )


def namen_van_organisaties(
    rijen: Iterable[OrganisatieRow], gemeente_code: str | None = None
) -> dict[str, str]:
    """Return name or alias -> code of the organisations.

    In a list of one municipality a general word means its own organisation: 'wijkteam' in a list of Enschede is
    the wijkteams of Enschede (``specifiek_voor`` in the shipped list), as long as the vault has that one.
    """
    namen: dict[str, str] = {}
    codes: set[str] = set()
    for rij in rijen:
        codes.add(rij.code)
        namen |= dict.fromkeys((rij.naam, *rij.aliassen), rij.code)
    eigen = _specifiek(gemeente_code) if gemeente_code else {}
    return {naam: eigen[code] if eigen.get(code) in codes else code for naam, code in namen.items()}


def _specifiek(gemeente_code: str) -> Mapping[str, str]:
    """Return general code -> the code it stands for in a list of this municipality."""
    gevonden = {}
    for item in reference_list("organisaties").items:
        regel = item.get("specifiek_voor")
        if regel and regel["gemeente"] == gemeente_code:
            gevonden[regel["code"]] = item["code"]
    return gevonden


def namen_van_waarden(rijen: Iterable[ReferentiewaardeRow]) -> dict[str, str]:
    """Return name or alias -> code of the values of a list, such as the doelgroepen."""
    namen: dict[str, str] = {}
    for rij in rijen:
        namen |= dict.fromkeys((rij.naam, *rij.kenmerken.get("aliassen", ())), rij.code)
    return namen


def namen_van_gemeenten(rijen: Iterable[GemeenteRow]) -> dict[str, str]:
    """Return name -> code of the municipalities."""
    return {rij.naam: rij.code for rij in rijen}
