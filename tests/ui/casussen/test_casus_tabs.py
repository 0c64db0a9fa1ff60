"""The tabs of a case: persons, leefgebieden with scores, plan, actions, decisions, timeline, protection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.casussen.bureau import ALT, CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus, open_casus
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.plan import PlanSchrijven
from vhdesk.ui.casussen.dossier_view import TABS
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.style import current_theme
from vhdesk.vocabulary import (
    Actiestatus,
    Besluitstatus,
    Betrokkenheid,
    Bronregime,
    Factorsoort,
    Informatieniveau,
)
from vhdesk.vocabulary_triage import Bekendheidstand

TAB = Qt.Key.Key_Tab


def geopend(bureau: Bureau, tab: str, naam: str = "Koopman") -> Any:
    view: Any = open_casus(bureau, naam)
    number = [identity for identity, _ in TABS].index(tab) + 1
    bureau.press(Qt.Key(Qt.Key.Key_0.value + number), ALT)
    assert view.strip.current() == tab
    return view


def stand(bureau: Bureau, naam: str = "Koopman") -> Dossier:
    return bureau.desk.ask(dossier, casus(bureau, naam), vandaag=bureau.clock.today())


def test_tabs_say_how_much_there_is_and_go_round(bureau: Bureau) -> None:
    view: Any = open_casus(bureau, "Koopman")
    texts = [view.strip.tabText(number) for number in range(view.strip.count())]
    assert texts[1] == "Betrokkenen (2)" and texts[4] == "Acties (2)" and texts[5] == "Besluiten (1)"
    bureau.press(Qt.Key.Key_PageUp, CTRL)
    assert view.strip.current() == "methode"
    bureau.press(Qt.Key.Key_PageDown, CTRL)
    assert view.strip.current() == "overzicht"


# --- persons


def test_a_person_is_added_by_keys(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    bureau.type("Gonnie")
    bureau.press(TAB)
    bureau.press(TAB)
    bureau.type("Tijink")
    bureau.press(TAB)
    bureau.type("moeder")
    bureau.press(TAB)
    bureau.press(TAB)
    bureau.type("8-12-1957")
    bureau.press(ENTER, CTRL)
    erbij = [b for b in stand(bureau).betrokkenen if b.geslachtsnaam == "Tijink"]
    assert [(b.voornamen, b.relatie, b.geboortedatum, b.rol) for b in erbij] == [
        ("Gonnie", "moeder", date(1957, 12, 8), Betrokkenheid.SYSTEEM)
    ]
    assert len(view.betrokkenen.cards.cards) == 3 and not view.betrokkenen.panel.is_open()


def test_a_person_without_a_name_is_refused_beside_the_field(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    bureau.press(ENTER, CTRL)
    panel = view.betrokkenen.panel
    assert panel.errors["geslachtsnaam"].isVisible()
    assert bureau.focus() is panel.lines["geslachtsnaam"]
    bureau.press(ESC)
    assert not panel.is_open() and len(stand(bureau).betrokkenen) == 2


def test_half_a_date_is_no_date(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    bureau.press(Qt.Key.Key_N, CTRL)
    panel = view.betrokkenen.panel
    panel.lines["geslachtsnaam"].setText("Tijink")
    panel.geboren.setFocus()
    bureau.type("31-2-19")
    bureau.press(ENTER, CTRL)
    assert "geen datum" in panel.errors["geboortedatum"].text() and panel.is_open()


def test_a_bsn_that_fails_is_marked_in_words(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen", "Dalen")
    assert stand(bureau, "Dalen").betrokkenen[0].bsn_geldig is False
    words = [child.text() for child in view.betrokkenen.cards.cards[0].children() if hasattr(child, "text")]
    assert "BSN voldoet niet aan de elfproef" in words


def test_a_person_is_taken_out_and_brought_back(bureau: Bureau) -> None:
    view = geopend(bureau, "betrokkenen")
    view.betrokkenen.cards.cards[1].buttons["user-x"].setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert len(stand(bureau).betrokkenen) == 1
    bureau.desk.undo()
    assert len(view.betrokkenen.cards.cards) == 2


# --- leefgebieden


def test_a_score_with_one_key(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    button = view.leefgebieden.grid.cards[0].buttons["huisvesting"]
    assert bureau.focus() is button and button.text() == "2 – niet zelfredzaam" and button.state == "warn"
    bureau.press(Qt.Key.Key_4)
    score = next(row for row in stand(bureau).zrm if row.domein_code == "huisvesting")
    assert (score.score, score.vorige, score.datum) == (4, 2, bureau.clock.today())
    button = view.leefgebieden.grid.cards[0].buttons["huisvesting"]
    assert bureau.focus() is button and button.text() == "4 – voldoende" and button.state == "ok"
    assert "was 2 op 18-11-2026" in button.accessibleName()
    bureau.press(Qt.Key.Key_Delete)
    assert next(row for row in stand(bureau).zrm if row.domein_code == "huisvesting").score == 2


def test_cards_with_statements_come_first(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    codes = [card.leefgebied.code for card in view.leefgebieden.grid.cards]
    assert codes[0] == "huisvesting" and codes[1] == "financien"
    assert "zingeving" not in codes  # belongs to tables of another regime


def test_a_statement_with_its_marks(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    bureau.press(Qt.Key.Key_I, CTRL)
    panel = view.leefgebieden.panel
    assert panel.leefgebied.value() == "huisvesting"  # where the focus was
    bureau.type("veilig thuis tw")
    bureau.press(ENTER)
    assert panel.regime.value() == Bronregime.VEILIG_THUIS.value
    panel.leefgebied.set_value("opvoeding")
    panel.tekst.setFocus()
    bureau.type("De oudste luistert 's nachts.")
    panel.door.choice.set_value("sommige")
    next(iter(panel.door.boxes.values())).setChecked(True)
    panel.mondeling.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.press(ENTER, CTRL)
    row = next(row for row in stand(bureau).inbreng if row.leefgebied_code == "opvoeding")
    assert (row.regime, row.mondeling, row.mag_door_namen) == (Bronregime.VEILIG_THUIS, True, ("Politie",))
    card = next(c for c in view.leefgebieden.grid.cards if c.leefgebied.code == "opvoeding")
    assert card.leefgebied.code == "opvoeding"


def test_a_statement_without_words_is_refused(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    bureau.press(Qt.Key.Key_I, CTRL)
    panel = view.leefgebieden.panel
    bureau.press(ENTER, CTRL)
    assert panel.errors["organisatie_id"].text() == "Kies de organisatie die dit inbrengt."
    bureau.type("politie")
    bureau.press(ENTER)
    bureau.press(ENTER, CTRL)
    assert panel.errors["tekst"].isVisible() and panel.is_open()


def test_what_weighs_for_and_against(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    risico = view.leefgebieden.factors.cards[0]
    risico.field.setFocus()
    bureau.type("drank")
    bureau.press(ENTER)
    assert [(f.soort, f.tekst) for f in stand(bureau).factoren] == [(Factorsoort.RISICO, "drank")]
    risico = view.leefgebieden.factors.cards[0]
    assert bureau.focus() is risico.field and risico.field.text() == ""
    next(iter(risico.remove_buttons)).setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert stand(bureau).factoren == ()


# --- plan


def test_the_plan_is_edited_as_a_whole_and_stored(bureau: Bureau) -> None:
    view = geopend(bureau, "plan", "Dalen")
    form = view.plan.form
    assert bureau.focus() is form.hoofddoel
    bureau.type("Naar school")
    form.delen["doelen"].add_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.type("Elke dag")
    form.delen["scenarios"].add_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.type("verzuim")
    form.evaluatie.setFocus()
    bureau.type("1-3-2027")
    form.afschaal.setFocus()
    bureau.type("Drie maanden zonder verzuim")
    assert view.flush()
    plan = stand(bureau, "Dalen").plan
    assert plan is not None
    assert (plan.hoofddoel, plan.evaluatiedatum) == ("Naar school", date(2027, 3, 1))
    assert plan.afschaalcriterium == "Drie maanden zonder verzuim"
    assert [doel.doel for doel in plan.doelen] == ["Elke dag"]
    assert [scenario.als for scenario in plan.scenarios] == ["verzuim"]
    assert view.kop.plan.text() == "Plan in concept"


def test_a_goal_without_words_is_refused_beside_it_and_not_lost(bureau: Bureau) -> None:
    view = geopend(bureau, "plan")
    form = view.plan.form
    bureau.type("Rust. ")
    form.delen["doelen"].lines[0].fields["doel"].restore("", 0)
    assert not view.flush()
    assert form.delen["doelen"].lines[0].error.isVisible()
    drafts = bureau.desk.drafts(f"casusplan/{view.casus_id}")
    assert len(drafts) == 1 and "huurcontract" in drafts[0].text
    form.delen["doelen"].lines[0].fields["doel"].restore("Toch een doel", 0)
    assert view.flush() and not form.delen["doelen"].lines[0].error.isVisible()
    assert bureau.desk.drafts(f"casusplan/{view.casus_id}") == ()


def test_a_half_written_plan_comes_back(bureau: Bureau) -> None:
    view = geopend(bureau, "plan", "Dalen")
    bureau.type("Half een doel")
    view.plan._write_draft()
    view.plan.autosave.forget("plan")
    bureau.window.page("casussen").show_target(casus(bureau, "Çelik") + "#plan")  # type: ignore[attr-defined]
    assert view.plan.form.hoofddoel.text() == ""
    bureau.window.page("casussen").show_target(casus(bureau, "Dalen") + "#plan")  # type: ignore[attr-defined]
    assert view.plan.form.hoofddoel.text() == "Half een doel"
    assert view.flush()
    plan = stand(bureau, "Dalen").plan
    assert plan is not None and plan.hoofddoel == "Half een doel"


def test_a_plan_changed_elsewhere_shows_both(bureau: Bureau) -> None:
    view = geopend(bureau, "plan")
    bureau.type("Van mij. ")
    bureau.do(PlanSchrijven(casus_id=view.casus_id, hoofddoel="Van hem"))
    assert not view.flush()
    both = view.plan.both
    assert both.isVisible() and "Van mij" in both.mine.text() and "Van hem" in both.other.text()
    both.other_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert view.plan.form.hoofddoel.text() == "Van hem" and view.flush()
    bureau.type("!")


def test_a_goal_is_taken_out(bureau: Bureau) -> None:
    view = geopend(bureau, "plan")
    view.plan.form.delen["doelen"].lines[0].remove_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    assert view.flush()
    plan = stand(bureau).plan
    assert plan is not None and plan.doelen == ()


# --- actions


def test_actions_are_finished_with_one_letter(bureau: Bureau) -> None:
    view = geopend(bureau, "acties")
    assert bureau.focus() is view.acties.list
    bureau.press(Qt.Key.Key_G)
    assert [a.status for a in stand(bureau).acties if a.nummer == 1] == [Actiestatus.GEDAAN]
    assert bureau.desk.undo_label == "Actie afhandelen"
    assert view.strip.tabText(4) == "Acties (1)"


def test_could_not_asks_why(bureau: Bureau) -> None:
    view = geopend(bureau, "acties")
    bureau.press(Qt.Key.Key_K)
    panel = view.acties.lijst.panel
    assert panel.is_open() and bureau.focus() is panel.reden
    bureau.press(ENTER, CTRL)
    assert panel.errors["reden"].isVisible()
    bureau.type("slot was al weg")
    bureau.press(ENTER, CTRL)
    actie = next(a for a in stand(bureau).acties if a.nummer == 1)
    assert (actie.status, actie.resultaat) == (Actiestatus.KON_NIET, "slot was al weg")
    assert bureau.focus() is view.acties.list


def test_a_new_date_as_people_say_it(bureau: Bureau) -> None:
    view = geopend(bureau, "acties")
    bureau.press(Qt.Key.Key_D)
    bureau.press(ENTER, CTRL)
    assert view.acties.lijst.panel.errors["termijn"].isVisible()
    bureau.type("+14")
    view.acties.lijst.panel.reden.setFocus()
    bureau.type("wacht op de sleutel")
    bureau.press(ENTER, CTRL)
    actie = next(a for a in stand(bureau).acties if a.nummer == 1)
    assert (actie.termijn, actie.uitgesteld) == (date(2026, 12, 16), 1)


def test_an_action_outside_a_meeting(bureau: Bureau) -> None:
    view = geopend(bureau, "overzicht")
    bureau.press(Qt.Key.Key_T, CTRL)
    bureau.type("Huisbezoek")
    bureau.press(TAB)
    bureau.press(TAB)
    bureau.type("lans")
    bureau.press(ENTER)
    bureau.press(TAB)
    bureau.type("18 dec")
    bureau.press(ENTER, CTRL)
    actie = next(a for a in stand(bureau).acties if a.omschrijving == "Huisbezoek")
    assert (actie.medewerker, actie.organisatie, actie.termijn) == (
        "Kevin Lansink",
        "Politie",
        date(2026, 12, 18),
    )
    assert view.strip.current() == "acties"


def test_an_open_action_is_changed_in_the_file(bureau: Bureau) -> None:
    view = geopend(bureau, "acties")
    form = view.acties.panel.form
    bureau.press(Qt.Key.Key_F2)
    assert view.acties.panel.title.text() == "A-1 wijzigen" and bureau.focus() is form.field
    form.more.setChecked(True)
    bureau.press(TAB)
    assert bureau.focus() is form.extra["conditie"]
    bureau.type("als het slot er is")
    bureau.press(TAB)
    bureau.type("weet ervan")
    bureau.press(ENTER, CTRL)
    actie = next(a for a in stand(bureau).acties if a.nummer == 1)
    assert (actie.conditie, actie.informering) == ("als het slot er is", "weet ervan")
    assert (actie.medewerker, actie.termijn) == ("Kevin Lansink", date(2026, 11, 25))
    lines = [view.acties.list.rows.index(n, 0).data(TWO_LINE_ROLE).subtitle for n in range(2)]
    assert any("informering: weet ervan" in line for line in lines)
    bureau.desk.undo()
    assert {a.conditie for a in stand(bureau).acties} == {""}
    bureau.press(Qt.Key.Key_G)
    bureau.press(Qt.Key.Key_F2)
    assert view.acties.panel.is_open() is (view.acties.lijst.current().status is Actiestatus.OPEN)


def test_letters_in_the_list_of_cases_finish_nothing(bureau: Bureau) -> None:
    geopend(bureau, "acties")
    bureau.window.page("casussen").list.pane.focus_list()  # type: ignore[attr-defined]
    bureau.press(Qt.Key.Key_G)
    assert all(a.status is Actiestatus.OPEN for a in stand(bureau).acties)


# --- decisions


def test_a_decision_is_withdrawn_with_a_reason_and_stays_readable(bureau: Bureau) -> None:
    view = geopend(bureau, "besluiten")
    bureau.press(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert bureau.focus() is view.besluiten.reden
    bureau.press(ENTER, CTRL)
    assert view.besluiten.panel.errors["reden"].isVisible()
    bureau.type("Verhuisd")
    bureau.press(ENTER, CTRL)
    besluit = stand(bureau).besluiten[0]
    assert (besluit.status, besluit.statusreden) == (Besluitstatus.INGETROKKEN, "Verhuisd")
    assert len(view.besluiten.cards) == 1 and not view.besluiten.can_withdraw()


def test_a_decision_is_withdrawn_from_a_card_that_was_drawn_anew_meanwhile(bureau: Bureau) -> None:
    """The button that had the focus is gone; the panel closes and the keys stay in the file."""
    view = geopend(bureau, "besluiten")
    bureau.settle()
    view.besluiten.cards[0].findChildren(QPushButton)[-1].setFocus()
    bureau.press(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    view.reload()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bureau.type("Verhuisd")
    bureau.press(ENTER, CTRL)
    assert stand(bureau).besluiten[0].status is Besluitstatus.INGETROKKEN
    assert not view.besluiten.panel.is_open()
    assert view.isAncestorOf(bureau.focus())


# --- timeline and protection


def test_the_timeline_tells_what_happened_newest_first(bureau: Bureau) -> None:
    view = geopend(bureau, "tijdlijn")
    rows = view.tab("tijdlijn").list.rows
    texts = [rows.index(number, 0).data(TWO_LINE_ROLE).title for number in range(rows.rowCount())]
    assert texts[-1] == "Aangemeld"
    assert any(text.startswith("Besproken: Werktafel Enschede") for text in texts)
    assert "Besluit B-1: De zaak blijft op tafel." in texts
    assert "Casemanager: Maaike Hesselink, Veilig Thuis Twente" in texts
    dagen = [rows.rows()[number].dag for number in range(rows.rowCount())]
    assert dagen == sorted(dagen, reverse=True)


def test_the_timeline_of_one_partner_is_shown_and_leaves_the_vault(bureau: Bureau, tmp_path: Path) -> None:
    view = geopend(bureau, "tijdlijn")
    tab = view.tab("tijdlijn")
    everything = tab.list.rows.rowCount()
    assert tab.partner.itemText(0) == "Alle partners"
    place = tab.partner.findText("Veilig Thuis Twente")
    tab.partner.setFocus()
    for _ in range(place):
        bureau.press(Qt.Key.Key_Down)
    shown = tab.list.rows.rows()
    assert 0 < len(shown) < everything
    assert {event.partner for event in shown} == {"Veilig Thuis Twente"}
    bureau.prompts.file = tmp_path / "tijdlijn.pdf"
    bureau.press(Qt.Key.Key_F9, CTRL)
    bureau.wait(bureau.prompts.file.exists)
    text = " ".join(page.extract_text() for page in PdfReader(bureau.prompts.file).pages).replace("\xa0", " ")
    assert "Alleen van Veilig Thuis Twente" in text and "Casemanager: Maaike Hesselink" in text
    assert "Besproken" not in text
    assert bureau.journaal("tijdlijn opslaan als PDF") == [casus(bureau, "Koopman")]
    suggested = bureau.prompts.suggested[-1]
    assert suggested is not None and "Koopman" not in suggested.name
    open_casus(bureau, "Dalen")
    assert tab.partner.value() == ""


def test_how_much_an_organisation_may_know(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    tab = view.tab("bescherming")
    assert [line.row.organisatie for line in tab.lines] == ["Politie"]
    tab.lines[0].niveau.setFocus()
    bureau.press(Qt.Key.Key_Up)
    assert stand(bureau).partners[0].niveau is Informatieniveau.INHOUD, "not before somebody says why"
    assert tab.waarom.is_open()
    bureau.press(Qt.Key.Key_Escape)
    assert tab.lines[0].niveau.value() == Informatieniveau.INHOUD.value
    tab.lines[0].niveau.setFocus()
    bureau.press(Qt.Key.Key_Up)
    bureau.type("alleen eigen acties")
    bureau.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert stand(bureau).partners[0].niveau is Informatieniveau.PROCES
    assert stand(bureau).partners[0].reden == "alleen eigen acties"
    tab.organisatie.setFocus()
    bureau.type("veilig thuis tw")
    bureau.press(ENTER)
    tab.add_button.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.type("denkt mee")
    bureau.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    namen = {partner.organisatie: partner.niveau for partner in stand(bureau).partners}
    assert namen == {"Politie": Informatieniveau.PROCES, "Veilig Thuis Twente": Informatieniveau.PROCES}
    tab.lines[0].niveau.setFocus()
    bureau.press(Qt.Key.Key_End)
    assert [partner.organisatie for partner in stand(bureau).partners] == ["Veilig Thuis Twente"]


def test_the_journaal_of_the_case_says_who_looked(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    titles = {view.tab("bescherming").journaal.rows.index(0, 0).data(TWO_LINE_ROLE).title}
    assert titles == {"Casus inzien"}


def test_the_marks_of_what_was_said_stand_together(bureau: Bureau) -> None:
    view = geopend(bureau, "bescherming")
    tab = view.tab("bescherming")
    inbreng = stand(bureau).inbreng
    tab.fill(replace(stand(bureau), inbreng=()))
    assert tab.geen_merken.isVisible() and not tab.merken.isVisible()
    bijzonder = replace(
        inbreng[0], regime=Bronregime.MEDISCH, mag_door_naar=(), mag_door_namen=(), mondeling=True
    )
    gewoon = replace(inbreng[0], id="ander", regime=Bronregime.OVERIG, mag_door_naar=("*",), mondeling=False)
    tab.fill(replace(stand(bureau), inbreng=(bijzonder, gewoon)))
    assert tab.merken.isVisible() and not tab.geen_merken.isVisible()
    eerste, tweede = (tab.merken.rows.index(row, 0).data(TWO_LINE_ROLE) for row in range(2))
    assert eerste.title == f"I-{bijzonder.nummer}  {bijzonder.organisatie}, {bijzonder.leefgebied}"
    assert (
        eerste.subtitle == "Medisch  ·  Mag niet worden doorgegeven  ·  mondeling, niet in verslag of print"
    )
    assert tweede.subtitle == "Geen bijzonder regime  ·  Mag door naar alle partners"
    assert bijzonder.tekst not in eerste.spoken(), "the words stand at Leefgebieden"


def test_nothing_of_the_bekendheid_is_cut(bureau: Bureau) -> None:
    view: Any = open_casus(bureau, "Koopman")
    view.choose_tab("bescherming")
    bureau.settle()
    table = view.bescherming.bekendheid.table
    row = next(row for row in view.dossier.bekendheid if row.organisatie == "Veilig Thuis Twente")
    reden = "Deelt pas na overleg met de ouders, en dan alleen wat nodig is voor de veiligheid van het kind."
    bureau.do(
        BekendheidBepalen(
            casus_id=view.casus_id, organisatie_id=row.organisatie_id, stand=Bekendheidstand.GEWEIGERD, reden=reden
        )
    )  # fmt: skip
    view.reload()
    bureau.settle()
    header, model = table.horizontalHeader(), table.model()
    assert header.length() <= table.viewport().width(), "every column is in sight"
    for number in range(model.columnCount()):
        words = str(model.headerData(number, Qt.Orientation.Horizontal))
        assert header.fontMetrics().horizontalAdvance(words) <= table.columnWidth(number), words
    cells = {model.index(place, 0).data(): table.rowHeight(place) for place in range(model.rowCount())}
    plain = next(high for words, high in cells.items() if reden not in words)
    assert (
        cells[f"Veilig Thuis Twente\n{reden}"]
        >= plain + 2 * QFontMetrics(current_theme().font("small")).lineSpacing()
    )


def test_a_step_opens_with_its_title_in_sight(bureau: Bureau) -> None:
    view: Any = open_casus(bureau, "Koopman")
    bureau.window.resize(1093, 614)
    for act in ("casus.afschalen", "casus.opschalen", "casus.afsluiten"):
        view.choose_tab("tijdlijn")
        view.tijdlijn.column.verticalScrollBar().setValue(9999)
        if bureau.registry.trigger(act):
            bureau.settle()
            panel = view.tijdlijn.panel
            assert panel.isVisible() and not panel.title.visibleRegion().isEmpty(), act
            top = panel.title.mapTo(view.tijdlijn.column.viewport(), QPoint(0, 0)).y()
            assert 0 <= top < 60, act
            bureau.press(ESC)
