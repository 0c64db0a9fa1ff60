"""A case that nobody referred comes up while the meeting runs: entered with the least that is needed, and on the agenda.

It is a referral like any other and still has to be weighed; until then it says so ('niet gewogen', in the minutes
'zonder triage').
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from msgspec import Meta

from vhdesk.errors import RuleViolation
from vhdesk.models import Overleg
from vhdesk.queries.melding import Melding
from vhdesk.services.aanmelding import AanmeldingOntvangen, ontvangen
from vhdesk.services.agenda import CasusAgenderen, CasusGeagendeerd, agenderen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.command import Command, Outcome
from vhdesk.services.schorsing import vereis_live
from vhdesk.services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusTussendoorAanmelden(Command):
    """Enter a case and put it on the agenda of the running meeting, in one act. Who it is about, the gemeente and why
    (``aanleiding``) are asked, nothing else; its table is that of the meeting."""

    overleg_id: str
    casus: CasusAanmelden
    positie: int | None = None
    minuten: Annotated[int, Meta(ge=0, le=600)] = 10


def tussendoor_aanmelden(work: UnitOfWork, command: CasusTussendoorAanmelden) -> Outcome:
    overleg = work.get(Overleg, command.overleg_id)
    vereis_live(overleg)
    if not command.casus.aanleiding.strip():
        raise RuleViolation("reden_ontbreekt", field="aanleiding")
    if command.casus.gemeente_id is None:
        raise RuleViolation("gemeente_ontbreekt", field="gemeente_id")
    casus = replace(command.casus, tafel_id=overleg.tafel_id)
    aangemeld = ontvangen(work, AanmeldingOntvangen(casus=casus, melding=Melding()))
    punt = agenderen(
        work,
        CasusAgenderen(
            overleg_id=overleg.id,
            casus_id=aangemeld.object_id,
            minuten=command.minuten,
            positie=command.positie,
        ),
    )
    event = CasusGeagendeerd(id=punt.object_id, overleg_id=overleg.id)
    return Outcome(event, "agendapunt", punt.object_id, aangemeld.inverse, punt.bijzonderheden)


HANDLERS = {CasusTussendoorAanmelden: tussendoor_aanmelden}
