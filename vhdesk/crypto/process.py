"""What keeps keys and case text out of core dumps, swap and other processes.

Best effort by nature: nothing here may stop the program from starting, so every call reports whether it worked
instead of raising. Disk encryption and locking in time remain the real protection.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any

_PR_SET_DUMPABLE = 4
_SEM_NO_BOXES = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
_WER_NO_HEAP = 0x1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def harden_process() -> dict[str, bool]:
    """Switch off core dumps and reading of our memory by others; return per measure whether it holds."""
    if sys.platform == "win32":
        return {"foutrapport": _windows_error_reports()}
    done = {"kernbestand": _no_core_file()}
    if sys.platform == "linux":
        done["meelezen"] = _not_dumpable()
    return done


def release_memory() -> bool:
    """Give freed heap back to the system so that case text does not linger in it (glibc only)."""
    trim = _c_function("malloc_trim")
    return trim is not None and bool(trim(ctypes.c_size_t(0)))


def pin(buffer: bytearray) -> bool:
    """Keep ``buffer`` out of the swap file where the limits allow it; tell whether that worked."""
    return _memory_lock("mlock", buffer)


def unpin(buffer: bytearray) -> bool:
    """Undo ``pin``."""
    return _memory_lock("munlock", buffer)


def _memory_lock(name: str, buffer: bytearray) -> bool:
    call = _c_function(name)
    if call is None or not buffer:
        return False
    window = (ctypes.c_char * len(buffer)).from_buffer(buffer)
    return bool(call(ctypes.c_void_p(ctypes.addressof(window)), ctypes.c_size_t(len(buffer))) == 0)


@lru_cache(maxsize=8)
def _c_function(name: str) -> Callable[..., Any] | None:
    """Return the C library's function ``name``, or None where there is none (Windows, musl)."""
    if sys.platform == "win32":
        return None
    try:
        return getattr(ctypes.CDLL(None), name, None)
    except OSError:
        return None


def _no_core_file() -> bool:
    if sys.platform == "win32":
        return False
    import resource  # POSIX only

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return False
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _not_dumpable() -> bool:
    prctl = _c_function("prctl")
    return prctl is not None and prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0


def _windows_error_reports() -> bool:
    if sys.platform != "win32":
        return False
    try:
        ctypes.windll.kernel32.SetErrorMode(_SEM_NO_BOXES)
        return bool(ctypes.windll.wer.WerSetFlags(_WER_NO_HEAP) == 0)
    except (AttributeError, OSError):
        return False
