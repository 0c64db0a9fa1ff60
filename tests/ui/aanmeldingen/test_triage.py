"""Referring and weighing by keyboard, on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.beheer.page_stage import PageStage, dress
from tests.unit.services import meldingen
from vhdesk.clock import FixedClock
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.bekendheid import bekendheid
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.dossier import dossier
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.triage import TriageRow, triagelijst
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.tafelinstelling import TopXNormBepalen
from vhdesk.ui.aanmeldingen.bestanden_field import BestandenField
from vhdesk.ui.aanmeldingen.referral_page import ReferralPage
from vhdesk.ui.aanmeldingen.triage_view import LIST_WIDTH
from vhdesk.ui.aanmeldingen.triage_words import triage_two_line
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.pill import pill_size
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Bekendheidstand, Criterium, Meldveld, Weeguitkomst


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", ReferralPage)
    yield made
    made.close()
    assert made.unhandled == []


@pytest.fixture
def page(stage: PageStage) -> ReferralPage:
    assert isinstance(stage.page, ReferralPage)
    return stage.page


def fill(stage: PageStage, field: QWidget, text: str) -> None:
    """Type over a field, and take what the completer offers."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    stage.type(text)
    stage.press("Tab")


def begin_form(stage: PageStage, page: ReferralPage) -> None:
    stage.press("Ctrl+N")
    for key, text in (("gemeente_id", "Losser"), ("aanmelder", "Els Bos"), ("geslachtsnaam", "Jansen"),
                      ("geboortedatum", "1-5-1990"), ("woonplaats", "Losser"), ("aanleiding", "Overlast")):  # fmt: skip
        fill(stage, page.form.fields[key], text)


def test_a_referral_by_keyboard_says_what_it_still_lacks(stage: PageStage, page: ReferralPage) -> None:
    begin_form(stage, page)
    stage.registry.refresh()
    page.form.count_missing()
    assert page.form.missing.text() == (
        "Nog 8 velden voor triage: doel, verzoek aan de tafel, situatieschets, leefgebieden met zorgen en 4 andere."
    )
    stage.press("Ctrl+Return")
    row = stage.desk.ask(triagelijst)[0]
    assert (row.naam, row.gemeente, len(row.ontbreekt)) == ("Jansen", "Losser", 8)
    assert page.stack.currentWidget() is page.triage and page.triage.casus_id == row.id
    assert "nog 8 velden voor triage" in page.triage.detail.missing.text().lower()
    stage.press("Ctrl+T")
    assert [fault.code for fault in stage.shell.faults] == ["aanmelding_onvolledig"]
    stage.press("Ctrl+E")
    assert page.form.fields["doel"].hasFocus(), "the form opens at the first field that is missing"
    stage.type("Rust in de straat")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(aanmelding, row.id).velden.doel == "Rust in de straat"


def test_files_come_in_with_the_form_and_a_draft_keeps_which(
    stage: PageStage, page: ReferralPage, tmp_path: Path
) -> None:
    brief, leeg = tmp_path / "brief.txt", tmp_path / "leeg.pdf"
    brief.write_text("Geachte heer", encoding="utf-8")
    leeg.write_bytes(b"")
    begin_form(stage, page)
    field = page.form.fields["bestanden"]
    assert isinstance(field, BestandenField) and field.kiezer.button.isVisible()
    field.kiezer.line.setFocus()
    stage.type(str(leeg))
    stage.press("Ctrl+Return")
    assert "Druk op Enter" in page.form.errors["bestanden"].text(), (
        "what stands in the field is not left behind"
    )
    stage.press("Return")
    assert "is leeg" in field.error.text()
    field.kiezer.line.selectAll()
    stage.type(f'"{brief}"')
    stage.press("Return")
    assert len(field.lines) == 1
    assert field.value() == (str(brief),) and field.error.text() == "" and not field.unfinished()
    stage.press("Esc")
    stage.press("Ctrl+N")
    assert field.value() == (str(brief),)
    brief.rename(tmp_path / "weg.txt")
    stage.press("Ctrl+Return")
    assert "bestaat niet" in page.form.errors["bestanden"].text()
    assert stage.desk.ask(triagelijst) == (), "nothing half stored, and the form is still there"
    assert page.form.values()["geslachtsnaam"] == "Jansen"
    (tmp_path / "weg.txt").rename(brief)
    stage.press("Ctrl+Return")
    assert page.stack.currentWidget() is page.triage
    row = stage.desk.ask(triagelijst)[0]
    assert [each.naam for each in stage.desk.ask(aanmelding, row.id).bijlagen] == ["brief.txt"]
    card = page.triage.detail.bijlagen
    assert card.title.text() == "Bijlagen (1)" and card.list.isVisible()
    assert stage.desk.drafts("aanmelding/") == ()


def test_a_rechtspersoon_is_referred_with_its_kvk_and_is_never_asked_a_birthday(
    stage: PageStage, page: ReferralPage
) -> None:
    begin_form(stage, page)
    form = page.form
    soort = form.fields["soort"]
    soort.setFocus()
    stage.type("r")
    assert soort.value() == "rechtspersoon"  # type: ignore[attr-defined]
    assert form.fields["kvk"].isVisible() and not form.fields["geboortedatum"].isVisible()
    assert form.fields["geslachtsnaam"].accessibleName() == "Naam"
    fill(stage, form.fields["geslachtsnaam"], "Stichting Vrije Grond")
    fill(stage, form.fields["kvk"], "12345678")
    form.count_missing()
    stage.press("Ctrl+Return")
    row = stage.desk.ask(triagelijst)[0]
    assert row.naam == "Stichting Vrije Grond" and Meldveld.GEBOORTEDATUM not in row.ontbreekt
    dossier = stage.desk.ask(aanmelding, row.id)
    assert (dossier.hoofd.soort, dossier.hoofd.kvk) == (Persoonsoort.RECHTSPERSOON, "12345678")
    assert dossier.hoofd.geboortedatum is None, "what stood in a field that is gone is not stored"
    assert Meldveld.GEBOORTEDATUM not in dossier.ontbreekt
    stage.press("Ctrl+E")
    assert soort.value() == "rechtspersoon" and form.fields["kvk"].text() == "12345678"  # type: ignore[attr-defined]


def test_what_is_half_typed_comes_back(stage: PageStage, page: ReferralPage) -> None:
    begin_form(stage, page)
    stage.press("Esc")
    assert page.stack.currentWidget() is page.triage
    assert stage.desk.ask(triagelijst) == ()
    assert [draft.key for draft in stage.desk.drafts("aanmelding/")] == ["aanmelding/nieuw"]
    stage.press("Ctrl+N")
    values = page.form.values()
    assert (values["geslachtsnaam"], values["geboortedatum"], values["aanleiding"]) == (
        "Jansen", date(1990, 5, 1), "Overlast",
    )  # fmt: skip


def test_a_person_the_vault_knows_is_offered_and_used(stage: PageStage, page: ReferralPage) -> None:
    eerder = stage.desk.execute(meldingen.aanmelding(stage.desk, "Jansen")).id
    wie = stage.desk.ask(aanmelding, eerder).hoofd.persoon_id
    begin_form(stage, page)
    bekend = page.form.bekend
    fill(stage, page.form.fields["voornamen"], "Ad")
    bekend.found.look()
    assert (
        bekend.isVisible()
        and "Lijkt op Ad Jansen, geboren 1-5-1990" in bekend.found.buttons[0].accessibleDescription()
    )
    bekend.found.buttons[0].setFocus()
    stage.press("Space")
    assert bekend.words.text().startswith("Bekend: Ad Jansen.") and not bekend.found.isVisible()
    stage.press("Escape", "Ctrl+N")
    assert page.form.bekend.value() == (wie, "Ad Jansen"), "who was chosen waits with the rest of the form"
    stage.press("Ctrl+Return")
    nieuw = page.triage.casus_id
    assert nieuw != eerder and stage.desk.ask(aanmelding, nieuw).hoofd.persoon_id == wie


def test_a_choice_can_be_taken_back_before_it_is_stored(stage: PageStage, page: ReferralPage) -> None:
    stage.desk.execute(meldingen.aanmelding(stage.desk, "Jansen"))
    begin_form(stage, page)
    bekend = page.form.bekend
    bekend.found.look()
    bekend.found.buttons[0].click()
    bekend.other.setFocus()
    stage.press("Space")
    assert bekend.value() == () and bekend.found.isVisible() and not bekend.chosen.isVisible()
    stage.press("Ctrl+Return")
    assert len({row.id for row in stage.desk.ask(triagelijst)}) == 2


def test_a_refusal_stands_beside_its_field(stage: PageStage, page: ReferralPage) -> None:
    stage.press("Ctrl+N")
    fill(stage, page.form.fields["geslachtsnaam"], "Jansen")
    stage.press("Ctrl+Return")
    assert page.form.errors["gemeente_id"].isVisible()
    fill(stage, page.form.fields["geboortedatum"], "31-13-1990")
    stage.press("Ctrl+Return")
    assert page.form.errors["geboortedatum"].text().startswith("Dit is geen datum")
    assert stage.desk.ask(triagelijst) == ()


def test_gemeente_and_tafel_are_only_read_once_it_was_weighed(
    stage: PageStage, page: ReferralPage, casus_id: str
) -> None:
    page.triage.open(casus_id)
    stage.press("Ctrl+E")
    assert page.form.fields["gemeente_id"].isEnabled() and not page.form.vast.isVisible()
    stage.press("Esc")
    wie = meldingen.collega(stage.desk)
    stage.desk.execute(meldingen.weging(casus_id, wie, Weeguitkomst.MEER_INFORMATIE, procesmanager_id=None))
    page.triage.open(casus_id)
    stage.press("Ctrl+E")
    assert page.form.vast.isVisible() and "Ctrl+Shift+T" in page.form.vast.text()
    assert not any(page.form.fields[veld].isEnabled() for veld in ("gemeente_id", "tafel_id"))
    fill(stage, page.form.fields["doel"], "Rust na navraag")
    stage.press("Ctrl+Return")
    assert "Rust na navraag" in stage.desk.ask(aanmelding, casus_id).velden.doel


def test_what_is_no_date_says_so_when_the_field_is_left(stage: PageStage, page: ReferralPage) -> None:
    stage.press("Ctrl+N")
    fill(stage, page.form.fields["geboortedatum"], "31-2-1990")
    error = page.form.errors["geboortedatum"]
    assert error.isVisible() and error.text() == "Dit is geen datum. Schrijf bijvoorbeeld 30-11-1990."
    page.form.fields["geboortedatum"].setFocus()
    stage.press("Ctrl+A")
    fill(stage, page.form.fields["geboortedatum"], "28-2-1990")
    assert not error.isVisible()


def test_a_bsn_that_fails_the_elfproef_is_marked_and_stored(stage: PageStage, page: ReferralPage) -> None:
    begin_form(stage, page)
    fill(stage, page.form.fields["bsn"], "123456781")
    assert page.form.bsn_mark.isVisible() and "u kunt het zo bewaren" in page.form.bsn_mark.text()
    fill(stage, page.form.fields["bsn"], "123456782")
    assert not page.form.bsn_mark.isVisible()
    fill(stage, page.form.fields["bsn"], "123456781")
    stage.press("Ctrl+Return")
    row = stage.desk.ask(triagelijst)[0]
    assert stage.desk.ask(dossier, row.id).betrokkenen[0].bsn == "123456781"


def test_persons_and_partners_are_lines(stage: PageStage, page: ReferralPage) -> None:
    begin_form(stage, page)
    form = page.form
    form.fields["personen"].setFocus()
    stage.press("Space")
    personen = form.fields["personen"]
    fill(stage, personen.lines[0].fields["geslachtsnaam"], "Kind")  # type: ignore[attr-defined]
    form.fields["partners"].setFocus()
    stage.press("Space")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(triagelijst) != (), "a line without anything in it does not count"
    casus_id = page.triage.casus_id
    assert [mens.naam for mens in stage.desk.ask(aanmelding, casus_id).personen] == ["Jansen", "Kind"]


@pytest.fixture
def casus_id(stage: PageStage, page: ReferralPage) -> str:
    made = stage.desk.execute(meldingen.aanmelding(stage.desk)).id
    stage.settle()
    page.triage.open(made)
    return made


def test_other_days_and_whom_to_reach(stage: PageStage, page: ReferralPage, casus_id: str) -> None:
    stage.press("Ctrl+B")
    card = page.triage.detail.bekendheid
    stage.type("b")
    stage.press("F2")
    for day, words in (("morgen", "toekomst"), ("geen dag", "geen datum"), ("20-11-2026", "voor")):
        card.geantwoord.line.selectAll()
        stage.type(day)
        stage.press("Ctrl+Return")
        assert card.panel.is_open() and words in card.panel.errors["op"].text(), day
    card.gevraagd.line.setFocus()
    card.gevraagd.line.selectAll()
    stage.type("19-11-2026")
    card.contact["contact"].setFocus()
    card.contact["contact"].selectAll()
    stage.type("Els Bos")
    stage.press("Ctrl+Return")
    assert not card.panel.is_open()
    (row,) = stage.desk.ask(bekendheid, casus_id)
    assert (row.gevraagd_op, row.antwoord_op) == (date(2026, 11, 19), date(2026, 11, 20))
    assert (row.stand, row.contact) == (Bekendheidstand.BEKEND, "Els Bos")
    stage.desk.undo()
    assert stage.desk.ask(bekendheid, casus_id)[0].contact == "Kevin"


def test_one_key_per_cell(stage: PageStage, page: ReferralPage, casus_id: str) -> None:
    stage.press("Ctrl+B")
    card = page.triage.detail.bekendheid
    assert card.table.hasFocus()
    for key, stand in (("B", Bekendheidstand.BEKEND), ("N", Bekendheidstand.NIET_BEKEND), ("G", Bekendheidstand.GEEN_ANTWOORD)):  # fmt: skip
        stage.type(key.lower())
        assert stage.desk.ask(bekendheid, casus_id)[0].stand is stand
    stage.type("w")
    assert card.panel.is_open()
    stage.press("Ctrl+Return")
    assert card.panel.is_open(), "a refusal asks its reason"
    stage.type("beroepsgeheim")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(bekendheid, casus_id)[0].reden == "beroepsgeheim"
    assert "beroepsgeheim" in card.detail.text() and "Kevin" in card.detail.text(), "whole, below the grid"
    card.organisatie.setFocus()
    stage.type("Halt")
    stage.press("Return")
    assert [row.organisatie for row in stage.desk.ask(bekendheid, casus_id)] == ["Halt", "Politie"]


def weigh(stage: PageStage, page: ReferralPage, naam: str, uitkomst: Weeguitkomst) -> None:
    """Say yes three times with a reason, choose who and the outcome."""
    stage.press("Ctrl+W")
    panel = page.triage.detail.weeg
    for criterium in (Criterium.A, Criterium.B, Criterium.C):
        row = panel.rows[criterium]
        row.oordeel.setFocus()
        stage.type("j")
        row.reden.setFocus()
        stage.type("gezien")
    panel.uitkomst.set_value(uitkomst.value)
    panel.tell()
    fill(stage, panel.motivering, "Meer ketens nodig")
    panel.aanwezigen.search.setFocus()
    stage.type(naam)
    stage.press("Return")


def test_weighing_into_the_top_x_and_the_feedback(
    stage: PageStage, page: ReferralPage, casus_id: str
) -> None:
    meldingen.collega(stage.desk)
    weigh(stage, page, "Marijke", Weeguitkomst.TOP_X)
    panel = page.triage.detail.weeg
    assert panel.said.text() == "(a en b en c) of d: de casus voldoet aan de criteria."
    stage.press("Ctrl+Return")
    assert panel.errors["procesmanager_id"].isVisible()
    fill(stage, panel.procesmanager, "Marijke")
    stage.press("Ctrl+Return")
    assert not panel.is_open()
    dossier = stage.desk.ask(aanmelding, casus_id)
    assert (dossier.status, dossier.wegingen[0].uitkomst) == (CasusStatus.IN_BEHANDELING, Weeguitkomst.TOP_X)
    assert "Top X 1 / 250 · hulp in de uitvoering 0" in page.triage.pane.count.text()
    assert page.triage.detail.duty_button.hasFocus(), "what is left is telling the referrer"
    stage.press("Ctrl+D")
    stage.type("Els gebeld")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(open_plichten) == ()
    assert "gedaan op" in page.triage.detail.duty_labels[0].text()


def test_a_deviation_and_a_full_top_x_ask_for_more(
    stage: PageStage, page: ReferralPage, casus_id: str
) -> None:
    meldingen.collega(stage.desk)
    stage.desk.execute(meldingen.weging(stage.desk.execute(meldingen.aanmelding(stage.desk, "Vol")).id, meldingen.collega(stage.desk, "B")))  # fmt: skip
    stage.desk.execute(TopXNormBepalen(norm=1))
    weigh(stage, page, "Marijke", Weeguitkomst.NIET_OPNEMEN)
    panel = page.triage.detail.weeg
    assert panel.afwijking.isVisible() and not panel.uittredend.isVisible()
    panel.uitkomst.set_value(Weeguitkomst.TOP_X.value)
    panel.tell()
    assert panel.uittredend.isVisible() and not panel.afwijking.isVisible()
    fill(stage, panel.procesmanager, "Marijke")
    stage.press("Ctrl+Return")
    assert panel.errors["uittreden"].isVisible()
    fill(stage, panel.uittredend, "Vol")
    fill(stage, panel.uittreedreden, "Situatie stabiel")
    stage.press("Ctrl+Return")
    assert panel.uittreedcode.currentText() == "Kies de reden", (
        "no reason goes to the gemeente that nobody chose"
    )
    assert "reden van afschalen" in panel.errors["reden_code"].text()
    panel.uittreedcode.set_value("doelen-behaald")
    panel.rows[Criterium.D].reden.setFocus()  # Ctrl+Enter works from every field
    stage.press("Ctrl+Return")
    assert stage.desk.ask(caseload_stand).top_x == 1
    stage.press("Ctrl+Shift+W")
    stage.type("verkeerde casus")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(aanmelding, casus_id).status is CasusStatus.IN_TRIAGE


def test_list_and_detail_stay_together_after_a_weighing(
    stage: PageStage, page: ReferralPage, casus_id: str
) -> None:
    meldingen.collega(stage.desk)
    for naam in ("Aa", "Zz"):
        stage.desk.execute(meldingen.aanmelding(stage.desk, naam))
    stage.settle()
    pane = page.triage.pane
    ids = [row.id for row in pane.model.rows()]
    weigh(stage, page, "Marijke", Weeguitkomst.ADVIES)
    panel = page.triage.detail.weeg
    assert panel.title.text().startswith(f"Wegen: {page.triage.dossier.hoofd.naam}")  # type: ignore[union-attr]
    fill(stage, panel.afwijking, "Toch niet")
    fill(stage, panel.advies, "Bel het wijkteam")
    stage.press("Ctrl+Return")
    assert not panel.is_open() and page.triage.casus_id == casus_id
    assert [row.id for row in pane.model.rows()] == ids, "the one in front keeps its line"
    assert pane.current_id() == casus_id
    assert pane.count.text().startswith("2 aanmeldingen wachten")
    assert triage_two_line(pane.model.rows()[ids.index(casus_id)]).pill == "advies gegeven"
    assert not page.triage.detail.weigh_button.isVisible()
    stage.press("Ctrl+W")
    assert not panel.is_open(), "what got its advice is not weighed"
    ander = next(each for each in ids if each != casus_id)
    page.triage.open(ander)
    assert casus_id not in [row.id for row in pane.model.rows()] and pane.current_id() == ander
    pane.view.setFocus()
    stage.press("Ctrl+W")
    assert panel.is_open() and pane.current_id() == page.triage.casus_id


def test_a_weighing_half_done_waits(stage: PageStage, page: ReferralPage, casus_id: str) -> None:
    meldingen.collega(stage.desk)
    weigh(stage, page, "Marijke", Weeguitkomst.HULP)
    stage.press("Esc")
    assert not page.triage.detail.weeg.is_open()
    stage.press("Ctrl+W")
    panel = page.triage.detail.weeg
    assert (panel.rows[Criterium.A].reden.text(), panel.motivering.text()) == ("gezien", "Meer ketens nodig")
    assert panel.uitkomst.value() == Weeguitkomst.HULP.value and len(panel.aanwezigen.value()) == 1


def test_the_norm_is_set_where_it_is_shown(stage: PageStage, page: ReferralPage) -> None:
    stage.press("Ctrl+Shift+X")
    page.triage.norm.norm.selectAll()
    stage.type("300")
    stage.press("Ctrl+Return")
    assert stage.desk.ask(caseload_stand).norm == 300
    assert "Top X 0 / 300" in page.triage.pane.count.text()


def test_code_rood_is_red_until_the_municipality_was_told(stage: PageStage, page: ReferralPage) -> None:
    desk = stage.desk
    desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 16)))
    casus_id = desk.execute(meldingen.aanmelding(desk, code_rood=True)).id
    page.show_target(f"plicht:{casus_id}")
    stage.settle()
    assert page.triage.detail.duty_labels[0].property("role") == "fault"
    assert page.triage.detail.plicht.wijze.hasFocus()
    stage.type("Burgemeester gebeld")
    stage.press("Ctrl+Return")
    assert desk.ask(open_plichten) == ()


def _many(desk: Desk, number: int) -> None:
    for each in range(number):
        wens = meldingen.aanmelding(desk, f"Naam {each}")
        desk.execute(replace(wens, melding=replace(wens.melding, ingezet="" if each % 2 else "ja")))


def test_two_hundred_referrals_scroll_without_a_slow_frame(stage: PageStage, page: ReferralPage) -> None:
    _many(stage.desk, 200)
    stage.settle()
    view = page.triage.pane.view
    assert page.triage.pane.model.rowCount() == 200
    assert len(view.findChildren(QWidget)) < 20, "no widget per row"
    bar, worst = view.verticalScrollBar(), 0.0
    view.grab()
    for place in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        start = perf_counter()
        bar.setValue(place)
        view.viewport().repaint()
        worst = max(worst, perf_counter() - start)
    assert worst < 0.25, "far from a stutter, on any machine that runs tests"
    page.triage.pane.focus_search()
    stage.type("naam 19")
    stage.settle()


@pytest.mark.parametrize("row", [{"code_rood": True, "gevraagd": 12, "bekend": 11}, {"gevraagd": 0}])
def test_no_line_of_the_list_is_cut_at_its_width(qapp: QApplication, row: dict[str, int]) -> None:
    dress(qapp)
    base = TriageRow(
        "1", "ZVH-2026-0001", "Marijke van den Berg", "Berg", CasusStatus.IN_TRIAGE, date(2026, 12, 28),
        "Hof van Twente", "", "", None, False, False, False, tuple(Meldveld), 0, 0, 0,
    )  # fmt: skip
    item, theme = triage_two_line(replace(base, **row)), current_theme()
    small = QFontMetrics(theme.font("small"))
    room = (
        theme.px(LIST_WIDTH) - theme.px(12 + 18 + 11 + 10) - 40
    )  # icon, margins, edge of the pane and scroll bar
    first, last = item.subtitle.split("\n")
    assert small.horizontalAdvance(first) <= room
    assert small.horizontalAdvance(last) + theme.px(8) + pill_size(item.pill, theme).width() <= room
    assert "\n" not in item.spoken() and last in item.spoken()


def test_code_rood_above_the_norm_leaves_a_choice_that_is_made_by_keys(
    stage: PageStage, page: ReferralPage
) -> None:
    desk = stage.desk
    desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 16)))
    vol = desk.execute(meldingen.aanmelding(desk, "Vol")).id
    desk.execute(meldingen.weging(vol, meldingen.collega(desk)))
    desk.execute(TopXNormBepalen(norm=1))
    rood = desk.execute(meldingen.aanmelding(desk, "Rood", code_rood=True)).id
    stage.settle()
    assert "Top X 2 / 1 (1 te veel)" in page.triage.pane.count.text()
    assert page.show_target(f"plicht:{rood}") is None
    assert page.triage.detail.plicht.is_open(), "the gemeente is told first"
    page.show_target(f"plaats:{rood}")
    stage.settle()
    panel = page.triage.detail.plaats
    assert panel.is_open() and "Top X 2 / 1 (1 te veel)" in panel.stand.text()
    assert any(
        "Kiezen welke casus uit de Top X gaat" in label.text() for label in page.triage.detail.duty_labels
    )
    stage.press("Ctrl+Return")
    assert "Kies welke casus" in panel.errors["uittreden"].text()
    fill(stage, panel.uittredend, "Vol")
    stage.press("Ctrl+Return")
    assert panel.errors["reden_code"].text(), "without a reason nobody leaves"
    panel.reden_code.set_value("doelen-behaald")
    stage.press("Ctrl+Return")
    assert panel.errors["reden"].text(), "nor without saying it"
    fill(stage, panel.reden, "Situatie stabiel")
    stage.press("Ctrl+Return")
    assert not panel.is_open() and desk.ask(caseload_stand).over == 0
    assert "Top X 1 / 1 ·" in page.triage.pane.count.text()
