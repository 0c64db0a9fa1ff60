"""Acts that make a case, and take it back while nobody worked on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select

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
    Tafel,
)
from vhdesk.models.casusverloop import ONGEWOGEN, check_begin
from vhdesk.queries.inlezing import SPOREN
from vhdesk.services.betrokkene import (
    Persoonsgegevens,
    gegevens_of,
    make_persoon,
    ruim_op,
    vul_persoon,
)
from vhdesk.services.casus import (
    TEKSTVELDEN,
    CasusGewijzigd,
    Moment,
    check_tekstveld,
    check_terug,
    check_waarde,
    partner_erbij,
)
from vhdesk.services.casusnummer import volgend_casusnummer
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.verwijzer import vereis_gemeente
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Informatieniveau
from vhdesk.vocabulary_inbreng import VERPLICHT, Herkomst, Informeerstand

_ADRES = ("adres", "postcode", "woonplaats")  # one whole: a new street has another postcode


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAanmelden(Command):
    """Enter a case with its hoofdbetrokkene. A referral comes in by ``AanmeldingOntvangen``, which holds this; by itself it
    is for a case that ran elsewhere and is taken over: only that one has a ``nummer`` already, and another ``status`` than a
    referral. A case that is still to be weighed is asked here too whether its gemeente refers to its table.
    ``persoon_id``: somebody the vault knows; what ``hoofdbetrokkene`` says then fills in what was empty, and a new address
    comes in its place."""

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
    """``op_agenda_van``: the day of the meeting that has a Code Rood on its agenda; ``overleg_gepland_op``: the same when that
    was planned for it. None when it is no Code Rood, or there was a meeting."""

    nummer: str
    op_agenda_van: date | None = None
    overleg_gepland_op: date | None = None


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


def overnemen(work: UnitOfWork, command: CasusAanmelden) -> Outcome:
    """Enter a case by itself. One that ran already was referred where it ran."""
    if command.status in ONGEWOGEN:
        vereis_gemeente(work, command.gemeente_id, command.tafel_id)
    return aanmelden(work, command)


def aanmelden(work: UnitOfWork, command: CasusAanmelden) -> Outcome:
    """Make the case of a referral whose referrer was asked already, or of one that is taken over."""
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
    anders = any(
        nieuw and oud and fold(nieuw) != fold(oud)
        for oud, nieuw in ((was.geslachtsnaam, gezegd.geslachtsnaam), (was.voornamen, gezegd.voornamen))
    )
    waarden = {
        veld.name: nieuw
        for veld in fields(Persoonsgegevens)
        if (nieuw := getattr(gezegd, veld.name)) and (veld.name == "telefoon" or not getattr(was, veld.name))
    }
    if any(getattr(gezegd, veld) not in ("", getattr(was, veld)) for veld in _ADRES):
        waarden |= {veld: getattr(gezegd, veld) for veld in _ADRES}
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
        partner_erbij(work, casus.id, partner.organisatie_id, partner.niveau, partner.id)
    inverse = CasusAanmeldingTerugnemen(casus_id=casus.id, ook_gewijzigd=True, persoon_was=was)
    return Outcome(CasusAangemeld(id=casus.id, nummer=casus.nummer), "casus", casus.id, inverse, casus.nummer)


HANDLERS = {
    CasusAanmelden: overnemen,
    CasusAanmeldingTerugnemen: aanmelding_terugnemen,
    CasusAanmeldingHerstellen: aanmelding_herstellen,
}
