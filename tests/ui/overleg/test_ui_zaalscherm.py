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
from vhdesk.ui.widgets.completer_field import CompleterField
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
        CasuspartnerBepalen(
            casus_id=world.cases[case], organisatie_id=organisatie_id, niveau=niveau, reden="zo besproken"
        )
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


def seen(window: ZaalWindow, pictures: list[QImage]) -> None:
    """Add what the room sees now, when it is something else; the number of the case and of the item may differ."""
    settle()
    for label in (window.titel, window.plaats):
        label.setText("")
    image = window.grab().toImage()
    if not pictures or image != pictures[-1]:
        pictures.append(image)


def walk(scene: Stage, window: ZaalWindow, name: str) -> list[QImage]:
    """One case through its phases with everything that may carry its name: what is offered while a name is typed, standard
    sentences, a besluit letter by letter, mended and recorded, and an action with a name half typed beside it."""
    pictures: list[QImage] = []
    for keys in ("Ctrl+F8", "Ctrl+M"):
        scene.press(keys)
        seen(window, pictures)
    field = scene.focus()
    assert isinstance(field, CompleterField)
    for letter in name:
        field.insert(letter)
        field.textEdited.emit(field.text())
        seen(window, pictures)
    assert field.list.isVisible() or field.nothing.isVisible()
    scene.press("Escape", "Escape", "Ctrl+F8")
    seen(window, pictures)
    scene.press("Ctrl+Shift+I")
    seen(window, pictures)
    scene.press("Escape")
    field = scene.focus()
    assert isinstance(field, TextArea)
    for letter in f"Meneer {name} en {name}s zus krijgen hulp.":
        field.insert(letter)
        seen(window, pictures)
    for _ in range(len(" en zus krijgen hulp.") + len(name) + 2):
        scene.press("Left")
        seen(window, pictures)
    scene.press("Backspace")  # in the middle of the name: what is left of it is no name any list knows
    seen(window, pictures)
    scene.press("Ctrl+Return", "Ctrl+J")
    seen(window, pictures)
    field = scene.focus()
    assert isinstance(field, TextArea)
    for letter in f"{name} bellen. ":
        field.insert(letter)
        seen(window, pictures)
    scene.press("Tab")
    half = scene.focus()
    assert isinstance(half, CompleterField)
    for letter in name[:4]:
        half.insert(letter)
        half.textEdited.emit(half.text())
        seen(window, pictures)
    scene.press("Escape")
    scene.press("Ctrl+J", "Ctrl+A", "Delete", "Ctrl+N")
    seen(window, pictures)
    return pictures


def test_no_pixel_of_a_whole_discussion_tells_whose_it_is(world: World, stage: Callable[..., Stage]) -> None:
    """Phases, suggestions, standard sentences, a besluit and an action while they are typed, also of a case that comes up
    during the meeting: two people, the same pictures. Released names do make a difference."""
    meeting(world, "Koopman")
    scene = stage()
    scene.press("F8", "F8", "F12")
    window = room(scene)
    first = walk(scene, window, "Koopman")
    scene.press("Ctrl+T")
    seen(window, first[-1:])
    scene.type("yilmaz")
    scene.press("Return")
    assert scene.page.chair.item.header.title.text() == "Yılmaz"
    second = walk(scene, window, "Yılmaz")
    assert len(first) > 15
    assert [
        number for number, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]
    ] == []
    assert len(first) == len(second)
    released: list[QImage] = []
    for _ in range(2):
        scene.press("Shift+F12")
        settle()
        released.append(window.titel.grab().toImage())
    assert released[0] != released[1]


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
    scene.type("Niet voor hen.")
    assert "Niet voor hen" not in words(window)
    scene.press("Ctrl+Shift+U")
    assert window.tekst.text() == "Niet voor hen."
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
