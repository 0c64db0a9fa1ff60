"""Dividing over sheets: whatever the pieces, nothing is lost, torn, left alone or blank."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from vhdesk.printing.blok import Blad, Stuk, verdeel
from vhdesk.printing.pen import Pen

HOOGTE = 100.0


@dataclass(slots=True, kw_only=True)
class Proef(Stuk):
    naam: int = 0

    def teken(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError


pieces = st.builds(
    Proef,
    hoogte=st.floats(1, 60),
    voor=st.floats(0, 20),
    bij_volgende=st.booleans(),
    nieuw_blad=st.sampled_from([False, False, False, False, True]),
)


def named(stukken: list[Proef]) -> list[Proef]:
    for number, stuk in enumerate(stukken):
        stuk.naam = number
    return stukken


def content(bladen: list[Blad]) -> list[list[Stuk]]:
    return [[placed.stuk for placed in blad.geplaatst] for blad in bladen]


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=40))
def test_every_piece_once_in_order_inside_the_sheet(stukken: list[Proef]) -> None:
    bladen = verdeel(named(stukken), HOOGTE)
    assert [stuk for blad in content(bladen) for stuk in blad] == stukken
    for blad in bladen:
        assert blad.geplaatst
        assert blad.geplaatst[0].y == 0
        end = 0.0
        for placed in blad.geplaatst:
            assert placed.y >= end - 0.01
            end = placed.y + placed.stuk.hoogte
        assert end <= HOOGTE + 0.05


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=40))
def test_a_heading_is_never_the_last_of_a_sheet_when_it_fits_with_what_follows(stukken: list[Proef]) -> None:
    stukken = named(stukken)
    bladen = content(verdeel(stukken, HOOGTE))
    for blad in bladen[:-1]:
        last = blad[-1]
        assert isinstance(last, Proef)
        following = stukken[last.naam + 1]
        if last.bij_volgende and not following.nieuw_blad:
            chain = _chain(stukken, last.naam)
            height = sum(stuk.voor + stuk.hoogte for stuk in chain) - chain[0].voor
            assert height > HOOGTE


def _chain(stukken: list[Proef], index: int) -> list[Proef]:
    """Return the pieces that are tied to the piece at ``index``."""
    first = index
    while first > 0 and stukken[first - 1].bij_volgende and not stukken[first].nieuw_blad:
        first -= 1
    last = index
    while last + 1 < len(stukken) and stukken[last].bij_volgende and not stukken[last + 1].nieuw_blad:
        last += 1
    return stukken[first : last + 1]


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=40))
def test_a_piece_that_begins_a_sheet_does_so(stukken: list[Proef]) -> None:
    for blad in content(verdeel(named(stukken), HOOGTE)):
        assert not any(stuk.nieuw_blad for stuk in blad[1:])


def test_the_head_of_a_table_repeats_on_every_sheet_and_counts() -> None:
    head = Proef(hoogte=10, bij_volgende=True, naam=-1)
    rows: list[Stuk] = [Proef(hoogte=30, herhaal=head, naam=n) for n in range(7)]
    bladen = content(verdeel([head, *rows], HOOGTE))
    assert [len(blad) for blad in bladen] == [4, 4, 2]
    assert all(blad[0] is head for blad in bladen)


def test_a_heading_of_the_header_goes_on_until_the_next() -> None:
    first = Proef(hoogte=90, nieuw_blad=True, opschrift="ZVH-1")
    more = Proef(hoogte=90)
    after = Proef(hoogte=90, nieuw_blad=True, opschrift="")
    assert [blad.opschrift for blad in verdeel([Proef(hoogte=9), first, more, after], HOOGTE)] == [
        "",
        "ZVH-1",
        "ZVH-1",
        "",
    ]
