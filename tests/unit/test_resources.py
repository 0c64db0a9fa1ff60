"""What ships beside the code is complete, consistent and readable: lists, practice material, fonts, icons."""

from __future__ import annotations

import re
import struct
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile

from vhdesk import resources
from vhdesk.errors import EnvironmentFault
from vhdesk.resources import ReferenceList, normalise, read_text, read_yaml, reference_list, resource
from vhdesk.vocabulary import Bronregime, Organisatiesoort, Tafelregime, Tafelsoort

REPOSITORY = Path(__file__).resolve().parents[2]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = "Yılmaz Çelik Núñez Łódź Ağaoğlu Šimić Đorđević Nguyễn Thị"
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
    "organisatiegroepen",
    "organisaties",
    "organisatiesoorten",
    "regimes",
    "tafelregimes",
    "tafels",
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
    assert resources.reference_names() == LISTS


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


# --- practice material ---------------------------------------------------------------------------------------


def body_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a delivered workbook below its heading row, as text."""
    book = openpyxl.load_workbook(path)
    rows = [
        ["" if cell is None else str(cell) for cell in row]
        for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    first = next(index for index, row in enumerate(rows) if sum(map(bool, row)) >= 6)
    for row in rows[first + 1 :]:
        if sum(map(bool, row)) >= 3:
            yield dict(zip(rows[first], row, strict=True))


@pytest.mark.parametrize(
    ("gemeente", "rows"), [("Enschede", 334), ("Losser", 25), ("Almelo", 210), ("Hengelo", 176)]
)
def test_every_word_of_a_delivered_list_is_known(gemeente: str, rows: int) -> None:
    doelgroepen, organisaties = reference_list("doelgroepen").words(), reference_list("organisaties").words()
    body = list(body_of(resource(f"oefening/aanlevering {gemeente} TopX.xlsx")))
    assert len(body) == rows
    for row in body:
        groep = row.get("Categorie") or row["Doelgroep"]
        assert normalise(groep) in doelgroepen, groep
        partners = row.get("Ketenpartners") or row["Betrokken instanties"]
        for partner in re.split(r"[;,/\n]", partners):
            assert normalise(partner) in organisaties, partner


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("CTER", "radicalisering"),
        ("GGZ", "verward-gedrag"),
        ("HIC", "geweldpleger"),
        ("JOR", "risicojeugd"),
        ("KM", "kindermishandeling"),
        ("OGGZ", "verward-gedrag"),
        ("Overlast", "woonoverlast"),
        ("VT-melding", "kindermishandeling"),
        ("burenoverlast", "woonoverlast"),
        ("ex-ged.", "ex-gedetineerde"),
        ("huis. geweld", "huiselijk-geweld"),
        ("jeugd overlast", "risicojeugd"),
        ("nazorg", "ex-gedetineerde"),
        ("relationeel geweld", "huiselijk-geweld"),
        ("CODE ROOD", "code-rood"),
        ("Code Rood HG", "code-rood"),
    ],
)
def test_delivered_spellings_mean_the_right_target_group(spelling: str, code: str) -> None:
    item = reference_list("doelgroepen").find(spelling)
    assert item is not None and item["code"] == code


def body_named(gremia: ReferenceList, organisaties: ReferenceList, text: str) -> str | None:
    """The body that minutes mean with ``text``: by its own name, or through an organisation's group."""
    gremium = gremia.find(text)
    if gremium is not None:
        return str(gremium["code"])
    organisatie = organisaties.find(text)
    for item in gremia.items:
        if organisatie is not None and organisatie["groep"] in item["groepen"]:
            return str(item["code"])
    return None


def test_every_word_of_the_practice_meeting_is_known() -> None:
    meeting = read_yaml("oefening/werktafel-enschede.yaml")
    organisaties, zrm = reference_list("organisaties"), reference_list("zrm_domeinen")
    doelgroepen, leefgebieden = reference_list("doelgroepen"), reference_list("leefgebieden")
    functies = reference_list("functies")
    assert len(meeting["casussen"]) == 12
    assert reference_list("tafels").find(meeting["tafel"]) is not None
    for persoon in meeting["deelnemers"]:
        assert organisaties.find(persoon["organisatie"]) is not None, persoon["organisatie"]
        assert functies.find(persoon["functie"]) is not None, persoon["functie"]
    for casus in meeting["casussen"]:
        assert doelgroepen.find(casus["doelgroep"]) is not None, casus["doelgroep"]
        assert all(zrm.find(domein) is not None for domein in casus["zrm"])
        words = {*casus["uitgenodigd"], *casus["niveaus"], casus["verantwoordelijke"], casus["aanmelder"]}
        words |= {item["organisatie"] for item in (*casus["inbreng"], *casus["acties"])}
        assert {word for word in words if organisaties.find(word) is None} == set()
        for item in casus["inbreng"]:
            assert leefgebieden.find(item["leefgebied"]) is not None, item["leefgebied"]
            Bronregime(item["regime"])


def test_the_practice_meeting_holds_exactly_one_decision_without_a_competent_body() -> None:
    gremia, organisaties = reference_list("gremia"), reference_list("organisaties")
    besluittypen = reference_list("besluittypen")
    refused = []
    for casus in read_yaml("oefening/werktafel-enschede.yaml")["casussen"]:
        for besluit in casus["besluiten"]:
            type_ = besluittypen.find(besluit["type"])
            assert type_ is not None, besluit["type"]
            gremium = body_named(gremia, organisaties, besluit["gremium"])
            assert gremium is not None, besluit["gremium"]
            if gremium not in type_["gremia"]:
                refused.append((casus["nummer"], type_["code"], gremium))
    assert refused == [("ZVH-2024-0117", "isd-vordering", "werktafel")]


def test_the_practice_folder_says_that_everybody_is_invented() -> None:
    text = read_text("oefening/LEESMIJ.md")
    assert "verzonnen" in text
    shipped = {path.name for path in resource("oefening").iterdir()} - {"LEESMIJ.md"}
    missing = {name for name in shipped if f"`{name}`" not in text}
    assert missing == set()


# --- fonts ---------------------------------------------------------------------------------------------------

INTER = {"Regular": 400, "Italic": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
ARABIC = {"Regular": 400, "SemiBold": 600}
FONTS = [("Inter", style, weight) for style, weight in INTER.items()]
FONTS += [("Noto Sans Arabic", style, weight) for style, weight in ARABIC.items()]


def font_path(family: str, style: str) -> Path:
    return resource(f"fonts/{family.replace(' ', '')}-{style}.ttf")


@pytest.mark.parametrize(("family", "style", "weight"), FONTS)
def test_a_font_is_one_weight_of_its_family_in_qt(qapp: object, family: str, style: str, weight: int) -> None:
    identifier = QFontDatabase.addApplicationFont(str(font_path(family, style)))
    try:
        assert family in QFontDatabase.applicationFontFamilies(identifier)
        raw = QRawFont(str(font_path(family, style)), 10)
        assert (raw.familyName(), raw.weight()) == (family, weight)
        if family == "Inter":
            assert QFontDatabase.weight("Inter", style) == weight
    finally:
        QFontDatabase.removeApplicationFont(identifier)


@pytest.mark.parametrize("style", INTER)
def test_inter_has_the_names_of_people_and_the_marks_of_screens(style: str) -> None:
    # ReportLab's own reader: it embeds TrueType outlines only, so this also proves that the file has them.
    characters = set(TTFontFile(str(font_path("Inter", style))).charToGlyph)
    wanted = (
        NAMES
        + "Иванов Ђорђевић Қасым Αθήνα Παπαδόπουλος"
        + "→←↑↓✓✗•…–—“”„‘’‚€§−×≤≥½●○■□⌘⏎"
        + "\u00a0\u2011\ufffd"
    )
    assert {char for char in wanted if ord(char) not in characters} == set()


@pytest.mark.parametrize("style", ARABIC)
def test_arabic_has_letters_and_joined_forms(style: str) -> None:
    characters = set(TTFontFile(str(font_path("Noto Sans Arabic", style))).charToGlyph)
    wanted = "محمد علي فاطمة پچژگ" + "\ufee3\ufea4\ufee4\ufeaa\ufefb"
    assert {char for char in wanted if ord(char) not in characters} == set()


@pytest.mark.parametrize(("family", "style", "weight"), FONTS)
def test_reportlab_can_measure_and_embed(family: str, style: str, weight: int) -> None:
    font = TTFont(f"{family}-{style}-{weight}", str(font_path(family, style)))
    sample = NAMES if family == "Inter" else "محمد"
    assert font.stringWidth(sample, 10) > 10
    assert (
        font.face.makeSubset([font.face.charToGlyph[ord(sample[0])]])
        if hasattr(font.face, "charToGlyph")
        else True
    )


def test_bold_text_is_really_bolder() -> None:
    widths = [
        TTFont(f"w-{style}", str(font_path("Inter", style))).stringWidth(NAMES, 10)
        for style in ("Regular", "Medium", "SemiBold", "Bold")
    ]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_fonts_ship_with_their_licence() -> None:
    for name in ("OFL-Inter.txt", "OFL-NotoSansArabic.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in read_text(f"fonts/{name}")


# --- icons ---------------------------------------------------------------------------------------------------

ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))
WANTED_ICONS = """
calendar calendar-days folder-open list-checks users file-text settings lock lock-open search printer plus check circle
circle-check circle-dot gavel house wallet briefcase heart-pulse brain scale user user-check user-plus triangle-alert info
x chevron-down chevron-right chevron-left chevron-up arrow-up arrow-down arrow-left arrow-right clock undo-2 redo-2
download upload inbox eye eye-off key-round shield shield-check database-backup history sun moon command circle-help
log-out trash-2 pencil grip-vertical file-down baby map-pin phone flag beer wine graduation-cap hand-heart
messages-square save refresh-cw minus ellipsis building-2 landmark layers play square-check cake circle-alert
"""


def test_the_icons_of_the_design_are_there() -> None:
    assert set(WANTED_ICONS.split()) - set(ICONS) == set()


@pytest.mark.parametrize("name", [name for name in ICONS if name != "vhdesk"])
def test_an_icon_is_a_tintable_svg_of_one_stroke_weight(name: str) -> None:
    root = ElementTree.fromstring(read_text(f"icons/{name}.svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("fill"), root.get("stroke-width")) == ("currentColor", "none", "2")
    assert len(root) >= 1
    assert all(child.get("stroke") in {None, "currentColor"} for child in root.iter())


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_the_application_icon_has_every_size(size: int) -> None:
    data = resource(f"icons/vhdesk-{size}.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (size, size)


def test_the_application_icon_has_the_formats_of_windows_and_macos() -> None:
    ElementTree.fromstring(read_text("icons/vhdesk.svg"))
    assert struct.unpack("<HHH", resource("icons/vhdesk.ico").read_bytes()[:6]) == (0, 1, 7)
    icns = resource("icons/vhdesk.icns").read_bytes()
    assert icns[:4] == b"icns" and struct.unpack(">I", icns[4:8]) == (len(icns),)


# --- licences and metadata -----------------------------------------------------------------------------------


def test_the_licence_is_the_whole_eupl() -> None:
    text = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(re.search(rf"^{article}\.\s?\S", text, re.MULTILINE) for article in range(1, 16))
    assert "Appendix" in text


def test_every_dependency_stands_in_the_licence_list() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    text = read_text("licenties.md").casefold()
    names = [
        re.split(r"[<>=;\[ ]", requirement)[0].casefold()
        for requirement in project["project"]["dependencies"]
    ]
    assert len(names) > 10
    assert [name for name in names if name not in text] == []


def test_publiccode_describes_this_version_in_two_languages() -> None:
    content = resources.parse_yaml((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert tuple(map(int, content["publiccodeYmlVersion"].split(".")))[:2] >= (0, 5)
    assert (content["name"], content["softwareVersion"]) == (project["name"], project["version"])
    assert content["legal"]["license"] == project["license"]
    assert (REPOSITORY / content["logo"]).is_file()
    mandatory = {
        "url",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
        "maintenance",
        "localisation",
    }
    assert mandatory <= set(content)
    assert set(content["description"]) == {"nl", "en"}
    for language in content["description"].values():
        assert 0 < len(language["shortDescription"]) <= 150
        assert 150 <= len(language["longDescription"]) <= 10_000
        assert language["features"]


def test_the_confidentiality_text_is_short_and_dutch() -> None:
    text = read_text("juridisch/geheimhouding.md")
    assert text.startswith("# Geheimhouding")
    assert 100 < len(text.split()) < 300
    assert "!" not in text
