"""The plan in the case file: what misses stands in red, a table on radicalisation asks for positive words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt

from tests.drietal import geef_drietal
from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.printing.printer import Printer
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.overleg import overleggen
from vhdesk.services.opschalen import CasusOverdragen
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.ui.onderdelen import print_panel, printing
from vhdesk.vocabulary import Overlegstatus, Tafelregime

SHIFT = Qt.KeyboardModifier.ShiftModifier
TAB = Qt.Key.Key_Tab


def test_a_plan_without_a_way_out_says_so_in_red_until_there_is_one(bureau: Bureau) -> None:
    form = geopend(bureau, "plan").plan.form
    assert form.faults["afschaalcriterium"].isVisible()
    assert "afschaalcriterium ontbreekt" in form.faults["afschaalcriterium"].text()
    bureau.press(TAB)
    assert bureau.focus() is form.afschaal
    bureau.type("Een jaar rust")
    assert not form.faults["afschaalcriterium"].isVisible()


def test_an_empty_plan_asks_for_nothing_yet(bureau: Bureau) -> None:
    form = geopend(bureau, "plan", "Dalen").plan.form
    assert not form.faults["afschaalcriterium"].isVisible()
    bureau.type("N")
    assert form.faults["afschaalcriterium"].isVisible(), "from day one"


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


# --- versions and papers


def openen(bureau: Bureau) -> None:
    """Open the planned meeting, which has the case of Dalen on its agenda."""
    gepland = next(row.id for row in bureau.desk.ask(overleggen) if row.status is Overlegstatus.GEPLAND)
    bureau.do(OverlegOpenen(overleg_id=gepland))
    geef_drietal(bureau.desk, casus(bureau, "Dalen"))


def versie_schrijven(bureau: Bureau, hoofddoel: str) -> Any:
    view = geopend(bureau, "plan", "Dalen")
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type(hoofddoel)
    form = view.plan.form
    for field, words in ((form.afschaal, "Een jaar rust"), (form.evaluatie.line, "1-3-2027")):
        if not field.text():  # type: ignore[attr-defined]  # an area and a line
            field.setFocus()
            bureau.type(words)
    form.hoofddoel.setFocus()
    return view


def vaststellen(bureau: Bureau) -> None:
    bureau.press(Qt.Key.Key_F6)
    bureau.type("Iedereen akkoord")
    bureau.press(Qt.Key.Key_Return, CTRL)


@pytest.mark.parametrize(("keys", "field"), [((), "hoofddoel"), (("Naar school",), "afschaalcriterium")])
def test_what_keeps_the_table_from_adopting_is_said_beside_its_field(
    bureau: Bureau, keys: tuple[str, ...], field: str
) -> None:
    view = geopend(bureau, "plan", "Dalen")
    openen(bureau)
    form = view.plan.form
    for words in keys:
        form.hoofddoel.setFocus()
        bureau.type(words)
    bureau.press(Qt.Key.Key_F6)
    assert form.faults[field].isVisible() and "ontbreekt" in form.faults[field].text()
    assert bureau.focus() is (form.hoofddoel if field == "hoofddoel" else form.afschaal)
    if keys:
        bureau.type("Een jaar rust")
        bureau.press(Qt.Key.Key_F6)
        assert bureau.focus() is form.evaluatie.line and form.faults["evaluatiedatum"].isVisible()
        bureau.type("1-3-2027")
        bureau.press(Qt.Key.Key_F6)
        assert not form.faults["evaluatiedatum"].isVisible()
        bureau.type("Iedereen akkoord")
        bureau.press(Qt.Key.Key_Return, CTRL)
    assert len(stand(bureau, "Dalen").planversies) == len(keys)


def test_a_plan_is_adopted_in_a_meeting_by_one_key_and_taken_back(bureau: Bureau) -> None:
    view = versie_schrijven(bureau, "Naar school")
    bureau.press(Qt.Key.Key_F6)
    assert "open het overleg" in bureau.shell.said[-1]
    assert stand(bureau, "Dalen").planversies == ()
    openen(bureau)
    bureau.type(", elke dag")
    bureau.press(Qt.Key.Key_F6)
    panel = view.plan.vaststel
    bureau.press(Qt.Key.Key_Return, CTRL)
    assert panel.is_open() and "vraagt om een onderbouwing" in panel.errors["onderbouwing"].text(), (
        "the same is asked as of the decision in the meeting"
    )
    bureau.type("Iedereen akkoord")
    bureau.press(Qt.Key.Key_Return, CTRL)
    assert not panel.is_open()
    assert stand(bureau, "Dalen").besluiten[0].onderbouwing == "Iedereen akkoord"
    (versie,) = stand(bureau, "Dalen").planversies
    assert versie.tekst.hoofddoel == "Naar school, elke dag", "what was being typed is adopted too"
    assert bureau.shell.said[-1] == "Versie 1 van het plan is vastgesteld, als besluit B-2."
    assert view.plan.stand.text().startswith("Vastgesteld: versie 1 van")
    assert (view.kop.plan.text(), view.kop.plan.state) == ("Plan vastgesteld (versie 1)", "ok")
    assert bureau.desk.undo() == "Plan vaststellen"
    bureau.settle()
    assert view.plan.stand.text().startswith("Concept: nog door geen tafel")


def test_two_versions_are_compared_by_keys_and_escape_closes(bureau: Bureau) -> None:
    openen(bureau)
    view = versie_schrijven(bureau, "Naar school in maart")
    vaststellen(bureau)
    view.plan.form.hoofddoel.setFocus()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("Naar school in mei")
    assert view.flush()
    assert view.plan.stand.text().startswith("Concept van versie 2: gewijzigd na versie 1")
    assert view.kop.plan.state == "warn"
    bureau.press(Qt.Key.Key_F6, SHIFT)
    versies = view.plan.versies
    assert versies.isVisible() and bureau.focus() is versies.van
    assert versies.mapTo(view.plan.column.viewport(), QPoint(0, 0)).y() >= 0, "its title is in sight"
    assert ("weg", "maart") in versies.text.pieces() and ("erbij", "mei") in versies.text.pieces()
    assert "Was: Naar school in maart\nIs: Naar school in mei" in versies.text.toPlainText()
    bureau.press(TAB)
    assert bureau.focus() is versies.naar
    bureau.press(Qt.Key.Key_Down)
    assert versies.text.toPlainText() == "Er is geen verschil: beide zeggen hetzelfde."
    bureau.press(ESC)
    assert not versies.isVisible()


def test_without_a_version_there_is_nothing_to_compare(bureau: Bureau, tmp_path: Path) -> None:
    bureau.prompts.file = tmp_path / "verschil.pdf"
    view = geopend(bureau, "plan")
    bureau.press(Qt.Key.Key_F6, SHIFT)
    assert "niets te vergelijken" in view.plan.versies.list.accessibleName()
    bureau.press(Qt.Key.Key_F6, CTRL | SHIFT)
    assert bureau.shell.said[-1] == "Er is nog geen versie om mee te vergelijken."
    assert not bureau.prompts.file.exists()


def test_the_papers_are_saved_with_a_line_first(bureau: Bureau, tmp_path: Path) -> None:
    openen(bureau)
    versie_schrijven(bureau, "Naar school")
    vaststellen(bureau)
    for key, modifier, naam, woorden in (
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "crisiskaart", "bel 112"),
        (Qt.Key.Key_F6, CTRL, "plan", "Naar school"),
        (Qt.Key.Key_F6, CTRL | SHIFT, "planverschil", "geen verschil"),
    ):
        bureau.prompts.file = tmp_path / f"{naam}.pdf"
        bureau.press(key, modifier)
        bureau.wait(bureau.prompts.file.exists)
        bureau.jobs.wait()
        bureau.settle()
        tekst = " ".join(page.extract_text() for page in PdfReader(bureau.prompts.file).pages)
        assert woorden in tekst.replace("\xa0", " ")
        assert bureau.journaal(f"{naam} opslaan als PDF") == [casus(bureau, "Dalen")]
        suggested = bureau.prompts.suggested[-1]
        assert suggested is not None and "Dalen" not in suggested.name
    assert bureau.shell.said[-1] == "Opgeslagen als planverschil.pdf."


def test_a_case_without_a_plan_has_no_papers(bureau: Bureau, tmp_path: Path) -> None:
    bureau.prompts.file = tmp_path / "nee.pdf"
    geopend(bureau, "plan", "Dalen")
    bureau.press(Qt.Key.Key_F9)
    assert bureau.shell.said[-1] == "Er is nog geen plan." and not bureau.prompts.file.exists()


def test_printing_asks_what_and_how(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(print_panel, "find_printers", lambda: ((Printer("Laser", True),), False))
    monkeypatch.setattr(
        printing, "print_pdf", lambda content, _printer, **_how: str(len(sent.append(content) or sent))
    )
    view = geopend(bureau, "plan")
    bureau.press(Qt.Key.Key_F9, SHIFT)
    panel = view.plan.printing
    bureau.wait(panel.verb_button.isEnabled)
    view.plan.wat.set_value("plan")
    bureau.press(ENTER, CTRL)
    bureau.wait(lambda: bool(sent))
    bureau.jobs.wait()
    bureau.wait(lambda: not panel.is_open())
    assert bureau.shell.said[-1] == "Het plan is naar de printer Laser."
    assert bureau.journaal("plan afdrukken") == [view.casus_id]
    assert sent[0].startswith(b"%PDF")
