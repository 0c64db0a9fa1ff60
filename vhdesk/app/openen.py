"""The ways into a vault that take a moment, each run beside the first window; what they need is imported in them.

Argon2id cannot be stopped half-way. So unlocking is broken off by not waiting for it any more: nobody takes what it
still brings, which closes itself, and the next one begins after it.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Final

from vhdesk.clock import Clock
from vhdesk.errors import VhdeskError

if TYPE_CHECKING:
    from vhdesk.services.kluis import Kluis
    from vhdesk.store.opening import OpenOptions
    from vhdesk.store.slot_store import VaultFront
    from vhdesk.ui.jobs import Job
    from vhdesk.ui.ontgrendelen.requests import CreateRequest, RecoveryRequest, RestoreRequest

DERIVING: Final = "Uit uw wachtwoord wordt een sleutel gemaakt. Dat duurt met opzet even."
OPENING: Final = {
    "kopie": "Deze kluis is van een eerdere versie. Eerst wordt een reservekopie gemaakt.",
    "controle": "De reservekopie wordt nagekeken.",
    "migratie": "De kluis wordt bijgewerkt voor deze versie. Dat wordt niet afgebroken: de kluis moet heel blijven.",
}
BY_SHEET: Final = {
    "code": "Uit de code wordt een sleutel gemaakt. Dat duurt met opzet even.",
    "wachtwoord": "Het nieuwe wachtwoord wordt vastgelegd. Dat wordt niet afgebroken.",
}
RESTORED: Final = "De nieuwe kluis staat er. Het nieuwe wachtwoord wordt vastgelegd."
CREATING: Final = {
    "sleutel": DERIVING,
    "inrichten": "De kluis wordt ingericht.",
}
RESTORING: Final = {
    "sleutel": DERIVING,
    "code": BY_SHEET["code"],
    "controle": "De reservekopie wordt geopend en nagekeken.",
    "kopie": "De gegevens worden gekopieerd.",
}


def open_vault(
    vault: Path, user: str, passphrase: str, clock: Clock, options: OpenOptions | None = None
) -> Kluis:
    """Open a vault, and read its backups too, so that the window need not. Raises VhdeskError."""
    from vhdesk.services.kluis import Toegang, kluis_openen

    kluis = kluis_openen(vault, Toegang(naam=user, wachtwoord=passphrase), clock, options=options)
    kluis.laatste_kopie()
    return kluis


class Opening:
    """Opens a vault with a passphrase. ``turn`` is held meanwhile: one opening at a time.

    ``cancel`` from any thread; ``progress`` and ``cancellable`` tell how far it is. ``close`` shuts what nobody took.
    """

    def __init__(
        self, vault: Path, user: str, passphrase: str, clock: Clock, turn: Lock, read_only: bool = False
    ) -> None:
        self._way_in = (vault, user, passphrase, clock)
        self._turn = turn
        self._read_only = read_only
        self._cancelled = Event()
        self.progress = (0, 0, DERIVING)
        self.cancellable = True
        self.kluis: Kluis | None = None

    def __call__(self) -> Opening:
        """Return itself with the open vault in ``kluis``. Raises VhdeskError, Interrupted."""
        from vhdesk.store.opening import OpenOptions
        from vhdesk.store.progress import stop_if

        def progress(phase: str, done: int, total: int) -> None:
            self.cancellable = phase != "migratie"
            self.progress = (done, total, OPENING[phase])

        options = OpenOptions(read_only=self._read_only, progress=progress, cancelled=self._cancelled.is_set)
        with self._turn:
            stop_if(self._cancelled.is_set)
            self.kluis = open_vault(*self._way_in, options)
        return self

    def cancel(self) -> None:
        """Stop as soon as that is possible."""
        self._cancelled.set()

    def close(self) -> None:
        """Shut the vault that was opened for somebody who did not wait for it."""
        if self.kluis is not None:
            self.kluis.sluiten()


class BySheet:
    """Opens a vault with its herstelblad and gives that user a new passphrase, in an exclusive job."""

    def __init__(self, request: RecoveryRequest, clock: Clock) -> None:
        self._request = request
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        """Return the open vault. Raises VhdeskError; Interrupted before the passphrase is changed."""
        job.report(0, 0, BY_SHEET["code"])
        return open_by_sheet(self._request, self._clock, job)


def open_by_sheet(request: RecoveryRequest, clock: Clock, job: Job) -> Kluis:
    """Return the vault, open, after giving the user a new passphrase; see ``BySheet``."""
    from vhdesk.services.kluis import Toegang, kluis_openen, kluis_voorkant
    from vhdesk.store.opening import OpenOptions

    user_id = known_user(kluis_voorkant(request.folder), request.naam)
    options = OpenOptions(cancelled=lambda: job.cancelled and job.cancellable)
    kluis = kluis_openen(request.folder, Toegang(herstelcode=request.code), clock, options=options)
    try:
        job.hold(BY_SHEET["wachtwoord"])
        kluis.wachtwoord_herstellen(user_id, request.nieuw_wachtwoord)
    finally:
        kluis.sluiten()
    return open_vault(request.folder, request.naam, request.nieuw_wachtwoord, clock)


def known_user(front: VaultFront, name: str) -> str:
    """Return the id of a user of a vault or a backup. Raises VhdeskError ``gebruiker_onbekend``."""
    from vhdesk.store.users import same_name

    for user in front.users:
        if same_name(user.naam, name):
            return user.id
    raise VhdeskError("gebruiker_onbekend")


class Create:
    """Makes a vault, in an exclusive job."""

    def __init__(self, request: CreateRequest, clock: Clock) -> None:
        self._request = request
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        from vhdesk.services.inrichting import RegioInrichten
        from vhdesk.services.kluis import kluis_maken
        from vhdesk.store.opening import OpenOptions
        from vhdesk.vocabulary import Gebruikersrol

        def progress(phase: str, done: int, total: int) -> None:
            job.progress = (done, total, CREATING[phase])

        request = self._request
        kluis = kluis_maken(
            request.folder, request.naam, Gebruikersrol(request.rol), request.wachtwoord, self._clock,
            options=OpenOptions(progress=progress), cancelled=lambda: job.cancelled,
        )  # fmt: skip
        chairs = kluis.desk.actor.rol is Gebruikersrol.COORDINATOR
        kluis.desk.execute(RegioInrichten(medewerker=request.naam if chairs else ""))
        return kluis


class Restore:
    """Makes a new vault of a backup, in an exclusive job."""

    def __init__(self, request: RestoreRequest, clock: Clock) -> None:
        self._request = request
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        """Return the new vault, open. Raises VhdeskError; Interrupted while there is no new vault yet."""
        from vhdesk.services.kluis import Toegang, kluis_voorkant, kopie_herstellen
        from vhdesk.vocabulary import Oorsprong

        def progress(phase: str, done: int, total: int) -> None:
            job.progress = (done, total, RESTORING[phase])

        request = self._request
        progress("code" if request.code else "sleutel", 0, 0)
        if request.code:
            known_user(
                kluis_voorkant(request.kopie), request.naam
            )  # before there is a vault with nobody to open it
        kopie_herstellen(
            request.kopie, Toegang(naam=request.naam, wachtwoord=request.wachtwoord, herstelcode=request.code),
            request.doel, self._clock, progress, oorsprong=Oorsprong.VENSTER, cancelled=lambda: job.cancelled,
        )  # fmt: skip
        if request.code:
            return self._with_new_passphrase(job)
        return open_vault(request.doel, request.naam, request.wachtwoord, self._clock)

    def _with_new_passphrase(self, job: Job) -> Kluis:
        from vhdesk.ui.ontgrendelen.requests import RecoveryRequest

        request = self._request
        job.keep_on(RESTORED)
        again = RecoveryRequest(request.doel, request.code, request.naam, request.wachtwoord)
        return open_by_sheet(again, self._clock, job)


class Practice:
    """Opens or builds the practice vault, in an exclusive job."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        from vhdesk.app.oefening import open_oefenkluis
        from vhdesk.app.plaats import eigen_plaats

        return open_oefenkluis(eigen_plaats(), self._clock, progress=job.report)
