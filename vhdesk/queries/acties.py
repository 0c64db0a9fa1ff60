"""Actions: what is open, how old it is, how far over its date, and what 'vorig verslag en open acties' shows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from vhdesk.models import Actie, Agendapunt, Betrokkene, Casus, Medewerker, Organisatie, Overleg, Persoon
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.inzage import inzage
from vhdesk.queries.naam import volle_naam
from vhdesk.vocabulary import Actiestatus, Betrokkenheid, Overlegstatus


@dataclass(frozen=True, slots=True)
class ActieRow:
    """An action with its owner and its case.

    ``leeftijd``: days since it arose; ``dagen_over``: days past its term, 0 when not, None without a term or
    when it is no longer open.
    """

    id: str
    nummer: int
    casus_id: str
    casusnummer: str
    naam: str
    overleg_id: str | None
    overlegnummer: str
    omschrijving: str
    organisatie_id: str | None
    organisatie: str
    medewerker_id: str | None
    medewerker: str
    termijn: date | None
    conditie: str
    informering: str
    status: Actiestatus
    resultaat: str
    uitgesteld: int
    ontstaan_op: date
    afgehandeld_op: date | None
    achteraf: bool
    version: int
    leeftijd: int
    dagen_over: int | None


@inzage("acties inzien", "actie")
def open_acties(
    session: Session,
    *,
    vandaag: date,
    tafel_id: str | None = None,
    overleg_id: str | None = None,
    organisatie_id: str | None = None,
    casus_id: str | None = None,
    limiet: int = 500,
) -> tuple[ActieRow, ...]:
    """Return the open actions, the longest overdue first, those without a term last.

    ``overleg_id``: of the cases on the agenda of that meeting.
    """
    raise NotImplementedError


@inzage("acties inzien", "overleg", "overleg_id")
def acties_vorige(session: Session, overleg_id: str, *, limiet: int = 500) -> tuple[ActieRow, ...]:
    """Return what 'vorig verslag en open acties' goes through.

    The actions of the table's cases (and of cases on this agenda) that existed before this meeting and were
    open when it began, or were handled since the previous meeting. Days are counted to the meeting's date.
    """
    raise NotImplementedError
