"""A delivered file on its way in: its bytes, and the work that reads it or stores it, beside the window."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vhdesk.errors import EnvironmentFault, InvalidPackage, NotFound
from vhdesk.exchange.aanlevering.blad import MAX_BYTES
from vhdesk.exchange.aanlevering.desk_lezer import inlezen_van, lees_met_desk
from vhdesk.exchange.aanlevering.kolommen import Indeling
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.services.aanlevering import AanleveringIngelezen
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis
from vhdesk.ui.jobs import Job
from vhdesk.vocabulary_aanlevering import Weigering

FILTERS: Final = "Lijsten (*.xlsx *.xlsm *.csv *.txt);;Alle bestanden (*)"
BACKUP_PHASES: Final = {
    "controle": "De reservekopie wordt gecontroleerd.",
    "kopie": "Eerst een reservekopie maken.",
}


@dataclass(frozen=True, slots=True)
class ListFile:
    """What was delivered. The bytes stay in memory; nothing of it is written outside the vault."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The fingerprint by which the vault knows a file that was read in before."""
        return hashlib.sha256(self.content).hexdigest()


def load_file(path: Path) -> ListFile:
    """Return the bytes of a file. Raises NotFound, EnvironmentFault, or InvalidPackage for one too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidPackage(Weigering.TE_GROOT, grens_mb=MAX_BYTES // 2**20)
        return ListFile(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise NotFound("bestand_niet_gevonden") from error
    except OSError as error:
        raise EnvironmentFault("bestand_onleesbaar") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person chose for a list: corrected columns, the municipality and the sheet; None: as proposed."""

    indeling: Indeling | None = None
    gemeente: str | None = None
    blad: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file with its preview."""

    file: ListFile
    choices: Choices
    voorbeeld: Voorbeeld


class ReadWork:
    """Reads the file (once) and makes the preview; an exclusive job, so that it shows progress and can stop."""

    def __init__(self, desk: Desk, source: Path | ListFile, choices: Choices) -> None:
        self._desk = desk
        self._source = source
        self._choices = choices

    def __call__(self, job: Job) -> Reading:
        """Return the reading. Raises InvalidPackage, NotFound, EnvironmentFault, Interrupted."""
        job.report(0, 0, "Het bestand wordt gelezen.")
        file = self._source if isinstance(self._source, ListFile) else load_file(self._source)

        def progress(done: int, total: int) -> None:
            job.report(done, total, "De regels worden nagekeken.")

        choices = self._choices
        voorbeeld = lees_met_desk(
            self._desk, file.content, file.name, choices.indeling,
            gemeente=choices.gemeente, blad=choices.blad, voortgang=progress,
        )  # fmt: skip
        return Reading(file, choices, voorbeeld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the person agreed with, beside the preview."""

    gemeente_id: str
    tafel_id: str | None = None
    opnieuw: bool = False


class StoreWork:
    """Makes a verified backup and then the cases; an exclusive job."""

    def __init__(self, kluis: Kluis, reading: Reading, agreed: Agreed) -> None:
        self._kluis = kluis
        self._reading = reading
        self._agreed = agreed

    def __call__(self, job: Job) -> AanleveringIngelezen:
        """Return what was stored. Raises VhdeskError; cancelled before the cases are made, nothing was stored."""

        def progress(phase: str, done: int, total: int) -> None:
            job.report(done, total, BACKUP_PHASES.get(phase, BACKUP_PHASES["kopie"]))

        def cancelled() -> bool:
            return job.cancelled

        job.report(0, 0, BACKUP_PHASES["kopie"])
        self._kluis.reservekopie_maken("inlezen", progress, cancelled)
        job.report(0, 0, "De casussen worden gemaakt.")
        agreed = self._agreed
        event = self._kluis.desk.execute(
            inlezen_van(
                self._reading.voorbeeld, gemeente_id=agreed.gemeente_id, sha256=self._reading.file.sha256,
                tafel_id=agreed.tafel_id, opnieuw=agreed.opnieuw,
            )
        )  # fmt: skip
        assert isinstance(event, AanleveringIngelezen)
        return event
