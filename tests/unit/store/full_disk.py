"""Run by test_faults as a program on a small disk of its own: fills it, and says what each step reports."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from vault_site import add_lines, line_count

from vhdesk.clock import FixedClock
from vhdesk.errors import StorageFull
from vhdesk.store.backup_vault import backup_vault
from vhdesk.store.ballast import ensure_ballast
from vhdesk.store.engine import check_integrity
from vhdesk.store.faults import translated
from vhdesk.store.opening import OpenOptions, open_vault

CLOCK = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))


def main(disk: Path, template: Path, name: str, passphrase: str) -> None:
    shutil.copytree(template / "proef.vhkluis", disk / "proef.vhkluis")
    folder, options = disk / "proef.vhkluis", OpenOptions(anchor_home=template / "ankers")
    (folder / "ballast.bin").unlink()
    assert ensure_ballast(folder, 512 * 1024)
    vault = open_vault(folder, name, passphrase, CLOCK, options)
    written = add_lines(vault, 5)
    room = shutil.disk_usage(disk).free - 40 * 1024
    (disk / "vol").write_bytes(bytes(room))
    full = ""
    try:
        with translated(folder):
            while True:
                written = add_lines(vault)
    except StorageFull as fault:
        full = fault.code
    print(written)
    print(full)
    vault.close()
    with (disk / "rest").open("wb", buffering=0) as rest:
        try:
            while rest.write(bytes(1024)):
                pass
        except OSError:
            pass
    kept = (folder / "ballast.bin").rename(disk / "elders")
    try:
        open_vault(folder, name, passphrase, CLOCK, options).close()
        print("opened")
    except StorageFull as fault:
        print(fault.code)
    kept.rename(folder / "ballast.bin")
    vault = open_vault(folder, name, passphrase, CLOCK, options)
    print(vault.ballast_released, (folder / "ballast.bin").exists())
    print(line_count(vault))
    try:
        backup_vault(vault, "handmatig")
        print("backup")
    except StorageFull as fault:
        print(f"{fault.code}-backup")
    with vault.database.direct() as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        check_integrity(raw)
    vault.close()
    print("heel")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
