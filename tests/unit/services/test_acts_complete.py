"""A test that tests exist: every act has a name, a doc, a handler, and is used somewhere in the tests."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from vhdesk.practice.generator import GENERATOR_HANDLERS
from vhdesk.services import acts
from vhdesk.services.acts import HANDLERS
from vhdesk.services.command import Command, label

TESTS = Path(__file__).resolve().parents[2]


def _all_commands() -> set[type[Command]]:
    found: set[type[Command]] = set()
    todo = [Command]
    while todo:
        for sub in todo.pop().__subclasses__():
            if sub.__module__.startswith("vhdesk."):
                found.add(sub)
                todo.append(sub)
    return found


def test_every_command_has_a_handler() -> None:
    known = {command.__name__ for command in GENERATOR_HANDLERS}  # every act, and inserting practice rows
    missing = {command.__name__ for command in _all_commands()} - known
    assert not missing


def test_two_acts_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two acts"):
        acts.merge((acts.actie, acts.actie))


@pytest.mark.parametrize(
    "command", sorted(HANDLERS, key=lambda found: found.__name__), ids=lambda found: found.__name__
)
def test_every_act_is_tested_by_name(command: type[Command]) -> None:
    name = re.compile(rf"\b{command.__name__}\b")
    files = [path for path in TESTS.rglob("test_*.py") if path != Path(__file__)]
    assert any(name.search(path.read_text(encoding="utf-8")) for path in files), "no test names this act"


@pytest.mark.parametrize(
    "command", sorted(HANDLERS, key=lambda found: found.__name__), ids=lambda found: found.__name__
)
def test_an_act_is_noun_and_infinitive(command: type[Command]) -> None:
    words = label(command).split()
    assert len(words) >= 2
    assert words[-1].endswith("n"), "Dutch infinitives end in n"
    assert inspect.isfunction(HANDLERS[command])
