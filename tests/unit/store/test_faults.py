from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from vault_site import NAME, PASSPHRASE, Site, add_lines, line_count

from vhdesk.errors import (
    NotFound,
    StorageFull,
    StorageUnavailable,
    StoreDamaged,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
    VhdeskError,
)
from vhdesk.store.ballast import ensure_ballast, release_ballast
from vhdesk.store.faults import translate, translated


def driver_error(code: int) -> dbapi.OperationalError:
    error = dbapi.OperationalError("tekst met Jan Jansen")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (5, VaultInUse, "database_busy"),
        (8, VaultReadOnly, "database_read_only"),
        (13, StorageFull, "disk_full"),
        (11, StoreDamaged, "database_damaged"),
        (26, StoreDamaged, "database_unreadable"),
        (10, StorageUnavailable, "disk_error"),
        (10 | 3 << 8, StorageUnavailable, "disk_error"),
    ],
)
def test_codes_of_sqlite(number: int, kind: type[VhdeskError], code: str) -> None:
    for error in (driver_error(number), DBAPIError("x", None, driver_error(number))):
        fault = translate(error)
        assert type(fault) is kind
        assert fault is not None
        assert fault.code == code
        assert "Jansen" not in str(fault)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EROFS, VaultReadOnly),
        (errno.EACCES, VaultReadOnly),
        (errno.ENOENT, VaultMissing),
        (errno.EIO, StorageUnavailable),
    ],
)
def test_codes_of_the_system(number: int, kind: type[VhdeskError]) -> None:
    assert type(translate(OSError(number, "x"))) is kind


def test_a_constraint_or_a_bug_is_nobodys_environment() -> None:
    assert translate(driver_error(19)) is None
    assert translate(driver_error(1)) is None
    assert translate(ValueError("x")) is None
    with pytest.raises(ValueError, match="x"), translated():
        raise ValueError("x")
    with pytest.raises(NotFound), translated():
        raise NotFound("user")


def test_an_error_of_the_disk_is_full_when_the_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("vhdesk.store.faults.shutil.disk_usage", lambda _: usage._replace(free=4096))
    assert type(translate(driver_error(10), tmp_path)) is StorageFull
    assert type(translate(driver_error(10))) is StorageUnavailable


def test_a_database_that_may_not_grow_reports_full_and_keeps_what_stood(site: Site) -> None:
    vault = site.open()
    with vault.writer.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.rollback()
        connection.connection.dbapi_connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[union-attr]
        with pytest.raises(StorageFull, match="disk_full"), translated(site.folder):
            connection.execute(text("INSERT INTO kluis_meta VALUES ('groot', zeroblob(3000000))"))
    assert line_count(vault) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk of its own")
def test_on_a_really_full_disk_nothing_is_lost_and_the_ballast_helps(site: Site, tmp_path: Path) -> None:
    if os.getuid() != 0 or shutil.which("unshare") is None:
        pytest.skip("needs the right to mount")
    site.open().close()
    disk = tmp_path / "schijf"
    disk.mkdir()
    program = Path(__file__).with_name("full_disk.py")
    inner = 'mount -t tmpfs -o size=6m none "$0" && exec "$@"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", inner, str(disk), sys.executable, str(program), str(disk), str(site.root),
         NAME, PASSPHRASE],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 0, done.stderr
    written, *rest = done.stdout.split()
    assert int(written) > 3
    assert rest == ["disk_full", "disk_full", "True", "False", written, "disk_full-backup", "heel"]


def test_the_ballast_is_put_back_when_there_is_room(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert release_ballast(site.folder) is True
    assert release_ballast(site.folder) is False
    usage = shutil.disk_usage(site.folder)
    monkeypatch.setattr("vhdesk.store.ballast.shutil.disk_usage", lambda _: usage._replace(free=5000))
    assert ensure_ballast(site.folder, 4096) is False
    monkeypatch.undo()
    assert ensure_ballast(site.folder, 4096) is True
    assert (site.folder / "ballast.bin").stat().st_size == 4096
    assert add_lines(site.open()) == 4
