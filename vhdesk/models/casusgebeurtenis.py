"""What happened to a case as a whole: every step of its course, with who, when and why."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort


class Casusgebeurtenis(Identified, Base):
    """One event in the course of a case. Never changed (trigger); it goes only with the case itself.

    ``van`` and ``naar`` stay empty for an event that leaves the status alone. ``datum`` is the day that belongs to
    the event (parked until, review on, new end of a term); ``fase`` an AVE phase; ``betreft_id`` the event that
    this one answers or takes back.
    """

    __tablename__ = "casusgebeurtenis"
    __table_args__ = (
        UniqueConstraint("casus_id", "volgnr"),
        # Covering, for the sentences of the start page: what is due is counted without reading the texts.
        Index("ix_casusgebeurtenis_stand", "soort", "casus_id", "tijdstip", "datum", "betreft_id"),
        CheckConstraint("fase IS NULL OR fase BETWEEN 1 AND 4", name="fase"),
        CheckConstraint("(van IS NULL) = (naar IS NULL)", name="stap"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    volgnr: Mapped[int] = mapped_column()
    soort: Mapped[Gebeurtenissoort] = mapped_column(term_column(Gebeurtenissoort))
    van: Mapped[CasusStatus | None] = mapped_column(term_column(CasusStatus))
    naar: Mapped[CasusStatus | None] = mapped_column(term_column(CasusStatus))
    reden_code: Mapped[str] = mapped_column(String(60), default="")
    reden: Mapped[str] = mapped_column(Text, default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    datum: Mapped[date | None] = mapped_column()
    fase: Mapped[int | None] = mapped_column()
    van_tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id"))
    naar_tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id"))
    organisatie_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"))
    betreft_id: Mapped[str | None] = mapped_column(ForeignKey("casusgebeurtenis.id", ondelete="CASCADE"))
    tijdstip: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))
