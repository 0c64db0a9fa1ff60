"""Doelgroepen, organisations, addresses and municipalities: known, guessed with a remark, or unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lijstbouw import DOELGROEPEN, GEMEENTEN, ORGANISATIES

from vhdesk.exchange.aanlevering.adres import lees_adres
from vhdesk.exchange.aanlevering.doelgroep import lees_doelgroep
from vhdesk.exchange.aanlevering.gemeente import herken_gemeente
from vhdesk.exchange.aanlevering.herkenning import Namenlijst
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.partners import lees_partners
from vhdesk.vocabulary_aanlevering import Opmerkingcode as Code

DOEL, ORG = Namenlijst(DOELGROEPEN), Namenlijst(ORGANISATIES)


def codes(opmerkingen: tuple[Opmerking, ...]) -> list[Code]:
    return [opmerking.code for opmerking in opmerkingen]


@pytest.mark.parametrize(
    ("ruw", "code", "opmerkingen"),
    [
        ("HG", "hg", []),
        ("h.g.", "hg", []),
        ("HUISELIJK  GEWELD", "hg", []),
        ("huis geweld", "hg", []),
        ("ex ged", "ex", []),
        ("GGZ / verward", "verward", []),
        ("Veelpeger", "vp", [Code.DOELGROEP_GERADEN]),
        ("HG, huis. geweld", "hg", []),
        ("HG / ZAVP", "hg", [Code.DOELGROEP_MEERDERE]),
        ("HG en nog iets", "hg", [Code.DOELGROEP_ONBEKEND]),
        ("ZAPV", None, [Code.DOELGROEP_ONBEKEND]),  # too short to guess
        ("stalking", None, [Code.DOELGROEP_ONBEKEND]),
        ("n.v.t.", None, [Code.DOELGROEP_ONTBREEKT]),
        ("", None, [Code.DOELGROEP_ONTBREEKT]),
    ],
)
def test_doelgroepen(ruw: str, code: str | None, opmerkingen: list[Code]) -> None:
    gevonden, op = lees_doelgroep(ruw, DOEL)
    assert (gevonden, codes(op)) == (code, opmerkingen)


def test_a_doubtful_word_is_shown_as_an_assumption() -> None:
    assert codes(lees_doelgroep("Overlast", DOEL, {"overlast"})[1]) == [Code.DOELGROEP_AANNAME]
    assert codes(lees_doelgroep("overlast; overlast", DOEL, {"overlast"})[1])[0] is Code.DOELGROEP_AANNAME
    assert lees_doelgroep("HG", DOEL, {"overlast"})[1] == ()


def test_a_name_for_two_codes_is_left_to_the_user() -> None:
    namen = Namenlijst({"wijkteam": "a", "Wijk-team": "b", "Halt": "halt"})
    assert namen.zoek("wijkteam") is None
    assert namen.zoek("HALT") is not None


@pytest.mark.parametrize(
    ("ruw", "gevonden", "onbekend", "opmerkingen"),
    [
        ("Politie", ("politie",), (), []),
        ("Politie / OM", ("politie", "om"), (), []),
        ("Politie;OM;Tactus", ("politie", "om", "tactus"), (), []),
        ("Politie\nLeger des Heils\n", ("politie", "ldh"), (), []),
        ("De Woonplaats, O.M.", ("woonplaats", "om"), (), []),
        ("- Politie\n- GGD", ("politie", "ggd"), (), []),
        ("1. Politie\n2. GGD", ("politie", "ggd"), (), []),
        ("Politie en OM", ("politie", "om"), (), []),
        ("Zorg, Wonen & Co", ("zwc",), (), []),
        ("Politie; Zorg, Wonen & Co", ("politie", "zwc"), (), []),
        ("politie, Politie, POLITIE", ("politie",), (), []),
        ("Poltie", ("politie",), (), [Code.PARTNER_GERADEN]),
        ("Tactus (mw. Bos, di)", ("tactus",), (), [Code.PARTNER_TOEVOEGING]),
        ("Politie, Humanitas", ("politie",), ("Humanitas",), [Code.PARTNER_ONBEKEND]),
        ("Jan en Piet", (), ("Jan en Piet",), [Code.PARTNER_ONBEKEND]),
        ("Humanitas; humanitas", (), ("Humanitas",), [Code.PARTNER_ONBEKEND]),
        ("n.v.t.", (), (), []),
        ("", (), (), []),
    ],
)
def test_partners(
    ruw: str, gevonden: tuple[str, ...], onbekend: tuple[str, ...], opmerkingen: list[Code]
) -> None:
    partners = lees_partners(ruw, ORG)
    assert (partners.codes, partners.onbekend, codes(partners.opmerkingen)) == (
        gevonden,
        onbekend,
        opmerkingen,
    )


@given(
    st.lists(st.sampled_from(sorted(ORGANISATIES)), min_size=1, max_size=6),
    st.sampled_from([";", "; ", " / ", ", ", "\n", ",\n"]),
)
def test_every_separator_gives_the_same_partners(namen: list[str], scheiding: str) -> None:
    verwacht = tuple(dict.fromkeys(ORGANISATIES[naam] for naam in namen))
    if scheiding.strip(" ") in ("/", ",") and "Zorg, Wonen & Co" in namen:
        return  # its own comma stands between the same signs; only a line or a semicolon is unambiguous
    assert lees_partners(scheiding.join(namen), ORG).codes == verwacht


@given(st.text(max_size=60))
def test_nothing_a_cell_says_disappears(ruw: str) -> None:
    partners = lees_partners(ruw, ORG)
    letters = {c for c in ruw.casefold() if c.isalpha()}
    bewaard = " ".join([*partners.onbekend, *(str(op.details) for op in partners.opmerkingen)]).casefold()
    assert (
        partners.codes
        or ruw.strip().casefold() in ("x", "nvt", "nb", "geen", "onbekend")
        or letters <= set(bewaard) | set("xnvtbgeokd")
    )


@pytest.mark.parametrize(
    ("delen", "verwacht"),
    [
        (("Dorpsstraat 1", "", "7621AB", "BORNE"), ("Dorpsstraat 1", "7621 AB", "Borne")),
        (("Dorpsstraat", "1 a", "7621 ab", "Borne"), ("Dorpsstraat 1 a", "7621 AB", "Borne")),
        (("Dorpsstraat 1, 7621 AB Borne", "", "", ""), ("Dorpsstraat 1", "7621 AB", "Borne")),
        (("Dorpsstraat 1", "", "", "HOF VAN TWENTE"), ("Dorpsstraat 1", "", "Hof van Twente")),
        (("-", "", "", "onbekend"), ("", "", "")),
        (("Plein 1945 12", "", "7521 AB", "Enschede"), ("Plein 1945 12", "7521 AB", "Enschede")),
    ],
)
def test_addresses(delen: tuple[str, str, str, str], verwacht: tuple[str, str, str]) -> None:
    adres = lees_adres(*delen)
    assert (adres.adres, adres.postcode, adres.woonplaats, adres.opmerkingen) == (*verwacht, ())


def test_a_postcode_that_is_none_is_kept_with_a_remark() -> None:
    adres = lees_adres("Dorpsstraat 1", "", "0621 AB", "Borne")
    assert (adres.postcode, codes(adres.opmerkingen)) == ("0621 AB", [Code.POSTCODE_VORM])


@pytest.mark.parametrize(
    ("titels", "bestand", "verwacht"),
    [
        (["Gemeente Borne – aanlevering casuïstiek Top X"], "lijst.xlsx", ("borne", "Borne")),
        ([], "aanlevering Hof van Twente TopX.csv", ("hof", "Hof van Twente")),
        ([], "C:\\Borne\\aanlevering_rijssen_holten.csv", ("rijssen", "Rijssen-Holten")),
        (["GEMEENTE BORNE"], "aanlevering Rijssen-Holten.xlsx", ("borne", "Borne")),
        (["Gemeente Almelo – aanlevering"], "lijst.xlsx", (None, "Almelo")),
        (["Aanlevering"], "Bornerbroek.xlsx", (None, "")),
    ],
)
def test_the_municipality(titels: list[str], bestand: str, verwacht: tuple[str | None, str]) -> None:
    assert herken_gemeente(titels, bestand, GEMEENTEN) == verwacht


def test_unknown_organisations_in_any_script_stay_apart() -> None:
    partners = lees_partners("0Ð / 0 / Союз / مركز", ORG)
    assert partners.onbekend == ("0Ð", "0", "Союз", "مركز")
