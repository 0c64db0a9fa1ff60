"""Setting up a new vault with the region as it is: organisations, municipalities, tables and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Gemeente,
    Medewerker,
    Organisatie,
    Referentielijst,
    Referentiewaarde,
    Tafel,
    Tafellid,
)
from vhdesk.reference_lists import ReferenceList, reference_list, reference_names
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.invoer import check_naam
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol, Organisatiesoort, Tafelregime, Tafelsoort, Term

T = TypeVar("T", bound=Term)

# Lists that have a table of their own; every other list of the region is a versioned Referentielijst.
_GEMEENTEN = {"gemeenten_twente": "twente", "gemeenten_nog": "nog"}
_EIGEN_TABEL = frozenset({*_GEMEENTEN, "organisaties", "tafels"})
_HUIS = "zorg-en-veiligheidshuis-twente"
_COORDINATOR = "coördinator"
_KOLOMMEN = frozenset({"code", "naam", "omschrijving"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegioInrichten(Command):
    """Fill an empty vault with the shipped region. ``oefening``: also the invented organisations. ``medewerker``: the
    name of whoever will chair, who so is known as somebody of the Veiligheidshuis; "" for nobody."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    oefening: bool = False
    medewerker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegioIngericht(Event):
    organisaties: int
    gemeenten: int
    tafels: int
    lijsten: int


def _term(terms: type[T], waarde: str) -> T:
    """Return the term with this value. Raises KeyError when the vocabulary has none: a fault in the list."""
    return {term.value: term for term in terms}[waarde]


def _organisaties(work: UnitOfWork, lijst: ReferenceList, *, oefening: bool) -> dict[str, Organisatie]:
    """Add the organisations; return them by code."""
    gevonden: dict[str, Organisatie] = {}
    for item in lijst.items:
        if item.get("oefening") and not oefening:
            continue
        gevonden[item["code"]] = Organisatie(
            code=item["code"],
            naam=item["naam"],
            soort=_term(Organisatiesoort, item["soort"]),
            aliassen=list(item.get("aliassen", ())),
        )
    work.session.add_all(gevonden.values())
    work.session.flush()
    return gevonden


def _cent(euro: str | None) -> int:
    """Return an amount of the lists ('29380.00') in cents."""
    return int(Decimal(euro or "0") * 100)


def _gemeenten(work: UnitOfWork, lijst: ReferenceList, regio: str, organisaties: Mapping[str, str]) -> int:
    """Add the municipalities of one region, each with the organisation that sits at the table for it."""
    work.session.add_all(
        Gemeente(
            code=item["code"],
            naam=item["naam"],
            regio=regio,
            veiligheidskamer=item.get("veiligheidskamer") or "",
            zetelgemeente=bool(item.get("zetelgemeente", False)),
            bijdrage_cent=_cent(item.get("bijdrage")),
            verhoging_cent=_cent(item.get("verhoging")),
            aandeel_promille=int(Decimal(item.get("aandeel") or "0") * 1000),
            organisatie_id=organisaties.get(item["code"]),
        )
        for item in lijst.items
    )
    return len(lijst.items)


def _tafels(work: UnitOfWork, lijst: ReferenceList, organisaties: Mapping[str, Organisatie]) -> int:
    """Add the tables with their fixed participants, still without persons."""
    for item in lijst.items:
        tafel = Tafel(
            code=item["code"],
            naam=item["naam"],
            soort=_term(Tafelsoort, item["soort"]),
            regime=_term(Tafelregime, item["regime"]),
            plaats=item["plaats"],
            frequentie=item["frequentie"],
            begintijd=time.fromisoformat(item["begintijd"]),
            duur_minuten=item["duur_minuten"],
            toelichting=" ".join(item.get("omschrijving", "").split()),
        )
        work.add(tafel)
        work.session.add_all(
            Tafellid(tafel_id=tafel.id, organisatie_id=organisaties[code].id) for code in item["deelnemers"]
        )
    return len(lijst.items)


def _kenmerken(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what only this list has, without empty values."""
    return {key: value for key, value in item.items() if key not in _KOLOMMEN and value is not None}


def _referentielijst(work: UnitOfWork, lijst: ReferenceList) -> None:
    work.session.add(
        Referentielijst(
            code=lijst.lijst,
            naam=lijst.naam,
            bron=lijst.bron,
            versie=lijst.versie,
            gewijzigd_op=work.clock.now(),
        )
    )
    work.session.flush()
    work.session.add_all(
        Referentiewaarde(
            lijst_code=lijst.lijst,
            code=item["code"],
            naam=item["naam"],
            omschrijving=" ".join(item.get("omschrijving", "").split()),
            volgorde=volgorde,
            kenmerken=_kenmerken(item),
            versie_van=lijst.versie,
        )
        for volgorde, item in enumerate(lijst.items, start=1)
    )


def inrichten(work: UnitOfWork, command: RegioInrichten) -> Outcome:
    for model in (Organisatie, Gemeente, Tafel, Referentielijst):
        if work.session.execute(select(1).select_from(model).limit(1)).first():
            raise RuleViolation("al_ingericht")
    organisaties = _organisaties(work, reference_list("organisaties"), oefening=command.oefening)
    van_gemeente = {
        code.removeprefix("gemeente-"): organisatie.id
        for code, organisatie in organisaties.items()
        if code.startswith("gemeente-")
    }
    gemeenten = sum(
        _gemeenten(work, reference_list(naam), regio, van_gemeente) for naam, regio in _GEMEENTEN.items()
    )
    tafels = _tafels(work, reference_list("tafels"), organisaties)
    lijsten = [naam for naam in reference_names() if naam not in _EIGEN_TABEL]
    for naam in lijsten:
        _referentielijst(work, reference_list(naam))
    if command.medewerker.strip():
        huis = organisaties[_HUIS]
        work.add(
            Medewerker(organisatie_id=huis.id, naam=check_naam(command.medewerker), functie=_COORDINATOR)
        )
        work.kinds |= {"medewerker"}
    work.session.flush()
    work.kinds |= {"organisatie", "gemeente", "tafel", "tafellid", "referentielijst", "referentiewaarde"}
    event = RegioIngericht(
        id="regio",
        organisaties=len(organisaties),
        gemeenten=gemeenten,
        tafels=tafels,
        lijsten=len(lijsten),
    )
    note = f"{len(organisaties)} organisaties, {gemeenten} gemeenten, {tafels} tafels, {len(lijsten)} lijsten"
    return Outcome(event, "regio", "", None, note)


HANDLERS = {RegioInrichten: inrichten}
