"""Partner organisations and the people who sit at the table for them."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Versioned, term_column
from vhdesk.vocabulary import Organisatiesoort


class Organisatie(Versioned, Base):
    """A convenant partner. ``aliassen`` are the names it goes by in delivered lists."""

    __tablename__ = "organisatie"

    code: Mapped[str] = mapped_column(String(60), unique=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    soort: Mapped[Organisatiesoort] = mapped_column(term_column(Organisatiesoort))
    aliassen: Mapped[list[str]] = mapped_column(JSON, default=list)
    telefoon: Mapped[str] = mapped_column(String(40), default="")
    actief: Mapped[bool] = mapped_column(default=True)


class Medewerker(Versioned, Base):
    """A professional of an organisation: the person who can be casemanager, own an action or sit at a table."""

    __tablename__ = "medewerker"

    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), index=True)
    naam: Mapped[str] = mapped_column(String(200))
    functie: Mapped[str] = mapped_column(String(200), default="")
    telefoon: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    opmerking: Mapped[str] = mapped_column(Text, default="")
    actief: Mapped[bool] = mapped_column(default=True)
