"""How much an organisation may know of a case: what a person decided, and what follows when nobody did.

Source: the three levels of the national specification (domein.md §2, 'Who gets what'), and its source marks (§3).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Identified, term_column
from vhdesk.vocabulary import Bronregime, Informatieniveau

ALLEN: Final = "*"  # in ``Inbreng.mag_door_naar``: every partner of the case

# Professional secrecy: such a statement goes only to an organisation that is named, never to 'all partners' (WGBO
# 7:457 and Wet BIG 88; Jeugdwet 7.3.11; Wmo 2015 5.x; domein.md §3).
BIJ_NAAM: Final = frozenset({Bronregime.MEDISCH, Bronregime.JEUGD, Bronregime.VEILIG_THUIS})


class Niveaubepaling(Identified, Base):
    """That somebody decided how much an organisation may know of a case, and why. ``niveau`` None: it takes no part any
    more, and what follows from table, role and acties counts again. Never changed (trigger); it goes with the case."""

    __tablename__ = "niveaubepaling"
    __table_args__ = (Index("ix_niveaubepaling_casus_id", "casus_id", "organisatie_id", "tijdstip"),)

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    niveau: Mapped[Informatieniveau | None] = mapped_column(term_column(Informatieniveau))
    reden: Mapped[str] = mapped_column(Text, default="")
    tijdstip: Mapped[datetime] = mapped_column()
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))


def volgend_niveau(*, aan_tafel: bool, rol: bool, actie: bool) -> Informatieniveau:
    """Return what an organisation may know of a case when nobody decided it: the content when it sits at the table where
    the case is discussed or leads it, the process when it has an actie, else only that there is an outcome."""
    if aan_tafel or rol:
        return Informatieniveau.INHOUD
    return Informatieniveau.PROCES if actie else Informatieniveau.BESTAAN


def mag_op_papier(
    organisatie_id: str, *, van: str, regime: Bronregime, mag_door_naar: Collection[str], mondeling: bool
) -> bool:
    """Return whether a statement of organisation ``van`` may stand on a paper for ``organisatie_id``."""
    if mondeling:
        return False
    if organisatie_id == van or organisatie_id in mag_door_naar:
        return True
    return ALLEN in mag_door_naar and regime not in BIJ_NAAM
