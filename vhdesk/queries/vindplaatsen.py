"""Where the hit stands, for the cases of a list: one statement for the texts, one for the persons.

A hit in a text is marked by the full-text index, also when it is found by its beginning or without its accents; one
in a name is marked here, because a name is found by its sound as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import TextualSelect, bindparam, column, select, text
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Betrokkene, Persoon
from vhdesk.models.klank import klanksleutel
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.sprong import klanksleutels, klinkt, personen_op_klank, personen_op_naam
from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.queries.zoektaal import BEGIN, EINDE, match_expressie, woorden
from vhdesk.vocabulary import Betrokkenheid

_GEHOORD = 500  # persons of whom the name sounds like it; who means another types one word more


def _delen(zoek: str) -> tuple[str, ...]:
    return tuple(fold(woord) for woord in woorden(zoek))


def casussen_op_naam(session: Session, zoek: str) -> dict[str, str]:
    """Return case -> betrokkene of whom the name has, for each word, one that begins with it: for words that stand in so
    many texts that those are not all read."""
    delen = _delen(zoek)
    personen = personen_op_naam(session, delen, _GEHOORD) if delen else []
    rows = session.execute(_betrokkenen(), {"ids": ids_waarde(personen)}).all() if personen else ()
    return {casus_id: betrokkene_id for casus_id, betrokkene_id in rows}


def casussen_op_klank(session: Session, zoek: str) -> dict[str, str]:
    """Return case -> betrokkene of whom a name sounds like ``zoek``; {} for blank input or a number."""
    personen = personen_op_klank(session, _delen(zoek), _GEHOORD)
    if not personen:
        return {}
    rows = session.execute(_betrokkenen(), {"ids": ids_waarde(personen)}).all()
    return {casus_id: betrokkene_id for casus_id, betrokkene_id in rows}


@vast
def _betrokkenen() -> Kolommen:
    """The hoofdbetrokkene of a case last, so that it is the one that is kept."""
    return (
        select(Betrokkene.casus_id, Betrokkene.id)
        .where(Betrokkene.persoon_id.in_(van_ids()))
        .order_by(Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE, Betrokkene.id)
    )


def vindplaatsen(
    session: Session, zoek: str, regels: Collection[str], gehoord: Collection[str]
) -> Mapping[str, Vindplaats]:
    """Return case -> where the hit stands, for these search lines and these betrokkenen who sound like it."""
    nummers = sorted(map(int, regels))
    waarden = {
        "expressie": match_expressie(zoek),
        "ids": f"[{','.join(regels)}]",
        "eerste": nummers[0] if nummers else 1,
        "laatste": nummers[-1] if nummers else 0,
    }
    rows = session.execute(_fragmenten(), waarden).all()
    op_tekst = {
        casus_id: Vindplaats(bron_id, bron, bron_id, fragment)
        for casus_id, bron, bron_id, fragment in rows
        if bron != PERSOON
    }
    betrokkenen = [bron_id for _, bron, bron_id, _ in rows if bron == PERSOON] + list(gehoord)
    delen = _delen(zoek)
    return op_tekst | dict(_getoond(session, betrokkenen, delen, klanksleutels(delen)))


# The hits are walked once and only those that are shown get a fragment; "+" keeps SQLite from starting the search
# again for each of them.
@vast
def _fragmenten() -> TextualSelect:
    return text(
        "SELECT z.casus_id, z.bron, z.bron_id, snippet(zoek, 0, char(2), char(3), '…', 7) AS fragment"
        " FROM zoek CROSS JOIN zoekregel AS z"
        " WHERE zoek MATCH :expressie AND zoek.rowid BETWEEN :eerste AND :laatste"
        " AND +zoek.rowid IN (SELECT value FROM json_each(:ids))"
        " AND z.id = zoek.rowid"
    ).columns(column("casus_id"), column("bron"), column("bron_id"), column("fragment"))


@vast
def _personen() -> Kolommen:
    return (
        select(
            Betrokkene.casus_id, Betrokkene.id, Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE, volle_naam(),
            Persoon.voorletters, Persoon.bsn, Persoon.kvk, Persoon.aliassen, Persoon.adres, Persoon.postcode, Persoon.woonplaats,
        )
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Betrokkene.id.in_(bindparam("ids", expanding=True)))
    )  # fmt: skip


def _getoond(
    session: Session, betrokkenen: list[str], delen: tuple[str, ...], klanken: tuple[str, ...]
) -> Iterator[tuple[str, Vindplaats]]:
    """Yield (case, place) of these betrokkenen in their own words, with what was searched for marked."""
    rows = session.execute(_personen(), {"ids": betrokkenen}) if betrokkenen else ()
    for casus_id, betrokkene_id, hoofd, naam, voorletters, bsn, kvk, aliassen, *adres in rows:
        # a number only for who already has it, an alias only when it is what was found
        nummers = [nr for nr in (bsn, kvk) if any(deel.isdigit() and nr.startswith(deel) for deel in delen)]
        ook = [f"ook {alias}" for alias in aliassen if BEGIN in markeer((alias,), delen, klanken)]
        in_naam = BEGIN in markeer((naam,), delen, klanken)
        letters = (
            f"voorletters {voorletters}" if not in_naam and BEGIN in markeer((voorletters,), delen) else ""
        )
        fragment = markeer((naam, letters, *ook, *nummers, *adres), delen, klanken)
        yield casus_id, Vindplaats(betrokkene_id, PERSOON, betrokkene_id, fragment, hoofd and in_naam)


def markeer(velden: Iterable[str], delen: tuple[str, ...], klanken: tuple[str, ...] = ()) -> str:
    """Join the filled ``velden`` with commas and mark every word that begins with one of ``delen`` (folded), or
    sounds like ``klanken``."""
    zoekdelen = tuple(stuk for deel in delen for stuk in deel.replace("-", " ").split())

    def raak(stuk: str) -> bool:
        return stuk.startswith(zoekdelen) or bool(klanken and klinkt(klanksleutel(stuk), klanken))

    def woord(tekst: str) -> str:
        stukken = fold(tekst).replace("-", " ").split()
        return f"{BEGIN}{tekst}{EINDE}" if any(map(raak, stukken)) else tekst

    return ", ".join(" ".join(woord(tekst) for tekst in veld.split()) for veld in velden if veld)
