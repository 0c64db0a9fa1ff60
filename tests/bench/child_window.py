"""A process of its own that ends as soon as its first window is painted, and prints when that was.

``bare``: nothing but a QMainWindow. ``desk FOLDER``: vhdesk as the command line starts it, on the unlock page of a
vault. The moment is that of the monotonic clock, which all processes of the machine share. Only the paint of the
window itself is listened in on: a filter on every event would weigh on the program with the most widgets.
"""

from __future__ import annotations

import os
import sys
import time


def _report_painted(kind: type) -> None:
    """Print the moment at which a window of class ``kind`` stands on the screen, and end the process at once."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    def report() -> None:
        sys.stdout.write(f"{time.monotonic()} {kind.__name__}\n")
        sys.stdout.flush()
        os._exit(0)

    def paint_event(window: QWidget, event: object) -> None:
        QTimer.singleShot(0, window, report)  # after its parts are painted too, before what they put off

    kind.paintEvent = paint_event  # type: ignore[attr-defined]


def bare() -> None:
    """The least that a window in Qt for Python takes."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        pass

    app = QApplication(sys.argv[:1])
    _report_painted(Bare)
    window = Bare()
    window.show()
    app.exec()


def desk(folder: str) -> None:
    """The program itself, from its command line on; its first window says when it is painted."""
    from vhdesk.app import start

    prepare = start.plain_imports

    def prepare_and_listen() -> None:
        prepare()
        from vhdesk.ui.ontgrendelen.front_window import FrontWindow

        _report_painted(FrontWindow)

    start.plain_imports = prepare_and_listen
    start.run(["desk", folder])


if __name__ == "__main__":
    desk(sys.argv[2]) if sys.argv[1] == "desk" else bare()
