"""Recent vaults as rows: a folder's name and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX


@dataclass(frozen=True, slots=True)
class VaultRow:
    """One vault by its folder; ``id`` is the path."""

    id: str
    naam: str
    plaats: str
    aanwezig: bool


def vault_rows(paths: Iterable[Path]) -> list[VaultRow]:
    """Return rows for ``paths``; the home folder is shortened to "~"."""
    return [
        VaultRow(str(path), path.name.removesuffix(SUFFIX), _place(path), path.is_dir()) for path in paths
    ]


def _place(path: Path) -> str:
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)


def two_line(row: VaultRow) -> TwoLine:
    """Word a recent vault."""
    if row.aanwezig:
        return TwoLine(row.naam, row.plaats, icon="shield", icon_role="muted")
    return TwoLine(
        row.naam, f"{row.plaats}  ·  niet gevonden", icon="circle-alert", icon_role="warn", rest=True
    )
