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


def load_file(path: Path) -> ListFile:
    """Return the bytes of a file.

    Raises EnvironmentFault when it is not there or cannot be read, InvalidPackage when it is too large: no more is
    read than a list may be, whatever size the file says it has.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise EnvironmentFault("bestand_niet_gevonden", bestand=path.name) from error
    except OSError as error:
        raise EnvironmentFault("bestand_onleesbaar", bestand=path.name) from error
    if len(content) > MAX_BYTES:
        raise InvalidPackage(Weigering.TE_GROOT, grens_mb=MAX_BYTES // 2**20)
    return ListFile(path.name, content)
