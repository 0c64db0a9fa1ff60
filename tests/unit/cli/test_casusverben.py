"""The letter, destruction and the verklaring without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NAAM
from vhdesk.cli.uitgang import Uitgang
from vhdesk.queries.organisatie import gemeenten
from vhdesk.services.afschalen import CasusAfschalen, CasusAfsluiten
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary import CasusStatus

Cli = Callable[..., tuple[int, str, str]]
WIE = ("--naam", NAAM, "--wachtwoord-stdin")
NUMMER = "ZVH-2026-0001"


@pytest.fixture
def afgeschaald(kluismap: Path, kluis: Kluis) -> Path:
    desk = kluis.desk
    zaak = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"), status=CasusStatus.MONITORING, nummer=NUMMER,
            gemeente_id=desk.ask(gemeenten)[0].id,
        )
    ).id  # fmt: skip
    desk.execute(CasusAfschalen(casus_id=zaak, reden_code="doelen-behaald", reden="Rust."))
    desk.execute(CasusAfsluiten(casus_id=zaak, reden="Een jaar rust.", ondanks="Verhuisd."))
    kluis.reservekopie_maken("handmatig")
    desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="Termijn om."))
    kluis.sluiten()
    return kluismap


def test_the_letter_is_the_same_each_time(cli: Cli, afgeschaald: Path, tmp_path: Path) -> None:
    papieren = []
    for naam in ("een.pdf", "twee.pdf"):
        code, gezegd, _ = cli("afschaalbrief", str(afgeschaald), NUMMER, "--uit", str(tmp_path / naam), *WIE)
        assert (code, naam in gezegd) == (Uitgang.GOED, True)
        papieren.append((tmp_path / naam).read_bytes())
    assert papieren[0] == papieren[1]
    assert papieren[0].startswith(b"%PDF")


def test_destroying_gives_the_verklaring_and_it_can_be_made_again(
    cli: Cli, afgeschaald: Path, tmp_path: Path
) -> None:
    kluis, uit = str(afgeschaald), tmp_path / "verklaring.pdf"
    code, gezegd, _ = cli("vernietigen", kluis, NUMMER, "--grond", "Termijn om.", "--uit", str(uit), *WIE)
    assert (code, NUMMER in gezegd) == (Uitgang.GOED, True)
    eerste = uit.read_bytes()
    assert cli("verklaring", kluis, NUMMER, "--uit", str(uit), *WIE)[0] == Uitgang.GOED
    assert uit.read_bytes() == eerste
    code, uitvoer, _ = cli("vragen", kluis, "vernietigingen", *WIE)
    assert (code, NUMMER in uitvoer, "Jansen" in uitvoer) == (Uitgang.GOED, True, False)
    for verb in ("afschaalbrief", "vernietigen"):
        extra = ("--grond", "x") if verb == "vernietigen" else ()
        code, _, gezegd = cli(verb, kluis, NUMMER, *extra, "--uit", str(tmp_path / "nee.pdf"), *WIE)
        assert (code, gezegd.count("\n")) == (Uitgang.GEWEIGERD, 1)
    assert not (tmp_path / "nee.pdf").exists()


@pytest.mark.parametrize("verb", ["verklaring", "afschaalbrief"])
def test_a_case_without_such_a_paper_is_one_sentence(
    cli: Cli, afgeschaald: Path, tmp_path: Path, verb: str
) -> None:
    code, _, gezegd = cli(verb, str(afgeschaald), "ZVH-1999-0001", "--uit", str(tmp_path / "nee.pdf"), *WIE)
    assert (code, gezegd.count("\n")) == (Uitgang.GEWEIGERD, 1)


def test_a_case_that_was_never_given_back_has_no_letter(cli: Cli, kluis: Kluis, tmp_path: Path) -> None:
    kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen")))
    kluis.sluiten()
    code, _, gezegd = cli("afschaalbrief", str(kluis.pad), NUMMER, "--uit", str(tmp_path / "nee.pdf"), *WIE)
    assert (code, "afschaalbrief" in gezegd) == (Uitgang.GEWEIGERD, True)
