"""Which cases need a casemanager, a verantwoordelijke and a next date, and which are finished.

Source: '1 plan van aanpak, 1 casemanager en 1 verantwoordelijke' holds for an active case (jaarplan NOG 2017);
nazorg is still followed; parking is 'tijdelijk zonder regie, met een datum' (``CasusStatus``).
"""

from __future__ import annotations

from datetime import date

from vhdesk.models.casushandeling import is_ongewogen
from vhdesk.models.casusverloop import AFGEROND, gewone_stappen
from vhdesk.vocabulary import CasusStatus, Tekort
from vhdesk.vocabulary_triage import Caseload

__all__ = [
    "AFGEROND",
    "LOPEND",
    "MET_DATUM",
    "MET_REGIE",
    "TE_LEIDEN",
    "casus_tekorten",
    "gewone_stappen",
    "is_ongewogen",
    "vraagt_leiding",
]

MET_REGIE = (CasusStatus.IN_BEHANDELING, CasusStatus.MONITORING, CasusStatus.NAZORG)
# Nazorg is followed, but it left the Top X: 'een casus die van de Top X afgaat, gaat terug naar de gemeente'.
IN_TOP_X = (CasusStatus.IN_BEHANDELING, CasusStatus.MONITORING)
MET_DATUM = (*MET_REGIE, CasusStatus.GEPARKEERD)
LOPEND = tuple(status for status in CasusStatus if status not in AFGEROND)
TE_LEIDEN = tuple(
    status for status in LOPEND if status is not CasusStatus.GEPARKEERD and not is_ongewogen(status)
)
"""Somebody must lead it once it was on a table; parked is without regie, and a referral is weighed first."""


def heeft_regie(status: CasusStatus, caseload: Caseload) -> bool:
    """Return whether the house leads this case: help in the execution asks for no casemanager and no plan (jaarplan
    Twente 2015 §2)."""
    return status in MET_REGIE and caseload is Caseload.TOP_X


def vraagt_leiding(status: CasusStatus, caseload: Caseload) -> bool:
    """Return whether a meeting that spoke of this case leaves it with somebody to lead it. 'Hulp in de uitvoering' is
    without regie (jaarplan Twente 2015 §2; domein.md §8: 'case mode without regie; no mandatory plan')."""
    return status in TE_LEIDEN and caseload is not Caseload.HULP


def casus_tekorten(
    status: CasusStatus,
    caseload: Caseload,
    *,
    casemanager: bool,
    verantwoordelijke: bool,
    plan: bool,
    rol_weg: bool,
    volgende_datum: date | None,
) -> tuple[Tekort, ...]:
    """Return what a case of this status lacks, in the order of ``Tekort``. ``rol_weg``: somebody who left has a role."""
    regie = heeft_regie(status, caseload)
    ontbreekt = {
        Tekort.CASEMANAGER: regie and not casemanager,
        Tekort.VERANTWOORDELIJKE: regie and not verantwoordelijke,
        Tekort.ROL_WEG: rol_weg and status in LOPEND,
        Tekort.PLAN: regie and not plan,
        Tekort.VOLGENDE_DATUM: status in MET_DATUM and volgende_datum is None,
    }
    return tuple(tekort for tekort, is_zo in ontbreekt.items() if is_zo)
