"""Single acts of the page: change, take back, undo, order by drag, refusals, roles, room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.services.agenda import CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.casus import CasusAanmelden, Persoonsgegevens
from vhdesk.ui.overleg.time_field import parse_time
from vhdesk.vocabulary import Actiestatus, CasusStatus, Gebruikersrol, Puntstatus


def test_what_was_recorded_can_be_changed_and_taken_back(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    world.kluis.desk.execute(
        BesluitVastleggen(casus_id=world.cases["Koopman"], overleg_id=overleg_id, tekst="Eerst zo.")
    )
    scene = stage()
    scene.press("F8", "F8", "Ctrl+B")
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
    assert [row.besluit.tekst for row in scene.page.chair.item.uitkomsten.rows_model.rows()] == ["Toch anders."]


def test_emptying_a_role_ends_it(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+M")
    scene.type("marijke")
    scene.press("Return")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).casemanager is not None
    scene.press("Ctrl+M", "Ctrl+A", "Delete", "Return")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).casemanager is None
    assert scene.page.chair.item.parts.kop.casemanager.button.value == "nog niemand"


def test_a_refused_date_is_said_at_the_field(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+D")
    scene.type("gisteren")
    scene.press("Return")
    kop = scene.page.chair.item.parts.kop
    assert kop.datum.editing and kop.datum.caption.property("role") == "fault"
    assert scene.focus() is kop.datum_field.line
    assert scene.shell.faults == []


def test_a_besluit_without_words_is_refused_beside_its_field(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+B", "Ctrl+Return")
    form = scene.page.chair.item.parts.invoer.besluit
    assert form.field.property("invalid")
    assert scene.focus() is form.field


def test_half_an_organisation_is_not_recorded_silently(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+J")
    scene.type("Iets doen")
    scene.press("Tab")
    field = scene.page.chair.item.parts.invoer.actie.termijn.line
    field.setFocus()
    scene.type("ooit")
    scene.press("Ctrl+Return")
    assert [a for a in scene.desk.ask(dossier, world.cases["Koopman"]).acties if a.overleg_id] == []
    assert scene.focus() is field


def test_a_person_brings_the_organisation(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+J", "Tab", "Tab")
    scene.type("meijerink")
    scene.press("Return")
    form = scene.page.chair.item.parts.invoer.actie
    people = {row.naam: row for row in scene.page.keuzes.medewerkers()}
    assert form.organisatie.value() == people["Yvonne Meijerink"].organisatie_id


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


def test_an_old_action_gets_a_new_date(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "d", "Return")
    strip = scene.page.chair.item.parts.vorige.strip
    assert strip.asking and strip.caption.property("role") == "fault"
    scene.type("over 2 weken")
    scene.press("Return")
    (old,) = scene.desk.ask(dossier, world.cases["Koopman"]).acties
    assert (old.status, old.uitgesteld) == (Actiestatus.OPEN, 1)
    scene.press("g")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).acties[0].status is Actiestatus.GEDAAN
    scene.press("o")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).acties[0].status is Actiestatus.OPEN


def test_a_remark_at_the_attendance(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    scene = stage()
    scene.press("F2")
    scene.type("vanaf 13:45 uur")
    scene.press("Return")
    assert scene.desk.ask(deelnemers, overleg_id)[0].opmerking == "vanaf 13:45 uur"
    assert scene.focus() is scene.page.chair.item.parts.aanwezigheid.list


def test_an_unexpected_guest_is_added_during_the_meeting(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    first = world.kluis.desk.ask(deelnemers, overleg_id)[-1]
    scene = stage()
    scene.page.runner.run(__import__("vhdesk.services.overleg", fromlist=["x"]).DeelnemerWeghalen(deelnemer_id=first.id))
    settle()
    field = scene.page.chair.item.parts.aanwezigheid.add_field
    field.setFocus()
    scene.type(first.naam.split()[0])
    scene.press("Return")
    assert first.naam in [row.naam for row in scene.desk.ask(deelnemers, overleg_id)]
    assert field.text() == ""


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


def test_a_case_leaves_the_agenda_and_can_be_chosen_again(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    builder = scene.page.prepare.builder
    builder.list.setFocus()
    scene.press("Home", "Delete")  # the opening is no case
    assert len(scene.desk.ask(agenda, overleg_id).punten) == 5
    scene.press("Down", "Down", "Delete")
    assert len(scene.desk.ask(agenda, overleg_id).punten) == 4
    assert world.cases["Koopman"] in [row.id for row in scene.page.prepare.kiezer.list.rows_model.rows()]


def test_the_agenda_warns_when_it_is_too_long(world: World, stage: Callable[..., Stage]) -> None:
    world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    builder = scene.page.prepare.builder
    assert builder.over.text() == ""
    builder.list.setFocus()
    scene.press("End", "1", "8", "0", "Return")
    assert builder.over.text() == "90 minuten te veel"


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


@pytest.mark.parametrize(
    ("text", "said"), [("13.30", "13:30"), ("930", "09:30"), ("9 uur", "09:00"), ("25:00", ""), ("", ""), ("9u75", "")]
)
def test_times_as_people_write_them(text: str, said: str) -> None:
    found = parse_time(text)
    assert (f"{found:%H:%M}" if found is not None else "") == said


def test_cancelling_asks_and_names_the_verb(world: World, stage: Callable[..., Stage]) -> None:
    world.plan("Koopman")
    scene = stage()
    scene.press("Return")
    assert scene.registry.trigger("overleg.afzeggen")
    settle()
    assert scene.answers.asked == ["Overleg OV-2026-001 afzeggen?"]
    assert scene.page.list.model.rows() == ()


def test_eighty_items(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.plan()
    for number in range(76):
        case = world.kluis.desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=f"Langenaam{number}"), tafel_id=world.tafel_id,
                status=CasusStatus.IN_BEHANDELING,
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
    assert scene.page.chair.item.header.subtitle.text().endswith("punt 78 van 80")


def test_an_item_that_vanishes_elsewhere_is_left(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8")
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


def test_the_people_stand_beside_the_picture_where_there_is_room(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage((1920, 1080))
    scene.press("F8", "F8")
    people, beeld = scene.page.chair.item.people, scene.page.chair.item.parts.tabs.beeld
    assert people.isVisible() and not beeld.isAncestorOf(people)
    scene.window.resize(1366, 768)
    settle()
    assert beeld.isAncestorOf(people)


def test_statements_for_the_room_only_are_marked(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8")
    cards = [card for card in scene.page.chair.item.parts.tabs.beeld._cards.values() if card.isVisible()]
    assert [card.accessibleName() for card in cards] == ["huisvesting"]
    assert ("pill", "mondeling, komt niet in het verslag") in cards[0].text.shown()
    assert cards[0].pills.texts() == ("2 – niet zelfredzaam",)


def test_every_control_has_a_name_and_every_key_an_act(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    _walk(scene.page)
    scene.press("F8", "F8", "Ctrl+B")
    _walk(scene.page)
    scene.press("Ctrl+Shift+S")
    _walk(scene.page)
    scene.press("Ctrl+Shift+N")
    _walk(scene.page)
    texts = [act.text for act in scene.registry.acts("overleggen") if act.context == "overleggen"]
    assert len(texts) == len(set(texts))


def _walk(page: QWidget) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTabBar)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for kind in kinds
        for widget in page.findChildren(kind)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]  # fmt: skip
    assert nameless == []
