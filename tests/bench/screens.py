"""The figures of the open window: a case, the agenda, an act, a search, the minutes."""

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
        self._vault = vault
        self._kluis = vault.open(clock)
        self._plain = PlainKluis(self._kluis, vault.plain)
        self._windows = (
            BenchWindow(app, self._kluis, clock, home),
            BenchWindow(app, self._plain, clock, home),
        )
        for window in self._windows:
            window.show()
            window.settle()

    def close(self) -> None:
        for window in reversed(self._windows):
            window.lock()

    def open_case(self) -> Figure:
        """From choosing a case to its file on the screen."""
        return self._pair("open_case", self._opening)

    def full_case(self) -> Figure:
        """The same for a case of 300 statements, 60 actions and 40 decisions."""
        return self._pair("full_case", self._opening_full)

    def triage(self) -> Figure:
        """The slowest step of walking down the referrals that wait: each must fit in a frame."""
        return self._pair("triage", self._walking, TRIAGE_ROUNDS)

    def agenda(self) -> Figure:
        """From asking for a meeting of thirty cases to its agenda on the screen."""
        return self._pair("agenda", self._agenda)

    def act(self) -> Figure:
        """From the key that records a decision to the decision on the screen."""
        for window in self._windows:
            _turn_to_case(window, self._vault.made.lopend_id)
        return self._pair("act", self._deciding)

    def search(self) -> Figure:
        """From the search beginning to the cases on the screen; the pause after the last key is not counted."""
        for window in self._windows:
            window.front()
            window.session.context.shell.navigate("casussen")
        return self._pair("search", self._searching)

    def duplicates(self) -> Figure:
        """From the data of one new person to who in the vault it may be: everybody is compared, by name and sound,
        birth date, number and address."""
        return self._pair("duplicates", self._comparing)

    def minutes(self) -> Figure:
        """From asking for the minutes of thirty cases to the bytes of the PDF."""

        def paper(window: BenchWindow) -> Measured:
            def measured(_: int) -> float:
                began = perf_counter()
                if not window.session.context.pdf(self._vault.made.gesloten_id).startswith(b"%PDF"):
                    raise RuntimeError("no PDF")
                return perf_counter() - began

            return measured

        return self._pair("minutes", paper, PAPER_ROUNDS)

    def _pair(self, name: str, work: Callable[[BenchWindow], Measured], rounds: int = ROUNDS) -> Figure:
        first, second = (work(window) for window in self._windows)
        value, floor = interleaved(first, second, rounds)
        return figure(name, self._vault.cases, value, floor)

    def _opening(self, window: BenchWindow) -> Measured:
        ids = self._vault.casus_ids

        def measured(number: int) -> float:
            window.front()
            shell = window.session.context.shell
            return window.until_painted(lambda: shell.navigate("casussen", ids[number % len(ids)]))

        return measured

    def _opening_full(self, window: BenchWindow) -> Measured:
        ids, full = self._vault.casus_ids, self._vault.made.vol_id

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
        made = self._vault.made

        def measured(_: int) -> float:
            window.front()
            shell = window.session.context.shell
            window.until_painted(lambda: shell.navigate("overleggen", made.gesloten_id))
            return window.until_painted(lambda: shell.navigate("overleggen", made.gepland_id))

        return measured

    def _deciding(self, window: BenchWindow) -> Measured:
        def measured(number: int) -> float:
            window.front()
            before = _decisions(window, self._vault.made.lopend_id)
            window.press("Ctrl+F8")  # the table has judged; from the second decision on it does nothing
            window.press("Ctrl+B")
            window.type(f"De partners spreken {number} af wie de betrokkene belt.")
            took = window.until_painted(lambda: window.press("Ctrl+Return"))
            if _decisions(window, self._vault.made.lopend_id) != before + 1:
                raise RuntimeError("the key did not record a decision")
            return took

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
        known = [desk.ask(dossier, casus_id).betrokkenen[0] for casus_id in self._vault.casus_ids[:ROUNDS]]

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


def _turn_to_case(window: BenchWindow, overleg_id: str) -> None:
    window.front()
    window.session.context.shell.navigate("overleggen", overleg_id)
    page: Any = window.window.page("overleggen")
    first = _first_case(window, overleg_id).id
    for _ in window.session.kluis.desk.ask(agenda, overleg_id).punten:
        if page.chair.punt.id == first:
            return
        window.press("F8")
    raise RuntimeError("the first case was not reached")


def _first_case(window: BenchWindow, overleg_id: str) -> Any:
    desk = window.session.kluis.desk
    return next(punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id is not None)


def _decisions(window: BenchWindow, overleg_id: str) -> int:
    casus_id = _first_case(window, overleg_id).casus_id
    return len(window.session.kluis.desk.ask(dossier, casus_id).besluiten)
