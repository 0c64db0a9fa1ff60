"""The case: the record the table works on, its persons and the organisations that take part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Informatieniveau
from vhdesk.vocabulary_inbreng import VERPLICHT, Herkomst, Informeerstand
from vhdesk.vocabulary_triage import Caseload


class Casus(Versioned, Base):
    """A case. Its number (ZVH-2026-0149) is stable for ever and never given out twice.

    Grondslag, doelbinding and aanbrenger are what it is shared on; ``grondslag_herkomst`` says of each that was filled
    in where it came from, and is silent on what somebody wrote for this case.
    """

    __tablename__ = "casus"
    __table_args__ = (
        # Narrow and covering: the long texts of a row are not read for lists and filters.
        Index(
            "ix_casus_stand", "status", "tafel_id", "volgende_datum", "gemeente_id", "doelgroep_code", "id"
        ),
        Index("ix_casus_termijn", "aangemeld_op", "status", "tafel_id", "id"),
        Index("ix_casus_tafel_id", "tafel_id", "id"),
        # Help without regie is counted apart from the Top X, and is the smaller part.
        CheckConstraint(
            "informeerstand IS NULL OR informeerstand != 'niet ingelicht' OR trim(informering) != ''",
            name="informeerreden",
        ),
        Index("ix_casus_hulp", "status", "id", sqlite_where=text("caseload = 'hulp in de uitvoering'")),
    )

    nummer: Mapped[str] = mapped_column(String(40), unique=True)
    titel: Mapped[str] = mapped_column(String(300), default="")
    status: Mapped[CasusStatus] = mapped_column(term_column(CasusStatus))
    caseload: Mapped[Caseload] = mapped_column(term_column(Caseload), default=Caseload.TOP_X)
    doelgroep_code: Mapped[str | None] = mapped_column(String(60), index=True)
    doelgroep_tekst: Mapped[str] = mapped_column(String(200), default="")
    gemeente_id: Mapped[str | None] = mapped_column(ForeignKey("gemeente.id"), index=True)
    aanmelder: Mapped[str] = mapped_column(String(200), default="")
    tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id"))
    inlezing_id: Mapped[str | None] = mapped_column(ForeignKey("inlezing.id"), index=True)
    grondslag: Mapped[str] = mapped_column(Text, default="")
    doelbinding: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    aanbrenger_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"))
    grondslag_herkomst: Mapped[dict[str, Any]] = mapped_column(
        JSON, default=dict, server_default=text("'{}'")
    )
    doel: Mapped[str] = mapped_column(Text, default="")
    aanleiding: Mapped[str] = mapped_column(Text, default="")
    vraag_aan_tafel: Mapped[str] = mapped_column(Text, default="")
    gezamenlijk_beeld: Mapped[str] = mapped_column(Text, default="")
    zienswijze: Mapped[str] = mapped_column(Text, default="")
    informering: Mapped[str] = mapped_column(Text, default="")
    informeerstand: Mapped[Informeerstand | None] = mapped_column(term_column(Informeerstand))
    geinformeerd_op: Mapped[date | None] = mapped_column()
    volgende_datum: Mapped[date | None] = mapped_column()
    aangemeld_op: Mapped[date] = mapped_column()
    created_at: Mapped[datetime] = mapped_column()

    def zet_informering(self, tekst: str) -> None:
        """Write how the person was told. Raises RuleViolation when they were not and nothing would say why."""
        if self.informeerstand is Informeerstand.NIET_INGELICHT and not tekst.strip():
            raise RuleViolation("informeren_zonder_reden", field="informering")
        self.informering = tekst

    def ontbreekt(self) -> tuple[str, ...]:
        """Return the fields that a case needs before it reaches an agenda, and that are empty (domein.md §3: 'always
        store aanbrengende organisatie and grondslag'; doelbinding)."""
        return tuple(veld for veld in VERPLICHT if not (getattr(self, veld) or "").strip())

    def herkomst(self, veld: str) -> Herkomst | None:
        """Return where ``veld`` came from; None when it was written for this case, or is empty."""
        waarde = self.grondslag_herkomst.get(veld)
        return Herkomst(waarde) if waarde else None

    def zet_herkomst(self, veld: str, herkomst: Herkomst | None) -> None:
        """Say where ``veld`` came from. Kept in the order of the names, so that what comes back is what it was."""
        nieuw = {naam: waarde for naam, waarde in self.grondslag_herkomst.items() if naam != veld}
        if herkomst is not None:
            nieuw[veld] = herkomst.value
        self.grondslag_herkomst = dict(sorted(nieuw.items()))


class Betrokkene(Identified, Base):
    """A person in a case. A case has exactly one hoofdbetrokkene (partial unique index)."""

    __tablename__ = "betrokkene"
    __table_args__ = (
        UniqueConstraint("casus_id", "persoon_id"),
        Index("uq_betrokkene_hoofd", "casus_id", unique=True, sqlite_where=text("rol = 'hoofdbetrokkene'")),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    persoon_id: Mapped[str] = mapped_column(ForeignKey("persoon.id"), index=True)
    rol: Mapped[Betrokkenheid] = mapped_column(term_column(Betrokkenheid))
    relatie: Mapped[str] = mapped_column(String(200), default="")
    volgorde: Mapped[int] = mapped_column(default=0)


class Casuspartner(Identified, Base):
    """An organisation that takes part in a case, and how much it may know (levels 0, 1, 2)."""

    __tablename__ = "casuspartner"
    __table_args__ = (UniqueConstraint("casus_id", "organisatie_id"),)

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), index=True)
    niveau: Mapped[Informatieniveau] = mapped_column(term_column(Informatieniveau))


class Zrmscore(Identified, Base):
    """A self-sufficiency score of 1 (acute) to 5 (fully self-sufficient) on one domain, at a date."""

    __tablename__ = "zrmscore"
    __table_args__ = (
        UniqueConstraint("casus_id", "domein_code", "datum"),
        CheckConstraint("score between 1 and 5", name="score"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    domein_code: Mapped[str] = mapped_column(String(60))
    datum: Mapped[date] = mapped_column()
    score: Mapped[int] = mapped_column()
