"""Taking one case out of a database for good: every row that hangs on it, its words in the index, its old pages.

Which rows hang on a case is read from the foreign keys of the database itself, so that a backup of an older schema is
cleaned as well as the store of today, and a table that is added later is not forgotten. Raw SQL on an unguarded
connection: the triggers that keep events, letters and minutes as they were are taken off for this one act and put
back in the same transaction.

Kept minutes hold the whole sheet of every case. They lose the sheet of this case and keep everything else, byte for
byte as the values were; in its place stands that the sheet was destroyed. Nothing is left out silently: a reader of
the minutes sees that there was a case, and that it is gone.

Purge = delete with secure_delete, optimize of the full-text index, checkpoint with TRUNCATE (techniek.md §7).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vhdesk.errors import StoreDamaged, VaultInUse

Rows = dict[str, set[str]]
SHEET_GONE = "Het blad van casus {nummer} is vernietigd."
_FIXED = ("verslagstand",)  # tables whose triggers stand in the way of taking a sheet out
_ROOT, _PERSON = "casus", "persoon"


@dataclass(slots=True)
class Purged:
    """What was taken out: ``found`` False when the case was not there; rows per table; sheets out of minutes."""

    found: bool = False
    rows: dict[str, int] = field(default_factory=dict)
    sheets: int = 0


Record = Callable[[Any, Purged], None]


def purge_case(raw: Any, casus_id: str, record: Record | None = None) -> Purged:
    """Take the case out of the database behind ``raw`` in one transaction, then out of index, log and free pages.

    ``record`` writes what must stand in the same transaction. Raises StoreDamaged ``purge_incomplete`` when something
    of it remains and VaultInUse ``database_busy`` when a reader holds the log; in the first case nothing was changed.
    """
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute("PRAGMA defer_foreign_keys=ON")
        done = _take_out(raw, casus_id)
        if record is not None:
            record(raw, done)
        if _leftovers(raw, casus_id):
            raise StoreDamaged("purge_incomplete")
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    wipe_traces(raw)
    return done


def wipe_traces(raw: Any) -> None:
    """Merge the full-text indexes, whose old segments hold deleted words, and fold and empty the log."""
    for name in _full_text(raw):
        raw.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')')
    if raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise VaultInUse("database_busy")


def _take_out(raw: Any, casus_id: str) -> Purged:
    row = raw.execute("SELECT nummer FROM casus WHERE id = ?", (casus_id,)).fetchone()
    if row is None:
        return Purged()
    persons = {
        found[0] for found in raw.execute("SELECT persoon_id FROM betrokkene WHERE casus_id = ?", (casus_id,))
    }
    owned = _owned(raw, _ROOT, {casus_id})
    gone = _only_here(raw, persons, casus_id) | _merged_here(raw, casus_id)
    for table, ids in _owned(raw, _PERSON, gone).items():
        owned.setdefault(table, set()).update(ids)
    _let_go(raw, owned)
    sheets = _sheets(raw, casus_id, row[0])
    _drafts(raw, set().union(*owned.values()))
    for table, ids in owned.items():
        key = _key(raw, table)
        for part in _parts(ids):
            raw.execute(f'DELETE FROM "{table}" WHERE "{key}" IN ({_marks(tuple(part))})', part)
    _own_words(raw)
    return Purged(True, {table: len(ids) for table, ids in sorted(owned.items()) if ids}, sheets)


def _only_here(raw: Any, persons: set[str], casus_id: str) -> set[str]:
    """Return the persons that no other case has: one household may stand in several."""
    return {
        person
        for person in persons
        if raw.execute(
            "SELECT 1 FROM betrokkene WHERE persoon_id = ? AND casus_id != ?", (person, casus_id)
        ).fetchone()
        is None
    }


def _merged_here(raw: Any, casus_id: str) -> set[str]:
    """Return the persons who wait behind another they turned out to be, and of whom no other case is left to part
    them for; what a merge remembers of a place in this case goes too."""
    if "samenvoeging" not in _tables(raw):
        return set()
    gone: set[str] = set()
    query = "SELECT id, weg_id, verhuisd FROM samenvoeging WHERE ongedaan_op IS NULL"
    for merge_id, weg_id, text in raw.execute(query).fetchall():
        moved = json.loads(text)
        dropped = [row for row in moved["vervallen"] if row["casus_id"] != casus_id]
        places = [*moved["verplaatst"], *(row["naast"] for row in dropped)]
        elsewhere = raw.execute(
            f"SELECT 1 FROM betrokkene WHERE casus_id != ? AND id IN ({_marks(tuple(places))}) LIMIT 1",
            (casus_id, *places),
        ).fetchone()
        here = raw.execute(
            f"SELECT 1 FROM betrokkene WHERE casus_id = ? AND id IN ({_marks(tuple(moved['verplaatst']))}) LIMIT 1",
            (casus_id, *moved["verplaatst"]),
        ).fetchone()
        touched = here is not None or len(dropped) < len(moved["vervallen"])
        if touched and elsewhere is None:
            gone.add(weg_id)
        elif len(dropped) < len(moved["vervallen"]):
            kept = json.dumps(moved | {"vervallen": dropped}, ensure_ascii=False)
            raw.execute("UPDATE samenvoeging SET verhuisd = ? WHERE id = ?", (kept, merge_id))
    return gone


def _owned(raw: Any, root: str, ids: set[str]) -> Rows:
    """Return table -> keys of every row that hangs on ``ids`` of ``root``, however deep.

    A row that may do without what it points at (nullable, no cascade) hangs on the root only when it points at it
    directly; deeper it would be a row of something else.
    """
    owned: Rows = {root: set(ids)}
    todo = [root] if ids else []
    while todo:
        parent = todo.pop()
        for table, column, needed in _children(raw, parent):
            if parent != root and not needed:
                continue
            key, new = _key(raw, table), set()
            for part in _parts(owned[parent]):
                query = f'SELECT "{key}" FROM "{table}" WHERE "{column}" IN ({_marks(tuple(part))})'
                new |= {row[0] for row in raw.execute(query, part)}
            new -= owned.setdefault(table, set())
            if new:
                owned[table] |= new
                todo.append(table)
    return owned


def _let_go(raw: Any, owned: Rows) -> None:
    """Rows of something else that may do without what they point at, point at nothing from here on. What goes as well is
    left as it is: the record may keep it from being changed."""
    for parent in set(owned) - {_ROOT, _PERSON}:
        for table, column, needed in _children(raw, parent):
            if needed:
                continue
            key, stays = _key(raw, table), set()
            for part in _parts(owned[parent]):
                query = f'SELECT "{key}" FROM "{table}" WHERE "{column}" IN ({_marks(tuple(part))})'
                stays |= {row[0] for row in raw.execute(query, part)} - owned.get(table, set())
            for part in _parts(stays):
                query = f'UPDATE "{table}" SET "{column}" = NULL WHERE "{key}" IN ({_marks(tuple(part))})'
                raw.execute(query, part)


def _children(raw: Any, parent: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (table, column, needed) of every foreign key to ``parent``."""
    for table in _tables(raw):
        if table == parent and parent == _ROOT:
            continue
        required = {row[1] for row in raw.execute(f'PRAGMA table_info("{table}")') if row[3] or row[5]}
        for row in raw.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            if row[2] == parent:
                yield table, row[3], row[6] == "CASCADE" or row[3] in required


def _tables(raw: Any) -> list[str]:
    names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in names if not name.startswith(("sqlite_", "zoek_"))]


def _full_text(raw: Any) -> list[str]:
    rows = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    return [name for name, sql in rows if sql and "using fts5" in sql.lower()]


def _key(raw: Any, table: str) -> str:
    """Return the one column that identifies a row."""
    keys = [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")') if row[5]]
    return str(keys[0]) if len(keys) == 1 else "rowid"


def _parts(ids: set[str]) -> Iterator[list[str]]:
    every = sorted(ids)
    for start in range(0, len(every), 500):
        yield every[start : start + 500]


def _own_words(raw: Any) -> None:
    """Forget the words for the spelling check that stand in no text any more: they may have named somebody."""
    if "eigen_woord" not in _tables(raw):
        return
    for word_id, word in raw.execute("SELECT id, woord FROM eigen_woord").fetchall():
        if raw.execute("SELECT 1 FROM zoek WHERE zoek MATCH ? LIMIT 1", (f'"{word}"',)).fetchone() is None:
            raw.execute("DELETE FROM eigen_woord WHERE id = ?", (word_id,))


def _drafts(raw: Any, ids: set[str]) -> None:
    """Forget half-typed text about any of these records: its key names them."""
    for user, key in raw.execute("SELECT gebruiker_id, sleutel FROM concept").fetchall():
        if any(record_id in key for record_id in ids):
            raw.execute("DELETE FROM concept WHERE gebruiker_id = ? AND sleutel = ?", (user, key))


def _sheets(raw: Any, casus_id: str, nummer: str) -> int:
    """Take the sheet of the case out of every kept set of minutes; return from how many."""
    if "verslagstand" not in _tables(raw):
        return 0
    triggers = raw.execute(
        f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ({_marks(_FIXED)})",
        _FIXED,
    ).fetchall()
    for name, _ in triggers:
        raw.execute(f'DROP TRIGGER "{name}"')
    changed = 0
    # By rowid: a meeting has a row for each time it was closed; in an older backup it has one.
    for row_id, text in raw.execute("SELECT rowid, inhoud FROM verslagstand").fetchall():
        minutes = json.loads(text)
        if _without(minutes, casus_id, nummer):
            whole = json.dumps(minutes, ensure_ascii=False, separators=(",", ":"))
            raw.execute("UPDATE verslagstand SET inhoud = ? WHERE rowid = ?", (whole, row_id))
            changed += 1
    for overleg_id, text in raw.execute("SELECT id, tekorten FROM overleg").fetchall():
        gaps = json.loads(text)
        if _quiet(gaps, nummer):
            raw.execute(
                "UPDATE overleg SET tekorten = ? WHERE id = ?",
                (json.dumps(gaps, ensure_ascii=False), overleg_id),
            )
    for _, sql in triggers:
        raw.execute(sql)
    return changed


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _without(minutes: dict[str, Any], casus_id: str, nummer: str) -> bool:
    """Take the case out of these minutes; whether it was in them."""
    found = False
    for punt in minutes["punten"]:
        if punt["casus"] is not None and punt["casus"]["id"] == casus_id:
            punt["casus"], punt["notitie"], found = None, SHEET_GONE.format(nummer=nummer), True
    others = [actie for actie in minutes["oude_acties"] if actie["casusnummer"] != nummer]
    found = found or len(others) != len(minutes["oude_acties"])
    minutes["oude_acties"] = others
    return _quiet(minutes["tekorten"], nummer) or found


def _quiet(gaps: list[dict[str, Any]], nummer: str) -> bool:
    """Leave of what was missing only that it was; whether there was more."""
    found = False
    for gap in gaps:
        if gap["casusnummer"] == nummer and gap.get("toelichting"):
            gap["toelichting"], found = "", True
    return found


def _leftovers(raw: Any, casus_id: str) -> bool:
    """Whether any table still points at the case, or the rows left do not hold together."""
    if raw.execute("SELECT 1 FROM casus WHERE id = ?", (casus_id,)).fetchone():
        return True
    for table, column, _ in _children(raw, _ROOT):
        query = f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1'
        if raw.execute(query, (casus_id,)).fetchone():
            return True
    return raw.execute("PRAGMA foreign_key_check").fetchone() is not None
