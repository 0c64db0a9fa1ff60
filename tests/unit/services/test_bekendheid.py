"""Known or not, before any content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.bekendheid import BekendheidRow, bekendheid
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen, InbrengWeghalen
from vhdesk.vocabulary_triage import Bekendheidstand

S = Bekendheidstand


@pytest.fixture
def casus_id(desk: Desk) -> str:
    return desk.execute(meldingen.aanmelding(desk)).id


def rij(desk: Desk, casus_id: str) -> BekendheidRow:
    return desk.ask(bekendheid, casus_id)[0]


def antwoord(desk: Desk, casus_id: str, stand: Bekendheidstand | None, **velden: object) -> BekendheidBepalen:
    return BekendheidBepalen(
        casus_id=casus_id, organisatie_id=meldingen.organisatie(desk, "Politie"), stand=stand, **velden  # type: ignore[arg-type]
    )  # fmt: skip


def inbreng(desk: Desk, casus_id: str, naam: str = "Politie") -> InbrengVastleggen:
    return InbrengVastleggen(
        casus_id=casus_id, organisatie_id=meldingen.organisatie(desk, naam), leefgebied_code="huisvesting",
        tekst="Drie meldingen",
    )  # fmt: skip


def test_every_answer_with_its_day(desk: Desk, casus_id: str) -> None:
    desk.execute(antwoord(desk, casus_id, S.NIET_BEKEND))
    assert (rij(desk, casus_id).stand, rij(desk, casus_id).antwoord_op) == (S.NIET_BEKEND, date(2026, 11, 23))
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(antwoord(desk, casus_id, S.GEWEIGERD))
    desk.execute(antwoord(desk, casus_id, S.GEWEIGERD, reden="beroepsgeheim"))
    assert rij(desk, casus_id).reden == "beroepsgeheim"
    desk.execute(antwoord(desk, casus_id, S.GEEN_ANTWOORD))
    assert (rij(desk, casus_id).reden, rij(desk, casus_id).antwoord_op) == ("", None)
    assert rij(desk, casus_id).contact == "Kevin", "who to reach stays"


def test_a_day_that_cannot_be(desk: Desk, casus_id: str) -> None:
    for op, code in ((date(2026, 11, 24), "datum_in_toekomst"), (date(2026, 11, 22), "antwoord_voor_vraag")):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(antwoord(desk, casus_id, S.BEKEND, op=op))
    desk.execute(antwoord(desk, casus_id, S.BEKEND, op=date(2026, 11, 22), gevraagd_op=date(2026, 11, 20)))
    assert rij(desk, casus_id).gevraagd_op == date(2026, 11, 20)


def test_content_opens_at_known_only(desk: Desk, casus_id: str) -> None:
    for stand in (None, S.NIET_BEKEND, S.GEEN_ANTWOORD):
        if stand is not None:
            desk.execute(antwoord(desk, casus_id, stand))
        with pytest.raises(RuleViolation, match="partner_niet_bekend"):
            desk.execute(inbreng(desk, casus_id))
    with pytest.raises(RuleViolation, match="partner_niet_bekend"):
        desk.execute(inbreng(desk, casus_id, "Tactus Verslavingszorg"))
    desk.execute(antwoord(desk, casus_id, S.BEKEND))
    inbreng_id = desk.execute(inbreng(desk, casus_id)).id
    for anders in (S.NIET_BEKEND, S.GEEN_ANTWOORD, None):
        with pytest.raises(RuleViolation, match="bekendheid_heeft_inbreng"):
            desk.execute(antwoord(desk, casus_id, anders))
    assert rij(desk, casus_id).inbreng
    desk.execute(InbrengWeghalen(inbreng_id=inbreng_id))
    desk.execute(antwoord(desk, casus_id, S.NIET_BEKEND))


def test_not_asking_after_all_and_undo(desk: Desk, casus_id: str, dump: Callable[[Desk], object]) -> None:
    desk.execute(antwoord(desk, casus_id, S.BEKEND))
    voor = dump(desk)
    desk.execute(antwoord(desk, casus_id, None))
    assert desk.ask(bekendheid, casus_id) == ()
    with pytest.raises(RuleViolation, match="bekendheid_niet_gevraagd"):
        desk.execute(antwoord(desk, casus_id, None))
    assert desk.undo() == "Bekendheid bepalen"
    assert dump(desk) == voor
    desk.redo()
    assert desk.ask(bekendheid, casus_id) == ()
