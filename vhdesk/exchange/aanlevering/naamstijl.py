"""The style in which names are written, and what has to come off before a name can be split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from vhdesk.exchange.aanlevering.schrijfwijze import is_kale_voorletters, is_voorletters
from vhdesk.exchange.aanlevering.tekst import kapitaal
from vhdesk.models.voorvoegsels import herstel_apostrof
from vhdesk.vocabulary_aanlevering import NaamStijl

_AANHEF = re.compile(
    r"^(dhr|de heer|hr|heer|meneer|mw|mevr|mevrouw|mej|mejuffrouw|fam|familie)\.?\s+", re.IGNORECASE
)
_AANHEVEN = {"dhr": "dhr.", "de heer": "dhr.", "hr": "dhr.", "heer": "dhr.", "meneer": "dhr.", "fam": "fam.", "familie": "fam."}  # fmt: skip
_TOEVOEGING = re.compile(r"\s*(?:\(([^)]*)\)|[\"“”]([^\"“”]*)[\"“”])\s*")


def naamstijl(namen: Iterable[str]) -> NaamStijl:
    """Return the style in which most names of a column are written; in doubt the spoken form."""
    stemmen = Counter(stijl for naam in namen if (stijl := _stijl(naam)) is not None)
    return stemmen.most_common(1)[0][0] if stemmen else NaamStijl.SPREEKVORM


def _stijl(ruw: str) -> NaamStijl | None:
    """Return the style that one name shows, None when it shows nothing."""
    naam, aanhef, _ = ontdoe(ruw)
    woorden = naam.split()
    if "," in naam.strip(","):
        return NaamStijl.KOMMA
    if not woorden or (kapitaal(naam) and not any(map(is_voorletters, woorden))):
        return None
    if aanhef or is_voorletters(woorden[0]):
        return NaamStijl.VOORLETTERS
    if hoofd := hoofdletterwoorden(woorden):
        # 'JP Jansen' shows nothing: initials without dots look like a short family name
        return None if hoofd == 1 and is_kale_voorletters(woorden[0]) else NaamStijl.HOOFDLETTERS
    return NaamStijl.SPREEKVORM if len(woorden) > 1 else None


def ontdoe(ruw: str) -> tuple[str, str, list[str]]:
    """Take off the form of address and what stands between brackets; return name, aanhef, additions."""
    toevoegingen = [(a or b).strip() for a, b in _TOEVOEGING.findall(ruw)]
    naam = herstel_apostrof(_TOEVOEGING.sub(" ", ruw)).replace("\n", " ")
    naam = re.sub(r"\s*-\s+|\s+-\s*", "-", " ".join(naam.split())).strip(" ;")
    aanhef, naam = aanhef_vooraan(naam)
    return naam, aanhef, [toevoeging for toevoeging in toevoegingen if toevoeging]


def aanhef_vooraan(naam: str) -> tuple[str, str]:
    """Split off a leading form of address, in its short form: ``De heer P. Bos`` gives ``dhr.`` and ``P. Bos``."""
    if gevonden := _AANHEF.match(naam):
        return _AANHEVEN.get(gevonden[1].lower(), "mw."), naam[gevonden.end() :]
    return "", naam


def hoofdletterwoorden(woorden: Sequence[str]) -> int:
    """Return how many leading words are the family name in capitals, 0 when the name is not written so."""
    aantal = 0
    for woord in woorden:
        if not kapitaal(woord) and woord != "'t":
            break
        if aantal and is_voorletters(woord):
            break
        aantal += 1
    if aantal == len(woorden) or not any(len(woord) > 1 for woord in woorden[:aantal]):
        return 0
    return 0 if is_voorletters(woorden[0]) else aantal
