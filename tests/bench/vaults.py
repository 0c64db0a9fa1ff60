"""The generated vaults of one run: made once per size in a temporary folder, gone when the run ends."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.plain import export_plain
from vhdesk.app import oefening
from vhdesk.app.oefening import maak_oefenkluis
from vhdesk.app.plaats import Oefenplaats
from vhdesk.clock import Clock
from vhdesk.crypto.passphrase import CHEAP, DEFAULT
from vhdesk.errors import RuleViolation
from vhdesk.practice.generator import GENERATOR_HANDLERS, GeneratorResult, genereer
from vhdesk.practice.overlegmaker import PER_OVERLEG
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.overleg import overleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.unit_of_work import Actor
from vhdesk.store.opening import OpenOptions, open_vault
from vhdesk.vocabulary import Gebruikersrol, Overlegstatus

NAAM, ZWAAR, WACHTWOORD = "Meter", "Meter met Argon2id", "zeven groene fietsen"
SLOW_SECONDS = 90
OWN_NUMBERS = 1_000  # the practice house stays below it
FOLDER, ANCHORS = "Meting.vhkluis", "ankers"


@dataclass(frozen=True, slots=True)
class BenchVault:
    """One generated vault, closed: ``folder`` encrypted, ``plain`` the same rows in an open file.

    ``verhaal_id``: the meeting of the practice story, with thirty cases on its agenda; ``casus_ids``: cases to open one
    after the other.
    """

    cases: int
    folder: Path
    plain: Path
    made: GeneratorResult
    verhaal_id: str
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
    """Make the practice house with ``cases`` more under ``home``, and its plain twin; says so when that takes long."""
    began = perf_counter()
    home.mkdir(parents=True)
    folder, ankers, plain = home / FOLDER, home / ANCHORS, home / "plain.db"
    maak_oefenkluis(Oefenplaats(folder, ankers), clock, kdf=CHEAP)
    (folder / "ballast.bin").unlink(missing_ok=True)
    options = OpenOptions(anchor_home=ankers, accept_location=True)
    vault = open_vault(folder, oefening.NAAM, oefening.WACHTWOORD, clock, options)
    desk = Desk(
        vault, Actor(vault.user.id, oefening.NAAM, Gebruikersrol.COORDINATOR), clock, GENERATOR_HANDLERS
    )
    verhaal_id = min(desk.ask(overleggen, status=Overlegstatus.GEPLAND), key=lambda row: row.datum).id
    made = genereer(desk, cases, na=OWN_NUMBERS)
    rows = desk.ask(casuslijst, limiet=200).rijen
    _fill_agenda(desk, verhaal_id, made)
    for naam, kdf in ((NAAM, CHEAP), (ZWAAR, DEFAULT)):
        vault.add_user(naam, Gebruikersrol.COORDINATOR.value, WACHTWOORD, kdf=kdf)
    key = vault.key.copy()
    vault.close()
    export_plain(folder / "kluis.db", key, plain)
    key.clear()
    took = perf_counter() - began
    slow = " (longer than it should)" if took > SLOW_SECONDS else ""
    sys.stderr.write(f"vault of {cases} cases made in {took:.0f} s{slow}\n")
    return BenchVault(
        cases, folder, plain, made, verhaal_id, tuple(row.id for row in rows[:: max(1, len(rows) // 60)])
    )


def _fill_agenda(desk: Desk, overleg_id: str, made: GeneratorResult) -> None:
    """Put cases of the large vault after the twelve of the story, until there are as many as the busiest table has."""
    waiting = [punt.casus_id for punt in desk.ask(agenda, made.gepland_id).punten if punt.casus_id]
    there = sum(punt.casus_id is not None for punt in desk.ask(agenda, overleg_id).punten)
    for casus_id in waiting:
        if there == PER_OVERLEG:
            return
        try:
            desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=casus_id, minuten=4))
        except RuleViolation:  # parked, say, or shared on nothing that is known
            continue
        there += 1
    raise RuntimeError("not enough cases for the agenda")
