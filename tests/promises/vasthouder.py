"""Holding the one place from which a vault can be written, as work does that goes on and on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from proefkluis import Site
from sqlalchemy import text

from vhdesk.errors import Interrupted
from vhdesk.services.kluis import Kluis
from vhdesk.store.faults import translated

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT tik() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@contextmanager
def vastgehouden(site: Site) -> Iterator[None]:
    """Hold the writer from outside the program, where nothing can interrupt it."""
    with site.raw() as raw:
        raw.execute("BEGIN IMMEDIATE")
        yield
        raw.execute("ROLLBACK")


class Zwoeger(threading.Thread):
    """An act of another thread whose statement has no end; ``ended`` is how it was stopped."""

    def __init__(self, kluis: Kluis) -> None:
        super().__init__()
        self._kluis = kluis
        self._running = threading.Event()
        self.ended: Exception | None = None

    def begin(self) -> None:
        """Start, and return when the writer is held."""
        self.start()
        assert self._running.wait(5)

    def run(self) -> None:
        try:
            with translated(), self._kluis._vault.writer.begin() as connection:
                connection.execute(
                    text("UPDATE kluis_meta SET waarde = 'gezwoegd' WHERE sleutel = 'gemaakt_op'")
                )
                raw: Any = connection.connection.driver_connection
                raw.create_function("tik", 0, self._tik)
                connection.execute(text(_ENDLESS))
        except Interrupted as stopped:
            self.ended = stopped

    def _tik(self) -> int:
        self._running.set()  # from inside the statement: now it runs
        return 1
