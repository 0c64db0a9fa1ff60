"""The Top X criteria as a rule, for every answer that can be given: (a and b and c) or d."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.errors import RuleViolation
from vhdesk.models.weging import Oordeel, check_weging, criteria_uitkomst, past
from vhdesk.vocabulary_triage import Criterium, Criteriumuitkomst, Weeguitkomst

ANTWOORD = st.sampled_from((True, False, None))
ANTWOORDEN = st.fixed_dictionaries({each: ANTWOORD for each in Criterium})
A, B, C, D = Criterium


def formule(a: bool, b: bool, c: bool, d: bool) -> bool:
    return (a and b and c) or d


@given(ANTWOORDEN)
def test_the_outcome_is_the_formula_and_open_only_when_an_answer_could_still_turn_it(
    antwoorden: dict[Criterium, bool | None],
) -> None:
    keuzes = [(w,) if (w := antwoorden[each]) is not None else (True, False) for each in Criterium]
    mogelijk = {
        formule(a, b, c, d) for a in keuzes[0] for b in keuzes[1] for c in keuzes[2] for d in keuzes[3]
    }
    verwacht = {
        frozenset({True}): Criteriumuitkomst.VOLDOET,
        frozenset({False}): Criteriumuitkomst.VOLDOET_NIET,
        frozenset({True, False}): Criteriumuitkomst.ONBESLIST,
    }
    assert criteria_uitkomst(antwoorden) is verwacht[frozenset(mogelijk)]


@given(ANTWOORDEN, st.sampled_from(Criterium))
def test_meeting_one_more_criterion_never_shuts_a_case_out(
    antwoorden: dict[Criterium, bool | None], meer: Criterium
) -> None:
    orde = (Criteriumuitkomst.VOLDOET_NIET, Criteriumuitkomst.ONBESLIST, Criteriumuitkomst.VOLDOET)
    voor, na = criteria_uitkomst(antwoorden), criteria_uitkomst({**antwoorden, meer: True})
    assert orde.index(na) >= orde.index(voor)


@given(ANTWOORDEN, st.sampled_from(Weeguitkomst), st.text(max_size=3))
def test_a_deviation_always_has_its_reason(
    antwoorden: dict[Criterium, bool | None], uitkomst: Weeguitkomst, afwijking: str
) -> None:
    oordelen = {each: Oordeel(waarde, "omdat") for each, waarde in antwoorden.items()}
    volgt = past(uitkomst, criteria_uitkomst(antwoorden))
    if volgt or afwijking.strip():
        assert check_weging(oordelen, uitkomst, afwijking) is criteria_uitkomst(antwoorden)
    else:
        with pytest.raises(RuleViolation, match="afwijking_vraagt_reden"):
            check_weging(oordelen, uitkomst, afwijking)


@given(ANTWOORDEN, st.sampled_from(Criterium))
def test_a_judgement_without_its_reason_is_refused(
    antwoorden: dict[Criterium, bool | None], kaal: Criterium
) -> None:
    oordelen = {each: Oordeel(waarde, "" if each is kaal else "omdat") for each, waarde in antwoorden.items()}
    if antwoorden[kaal] is None:
        check_weging(oordelen, Weeguitkomst.HULP, "")
    else:
        with pytest.raises(RuleViolation, match="criterium_zonder_reden") as refusal:
            check_weging(oordelen, Weeguitkomst.HULP, "")
        assert refusal.value.field == f"{kaal.value}_reden"
