"""What a connection allows, how threads share the engines, and what closing does to those at work."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, IntegrityError
from vault_site import Site, add_lines, line_count

from vhdesk.crypto.keys import DataKey
from vhdesk.errors import Interrupted, StoreDamaged, VaultInUse, VaultMissing
from vhdesk.store.connection import connect
from vhdesk.store.engine import Database, check_integrity
from vhdesk.store.faults import translated

ENDLESS = text(
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n WHERE tik() > 0"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journaal SET actor = 'x'",
        "DELETE FROM journaal",
        "DELETE FROM journaal WHERE volgnr = 3",
        "REPLACE INTO journaal SELECT * FROM journaal WHERE volgnr = 1",
        "DROP TABLE journaal",
        "DROP TABLE casus",
        "DROP TRIGGER journaal_geen_wijziging",
        "CREATE TRIGGER stil BEFORE INSERT ON journaal BEGIN SELECT RAISE(IGNORE); END",
        "ALTER TABLE journaal RENAME TO oud",
        "ATTACH '/tmp/x' AS x KEY ''",
        "PRAGMA writable_schema = ON",
        "PRAGMA rekey = 'x'",
    ],
)
def test_a_normal_connection_refuses_what_would_rewrite_history(site: Site, statement: str) -> None:
    vault = site.open()
    with pytest.raises(DatabaseError), vault.writer.begin() as connection:
        connection.execute(text(statement))
    assert line_count(vault) == 3
    assert add_lines(vault) == 4


def test_the_settings_of_a_connection(site: Site) -> None:
    vault = site.open()
    expected = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
        "trusted_schema": 0, "busy_timeout": 5000, "cell_size_check": 1, "query_only": 0,
    }  # fmt: skip
    with vault.engine.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in expected}
    assert found == expected


def test_the_read_engine_cannot_write(site: Site) -> None:
    vault = site.open()
    with pytest.raises(DatabaseError, match="readonly"), vault.read_engine.begin() as connection:
        connection.execute(text("INSERT INTO kluis_meta VALUES ('a', 'b')"))


def test_error_texts_hold_no_values(site: Site) -> None:
    vault = site.open()
    with pytest.raises(IntegrityError) as refused, vault.writer.begin() as connection:
        connection.execute(
            text("INSERT INTO kluis_meta VALUES (:k, :v)"), {"k": "kluis", "v": "MARKEERTEKST"}
        )
    assert "MARKEERTEKST" not in str(refused.value)


def test_writers_in_threads_wait_for_each_other(site: Site) -> None:
    vault, errors = site.open(), []

    def write(name: str) -> None:
        try:
            for number in range(20):
                with vault.writer.begin() as connection:
                    connection.execute(text("SELECT count(*) FROM kluis_meta")).scalar()
                    connection.execute(
                        text("INSERT INTO kluis_meta VALUES (:k, 'x')"), {"k": f"{name} {number}"}
                    )
        except DatabaseError as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with vault.engine.connect() as connection:
        count = connection.execute(text("SELECT count(*) FROM kluis_meta WHERE waarde = 'x'")).scalar()
    assert count == 60


def test_closing_interrupts_a_running_query(site: Site) -> None:
    """The query has no end, so that its thread only ends when closing stops it."""
    vault, outcome, running = site.open(), [], threading.Event()

    def tik() -> int:
        running.set()  # from inside the statement: now it runs
        return 1

    def search() -> None:
        try:
            with translated(), vault.read_engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.create_function("tik", 0, tik)
                connection.execute(ENDLESS)
        except Interrupted as stopped:
            outcome.append(stopped.code)

    thread = threading.Thread(target=search)
    thread.start()
    assert running.wait(30)
    vault.close()
    thread.join(30)
    assert not thread.is_alive()
    assert outcome == ["interrupted"]
    assert vault.database.open_connections == 0


def test_an_interrupt_that_fell_just_before_a_statement_is_repeated(site: Site) -> None:
    """The statement begins after closing began, in a connection that was in hand before."""
    vault, outcome, ready = site.open(), [], threading.Event()

    def search() -> None:
        with vault.read_engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.create_function("tik", 0, lambda: 1)
            ready.set()
            while not vault.database.closing:
                pass
            try:
                raw.execute(str(ENDLESS)).fetchall()
            except dbapi.OperationalError as stopped:
                outcome.append(stopped.sqlite_errorname)  # type: ignore[attr-defined]

    thread = threading.Thread(target=search)
    thread.start()
    assert ready.wait(30)
    vault.close()
    thread.join(30)
    assert outcome == ["SQLITE_INTERRUPT"]
    assert vault.database.open_connections == 0


def test_after_making_way_one_thread_goes_on_and_hardly_waits(site: Site) -> None:
    vault, refused = site.open(), []
    assert vault.patience() is None
    vault.make_way()

    def other() -> None:
        with pytest.raises(Interrupted) as stopped, vault.writer.begin() as connection:
            connection.execute(text("SELECT 1"))
        refused.append(stopped.value.code)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join(30)
    assert refused == ["vault_locked"]
    assert add_lines(vault) == 4
    raw = connect(vault.layout.database, vault.key)
    raw.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    for _ in range(5):
        with pytest.raises(VaultInUse), translated(), vault.writer.begin():
            pass
    assert time.monotonic() - started < 1
    assert vault.patience() == 0
    raw.close()


def test_a_connection_that_was_impatient_once_is_patient_again(site: Site) -> None:
    vault = site.open()
    brief = vault.writer.execution_options(vh_patience=20)
    for engine, expected in ((brief, 20), (vault.writer, 5000), (brief, 20)):
        with engine.begin() as connection:
            assert connection.execute(text("PRAGMA busy_timeout")).scalar() == expected


def test_paused_engines_work_again_with_another_key(tmp_path: Path) -> None:
    key, path = DataKey.generate(), tmp_path / "a.db"
    connect(path, key, create=True).close()
    database = Database(path, key)
    with database.writer.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    database.pause()
    with pytest.raises(Interrupted):
        database.engine.connect()
    raw = connect(path, key)
    other = DataKey.generate()
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.reset_key(bytes(other.sql_literal()))
    raw.close()
    database.resume(other)
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
    database.close()
    assert database.open_connections == 0


def test_a_file_is_never_made_by_opening_and_never_opened_by_making(tmp_path: Path) -> None:
    key, path = DataKey.generate(), tmp_path / "a.db"
    with pytest.raises(VaultMissing):
        connect(path, key)
    assert not path.exists()
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged, match="database_empty"):
        connect(path, key)
    with pytest.raises(FileExistsError):
        connect(path, key, create=True)


def test_a_plain_file_serves_the_benchmark(tmp_path: Path) -> None:
    path = tmp_path / "plat.db"
    connect(path, None, create=True).close()
    database = Database(path, None)
    with database.writer.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    database.close()
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_a_second_writer_elsewhere_is_named_busy(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        raw.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(VaultInUse, match="database_busy"),
            translated(),
            vault.engine.connect() as connection,
        ):
            connection.connection.dbapi_connection.execute("PRAGMA busy_timeout=10")  # type: ignore[union-attr]
            connection.execute(text("INSERT INTO kluis_meta VALUES ('a', 'b')"))
        raw.execute("ROLLBACK")


def test_the_integrity_check_finds_every_flipped_page(site: Site) -> None:
    vault = site.open()
    key, path = vault.key.copy(), vault.layout.database
    vault.close()
    good = path.read_bytes()
    for position in range(4096 + 50, len(good), 4096 * 11):
        path.write_bytes(good[:position] + bytes([good[position] ^ 1]) + good[position + 1 :])
        with pytest.raises(StoreDamaged), translated():
            check_whole(path, key)
    path.write_bytes(good)
    check_whole(path, key)


def check_whole(path: Path, key: DataKey) -> None:
    raw = connect(path, key, wal=False, query_only=True)
    try:
        check_integrity(raw)
    finally:
        raw.close()


def test_what_was_closed_never_opens_again(tmp_path: Path) -> None:
    key, path = DataKey.generate(), tmp_path / "a.db"
    connect(path, key, create=True).close()
    database = Database(path, key)
    database.pause()
    database.close()
    with pytest.raises(Interrupted, match="vault_locked"):
        database.resume(key)
    assert database.closing
    with pytest.raises(Interrupted, match="vault_locked"), database.direct():
        pass
    assert database.open_connections == 0


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_connection_made_while_closing_is_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    key, path = DataKey.generate(), tmp_path / "a.db"
    connect(path, key, create=True).close()
    database, made = Database(path, key), []

    def lock() -> None:
        database.close()
        key.clear()

    def slow(*args: Any, **how: Any) -> Any:
        if moment == "before":
            lock()  # the key is wiped under the hands of whoever connects: no damaged file, a lock
        made.append(connect(*args, **how))
        lock()
        return made[0]

    monkeypatch.setattr("vhdesk.store.engine.connect", slow)
    with pytest.raises(Interrupted, match="vault_locked"):
        database.engine.connect()
    assert database.open_connections == 0
    assert len(made) == (moment == "after")
    for raw in made:
        with pytest.raises(dbapi.ProgrammingError, match="closed"):
            raw.execute("SELECT 1")
