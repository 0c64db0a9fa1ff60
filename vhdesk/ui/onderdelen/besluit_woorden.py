"""How a decision that was asked of another body reads in lists and on cards."""

from __future__ import annotations

from typing import Final

from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.vocabulary import Vraagstand
from vhdesk.vocabulary_besluit import antwoord_van, gevraagd_aan, voorbehoud_van

VRAAGKLEUR: Final = {
    Vraagstand.GEVRAAGD: "warn",
    Vraagstand.GENOMEN: "ok",
    Vraagstand.AFGEWEZEN: "danger",
}


def antwoord_woorden(row: BesluitRow) -> str:
    """Return the answer to what was asked; "" while there is none."""
    if row.vraagstand is None or row.vraagstand is Vraagstand.GEVRAAGD:
        return ""
    return antwoord_van(row.vraagstand, row.beantwoord_op, row.beantwoord_door, row.antwoord)


def voorbehoud_woorden(row: BesluitRow) -> str:
    """Return under which reserve a decision stands, or by whom it was confirmed; "" for none."""
    return voorbehoud_van(row.voorbehoud, row.bekrachtigd_op, row.bekrachtigd_door)


def gremium_woorden(row: BesluitRow) -> str:
    """Return who takes the decision, or of whom it was asked and the answer."""
    if row.vraagstand is None:
        return row.gremium
    antwoord = antwoord_woorden(row)
    return f"{row.gremium}, {antwoord}" if antwoord else gevraagd_aan(row.gremium, row.antwoord_voor)
