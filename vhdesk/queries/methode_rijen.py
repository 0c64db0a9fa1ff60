"""The rows of the method of a case: which holds, what it asks, what was written down for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vhdesk.queries.methodevraag import Methodevraag
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort


@dataclass(frozen=True, slots=True)
class MethodeRow:
    """A method of the case for a while (``tot`` None: now), with what it asks by the list of today."""

    id: str
    methode_code: str
    naam: str
    omschrijving: str
    reden: str
    van: datetime
    tot: datetime | None
    vraag: Methodevraag


@dataclass(frozen=True, slots=True)
class MethodenotitieRow:
    """What was written down at a moment. ``scores``: (part, value), in the words of then."""

    id: str
    methode_code: str
    soort: Methodenotitiesoort
    tekst: str
    scores: tuple[tuple[str, str], ...]
    tijdstip: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class EisRow:
    """One demand of the method. ``gedaan`` of ``totaal`` where it counts parts; ``dag``: the last time, or the next
    date; ``namen``: who should, or who should not; ``grens``: days or years that the method allows."""

    soort: Methodeeis
    voldaan: bool
    gedaan: int = 0
    totaal: int = 0
    dag: date | None = None
    namen: tuple[str, ...] = ()
    grens: tuple[int | None, int | None] = (None, None)

    @property
    def id(self) -> str:
        """A method asks each thing once."""
        return self.soort.value


@dataclass(frozen=True, slots=True)
class Methodestand:
    """``huidig`` None: the case has no method now. ``gehad`` newest first, with the current one; ``notities`` newest
    on top; ``voorbehoud``: who must be at the meeting that is going on, and is not."""

    huidig: MethodeRow | None = None
    gehad: tuple[MethodeRow, ...] = ()
    notities: tuple[MethodenotitieRow, ...] = ()
    eisen: tuple[EisRow, ...] = ()
    voorbehoud: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[EisRow, ...]:
        """What is not met."""
        return tuple(eis for eis in self.eisen if not eis.voldaan)

    @property
    def beschermd(self) -> bool:
        """Whether the method of now says who alone may know the content."""
        return self.huidig is not None and bool(self.huidig.vraag.mag_weten)

    def laatste(self, soort: Methodenotitiesoort) -> MethodenotitieRow | None:
        """Return the newest note of a kind, under whichever method it was written."""
        return next((notitie for notitie in self.notities if notitie.soort is soort), None)


ZONDER_METHODE = Methodestand()
