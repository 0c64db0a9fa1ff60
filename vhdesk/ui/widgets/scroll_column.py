"""A column that scrolls when it is taller than its place and brings the field with the focus into view."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.wrapping_content import WrappingContent


class ScrollColumn(QScrollArea):
    """Put widgets in ``body``; they keep their natural height and the column its full width."""

    def __init__(self, name: str, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = WrappingContent(self)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(SPACE_3)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_3)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(content)
        self._wanted: QWidget | None = None
        self._bring = QTimer(self, singleShot=True, interval=0)
        self._bring.timeout.connect(self._bring_wanted)
        QApplication.instance().focusChanged.connect(self._follow)

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
        if wanted is not None and content is not None and shiboken6.isValid(wanted) and wanted.isVisible():
            self.settle()
            self.ensureWidgetVisible(wanted, 0, SPACE_2)
            if wanted.height() > self.viewport().height():  # its beginning, and then what has the focus
                self.verticalScrollBar().setValue(wanted.mapTo(content, QPoint(0, 0)).y())
                self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is None or content is None or not content.isAncestorOf(now):
            return
        holder = now.parentWidget()  # with its label above it and what is wrong with it below
        if holder is not None and holder is not content and holder.height() <= self.viewport().height() // 2:
            self.ensureWidgetVisible(holder, 0, SPACE_2)
        self.ensureWidgetVisible(now, 0, 24)


def bring_in_sight(widget: QWidget) -> None:
    """Have the column that holds ``widget`` scroll to it: a sentence below a field may fall just out of sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, ScrollColumn):
        above = above.parentWidget()
    if above is not None:
        above.bring(widget)
