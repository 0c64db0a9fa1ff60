"""Actions: what an organisation promised to do, by whom, before when."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Versioned, term_column
from vhdesk.vocabulary import Actiestatus

_AF = (Actiestatus.GEDAAN, Actiestatus.KON_NIET, Actiestatus.NIET_GEDAAN, Actiestatus.VERVALLEN)


class Actie(Versioned, Base):
    """An action with its stable number (shown as A-31). Owner and term may still be missing; closing asks."""

    __tablename__ = "actie"
    __table_args__ = (
        # Covering: which actions are shown is decided without reading their texts.
        Index("ix_actie_casus_id", "casus_id", "status", "termijn"),
        Index(
            "ix_actie_status", "status", "termijn", "nummer", "casus_id", "overleg_id", "ontstaan_op", "id"
        ),
        CheckConstraint("length(trim(omschrijving)) > 0", name="omschrijving"),
        CheckConstraint("medewerker_id IS NULL OR organisatie_id IS NOT NULL", name="eigenaar"),
    )

    nummer: Mapped[int] = mapped_column(unique=True)
    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    overleg_id: Mapped[str | None] = mapped_column(ForeignKey("overleg.id"), index=True)
    omschrijving: Mapped[str] = mapped_column(Text)
    organisatie_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"), index=True)
    medewerker_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    termijn: Mapped[date | None] = mapped_column()
    conditie: Mapped[str] = mapped_column(Text, default="")
    informering: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Actiestatus] = mapped_column(term_column(Actiestatus), default=Actiestatus.OPEN)
    resultaat: Mapped[str] = mapped_column(Text, default="")
    uitgesteld: Mapped[int] = mapped_column(default=0)
    ontstaan_op: Mapped[date] = mapped_column()
    afgehandeld_op: Mapped[date | None] = mapped_column(index=True)
    achteraf: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column()

    def afhandelen(self, status: Actiestatus, resultaat: str, op: date) -> None:
        """Record how the action ended. 'Kon niet', 'niet gedaan' and 'vervallen' ask for the reason."""
        if status not in _AF:
            raise RuleViolation("actie_uitkomst_onbekend", field="status")
        if status is not Actiestatus.GEDAAN and not resultaat.strip():
            raise RuleViolation("reden_ontbreekt", field="resultaat")
        self.status = status
        self.resultaat = resultaat.strip()
        self.afgehandeld_op = op

    def heropenen(self) -> None:
        """Make the action open again (a slip of the hand)."""
        self.status = Actiestatus.OPEN
        self.resultaat = ""
        self.afgehandeld_op = None

    def verzetten(self, termijn: date, reden: str) -> None:
        """Give a new term, counted as postponed, with the reason."""
        if self.status is not Actiestatus.OPEN:
            raise RuleViolation("actie_niet_open", nummer=self.nummer)
        if not reden.strip():
            raise RuleViolation("reden_ontbreekt", field="reden")
        if self.termijn is not None:
            self.uitgesteld += 1
        self.termijn = termijn
        self.resultaat = reden.strip()
