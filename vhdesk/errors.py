"""The exception tree: who can do something about it decides the class.

Exceptions carry a code and ids, never a person's name and never a Dutch sentence: those are made from the
code by ``vocabulary_faults``, each with one next step, for the window and the command line alike.
"""

from __future__ import annotations


class VhdeskError(Exception):
    """Everything vhdesk raises on purpose.

    ``code`` is a stable English identifier such as ``"bsn_elfproef"``; ``details`` are ids, numbers, field
    names or moments that the sentence needs.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return self.code


class RuleViolation(VhdeskError):
    """The profession refuses this act; the user can change the input. ``field`` names the field at fault."""

    def __init__(self, code: str, *, field: str | None = None, **details: object) -> None:
        super().__init__(code, **details)
        self.field = field


class StaleVersion(VhdeskError):
    """Somebody else changed the record in the meantime; both texts must be shown."""


class NotFound(VhdeskError):
    """The record that the act names does not exist (any more)."""


class InvalidPackage(VhdeskError):
    """Delivered input (a list, a file of acts) that cannot be read as what it should be."""


class EnvironmentFault(VhdeskError):
    """Something outside the program: disk, key, other process. Nothing was stored."""


class WrongPassphrase(EnvironmentFault):
    """No slot of this name opens with this passphrase."""


class VaultInUse(EnvironmentFault):
    """Another process holds the vault (details: host, pid, since)."""


class VaultMissing(EnvironmentFault):
    """There is no vault here, or a part of it (slot file, database) is gone. Never answered by creating one."""


class VaultExists(EnvironmentFault):
    """A vault or another file already stands where a new one was asked."""


class VaultTooNew(EnvironmentFault):
    """The vault was written by a newer version of the program."""


class VaultReadOnly(EnvironmentFault):
    """The folder or file cannot be written."""


class StorageFull(EnvironmentFault):
    """The disk is full; what was acknowledged is safe."""


class StoreDamaged(EnvironmentFault):
    """The store, its log, slot file or a backup does not verify."""


class StoreRolledBack(EnvironmentFault):
    """An older state of the store was put back: the journaal head is older than its anchor."""


class UnsafeLocation(EnvironmentFault):
    """The folder is on a network share or a synchronised folder, where locking cannot be trusted."""


class ClockSetBack(EnvironmentFault):
    """The system clock stands before the last line of the journaal."""


class NotEnoughMemory(EnvironmentFault):
    """The machine cannot hold the work, such as the stretching of a passphrase."""


class StorageUnavailable(EnvironmentFault):
    """The disk does not do what was asked, and it is not full: removed, broken, or a limit was reached."""


class Interrupted(VhdeskError):
    """The user cancelled; nothing was stored. Shown silently."""
