"""Damaging files on purpose: copies to go back to, places to flip, and what a damaged vault may say."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from proefkluis import Site, besluiten, casus_aanmelden

from vhdesk.errors import StoreDamaged, StoreRolledBack, VaultTooNew

DAMAGE = (
    StoreDamaged,
    StoreRolledBack,
    VaultTooNew,
)  # a flipped digit of a format number reads as a later one


def gevulde_kluis(site: Site, aantal: int = 12) -> None:
    """Put a case with decisions in the vault, a backup beside it, and close it."""
    kluis = site.open()
    besluiten(kluis.desk, casus_aanmelden(kluis.desk), aantal)
    kluis.reservekopie_maken("handmatig")
    kluis.sluiten()


def gestorven_kluis(site: Site, aantal: int = 6, concept: str = "") -> None:
    """Leave the vault as a killed process leaves it: the last decisions, and after them the draft ``concept``, stand
    in the write-ahead log only."""
    kluis = site.open()
    besluiten(kluis.desk, casus_aanmelden(kluis.desk), aantal)
    if concept:
        kluis.desk.save_draft("proef/tekst", concept, 3)
    shutil.copytree(site.folder, site.root / "gestorven")
    shutil.copytree(site.ankers, site.root / "ankers toen")
    kluis.sluiten()
    for now, then in ((site.folder, "gestorven"), (site.ankers, "ankers toen")):
        shutil.rmtree(now)
        (site.root / then).rename(now)


class Terug:
    """Remembers every file under a folder and puts back what changed; the ballast is left out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = {path: path.read_bytes() for path in self._present()}

    def __call__(self) -> None:
        for path in self._present():
            if path not in self.files:
                path.unlink()
        for path, data in self.files.items():
            if not path.exists() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

    def _present(self) -> Iterator[Path]:
        return (
            path for path in sorted(self.root.rglob("*")) if path.is_file() and path.name != "ballast.bin"
        )


def plaatsen(grootte: int, aantal: int, pagina: int = 4096, seed: int = 9) -> list[int]:
    """Return places in a file of ``grootte`` bytes: its edges, edges of pages, and a sample in between."""
    chance = random.Random(seed)
    randen = {0, 1, 15, 16, 17, 99, grootte - 1, grootte // 2, pagina - 1, pagina, grootte - pagina}
    los = {chance.randrange(grootte) for _ in range(aantal)}
    return sorted(place for place in randen | los if 0 <= place < grootte)


def omgedraaid(path: Path, place: int) -> None:
    """Flip one bit in the byte at ``place``."""
    with path.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ (1 << place % 8)]))


def bevinding(site: Site) -> str:
    """Open and check the vault through the front door; return the code of the finding, "" when it looks sound.

    Raises whatever is no finding at all: a bug, a wrong passphrase.
    """
    try:
        kluis = site.open()
    except DAMAGE as fault:
        return fault.code
    try:
        controle = kluis.controleren()
    except DAMAGE as fault:
        return fault.code
    finally:
        kluis.sluiten()
        site.opened.clear()
    return "" if controle.in_orde else "journaal"
