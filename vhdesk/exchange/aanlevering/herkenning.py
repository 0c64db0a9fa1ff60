"""Looking up what people wrote in a table of known names. Known, guessed with a remark, or unknown: never silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vhdesk.exchange.aanlevering.tekst import sleutel
from vhdesk.models.gelijkenis import een_tikfout

_KORTSTE_GOK = 6  # shorter words are too easily one slip from another


@dataclass(frozen=True, slots=True)
class Treffer:
    """The code that was found. ``gelezen`` is the name it was taken for when that is a guess, otherwise empty."""

    code: str
    gelezen: str = ""


class Namenlijst:
    """Known names with their codes. Case, dots, spaces and accents make no difference.

    A name that stands for two codes is left out: it would be a choice, and that is for the user.
    """

    def __init__(self, aliassen: Mapping[str, str]) -> None:
        """Take the table of names to codes, as the vault knows them."""
        self._codes: dict[str, str] = {}
        self._namen: dict[str, str] = {}
        dubbelzinnig: set[str] = set()
        for naam, code in aliassen.items():
            naamsleutel = sleutel(naam)
            if not naamsleutel:
                continue
            if self._codes.setdefault(naamsleutel, code) != code:
                dubbelzinnig.add(naamsleutel)
            self._namen.setdefault(naamsleutel, naam)
        for naamsleutel in dubbelzinnig:
            del self._codes[naamsleutel]
        self._gokken: dict[str, Treffer | None] = {}
        self._gezocht: dict[str, Treffer | None] = {}  # a list repeats the same few names

    def exact(self, waarde: str) -> Treffer | None:
        """Return the code of this name; None when the name is not in the table."""
        if waarde not in self._gezocht:
            code = self._codes.get(sleutel(waarde))
            self._gezocht[waarde] = None if code is None else Treffer(code)
        return self._gezocht[waarde]

    def zoek(self, waarde: str) -> Treffer | None:
        """Return the code of this name, or of the only known name one slip away."""
        return self.exact(waarde) or self._gok(sleutel(waarde))

    def aandeel(self, waarden: Iterable[str]) -> float:
        """Return which share of these texts is known; 0 when there are none."""
        lijst = list(waarden)
        return sum(self.exact(waarde) is not None for waarde in lijst) / len(lijst) if lijst else 0.0

    def _gok(self, gezocht: str) -> Treffer | None:
        if len(gezocht) < _KORTSTE_GOK:
            return None
        if gezocht not in self._gokken:
            namen = [naam for naam in self._codes if len(naam) >= _KORTSTE_GOK and een_tikfout(gezocht, naam)]
            codes = {self._codes[naam] for naam in namen}
            self._gokken[gezocht] = Treffer(codes.pop(), self._namen[namen[0]]) if len(codes) == 1 else None
        return self._gokken[gezocht]


@dataclass(frozen=True, slots=True)
class Kennis:
    """What the vault knows and the list does not say: names of doelgroepen and organisations, and today."""

    doelgroepen: Namenlijst
    organisaties: Namenlijst
    vandaag: date
    twijfel: frozenset[str] = frozenset()  # folded names of doelgroepen that can mean more than one
