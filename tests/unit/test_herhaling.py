"""How often a table meets, as people say it, and on which days that is."""

from __future__ import annotations

from datetime import date, time
from itertools import islice

import pytest

from vhdesk.herhaling import Reeksdag, feestdag, herhaling_woorden, lees_herhaling, reeksdagen

GEZEGD = (
    ("elke woensdag, 13:30", "elke woensdag, 13:30"),
    ("Iedere  week op woensdag", "elke woensdag"),
    ("wekelijks op maandag en donderdag", "elke maandag en donderdag"),
    ("om de week op dinsdag om 9.30 uur", "elke twee weken op dinsdag, 09:30"),
    ("elke 2 weken op dinsdag", "elke twee weken op dinsdag"),
    ("elke vier weken op donderdag", "elke vier weken op donderdag"),
    ("eerste dinsdag van de maand", "eerste dinsdag van de maand"),
    ("elke laatste en eerste vrijdag van de maand", "eerste en laatste vrijdag van de maand"),
)


@pytest.mark.parametrize(("tekst", "woorden"), GEZEGD)
def test_what_is_said_is_understood_and_said_back(tekst: str, woorden: str) -> None:
    gelezen = lees_herhaling(tekst)
    assert gelezen is not None
    assert herhaling_woorden(gelezen.regel, gelezen.begintijd) == woorden
    assert lees_herhaling(woorden) == gelezen


@pytest.mark.parametrize(
    "tekst",
    ["", "soms", "elke 40 weken op maandag", "elke woensdag, 25:00", "elke dag", "FREQ=WEEKLY;BYDAY=WE"],
)
def test_what_is_no_rule_is_none(tekst: str) -> None:
    assert lees_herhaling(tekst) is None


def test_words_of_a_strange_rule_are_refused() -> None:
    with pytest.raises(ValueError, match="no rule"):
        herhaling_woorden("FREQ=DAILY")


def test_weeks_are_counted_from_the_anchor_and_holidays_named() -> None:
    dagen = list(
        islice(reeksdagen("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", date(2026, 11, 27), date(2026, 12, 2)), 3)
    )
    assert dagen == [
        Reeksdag(date(2026, 12, 11)),
        Reeksdag(date(2026, 12, 25), "Eerste kerstdag"),
        Reeksdag(date(2027, 1, 8)),
    ]
    eerste = reeksdagen("FREQ=MONTHLY;BYDAY=1TU", date(2026, 11, 27), date(2026, 11, 27))
    assert [dag.datum for dag in islice(eerste, 2)] == [date(2026, 12, 1), date(2027, 1, 5)]
    assert (feestdag(date(2027, 4, 27)), feestdag(date(2027, 4, 28))) == ("Koningsdag", "")
    assert lees_herhaling("elke woensdag, 13:30").begintijd == time(13, 30)  # type: ignore[union-attr]
