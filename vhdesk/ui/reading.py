"""A vault that was opened to read, in its window: what stands in a field can be read and copied, not changed.

Acts that write are refused by the registry, panels by ``may_write``, and whatever comes by another way by the desk.
"""

from __future__ import annotations

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from vhdesk.ui.widgets.key_legend import KeyLegend
from vhdesk.ui.widgets.search_field import SearchField

LOOKING: Final = "Alleen lezen: er wordt niets opgeslagen"


@runtime_checkable
class _Gate(Protocol):
    """A window that knows whether its vault takes what is written."""

    def may_write(self) -> bool:
        """Say whether anything can be written; tells the person when not."""


def may_write(widget: QWidget) -> bool:
    """Say whether the window of ``widget`` lets anything be written, which it tells the person when not."""
    window = widget.window()
    return not isinstance(window, _Gate) or window.may_write()


class ReadingWatch(QObject):
    """Keeps every field of ``window`` as it is, also one that is made later: nobody types in a field without focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.close_fields)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def close_fields(self) -> None:
        """Close the fields and the letters of the lists that are there now, so that they look closed."""
        for legend in self._window.findChildren(KeyLegend):
            legend.setEnabled(False)
            legend.setToolTip(LOOKING)
        for kind in (QLineEdit, QPlainTextEdit):
            for field in self._window.findChildren(kind):
                _close(field)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            _close(now)
            self._soon.start()  # the focus moves when another part of a page comes up


def _close(field: QWidget) -> None:
    writing = isinstance(field, QLineEdit | QPlainTextEdit) and not isinstance(field, SearchField)
    inside_number = field.objectName() == "qt_spinbox_lineedit"  # settings of the window, not of the vault
    if writing and not inside_number:
        field.setReadOnly(True)  # type: ignore[attr-defined]  # both kinds have it
