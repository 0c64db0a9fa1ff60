"""Who in the vault may be the person that is being entered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.queries.dubbele import _KANDIDATEN, bsn_klopt, dubbele_personen
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_aanlevering import Dubbelreden
from vhdesk.vocabulary_persoon import Persoonsoort

FATMA: dict[str, Any] = {
    "geboortedatum": date(1990, 4, 3),
    "bsn": "111222333",
    "adres": "Kerkstraat 12 a",
    "postcode": "7551 AB",
}
R = Dubbelreden


@pytest.mark.parametrize(
    ("gezocht", "redenen"),
    [
        ({"geslachtsnaam": "Heel", "voornamen": "Anders", "bsn": "1112 22 333"}, {R.BSN_GELIJK, R.NAAM_VERSCHILT}),
        ({"geslachtsnaam": "Yildiz", "voornamen": "Fatma"}, {R.NAAM_GELIJK}),
        ({"geslachtsnaam": "van der Jildis", "voornamen": "Fatma"}, {R.NAAM_KLINKT}),
        ({"geslachtsnaam": "Jildis", "voornamen": "Fatima", "geboortedatum": date(1990, 4, 3)}, {R.GEBOORTEDATUM_GELIJK, R.NAAM_LIJKT}),
        ({"geslachtsnaam": "Yildiz", "voornamen": "Fatma", "geboortedatum": date(1990, 3, 4)}, {R.GEBOORTEDATUM_LIJKT, R.NAAM_GELIJK}),
        ({"geslachtsnaam": "Fatma", "voornamen": "Yıldız", "geboortedatum": date(1990, 4, 3)}, {R.GEBOORTEDATUM_GELIJK, R.NAAM_LIJKT}),
        ({"geslachtsnaam": "Yildiz", "voornamen": "Fatma", "adres": "kerkstraat 12A", "postcode": "7551ab"}, {R.NAAM_GELIJK, R.ADRES_GELIJK}),
        ({"geslachtsnaam": "Yildiz", "voornamen": "Emre", "geboortedatum": date(1990, 4, 3)}, {R.GEBOORTEDATUM_GELIJK, R.TWEELING_MOGELIJK}),
    ],
)  # fmt: skip
def test_who_is_recognised_and_why(
    session: Session, wereld: Wereld, gezocht: dict[str, Any], redenen: set[Dubbelreden]
) -> None:
    fatma = wereld.persoon("Yıldız", "Fatma", **FATMA)
    casus = wereld.casus(fatma)
    wereld.casus(wereld.persoon("Jansen", "Piet", geboortedatum=date(1970, 1, 1)))
    (rij,) = dubbele_personen(session, **gezocht)
    assert (rij.id, rij.naam) == (fatma.id, "Fatma Yıldız")
    assert redenen <= set(rij.redenen)
    assert [(c.nummer, c.rol) for c in rij.casussen] == [(casus.nummer, Betrokkenheid.HOOFDBETROKKENE)]


@pytest.mark.parametrize("getypt", ["12345672", "012345672", "0123 45 672"])
def test_a_bsn_of_eight_digits_is_the_one_with_a_leading_zero(
    session: Session, wereld: Wereld, getypt: str
) -> None:
    wie = wereld.persoon("Yıldız", "Fatma", bsn="012345672")
    wereld.casus(wie)
    (rij,) = dubbele_personen(session, geslachtsnaam="Heel", voornamen="Anders", bsn=getypt)
    assert rij.id == wie.id and R.BSN_GELIJK in rij.redenen
    assert bsn_klopt(getypt) and not bsn_klopt("12345678")


@pytest.mark.parametrize(
    "gezocht",
    [
        {"geslachtsnaam": ""},
        {"geslachtsnaam": "Yildiz"},  # half of a village
        {"geslachtsnaam": "Yildiz", "voornamen": "Emre"},
        {"geslachtsnaam": "Jansen", "voornamen": "Fatma", "geboortedatum": date(1990, 4, 3)},
        {"geslachtsnaam": "Yildiz", "voornamen": "Fatma", "geboortedatum": date(1961, 9, 30)},
        {"geslachtsnaam": "🙂", "voornamen": "%", "bsn": "000000000", "postcode": "7551 AB"},
    ],
)
def test_who_is_not(session: Session, wereld: Wereld, gezocht: dict[str, Any]) -> None:
    wereld.casus(wereld.persoon("Yıldız", "Fatma", **FATMA))
    assert dubbele_personen(session, **gezocht) == ()


def test_under_an_alias_another_script_and_without_oneself(session: Session, wereld: Wereld) -> None:
    fatma = wereld.persoon("Kaya", "Fatma", aliassen=["Fatoş Yıldız"])
    arabisch = wereld.persoon("العبيدي", "محمد")
    for persoon in (fatma, arabisch):
        wereld.casus(persoon)
    assert [rij.id for rij in dubbele_personen(session, geslachtsnaam="Jildiz", voornamen="Fatos")] == [
        fatma.id
    ]
    assert [rij.id for rij in dubbele_personen(session, geslachtsnaam="العبيدي", voornamen="محمد")] == [
        arabisch.id
    ]
    assert dubbele_personen(session, geslachtsnaam="Kaya", voornamen="Fatma", behalve=fatma.id) == ()


def test_a_rechtspersoon_by_its_number(session: Session, wereld: Wereld) -> None:
    anker = wereld.persoon("Stichting Het Anker", soort=Persoonsoort.RECHTSPERSOON, kvk="12345678")
    wereld.casus(anker)
    (rij,) = dubbele_personen(session, geslachtsnaam="Anker Beheer", kvk="12345678")
    assert (rij.id, rij.redenen) == (anker.id, (R.KVK_GELIJK,))


def test_the_most_certain_first_and_few(session: Session, wereld: Wereld) -> None:
    for jaar in range(1980, 1990):
        wereld.casus(wereld.persoon("Yıldız", "Fatma", geboortedatum=date(jaar, 4, 3)))
    zeker = wereld.persoon("Yıldız", "Fatma", **FATMA)
    wereld.casus(zeker)
    rijen = dubbele_personen(session, geslachtsnaam="Yildiz", voornamen="Fatma", bsn="111222333", limiet=3)
    assert (len(rijen), rijen[0].id) == (3, zeker.id)


def test_every_candidate_comes_from_an_index(session: Session) -> None:
    waarden = {
        naam: "" for naam in ("bsn", "kvk", "postcode", "postcode_los", "klank_0", "klank_1", "klank_2")
    }
    plan = session.execute(
        text(f"EXPLAIN QUERY PLAN {_KANDIDATEN}"), waarden | {"dag": None, "verwisseld": None, "meeste": 1}
    ).all()
    stappen = [rij.detail for rij in plan if "persoon" in rij.detail]
    assert len(stappen) == 5
    assert all("USING COVERING INDEX" in stap for stap in stappen), stappen
