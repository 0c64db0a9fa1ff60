"""How long cases are kept per regime, what was destroyed, and the settings of a table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import Bewaarstart, Tafelregime


class Bewaarregel(Identified, Base):
    """The term of one regime, by version: the highest counts, the earlier ones tell what held before."""

    __tablename__ = "bewaarregel"
    __table_args__ = (
        UniqueConstraint("regime", "versie"),
        CheckConstraint("jaren BETWEEN 1 AND 30", name="jaren"),
        CheckConstraint("herbeoordeling_maanden BETWEEN 1 AND 120", name="herbeoordeling"),
    )

    regime: Mapped[Tafelregime] = mapped_column(term_column(Tafelregime))
    versie: Mapped[int] = mapped_column()
    jaren: Mapped[int] = mapped_column()
    vanaf: Mapped[Bewaarstart] = mapped_column(term_column(Bewaarstart))
    herbeoordeling_maanden: Mapped[int] = mapped_column()
    reden: Mapped[str] = mapped_column(Text, default="")
    gewijzigd_op: Mapped[datetime] = mapped_column()
    actor: Mapped[str] = mapped_column(String(200))


class Tafelinstelling(Identified, Base):
    """A setting of one table ('couleur locale'), by version: the highest counts. ``sleutel`` names which. Without a
    table it holds for every table that set nothing of its own."""

    __tablename__ = "tafelinstelling"
    __table_args__ = (
        UniqueConstraint("tafel_id", "sleutel", "versie"),
        Index(
            "uq_tafelinstelling_huis", "sleutel", "versie", unique=True, sqlite_where=text("tafel_id IS NULL")
        ),
    )

    tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id", ondelete="CASCADE"))
    sleutel: Mapped[str] = mapped_column(String(60))
    versie: Mapped[int] = mapped_column()
    waarde: Mapped[Any] = mapped_column(JSON)
    gewijzigd_op: Mapped[datetime] = mapped_column()
    actor: Mapped[str] = mapped_column(String(200))


class Vernietiging(Identified, Base):
    """One destruction: numbers, ground and what could not be reached. Nothing here leads to a person.

    ``casus_id`` is the technical id, kept until the last copy is done (``klaar_op``), so that the work can go on
    after it was broken off; then it is empty.
    """

    __tablename__ = "vernietiging"

    casus_id: Mapped[str] = mapped_column(String(32), default="")
    casusnummer: Mapped[str] = mapped_column(String(40))
    regime: Mapped[str] = mapped_column(String(60))
    grond: Mapped[str] = mapped_column(Text)
    aantallen: Mapped[dict[str, int]] = mapped_column(JSON)
    kopieen: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    begonnen_op: Mapped[datetime] = mapped_column()
    klaar_op: Mapped[datetime | None] = mapped_column()
    actor: Mapped[str] = mapped_column(String(200))
