"""The head of a case: status, the triplet in words, and assigning a role with a few keys."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.dutch_date import short_date
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.services.afschalen import CasusParkeren
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.plan import PlanSchrijven
from vhdesk.ui.theme.style import apply_theme
from vhdesk.ui.widgets.half_column import HalfColumn
from vhdesk.vocabulary import Casusrol, CasusStatus


def casus(bureau: Bureau, naam: str) -> str:
    return bureau.desk.ask(casuslijst, zoek=naam).rijen[0].id


def open_casus(bureau: Bureau, naam: str) -> object:
    page = bureau.show("casussen")
    page.show_target(casus(bureau, naam))
    bureau.settle()
    return page.view


def test_the_triplet_is_red_and_green_in_words(bureau: Bureau) -> None:
    kop = open_casus(bureau, "Koopman").kop  # type: ignore[attr-defined]
    casemanager, verantwoordelijke = kop.rollen[Casusrol.CASEMANAGER], kop.rollen[Casusrol.VERANTWOORDELIJKE]
    assert (casemanager.text(), casemanager.state) == ("Casemanager: Maaike Hesselink", "ok")
    assert casemanager.accessibleName().startswith("Casemanager: Maaike Hesselink, Veilig Thuis Twente")
    assert (verantwoordelijke.text(), verantwoordelijke.state) == ("Geen verantwoordelijke", "danger")
    proces = kop.rollen[Casusrol.PROCESREGISSEUR]
    assert (proces.text(), proces.state) == ("Geen procesregisseur", "danger")
    assert (kop.plan.text(), kop.plan.state) == ("Plan in concept", "warn")
    assert (kop.datum.text(), kop.datum.state) == ("Volgende datum: wo 16 december 2026", "ok")


def test_what_is_not_needed_yet_is_not_red(bureau: Bureau) -> None:
    kop = open_casus(bureau, "Çelik").kop  # type: ignore[attr-defined]
    assert {chip.state for chip in (*kop.rollen.values(), kop.plan, kop.datum)} == {"muted"}


def test_a_casemanager_by_key_name_enter_enter(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    bureau.press(Qt.Key.Key_M, CTRL)
    assert view.rol.title.text() == "Casemanager aanwijzen"  # type: ignore[attr-defined]
    bureau.type("lans")
    bureau.press(ENTER)
    bureau.press(ENTER)
    assert view.kop.rollen[Casusrol.CASEMANAGER].text() == "Casemanager: Kevin Lansink"  # type: ignore[attr-defined]
    assert not view.rol.is_open()  # type: ignore[attr-defined]
    houder = bureau.desk.ask(dossier, casus(bureau, "Dalen")).casemanager
    assert houder is not None and houder.naam == "Kevin Lansink"
    assert bureau.desk.undo_label == "Casusrol toewijzen"


def test_an_organisation_alone_is_nobody_and_who_is_new_is_made_on_the_spot(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    chip = view.kop.rollen[Casusrol.VERANTWOORDELIJKE]  # type: ignore[attr-defined]
    bureau.press(Qt.Key.Key_R, CTRL)
    bureau.type("gemeente hellend")
    wie = view.rol.wie  # type: ignore[attr-defined]
    assert wie.nothing.isVisible()
    assert "van Gemeente Hellendoorn staat er nog niemand in vhdesk" in wie.nothing.text()
    bureau.press(ENTER, CTRL)
    assert view.rol.is_open() and chip.text() == "Geen verantwoordelijke"  # type: ignore[attr-defined]
    wie.selectAll()
    bureau.type("Els Bosman, hellend")
    bureau.press(ENTER)
    bureau.press(ENTER, CTRL)
    assert (chip.text(), chip.state) == ("Verantwoordelijke: Els Bosman", "ok")
    houder = bureau.desk.ask(dossier, casus(bureau, "Dalen")).verantwoordelijke
    assert houder is not None and houder.organisatie == "Gemeente Hellendoorn"


def test_the_people_of_an_organisation_are_offered_by_its_name(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    bureau.press(Qt.Key.Key_R, CTRL)
    bureau.type("politie")
    bureau.press(ENTER)
    bureau.press(ENTER)
    chip = view.kop.rollen[Casusrol.VERANTWOORDELIJKE]  # type: ignore[attr-defined]
    assert (chip.text(), chip.state) == ("Verantwoordelijke: Kevin Lansink", "ok")


def test_a_role_of_a_led_case_goes_over_and_does_not_end(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    bureau.press(Qt.Key.Key_M, CTRL)
    view.rol.wie.clear()  # type: ignore[attr-defined]
    bureau.press(ENTER, CTRL)
    error = view.rol.errors["medewerker_id"]  # type: ignore[attr-defined]
    assert error.text() == (
        "Een casus die het huis leidt, heeft altijd een casemanager. Wijs een ander aan: de rol gaat dan in één keer over."
    )
    bureau.type("lans")
    bureau.press(ENTER)
    view.rol.sinds.set_value(date(2020, 1, 1))  # type: ignore[attr-defined]
    bureau.press(ENTER, CTRL)
    assert "het einde ligt dan voor het begin" in view.rol.errors["per"].text()  # type: ignore[attr-defined]
    view.rol.sinds.set_value(None)  # type: ignore[attr-defined]
    bureau.press(ENTER, CTRL)
    assert view.kop.rollen[Casusrol.CASEMANAGER].text() == "Casemanager: Kevin Lansink"  # type: ignore[attr-defined]


def test_the_procesregisseur_is_a_chip_that_opens_the_choice(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    view.kop.rollen[Casusrol.PROCESREGISSEUR].click()  # type: ignore[attr-defined]
    bureau.type("lans")
    bureau.press(ENTER)
    assert view.rol.is_open(), "a police officer is not offered"  # type: ignore[attr-defined]
    view.rol.wie.selectAll()  # type: ignore[attr-defined]
    bureau.type("brink")
    bureau.press(ENTER)
    bureau.press(ENTER)
    chip = view.kop.rollen[Casusrol.PROCESREGISSEUR]  # type: ignore[attr-defined]
    assert (chip.text(), chip.state) == ("Procesregisseur: Marijke ten Brinke", "ok")


def test_the_head_says_until_when_the_case_may_be_kept(bureau: Bureau) -> None:
    kop = open_casus(bureau, "Koopman").kop  # type: ignore[attr-defined]
    tot = bureau.desk.ask(dossier, casus(bureau, "Koopman")).bewaren.bewaren_tot
    assert f"Bewaren\u00a0tot\u00a0{short_date(tot)}" in kop.header.subtitle.text()


def test_nobody_chosen_says_so_and_escape_closes(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    bureau.press(Qt.Key.Key_G, CTRL)
    bureau.press(ENTER, CTRL)
    assert view.rol.errors["medewerker_id"].text() == "Kies een naam uit de lijst."  # type: ignore[attr-defined]
    bureau.press(ESC)
    assert not view.rol.is_open()  # type: ignore[attr-defined]


def test_an_emptied_field_ends_the_role_of_a_parked_case(bureau: Bureau) -> None:
    tot = bureau.desk.clock.today() + timedelta(days=30)
    bureau.desk.execute(CasusParkeren(casus_id=casus(bureau, "Koopman"), reden="In detentie", tot=tot))
    view = open_casus(bureau, "Koopman")
    bureau.press(Qt.Key.Key_M, CTRL)
    bureau.press(Qt.Key.Key_Backspace)
    bureau.press(ENTER, CTRL)
    assert view.kop.rollen[Casusrol.CASEMANAGER].text() == "Geen casemanager"  # type: ignore[attr-defined]


def test_the_status_changes_by_keyboard(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    status = view.kop.status  # type: ignore[attr-defined]
    status.setFocus()
    bureau.press(Qt.Key.Key_Space)
    status.menu.setActiveAction(
        next(a for a in status.menu.actions() if a.data() == CasusStatus.MONITORING.value)
    )
    bureau.press(ENTER)
    assert bureau.desk.ask(dossier, casus(bureau, "Koopman")).kop.status is CasusStatus.MONITORING


def test_a_referral_offers_only_triage_and_asks_for_nobody_yet(bureau: Bureau) -> None:
    view = open_casus(bureau, "Çelik")
    keuzen = [actie.data() for actie in view.kop.status.menu.actions()]  # type: ignore[attr-defined]
    assert keuzen == [CasusStatus.AANGEMELD.value, CasusStatus.IN_TRIAGE.value]
    assert view.kop.rollen[Casusrol.CASEMANAGER].state == "muted"  # type: ignore[attr-defined]


def test_acts_from_elsewhere_show_at_once(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    weer = CasusStatusWijzigen(
        casus_id=casus(bureau, "Dalen"), status=CasusStatus.IN_BEHANDELING, reden="Nieuwe meldingen."
    )
    bureau.do(weer)
    bureau.do(PlanSchrijven(casus_id=casus(bureau, "Dalen"), hoofddoel="Rust"))
    assert view.kop.status.text() == "In behandeling"
    assert view.kop.rollen[Casusrol.CASEMANAGER].state == "danger"  # type: ignore[attr-defined]
    assert view.kop.plan.text() == "Plan in concept"  # type: ignore[attr-defined]


def test_the_list_follows_what_is_done_in_the_file(bureau: Bureau) -> None:
    open_casus(bureau, "Koopman")
    bureau.press(Qt.Key.Key_R, CTRL)
    bureau.type("politie")
    bureau.press(ENTER)
    bureau.press(ENTER)
    rows = {row.geslachtsnaam: row for row in bureau.window.page("casussen").list.pane.model.rows()}  # type: ignore[attr-defined]
    assert rows["Koopman"].tekorten == ()


def test_a_next_date_that_has_passed_is_red_and_says_so(bureau: Bureau) -> None:
    kop = open_casus(bureau, "Koopman").kop  # type: ignore[attr-defined]
    assert (kop.datum.text(), kop.datum.state) == ("Volgende datum: wo 16 december 2026", "ok")
    bureau.clock.moment += timedelta(days=14)
    bureau.window.page("casussen").view.reload()
    assert kop.datum.state == "ok", "the day itself is still to come"
    bureau.clock.moment += timedelta(days=1)
    bureau.window.page("casussen").view.reload()
    assert (kop.datum.text(), kop.datum.state) == ("Volgende datum is voorbij: wo 16 december 2026", "danger")


def test_at_large_text_the_head_leaves_half_of_the_page_to_the_tab(bureau: Bureau) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "licht", 2.0)
    try:
        bureau.window.resize(1366, 768)
        view = open_casus(bureau, "Koopman")
        bureau.settle()
        assert not view.kop.titel.isVisible()  # type: ignore[attr-defined]
        head = view.kop.parentWidget().parentWidget().parentWidget()  # type: ignore[attr-defined]
        assert isinstance(head, HalfColumn)
        assert head.height() <= view.height() // 2  # type: ignore[attr-defined]
        view.kop.caseload.setFocus()  # type: ignore[attr-defined]
        bureau.settle()
        assert not view.kop.caseload.visibleRegion().isEmpty()  # type: ignore[attr-defined]
    finally:
        apply_theme(app, "licht")


def test_at_125_percent_every_chip_of_the_head_is_in_sight(bureau: Bureau) -> None:
    view = open_casus(bureau, "Koopman")
    bureau.window.resize(1366, 768)
    bureau.settle()
    assert view.kop.titel.isVisible()  # type: ignore[attr-defined]
    bureau.window.resize(1093, 614)  # 1366x768 at 125 %
    bureau.settle()
    assert not view.kop.titel.isVisible(), "it stands in the first field of the file"  # type: ignore[attr-defined]
    chips = [*view.kop.rollen.values(), view.kop.plan, view.kop.datum, view.kop.caseload]  # type: ignore[attr-defined]
    assert [chip.text() for chip in chips if chip.visibleRegion().boundingRect().size() != chip.size()] == []
    strip = view.strip  # type: ignore[attr-defined]
    assert all(strip.rect().contains(strip.place_of(number)) for number in range(strip.count()))
