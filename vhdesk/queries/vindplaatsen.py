"""Where the hit stands, for the cases of a list: one statement for the texts, one for the persons."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import TextualSelect, column, select, text
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Betrokkene
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.sprong import klanksleutels, personen_op_klank
from vhdesk.queries.zoeken import betrokkenen_getoond
from vhdesk.queries.zoekplaats import PERSOON, Vindplaats
from vhdesk.queries.zoektaal import match_expressie, woorden
from vhdesk.vocabulary import Betrokkenheid

_GEHOORD = 500  # persons of whom the name sounds like it; who means another types one word more


def _delen(zoek: str) -> tuple[str, ...]:
    return tuple(fold(woord) for woord in woorden(zoek))


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
    session: Session, zoek: str, regels: Collection[int], gehoord: Collection[str]
) -> Mapping[str, Vindplaats]:
    """Return case -> where the hit stands, for these search lines and these betrokkenen who sound like it."""
    rows = session.execute(
        _fragmenten(), {"expressie": match_expressie(zoek), "ids": f"[{','.join(map(str, regels))}]"}
    ).all()
    op_tekst = {
        casus_id: Vindplaats(bron_id, bron, bron_id, fragment)
        for casus_id, bron, bron_id, fragment in rows
        if bron != PERSOON
    }
    betrokkenen = [bron_id for _, bron, bron_id, _ in rows if bron == PERSOON] + list(gehoord)
    delen = _delen(zoek)
    return op_tekst | dict(betrokkenen_getoond(session, betrokkenen, delen, klanksleutels(delen)))


# The hits are walked once and only those that are shown get a fragment; "+" keeps SQLite from starting the search
# again for each of them.
@vast
def _fragmenten() -> TextualSelect:
    return text(
        "SELECT z.casus_id, z.bron, z.bron_id, snippet(zoek, 0, char(2), char(3), '…', 7) AS fragment"
        " FROM zoek CROSS JOIN zoekregel AS z"
        " WHERE zoek MATCH :expressie AND +zoek.rowid IN (SELECT value FROM json_each(:ids))"
        " AND z.id = zoek.rowid"
    ).columns(column("casus_id"), column("bron"), column("bron_id"), column("fragment"))
