"""The plan van aanpak: exactly one per case."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, Versioned


class PlanVanAanpak(Versioned, Base):
    """The one plan of a case (unique on casus_id), with its exit criterion from day one. ``signalen``, ``helpt`` and
    ``helpt_niet``: what the crisis card says of the person, one thing a line."""

    __tablename__ = "plan_van_aanpak"
    __table_args__ = (
        # For the sentences of the start page: which plan must be evaluated, and which case has one.
        Index(
            "ix_plan_evaluatie", "evaluatiedatum", "casus_id", sqlite_where=text("evaluatiedatum IS NOT NULL")
        ),
        Index("ix_plan_met_doel", "casus_id", sqlite_where=text("trim(hoofddoel) != ''")),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), unique=True)
    hoofddoel: Mapped[str] = mapped_column(Text, default="")
    evaluatiedatum: Mapped[date | None] = mapped_column()
    afschaalcriterium: Mapped[str] = mapped_column(Text, default="")
    signalen: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    helpt: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    helpt_niet: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))


class Plandoel(Identified, Base):
    """A SMART goal on one leefgebied: ``doel`` is what is specific, the others say the rest (domein.md §2)."""

    __tablename__ = "plandoel"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    leefgebied_code: Mapped[str] = mapped_column(String(60))
    doel: Mapped[str] = mapped_column(Text)
    meetbaar: Mapped[str] = mapped_column(Text, default="")
    acceptabel: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    realistisch: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    tijdgebonden: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    volgorde: Mapped[int] = mapped_column(default=0)


class Scenario(Identified, Base):
    """If this sign then that step, who calls whom, and the numbers that are answered day and night."""

    __tablename__ = "scenario"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    als: Mapped[str] = mapped_column(Text)
    dan: Mapped[str] = mapped_column(Text)
    wie_belt_wie: Mapped[str] = mapped_column(Text, default="")
    telefoon: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    volgorde: Mapped[int] = mapped_column(default=0)


class Belnummer(Identified, Base):
    """Who is called in a crisis, in this order, and when that number is answered."""

    __tablename__ = "belnummer"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    wie: Mapped[str] = mapped_column(Text)
    nummer: Mapped[str] = mapped_column(Text, default="")
    bereikbaar: Mapped[str] = mapped_column(Text, default="")
    volgorde: Mapped[int] = mapped_column(default=0)


class Escalatieafspraak(Identified, Base):
    """When the case goes up: to whom, and who takes it there."""

    __tablename__ = "escalatieafspraak"

    plan_id: Mapped[str] = mapped_column(ForeignKey("plan_van_aanpak.id", ondelete="CASCADE"), index=True)
    wanneer: Mapped[str] = mapped_column(Text)
    naar_wie: Mapped[str] = mapped_column(Text, default="")
    door_wie: Mapped[str] = mapped_column(Text, default="")
    volgorde: Mapped[int] = mapped_column(default=0)


class Planversie(Identified, Base):
    """The plan as a table adopted it: its text as JSON, for ever (trigger). It stands as long as its decision does."""

    __tablename__ = "planversie"
    __table_args__ = (UniqueConstraint("casus_id", "nummer"),)

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    besluit_id: Mapped[str] = mapped_column(ForeignKey("besluit.id", ondelete="CASCADE"), unique=True)
    nummer: Mapped[int] = mapped_column()
    inhoud: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column()
