"""A backup counts only when it is whole, is never silently wrong, and comes back as a vault of its own."""

from __future__ import annotations

import json
import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from vault_site import NAME, PASSPHRASE, Site, add_lines, line_count

from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import (
    Interrupted,
    StorageFull,
    StoreDamaged,
    VaultExists,
    VaultMissing,
    WrongPassphrase,
)
from vhdesk.store.backup import looked_through, thin_backups, verify_backup
from vhdesk.store.backup_folder import BackupState, list_backups, read_backup
from vhdesk.store.backup_vault import backup_vault
from vhdesk.store.ballast import BALLAST_BYTES, release_ballast
from vhdesk.store.files import write_synced
from vhdesk.store.layout import Layout
from vhdesk.store.opening import open_vault
from vhdesk.store.rekey import rekey_vault
from vhdesk.store.restore import key_for_backup, key_for_backup_by_code, restore_backup
from vhdesk.store.vault import OpenVault


def test_a_backup_says_what_is_in_it(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    assert info.moment == site.clock.now()
    assert (info.reason, info.head.seq, info.vault_id) == ("handmatig", 3, vault.vault_id)
    assert info.size == info.database.stat().st_size
    assert info.counts == {"casussen": 0, "overleggen": 0, "besluiten": 0, "acties": 0}
    assert info.schema == vault.schema.head_revision()
    assert list_backups(site.folder, vault.key) == (info,)
    assert not [path for path in info.path.iterdir() if path.name.endswith(("-wal", "-shm", "-journal"))]
    verify_backup(info, vault.key)


def test_two_in_one_second_are_two(site: Site) -> None:
    vault = site.open()
    first, second = backup_vault(vault, "a"), backup_vault(vault, "b")
    assert first.path != second.path
    assert {info.reason for info in list_backups(site.folder, vault.key)} == {"a", "b"}


def test_without_the_key_a_manifest_is_shown_as_unchecked(site: Site) -> None:
    backup_vault(site.open(), "handmatig")
    assert [info.state for info in list_backups(site.folder)] == [BackupState.UNCHECKED]


@pytest.mark.parametrize("name", ["kluis.db", "manifest.json", "sleutels.json"])
def test_every_flipped_byte_of_a_backup_is_reported(site: Site, name: str) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    path = info.path / name
    good = path.read_bytes()
    for index in range(3, len(good), max(1, len(good) // 40)):
        path.write_bytes(good[:index] + bytes([good[index] ^ 2]) + good[index + 1 :])
        with pytest.raises(StoreDamaged):
            restore_backup(info.path, site.root / "terug.vhkluis", vault.key, site.clock, site.options())
        assert not (site.root / "terug.vhkluis").exists()
    path.write_bytes(good[:-1])
    with pytest.raises(StoreDamaged):
        restore_backup(info.path, site.root / "terug.vhkluis", vault.key, site.clock, site.options())
    path.unlink()
    assert read_backup(info.path, vault.key).state is BackupState.DAMAGED
    assert [info.state for info in list_backups(site.folder, vault.key)] == [BackupState.DAMAGED]


def test_a_flipped_byte_of_the_slots_of_a_backup_is_found_without_restoring_it(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    good = info.slots.read_bytes()
    assert looked_through(info, vault.key) == info
    for index in range(0, len(good), len(good) // 60):
        info.slots.write_bytes(good[:index] + bytes([good[index] ^ 2]) + good[index + 1 :])
        assert looked_through(info, vault.key).state is BackupState.DAMAGED, index
        with pytest.raises(StoreDamaged, match="backup_damaged"):
            verify_backup(info, vault.key)
    info.slots.write_bytes(good)
    verify_backup(info, vault.key)


def test_slots_that_are_whole_but_not_of_this_vault_are_found(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    other = replace(vault.slot_file, vault_id="f" * 32).signed(
        vault.key
    )  # a vault that was restored has this key too
    info.slots.write_bytes(other.to_bytes())
    assert looked_through(info, vault.key).state is BackupState.DAMAGED
    info.slots.write_bytes(replace(vault.slot_file, generation=9).to_bytes())  # whole, but not signed
    assert looked_through(info, vault.key).state is BackupState.DAMAGED


def test_a_backup_whose_slots_do_not_read_back_does_not_count(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = site.open()

    def flipped(path: Path, data: bytes) -> None:
        write_synced(
            path, data.replace(b'"naam": "', b'"naam": "X', 1) if path.name == "sleutels.json" else data
        )

    monkeypatch.setattr("vhdesk.store.backup.write_synced", flipped)
    with pytest.raises(StoreDamaged):
        backup_vault(vault, "handmatig")
    assert list(Layout(site.folder).backups.iterdir()) == []


def test_slots_that_are_damaged_are_no_obstacle_for_a_new_key(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    info.slots.write_bytes(b"{")
    assert rekey_vault(vault).skipped == ()
    (twin,) = list_backups(site.folder, vault.key)
    verify_backup(twin, vault.key)


def test_a_manifest_of_another_backup_does_not_pass(site: Site) -> None:
    vault = site.open()
    first = backup_vault(vault, "a")
    add_lines(vault)
    second = backup_vault(vault, "b")
    shutil.copyfile(second.path / "manifest.json", first.path / "manifest.json")
    with pytest.raises(StoreDamaged):
        verify_backup(read_backup(first.path, vault.key), vault.key)


def test_what_is_half_made_does_not_count_and_is_cleared_away(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    half = info.path.with_name("20260302T120500Z-0123456789abcdef.part")
    shutil.copytree(info.path, half)
    strange = info.path.with_name("map van iemand anders")
    strange.mkdir()
    assert list_backups(site.folder, vault.key) == (info,)
    thin_backups(site.folder, vault.key, site.clock.now())
    assert not half.exists()
    assert strange.exists()


def test_cancelled_or_locked_leaves_no_backup(site: Site) -> None:
    vault = site.open()
    with pytest.raises(Interrupted):
        backup_vault(vault, "handmatig", cancelled=lambda: True)
    with pytest.raises(Interrupted):
        backup_vault(vault, "handmatig", lambda phase, *_: vault.close() if phase == "kopie" else None)
    assert list(Layout(site.folder).backups.iterdir()) == []


def test_a_full_disk_leaves_no_backup_and_an_open_vault(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    vault = site.open()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("vhdesk.store.backup.write_synced", full)
    with pytest.raises(StorageFull):
        backup_vault(vault, "handmatig")
    assert list(Layout(site.folder).backups.iterdir()) == []
    assert add_lines(vault) == 4


def test_a_backup_while_another_thread_writes(site: Site) -> None:
    vault, stop = site.open(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            add_lines(vault)

    writer = threading.Thread(target=write)
    writer.start()
    infos = [backup_vault(vault, "automatisch") for _ in range(3)]
    stop.set()
    writer.join()
    assert infos[0].head.seq <= infos[1].head.seq <= infos[2].head.seq <= line_count(vault)
    for info in infos:
        verify_backup(info, vault.key)


def test_thinning_removes_only_authentic_old_ones(site: Site) -> None:
    vault = site.open()
    first = backup_vault(vault, "oud")
    damaged = backup_vault(vault, "beschadigd")
    (damaged.path / "manifest.json").write_text("{}")
    later = backup_vault(vault, "later op de dag")
    site.clock.moment += timedelta(days=3)
    newest = backup_vault(vault, "nieuw")
    names = {info.name for info in list_backups(site.folder, vault.key)}
    assert {newest.name, later.name, damaged.name} <= names
    assert first.moment == later.moment  # the same second counts as one moment
    site.clock.moment += timedelta(hours=1)
    assert thin_backups(site.folder, vault.key, site.clock.now()) == ()


def restored(site: Site, vault: OpenVault, backup: Path, name: str = "terug.vhkluis") -> OpenVault:
    folder = restore_backup(backup, site.root / name, vault.key, site.clock, site.options(), ballast=0)
    again = open_vault(folder, NAME, PASSPHRASE, site.clock, site.options())
    site.opened.append(again)
    return again


@pytest.mark.parametrize("after", ["controle", "kopie"])
def test_restoring_that_is_broken_off_leaves_nothing(site: Site, tmp_path: Path, after: str) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    phases: list[str] = []
    here = tmp_path / "elders"
    here.mkdir()
    with pytest.raises(Interrupted, match="cancelled"):
        restore_backup(
            info.path, here / "terug.vhkluis", vault.key, site.clock, site.options(),
            progress=lambda phase, _done, _total: phases.append(phase), cancelled=lambda: after in phases,
        )  # fmt: skip
    assert phases[-1] == after and list(here.iterdir()) == []


def test_a_backup_becomes_a_new_vault_beside_the_old(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    add_lines(vault, 2)
    again = restored(site, vault, info.path)
    assert line_count(again) == 3
    assert line_count(vault) == 5  # both open, side by side
    assert again.vault_id != vault.vault_id
    with again.engine.connect() as connection:
        origin = connection.execute(
            text("SELECT waarde FROM kluis_meta WHERE sleutel = 'herkomst'")
        ).scalar_one()
    assert origin.split()[:2] == [vault.vault_id, info.name]
    assert add_lines(again, 1) == 4
    again.close()
    reopened = open_vault(again.path, NAME, PASSPHRASE, site.clock, site.options())
    reopened.close()


def test_restoring_never_overwrites(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    with pytest.raises(VaultExists):
        restore_backup(info.path, site.folder, vault.key, site.clock, site.options())


def test_a_backup_folder_alone_is_enough(site: Site, tmp_path: Path) -> None:
    vault = site.open()
    code = vault.make_recovery_code(kdf=CHEAP)
    info = backup_vault(vault, "handmatig")
    vault.close()
    alone = tmp_path / "stick" / info.name
    shutil.copytree(info.path, alone)
    shutil.rmtree(site.folder)
    with pytest.raises(WrongPassphrase):
        key_for_backup(alone, NAME, "iets heel anders")
    key = key_for_backup(alone, NAME, PASSPHRASE)
    assert key_for_backup_by_code(alone, code).view() == key.view()
    folder = restore_backup(alone, tmp_path / "terug.vhkluis", key, site.clock, site.options(), ballast=0)
    again = open_vault(folder, NAME, PASSPHRASE, site.clock, site.options())
    assert line_count(again) == 3
    again.close()


def test_a_changed_passphrase_reaches_the_backups(site: Site) -> None:
    vault = site.open()
    info = backup_vault(vault, "handmatig")
    vault.change_passphrase(PASSPHRASE, "een nieuwe wachtzin")
    with pytest.raises(WrongPassphrase):
        key_for_backup(info.path, NAME, PASSPHRASE)
    assert key_for_backup(info.path, NAME, "een nieuwe wachtzin").view() == vault.key.view()
    verify_backup(info, vault.key)


def test_a_lost_slot_file_comes_back_from_a_backup(site: Site) -> None:
    vault = site.open()
    backup_vault(vault, "handmatig")
    vault.add_user("Bram", "expert", "nog een lange zin", kdf=CHEAP)
    vault.close()
    Layout(site.folder).slots.unlink()
    with pytest.raises(VaultMissing, match="slots_missing"):
        site.open()
    newest = list_backups(site.folder)[0]
    shutil.copy(newest.slots, Layout(site.folder).slots)  # what the sentence of slots_missing asks
    assert site.open("Bram", "nog een lange zin").user.naam == "Bram"


def test_the_manifest_holds_no_names(site: Site) -> None:
    info = backup_vault(site.open(), "handmatig")
    content = (info.path / "manifest.json").read_text(encoding="utf-8")
    assert NAME not in content
    assert set(json.loads(content)) == {
        "formaat", "kluis", "sleutel", "generatie", "tijdstip", "reden", "grootte", "sha256", "aantallen",
        "journaal", "schema", "mac",
    }  # fmt: skip


def test_a_damaged_vault_gives_no_backup_and_says_damaged(site: Site) -> None:
    vault = site.open()
    vault.close()
    data = bytearray(Layout(site.folder).database.read_bytes())
    data[60 * 4096 + 77] ^= 1
    Layout(site.folder).database.write_bytes(data)
    with pytest.raises(StoreDamaged, match="database_damaged"):
        backup_vault(site.open(), "handmatig")
    assert list(Layout(site.folder).backups.iterdir()) == []


def test_a_backup_puts_released_ballast_back(site: Site) -> None:
    vault = site.open()
    assert release_ballast(site.folder)
    backup_vault(vault, "handmatig")
    assert Layout(site.folder).ballast.stat().st_size == BALLAST_BYTES
