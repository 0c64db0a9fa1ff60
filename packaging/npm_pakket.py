"""Fetch one exact npm package for the asset scripts in this folder; not part of the program.

``npm pack`` downloads; the SHA-512 that npm published for that version is pinned here by the caller and checked
again, so that a script makes the same files next year or stops.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
from pathlib import Path


def fetch(name: str, version: str, integrity: str, into: Path) -> Path:
    """Download ``name@version`` into the folder ``into`` and unpack it; returns its ``package`` folder.

    ``integrity`` is npm's own notation, ``sha512-<base64>``. Raises ValueError when the bytes differ and
    subprocess.CalledProcessError when npm fails.
    """
    target = into / f"{name.replace('/', '-').lstrip('@')}-{version}"
    target.mkdir(parents=True)
    answer = subprocess.run(  # noqa: S603 - fixed program, names come from these scripts
        ["npm", "pack", "--silent", "--pack-destination", str(target), f"{name}@{version}"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    archive = target / answer.stdout.strip().splitlines()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if f"sha512-{digest}" != integrity:
        raise ValueError(f"{name}@{version}: integrity does not match")
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"
