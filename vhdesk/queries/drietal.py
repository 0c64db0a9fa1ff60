"""The three that an active case has, each a person of an organisation: which of them it lacks.

Source: '1 plan van aanpak, 1 casemanager en 1 verantwoordelijke' (jaarplan NOG 2017; domein.md §1, step 7: one plan, one
casemanager, one verantwoordelijke) and the procesregisseur of the Top X (jaarplan Twente 2015 §2). The one plan is what
makes a case active: it is on a table 'met een plan van aanpak' (``CasusStatus``). So the three are due from the moment a
table adopts the plan, for as long as the house leads the case. The store holds the same (``store/roltriggers.py``).
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vhdesk.models import Besluit, Casus, Casusroltoewijzing, Medewerker, Organisatie, Planversie
from vhdesk.models.casusverloop import ONGEWOGEN
from vhdesk.vocabulary import Besluitstatus, Casusrol, CasusStatus
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN
from vhdesk.vocabulary_triage import Caseload


def open_rollen(session: Session, casus_id: str, *, ook_vertrokken: bool = False) -> tuple[Casusrol, ...]:
    """Return the roles that no person has now. ``ook_vertrokken``: a person who left counts as nobody, too."""
    r = Casusroltoewijzing
    statement = select(r.rol).where(r.casus_id == casus_id, r.tot.is_(None), r.medewerker_id.is_not(None))
    if ook_vertrokken:
        statement = (
            statement.join(Medewerker, Medewerker.id == r.medewerker_id)
            .join(Organisatie, Organisatie.id == r.organisatie_id)
            .where(Medewerker.actief, Organisatie.actief)
        )
    vervuld = set(session.scalars(statement))
    return tuple(rol for rol in Casusrol if rol not in vervuld)


def is_vastgesteld(session: Session, casus_id: str) -> bool:
    """Return whether a table adopted the plan, and that decision, or the one that replaced it, stands."""
    versies = select(func.count()).where(Planversie.casus_id == casus_id)
    besluiten = select(func.count()).where(
        Besluit.casus_id == casus_id,
        Besluit.type_code == PLAN_VASTSTELLEN,
        Besluit.status == Besluitstatus.VASTGELEGD,
    )
    return bool(session.scalar(versies)) and bool(session.scalar(besluiten))


def houdt_drietal(status: CasusStatus, caseload: Caseload) -> bool:
    """Return whether a case of this status keeps who leads it: the house does, or did until the case was finished, so that
    it comes back as it was. Parked is without regie for a time, a referral is weighed first, and help in the execution
    has no regie."""
    return caseload is not Caseload.HULP and status not in (*ONGEWOGEN, CasusStatus.GEPARKEERD)


def is_actief(session: Session, casus: Casus) -> bool:
    """Return whether the three are due: the case keeps who leads it, and a table adopted its plan."""
    return houdt_drietal(casus.status, casus.caseload) and is_vastgesteld(session, casus.id)


def mag_zonder(session: Session, casus: Casus) -> bool:
    """Return whether a role of this case may end without a successor: where the house does not lead it."""
    if casus.status in ONGEWOGEN and casus.caseload is not Caseload.HULP:
        return not is_vastgesteld(session, casus.id)
    return not houdt_drietal(casus.status, casus.caseload)
