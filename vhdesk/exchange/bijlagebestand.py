"""A file that becomes an attachment: read from the disk and looked at, never more of it than may be kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vhdesk.bestandsoort import MAX_BYTES, check_bestand
from vhdesk.exchange.lijstbestand import read_at_most
from vhdesk.services.melding import Meldbijlage


def lees_bijlage(path: Path) -> Meldbijlage:
    """Return the file as it can be kept.

    Raises EnvironmentFault when it is not there or cannot be read, RuleViolation when it is empty, too large or a program.
    """
    content = read_at_most(path, MAX_BYTES)
    check_bestand(path.name, content)
    return Meldbijlage(naam=path.name, inhoud=content)


def lees_bijlagen(paths: Iterable[Path]) -> tuple[Meldbijlage, ...]:
    """Return several files. Raises as ``lees_bijlage`` on the first that cannot be kept."""
    return tuple(lees_bijlage(path) for path in paths)
