from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vhdesk.clock import local
from vhdesk.store.thinning import ALL_FOR, DAYS, MONTHS, WEEKS, kept

NOW = datetime(2026, 7, 15, 12, 0, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(-3 * 24 * 60, 500 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=80,
)


@given(MOMENTS)
def test_what_is_kept_was_there_and_the_newest_stays(moments: list[datetime]) -> None:
    keep = kept(moments, NOW)
    assert keep <= set(moments)
    assert not moments or max(moments) in keep


@given(MOMENTS)
def test_two_days_are_kept_whole(moments: list[datetime]) -> None:
    assert {moment for moment in moments if moment > NOW - ALL_FOR} <= kept(moments, NOW)


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments: list[datetime]) -> None:
    once = kept(moments, NOW)
    assert kept(once, NOW) == once


@given(MOMENTS)
def test_the_rest_is_bounded(moments: list[datetime]) -> None:
    old = {moment for moment in kept(moments, NOW) if moment <= NOW - ALL_FOR}
    assert len(old) <= DAYS + WEEKS + MONTHS


@given(MOMENTS)
def test_every_recent_day_week_and_month_keeps_its_last(moments: list[datetime]) -> None:
    keep = kept(moments, NOW)
    for period, limit in (
        (lambda m: local(m).date(), DAYS),
        (lambda m: local(m).isocalendar()[:2], WEEKS),
        (lambda m: (local(m).year, local(m).month), MONTHS),
    ):
        for name in sorted({period(moment) for moment in moments}, reverse=True)[:limit]:
            assert max(moment for moment in moments if period(moment) == name) in keep


def test_a_year_of_half_hours_day_by_day() -> None:
    """Thinned after each backup as in real use: what is left after a year of working days."""
    present: set[datetime] = set()
    moment = datetime(2025, 7, 15, 7, 0, tzinfo=UTC)
    while moment <= NOW:
        if local(moment).hour in range(9, 17) and local(moment).weekday() < 5:
            present.add(moment)
            present = set(kept(present, moment))
        moment += timedelta(minutes=30)
    assert len(present) < 65
    assert len({(m.year, m.month) for m in present}) == 12
    assert len({local(m).date() for m in present}) >= 7 + 4


def test_a_vault_left_alone_for_a_year_keeps_what_it_has() -> None:
    old = [NOW - timedelta(days=400 + day) for day in range(7)]
    assert kept(old, NOW) == frozenset(old)


def test_none_gives_none() -> None:
    assert kept([], NOW) == frozenset()
