"""What is missing before a meeting can be closed: the close gate (vocabulary ``Tekort``)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from vhdesk.vocabulary import Tekort


@dataclass(frozen=True, slots=True)
class TekortRow:
    """One thing that is missing, and where to fill it in.

    ``record_id`` and ``veld``: the record and field to jump to (agendapunt, actie or deelnemer); ``nummer``: of
    the action; ``toelichting``: the text of the action or the name of the participant.
    """

    id: str
    tekort: Tekort
    casus_id: str | None
    casusnummer: str
    agendapunt_id: str | None
    record_id: str
    veld: str
    nummer: int | None
    toelichting: str


def tekorten(session: Session, overleg_id: str) -> tuple[TekortRow, ...]:
    """Return what is missing, in agenda order, attendance last. Raises NotFound.

    Of a closed meeting: what was missing when it closed, as far as the record still tells.
    """
    raise NotImplementedError
