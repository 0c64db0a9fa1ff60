"""Resources are found in every layout, and the reference lists are complete and consistent."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from vhdesk import reference_lists, resources
from vhdesk.errors import EnvironmentFault
from vhdesk.reference_lists import normalise, reference_list
from vhdesk.resources import read_yaml, resource
from vhdesk.vocabulary import Bronregime, Organisatiesoort, Tafelregime, Tafelsoort

REPOSITORY = Path(__file__).resolve().parents[2]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LISTS = (
    "afschaalredenen",
    "besluittypen",
    "doelgroepen",
    "functies",
    "gemeenten_nog",
    "gemeenten_twente",
    "gremia",
    "interventies",
    "leefgebieden",
    "methoden",
    "organisatiegroepen",
    "organisaties",
    "organisatiesoorten",
    "regimes",
    "tafelregimes",
    "tafels",
    "tekstbouwstenen",
    "veiligheidskamers",
    "zrm_domeinen",
    "zrm_scores",
)


def codes(name: str) -> set[str]:
    return set(reference_list(name).codes())


def column(items: Any, key: str) -> Iterator[Any]:
    return (item[key] for item in items)


# --- finding -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "relative", ["fonts/Bestaat-Niet.ttf", "../pyproject.toml", "/etc/passwd", "fonts\\x"]
)
def test_a_missing_or_outside_resource_is_an_environment_fault(relative: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        resource(relative)
    assert caught.value.code == "resource_missing"
    assert caught.value.details == {"relative": relative}


def make_installation(root: Path) -> None:
    (root / "referentie").mkdir(parents=True)
    (root / "referentie" / "proef.yaml").write_text("naam: proef", encoding="utf-8")


def test_the_wheel_layout_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_installation(tmp_path / "vhdesk" / "_resources")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "vhdesk")
    assert read_yaml("referentie/proef.yaml") == {"naam": "proef"}


def test_the_bundle_layout_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_installation(tmp_path / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("referentie/proef.yaml") == tmp_path / "resources" / "referentie" / "proef.yaml"


def test_an_installation_without_resources_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "vhdesk")
    with pytest.raises(EnvironmentFault, match="resource_missing"):
        resource("fonts")


@pytest.mark.parametrize(
    "content",
    [b"lijst: [", b"\xff\xfe\x00kapot", b"lijst: proef", b"- los"],
    ids=["yaml", "utf8", "kop", "vorm"],
)
def test_a_damaged_list_is_an_environment_fault(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_installation(tmp_path / "vhdesk" / "_resources")
    (tmp_path / "vhdesk" / "_resources" / "referentie" / "proef.yaml").write_bytes(content)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "vhdesk")
    with pytest.raises(EnvironmentFault, match="resource_unreadable"):
        reference_list("proef")


def test_the_build_maps_resources_into_the_package() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"]["resources"] == "vhdesk/_resources"


# --- every list ----------------------------------------------------------------------------------------------


def test_exactly_these_lists_ship() -> None:
    assert reference_lists.reference_names() == LISTS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_its_header_and_unique_codes(name: str) -> None:
    found = reference_list(name)
    assert found.lijst == name
    assert found.naam and found.bron
    assert found.versie >= 1
    assert found.items
    assert [code for code, times in Counter(found.codes()).items() if times > 1] == []
    assert [code for code in found.codes() if not SLUG.fullmatch(code)] == []
    assert all(isinstance(naam, str) and naam for naam in column(found.items, "naam"))


@pytest.mark.parametrize("name", LISTS)
def test_every_name_and_alias_means_one_code(name: str) -> None:
    meanings: dict[str, set[str]] = {}
    for item in reference_list(name).items:
        for word in (item["naam"], *item.get("aliassen", ())):
            meanings.setdefault(normalise(word), set()).add(item["code"])
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


def test_words_are_compared_without_case_spacing_and_full_stop() -> None:
    doelgroepen = reference_list("doelgroepen")
    for spelling in ("ZAVP", " zavp ", "Veelpl", "veelpl.", "zeer  actieve\nveelpleger"):
        item = doelgroepen.find(spelling)
        assert item is not None and item["code"] == "veelpleger", spelling
    assert doelgroepen.find("iets anders") is None
    with pytest.raises(KeyError):
        doelgroepen.by_code("iets-anders")


# --- the region ----------------------------------------------------------------------------------------------

CONTRIBUTIONS = """
Almelo 29.380,00 0,245 7.345,00 36.725,00|Borne 1.237,00 0,010 309,25 1.546,25
Dinkelland 1.499,00 0,012 374,75 1.873,75|Enschede 46.878,00 0,391 11.719,50 58.597,50
Haaksbergen 1.402,00 0,012 350,50 1.752,50|Hellendoorn 2.058,00 0,017 514,50 2.572,50
Hengelo 25.650,00 0,214 6.412,50 32.062,50|Hof van Twente 2.047,00 0,017 511,75 2.558,75
Losser 1.303,00 0,011 325,75 1.628,75|Oldenzaal 1.848,00 0,015 462,00 2.310,00
Rijssen-Holten 2.159,00 0,018 539,75 2.698,75|Tubbergen 1.218,00 0,010 304,50 1.522,50
Twenterand 1.952,00 0,016 488,00 2.440,00|Wierden 1.369,00 0,011 342,25 1.711,25
"""


def dutch(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


def test_twente_has_the_contributions_of_the_jaarplan() -> None:
    printed = {}
    for line in CONTRIBUTIONS.replace("|", "\n").split("\n"):
        if line.strip():
            naam, *numbers = line.strip().rsplit(" ", 4)
            printed[naam] = tuple(dutch(number) for number in numbers)
    items = reference_list("gemeenten_twente").items
    shipped = {
        item["naam"]: tuple(Decimal(item[key]) for key in ("bijdrage", "aandeel", "verhoging", "totaal"))
        for item in items
    }
    assert len(items) == 14
    assert shipped == printed


def test_the_contributions_of_twente_add_up() -> None:
    content = read_yaml("referentie/gemeenten_twente.yaml")
    items = content["items"]
    sums = {key: sum(map(Decimal, column(items, key))) for key in ("bijdrage", "verhoging", "totaal")}
    assert sums == {"bijdrage": Decimal(120_000), "verhoging": Decimal(30_000), "totaal": Decimal(150_000)}
    assert sums == {key: Decimal(value) for key, value in content["totaal"].items()}
    for item in items:
        bijdrage, totaal = Decimal(item["bijdrage"]), Decimal(item["totaal"])
        assert bijdrage + Decimal(item["verhoging"]) == totaal
        assert abs(bijdrage / 120_000 - Decimal(item["aandeel"])) <= Decimal("0.0005"), item["naam"]
        assert item["werktafel"] is None or item["werktafel"] in codes("tafels")


def test_nog_has_22_municipalities_in_four_chambers() -> None:
    content = read_yaml("referentie/gemeenten_nog.yaml")
    items = content["items"]
    assert len(items) == 22
    zetels = {item["naam"] for item in items if item["zetelgemeente"]}
    assert zetels == {"Harderwijk", "Apeldoorn", "Zutphen", "Doetinchem"}
    assert all(item["bijdrage"] == ("15000.00" if item["zetelgemeente"] else "9000.00") for item in items)
    totaal = {key: Decimal(value) for key, value in content["totaal"].items()}
    assert totaal["zetelgemeenten"] == 60_000
    assert totaal["overige_gemeenten"] == 162_000
    assert sum(map(Decimal, column(items, "bijdrage"))) == totaal["bijdrage"] == 222_000


def test_chambers_and_municipalities_agree() -> None:
    gemeenten = reference_list("gemeenten_nog").items
    kamers = reference_list("veiligheidskamers").items
    assert {kamer["code"]: len(kamer["gemeenten"]) for kamer in kamers} == {
        "achterhoek": 8,
        "apeldoorn-epe-heerde": 3,
        "ijsselstreek": 4,
        "noordwest-veluwe": 7,
    }
    for kamer in kamers:
        members = [item["code"] for item in gemeenten if item["veiligheidskamer"] == kamer["code"]]
        assert kamer["gemeenten"] == members
        assert kamer["zetelgemeente"] in members


def test_every_municipality_is_an_organisation() -> None:
    organisaties = {
        item.get("gemeente"): item
        for item in reference_list("organisaties").items
        if item["groep"] == "gemeente"
    }
    expected = codes("gemeenten_twente") | codes("gemeenten_nog")
    assert set(organisaties) == expected
    assert len(expected) == 36


# --- references between lists --------------------------------------------------------------------------------


def test_tables_refer_to_what_exists() -> None:
    organisaties, doelgroepen = codes("organisaties"), codes("doelgroepen")
    tafels = reference_list("tafels").items
    assert {tafel["naam"] for tafel in tafels} == {
        "Werktafel Enschede",
        "Werktafel Almelo",
        "Werktafel Hengelo",
        "Casustafel Radicalisering Twente",
    }
    for tafel in tafels:
        Tafelsoort(tafel["soort"])
        Tafelregime(tafel["regime"])
        assert tafel["plaats"] and tafel["frequentie"]
        assert tafel["gemeente"] in codes("gemeenten_twente")
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", tafel["begintijd"])
        assert tafel["duur_minuten"] > 0 and tafel["interval_weken"] > 0 and 0 <= tafel["weekdag"] <= 4
        assert set(tafel["deelnemers"]) <= organisaties
        assert len(set(tafel["deelnemers"])) == len(tafel["deelnemers"])
        assert tafel["doelgroepen"] is None or set(tafel["doelgroepen"]) <= doelgroepen


def test_organisations_refer_to_what_exists() -> None:
    groepen = {item["code"]: item["soort"] for item in reference_list("organisatiegroepen").items}
    found = reference_list("organisaties")
    for item in found.items:
        Bronregime(item["bronregime"])
        assert groepen[item["groep"]] == Organisatiesoort(item["soort"]), item["code"]
        assert set(item["regio"]) <= {"twente", "nog", "landelijk"}
        if "specifiek_voor" in item:
            assert item["specifiek_voor"]["code"] in found.codes()
            assert item["specifiek_voor"]["gemeente"] == item["gemeente"]


def test_decision_types_name_existing_bodies() -> None:
    gremia = codes("gremia")
    for item in reference_list("besluittypen").items:
        assert item["gremia"] and set(item["gremia"]) <= gremia, item["code"]
        assert len(set(item["gremia"])) == len(item["gremia"]), item["code"]
        assert item["gremium_is"] in {"beslisser", "ontvanger"}
        assert isinstance(item["vereist_onderbouwing"], bool)


def test_every_group_of_organisations_is_part_of_one_body() -> None:
    members = Counter(groep for item in reference_list("gremia").items for groep in item["groepen"])
    assert set(members) == codes("organisatiegroepen")
    assert set(members.values()) == {1}


def test_other_references_exist() -> None:
    leefgebieden, groepen = codes("leefgebieden"), codes("organisatiegroepen")
    for item in reference_list("zrm_domeinen").items:
        assert item["leefgebied"] in leefgebieden
    for item in reference_list("interventies").items:
        assert item["leefgebied"] in leefgebieden
        assert set(item["uitvoerder_groepen"]) <= groepen
    for item in reference_list("functies").items:
        assert set(item.get("groepen", ())) <= groepen
    for item in reference_list("leefgebieden").items:
        assert resource(f"icons/{item['icoon']}.svg").is_file()
        Tafelregime(item.get("alleen_regime", "WGS"))
    for item in reference_list("doelgroepen").items:
        assert set(item.get("twijfel", ())) <= set(item.get("aliassen", ()))
        Tafelregime(item.get("regime", "WGS"))


def test_zrm_is_complete() -> None:
    assert len(reference_list("zrm_domeinen").items) == 13
    assert list(column(reference_list("zrm_scores").items, "score")) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "terms"),
    [("regimes", Bronregime), ("tafelregimes", Tafelregime), ("organisatiesoorten", Organisatiesoort)],
)
def test_lists_behind_the_vocabulary_follow_it(name: str, terms: Any) -> None:
    assert list(column(reference_list(name).items, "waarde")) == [term.value for term in terms]
