"""The attachments of a case without a window."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NAAM
from vhdesk.cli.uitgang import Uitgang
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary import CasusStatus

Cli = Callable[..., tuple[int, str, str]]
WIE = ("--naam", NAAM, "--wachtwoord-stdin")
NUMMER = "ZVH-2026-0001"
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def zaak(kluismap: Path, kluis: Kluis) -> Path:
    kluis.desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"), status=CasusStatus.IN_BEHANDELING, nummer=NUMMER
        )
    )  # fmt: skip
    kluis.sluiten()
    return kluismap


def test_a_file_goes_in_is_listed_comes_out_and_goes(cli: Cli, zaak: Path, tmp_path: Path) -> None:
    bestand, uit = tmp_path / "eindverslag.pdf", tmp_path / "uit.pdf"
    bestand.write_bytes(PDF)
    code, gezegd, _ = cli("bijlage", "toevoegen", str(zaak), NUMMER, str(bestand), *WIE)
    assert (code, gezegd.strip()) == (Uitgang.GOED, "Toegevoegd: eindverslag.pdf")
    code, gezegd, _ = cli("bijlage", "lijst", str(zaak), NUMMER, *WIE)
    assert code == Uitgang.GOED and gezegd.startswith("eindverslag.pdf\tPDF\t1 kB\t")
    code, _, _ = cli("bijlage", "opslaan", str(zaak), NUMMER, "eindverslag.pdf", "--uit", str(uit), *WIE)
    assert code == Uitgang.GOED and uit.read_bytes() == PDF
    _, regels, _ = cli("vragen", str(zaak), "journaal", *WIE)
    assert (
        "bijlage opslaan als bestand" in regels and "bijlage inzien" in regels and "eindverslag" not in regels
    )
    assert cli("bijlage", "weghalen", str(zaak), NUMMER, "eindverslag.pdf", *WIE)[0] == Uitgang.GOED
    _, gezegd, _ = cli("bijlage", "lijst", str(zaak), NUMMER, *WIE)
    assert gezegd.strip() == "Bij deze casus staan geen bijlagen."


@pytest.mark.parametrize(
    ("inhoud", "code", "woorden"),
    [
        (b"", Uitgang.GEWEIGERD, "is leeg"),
        (b"MZ", Uitgang.GEWEIGERD, "programma"),
        (None, Uitgang.OMGEVING, "bestaat niet"),
    ],
)
def test_what_cannot_go_in_is_one_sentence(
    cli: Cli, zaak: Path, tmp_path: Path, inhoud: bytes | None, code: Uitgang, woorden: str
) -> None:
    bestand = tmp_path / "stuk.pdf"
    if inhoud is not None:
        bestand.write_bytes(inhoud)
    gekregen, _, gezegd = cli("bijlage", "toevoegen", str(zaak), NUMMER, str(bestand), *WIE)
    assert (gekregen, gezegd.count("\n")) == (code, 1) and woorden in gezegd


def test_an_attachment_that_is_not_there_is_one_sentence(cli: Cli, zaak: Path, tmp_path: Path) -> None:
    code, _, gezegd = cli(
        "bijlage", "opslaan", str(zaak), NUMMER, "nee.pdf", "--uit", str(tmp_path / "x"), *WIE
    )
    assert code == Uitgang.GEWEIGERD and "geen bijlage met deze naam" in gezegd


def test_the_act_takes_the_content_as_base64(cli: Cli, zaak: Path, tmp_path: Path) -> None:
    _, antwoord, _ = cli("vragen", str(zaak), "casuslijst", *WIE)
    casus_id = json.loads(antwoord)["rijen"][0]["id"]
    velden = {"casus_id": casus_id, "naam": "a.txt", "inhoud": base64.b64encode(b"tekst").decode()}
    acten = tmp_path / "acten.jsonl"
    acten.write_text(json.dumps({"acte": "BijlageToevoegen", "velden": velden}), encoding="utf-8")
    assert cli("uitvoeren", str(zaak), str(acten), *WIE)[0] == Uitgang.GOED
    assert "a.txt\ttekst" in cli("bijlage", "lijst", str(zaak), NUMMER, *WIE)[1]
