"""From words to cases: which cases hold a text that matches, and whether a person of the case does.

The search index knows lines, not cases. The case of a line is read from a narrow index on the lines, because the
row of a line drags its whole text along (measured at 200,000 lines: 100 ms against 7 for 6,600 hits). SQLite
would prefer the row, so the index is named.

A common word stands in ten thousand lines. They come as a few long strings, and are counted per case here: to group
them in SQLite and to make a row of each costs three times as much (measured at 12,000 cases: 28 ms against 9). A word of
two letters stands in a hundred thousand lines, and finding the case of each takes longer than a person waits between two
letters: of those only the newest are looked at, and the list says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from sqlalchemy import Integer, String, TextualSelect, column, text
from sqlalchemy.orm import Session

from vhdesk.queries.lezen import vast
from vhdesk.queries.zoektaal import match_expressie

PERSOON = "persoon"
VEEL = 10_000  # lines; a word that stands in more of them ("de", "in") tells little about any of them
_LABELS = ("casussen", "regels", "op_persoon", "persoonregels", "in_versie", "versieregels")


@vast
def _treffers() -> TextualSelect:
    return text(
        "SELECT group_concat(z.casus_id, ' ') AS casussen, group_concat(z.id, ' ') AS regels,"
        " group_concat(z.casus_id, ' ') FILTER (WHERE z.bron = 'persoon') AS op_persoon,"
        " group_concat(z.id, ' ') FILTER (WHERE z.bron = 'persoon') AS persoonregels,"
        " group_concat(z.casus_id, ' ') FILTER (WHERE z.bron = 'planversie') AS in_versie,"
        " group_concat(z.id, ' ') FILTER (WHERE z.bron = 'planversie') AS versieregels"
        " FROM zoek CROSS JOIN zoekregel AS z INDEXED BY ix_zoekregel_zoek"
        " WHERE z.id = zoek.rowid AND zoek MATCH :expressie"
    ).columns(*(column(naam, String) for naam in _LABELS))


@vast
def _hoeveel() -> TextualSelect:
    return text(
        "SELECT count(*) AS aantal FROM (SELECT 1 FROM zoek WHERE zoek MATCH :expressie LIMIT :meeste)"
    ).columns(column("aantal", Integer))


@vast
def _nieuwste() -> TextualSelect:
    """The newest lines only, the newest first."""
    return text(
        "SELECT group_concat(z.casus_id, ' ') AS casussen, group_concat(z.id, ' ') AS regels,"
        " group_concat(z.casus_id, ' ') FILTER (WHERE z.bron = 'persoon') AS op_persoon,"
        " group_concat(z.id, ' ') FILTER (WHERE z.bron = 'persoon') AS persoonregels,"
        " group_concat(z.casus_id, ' ') FILTER (WHERE z.bron = 'planversie') AS in_versie,"
        " group_concat(z.id, ' ') FILTER (WHERE z.bron = 'planversie') AS versieregels"
        " FROM (SELECT rowid AS id FROM zoek WHERE zoek MATCH :expressie ORDER BY rowid DESC LIMIT :meeste) AS t"
        " CROSS JOIN zoekregel AS z INDEXED BY ix_zoekregel_zoek WHERE z.id = t.id"
    ).columns(*(column(naam, String) for naam in _LABELS))


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One text that matches. ``bron``: table ('persoon' for a name, 'grondslag' for what a case is shared on),
    ``bron_id``: its record.

    ``fragment`` holds each hit between ``chr(2)`` and ``chr(3)``; ``in_naam``: the hit is the name of the
    hoofdbetrokkene, which every row shows already.
    """

    id: str
    bron: str
    bron_id: str
    fragment: str
    in_naam: bool = False


@dataclass(frozen=True, slots=True)
class Gevonden:
    """The cases that match: those with a matching person (name, BSN, address), and the others.

    ``regels``: per case the search line to show: the first of a person, else the newest; an adopted version of the plan
    only when nothing else holds the words. ``veel``: the words stand in more than ``VEEL`` lines, of which only the newest
    were looked at.
    """

    op_persoon: Set[str]
    overige: Set[str]
    regels: Mapping[str, str]
    veel: bool = False


def zoek_casussen(session: Session, invoer: str) -> Gevonden | None:
    """Return the cases in which one text holds every word; None when there is no word to search for."""
    expressie = match_expressie(invoer)
    if expressie is None:
        return None
    waarden = {"expressie": expressie, "meeste": VEEL + 1}
    veel: bool = session.execute(_hoeveel(), waarden).scalar_one() > VEEL
    rij = session.execute(
        _nieuwste() if veel else _treffers(), waarden if veel else {"expressie": expressie}
    ).one()
    casussen, regels, op_persoon, persoonregels, in_versie, versieregels = (
        (woorden or "").split()[:: -1 if veel else 1] for woorden in rij
    )
    # FTS5 gives the lines in their order: of a case the last one stays, of its persons the first
    nieuwste = dict(zip(casussen, regels, strict=True))
    if in_versie:
        versies = set(versieregels)
        los = ((casus, regel) for casus, regel in zip(casussen, regels, strict=True) if regel not in versies)
        nieuwste = dict(zip(in_versie, versieregels, strict=True)) | dict(los)
    eerste = dict(zip(reversed(op_persoon), reversed(persoonregels), strict=True))
    return Gevonden(eerste.keys(), nieuwste.keys() - eerste.keys(), nieuwste | eerste, veel)
