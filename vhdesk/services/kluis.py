"""The open vault: the desk on its record, and every act on the vault itself.

Screens and the command line never touch ``store``; what they may do with a vault is here, and with its users and keys
in ``kluisgebruikers``. Each of these acts is a line in the journaal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import DEFAULT, KdfParameters
from vhdesk.errors import (
    ClockSetBack,
    EnvironmentFault,
    RuleViolation,
    StorageFull,
    StorageUnavailable,
    VaultReadOnly,
)
from vhdesk.services.acts import HANDLERS
from vhdesk.services.command import BEHEER
from vhdesk.services.desk import Desk
from vhdesk.services.journaal_controle import Controle, controleer
from vhdesk.services.kluisgebruikers import Kluisgebruikers, overgeslagen
from vhdesk.services.unit_of_work import Actor
from vhdesk.services.vernietiging import afmaken, vernietigen
from vhdesk.store.backup import can_be_opened, looked_through
from vhdesk.store.backup_folder import BackupInfo, BackupState, list_backups
from vhdesk.store.backup_vault import backup_vault
from vhdesk.store.ballast import BALLAST_BYTES
from vhdesk.store.connection import fold_journal
from vhdesk.store.creation import FirstUser, create_vault
from vhdesk.store.engine import check_integrity
from vhdesk.store.faults import translated
from vhdesk.store.layout import vault_name
from vhdesk.store.opening import OpenOptions, open_vault, open_with_key, open_with_recovery_code
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress
from vhdesk.store.rekey import finish_backups
from vhdesk.store.restore import key_for_backup, key_for_backup_by_code, restore_backup
from vhdesk.store.slot_store import VaultFront, read_front
from vhdesk.store.vault import OpenVault
from vhdesk.vocabulary import Gebruikersrol, Oorsprong

HERSTELD = "Kluis herstellen uit reservekopie"
BACKUP_EVERY = timedelta(minutes=30)  # of change: a vault in which nothing happened needs no new copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegang:
    """How somebody comes in: as ``naam`` with ``wachtwoord``, or with the code of the herstelblad."""

    wachtwoord: str = ""
    naam: str = ""
    herstelcode: str = ""


class Kluis(Kluisgebruikers):
    """An open vault with its desk. Made by ``kluis_maken`` and ``kluis_openen`` only."""

    def __init__(
        self,
        vault: OpenVault,
        clock: Clock,
        oorsprong: Oorsprong,
        kdf: KdfParameters,
        options: OpenOptions | None,
    ) -> None:
        self._clock = clock
        self._options = options or OpenOptions()
        actor = Actor(vault.user.id, vault.user.naam, Gebruikersrol(vault.user.rol or "beheerder"), oorsprong)
        # Asked before this opening writes a line of its own, which would then be the last.
        self._klok = _clock_finding(vault)
        super().__init__(vault, Desk(vault, actor, clock, HANDLERS), kdf)
        self._backup_at: datetime | None = None
        self._backups: tuple[BackupInfo, ...] | None = None

    # -- what it is --------------------------------------------------------------------------------------

    @property
    def naam(self) -> str:
        """The name of the vault, from its folder."""
        return vault_name(self._vault.path)

    @property
    def pad(self) -> Path:
        """The folder of the vault."""
        return self._vault.path

    @property
    def oefening(self) -> bool:
        """Whether this is a practice vault: orange edge, OEFENING on every paper."""
        return self._vault.practice

    @property
    def alleen_lezen(self) -> bool:
        """Whether the vault was opened for reading only."""
        return self._vault.read_only

    def klok_teruggezet(self) -> ClockSetBack | None:
        """Return the finding when the system clock stood before the last line of the journaal at opening."""
        return self._klok

    def bevindingen(self) -> tuple[EnvironmentFault, ...]:
        """Return what is not as it should be and does not stop the work: the clock, the ballast that was given up
        on a full disk, an anchor that cannot be written. Nothing is damaged; the user must know."""
        found: list[EnvironmentFault] = []
        klok = self.klok_teruggezet()
        if klok is not None:
            found.append(klok)
        if self._vault.ballast_released:
            found.append(StorageFull("ballast_released", size=BALLAST_BYTES))
        if self._vault.anchor.fault is not None:
            found.append(StorageUnavailable("anchor_not_written"))
        return tuple(found)

    # -- backups -----------------------------------------------------------------------------------------

    def reservekopieen(self) -> tuple[BackupInfo, ...]:
        """Return the backups, newest first, each with what was counted in it and whether it verifies."""
        self._backups = list_backups(self._vault.path, self._vault.key)
        return self._backups

    def reservekopieen_nagekeken(self) -> tuple[BackupInfo, ...]:
        """Return the same after reading each copy and its slots whole, so that one in which a byte changed is not called
        sound."""
        with self._geleende_sleutel() as key:
            return tuple(looked_through(info, key) for info in self.reservekopieen())

    def laatste_kopie(self) -> datetime | None:
        """Return when the last backup was made, as far as known: the files are not read again for this."""
        known = self.reservekopieen() if self._backups is None else self._backups
        return max(
            [info.moment for info in known] + ([self._backup_at] if self._backup_at else []), default=None
        )

    def reservekopie_maken(
        self, reden: str, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> BackupInfo:
        """Make a backup that was reopened and checked, then thin the old ones. Safe beside other work."""
        with self._poging("Reservekopie maken", reden):
            self.desk.settle_drafts()
            info = backup_vault(self._vault, reden, progress, cancelled)
        self._backup_at = self._clock.now()
        self._log("Reservekopie maken", reden)
        return info

    def kopie_nodig(self) -> bool:
        """Return whether something changed and the last backup is more than half an hour old."""
        changed = self.desk.last_commit
        if changed is None or self._vault.read_only:
            return False
        last = self._backup_at or max((info.moment for info in self.reservekopieen()), default=None)
        return last is None or (changed > last and self._clock.now() - last >= BACKUP_EVERY)

    def reservekopie_terugzetten(
        self,
        kopie: Path,
        doel: Path,
        progress: Progress = no_progress,
        cancelled: Cancelled = never_cancelled,
    ) -> Path:
        """Restore a backup into a new vault ``doel`` beside this one; returns its folder. Never over another.

        A line in the journaal of both: of this vault, and of the new one, which so tells where it came from. A place
        that was accepted for this vault is accepted for the new one.
        """
        actie = "Reservekopie terugzetten"
        options = OpenOptions(
            accept_location=self._options.accept_location, anchor_home=self._options.anchor_home
        )
        with self._poging(actie, kopie.name), self._geleende_sleutel() as key:
            self._vereis_beheer(actie)
            self._log(actie, kopie.name)
            folder = restore_backup(
                kopie, doel, key, self._clock, options, progress=progress, cancelled=cancelled
            )
            vault = open_with_key(folder, key, self._clock, options)
        try:
            Desk(vault, self.desk.actor, self._clock, HANDLERS).log(
                HERSTELD, "kluis", vault.vault_id, bijzonderheden=kopie.name
            )
        finally:
            vault.close()
        return folder

    @property
    def kopieen_af_te_maken(self) -> bool:
        """Whether a change of key was interrupted before all backups had the new one."""
        return self._vault.backups_to_rekey

    def kopieen_afmaken(
        self, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> tuple[str, ...]:
        """Give the remaining backups the new key. Returns the names of those that could not be read."""
        actie = "Reservekopieën opnieuw versleutelen"
        with self._poging(actie):
            skipped = finish_backups(self._vault, progress, cancelled).skipped
        self._log(actie, overgeslagen(skipped))
        return skipped

    # -- destruction -------------------------------------------------------------------------------------

    def casus_vernietigen(
        self,
        casus_id: str,
        grond: str,
        progress: Progress = no_progress,
        cancelled: Cancelled = never_cancelled,
    ) -> str:
        """Destroy a case in the store and in every backup; return the id of the record (see ``vernietiging``)."""
        with self._poging("Casus vernietigen", casus_id):
            return vernietigen(self._vault, self.desk, casus_id, grond, progress, cancelled)

    def vernietigingen_afmaken(
        self, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> tuple[str, ...]:
        """Clean the backups that an interrupted destruction left; return the ids of the records."""
        with self._poging("Casus vernietigen"):
            return afmaken(self._vault, self.desk, progress, cancelled)

    # -- checks and closing ------------------------------------------------------------------------------

    def controleren(
        self, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> Controle:
        """Check the pages of the store and the whole journaal. Raises StoreDamaged when a page does not verify,
        Interrupted when it was broken off."""
        progress("controle", 0, 0)
        actie = "Kluis controleren"
        with self._poging(actie), translated(self._vault.path), self._vault.database.direct() as raw:
            if not self._vault.read_only:
                fold_journal(raw)  # the page check does not know the write-ahead log
            check_integrity(raw, pages_too=not self._vault.read_only)
        return self._journaal_controleren(actie, progress, cancelled)

    def journaal_controleren(
        self, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> Controle:
        """Recompute the chain of the journaal. Raises Interrupted when it was broken off."""
        return self._journaal_controleren("Journaal controleren", progress, cancelled)

    def _journaal_controleren(self, actie: str, progress: Progress, cancelled: Cancelled) -> Controle:
        with self._poging(actie), translated(self._vault.path), Session(self._vault.read_engine) as session:
            controle = controleer(session, progress, cancelled)
        fout = "" if controle.in_orde else f", fout vanaf regel {controle.eerste_fout}"
        self._log(actie, f"{controle.regels} regels{fout}")
        return controle

    def voorrang(self) -> None:
        """Stop the work of all other threads and wait for nobody from here on: the window locks, and what is half
        typed must be kept first. ``sluiten`` follows."""
        self._vault.make_way()

    def sluiten(self) -> None:
        """Lock: wipe the keys and close. Never waits, never raises."""
        self._vault.close()

    @contextmanager
    def _geleende_sleutel(self) -> Iterator[DataKey]:
        key = self._vault.lend_key()
        try:
            yield key
        finally:
            key.clear()


def _clock_finding(vault: OpenVault) -> ClockSetBack | None:
    try:
        vault.check_clock()
    except ClockSetBack as finding:
        return finding
    return None


def kluis_voorkant(folder: Path) -> VaultFront:
    """Return what a vault shows before it is opened: users, practice mark. Raises as the store does."""
    return read_front(folder)


def kopieen_voorkant(folder: Path) -> tuple[BackupInfo, ...]:
    """Return the readable backups of a vault that is not open, newest first; nothing of them is checked yet."""
    return tuple(
        info for info in list_backups(folder) if info.state is not BackupState.DAMAGED and can_be_opened(info)
    )


def kluis_maken(
    folder: Path,
    naam: str,
    rol: Gebruikersrol,
    wachtwoord: str,
    clock: Clock,
    *,
    oefening: bool = False,
    oorsprong: Oorsprong = Oorsprong.VENSTER,
    kdf: KdfParameters = DEFAULT,
    options: OpenOptions | None = None,
    cancelled: Cancelled = never_cancelled,
) -> Kluis:
    """Make a vault with its first user and return it open. The first user must be able to run it."""
    if rol not in BEHEER:
        raise RuleViolation("eerste_gebruiker_beheert", field="rol")
    first = FirstUser(naam=naam, rol=rol.value, passphrase=wachtwoord, kdf=kdf)
    vault = create_vault(folder, first, clock, practice=oefening, options=options, cancelled=cancelled)
    kluis = Kluis(vault, clock, oorsprong, kdf, options)
    kluis._log("Kluis maken", "oefening" if oefening else "")
    return kluis


def kluis_openen(
    folder: Path,
    toegang: Toegang,
    clock: Clock,
    *,
    oorsprong: Oorsprong = Oorsprong.VENSTER,
    kdf: KdfParameters = DEFAULT,
    options: OpenOptions | None = None,
) -> Kluis:
    """Open a vault. Raises an EnvironmentFault whose code names what is wrong (see ``store.opening``)."""
    if toegang.herstelcode:
        if options is not None and options.read_only:
            raise VaultReadOnly("sheet_needs_writing")
        vault = open_with_recovery_code(folder, toegang.herstelcode, clock, options)
    else:
        vault = open_vault(folder, toegang.naam, toegang.wachtwoord, clock, options)
    try:
        kluis = Kluis(vault, clock, oorsprong, kdf, options)
        if not vault.read_only:
            _log_opening(kluis, vault)
    except BaseException:
        vault.close()  # without its line nobody comes in
        raise
    return kluis


def _log_opening(kluis: Kluis, vault: OpenVault) -> None:
    kluis._log("Kluis openen met herstelblad" if vault.by_recovery_sheet else "Kluis openen")
    if vault.accepted is not None:
        kluis._log("Oudere stand aanvaarden", vault.accepted.code)
    if vault.migrated:
        kluis._log("Kluis bijwerken")


def kopie_herstellen(
    kopie: Path,
    toegang: Toegang,
    doel: Path,
    clock: Clock,
    progress: Progress = no_progress,
    *,
    oorsprong: Oorsprong = Oorsprong.OPDRACHTREGEL,
    options: OpenOptions | None = None,
    cancelled: Cancelled = never_cancelled,
) -> Path:
    """Restore a backup without its vault: opened with the passphrase or the herstelblad that was valid then.

    The new vault is opened once, so that its journaal says who made it and out of which backup.
    """
    if toegang.herstelcode:
        key = key_for_backup_by_code(kopie, toegang.herstelcode)
    else:
        key = key_for_backup(kopie, toegang.naam, toegang.wachtwoord)
    try:
        folder = restore_backup(kopie, doel, key, clock, options, progress=progress, cancelled=cancelled)
    finally:
        key.clear()
    kluis = kluis_openen(folder, toegang, clock, oorsprong=oorsprong, options=options)
    try:
        kluis._log(HERSTELD, kopie.name)
    finally:
        kluis.sluiten()
    return folder
