"""The ways into a vault that take a moment, each run beside the first window; what they need is imported in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from vhdesk.clock import Clock
from vhdesk.errors import VhdeskError

if TYPE_CHECKING:
    from vhdesk.services.kluis import Kluis
    from vhdesk.ui.jobs import Job
    from vhdesk.ui.ontgrendelen.requests import CreateRequest, RecoveryRequest, RestoreRequest

CREATING: Final = {
    "sleutel": "Uit uw wachtwoord wordt een sleutel gemaakt. Dat duurt met opzet even.",
    "inrichten": "De kluis wordt ingericht.",
}
RESTORING: Final = {
    "controle": "De reservekopie wordt geopend en nagekeken.",
    "kopie": "De gegevens worden gekopieerd.",
}


def open_vault(vault: Path, user: str, passphrase: str, clock: Clock, read_only: bool = False) -> Kluis:
    """Open a vault, and read its backups too, so that the window need not. Raises VhdeskError."""
    from vhdesk.services.kluis import Toegang, kluis_openen
    from vhdesk.store.opening import OpenOptions

    options = OpenOptions(read_only=read_only)
    kluis = kluis_openen(vault, Toegang(naam=user, wachtwoord=passphrase), clock, options=options)
    kluis.laatste_kopie()
    return kluis


def open_by_sheet(request: RecoveryRequest, clock: Clock) -> Kluis:
    """Open a vault with its herstelblad, and give that user a new passphrase. Raises VhdeskError."""
    from vhdesk.services.kluis import Toegang, kluis_openen

    kluis = kluis_openen(request.folder, Toegang(herstelcode=request.code), clock)
    try:
        user = next(user for user in kluis.gebruikers() if user.naam.casefold() == request.naam.casefold())
        kluis.wachtwoord_herstellen(user.id, request.nieuw_wachtwoord)
    except StopIteration:
        raise VhdeskError("gebruiker_onbekend") from None
    finally:
        kluis.sluiten()
    return open_vault(request.folder, request.naam, request.nieuw_wachtwoord, clock)


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
        kluis.desk.execute(RegioInrichten())
        return kluis


class Restore:
    """Makes a new vault of a backup, in an exclusive job."""

    def __init__(self, request: RestoreRequest, clock: Clock) -> None:
        self._request = request
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        from vhdesk.services.kluis import Toegang, kopie_herstellen
        from vhdesk.vocabulary import Oorsprong

        def progress(phase: str, done: int, total: int) -> None:
            job.progress = (done, total, RESTORING[phase])

        request = self._request
        kopie_herstellen(
            request.kopie, Toegang(naam=request.naam, wachtwoord=request.wachtwoord), request.doel, self._clock,
            progress, oorsprong=Oorsprong.VENSTER, cancelled=lambda: job.cancelled,
        )  # fmt: skip
        return open_vault(request.doel, request.naam, request.wachtwoord, self._clock)


class Practice:
    """Opens or builds the practice vault, in an exclusive job."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, job: Job) -> Kluis:
        from vhdesk.app.oefening import open_oefenkluis
        from vhdesk.app.plaats import eigen_plaats

        return open_oefenkluis(eigen_plaats(), self._clock, progress=job.report)
