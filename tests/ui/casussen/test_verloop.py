"""The course of a case in its file: each step by one key, refusals beside their field, the letter, the end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import Bureau
from tests.ui.casussen.test_casus_kop import casus
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.queries.tijdlijn import tijdlijn
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.afschalen import CasusAfschalen, CasusAfsluiten, CasusParkeren
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.opschalen import AveFaseBepalen, Averolhouding, CasusOpschalen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.tafelinstelling import TopXNormBepalen
from vhdesk.ui.casussen.verloop_vormen import VORMEN
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.vocabulary import AveRol, CasusStatus, Gebeurtenissoort, Opschaling

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def losser(bureau: Bureau) -> str:
    """A case that is going on, of a gemeente."""
    gemeente = next(row.id for row in bureau.desk.ask(gemeenten) if row.naam == "Losser")
    persoon = Persoonsgegevens(geslachtsnaam="Hulshof", voornamen="Piet")
    event = bureau.desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=persoon, status=CasusStatus.IN_BEHANDELING, nummer="OUD-1", gemeente_id=gemeente
        )
    )
    return event.id


def open_casus(bureau: Bureau, naam: str) -> Any:
    page = bureau.show("casussen")
    page.show_target(casus(bureau, naam))
    bureau.settle()
    return page.view


def stand(bureau: Bureau, casus_id: str) -> CasusStatus:
    return bureau.desk.ask(dossier, casus_id).kop.status


def test_afschalen_by_keys_makes_the_letter_and_shows_what_is_missing(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_A, CTRL | SHIFT)
    panel = view.tijdlijn.panel
    bureau.press(ENTER, CTRL)
    assert panel.errors["reden_code"].text() == "Kies een reden uit de lijst."
    panel.reden_code.setFocus()
    bureau.type("doelen")
    bureau.press(ENTER)
    bureau.press(ENTER, CTRL)
    assert "reden" in panel.errors["reden"].text().lower()
    assert panel.is_open()
    panel.reden.setFocus()
    bureau.type("Een half jaar geen melding.")
    panel.advies.setFocus()
    bureau.type("Houd contact.")
    bureau.press(ENTER, CTRL)
    assert stand(bureau, losser) is CasusStatus.NAZORG
    assert not panel.is_open()
    assert "brief aan de gemeente is klaar" in bureau.shell.said[-1]
    assert view.tijdlijn.current_letter()
    assert view.kop.status.text() == "Nazorg"
    stap = bureau.desk.ask(dossier, losser).verloop[0]
    assert view.tijdlijn.list.hasFocus() and view.tijdlijn.list.current_id() == f"stap.{stap.id}"
    bureau.settle()
    lijst, area = view.tijdlijn.list, view.tijdlijn.column.viewport()
    assert lijst.current_row().tekst.startswith("Afgeschaald")
    midden = lijst.visualRect(lijst.currentIndex()).center()
    assert area.rect().contains(lijst.viewport().mapTo(area, midden)), "the step that was taken is in sight"


def test_what_a_step_brings_is_said_before_it_is_taken(bureau: Bureau, losser: str) -> None:
    """It has no undo."""
    bureau.do(ActieVastleggen(casus_id=losser, omschrijving="Bellen."))
    tafel = bureau.desk.ask(tafels)[0]
    overleg = bureau.do(OverlegPlannen(tafel_id=tafel.id, datum=date(2026, 12, 16)))
    bureau.do(CasusAgenderen(overleg_id=overleg, casus_id=losser))
    nummer = bureau.desk.ask(dossier, losser).acties[0].nummer
    view = open_casus(bureau, "Hulshof")
    panel = view.tijdlijn.panel
    bureau.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert panel.gevolg.isVisible() and panel.gevolg.text() == (
        "De casus gaat terug naar de gemeente Losser, met een brief aan de burgemeester. De casus gaat van de agenda van "
        f"{tafel.naam} van 16-12-2026. Nog open, en dat blijft zo: A-{nummer} (nog van niemand)."
    )
    bureau.press(Qt.Key.Key_T, CTRL | SHIFT)
    assert panel.gevolg.text().startswith("De geschiedenis gaat mee. De casus gaat van de agenda van ")
    bureau.press(Qt.Key.Key_U, CTRL)
    assert not panel.gevolg.isVisible()
    later = bureau.do(OverlegPlannen(tafel_id=tafel.id, datum=date(2026, 12, 23)))
    bureau.do(CasusAgenderen(overleg_id=later, casus_id=losser, notitie="Wijkagent erbij."))
    view.reload()
    bureau.press(Qt.Key.Key_T, CTRL | SHIFT)
    assert panel.gevolg.text().endswith(
        f"Bij {tafel.naam} van 23-12-2026 staat al een notitie: haal de casus daar zelf van de agenda."
    )
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    bureau.settle()
    bureau.registry.refresh()
    bureau.press(Qt.Key.Key_G, CTRL | SHIFT)
    assert panel.gevolg.text().startswith("De volgende beoordeling is op wo 2 juni 2027.")
    bureau.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert panel.gevolg.text().endswith(f" Nog open, en dat blijft zo: A-{nummer} (nog van niemand).")


def test_a_panel_opens_whole_with_its_title(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    view.choose_tab("tijdlijn")
    view.tijdlijn.list.setFocus()
    bureau.settle()
    bureau.press(Qt.Key.Key_A, CTRL | SHIFT)
    bureau.settle()
    panel = view.tijdlijn.panel
    area = panel.parentWidget()
    while not isinstance(area, ScrollColumn):
        area = area.parentWidget()
    place = panel.title.mapTo(area.viewport(), panel.title.rect().topLeft())
    assert area.viewport().rect().contains(place)


def test_the_phase_of_ave_stands_in_the_head_with_who_carries_what(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    assert not view.kop.ave.isVisible()
    wie = bureau.desk.ask(organisaties)[0]
    houders = tuple(Averolhouding(rol=rol, organisatie_id=wie.id) for rol in AveRol)
    for fase in (2, 3):
        bureau.do(AveFaseBepalen(casus_id=losser, fase=fase, reden="Vast.", houders=houders))
    view.reload()
    assert view.kop.ave.isVisible() and view.kop.ave.text() == "AVE-fase 3"
    assert f"Casusregie: {wie.naam}" in view.kop.ave.accessibleName()
    view.choose_tab("overzicht")
    view.kop.ave.click()
    assert view.strip.current() == "tijdlijn"


def test_the_case_that_was_given_back_keeps_its_line_in_the_choice_it_left(
    bureau: Bureau, losser: str
) -> None:
    """What is marked in the list is what is open, or the next act would seem to be on another case."""
    page = bureau.show("casussen")
    page.list.status.set_value(CasusStatus.IN_BEHANDELING.value)
    page.list.status.chosen.emit(CasusStatus.IN_BEHANDELING.value)
    page.show_target(losser)
    bureau.settle()
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    bureau.settle()
    assert page.list.pane.current_id() == losser == page.view.casus_id
    page.list.status.chosen.emit(CasusStatus.IN_BEHANDELING.value)
    assert losser not in {row.id for row in page.list.pane.model.rows()}, (
        "who chooses again, gets what was chosen"
    )


def test_a_full_list_where_the_case_goes_asks_which_case_leaves_there(bureau: Bureau, losser: str) -> None:
    gemeente = bureau.desk.ask(dossier, losser).kop.gemeente_id
    almelo = next(row.id for row in bureau.desk.ask(tafels) if row.naam == "Werktafel Almelo")
    daar = bureau.do(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Brink"), status=CasusStatus.IN_BEHANDELING,
            nummer="OUD-2", gemeente_id=gemeente, tafel_id=almelo,
        )
    )  # fmt: skip
    bureau.do(TopXNormBepalen(norm=1, tafel_id=almelo))
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_T, CTRL | SHIFT)
    panel = view.tijdlijn.panel
    assert not panel.uittreden.casus.isVisible()
    bureau.type("almelo")
    bureau.press(ENTER)
    panel.reden.setFocus()
    bureau.type("Verhuisd.")
    bureau.press(ENTER, CTRL)
    assert (
        "Werktafel Almelo" in panel.errors["uittreden"].text()
        and "1 van 1" in panel.errors["uittreden"].text()
    )
    assert bureau.focus() is panel.uittreden.casus
    bureau.type("brink")
    bureau.press(ENTER)
    bureau.press(TAB)
    assert bureau.focus() is panel.uittreden.reden_code
    bureau.type("doelen")
    bureau.press(ENTER)
    bureau.press(ENTER, CTRL)
    assert "reden" in panel.errors["uittreden_reden"].text().lower(), "beside the reason for that case"
    panel.uittreden.reden.setFocus()
    bureau.type("Al een half jaar rust.")
    bureau.press(ENTER, CTRL)
    assert not panel.is_open()
    assert bureau.desk.ask(dossier, losser).kop.tafel_id == almelo
    assert stand(bureau, daar) is CasusStatus.NAZORG


def test_nazorg_says_when_it_is_reviewed_and_that_closing_is_left(bureau: Bureau, losser: str) -> None:
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    view = open_casus(bureau, "Hulshof")
    assert (view.kop.datum.text(), view.kop.datum.state) == ("Nazorg beoordelen op wo 2 juni 2027", "ok")
    clock = bureau.desk.clock
    for dag, dan in (
        (date(2027, 6, 3), ("Nazorg beoordelen op do 2 december 2027", "ok")),
        (date(2027, 12, 2), ("Nazorg gedaan: sluit af of heropen", "warn")),
    ):
        clock.moment = datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC)  # type: ignore[attr-defined]
        view.reload()
        if dag.month == 6:
            assert view.kop.datum.state == "danger"
        bureau.press(Qt.Key.Key_G, CTRL | SHIFT)
        bureau.type("Rustig.")
        bureau.press(ENTER, CTRL)
        assert (view.kop.datum.text(), view.kop.datum.state) == dan
    assert "Nazorg beoordeeld. De volgende keer is op do 2 december 2027." in bureau.shell.said
    assert "sluit de casus af (Ctrl+Shift+E)" in bureau.shell.said[-1]


def test_parking_and_taking_up_again(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_P, CTRL | SHIFT)
    bureau.type("+30")
    view.tijdlijn.panel.reden.setFocus()
    bureau.type("In detentie.")
    bureau.press(ENTER, CTRL)
    assert stand(bureau, losser) is CasusStatus.GEPARKEERD
    bureau.press(Qt.Key.Key_Y, CTRL | SHIFT)
    bureau.type("Vrij.")
    bureau.press(ENTER, CTRL)
    assert stand(bureau, losser) is CasusStatus.IN_BEHANDELING


def test_a_case_that_moves_gets_its_gemeente_by_keys(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_N, CTRL | SHIFT)
    panel = view.tijdlijn.panel
    bureau.press(ENTER, CTRL)
    assert panel.errors["gemeente_id"].text() == "Kies een gemeente uit de lijst."
    panel.gemeente.setFocus()
    bureau.type("born")
    bureau.press(ENTER)
    panel.reden.setFocus()
    bureau.type("Verhuisd op 1 december.")
    bureau.press(ENTER, CTRL)
    assert not panel.is_open()
    assert bureau.desk.ask(dossier, losser).kop.gemeente == "Borne"
    assert "Borne" in view.kop.header.subtitle.text()
    assert "Gemeente bepaald: van Losser naar Borne" in {
        event.tekst for event in tijdlijn(bureau.desk.ask(dossier, losser))
    }


def test_what_cannot_be_done_now_is_not_offered(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    shown = {name for name, button in view.tijdlijn.buttons.items() if button.isVisible()}
    assert shown == {
        "opschalen", "ave", "overdragen", "gemeente", "parkeren", "afschalen", "herbeoordelen", "verlengen",
    }  # fmt: skip
    assert not bureau.registry.action("casus.heropenen").isEnabled()
    assert not bureau.registry.action("casus.vernietigen").isEnabled()
    assert not bureau.registry.action("casus.brief_opslaan").isEnabled()


def test_a_question_to_a_gremium_stands_in_red_until_its_answer(bureau: Bureau, losser: str) -> None:
    bureau.do(
        CasusOpschalen(
            casus_id=losser, soort=Opschaling.BESTUURLIJK, reden="Geen plek.", gevraagd="Wijs een plek aan.",
            gremium_code="stuurgroep", antwoord_voor=date(2026, 12, 9),
        )
    )  # fmt: skip
    view = open_casus(bureau, "Hulshof")
    view.choose_tab("tijdlijn")
    assert "Wijs een plek aan." in view.tijdlijn.vraag.text()
    bureau.press(Qt.Key.Key_O, CTRL | SHIFT)
    bureau.type("Plek per 1 januari.")
    bureau.press(ENTER, CTRL)
    assert not view.tijdlijn.vraag.isVisible()
    assert bureau.desk.ask(dossier, losser).verloop[0].soort is Gebeurtenissoort.OPSCHALING_BEANTWOORD


def test_opschalen_shows_the_fields_of_its_kind(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_U, CTRL)
    panel = view.tijdlijn.panel
    assert panel.gremium.isVisible()
    assert not panel.tafel.isVisible()
    panel.soort.set_value(Opschaling.TAFEL.value)
    panel.soort.chosen.emit(Opschaling.TAFEL.value)
    assert panel.tafel.isVisible()
    assert not panel.gremium.isVisible()
    panel.tafel.setFocus()
    bureau.type("Werktafel Almelo")
    bureau.press(ENTER)
    panel.reden.setFocus()
    bureau.type("Andere partners nodig.")
    bureau.press(ENTER, CTRL)
    assert bureau.desk.ask(dossier, losser).kop.tafel == "Werktafel Almelo"


def test_a_plain_step_back_asks_its_reason(bureau: Bureau) -> None:
    view = open_casus(bureau, "Dalen")
    view.kop.status.chosen.emit(CasusStatus.IN_BEHANDELING.value)
    assert view.tijdlijn.panel.is_open()
    assert view.kop.status.text() == "Monitoring"
    bureau.type("Nieuw incident.")
    bureau.press(ENTER, CTRL)
    assert stand(bureau, casus(bureau, "Dalen")) is CasusStatus.IN_BEHANDELING


def test_the_letter_is_saved_with_its_line_first(bureau: Bureau, losser: str, tmp_path: Path) -> None:
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    open_casus(bureau, "Hulshof")
    bureau.prompts.file = tmp_path / "brief"
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: (tmp_path / "brief.pdf").exists())
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_the_letter_on_the_screen_is_the_one_that_leaves(bureau: Bureau, losser: str, tmp_path: Path) -> None:
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    view = open_casus(bureau, "Hulshof")
    view.choose_tab("tijdlijn")
    brief = view.tijdlijn.brief
    view.tijdlijn.list.select(f"stap.{view.tijdlijn.current_letter()}")
    view.tijdlijn.list.setFocus()
    bureau.press(ENTER)
    bureau.wait(lambda: brief.view.page_count() == 1)
    assert brief.isVisible() and brief.title.text().startswith("Afschaalbrief")
    shown = brief.papier.content
    bureau.prompts.file = tmp_path / "brief.pdf"
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: (tmp_path / "brief.pdf").exists())
    assert (tmp_path / "brief.pdf").read_bytes() == shown
    bureau.press(ESC)
    assert not brief.isVisible() and brief.view.page_count() == 0 and view.tijdlijn.list.hasFocus()


def test_destroying_asks_once_with_its_verb_and_leaves_nothing_on_the_screen(
    bureau: Bureau, losser: str
) -> None:
    bureau.do(CasusAfschalen(casus_id=losser, reden_code="doelen-behaald", reden="Rust."))
    bureau.do(CasusAfsluiten(casus_id=losser, reden="Rust.", ondanks="Overleden."))
    bureau.do(CasusTeVernietigenAanwijzen(casus_id=losser, reden="De termijn is om."))
    view = open_casus(bureau, "Hulshof")
    bureau.prompts.tekst = "De termijn is om."
    bureau.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    bureau.wait(lambda: bool(bureau.desk.ask(vernietigingen)))
    bureau.wait(lambda: not view.casus_id)
    assert bureau.prompts.verbs[-1] == "Vernietigen"
    assert bureau.desk.ask(vernietigingen)[0].grond == "De termijn is om."
    for act in ("casus.brief_tonen", "casus.brief_opslaan", "casus.tijdlijn_opslaan", "casus.heropenen"):
        assert not bureau.registry.action(act).isEnabled(), "nothing is done with a case that is gone"
    assert "Hulshof" not in {
        row.geslachtsnaam for row in bureau.window.page("casussen").list.pane.model.rows()
    }


def test_every_form_has_a_key_of_its_own_and_a_reason() -> None:
    assert len({vorm.toets for vorm in VORMEN}) == len(VORMEN)
    assert all("reden" in vorm.velden for vorm in VORMEN)


def test_escape_keeps_what_was_typed_for_the_next_time(bureau: Bureau, losser: str) -> None:
    view = open_casus(bureau, "Hulshof")
    bureau.press(Qt.Key.Key_T, CTRL | SHIFT)
    view.tijdlijn.panel.reden.setFocus()
    bureau.type("Verhuisd naar Almelo.")
    bureau.press(Qt.Key.Key_Escape)
    assert not view.tijdlijn.panel.is_open()
    bureau.press(Qt.Key.Key_T, CTRL | SHIFT)
    assert view.tijdlijn.panel.reden.text() == "Verhuisd naar Almelo."


def test_a_parked_case_says_until_when(bureau: Bureau, losser: str) -> None:
    bureau.do(CasusParkeren(casus_id=losser, tot=date(2027, 3, 1), reden="Detentie."))
    view = open_casus(bureau, "Hulshof")
    view.choose_tab("tijdlijn")
    assert view.kop.datum.text().endswith("1 maart 2027")


def test_a_term_that_has_passed_is_said_in_red_and_the_line_begins_at_the_newest(
    bureau: Bureau, losser: str
) -> None:
    view = open_casus(bureau, "Hulshof")
    view.choose_tab("tijdlijn")
    tab = view.tijdlijn
    assert "opnieuw beoordelen op" in tab.termijn.text() and not tab.voorbij.isVisible()
    bureau.press(Qt.Key.Key_End)
    assert tab.list.currentIndex().row() == tab.list.rows.rowCount() - 1
    bureau.clock.moment += timedelta(days=300)
    open_casus(bureau, "Koopman")
    assert tab.list.currentIndex().row() <= 0
    open_casus(bureau, "Hulshof")
    assert "niet opnieuw beoordeeld" in tab.voorbij.text() and tab.voorbij.isVisible()
    assert "om." not in tab.voorbij.text() and "beoordelen" not in tab.termijn.text()
    bureau.clock.moment += timedelta(days=365 * 6)
    view.reload()
    assert tab.voorbij.text().startswith("De bewaartermijn is om.")
