"""The type scale, colours and measures of the papers: nowhere else is a size or colour written."""

from __future__ import annotations

from typing import Final, NamedTuple

from vhdesk.printing.fonts import CURSIEF, HALFVET, MEDIUM, REGULIER

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
MARGE: Final = 20 * MM
ZETBREEDTE: Final = A4[0] - 2 * MARGE

TEKST: Final = "#1B2430"
STIL: Final = "#5A6675"
LIJN: Final = "#DDE2E8"
VELDLIJN: Final = "#8A94A1"
VLAK: Final = "#EDEFF3"
ACCENT: Final = "#1F5FA8"
ACCENT_ZACHT: Final = "#E3EDF8"
GEVAAR: Final = "#B3261E"
LET_OP: Final = "#8A5A00"
OEFENORANJE: Final = "#B85C00"
WIT: Final = "#FFFFFF"

HAARLIJN: Final = 0.5


class Letter(NamedTuple):
    """How a run of text looks."""

    font: str
    grootte: float
    kleur: str = TEKST
    doorgehaald: bool = False


class Stijl(NamedTuple):
    """How a paragraph looks. ``voor`` is the white above it, left out at the top of a sheet; ``niveau``: how deep a heading
    stands (1 the title), 0 for what is no heading."""

    letter: Letter
    regel: float
    voor: float = 0.0
    inspringing: float = 0.0
    lijnt: str = "links"
    afbreken: bool = True
    bij_volgende: bool = False
    niveau: int = 0

    def met(self, **changes: object) -> Stijl:
        """Return this style with some fields changed."""
        return self._replace(**changes)  # type: ignore[arg-type]


def _kop(niveau: int, grootte: float, regel: float, voor: float, kleur: str = TEKST) -> Stijl:
    letter = Letter(HALFVET, grootte, kleur)
    return Stijl(letter, regel, voor, afbreken=False, bij_volgende=True, niveau=niveau)


TITEL: Final = _kop(1, 20, 26, 0)
KOP1: Final = _kop(2, 15, 20, 0)
KOP2: Final = _kop(3, 11, 15, 13, ACCENT)
KOP3: Final = _kop(4, 9.5, 14, 8)
ONDERTITEL: Final = Stijl(Letter(REGULIER, 10.5, STIL), 15, 2, afbreken=False, bij_volgende=True)

BROOD: Final = Stijl(Letter(REGULIER, 9.5), 14, 3)
BROOD_STERK: Final = BROOD.met(letter=Letter(MEDIUM, 9.5))
STILLE_REGEL: Final = Stijl(Letter(REGULIER, 8, STIL), 11.5, 4)

CEL: Final = Stijl(Letter(REGULIER, 8.75), 12.25)
CEL_STERK: Final = CEL.met(letter=Letter(HALFVET, 8.75))
CEL_STIL: Final = CEL.met(letter=Letter(REGULIER, 8, STIL), regel=11)
CEL_LABEL: Final = CEL.met(letter=Letter(REGULIER, 8.75, STIL))
CEL_LETOP: Final = CEL.met(letter=Letter(MEDIUM, 8, LET_OP), regel=11, voor=2)
CEL_GEVAAR: Final = CEL.met(letter=Letter(HALFVET, 8.75, GEVAAR), afbreken=False)
CEL_CURSIEF: Final = CEL.met(letter=Letter(CURSIEF, 8.75, STIL), afbreken=False)
TABELKOP: Final = Stijl(Letter(HALFVET, 8.25), 11)

KOPREGEL: Final = Stijl(Letter(REGULIER, 8, STIL), 10.5, lijnt="rechts", afbreken=False)
VOETREGEL: Final = KOPREGEL.met(lijnt="links")
KLASSE: Final = VOETREGEL.met(letter=Letter(HALFVET, 8, GEVAAR))
OEFENMERK: Final = VOETREGEL.met(letter=Letter(HALFVET, 8, WIT))
INHOUD: Final = Stijl(Letter(REGULIER, 9.5), 15, afbreken=False)
CODE: Final = Stijl(Letter(HALFVET, 24), 46, afbreken=False)
WATERMERK: Final = Letter(HALFVET, 120, "#EEF1F5")
