"""The rotating log: what the program did, never about whom."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class WithoutTraceback(logging.Formatter):
    """Leaves out exception texts: they may quote what somebody typed. ``ui.incident`` writes the code places."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name of the standard library
        return ""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return super().format(record)


def start_log(folder: Path | None = None) -> Path:
    """Begin logging to ``folder`` (the system's place for logs); returns the file. A log that cannot be written is
    no reason not to start."""
    folder = folder or user_log_path("vhdesk", appauthor=False)
    path = folder / "vhdesk.log"
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=5, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(WithoutTraceback(FORMAT))
    root.addHandler(handler)
    for noisy in ("sqlalchemy", "alembic", "pypdfium2", "fontTools", "reportlab"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    return path
