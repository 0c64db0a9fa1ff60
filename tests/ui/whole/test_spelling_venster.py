"""Spelling in the real window, with the real process and dictionary."""

from __future__ import annotations

from PySide6.QtCore import QProcess
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from tests.oefenbureau import Bureau
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.queries.eigenwoord import bekende_woorden
from vhdesk.queries.overleg import overleggen
from vhdesk.ui.spelling_watch import SpellingWatch
from vhdesk.ui.widgets.text_area import TextArea


def marked(field: TextArea) -> list[str]:
    """Return the words with a wavy line."""
    text, found = field.text(), []
    block = field.document().begin()
    while block.isValid():
        layout = block.layout()
        assert isinstance(layout, QTextLayout)
        found += [
            text[block.position() + part.start : block.position() + part.start + part.length]
            for part in layout.formats()
        ]
        block = block.next()
    return found


def writing(bureau: Bureau, qtbot: QtBot) -> tuple[SpellingWatch, TextArea, Toetsenbord]:
    """Open the meeting and put the cursor in its notes."""
    session = bureau.ontgrendel()
    keys = Toetsenbord(session.window)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    (overleg,) = [row for row in session.kluis.desk.ask(overleggen) if row.status.value == "gepland"][:1]
    session.context.shell.navigate("overleggen", overleg.id)
    keys.press("Ctrl+Shift+O", times=2)  # it stands on another day: the second time opens it
    qtbot.wait(50)
    keys.press("F8")
    keys.press("Ctrl+N")
    field = session.window.focusWidget()
    assert isinstance(field, TextArea)
    (watch,) = session.window.findChildren(SpellingWatch)
    return watch, field, keys


def test_a_wrong_word_is_marked_mended_by_key_and_a_name_is_not(bureau: Bureau, qtbot: QtBot) -> None:
    watch, field, keys = writing(bureau, qtbot)
    assert watch.speller.findChildren(QProcess) == []  # nothing starts before somebody writes
    keys.type("Het huisverbodd van Yılmaz is opp ")
    qtbot.waitUntil(lambda: marked(field) == ["huisverbodd", "opp"], timeout=20_000)
    field.to_end()
    keys.press("Ctrl+.")
    menu = watch.menu
    assert menu is not None and field.textCursor().selectedText() == "huisverbodd"
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "huisverbod", timeout=20_000)
    menu.actions()[0].trigger()
    menu.close()
    assert field.text() == "Het huisverbod van Yılmaz is opp "
    qtbot.waitUntil(lambda: marked(field) == ["opp"], timeout=20_000)


def test_an_own_word_stays_in_the_vault_and_is_forgotten_on_lock(bureau: Bureau, qtbot: QtBot) -> None:
    watch, field, keys = writing(bureau, qtbot)
    keys.type("De skaeveplek is klaar ")
    qtbot.waitUntil(lambda: marked(field) == ["skaeveplek"], timeout=20_000)
    keys.press("Ctrl+.")
    menu = watch.menu
    assert menu is not None
    (add,) = [act for act in menu.actions() if "toevoegen" in act.text()]
    add.trigger()
    menu.close()
    qtbot.waitUntil(lambda: marked(field) == [], timeout=20_000)
    assert bureau.session is not None
    assert "skaeveplek" in bureau.session.kluis.desk.ask(bekende_woorden).eigen
    bureau.session.window.request_lock()
    assert not watch.speller.is_own("skaeveplek")
    assert watch.speller.findChild(QProcess) is None or not watch.speller.running


def test_without_a_dictionary_writing_goes_on(bureau: Bureau, qtbot: QtBot) -> None:
    watch, field, keys = writing(bureau, qtbot)
    watch.speller.program = ("/bestaat/niet", [])
    with qtbot.waitSignal(watch.speller.failed, timeout=20_000):
        keys.type("huisverbodd ")
    assert field.text().endswith("huisverbodd ") and marked(field) == []
