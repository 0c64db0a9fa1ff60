"""How minutes are worded in the list, above the preview and in the journaal."""

from __future__ import annotations

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.queries.verslag import VerslagRow, welke_versie
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import met_punten, telling


def verslag_two_line(row: VerslagRow) -> TwoLine:
    """Return minutes as a list row; an earlier version says which it is."""
    if row.laatste and not row.heropend:
        versie = f"versie {row.versie}" if row.versie > 1 else ""
        delen = (
            telling(row.casussen, "casus", "casussen"),
            telling(row.besluiten, "besluit", "besluiten"),
            versie,
        )
        return TwoLine(row.tafel, met_punten(delen), short_date(row.datum), "file-text")
    delen = (f"versie {row.versie}", gesloten_words(row), "overleg is heropend" if row.heropend else "")
    return TwoLine(row.tafel, met_punten(delen), short_date(row.datum), "history", rest=True)


def gesloten_words(row: VerslagRow) -> str:
    """Return when this version was made."""
    if row.gesloten_op is None:
        return ""
    moment = local(row.gesloten_op)
    dag = "" if moment.date() == row.datum else f" op {short_date(moment.date())}"
    return f"gesloten{dag} om {moment:%H:%M}"


def in_journaal(verslag_id: str) -> tuple[str, str]:
    """Return the meeting and the version, as the journaal names what is looked at."""
    overleg_id, versie = welke_versie(verslag_id)
    return overleg_id, f"versie {versie}" if versie is not None else ""
