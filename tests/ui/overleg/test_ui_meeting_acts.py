"""Single acts of the page: change, take back, undo, order by drag, refusals, roles, room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.drietal import geef_drietal
from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.services.agenda import CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.deelnemer import DeelnemerWeghalen
from vhdesk.services.plan import PlanSchrijven
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.vocabulary import Actiestatus, CasusStatus, Gebruikersrol, Overlegstatus, Puntstatus


def test_what_was_recorded_can_be_changed_and_taken_back(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    world.kluis.desk.execute(
        BesluitVastleggen(
            casus_id=world.cases["Koopman"],
            overleg_id=overleg_id,
            tekst="Eerst zo.",
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("iets nieuws")
    scene.press("F7", "F2")
    invoer = scene.page.chair.item.parts.invoer
    assert invoer.besluit.field.text() == "Eerst zo."
    scene.press("Ctrl+A")
    scene.type("Toch anders.")
    scene.press("Ctrl+Return")
    assert [r.tekst for r in scene.desk.ask(dossier, world.cases["Koopman"]).besluiten] == ["Toch anders."]
    assert invoer.besluit.field.text() == "iets nieuws"  # the draft of the new one came back

    scene.press("F7", "Delete")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).besluiten == ()
    assert "teruggenomen" in scene.shell.news[-1]
    scene.press("Ctrl+Alt+Z")
    assert scene.shell.news[-1] == "Ongedaan gemaakt: besluit terugnemen."
    assert [row.besluit.tekst for row in scene.page.chair.item.uitkomsten.rows.rows()] == ["Toch anders."]


def test_a_decision_that_adopts_the_plan_says_which_version_stands(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    case = world.cases["Koopman"]
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    form = scene.page.chair.item.parts.invoer.besluit
    geef_drietal(scene.desk, case)
    for written, told in (("", "er is geen nieuwe versie"), ("Rust", "versie 1 van het plan staat vast.")):
        if written:
            scene.desk.execute(
                PlanSchrijven(
                    casus_id=case,
                    hoofddoel=written,
                    afschaalcriterium="een jaar rust",
                    evaluatiedatum=date(2027, 3, 1),
                )
            )
        form.type.set_value("vaststellen-plan")
        scene.type("Het plan geldt.")
        scene.press("Ctrl+E")
        scene.type("Ieder staat erachter.")
        scene.press("Ctrl+Return")
        assert told in scene.shell.news[-1]
    assert [versie.nummer for versie in scene.desk.ask(dossier, case).planversies] == [1]


def test_what_is_refused_is_said_at_its_field(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    parts = scene.page.chair.item.parts
    case = world.cases["Koopman"]

    # a date before the meeting
    scene.press("F8", "F8", "Ctrl+D")
    scene.type("gisteren")
    scene.press("Return")
    assert parts.kop.datum.editing and parts.kop.datum.caption.property("role") == "fault"
    assert scene.focus() is parts.kop.datum_field.line
    scene.press("Escape")

    # a besluit without words
    scene.press("Ctrl+F8", "Ctrl+B", "Ctrl+Return")
    assert parts.invoer.besluit.field.property("invalid")
    assert scene.focus() is parts.invoer.besluit.field

    # a term that is no date
    scene.press("Ctrl+J")
    scene.type("Iets doen")
    parts.invoer.actie.termijn.line.setFocus()
    scene.type("ooit")
    scene.press("Ctrl+Return")
    assert [a for a in scene.desk.ask(dossier, case).acties if a.overleg_id] == []
    assert scene.focus() is parts.invoer.actie.termijn.line
    assert scene.shell.faults == []

    # a person brings the organisation along
    parts.invoer.actie.persoon.setFocus()
    scene.type("meijerink")
    scene.press("Return")
    people = {row.naam: row for row in scene.page.keuzes.medewerkers()}
    assert parts.invoer.actie.organisatie.value() == people["Yvonne Meijerink"].organisatie_id

    # a role of a case that the house leads goes over and does not end
    scene.press("Ctrl+M")
    scene.type("marijke")
    scene.press("Return", "Ctrl+M", "Ctrl+A", "Delete")
    assert scene.desk.ask(dossier, case).casemanager is not None
    scene.press("Return")
    assert scene.desk.ask(dossier, case).casemanager is not None
    assert parts.kop.trouble.isVisible() and "heeft altijd een casemanager" in parts.kop.trouble.text()
    scene.type("lansink")
    assert not parts.kop.trouble.isVisible()
    scene.press("Return")
    assert parts.kop.casemanager.button.value == "Kevin Lansink"


def test_condition_and_informing_are_one_key_away(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    form = scene.page.chair.item.parts.invoer.actie
    scene.press("F8", "F8", "Ctrl+J")
    scene.type("Huisbezoek")
    assert form.more.isVisible() and not form.extra["conditie"].isVisible()
    scene.press("Tab", "Tab", "Tab")  # the fast path does not pass them
    scene.type("+14")
    scene.press("Tab")
    assert scene.focus() is scene.page.chair.item.parts.invoer.button
    scene.press("Ctrl+E")
    scene.type("als hij opendoet")
    scene.press("Tab")
    scene.type("nog niet: eerst het OM")
    scene.press("Ctrl+Return")
    row = next(a for a in scene.desk.ask(dossier, world.cases["Koopman"]).acties if a.overleg_id)
    assert (row.conditie, row.informering) == ("als hij opendoet", "nog niet: eerst het OM")
    assert not form.extra["conditie"].isVisible() and form.extra["conditie"].text() == ""
    line = scene.page.chair.item.uitkomsten.rows.index(0, 0).data(TWO_LINE_ROLE)
    assert "voorwaarde: als hij opendoet" in line.subtitle

    scene.press("F7", "Return")  # what was recorded comes back whole, and changes
    assert form.extra["informering"].text() == "nog niet: eerst het OM"
    scene.press("Ctrl+E", "Ctrl+E", "Ctrl+A")
    scene.type("ingelicht op 3 december")
    scene.press("Ctrl+Return", "Ctrl+N")
    row = next(a for a in scene.desk.ask(dossier, world.cases["Koopman"]).acties if a.overleg_id)
    assert (row.conditie, row.informering) == ("als hij opendoet", "ingelicht op 3 december")
    assert not form.more.isVisible()


def test_attendance_and_old_actions_by_key(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    last = world.kluis.desk.ask(deelnemers, overleg_id)[-1]
    world.kluis.desk.execute(DeelnemerWeghalen(deelnemer_id=last.id))
    scene = stage()
    scene.press("F2")
    scene.type("vanaf 13:45 uur")
    scene.press("Return")
    assert scene.desk.ask(deelnemers, overleg_id)[0].opmerking == "vanaf 13:45 uur"
    panel = scene.page.chair.item.parts.aanwezigheid
    assert scene.focus() is panel.list

    # an unexpected guest
    panel.add_field.setFocus()
    scene.type(last.naam.split()[0])
    scene.press("Return")
    assert last.naam in [row.naam for row in scene.desk.ask(deelnemers, overleg_id)]
    assert panel.add_field.text() == ""

    # an old action: a date is asked, then given; a slip of the hand is put right
    scene.press("F8", "d", "Return")
    asked = scene.page.chair.item.parts.vorige.panel
    assert asked.is_open() and asked.errors["termijn"].isVisible()
    scene.type("over 2 weken")
    scene.press("Return")
    assert asked.errors["reden"].isVisible(), "a new date has its reason"
    scene.type("school was dicht")
    scene.press("Return")
    (old,) = scene.desk.ask(dossier, world.cases["Koopman"]).acties
    assert (old.status, old.uitgesteld) == (Actiestatus.OPEN, 1)
    scene.press("g")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).acties[0].status is Actiestatus.GEDAAN
    scene.press("o")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).acties[0].status is Actiestatus.OPEN


def test_the_agenda_while_it_is_made(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    builder = scene.page.prepare.builder
    assert builder.over.text() == ""
    builder.list.setFocus()
    scene.press("End", "1", "8", "0", "Return")
    assert builder.over.text() == "90 minuten te veel"
    scene.press("Home", "Delete")  # the opening is no case
    assert len(scene.desk.ask(agenda, overleg_id).punten) == 5
    scene.press("Down", "Down", "Delete")
    assert len(scene.desk.ask(agenda, overleg_id).punten) == 4
    assert world.cases["Koopman"] in [row.id for row in scene.page.prepare.kiezer.list.rows.rows()]


def test_the_picture_shows_marks_and_people(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage((1920, 1080))
    scene.press("F8", "F8")
    people, beeld = scene.page.chair.item.parts.blad.people, scene.page.chair.item.parts.blad.beeld
    cards = [card for card in beeld.cards() if card.isVisible()]
    assert [card.accessibleName() for card in cards] == ["Huisvesting"]
    assert ("pill", "mondeling, komt niet in het verslag") in cards[0].text.shown()
    assert cards[0].pills.texts() == ("2 – niet zelfredzaam",)
    assert people.isVisible() and not beeld.isAncestorOf(people)
    scene.window.resize(1366, 768)
    settle()
    assert (
        people.mapTo(scene.window, people.rect().topLeft()).x()
        > cards[0].mapTo(scene.window, cards[0].rect().topRight()).x()
    )
    scene.window.resize(850, 768)
    settle()
    assert beeld.isAncestorOf(people)


def test_the_case_follows_the_size_of_the_text_and_back(
    world: World, stage: Callable[..., Stage], qapp: QApplication
) -> None:
    world.running("Koopman")
    scene = stage((1366, 768))
    scene.press("F8", "F8")
    item = scene.page.chair.item
    cell = item.parts.kop.casemanager
    high = cell.height()
    apply_theme(qapp, ThemeChoice.LIGHT, 2.0)
    settle()
    assert cell.height() == cell.button.height() >= 1.9 * high
    assert item.parts.blad.page.isAncestorOf(cell)
    apply_theme(qapp, ThemeChoice.LIGHT, 1.0)
    settle()
    assert cell.height() == high and cell.isVisible()
    assert not item.parts.blad.page.isAncestorOf(cell)


def test_what_is_recorded_comes_into_sight_and_keys_go_to_the_parts(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    scene = stage((1366, 768))
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("De tafel zet de aanpak voort.")
    scene.press("Ctrl+Return")
    settle()
    blad = scene.page.chair.item.parts.blad
    assert blad.tabs.current() == "vastgelegd"
    assert blad.tabs.tabText(4) == "Dit overleg (1)"
    row = blad.uitkomsten.visualRect(blad.uitkomsten.rows.index(0, 0))
    top = blad.uitkomsten.viewport().mapTo(blad.page.viewport(), row.topLeft()).y()
    assert top >= 0 and top + row.height() <= blad.page.viewport().height()
    scene.press("Alt+1")
    assert blad.scroll_bar().value() == 0 and blad.tabs.current() == "beeld"
    scene.press("Alt+5")
    assert scene.focus() is blad.uitkomsten


def test_looking_at_an_item_does_not_begin_it(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    view = scene.page.chair.pane.pane.view
    view.setFocus()
    scene.press("Down", "Down")
    assert scene.page.chair.item.header.title.text() == "Koopman"
    assert scene.focus() is view
    states = [row.status for row in scene.desk.ask(agenda, overleg_id).punten]
    assert states[0] is Puntstatus.BEZIG and states[2] is Puntstatus.OPEN
    assert not scene.page.chair.item.begin_button.isHidden()
    scene.press("F9")
    states = [row.status for row in scene.desk.ask(agenda, overleg_id).punten]
    assert states[0] is Puntstatus.BESPROKEN and states[2] is Puntstatus.BEZIG
    assert scene.page.chair.item.begin_button.isHidden()


def test_dragging_orders_the_agenda(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman", "Çelik", "Yılmaz")
    scene = stage()
    builder = scene.page.prepare.builder
    rows = {row.naam: number for number, row in enumerate(builder.model.rows())}
    carried = builder.model.mimeData([builder.model.index(rows["Yılmaz"], 0)])
    builder.model.dropMimeData(carried, Qt.DropAction.MoveAction, rows["Koopman"], 0, QModelIndex())
    settle()
    names = [row.naam for row in scene.desk.ask(agenda, overleg_id).punten if row.naam]
    assert names == ["Yılmaz", "Koopman", "Çelik"]
    assert [row.naam for row in builder.model.rows() if row.naam] == names


def test_details_are_stored_when_the_field_is_left(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan()
    scene = stage()
    scene.press("Return", "Alt+3", "Tab", "Ctrl+A")
    scene.type("9u30")
    scene.press("Tab")
    assert f"{scene.desk.ask(overleg_kop, overleg_id).begintijd:%H:%M}" == "09:30"
    scene.press("Shift+Tab", "Shift+Tab", "Ctrl+A")
    scene.type("ooit")
    scene.press("Tab")
    assert scene.page.prepare.form.faults["datum"].text()
    assert not scene.page.flush()


def test_cancelling_asks_and_names_the_verb(world: World, stage: Callable[..., Stage]) -> None:
    world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    assert scene.registry.trigger("overleg.afzeggen")
    settle()
    assert scene.answers.asked == ["Overleg OV-2026-001 afzeggen?"]
    assert scene.page.list.model.rows() == ()


@pytest.mark.parametrize(("days", "words"), [(-3, "3 dagen geleden"), (1, "morgen"), (14, "over 14 dagen")])
def test_a_meeting_of_another_day_opens_when_it_is_asked_twice(
    world: World, stage: Callable[..., Stage], days: int, words: str
) -> None:
    overleg_id = world.plan(datum=world.kluis.desk.clock.today() + timedelta(days=days))
    scene = stage()
    scene.page.open_meeting(overleg_id)
    line = scene.page.prepare.other_day
    for key in ("Escape", ""):
        scene.press("Ctrl+Shift+O")
        assert line.isVisible() and words in line.text() and "nog een keer" in line.text()
        assert scene.desk.ask(overleg_kop, overleg_id).status is Overlegstatus.GEPLAND
        if key:
            scene.press(key)
            assert not line.isVisible() and scene.page.prepare.isVisible(), "asking is forgotten"
    scene.press("Ctrl+Shift+O")
    assert scene.desk.ask(overleg_kop, overleg_id).status is Overlegstatus.LOPEND
    assert scene.answers.asked == [], "no modal box"


def test_eighty_items(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan()
    for number in range(76):
        case = world.kluis.desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=f"Langenaam{number}"), tafel_id=world.tafel_id,
                status=CasusStatus.IN_BEHANDELING, nummer=f"ELDERS-{number}",
            )
        )  # fmt: skip
        world.kluis.desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=case.id))
    scene = stage()
    scene.press("Return", "Ctrl+Shift+O")
    pane = scene.page.chair.pane.pane
    assert pane.proxy.rowCount() == 80
    scene.press("Ctrl+F")
    scene.type("Langenaam75")
    scene.press("Return", "Down", "Return")
    assert scene.page.chair.item.header.title.text() == "Langenaam75"
    assert scene.page.chair.item.header.subtitle.text().endswith("punt\u00a078\u00a0van\u00a080")


def test_an_item_that_vanishes_elsewhere_is_left(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    scene.page.chair.pane.pane.view.setFocus()
    scene.press("Down", "Down")  # looking only: what was begun stays on the agenda
    assert scene.page.chair.item.header.title.text() == "Koopman"
    punt = scene.desk.ask(agenda, overleg_id).punten[2].id
    scene.desk.execute(CasusVanAgendaHalen(agendapunt_id=punt))
    settle()
    assert scene.page.chair.item.header.title.text() == "Opening en geheimhouding"


def test_a_beheerder_reads_why_and_sees_no_case(
    world: World, stage: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    world.plan("Koopman")
    actor = world.kluis.desk.actor
    monkeypatch.setattr(
        world.kluis.desk, "actor", type(actor)(actor.id, actor.naam, Gebruikersrol.BEHEERDER, actor.oorsprong)
    )
    scene = stage()
    assert scene.page.stack.currentWidget() is scene.page.start
    assert scene.page.start.sentence.text()
    assert not scene.registry.trigger("overleg.plannen")


def test_an_expert_reads_and_notes_but_does_not_decide(
    world: World, stage: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    overleg_id = world.running("Koopman")
    actor = world.kluis.desk.actor
    monkeypatch.setattr(
        world.kluis.desk, "actor", type(actor)(actor.id, actor.naam, Gebruikersrol.EXPERT, actor.oorsprong)
    )
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    invoer = scene.page.chair.item.parts.invoer
    assert scene.page.chair.item.header.title.text() == "Koopman"
    assert invoer.mode == "notitie" and not invoer.tabs.isTabVisible(1)
    scene.type("Mijn kennis.")
    scene.press("Shift+F8")
    assert scene.desk.ask(agenda, overleg_id).punten[2].notitie == "Mijn kennis."
    assert [row.status for row in scene.desk.ask(agenda, overleg_id).punten][2] is Puntstatus.OPEN
    assert not scene.registry.trigger("overleg.sluiten")
    assert scene.shell.faults == []


def test_a_narrow_window_shows_list_and_meeting_in_turn(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage((800, 600))
    chair = scene.page.chair
    assert chair.isVisible() and not scene.page.list.isVisible() and not chair.pane.isVisible()
    scene.press("F4")
    assert chair.pane.isVisible() and scene.focus() is chair.pane.pane.view
    scene.press("F4")
    assert not chair.pane.isVisible()
    scene.press("Alt+Left")
    assert scene.page.list.isVisible() and not chair.isVisible()


def test_every_control_has_a_name_and_every_key_an_act(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    _walk(scene.page)
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    _walk(scene.page)
    scene.press("Ctrl+Shift+S")
    _walk(scene.page)
    scene.press("Ctrl+Shift+N")
    _walk(scene.page)
    texts = [act.text for act in scene.registry.acts("overleggen") if act.context == "overleggen"]
    assert len(texts) == len(set(texts))


def _walk(page: QWidget) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTabBar)
    nameless = []
    for kind in kinds:
        for widget in page.findChildren(kind):
            worded = isinstance(widget, QAbstractButton) and widget.text()
            shown = not widget.isHidden()  # a hidden button may still wait for its words
            focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if shown and focusable and not widget.accessibleName() and not worded:
                nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert not nameless, " | ".join(nameless)
