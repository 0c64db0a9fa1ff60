"""The organisations around a person, written in one cell with any separator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vhdesk.exchange.aanlevering.herkenning import Namenlijst
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.tekst import is_leeg, sleutel
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Veld

# From the strongest separator to the weakest; a piece that is known is not split any further.
_STRENG = (re.compile(r"\n"), re.compile(r";"), re.compile(r"[|•·]"), re.compile(r","), re.compile(r"/"))
_ZWAK = re.compile(r"\s*[+&]\s*|\s+en\s+|\s+-\s+|\.\s+")  # only when every part turns out to be known
_OPSOMMING = re.compile(r"^(?:[-–*•·]+|\d{1,2}[.)])\s*")
_HAAKJES = re.compile(r"\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Partners:
    """Codes in the order of the cell without repeats, what was not recognised, and the remarks."""

    codes: tuple[str, ...] = ()
    onbekend: tuple[str, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()


def lees_partners(ruw: str, organisaties: Namenlijst) -> Partners:
    """Split a cell into organisations. In: clean text (lines kept) and the names the vault knows."""
    codes: dict[str, None] = {}
    onbekend: dict[str, str] = {}
    opmerkingen: list[Opmerking] = []
    for stuk in _splits(ruw, 0, organisaties):
        for deel in _delen(stuk, organisaties):
            kaal = _HAAKJES.sub("", deel).strip()
            treffer = organisaties.exact(deel) or organisaties.zoek(kaal)
            if treffer is None:
                onbekend.setdefault(sleutel(deel) or deel, deel)
                continue
            codes.setdefault(treffer.code)
            if treffer.gelezen:
                opmerkingen.append(_op("PARTNER_GERADEN", tekst=deel, gelezen=treffer.gelezen))
            if kaal != deel and organisaties.exact(deel) is None:
                opmerkingen += [_op("PARTNER_TOEVOEGING", tekst=tekst) for tekst in _HAAKJES.findall(deel)]
    opmerkingen += [_op("PARTNER_ONBEKEND", tekst=naam) for naam in onbekend.values()]
    return Partners(tuple(codes), tuple(onbekend.values()), tuple(opmerkingen))


def _op(code: str, **details: str) -> Opmerking:
    return Opmerking(Veld.PARTNERS, Opmerkingcode[code], details)


def _splits(ruw: str, trap: int, organisaties: Namenlijst) -> Iterator[str]:
    """Yield the pieces; a piece that is a known name stays whole, whatever signs it holds."""
    stuk = _OPSOMMING.sub("", ruw.strip()).strip(" ,;/")
    if is_leeg(stuk):
        return
    if trap == len(_STRENG) or organisaties.exact(stuk):
        yield stuk
        return
    for deel in _buiten_haakjes(_STRENG[trap], stuk):
        yield from _splits(deel, trap + 1, organisaties)


def _buiten_haakjes(scheiding: re.Pattern[str], stuk: str) -> list[str]:
    """Split on a separator, but not between brackets: 'Tactus (J. Bos, tel. 12)' is one piece."""
    delen: list[str] = []
    for deel in scheiding.split(stuk):
        if delen and delen[-1].count("(") > delen[-1].count(")"):
            delen[-1] = f"{delen[-1]}, {deel}"
        else:
            delen.append(deel)
    return delen


def _delen(stuk: str, organisaties: Namenlijst) -> list[str]:
    """Split 'Politie en OM' when all its parts are known; otherwise it may be one name."""
    if organisaties.zoek(stuk):
        return [stuk]
    delen = [deel for deel in _ZWAK.split(stuk) if deel.strip()]
    return delen if len(delen) > 1 and all(organisaties.exact(deel) for deel in delen) else [stuk]
