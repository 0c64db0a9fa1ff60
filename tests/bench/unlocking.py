"""From the passphrase to a start page that can be used."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from tests.bench.figure import Figure, figure
from tests.bench.interleave import interleaved
from tests.bench.plain import PlainKluis
from tests.bench.vaults import WACHTWOORD, ZWAAR, BenchVault
from tests.bench.window import BenchWindow
from vhdesk.app.session import PLACE
from vhdesk.clock import Clock
from vhdesk.crypto.passphrase import CHEAP, DEFAULT, KdfParameters, stretch
from vhdesk.services.kluis import Kluis

ROUNDS, HEAVY_ROUNDS = 9, 5
SALT = bytes(16)


class Unlocking:
    """The imports were done while the passphrase was typed, as in the program; the window is new every time."""

    def __init__(self, app: QApplication, vault: BenchVault, clock: Clock, home: Path) -> None:
        self._app = app
        self._vault = vault
        self._clock = clock
        self._home = home

    def _at_the_start_page(self) -> None:
        """Forget where the user was, in the vault and in its twin."""
        kluis = self._vault.open(self._clock)
        plain = PlainKluis(kluis, self._vault.plain)
        for one in (plain, kluis):
            one.desk.clear_draft(PLACE)
            one.sluiten()

    def without_kdf(self) -> Figure:
        """The cheap key derivation of this vault is measured by itself and taken off; the floor is the same start
        page on the plain file."""
        self._at_the_start_page()

        def encrypted(_: int) -> float:
            began = perf_counter()
            kluis = self._vault.open(self._clock)
            return self._shown(kluis, began) - _stretching(CHEAP)

        def plain(_: int) -> float:
            shell = self._vault.open(self._clock)
            began = perf_counter()
            took = self._shown(PlainKluis(shell, self._vault.plain), began)
            shell.sluiten()
            return took

        value, floor = interleaved(encrypted, plain, ROUNDS)
        return figure("unlock", self._vault.cases, value, floor)

    def with_kdf(self) -> Figure:
        """With the key derivation a real vault has; that alone is the floor."""
        self._at_the_start_page()

        def whole(_: int) -> float:
            began = perf_counter()
            return self._shown(self._vault.open(self._clock, ZWAAR), began)

        value, floor = interleaved(whole, lambda _: _stretching(DEFAULT), HEAVY_ROUNDS, warm=1)
        return figure("unlock_kdf", self._vault.cases, value, floor)

    def _shown(self, kluis: Kluis, began: float) -> float:
        window = BenchWindow(self._app, kluis, self._clock, self._home)
        window.until_painted(window.show)
        took = perf_counter() - began
        if window.window.current_page_id() != "vandaag":
            raise RuntimeError("not the start page")
        window.lock()
        return took


def _stretching(parameters: KdfParameters) -> float:
    began = perf_counter()
    stretch(WACHTWOORD, SALT, parameters)
    return perf_counter() - began
