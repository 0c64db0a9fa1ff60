"""An attachment of a case: a file as it came in, whole, inside the encrypted store."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class Bijlage(Identified, Base):
    """``soort``: its media type by its content; ``sha256``: of ``inhoud``, by which the same file is known in one case.

    It is never changed (trigger): another version is another file. ``inhoud`` is the last column and is read only when it
    is asked for.
    """

    __tablename__ = "bijlage"
    __table_args__ = (
        UniqueConstraint("casus_id", "sha256"),
        CheckConstraint("grootte > 0 AND grootte = length(inhoud)", name="grootte"),
        CheckConstraint("length(trim(naam)) > 0", name="naam"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    naam: Mapped[str] = mapped_column(String(140))
    soort: Mapped[str] = mapped_column(String(120))
    grootte: Mapped[int] = mapped_column()
    sha256: Mapped[str] = mapped_column(String(64))
    toegevoegd_op: Mapped[datetime] = mapped_column()
    actor: Mapped[str] = mapped_column(String(200))
    inhoud: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
