"""The window on a real desk, shared by the tests of the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.casussen.bureau import bureau, leeg_bureau, schermkluis

__all__ = ["bureau", "leeg_bureau", "schermkluis"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager and says so of every window and menu; that is no finding."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "plugin does not support"))
