"""A delivered file on its way in: the work that reads it and the work that stores it, beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vhdesk.exchange.aanlevering.bestand import lees_bladen
from vhdesk.exchange.aanlevering.blad import BEGRIJPEN, LEZEN, VERGELIJKEN, Blad
from vhdesk.exchange.aanlevering.desk_lezer import inlezen_van, lees_met_desk
from vhdesk.exchange.aanlevering.kolommen import Indeling
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.exchange.lijstbestand import ListFile, load_file
from vhdesk.services.aanlevering import AanleveringIngelezen
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis
from vhdesk.ui.jobs import Job
from vhdesk.vocabulary_aanlevering import Weglaatreden

FILTERS: Final = "Lijsten (*.xlsx *.xlsm *.csv *.txt);;Alle bestanden (*)"
READ_PHASES: Final = {
    LEZEN: "Het bestand wordt gelezen.",
    BEGRIJPEN: "De regels worden nagekeken.",
    VERGELIJKEN: "De regels worden met elkaar vergeleken.",
}
BACKUP_PHASES: Final = {
    "controle": "De reservekopie wordt gecontroleerd.",
    "kopie": "Eerst een reservekopie maken.",
}
STORING: Final = (
    "De casussen worden gemaakt, alle in één keer. Dat wordt niet afgebroken, maar is terug te nemen."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person chose for a list: corrected columns, the municipality and the sheet; None: as proposed."""

    indeling: Indeling | None = None
    gemeente: str | None = None
    blad: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file with its sheets and its preview."""

    file: ListFile
    bladen: tuple[Blad, ...] = field(repr=False)
    choices: Choices
    voorbeeld: Voorbeeld


class ReadWork:
    """Makes the preview of a file, or again of one that was read; an exclusive job, which shows progress and can stop."""

    def __init__(self, desk: Desk, source: Path | Reading, choices: Choices) -> None:
        self._desk = desk
        self._source = source
        self._choices = choices

    def __call__(self, job: Job) -> Reading:
        """Return the reading. Raises InvalidPackage, EnvironmentFault, Interrupted."""

        def progress(phase: str, done: int, total: int) -> None:
            job.report(done, total, READ_PHASES[phase])

        progress(LEZEN, 0, 0)
        if isinstance(self._source, Reading):
            file, bladen = self._source.file, self._source.bladen
        else:
            file = load_file(self._source)
            bladen = lees_bladen(file.content, progress)
        choices = self._choices
        voorbeeld = lees_met_desk(
            self._desk, bladen, file.name, choices.indeling,
            gemeente=choices.gemeente, blad=choices.blad, voortgang=progress,
        )  # fmt: skip
        return Reading(file, bladen, choices, voorbeeld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the person agreed with, beside the preview."""

    gemeente_id: str
    tafel_id: str | None = None
    weggelaten: Mapping[int, Weglaatreden] = field(default_factory=dict)
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
        job.hold(STORING)
        agreed = self._agreed
        event = self._kluis.desk.execute(
            inlezen_van(
                self._reading.voorbeeld, gemeente_id=agreed.gemeente_id, sha256=self._reading.file.sha256,
                tafel_id=agreed.tafel_id, weggelaten=agreed.weggelaten, opnieuw=agreed.opnieuw,
            )
        )  # fmt: skip
        assert isinstance(event, AanleveringIngelezen)
        return event
