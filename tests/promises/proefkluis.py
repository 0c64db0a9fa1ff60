"""What the promises share: one vault in a folder, opened as its coordinator, and looked at from below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from tests.overname import oud_nummer
from vhdesk.clock import Clock
from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.store.opening import OpenOptions, unlock_slots
from vhdesk.vocabulary import CasusStatus

NAAM = "Marijke ten Brinke"
WACHTWOORD = "zeven groene fietsen"


@dataclass
class Site:
    """A folder that holds ``Proef.vhkluis`` and the anchors of its machine."""

    root: Path
    clock: Clock
    opened: list[Kluis] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.root / "Proef.vhkluis"

    @property
    def ankers(self) -> Path:
        return self.root / "ankers"

    def options(self, **changes: Any) -> OpenOptions:
        return OpenOptions(anchor_home=self.ankers, accept_location=True, **changes)

    def open(self, folder: Path | None = None, *, wachtwoord: str = WACHTWOORD, **changes: Any) -> Kluis:
        kluis = kluis_openen(
            folder or self.folder, Toegang(naam=NAAM, wachtwoord=wachtwoord), self.clock,
            kdf=CHEAP, options=self.options(**changes),
        )  # fmt: skip
        self.opened.append(kluis)
        return kluis

    def close(self) -> None:
        for kluis in self.opened:
            kluis.sluiten()

    @contextmanager
    def raw(self, key: DataKey | None = None) -> Iterator[Any]:
        """Lend an unguarded connection to the closed vault, made without any code of the store but the slots."""
        key = key.copy() if key else unlock_slots(self.folder / "sleutels.json", NAAM, WACHTWOORD)
        connection = dbapi.connect(str(self.folder / "kluis.db"), isolation_level=None)
        try:
            connection.set_key(key.sql_literal())
            yield connection
        finally:
            connection.close()
            key.clear()


def casus_aanmelden(desk: Desk, naam: str = "Proefpersoon", **velden: Any) -> str:
    """Register a case and return its id."""
    persoon = Persoonsgegevens(geslachtsnaam=naam, geboortedatum=date(1990, 5, 6))
    velden.setdefault("nummer", oud_nummer(velden.get("status", CasusStatus.AANGEMELD)))
    return desk.execute(CasusAanmelden(hoofdbetrokkene=persoon, **velden)).id


def besluiten(desk: Desk, casus_id: str, aantal: int, begin: int = 1) -> list[str]:
    """Record ``aantal`` decisions and return their ids."""
    return [
        desk.execute(
            BesluitVastleggen(
                casus_id=casus_id,
                tekst=f"Besluit {begin + nummer}.",
                type_code="afspraak",
                gremium_code="werktafel",
            )
        ).id
        for nummer in range(aantal)
    ]


def besluit_ids(raw: Any) -> set[str]:
    return {row[0] for row in raw.execute("SELECT id FROM besluit").fetchall()}
