"""What a partner was asked for a case before a meeting, and what came back."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary_uitvraag import Uitvraagstand


class Uitvraag(Identified, Base):
    """That an organisation was asked for a case of a meeting. It stays when the case leaves the agenda, and counts again
    when the case comes back. ``herinnerd_op``: the last reminder."""

    __tablename__ = "uitvraag"
    __table_args__ = (
        UniqueConstraint("overleg_id", "casus_id", "organisatie_id"),
        CheckConstraint("(stand = 'gevraagd') = (antwoord_op IS NULL)", name="antwoord"),
        CheckConstraint("stand != 'geweigerd' OR length(trim(reden)) > 0", name="reden"),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    stand: Mapped[Uitvraagstand] = mapped_column(term_column(Uitvraagstand))
    reden: Mapped[str] = mapped_column(Text, default="")
    gevraagd_op: Mapped[date] = mapped_column()
    antwoord_op: Mapped[date | None] = mapped_column()
    herinnerd_op: Mapped[datetime | None] = mapped_column()

    def zet(self, stand: Uitvraagstand, reden: str, op: date) -> None:
        """Record what came back on day ``op``. Raises RuleViolation for a refusal without its reason, or a day before
        the question."""
        geweigerd, open_ = stand is Uitvraagstand.GEWEIGERD, stand is Uitvraagstand.GEVRAAGD
        if geweigerd and not reden.strip():
            raise RuleViolation("reden_ontbreekt", field="reden")
        if not open_ and op < self.gevraagd_op:
            raise RuleViolation("antwoord_voor_vraag", field="antwoord_op")
        self.stand = stand
        self.reden = reden.strip() if geweigerd else ""
        self.antwoord_op = None if open_ else op
