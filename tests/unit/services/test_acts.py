from __future__ import annotations

import dataclasses
from types import ModuleType

import pytest

from vhdesk.services import acts
from vhdesk.services.command import Command, label


def test_every_act_is_a_frozen_command_with_a_unique_label() -> None:
    assert len(acts.HANDLERS) > 50
    for command in acts.HANDLERS:
        assert issubclass(command, Command)
        assert dataclasses.is_dataclass(command)
        assert command.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert command.rollen
    labels = [label(command) for command in acts.HANDLERS]
    assert len(set(labels)) == len(labels)


def test_nothing_can_be_added_later() -> None:
    with pytest.raises(TypeError):
        acts.HANDLERS[Command] = print  # type: ignore[index]


def test_every_module_with_acts_takes_part() -> None:
    """A new module of commands may not be forgotten in ``acts``; the generator's act stays out on purpose."""
    import importlib
    import pkgutil

    import vhdesk.services

    found: set[str] = set()
    for info in pkgutil.iter_modules(vhdesk.services.__path__, "vhdesk.services."):
        module: ModuleType = importlib.import_module(info.name)
        if vars(module).get("HANDLERS", acts.HANDLERS) is not acts.HANDLERS:
            found.add(info.name)
    assert found - {module.__name__ for module in acts.MODULES} == {"vhdesk.services.oefenrijen"}
