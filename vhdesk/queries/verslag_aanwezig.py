"""Who was there when each case was discussed, in words for its sheet in the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from vhdesk.clock import local
from vhdesk.queries.aanwezig import aanwezig_bij
from vhdesk.queries.gast import toegang
from vhdesk.queries.overleg import AANWEZIG, DeelnemerRow

_NOOIT = datetime.max.replace(tzinfo=UTC)  # of a meeting that goes on: what was not begun yet lasts on


def aanwezig_woorden(
    session: Session,
    overleg_id: str,
    mensen: Sequence[DeelnemerRow],
    punten: Sequence[Any],
    gesloten_op: datetime | None,
) -> dict[str, str]:
    """Return case -> "12 van de 14 aanwezigen; niet: A. Jansen, Politie (vanaf 14:10)"; empty while no attendance was
    recorded. ``punten``: the items with their id, case and whether they stand in the closed part."""
    er = [rij for rij in mensen if rij.aanwezigheid in AANWEZIG]
    if not er:
        return {}
    leden, gasten = [rij for rij in er if not rij.gast], [rij for rij in er if rij.gast]
    bij = aanwezig_bij(session, overleg_id, gesloten_op or _NOOIT).bij
    mag = toegang(session, overleg_id) if gasten else {}
    return {
        punt.casus_id: _woorden(
            leden,
            bij.get(punt.id, frozenset()),
            [rij for rij in gasten if punt.id in mag.get(rij.id, ()) and not punt.besloten],
        )
        for punt in punten
        if punt.casus_id is not None
    }


def _woorden(leden: Sequence[DeelnemerRow], er: frozenset[str], gasten: Sequence[DeelnemerRow]) -> str:
    weg = [rij for rij in leden if rij.id not in er]
    aantal = len(leden)
    if not weg:
        zin = "iedereen die aanwezig was" if aantal != 1 else leden[0].naam
    else:
        namen = ", ".join(f"{rij.naam}, {rij.organisatie} ({_waarom(rij)})" for rij in weg)
        zin = f"{aantal - len(weg)} van de {aantal} aanwezigen; niet: {namen}"
    erbij = ", ".join(f"{rij.naam} ({rij.soort.label})" for rij in gasten)
    return f"{zin}; te gast: {erbij}" if erbij else zin


def _waarom(rij: DeelnemerRow) -> str:
    tijden = (
        f"vanaf {local(rij.vanaf):%H:%M}" if rij.vanaf is not None else "",
        f"tot {local(rij.tot):%H:%M}" if rij.tot is not None else "",
    )
    return " ".join(filter(None, tijden)) or "de zaal uit"
