"""Acts on a delivered case list: reading it in as a whole, and taking that back as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, exists, insert, select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Betrokkene,
    Casus,
    Casuspartner,
    Gemeente,
    Inlezing,
    Organisatie,
    Persoon,
    Referentiewaarde,
    Tafel,
    new_id,
)
from vhdesk.queries.grondslag import tafelstandaard
from vhdesk.queries.inlezing import casus_bewerkt
from vhdesk.services.casus import check_text
from vhdesk.services.casusnummer import volgende_casusnummers
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.verwijzer import vereis_gemeente
from vhdesk.services.weggelaten import WeggelatenRegel, check_weggelaten, noem
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Informatieniveau
from vhdesk.vocabulary_aanlevering import Veld
from vhdesk.vocabulary_inbreng import Herkomst
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Caseload

MAX_REGELS = 50_000
_GENOEMD = 20  # case numbers that a refusal mentions; the count says how many there are


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverRegel:
    """One row as the user agreed to it. ``rij``: its number in the file; ``partner_codes``: organisations that
    were recognised, ``partners_onbekend`` the words that were not."""

    rij: int
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
    doelgroep_code: str | None = None
    doelgroep_tekst: str = ""
    partner_codes: tuple[str, ...] = ()
    partners_onbekend: tuple[str, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleveringInlezen(Command):
    """Make a case of every row, of a gemeente that refers to the table. The same file twice only with ``opnieuw``. ``weggelaten``: the rows of the file
    that the user left out; they are counted with the reading and named in the journaal."""

    bestandsnaam: str
    sha256: str
    gemeente_id: str
    rijen: tuple[AanleverRegel, ...]
    weggelaten: tuple[WeggelatenRegel, ...] = ()
    tafel_id: str | None = None
    opnieuw: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleveringIngelezen(Event):
    """``aantal`` cases were made; ``weggelaten`` rows were left out by the user."""

    aantal: int
    weggelaten: int
    eerste_nummer: str
    laatste_nummer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleveringOngedaanMaken(Command):
    """Remove every case of one reading. Refused as soon as one was worked on; cases whose words alone were
    changed go too with ``ook_gewijzigd``."""

    inlezing_id: str
    ook_gewijzigd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleveringOngedaanGemaakt(Event):
    aantal: int


def _check_inlezen(work: UnitOfWork, command: AanleveringInlezen) -> None:
    """Raise RuleViolation when there is nothing to read in, too much, or the file was read in before."""
    if not command.rijen:
        raise RuleViolation("aanlevering_zonder_regels", field="rijen")
    if len(command.rijen) > MAX_REGELS:
        raise RuleViolation("aanlevering_te_veel_regels", field="rijen", maximum=MAX_REGELS)
    check_weggelaten(command.weggelaten, {regel.rij for regel in command.rijen}, MAX_REGELS)
    eerder = work.session.execute(
        select(Inlezing.id, Inlezing.ingelezen_op)
        .where(Inlezing.sha256 == command.sha256, Inlezing.ongedaan_op.is_(None))
        .order_by(Inlezing.ingelezen_op.desc())
    ).first()
    if eerder is not None and not command.opnieuw:
        raise RuleViolation(
            "aanlevering_al_ingelezen",
            field="sha256",
            inlezing_id=eerder.id,
            ingelezen_op=eerder.ingelezen_op,
        )


def _organisaties(work: UnitOfWork, rijen: Iterable[AanleverRegel]) -> dict[str, str]:
    """Return code -> id of the organisations in the list. Raises RuleViolation for a code nobody has."""
    bekend = {rij.code: rij.id for rij in work.session.execute(select(Organisatie.code, Organisatie.id))}
    for regel in rijen:
        for code in regel.partner_codes:
            if code not in bekend:
                raise RuleViolation("organisatie_onbekend", field="rijen", rij=regel.rij, organisatie=code)
    return bekend


def _check_doelgroepen(work: UnitOfWork, rijen: Iterable[AanleverRegel]) -> None:
    bekend = set(
        work.session.scalars(
            select(Referentiewaarde.code).where(
                Referentiewaarde.lijst_code == "doelgroepen", Referentiewaarde.versie_tot.is_(None)
            )
        )
    )
    for regel in rijen:
        if regel.doelgroep_code is not None and regel.doelgroep_code not in bekend:
            raise RuleViolation(
                "doelgroep_onbekend", field="rijen", rij=regel.rij, doelgroep=regel.doelgroep_code
            )


def _persoon(work: UnitOfWork, regel: AanleverRegel) -> dict[str, Any]:
    """Return the columns of the person. Raises RuleViolation without a name, or born after today."""
    persoon = Persoon(
        id=new_id(),
        version=1,
        voornamen=check_kort(regel.voornamen, "voornamen", 200),
        voorletters=check_kort(regel.voorletters, "voorletters", 40),
        voorvoegsel=check_kort(regel.voorvoegsel, "voorvoegsel", 40),
        geslachtsnaam=check_kort(regel.geslachtsnaam, "geslachtsnaam", 200),
        geboortedatum=regel.geboortedatum,
        geslacht=check_kort(regel.geslacht, "geslacht", 20),
        bsn=check_kort(regel.bsn, "bsn", 20),
        adres=check_kort(regel.adres, "adres", 200),
        postcode=check_kort(regel.postcode, "postcode", 10),
        woonplaats=check_kort(regel.woonplaats, "woonplaats", 100),
        adres_geheim=False,
        soort=Persoonsoort.NATUURLIJK,
        kvk="",
        telefoon="",
        opmerking="",
        aliassen=[],
    )
    if not persoon.naam:
        raise RuleViolation("naam_ontbreekt", field="geslachtsnaam")
    persoon.check(work.clock.today())
    persoon.normaliseer()
    return {column.key: getattr(persoon, column.key) for column in Persoon.__table__.columns}


def _aanleiding(regel: AanleverRegel) -> str:
    """Return the remark of the row, with the partners that were not recognised kept as they were written."""
    delen = [check_text(regel.toelichting, "toelichting").strip()]
    if regel.partners_onbekend:
        delen.append(f"{Veld.PARTNERS.label.capitalize()}: {', '.join(regel.partners_onbekend)}")
    return "\n".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True)
class _Bulk:
    """The rows of one reading per table, in the order in which they go in."""

    personen: list[dict[str, Any]]
    casussen: list[dict[str, Any]]
    betrokkenen: list[dict[str, Any]]
    partners: list[dict[str, Any]]


def _bulk(
    work: UnitOfWork,
    rijen: tuple[AanleverRegel, ...],
    vast: Mapping[str, Any],
    nummers: tuple[str, ...],
    organisaties: Mapping[str, str],
) -> _Bulk:
    bulk = _Bulk([], [], [], [])
    for regel, nummer in zip(rijen, nummers, strict=True):
        try:
            persoon, casus_id = _persoon(work, regel), new_id()
            doelgroep_tekst = check_kort(regel.doelgroep_tekst, "doelgroep_tekst", 200)
            aanleiding = _aanleiding(regel)
        except RuleViolation as refusal:  # say in which row of the file it stands
            raise RuleViolation(refusal.code, field="rijen", rij=regel.rij, **refusal.details) from None
        bulk.personen.append(persoon)
        bulk.casussen.append(
            {
                **vast,
                "id": casus_id,
                "nummer": nummer,
                "doelgroep_code": regel.doelgroep_code,
                "doelgroep_tekst": doelgroep_tekst,
                "aanleiding": aanleiding,
            }
        )
        bulk.betrokkenen.append(
            {
                "id": new_id(),
                "casus_id": casus_id,
                "persoon_id": persoon["id"],
                "rol": Betrokkenheid.HOOFDBETROKKENE,
                "relatie": "",
                "volgorde": 0,
            }
        )
        bulk.partners.extend(
            {
                "id": new_id(),
                "casus_id": casus_id,
                "organisatie_id": organisaties[code],
                "niveau": Informatieniveau.PROCES,
            }
            for code in dict.fromkeys(regel.partner_codes)
        )
    return bulk


def _grondslag(work: UnitOfWork, tafel_id: str | None, aanbrenger_id: str | None) -> dict[str, Any]:
    """Return what the cases of a list are shared on: the standard of the table, brought in by who delivered it."""
    standaard = tafelstandaard(work.session, tafel_id) if tafel_id is not None else None
    velden: dict[str, Any] = {
        "grondslag": standaard.grondslag if standaard else "",
        "doelbinding": standaard.doelbinding if standaard else "",
        "aanbrenger_id": aanbrenger_id,
    }
    van = dict.fromkeys(("grondslag", "doelbinding"), Herkomst.STANDAARD)
    van["aanbrenger_id"] = Herkomst.AANMELDING
    herkomst = {veld: van[veld].value for veld, waarde in velden.items() if waarde}
    return {**velden, "grondslag_herkomst": herkomst}


def inlezen(work: UnitOfWork, command: AanleveringInlezen) -> Outcome:
    _check_inlezen(work, command)
    gemeente = work.get(Gemeente, command.gemeente_id)
    if command.tafel_id is not None:
        work.get(Tafel, command.tafel_id)
    vereis_gemeente(work, gemeente.id, command.tafel_id)
    organisaties = _organisaties(work, command.rijen)
    _check_doelgroepen(work, command.rijen)
    aanmelder = work.session.get(Organisatie, gemeente.organisatie_id) if gemeente.organisatie_id else None
    inlezing = work.add(
        Inlezing(
            bestandsnaam=check_kort(command.bestandsnaam, "bestandsnaam", 200),
            sha256=check_kort(command.sha256, "sha256", 64),
            aantal=len(command.rijen),
            weggelaten=len(command.weggelaten),
            ingelezen_op=work.clock.now(),
        )
    )
    vast: dict[str, Any] = {column.key: "" for column in Casus.__table__.columns if not column.nullable}
    vast |= {
        "version": 1,
        "status": CasusStatus.AANGEMELD,
        "caseload": Caseload.TOP_X,
        "gemeente_id": gemeente.id,
        "aanmelder": aanmelder.naam if aanmelder else gemeente.naam,
        "tafel_id": command.tafel_id,
        **_grondslag(work, command.tafel_id, gemeente.organisatie_id),
        "inlezing_id": inlezing.id,
        "aangemeld_op": work.clock.today(),
        "created_at": work.clock.now(),
    }
    nummers = volgende_casusnummers(work, work.clock.today().year, len(command.rijen))
    bulk = _bulk(work, command.rijen, vast, nummers, organisaties)
    # Statements on tables instead of entities: 12,000 objects in the session would take most of the time.
    session = work.session
    session.execute(insert(Persoon.__table__), bulk.personen)  # type: ignore[arg-type]  # a Table is a FromClause
    session.execute(insert(Casus.__table__), bulk.casussen)  # type: ignore[arg-type]
    session.execute(insert(Betrokkene.__table__), bulk.betrokkenen)  # type: ignore[arg-type]
    if bulk.partners:
        session.execute(insert(Casuspartner.__table__), bulk.partners)  # type: ignore[arg-type]
    work.kinds |= {"persoon", "casus", "betrokkene", "casuspartner"}
    work.ids.update(casus["id"] for casus in bulk.casussen)
    event = AanleveringIngelezen(
        id=inlezing.id,
        aantal=len(nummers),
        weggelaten=len(command.weggelaten),
        eerste_nummer=nummers[0],
        laatste_nummer=nummers[-1],
    )
    inverse = AanleveringOngedaanMaken(inlezing_id=inlezing.id, ook_gewijzigd=True)
    note = f"{len(nummers)} casussen {nummers[0]} t/m {nummers[-1]}{noem(command.weggelaten)}"
    return Outcome(event, "inlezing", inlezing.id, inverse, note)


def _vereis_onbewerkt(work: UnitOfWork, command: AanleveringOngedaanMaken) -> None:
    """Raise RuleViolation with the numbers of the cases that were worked on since."""
    bewerkt = casus_bewerkt(ook_woorden=not command.ook_gewijzigd)
    nummers = work.session.scalars(
        select(Casus.nummer).where(Casus.inlezing_id == command.inlezing_id, bewerkt).order_by(Casus.nummer)
    ).all()
    if nummers:
        raise RuleViolation("aanlevering_in_gebruik", nummers=tuple(nummers[:_GENOEMD]), aantal=len(nummers))


def ongedaan_maken(work: UnitOfWork, command: AanleveringOngedaanMaken) -> Outcome:
    inlezing = work.get(Inlezing, command.inlezing_id)
    if inlezing.ongedaan_op is not None:
        raise RuleViolation("aanlevering_al_ongedaan", inlezing_id=inlezing.id)
    _vereis_onbewerkt(work, command)
    session = work.session
    rijen = session.execute(
        select(Casus.id, Betrokkene.persoon_id)
        .join(Betrokkene, Betrokkene.casus_id == Casus.id)
        .where(Casus.inlezing_id == inlezing.id)
    ).all()
    casussen = select(Casus.id).where(Casus.inlezing_id == inlezing.id)
    weg = {"synchronize_session": False}
    # Before the case itself, so that the search lines go by their own triggers.
    for model in (Betrokkene, Casuspartner):
        session.execute(delete(model).where(model.casus_id.in_(casussen)), execution_options=weg)
    session.execute(delete(Casus).where(Casus.inlezing_id == inlezing.id), execution_options=weg)
    personen = [rij.persoon_id for rij in rijen]
    elders = exists().where(Betrokkene.persoon_id == Persoon.id)
    for begin in range(0, len(personen), 500):  # within what SQLite takes as parameters
        deel = personen[begin : begin + 500]
        session.execute(delete(Persoon).where(Persoon.id.in_(deel), ~elders), execution_options=weg)
    session.expire_all()
    inlezing.ongedaan_op = work.clock.now()
    work.kinds |= {"persoon", "casus", "betrokkene", "casuspartner"}
    ids = {rij.id for rij in rijen}
    work.ids |= ids
    event = AanleveringOngedaanGemaakt(id=inlezing.id, aantal=len(ids))
    return Outcome(event, "inlezing", inlezing.id, None, f"{len(ids)} casussen")


HANDLERS = {AanleveringInlezen: inlezen, AanleveringOngedaanMaken: ongedaan_maken}
