"""The machine of random acts knows every act of the house."""

from __future__ import annotations

from random import Random

import pytest

from tests.property.deskmachine import GROEPEN, ONLY_BY_UNDO, DeskMachine, Sjabloon
from tests.property.opdrachten import teken
from vhdesk.services.acts import HANDLERS
from vhdesk.services.command import Command

DRAWS = 12


def test_every_act_is_drawn_or_named_with_a_reason() -> None:
    drawn = {kind for modules in GROEPEN.values() for module in modules for kind in module.HANDLERS}
    assert drawn == set(HANDLERS), "a module of the house stands in no group"
    assert ONLY_BY_UNDO.keys() <= drawn
    assert all(reason.strip() for reason in ONLY_BY_UNDO.values())


@pytest.fixture(scope="module")
def machine(sjabloon: Sjabloon) -> DeskMachine:
    made = DeskMachine(sjabloon)
    made.teardown()  # what stood in the vault is known
    return made


@pytest.mark.parametrize("kind", HANDLERS, ids=lambda kind: kind.__name__)
def test_every_field_of_an_act_can_be_drawn(machine: DeskMachine, kind: type[Command]) -> None:
    kans, wereld = Random(1), machine._wereld()
    assert all(isinstance(teken(kans, wereld, kind), kind) for _ in range(DRAWS))
