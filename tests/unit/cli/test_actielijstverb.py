"""The open acties of one organisation without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NAAM
from vhdesk.cli.uitgang import Uitgang
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary import CasusStatus

Cli = Callable[..., tuple[int, str, str]]
WIE = ("--naam", NAAM, "--wachtwoord-stdin")


@pytest.fixture
def werk(kluismap: Path, kluis: Kluis) -> Path:
    desk = kluis.desk
    zaak = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"),
            status=CasusStatus.IN_BEHANDELING,
            nummer="ZVH-2026-0001",
        )
    ).id
    wie = {row.naam: row.id for row in desk.ask(organisaties)}
    for naam, tekst in (("Politie", "langsgaan"), ("Reclassering Nederland", "rapport schrijven")):
        desk.execute(ActieVastleggen(casus_id=zaak, omschrijving=tekst, organisatie_id=wie[naam]))
    kluis.sluiten()
    return kluismap


@pytest.mark.parametrize(
    ("naam", "begin"), [("uit.pdf", b"%PDF"), ("uit.xlsx", b"PK"), ("uit.csv", b"\xef\xbb\xbf")]
)
def test_a_paper_or_a_table(cli: Cli, werk: Path, tmp_path: Path, naam: str, begin: bytes) -> None:
    uit = tmp_path / naam
    code, gezegd, _ = cli("actielijst", str(werk), "--organisatie", "politie", "--uit", str(uit), *WIE)
    assert (code, naam in gezegd) == (Uitgang.GOED, True)
    assert uit.read_bytes().startswith(begin)
    _, regels, _ = cli("vragen", str(werk), "journaal", *WIE)
    assert "actielijst opslaan" in regels


def test_only_its_own(cli: Cli, werk: Path, tmp_path: Path) -> None:
    uit = tmp_path / "uit.csv"
    cli("actielijst", str(werk), "--organisatie", "Politie", "--uit", str(uit), *WIE)
    tekst = uit.read_text("utf-8-sig")
    assert "langsgaan" in tekst and "rapport" not in tekst


def test_an_organisation_that_is_not_there_is_one_sentence(cli: Cli, werk: Path, tmp_path: Path) -> None:
    uit = tmp_path / "nee.pdf"
    code, _, gezegd = cli("actielijst", str(werk), "--organisatie", "Niemand", "--uit", str(uit), *WIE)
    assert (code, gezegd.count("\n"), uit.exists()) == (Uitgang.GEWEIGERD, 1, False)
