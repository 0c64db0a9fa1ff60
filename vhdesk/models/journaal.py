"""The journaal: one line per act, append-only, each line hashing the one before it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, term_column
from vhdesk.vocabulary import Oorsprong, Resultaat
from vhdesk.vocabulary_casus import BRIEF_AFDRUKKEN, BRIEF_OPSLAAN

GENESIS = "0" * 64
# The lines that say that a letter of afschalen left the vault: a condition to the letter, or SQLite does not use the
# index of exactly these.
BRIEFREGEL = f"journaal.actie IN ('{BRIEF_AFDRUKKEN}', '{BRIEF_OPSLAAN}')"


class Journaalregel(Base):
    """Actor, actie, object, resultaat, oorsprong, tijdstempel (BIO2 8.15), chained by hash."""

    __tablename__ = "journaal"
    __table_args__ = (
        Index(
            "ix_journaal_brief", "object_id", "resultaat",
            sqlite_where=text(BRIEFREGEL.removeprefix("journaal.")),
        ),
    )  # fmt: skip

    volgnr: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tijdstip: Mapped[datetime] = mapped_column()
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))
    actie: Mapped[str] = mapped_column(String(80))
    object_soort: Mapped[str] = mapped_column(String(60))
    object_id: Mapped[str] = mapped_column(String(32), index=True)
    resultaat: Mapped[Resultaat] = mapped_column(term_column(Resultaat))
    oorsprong: Mapped[Oorsprong] = mapped_column(term_column(Oorsprong))
    bijzonderheden: Mapped[str] = mapped_column(Text, default="")
    vorige_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


def line_hash(
    volgnr: int,
    tijdstip: datetime,
    fields: tuple[str, ...],
    vorige_hash: str,
) -> str:
    """Return the SHA-256 of a line. Every field is length-prefixed, so that no two lines look alike.

    ``fields``: actor_id, actor, actie, object_soort, object_id, resultaat, oorsprong, bijzonderheden.
    """
    digest = hashlib.sha256()
    moment = tijdstip.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    for field in (str(volgnr), moment, *fields, vorige_hash):
        raw = field.encode()
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()
