"""The lines of the acts on a vault: each has one, also when it was refused or failed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.services.command import BEHEER
from vhdesk.services.desk import Desk
from vhdesk.store.vault import Note, OpenVault


class Kluisregels:
    """An open vault whose acts are written in its own journaal."""

    def __init__(self, vault: OpenVault, desk: Desk) -> None:
        self._vault = vault
        self.desk = desk

    @contextmanager
    def _poging(self, actie: str, wat: str = "") -> Iterator[None]:
        """See that what fails inside has its line: who tried what, and why it was refused."""
        try:
            yield
        except VhdeskError as refusal:
            words = f"{wat} {refusal.code}".strip()
            self.desk.log_refusal(actie, "kluis", self._vault.vault_id, words)
            raise

    def _vereis_beheer(self, actie: str) -> None:
        self._vault.require_writable()
        if self.desk.actor.rol not in BEHEER:
            raise RuleViolation("niet_bevoegd", actie=actie)

    def _line(self, actie: str, bijzonderheden: str = "") -> Note:
        """Return the note that writes this line before the slots change."""
        return lambda _changed: self._log(actie, bijzonderheden)

    def _log(self, actie: str, bijzonderheden: str = "") -> None:
        self.desk.log_reading(actie, "kluis", self._vault.vault_id, bijzonderheden)
