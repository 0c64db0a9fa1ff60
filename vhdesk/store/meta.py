"""What the database knows about itself, and the head of its journaal: raw SQL on a raw connection.

Kept outside the ORM, since it is read before it is known whether the schema is the one of this program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from vhdesk.errors import StoreDamaged, VaultTooNew

APPLICATION_ID = 0x76684B4C  # "vhKL"
FORMAT = 1
NO_LINE = "0" * 64
"""The hash before the first line of the journaal."""

VAULT_ID = "kluis"
FORMAT_KEY = "formaat"
GENERATION = "generatie"
PRACTICE = "oefenkluis"
CREATED = "gemaakt_op"
ORIGIN = "herkomst"
FORMER_KEY = "vorige_sleutel"
DRAFTS = "conceptteller"
"""How often a draft was written or forgotten: it only goes up, so that a lost draft is missed as a lost line is."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of the journaal: its number and hash (0 and zeros when there is none)."""

    seq: int
    hash: str


NO_HEAD = Head(0, NO_LINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a database is: the last line of the journaal, and how many changes of drafts there were."""

    head: Head
    drafts: int = 0


def read_meta(raw: Any) -> dict[str, str]:
    """Return all facts; raises StoreDamaged ``not_a_vault`` when this database is not one of ours."""
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or not _has(raw, "kluis_meta"):
        raise StoreDamaged("not_a_vault")
    return dict(raw.execute("SELECT sleutel, waarde FROM kluis_meta").fetchall())


def write_meta(raw: Any, facts: Mapping[str, str | None]) -> None:
    """Store facts in one transaction; None removes one."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        for name, value in facts.items():
            if value is None:
                raw.execute("DELETE FROM kluis_meta WHERE sleutel = ?", (name,))
            else:
                raw.execute(
                    "INSERT INTO kluis_meta (sleutel, waarde) VALUES (?, ?)"
                    " ON CONFLICT (sleutel) DO UPDATE SET waarde = excluded.waarde",
                    (name, value),
                )
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:  # a full disk rolls back by itself; a second time would hide what happened
            raw.execute("ROLLBACK")
        raise


def first_facts(vault_id: str, generation: int, *, practice: bool, at: datetime) -> dict[str, str | None]:
    """Return the facts of a new vault."""
    return {
        VAULT_ID: vault_id,
        FORMAT_KEY: str(FORMAT),
        GENERATION: str(generation),
        PRACTICE: "ja" if practice else "nee",
        CREATED: at.isoformat(timespec="seconds"),
    }


def check_meta(facts: Mapping[str, str], vault_id: str, slot_generation: int) -> None:
    """Refuse a database that does not belong with its slot file.

    Raises VaultTooNew ``vault_too_new``; StoreDamaged ``other_vault`` when the ids differ, ``slots_rolled_back``
    when the slot file is older than the one the database last saw.
    """
    try:
        found_format, generation = int(facts[FORMAT_KEY]), int(facts[GENERATION])
    except (KeyError, ValueError):
        raise StoreDamaged("not_a_vault") from None
    if found_format > FORMAT:
        raise VaultTooNew("vault_too_new", found=found_format, known=FORMAT)
    if facts.get(VAULT_ID) != vault_id:
        raise StoreDamaged("other_vault")
    if slot_generation < generation:
        raise StoreDamaged("slots_rolled_back", expected=generation, found=slot_generation)


def read_head(raw: Any) -> Head:
    """Return the head of the journaal."""
    if not _has(raw, "journaal"):
        return NO_HEAD
    row = raw.execute("SELECT volgnr, hash FROM journaal ORDER BY volgnr DESC LIMIT 1").fetchone()
    return Head(*row) if row else NO_HEAD


def read_mark(raw: Any) -> Mark:
    """Return how far the database is."""
    if not _has(raw, "kluis_meta"):
        return Mark(read_head(raw))
    row = raw.execute("SELECT waarde FROM kluis_meta WHERE sleutel = ?", (DRAFTS,)).fetchone()
    return Mark(read_head(raw), int(row[0]) if row else 0)


def hash_at(raw: Any, seq: int) -> str | None:
    """Return the hash of line ``seq``, None when there is no such line."""
    if seq == 0:
        return NO_LINE
    if not _has(raw, "journaal"):
        return None
    row = raw.execute("SELECT hash FROM journaal WHERE volgnr = ?", (seq,)).fetchone()
    return row[0] if row else None


def last_moment(raw: Any) -> datetime | None:
    """Return the moment of the last line of the journaal, aware, None when there is none."""
    if not _has(raw, "journaal"):
        return None
    row = raw.execute("SELECT tijdstip FROM journaal ORDER BY volgnr DESC LIMIT 1").fetchone()
    if row is None:
        return None
    moment = datetime.fromisoformat(row[0])
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _has(raw: Any, table: str) -> bool:
    return raw.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone() is not None
