"""Acts on the case itself: registering, changing its texts, its persons and its partners."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from msgspec import Meta
from sqlalchemy import func, or_, select

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models import (
    Betrokkene,
    Casus,
    Casuspartner,
    Gemeente,
    Inlezing,
    Nummerreeks,
    Organisatie,
    Persoon,
    Persoonrelatie,
    Referentiewaarde,
    Tafel,
)
from vhdesk.models.base import Identified
from vhdesk.models.casusverloop import check_begin
from vhdesk.queries.grondslag import op_open_agenda
from vhdesk.queries.inlezing import SPOREN
from vhdesk.services.casusnummer import volgend_casusnummer
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_id, check_kort, check_naam, heel
from vhdesk.services.methoderegel import vereis_mag_weten
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Gebruikersrol, Informatieniveau
from vhdesk.vocabulary_inbreng import VERPLICHT, Herkomst, Informeerstand
from vhdesk.vocabulary_persoon import Persoonsoort

MAX_TEXT = 200_000  # characters in one field; a text of 1 MB is a file that was pasted by mistake

TEKSTVELDEN = (
    "titel", "aanmelder", "grondslag", "doelbinding", "doel", "aanleiding", "vraag_aan_tafel",
    "gezamenlijk_beeld", "zienswijze", "informering",
)  # fmt: skip

# For acts that put something back: plain values that the command line checks before the act begins.
Moment = Annotated[datetime, Meta(tz=True)]
Volgorde = Annotated[int, Meta(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegevens:
    """What is known of a person. Only the geslachtsnaam is required; of a rechtspersoon that is its name."""

    geslachtsnaam: str
    soort: Persoonsoort = Persoonsoort.NATUURLIJK
    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geboortedatum: date | None = None
    geslacht: str = ""
    bsn: str = ""
    kvk: str = ""
    adres: str = ""
    postcode: str = ""
    woonplaats: str = ""
    telefoon: str = ""
    opmerking: str = ""
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAanmelden(Command):
    """Register a case with its hoofdbetrokkene. ``persoon_id``: somebody the vault knows; what ``hoofdbetrokkene`` says
    then fills in what was empty, and a new address comes in its place. ``nummer`` only for a case that already has one elsewhere, and only
    such a case comes in with another ``status`` than that of a referral."""

    hoofdbetrokkene: Persoonsgegevens
    titel: str = ""
    nummer: str = ""
    persoon_id: str | None = None
    status: CasusStatus = CasusStatus.AANGEMELD
    doelgroep_code: str | None = None
    doelgroep_tekst: str = ""
    gemeente_id: str | None = None
    tafel_id: str | None = None
    aanmelder: str = ""
    grondslag: str = ""
    doelbinding: str = ""
    aanbrenger_id: str | None = None
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
    """Take back a registration that nothing was built on yet. ``ook_gewijzigd``: also when words were changed
    since, as undo does after it took back those changes. ``persoon_was``: what was known of the person before."""

    casus_id: str
    ook_gewijzigd: bool = False
    persoon_was: Persoonsgegevens | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnerstand:
    """A row of ``casuspartner`` as it was."""

    id: str
    organisatie_id: str
    niveau: Informatieniveau


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldherkomst:
    """Where a field of a case came from that was filled in."""

    veld: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAanmeldingHerstellen(Command):
    """Undo of taking back: the same case stands again, under its own number and with its own ids, so that what
    comes back after it finds it."""

    casus_id: str
    persoon_id: str
    betrokkene_id: str
    aanmelding: CasusAanmelden
    created_at: Moment
    volgende_datum: date | None = None
    inlezing_id: str | None = None
    partners: tuple[Partnerstand, ...] = ()
    herkomst: tuple[Veldherkomst, ...] = ()
    informeerstand: Informeerstand | None = None
    geinformeerd_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusTekstWijzigen(Command):
    """Change one text of a case. ``version``: the version the writer started from; ``herkomst`` only for undo: the
    text is again the one that was filled in."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    veld: str
    tekst: str
    version: int | None = None
    herkomst: Herkomst | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToevoegen(Command):
    """Add a person to a case: nevenbetrokkene or member of the family or system. ``volgorde`` and the ids only
    to bring back exactly who was taken out."""

    casus_id: str
    persoon: Persoonsgegevens
    rol: Betrokkenheid = Betrokkenheid.SYSTEEM
    relatie: str = ""
    volgorde: Volgorde | None = None
    betrokkene_id: str | None = None
    persoon_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneToegevoegd(Event):
    persoon_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneWeghalen(Command):
    """Take a person out of a case again. The hoofdbetrokkene stays."""

    betrokkene_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasuspartnerBepalen(Command):
    """Say how much an organisation may know of a case; ``niveau`` None: it takes no part. ``casuspartner_id``
    only to bring back one that was removed; ``terug`` only for undo: it brings back what was, whatever the method of
    the case says since."""

    casus_id: str
    organisatie_id: str
    niveau: Informatieniveau | None
    casuspartner_id: str | None = None
    terug: bool = False


def check_text(text: str, field: str, maximum: int = MAX_TEXT) -> str:
    """Return ``text`` without what a store or a paper cannot hold: NUL and half a surrogate pair.

    Raises RuleViolation when it is longer than ``maximum``.
    """
    if len(text) > maximum:
        raise RuleViolation("tekst_te_lang", field=field, aantal=len(text), maximum=maximum)
    return heel(text)


def check_terug(work: UnitOfWork, model: type[Identified], record_id: str | None) -> str:
    """Return the id under which a record comes back, or a new one. Raises RuleViolation when the id is malformed
    or in use: then nothing was gone."""
    checked = check_id(record_id)
    if record_id is not None and work.session.get(model, checked) is not None:
        raise RuleViolation("id_in_gebruik", field="id", id=checked)
    return checked


def check_waarde(work: UnitOfWork, lijst_code: str, code: str) -> bool:
    """Return whether ``code`` is a value of the list that can be chosen now."""
    statement = select(Referentiewaarde.id).where(
        Referentiewaarde.lijst_code == lijst_code,
        Referentiewaarde.code == code,
        Referentiewaarde.versie_tot.is_(None),
    )
    return work.session.execute(statement).first() is not None


_KORT = ("voornamen", "voorletters", "voorvoegsel", "geslacht", "bsn", "kvk", "adres", "postcode", "woonplaats",
         "telefoon")  # fmt: skip


_WOONT = ("adres", "postcode", "woonplaats", "telefoon")  # as it is said now


def vul_persoon(work: UnitOfWork, persoon: Persoon, gegevens: Persoonsgegevens) -> None:
    """Write ``gegevens`` in ``persoon``. Raises RuleViolation on an empty name, a text that is too long, a birth
    date in the future, or what a rechtspersoon cannot have."""
    persoon.soort = gegevens.soort
    persoon.geslachtsnaam = check_naam(gegevens.geslachtsnaam, "geslachtsnaam")
    persoon.geboortedatum = gegevens.geboortedatum
    for veld in _KORT:
        lengte = Persoon.__table__.c[veld].type.length  # type: ignore[attr-defined]  # a String
        setattr(persoon, veld, check_kort(getattr(gegevens, veld), veld, lengte))
    persoon.opmerking = check_text(gegevens.opmerking, "opmerking")
    namen = (check_kort(alias, "aliassen", 200) for alias in gegevens.aliassen)
    persoon.aliassen = [naam for naam in dict.fromkeys(namen) if naam]
    persoon.check(work.clock.today())
    persoon.normaliseer()


def make_persoon(work: UnitOfWork, gegevens: Persoonsgegevens, persoon_id: str | None = None) -> Persoon:
    """Return a new person. Raises RuleViolation as :func:`vul_persoon` does."""
    persoon = Persoon(id=check_terug(work, Persoon, persoon_id))
    vul_persoon(work, persoon, gegevens)
    return work.add(persoon)


def ruim_op(work: UnitOfWork, persoon: Persoon) -> None:
    """Delete a person whom no case needs any more. Raises RuleViolation when another went up in this one, or it has
    relations: what was decided about them would go unseen."""
    if work.session.scalar(select(func.count()).where(Betrokkene.persoon_id == persoon.id)):
        return
    if work.session.scalar(select(func.count()).where(Persoon.samengevoegd_in_id == persoon.id)):
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=persoon.id)
    relaties = select(func.count()).where(
        or_(Persoonrelatie.van_id == persoon.id, Persoonrelatie.naar_id == persoon.id)
    )
    if work.session.scalar(relaties):
        raise RuleViolation("persoon_heeft_relaties", persoon_id=persoon.id)
    work.delete(persoon)


def check_tekstveld(text: str, veld: str) -> str:
    """Return the text of a field of the case, not longer than its column takes. Of what a case needs for an agenda, what
    only looks written is empty."""
    checked = check_text(text, veld, getattr(Casus.__table__.c[veld].type, "length", None) or MAX_TEXT)
    return "" if veld in VERPLICHT and not checked.strip() else checked


def _check_nummer(work: UnitOfWork, nummer: str) -> str:
    """Return a number that came with the case. Raises RuleViolation when a case has it or once had it."""
    nummer = check_kort(nummer, "nummer", 40)
    if work.session.execute(select(Casus.id).where(Casus.nummer == nummer)).first():
        raise RuleViolation("casusnummer_bestaat", field="nummer")
    eigen = re.fullmatch(r"ZVH-(\d{4})-(\d{4,9})", nummer, re.ASCII)
    if eigen is not None:
        reeks = work.session.get(Nummerreeks, f"casus-{int(eigen[1])}")
        if reeks is not None and int(eigen[2]) <= reeks.laatste:
            raise RuleViolation("casusnummer_uitgegeven", field="nummer")
    return nummer


def _maak_casus(work: UnitOfWork, command: CasusAanmelden, **vast: Any) -> Casus:
    """Add the case of a registration; ``vast``: id, number and moments. Raises NotFound, RuleViolation."""
    texts = {veld: check_tekstveld(getattr(command, veld), veld) for veld in TEKSTVELDEN}
    if command.gemeente_id is not None:
        work.get(Gemeente, command.gemeente_id)
    if command.tafel_id is not None:
        work.get(Tafel, command.tafel_id)
    if command.aanbrenger_id is not None:
        work.get(Organisatie, command.aanbrenger_id)
    return work.add(
        Casus(
            aanbrenger_id=command.aanbrenger_id,
            status=command.status,
            doelgroep_code=command.doelgroep_code,
            doelgroep_tekst=check_kort(command.doelgroep_tekst, "doelgroep_tekst", 200),
            gemeente_id=command.gemeente_id,
            tafel_id=command.tafel_id,
            **texts,
            **vast,
        )
    )


def aanmelden(work: UnitOfWork, command: CasusAanmelden) -> Outcome:
    if command.doelgroep_code is not None and not check_waarde(work, "doelgroepen", command.doelgroep_code):
        raise RuleViolation("doelgroep_onbekend", field="doelgroep_code", doelgroep=command.doelgroep_code)
    nummer = _check_nummer(work, command.nummer)
    aangemeld_op = command.aangemeld_op or work.clock.today()
    check_begin(command.status, nummer=bool(nummer))
    persoon, was = _hoofdpersoon(work, command)
    casus = _maak_casus(
        work,
        command,
        nummer=nummer or volgend_casusnummer(work, aangemeld_op.year),
        aangemeld_op=aangemeld_op,
        created_at=work.clock.now(),
    )
    work.add(Betrokkene(casus_id=casus.id, persoon_id=persoon.id, rol=Betrokkenheid.HOOFDBETROKKENE))
    event = CasusAangemeld(id=casus.id, nummer=casus.nummer)
    inverse = CasusAanmeldingTerugnemen(casus_id=casus.id, ook_gewijzigd=True, persoon_was=was)
    return Outcome(event, "casus", casus.id, inverse, casus.nummer)


def _hoofdpersoon(work: UnitOfWork, command: CasusAanmelden) -> tuple[Persoon, Persoonsgegevens | None]:
    """Return whom the case is about, and what was known of a known person when that changes."""
    if command.persoon_id is None:
        return make_persoon(work, command.hoofdbetrokkene), None
    persoon = work.get(Persoon, command.persoon_id)
    if persoon.samengevoegd_in_id is not None:
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=persoon.id)
    was = gegevens_of(persoon)
    nu = _bijgewerkt(was, command.hoofdbetrokkene)
    return persoon, _schrijf(work, persoon, nu)


def _schrijf(work: UnitOfWork, persoon: Persoon, nu: Persoonsgegevens) -> Persoonsgegevens | None:
    """Write ``nu`` in a stored person; return what it was, None when nothing changes."""
    was = gegevens_of(persoon)
    if nu == was:
        return None
    vul_persoon(work, persoon, nu)
    work.touch(persoon)
    return was


def _bijgewerkt(was: Persoonsgegevens, gezegd: Persoonsgegevens) -> Persoonsgegevens:
    """Return a known person with what a referral says. Where somebody lives is as it is said now; who somebody is stays,
    and another name becomes an alias. Raises RuleViolation ``bekende_persoon_anders`` on a birth date, BSN or KvK number
    that contradicts: then it may be another person after all."""
    for veld in ("geboortedatum", "bsn", "kvk"):
        oud, nieuw = getattr(was, veld), getattr(gezegd, veld)
        if oud and nieuw and oud != nieuw:
            raise RuleViolation("bekende_persoon_anders", field=veld)
    namen = [deel for deel in (gezegd.voornamen, gezegd.voorvoegsel, gezegd.geslachtsnaam) if deel]
    anders = bool(gezegd.geslachtsnaam) and fold(gezegd.geslachtsnaam) != fold(was.geslachtsnaam)
    waarden = {
        veld.name: nieuw
        for veld in fields(Persoonsgegevens)
        if (nieuw := getattr(gezegd, veld.name)) and (veld.name in _WOONT or not getattr(was, veld.name))
    }
    aliassen = dict.fromkeys((*was.aliassen, *gezegd.aliassen, *([" ".join(namen)] if anders else [])))
    return replace(was, **waarden | {"aliassen": tuple(aliassen)})


def _vereis_onbewerkt(work: UnitOfWork, casus: Casus, *, ook_gewijzigd: bool) -> None:
    """Raise RuleViolation when something was built on the registration: it would go with the case, unseen."""
    gevonden = [
        work.session.execute(select(1).where(column == casus.id).limit(1)).first() for column in SPOREN
    ]
    anderen = select(1).where(
        Betrokkene.casus_id == casus.id, Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE
    )
    gevonden.append(work.session.execute(anderen.limit(1)).first())
    if any(gevonden) or (casus.version > 1 and not ook_gewijzigd):
        raise RuleViolation("casus_in_gebruik", nummer=casus.nummer)


def _aanmelding_van(work: UnitOfWork, casus: Casus) -> CasusAanmeldingHerstellen:
    """Return the act that registers the case again exactly as it is now."""
    hoofd, persoon = work.session.execute(
        select(Betrokkene, Persoon)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Betrokkene.casus_id == casus.id, Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
    ).one()
    partners = work.session.scalars(
        select(Casuspartner).where(Casuspartner.casus_id == casus.id).order_by(Casuspartner.id)
    )
    return CasusAanmeldingHerstellen(
        casus_id=casus.id,
        persoon_id=persoon.id,
        betrokkene_id=hoofd.id,
        aanmelding=CasusAanmelden(
            hoofdbetrokkene=gegevens_of(persoon),
            nummer=casus.nummer,
            status=casus.status,
            doelgroep_code=casus.doelgroep_code,
            doelgroep_tekst=casus.doelgroep_tekst,
            gemeente_id=casus.gemeente_id,
            tafel_id=casus.tafel_id,
            aangemeld_op=casus.aangemeld_op,
            aanbrenger_id=casus.aanbrenger_id,
            **{veld: getattr(casus, veld) for veld in TEKSTVELDEN},
        ),
        created_at=casus.created_at,
        volgende_datum=casus.volgende_datum,
        inlezing_id=casus.inlezing_id,
        partners=tuple(
            Partnerstand(id=rij.id, organisatie_id=rij.organisatie_id, niveau=rij.niveau) for rij in partners
        ),
        informeerstand=casus.informeerstand,
        geinformeerd_op=casus.geinformeerd_op,
        herkomst=tuple(
            Veldherkomst(veld=veld, herkomst=Herkomst(van)) for veld, van in casus.grondslag_herkomst.items()
        ),
    )


def aanmelding_terugnemen(work: UnitOfWork, command: CasusAanmeldingTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    _vereis_onbewerkt(work, casus, ook_gewijzigd=command.ook_gewijzigd)
    inverse = _aanmelding_van(work, casus)
    persoon = work.get(Persoon, inverse.persoon_id)
    work.delete(casus)
    ruim_op(work, persoon)
    if command.persoon_was is not None and work.session.get(Persoon, persoon.id) is not None:
        _schrijf(work, persoon, command.persoon_was)
    return Outcome(CasusGewijzigd(id=casus.id, version=0), "casus", casus.id, inverse, casus.nummer)


def aanmelding_herstellen(work: UnitOfWork, command: CasusAanmeldingHerstellen) -> Outcome:
    aanmelding = command.aanmelding
    if not aanmelding.nummer or aanmelding.aangemeld_op is None:
        raise RuleViolation("casusnummer_ontbreekt", field="nummer")
    check_begin(aanmelding.status, nummer=True)
    if work.session.execute(select(Casus.id).where(Casus.nummer == aanmelding.nummer)).first():
        raise RuleViolation("casusnummer_bestaat", field="nummer")
    if command.inlezing_id is not None and work.get(Inlezing, command.inlezing_id).ongedaan_op is not None:
        raise RuleViolation("aanlevering_al_ongedaan", inlezing_id=command.inlezing_id)
    persoon = work.session.get(Persoon, command.persoon_id)
    was = None if persoon is None else _schrijf(work, persoon, aanmelding.hoofdbetrokkene)
    if persoon is None:
        persoon = make_persoon(work, aanmelding.hoofdbetrokkene, command.persoon_id)
    casus = _maak_casus(
        work,
        aanmelding,
        id=check_terug(work, Casus, command.casus_id),
        nummer=check_kort(aanmelding.nummer, "nummer", 40),
        aangemeld_op=aanmelding.aangemeld_op,
        created_at=command.created_at,
        volgende_datum=command.volgende_datum,
        inlezing_id=command.inlezing_id,
    )
    if command.informeerstand is not None:
        casus.informeerstand, casus.geinformeerd_op = command.informeerstand, command.geinformeerd_op
        casus.zet_informering(casus.informering)
    for rij in command.herkomst:
        if rij.veld in VERPLICHT and rij.veld not in casus.ontbreekt():
            casus.zet_herkomst(rij.veld, rij.herkomst)
    work.session.flush()
    work.add(
        Betrokkene(
            id=check_terug(work, Betrokkene, command.betrokkene_id),
            casus_id=casus.id,
            persoon_id=persoon.id,
            rol=Betrokkenheid.HOOFDBETROKKENE,
        )
    )
    for partner in command.partners:
        _partner_erbij(work, casus.id, partner.organisatie_id, partner.niveau, partner.id)
    inverse = CasusAanmeldingTerugnemen(casus_id=casus.id, ook_gewijzigd=True, persoon_was=was)
    return Outcome(CasusAangemeld(id=casus.id, nummer=casus.nummer), "casus", casus.id, inverse, casus.nummer)


def tekst_wijzigen(work: UnitOfWork, command: CasusTekstWijzigen) -> Outcome:
    if command.veld not in TEKSTVELDEN:
        raise RuleViolation("veld_onbekend", field="veld")
    casus = work.get(Casus, command.casus_id)
    work.expect(casus, command.version)
    tekst = check_tekstveld(command.tekst, command.veld)
    inverse = CasusTekstWijzigen(
        casus_id=casus.id,
        veld=command.veld,
        tekst=getattr(casus, command.veld),
        herkomst=casus.herkomst(command.veld),
    )
    if command.veld in VERPLICHT:
        zet_verplicht(work, casus, command.veld, tekst, command.herkomst, field="tekst")
    if command.veld == "informering":
        casus.zet_informering(tekst)
    else:
        setattr(casus, command.veld, tekst)
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, command.veld)


def zet_verplicht(
    work: UnitOfWork, casus: Casus, veld: str, tekst: str, herkomst: Herkomst | None, *, field: str
) -> None:
    """Say where the new text of ``veld`` comes from. Raises RuleViolation when it would be empty on an agenda."""
    if not tekst.strip() and op_open_agenda(work.session, casus.id):
        raise RuleViolation(
            "verplicht_op_agenda", field=field, nummer=casus.nummer, ontbreekt=VERPLICHT[veld]
        )
    casus.zet_herkomst(veld, herkomst if tekst.strip() else None)


def plaats_achteraan(work: UnitOfWork, casus_id: str) -> int:
    """Return the place after the last person; not their number, as somebody in between may have been taken out."""
    laatste = select(func.max(Betrokkene.volgorde)).where(Betrokkene.casus_id == casus_id)
    return (work.session.scalar(laatste) or 0) + 1


def betrokkene_toevoegen(work: UnitOfWork, command: BetrokkeneToevoegen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if command.rol is Betrokkenheid.HOOFDBETROKKENE:
        raise RuleViolation("een_hoofdbetrokkene", field="rol")
    bestaand = work.session.get(Persoon, command.persoon_id) if command.persoon_id else None
    if bestaand is not None and bestaand.samengevoegd_in_id is not None:
        raise RuleViolation("persoon_is_samengevoegd", persoon_id=bestaand.id)
    persoon = bestaand or make_persoon(work, command.persoon, command.persoon_id)
    al = select(Betrokkene.id).where(Betrokkene.casus_id == casus.id, Betrokkene.persoon_id == persoon.id)
    if bestaand is not None and work.session.execute(al).first():
        raise RuleViolation("betrokkene_bestaat", field="persoon_id")
    betrokkene = work.add(
        Betrokkene(
            id=check_terug(work, Betrokkene, command.betrokkene_id),
            casus_id=casus.id,
            persoon_id=persoon.id,
            rol=command.rol,
            relatie=check_kort(command.relatie, "relatie", 200),
            volgorde=plaats_achteraan(work, casus.id) if command.volgorde is None else command.volgorde,
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
        volgorde=betrokkene.volgorde,
        betrokkene_id=betrokkene.id,
        persoon_id=persoon.id,
    )
    work.delete(betrokkene)
    ruim_op(work, persoon)
    work.ids.add(betrokkene.casus_id)
    return Outcome(CasusGewijzigd(id=betrokkene.casus_id, version=0), "betrokkene", betrokkene.id, inverse)


def gegevens_of(persoon: Persoon) -> Persoonsgegevens:
    """Return the values with which ``persoon`` can be entered again."""
    waarden = {veld.name: getattr(persoon, veld.name) for veld in fields(Persoonsgegevens)}
    return Persoonsgegevens(**waarden | {"aliassen": tuple(persoon.aliassen)})


def _partner_erbij(
    work: UnitOfWork,
    casus_id: str,
    organisatie_id: str,
    niveau: Informatieniveau,
    partner_id: str | None = None,
) -> Casuspartner:
    return work.add(
        Casuspartner(
            id=check_terug(work, Casuspartner, partner_id),
            casus_id=casus_id,
            organisatie_id=work.get(Organisatie, organisatie_id).id,
            niveau=niveau,
        )
    )


def casuspartner_bepalen(work: UnitOfWork, command: CasuspartnerBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    organisatie = work.get(Organisatie, command.organisatie_id)
    if command.niveau is Informatieniveau.INHOUD and not command.terug:
        vereis_mag_weten(work, casus.id, organisatie)
    partner = work.session.scalars(
        select(Casuspartner).where(
            Casuspartner.casus_id == casus.id, Casuspartner.organisatie_id == command.organisatie_id
        )
    ).one_or_none()
    oud = partner.niveau if partner else None
    inverse = CasuspartnerBepalen(
        casus_id=casus.id,
        organisatie_id=command.organisatie_id,
        niveau=oud,
        casuspartner_id=partner.id if partner else None,
        terug=True,
    )
    if partner is None and command.niveau is not None:
        _partner_erbij(work, casus.id, command.organisatie_id, command.niveau, command.casuspartner_id)
    elif partner is not None and command.niveau is None:
        work.delete(partner)
    elif partner is not None and command.niveau is not None:
        work.touch(partner)
        partner.niveau = command.niveau
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    note = f"niveau {command.niveau.value if command.niveau else 'geen'}"
    return Outcome(event, "casus", casus.id, inverse, note)


HANDLERS = {
    CasusAanmelden: aanmelden,
    CasusAanmeldingTerugnemen: aanmelding_terugnemen,
    CasusAanmeldingHerstellen: aanmelding_herstellen,
    CasusTekstWijzigen: tekst_wijzigen,
    BetrokkeneToevoegen: betrokkene_toevoegen,
    BetrokkeneWeghalen: betrokkene_weghalen,
    CasuspartnerBepalen: casuspartner_bepalen,
}
