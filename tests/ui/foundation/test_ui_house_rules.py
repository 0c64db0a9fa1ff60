"""What no file of the window may contain, and what each must: read from the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import vhdesk.ui
from vhdesk.resources import resource

UI = Path(vhdesk.ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield name, node


def texts(node: ast.expr | None) -> list[str]:
    """The string constants an argument may be: "a", or "a" if x else "b"."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    return []


def icons_of(path: Path) -> set[str]:
    found: set[str] = set()
    for name, call in calls(path):
        if name in ("icon", "EmptyState", "_button", "Place") and call.args:
            found.update(texts(call.args[2 if name == "Place" and len(call.args) > 2 else 0]))
        if name == "Card" and len(call.args) > 1:
            found.update(texts(call.args[1]))
        for keyword in call.keywords:
            if keyword.arg in ("icon", "icon_name"):
                found.update(texts(keyword.value))
    return {name for name in found if name}


def test_the_reader_of_icons_sees_them() -> None:
    assert {"zoom-in", "search", "lock", "sun"} <= set().union(*(icons_of(path) for path in FILES))


def offenders(found: Callable[[Path], object]) -> dict[str, object]:
    """Return what ``found`` finds, by file; empty when the rule holds everywhere."""
    assert len(FILES) > 40
    return {str(path.relative_to(UI)): finding for path in FILES if (finding := found(path))}


def test_every_icon_is_shipped() -> None:
    shipped = {file.stem for file in resource("icons").glob("*.svg")}
    assert offenders(lambda path: icons_of(path) - shipped) == {}


def test_no_colour_is_written_outside_the_tokens() -> None:
    found = offenders(lambda path: set(COLOUR.findall(path.read_text("utf-8"))))
    assert len(found.pop("theme/tokens.py")) > 30  # type: ignore[arg-type]
    assert found == {"theme/sheet.py": {"#000000", "#FFFFFF"}}  # the ink on the orange of a practice vault


def test_nothing_blocks_and_nothing_nests() -> None:
    banned = {"exec", "exec_", "processEvents", "QEventLoop", "QMessageBox", "QInputDialog"}
    banned |= {"QTableWidget", "QGroupBox"}
    banned |= {"getOpenFileName", "getSaveFileName", "getExistingDirectory", "getText", "getItem"}
    assert offenders(lambda path: {name for name, _ in calls(path)} & banned) == {}


def bad_slots(path: Path) -> list[str]:
    slots = [call for name, call in calls(path) if name == "connect" and call.args]
    return [
        ast.unparse(call)
        for call in slots
        if isinstance(call.args[-1], ast.Lambda)
        or (isinstance(call.args[-1], ast.Call) and "partial" in ast.unparse(call.args[-1]))
    ]


def test_no_lambda_or_partial_is_a_slot() -> None:
    assert offenders(bad_slots) == {}


def test_no_thread_class() -> None:
    def threads(path: Path) -> set[str]:
        tree = ast.parse(path.read_text("utf-8"))
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        return {ast.unparse(base) for node in classes for base in node.bases} & {"QThread", "Thread"}

    assert offenders(threads) == {}


def test_every_file_says_what_it_is_and_stays_readable() -> None:
    def wrong(path: Path) -> bool:
        text = path.read_text("utf-8")
        return len(text.splitlines()) > 600 or not ast.get_docstring(ast.parse(text))

    assert offenders(wrong) == {}
