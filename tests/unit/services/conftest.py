"""A desk on a real temporary encrypted vault with a cheap key derivation, with the region in place.

The vault is made once and copied per test: making one runs all migrations.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.eenmalig import made_once
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.models import Base
from vhdesk.practice.generator import GENERATOR_HANDLERS
from vhdesk.practice.levens import BEGIN
from vhdesk.practice.oefenkluis import OefenkluisResult, vul_oefenkluis
from vhdesk.practice.overleg_houden import houd_overleg
from vhdesk.practice.rooster import Oefenklok
from vhdesk.services.acts import HANDLERS
from vhdesk.services.desk import Desk
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.services.unit_of_work import Actor
from vhdesk.services.vernietiging import vernietigen
from vhdesk.store.creation import FirstUser, create_vault
from vhdesk.store.opening import OpenOptions, open_vault
from vhdesk.store.vault import OpenVault
from vhdesk.vocabulary import Gebruikersrol

NAAM, WACHTWOORD = "Toets", "correct paard batterij"
NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GEHOUDEN = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # the afternoon of the practice meeting

MakeDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty vault, one with the region, and their anchors."""
    folder = tmp_path_factory.mktemp("sjabloon")
    options = OpenOptions(anchor_home=folder / "ankers", accept_location=True)
    clock = FixedClock(NU)
    first = FirstUser(naam=NAAM, rol=Gebruikersrol.COORDINATOR.value, passphrase=WACHTWOORD, kdf=CHEAP)
    for name in ("leeg", "regio"):
        vault = create_vault(folder / f"{name}.vhkluis", first, clock, ballast=0, options=options)
        if name == "regio":
            actor = Actor(vault.user.id, NAAM, Gebruikersrol.COORDINATOR)
            Desk(vault, actor, clock, HANDLERS).execute(RegioInrichten(oefening=True))
        vault.close()
    return folder


@pytest.fixture(scope="session")
def oefensjabloon(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, OefenkluisResult]:
    """A folder with a filled practice vault, and what was made in it."""
    folder = made_once(tmp_path_factory, "oefensjabloon", _maak_oefen)
    return folder, pickle.loads((folder / "resultaat").read_bytes())


def _maak_oefen(folder: Path) -> None:
    options = OpenOptions(anchor_home=folder / "ankers", accept_location=True)
    klok = Oefenklok(FixedClock(NU), BEGIN)
    first = FirstUser(naam=NAAM, rol=Gebruikersrol.COORDINATOR.value, passphrase=WACHTWOORD, kdf=CHEAP)
    vault = create_vault(folder / "oefen.vhkluis", first, klok, practice=True, ballast=0, options=options)
    desk = Desk(vault, Actor(vault.user.id, NAAM, Gebruikersrol.COORDINATOR), klok, HANDLERS)
    result = vul_oefenkluis(desk, klok, partial(vernietigen, vault, desk))
    (folder / "resultaat").write_bytes(pickle.dumps(result))
    vault.close()


@pytest.fixture(scope="session")
def gehouden_sjabloon(
    oefensjabloon: tuple[Path, OefenkluisResult], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same after its meeting was held."""
    folder, result = oefensjabloon

    def make(place: Path) -> None:
        shutil.copytree(folder, place, dirs_exist_ok=True)
        desk, vault = _open_oefen(place, GEHOUDEN)
        houd_overleg(desk, result.overleg_id)
        vault.close()

    return made_once(tmp_path_factory, "gehouden", make)


def _open_oefen(folder: Path, moment: datetime = NU) -> tuple[Desk, OpenVault]:
    options = OpenOptions(anchor_home=folder / "ankers", accept_location=True)
    clock = FixedClock(moment)
    vault = open_vault(folder / "oefen.vhkluis", NAAM, WACHTWOORD, clock, options)
    return Desk(vault, Actor(vault.user.id, NAAM, Gebruikersrol.COORDINATOR), clock, HANDLERS), vault


@pytest.fixture
def oefen(
    oefensjabloon: tuple[Path, OefenkluisResult], tmp_path: Path
) -> Iterator[tuple[Desk, OefenkluisResult]]:
    """A desk on a copy of the filled practice vault."""
    folder, result = oefensjabloon
    shutil.copytree(folder, tmp_path / "kopie")
    desk, vault = _open_oefen(tmp_path / "kopie")
    yield desk, result
    vault.close()


@pytest.fixture
def gehouden(
    gehouden_sjabloon: Path, oefensjabloon: tuple[Path, OefenkluisResult], tmp_path: Path
) -> Iterator[tuple[Desk, OefenkluisResult]]:
    """A desk on a copy of the practice vault in which the meeting was held, at that afternoon."""
    shutil.copytree(gehouden_sjabloon, tmp_path / "gehouden")
    desk, vault = _open_oefen(tmp_path / "gehouden", GEHOUDEN)
    yield desk, oefensjabloon[1]
    vault.close()


@pytest.fixture
def practice_desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Make empty practice vaults by name, with a desk that also knows the generator's act."""
    opened = []

    def make(name: str) -> Desk:
        options = OpenOptions(anchor_home=tmp_path / f"ankers-{name}", accept_location=True)
        clock = FixedClock(NU)
        first = FirstUser(naam=NAAM, rol=Gebruikersrol.COORDINATOR.value, passphrase=WACHTWOORD, kdf=CHEAP)
        vault = create_vault(
            tmp_path / f"{name}.vhkluis", first, clock, practice=True, ballast=0, options=options
        )
        opened.append(vault)
        return Desk(vault, Actor(vault.user.id, NAAM, Gebruikersrol.COORDINATOR), clock, GENERATOR_HANDLERS)

    yield make
    for vault in opened:
        vault.close()


@pytest.fixture
def make_desk(sjabloon: Path, tmp_path: Path) -> Iterator[MakeDesk]:
    """Open a desk on a fresh copy: ``make_desk(rol=..., leeg=True)``."""
    opened = []

    def make(*, rol: Gebruikersrol = Gebruikersrol.COORDINATOR, leeg: bool = False) -> Desk:
        name = "leeg.vhkluis" if leeg else "regio.vhkluis"
        if not (tmp_path / name).exists():
            shutil.copytree(sjabloon / "ankers", tmp_path / "ankers", dirs_exist_ok=True)
            shutil.copytree(sjabloon / name, tmp_path / name)
        options = OpenOptions(anchor_home=tmp_path / "ankers", accept_location=True)
        clock = FixedClock(NU)
        vault = open_vault(tmp_path / name, NAAM, WACHTWOORD, clock, options)
        opened.append(vault)
        return Desk(vault, Actor(vault.user.id, NAAM, rol), clock, HANDLERS)

    yield make
    for vault in opened:
        vault.close()


Dump = dict[str, list[tuple[object, ...]]]


def _dump(session: Session) -> Dump:
    """Every row of the record, as raw values: without the journaal, the events, numbers given out and versions."""
    rows: Dump = {}
    for table in Base.metadata.sorted_tables:
        if table.name in ("journaal", "casusgebeurtenis", "niveaubepaling", "nummerreeks", "kluis_meta"):
            continue
        skip = {"version"} | ({"id"} if table.name == "zoekregel" else set())
        names = ", ".join(column.name for column in table.columns if column.name not in skip)
        rows[table.name] = sorted(
            map(tuple, session.execute(text(f"SELECT {names} FROM {table.name}"))), key=repr
        )
    return rows


@pytest.fixture
def dump() -> Callable[[Desk], Dump]:
    """Return what stands in the record, to compare before and after an act and its undo."""
    return lambda desk: desk.ask(_dump)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk with the region in place, for a coordinator."""
    return make_desk()


@pytest.fixture
def leeg_desk(make_desk: MakeDesk) -> Desk:
    """A desk on a vault without anything."""
    return make_desk(leeg=True)
