"""What each organisation brought in, and what weighs for and against."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.vocabulary import Bronregime, Factorsoort


class Inbreng(Versioned, Base):
    """A statement of one organisation on one leefgebied, with its secrecy marks (domein.md §3). Its number (I-12) is
    stable for ever; the shared picture cites it by that. ``weerspreekt_id``: the earlier statement that it contradicts.

    ``mag_door_naar`` is a list of organisation ids; ``["*"]`` means all partners, ``[]`` nobody.
    ``mondeling``: said at the table, not to be recorded in minutes or print.
    """

    __tablename__ = "inbreng"
    __table_args__ = (Index("uq_inbreng_nummer", "nummer", unique=True),)

    nummer: Mapped[int] = mapped_column(server_default=text("0"))
    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), index=True)
    leefgebied_code: Mapped[str] = mapped_column(String(60))
    datum: Mapped[date] = mapped_column()
    regime: Mapped[Bronregime] = mapped_column(term_column(Bronregime))
    mag_door_naar: Mapped[list[Any]] = mapped_column(JSON, default=list)
    mondeling: Mapped[bool] = mapped_column(default=False)
    weerspreekt_id: Mapped[str | None] = mapped_column(ForeignKey("inbreng.id"), index=True)
    tekst: Mapped[str] = mapped_column(Text)


class Factor(Identified, Base):
    """A risk factor or a protective factor of a case."""

    __tablename__ = "factor"

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    soort: Mapped[Factorsoort] = mapped_column(term_column(Factorsoort))
    tekst: Mapped[str] = mapped_column(Text)
    volgorde: Mapped[int] = mapped_column(default=0)
