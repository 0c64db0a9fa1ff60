"""Writing minutes to disk: whole or not at all, with a sentence for each way it can fail."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from vhdesk.queries.verslag import VerslagRow
from vhdesk.ui.verslagen.pdf_file import file_name, write_file

ROW = VerslagRow(
    id="o", nummer="OV-1", tafel_id="t", tafel="Werktafel: Enschede/Losser", datum=date(2026, 12, 2),
    gesloten_op=None, sluitreden="", casussen=1, besluiten=1, acties=1,
)  # fmt: skip


def test_the_name_holds_table_and_date_and_nothing_a_file_system_refuses() -> None:
    assert file_name(ROW) == "Verslag Werktafel Enschede Losser 2026-12-02.pdf"


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "verslag.pdf"
    target.write_bytes(b"oud")
    assert write_file(target, b"nieuw").fine
    assert target.read_bytes() == b"nieuw"


def test_the_extension_is_added(tmp_path: Path) -> None:
    assert write_file(tmp_path / "verslag", b"x").fine
    assert (tmp_path / "verslag.pdf").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "geen ruimte"),
        (errno.EACCES, "niet schrijven"),
        (errno.EROFS, "niet schrijven"),
        (errno.EIO, "kon niet worden geschreven"),
    ],
)
def test_a_failure_keeps_the_old_file_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    target = tmp_path / "verslag.pdf"
    target.write_bytes(b"oud")

    def fail(_descriptor: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    outcome = write_file(target, b"nieuw")
    assert not outcome.fine and words in outcome.happened and outcome.next_step
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["verslag.pdf"]
