"""What takes long to make is made once for all workers of a test run; each test copies it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300  # seconds


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that ``make`` filled, in whichever worker came first. Raises RuntimeError when it failed there."""
    base = factory.getbasetemp()
    root = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place, done = root / name, root / f"{name}.klaar"
    try:
        place.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            if time.monotonic() > end:
                raise RuntimeError(f"{name} was not made") from None
            time.sleep(0.1)
        if done.read_text(encoding="utf-8"):
            raise RuntimeError(done.read_text(encoding="utf-8")) from None
        return place
    try:
        make(place)
    except BaseException as error:
        done.write_text(f"{name} failed: {type(error).__name__}", encoding="utf-8")
        raise
    done.write_text("", encoding="utf-8")
    return place
