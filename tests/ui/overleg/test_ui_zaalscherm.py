"""The room sees what is at hand, no names unless released, and nothing while a stranger to the case is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage, settle
from vhdesk.queries.agenda import deelnemers
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.services.deelnemer import AanwezigheidVastleggen
from vhdesk.ui.overleg.zaal_window import ZaalWindow
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Aanwezigheid, Informatieniveau


def meeting(world: World, *cases: str) -> str:
    """Open a meeting with everybody present."""
    overleg_id = world.running(*cases)
    for row in world.kluis.desk.ask(deelnemers, overleg_id):
        world.kluis.desk.execute(
            AanwezigheidVastleggen(deelnemer_id=row.id, aanwezigheid=Aanwezigheid.AANWEZIG)
        )
    return overleg_id


def partner(world: World, case: str, code: str, niveau: Informatieniveau) -> None:
    organisatie_id = next(row.id for row in world.kluis.desk.ask(organisaties) if row.code == code)
    world.kluis.desk.execute(
        CasuspartnerBepalen(casus_id=world.cases[case], organisatie_id=organisatie_id, niveau=niveau)
    )


def room(scene: Stage) -> ZaalWindow:
    window = scene.page.zaal.window
    assert window is not None
    return window


def words(window: ZaalWindow) -> str:
    labels = (window.titel, window.vraag, window.soort, window.tekst, window.dicht)
    return " ".join(label.text() for label in labels)


def picture(window: ZaalWindow) -> QImage:
    settle()
    return window.grab().toImage()


def test_the_room_follows_the_table_and_what_is_typed(world: World, stage: Callable[..., Stage]) -> None:
    meeting(world, "Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "F12")
    window = room(scene)
    assert (window.titel.text(), window.vraag.text()) == ("Casus 1 van 2", "Wie doet wat?")
    scene.press("Ctrl+F8", "Ctrl+B")
    scene.type("Meneer Koopman krijgt hulp.")
    assert (window.soort.text(), window.tekst.text()) == ("Besluit", "Meneer ••• krijgt hulp.")
    scene.press("Ctrl+Return")
    assert window.tekst.text() == ""
    scene.press("F8")
    assert window.titel.text() == "Casus 2 van 2"
    scene.press("Alt+Left")
    assert window.titel.text() == "" and window.dicht.text() == "Even geduld"
    scene.press("F12")


def test_the_notes_of_the_chair_are_not_for_the_room(world: World, stage: Callable[..., Stage]) -> None:
    meeting(world, "Koopman")
    scene = stage()
    scene.press("F8", "F8", "F12", "Ctrl+N")
    scene.type("Eigen aantekening")
    assert "aantekening" not in words(room(scene))


def test_no_pixel_differs_by_whose_name_is_typed(world: World, stage: Callable[..., Stage]) -> None:
    """Two cases, two names, one picture: what is hidden leaves no trace in length, shape or colour."""
    pictures = []
    meeting(world, "Koopman", "Yılmaz")
    scene = stage()
    scene.press("F8", "F8", "F12")
    window = room(scene)
    for name in ("Koopman", "Yılmaz"):
        scene.press("Ctrl+F8", "Ctrl+B")
        field = scene.focus()
        assert isinstance(field, TextArea)
        field.insert(f"{name}, geboren 30-1-1983, woont bij mevrouw {name}s zus.")
        assert name not in words(window)
        settle()
        window.titel.setText("")  # the number of the case and of the item differ, and may
        window.plaats.setText("")
        pictures.append(picture(window))
        scene.press("Ctrl+A", "Delete", "F8")
    assert pictures[0] == pictures[1]


def test_names_are_released_for_one_case_only(world: World, stage: Callable[..., Stage]) -> None:
    meeting(world, "Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "F12", "Shift+F12")
    assert "Koopman" in words(room(scene))
    scene.press("F8")
    assert "Çelik" not in words(room(scene))
    scene.press("Shift+F8")
    assert "Koopman" not in words(room(scene))


def test_the_room_is_blank_until_strangers_to_the_case_left(
    world: World, stage: Callable[..., Stage]
) -> None:
    meeting(world, "Koopman", "Çelik")
    partner(world, "Koopman", "politie", Informatieniveau.INHOUD)
    partner(world, "Koopman", "openbaar-ministerie", Informatieniveau.BESTAAN)
    scene = stage()
    scene.press("F8", "F8", "F12")
    strip, window = scene.page.chair.item.parts.omstanders, room(scene)
    assert "Yvonne Meijerink" in strip.words.text() and strip.button.isVisible()
    assert window.vraag.text() == "" and "verlaat nu de zaal" in window.dicht.text()
    scene.press("Ctrl+F8", "Ctrl+B")
    scene.type("Niet voor hen")
    assert "Niet voor hen" not in words(window)
    scene.press("Ctrl+Shift+U")
    assert window.tekst.text() == "Niet voor hen"
    assert strip.gone.isVisible() and not strip.button.isVisible()
    scene.press("Ctrl+Alt+Z")
    assert "verlaat nu de zaal" in window.dicht.text()


def test_blank_by_key_and_empty_after_closing(world: World, stage: Callable[..., Stage]) -> None:
    meeting(world, "Koopman")
    scene = stage()
    scene.press("F8", "F8", "F12", "Ctrl+F12")
    assert room(scene).titel.text() == "" and room(scene).dicht.text() == "Even geduld"
    scene.press("Ctrl+F12")
    assert room(scene).titel.text() == "Casus 1 van 1"
    room(scene).close()
    assert words(room(scene)).strip() == ""


def test_looking_ahead_is_not_for_the_room(world: World, stage: Callable[..., Stage]) -> None:
    meeting(world, "Koopman", "Çelik")
    scene = stage()
    scene.press("F8", "F8", "F12")
    pane = scene.page.chair.pane.pane
    pane.focus_list()
    scene.press("Down")
    assert scene.page.chair.punt is not None and scene.page.chair.punt.naam == "Çelik"
    assert room(scene).titel.text() == "Casus 1 van 2"
