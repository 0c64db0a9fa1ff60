"""An event of a case as a row of the list, with its picture. Pure."""

from __future__ import annotations

from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.bekendheid import BekendheidRow
from vhdesk.queries.bijlage import BijlageRow
from vhdesk.queries.dossier_rijen import (
    BesluitRow,
    BesprekingRow,
    DossierKop,
    InbrengRow,
    RolRow,
    StapRow,
)
from vhdesk.queries.methode_rijen import MethodenotitieRow, MethodeRow
from vhdesk.queries.tijdlijn import AFGEDAAN, Bron, Gebeurtenis
from vhdesk.queries.uitvraag import WeigeringRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.besluit_woorden import VRAAGKLEUR
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Gebeurtenissoort

_ICONS: Final[dict[type[Bron], tuple[str, str]]] = {
    DossierKop: ("inbox", "accent"),
    RolRow: ("user-check", "muted"),
    BesprekingRow: ("calendar-days", "accent"),
    InbrengRow: ("messages-square", "muted"),
    BekendheidRow: ("circle-help", "muted"),
    BijlageRow: ("file-text", "muted"),
    WeigeringRow: ("circle-help", "warn"),
    ActieRow: ("list-checks", "muted"),
    MethodeRow: ("layers", "accent"),
    MethodenotitieRow: ("eye", "muted"),
}
_STAPPEN: Final = {
    Gebeurtenissoort.AFGESCHAALD: ("arrow-down", "accent"),
    Gebeurtenissoort.OPGESCHAALD: ("arrow-up", "warn"),
    Gebeurtenissoort.OVERGEDRAGEN: ("arrow-right", "accent"),
    Gebeurtenissoort.GEMEENTE: ("landmark", "accent"),
    Gebeurtenissoort.GEPARKEERD: ("pause", "warn"),
    Gebeurtenissoort.HERVAT: ("play", "ok"),
    Gebeurtenissoort.HEROPEND: ("undo-2", "warn"),
    Gebeurtenissoort.AFGESLOTEN: ("archive", "muted"),
    Gebeurtenissoort.AVE_FASE: ("layers", "accent"),
    Gebeurtenissoort.NAZORG_BEOORDEELD: ("hand-heart", "ok"),
    Gebeurtenissoort.VERLENGD: ("timer", "warn"),
    Gebeurtenissoort.TE_VERNIETIGEN: ("trash-2", "danger"),
}


def gebeurtenis_two_line(event: Gebeurtenis) -> TwoLine:
    """Return an event as a list row."""
    return TwoLine(event.tekst, met_punten(event.details), short_date(event.dag), *_icon(event))


def _icon(event: Gebeurtenis) -> tuple[str, str]:
    """Return the picture and its role."""
    bron, af = event.bron, event.moment == AFGEDAAN
    if isinstance(bron, StapRow):
        return _STAPPEN.get(bron.soort, ("circle-dot", "muted"))
    if isinstance(bron, BesluitRow):
        if af:
            return "gavel", VRAAGKLEUR[bron.vraagstand] if bron.vraagstand else "muted"
        if bron.status is Besluitstatus.INGETROKKEN:
            return "gavel", "muted"
        return "gavel", "warn" if bron.wacht or bron.onder_voorbehoud else "ok"
    if isinstance(bron, ActieRow) and af:
        return "circle-check", "ok" if bron.status is Actiestatus.GEDAAN else "warn"
    return _ICONS[type(bron)]
