"""Two envelopes: one opened by a passphrase key, one opened by a private key.

``lock``/``unlock`` wrap with a symmetric key; ``seal``/``unseal`` wrap for the owner of an X25519 key, so that
something new can be handed to a user who is not there. Both authenticate a context: an envelope moved to another
place does not open. Secrets come out in a ``bytearray`` that the caller wipes.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
TAG_BYTES = 16
PUBLIC_BYTES = 32


class DoesNotOpen(Exception):
    """The key, the context or the envelope is not the right one; which of these cannot be told."""


def lock(key: bytes, secret: bytes | bytearray, context: bytes) -> bytes:
    """Return ``secret`` wrapped with the 32-byte ``key`` (nonce, ciphertext and tag)."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, secret, context)


def unlock(key: bytes, envelope: bytes, context: bytes) -> bytearray:
    """Return what ``lock`` wrapped; raises DoesNotOpen."""
    body = envelope[NONCE_BYTES:]
    if len(body) < TAG_BYTES:
        raise DoesNotOpen
    secret = bytearray(len(body) - TAG_BYTES)
    try:
        ChaCha20Poly1305(key).decrypt_into(envelope[:NONCE_BYTES], body, context, secret)
    except InvalidTag:
        raise DoesNotOpen from None
    return secret


def seal(public: bytes, secret: bytes | bytearray, context: bytes) -> bytes:
    """Return ``secret`` wrapped for the owner of ``public`` (one-time public key, nonce, ciphertext, tag)."""
    once = X25519PrivateKey.generate()
    once_public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return once_public + lock(_seal_key(shared, once_public, public), secret, context)


def unseal(private: X25519PrivateKey, envelope: bytes, context: bytes) -> bytearray:
    """Return what ``seal`` wrapped; raises DoesNotOpen."""
    public = private.public_key().public_bytes_raw()
    once_public = envelope[:PUBLIC_BYTES]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(once_public))
    except ValueError:  # too short, or a point of small order
        raise DoesNotOpen from None
    return unlock(_seal_key(shared, once_public, public), envelope[PUBLIC_BYTES:], context)


def new_private_key() -> tuple[bytearray, bytes]:
    """Return a new X25519 key pair (private bytes to be wiped, public bytes)."""
    private = X25519PrivateKey.generate()
    return bytearray(private.private_bytes_raw()), private.public_key().public_bytes_raw()


def load_private_key(raw: bytearray) -> X25519PrivateKey:
    """Return the key object for ``raw``."""
    return X25519PrivateKey.from_private_bytes(raw)


def _seal_key(shared: bytes, once_public: bytes, public: bytes) -> bytes:
    salt = once_public + public
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=b"vhdesk 1 seal").derive(shared)
