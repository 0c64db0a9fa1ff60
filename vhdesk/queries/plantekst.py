"""What a plan says, as plain words: what a version keeps, and what is compared and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Doeltekst:
    leefgebied: str
    doel: str
    meetbaar: str
    acceptabel: str
    realistisch: str
    tijdgebonden: str


@dataclass(frozen=True, slots=True)
class Scenariotekst:
    als: str
    dan: str
    wie_belt_wie: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class Escalatietekst:
    wanneer: str
    naar_wie: str
    door_wie: str


@dataclass(frozen=True, slots=True)
class Beltekst:
    wie: str
    nummer: str
    bereikbaar: str


@dataclass(frozen=True, slots=True)
class Actietekst:
    """What was promised: not how far it is, which changes while the plan stays the same."""

    nummer: int
    omschrijving: str
    organisatie: str
    persoon: str
    termijn: date | None
    conditie: str
    informering: str


@dataclass(frozen=True, slots=True)
class Plantekst:
    """Everything a plan says; equal when it says the same."""

    aanleiding: str
    hoofddoel: str
    doelen: tuple[Doeltekst, ...]
    scenarios: tuple[Scenariotekst, ...]
    escalatie: tuple[Escalatietekst, ...]
    evaluatiedatum: date | None
    afschaalcriterium: str
    acties: tuple[Actietekst, ...]
    casemanager: str
    verantwoordelijke: str
    procesregisseur: str
    signalen: str = ""
    helpt: str = ""
    helpt_niet: str = ""
    bellen: tuple[Beltekst, ...] = ()


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """What a version keeps: the day, the table, the meeting ('' outside one) and the text."""

    datum: date
    tafel: str
    overlegnummer: str
    tekst: Plantekst


@dataclass(frozen=True, slots=True)
class PlanversieRow:
    """An adopted version. ``besluit``: the number of the decision that holds it; ``ingetrokken``: that was withdrawn."""

    id: str
    nummer: int
    datum: date
    tafel: str
    overlegnummer: str
    besluit: int
    ingetrokken: bool
    tekst: Plantekst
