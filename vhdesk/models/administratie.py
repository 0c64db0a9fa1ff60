"""What the record needs about itself: meta data, number series, drafts, imports and the search index."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class Kluismeta(Base):
    """Facts about the vault: its id, generation, practice mark, format."""

    __tablename__ = "kluis_meta"

    sleutel: Mapped[str] = mapped_column(String(60), primary_key=True)
    waarde: Mapped[str] = mapped_column(Text)


class Nummerreeks(Base):
    """The last number given out per series. It only goes up, so that a number is never used twice."""

    __tablename__ = "nummerreeks"

    reeks: Mapped[str] = mapped_column(String(40), primary_key=True)
    laatste: Mapped[int] = mapped_column(default=0)


class Concept(Base):
    """Half-typed text, at most one second behind the keyboard. Not an act: no journaal line."""

    __tablename__ = "concept"

    gebruiker_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(200), primary_key=True)
    tekst: Mapped[str] = mapped_column(Text)
    cursor: Mapped[int] = mapped_column(default=0)
    bewaard_op: Mapped[datetime] = mapped_column()


class Inlezing(Identified, Base):
    """One delivered list that was read in, so that it can be shown and undone as a whole."""

    __tablename__ = "inlezing"

    bestandsnaam: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    aantal: Mapped[int] = mapped_column()
    weggelaten: Mapped[int] = mapped_column(default=0, server_default="0")
    ingelezen_op: Mapped[datetime] = mapped_column()
    ongedaan_op: Mapped[datetime | None] = mapped_column()


class Zoekregel(Base):
    """One searchable text of a case, kept by triggers; the full-text index reads from here."""

    __tablename__ = "zoekregel"
    __table_args__ = (Index("ix_zoekregel_zoek", "id", "casus_id", "bron"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    casus_id: Mapped[str] = mapped_column(String(32))
    bron: Mapped[str] = mapped_column(String(40))
    bron_id: Mapped[str] = mapped_column(String(32), index=True)
    tekst: Mapped[str] = mapped_column(Text)
