"""Each way in which a vault does not open is told apart, and none of them changes anything."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import text
from vault_site import NAME, PASSPHRASE, Site, add_lines, line_count

from vhdesk.crypto.passphrase import CHEAP
from vhdesk.crypto.slots import parse
from vhdesk.errors import (
    ClockSetBack,
    EnvironmentFault,
    Interrupted,
    RuleViolation,
    StorageFull,
    StoreDamaged,
    UnsafeLocation,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
    WrongPassphrase,
)
from vhdesk.store.backup_vault import backup_vault
from vhdesk.store.connection import connect
from vhdesk.store.creation import FirstUser, create_vault
from vhdesk.store.layout import Layout, vault_name
from vhdesk.store.lock import read_holder
from vhdesk.store.meta import write_meta
from vhdesk.store.migrate import Schema
from vhdesk.store.slot_store import list_users, read_front, write_slots


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file that must not change when opening fails (the lock file says who tried)."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "kluis.lock"
    }


def refuse(site: Site, kind: type[EnvironmentFault], code: str, **changes: object) -> EnvironmentFault:
    """Open, expect ``kind`` with ``code``, and that nothing was made or changed."""
    before = tree(site.folder)
    with pytest.raises(kind) as refused:
        site.open(**changes)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert tree(site.folder) == before
    return refused.value


def test_a_vault_opens_as_it_was_left(site: Site) -> None:
    vault = site.open()
    assert line_count(vault) == 3
    assert (vault.user.naam, vault.user.rol) == (NAME, "beheerder")
    assert not (vault.practice or vault.read_only or vault.migrated or vault.by_recovery_sheet)
    assert vault.accepted is None
    assert vault_name(vault.path) == "proef"


def test_the_unlock_page_knows_the_users_beforehand(site: Site) -> None:
    assert [(user.naam, user.rol) for user in list_users(site.folder)] == [(NAME, "beheerder")]
    assert read_front(site.folder).has_recovery_sheet is False


def test_nothing_in_the_files_is_readable(site: Site) -> None:
    vault = site.open()
    with vault.writer.begin() as connection:
        connection.execute(
            text("INSERT INTO kluis_meta VALUES ('proef', :value)"), {"value": "MARKEERTEKST-7781"}
        )
    files = tree(site.folder)
    assert any(name.endswith("-wal") for name in files)
    vault.close()
    files.update({f"later {name}": data for name, data in tree(site.folder).items()})
    for name, data in files.items():
        assert b"MARKEERTEKST" not in data, name
        assert b"SQLite format" not in data, name


def test_a_wrong_passphrase_or_name(site: Site) -> None:
    refuse(site, WrongPassphrase, "wrong_passphrase", passphrase="iets heel anders dan dat")
    refuse(site, WrongPassphrase, "wrong_passphrase", name="Onbekende")
    assert site.open(name=NAME.upper()).user.naam == NAME


def test_missing_parts(site: Site) -> None:
    layout = Layout(site.folder)
    for path, code in ((layout.database, "database_missing"), (layout.slots, "slots_missing")):
        away = path.rename(path.with_name("even.weg"))
        refuse(site, VaultMissing, code)
        assert not path.exists()
        away.rename(path)
    site.folder.rename(site.root / "elders")
    with pytest.raises(VaultMissing, match="folder_missing"):
        site.open()
    assert not site.folder.exists()
    with pytest.raises(VaultMissing, match="folder_missing"):
        list_users(site.folder)


def test_an_empty_database_is_damage_and_not_a_new_vault(site: Site) -> None:
    Layout(site.folder).database.write_bytes(b"")
    refuse(site, StoreDamaged, "database_empty")


def test_damage_is_never_taken_for_a_wrong_passphrase(site: Site) -> None:
    layout = Layout(site.folder)
    data = bytearray(layout.database.read_bytes())
    data[100] ^= 1
    layout.database.write_bytes(data)
    refuse(site, StoreDamaged, "database_unreadable")


def test_the_database_of_another_vault(site: Site, tmp_path: Path) -> None:
    first = FirstUser(naam=NAME, rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    other = create_vault(tmp_path / "ander.vhkluis", first, site.clock, ballast=0, options=site.options())
    other.close()
    shutil.copyfile(tmp_path / "ander.vhkluis" / "kluis.db", Layout(site.folder).database)
    refuse(site, StoreDamaged, "database_unreadable")


def test_a_database_of_another_program(site: Site) -> None:
    vault = site.open()
    key = vault.key.copy()
    vault.close()
    path = Layout(site.folder).database
    path.unlink()
    raw = connect(path, key, create=True)
    raw.execute("CREATE TABLE iets (x)")
    raw.close()
    refuse(site, StoreDamaged, "not_a_vault")


def test_a_database_that_says_it_is_another_vault(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        write_meta(raw, {"kluis": "f" * 32})
    vault.close()
    refuse(site, StoreDamaged, "other_vault")


def test_a_damaged_and_an_older_slot_file(site: Site) -> None:
    layout = Layout(site.folder)
    old = layout.slots.read_bytes()
    layout.slots.write_bytes(old[:-3])
    refuse(site, StoreDamaged, "slots_damaged")
    layout.slots.write_bytes(old)
    vault = site.open()
    vault.change_passphrase(PASSPHRASE, "een nieuwe wachtzin")
    vault.close()
    layout.slots.write_bytes(old)
    refuse(site, StoreDamaged, "slots_rolled_back")


def test_slots_a_step_ahead_of_the_database_are_a_crash_and_open(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        vault.add_user("Bram", "expert", "nog een lange zin", kdf=CHEAP)
        write_meta(raw, {"generatie": "1"})  # as if the process died right after writing the slots
    vault.close()
    again = site.open("Bram", "nog een lange zin")
    with again.engine.connect() as connection:
        found = connection.execute(text("SELECT waarde FROM kluis_meta WHERE sleutel = 'generatie'")).scalar()
    assert found == "2"


def test_a_forged_role_is_refused(site: Site) -> None:
    from dataclasses import replace

    layout = Layout(site.folder)
    slot_file = parse(layout.slots.read_bytes())
    forged = replace(slot_file, slots=(replace(slot_file.slots[0], rol="coordinator"),))
    write_slots(layout.slots, forged)
    refuse(site, StoreDamaged, "slots_tampered")


def test_newer_versions(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        write_meta(raw, {"formaat": "2"})
    vault.close()
    refuse(site, VaultTooNew, "vault_too_new")


def test_a_newer_schema(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    vault.close()
    fault = refuse(site, VaultTooNew, "schema_too_new")
    assert fault.details == {"found": "9999", "known": Schema().head_revision()}


def test_one_process_at_a_time_and_who_it_is(site: Site) -> None:
    vault = site.open()
    with pytest.raises(VaultInUse) as refused:
        site.open()
    assert refused.value.details["pid"] == os.getpid()
    assert refused.value.details["since"] == site.clock.now().isoformat()
    with pytest.raises(VaultInUse):
        site.open(read_only=True)
    read_holder(Layout(site.folder).lock)  # reading the text must not drop the lock
    with pytest.raises(VaultInUse):
        site.open()
    vault.close()
    site.open()


def test_the_lock_of_a_killed_process_is_free(site: Site) -> None:
    program = (
        "import os, signal, sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from vhdesk.store.lock import ProcessLock\n"
        "ProcessLock.acquire(Path(sys.argv[1]), datetime.now(UTC))\n"
        "print('vast', flush=True)\nsys.stdin.read()\n"
    )
    lock = Layout(site.folder).lock
    with subprocess.Popen(
        [sys.executable, "-c", program, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "vast\n"
        fault = refuse(site, VaultInUse, "vault_in_use_here")
        assert fault.details["pid"] == holder.pid
        holder.kill()
    site.open()


def test_a_network_or_synchronised_folder_needs_consent(site: Site) -> None:
    (site.root / ".stfolder").mkdir()
    refuse(site, UnsafeLocation, "synchronised_folder")
    assert line_count(site.open(accept_location=True)) == 3


def test_opened_for_reading_nothing_can_be_written(site: Site) -> None:
    before = tree(site.folder)
    vault = site.open(read_only=True)
    assert line_count(vault) == 3
    with pytest.raises(Exception, match="readonly"), vault.writer.begin() as connection:
        connection.execute(text("DELETE FROM kluis_meta"))
    with pytest.raises(VaultReadOnly):
        vault.add_user("Bram", "expert", "nog een lange zin", kdf=CHEAP)
    vault.close()
    assert tree(site.folder) == before


def test_opened_for_reading_an_older_form_says_that_it_must_be_written_once(site: Site) -> None:
    vault = site.open()
    with vault.database.direct() as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    vault.close()
    with pytest.raises(VaultReadOnly, match="schema_needs_writing"):
        site.open(read_only=True)


@pytest.mark.parametrize(("log", "said"), [(None, "3"), (b"", "3"), (b"laatste", "wal_needs_writing")])
def test_a_read_only_folder(site: Site, log: bytes | None, said: str) -> None:
    """Run as somebody who may read but not write, since the tests may run as root."""
    program = Path(__file__).with_name("read_only_reader.py")
    if log is not None:
        (site.folder / "kluis.db-wal").write_bytes(log)
    for folder in (site.root, *site.root.parents):
        if folder != Path("/tmp") and os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder.name.startswith("pytest-of"):
            break
    for path in site.root.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    site.folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, str(program), str(site.folder), str(site.anchors), NAME, PASSPHRASE],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        for path in (site.folder, *site.root.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["folder_read_only", said]


def test_the_clock_set_back_is_noticed_beyond_five_minutes(site: Site) -> None:
    vault = site.open()
    site.clock.moment -= timedelta(minutes=5)
    vault.check_clock()
    site.clock.moment -= timedelta(seconds=1)
    with pytest.raises(ClockSetBack) as refused:
        vault.check_clock()
    assert refused.value.details["now"] == site.clock.now().isoformat()


def test_locking_leaves_no_connection_key_or_log(site: Site) -> None:
    vault = site.open()
    add_lines(vault, 2)
    key, sessions = vault.key, (vault.engine.connect(), vault.engine.connect(), vault.read_engine.connect())
    for session in sessions:
        session.execute(text("SELECT count(*) FROM journaal"))
    assert vault.database.open_connections == 3
    vault.close()
    vault.close()
    assert vault.closed
    assert vault.database.open_connections == 0
    assert key.cleared
    assert not [path for path in site.folder.iterdir() if path.name.endswith(("-wal", "-shm"))]
    for use in (vault.engine.connect, vault.writer.connect, vault.read_engine.connect):
        with pytest.raises(Interrupted):
            use()
    if sys.platform == "linux":
        handles = [os.path.realpath(name) for name in Path("/proc/self/fd").iterdir()]
        assert not [handle for handle in handles if handle.startswith(str(site.root))]


def test_a_new_vault_is_refused_where_something_stands(site: Site, tmp_path: Path) -> None:
    first = FirstUser(naam=NAME, rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    (tmp_path / "bezet").write_text("iets")
    (tmp_path / "leeg").mkdir()
    for taken in (site.folder, tmp_path / "bezet", tmp_path / "leeg"):
        with pytest.raises(VaultExists):
            create_vault(taken, first, site.clock, options=site.options())
    with pytest.raises(VaultMissing):
        create_vault(tmp_path / "nergens" / "x.vhkluis", first, site.clock, options=site.options())
    weak = FirstUser(naam=NAME, rol="beheerder", passphrase="kort", kdf=CHEAP)
    with pytest.raises(RuleViolation, match="wachtwoord_te_kort"):
        create_vault(tmp_path / "x.vhkluis", weak, site.clock, options=site.options())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bezet", "leeg", "plek"]


def test_a_failed_creation_leaves_nothing(site: Site, tmp_path: Path) -> None:
    class Broken(Schema):
        def upgrade(self, path: Path, key: object, *, to: str = "head") -> None:
            raise dbapi.OperationalError("half way")

    first = FirstUser(naam=NAME, rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    with pytest.raises(dbapi.OperationalError):
        create_vault(tmp_path / "x.vhkluis", first, site.clock, options=site.options(schema=Broken()))
    assert [path.name for path in tmp_path.iterdir()] == ["plek"]


def too_full(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """Let the disk be too full for opening as long as the ballast lies there."""

    def guarded(path: Path, *args: Any, **how: Any) -> Any:
        if Layout(site.folder).ballast.exists() or not enough:
            raise OSError(errno.ENOSPC, "no room")
        return connect(path, *args, **how)

    enough = Layout(site.folder).ballast.exists()
    monkeypatch.setattr("vhdesk.store.opening.connect", guarded)


def test_on_a_full_disk_opening_gives_up_the_ballast_and_says_so(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert site.open().ballast_released is False
    site.close()
    too_full(monkeypatch, site)
    vault = site.open()
    assert vault.ballast_released
    assert not vault.layout.ballast.exists()
    assert line_count(vault) == 3


def test_without_ballast_a_full_disk_is_named(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    Layout(site.folder).ballast.unlink()
    too_full(monkeypatch, site)
    with pytest.raises(StorageFull, match="disk_full"):
        site.open()


def test_who_only_reads_leaves_the_ballast(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    too_full(monkeypatch, site)
    with pytest.raises(StorageFull, match="disk_full"):
        site.open(read_only=True)
    assert Layout(site.folder).ballast.exists()


@pytest.mark.parametrize("after", ["sleutel", "inrichten"])
def test_making_a_vault_that_is_broken_off_leaves_nothing(site: Site, tmp_path: Path, after: str) -> None:
    phases: list[str] = []
    options = site.options(progress=lambda phase, _done, _total: phases.append(phase))
    first = FirstUser(naam="Bram", rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    here = tmp_path / "nieuw"
    here.mkdir()
    with pytest.raises(Interrupted, match="cancelled"):
        create_vault(
            here / "x.vhkluis", first, site.clock, options=options, cancelled=lambda: after in phases
        )
    assert phases[-1] == after and list(here.iterdir()) == []


def test_the_slot_file_of_another_vault_is_told_from_a_damaged_database(site: Site, tmp_path: Path) -> None:
    vault = site.open()
    backup_vault(vault, "handmatig")
    vault.close()
    first = FirstUser(naam=NAME, rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    other = create_vault(tmp_path / "ander.vhkluis", first, site.clock, ballast=0, options=site.options())
    other.close()
    shutil.copyfile(other.layout.slots, vault.layout.slots)
    refuse(site, StoreDamaged, "other_vault")
