"""Making the practice vault takes a while, and can be broken off: then there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from vhdesk.app.oefening import maak_oefenkluis
from vhdesk.app.plaats import Oefenplaats
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import Interrupted


def test_a_practice_vault_that_is_broken_off_leaves_no_folder(tmp_path: Path, clock: FixedClock) -> None:
    home = tmp_path / "oefening"

    def stop(done: int, _total: int, _words: str) -> None:
        if done:
            raise Interrupted("cancelled")

    with pytest.raises(Interrupted):
        maak_oefenkluis(
            Oefenplaats(home / "Oefenkluis.vhkluis", tmp_path / "ankers"), clock, kdf=CHEAP, progress=stop
        )
    assert list(home.iterdir()) == []
