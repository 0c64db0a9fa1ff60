"""A clock that was set back is reported, and what is written meanwhile keeps its order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from proefkluis import Site, besluiten, casus_aanmelden

from vhdesk.clock import FixedClock
from vhdesk.queries.journaal import journaal


@pytest.mark.parametrize(
    ("back", "reported"),
    [
        (timedelta(0), False),
        (timedelta(minutes=4), False),  # clocks drift, and the time server puts them right
        (timedelta(minutes=6), True),
        (timedelta(hours=3), True),
        (timedelta(days=400), True),
        (timedelta(days=-30), False),
    ],
)
def test_a_clock_set_back_is_reported_at_opening(
    site: Site, clock: FixedClock, back: timedelta, reported: bool
) -> None:
    kluis = site.open()
    assert kluis.klok_teruggezet() is None
    kluis.sluiten()
    last = clock.moment
    clock.moment = last - back
    kluis = site.open()
    finding = kluis.klok_teruggezet()
    assert (finding is not None) is reported
    if finding is not None:
        assert finding.code == "clock_set_back"
        assert finding.details == {"now": clock.moment.isoformat(), "last": last.isoformat()}


def test_with_a_clock_set_back_acts_still_stand_in_order(site: Site, clock: FixedClock) -> None:
    desk = site.open().desk
    casus_id = casus_aanmelden(desk)
    besluiten(desk, casus_id, 1)
    clock.moment -= timedelta(days=2)
    besluiten(desk, casus_id, 1, begin=2)
    kluis = site.opened[-1]
    later, earlier = desk.ask(journaal, limiet=2)
    assert later.volgnr == earlier.volgnr + 1
    assert later.tijdstip < earlier.tijdstip
    assert kluis.controleren().in_orde
    kluis.sluiten()
    assert site.open().journaal_controleren().in_orde
