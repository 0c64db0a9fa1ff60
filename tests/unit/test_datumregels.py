"""Which days can be: a slip in the year is refused beside its field, and what happens in practice is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.models.datum import (
    check_geboorte,
    check_inbreng,
    check_ingang,
    check_overlegdatum,
    check_overlegtijd,
    check_termijn,
)
from vhdesk.vocabulary_faults import sentence

NU = date(2026, 11, 27)


def _termijn(dag: date) -> None:
    check_termijn(dag, NU, "termijn")


RULES: dict[str, Callable[[date], None]] = {
    "geboorte": lambda dag: check_geboorte(dag, NU),
    "inbreng": lambda dag: check_inbreng(dag, NU),
    "termijn": _termijn,
    "ingang": lambda dag: check_ingang(dag, NU),
    "overleg": lambda dag: check_overlegdatum(dag, NU),
}


@pytest.mark.parametrize(
    ("soort", "dag", "code", "veld"),
    [
        ("geboorte", date(1790, 5, 1), "geboortedatum_te_oud", "geboortedatum"),
        ("geboorte", date(2026, 11, 28), "geboortedatum_in_toekomst", "geboortedatum"),
        ("inbreng", date(2036, 11, 27), "datum_te_ver", "datum"),
        ("inbreng", date(1826, 11, 27), "datum_te_lang_geleden", "datum"),
        ("termijn", date(2020, 1, 1), "termijn_voor_begin", "termijn"),
        ("termijn", date(2126, 1, 1), "datum_te_ver", "termijn"),
        ("ingang", date(1900, 1, 1), "datum_te_lang_geleden", "ingangsdatum"),
        ("ingang", date(2062, 1, 1), "datum_te_ver", "ingangsdatum"),
        ("overleg", date(2016, 12, 2), "datum_te_lang_geleden", "datum"),
        ("overleg", date(2062, 12, 2), "datum_te_ver", "datum"),
    ],
)
def test_a_slip_in_the_year_is_refused_at_its_field(soort: str, dag: date, code: str, veld: str) -> None:
    with pytest.raises(RuleViolation, match=code) as weigering:
        RULES[soort](dag)
    assert weigering.value.field == veld
    assert sentence(weigering.value).count(".") >= 2, "what is the case, and the next step"


@pytest.mark.parametrize(
    ("soort", "dag"),
    [
        ("geboorte", date(1912, 3, 4)), ("geboorte", NU), ("inbreng", date(2011, 2, 1)), ("inbreng", date(2026, 12, 9)),
        ("termijn", NU), ("termijn", date(2027, 6, 1)), ("ingang", date(2026, 9, 1)), ("ingang", date(2028, 1, 1)),
        ("overleg", date(2026, 6, 1)), ("overleg", date(2027, 12, 8)),
    ],
)  # fmt: skip
def test_what_happens_is_not_refused(soort: str, dag: date) -> None:
    RULES[soort](dag)


def test_a_meeting_may_go_past_midnight_and_never_ends_before_it_begins() -> None:
    check_overlegtijd(time(22), time(1, 30))
    check_overlegtijd(time(9), time(17))
    check_overlegtijd(time(13), None)
    for einde, code in ((time(13), "eindtijd_voor_begin"), (time(15), "eindtijd_gelijk")):
        with pytest.raises(RuleViolation, match=code) as weigering:
            check_overlegtijd(time(15), einde)
        assert weigering.value.field == "eindtijd"
