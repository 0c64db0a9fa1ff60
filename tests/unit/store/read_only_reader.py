"""Run by test_opening as a program: opens a vault that cannot be written, as a user without the right to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sqlalchemy import text

from vhdesk.clock import SystemClock
from vhdesk.errors import VaultReadOnly
from vhdesk.store.opening import OpenOptions, open_vault


def main(folder: Path, anchors: Path, name: str, passphrase: str) -> None:
    """Print what opening for writing says, the number of lines read, and what a left-over log says."""
    left_over = folder / "kluis.db-wal"
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        open_vault(folder, name, passphrase, SystemClock(), OpenOptions(anchor_home=anchors))
    except VaultReadOnly as refused:
        print(refused.code)
    reading = OpenOptions(read_only=True, anchor_home=anchors)
    vault = open_vault(folder, name, passphrase, SystemClock(), reading)
    with vault.read_engine.connect() as connection:
        print(connection.execute(text("SELECT count(*) FROM journaal")).scalar_one())
    vault.close()
    exists = Path.is_file
    Path.exists = lambda path: path == left_over or exists(path)  # type: ignore[method-assign,assignment]
    try:
        open_vault(folder, name, passphrase, SystemClock(), reading)
    except VaultReadOnly as refused:
        print(refused.code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
