"""Locking takes no time anybody notices, and what was half typed is there afterwards, also after a kill."""

from __future__ import annotations

import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import Site, besluiten, casus_aanmelden
from sqlalchemy.orm import Session
from typist import SLEUTEL

from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.queries.dossier import dossier
from vhdesk.services.kluis import Kluis

BUDGET = 0.050
TRIES = 15


def worked_in(site: Site) -> Kluis:
    """Return an open vault with a few connections in use and a log of some megabytes."""
    kluis = site.open()
    casus_id = casus_aanmelden(kluis.desk)
    besluiten(kluis.desk, casus_id, 5)
    for number in range(6):
        kluis.desk.save_draft(f"proef/{number}", "half getypt " * 30_000, number)
    kluis.desk.ask(dossier, casus_id)
    kluis.desk.read_job(dossier, casus_id)
    return kluis


def locked_in(kluis: Kluis) -> float:
    started = time.perf_counter()
    kluis.sluiten()
    return time.perf_counter() - started


class Reader(threading.Thread):
    """A read job; ``ended`` is how it was stopped."""

    def __init__(self, kluis: Kluis, question: Callable[[Session], None]) -> None:
        super().__init__()
        self._kluis = kluis
        self._question = question
        self.ended: VhdeskError | None = None

    def run(self) -> None:
        try:
            self._kluis.desk.read_job(self._question)
        except VhdeskError as error:
            self.ended = error


def test_locking_takes_less_than_fifty_milliseconds(site: Site) -> None:
    times = [locked_in(worked_in(site)) for _ in range(TRIES)]
    assert statistics.median(times) < BUDGET, times
    assert sorted(times)[TRIES // 2 + 4] < BUDGET, times


def test_locking_does_not_wait_for_a_reading_thread(site: Site) -> None:
    """A long question is interrupted, gets its own error, and leaves nothing open."""

    def long_question(session: Session) -> None:
        session.connection().exec_driver_sql(
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        )

    times = []
    for _ in range(5):
        kluis = worked_in(site)
        reader = Reader(kluis, long_question)
        reader.start()
        while kluis._vault.database.open_connections < 2:
            pass
        times.append(locked_in(kluis))
        reader.join(5)
        assert not reader.is_alive()
        assert isinstance(reader.ended, Interrupted)
        assert kluis._vault.database.open_connections == 0
    assert statistics.median(times) < BUDGET + 0.03, times  # the grace that another thread gets


def test_what_was_half_typed_is_there_after_locking_with_the_cursor(site: Site) -> None:
    kluis = worked_in(site)
    kluis.desk.save_draft(SLEUTEL, "De wijkagent meldt dat", 12)
    kluis.sluiten()
    (draft,) = site.open().desk.drafts(SLEUTEL)
    assert (draft.text, draft.cursor) == ("De wijkagent meldt dat", 12)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("busy", [[], ["bezet"]])
@pytest.mark.parametrize("seconds", [1.7, 2.3, 3.1])
def test_after_a_kill_at_most_one_second_of_typing_is_gone(
    site: Site, seconds: float, busy: list[str]
) -> None:
    program = Path(__file__).with_name("typist.py")
    with subprocess.Popen(
        [sys.executable, str(program), str(site.root), *busy], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        begun = float(lines[0].split()[0])
        while float(lines[-1].split()[0]) - begun < seconds:
            lines.append(process.stdout.readline())
        process.kill()
        killed = time.monotonic()
        process.wait()
        lines += [line for line in process.stdout.read().splitlines() if line]
    typed = [(float(moment), int(count)) for moment, count in (line.split() for line in lines)]
    before = max((count for moment, count in typed if moment < killed - 1.0), default=0)
    (draft,) = site.open().desk.drafts(SLEUTEL)
    assert before > 0
    assert before <= len(draft.text) <= typed[-1][1] + 1
    assert draft.cursor == len(draft.text)
