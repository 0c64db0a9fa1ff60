"""What the tests of the store share: a folder with one vault, and acts in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from vhdesk.clock import FixedClock
from vhdesk.store.opening import OpenOptions, open_vault
from vhdesk.store.vault import OpenVault

NAME = "Anneke de Wit"
PASSPHRASE = "een lange wachtzin van ons"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Site:
    """A folder with one vault and the anchors of its machine."""

    root: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOON))
    opened: list[OpenVault] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.root / "proef.vhkluis"

    @property
    def anchors(self) -> Path:
        return self.root / "ankers"

    def options(self, **changes: object) -> OpenOptions:
        return OpenOptions(anchor_home=self.anchors, **changes)  # type: ignore[arg-type]

    def open(self, name: str = NAME, passphrase: str = PASSPHRASE, **changes: object) -> OpenVault:
        vault = open_vault(self.folder, name, passphrase, self.clock, self.options(**changes))
        self.opened.append(vault)
        return vault

    def close(self) -> None:
        for vault in self.opened:
            vault.close()


def add_lines(vault: OpenVault, count: int = 1) -> int:
    """Commit ``count`` acts of one journaal line each, with their anchors; return the last number."""
    number = 0
    for _ in range(count):
        with vault.writer.begin() as connection:
            last = connection.execute(
                text("SELECT volgnr, hash FROM journaal ORDER BY volgnr DESC LIMIT 1")
            ).first()
            number, before = (last[0] + 1, last[1]) if last else (1, "0" * 64)
            line_hash = hashlib.sha256(f"{number}{before}".encode()).hexdigest()
            connection.execute(
                text(
                    "INSERT INTO journaal (volgnr, tijdstip, actor_id, actor, actie, object_soort, object_id,"
                    " resultaat, oorsprong, bijzonderheden, vorige_hash, hash)"
                    " VALUES (:n, :at, 'a', 'b', 'c', 'd', 'e', 'gelukt', 'venster', '', :before, :hash)"
                ),
                {
                    "n": number,
                    "at": vault.clock.now().strftime("%Y-%m-%d %H:%M:%S.%f"),
                    "before": before,
                    "hash": line_hash,
                },
            )
        vault.anchor.advance(number, line_hash)
    return number


def line_count(vault: OpenVault) -> int:
    with vault.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM journaal")).scalar_one())
