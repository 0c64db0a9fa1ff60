"""What would happen when two persons are made one: side by side, and what moves. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Betrokkene, Casus, Persoon, Persoonrelatie
from vhdesk.models.samenvoeging import BEIDE_KAN, VELDEN, gaat_voor, voorstel, waarde
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import GEHEIM_ADRES, Kant


@dataclass(frozen=True, slots=True)
class VeldRow:
    """A field with both values. ``voorstel``: the side to begin with; ``beide``: whether both can stay."""

    id: str
    links: tuple[Any, ...]  # texts and dates; a union of the two cannot be told apart in JSON
    rechts: tuple[Any, ...]
    voorstel: Kant
    beide: bool


@dataclass(frozen=True, slots=True)
class VerhuisRow:
    """A case and the role the one person has in it afterwards. ``links``, ``rechts``: the roles they have now."""

    id: str
    nummer: str
    links: Betrokkenheid | None
    rechts: Betrokkenheid | None
    wordt: Betrokkenheid


@dataclass(frozen=True, slots=True)
class Samenvoegvoorbeeld:
    """``id`` is who stays. ``velden``: those that at least one of both has; ``relaties``: how many move."""

    id: str
    weg_id: str
    naam: str
    weg_naam: str
    velden: tuple[VeldRow, ...]
    casussen: tuple[VerhuisRow, ...]
    relaties: int


@inzage("personen vergelijken", "persoon", "blijft_id")
def samenvoegvoorbeeld(session: Session, blijft_id: str, weg_id: str) -> Samenvoegvoorbeeld:
    """Return both persons side by side. Raises NotFound when one of them does not exist."""
    blijft, weg = _persoon(session, blijft_id), _persoon(session, weg_id)
    velden = tuple(
        VeldRow(
            veld,
            _gevuld(blijft, veld),
            _gevuld(weg, veld),
            voorstel(blijft, weg, veld),
            veld in BEIDE_KAN and _gevuld(blijft, veld) != _gevuld(weg, veld),
        )
        for veld in VELDEN
        if any(waarde(blijft, veld)) or any(waarde(weg, veld))
    )
    van, naar = Persoonrelatie.van_id == weg_id, Persoonrelatie.naar_id == weg_id
    relaties = session.scalars(select(Persoonrelatie.id).where(van | naar)).all()
    return Samenvoegvoorbeeld(
        id=blijft_id,
        weg_id=weg_id,
        naam=blijft.naam,
        weg_naam=weg.naam,
        velden=velden,
        casussen=_casussen(session, blijft_id, weg_id),
        relaties=len(relaties),
    )


def _persoon(session: Session, persoon_id: str) -> Persoon:
    persoon = session.get(Persoon, persoon_id)
    if persoon is None:
        raise NotFound("niet_gevonden", soort="persoon", id=persoon_id)
    return persoon


def _gevuld(persoon: Persoon, veld: str) -> tuple[Any, ...]:
    """Return the filled values of a field: of a name its words, of aliases each."""
    if veld == "aliassen":
        return tuple(persoon.aliassen)
    delen = tuple(deel for deel in waarde(persoon, veld) if deel)
    return tuple(GEHEIM_ADRES if deel is True else deel for deel in delen)


@vast
def _casussen_statement() -> Kolommen:
    return (
        select(Casus.id, Casus.nummer, Betrokkene.persoon_id, Betrokkene.rol)
        .join(Casus, Casus.id == Betrokkene.casus_id)
        .where(Betrokkene.persoon_id.in_(bindparam("personen", expanding=True)))
        .order_by(Casus.nummer)
    )


def _casussen(session: Session, blijft_id: str, weg_id: str) -> tuple[VerhuisRow, ...]:
    rollen: dict[tuple[str, str], dict[str, Betrokkenheid]] = {}
    for casus_id, nummer, persoon_id, rol in session.execute(
        _casussen_statement(), {"personen": [blijft_id, weg_id]}
    ):
        rollen.setdefault((casus_id, nummer), {})[persoon_id] = rol
    rijen = []
    for (casus_id, nummer), wie in rollen.items():
        links, rechts = wie.get(blijft_id), wie.get(weg_id)
        wordt = links if links and (not rechts or gaat_voor(links, rechts)) else rechts
        assert wordt is not None
        rijen.append(VerhuisRow(casus_id, nummer, links, rechts, wordt))
    return tuple(rijen)
