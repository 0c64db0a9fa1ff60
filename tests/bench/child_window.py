"""A process of its own that ends as soon as its first window is painted, and prints when that was.

``bare``: nothing but a QMainWindow. ``desk FOLDER``: vhdesk as the command line starts it, on the unlock page of a
vault. The moment is that of the monotonic clock, which all processes of the machine share.
"""

from __future__ import annotations

import os
import sys
import time


def _report(app: object) -> None:
    """Print the moment of the first paint of any window of ``app`` and end the process at once."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QWidget

    class First(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
                sys.stdout.write(f"{time.monotonic()} {watched.metaObject().className()}\n")
                sys.stdout.flush()
                os._exit(0)
            return False

    assert isinstance(app, QApplication)
    first = First(app)
    app.installEventFilter(first)


def bare() -> None:
    """The least that a window in Qt for Python takes."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    _report(app)
    window = QMainWindow()
    window.show()
    app.exec()


def desk(folder: str) -> None:
    """The program itself; only making the application is listened in on."""
    from vhdesk.app import start
    from vhdesk.crypto.process import harden_process  # noqa: F401 - imported by the start anyway

    start.start_desk = _listened(start.start_desk)
    start.run(["desk", folder])


def _listened(start_desk):  # type: ignore[no-untyped-def]
    def started(arguments):  # type: ignore[no-untyped-def]
        from vhdesk.app import desktop

        make = desktop.make_application

        def made(settings):  # type: ignore[no-untyped-def]
            app = make(settings)
            _report(app)
            return app

        desktop.make_application = made
        return start_desk(arguments)

    return started


if __name__ == "__main__":
    desk(sys.argv[2]) if sys.argv[1] == "desk" else bare()
