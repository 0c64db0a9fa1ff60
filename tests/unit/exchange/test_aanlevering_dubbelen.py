from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.exchange.aanlevering.dubbelen import Dubbel, Kenmerken, zoek_dubbelen
from vhdesk.models.gelijkenis import een_tikfout, lijkt, twee_tikfouten
from vhdesk.models.persoonsgelijkenis import DREMPEL
from vhdesk.vocabulary_aanlevering import Dubbelreden

BOS = Kenmerken("bosveld", ("pieter", "jan"), "pj", date(1980, 5, 17), "111222333", "7621ab-1", rijnummer=1)
LOS = replace(BOS, bsn="", deur="")  # without number and address


def vergelijk(een: Kenmerken, ander: Kenmerken) -> Dubbel | None:
    gevonden = zoek_dubbelen([een, replace(ander, rijnummer=2)])
    assert len(gevonden) <= 1
    return gevonden[0] if gevonden else None


@pytest.mark.parametrize(
    ("ander", "minstens", "reden"),
    [
        (BOS, 1.0, Dubbelreden.BSN_GELIJK),
        (replace(BOS, achternaam="heel", voornamen=("anders",), geboortedatum=None), 0.7, Dubbelreden.NAAM_VERSCHILT),
        (LOS, 0.95, Dubbelreden.NAAM_GELIJK),
        (replace(LOS, voornamen=("pieter",)), 0.95, Dubbelreden.NAAM_GELIJK),
        (replace(LOS, achternaam="bosvedl"), 0.9, Dubbelreden.NAAM_LIJKT),
        (replace(LOS, achternaam="bosveldt"), 0.9, Dubbelreden.NAAM_LIJKT),
        (replace(LOS, achternaam="bosfelt"), 0.9, Dubbelreden.NAAM_KLINKT),
        (replace(LOS, achternaam="bosv?ld"), 0.95, Dubbelreden.NAAM_GELIJK),
        (replace(LOS, voornamen=("peiter",)), 0.85, Dubbelreden.NAAM_LIJKT),
        (replace(LOS, voornamen=(), voorletters="p"), 0.85, Dubbelreden.NAAM_GELIJK),
        (replace(LOS, voornamen=(), voorletters=""), 0.7, Dubbelreden.NAAM_LIJKT),
        (replace(LOS, achternaam="pieter", voornamen=("bosveld",)), 0.5, Dubbelreden.NAAM_LIJKT),
        (replace(LOS, geboortedatum=date(1980, 5, 1)), 0.75, Dubbelreden.GEBOORTEDATUM_LIJKT),
        (replace(LOS, geboortedatum=date(1980, 5, 27)), 0.75, Dubbelreden.GEBOORTEDATUM_LIJKT),
        (replace(LOS, geboortedatum=date(1989, 5, 17)), 0.75, Dubbelreden.GEBOORTEDATUM_LIJKT),
        (replace(LOS, geboortedatum=None), 0.6, Dubbelreden.NAAM_GELIJK),
        (replace(LOS, voornamen=("kees",), voorletters="k"), 0.5, Dubbelreden.TWEELING_MOGELIJK),
        (replace(BOS, bsn="123456782"), 0.6, Dubbelreden.BSN_VERSCHILT),
        (replace(LOS, deur=BOS.deur, geboortedatum=date(1950, 1, 1)), 0.5, Dubbelreden.ADRES_GELIJK),
    ],
)  # fmt: skip
def test_who_may_be_the_same(ander: Kenmerken, minstens: float, reden: Dubbelreden) -> None:
    dubbel = vergelijk(BOS, ander)
    assert dubbel is not None
    assert dubbel.score >= minstens
    assert reden in dubbel.redenen


@pytest.mark.parametrize(
    "ander",
    [
        replace(LOS, achternaam="jansen"),
        replace(LOS, geboortedatum=date(1950, 1, 1)),  # father and son with one name
        replace(LOS, voornamen=("kees",), voorletters="k", geboortedatum=date(1980, 5, 1)),
        replace(LOS, voornamen=("kees",), voorletters="k", bsn="123456782"),  # twins, each with a number
        replace(BOS, bsn="123456782", geboortedatum=date(1980, 5, 1)),
        replace(LOS, achternaam="", voornamen=()),
    ],
)
def test_who_is_somebody_else(ander: Kenmerken) -> None:
    assert vergelijk(BOS, ander) is None


def test_day_and_month_exchanged() -> None:
    een = replace(LOS, geboortedatum=date(1980, 5, 7))
    dubbel = vergelijk(een, replace(een, geboortedatum=date(1980, 7, 5)))
    assert dubbel is not None
    assert Dubbelreden.GEBOORTEDATUM_LIJKT in dubbel.redenen


def test_short_names_must_be_the_same() -> None:
    assert vergelijk(replace(LOS, achternaam="bos"), replace(LOS, achternaam="vos")) is None


def bevolking(aantal: int, zaad: int = 1) -> list[Kenmerken]:
    """A list in which names return as often as in a region and nobody is double."""
    rng = random.Random(zaad)
    namen = [
        "".join(rng.choices("bdfgklmnprstvz", k=1) + rng.choices("aeiou", k=1)) * 2 + str(i)
        for i in range(1500)
    ]
    namen = [naam.translate(str.maketrans("0123456789", "abcdefghij")) for naam in namen]
    return [
        Kenmerken(
            rijnummer=nummer,
            achternaam=rng.choice(namen),
            voornamen=(rng.choice(namen),),
            voorletters=rng.choice("abcdefghij"),
            geboortedatum=date(1950, 1, 1) + timedelta(days=rng.randrange(25_000)),
            deur=f"{rng.randrange(7000, 7700)}ab-{rng.randrange(200)}",
        )
        for nummer in range(1, aantal + 1)
    ]


@given(st.permutations(range(40)), st.sets(st.integers(0, 34), min_size=1, max_size=5))
def test_the_order_of_the_list_does_not_matter(volgorde: list[int], dubbel: set[int]) -> None:
    rijen = bevolking(35)
    rijen += [
        replace(rijen[nummer], rijnummer=36 + i, achternaam=rijen[nummer].achternaam + "s")
        for i, nummer in enumerate(sorted(dubbel))
    ]
    geschud = [rijen[nummer] for nummer in volgorde if nummer < len(rijen)]
    paren = {frozenset((d.rij, d.ander)) for d in zoek_dubbelen(geschud)}
    assert paren == {frozenset((nummer + 1, 36 + i)) for i, nummer in enumerate(sorted(dubbel))}


def test_scores_are_sorted_and_above_the_threshold() -> None:
    rijen = [
        BOS,
        replace(BOS, rijnummer=2),
        replace(LOS, rijnummer=3, geboortedatum=None),
        replace(LOS, rijnummer=4),
    ]
    scores = [dubbel.score for dubbel in zoek_dubbelen(rijen)]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= DREMPEL


class Geteld(list[Kenmerken]):
    """A list that counts how often a row is looked up: twice for every pair that is compared."""

    keer = 0

    def __getitem__(self, plaats: Any) -> Any:
        self.keer += 1
        return super().__getitem__(plaats)


@pytest.mark.parametrize("aantal", [350, 12_000])
def test_the_work_grows_with_the_rows_and_not_with_their_square(aantal: int) -> None:
    rijen = Geteld(bevolking(aantal))
    zoek_dubbelen(rijen)
    assert aantal < rijen.keer < 60 * aantal


def test_a_list_of_one_repeated_person_stays_bounded() -> None:
    rijen = Geteld(replace(LOS, rijnummer=nummer) for nummer in range(1_000))
    assert len(zoek_dubbelen(rijen)) <= 40 * 1_000
    assert rijen.keer < 100 * 1_000


WOORD = st.text("abcd", max_size=7)


def afstand(a: str, b: str) -> int:
    """Optimal string alignment distance, straight from its definition."""
    tabel = {(i, j): i or j for i in range(len(a) + 1) for j in range(len(b) + 1) if not i or not j}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            opties = [tabel[i - 1, j] + 1, tabel[i, j - 1] + 1, tabel[i - 1, j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                opties.append(tabel[i - 2, j - 2] + 1)
            tabel[i, j] = min(opties)
    return tabel[len(a), len(b)]


@given(WOORD, WOORD)
def test_slips_are_counted_right(a: str, b: str) -> None:
    assert een_tikfout(a, b) is (afstand(a, b) <= 1)
    assert twee_tikfouten(a, b) is (afstand(a, b) <= 2)
    assert lijkt(a, b) is lijkt(b, a)
