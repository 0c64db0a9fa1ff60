"""Decisions of a table on a case."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Versioned, term_column
from vhdesk.vocabulary import Besluitstatus, Vraagstand


class Besluit(Versioned, Base):
    """A decision with its stable number (shown as B-12). ``gremium_code``: who may take it.

    ``voorbehoud``: who had to be there and was not; it stands under reserve until it is confirmed (``bekrachtigd_op``).
    ``vraagstand``: the table asked it of that body and waits for an answer, or has it; None: it was not asked.
    """

    __tablename__ = "besluit"
    __table_args__ = (
        CheckConstraint("length(trim(tekst)) > 0", name="tekst"),
        CheckConstraint("vraagstand IS NULL OR antwoord_voor IS NOT NULL", name="antwoord_voor"),
        Index(
            "ix_besluit_gevraagd", "antwoord_voor", "casus_id", "status",
            sqlite_where=text("vraagstand = 'gevraagd'"),
        ),
        Index(
            "ix_besluit_beantwoord", "beantwoord_op", "casus_id", "status",
            sqlite_where=text("beantwoord_op IS NOT NULL"),
        ),
    )  # fmt: skip

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
    vraagstand: Mapped[Vraagstand | None] = mapped_column(term_column(Vraagstand))
    antwoord_voor: Mapped[date | None] = mapped_column()
    beantwoord_op: Mapped[date | None] = mapped_column()
    beantwoord_door: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    antwoord: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))

    voorbehoud: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    bekrachtigd_op: Mapped[date | None] = mapped_column()
    bekrachtigd_door: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))

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

    @property
    def geldt(self) -> bool:
        """Whether it was taken and stands: not one that was only asked, refused, withdrawn or taken back."""
        return self.status is Besluitstatus.VASTGELEGD and self.vraagstand in (None, Vraagstand.GENOMEN)

    def beantwoorden(self, stand: Vraagstand, *, op: date, door: str, antwoord: str) -> None:
        """Record the answer of the body that was asked. Raises RuleViolation when there is no open question, or the
        answer lacks who gave it or, for a refusal, why."""
        if self.status is not Besluitstatus.VASTGELEGD or self.vraagstand is not Vraagstand.GEVRAAGD:
            raise RuleViolation("besluit_wacht_niet", nummer=self.nummer)
        if stand is Vraagstand.GEVRAAGD:
            raise RuleViolation("antwoord_niet_gekozen", field="stand")
        if op < self.datum:
            raise RuleViolation("antwoord_voor_vraag", field="op")
        if not door.strip():
            raise RuleViolation("antwoord_van_wie", field="door")
        if stand is Vraagstand.AFGEWEZEN and not antwoord.strip():
            raise RuleViolation("reden_ontbreekt", field="antwoord")
        self.vraagstand, self.beantwoord_op = stand, op
        self.beantwoord_door, self.antwoord = door.strip(), antwoord.strip()

    def antwoord_terugnemen(self) -> None:
        """Undo of the answer: the question waits again. Raises RuleViolation when there was no answer."""
        if self.vraagstand in (None, Vraagstand.GEVRAAGD):
            raise RuleViolation("besluit_niet_beantwoord", nummer=self.nummer)
        self.vraagstand, self.beantwoord_op = Vraagstand.GEVRAAGD, None
        self.beantwoord_door = self.antwoord = ""

    def bekrachtigen(self, *, op: date, door: str) -> None:
        """Confirm a decision that stands under reserve. Raises RuleViolation when it does not, or it is not said when
        and by whom."""
        if (
            self.status is not Besluitstatus.VASTGELEGD
            or not self.voorbehoud
            or self.bekrachtigd_op is not None
        ):
            raise RuleViolation("besluit_zonder_voorbehoud", nummer=self.nummer)
        if op < self.datum:
            raise RuleViolation("bekrachtigd_voor_besluit", field="op")
        if not door.strip():
            raise RuleViolation("bekrachtigd_door_wie", field="door")
        self.bekrachtigd_op, self.bekrachtigd_door = op, door.strip()

    def bekrachtiging_terugnemen(self) -> None:
        """Undo of confirming: it stands under reserve again. Raises RuleViolation when it was not confirmed."""
        if self.bekrachtigd_op is None:
            raise RuleViolation("besluit_niet_bekrachtigd", nummer=self.nummer)
        self.bekrachtigd_op, self.bekrachtigd_door = None, ""
