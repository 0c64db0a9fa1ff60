"""The plan in the case file: what misses stands in red, a table on radicalisation asks for positive words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.queries.organisatie import tafels
from vhdesk.services.opschalen import CasusOverdragen
from vhdesk.vocabulary import Tafelregime

TAB = Qt.Key.Key_Tab


def test_a_plan_without_a_way_out_says_so_in_red_until_there_is_one(bureau: Bureau) -> None:
    form = geopend(bureau, "plan").plan.form
    assert form.afschaal_fault.isVisible()
    assert "afschaalcriterium ontbreekt" in form.afschaal_fault.text()
    bureau.press(TAB)
    assert bureau.focus() is form.afschaal
    bureau.type("Een jaar rust")
    assert not form.afschaal_fault.isVisible()


def test_an_empty_plan_asks_for_nothing_yet(bureau: Bureau) -> None:
    form = geopend(bureau, "plan", "Dalen").plan.form
    assert not form.afschaal_fault.isVisible()
    bureau.type("N")
    assert form.afschaal_fault.isVisible(), "from day one"


def test_the_aanleiding_is_not_typed_twice(bureau: Bureau) -> None:
    view = geopend(bureau, "plan")
    assert view.plan.form.aanleiding.text() == "De buurvrouw belde de politie."


def test_scenario_and_escalation_by_keys(bureau: Bureau) -> None:
    view = geopend(bureau, "plan", "Dalen")
    delen = view.plan.form.delen
    bureau.type("Naar school")
    for deel, words in (
        ("scenarios", ("verzuim", "bellen", "school belt leerplicht", "0900-0000")),
        ("escalatie", ("drie weken thuis", "de wethouder", "de procesregisseur")),
    ):
        delen[deel].add_button.setFocus()
        bureau.press(Qt.Key.Key_Space)
        for word in words:
            bureau.type(word)
            bureau.press(TAB)
    assert view.flush()
    plan: Any = stand(bureau, "Dalen").plan
    assert [(s.als, s.dan, s.wie_belt_wie, s.telefoon) for s in plan.scenarios] == [
        ("verzuim", "bellen", "school belt leerplicht", "0900-0000")
    ]
    assert [(e.wanneer, e.naar_wie, e.door_wie) for e in plan.escalatie] == [
        ("drie weken thuis", "de wethouder", "de procesregisseur")
    ]


def test_a_scenario_without_a_sign_is_refused_beside_it(bureau: Bureau) -> None:
    view = geopend(bureau, "plan", "Dalen")
    deel = view.plan.form.delen["scenarios"]
    deel.add_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.press(TAB)
    bureau.type("bellen")
    assert not view.flush()
    assert "noemt geen signaal" in deel.lines[0].error.text()
    deel.lines[0].focus_first()
    bureau.type("verzuim")
    assert view.flush() and not deel.lines[0].error.isVisible()


def test_a_table_on_radicalisation_asks_for_positive_goals_and_refuses_nothing(bureau: Bureau) -> None:
    tafel = next(row.id for row in bureau.desk.ask(tafels) if row.regime is Tafelregime.PGA_RADICALISERING)
    form = geopend(bureau, "plan").plan.form
    assert not form.positief.isVisible()
    bureau.do(CasusOverdragen(casus_id=casus(bureau, "Koopman"), naar_tafel_id=tafel, reden="past daar"))
    view = geopend(bureau, "plan")
    regel = view.plan.form.delen["doelen"].lines[0]
    assert view.plan.form.positief.isVisible() and not regel.hint.isVisible()
    regel.focus_first()
    bureau.type("Geen contact. ")
    assert "wat er wel komt" in regel.hint.text() and regel.hint.isVisible()
    assert view.flush()
    plan: Any = stand(bureau).plan
    assert plan.doelen[0].doel.startswith("Geen contact.")
