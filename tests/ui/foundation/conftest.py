"""A dressed application and a settings file of its own for every test of the foundation."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.fonts import load_fallbacks
from vhdesk.ui.theme.style import apply_theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The light theme at 100 %."""
    apply_theme(qapp, "licht")
    load_fallbacks()
    return qapp


@pytest.fixture
def settings(tmp_path: Path) -> DeskSettings:
    """Settings in a file of this test."""
    return DeskSettings(tmp_path / "vhdesk.ini")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every window that it has no window manager; that is no finding."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))
