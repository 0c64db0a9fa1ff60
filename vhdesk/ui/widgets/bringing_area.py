"""What scrolls brings into sight what a person is asked for: a panel with its title, a sentence below a field."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from vhdesk.ui.theme.tokens import SPACE_2


class BringingArea(QScrollArea):
    """A scroll area that can be asked to show a widget as soon as that has its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._bring = QTimer(self, singleShot=True, interval=0)
        self._bring.timeout.connect(self._bring_wanted)

    def settle(self) -> None:
        """Give the content the height it needs now: with the next events it would be painted a second time."""
        for widget in (self.widget(), self.viewport()):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)

    def bring(self, widget: QWidget) -> None:
        """Scroll so far that ``widget`` is seen, as soon as it has its place."""
        self._wanted = widget
        self._bring.start()

    def _bring_wanted(self) -> None:
        wanted, content = self._wanted, self.widget()
        self._wanted = None
        if wanted is None or content is None or not shiboken6.isValid(wanted) or not wanted.isVisible():
            return
        self.settle()
        self.ensureWidgetVisible(wanted, 0, SPACE_2)
        if wanted.height() > self.viewport().height():  # its beginning, and then what has the focus
            self.verticalScrollBar().setValue(wanted.mapTo(content, QPoint(0, 0)).y())
            self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The focus moved."""
        raise NotImplementedError


def bring_in_sight(widget: QWidget) -> None:
    """Have the area that holds ``widget`` scroll to it: a sentence below a field may fall just out of sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, BringingArea):
        above = above.parentWidget()
    if above is not None:
        above.bring(widget)
