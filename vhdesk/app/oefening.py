"""The practice vault: made once, with its own well-known user, opened ever after."""

from __future__ import annotations

import secrets
import shutil

from vhdesk.app.plaats import Oefenplaats
from vhdesk.clock import Clock
from vhdesk.crypto.passphrase import MODEST, KdfParameters
from vhdesk.practice.levens import BEGIN
from vhdesk.practice.oefenkluis import Progress, no_progress, vul_oefenkluis
from vhdesk.practice.rooster import Oefenklok
from vhdesk.services.kluis import Kluis, Toegang, kluis_maken, kluis_openen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol

NAAM = "Marijke ten Brinke"
WACHTWOORD = (
    "oefenen met vhdesk"  # no secret: the vault holds invented people only, and the unlock page shows it
)


def maak_oefenkluis(
    plaats: Oefenplaats,
    clock: Clock,
    *,
    kdf: KdfParameters = MODEST,
    progress: Progress = no_progress,
) -> None:
    """Make the practice vault and fill it from the delivered lists and the practice meeting.

    Its record begins more than a year back and arrives at ``clock``, as that of a house that has worked with it. It is
    built under another name and gets its own when it is whole, so that a start that was broken off leaves
    no half meeting behind.
    """
    plaats.folder.parent.mkdir(parents=True, exist_ok=True)
    part = plaats.folder.with_name(f".bouw-{secrets.token_hex(4)}.vhkluis")
    klok = Oefenklok(clock, BEGIN)
    kluis = kluis_maken(
        part, NAAM, Gebruikersrol.COORDINATOR, WACHTWOORD, klok,
        oefening=True, kdf=kdf, options=_options(plaats),
    )  # fmt: skip
    try:
        vul_oefenkluis(kluis.desk, klok, kluis.casus_vernietigen, progress=progress)
    except BaseException:
        kluis.sluiten()
        shutil.rmtree(part, ignore_errors=True)  # made here a moment ago, with invented people
        raise
    kluis.sluiten()
    part.rename(plaats.folder)


def open_oefenkluis(
    plaats: Oefenplaats, clock: Clock, *, kdf: KdfParameters = MODEST, progress: Progress = no_progress
) -> Kluis:
    """Open the practice vault, or make it when there is none yet."""
    if not plaats.folder.exists():
        maak_oefenkluis(plaats, clock, kdf=kdf, progress=progress)
    return kluis_openen(
        plaats.folder, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock, kdf=kdf, options=_options(plaats)
    )


def _options(plaats: Oefenplaats) -> OpenOptions:
    return OpenOptions(anchor_home=plaats.anchor_home, accept_location=True)
