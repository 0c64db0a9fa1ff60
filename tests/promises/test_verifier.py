"""The verifier of the journaal finds every change of a single byte, and names the line it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from proefkluis import NAAM, WACHTWOORD, Site, besluiten, casus_aanmelden
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from vhdesk.errors import StoreRolledBack
from vhdesk.services.journaal_controle import Controle, controleer
from vhdesk.store.engine import Database
from vhdesk.store.opening import unlock_slots

TEXTS = ("tijdstip", "actor_id", "actor", "actie", "object_soort", "object_id", "resultaat", "oorsprong",
         "bijzonderheden", "vorige_hash", "hash")  # fmt: skip
LINES = 45


@pytest.fixture
def journaal(site: Site) -> Iterator[Connection]:
    """Yield a transaction, never committed, on a vault of some fifty lines, in which the triggers are gone."""
    desk = site.open().desk
    casus_id = casus_aanmelden(desk, titel="Überkröning – zaak")
    besluiten(desk, casus_id, LINES - 4)
    site.close()
    key = unlock_slots(site.folder / "sleutels.json", NAAM, WACHTWOORD)
    database = Database(site.folder / "kluis.db", key, guarded=False)
    with database.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journaal'"
        ).fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield connection
        connection.rollback()
    database.close()
    key.clear()


def check(connection: Connection) -> Controle:
    with Session(connection) as session:
        return controleer(session)


def sql(connection: Connection, statement: str, *values: Any) -> list[Any]:
    """Run a statement on the bare driver: there are some forty thousand of them."""
    raw: Any = connection.connection.dbapi_connection
    return list(raw.execute(statement, values).fetchall())


def changed(
    connection: Connection, column: str, line: int, old: bytes, new: object, cast: str = "?"
) -> object:
    """Return which line the verifier names with one field changed; the change is taken back."""
    sql(connection, f"UPDATE journaal SET {column} = {cast} WHERE volgnr = ?", new, line)
    try:
        return check(connection).eerste_fout
    except DBAPIError as error:  # the verifier must name the line, also when a text is no text any more
        return type(error.orig).__name__
    finally:
        sql(connection, f"UPDATE journaal SET {column} = CAST(? AS TEXT) WHERE volgnr = ?", old, line)


def test_the_journaal_of_this_test_is_sound(journaal: Connection) -> None:
    found = check(journaal)
    assert found.in_orde
    assert found.regels >= LINES


@pytest.mark.slow
def test_every_flipped_byte_of_every_field_is_found(journaal: Connection) -> None:
    columns = ", ".join(f"CAST({column} AS BLOB)" for column in TEXTS)
    rows = sql(journaal, f"SELECT volgnr, {columns} FROM journaal")
    tried, missed = 0, []
    for line, *fields in rows:
        for column, data in zip(TEXTS, fields, strict=True):
            for place in range(len(data)):
                bad = bytearray(data)
                bad[place] ^= 1 << (tried % 8)
                tried += 1
                said = changed(journaal, column, line, data, bytes(bad), "CAST(? AS TEXT)")
                if said != line:
                    missed.append((column, line, place, said))
    assert tried > LINES * 200
    assert missed[:5] == []
    assert check(journaal).in_orde


def test_every_flipped_bit_of_every_number_is_found(journaal: Connection) -> None:
    for line in (1, 2, 31, 44, 45):
        for bit in range(63):
            other = line ^ (1 << bit)
            sql(journaal, "SAVEPOINT een")
            sql(journaal, "DELETE FROM journaal WHERE volgnr = ?", other)
            sql(journaal, "UPDATE journaal SET volgnr = ? WHERE volgnr = ?", other, line)
            found = check(journaal)
            assert found.eerste_fout == min(line, max(other, 1)), (line, bit)
            sql(journaal, "ROLLBACK TO een")


def test_another_type_with_the_same_look_is_found(journaal: Connection) -> None:
    for column in TEXTS:
        (text,) = sql(journaal, f"SELECT {column} FROM journaal WHERE volgnr = 30")[0]
        for other in (text.encode(), text + "\x00", text + " "):
            assert changed(journaal, column, 30, text.encode(), other) == 30, column


def test_a_field_moved_to_its_neighbour_is_found(journaal: Connection) -> None:
    """'ab' + 'c' is not 'a' + 'bc': fields are counted, not glued."""
    actie, soort = sql(journaal, "SELECT actie, object_soort FROM journaal WHERE volgnr = 30")[0]
    sql(
        journaal,
        "UPDATE journaal SET actie = ?, object_soort = ? WHERE volgnr = 30",
        actie[:-1],
        actie[-1] + soort,
    )
    assert check(journaal).eerste_fout == 30


@pytest.mark.parametrize("line", [1, 2, 30, 44])
def test_a_deleted_line_is_found(journaal: Connection, line: int) -> None:
    sql(journaal, "DELETE FROM journaal WHERE volgnr = ?", line)
    found = check(journaal)
    assert (found.eerste_fout, found.reden) == (line, "volgorde")


@pytest.mark.parametrize("line", [1, 2, 30, 44])
def test_a_deleted_line_whose_successors_moved_up_is_found(journaal: Connection, line: int) -> None:
    sql(journaal, "DELETE FROM journaal WHERE volgnr = ?", line)
    sql(journaal, "UPDATE journaal SET volgnr = -volgnr WHERE volgnr > ?", line)
    sql(journaal, "UPDATE journaal SET volgnr = -volgnr - 1 WHERE volgnr < 0")
    found = check(journaal)
    assert (found.eerste_fout, found.reden) == (line, "keten")


@pytest.mark.parametrize("line", [1, 30, 45])
def test_an_inserted_line_is_found(journaal: Connection, line: int) -> None:
    sql(journaal, "UPDATE journaal SET volgnr = -volgnr WHERE volgnr >= ?", line)
    sql(journaal, "UPDATE journaal SET volgnr = -volgnr + 1 WHERE volgnr < 0")
    columns = ", ".join(TEXTS)
    sql(journaal, f"INSERT INTO journaal (volgnr, {columns}) SELECT ?, {columns} FROM journaal WHERE volgnr = ?",
        line, line + 1)  # fmt: skip
    assert check(journaal).eerste_fout in (
        line,
        line + 1,
    )  # a copy of a line is right until the original follows


@pytest.mark.parametrize("line", [1, 30, 43])
def test_two_swapped_lines_are_found(journaal: Connection, line: int) -> None:
    for old, new in ((line, -1), (line + 1, line), (-1, line + 1)):
        sql(journaal, "UPDATE journaal SET volgnr = ? WHERE volgnr = ?", new, old)
    assert check(journaal).eerste_fout == line


@pytest.mark.parametrize("cut", [1, 5, 44])
def test_a_cut_tail_is_sound_by_itself_and_caught_by_the_anchor(site: Site, cut: int) -> None:
    """The chain cannot know what came after it; that is why its head is kept outside."""
    desk = site.open().desk
    besluiten(desk, casus_aanmelden(desk), LINES)
    site.close()
    with site.raw() as raw:
        last = raw.execute("SELECT max(volgnr) FROM journaal").fetchone()[0]
        raw.execute("DROP TRIGGER journaal_geen_verwijdering")
        raw.execute("DELETE FROM journaal WHERE volgnr > ?", (last - cut,))
    with pytest.raises(StoreRolledBack) as refused:
        site.open()
    assert refused.value.code == "journaal_behind_anchor"
    assert refused.value.details["expected"] == last
    assert refused.value.details["found"] == last - cut
    kluis = site.open(accept_rollback=True)
    assert kluis.journaal_controleren().in_orde
    kluis.sluiten()
