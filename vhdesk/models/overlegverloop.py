"""What happens to a meeting as a whole while it runs: it is adjourned and resumed, and somebody else takes the chair."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class Schorsing(Identified, Base):
    """That the table adjourned: from when until when (None: it still is), until when it meant to, and what for.

    The meeting stays the same one, also when it goes on another day. What takes time in it does not count the break.
    """

    __tablename__ = "schorsing"
    __table_args__ = (
        UniqueConstraint("overleg_id", "volgnr"),
        Index("uq_schorsing_open", "overleg_id", unique=True, sqlite_where=text("hervat_op IS NULL")),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    volgnr: Mapped[int] = mapped_column()  # a clock may be set back
    geschorst_op: Mapped[datetime] = mapped_column()
    verder_op: Mapped[datetime | None] = mapped_column()
    reden: Mapped[str] = mapped_column(Text, default="")
    hervat_op: Mapped[datetime | None] = mapped_column()


class Voorzitterwissel(Identified, Base):
    """That the chair went from one person to another while the meeting ran. ``van_id`` None: nobody had it."""

    __tablename__ = "voorzitterwissel"
    __table_args__ = (
        UniqueConstraint("overleg_id", "volgnr"),
        CheckConstraint("van_id IS NULL OR van_id != naar_id", name="ander"),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    volgnr: Mapped[int] = mapped_column()
    tijdstip: Mapped[datetime] = mapped_column()
    van_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    naar_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"))
