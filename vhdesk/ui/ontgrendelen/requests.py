"""What the first pages ask of the program; never shows a passphrase or a code when printed or logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """A new vault: its folder (``NAAM.vhkluis``, not there yet), and its first user with role and passphrase."""

    folder: Path
    naam: str
    rol: str
    wachtwoord: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """The new vault ``doel`` out of a backup, opened as ``naam`` with the passphrase of that time; or with the ``code``
    of a herstelblad, and then ``wachtwoord`` is the new one of ``naam``."""

    kopie: Path
    naam: str
    wachtwoord: str = field(repr=False)
    doel: Path
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryRequest:
    """Into a vault with the code of its herstelblad, with a new passphrase for the user ``naam``."""

    folder: Path
    code: str = field(repr=False)
    naam: str
    nieuw_wachtwoord: str = field(repr=False)
