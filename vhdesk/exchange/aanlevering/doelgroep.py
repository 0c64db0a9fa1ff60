"""The doelgroep of a row: one code, or the text with a remark."""

from __future__ import annotations

import re
from collections.abc import Container

from vhdesk.exchange.aanlevering.herkenning import Namenlijst, Treffer
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.tekst import is_leeg, sleutel
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Veld

_SCHEIDING = re.compile(r"\s*(?:[;,/+&\n]|\s(?:en|met)\s)\s*")


def lees_doelgroep(
    ruw: str, doelgroepen: Namenlijst, twijfel: Container[str] = ()
) -> tuple[str | None, tuple[Opmerking, ...]]:
    """Return the code (None when unknown) and the remarks.

    In: clean text, the known names, and the folded names that can mean more than one doelgroep.
    The text as a whole goes first, so that an alias such as 'GGZ / verward' keeps its meaning; then its parts.
    """
    if is_leeg(ruw):
        return None, (Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_ONTBREEKT),)
    if treffer := doelgroepen.zoek(ruw):
        return treffer.code, (*_geraden(ruw, treffer), *_aanname(ruw, twijfel))
    delen = [deel for deel in _SCHEIDING.split(ruw) if deel]
    treffers = [doelgroepen.zoek(deel) for deel in delen]
    gevonden = [(deel, treffer) for deel, treffer in zip(delen, treffers, strict=True) if treffer]
    if not gevonden or len(delen) == 1:
        return None, (Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_ONBEKEND, {"tekst": ruw}),)
    opmerkingen = [
        o for deel, treffer in gevonden for o in (*_geraden(deel, treffer), *_aanname(deel, twijfel))
    ]
    if len({treffer.code for _, treffer in gevonden}) > 1:
        opmerkingen.append(Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_MEERDERE, {"tekst": ruw}))
    opmerkingen += [
        Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_ONBEKEND, {"tekst": deel})
        for deel, treffer in zip(delen, treffers, strict=True)
        if treffer is None
    ]
    return gevonden[0][1].code, tuple(opmerkingen)


def _geraden(tekst: str, treffer: Treffer) -> tuple[Opmerking, ...]:
    if not treffer.gelezen:
        return ()
    details = {"tekst": tekst, "gelezen": treffer.gelezen}
    return (Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_GERADEN, details),)


def _aanname(tekst: str, twijfel: Container[str]) -> tuple[Opmerking, ...]:
    if sleutel(tekst) not in twijfel:
        return ()
    return (Opmerking(Veld.DOELGROEP, Opmerkingcode.DOELGROEP_AANNAME, {"tekst": tekst}),)
