"""Tabs as words with a line under the one in front; announced as tabs, moved with the arrow keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from vhdesk.ui.theme.style import current_theme

_COUNT: Final = re.compile(r" \(\d+\)$")


class TabStrip(QTabBar):
    """``tabs`` are (id, text); a count in brackets gives way before anything is cut, and then stands in the tooltip.
    Signals: ``chosen(id)`` when another tab came in front by hand or by program."""

    chosen = Signal(str)

    def __init__(
        self, name: str, tabs: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._texts: list[str] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for identity, text in tabs:
            self.add(identity, text)
        self.currentChanged.connect(self._changed)

    def add(self, identity: str, text: str) -> None:
        """Add a tab at the end; "&" marks its Alt letter."""
        self._ids.append(identity)
        self._texts.append(text)
        self.addTab(text)
        self._fit()

    def set_text(self, identity: str, text: str) -> None:
        """Change the words of a tab ("Besluiten (3)")."""
        index = self._ids.index(identity)
        if text != self._texts[index]:
            self._texts[index] = text
            self.setTabText(index, text)
            self._fit()

    def current(self) -> str:
        """Return the id of the tab in front, "" when there is none."""
        return self._ids[self.currentIndex()] if self._ids else ""

    def choose(self, identity: str) -> None:
        """Bring a tab in front. Raises ValueError for an unknown one."""
        self.setCurrentIndex(self._ids.index(identity))

    def _changed(self, index: int) -> None:
        if 0 <= index < len(self._ids):
            self.chosen.emit(self._ids[index])

    def _fit(self) -> None:
        """Show the counts when there is room for all of them."""
        short = [_COUNT.sub("", text) for text in self._texts]
        if short == self._texts:
            return
        self._show(self._texts)
        if self.sizeHint().width() > self.width():
            self._show(short)

    def _show(self, texts: list[str]) -> None:
        for index, text in enumerate(texts):
            if self.tabText(index) != text:
                self.setTabText(index, text)
            self.setTabToolTip(index, "" if text == self._texts[index] else self._texts[index])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the counts."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """May become narrower than its tabs: then it scrolls."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline under all tabs, then the tabs."""
        painter = QPainter(self)
        painter.setPen(QPen(current_theme().color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
        super().paintEvent(event)
