"""A case of somebody the vault knows: no second person is made, what is new is added, and undo leaves him as he was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.models import Persoon
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk

BEKEND = Persoonsgegevens(
    voornamen="Ad",
    geslachtsnaam="Jansen",
    geboortedatum=date(1990, 5, 1),
    woonplaats="Losser",
    telefoon="06-1",
)


@pytest.fixture
def eerder(desk: Desk) -> str:
    return desk.execute(CasusAanmelden(hoofdbetrokkene=BEKEND)).id


def hoofd(desk: Desk, casus_id: str) -> BetrokkeneRow:
    return desk.ask(dossier, casus_id).betrokkenen[0]


def _personen(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Persoon)) or 0


def test_no_second_person_is_made_and_what_is_new_is_added(desk: Desk, eerder: str) -> None:
    wie = hoofd(desk, eerder).persoon_id
    gezegd = Persoonsgegevens(
        voornamen="Adje", geslachtsnaam="Janssen", bsn="123456782", woonplaats="Borne", adres="Markt 1"
    )
    melding = meldingen.aanmelding(desk)
    casus = replace(melding.casus, hoofdbetrokkene=gezegd, persoon_id=wie)
    nieuw = desk.execute(replace(melding, casus=casus)).id
    assert desk.ask(_personen) == 1
    nu = hoofd(desk, nieuw)
    assert nu.persoon_id == wie
    assert (nu.geslachtsnaam, nu.voornamen, nu.geboortedatum) == ("Jansen", "Ad", date(1990, 5, 1))
    assert (nu.bsn, nu.woonplaats, nu.adres, nu.telefoon) == ("123456782", "Borne", "Markt 1", "06-1")
    assert nu.aliassen == ("Adje Janssen",)
    desk.undo()
    was = hoofd(desk, eerder)
    assert (was.bsn, was.woonplaats, was.adres, was.aliassen) == ("", "Losser", "", ())
    assert desk.ask(_personen) == 1


def test_taking_back_a_plain_registration_can_be_done_again(desk: Desk, eerder: str) -> None:
    wie = hoofd(desk, eerder).persoon_id
    gezegd = Persoonsgegevens(geslachtsnaam="Jansen", woonplaats="Borne")
    nieuw = desk.execute(CasusAanmelden(hoofdbetrokkene=gezegd, persoon_id=wie)).id
    for woonplaats, doe in (("Losser", desk.undo), ("Borne", desk.redo), ("Losser", desk.undo)):
        doe()
        assert hoofd(desk, eerder).woonplaats == woonplaats
    desk.redo()
    assert hoofd(desk, nieuw).persoon_id == wie


@pytest.mark.parametrize(
    ("gezegd", "adres"),
    [
        ({"adres": "Markt 1"}, ("Markt 1", "", "")),  # the old town would be a wrong address
        ({"woonplaats": "Losser"}, ("Kerkpad 3", "7581 AA", "Losser")),
        ({"adres": "Markt 1", "postcode": "7622 CA", "woonplaats": "Borne"}, ("Markt 1", "7622 CA", "Borne")),
    ],
)
def test_an_address_is_one_whole(desk: Desk, gezegd: dict[str, str], adres: tuple[str, str, str]) -> None:
    bekend = replace(BEKEND, adres="Kerkpad 3", postcode="7581 AA")
    wie = hoofd(desk, desk.execute(CasusAanmelden(hoofdbetrokkene=bekend)).id).persoon_id
    nu = hoofd(
        desk,
        desk.execute(
            CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen", **gezegd), persoon_id=wie)
        ).id,
    )
    assert (nu.adres, nu.postcode, nu.woonplaats) == adres


def test_another_first_name_is_an_alias(desk: Desk, eerder: str) -> None:
    gezegd = Persoonsgegevens(geslachtsnaam="Jansen", voornamen="Adriaan")
    desk.execute(CasusAanmelden(hoofdbetrokkene=gezegd, persoon_id=hoofd(desk, eerder).persoon_id))
    assert hoofd(desk, eerder).aliassen == ("Adriaan Jansen",)


def test_nothing_said_changes_nothing(desk: Desk, eerder: str) -> None:
    wie = hoofd(desk, eerder).persoon_id
    nieuw = desk.execute(
        CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=""), persoon_id=wie)
    ).id
    nu, was = hoofd(desk, nieuw), hoofd(desk, eerder)
    assert all(getattr(nu, veld) == getattr(was, veld) for veld in Persoonsgegevens.__dataclass_fields__)


@pytest.mark.parametrize(("veld", "waarde"), [("geboortedatum", date(1991, 5, 1)), ("bsn", "123456782")])
def test_what_contradicts_may_be_another_person(desk: Desk, veld: str, waarde: object) -> None:
    eerder = desk.execute(CasusAanmelden(hoofdbetrokkene=replace(BEKEND, bsn="111222333"))).id
    gezegd = replace(Persoonsgegevens(geslachtsnaam="Jansen"), **{veld: waarde})  # type: ignore[arg-type]
    with pytest.raises(RuleViolation, match="bekende_persoon_anders") as refusal:
        desk.execute(CasusAanmelden(hoofdbetrokkene=gezegd, persoon_id=hoofd(desk, eerder).persoon_id))
    assert refusal.value.field == veld
