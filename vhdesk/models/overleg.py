"""A meeting of a table: its participants and its agenda."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.vocabulary import Aanwezigheid, Agendasoort, Fase, Overlegstatus, Puntstatus
from vhdesk.vocabulary_agenda import Deelnemersoort


class Overleg(Versioned, Base):
    """One meeting. Planned, opened, closed, if need be opened again with a reason; what comes after the first closing
    is marked as such (``eerst_gesloten_op`` stays)."""

    __tablename__ = "overleg"
    __table_args__ = (
        # The few that are still to be held. Not on status as such: a query about closed ones would take it too.
        Index("ix_overleg_te_houden", "datum", "begintijd", sqlite_where=text("status != 'gesloten'")),
    )

    nummer: Mapped[str] = mapped_column(String(40), unique=True)
    tafel_id: Mapped[str] = mapped_column(ForeignKey("tafel.id"), index=True)
    datum: Mapped[date] = mapped_column(index=True)
    begintijd: Mapped[time] = mapped_column()
    eindtijd: Mapped[time | None] = mapped_column()
    plaats: Mapped[str] = mapped_column(String(200), default="")
    voorzitter_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    secretaris_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    status: Mapped[Overlegstatus] = mapped_column(term_column(Overlegstatus), default=Overlegstatus.GEPLAND)
    geopend_op: Mapped[datetime | None] = mapped_column()
    gesloten_op: Mapped[datetime | None] = mapped_column()
    eerst_gesloten_op: Mapped[datetime | None] = mapped_column()
    # Held without a computer; what stands here was entered from the sheets afterwards.
    van_papier: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    sluitreden: Mapped[str] = mapped_column(Text, default="")
    # The agenda as it was fixed: {"op", "door", "punten": [[agendapunt, casus, soort, minuten, titel]]}; None: a
    # concept. Without the title in what was fixed before items had one.
    vaststelling: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    # What was missing at closing: [{"casusnummer", "tekort", "toelichting"}]; the minutes show it, also later.
    tekorten: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)

    def openen(self, op: datetime) -> None:
        """Open the meeting at ``op``. Raises RuleViolation unless it is planned."""
        if self.status is not Overlegstatus.GEPLAND:
            raise RuleViolation("overleg_niet_gepland", status=self.status.value)
        self.status = Overlegstatus.LOPEND
        self.geopend_op = op

    def agenda_vaststellen(self, op: datetime, door: str, punten: list[list[str | int | None]]) -> None:
        """Fix the agenda as it stands. Raises RuleViolation unless the meeting is planned and that was not done yet."""
        if self.status is not Overlegstatus.GEPLAND:
            raise RuleViolation("overleg_niet_gepland", status=self.status.value)
        if self.vaststelling is not None:
            raise RuleViolation("agenda_al_vastgesteld", nummer=self.nummer)
        self.vaststelling = {"op": op.isoformat(), "door": door, "punten": punten}

    def agenda_vaststelling_terugnemen(self) -> None:
        """Make the agenda a concept again. Raises RuleViolation once the meeting was opened, or for a concept."""
        if self.status is not Overlegstatus.GEPLAND:
            raise RuleViolation("overleg_niet_gepland", status=self.status.value)
        if self.vaststelling is None:
            raise RuleViolation("agenda_niet_vastgesteld", nummer=self.nummer)
        self.vaststelling = None

    def sluiten(self, op: datetime, *, tekorten: list[dict[str, str]], reden: str) -> None:
        """Close the meeting at ``op``; with something missing only with a reason, which the minutes show."""
        if self.status is not Overlegstatus.LOPEND:
            raise RuleViolation("overleg_niet_aan_de_gang", status=self.status.value)
        if tekorten and not reden.strip():
            raise RuleViolation("sluiten_vraagt_reden", field="reden", aantal=len(tekorten))
        self.status = Overlegstatus.GESLOTEN
        self.gesloten_op = op
        self.eerst_gesloten_op = self.eerst_gesloten_op or op
        self.sluitreden = reden.strip()
        self.tekorten = tekorten

    def heropenen(self) -> None:
        """Open a closed meeting again. Raises RuleViolation unless it is closed."""
        if self.status is not Overlegstatus.GESLOTEN:
            raise RuleViolation("overleg_niet_gesloten", status=self.status.value)
        self.status = Overlegstatus.LOPEND
        self.gesloten_op = None
        self.sluitreden = ""
        self.tekorten = []

    def merk_van_papier(self, van_papier: bool) -> None:
        """Say that it was held on paper, or was not. Raises RuleViolation unless it is open for the first time, or when
        that says so already."""
        if self.status is not Overlegstatus.LOPEND or self.achteraf:
            raise RuleViolation("overleg_niet_aan_de_gang", status=self.status.value)
        if self.van_papier is van_papier:
            raise RuleViolation("overleg_al_zo_gemerkt")
        self.van_papier = van_papier

    def opening_terugdraaien(self) -> None:
        """Make a meeting that was opened too early a planned one again. Raises RuleViolation once it was closed."""
        if self.status is not Overlegstatus.LOPEND or self.achteraf:
            raise RuleViolation("opening_blijft", status=self.status.value)
        self.status = Overlegstatus.GEPLAND
        self.geopend_op = None
        self.van_papier = False

    @property
    def achteraf(self) -> bool:
        """Whether there are minutes already: what is recorded now is 'achteraf toegevoegd'."""
        return self.eerst_gesloten_op is not None

    def vereis_wijzigbaar(self) -> None:
        """Raise RuleViolation when the minutes are closed."""
        if self.status is Overlegstatus.GESLOTEN:
            raise RuleViolation("overleg_gesloten")

    def vereis_buiten_verslag(self) -> None:
        """Raise RuleViolation for what stands in minutes: that does not disappear any more."""
        self.vereis_wijzigbaar()
        if self.achteraf:
            raise RuleViolation("staat_in_verslag")


class Deelnemer(Identified, Base):
    """A person at a meeting, and whether he or she was there.

    A guest is no member of the table: an observer by ``naam``; the person concerned, or who represents him or her, by
    ``casus_id`` alone, so that the list of a meeting names nobody of a case.
    """

    __tablename__ = "deelnemer"
    __table_args__ = (
        UniqueConstraint("overleg_id", "medewerker_id"),
        CheckConstraint("(soort = 'deelnemer') = (medewerker_id IS NOT NULL)", name="medewerker"),
        CheckConstraint("(soort = 'toehoorder') = (length(trim(naam)) > 0)", name="naam"),
        CheckConstraint(
            "(soort IN ('betrokkene', 'vertegenwoordiger')) = (casus_id IS NOT NULL)", name="casus"
        ),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), index=True)
    medewerker_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    soort: Mapped[Deelnemersoort] = mapped_column(
        term_column(Deelnemersoort), default=Deelnemersoort.LID, server_default=text("'deelnemer'")
    )
    naam: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))
    casus_id: Mapped[str | None] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    aanwezigheid: Mapped[Aanwezigheid] = mapped_column(
        term_column(Aanwezigheid), default=Aanwezigheid.UITGENODIGD
    )
    opmerking: Mapped[str] = mapped_column(Text, default="")
    volgorde: Mapped[int] = mapped_column(default=0)
    # Came in late, went early; whose place it was; an absent one sent in what was known.
    vanaf: Mapped[datetime | None] = mapped_column()
    tot: Mapped[datetime | None] = mapped_column()
    vervangt_id: Mapped[str | None] = mapped_column(ForeignKey("medewerker.id"))
    informatie_op: Mapped[date | None] = mapped_column()
    achteraf: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    geheimhouding_op: Mapped[datetime | None] = (
        mapped_column()
    )  # when he or she confirmed it, for this meeting


class Agendapunt(Versioned, Base):
    """An item of the agenda. A case stands at most once on one agenda. ``titel``: what an item without a case is
    called, "" for the name of its kind; ``besloten``: in the closed part, where no observer is."""

    __tablename__ = "agendapunt"
    __table_args__ = (
        Index(
            "uq_agendapunt_casus",
            "overleg_id",
            "casus_id",
            unique=True,
            sqlite_where=text("casus_id IS NOT NULL"),
        ),
        # Covering: lists of meetings count items and add up minutes without reading the notes.
        Index("ix_agendapunt_overleg_id", "overleg_id", "soort", "status", "minuten"),
        CheckConstraint("(soort = 'casus') = (casus_id IS NOT NULL)", name="casus"),
        CheckConstraint("minuten >= 0 AND minuten <= 600", name="minuten"),
        CheckConstraint("soort != 'vrij' OR length(trim(titel)) > 0", name="titel"),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    soort: Mapped[Agendasoort] = mapped_column(term_column(Agendasoort))
    casus_id: Mapped[str | None] = mapped_column(ForeignKey("casus.id"), index=True)
    titel: Mapped[str] = mapped_column(String(120), default="", server_default=text("''"))
    besloten: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    volgorde: Mapped[int] = mapped_column()
    minuten: Mapped[int] = mapped_column(default=10)
    status: Mapped[Puntstatus] = mapped_column(term_column(Puntstatus), default=Puntstatus.OPEN)
    notitie: Mapped[str] = mapped_column(Text, default="")
    volgende_datum: Mapped[date | None] = mapped_column()
    begonnen_op: Mapped[datetime | None] = mapped_column()
    besproken_op: Mapped[datetime | None] = mapped_column()
    achteraf: Mapped[bool] = mapped_column(default=False, server_default=text("0"))


class Punttoegang(Identified, Base):
    """That a guest is invited for this item; for an item without a row he or she is out of the room."""

    __tablename__ = "punttoegang"
    __table_args__ = (UniqueConstraint("deelnemer_id", "agendapunt_id"),)

    deelnemer_id: Mapped[str] = mapped_column(ForeignKey("deelnemer.id", ondelete="CASCADE"))
    agendapunt_id: Mapped[str] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"), index=True)


class Zaalverlating(Identified, Base):
    """That a participant was out of the room at an item: not involved in its case or too close to it, or a guest."""

    __tablename__ = "zaalverlating"
    __table_args__ = (UniqueConstraint("agendapunt_id", "deelnemer_id"),)

    agendapunt_id: Mapped[str] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"))
    deelnemer_id: Mapped[str] = mapped_column(ForeignKey("deelnemer.id", ondelete="CASCADE"), index=True)
    tijdstip: Mapped[datetime] = mapped_column()


class Bespreekfase(Identified, Base):
    """That the table turned to a phase of a case, and when; a case begins with beeldvorming without a row. ``reden``:
    why it came to a besluit without oordeelsvorming."""

    __tablename__ = "bespreekfase"
    __table_args__ = (UniqueConstraint("agendapunt_id", "volgnr"),)

    agendapunt_id: Mapped[str] = mapped_column(ForeignKey("agendapunt.id", ondelete="CASCADE"))
    volgnr: Mapped[int] = mapped_column()  # a clock may be set back
    fase: Mapped[Fase] = mapped_column(term_column(Fase))
    begonnen_op: Mapped[datetime] = mapped_column()
    reden: Mapped[str] = mapped_column(Text, default="")


class Heropening(Identified, Base):
    """That a closed meeting was opened again: when, by whom, why. Never changed (trigger)."""

    __tablename__ = "heropening"
    __table_args__ = (
        UniqueConstraint("overleg_id", "volgnr"),
        CheckConstraint("length(trim(reden)) > 0", name="reden"),
    )

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"))
    volgnr: Mapped[int] = mapped_column()
    reden: Mapped[str] = mapped_column(Text)
    gesloten_op: Mapped[datetime] = mapped_column()
    tijdstip: Mapped[datetime] = mapped_column()
    actor_id: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(200))


class Verslagstand(Base):
    """The minutes as they were when the chair closed: the rows as JSON. What changes later does not change them; a
    meeting that was opened again and closed gets a next ``versie`` beside them."""

    __tablename__ = "verslagstand"

    overleg_id: Mapped[str] = mapped_column(ForeignKey("overleg.id", ondelete="CASCADE"), primary_key=True)
    versie: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    inhoud: Mapped[str] = mapped_column(Text)
    gemaakt_op: Mapped[datetime] = mapped_column()
