"""Who is casemanager, verantwoordelijke and procesregisseur of a case, and from when to when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import Casusrol


class Casusroltoewijzing(Identified, Base):
    """One person of an organisation in one role; at most one current row per case and role.

    '1 plan van aanpak, 1 casemanager en 1 verantwoordelijke' (jaarplan NOG 2017) is held by the partial unique index and
    by the triggers of ``store/roltriggers.py``: a role is given to a person of the organisation, and in a case that is
    led it ends by going over to a successor (``opvolger_id``). That successor is written after the end, so its key is
    checked at the commit. A row without a person is of before that rule: it says which organisation carries the case,
    and the role counts as open until it goes over to somebody.
    """

    __tablename__ = "casusroltoewijzing"
    __table_args__ = (
        Index(
            "uq_casusroltoewijzing_huidig", "casus_id", "rol", unique=True, sqlite_where=text("tot IS NULL")
        ),
        # Narrow: which roles the people and organisations have who left.
        Index("ix_casusroltoewijzing_persoon", "medewerker_id", "casus_id", sqlite_where=text("tot IS NULL")),
        Index("ix_casusroltoewijzing_houder", "organisatie_id", "casus_id", sqlite_where=text("tot IS NULL")),
        CheckConstraint("tot IS NULL OR tot >= van", name="periode"),
        Index("ix_casusroltoewijzing_opvolger", "opvolger_id", sqlite_where=text("opvolger_id IS NOT NULL")),
        CheckConstraint("rol = 'verantwoordelijke' OR medewerker_id IS NOT NULL", name="persoon"),
        CheckConstraint("opvolger_id IS NULL OR tot IS NOT NULL", name="opvolger"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    rol: Mapped[Casusrol] = mapped_column(term_column(Casusrol))
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    medewerker_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    van: Mapped[datetime] = mapped_column()
    tot: Mapped[datetime | None] = mapped_column()
    opvolger_id: Mapped[str | None] = mapped_column(
        ForeignKey("casusroltoewijzing.id", deferrable=True, initially="DEFERRED")
    )

    def beeindigen(self, op: datetime, opvolger_id: str | None = None) -> None:
        """End the role at ``op``; ``opvolger_id``: the row of who has it from then on, which is added next. Raises
        RuleViolation when it already ended."""
        if self.tot is not None:
            raise RuleViolation("rol_al_beeindigd", field="rol")
        self.tot, self.opvolger_id = max(op, self.van), opvolger_id

    def heropenen(self) -> None:
        """Undo of ending: who had the role has it again."""
        self.tot = self.opvolger_id = None


def check_procesregie(*, mag: bool, wie: str, field: str) -> None:
    """Raise RuleViolation when somebody would be procesregisseur who may not by the rule of the table (``wie`` says who
    may). As shipped that is staff of the house (jaarplan Twente 2015 §2: the procesmanager Veiligheidshuis becomes
    procesregisseur)."""
    if not mag:
        raise RuleViolation("procesregie_van_huis", field=field, wie=wie)
