"""Run by test_twee_processen as a program: opens a vault, says so, and holds it until its input ends.

With ``lezen`` it opens to read, and only reads.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from proefkluis import Site, besluiten, casus_aanmelden

from vhdesk.clock import FixedClock

SINDS = datetime(2026, 12, 2, 9, 15, tzinfo=UTC)


def main(root: Path) -> None:
    kluis = Site(root, FixedClock(SINDS)).open()
    casus_id = casus_aanmelden(kluis.desk)
    print(besluiten(kluis.desk, casus_id, 1)[0], flush=True)
    for _ in sys.stdin:
        besluiten(kluis.desk, casus_id, 1)
        print("nog een", flush=True)
    kluis.sluiten()


def read(root: Path) -> None:
    kluis = Site(root, FixedClock(SINDS)).open(read_only=True)
    kluis.journaal_controleren()
    print("gelezen", flush=True)
    sys.stdin.read()
    kluis.sluiten()


if __name__ == "__main__":
    (read if sys.argv[2:] == ["lezen"] else main)(Path(sys.argv[1]))
