"""Reading a SQLCipher file from below: every page of main file and log decrypted, free pages and old frames too.

Made without any code of the store: SQLCipher 4 encrypts each page with AES-256-CBC; the last 80 bytes of a page hold
its IV and HMAC, the first 16 bytes of the file are the salt. With a raw key that key is the key of the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVE, IV, SALT = 4096, 80, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def _open(page: bytes, key: bytes, skip: int) -> bytes:
    body, iv = page[skip : PAGE - RESERVE], page[PAGE - RESERVE : PAGE - RESERVE + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page of a database file, decrypted."""
    data = path.read_bytes()
    for start in range(0, len(data) - PAGE + 1, PAGE):
        yield _open(data[start : start + PAGE], key, SALT if start == 0 else 0)


def frames(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page in a write-ahead log, decrypted, also those of an earlier round."""
    data = path.read_bytes()
    step = FRAME_HEADER + PAGE
    for start in range(WAL_HEADER, len(data) - step + 1, step):
        page = data[start + FRAME_HEADER : start + step]
        first = int.from_bytes(data[start : start + 4], "big") == 1
        yield _open(page, key, SALT if first else 0)


def everything(folder: Path, key: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (file, decrypted bytes) of every database, log and journal under ``folder``, whole."""
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(".db"):
            yield str(path.relative_to(folder)), b"".join(pages(path, key))
        elif path.name.endswith(("-wal", "-journal")) and path.stat().st_size:
            yield str(path.relative_to(folder)), b"".join(frames(path, key))
