"""Make ``resources/fonts`` from published packages; run by hand when a font version changes.

    python -m venv fontenv && fontenv/bin/pip install fonttools==4.68.0
    fontenv/bin/python packaging/maak_fonts.py

What it does, and why:
- Inter (OFL, no reserved font name) as static TrueType instances: ReportLab embeds glyf outlines only.
- Inter also has Greek and Cyrillic; Arabic names come from Noto Sans Arabic (OFL).
- Subset to the scripts of Dutch population registers; hinting is dropped (the renderers do not use it).
- ``calt`` is left out on purpose: it turns "->" into an arrow, and minutes must show what was typed.
- Arabic presentation forms stay in the character map, so that paper can be set without a shaping engine.
- Names are rewritten, so that every system sees the weights of one family.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from npm_pakket import fetch

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"

INTER = (
    "@expo-google-fonts/inter",
    "0.4.2",
    "sha512-syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==",
)
ARABIC = (
    "@expo-google-fonts/noto-sans-arabic",
    "0.4.3",
    "sha512-YvtxyuegxPegu2g5urXJ+gQxRp8i798nQswTmEjwXOWR/fqy0Gvey6h5IoNRBrc43SxRxPezqCiR9ivpfPAXSg==",
)

# Unicode blocks, inclusive.
LATIN_GREEK_CYRILLIC = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin-1 Supplement, Latin Extended-A and -B
    (0x0250, 0x036F),  # IPA, modifier letters, combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional (Vietnamese)
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # letterlike, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # key symbols
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2717),  # check marks
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
ARABIC_BLOCKS = (
    (0x0020, 0x0020),
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x200C, 0x200F),
    (0x25CC, 0x25CC),
    (0xFB50, 0xFDFF),  # presentation forms A
    (0xFE70, 0xFEFF),  # presentation forms B
)
LATIN_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case")
ARABIC_FEATURES = (
    "kern",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "isol",
    "init",
    "medi",
    "fina",
    "rlig",
    "liga",
    "curs",
)


@dataclass(frozen=True)
class Face:
    """One font file to make: where it comes from and how it is named."""

    package: tuple[str, str, str]
    source: str
    family: str
    style: str
    weight: int
    italic: bool = False

    @property
    def filename(self) -> str:
        """The name in ``resources/fonts``, such as ``Inter-SemiBold.ttf``."""
        return f"{self.family.replace(' ', '')}-{self.style.replace(' ', '')}.ttf"


FACES = (
    Face(INTER, "400Regular/Inter_400Regular.ttf", "Inter", "Regular", 400),
    Face(INTER, "400Regular_Italic/Inter_400Regular_Italic.ttf", "Inter", "Italic", 400, italic=True),
    Face(INTER, "500Medium/Inter_500Medium.ttf", "Inter", "Medium", 500),
    Face(INTER, "600SemiBold/Inter_600SemiBold.ttf", "Inter", "SemiBold", 600),
    Face(INTER, "700Bold/Inter_700Bold.ttf", "Inter", "Bold", 700),
    Face(ARABIC, "400Regular/NotoSansArabic_400Regular.ttf", "Noto Sans Arabic", "Regular", 400),
    Face(ARABIC, "600SemiBold/NotoSansArabic_600SemiBold.ttf", "Noto Sans Arabic", "SemiBold", 600),
)


def shrink(font: TTFont, *, arabic: bool) -> None:
    """Keep only the wanted characters and features; drop hinting."""
    blocks = ARABIC_BLOCKS if arabic else LATIN_GREEK_CYRILLIC
    options = subset.Options()
    options.layout_features = list(ARABIC_FEATURES if arabic else LATIN_FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0, 5, 13, 14]
    options.drop_tables = [*options.drop_tables, "STAT", "DSIG", "gasp", "prep", "MVAR"]
    worker = subset.Subsetter(options=options)
    worker.populate(unicodes=[code for first, last in blocks for code in range(first, last + 1)])
    worker.subset(font)


def rename(font: TTFont, face: Face) -> None:
    """Write family, style and weight in the way every system groups weights into one family."""
    ribbi = face.style in {"Regular", "Italic", "Bold"}
    legacy_family = face.family if ribbi else f"{face.family} {face.style}"
    legacy_style = face.style if ribbi else "Regular"
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    texts = {1: legacy_family, 2: legacy_style, 3: f"{postscript};vhdesk", 4: f"{face.family} {face.style}"}
    texts[6] = postscript
    if not ribbi:
        texts |= {16: face.family, 17: face.style}
    names = font["name"]
    for identifier, text in texts.items():
        names.setName(text, identifier, 3, 1, 0x409)
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = face.weight
    os2.fsType = 0
    bold = face.style == "Bold"
    plain = legacy_style == "Regular"
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (0x20 if bold else 0) | (0x40 if plain else 0)
    os2.fsSelection |= 0x01 if face.italic else 0
    head.macStyle = (1 if bold else 0) | (2 if face.italic else 0)


def main() -> int:
    """Make every face and copy the licences; returns 0."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {package: fetch(*package, into=Path(folder)) for package in (INTER, ARABIC)}
        for face in FACES:
            font = TTFont(packages[face.package] / face.source, recalcTimestamp=False)
            shrink(font, arabic=face.package is ARABIC)
            rename(font, face)
            font.save(TARGET / face.filename)
            sys.stdout.write(f"{face.filename} {(TARGET / face.filename).stat().st_size}\n")
        for package, name in ((INTER, "OFL-Inter.txt"), (ARABIC, "OFL-NotoSansArabic.txt")):
            text = (packages[package] / "LICENSE_FONT").read_text(encoding="utf-8")
            (TARGET / name).write_text(text.rstrip() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
