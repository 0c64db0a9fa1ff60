"""The register of copies: every minutes that left the vault, for whom, and whether the paper came back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import Informatieniveau
from vhdesk.vocabulary_lezer import Exemplaarwijze


class Exemplaar(Identified, Base):
    """One copy. ``organisatie_id`` None: for the house. ``nummer`` of ``totaal``, and which time it was made (``herdruk`` 0:
    the first); ``niveau``: the most it says of any case; ``sha256`` of its bytes; ``vervallen``: it did not leave after all,
    the printer or the disk refused. ``teruggehaald_op``: the paper was collected back."""

    __tablename__ = "exemplaar"
    __table_args__ = (
        Index("ix_exemplaar_overleg_id", "overleg_id", "versie"),
        CheckConstraint("nummer BETWEEN 1 AND totaal", name="nummer"),
        CheckConstraint("herdruk = 0 OR length(trim(reden)) > 0", name="reden"),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    versie: Mapped[int] = mapped_column()
    organisatie_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"))
    nummer: Mapped[int] = mapped_column()
    totaal: Mapped[int] = mapped_column()
    herdruk: Mapped[int] = mapped_column(default=0)
    niveau: Mapped[Informatieniveau] = mapped_column(term_column(Informatieniveau))
    wijze: Mapped[Exemplaarwijze] = mapped_column(term_column(Exemplaarwijze))
    reden: Mapped[str] = mapped_column(Text, default="")
    sha256: Mapped[str] = mapped_column(String(64))
    gemaakt_op: Mapped[datetime] = mapped_column()
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))
    vervallen: Mapped[bool] = mapped_column(default=False)
    teruggehaald_op: Mapped[datetime | None] = mapped_column()

    def haal_terug(self, op: datetime | None) -> None:
        """Say when the paper came back; None: it did not after all. Raises RuleViolation when it says so already."""
        if self.vervallen or (self.teruggehaald_op is None) is (op is None):
            raise RuleViolation("exemplaar_al_zo", nummer=self.nummer)
        self.teruggehaald_op = op
