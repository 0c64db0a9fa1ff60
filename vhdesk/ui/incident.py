"""A bug gets a number a person can pass on, and a log line that holds code places only.

Never in the log: the text of the exception and the values of variables, for they may name people.
"""

from __future__ import annotations

import logging
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

log = logging.getLogger("vhdesk.incident")


def report_bug(fault: BaseException) -> str:
    """Write where ``fault`` came from to the log; return the incident number."""
    number = secrets.token_hex(4)
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__)
    ]
    log.error("incident %s: %s at %s", number, type(fault).__name__, " > ".join(places) or "unknown place")
    return number


def install_hooks(show: Callable[[BaseException], None]) -> None:
    """Hand every exception nobody caught to ``show`` (which reports it); nothing goes to stderr."""

    def hook(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        show(fault)

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report_bug(args.exc_value)

    sys.excepthook = hook
    threading.excepthook = thread_hook
