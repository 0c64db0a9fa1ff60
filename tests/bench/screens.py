"""The figures of the open window: a case, the agenda, a search, the minutes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtWidgets import QApplication

from tests.bench.figure import Figure, figure
from tests.bench.interleave import Measured, interleaved
from tests.bench.plain import PlainKluis
from tests.bench.vaults import BenchVault
from tests.bench.window import BenchWindow
from vhdesk.clock import Clock
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dubbele import dubbele_personen

WORDS = (
    "schulden",
    "wijkagent",
    "dreigende ontruiming",
    "verslaving gokken",
    "zus",
    "intake plan",
    "Oksana",
    "februari",
)
ROUNDS = 25
PAPER_ROUNDS = 5
TRIAGE_ROUNDS, ROWS = 9, 30  # rows walked in one round


class Screens:
    """Two windows side by side, on the vault and on its plain twin."""

    def __init__(self, app: QApplication, vault: BenchVault, clock: Clock, home: Path) -> None:
        self.vault = vault
        self._kluis = vault.open(clock)
        self._plain = PlainKluis(self._kluis, vault.plain)
        self.windows = (
            BenchWindow(app, self._kluis, clock, home),
            BenchWindow(app, self._plain, clock, home),
        )
        for window in self.windows:
            window.show()
            window.settle()

    def close(self) -> None:
        for window in reversed(self.windows):
            window.lock()

    def open_case(self) -> Figure:
        """From choosing a case to its file on the screen."""
        return self.pair("open_case", self._opening)

    def full_case(self) -> Figure:
        """The same for a case of 300 statements, 60 actions and 40 decisions."""
        return self.pair("full_case", self._opening_full)

    def triage(self) -> Figure:
        """The slowest step of walking down the referrals that wait: each must fit in a frame."""
        return self.pair("triage", self._walking, TRIAGE_ROUNDS)

    def agenda(self) -> Figure:
        """From asking for a meeting of thirty cases to its agenda on the screen."""
        return self.pair("agenda", self._agenda)

    def search(self) -> Figure:
        """From the search beginning to the cases on the screen; the pause after the last key is not counted."""
        for window in self.windows:
            window.front()
            window.session.context.shell.navigate("casussen")
        return self.pair("search", self._searching)

    def duplicates(self) -> Figure:
        """From the data of one new person to who in the vault it may be: everybody is compared, by name and sound,
        birth date, number and address."""
        return self.pair("duplicates", self._comparing)

    def minutes(self) -> Figure:
        """From asking for the minutes of thirty cases to the bytes of the PDF."""

        def paper(window: BenchWindow) -> Measured:
            def measured(_: int) -> float:
                began = perf_counter()
                if not window.session.context.pdf(self.vault.made.gesloten_id).startswith(b"%PDF"):
                    raise RuntimeError("no PDF")
                return perf_counter() - began

            return measured

        return self.pair("minutes", paper, PAPER_ROUNDS)

    def pair(self, name: str, work: Callable[[BenchWindow], Measured], rounds: int = ROUNDS) -> Figure:
        """Measure the same work in both windows, in turns."""
        first, second = (work(window) for window in self.windows)
        value, floor = interleaved(first, second, rounds)
        return figure(name, self.vault.cases, value, floor)

    def _opening(self, window: BenchWindow) -> Measured:
        ids = self.vault.casus_ids

        def measured(number: int) -> float:
            window.front()
            shell = window.session.context.shell
            return window.until_painted(lambda: shell.navigate("casussen", ids[number % len(ids)]))

        return measured

    def _opening_full(self, window: BenchWindow) -> Measured:
        ids, full = self.vault.casus_ids, self.vault.made.vol_id

        def measured(number: int) -> float:
            window.front()
            shell = window.session.context.shell
            window.until_painted(lambda: shell.navigate("casussen", ids[number % len(ids)]))
            return window.until_painted(lambda: shell.navigate("casussen", full))

        return measured

    def _walking(self, window: BenchWindow) -> Measured:
        def measured(_: int) -> float:
            window.front()
            window.session.context.shell.navigate("aanmeldingen")
            pane = window.window.page("aanmeldingen").triage.pane  # type: ignore[attr-defined]
            pane.select(pane.model.rows()[0].id)
            pane.view.setFocus()
            slowest = max(window.until_painted(lambda: window.press("Down")) for _ in range(ROWS))
            if pane.current_id() != pane.model.rows()[ROWS].id:
                raise RuntimeError("the keys did not walk the list")
            return slowest

        return measured

    def _agenda(self, window: BenchWindow) -> Measured:
        made = self.vault.made

        def measured(_: int) -> float:
            window.front()
            shell = window.session.context.shell
            window.until_painted(lambda: shell.navigate("overleggen", made.gesloten_id))
            return window.until_painted(lambda: shell.navigate("overleggen", made.gepland_id))

        return measured

    def _searching(self, window: BenchWindow) -> Measured:
        search = window.window.page("casussen").list.pane.search  # type: ignore[attr-defined]

        def measured(number: int) -> float:
            window.front()
            search.setText("")
            search.search_now()
            search.setText(WORDS[number % len(WORDS)])
            return window.until_painted(search.search_now)

        return measured

    def _comparing(self, window: BenchWindow) -> Measured:
        desk = window.session.kluis.desk
        known = [desk.ask(dossier, casus_id).betrokkenen[0] for casus_id in self.vault.casus_ids[:ROUNDS]]

        def measured(number: int) -> float:
            person = known[number % len(known)]
            began = perf_counter()
            found = desk.ask(
                dubbele_personen,
                geslachtsnaam=person.geslachtsnaam,
                voornamen=person.voornamen,
                geboortedatum=person.geboortedatum,
                bsn=person.bsn,
                adres=person.adres,
                postcode=person.postcode,
            )
            took = perf_counter() - began
            if person.persoon_id not in [row.id for row in found]:
                raise RuntimeError("the person was not recognised")
            return took

        return measured


def turn_to_case(window: BenchWindow, overleg_id: str) -> None:
    """Bring the first case of a running meeting in front."""
    window.front()
    window.session.context.shell.navigate("overleggen", overleg_id)
    page: Any = window.window.page("overleggen")
    ids = [punt.id for punt in window.session.kluis.desk.ask(agenda, overleg_id).punten]
    first = _first_case(window, overleg_id).id
    steps = ids.index(first) - ids.index(page.chair.punt.id)
    for _ in range(abs(steps)):
        window.press("F8" if steps > 0 else "Shift+F8")
    if page.chair.punt.id != first:
        raise RuntimeError("the first case was not reached")


def _first_case(window: BenchWindow, overleg_id: str) -> Any:
    desk = window.session.kluis.desk
    return next(punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id is not None)


def decisions(window: BenchWindow, overleg_id: str) -> int:
    """Return how many decisions that case has."""
    casus_id = _first_case(window, overleg_id).casus_id
    return len(window.session.kluis.desk.ask(dossier, casus_id).besluiten)
