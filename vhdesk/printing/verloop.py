"""How a score went, as a small line on paper; the same stands beside it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from vhdesk.printing.alinea import alineas
from vhdesk.printing.blok import Stuk
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import ACCENT, CEL, CEL_STIL, HAARLIJN, VELDLIJN
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_kort
from vhdesk.printing.zetter import Zetter
from vhdesk.queries.verslag_rijen import VerslagZrm
from vhdesk.vocabulary import met_hoofdletter

_HOOG: Final = 22.0
_PUNT: Final = 3.0
_LAAGST, _HOOGST = 1, 5


@dataclass(slots=True, kw_only=True)
class _LijnStuk(Stuk):
    """Hairlines at the lowest and the highest score, the line, and a square for every score."""

    verloop: tuple[tuple[date, int], ...]
    breedte: float

    def teken(self, pen: Pen, x: float, top: float) -> None:
        places = [(x + links, top - self.hoogte + op) for links, op in plaatsen(self.verloop, self.breedte)]
        for level in (_LAAGST, _HOOGST):
            y = top - self.hoogte + _op(level)
            pen.line(x, y, x + self.breedte, VELDLIJN, HAARLIJN)
        pen.through(places, ACCENT, 1)
        for left, y in places:
            pen.rectangle(left - _PUNT / 2, y - _PUNT / 2, _PUNT, _PUNT, ACCENT)


def _op(score: int) -> float:
    """Return how high a score stands."""
    room = _HOOG - 2 * _PUNT
    return _PUNT + room * (score - _LAAGST) / (_HOOGST - _LAAGST)


def plaatsen(verloop: Sequence[tuple[date, int]], breedte: float) -> list[tuple[float, float]]:
    """Return where the scores stand in a field of ``breedte``, from its left bottom corner."""
    begin, einde = verloop[0][0], verloop[-1][0]
    dagen = max(1, (einde - begin).days)
    room = breedte - 2 * _PUNT
    return [(_PUNT + room * (dag - begin).days / dagen, _op(score)) for dag, score in verloop]


@dataclass(frozen=True, slots=True)
class Lijn:
    """The line of one domain."""

    verloop: tuple[tuple[date, int], ...]

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return one piece."""
        return [_LijnStuk(hoogte=_HOOG, verloop=self.verloop, breedte=breedte - 4)]


def verlooptabel(scores: Sequence[VerslagZrm]) -> Tabel | None:
    """Return the table of the domains that were scored more than once; None when there is none."""
    rows = [
        Rij(
            (
                alineas(met_hoofdletter(zrm.domein), CEL),
                (Lijn(zrm.verloop),),
                alineas(", ".join(f"{score} op {datum_kort(dag)}" for dag, score in zrm.verloop), CEL_STIL),
            )
        )
        for zrm in scores
        if len(zrm.verloop) > 1
    ]
    return Tabel((Kolom("Domein", 50), Kolom("Verloop", 40), Kolom("Scores", 80)), rows) if rows else None
