"""The generated vaults of one run: made once per size in a temporary folder, gone when the run ends."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.plain import export_plain
from vhdesk.clock import Clock
from vhdesk.crypto.passphrase import CHEAP, DEFAULT
from vhdesk.practice.generator import GENERATOR_HANDLERS, GeneratorResult, genereer
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.unit_of_work import Actor
from vhdesk.store.creation import FirstUser, create_vault
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol

NAAM, ZWAAR, WACHTWOORD = "Meter", "Meter met Argon2id", "zeven groene fietsen"
SLOW_SECONDS = 60
FOLDER, ANCHORS = "Meting.vhkluis", "ankers"


@dataclass(frozen=True, slots=True)
class BenchVault:
    """One generated vault, closed: ``folder`` encrypted, ``plain`` the same rows in an open file.

    ``casus_ids``: cases to open one after the other; ``woorden``: words to search for, common and rare.
    """

    cases: int
    folder: Path
    plain: Path
    made: GeneratorResult
    casus_ids: tuple[str, ...]

    def open(self, clock: Clock, naam: str = NAAM) -> Kluis:
        """Open it; ``naam`` ``ZWAAR`` pays for the real key derivation."""
        return reopened(self.folder.parent, clock, naam)


def reopened(home: Path, clock: Clock, naam: str = NAAM) -> Kluis:
    """Open the vault that ``make_vault`` made under ``home``."""
    options = OpenOptions(anchor_home=home / ANCHORS, accept_location=True)
    return kluis_openen(
        home / FOLDER, Toegang(naam=naam, wachtwoord=WACHTWOORD), clock, kdf=CHEAP, options=options
    )


def make_vault(home: Path, cases: int, clock: Clock) -> BenchVault:
    """Generate a vault of ``cases`` under ``home``, and its plain twin; says so when that takes long."""
    began = perf_counter()
    home.mkdir(parents=True)
    folder, ankers, plain = home / FOLDER, home / ANCHORS, home / "plain.db"
    first = FirstUser(naam=NAAM, rol=Gebruikersrol.COORDINATOR.value, passphrase=WACHTWOORD, kdf=CHEAP)
    options = OpenOptions(anchor_home=ankers, accept_location=True)
    vault = create_vault(folder, first, clock, practice=True, ballast=0, options=options)
    desk = Desk(vault, Actor(vault.user.id, NAAM, Gebruikersrol.COORDINATOR), clock, GENERATOR_HANDLERS)
    made = genereer(desk, cases)
    rows = desk.ask(casuslijst, limiet=200).rijen
    vault.add_user(ZWAAR, Gebruikersrol.COORDINATOR.value, WACHTWOORD, kdf=DEFAULT)
    key = vault.key.copy()
    vault.close()
    export_plain(folder / "kluis.db", key, plain)
    key.clear()
    took = perf_counter() - began
    slow = " (longer than it should)" if took > SLOW_SECONDS else ""
    sys.stderr.write(f"vault of {cases} cases made in {took:.0f} s{slow}\n")
    return BenchVault(cases, folder, plain, made, tuple(row.id for row in rows[:: max(1, len(rows) // 60)]))
