"""Whatever is done at the desk, in whatever order: what the profession promises holds after every act."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.property.deskmachine import DeskMachine, Sjabloon
from tests.property.rolmachine import RolMachine


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_acts_in_any_order(sjabloon: Sjabloon, profiel: settings) -> None:
    machine: Any = partial(
        DeskMachine, sjabloon
    )  # called once per run; hypothesis names the type too narrowly
    run_state_machine_as_test(machine, settings=profiel)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_an_active_case_has_its_three_whatever_is_done(sjabloon: Sjabloon, profiel: settings) -> None:
    """Few acts, so many runs: thousands of steps in every run of the tests."""
    machine: Any = partial(RolMachine, sjabloon)
    run_state_machine_as_test(machine, settings=settings(profiel, max_examples=3 * profiel.max_examples))
