"""What is brought in, on what it is shared, and whether the person was told: the same acts without a window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.cli.uitgang import Uitgang

Cli = Callable[..., tuple[int, str, str]]
TOEGANG = ("--naam", NAAM, "--wachtwoord-stdin")


class Balie:
    """A vault behind the command line."""

    def __init__(self, cli: Cli, kluis: Path) -> None:
        self._cli, self._kluis = cli, str(kluis)

    def doe(self, acte: str, **velden: Any) -> tuple[int, Any]:
        """Do one act; returns the exit code and the answer."""
        regel = json.dumps({"acte": acte, "velden": velden})
        code, out, _ = self._cli("uitvoeren", self._kluis, "-", *TOEGANG, invoer=f"{WACHTWOORD}\n{regel}\n")
        return code, json.loads(out.splitlines()[-1])

    def gelukt(self, acte: str, **velden: Any) -> str:
        """Do one act that must succeed; returns the id it gave."""
        code, answer = self.doe(acte, **velden)
        assert code == Uitgang.GOED, answer
        return str(answer["velden"]["id"])

    def vraag(self, naam: str, **velden: Any) -> Any:
        """Ask a query."""
        code, out, said = self._cli("vragen", self._kluis, naam, "--json", json.dumps(velden), *TOEGANG)
        assert code == Uitgang.GOED, said
        return json.loads(out)


@pytest.fixture
def balie(cli: Cli, kluismap: Path) -> Balie:
    return Balie(cli, kluismap)


def test_a_case_is_brought_in_shared_and_cited_without_a_window(balie: Balie) -> None:
    tafel = next(rij for rij in balie.vraag("tafels") if rij["code"] == "werktafel-enschede")["id"]
    politie = next(rij for rij in balie.vraag("organisaties") if rij["code"] == "politie")["id"]
    casus = balie.gelukt("CasusAanmelden", hoofdbetrokkene={"geslachtsnaam": "Proef"}, tafel_id=tafel)
    balie.gelukt("BekendheidBepalen", casus_id=casus, organisatie_id=politie, stand="bekend")
    zeg = {"casus_id": casus, "organisatie_id": politie, "leefgebied_code": "huisvesting"}
    thuis = balie.gelukt("InbrengVastleggen", **zeg, tekst="Woont thuis.", regime="Wpg", mag_door_naar=["*"])
    balie.gelukt("InbrengVastleggen", **zeg, tekst="Woont elders.", weerspreekt_id=thuis)
    for datum, score in (("2026-03-01", 1), ("2026-06-01", 4)):
        balie.gelukt("ZrmVastleggen", casus_id=casus, domein_code="huisvesting", datum=datum, score=score)
    balie.gelukt("CasusTekstWijzigen", casus_id=casus, veld="gezamenlijk_beeld", tekst="Onbekend waar [I-1].")
    code, antwoord = balie.doe("BetrokkeneInformeren", casus_id=casus, stand="niet ingelicht")
    assert code == Uitgang.GEWEIGERD and "alleen met de reden" in json.dumps(antwoord)
    balie.gelukt(
        "BetrokkeneInformeren", casus_id=casus, stand="niet ingelicht", informering="Het onderzoek loopt."
    )
    code, antwoord = balie.doe("InbrengWeghalen", inbreng_id=thuis)
    assert code == Uitgang.GEWEIGERD
    balie.gelukt("TafelstandaardVastleggen", tafel_id=tafel, grondslag="", doelbinding="Rust")
    overleg = balie.gelukt("OverlegPlannen", tafel_id=tafel, datum="2026-12-16")
    code, antwoord = balie.doe("CasusAgenderen", overleg_id=overleg, casus_id=casus)
    assert code == Uitgang.GEWEIGERD
    assert "grondslag, aanbrengende organisatie" in json.dumps(antwoord, ensure_ascii=False)
    balie.gelukt("CasusTekstWijzigen", casus_id=casus, veld="grondslag", tekst="WGS")
    balie.gelukt("AanbrengerBepalen", casus_id=casus, aanbrenger_id=politie)
    balie.gelukt("CasusAgenderen", overleg_id=overleg, casus_id=casus)
    dossier = balie.vraag("dossier", casus_id=casus)
    assert dossier["kop"]["herkomst"] == {"doelbinding": "standaard"}
    assert dossier["kop"]["informeerstand"] == "niet ingelicht"
    assert {rij["nummer"]: rij["weerspreekt_id"] for rij in dossier["inbreng"]} == {1: None, 2: thuis}
    assert dossier["zrm"][0]["verloop"] == [["2026-03-01", 1], ["2026-06-01", 4]]
    assert [rij["versie"] for rij in balie.vraag("tafelstandaarden", tafel_id=tafel)] == [1, 0]
