"""What a referral says beyond the case itself, and the rules of referring: who may, and what must be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified, Versioned, term_column
from vhdesk.models.casusverloop import ONGEWOGEN
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import (
    Aanmeldbron,
    Aanmeldregel,
    Adressoort,
    Bekendheidstand,
    Besproken,
    Meldveld,
    Plichtsoort,
)

# Through these a municipality refers; the others speak for themselves.
VIA_GEMEENTE = (Aanmeldbron.GEMEENTE, Aanmeldbron.BLUE_LIST, Aanmeldbron.LOKAAL_VELD)


class Aanmelding(Versioned, Base):
    """The referral of a case (at most one): who referred, by which way, and what the case file has no field for.

    ``blue_list`` is a flag; nothing of the police list itself is stored (jaarplan Twente 2015 §2). What the case or a
    person has a field for (aanleiding, doel, verzoek, informering, adres ...) stands there and nowhere else.
    """

    __tablename__ = "aanmelding"
    __table_args__ = (
        CheckConstraint("NOT spoed OR length(trim(spoed_reden)) > 0", name="spoed"),
        CheckConstraint("code_rood OR bron != 'iedereen'", name="iedereen"),
        Index("ix_aanmelding_rood", "casus_id", sqlite_where=text("code_rood = 1")),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), unique=True)
    bron: Mapped[Aanmeldbron] = mapped_column(term_column(Aanmeldbron))
    code_rood: Mapped[bool] = mapped_column(default=False)
    blue_list: Mapped[bool] = mapped_column(default=False)
    van_tafel_id: Mapped[str | None] = mapped_column(ForeignKey("tafel.id"))
    melder_organisatie_id: Mapped[str | None] = mapped_column(ForeignKey("organisatie.id"))
    melder_functie: Mapped[str] = mapped_column(String(200), default="")
    melder_telefoon: Mapped[str] = mapped_column(String(40), default="")
    melder_email: Mapped[str] = mapped_column(String(200), default="")
    terugkoppeling_gewenst: Mapped[bool] = mapped_column(default=True)
    spoed: Mapped[bool] = mapped_column(default=False)
    spoed_reden: Mapped[str] = mapped_column(Text, default="")
    besproken: Mapped[Besproken | None] = mapped_column(term_column(Besproken))
    situatieschets: Mapped[str] = mapped_column(Text, default="")
    incidenten: Mapped[str] = mapped_column(Text, default="")
    leefgebieden: Mapped[list[Any]] = mapped_column(JSON, default=list)
    criteria: Mapped[list[Any]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    criteria_reden: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    ingezet: Mapped[str] = mapped_column(Text, default="")
    vastgelopen: Mapped[str] = mapped_column(Text, default="")
    hulpverlening: Mapped[str] = mapped_column(Text, default="")
    casusregisseur: Mapped[str] = mapped_column(String(200), default="")
    huisverbod: Mapped[str] = mapped_column(Text, default="")
    justitiele_titel: Mapped[str] = mapped_column(Text, default="")
    veiligheid: Mapped[str] = mapped_column(Text, default="")
    kinderen: Mapped[str] = mapped_column(Text, default="")
    gezag: Mapped[str] = mapped_column(Text, default="")
    adressoort: Mapped[Adressoort | None] = mapped_column(term_column(Adressoort))
    email: Mapped[str] = mapped_column(String(200), default="")
    nationaliteit: Mapped[str] = mapped_column(String(100), default="")
    taal: Mapped[str] = mapped_column(String(100), default="")
    tolk: Mapped[bool] = mapped_column(default=False)
    bijlagen: Mapped[str] = mapped_column(Text, default="")


class Bekendheid(Identified, Base):
    """Whether an organisation knows the persons of a case: asked and answered, with dates (domein.md §1, step 2).

    ``contact``: whom to reach there, as the referrer named him or her.
    """

    __tablename__ = "bekendheid"
    __table_args__ = (
        UniqueConstraint("casus_id", "organisatie_id"),
        CheckConstraint("stand != 'geweigerd' OR length(trim(reden)) > 0", name="reden"),
        CheckConstraint("(stand = 'geen antwoord') = (antwoord_op IS NULL)", name="antwoord"),
        CheckConstraint("antwoord_op IS NULL OR antwoord_op >= gevraagd_op", name="volgorde"),
    )

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"))
    organisatie_id: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), index=True)
    stand: Mapped[Bekendheidstand] = mapped_column(term_column(Bekendheidstand))
    reden: Mapped[str] = mapped_column(Text, default="")
    gevraagd_op: Mapped[date] = mapped_column()
    antwoord_op: Mapped[date | None] = mapped_column()
    contact: Mapped[str] = mapped_column(String(200), default="")
    contact_telefoon: Mapped[str] = mapped_column(String(40), default="")
    contact_email: Mapped[str] = mapped_column(String(200), default="")

    def antwoorden(self, stand: Bekendheidstand, reden: str, op: date) -> None:
        """Record the answer of ``op``. Raises RuleViolation for a refusal without its reason, or a day before the
        question."""
        if stand is Bekendheidstand.GEWEIGERD and not reden.strip():
            raise RuleViolation("reden_ontbreekt", field="reden")
        open_ = stand is Bekendheidstand.GEEN_ANTWOORD
        if not open_ and op < self.gevraagd_op:
            raise RuleViolation("antwoord_voor_vraag", field="op")
        self.stand = stand
        self.reden = reden.strip() if stand is Bekendheidstand.GEWEIGERD else ""
        self.antwoord_op = None if open_ else op


class Plicht(Identified, Base):
    """A dated duty on a case, such as telling the municipality or the referrer; open until it was done."""

    __tablename__ = "plicht"
    __table_args__ = (CheckConstraint("(gedaan_op IS NULL) = (wijze = '')", name="gedaan"),)

    casus_id: Mapped[str] = mapped_column(ForeignKey("casus.id", ondelete="CASCADE"), index=True)
    soort: Mapped[Plichtsoort] = mapped_column(term_column(Plichtsoort))
    weging_id: Mapped[str | None] = mapped_column(ForeignKey("weging.id"), index=True)
    ontstaan_op: Mapped[date] = mapped_column()
    termijn: Mapped[date] = mapped_column()
    tekst: Mapped[str] = mapped_column(Text, default="")
    gedaan_op: Mapped[date | None] = mapped_column(index=True)
    wijze: Mapped[str] = mapped_column(Text, default="")

    def vervullen(self, wijze: str, op: date) -> None:
        """The duty was done on ``op``, in this way (who was told, how). Raises RuleViolation."""
        if self.gedaan_op is not None:
            raise RuleViolation("plicht_al_gedaan")
        if not wijze.strip():
            raise RuleViolation("wijze_ontbreekt", field="wijze")
        if op < self.ontstaan_op:
            raise RuleViolation("plicht_voor_ontstaan", field="op")
        self.gedaan_op, self.wijze = op, wijze.strip()

    def heropenen(self) -> None:
        """The duty is open again (a slip of the hand)."""
        self.gedaan_op, self.wijze = None, ""


def is_dicht(status: CasusStatus) -> bool:
    """Return whether nothing of the referral changes any more: the case is closed, or on its way out."""
    return status in (CasusStatus.AFGESLOTEN, CasusStatus.TE_VERNIETIGEN, CasusStatus.VERNIETIGD)


def staat_vast(status: CasusStatus, *, gewogen: bool) -> bool:
    """Return whether gemeente and tafel of a referral are fixed: once the case was weighed or taken up they say where
    it is given back to and who speaks of it, and change by an act with a reason (jaarplan Twente 2015 §2)."""
    return gewogen or status not in ONGEWOGEN


def check_aanvullen(
    status: CasusStatus, *, nummer: str, gewogen: bool, andere_gemeente: bool, andere_tafel: bool
) -> None:
    """Raise RuleViolation when the referral may not be written anew like this. ``gewogen``: a weighing holds."""
    if is_dicht(status):
        raise RuleViolation("casus_afgerond", nummer=nummer)
    if not staat_vast(status, gewogen=gewogen):
        return
    if andere_gemeente:
        raise RuleViolation("gemeente_staat_vast", field="gemeente_id")
    if andere_tafel:
        raise RuleViolation("tafel_staat_vast", field="tafel_id")


def check_melder(
    regel: Aanmeldregel, bron: Aanmeldbron, *, code_rood: bool, gemeente: bool, melder: bool
) -> None:
    """Raise RuleViolation when such a referrer may not refer to a table with this rule.

    ``gemeente``: a municipality is named; ``melder``: an organisation is named. 'Casuïstiek moet altijd door een van
    de 14 gemeenten worden gemeld (uitzondering hierop is code rood, daar kan eenieder aanmelden)' (jaarplan Twente
    2015 §2). A case from another table was referred by a municipality there.
    """
    if code_rood:
        return
    if bron is Aanmeldbron.IEDEREEN:
        raise RuleViolation("alleen_bij_code_rood", field="bron")
    if bron is Aanmeldbron.PARTNER and regel is Aanmeldregel.GEMEENTEN:
        raise RuleViolation("alleen_gemeente_meldt", field="bron")
    if regel is Aanmeldregel.GEMEENTEN or bron in VIA_GEMEENTE:
        if not gemeente:
            raise RuleViolation("gemeente_ontbreekt", field="gemeente_id")
    elif not melder:
        raise RuleViolation("melder_ontbreekt", field="melder_organisatie_id")


def check_gemeente(bron: Aanmeldbron, *, code_rood: bool, mag: bool, gemeente: str, tafel: str) -> None:
    """Raise RuleViolation when ``gemeente`` is not one of those that refer to ``tafel`` (``mag``). Code Rood is open to
    anyone, and a case from another table was referred there."""
    if not (mag or code_rood or bron is Aanmeldbron.ANDERE_TAFEL):
        raise RuleViolation("gemeente_meldt_hier_niet", field="gemeente_id", gemeente=gemeente, tafel=tafel)


def ontbrekend(
    waarden: Mapping[str, object], vereist: Iterable[Meldveld] = tuple(Meldveld)
) -> tuple[Meldveld, ...]:
    """Return what a referral still lacks before it is weighed, in the order of the form. ``vereist``: what its table
    asks for; all of it, as shipped.

    ``waarden``: the value of each ``Meldveld`` by its own value, 'soort': a rechtspersoon was never born, and 'informering': not having talked with the person
    counts only with its reason (domein.md §2: 'besproken met betrokkene, zo nee waarom').
    """

    def zegt_iets(naam: str) -> bool:
        waarde = waarden.get(naam)
        return bool(waarde.strip()) if isinstance(waarde, str) else bool(waarde)

    missen = {veld for veld in Meldveld if not zegt_iets(veld.value)}
    if waarden.get(Meldveld.BESPROKEN.value) == Besproken.NEE and not zegt_iets("informering"):
        missen.add(Meldveld.BESPROKEN)
    if waarden.get("soort") == Persoonsoort.RECHTSPERSOON:
        missen.discard(Meldveld.GEBOORTEDATUM)
    missen &= set(vereist)
    return tuple(veld for veld in Meldveld if veld in missen)


def check_volledig(ontbreekt: Iterable[Meldveld], *, spoed: bool) -> None:
    """Raise RuleViolation when an incomplete referral would be weighed without urgency (domein.md §1, step 2)."""
    velden = tuple(ontbreekt)
    if velden and not spoed:
        raise RuleViolation(
            "aanmelding_onvolledig", aantal=len(velden), velden=", ".join(veld.label for veld in velden)
        )
