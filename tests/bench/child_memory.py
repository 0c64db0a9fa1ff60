"""A process of its own that opens a vault in the window, waits until every page stands, and prints its memory."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

KIB = 1024


def resident() -> float:
    """Return the resident memory of this process in MB."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * 4096 / KIB / KIB
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / KIB / (KIB if sys.platform == "darwin" else 1)


def main(what: str, home: str, cases: str, now: str) -> None:
    """Open ``desk`` or a bare window."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMainWindow

    if what == "bare":
        app = QApplication(sys.argv[:1])
        window = QMainWindow()
        window.show()
        QTest.qWait(100)
        sys.stdout.write(f"{resident()}\n")
        return
    from tests.bench.vaults import reopened
    from tests.bench.window import BenchWindow
    from vhdesk.app.desktop import make_application
    from vhdesk.clock import FixedClock
    from vhdesk.ui.garbage import GuiGarbage
    from vhdesk.ui.settings import DeskSettings

    clock = FixedClock(datetime.fromisoformat(now))
    app = make_application(DeskSettings(Path(home) / "geheugen.ini"))
    GuiGarbage(app)
    bench = BenchWindow(app, reopened(Path(home) / cases, clock), clock, Path(home))
    bench.show()
    bench.settle()
    sys.stdout.write(f"{resident()}\n")
    sys.stdout.flush()
    bench.lock()


if __name__ == "__main__":
    main(*sys.argv[1:5])
