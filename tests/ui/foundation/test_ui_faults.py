"""Every fault has its own Dutch sentence and a next step; it appears where it belongs."""

from __future__ import annotations

import ast
import inspect
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk import errors
from vhdesk.clock import FixedClock
from vhdesk.ui.fault_view import FaultBar, FieldError, place_fault
from vhdesk.ui.incident import install_hooks, report_bug
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_faults import BUG, BY_CLASS, BY_CODE, describe, in_words, sentence

CLASSES = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.VhdeskError)
]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class_has_its_own_sentence(kind: type[errors.VhdeskError]) -> None:
    assert kind in BY_CLASS
    others = [text.happened for other, text in BY_CLASS.items() if other is not kind]
    assert BY_CLASS[kind].happened not in others


def test_a_code_in_the_journaal_becomes_its_sentence() -> None:
    assert in_words("abc wrong_passphrase") == "abc De gebruikersnaam of het wachtwoord klopt niet."
    assert in_words("disk_full") == "De schijf is vol. Wat eerder is opgeslagen, is veilig."
    assert in_words("3 exemplaren") == "3 exemplaren"
    assert in_words("") == ""


@pytest.mark.parametrize(
    "text", [*BY_CLASS.values(), *BY_CODE.values(), BUG], ids=lambda text: text.happened[:40]
)
def test_sentences_are_calm_and_whole(text) -> None:  # type: ignore[no-untyped-def]
    for part in (text.happened, text.next_step):
        assert "!" not in part
        assert part == part.strip()
        assert not part or part.endswith((".", "]."))
        assert part[:1] == part[:1].upper()


def _codes() -> set[tuple[str, str]]:
    """Every (class, code) that the program raises, read from its source."""
    names = {kind.__name__ for kind in CLASSES}
    found = set()
    for path in Path(errors.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
            if called and node.args and isinstance(node.args[0], ast.Constant):
                found.add((node.func.id, str(node.args[0].value)))
    return found


def test_every_refusal_in_the_program_has_words_of_its_own() -> None:
    """A refusal says what is the case; only what lies outside the program may use the sentence of its class."""
    silent = {"Interrupted"}
    codes = {
        code
        for name, code in _codes()
        if not issubclass(getattr(errors, name), errors.EnvironmentFault) and name not in silent
    }
    assert len(codes) > 50
    assert sorted(codes - set(BY_CODE)) == []


def test_a_refusal_never_shows_an_empty_place() -> None:
    for code, text in BY_CODE.items():
        words = describe(errors.RuleViolation(code)).sentence()
        assert "[" not in words, code
        assert "{" not in words, code
        assert words.count("“") == words.count("”"), code
        assert text.happened, code


def test_sizes_and_moments_are_words() -> None:
    full = errors.StorageFull("disk_full", needed=52_000_000, free=3_400_000)
    assert "er is 3 MB vrij en 52 MB nodig" in describe(full).happened
    late = errors.ClockSetBack(
        "clock_set_back", now="2026-01-01T00:00:00+00:00", last="2026-12-04T08:12:00+00:00"
    )
    assert describe(late).happened.endswith("daarin staat 4-12-2026 09:12.")
    assert describe(errors.InvalidPackage("aanlevering_pdf")).happened.startswith("Dit is een pdf")


def test_details_are_named_when_known_and_dropped_when_not() -> None:
    since = datetime(2026, 12, 4, 8, 12, tzinfo=UTC)
    known = errors.VaultInUse("x", host="WS-12", since=since)
    assert describe(known).happened == "De kluis is in gebruik op WS-12 sinds 4-12-2026 09:12."
    assert describe(errors.VaultInUse("x")).happened == "De kluis is in gebruik."
    assert describe(errors.VaultInUse("x", host="", since=None)).happened == "De kluis is in gebruik."
    assert sentence(known).endswith("Vergrendel of sluit hem daar en probeer het daarna opnieuw.")


def test_a_detail_with_brackets_is_only_text() -> None:
    assert (
        describe(errors.VaultInUse("x", host="[{since}]")).happened == "De kluis is in gebruik op [{since}]."
    )


def test_a_bug_gives_a_number_and_logs_no_word_of_it(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("Jan Jansen, 123456782")
    except ValueError as fault:
        with caplog.at_level(logging.ERROR):
            number = report_bug(fault)
        assert number in describe(fault, incident=number).happened
    assert number in caplog.text
    assert "test_ui_faults.py" in caplog.text
    assert "Jansen" not in caplog.text


def test_the_bar_shows_state_words_and_the_act_that_helps(qtbot) -> None:  # type: ignore[no-untyped-def]
    bar = FaultBar()
    qtbot.addWidget(bar)
    action = QAction("Alleen lezen")
    bar.show_fault(errors.VaultInUse("x", host="WS-12"), action)
    assert bar.isVisible()
    assert bar.property("state") == "danger"
    assert bar.accessibleName().startswith("De kluis is in gebruik op WS-12.")
    with qtbot.waitSignal(action.triggered):
        bar.button.click()
    with qtbot.waitSignal(bar.dismissed):
        bar.close_button.click()
    assert bar.isHidden()
    bar.show_fault(errors.Interrupted("cancelled"))
    assert bar.isHidden()
    bar.show_fault(errors.RuleViolation("x"))
    assert bar.property("state") == "warn"


def test_a_fault_of_a_field_stands_beside_it(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit()
    error = FieldError(field)
    bar = FaultBar()
    layout = QVBoxLayout(page)
    for widget in (field, error, bar):
        layout.addWidget(widget)
    page.show()
    place_fault(errors.RuleViolation("leeg", field="bsn"), {"bsn": error}, bar)
    assert error.isVisible()
    assert bar.isHidden()
    assert field.property("invalid") is True
    assert field.accessibleDescription() == error.text() != ""
    place_fault(errors.RuleViolation("leeg", field="anders"), {"bsn": error}, bar)
    assert error.isHidden()
    assert bar.isVisible()
    assert field.property("invalid") is False


def test_what_was_refused_is_not_said_of_another_value_any_more(qtbot) -> None:  # type: ignore[no-untyped-def]
    page = QWidget()
    qtbot.addWidget(page)
    clock = FixedClock(datetime(2026, 12, 4, 9, tzinfo=UTC))
    day, words = DateField("Datum", clock), TextArea("Tekst")
    errors_ = [FieldError(day), FieldError(words)]
    layout = QVBoxLayout(page)
    for widget in (day, errors_[0], words, errors_[1]):
        layout.addWidget(widget)
    page.show()
    qtbot.keyClicks(day.line, "31-2")
    errors_[0].show_words("Dit is geen datum.")
    qtbot.keyClick(day.line, Qt.Key.Key_Backspace)
    assert errors_[0].isHidden()
    assert day.line.property("invalid") is True, "31- is no date either"
    qtbot.keyClick(day.line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(day.line, "-1")
    assert day.line.property("invalid") is False
    errors_[1].show_words("Schrijf een reden.")
    qtbot.keyClicks(words, "x")
    assert errors_[1].isHidden()
    errors_[1].show_words("Schrijf een reden.")
    words.textChanged.emit()
    assert errors_[1].isVisible(), "a mark under a word is not typed by anybody"
    qtbot.keyClicks(words, "y")
    assert errors_[1].isHidden() and words.property("invalid") is False


def test_a_refusal_goes_with_its_page_and_what_lies_outside_stays(qtbot) -> None:  # type: ignore[no-untyped-def]
    bar = FaultBar()
    qtbot.addWidget(bar)
    bar.show_fault(errors.RuleViolation("x"))
    bar.leave_page()
    assert bar.isVisible(), "said in the moment that led to the page in front"
    qtbot.waitUntil(lambda: not bar._just_said.isActive())
    bar.leave_page()
    assert bar.isHidden()
    bar.show_fault(errors.StorageFull("disk_full"))
    qtbot.waitUntil(lambda: not bar._just_said.isActive())
    bar.leave_page()
    assert bar.isVisible()


def test_an_exception_nobody_caught_reaches_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    shown: list[BaseException] = []
    install_hooks(shown.append)
    fault = RuntimeError("x")
    sys.excepthook(RuntimeError, fault, None)
    assert shown == [fault]
    with pytest.raises(SystemExit):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
