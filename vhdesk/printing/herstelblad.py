"""The recovery sheet of a vault: one page with the code, where to keep it and what using it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from vhdesk.clock import amsterdam
from vhdesk.printing.alinea import Loop, Regel, alinea, alineas, break_lines, zet_regel
from vhdesk.printing.blok import Blok, Stuk
from vhdesk.printing.onderdelen import Feit, feitentabel
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import (
    BROOD,
    CODE,
    KOP2,
    ONDERTITEL,
    TITEL,
    VELDLIJN,
    VLAK,
    VOETREGEL,
)
from vhdesk.printing.structuur import Element, verzamel
from vhdesk.printing.typografie import datum_lang, datum_voluit, datum_zonder_dag, schoon
from vhdesk.printing.zetter import Zetter

_GROEP: Final = 4  # characters per group where the code comes without hyphens
_PER_REGEL: Final = 4  # groups per line
_BEWAREN: Final = """\
- Op papier, in een dichte envelop met naam en datum, in een kluis of afgesloten kast.
- Niet bij de computer met de kluis, niet als foto, scan of bericht, en niet in een wachtwoordlijst.
- Spreek af wie de envelop mag openen, en controleer elk half jaar of hij nog dicht is."""
_GEBRUIKEN: Final = """\
- Kies bij het openen van de kluis voor het herstelblad en typ de code over. Hoofdletters, kleine letters, \
streepjes en spaties maken niet uit. De code heeft geen 0, 1, I, L of O.
- Wie deze code heeft en bij het bestand kan, leest alles wat in de kluis staat. Het gebruik komt in het journaal.
- Geef daarna de gebruiker een nieuw wachtwoord en maak een nieuw herstelblad. Dit blad werkt dan niet meer."""
_KWIJT: Final = """\
- Maak in vhdesk een nieuw herstelblad (Beheer). Het oude werkt daarna niet meer voor deze kluis.
- Kan een ander het blad hebben gezien? Vernieuw dan ook de sleutel van de kluis, en behandel oude \
reservekopieën als gelezen.
- Zonder wachtwoord en zonder herstelblad kan niemand de kluis openen, ook de maker van vhdesk niet."""


def herstelblad_pdf(naam: str, kluisnaam: str, code: str, datum: date) -> bytes:
    """Return the recovery sheet as a PDF of one page.

    ``naam`` is who made it, ``code`` the recovery code with or without hyphens between its groups.
    """
    made_at = datetime.combine(datum, time(12), amsterdam())
    papier = Papier(
        titel=f"Herstelblad kluis {kluisnaam}",
        kopregel=f"Herstelblad, {datum_zonder_dag(datum)}",
        onderwerp="Herstelblad van een kluis",
        exemplaar="Enig exemplaar",
        maker="vhdesk",
        gemaakt_op=made_at,
        oefening=False,
        concept=False,
    )
    return zet_papier(papier, list(_blokken(naam, kluisnaam, code, datum)))


def groepen(code: str) -> list[str]:
    """Split a code into the groups in which it is read and typed."""
    parts = [part for part in re.split(r"[\s‐‑–-]+", schoon(code)) if part]
    if len(parts) == 1 and len(parts[0]) > _GROEP:
        return re.findall(f".{{1,{_GROEP}}}", parts[0])
    return parts


def _blokken(naam: str, kluisnaam: str, code: str, datum: date) -> Iterator[Blok]:
    yield alinea("Herstelblad", TITEL, anker="begin")
    yield alinea("Met de code op dit blad gaat de kluis open als een wachtwoord kwijt is.", ONDERTITEL)
    yield feitentabel(
        (
            Feit("Kluis", kluisnaam, verplicht=True),
            Feit("Gemaakt door", naam, verplicht=True),
            Feit("Gemaakt op", datum_voluit(datum)),
        ),
        voor=12,
    )
    yield Codevlak(tuple(groepen(code)))
    for heading, text in (("Bewaren", _BEWAREN), ("Gebruiken", _GEBRUIKEN), ("Kwijt of gezien", _KWIJT)):
        yield alinea(heading, KOP2)
        yield from alineas(text, BROOD)
    yield Invulregels(("Bewaarplaats", "Wie mag openen", f"Gecontroleerd na {datum_lang(datum)}"))


@dataclass(slots=True, kw_only=True)
class _CodeStuk(Stuk):
    regels: list[list[Regel]]
    breedte: float

    def teken(self, pen: Pen, x: float, top: float) -> None:
        pen.rectangle(x, top - self.hoogte, self.breedte, self.hoogte, VLAK)
        column = self.breedte / _PER_REGEL
        baseline = top - 12 - CODE.regel / 2 - CODE.letter.grootte * 0.36
        for row in self.regels:
            for index, line in enumerate(row):
                left = x + column * index + (column - line.width) / 2
                zet_regel(pen, line._replace(spatie=True), left, baseline, self.element)
            baseline -= CODE.regel


@dataclass(frozen=True, slots=True)
class Codevlak:
    """The code in large groups, to be read aloud and typed from left to right, line by line."""

    groepen: tuple[str, ...]

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return one piece: the code is never divided."""
        lines = [
            break_lines(zetter, (Loop(groep, CODE.letter),), breedte / _PER_REGEL, CODE)[0]
            for groep in self.groepen
        ]
        rows = [lines[start : start + _PER_REGEL] for start in range(0, len(lines), _PER_REGEL)]
        height = 24 + CODE.regel * len(rows)
        return [_CodeStuk(hoogte=height, voor=18, regels=rows, breedte=breedte, element=Element("P"))]


@dataclass(slots=True, kw_only=True)
class _InvulStuk(Stuk):
    onderschriften: list[list[Stuk]]
    breedte: float

    def teken(self, pen: Pen, x: float, top: float) -> None:
        width = (self.breedte - 16 * (len(self.onderschriften) - 1)) / len(self.onderschriften)
        for index, pieces in enumerate(self.onderschriften):
            left = x + index * (width + 16)
            pen.line(left, top - 34, left + width, VELDLIJN)
            for piece in pieces:
                piece.teken(pen, left, top - 37)


@dataclass(frozen=True, slots=True)
class Invulregels:
    """Lines to write on, beside each other, each with a label under it."""

    labels: tuple[str, ...]

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return one piece."""
        width = (breedte - 16 * (len(self.labels) - 1)) / len(self.labels)
        captions = [alinea(label, VOETREGEL).stukken(zetter, width) for label in self.labels]
        part = Element("Div", list(verzamel(piece for caption in captions for piece in caption)))
        return [_InvulStuk(hoogte=48, voor=22, onderschriften=captions, breedte=breedte, element=part)]
