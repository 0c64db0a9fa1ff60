"""An action in words, for every list that shows actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import dagen, met_punten
from vhdesk.vocabulary import Actiestatus

ACHTERAF: Final = "achteraf toegevoegd"

# status: icon, its role, the state of its pill
_AF: Final = {
    Actiestatus.GEDAAN: ("circle-check", "ok", "ok"),
    Actiestatus.KON_NIET: ("ban", "warn", "warn"),
    Actiestatus.NIET_GEDAAN: ("circle-alert", "danger", "danger"),
    Actiestatus.VERVALLEN: ("minus", "muted", "muted"),
    Actiestatus.TERUGGENOMEN: ("undo-2", "muted", "muted"),
}


def actie_nummer(actie: ActieRow) -> str:
    """Return the stable number, "A-31"."""
    return f"A-{actie.nummer}"


def actie_eigenaar(actie: ActieRow) -> str:
    """Return "Kevin Lansink, Politie", "Politie" or "nog zonder eigenaar"."""
    return actie.eigenaar or "nog zonder eigenaar"


def actie_van_casus(actie: ActieRow) -> TwoLine:
    """Return an action as a row within its own case: what, who, before when, how old, and all that is known of it."""
    return _regel(actie, (), _leeftijd(actie) if actie.status is Actiestatus.OPEN else "")


def actie_met_casus(actie: ActieRow) -> TwoLine:
    """Return an action as a row among those of other cases: whose case it belongs to and how old it is as well."""
    return _regel(actie, (actie.naam, actie.casusnummer), _leeftijd(actie))


def _leeftijd(actie: ActieRow) -> str:
    return f"{dagen(actie.leeftijd)} oud" if actie.leeftijd else ""


def _regel(actie: ActieRow, casus: Iterable[str], leeftijd: str = "") -> TwoLine:
    picture, role = _icoon(actie)
    pill, state = _pil(actie)
    termijn = short_date(actie.termijn) if actie.termijn is not None else "geen datum"
    return TwoLine(
        title=actie.omschrijving,
        subtitle=met_punten((actie_nummer(actie), *casus, actie_eigenaar(actie), leeftijd, *_nader(actie))),
        right="" if pill else termijn,
        icon=picture,
        icon_role=role,
        state_text=actie.status.label,
        rest=actie.status is not Actiestatus.OPEN,
        pill=pill,
        pill_state=state,
    )


def _nader(actie: ActieRow) -> Iterable[str]:
    """What else is known of an action; empty for what is not."""
    verzet = f"{actie.uitgesteld} keer verzet" if actie.uitgesteld else ""
    return (
        verzet,
        f"voorwaarde: {actie.conditie}" if actie.conditie else "",
        f"informering: {actie.informering}" if actie.informering else "",
        actie.resultaat,
        ACHTERAF if actie.achteraf else "",
    )


def _icoon(actie: ActieRow) -> tuple[str, str]:
    if actie.status is not Actiestatus.OPEN:
        return _AF[actie.status][:2]
    if actie.dagen_over:
        return "circle-alert", "danger"
    if actie.termijn is None or not actie.organisatie:
        return "triangle-alert", "warn"
    return "circle", "muted"


def _pil(actie: ActieRow) -> tuple[str, str]:
    """How it ended, or how late it is; ("", "muted") for an action that is open and in time."""
    if actie.status is not Actiestatus.OPEN:
        return actie.status.label, _AF[actie.status][2]
    if actie.dagen_over:
        return f"{dagen(actie.dagen_over)} over datum", "danger"
    return "", "muted"
