"""Tabs as words with a line under the one in front; announced as tabs, moved with the arrow keys.

Where they do not fit beside each other they go on in a second row: none hides behind an arrow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionTab,
    QStylePainter,
    QTabBar,
    QToolTip,
    QWidget,
)

from vhdesk.ui.theme.style import current_theme

SLACK: Final = 24  # pixels
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
        self._places: list[QRect] = []  # of the tabs when they stand in rows; empty while one row holds them
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
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

    def setTabVisible(self, index: int, visible: bool) -> None:
        """Show or leave out a tab; while the strip is out of sight Qt would not ask for its room."""
        if visible != self.isTabVisible(index):
            super().setTabVisible(index, visible)
            self.updateGeometry()
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
        """Show the counts when one row has room for all of them, else leave them out; without room for the words alone
        go on in a next row, with the counts."""
        short = [_COUNT.sub("", text) for text in self._texts]
        self._show(self._texts)
        if short != self._texts and not self._fits():
            self._show(short)
            if not self._fits():
                self._show(self._texts)
        self._place()

    def _fits(self) -> bool:
        return self.sizeHint().width() <= self._room()

    def _room(self) -> int:
        """Return the width to fill. Once in rows it takes more than a scroll bar of the page to go back: that comes and
        goes with their height, and the page would never be done."""
        return self.width() - (SLACK if self._places and self.isVisible() else 0)

    def _show(self, texts: list[str]) -> None:
        for index, text in enumerate(texts):
            if self.tabText(index) != text:
                self.setTabText(index, text)
            self.setTabToolTip(index, "" if text == self._texts[index] else self._texts[index])

    def _place(self) -> None:
        """Divide the tabs over as few rows as hold them, about equally long, and take the height of those."""
        high, room = self.sizeHint().height(), self._room()
        wraps = bool(self._texts) and not self._fits()
        self._places = []
        if wraps:
            shown = [index for index in range(self.count()) if self.isTabVisible(index)]
            widths = {index: self.tabSizeHint(index).width() for index in shown}
            rows = _rows(widths, room)
            self._places = [QRect()] * self.count()
            for number, row in enumerate(rows):
                x = 0
                for index in row:
                    self._places[index] = QRect(x, number * high, widths[index], high)
                    x += widths[index]
            high *= len(rows)
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)
        self.update()

    def place_of(self, index: int) -> QRect:
        """Return where a tab stands."""
        return self._places[index] if self._places else self.tabRect(index)

    def _tab_at(self, spot: QPoint) -> int:
        """Return the tab at ``spot``, -1 beside them."""
        return next((n for n in range(self.count()) if self.place_of(n).contains(spot)), -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the counts, or ask for another row."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs other places."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_places"):
            self._fit()

    def event(self, event: QEvent) -> bool:
        """The tooltip of a tab, where it stands in a row of its own."""
        if self._places and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tabToolTip(self._tab_at(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the tab under the mouse."""
        if not self._places:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            index = self._tab_at(event.position().toPoint())
            if index >= 0:
                self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""
        if not self._places:
            super().mouseMoveEvent(event)

    def minimumSizeHint(self) -> QSize:
        """May become narrower than its tabs: then they stand in rows."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline under every row, then the tabs."""
        rows = {place.bottom() for place in self._places if not place.isNull()}
        bottoms = sorted(rows) or [self.height() - 1]
        painter = QStylePainter(self)
        painter.setPen(QPen(current_theme().color("line"), 1))
        for bottom in bottoms:
            painter.drawLine(0, bottom, self.width(), bottom)
        if self._places:
            self._draw_rows(painter)
            painter.end()
        else:
            painter.end()
            super().paintEvent(event)

    def _draw_rows(self, painter: QStylePainter) -> None:
        under = self._tab_at(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index, place in enumerate(self._places):
            if place.isNull():
                continue
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            option.state &= ~QStyle.StateFlag.State_MouseOver
            if index == under:
                option.state |= QStyle.StateFlag.State_MouseOver
            painter.save()  # the style puts the words where Qt has the tab
            painter.translate(place.topLeft() - option.rect.topLeft())
            painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)
            painter.restore()


def _rows(widths: Mapping[int, int], room: int) -> list[list[int]]:
    """Divide tabs (number -> width) over as few rows of ``room`` pixels as hold them, the longest row as short as may be."""
    best = _fill(widths, room)
    least = max(widths.values())
    while room > least:
        room -= 1
        closer = _fill(widths, room)
        if len(closer) > len(best):
            break
        best = closer
    return best


def _fill(widths: Mapping[int, int], room: int) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    left = room
    for index, width in widths.items():
        if rows[-1] and width > left:
            rows.append([])
            left = room
        rows[-1].append(index)
        left -= width
    return rows
