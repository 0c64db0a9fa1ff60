"""Looking at a vault after its writer died: what was acknowledged, against what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from proefkluis import Site

from vhdesk.crypto.keys import DataKey
from vhdesk.store.backup import verify_backup
from vhdesk.store.backup_folder import BackupState, list_backups

_STAP = re.compile(r"poging (\d+) stap (\d+) ")
VASTGELEGD = {"besluit": "Besluit vastleggen", "actie": "Actie vastleggen"}


@dataclass
class Erkend:
    """What writers were told that it stands."""

    casus_id: str
    key: DataKey
    besluiten: dict[str, int] = field(default_factory=dict)
    teruggenomen: set[str] = field(default_factory=set)
    acties: set[str] = field(default_factory=set)
    kopieen: set[str] = field(default_factory=set)
    tekst: tuple[int, int] = (-1, 0)
    concept: tuple[int, int] = (-1, 0)

    def lees(self, lines: Iterable[str]) -> None:
        """Take in the acknowledgements of one writer; its last line may be cut off by nothing but its own end."""
        for line in lines:
            what, *words = line.split()
            if what == "besluit":
                self.besluiten[words[0]] = int(words[1])
            elif what == "terug":
                self.teruggenomen.add(words[0])
            elif what == "actie":
                self.acties.add(words[0])
            elif what == "kopie":
                self.kopieen.add(words[0])
            elif what in ("tekst", "concept"):
                number, step = map(int, words[0].split("."))
                setattr(self, what, (number, step))


def kijk_na(site: Site, erkend: Erkend) -> Counter[str]:
    """Open the vault, look at everything, close it. Raises AssertionError for whatever is lost or half done."""
    kluis = site.open()
    controle = kluis.controleren()
    assert controle.in_orde, controle
    kluis.sluiten()
    site.opened.clear()
    with site.raw(erkend.key) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        raw.execute("INSERT INTO zoek (zoek, rank) VALUES ('integrity-check', 1)")
        _acts(raw, erkend)
        _texts(raw, erkend)
    return _backups(site, erkend)


def _acts(raw: Any, erkend: Erkend) -> None:
    rows = dict(raw.execute("SELECT id, nummer FROM besluit").fetchall())
    assert erkend.besluiten.items() <= rows.items()
    assert sorted(rows.values()) == list(range(1, len(rows) + 1))  # no number given out twice, none skipped
    taken = {row[0] for row in raw.execute("SELECT id FROM besluit WHERE status = 'teruggenomen'").fetchall()}
    assert erkend.teruggenomen <= taken
    assert erkend.acties <= {row[0] for row in raw.execute("SELECT id FROM actie").fetchall()}
    for table, actie in VASTGELEGD.items():  # an act is a row and a line, or neither
        ids = [row[0] for row in raw.execute(f"SELECT id FROM {table}").fetchall()]
        lines = raw.execute("SELECT object_id FROM journaal WHERE actie = ?", (actie,)).fetchall()
        assert sorted(ids) == sorted(line[0] for line in lines)
        found = raw.execute(f"SELECT count(*) FROM zoekregel WHERE bron = '{table}'").fetchone()[0]
        gone = raw.execute(f"SELECT count(*) FROM {table} WHERE status = 'teruggenomen'").fetchone()[0]
        assert found == len(ids) - gone  # what was taken back is found no more
    undone = raw.execute("SELECT count(*) FROM journaal WHERE actie = 'Besluit terugnemen'").fetchone()[0]
    assert undone == len(taken)


def _texts(raw: Any, erkend: Erkend) -> None:
    version, text = raw.execute(
        "SELECT version, gezamenlijk_beeld FROM casus WHERE id = ?", (erkend.casus_id,)
    ).fetchone()
    lines = raw.execute("SELECT count(*) FROM journaal WHERE actie = 'Casus tekst wijzigen'").fetchone()[0]
    assert version == 1 + lines
    assert _step(text) >= erkend.tekst
    draft = raw.execute("SELECT tekst FROM concept WHERE sleutel = 'proef/tekst'").fetchone()
    assert _step(draft[0] if draft else "") >= erkend.concept


def _step(text: str) -> tuple[int, int]:
    found = _STAP.match(text)
    return (int(found[1]), int(found[2])) if found else (-1, 0)


def _backups(site: Site, erkend: Erkend) -> Counter[str]:
    """Every backup that has its name is whole; one that was acknowledged is there unless it was thinned."""
    infos = list_backups(site.folder, erkend.key)
    assert all(info.state is BackupState.SOUND for info in infos)
    for info in infos:
        if info.name in erkend.kopieen:
            continue
        verify_backup(
            info, erkend.key
        )  # not acknowledged, yet complete: the writer died right after the rename
        erkend.kopieen.add(info.name)
    assert erkend.kopieen == {info.name for info in infos}
    return Counter(halve_kopie=len(list((site.folder / "reservekopieen").glob("*.part"))))
