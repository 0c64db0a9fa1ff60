"""From what a person types to 32 bytes: normalisation, strength, Argon2id.

Default parameters: 256 MiB, 3 passes, 4 lanes (about 0.4 s on a 2-core machine). Parameters read from a slot file
are capped, since they are read before anything can be authenticated: an unbounded cost would let whoever can write
the file stall or kill the program.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from vhdesk.errors import NotEnoughMemory, RuleViolation, StoreDamaged

MIN_LENGTH = 12
MIN_DISTINCT = 5
SALT_BYTES = 16
ALGORITHM = "argon2id"


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfParameters:
    """The cost of one try at a passphrase."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def checked(self) -> KdfParameters:
        """Return self; raises StoreDamaged when a value is outside what this program will ever run."""
        inside = (
            8 * 1024 <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 8
        )
        if not inside:
            raise StoreDamaged("slots_kdf_out_of_bounds")
        return self


DEFAULT = KdfParameters()
MODEST = KdfParameters(memory_kib=64 * 1024)
"""For machines with little memory."""
CHEAP = KdfParameters(memory_kib=8 * 1024, passes=1, lanes=1)
"""For tests and the oefenkluis only: protects nothing against guessing."""


def normalise(passphrase: str) -> bytes:
    """Return the bytes that are hashed: NFC, so that é typed on two keyboards is the same passphrase."""
    return unicodedata.normalize("NFC", passphrase).encode()


def check_strength(passphrase: str) -> None:
    """Refuse a passphrase that is guessed too easily.

    Raises RuleViolation ``wachtwoord_te_kort`` (under 12 characters) or ``wachtwoord_te_eenvoudig`` (fewer than 5
    different characters), both on field ``wachtwoord``. Length over composition rules: NIST SP 800-63B 3.1.1.2.
    """
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < MIN_LENGTH:
        raise RuleViolation("wachtwoord_te_kort", field="wachtwoord", minimum=MIN_LENGTH)
    if len(set(text)) < MIN_DISTINCT:
        raise RuleViolation("wachtwoord_te_eenvoudig", field="wachtwoord", minimum=MIN_DISTINCT)


def stretch(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Return the 32-byte key for ``passphrase``; raises NotEnoughMemory when the machine cannot hold the work."""
    parameters.checked()
    try:
        return hash_secret_raw(
            normalise(passphrase),
            salt,
            time_cost=parameters.passes,
            memory_cost=parameters.memory_kib,
            parallelism=parameters.lanes,
            hash_len=32,
            type=Type.ID,
            version=ARGON2_VERSION,
        )
    except HashingError as error:
        raise NotEnoughMemory("kdf_memory", memory_kib=parameters.memory_kib) from error
