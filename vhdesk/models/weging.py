"""The weighing of a referral: the Top X criteria as a rule, who weighed, and what came out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Criterium, Criteriumuitkomst, Weeguitkomst

TOP_X_NORM = 250  # jaarplan Twente 2015: from 1,200 registrations to a Top X of about 250
TERUGKOPPELING_DAGEN = (
    7  # five working days, as Veiligheidshuis Parkstad promises its referrers (domein.md §1)
)

OPNEMEN = (Weeguitkomst.TOP_X, Weeguitkomst.HULP)
# Where a case goes by the outcome of its weighing. Help is given on a case that runs, without regie; a case for another
# table of this house does not stop here but waits there.
STATUS_NA: Mapping[Weeguitkomst, CasusStatus] = {
    Weeguitkomst.TOP_X: CasusStatus.IN_BEHANDELING,
    Weeguitkomst.HULP: CasusStatus.IN_BEHANDELING,
    Weeguitkomst.ANDERE_TAFEL: CasusStatus.NIET_OPGENOMEN,
    Weeguitkomst.ADVIES: CasusStatus.ADVIES,
    Weeguitkomst.NIET_OPNEMEN: CasusStatus.NIET_OPGENOMEN,
    Weeguitkomst.MEER_INFORMATIE: CasusStatus.AANGEMELD,
}


def mogelijke_uitkomsten(status: CasusStatus) -> tuple[Weeguitkomst, ...]:
    """Return what a weighing of a case with this status can come to: all of it while it waits; one that runs moves
    between the Top X and help in the execution; any other is not weighed."""
    if status in (CasusStatus.AANGEMELD, CasusStatus.IN_TRIAGE):
        return tuple(Weeguitkomst)
    return OPNEMEN if status in (CasusStatus.IN_BEHANDELING, CasusStatus.MONITORING) else ()


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the team says of one criterion: met, not met, or (None) not said; and why."""

    voldaan: bool | None = None
    reden: str = ""


class Weging(Versioned, Base):
    """One weighing of one case. It stays as it was; a mistake is withdrawn with a reason and stays readable.

    ``procesmanager_zorg``: the municipality's counterpart, who also brings the blue list (jaarplan Twente 2015 §2).
    """

    __tablename__ = "weging"
    __table_args__ = (
        CheckConstraint("length(trim(motivering)) > 0", name="motivering"),
        CheckConstraint("naar_tafel_id IS NULL OR uitkomst = 'andere tafel'", name="tafel"),
        CheckConstraint("(ingetrokken_op IS NULL) = (intrekreden = '')", name="ingetrokken"),
        # For what an agenda proposes: covering, the reasons of a weighing are not read.
        Index(
            "ix_weging_geldt",
            "uitkomst",
            "gewogen_op",
            "casus_id",
            "ingetrokken_op",
            sqlite_where=text("ingetrokken_op IS NULL"),
        ),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    gewogen_op: Mapped[date] = mapped_column()
    a: Mapped[bool | None] = mapped_column()
    a_reden: Mapped[str] = mapped_column(Text, default="")
    b: Mapped[bool | None] = mapped_column()
    b_reden: Mapped[str] = mapped_column(Text, default="")
    c: Mapped[bool | None] = mapped_column()
    c_reden: Mapped[str] = mapped_column(Text, default="")
    d: Mapped[bool | None] = mapped_column()
    d_reden: Mapped[str] = mapped_column(Text, default="")
    criteria: Mapped[Criteriumuitkomst] = mapped_column(term_column(Criteriumuitkomst))
    afwijking: Mapped[str] = mapped_column(Text, default="")
    uitkomst: Mapped[Weeguitkomst] = mapped_column(term_column(Weeguitkomst))
    motivering: Mapped[str] = mapped_column(Text)
    advies: Mapped[str] = mapped_column(Text, default="")
    afwijkende_mening: Mapped[str] = mapped_column(Text, default="")
    blue_list: Mapped[bool] = mapped_column(default=False)
    naar_tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id"))
    procesmanager_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    procesmanager_zorg_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    gebeurtenis_id: Mapped[str | None] = mapped_column(ForeignKey("casusgebeurtenis.id"))
    ingetrokken_op: Mapped[date | None] = mapped_column()
    intrekreden: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column()

    def intrekken(self, reden: str, op: date) -> None:
        """Withdraw with a reason; the weighing stays readable. Raises RuleViolation."""
        if self.ingetrokken_op is not None:
            raise RuleViolation("weging_al_ingetrokken")
        if not reden.strip():
            raise RuleViolation("reden_ontbreekt", field="reden")
        self.ingetrokken_op, self.intrekreden = op, reden.strip()


class Weger(Identified, Base):
    """A person who took part in a weighing."""

    __tablename__ = "weger"
    __table_args__ = (UniqueConstraint("weging_id", "medewerker_id"),)

    weging_id: Mapped[str] = mapped_column(ForeignKey("weging.id", ondelete="CASCADE"))
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"))


def criteria_uitkomst(oordelen: Mapping[Criterium, bool | None]) -> Criteriumuitkomst:
    """Return what (a and b and c) or d gives; a criterion on which nothing was said counts as unknown.

    Source: the Top X criteria of the jaarplan Twente 2015 §2, which are the national ones (domein.md §1).
    """
    drie = [oordelen.get(each) for each in (Criterium.A, Criterium.B, Criterium.C)]
    d = oordelen.get(Criterium.D)
    if d is True or all(drie):
        return Criteriumuitkomst.VOLDOET
    if d is False and False in drie:
        return Criteriumuitkomst.VOLDOET_NIET
    return Criteriumuitkomst.ONBESLIST


def past(uitkomst: Weeguitkomst, criteria: Criteriumuitkomst) -> bool:
    """Return whether the outcome follows from the criteria, so that it needs no reason of its own to deviate.

    The Top X is for cases that meet them; 'not taken up' and 'advice' for those that surely do not. Help, another
    table and asking for more are open to all.
    """
    if uitkomst is Weeguitkomst.TOP_X:
        return criteria is Criteriumuitkomst.VOLDOET
    if uitkomst in (Weeguitkomst.NIET_OPNEMEN, Weeguitkomst.ADVIES):
        return criteria is Criteriumuitkomst.VOLDOET_NIET
    return True


def check_weging(
    oordelen: Mapping[Criterium, Oordeel], uitkomst: Weeguitkomst, afwijking: str
) -> Criteriumuitkomst:
    """Return the outcome of the criteria. Raises RuleViolation for a judgement without its reason, or an outcome that
    deviates from the criteria without one."""
    for criterium in Criterium:
        oordeel = oordelen[criterium]
        if oordeel.voldaan is not None and not oordeel.reden.strip():
            raise RuleViolation(
                "criterium_zonder_reden", field=f"{criterium.value}_reden", criterium=criterium.value
            )
    criteria = criteria_uitkomst({each: oordelen[each].voldaan for each in Criterium})
    if not past(uitkomst, criteria) and not afwijking.strip():
        raise RuleViolation("afwijking_vraagt_reden", field="afwijking", criteria=criteria.label)
    return criteria


def is_vol(top_x: int, norm: int) -> bool:
    """Return whether one more case in the Top X goes over the norm: then the user says which case leaves it."""
    return top_x >= norm
