"""A person's name as a column, by the same rule as ``Persoon.naam``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func

from vhdesk.models import Persoon


def volle_naam(persoon: type[Persoon] | Any = Persoon) -> ColumnElement[str]:
    """Return 'voornamen (or voorletters) voorvoegsel geslachtsnaam'; '' where there is no person."""
    eerste = case((persoon.voornamen != "", persoon.voornamen), else_=persoon.voorletters)
    return func.coalesce(
        case((eerste != "", eerste + " "), else_="")
        + case((persoon.voorvoegsel != "", persoon.voorvoegsel + " "), else_="")
        + persoon.geslachtsnaam,
        "",
    )
