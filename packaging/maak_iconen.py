"""Make ``resources/icons``: the Lucide icons from the published package, and the application icon's bitmaps.

    .venv/bin/python packaging/maak_iconen.py

Run by hand when an icon is added or the Lucide version changes. The comment and class of each Lucide file are
taken out; the licence stands once in LICENSE-lucide.txt. ``vhdesk.svg`` is our own drawing (EUPL-1.2) and the
source of the .png, .ico and .icns files.
"""

from __future__ import annotations

import os
import re
import struct
import sys
import tempfile
from pathlib import Path

from npm_pakket import fetch

TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"
LUCIDE = (
    "lucide-static",
    "1.62.0",
    "sha512-WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
)
ICONS = """
archive arrow-down arrow-left arrow-right arrow-up arrow-up-down baby ban beer book-open bookmark brain briefcase
building-2 cake calendar calendar-days calendar-plus chart-column check chevron-down chevron-left chevron-right
chevron-up circle circle-alert circle-check circle-dot circle-help clock command copy corner-down-left
database-backup door-open download ear ellipsis external-link eye eye-off file-check file-down file-plus file-text
filter flag folder-open folder-plus gavel graduation-cap grip-vertical hand-heart heart-pulse history house import
inbox info key-round keyboard landmark layers lightbulb link list list-checks lock lock-open log-out mail map-pin
messages-square mic-off minus moon notebook-pen octagon-alert panel-left pause pencil phone play plus printer redo-2
refresh-cw save scale search send settings shield shield-check siren square square-check sun tag target timer
trash-2 triangle-alert undo-2 upload user user-check user-plus user-x users users-round wallet wine x zoom-in zoom-out
"""
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {128: b"ic07", 256: b"ic08", 512: b"ic09"}


def clean(svg: str) -> str:
    """One Lucide file without comment and class, its drawing untouched."""
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'\s*class="[^"]*"', "", svg)
    head, body = svg.split(">", 1)
    return (
        " ".join(head.split()) + ">\n" + "\n".join(line for line in body.splitlines() if line.strip()) + "\n"
    )


def copy_lucide() -> None:
    """Write the chosen icons and their licence."""
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(*LUCIDE, into=Path(folder))
        for name in ICONS.split():
            text = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            (TARGET / f"{name}.svg").write_text(clean(text), encoding="utf-8")
        licence = (package / "LICENSE").read_text(encoding="utf-8")
        (TARGET / "LICENSE-lucide.txt").write_text(licence.rstrip() + "\n", encoding="utf-8")


def render(size: int) -> bytes:
    """The application icon as PNG of ``size`` by ``size`` pixels."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(TARGET / "vhdesk.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon file with one PNG per size."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, png in sorted(pictures.items()):
        side = size % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset + len(bodies))
        bodies += png
    return header + entries + bodies


def icns(pictures: dict[int, bytes]) -> bytes:
    """A macOS icon file with one PNG per size."""
    body = b"".join(
        ICNS_TYPES[size] + struct.pack(">I", len(png) + 8) + png for size, png in sorted(pictures.items())
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> int:
    """Make everything; returns 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    copy_lucide()
    for size in PNG_SIZES:
        (TARGET / f"vhdesk-{size}.png").write_bytes(render(size))
    (TARGET / "vhdesk.ico").write_bytes(ico({size: render(size) for size in ICO_SIZES}))
    (TARGET / "vhdesk.icns").write_bytes(icns({size: render(size) for size in ICNS_TYPES}))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
