"""The system around a case: in which other cases its persons are, how they stand to each other, who went up in whom.

Parts of the case file: ``dossier`` carries the mark of reading. Another case shows no more here than its number,
its status and the role of the person in it; reading it is a reading of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Betrokkene, Casus, Persoon, Persoonrelatie, Samenvoeging
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.naam import volle_naam
from vhdesk.vocabulary import Betrokkenheid, CasusStatus


@dataclass(frozen=True, slots=True)
class ElderRow:
    """Another case in which the person is. ``id`` is his place in it."""

    id: str
    casus_id: str
    nummer: str
    status: CasusStatus
    rol: Betrokkenheid


@dataclass(frozen=True, slots=True)
class RelatieRow:
    """The person is ``wat`` of ``naam``; ``in_casus``: the other takes part in this case too."""

    id: str
    wat: str
    ander_id: str
    naam: str
    in_casus: bool


@dataclass(frozen=True, slots=True)
class SamenvoegingRow:
    """Somebody called ``naam`` went up in the person; the last one first."""

    id: str
    naam: str
    op: datetime
    reden: str


def elders(session: Session, casus_id: str) -> Mapping[str, tuple[ElderRow, ...]]:
    """Return person -> the other cases he is in, the newest number first."""
    per_persoon: defaultdict[str, list[ElderRow]] = defaultdict(list)
    for rij in velden(session, _elders_statement(), {"casus_id": casus_id}):
        per_persoon[rij.pop("persoon_id")].append(ElderRow(**rij))
    return {persoon: tuple(rijen) for persoon, rijen in per_persoon.items()}


@vast
def _elders_statement() -> Kolommen:
    hier, daar = aliased(Betrokkene), aliased(Betrokkene)
    return (
        select(hier.persoon_id, daar.id, daar.casus_id, Casus.nummer, Casus.status, daar.rol)
        .join(daar, (daar.persoon_id == hier.persoon_id) & (daar.casus_id != hier.casus_id))
        .join(Casus, Casus.id == daar.casus_id)
        .where(hier.casus_id == bindparam("casus_id"))
        .order_by(Casus.nummer.desc())
    )


def relaties(session: Session, personen: Sequence[str]) -> Mapping[str, tuple[RelatieRow, ...]]:
    """Return person -> how he stands to others, read from his side; ``personen`` are those of one case."""
    aanwezig = frozenset(personen)
    per_persoon: defaultdict[str, list[RelatieRow]] = defaultdict(list)
    for rij in velden(session, _relaties_statement(), {"personen": personen}):
        kanten = (
            (rij["van_id"], rij["soort"].label, rij["naar_id"], rij["naar"]),
            (rij["naar_id"], rij["soort"].tegenlabel, rij["van_id"], rij["van"]),
        )
        for persoon_id, wat, ander_id, naam in kanten:
            if persoon_id in aanwezig:
                per_persoon[persoon_id].append(
                    RelatieRow(rij["id"], wat, ander_id, naam, ander_id in aanwezig)
                )
    return {
        persoon: tuple(sorted(rijen, key=lambda rij: (rij.wat, rij.naam)))
        for persoon, rijen in per_persoon.items()
    }


@vast
def _relaties_statement() -> Kolommen:
    van, naar, r = aliased(Persoon), aliased(Persoon), Persoonrelatie
    personen: Any = bindparam("personen", expanding=True)
    return (
        select(
            r.id, r.soort, r.van_id, r.naar_id, volle_naam(van).label("van"), volle_naam(naar).label("naar")
        )
        .join(van, van.id == r.van_id)
        .join(naar, naar.id == r.naar_id)
        .where(r.van_id.in_(personen) | r.naar_id.in_(personen))
    )


def samenvoegingen(session: Session, casus_id: str) -> Mapping[str, tuple[SamenvoegingRow, ...]]:
    """Return person -> who went up in him, and was not parted from him again."""
    per_persoon: defaultdict[str, list[SamenvoegingRow]] = defaultdict(list)
    for rij in velden(session, _samenvoegingen_statement(), {"casus_id": casus_id}):
        per_persoon[rij.pop("blijft_id")].append(SamenvoegingRow(**rij))
    return {persoon: tuple(rijen) for persoon, rijen in per_persoon.items()}


@vast
def _samenvoegingen_statement() -> Kolommen:
    s = Samenvoeging
    return (
        select(s.blijft_id, s.id, volle_naam().label("naam"), s.op, s.reden)
        .join(Betrokkene, Betrokkene.persoon_id == s.blijft_id)
        .join(Persoon, Persoon.id == s.weg_id)
        .where(Betrokkene.casus_id == bindparam("casus_id"), s.ongedaan_op.is_(None))
        .order_by(s.op.desc(), s.id)
    )
