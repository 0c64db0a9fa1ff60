"""Decisions of a table on a case."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Versioned, term_column
from vhdesk.vocabulary import Besluitstatus


class Besluit(Versioned, Base):
    """A decision with its stable number (shown as B-12). ``gremium_code``: who may take it."""

    __tablename__ = "besluit"
    __table_args__ = (CheckConstraint("length(trim(tekst)) > 0", name="tekst"),)

    nummer: Mapped[int] = mapped_column(unique=True)
    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    overleg_id: Mapped[str | None] = mapped_column(ForeignKey("overleg.id"), index=True)
    type_code: Mapped[str] = mapped_column(String(60))
    gremium_code: Mapped[str] = mapped_column(String(60))
    tekst: Mapped[str] = mapped_column(Text)
    onderbouwing: Mapped[str] = mapped_column(Text, default="")
    voorwaarden: Mapped[str] = mapped_column(Text, default="")
    afwijkende_mening: Mapped[str] = mapped_column(Text, default="")
    datum: Mapped[date] = mapped_column()
    ingangsdatum: Mapped[date | None] = mapped_column()
    status: Mapped[Besluitstatus] = mapped_column(
        term_column(Besluitstatus), default=Besluitstatus.VASTGELEGD
    )
    statusreden: Mapped[str] = mapped_column(Text, default="")
    achteraf: Mapped[bool] = mapped_column(default=False)
    vervangt_id: Mapped[str | None] = mapped_column(ForeignKey("besluit.id"), index=True)
    created_at: Mapped[datetime] = mapped_column()

    def intrekken(self, reden: str) -> None:
        """Withdraw with a reason; the decision stays readable. Raises RuleViolation without one."""
        if self.status is not Besluitstatus.VASTGELEGD:
            raise RuleViolation("besluit_niet_van_kracht", nummer=self.nummer)
        if not reden.strip():
            raise RuleViolation("reden_ontbreekt", field="reden")
        self.status = Besluitstatus.INGETROKKEN
        self.statusreden = reden.strip()

    def intrekking_terugnemen(self) -> None:
        """Undo of withdrawing: the decision stands again. Raises RuleViolation unless it was withdrawn."""
        if self.status is not Besluitstatus.INGETROKKEN:
            raise RuleViolation("besluit_niet_ingetrokken", nummer=self.nummer)
        self.status = Besluitstatus.VASTGELEGD
        self.statusreden = ""
