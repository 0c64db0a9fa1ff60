"""The convenant: who signed which version, undone and changed, and who is invited without it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.convenant import convenanten, ongetekend
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import overleg_kop
from vhdesk.services.convenant import ConvenantTerugnemen, ConvenantVastleggen
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import OrganisatieVerwijderen

DE_ES = "De Es Beschermd Wonen"


def organisatie(desk: Desk, naam: str = DE_ES) -> str:
    return next(row.id for row in desk.ask(organisaties) if row.naam == naam)


def teken(desk: Desk, **anders: Any) -> Any:
    velden: dict[str, Any] = {"organisatie_id": organisatie(desk), "versie": "2026", "ondertekenaar": "Gijs in 't Veld",
                              "van": date(2026, 12, 1)}  # fmt: skip
    return desk.execute(ConvenantVastleggen(**{**velden, **anders}))


def test_who_did_not_sign_is_named_at_the_invitation(oefen: Any, dump: Callable[[Desk], Any]) -> None:
    desk, result = oefen
    assert [row.organisatie for row in desk.ask(ongetekend, result.overleg_id)] == [DE_ES]
    before = dump(desk)
    teken(desk)
    assert desk.ask(ongetekend, result.overleg_id) == ()
    desk.undo()
    assert dump(desk) == before
    desk.redo()
    assert desk.ask(ongetekend, result.overleg_id) == ()


def test_it_counts_on_the_day_of_the_meeting(oefen: Any) -> None:
    desk, result = oefen
    dag = desk.ask(overleg_kop, result.overleg_id).datum
    teken(desk, van=dag + timedelta(days=1))
    assert [row.organisatie for row in desk.ask(ongetekend, result.overleg_id)] == [DE_ES]
    teken(desk, van=dag - timedelta(days=9), tot=dag - timedelta(days=1))  # the same version: changed
    assert [row.organisatie for row in desk.ask(ongetekend, result.overleg_id)] == [DE_ES]
    (rij,) = desk.ask(convenanten, organisatie(desk))
    assert rij.tot == dag - timedelta(days=1)
    desk.undo()
    assert desk.ask(convenanten, organisatie(desk))[0].tot is None
    teken(desk, tot=dag)
    assert desk.ask(ongetekend, result.overleg_id) == ()


def test_what_is_wrong_is_refused(oefen: Any) -> None:
    desk, _ = oefen
    with pytest.raises(RuleViolation, match="convenant_zonder_versie"):
        teken(desk, versie=" ")
    with pytest.raises(RuleViolation, match="naam_ontbreekt"):
        teken(desk, ondertekenaar="")
    with pytest.raises(RuleViolation, match="convenant_eindigt_voor_begin"):
        teken(desk, tot=date(2026, 11, 30))


def test_a_signature_is_taken_back_and_holds_its_organisation(oefen: Any) -> None:
    desk, _ = oefen
    gemaakt = teken(desk)
    with pytest.raises(RuleViolation, match="in_gebruik"):
        desk.execute(OrganisatieVerwijderen(organisatie_id=organisatie(desk)))
    desk.execute(ConvenantTerugnemen(convenant_id=gemaakt.id))
    assert desk.ask(convenanten, organisatie(desk)) == ()
    desk.undo()
    assert desk.ask(convenanten, organisatie(desk))[0].id == gemaakt.id
