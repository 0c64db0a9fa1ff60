"""The course of a score on paper: drawn, and said in words; a domain scored once has no course."""

from __future__ import annotations

from datetime import date

from vhdesk.printing.verloop import plaatsen, verlooptabel
from vhdesk.queries.verslag_rijen import VerslagZrm

EERST, LATER, LAATST = date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 31)


def test_places_follow_day_and_score() -> None:
    (x1, y1), (x2, y2), (x3, y3) = plaatsen(((EERST, 5), (LATER, 3), (LAATST, 1)), 106)
    assert abs((x2 - x1) / (x3 - x1) - 1 / 3) < 1e-6
    assert y1 > y2 > y3 and abs((y1 - y2) - (y2 - y3)) < 1e-6
    assert x1 > 0 and x3 < 106


def test_two_scores_of_one_day_do_not_divide_by_nothing() -> None:
    assert len(plaatsen(((EERST, 2),), 106)) == 1


def test_only_what_was_scored_more_than_once_has_a_course() -> None:
    once = VerslagZrm("a", "financiën", 2, ((EERST, 2),))
    twice = VerslagZrm("b", "justitie", 3, ((EERST, 1), (LAATST, 3)))
    old = VerslagZrm("c", "huisvesting", 3)  # from minutes that were kept before scores had a course
    assert verlooptabel((once, old)) is None
    table = verlooptabel((once, twice, old))
    assert table is not None and len(table.rijen) == 1
