"""The few marks a style sheet needs as an image (arrow, tick, dot), tinted and kept in memory.

A QSS ``image`` must be a file or a Qt resource. vhdesk writes no temporary files, so the marks are registered as
a Qt resource tree built here. Format: Qt's rcc binary, version 1 (``qtbase/src/corelib/io/qresource.cpp``).
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import Final

from PySide6.QtCore import qRegisterResourceData

# Paths of Lucide (ISC) on its 24 x 24 grid.
PATHS: Final = {
    "down": '<path d="m6 9 6 6 6-6"/>',
    "up": '<path d="m18 15-6-6-6 6"/>',
    "left": '<path d="m15 18-6-6 6-6"/>',
    "right": '<path d="m9 18 6-6-6-6"/>',
    "tick": '<path stroke-width="3" d="M20 6 9 17l-5-5"/>',
    "dash": '<path stroke-width="3" d="M5 12h14"/>',
    "dot": '<circle cx="12" cy="12" r="5" fill="{colour}"/>',
    "cross": '<path d="M18 6 6 18"/><path d="m6 6 12 12"/>',
}
_DIRECTORY: Final = 0x02
_ANY_TERRITORY_C_LANGUAGE: Final = (0, 1)


def glyph_url(name: str, colour: str) -> str:
    """Return a QSS url of mark ``name`` in ``colour`` (``#RRGGBB``)."""
    return f"url(:/{_register(colour)}/{name}.svg)"


@lru_cache(maxsize=64)
def _register(colour: str) -> str:
    folder = "vhdesk-" + colour.lstrip("#").lower()
    files = {f"{name}.svg": _svg(path, colour) for name, path in PATHS.items()}
    parts = _tree(folder, files)
    _keep_alive(folder, parts)
    qRegisterResourceData(1, *parts)
    return folder


@lru_cache(maxsize=64)
def _keep_alive(folder: str, parts: tuple[bytes, bytes, bytes]) -> tuple[str, tuple[bytes, bytes, bytes]]:
    """Hold the registered bytes for as long as the process lives: Qt reads them in place."""
    return folder, parts


def _svg(path: str, colour: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
        f"{path.format(colour=colour)}</svg>"
    ).encode()


def _hash(name: str) -> int:
    value = 0
    for char in name:
        value = (value << 4) + ord(char)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value


def _tree(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return (struct, names, data) of ``:/folder/file`` for every file."""
    names = bytearray()
    offsets = {}
    for name in (folder, *files):
        offsets[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    nodes = bytearray(struct.pack(">IHII", 0, _DIRECTORY, 1, 1))
    nodes += struct.pack(">IHII", offsets[folder], _DIRECTORY, len(files), 2)
    data = bytearray()
    for name in sorted(files, key=_hash):
        nodes += struct.pack(">IHHHI", offsets[name], 0, *_ANY_TERRITORY_C_LANGUAGE, len(data))
        data += struct.pack(">I", len(files[name])) + files[name]
    return bytes(nodes), bytes(names), bytes(data)
