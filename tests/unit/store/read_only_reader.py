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
    """Print what opening for writing says, and then the number of lines read or what opening to read says."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    for options in (OpenOptions(anchor_home=anchors), OpenOptions(read_only=True, anchor_home=anchors)):
        try:
            vault = open_vault(folder, name, passphrase, SystemClock(), options)
        except VaultReadOnly as refused:
            print(refused.code)
            continue
        with vault.read_engine.connect() as connection:
            print(connection.execute(text("SELECT count(*) FROM journaal")).scalar_one())
        vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
