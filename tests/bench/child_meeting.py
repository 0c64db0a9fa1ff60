"""A process of its own that holds the meeting of the story: ``record`` keeps its keys, ``encrypted`` and ``plain`` play
them back without the waiting and print what took long."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, sleep, thread_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from tests.bench.recording import Toets
    from tests.bench.window import BenchWindow
    from vhdesk.clock import FixedClock

PAUSE_S = 0.7  # from here the timers that wait for the writer to stop come due
JOBS_S = 20.0  # for what runs beside the window during a pause
SEEN_MS = 25.0  # what took less is not told


class Replay:
    """Plays a recording in a window and keeps how long every turn of the event loop took: its time, and the work of its
    own thread in it."""

    def __init__(self, bench: BenchWindow, clock: FixedClock) -> None:
        self._bench = bench
        self._clock = clock
        self._begin = clock.moment
        self.turns = 0
        self.slow: list[tuple[float, float, str]] = []

    def play(self, toetsen: list[Toets]) -> None:
        """Press every key; during a pause what waits comes due."""
        before = 0.0
        for toets in toetsen:
            pause, before = toets.moment - before, toets.moment
            self._clock.moment = self._begin + timedelta(seconds=toets.moment)
            if pause >= PAUSE_S:
                self._pause(pause, toets.wat)
            self._turn(f"{toets.wat}: {toets.naam}", lambda toets=toets: self._press(toets))

    def _turn(self, what: str, act: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QApplication

        began, own = perf_counter(), thread_time()
        act()
        QApplication.processEvents()  # with what followed from it, the paint included
        took, worked = (perf_counter() - began) * 1000, (thread_time() - own) * 1000
        self.turns += 1
        if took > SEEN_MS:
            self.slow.append((round(took, 1), round(worked, 1), what))

    def _press(self, toets: Toets) -> None:
        """As the system does: the key goes to the window, and from there to where the focus is."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        window = self._bench.window.windowHandle()
        if not toets.letter:
            QTest.keyClick(window, Qt.Key(toets.key), Qt.KeyboardModifier(toets.modifiers))
        elif toets.letter.isascii():
            QTest.keyClick(window, toets.letter)
        else:  # on no plain keyboard
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, toets.letter)
                QCoreApplication.sendEvent(QApplication.focusWidget(), key)

    def _pause(self, seconds: float, wat: str) -> None:
        """Let come due what would have in this time: each timer once, the soonest first, and what they begin."""
        from PySide6.QtCore import QThreadPool

        for _ in range(2):
            for timer in sorted(self._waiting(seconds), key=lambda one: one.remainingTime()):
                self._turn(
                    f"{wat}: timer of {type(timer.parent()).__name__}", lambda timer=timer: _fire(timer)
                )
        end = perf_counter() + JOBS_S
        while QThreadPool.globalInstance().activeThreadCount() and perf_counter() < end:
            self._turn(f"{wat}: beside a job", lambda: sleep(0.001))

    def _waiting(self, seconds: float) -> list[QTimer]:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        roots = (self._bench.window, self._bench.session, QApplication.instance())
        timers = (timer for root in roots for timer in root.findChildren(QTimer))  # type: ignore[union-attr]
        return [timer for timer in timers if timer.isActive() and timer.interval() <= seconds * 1000]


def _fire(timer: QTimer) -> None:
    from PySide6.QtCore import QCoreApplication, QTimerEvent

    if timer.isActive():
        QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))


def main(what: str, home: str, cases: str, now: str, overleg_id: str, recording: str) -> None:
    from tests.bench.plain import PlainKluis
    from tests.bench.recording import read, record, write
    from tests.bench.vaults import reopened
    from tests.bench.window import BenchWindow
    from vhdesk.app.desktop import make_application
    from vhdesk.clock import FixedClock
    from vhdesk.ui.garbage import GuiGarbage
    from vhdesk.ui.settings import DeskSettings

    clock, place = FixedClock(datetime.fromisoformat(now)), Path(home) / cases
    app = make_application(DeskSettings(Path(home) / "overleg.ini"))
    GuiGarbage(app)
    kluis = reopened(place, clock)
    if what == "plain":
        kluis = PlainKluis(kluis, place / "plain.db")
    bench = BenchWindow(app, kluis, clock, Path(home))
    bench.show()
    bench.settle()
    if what == "record":
        toetsen = record(bench.session, overleg_id)
        write(Path(recording), toetsen)
        sys.stdout.write(json.dumps({"toetsen": len(toetsen)}) + "\n")
    else:
        bench.front()
        bench.session.context.shell.navigate("overleggen", overleg_id)
        app.processEvents()
        replay = Replay(bench, clock)
        replay.play(read(Path(recording)))
        if kluis.desk.ask(_status, overleg_id) != "gesloten":
            raise RuntimeError("the recorded keys did not close the meeting")
        sys.stdout.write(json.dumps({"beurten": replay.turns, "traag": replay.slow}) + "\n")
    sys.stdout.flush()
    bench.lock()


def _status(session: object, overleg_id: str) -> str:
    from vhdesk.queries.overleg import overleg_kop

    return overleg_kop(session, overleg_id).status.value  # type: ignore[arg-type]


if __name__ == "__main__":
    main(*sys.argv[1:7])
