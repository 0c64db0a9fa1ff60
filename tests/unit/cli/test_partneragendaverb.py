"""The agenda of a partner without a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import NAAM
from vhdesk.cli.uitgang import Uitgang
from vhdesk.queries.organisatie import tafels
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen

Cli = Callable[..., tuple[int, str, str]]
WIE = ("--naam", NAAM, "--wachtwoord-stdin")


@pytest.fixture
def gepland(kluismap: Path, kluis: Kluis) -> tuple[Path, str]:
    tafel_id = kluis.desk.ask(tafels)[0].id
    gemaakt = kluis.desk.execute(OverlegPlannen(tafel_id=tafel_id, datum=date(2026, 12, 9)))
    kluis.sluiten()
    return kluismap, gemaakt.nummer


@pytest.mark.parametrize(("naam", "begin"), [("uit.pdf", b"%PDF"), ("uit.ics", b"BEGIN:VCALENDAR")])
def test_a_paper_or_an_appointment(
    cli: Cli, gepland: tuple[Path, str], tmp_path: Path, naam: str, begin: bytes
) -> None:
    uit = tmp_path / naam
    code, gezegd, _ = cli(
        "partneragenda", str(gepland[0]), gepland[1], "--partner", "politie", "--uit", str(uit), *WIE
    )
    assert (code, naam in gezegd) == (Uitgang.GOED, True)
    assert uit.read_bytes().startswith(begin)
    _, regels, _ = cli("vragen", str(gepland[0]), "journaal", *WIE)
    assert "agenda per partner opslaan" in regels


@pytest.mark.parametrize(("overleg", "partner"), [("OV-1999-001", "politie"), ("", "Niemand")])
def test_what_is_not_there_is_one_sentence(
    cli: Cli, gepland: tuple[Path, str], tmp_path: Path, overleg: str, partner: str
) -> None:
    uit = tmp_path / "nee.pdf"
    code, _, gezegd = cli(
        "partneragenda", str(gepland[0]), overleg or gepland[1], "--partner", partner, "--uit", str(uit), *WIE
    )
    assert (code, gezegd.count("\n"), uit.exists()) == (Uitgang.GEWEIGERD, 1, False)
