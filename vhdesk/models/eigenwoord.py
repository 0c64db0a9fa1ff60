"""Words that a vault knows and the dictionary does not."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified


class EigenWoord(Identified, Base):
    """A word that is right here: jargon, a street, a nickname. It may name somebody, so it stays in the vault."""

    __tablename__ = "eigen_woord"

    woord: Mapped[str] = mapped_column(String(60), unique=True)
