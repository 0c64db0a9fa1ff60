"""A cut-off tail and an older file put back are reported, never guessed at; nothing is made in place of a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bederf import DAMAGE, Terug, bevinding, gestorven_kluis, gevulde_kluis
from proefkluis import Site, besluiten, casus_aanmelden

from vhdesk.errors import VaultMissing
from vhdesk.store.backup_folder import list_backups

CUTS = (1, 7, 100, 512, 4096, 5000, 20_000)


def cut_off(path: Path, count: int) -> bool:
    """Take ``count`` bytes from the end; tell whether the file was that long."""
    data = path.read_bytes()
    path.write_bytes(data[:-count])
    return count < len(data)


@pytest.mark.parametrize("name", ["kluis.db", "sleutels.json", "journaal.anker"])
def test_a_cut_off_tail(site: Site, name: str) -> None:
    gevulde_kluis(site)
    back, path = Terug(site.root), site.folder / name
    for count in (*CUTS, path.stat().st_size // 2, path.stat().st_size):
        cut_off(path, count)
        left = path.read_bytes()
        assert bevinding(site) != "", count
        assert path.exists()
        assert name == "kluis.db" or path.read_bytes() == left  # what cannot be read is not replaced
        back()
    assert bevinding(site) == ""


def test_a_cut_off_write_ahead_log(site: Site) -> None:
    gestorven_kluis(site)
    back, log = Terug(site.root), site.folder / "kluis.db-wal"
    for count in (*CUTS, log.stat().st_size // 2, log.stat().st_size - 32, log.stat().st_size):
        cut_off(log, count)
        assert bevinding(site) == "journaal_behind_anchor", count
        back()
    log.unlink()
    assert bevinding(site) == "journaal_behind_anchor"
    back()
    assert bevinding(site) == ""


@pytest.mark.parametrize("name", ["kluis.db", "manifest.json", "sleutels.json"])
def test_a_cut_off_backup_is_not_restored(site: Site, name: str) -> None:
    gevulde_kluis(site)
    kluis = site.open()
    (info,) = list_backups(site.folder)
    path, target = info.path / name, site.root / "Terug.vhkluis"
    back = Terug(info.path)
    for count in (*CUTS, path.stat().st_size):
        cut_off(path, count)
        with pytest.raises(DAMAGE):
            kluis.reservekopie_terugzetten(info.path, target)
        assert not target.exists()
        back()


def test_each_file_of_last_week_put_back_alone_and_together(site: Site) -> None:
    gevulde_kluis(site)
    old = site.root / "vorige week"
    shutil.copytree(site.folder, old)
    kluis = site.open()
    besluiten(kluis.desk, casus_aanmelden(kluis.desk, "Nieuw"), 3)
    kluis.wachtwoord_wijzigen("zeven groene fietsen", "zeven groene fietsen")  # a new generation of the slots
    kluis.sluiten()
    back = Terug(site.root)
    expected = {
        ("kluis.db",): {"journaal_behind_anchor"},
        ("sleutels.json",): {"slots_rolled_back"},
        ("kluis.db", "sleutels.json"): {"journaal_behind_anchor", "generation_behind_anchor"},
        ("kluis.db", "sleutels.json", "journaal.anker"): {
            "journaal_behind_anchor",
            "generation_behind_anchor",
        },
        ("journaal.anker",): {""},  # the journaal is ahead of it, as after a power cut: nothing is lost
    }
    for names, codes in expected.items():
        for name in names:
            shutil.copyfile(old / name, site.folder / name)
        assert bevinding(site) in codes, names
        back()


def test_the_database_of_a_backup_put_in_place_of_the_store(site: Site) -> None:
    """The wrong way to restore; restoring through the program gives a new vault beside it."""
    gevulde_kluis(site)
    kluis = site.open()
    besluiten(kluis.desk, casus_aanmelden(kluis.desk, "Nieuw"), 3)
    kluis.sluiten()
    (info,) = list_backups(site.folder)
    shutil.copyfile(info.database, site.folder / "kluis.db")
    assert bevinding(site) == "journaal_behind_anchor"


@pytest.mark.parametrize("name", ["kluis.db", "sleutels.json"])
def test_a_missing_file_is_missed_and_not_made(site: Site, name: str) -> None:
    gevulde_kluis(site)
    (site.folder / name).unlink()
    with pytest.raises(VaultMissing):
        site.open()
    assert not (site.folder / name).exists()
    assert not list(site.folder.glob("kluis.db-*"))
