"""From the preview of a delivered list to the command that stores it."""

from __future__ import annotations

import hashlib
from datetime import date

from vhdesk.exchange.aanlevering import lees
from vhdesk.exchange.aanlevering.regels import (
    namen_van_gemeenten,
    namen_van_organisaties,
    namen_van_waarden,
    regels,
)
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.organisatie import gemeenten, organisaties
from vhdesk.queries.referentie import DOELGROEPEN, referentie_waarden
from vhdesk.services.aanlevering import AanleveringInlezen, AanleverRegel
from vhdesk.services.desk import Desk

CSV = """Naam;Geboortedatum;BSN;Doelgroep;Ketenpartners;Toelichting
Dhr. A.B. van der Toets;01-02-1990;111222333;VP;politie / wijkteam / buurthuis;steelt
Mw. C. Voorbeeld;03-04-1985;12;onbekend woord;OM;
"""


def _regels(desk: Desk, gemeente: str) -> tuple[AanleverRegel, ...]:
    voorbeeld = lees(
        CSV.encode(),
        "lijst.csv",
        doelgroepen=namen_van_waarden(desk.ask(referentie_waarden, DOELGROEPEN)),
        organisaties=namen_van_organisaties(desk.ask(organisaties), gemeente),
        gemeenten=namen_van_gemeenten(desk.ask(gemeenten)),
        gemeente=gemeente,
        vandaag=date(2026, 11, 23),
    )
    return regels(voorbeeld.rijen)


def test_rows_keep_what_was_read(desk: Desk) -> None:
    een, twee = _regels(desk, "almelo")
    assert (een.voorletters, een.voorvoegsel, een.geslachtsnaam) == ("A.B.", "van der", "Toets")
    assert (een.geboortedatum, een.geslacht, een.bsn) == (date(1990, 2, 1), "man", "111222333")
    assert (een.doelgroep_code, een.doelgroep_tekst) == ("veelpleger", "VP")
    assert een.partner_codes == ("politie", "wijkteam")
    assert (een.partners_onbekend, een.toelichting) == (("buurthuis",), "steelt")
    assert (twee.geslacht, twee.doelgroep_code, twee.doelgroep_tekst) == ("vrouw", None, "onbekend woord")
    assert twee.rij == een.rij + 1 == 3


def test_general_word_means_the_own_organisation(desk: Desk) -> None:
    assert _regels(desk, "enschede")[0].partner_codes == ("politie", "wijkteams-enschede")
    zonder = [rij for rij in desk.ask(organisaties) if rij.code != "wijkteams-enschede"]
    assert namen_van_organisaties(zonder, "enschede")["wijkteams"] == "wijkteam"


def test_rows_without_family_name_stay_out(desk: Desk) -> None:
    voorbeeld = lees(
        b"Voornaam;Achternaam;Geboortedatum\nAnna;;1-1-1990\nBert;Bos;2-2-1991\n",
        "lijst.csv",
        doelgroepen={},
        organisaties={},
        vandaag=date(2026, 11, 23),
    )
    assert [rij.geslachtsnaam for rij in regels(voorbeeld.rijen)] == ["Bos"]


def test_the_rows_can_be_stored(desk: Desk) -> None:
    gemeente = next(rij for rij in desk.ask(gemeenten) if rij.code == "enschede")
    desk.execute(
        AanleveringInlezen(
            bestandsnaam="lijst.csv",
            sha256=hashlib.sha256(CSV.encode()).hexdigest(),
            gemeente_id=gemeente.id,
            rijen=_regels(desk, "enschede"),
        )
    )
    assert {rij.naam for rij in desk.ask(casuslijst).rijen} == {"A.B. van der Toets", "C. Voorbeeld"}
