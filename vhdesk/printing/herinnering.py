"""The words that remind a partner of what it was asked: only its own cases, by number, and nothing of their content."""

from __future__ import annotations

from collections.abc import Sequence

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.overleg import OverlegRow


def herinnering(overleg: OverlegRow, organisatie: str, nummers: Sequence[str]) -> str:
    """Return the reminder to ``organisatie`` about the cases with these numbers."""
    wanneer = f"{date_in_words(overleg.datum)} om {overleg.begintijd:%H:%M} uur"
    groet = (
        f"Met vriendelijke groet,\n{overleg.voorzitter}" if overleg.voorzitter else "Met vriendelijke groet"
    )
    return "\n".join(
        (
            "Beste collega,",
            "",
            f"Op {wanneer} is het overleg van {overleg.tafel}. Van {organisatie} hebben wij nog geen antwoord over:",
            "",
            *(f"- casus {nummer}" for nummer in nummers),
            "",
            "Wilt u vóór het overleg laten weten of u informatie levert, of dat er niets bekend is? Kunt u niets"
            " delen, schrijf dan waarom.",
            "Noem in gewone e-mail alleen het nummer van de casus, en geen namen of andere persoonsgegevens.",
            "",
            groet,
        )
    )
