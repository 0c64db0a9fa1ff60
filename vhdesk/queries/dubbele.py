"""Persons in the vault who may be the one that is being entered: few, with the reasons, the most certain first.

Candidates come from indexes (BSN, KvK number, birth date and its swapped form, postcode, sound of the name) and are
then weighed by the rules that also weigh the rows of a delivered list (``models.persoonsgelijkenis``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, bindparam, column, literal_column, select, text
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Betrokkene, Casus, Persoon
from vhdesk.models.klank import klanken
from vhdesk.models.persoon import elfproef, hele_bsn
from vhdesk.models.persoonsgelijkenis import (
    Gelijkenis,
    Persoonskenmerken,
    achternaamsleutel,
    deursleutel,
    naamsleutel,
    vergelijk,
    voornaamsleutels,
)
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.systeem import ElderRow
from vhdesk.vocabulary_aanlevering import Dubbelreden

_MEESTE = (
    1000  # persons of one sound that are weighed; the most common name of a region is some 200 of 12,000
)
_WOORDEN = 3  # words of a family name that are listened to
_GEEN_CIJFER = re.compile(r"[^0-9]")

_KANDIDATEN = (
    text(
        "SELECT rowid FROM persoon WHERE bsn = :bsn AND bsn != ''"
        " UNION SELECT rowid FROM persoon WHERE kvk = :kvk AND kvk != ''"
        " UNION SELECT rowid FROM persoon WHERE geboortedatum IN (:dag, :verwisseld)"
        " UNION SELECT rowid FROM persoon WHERE postcode IN (:postcode, :postcode_los) AND postcode != ''"
        " UNION SELECT rowid FROM (SELECT rowid FROM persoon INDEXED BY ix_persoon_klank"
        " WHERE instr(' ' || klank || ' ', :klank_0) OR instr(' ' || klank || ' ', :klank_1)"
        " OR instr(' ' || klank || ' ', :klank_2) LIMIT :meeste)"
    )
    .bindparams(bindparam("dag", type_=Date), bindparam("verwisseld", type_=Date))
    .columns(column("rowid", Integer))
)


@dataclass(frozen=True, slots=True)
class DubbeleRow:
    """Somebody in the vault who may be the one. ``id`` is the person; ``score`` 0.5 (possible) to 1.0."""

    id: str
    naam: str
    geboortedatum: date | None
    woonplaats: str
    score: float
    redenen: tuple[Dubbelreden, ...]
    casussen: tuple[ElderRow, ...]


@inzage("personen vergelijken", "persoon", woorden="geslachtsnaam")
def dubbele_personen(
    session: Session,
    *,
    geslachtsnaam: str,
    voornamen: str = "",
    voorletters: str = "",
    geboortedatum: date | None = None,
    bsn: str = "",
    kvk: str = "",
    adres: str = "",
    postcode: str = "",
    behalve: str = "",
    limiet: int = 5,
) -> tuple[DubbeleRow, ...]:
    """Return who may be the person with these data; ``behalve`` is the person himself when he is in the vault.

    A name alone is enough when the given name is like it too; nothing is refused and nothing is merged.
    """
    gezocht = _kenmerken(geslachtsnaam, voornamen, voorletters, geboortedatum, bsn, adres, postcode)
    waarden = _waarden(gezocht, geslachtsnaam, kvk, postcode)
    rowids = session.execute(_KANDIDATEN, waarden).scalars().all()
    gevonden: list[tuple[Gelijkenis, dict[str, Any]]] = []
    for rij in velden(session, _personen(), {"rowids": rowids}) if rowids else ():
        if rij["id"] == behalve:
            continue
        gelijkenis = _zelfde_kvk(kvk, rij["kvk"]) or _beste(gezocht, _varianten(rij))
        if gelijkenis is not None:
            gevonden.append((gelijkenis, rij))
    gevonden.sort(key=lambda paar: (-paar[0].score, paar[1]["naam"], paar[1]["id"]))
    casussen = _casussen(session, [rij["id"] for _, rij in gevonden])
    met_casus = [paar for paar in gevonden if paar[1]["id"] in casussen][:limiet]
    return tuple(
        DubbeleRow(
            rij["id"], rij["naam"], rij["geboortedatum"], rij["woonplaats"], gelijkenis.score, gelijkenis.redenen,
            casussen[rij["id"]],
        )
        for gelijkenis, rij in met_casus
    )  # fmt: skip


def bsn_klopt(bsn: str) -> bool:
    """Return whether what was typed can be a BSN by the elfproef, dots and spaces aside. Nothing typed is no mistake."""
    return not bsn.strip() or elfproef(hele_bsn(_GEEN_CIJFER.sub("", bsn)))


def _kenmerken(
    geslachtsnaam: str,
    voornamen: str,
    voorletters: str,
    geboortedatum: date | None,
    bsn: str,
    adres: str,
    postcode: str,
) -> Persoonskenmerken:
    cijfers = hele_bsn(_GEEN_CIJFER.sub("", bsn))
    return Persoonskenmerken(
        achternaam=achternaamsleutel(geslachtsnaam),
        voornamen=voornaamsleutels(voornamen),
        voorletters=naamsleutel(voorletters) or "".join(naam[0] for naam in voornaamsleutels(voornamen)),
        geboortedatum=geboortedatum,
        bsn=cijfers if elfproef(cijfers) else "",
        deur=deursleutel(adres, postcode),
    )


def _waarden(gezocht: Persoonskenmerken, geslachtsnaam: str, kvk: str, postcode: str) -> dict[str, Any]:
    """What the parameters of the candidates are; what is not known matches nothing."""
    los = postcode.replace(" ", "").upper()
    sleutels = klanken(fold(geslachtsnaam))[:_WOORDEN]
    klank = [f" {sleutel} " for sleutel in sleutels] + ["\x00"] * (_WOORDEN - len(sleutels))
    return {
        "bsn": gezocht.bsn,
        "kvk": kvk,
        "dag": gezocht.geboortedatum,
        "verwisseld": _verwisseld(gezocht.geboortedatum),
        "postcode": f"{los[:4]} {los[4:]}" if los else "",
        "postcode_los": los,
        "meeste": _MEESTE,
    } | {f"klank_{nr}": waarde for nr, waarde in enumerate(klank)}


def _verwisseld(dag: date | None) -> date | None:
    """Return the date with day and month exchanged; None when that is no date."""
    return dag.replace(month=dag.day, day=dag.month) if dag is not None and dag.day <= 12 else None


@vast
def _personen() -> Kolommen:
    p = Persoon
    return select(
        p.id, volle_naam().label("naam"), p.voornamen, p.voorletters, p.geslachtsnaam, p.aliassen, p.geboortedatum,
        p.bsn, p.kvk, p.adres, p.postcode, p.woonplaats,
    ).where(literal_column("persoon.rowid").in_(bindparam("rowids", expanding=True)))  # fmt: skip


def _varianten(rij: dict[str, Any]) -> Iterator[Persoonskenmerken]:
    """Yield what identifies the person: under the name, and under each alias (its last word the family name)."""
    eigen = _kenmerken(
        rij["geslachtsnaam"], rij["voornamen"], rij["voorletters"], rij["geboortedatum"], rij["bsn"], rij["adres"],
        rij["postcode"],
    )  # fmt: skip
    yield eigen
    for alias in rij["aliassen"]:
        *voor, achter = alias.split()
        yield replace(
            eigen,
            achternaam=naamsleutel(achter),
            voornamen=voornaamsleutels(" ".join(voor)) or eigen.voornamen,
        )


def _beste(gezocht: Persoonskenmerken, varianten: Iterator[Persoonskenmerken]) -> Gelijkenis | None:
    gelijkenissen = [gelijkenis for variant in varianten if (gelijkenis := vergelijk(gezocht, variant))]
    return max(gelijkenissen, key=lambda gelijkenis: gelijkenis.score, default=None)


def _zelfde_kvk(kvk: str, ander: str) -> Gelijkenis | None:
    return Gelijkenis(1.0, (Dubbelreden.KVK_GELIJK,)) if kvk and kvk == ander else None


def _casussen(session: Session, personen: Sequence[str]) -> dict[str, tuple[ElderRow, ...]]:
    per_persoon: defaultdict[str, list[ElderRow]] = defaultdict(list)
    for rij in velden(session, _casussen_statement(), {"personen": personen}) if personen else ():
        per_persoon[rij.pop("persoon_id")].append(ElderRow(**rij))
    return {persoon: tuple(rijen) for persoon, rijen in per_persoon.items()}


@vast
def _casussen_statement() -> Kolommen:
    b = Betrokkene
    return (
        select(b.persoon_id, b.id, b.casus_id, Casus.nummer, Casus.status, b.rol)
        .join(Casus, Casus.id == b.casus_id)
        .where(b.persoon_id.in_(bindparam("personen", expanding=True)))
        .order_by(Casus.nummer.desc())
    )
