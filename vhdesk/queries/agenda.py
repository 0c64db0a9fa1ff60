"""The meeting: its head, its agenda with clock times, its participants, and the list of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from vhdesk.queries.inzage import inzage
from vhdesk.vocabulary import (
    Aanwezigheid,
    Agendasoort,
    CasusStatus,
    Organisatiesoort,
    Overlegstatus,
    Puntstatus,
    Tafelregime,
    Tafelsoort,
)


@dataclass(frozen=True, slots=True)
class OverlegRow:
    """A meeting as lists and heads show it. ``minuten``: sum of the agenda; ``eindtijd`` as planned."""

    id: str
    nummer: str
    version: int
    tafel_id: str
    tafel: str
    tafelsoort: Tafelsoort
    regime: Tafelregime
    datum: date
    begintijd: time
    eindtijd: time | None
    plaats: str
    voorzitter_id: str | None
    voorzitter: str
    secretaris_id: str | None
    secretaris: str
    status: Overlegstatus
    geopend_op: datetime | None
    gesloten_op: datetime | None
    sluitreden: str
    punten: int
    casussen: int
    besproken: int
    minuten: int
    deelnemers: int
    aanwezig: int


@dataclass(frozen=True, slots=True)
class AgendapuntRow:
    """An item. ``begint``: computed from the meeting's begintijd and the minutes before it.

    ``besluiten`` and ``acties`` count those of this meeting. ``casus_volgende_datum`` is the case's own date,
    ``volgende_datum`` what this meeting set.
    """

    id: str
    version: int
    soort: Agendasoort
    volgorde: int
    minuten: int
    begint: time
    status: Puntstatus
    notitie: str
    volgende_datum: date | None
    begonnen_op: datetime | None
    besproken_op: datetime | None
    casus_id: str | None
    casusnummer: str
    titel: str
    naam: str
    geboortedatum: date | None
    doelgroep: str
    gemeente: str
    casusstatus: CasusStatus | None
    casus_version: int | None
    casus_volgende_datum: date | None
    casemanager: str
    verantwoordelijke: str
    besluiten: int
    acties: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda in order; ``minuten``: the sum, ``eindigt``: begintijd plus the sum."""

    id: str
    punten: tuple[AgendapuntRow, ...]
    minuten: int
    eindigt: time


@dataclass(frozen=True, slots=True)
class DeelnemerRow:
    """A participant of a meeting and whether he or she was there."""

    id: str
    overleg_id: str
    medewerker_id: str
    naam: str
    functie: str
    organisatie_id: str
    organisatie: str
    organisatiesoort: Organisatiesoort
    aanwezigheid: Aanwezigheid
    opmerking: str
    volgorde: int


def overleg_kop(session: Session, overleg_id: str) -> OverlegRow:
    """Return the head of a meeting. Raises NotFound."""
    raise NotImplementedError


def overleggen(
    session: Session, *, tafel_id: str | None = None, status: Overlegstatus | None = None, limiet: int = 200
) -> tuple[OverlegRow, ...]:
    """Return the meetings, newest first."""
    raise NotImplementedError


@inzage("agenda inzien", "overleg", "overleg_id")
def agenda(session: Session, overleg_id: str) -> Agenda:
    """Return the agenda of a meeting. Raises NotFound."""
    raise NotImplementedError


def deelnemers(session: Session, overleg_id: str) -> tuple[DeelnemerRow, ...]:
    """Return the participants in their order."""
    raise NotImplementedError
