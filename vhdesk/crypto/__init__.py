"""From passphrase to key: key slots, sealing, and what keeps keys out of dumps.

In: bytes, parameters and names. Out: keys and the model of the slot file. This package knows no database, no
Qt and no files of the vault (``store`` reads and writes them); it may import only ``errors`` and ``clock``.

Building blocks, all from ``cryptography`` and ``argon2-cffi``: Argon2id, HKDF-SHA256, HMAC-SHA256,
ChaCha20-Poly1305, X25519.
"""
