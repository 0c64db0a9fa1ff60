"""A real encrypted vault per test: made once, copied for each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from vault_site import NAME, PASSPHRASE, Site, add_lines

from vhdesk.crypto.passphrase import CHEAP
from vhdesk.store.creation import FirstUser, create_vault


@pytest.fixture(scope="session")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("kluis"))
    first = FirstUser(naam=NAME, rol="beheerder", passphrase=PASSPHRASE, kdf=CHEAP)
    vault = create_vault(site.folder, first, site.clock, ballast=4096, options=site.options())
    add_lines(vault, 3)
    vault.close()
    return site


@pytest.fixture
def site(made_site: Site, tmp_path: Path) -> Iterator[Site]:
    root = tmp_path / "plek"
    shutil.copytree(made_site.root, root)
    site = Site(root)
    yield site
    site.close()
