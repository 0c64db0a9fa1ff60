"""What the spelling check takes for right in this vault: its own words, and the names that stand in it anyway."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.models import EigenWoord, Gemeente, Medewerker, Organisatie, Persoon
from vhdesk.queries.inzage import inzage
from vhdesk.spelling import words_in


@dataclass(frozen=True, slots=True)
class BekendeWoorden:
    """``eigen``: what people added; ``namen``: words of the names of persons, professionals, organisations and
    municipalities."""

    eigen: frozenset[str]
    namen: frozenset[str]


@inzage("Namen lezen voor de spelling", "persoon")
def bekende_woorden(session: Session) -> BekendeWoorden:
    """Return the words of this vault. Reads names only, of all persons: for a read job, not for a screen."""
    namen: set[str] = set()
    persoon = select(Persoon.voornamen, Persoon.geslachtsnaam, Persoon.adres, Persoon.woonplaats)
    for row in session.execute(persoon.execution_options(yield_per=500)):
        namen.update(word.text for word in words_in(" ".join(row)))
    aliassen = session.scalars(select(Persoon.aliassen).where(Persoon.aliassen != []))
    teksten = [
        *(" ".join(alias) for alias in aliassen),
        *session.scalars(select(Medewerker.naam)),
        *session.scalars(select(Organisatie.naam)),
        *session.scalars(select(Gemeente.naam)),
    ]
    for tekst in teksten:
        namen.update(word.text for word in words_in(tekst))
    return BekendeWoorden(frozenset(session.scalars(select(EigenWoord.woord))), frozenset(namen))
