"""Writing a PDF where the user wants it: whole or not at all, with a sentence for what can go wrong."""

from __future__ import annotations

import errno
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from vhdesk.queries.verslag import VerslagRow

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_RIGHTS = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Written:
    """How it ended: ``happened`` and ``next_step`` are sentences; ``fine`` says whether the file stands there."""

    fine: bool
    happened: str
    next_step: str = ""


def file_name(row: VerslagRow) -> str:
    """Return a suggestion without names of persons: "Verslag Werktafel Enschede 2026-12-02.pdf"."""
    plain = "".join(c if c.isalnum() or c in " -" else " " for c in row.tafel)
    return f"Verslag {' '.join(plain.split())} {row.datum.isoformat()}.pdf"


def write_file(path: Path, content: bytes) -> Written:
    """Write beside the target and put it in place in one step: a file that is there is always whole."""
    target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
    beside = target.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except OSError as fault:
        _remove(beside)
        return _explain(fault)
    return Written(True, f"Opgeslagen als {target.name}.")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the disk that refused to write also refuses to tidy; the name tells nobody anything


def _explain(fault: OSError) -> Written:
    if fault.errno in _FULL:
        return Written(
            False, "Er is geen ruimte meer op deze schijf; er is niets opgeslagen.",
            "Maak ruimte vrij of kies een andere map.",
        )  # fmt: skip
    if fault.errno in _RIGHTS:
        return Written(
            False, "U mag in deze map niet schrijven; er is niets opgeslagen.", "Kies een andere map."
        )
    if fault.errno in (errno.ENOENT, errno.ENOTDIR):
        return Written(False, "Deze map bestaat niet (meer); er is niets opgeslagen.", "Kies een andere map.")
    return Written(
        False, "Het bestand kon niet worden geschreven; er is niets opgeslagen.",
        "Controleer de schijf of kies een andere map.",
    )  # fmt: skip
