"""Tables: the recurring meetings, their place, rhythm, law and fixed participants."""

from __future__ import annotations

from datetime import time

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.vocabulary import Tafelregime, Tafelsoort


class Tafel(Versioned, Base):
    """A werktafel or casustafel; its settings are the annex 'per overleg' of the convenant (domein.md §3)."""

    __tablename__ = "tafel"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    naam: Mapped[str] = mapped_column(String(120), unique=True)
    soort: Mapped[Tafelsoort] = mapped_column(term_column(Tafelsoort))
    regime: Mapped[Tafelregime] = mapped_column(term_column(Tafelregime))
    plaats: Mapped[str] = mapped_column(String(200), default="")
    frequentie: Mapped[str] = mapped_column(String(60), default="")
    begintijd: Mapped[time] = mapped_column(default=time(13, 30))
    duur_minuten: Mapped[int] = mapped_column(default=120)
    toelichting: Mapped[str] = mapped_column(Text, default="")
    actief: Mapped[bool] = mapped_column(default=True)


class Tafellid(Identified, Base):
    """A fixed participant of a table: an organisation, with the person who usually comes."""

    __tablename__ = "tafellid"
    __table_args__ = (UniqueConstraint("tafel_id", "organisatie_id", "medewerker_id"),)

    tafel_id: Mapped[str] = mapped_column(ForeignKey("tafel.id"), index=True)
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    medewerker_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
