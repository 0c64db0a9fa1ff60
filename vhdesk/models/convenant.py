"""Who signed the convenant: which version, by whom, from when until when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class Convenant(Identified, Base):
    """That an organisation signed a version of the convenant. Without one in force it gets no content (domein.md §3)."""

    __tablename__ = "convenant"
    __table_args__ = (
        UniqueConstraint("organisatie_id", "versie"),
        CheckConstraint("tot IS NULL OR tot >= van", name="tot"),
    )

    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    versie: Mapped[str] = mapped_column(String(40))
    ondertekenaar: Mapped[str] = mapped_column(String(200))
    van: Mapped[date] = mapped_column()
    tot: Mapped[date | None] = mapped_column()
