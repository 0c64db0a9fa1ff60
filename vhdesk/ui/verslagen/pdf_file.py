"""The file of minutes: its name, and where it goes."""

from __future__ import annotations

from pathlib import Path

from vhdesk.exchange.uitvoer import write_whole
from vhdesk.queries.verslag import VerslagRow


def file_name(row: VerslagRow) -> str:
    """Return a suggestion without names of persons: "Verslag Werktafel Enschede 2026-12-02.pdf"."""
    plain = "".join(c if c.isalnum() or c in " -" else " " for c in row.tafel)
    versie = "" if row.laatste and row.versie == 1 else f" versie {row.versie}"
    return f"Verslag {' '.join(plain.split())} {row.datum.isoformat()}{versie}.pdf"


def write_pdf(path: Path, content: bytes) -> str:
    """Write the file, with its extension when that is missing, and return its name. Raises as ``write_whole``."""
    target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
    write_whole(target, content)
    return target.name
