"""The stories play on the practice vault; a whole meeting typed letter by letter takes its time."""

from pathlib import Path

import pytest

from tests.oefenbureau import bureau, desktop, oefensjabloon

__all__ = ["bureau", "desktop", "oefensjabloon"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(400))
