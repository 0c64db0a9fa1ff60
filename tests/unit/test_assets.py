"""Fonts, icons, licences and metadata that ship with the program."""

from __future__ import annotations

import re
import struct
import tomllib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
from reportlab.pdfgen.canvas import Canvas

from vhdesk.resources import parse_yaml, read_text, resource

REPOSITORY = Path(__file__).resolve().parents[2]
NAMES = "Yılmaz Çelik Núñez Łódź Ağaoğlu Šimić Đorđević Nguyễn Thị"


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
        wanted = QFont(family, 10, weight, style == "Italic")
        found = QRawFont.fromFont(wanted)
        assert (found.familyName(), found.weight()) == (family, weight)
        assert (found.style() == QFont.Style.StyleItalic) is (style == "Italic")
        assert QFontDatabase.weight(family, style) == weight
    finally:
        QFontDatabase.removeApplicationFont(identifier)


@pytest.mark.parametrize("style", INTER)
def test_inter_has_the_names_of_people_and_the_marks_of_screens(style: str) -> None:
    # ReportLab's own reader: it embeds TrueType outlines only, so this also proves that the file has them.
    characters = set(TTFontFile(str(font_path("Inter", style))).charToGlyph)
    wanted = (
        NAMES + "Иванов Ђорђевић Қасым Αθήνα Παπαδόπουλος" + "→←↑↓✓✗•…–—“”„‘’‚€§−×≤≥½●○■□⌘⏎" + "\u00a0\u2011"
    )
    assert {char for char in wanted if ord(char) not in characters} == set()


@pytest.mark.parametrize("style", ARABIC)
def test_arabic_has_letters_and_joined_forms(style: str) -> None:
    characters = set(TTFontFile(str(font_path("Noto Sans Arabic", style))).charToGlyph)
    wanted = "محمد علي فاطمة پچژگ" + "\ufee3\ufea4\ufee4\ufeaa\ufefb"
    assert {char for char in wanted if ord(char) not in characters} == set()


@pytest.mark.parametrize(("family", "style", "weight"), FONTS)
def test_reportlab_embeds_the_outlines(family: str, style: str, weight: int) -> None:
    name = f"proef-{family}-{weight}-{style}"
    pdfmetrics.registerFont(TTFont(name, str(font_path(family, style))))
    target = BytesIO()
    canvas = Canvas(target, pageCompression=0)
    canvas.setFont(name, 10)
    canvas.drawString(50, 700, NAMES if family == "Inter" else "محمد")
    canvas.save()
    assert b"/FontFile2" in target.getvalue()


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


def test_publiccode_keeps_to_the_standard_and_claims_nothing_that_is_not_so() -> None:
    """Keys and terms of https://yml.publiccode.tools, version 0.5; as long as nothing was released, no version."""
    content = parse_yaml((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert content["publiccodeYmlVersion"] == "0.5"
    mandatory = {
        "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance",
        "localisation",
    }  # fmt: skip
    assert mandatory <= set(content)
    assert content["name"] == project["name"]
    assert content["legal"]["license"] == project["license"]
    assert re.fullmatch(r"https://[\w.-]+/\S+", content["url"])
    assert content["developmentStatus"] == "development" and content["softwareType"] == "standalone/desktop"
    assert not {"softwareVersion", "releaseDate"} & set(content)
    assert set(content["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert content["intendedAudience"]["countries"] == ["nl"]
    assert content["maintenance"] == {"type": "none"}  # every other kind has to name people
    assert content["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}
    logo = REPOSITORY / content["logo"]
    assert logo.is_file() and logo.suffix == ".svg"


def test_publiccode_describes_the_program_in_two_languages() -> None:
    content = parse_yaml((REPOSITORY / "publiccode.yml").read_text(encoding="utf-8"))
    assert set(content["description"]) == {"nl", "en"}
    for language in content["description"].values():
        assert 0 < len(language["shortDescription"]) <= 150
        assert 500 <= len(language["longDescription"]) <= 10_000
        assert language["features"] and all(0 < len(feature) <= 100 for feature in language["features"])


def test_the_confidentiality_text_is_short_and_dutch() -> None:
    text = read_text("juridisch/geheimhouding.md")
    assert text.startswith("# Geheimhouding")
    assert 100 < len(text.split()) < 300
    assert "!" not in text
