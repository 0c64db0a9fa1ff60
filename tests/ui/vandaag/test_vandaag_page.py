"""The start page in the window: keys, order, and what changes when something is done."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import ENTER, Bureau
from vhdesk.queries.acties import open_acties
from vhdesk.services.actie import ActieAfhandelen
from vhdesk.vocabulary import Actiestatus


def teksten(bureau: Bureau) -> list[str]:
    return [button.zin.tekst for button in bureau.window.page("vandaag").buttons]  # type: ignore[attr-defined]


def test_it_says_what_waits_and_enter_goes_there(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    bureau.wait(lambda: len(page.buttons) == 12)  # the age of the backups comes from a job
    assert teksten(bureau) == [
        "1 actie over datum",
        "Werktafel Enschede op wo 16 december 13:30: 1 casus, 1 zonder casemanager",
        "1 casus heeft nog geen plan van aanpak",
        "1 casus zonder casemanager",
        "2 casussen zonder verantwoordelijke",
        "2 casussen zonder procesregisseur",
        "1 casus zonder volgende datum",
        "1 actie zonder datum",
        "1 casus aangemeld en nog niet gewogen",
        "Het verslag van Werktafel Enschede van wo 18 november is nog niet de deur uit",
        "Er is nog geen reservekopie van deze kluis",
        "Er is nog geen lijst ingelezen: lees een aanlevering in",
    ]
    assert page.others_head.isVisible() and page.header.subtitle.text().endswith("voor de coördinator")
    assert page.others_head.y() < page.buttons[9].y(), "what waits for others stands below"
    assert page.others_head.y() > page.buttons[8].y()
    assert bureau.focus() is page.buttons[0]
    bureau.press(ENTER)
    assert bureau.shell.navigated == [("acties", "over")]
    assert bureau.window.current_page_id() == "acties"


def test_arrows_walk_and_a_number_goes_at_once(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    bureau.press(Qt.Key.Key_Down)
    assert bureau.focus() is page.buttons[1]
    bureau.press(Qt.Key.Key_Up)
    assert bureau.focus() is page.buttons[0]
    bureau.press(Qt.Key.Key_2)
    zin = page.buttons[1].zin
    assert bureau.shell.navigated == [(zin.page_id, zin.target)]


def test_arrows_keep_the_sentence_in_sight(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    bureau.window.resize(1000, 420)
    bureau.settle()
    for _ in page.buttons:
        bureau.press(Qt.Key.Key_Down)
    last = page.buttons[-1]
    assert bureau.focus() is last
    assert not last.visibleRegion().isEmpty(), "the sentence with the focus is in sight"
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_every_sentence_is_an_act_with_its_number(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    acts = {act.id: act for act in bureau.registry.acts("vandaag") if act.context == "vandaag"}
    assert [act.shortcut for act in acts.values()] == [str(n) for n in range(1, 10)]
    assert acts["vandaag.1"].text == page.buttons[0].zin.handeling


def test_a_group_of_cases_is_shown_as_a_list(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    button = next(b for b in page.buttons if b.zin.id == "casussen.zonder_casemanager")
    button.setFocus()
    bureau.press(ENTER)
    lijst = bureau.window.page("casussen").list  # type: ignore[attr-defined]
    assert [row.geslachtsnaam for row in lijst.pane.model.rows()] == ["Dalen"]
    assert lijst.groep.text() == "Zonder casemanager"


def test_what_is_done_elsewhere_disappears(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    assert page.buttons[0].zin.id == "acties.over"
    laat = next(row for row in bureau.desk.ask(open_acties, vandaag=bureau.clock.today()) if row.dagen_over)
    bureau.do(ActieAfhandelen(actie_id=laat.id, status=Actiestatus.GEDAAN))
    bureau.settle()
    assert "acties.over" not in [button.zin.id for button in page.buttons]


def test_an_empty_vault_shows_the_first_steps(leeg_bureau: Bureau) -> None:
    page = leeg_bureau.show("vandaag")
    assert [button.zin.id for button in page.buttons] == [
        "inlezen",
        "stap.leden",
        "stap.overleg",
        "stap.herstelblad",
    ]
    assert page.intro.isVisible() and not page.figures.isVisible()
    leeg_bureau.press(ENTER)
    assert leeg_bureau.shell.navigated == [("aanmeldingen", "lijsten")]


def test_it_is_read_aloud_whole(bureau: Bureau) -> None:
    page = bureau.show("vandaag")
    assert all(button.accessibleName().startswith(button.zin.tekst) for button in page.buttons)
    assert page.buttons[0].accessibleDescription() == "Toets 1"
