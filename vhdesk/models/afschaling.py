"""What goes with a step up or down: the letter to the gemeente, and who carries what in a phase of AVE."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import AveRol
from vhdesk.vocabulary_casus import NAZORG_VROEG


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


def open_nazorg(momenten: Sequence[date], gedaan: Sequence[date]) -> tuple[date, ...]:
    """Return the days of ``momenten`` that still wait for their review: each review that was done (``gedaan``, in order) is the
    one of the first day that waits, unless that is more than ``NAZORG_VROEG`` days ahead. A case is watched for relapse
    after months (domein.md §1, step 10); what is seen in the first week says nothing about them."""
    wacht = list(momenten)
    for dag in gedaan:
        if wacht and dag >= wacht[0] - timedelta(days=NAZORG_VROEG):
            del wacht[0]
    return tuple(wacht)


def check_afsluiten(mist: Sequence[str], ondanks: str) -> None:
    """Raise RuleViolation when a case would close while ``mist`` was not done and nobody says why: nazorg is watched for
    relapse first (domein.md §1, step 10), and the referrer and the gemeente always hear."""
    if mist and not ondanks.strip():
        raise RuleViolation("afsluiten_met_open", field="ondanks", mist=", ".join(mist))
