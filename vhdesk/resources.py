"""Finding and reading what ships beside the code: reference data, fonts, icons, practice lists, texts.

One function finds a file from source (``resources/`` beside the package), from an installed wheel
(``vhdesk/_resources``) and from a frozen bundle (``sys._MEIPASS``) alike. Nothing is cached here: who needs a
list often keeps it.
"""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import Any

from vhdesk.errors import EnvironmentFault

_PACKAGE = Path(__file__).resolve().parent
REFERENCE = "referentie"
GEHEIMHOUDING = "juridisch/geheimhouding.md"
"""What is read out at the opening of a meeting, and signed."""


def _candidates() -> tuple[Path, ...]:
    """The places where the resources may stand, most specific first."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return (Path(bundle) / "vhdesk" / "_resources", Path(bundle) / "resources")
    return (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource_root() -> Path:
    """The folder that holds all resources.

    Raises EnvironmentFault("resource_missing") when the installation is incomplete.
    """
    for candidate in _candidates():
        if (candidate / REFERENCE).is_dir():
            return candidate
    raise EnvironmentFault("resource_missing", relative=".")


def resource(relative: str) -> Path:
    """The path of one resource, such as ``fonts/Inter-Regular.ttf``; a folder is allowed.

    ``relative`` uses forward slashes on every system. Raises EnvironmentFault("resource_missing") when it does
    not exist or points outside the resources.
    """
    parts = PurePosixPath(relative)
    if parts.is_absolute() or ".." in parts.parts or "\\" in relative:
        raise EnvironmentFault("resource_missing", relative=relative)
    path = resource_root().joinpath(*parts.parts)
    if not path.exists():
        raise EnvironmentFault("resource_missing", relative=relative)
    return path


def read_bytes(relative: str) -> bytes:
    """The bytes of one resource. Raises as ``resource``; EnvironmentFault("resource_unreadable") on I/O errors."""
    path = resource(relative)
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault("resource_unreadable", relative=relative) from error


def read_text(relative: str) -> str:
    """The text (UTF-8) of one resource. Raises as ``read_bytes``."""
    try:
        return read_bytes(relative).decode("utf-8")
    except UnicodeDecodeError as error:
        raise EnvironmentFault("resource_unreadable", relative=relative) from error


def parse_yaml(text: str) -> Any:
    """Parse YAML with the safe loader, the compiled one where the platform has it.

    Raises ``yaml.YAMLError`` on malformed text; for shipped files use ``read_yaml``.
    """
    import yaml  # deferred: not needed to show the first window

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones


def read_yaml(relative: str) -> Any:
    """The content of one YAML resource.

    Raises as ``read_text``; EnvironmentFault("resource_unreadable") when it is not YAML.
    """
    import yaml  # deferred: see parse_yaml

    text = read_text(relative)
    try:
        return parse_yaml(text)
    except yaml.YAMLError as error:
        raise EnvironmentFault("resource_unreadable", relative=relative) from error
