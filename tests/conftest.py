"""What every test may use: a fixed clock, a vault made once and copied, no network."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_socket import disable_socket

from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.services.kluis import Kluis, Toegang, kluis_maken, kluis_openen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NAAM = "Marijke ten Brinke"
WACHTWOORD = "zeven groene fietsen"
MOMENT = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # 13:30 in Enschede


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    disable_socket(allow_unix_socket=True)
    yield


@pytest.fixture(autouse=True)
def _no_widget_dies_in_a_job(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows under test live under the rule of ``vhdesk.ui.garbage``, as those of the program. The steps of a scenario ask
    for theirs while it runs."""
    if not {"qapp", "qtbot", "_pytest_bdd_example"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QThreadPool  # most tests need no Qt

    from vhdesk.ui.garbage import GuiGarbage

    garbage = GuiGarbage()
    yield
    QThreadPool.globalInstance().waitForDone(
        10_000
    )  # what still runs would collect as soon as that is on again
    garbage.tidy()
    garbage.deleteLater()
    gc.enable()


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at the start of the practice meeting."""
    return FixedClock(MOMENT)


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted vault with the region in it, made once; tests copy its closed folder."""
    home = tmp_path_factory.mktemp("sjabloon")
    folder = home / "Sjabloon.vhkluis"
    kluis = kluis_maken(
        folder, NAAM, Gebruikersrol.COORDINATOR, WACHTWOORD, FixedClock(MOMENT),
        kdf=CHEAP, options=OpenOptions(anchor_home=home / "ankers"),
    )  # fmt: skip
    kluis.desk.execute(RegioInrichten())
    kluis.sluiten()
    return home


@pytest.fixture
def kluismap(_template: Path, tmp_path: Path) -> Path:
    """A closed vault of its own; the anchor home is ``ankers`` beside it."""
    shutil.copytree(_template / "ankers", tmp_path / "ankers")
    return Path(shutil.copytree(_template / "Sjabloon.vhkluis", tmp_path / "Proef.vhkluis"))


@pytest.fixture
def kluis(kluismap: Path, clock: FixedClock) -> Iterator[Kluis]:
    """That vault, open."""
    opened = kluis_openen(
        kluismap, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock,
        kdf=CHEAP, options=OpenOptions(anchor_home=kluismap.parent / "ankers"),
    )  # fmt: skip
    yield opened
    opened.sluiten()
