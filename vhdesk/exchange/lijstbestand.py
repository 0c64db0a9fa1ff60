"""A delivered file as it comes from the disk: its name and its bytes, never more of them than a list may have."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from vhdesk.errors import EnvironmentFault, InvalidPackage
from vhdesk.exchange.aanlevering.blad import MAX_BYTES
from vhdesk.vocabulary_aanlevering import Weigering


@dataclass(frozen=True, slots=True)
class ListFile:
    """What was delivered. The bytes stay in memory; nothing of it is written outside the vault."""

    name: str
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The fingerprint by which the vault knows a file that was read in before."""
        return hashlib.sha256(self.content).hexdigest()


def read_at_most(path: Path, maximum: int) -> bytes:
    """Return the bytes of a file, at most one more than ``maximum``, whatever size the file says it has.

    Raises EnvironmentFault when it is not there or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(maximum + 1)
    except FileNotFoundError as error:
        raise EnvironmentFault("bestand_niet_gevonden", bestand=path.name) from error
    except (OSError, ValueError) as error:  # a name may hold what no file has
        raise EnvironmentFault("bestand_onleesbaar", bestand=path.name) from error


def load_file(path: Path) -> ListFile:
    """Return the bytes of a file. Raises as ``read_at_most``, and InvalidPackage when it is larger than a list may be."""
    content = read_at_most(path, MAX_BYTES)
    if len(content) > MAX_BYTES:
        raise InvalidPackage(Weigering.TE_GROOT, grens_mb=MAX_BYTES // 2**20)
    return ListFile(path.name, content)
