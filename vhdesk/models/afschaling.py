"""What goes with a step up or down: the letter to the gemeente, and who carries what in a phase of AVE."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import AveRol


class Afschaalbrief(Base):
    """The letter as it was made in the act of afschalen: its rows as JSON. It never changes (trigger)."""

    __tablename__ = "afschaalbrief"

    gebeurtenis_id: Mapped[str] = mapped_column(
        ForeignKey("casusgebeurtenis.id", ondelete="CASCADE"), primary_key=True
    )
    inhoud: Mapped[str] = mapped_column(Text)
    gemaakt_op: Mapped[datetime] = mapped_column()


class Averolhouder(Identified, Base):
    """The organisation that carries one responsibility in the phase that ``gebeurtenis_id`` set."""

    __tablename__ = "averolhouder"
    __table_args__ = (UniqueConstraint("gebeurtenis_id", "rol"),)

    gebeurtenis_id: Mapped[str] = mapped_column(ForeignKey("casusgebeurtenis.id", ondelete="CASCADE"))
    rol: Mapped[AveRol] = mapped_column(term_column(AveRol))
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
