"""A referral, who knows the person, and where the words of the referrer come back: the same acts without a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.test_inbreng_verben import Balie, Cli
from vhdesk.cli.uitgang import Uitgang

MELDING = {
    "bron": "gemeente", "besproken": "ja", "situatieschets": "Ruzie met de buren", "leefgebieden": ["huisvesting"],
    "criteria": ["a", "d"], "criteria_reden": "Overal zorgen", "veiligheid": "Hond aan de deur", "taal": "Tigrinya",
    "tolk": True,
}  # fmt: skip


@pytest.fixture
def balie(cli: Cli, kluismap: Path) -> Balie:
    return Balie(cli, kluismap)


def id_van(balie: Balie, vraag: str, naam: str) -> str:
    return next(str(rij["id"]) for rij in balie.vraag(vraag) if rij["naam"] == naam)


def aanmelden(balie: Balie, **anders: Any) -> tuple[int, Any]:
    return balie.doe(
        "AanmeldingOntvangen",
        casus={
            "hoofdbetrokkene": {"geslachtsnaam": "Jansen"},
            "gemeente_id": id_van(balie, "gemeenten", "Losser"),
            "aanmelder": "Els Bos",
            "doel": "Rust in de straat",
        },
        melding={**MELDING, **anders},
        personen=[{"persoon": {"geslachtsnaam": "Jansen", "voornamen": "Sara"}, "relatie": "zus"}],
        partners=[{"organisatie_id": id_van(balie, "organisaties", "Politie"), "contact": "Kevin"}],
    )


def test_what_was_referred_is_read_in_the_file_of_the_case(balie: Balie) -> None:
    code, antwoord = aanmelden(balie)
    assert code == Uitgang.GOED, antwoord
    dossier = balie.vraag("dossier", casus_id=antwoord["velden"]["id"])
    gemeld = {regel["soort"]: regel["tekst"] for regel in dossier["gemeld"]}
    assert gemeld["veiligheid"] == "Hond aan de deur"
    assert gemeld["taal"] == "Tigrinya, tolk nodig"
    assert gemeld["criteria"].endswith("veiligheidsproblematiek: Overal zorgen")
    assert [(mens["naam"], mens["relatie"]) for mens in dossier["betrokkenen"][1:]] == [
        ("Sara Jansen", "zus")
    ]
    assert [(rij["organisatie"], rij["contact"]) for rij in dossier["bekendheid"]] == [("Politie", "Kevin")]


def test_a_criterion_that_does_not_exist_stores_nothing(balie: Balie) -> None:
    voor = balie.vraag("casuslijst")["totaal"]
    code, antwoord = aanmelden(balie, criteria=["e"])
    assert code != Uitgang.GOED, antwoord
    assert balie.vraag("casuslijst")["totaal"] == voor


def test_content_opens_at_known_and_a_refusal_says_why(balie: Balie) -> None:
    casus_id = aanmelden(balie)[1]["velden"]["id"]
    politie = id_van(balie, "organisaties", "Politie")
    inbreng = {
        "casus_id": casus_id, "organisatie_id": politie, "leefgebied_code": "huisvesting", "tekst": "Vier keer",
    }  # fmt: skip
    wie = {"casus_id": casus_id, "organisatie_id": politie}
    assert balie.doe("InbrengVastleggen", **inbreng)[0] != Uitgang.GOED
    assert balie.doe("BekendheidBepalen", **wie, stand="geweigerd")[0] != Uitgang.GOED
    balie.gelukt("BekendheidBepalen", **wie, stand="geweigerd", reden="Beroepsgeheim")
    (rij,) = balie.vraag("bekendheid", casus_id=casus_id)
    assert (rij["stand"], rij["reden"], bool(rij["antwoord_op"])) == ("geweigerd", "Beroepsgeheim", True)
    assert balie.doe("InbrengVastleggen", **inbreng)[0] != Uitgang.GOED
    balie.gelukt("BekendheidBepalen", **wie, stand="bekend")
    balie.gelukt("InbrengVastleggen", **inbreng)
    assert balie.doe("BekendheidBepalen", **wie, stand="niet bekend")[0] != Uitgang.GOED, (
        "it brought in something"
    )
