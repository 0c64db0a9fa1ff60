"""Acts on the case itself: registering, changing its texts, its persons and its partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Betrokkene, Casus, Casuspartner, Organisatie, Persoon
from vhdesk.services.casusnummer import volgend_casusnummer
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Gebruikersrol, Informatieniveau

MAX_TEXT = 200_000  # characters in one field; a text of 1 MB is a file that was pasted by mistake

TEKSTVELDEN = (
    "titel", "aanmelder", "grondslag", "doel", "aanleiding", "vraag_aan_tafel",
    "gezamenlijk_beeld", "zienswijze", "informering",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegevens:
    """What is known of a person when he or she enters a case. Only the geslachtsnaam is required."""

    geslachtsnaam: str
    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geboortedatum: date | None = None
    geslacht: str = ""
    bsn: str = ""
    adres: str = ""
    postcode: str = ""
    woonplaats: str = ""
    telefoon: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAanmelden(Command):
    """Register a case with its hoofdbetrokkene. ``nummer`` only for a case that already has one elsewhere."""

    hoofdbetrokkene: Persoonsgegevens
    titel: str = ""
    nummer: str = ""
    status: CasusStatus = CasusStatus.AANGEMELD
    doelgroep_code: str | None = None
    doelgroep_tekst: str = ""
    gemeente_id: str | None = None
    tafel_id: str | None = None
    aanmelder: str = ""
    grondslag: str = ""
    doel: str = ""
    aanleiding: str = ""
    vraag_aan_tafel: str = ""
    gezamenlijk_beeld: str = ""
    zienswijze: str = ""
    informering: str = ""
    aangemeld_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAangemeld(Event):
    nummer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAanmeldingTerugnemen(Command):
    """Take back a registration that nothing was built on yet."""

    casus_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusTekstWijzigen(Command):
    """Change one text of a case. ``version``: the version the writer started from."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    veld: str
    tekst: str
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusStatusWijzigen(Command):
    casus_id: str
    status: CasusStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToevoegen(Command):
    """Add a person to a case: nevenbetrokkene or member of the family or system."""

    casus_id: str
    persoon: Persoonsgegevens
    rol: Betrokkenheid = Betrokkenheid.SYSTEEM
    relatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToegevoegd(Event):
    persoon_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneWeghalen(Command):
    """Take a person out of a case again. The hoofdbetrokkene stays."""

    betrokkene_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasuspartnerBepalen(Command):
    """Say how much an organisation may know of a case; ``niveau`` None: it takes no part."""

    casus_id: str
    organisatie_id: str
    niveau: Informatieniveau | None


def make_persoon(work: UnitOfWork, gegevens: Persoonsgegevens) -> Persoon:
    """Return a new person. Raises RuleViolation on an empty name or a birth date in the future."""
    if not gegevens.geslachtsnaam.strip():
        raise RuleViolation("naam_ontbreekt", field="geslachtsnaam")
    if gegevens.geboortedatum is not None and gegevens.geboortedatum > work.clock.today():
        raise RuleViolation("geboortedatum_in_toekomst", field="geboortedatum")
    persoon = Persoon(
        geslachtsnaam=gegevens.geslachtsnaam.strip(),
        voornamen=gegevens.voornamen.strip(),
        voorletters=gegevens.voorletters.strip(),
        voorvoegsel=gegevens.voorvoegsel.strip(),
        geboortedatum=gegevens.geboortedatum,
        geslacht=gegevens.geslacht,
        bsn=gegevens.bsn,
        adres=gegevens.adres,
        postcode=gegevens.postcode,
        woonplaats=gegevens.woonplaats,
        telefoon=gegevens.telefoon,
        opmerking=gegevens.opmerking,
    )
    persoon.normaliseer()
    return work.add(persoon)


def aanmelden(work: UnitOfWork, command: CasusAanmelden) -> Outcome:
    texts = {veld: check_text(getattr(command, veld), veld) for veld in TEKSTVELDEN}
    nummer = command.nummer.strip()
    if nummer and work.session.execute(select(Casus.id).where(Casus.nummer == nummer)).first():
        raise RuleViolation("casusnummer_bestaat", field="nummer")
    aangemeld_op = command.aangemeld_op or work.clock.today()
    persoon = make_persoon(work, command.hoofdbetrokkene)
    casus = work.add(
        Casus(
            nummer=nummer or volgend_casusnummer(work, aangemeld_op.year),
            status=command.status,
            doelgroep_code=command.doelgroep_code,
            doelgroep_tekst=command.doelgroep_tekst,
            gemeente_id=command.gemeente_id,
            tafel_id=command.tafel_id,
            aangemeld_op=aangemeld_op,
            created_at=work.clock.now(),
            **texts,
        )
    )
    work.add(Betrokkene(casus_id=casus.id, persoon_id=persoon.id, rol=Betrokkenheid.HOOFDBETROKKENE))
    event = CasusAangemeld(id=casus.id, nummer=casus.nummer)
    return Outcome(event, "casus", casus.id, CasusAanmeldingTerugnemen(casus_id=casus.id), casus.nummer)


def aanmelding_terugnemen(work: UnitOfWork, command: CasusAanmeldingTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if casus.version > 1:
        raise RuleViolation("casus_in_gebruik", nummer=casus.nummer)
    personen = work.session.scalars(
        select(Persoon).join(Betrokkene).where(Betrokkene.casus_id == casus.id)
    ).all()
    work.delete(casus)
    for persoon in personen:
        elders = work.session.scalar(select(func.count()).where(Betrokkene.persoon_id == persoon.id))
        if not elders:
            work.delete(persoon)
    return Outcome(CasusGewijzigd(id=casus.id, version=0), "casus", casus.id, None, casus.nummer)


def check_text(text: str, field: str) -> str:
    """Return ``text`` without NUL characters. Raises RuleViolation when it is longer than MAX_TEXT."""
    if len(text) > MAX_TEXT:
        raise RuleViolation("tekst_te_lang", field=field, aantal=len(text), maximum=MAX_TEXT)
    return text.replace("\x00", "")


def tekst_wijzigen(work: UnitOfWork, command: CasusTekstWijzigen) -> Outcome:
    if command.veld not in TEKSTVELDEN:
        raise RuleViolation("veld_onbekend", field="veld")
    casus = work.get(Casus, command.casus_id)
    work.expect(casus, command.version)
    oud = getattr(casus, command.veld)
    setattr(casus, command.veld, check_text(command.tekst, command.veld))
    work.session.flush()
    inverse = CasusTekstWijzigen(casus_id=casus.id, veld=command.veld, tekst=oud)
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, command.veld)


def status_wijzigen(work: UnitOfWork, command: CasusStatusWijzigen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    oud, casus.status = casus.status, command.status
    work.session.flush()
    inverse = CasusStatusWijzigen(casus_id=casus.id, status=oud)
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, f"{oud.value} > {casus.status.value}")


def betrokkene_toevoegen(work: UnitOfWork, command: BetrokkeneToevoegen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    persoon = make_persoon(work, command.persoon)
    aantal = work.session.scalar(select(func.count()).where(Betrokkene.casus_id == casus.id)) or 0
    betrokkene = work.add(
        Betrokkene(
            casus_id=casus.id,
            persoon_id=persoon.id,
            rol=command.rol,
            relatie=command.relatie,
            volgorde=aantal,
        )
    )
    event = BetrokkeneToegevoegd(id=betrokkene.id, persoon_id=persoon.id)
    return Outcome(event, "betrokkene", betrokkene.id, BetrokkeneWeghalen(betrokkene_id=betrokkene.id))


def betrokkene_weghalen(work: UnitOfWork, command: BetrokkeneWeghalen) -> Outcome:
    betrokkene = work.get(Betrokkene, command.betrokkene_id)
    if betrokkene.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    persoon = work.get(Persoon, betrokkene.persoon_id)
    inverse = BetrokkeneToevoegen(
        casus_id=betrokkene.casus_id,
        persoon=gegevens_of(persoon),
        rol=betrokkene.rol,
        relatie=betrokkene.relatie,
    )
    work.delete(betrokkene)
    if not work.session.scalar(select(func.count()).where(Betrokkene.persoon_id == persoon.id)):
        work.delete(persoon)
    work.ids.add(betrokkene.casus_id)
    return Outcome(CasusGewijzigd(id=betrokkene.casus_id, version=0), "betrokkene", betrokkene.id, inverse)


def gegevens_of(persoon: Persoon) -> Persoonsgegevens:
    """Return the values with which ``persoon`` can be entered again."""
    return Persoonsgegevens(
        geslachtsnaam=persoon.geslachtsnaam,
        voornamen=persoon.voornamen,
        voorletters=persoon.voorletters,
        voorvoegsel=persoon.voorvoegsel,
        geboortedatum=persoon.geboortedatum,
        geslacht=persoon.geslacht,
        bsn=persoon.bsn,
        adres=persoon.adres,
        postcode=persoon.postcode,
        woonplaats=persoon.woonplaats,
        telefoon=persoon.telefoon,
        opmerking=persoon.opmerking,
    )


def casuspartner_bepalen(work: UnitOfWork, command: CasuspartnerBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    work.get(Organisatie, command.organisatie_id)
    partner = work.session.scalars(
        select(Casuspartner).where(
            Casuspartner.casus_id == casus.id, Casuspartner.organisatie_id == command.organisatie_id
        )
    ).one_or_none()
    oud = partner.niveau if partner else None
    if partner is None and command.niveau is not None:
        work.add(
            Casuspartner(casus_id=casus.id, organisatie_id=command.organisatie_id, niveau=command.niveau)
        )
    elif partner is not None and command.niveau is None:
        work.delete(partner)
    elif partner is not None and command.niveau is not None:
        work.touch(partner)
        partner.niveau = command.niveau
    inverse = CasuspartnerBepalen(casus_id=casus.id, organisatie_id=command.organisatie_id, niveau=oud)
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    note = f"niveau {command.niveau.value if command.niveau else 'geen'}"
    return Outcome(event, "casus", casus.id, inverse, note)


HANDLERS = {
    CasusAanmelden: aanmelden,
    CasusAanmeldingTerugnemen: aanmelding_terugnemen,
    CasusTekstWijzigen: tekst_wijzigen,
    CasusStatusWijzigen: status_wijzigen,
    BetrokkeneToevoegen: betrokkene_toevoegen,
    BetrokkeneWeghalen: betrokkene_weghalen,
    CasuspartnerBepalen: casuspartner_bepalen,
}
