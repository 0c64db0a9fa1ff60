"""A file that leaves the vault: whole or not at all, with a sentence for each way it can fail."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from vhdesk.errors import EnvironmentFault, StorageFull
from vhdesk.exchange.uitvoer import write_folder, write_whole
from vhdesk.vocabulary_faults import describe


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "verslag.pdf"
    target.write_bytes(b"oud")
    write_whole(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["verslag.pdf"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "geen ruimte"),
        (errno.EACCES, "niet schrijven"),
        (errno.EROFS, "niet schrijven"),
        (errno.ENOENT, "bestaat niet"),
        (errno.EIO, "niet te schrijven"),
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
    with pytest.raises(EnvironmentFault) as caught:
        write_whole(target, b"nieuw")
    assert isinstance(caught.value, StorageFull) is (number == errno.ENOSPC)
    text = describe(caught.value)
    assert words in text.happened and text.next_step
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["verslag.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="map_bestaat_niet"):
        write_whole(tmp_path / "weg" / "verslag.pdf", b"x")


def test_a_folder_comes_with_all_its_files_and_never_over_another(tmp_path: Path) -> None:
    for naam in ("kopieën", "kopieën (2)"):
        made = write_folder(tmp_path / "kopieën", {"01 a.pdf": b"a", "02 b.pdf": b"b"})
        assert made.name == naam
        assert {file.name: file.read_bytes() for file in made.iterdir()} == {
            "01 a.pdf": b"a",
            "02 b.pdf": b"b",
        }
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_whole_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        write_folder(tmp_path / "kopieën", {"01 a.pdf": b"a", "weg/02 b.pdf": b"b"})
    assert list(tmp_path.iterdir()) == []
