"""The data key of a vault: 256 random bits, held in memory that can be wiped.

Everything else that needs a secret (the MAC over the slot file, over the journaal anchor, over backup manifests)
uses a key derived from it, one per purpose, so that no two uses share a key.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import NoReturn

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vhdesk.crypto.process import pin, unpin
from vhdesk.errors import StoreDamaged

KEY_BYTES = 32
_HEX = tuple(f"{byte:02x}".encode() for byte in range(256))


class DataKey:
    """One data key; wiped by ``clear``, unusable afterwards.

    The bytes live in one ``bytearray`` that is never copied into an immutable object by this class and that is
    kept out of the swap file where the system allows it.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: bytearray) -> None:
        """Take ownership of ``raw``; raises ValueError unless it is exactly 32 bytes (a shorter raw key would
        silently be treated as a passphrase by SQLCipher)."""
        if len(raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._raw = raw
        pin(raw)

    @classmethod
    def generate(cls) -> DataKey:
        """Return a new random key."""
        return cls(bytearray(os.urandom(KEY_BYTES)))

    @property
    def cleared(self) -> bool:
        """Tell whether the key was wiped."""
        return not self._raw

    def copy(self) -> DataKey:
        """Return an independent key with the same bytes."""
        return DataKey(bytearray(self._live()))

    def clear(self) -> None:
        """Overwrite the key; safe to call twice."""
        if self._raw:
            self._raw[:] = bytes(len(self._raw))
            unpin(self._raw)
            self._raw = bytearray()

    def sql_literal(self) -> bytearray:
        """Return ``x'<64 hex digits>'`` as SQLCipher takes a raw key; the caller wipes it after use."""
        raw = self._live()
        literal = bytearray(2 * KEY_BYTES + 3)
        literal[0:2] = b"x'"
        for index, byte in enumerate(raw):
            literal[2 + 2 * index : 4 + 2 * index] = _HEX[byte]
        literal[-1:] = b"'"
        return literal

    def view(self) -> bytearray:
        """Return the live bytes themselves, for sealing only; never keep or print them."""
        return self._live()

    def derive(self, purpose: str) -> bytes:
        """Return the 32-byte subkey for ``purpose`` (HKDF-SHA256)."""
        info = b"vhdesk 1 " + purpose.encode()
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(self._live())

    def fingerprint(self) -> str:
        """Return 16 hex digits that name this key without saying anything about it."""
        return self.derive("fingerprint")[:8].hex()

    def mac(self, purpose: str, message: bytes) -> str:
        """Return the HMAC-SHA256 of ``message`` under the subkey for ``purpose``, in hex."""
        return hmac.new(self.derive(purpose), message, hashlib.sha256).hexdigest()

    def check_mac(self, purpose: str, message: bytes, found: str, *, code: str) -> None:
        """Raise ``StoreDamaged(code)`` unless ``found`` is the MAC of ``message`` for ``purpose``."""
        if not hmac.compare_digest(self.mac(purpose, message).encode(), found.encode("utf-8", "replace")):
            raise StoreDamaged(code)

    def _live(self) -> bytearray:
        if not self._raw:
            raise ValueError("the data key was cleared")
        return self._raw

    def __repr__(self) -> str:
        return "DataKey(cleared)" if self.cleared else "DataKey(...)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is never written out")
