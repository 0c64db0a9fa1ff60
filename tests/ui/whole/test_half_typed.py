"""Half a name or half a date in a field of the running meeting, in the real window: a lock and a kill lose nothing, and
the cursor is where it was."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.oefenbureau import Bureau
from tests.ui.whole.half_typer import LEFT, type_half
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.ui.widgets.completer_field import CompleterField

BEHIND = (
    4  # seconds: one, and what a busy machine needs to get to it (how far behind it is, the promises measure)
)
FIELDS = [
    (("Ctrl+M",), "Casemanager", "Vree"),
    (("Ctrl+R",), "Verantwoordelijke", "Tacti"),
    (("Ctrl+D",), "Volgende datum", "over 6 we"),
    (("Ctrl+J", "Tab", "Tab"), "Persoon", "Vree"),
    (("Ctrl+J", "Tab", "Tab", "Tab"), "Uiterlijk", "over 2 we"),
]
IDS = [name for _, name, _ in FIELDS]


def stands_there(bureau: Bureau, name: str, text: str) -> OverleggenPage:
    """Open the vault again and see the words, half as they were, with the cursor in them."""
    session = bureau.ontgrendel()
    QTest.qWait(50)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.accessibleName() == name
    assert field.text() == text
    page = session.window.page("overleggen")
    assert isinstance(page, OverleggenPage)
    return page


@pytest.mark.parametrize(("keys", "name", "text"), FIELDS, ids=IDS)
def test_a_lock_keeps_half_a_word_and_the_cursor(
    bureau: Bureau, keys: tuple[str, ...], name: str, text: str
) -> None:
    type_half(bureau, keys, text)
    bureau.vergrendel()
    page = stands_there(bureau, name, text)
    line = page.chair.item.parts.kop.open_line()
    if line is not None:
        assert line.cursorPosition() == len(text) - LEFT


@pytest.mark.slow
@pytest.mark.parametrize(("keys", "name", "text"), FIELDS[::2], ids=IDS[::2])
def test_a_kill_keeps_half_a_word_and_the_cursor(
    bureau: Bureau, keys: tuple[str, ...], name: str, text: str
) -> None:
    command = [sys.executable, "-m", "tests.ui.whole.half_typer", str(bureau.home), " ".join(keys), text]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]) as typer:
        assert typer.stdout is not None and typer.stdout.readline() == b"getypt\n"
        time.sleep(BEHIND)
        typer.kill()
    stands_there(bureau, name, text)


def test_what_is_stored_or_given_up_leaves_nothing_half_typed(bureau: Bureau) -> None:
    type_half(bureau, ("Ctrl+M",), "Vree")
    assert bureau.session is not None
    window, desk = bureau.session.window, bureau.session.kluis.desk
    page = window.page("overleggen")
    assert isinstance(page, OverleggenPage)
    field = QApplication.focusWidget()
    assert isinstance(field, CompleterField)
    half = [draft.key for draft in page.drafts._drafts.values() if draft.key.endswith("/casemanager")]
    assert len(half) == 1
    QTest.keyClicks(field, "x")
    page.flush()
    assert [draft.key for draft in desk.drafts(half[0])] == half
    for _ in range(2):  # out of the list, then out of the field
        QTest.keyClick(QApplication.focusWidget(), "\x1b")
    QTest.qWait(10)
    assert page.chair.item.parts.kop.open_line() is None
    assert desk.drafts(half[0]) == ()
