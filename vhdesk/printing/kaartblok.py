"""What the crisis card says of the person: whom to call, what to look for, what helps; on the card and in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vhdesk.printing.alinea import alinea
from vhdesk.printing.blok import Blok
from vhdesk.printing.fonts import HALFVET, MEDIUM, REGULIER
from vhdesk.printing.onderdelen import cel
from vhdesk.printing.stijl import GEVAAR, Letter, Stijl
from vhdesk.printing.tabel import Cel, Kolom, Rij, Tabel
from vhdesk.queries.plantekst import Plantekst

GEEN_NUMMER: Final = "nummer ontbreekt"
GEEN_NUMMERS: Final = "Er is nog niet afgesproken wie er wordt gebeld."


def kaartletter(grootte: float, font: str, kleur: str = "") -> Stijl:
    """Return the letter of the card in this size."""
    letter = Letter(font, grootte, kleur) if kleur else Letter(font, grootte)
    return Stijl(letter, grootte * 1.4)


def beltabel(tekst: Plantekst, grootte: float) -> Tabel:
    """Return who is called, in this order."""
    gewoon, sterk = kaartletter(grootte, REGULIER), kaartletter(grootte + 1, HALFVET).met(afbreken=False)
    rows = [
        Rij(
            (
                cel(str(volgorde), sterk),
                cel(bel.wie, kaartletter(grootte, MEDIUM)),
                cel(bel.nummer, sterk) or _ontbreekt(GEEN_NUMMER, grootte),
                cel(bel.bereikbaar, gewoon),
            )
        )
        for volgorde, bel in enumerate(tekst.bellen, 1)
    ]
    if not rows:
        rows = [Rij(((), _ontbreekt(GEEN_NUMMERS, grootte), (), ()))]
    return Tabel((Kolom("", 10), Kolom("Wie", 62), Kolom("Telefoon", 50), Kolom("Bereikbaar", 48)), rows)


def omgang(tekst: Plantekst, grootte: float) -> Iterator[Blok]:
    """Yield what to look for, what helps and what does not, beside each other."""
    delen = [
        (kop, inhoud)
        for kop, inhoud in (
            ("Signalen", tekst.signalen), ("Wat helpt", tekst.helpt), ("Wat niet helpt", tekst.helpt_niet)
        )
        if inhoud.strip()
    ]  # fmt: skip
    if delen:
        gewoon = kaartletter(grootte, REGULIER)
        cellen = tuple(
            tuple(
                punt
                for regel in inhoud.splitlines()
                for punt in cel(f"• {regel.strip()}" if regel.strip() else "", gewoon)
            )
            for _, inhoud in delen
        )
        yield Tabel(tuple(Kolom(kop, 1) for kop, _ in delen), [Rij(cellen)], voor=10)


def _ontbreekt(woorden: str, grootte: float) -> Cel:
    return (alinea(woorden, kaartletter(grootte, MEDIUM, GEVAAR)),)
