"""Who may refer to a table, asked in one place: of the form, of a case that is entered by command, and of a delivered list.

Source: 'casuïstiek moet altijd door een van de 14 gemeenten worden gemeld (uitzondering hierop is code rood, daar kan
eenieder aanmelden)' (jaarplan Twente 2015 §2); which gemeenten those are is a setting of each table, in versions.
"""

from __future__ import annotations

from vhdesk.models import Gemeente, Tafel
from vhdesk.models.aanmelding import check_gemeente
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary_triage import Aanmeldbron


def vereis_gemeente(
    work: UnitOfWork,
    gemeente_id: str | None,
    tafel_id: str | None,
    *,
    bron: Aanmeldbron = Aanmeldbron.GEMEENTE,
    code_rood: bool = False,
) -> None:
    """Raise RuleViolation ``gemeente_meldt_hier_niet`` when this gemeente does not refer to this table. Without one of them
    there is nothing to ask yet: the referral lacks it, and is not weighed before it has it."""
    if gemeente_id is None or tafel_id is None:
        return
    check_gemeente(
        bron,
        code_rood=code_rood,
        mag=gemeente_id in aanmeldgemeenten(work.session).get(tafel_id, ()),
        gemeente=work.get(Gemeente, gemeente_id).naam,
        tafel=work.get(Tafel, tafel_id).naam,
    )
