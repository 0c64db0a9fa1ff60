"""Handing over to the printing system, with a stand-in for ``lp`` and, where there is one, a real queue."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.printing.herstelblad import herstelblad_pdf
from vhdesk.printing.printer import Duplex, Printer, PrinterUnavailable, print_pdf, printers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows prints page images from the window")

PDF = b"%PDF-1.7 marker-of-a-case\n" + bytes(range(256)) * 4000
HAL = Printer(name="hal", is_default=True)
LP = """#!{python}
import json, pathlib, sys
here = pathlib.Path({folder!r})
data = sys.stdin.buffer.read()
(here / "job.bin").write_bytes(data)
(here / "argv.json").write_text(json.dumps(sys.argv[1:]))
if (here / "refuse").exists():
    sys.exit("lp: Error - kapot")
print("request id is hal-42 (1 file(s))")
"""
LPSTAT = """#!{python}
import sys
print({{"-e": "kelder\\nhal", "-d": "system default destination: hal"}}[sys.argv[1]])
"""


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text.format(python=sys.executable, folder=str(folder)))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program(tmp_path, "lp", LP)
    program(tmp_path, "lpstat", LPSTAT)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def arguments(spooler: Path) -> list[str]:
    found: list[str] = json.loads((spooler / "argv.json").read_text())
    return found


def test_the_default_printer_comes_first(spooler: Path) -> None:
    assert printers() == (HAL, Printer(name="kelder", is_default=False))


def test_the_bytes_arrive_whole_over_standard_input(spooler: Path) -> None:
    assert print_pdf(PDF, HAL) == "hal-42"
    assert (spooler / "job.bin").read_bytes() == PDF
    assert arguments(spooler)[-1] == "-"


def test_copies_pages_sides_and_a_neutral_title_are_passed_on(spooler: Path) -> None:
    print_pdf(PDF, HAL, copies=3, pages="1-3,7", duplex=Duplex.LANGE_ZIJDE)
    said = arguments(spooler)
    assert said[:2] == ["-dhal", "-n3"]
    assert said[said.index("-t") + 1] == "vhdesk document"
    assert said[said.index("-P") + 1] == "1-3,7"
    assert "sides=two-sided-long-edge" in said


def test_no_file_of_ours_is_written(spooler: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    temp = tmp_path_factory.mktemp("tijdelijk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temp))
        print_pdf(PDF, HAL)
    assert list(temp.iterdir()) == []
    assert sorted(path.name for path in spooler.iterdir()) == ["argv.json", "job.bin", "lp", "lpstat"]


@pytest.mark.parametrize("pages", ["a", "1;rm", "1-", "-o raw", "1 2", ","])
def test_pages_that_cannot_be_are_refused_before_anything_is_sent(spooler: Path, pages: str) -> None:
    with pytest.raises(RuleViolation) as caught:
        print_pdf(PDF, HAL, pages=pages)
    assert (caught.value.code, caught.value.field) == ("paginabereik", "paginas")
    assert not (spooler / "job.bin").exists()


@pytest.mark.parametrize("copies", [0, -1, 100])
def test_copies_have_bounds(spooler: Path, copies: int) -> None:
    with pytest.raises(RuleViolation, match="aantal_exemplaren"):
        print_pdf(PDF, HAL, copies=copies)


def test_a_printer_that_vanished_is_named(spooler: Path) -> None:
    with pytest.raises(PrinterUnavailable) as caught:
        print_pdf(PDF, Printer(name="weg", is_default=False))
    assert caught.value.code == "printer_gone"
    assert caught.value.details == {"printer": "weg"}


def test_a_refused_job_is_reported(spooler: Path) -> None:
    (spooler / "refuse").touch()
    with pytest.raises(PrinterUnavailable, match="print_refused"):
        print_pdf(PDF, HAL)


def test_without_a_printing_system_there_are_no_printers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == ()
    with pytest.raises(PrinterUnavailable, match="no_print_system"):
        print_pdf(PDF, HAL)


def test_on_windows_the_window_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert printers() == ()
    with pytest.raises(PrinterUnavailable, match="printing_by_window"):
        print_pdf(PDF, HAL)


@pytest.mark.skipif(
    not shutil.which("lp") or not os.environ.get("VHDESK_TEST_PRINTER"),
    reason="names a real CUPS queue to print one page on",
)
def test_a_real_queue_takes_the_paper() -> None:
    from datetime import date

    name = os.environ["VHDESK_TEST_PRINTER"]
    (printer,) = [found for found in printers() if found.name == name]
    assert print_pdf(herstelblad_pdf("Proef", "Proef", "ABCD-EFGH", date(2026, 12, 2)), printer)
