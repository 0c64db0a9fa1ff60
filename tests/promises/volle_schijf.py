"""Run by test_volle_schijf as a program, on a small disk of its own: fills it in every phase of a vault's life.

For each phase and each amount of room that is left: a fresh copy of the vault, a filler, the phase, and then a look
at what it said and at what stands once the filler is gone. Prints one JSON line per try.
"""

from __future__ import annotations

import json
import shutil
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from proefkluis import NAAM, WACHTWOORD, Site, besluiten, casus_aanmelden

from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import VhdeskError
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import gemeenten
from vhdesk.services.aanlevering import AanleveringInlezen, AanleverRegel
from vhdesk.services.kluis import Kluis, kluis_maken
from vhdesk.vocabulary import Gebruikersrol

CLOCK = FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC))
ROOM = (0, 4, 24, 90, 400, 900)  # KiB left when the phase begins
NIEUW = "acht gele fietsen erbij"
MUCH = "Een lange alinea over de casus, zoals die in een overleg wordt getypt. " * 40


class Proef:
    """One vault on the full disk, and what its user was told that stands."""

    def __init__(self, disk: Path, template: Path) -> None:
        self.disk = disk
        for name in ("Proef.vhkluis", "ankers"):
            shutil.copytree(template / name, disk / name)
        self.site = Site(disk, CLOCK)
        self.kluis = self.site.open()
        self.casus_id = casus_aanmelden(self.kluis.desk)
        self.besluiten = set(besluiten(self.kluis.desk, self.casus_id, 3))
        self.concept = "vooraf"
        self.wachtwoord = WACHTWOORD
        self.kluis.desk.save_draft("proef/tekst", self.concept, 1)

    # -- the phases: each works until it is done, and notes what was acknowledged on the way -------------

    def maken(self) -> None:
        folder = self.disk / "Nieuw.vhkluis"
        kluis_maken(
            folder, NAAM, Gebruikersrol.COORDINATOR, WACHTWOORD, CLOCK, kdf=CHEAP, options=self.site.options()
        ).sluiten()
        self.site.open(folder).sluiten()
        shutil.rmtree(folder)

    def openen(self) -> None:
        kluis = self.site.open()
        try:
            kluis.desk.ask(dossier, self.casus_id)
        finally:
            kluis.sluiten()

    def handelen(self) -> None:
        for _ in range(60):
            self.besluiten |= set(besluiten(self.kluis.desk, self.casus_id, 1))
            if len(self.besluiten) % 4 == 0:
                self.kluis.desk.ask(dossier, self.casus_id)

    def typen(self) -> None:
        for number in range(200):
            text = f"{number} {MUCH}{MUCH}"
            self.kluis.desk.save_draft("proef/tekst", text, number)
            self.concept = text

    def reservekopie(self) -> None:
        self.kluis.reservekopie_maken("handmatig")

    def inlezen(self) -> None:
        desk = self.kluis.desk
        rijen = tuple(AanleverRegel(rij=n, geslachtsnaam=f"Naam {n}", toelichting=MUCH) for n in range(400))
        gemeente = desk.ask(gemeenten)[0].id
        desk.execute(
            AanleveringInlezen(bestandsnaam="lijst", sha256="0" * 64, gemeente_id=gemeente, rijen=rijen)
        )

    def sluiten(self) -> None:
        self.kluis.sluiten()

    def wachtwoord_wijzigen(self) -> None:
        self.kluis.wachtwoord_wijzigen(WACHTWOORD, NIEUW)
        self.wachtwoord = NIEUW

    def sleutel(self) -> None:
        self.kluis.sleutel_vernieuwen()

    def sleutel_vol_bij(self, phase: str, room: int) -> None:
        """Renew the key on a disk that is filled by somebody else once that is in ``phase``."""
        self.kluis.reservekopie_maken("vooraf")

        def progress(now: str, *_: int) -> None:
            if now == phase and not (self.disk / "vol").exists():
                fill(self.disk, room)

        self.kluis.sleutel_vernieuwen(progress)

    # -- afterwards ----------------------------------------------------------------------------------------

    def nagaan(self) -> None:
        """With room again: everything acknowledged stands, everything verifies, work goes on."""
        kluis: Kluis = self.site.open(wachtwoord=self.wachtwoord)
        assert kluis.controleren().in_orde
        found = {besluit.id for besluit in kluis.desk.ask(dossier, self.casus_id).besluiten}
        assert self.besluiten <= found, "lost"
        (draft,) = kluis.desk.drafts("proef/")
        assert draft.text == self.concept or draft.text.startswith(tuple("0123456789")), "draft lost"
        besluiten(kluis.desk, self.casus_id, 1)
        kluis.reservekopie_maken("daarna")
        kluis.sluiten()
        assert not list(self.disk.glob(".*.deel")), "half a vault left behind"
        assert not list((self.site.folder / "reservekopieen").glob("*.part")), "half a backup left behind"


PHASES: dict[str, Callable[[Proef], None]] = {
    "maken": Proef.maken,
    "openen": Proef.openen,
    "handelen": Proef.handelen,
    "typen": Proef.typen,
    "reservekopie": Proef.reservekopie,
    "inlezen": Proef.inlezen,
    "sluiten": Proef.sluiten,
    "wachtwoord": Proef.wachtwoord_wijzigen,
    "sleutel": Proef.sleutel,
}
REKEY_PHASES = ("kopie", "controle", "sleutels", "vastgelegd", "gewisseld", "reservekopieen")


def main(disk: Path, template: Path) -> None:
    for phase, work in PHASES.items():
        for room in ROOM:
            proef = Proef(disk, template)
            if phase in ("openen", "maken"):
                proef.kluis.sluiten()
            fill(disk, room)
            _report(proef, phase, room, work)
    for phase in REKEY_PHASES:
        for room in ROOM[:3]:

            def rekey(proef: Proef, phase: str = phase, room: int = room) -> None:
                proef.sleutel_vol_bij(phase, room)

            _report(Proef(disk, template), f"sleutel:{phase}", room, rekey)


def _report(proef: Proef, phase: str, room: int, work: Callable[[Proef], None]) -> None:
    """Do the work, make room again, look at what stands, print what was seen and empty the disk."""
    report: dict[str, Any] = {"phase": phase, "room": room, "said": "", "bug": "", "after": ""}
    try:
        work(proef)
    except VhdeskError as fault:
        report["said"] = fault.code
    except Exception as error:  # noqa: BLE001 - reported as what it is
        report["bug"] = repr(error)
    proef.kluis.sluiten()
    (proef.disk / "vol").unlink(missing_ok=True)
    try:
        proef.nagaan()
    except Exception:  # noqa: BLE001
        report["after"] = traceback.format_exc(limit=-3)
    proef.site.close()
    print(json.dumps(report), flush=True)
    for path in proef.disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def fill(disk: Path, room_kib: int) -> None:
    """Leave ``room_kib`` on the disk."""
    with (disk / "vol").open("wb", buffering=0) as filler:
        left = shutil.disk_usage(disk).free - room_kib * 1024
        while left > 0:
            try:
                left -= filler.write(bytes(min(left, 64 * 1024)))
            except OSError:
                return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
