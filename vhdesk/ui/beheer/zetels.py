"""Seats at the table as lines of text: "GGZ: Mediant GGZ, Dimence" is the seat GGZ, which either can fill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vhdesk.folding import fold
from vhdesk.queries.methodevraag import Zetel
from vhdesk.queries.organisatie import OrganisatieRow


class OnbekendeNaamError(ValueError):
    """A line names an organisation that does not exist; the text is that name."""


def schrijf_regels(zetels: Iterable[Zetel], organisaties: Sequence[OrganisatieRow]) -> str:
    """Return one line per seat."""
    namen = {row.code: row.naam for row in organisaties}
    return "\n".join(
        f"{zetel.naam}: {', '.join(namen.get(code, code) for code in zetel.organisaties)}" for zetel in zetels
    )


def lees_regels(text: str, organisaties: Sequence[OrganisatieRow]) -> tuple[Zetel, ...]:
    """Return the seats that the lines mean; a line without a colon is one organisation by its own name. Raises
    OnbekendeNaamError."""
    codes = {fold(woord): row.code for row in organisaties for woord in (*row.aliassen, row.naam, row.code)}
    return tuple(_zetel(regel, codes) for regel in text.splitlines() if regel.strip())


def _zetel(regel: str, codes: dict[str, str]) -> Zetel:
    naam, dubbele_punt, rest = regel.partition(":")
    genoemd = [woord.strip() for woord in (rest if dubbele_punt else naam).split(",") if woord.strip()]
    for woord in genoemd:
        if fold(woord) not in codes:
            raise OnbekendeNaamError(woord)
    return Zetel(naam=" ".join(naam.split()), organisaties=tuple(codes[fold(woord)] for woord in genoemd))
