"""The names inside a vault folder, in one place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

SUFFIX = ".vhkluis"


class Layout(NamedTuple):
    """The paths of one vault folder ``NAAM.vhkluis``."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "kluis.db"

    @property
    def slots(self) -> Path:
        """The key slots."""
        return self.folder / "sleutels.json"

    @property
    def backups(self) -> Path:
        """The folder of backups, one folder each."""
        return self.folder / "reservekopieen"

    @property
    def lock(self) -> Path:
        """The file that the running process holds locked."""
        return self.folder / "kluis.lock"

    @property
    def readers(self) -> Path:
        """The file that whoever reads beside a writer holds locked, together."""
        return self.folder / "lezers.lock"

    @property
    def anchor(self) -> Path:
        """The head of the journaal, kept outside the database."""
        return self.folder / "journaal.anker"

    @property
    def ballast(self) -> Path:
        """Room kept free for an emergency on a full disk."""
        return self.folder / "ballast.bin"

    @property
    def waiting(self) -> Path:
        """Drafts that wait until the database can be written."""
        return self.folder / "concepten.wacht"

    @property
    def new_database(self) -> Path:
        """The re-encrypted copy while the vault is re-keyed."""
        return self.folder / "kluis.nieuw.db"

    @property
    def new_slots(self) -> Path:
        """The new slots while the vault is re-keyed."""
        return self.folder / "sleutels.nieuw.json"

    @property
    def new_anchor(self) -> Path:
        """The new anchor while the vault is re-keyed."""
        return self.folder / "journaal.nieuw.anker"

    @property
    def rekey_marker(self) -> Path:
        """Its presence is the commit of a re-key: from here on the new files count."""
        return self.folder / "herversleuteling.json"

    @property
    def handle(self) -> Path:
        """What a person double-clicks: systems open a folder themselves, but know who opens a file of a kind."""
        return self.folder / "openen.vhdesk"

    def with_journals(self, database: Path) -> tuple[Path, ...]:
        """Return what SQLite keeps beside ``database``."""
        return tuple(database.with_name(database.name + end) for end in ("-wal", "-shm", "-journal"))


def vault_folder(path: Path) -> Path:
    """Return the vault folder that ``path`` means: the folder itself, or the one that holds the file clicked."""
    return path.parent if path.suffix == ".vhdesk" or path.name in ("kluis.db", "sleutels.json") else path


def vault_name(folder: Path) -> str:
    """Return the name of a vault as a person knows it: the folder without its suffix."""
    return folder.name.removesuffix(SUFFIX)
