"""Full-text search over all texts of all cases, with fragments, grouped per case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from vhdesk.folding import fold
from vhdesk.models import Betrokkene, Casus, Persoon, Zoekregel
from vhdesk.models.klank import klanksleutel
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.sprong import klanksleutels, personen_op_klank, personen_op_naam
from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.queries.zoektaal import BEGIN, EINDE, ZOEK, match_expressie, treft, woorden
from vhdesk.vocabulary import Betrokkenheid, CasusStatus

PER_CASUS = 3
_NIEUWSTE = 300  # lines read for one answer; who wants an older one types one word more
_FRAGMENT = 14  # words


@dataclass(frozen=True, slots=True)
class Treffer:
    """A case with its matching texts, newest first. ``id`` is the case."""

    id: str
    nummer: str
    titel: str
    naam: str
    geboortedatum: date | None
    status: CasusStatus
    vindplaatsen: tuple[Vindplaats, ...]


@inzage("casussen zoeken", "casus")
def zoeken(session: Session, *, zoek: str, limiet: int = 50) -> tuple[Treffer, ...]:
    """Return the cases with a text that holds every word of ``zoek``; () for blank input.

    Cases of which a person's name matches come first, then those of which it sounds like it, then by the newest
    matching text; per case at most ``PER_CASUS`` texts.
    """
    expressie = match_expressie(zoek)
    if expressie is None:
        return ()
    delen = tuple(fold(woord) for woord in woorden(zoek))
    per_casus: dict[str, dict[str, Vindplaats]] = {}
    for casus_id, plaats in (*_namen(session, delen, limiet), *_teksten(session, expressie, delen)):
        plaatsen = per_casus.setdefault(casus_id, {})
        if len(plaatsen) < PER_CASUS:
            plaatsen.setdefault(plaats.id, plaats)
    gekozen = list(per_casus)[:limiet]
    koppen = _koppen(session, gekozen)
    return tuple(
        Treffer(casus_id, *koppen[casus_id], tuple(per_casus[casus_id].values()))
        for casus_id in gekozen
        if casus_id in koppen
    )


def _namen(session: Session, delen: tuple[str, ...], limiet: int) -> list[tuple[str, Vindplaats]]:
    op_naam = personen_op_naam(session, delen, limiet)
    op_klank = [wie for wie in personen_op_klank(session, delen, limiet) if wie not in op_naam]
    gevonden = _personen(session, _van_personen(), op_naam, delen) if op_naam else []
    if op_klank:
        gevonden += _personen(session, _van_personen(), op_klank, delen, klanksleutels(delen))
    return gevonden


def _teksten(session: Session, expressie: str, delen: tuple[str, ...]) -> list[tuple[str, Vindplaats]]:
    """The newest matching lines with a fragment; a line about a person is shown in its own words."""
    rows = session.execute(_regels(), {"expressie": expressie}).all()
    betrokkenen = [bron_id for _, bron, bron_id, _ in rows if bron == PERSOON]
    personen = dict(
        (plaats.bron_id, plaats) for _, plaats in betrokkenen_getoond(session, betrokkenen, delen)
    )
    return [
        (casus_id, personen.get(bron_id) or Vindplaats(bron_id, bron, bron_id, fragment_))
        for casus_id, bron, bron_id, fragment_ in rows
    ]


@vast
def _regels() -> Kolommen:
    fragment = func.snippet(literal_column("zoek"), 0, BEGIN, EINDE, "…", _FRAGMENT)
    nieuwste = (
        select(ZOEK.c.rowid, fragment.label("fragment"))
        .where(treft())
        .order_by(ZOEK.c.rowid.desc())
        .limit(_NIEUWSTE)
        .subquery()
    )
    return (
        select(Zoekregel.casus_id, Zoekregel.bron, Zoekregel.bron_id, nieuwste.c.fragment)
        .join(nieuwste, nieuwste.c.rowid == Zoekregel.id)
        .order_by(Zoekregel.id.desc())
    )


@vast
def _van_personen() -> Kolommen:
    return _persoonregels(Betrokkene.persoon_id)


@vast
def _van_betrokkenen() -> Kolommen:
    return _persoonregels(Betrokkene.id)


def _persoonregels(kolom: InstrumentedAttribute[str]) -> Kolommen:
    return (
        select(
            Betrokkene.casus_id, Betrokkene.id, volle_naam(), Persoon.bsn, Persoon.kvk, Persoon.aliassen,
            Persoon.adres, Persoon.postcode, Persoon.woonplaats,
        )
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(kolom.in_(bindparam("ids", expanding=True)))
        .order_by(Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE, Persoon.naam_norm)
    )  # fmt: skip


def betrokkenen_getoond(
    session: Session, betrokkenen: list[str], delen: tuple[str, ...], klanken: tuple[str, ...] = ()
) -> list[tuple[str, Vindplaats]]:
    """Return (case, place) of these betrokkenen in their own words, ``delen`` (folded) and ``klanken`` marked."""
    return _personen(session, _van_betrokkenen(), betrokkenen, delen, klanken) if betrokkenen else []


def _personen(
    session: Session,
    statement: Kolommen,
    ids: list[str],
    delen: tuple[str, ...],
    klanken: tuple[str, ...] = (),
) -> list[tuple[str, Vindplaats]]:
    gevonden = []
    for casus_id, betrokkene_id, naam, bsn, kvk, aliassen, *adres in session.execute(statement, {"ids": ids}):
        # a number only for who already has it, an alias only when it is what was found
        nummers = [nr for nr in (bsn, kvk) if any(deel.isdigit() and nr.startswith(deel) for deel in delen)]
        ook = [f"ook {alias}" for alias in aliassen if BEGIN in markeer((alias,), delen, klanken)]
        fragment = markeer((naam, *ook, *nummers, *adres), delen, klanken)
        gevonden.append((casus_id, Vindplaats(betrokkene_id, PERSOON, betrokkene_id, fragment)))
    return gevonden


def markeer(velden: Iterable[str], delen: tuple[str, ...], klanken: tuple[str, ...] = ()) -> str:
    """Join the filled ``velden`` with commas and mark every word that begins with one of ``delen`` (folded), or
    sounds like one of ``klanken``."""
    zoekdelen = tuple(stuk for deel in delen for stuk in deel.replace("-", " ").split())

    def raak(stuk: str) -> bool:
        return stuk.startswith(zoekdelen) or bool(klanken and klanksleutel(stuk).startswith(klanken))

    def woord(tekst: str) -> str:
        stukken = fold(tekst).replace("-", " ").split()
        return f"{BEGIN}{tekst}{EINDE}" if any(map(raak, stukken)) else tekst

    return ", ".join(" ".join(woord(tekst) for tekst in veld.split()) for veld in velden if veld)


def _koppen(session: Session, ids: list[str]) -> dict[str, tuple[str, str, str, date | None, CasusStatus]]:
    rows = session.execute(_koppen_statement(), {"ids": ids_waarde(ids)})
    return {row[0]: (row[1], row[2], row[3], row[4], row[5]) for row in rows}


@vast
def _koppen_statement() -> Kolommen:
    return (
        select(Casus.id, Casus.nummer, Casus.titel, volle_naam(), Persoon.geboortedatum, Casus.status)
        .outerjoin(
            Betrokkene, (Betrokkene.casus_id == Casus.id) & (Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE)
        )
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Casus.id.in_(van_ids()))
    )
