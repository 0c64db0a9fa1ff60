"""Minutes wait until they were printed or saved; a print that failed does not count, an older version neither."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from vhdesk.clock import FixedClock
from vhdesk.queries.verslag_uit import verslagen_niet_uit
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegHeropenen
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_casus import VERSLAG_AFDRUKKEN, VERSLAG_OPSLAAN


def wacht(desk: Desk, overleg_id: str) -> bool:
    return overleg_id in {rij.id for rij in desk.ask(verslagen_niet_uit)}


def later(desk: Desk) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment += timedelta(minutes=5)


def test_until_they_left_the_vault(oefen: Any) -> None:
    desk, result = oefen
    overleg_id = result.overleg_id
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    assert not wacht(desk, overleg_id)
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))
    assert wacht(desk, overleg_id)
    later(desk)
    desk.log(VERSLAG_AFDRUKKEN, "overleg", overleg_id)
    desk.log(VERSLAG_AFDRUKKEN, "overleg", overleg_id, resultaat=Resultaat.GEWEIGERD)
    assert wacht(desk, overleg_id), "the printer did not take it"
    desk.log(VERSLAG_OPSLAAN, "overleg", overleg_id)
    assert not wacht(desk, overleg_id)
    later(desk)
    desk.execute(OverlegHeropenen(overleg_id=overleg_id, reden="aanvullen"))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))
    assert wacht(desk, overleg_id), "the next version did not go out yet"
