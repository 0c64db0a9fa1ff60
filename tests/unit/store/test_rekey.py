"""Another data key for the whole vault: who is shut out, and what a crash at any step leaves behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi
from vault_site import NAME, PASSPHRASE, Site, add_lines, line_count

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import (
    Interrupted,
    NotFound,
    RuleViolation,
    StorageFull,
    StoreDamaged,
    VaultInUse,
    WrongPassphrase,
)
from vhdesk.store.backup_folder import BackupState, list_backups
from vhdesk.store.backup_vault import backup_vault
from vhdesk.store.connection import connect
from vhdesk.store.layout import Layout
from vhdesk.store.opening import open_with_recovery_code
from vhdesk.store.rekey import finish_backups, rekey_vault
from vhdesk.store.restore import key_for_backup
from vhdesk.store.vault import OpenVault

OTHER, OTHER_PASSPHRASE = "Bram", "nog een lange zin"


def with_company(site: Site, backups: int = 2) -> tuple[OpenVault, str]:
    """Return the vault open, with a second user, some backups, and that user's id."""
    vault = site.open()
    user = vault.add_user(OTHER, "expert", OTHER_PASSPHRASE, kdf=CHEAP)
    for _ in range(backups):
        backup_vault(vault, "handmatig")
        add_lines(vault)
    return vault, user.id


def opens_with(path: Path, key: DataKey) -> bool:
    try:
        connect(path, key, wal=False).close()
    except dbapi.DatabaseError as error:
        assert "not a database" in str(error)
        return False
    return True


def check_whole(site: Site, *, removed: bool) -> None:
    """The vault opens with one key only, holds everything, and every file is encrypted with that key."""
    vault = site.open()
    if vault.backups_to_rekey:
        finish_backups(vault)
    assert line_count(vault) == 5
    assert add_lines(vault) == 6
    assert (OTHER in [user.naam for user in vault.users()]) is not removed
    backups = list_backups(site.folder, vault.key, twins=True)
    assert [info.state for info in backups] == [BackupState.SOUND] * 2
    vault.close()
    # A kill in the middle of an atomic write leaves its part, which the next write takes over.
    left = {path.name for path in site.folder.iterdir() if path.suffix != ".part"}
    assert left | {"lezers.lock"} == {  # killed before the work began there is none yet
        "kluis.db", "sleutels.json", "reservekopieen", "kluis.lock", "journaal.anker", "ballast.bin",
        "openen.vhdesk", "lezers.lock",
    }  # fmt: skip
    for info in backups:
        key = key_for_backup(info.path, NAME, PASSPHRASE)
        assert opens_with(info.database, key)
        if removed:
            with pytest.raises(WrongPassphrase):
                key_for_backup(info.path, OTHER, OTHER_PASSPHRASE)
    if removed:
        with pytest.raises(WrongPassphrase):
            site.open(OTHER, OTHER_PASSPHRASE)
    else:
        site.open(OTHER, OTHER_PASSPHRASE)


def test_a_removed_user_is_shut_out_of_vault_and_backups(site: Site) -> None:
    vault, other = with_company(site)
    former = vault.key.copy()
    generation = vault.slot_file.generation
    result = rekey_vault(vault, remove=frozenset({other}))
    assert result.skipped == ()
    assert former.fingerprint() != vault.key.fingerprint()
    assert vault.slot_file.generation > generation
    assert line_count(vault) == 5  # the same engines, with the new key
    vault.close()
    assert not opens_with(Layout(site.folder).database, former)
    assert not any(opens_with(info.database, former) for info in list_backups(site.folder))
    check_whole(site, removed=True)


def test_the_herstelblad_still_opens_after_a_rekey(site: Site) -> None:
    vault = site.open()
    code = vault.make_recovery_code(kdf=CHEAP)
    rekey_vault(vault)
    vault.close()
    opened = open_with_recovery_code(site.folder, code, site.clock, site.options())
    site.opened.append(opened)
    assert opened.by_recovery_sheet
    assert line_count(opened) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.slow
def test_killed_between_any_two_steps_one_whole_state_opens(site: Site, tmp_path: Path) -> None:
    vault, other = with_company(site)
    vault.close()
    victim = Path(__file__).with_name("rekey_victim.py")
    done = subprocess.run(
        [sys.executable, str(victim), str(site.root), str(tmp_path), NAME, PASSPHRASE, other],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    phases = {report["phase"].split()[0] for report in reports if report["killed"] and report["phase"]}
    assert phases >= {
        "kopie",
        "controle",
        "sleutels",
        "vastgelegd",
        "wisselen",
        "gewisseld",
        "reservekopieen",
    }
    assert len([report for report in reports if report["killed"]]) >= 15
    for report in reports:
        fallen = Site(Path(report["root"]))
        (fallen.root / "fase").unlink(missing_ok=True)
        removed = committed(fallen, other)
        check_whole(fallen, removed=removed)
        fallen.close()


def committed(site: Site, user_id: str) -> bool:
    """Tell whether the re-key counts, as the files say before anything opens them."""
    layout = Layout(site.folder)
    slots = layout.new_slots if layout.rekey_marker.exists() and layout.new_slots.exists() else layout.slots
    return user_id not in slots.read_text(encoding="utf-8")


def test_cancelled_before_the_commit_nothing_changed(site: Site) -> None:
    vault, other = with_company(site, backups=1)
    former = vault.key.copy()
    seen: list[str] = []
    with pytest.raises(Interrupted):
        rekey_vault(
            vault, lambda phase, *_: seen.append(phase), lambda: "sleutels" in seen, remove=frozenset({other})
        )
    assert vault.key.fingerprint() == former.fingerprint()
    assert line_count(vault) == 4
    assert not Layout(site.folder).new_database.exists()
    vault.close()
    site.open(OTHER, OTHER_PASSPHRASE)


def test_cancelled_during_the_backups_the_rest_is_done_later(site: Site) -> None:
    vault, other = with_company(site)
    seen: list[tuple[str, int]] = []
    with pytest.raises(Interrupted):
        rekey_vault(
            vault,
            lambda phase, done, _total: seen.append((phase, done)),
            lambda: ("reservekopieen", 1) in seen,
            remove=frozenset({other}),
        )
    assert vault.backups_to_rekey
    states = [info.state for info in list_backups(site.folder, vault.key)]
    assert sorted(states) == [BackupState.FORMER_KEY, BackupState.SOUND]
    vault.close()
    check_whole(site, removed=True)


def test_a_damaged_backup_is_left_alone_and_named(site: Site) -> None:
    vault, other = with_company(site)
    damaged = list_backups(site.folder)[0]
    data = bytearray(damaged.database.read_bytes())
    data[9000] ^= 1
    damaged.database.write_bytes(data)
    result = rekey_vault(vault, remove=frozenset({other}))
    assert result.skipped == (damaged.name,)
    assert damaged.database.read_bytes() == data


def test_a_marker_whose_files_are_not_as_promised_touches_nothing(site: Site, tmp_path: Path) -> None:
    vault, _ = with_company(site, backups=0)
    layout = Layout(site.folder)
    stop = RuntimeError("stop")

    def progress(phase: str, *_: int) -> None:
        if phase == "vastgelegd":
            raise stop

    with pytest.raises(RuntimeError):
        rekey_vault(vault, progress)
    assert vault.closed
    shutil.copytree(site.folder, tmp_path / "heel")
    data = bytearray(layout.new_database.read_bytes())
    data[5000] ^= 1
    layout.new_database.write_bytes(data)
    files = {
        path.name: path.read_bytes()
        for path in site.folder.iterdir()
        if path.name != "kluis.lock" and path.is_file()
    }
    with pytest.raises(StoreDamaged, match="rekey_damaged"):
        site.open()
    assert {name: (site.folder / name).read_bytes() for name in files} == files
    shutil.copyfile(tmp_path / "heel" / layout.new_database.name, layout.new_database)
    layout.rekey_marker.write_bytes(layout.rekey_marker.read_bytes()[:-20])
    with pytest.raises(StoreDamaged, match="rekey_damaged"):
        site.open()
    shutil.copyfile(tmp_path / "heel" / layout.rekey_marker.name, layout.rekey_marker)
    assert line_count(site.open()) == 3


def test_who_may_not_be_removed(site: Site) -> None:
    vault, other = with_company(site, backups=0)
    with pytest.raises(RuleViolation, match="eigen_gebruiker"):
        rekey_vault(vault, remove=frozenset({vault.user.id}))
    with pytest.raises(NotFound):
        rekey_vault(vault, remove=frozenset({"onbekend"}))
    with pytest.raises(RuleViolation, match="eigen_gebruiker"):
        vault.remove_user(vault.user.id)
    vault.remove_user(other)
    assert [user.naam for user in vault.users()] == [NAME]


def test_no_room_for_the_copy_is_known_beforehand(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = site.open()
    usage = shutil.disk_usage(site.folder)
    monkeypatch.setattr("vhdesk.store.rekey.shutil.disk_usage", lambda _: usage._replace(free=100_000))
    with pytest.raises(StorageFull):
        rekey_vault(vault)
    assert line_count(vault) == 3


@pytest.mark.parametrize(
    "phase", ["kopie", "controle", "sleutels", "vastgelegd", "wisselen", "gewisseld", "reservekopieen"]
)
def test_locked_in_the_middle_it_stays_locked_and_stops(site: Site, phase: str) -> None:
    vault, other = with_company(site)
    database, busy = vault.database, []

    def lock(now: str, *_: int) -> None:
        if now == phase and not vault.closed:
            vault.close()
            with pytest.raises(VaultInUse):  # the files are still being replaced
                site.open()
            busy.append(now)

    with pytest.raises(Interrupted):
        rekey_vault(vault, lock, remove=frozenset({other}))
    assert busy == [phase]
    assert vault.key.cleared
    assert database.closing
    assert database.open_connections == 0
    removed = phase in ("vastgelegd", "wisselen", "gewisseld", "reservekopieen")
    assert committed(site, other) is removed
    check_whole(site, removed=removed)


def test_a_locked_vault_lends_no_key_and_takes_none(site: Site) -> None:
    vault = site.open()
    vault.close()
    with pytest.raises(Interrupted, match="vault_locked"):
        vault.lend_key()
    new_key = DataKey.generate()
    with pytest.raises(Interrupted, match="vault_locked"):
        vault.adopt(new_key, vault.slot_file)
    assert new_key.cleared
    with pytest.raises(Interrupted, match="vault_locked"):
        rekey_vault(vault)
