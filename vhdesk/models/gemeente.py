"""Municipalities: who refers cases, in which region and chamber, and what they contribute."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Versioned


class Gemeente(Versioned, Base):
    """One of the 14 of Twente or the 22 of Noord- en Oost-Gelderland. Amounts in euro cents."""

    __tablename__ = "gemeente"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    naam: Mapped[str] = mapped_column(String(100), unique=True)
    regio: Mapped[str] = mapped_column(String(60))
    veiligheidskamer: Mapped[str] = mapped_column(String(60), default="")
    zetelgemeente: Mapped[bool] = mapped_column(default=False)
    bijdrage_cent: Mapped[int] = mapped_column(default=0)
    aandeel_promille: Mapped[int] = mapped_column(default=0)
    verhoging_cent: Mapped[int] = mapped_column(default=0)
    organisatie_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"))
