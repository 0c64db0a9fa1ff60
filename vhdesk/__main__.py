"""``python -m vhdesk`` and ``vhdesk``: the command line, which starts the window when nothing else was asked."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; returns the exit code."""
    try:
        from vhdesk.app.start import run  # deferred: each way to start imports what it needs

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before anything else could take it, such as during the imports
        sys.stderr.write("Onderbroken. Wat bevestigd was, is opgeslagen.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
