"""Python's collector of reference cycles, on the GUI thread only.

Python collects in whichever thread happens to allocate. In a job beside the window that means: a widget of a page
that went is taken down in the thread of the job, and the program dies in Qt. So the automatic collector rests for
as long as the program runs, and a timer on the GUI thread does what it would have done.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

ROUND_MS: Final = 1_000


class GuiGarbage(QObject):
    """Made once, on the GUI thread, before the first job. The thresholds are those of Python itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(ROUND_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the generations that are due; a round in which little was made costs nothing."""
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count <= threshold:
                return
            gc.collect(generation)

    def settle(self) -> None:
        """A window stands: leave what is there alone, so that no round takes longer than a key press may."""
        gc.freeze()

    def clear(self) -> None:
        """A window went: collect everything, also what was left alone."""
        gc.unfreeze()
        gc.collect()
