"""``python -m vhdesk`` and ``vhdesk``: the command line, which starts the window when nothing else was asked."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; returns the exit code."""
    from vhdesk.app.start import run  # deferred: each way to start imports what it needs

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
