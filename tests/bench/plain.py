"""The same vault without encryption: the same rows, triggers, index and journaal in an open file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Engine

from vhdesk.crypto.keys import DataKey
from vhdesk.services.acts import HANDLERS
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis
from vhdesk.store.anchor import Anchor, Places
from vhdesk.store.connection import connect
from vhdesk.store.engine import Database
from vhdesk.store.meta import APPLICATION_ID, read_mark
from vhdesk.store.waiting import WaitingDrafts


def export_plain(database: Path, key: DataKey, target: Path) -> None:
    """Copy the closed, encrypted ``database`` into the new plain file ``target``."""
    raw = dbapi.connect(str(database), isolation_level=None)
    try:
        raw.set_key(key.sql_literal())
        raw.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
        raw.execute("SELECT sqlcipher_export('plain')").fetchall()
        raw.execute(f"PRAGMA plain.application_id={APPLICATION_ID}")
        raw.execute("DETACH DATABASE plain")
    finally:
        raw.close()
    if not target.read_bytes()[:15] == b"SQLite format 3":
        raise RuntimeError("the plain file is not plain")


@dataclass(slots=True)
class PlainStore:
    """What a desk needs of an open vault, on the plain file. The head of the journaal is kept outside all the same,
    so that the two differ in encryption alone."""

    database: Database
    anchor: Anchor
    waiting: WaitingDrafts
    path: Path

    @property
    def engine(self) -> Engine:
        return self.database.engine

    @property
    def writer(self) -> Engine:
        return self.database.writer

    @property
    def read_engine(self) -> Engine:
        return self.database.reader

    @property
    def read_only(self) -> bool:
        return False

    def patience(self) -> float | None:
        return self.database.patience()


def open_plain(path: Path) -> PlainStore:
    """Open the plain file as the vault is opened: look at its head, then make the engines."""
    raw = connect(path, None)
    mark = read_mark(raw)
    raw.close()
    places = Places(path.with_name("plain.anker"), path.with_name("plain.buiten.anker"))
    key = DataKey.generate()
    anchor = Anchor(places, key, "0" * 32, 1)
    anchor.reset(mark)
    waiting = WaitingDrafts(path.with_name("plain.wacht"), key, "")
    return PlainStore(Database(path, None), anchor, waiting, path.parent)


class PlainKluis(Kluis):
    """A vault whose desk works on the plain file; what it says about itself comes from the ``real`` one."""

    def __init__(self, real: Kluis, path: Path) -> None:
        self.__dict__.update(real.__dict__)
        self._store = open_plain(path)
        self.desk = Desk(self._store, real.desk.actor, real.desk.clock, HANDLERS)

    def sluiten(self) -> None:
        """Close the plain file; the real vault stays open."""
        self._store.anchor.forget_key()
        self._store.database.close()
