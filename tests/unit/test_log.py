"""The log: it turns over, stays small, and holds places in the code and no words of people."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from vhdesk.app.log import start_log
from vhdesk.ui.incident import report_bug

NAAM = "Berat Aydin"
MOST_FILES = 6
LARGEST = 1_000_000


@pytest.fixture
def logging_restored() -> Iterator[logging.Logger]:
    """The root logger without what a test added."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))


def test_it_turns_over_and_stays_small(tmp_path: Path, logging_restored: logging.Logger) -> None:
    path = start_log(tmp_path / "log")
    log = logging.getLogger("vhdesk.proef")
    for number in range(1_800):
        log.info("act %s took %d ms %s", "BesluitVastleggen", number, "x" * 4000)
    files = sorted((tmp_path / "log").iterdir())
    assert path in files and len(files) == MOST_FILES
    assert all(file.stat().st_size <= LARGEST for file in files)
    assert " 1799 ms" in path.read_text("utf-8") and "took 0 ms" not in written(tmp_path / "log")


def test_neither_an_exception_nor_a_bug_brings_words_of_people(
    tmp_path: Path, logging_restored: logging.Logger
) -> None:
    start_log(tmp_path / "log")
    try:
        naam = NAAM
        raise ValueError(f"{naam} is geen datum")
    except ValueError as fault:
        logging.getLogger("vhdesk.proef").exception("act failed")
        logging.getLogger("vhdesk.proef").warning("act failed", exc_info=fault, stack_info=True)
        number = report_bug(fault)
    text = written(tmp_path / "log")
    assert f"incident {number}: ValueError at test_log.py:" in text and "act failed" in text
    assert NAAM not in text and "geen datum" not in text and "Traceback" not in text


def test_libraries_that_quote_what_they_are_given_are_kept_quiet(
    tmp_path: Path, logging_restored: logging.Logger
) -> None:
    start_log(tmp_path / "log")
    for library in ("sqlalchemy.engine", "alembic.runtime", "reportlab", "pypdfium2", "fontTools.subset"):
        logging.getLogger(library).warning("INSERT %s", NAAM)
    assert NAAM not in written(tmp_path / "log")


def test_a_log_that_cannot_be_written_is_no_reason_not_to_start(
    tmp_path: Path, logging_restored: logging.Logger
) -> None:
    (tmp_path / "log").write_text("een bestand waar de map moet komen")
    start_log(tmp_path / "log")
    logging.getLogger("vhdesk.proef").info("goes on")
