"""A flipped byte anywhere in the store, its log, the slots, the anchor or a backup is reported, never guessed at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bederf import DAMAGE, Terug, bevinding, gestorven_kluis, gevulde_kluis, omgedraaid, plaatsen
from proefkluis import Site

from vhdesk.errors import VhdeskError
from vhdesk.store.backup_folder import list_backups


def flip_all(site: Site, path: Path, places: list[int]) -> tuple[Counter[str], list[object]]:
    """Flip one byte at a time; return the findings by code, and the places that were not reported."""
    back, codes, missed = Terug(site.root), Counter[str](), []
    for place in places:
        omgedraaid(path, place)
        try:
            code = bevinding(site)
        except Exception as error:  # noqa: BLE001 - anything but a finding is what this test is after
            missed.append((place, repr(error)))
        else:
            codes[code] += 1
            if not code:
                missed.append(place)
        back()
    assert bevinding(site) == ""
    return codes, missed


@pytest.mark.slow
def test_in_the_store(site: Site) -> None:
    gevulde_kluis(site)
    store = site.folder / "kluis.db"
    codes, missed = flip_all(site, store, plaatsen(store.stat().st_size, 150))
    assert missed == []
    assert codes.keys() >= {"database_damaged", "database_unreadable"}


@pytest.mark.slow
def test_in_the_write_ahead_log(site: Site) -> None:
    gestorven_kluis(site)
    log = site.folder / "kluis.db-wal"
    codes, missed = flip_all(site, log, plaatsen(log.stat().st_size, 120, pagina=4120))
    assert missed == []
    assert codes["journaal_behind_anchor"] >= 50


def test_in_a_draft_that_stands_in_the_log_only(site: Site) -> None:
    """A draft is no line of the journaal, so the head does not miss it; half-typed text counts all the same."""
    gestorven_kluis(site, concept="half getypt " * 300)
    log = site.folder / "kluis.db-wal"
    end = log.stat().st_size
    _, missed = flip_all(site, log, [end - 10, end - 3000, end - 4110])
    assert missed == []


@pytest.mark.slow
def test_in_the_slots(site: Site) -> None:
    gevulde_kluis(site)
    slots = site.folder / "sleutels.json"
    codes, missed = flip_all(site, slots, list(range(0, slots.stat().st_size, 3)))
    assert missed == []
    assert set(codes) <= {"slots_damaged", "slots_too_new", "slots_kdf_out_of_bounds"}


@pytest.mark.parametrize("where", ["binnen", "buiten"])
def test_in_an_anchor(site: Site, where: str) -> None:
    gevulde_kluis(site)
    anchor = site.folder / "journaal.anker" if where == "binnen" else next(site.ankers.iterdir())
    codes, missed = flip_all(site, anchor, list(range(0, anchor.stat().st_size, 9)))
    assert missed == []
    assert codes["anchor_damaged"] >= 20


@pytest.mark.parametrize("name", ["kluis.db", "manifest.json", "sleutels.json"])
def test_in_a_backup(site: Site, name: str) -> None:
    gevulde_kluis(site)
    kluis = site.open()
    (info,) = list_backups(site.folder)
    path, target = info.path / name, site.root / "Terug.vhkluis"
    back, missed = Terug(info.path), []
    for place in plaatsen(path.stat().st_size, 60):
        omgedraaid(path, place)
        try:
            kluis.reservekopie_terugzetten(info.path, target)
        except DAMAGE:
            pass
        except VhdeskError as error:
            missed.append((place, repr(error)))
        else:
            missed.append((place, "restored"))
        assert not target.exists()
        assert list(site.root.glob(".Terug*")) == []
        back()
    assert missed == []
    assert kluis.reservekopie_terugzetten(info.path, target) == target
