"""How persons stand to each other: partner, ouder, huisgenoot ... whatever cases they are in."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, term_column
from vhdesk.models.persoon import Persoon
from vhdesk.vocabulary_persoon import OUDER_DAN, Persoonsoort, Relatiesoort


class Persoonrelatie(Identified, Base):
    """``van`` is ``soort`` of ``naar``. One that holds both ways stands once, the lower id first."""

    __tablename__ = "persoonrelatie"
    __table_args__ = (
        UniqueConstraint("van_id", "naar_id", "soort"),
        CheckConstraint("van_id != naar_id", name="ander"),
    )

    van_id: Mapped[str] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"))
    naar_id: Mapped[str] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), index=True)
    soort: Mapped[Relatiesoort] = mapped_column(term_column(Relatiesoort))


def richting(van_id: str, naar_id: str, soort: Relatiesoort) -> tuple[str, str]:
    """Return the ids in the order in which the relation is stored."""
    return (naar_id, van_id) if soort.wederkerig and naar_id < van_id else (van_id, naar_id)


def check_relatie(van: Persoon, naar: Persoon, soort: Relatiesoort) -> None:
    """Raise RuleViolation when ``van`` cannot be this of ``naar``: himself, born after him, or not a person."""
    if van.id == naar.id:
        raise RuleViolation("relatie_met_zichzelf", field="naar_id")
    jonger = van.geboortedatum and naar.geboortedatum and van.geboortedatum >= naar.geboortedatum
    if soort in OUDER_DAN and jonger:
        raise RuleViolation("ouder_jonger_dan_kind", field="soort", relatie=soort.label)
    bestuurd = naar.soort is Persoonsoort.RECHTSPERSOON
    mens = van.soort is Persoonsoort.NATUURLIJK and not bestuurd
    if not (bestuurd if soort is Relatiesoort.BESTUURDER else mens):
        raise RuleViolation("relatie_met_rechtspersoon", field="soort")
