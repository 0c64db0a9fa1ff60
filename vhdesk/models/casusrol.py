"""Who is casemanager, verantwoordelijke and procesregisseur of a case, and from when to when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import Casusrol


class Casusroltoewijzing(Identified, Base):
    """One person or organisation in one role; at most one current row per case and role.

    '1 plan van aanpak, 1 casemanager en 1 verantwoordelijke' (jaarplan NOG 2017) is held by the partial
    unique index. The casemanager and the procesregisseur are persons; a verantwoordelijke may be an organisation.
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
        CheckConstraint("rol = 'verantwoordelijke' OR medewerker_id IS NOT NULL", name="persoon"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    rol: Mapped[Casusrol] = mapped_column(term_column(Casusrol))
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    medewerker_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    van: Mapped[datetime] = mapped_column()
    tot: Mapped[datetime | None] = mapped_column()

    def beeindigen(self, op: datetime) -> None:
        """End the role at ``op``. Raises RuleViolation when it already ended."""
        if self.tot is not None:
            raise RuleViolation("rol_al_beeindigd", field="rol")
        self.tot = max(op, self.van)


def check_procesregie(*, van_huis: bool, field: str) -> None:
    """Raise RuleViolation when somebody of a partner would be procesregisseur: that is staff of the house (jaarplan Twente
    2015 §2: the procesmanager Veiligheidshuis becomes procesregisseur)."""
    if not van_huis:
        raise RuleViolation("procesregie_van_huis", field=field)
