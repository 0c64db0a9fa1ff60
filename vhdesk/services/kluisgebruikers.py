"""Who can open a vault, and with which passphrase, herstelblad and key.

The line comes first: no slot, key or code exists that the journaal knows nothing of. A change of key takes long and
can be stopped half-way: that begins with a line and ends with one.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from vhdesk.crypto.passphrase import KdfParameters
from vhdesk.crypto.slots import RECOVERY, USER
from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.services.command import BEHEER
from vhdesk.services.desk import Desk
from vhdesk.services.kluisregels import Kluisregels
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress
from vhdesk.store.rekey import RekeyResult, rekey_vault
from vhdesk.store.slot_store import VaultUser
from vhdesk.store.vault import OpenVault
from vhdesk.vocabulary import Gebruikersrol


class Kluisgebruikers(Kluisregels):
    """The users of an open vault, and its keys."""

    def __init__(self, vault: OpenVault, desk: Desk, kdf: KdfParameters) -> None:
        super().__init__(vault, desk)
        self._kdf = kdf

    @property
    def gebruiker(self) -> VaultUser:
        """Who opened it."""
        return self._vault.user

    @property
    def met_herstelblad(self) -> bool:
        """Whether the herstelblad was used: the window then asks for a new passphrase."""
        return self._vault.by_recovery_sheet

    @property
    def heeft_herstelblad(self) -> bool:
        """Whether there is a herstelblad that opens this vault."""
        return bool(self._vault.slot_file.of_kind(RECOVERY))

    def gebruikers(self) -> tuple[VaultUser, ...]:
        """Return who can open this vault."""
        return self._vault.users()

    def gebruiker_toevoegen(self, naam: str, rol: Gebruikersrol, wachtwoord: str) -> VaultUser:
        """Let one more person in. Raises RuleViolation for the name, the passphrase or the role of who asks."""
        actie = "Gebruiker toevoegen"
        with self._poging(actie, rol.value):
            self._vereis_beheer(actie)
            return self._vault.add_user(
                naam,
                rol.value,
                wachtwoord,
                kdf=self._kdf,
                first=lambda slots: self._log(actie, f"{slots.of_kind(USER)[-1].id} {rol.value}"),
            )

    def gebruiker_wijzigen(self, gebruiker_id: str, *, naam: str, rol: Gebruikersrol) -> VaultUser:
        """Rename a user or give another role; the vault keeps at least one who may run it.

        Who changes the own name or role acts under it from here on.
        """
        actie, wat = "Gebruiker wijzigen", f"{gebruiker_id} {rol.value}"
        with self._poging(actie, wat):
            self._vereis_beheer(actie)
            if rol not in BEHEER:
                self._vereis_andere_beheerder(gebruiker_id)
            user = self._vault.change_user(
                gebruiker_id, naam=naam, rol=rol.value, first=self._line(actie, wat)
            )
        if gebruiker_id == self.desk.actor.id:
            self.desk.actor = replace(self.desk.actor, naam=user.naam, rol=rol)
        return user

    def gebruiker_verwijderen(
        self, gebruiker_id: str, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> tuple[str, ...]:
        """Shut a person out: the vault and its backups get a new key that the person never knew.

        Returns the names of backups that could not be read and so kept a key that the person may know.
        """
        actie = "Gebruiker verwijderen"
        with self._poging(actie, gebruiker_id):
            self._vereis_beheer(actie)
            self._vereis_andere_beheerder(gebruiker_id)
        return self._rekey(
            actie,
            gebruiker_id,
            lambda: rekey_vault(self._vault, progress, cancelled, remove=frozenset({gebruiker_id})),
        )

    def sleutel_vernieuwen(
        self, progress: Progress = no_progress, cancelled: Cancelled = never_cancelled
    ) -> tuple[str, ...]:
        """Give the whole vault a new key, for instance after a laptop was lost.

        Returns the names of backups that could not be read and so kept the former key.
        """
        actie = "Sleutel vernieuwen"
        with self._poging(actie):
            self._vereis_beheer(actie)
        return self._rekey(actie, "", lambda: rekey_vault(self._vault, progress, cancelled))

    def wachtwoord_wijzigen(self, oud: str, nieuw: str) -> None:
        """Change the own passphrase. Raises WrongPassphrase, RuleViolation."""
        actie, wie = "Wachtwoord wijzigen", self.gebruiker.id
        with self._poging(actie, wie):
            self._vault.change_passphrase(oud, nieuw, kdf=self._kdf, first=self._line(actie, wie))

    def wachtwoord_herstellen(self, gebruiker_id: str, nieuw: str) -> None:
        """Give somebody who forgot it a new passphrase; also the way on after using the herstelblad."""
        actie = "Wachtwoord herstellen"
        with self._poging(actie, gebruiker_id):
            if not self.met_herstelblad:
                self._vereis_beheer(actie)
            line = self._line(actie, gebruiker_id)
            self._vault.reset_passphrase(gebruiker_id, nieuw, kdf=self._kdf, first=line)

    def herstelcode_maken(self) -> str:
        """Return a new code for the herstelblad; the sheet before it stops working."""
        actie = "Herstelblad maken"
        with self._poging(actie):
            self._vereis_beheer(actie)
            return self._vault.make_recovery_code(kdf=self._kdf, first=self._line(actie))

    def _rekey(self, actie: str, gebruiker_id: str, work: Callable[[], RekeyResult]) -> tuple[str, ...]:
        """Change the key while the desk rests; return the names of the backups that were skipped.

        The line at the end tells how far it came. When the vault was locked on the way there is no such line: only
        the one that it began.
        """
        self.desk.settle_drafts()  # what waits beside the database is under the key that goes
        self._log(actie, f"{gebruiker_id} begonnen".strip())
        key_id = self._vault.slot_file.key_id
        self.desk.pause()
        try:
            skipped = work().skipped
        except VhdeskError as fault:
            self._log_stopped(actie, gebruiker_id, fault, changed=self._vault.slot_file.key_id != key_id)
            raise
        finally:
            self.desk.resume()
        self._log(actie, " ".join(word for word in (gebruiker_id, "klaar", overgeslagen(skipped)) if word))
        return skipped

    def _log_stopped(self, actie: str, gebruiker_id: str, fault: VhdeskError, *, changed: bool) -> None:
        how = "kluis klaar, reservekopieën niet" if changed else f"niets gewijzigd: {fault.code}"
        words = f"{gebruiker_id} {how}".strip()
        if not changed:
            self.desk.log_refusal(actie, "kluis", self._vault.vault_id, words)
            return
        with suppress(
            VhdeskError
        ):  # locked, or no room for a line: what stopped the work is the one to report
            self._log(actie, words)

    def _vereis_andere_beheerder(self, gebruiker_id: str) -> None:
        anderen = [user for user in self.gebruikers() if user.id != gebruiker_id]
        if not any(Gebruikersrol(user.rol) in BEHEER for user in anderen):
            raise RuleViolation("laatste_beheerder", field="rol")


def overgeslagen(names: tuple[str, ...]) -> str:
    """Say in the line of an act which backups could not be read; "" when there are none."""
    return f"overgeslagen: {', '.join(names)}" if names else ""
