"""The method by which a case is worked, from when to when, and what was written down because the method asks for it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary_methode import Methodenotitiesoort


class Casusmethode(Identified, Base):
    """One method of one case for a while; at most one holds now (partial unique index). What it asks stands in the
    list ``methoden``."""

    __tablename__ = "casusmethode"
    __table_args__ = (
        Index("uq_casusmethode_huidig", "casus_id", unique=True, sqlite_where=text("tot IS NULL")),
        CheckConstraint("tot IS NULL OR tot >= van", name="periode"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    methode_code: Mapped[str] = mapped_column(String(60))
    reden: Mapped[str] = mapped_column(Text)
    van: Mapped[datetime] = mapped_column()
    tot: Mapped[datetime | None] = mapped_column()

    def beeindigen(self, op: datetime) -> None:
        """End the period at ``op``. Raises RuleViolation when it already ended."""
        if self.tot is not None:
            raise RuleViolation("methode_al_beeindigd", field="methode_code")
        self.tot = max(op, self.van)


class Methodenotitie(Identified, Base):
    """What was known, scored or arranged at a moment, and who wrote it down. ``scores``: [part, value] pairs, in the
    words the list had then. Never changed: what is known later is the next one, and a slip is taken back."""

    __tablename__ = "methodenotitie"
    __table_args__ = (Index("ix_methodenotitie_laatste", "casus_id", "soort", "tijdstip"),)

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    methode_code: Mapped[str] = mapped_column(String(60))
    soort: Mapped[Methodenotitiesoort] = mapped_column(term_column(Methodenotitiesoort))
    tekst: Mapped[str] = mapped_column(Text)
    scores: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    tijdstip: Mapped[datetime] = mapped_column()
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))
