"""Lists that a table may change itself ('couleur locale'): doelgroepen, leefgebieden, besluittypen ..."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class Referentielijst(Base):
    """A list with its current version number; every change raises the version by one."""

    __tablename__ = "referentielijst"

    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    naam: Mapped[str] = mapped_column(String(120))
    bron: Mapped[str] = mapped_column(Text, default="")
    versie: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column()


class Referentiewaarde(Identified, Base):
    """One entry, valid from version ``versie_van`` up to and including ``versie_tot`` (null: still valid).

    A change closes the old row and opens a new one with the same ``code``, so that an old case keeps the word
    it was written with.
    """

    __tablename__ = "referentiewaarde"
    __table_args__ = (UniqueConstraint("lijst_code", "code", "versie_van"),)

    lijst_code: Mapped[str] = mapped_column(ForeignKey("referentielijst.code"), index=True)
    code: Mapped[str] = mapped_column(String(60))
    naam: Mapped[str] = mapped_column(String(200))
    omschrijving: Mapped[str] = mapped_column(Text, default="")
    volgorde: Mapped[int] = mapped_column(default=0)
    kenmerken: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    versie_van: Mapped[int] = mapped_column(default=1)
    versie_tot: Mapped[int | None] = mapped_column()
