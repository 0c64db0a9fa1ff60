"""Pages below each other on the ground of the window; only what is in view is asked for and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_4
from vhdesk.ui.widgets.pdf_pages import Match, PagePicture

MAX_PICTURES: Final = 12
ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
POINT: Final = 96 / 72
FOCUS: Final = 2  # pixels of the frame around the pages


class PdfCanvas(QAbstractScrollArea):
    """Signals: ``page_needed(page, pixel_width)``, ``page_changed(page)`` (from 0), ``zoom_changed(float)``."""

    page_needed = Signal(int, int)
    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._matches: tuple[Match, ...] = ()
        self._match = -1
        self._zoom = 0.0  # 0: as wide as the view
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- content

    def set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document whose pages have these sizes in points."""
        self._sizes = tuple(sizes)
        self._pictures.clear()
        self._asked.clear()
        self._matches, self._match, self._page = (), -1, 0
        self.verticalScrollBar().setValue(0)
        self._measure()

    def put_picture(self, picture: PagePicture) -> None:
        """Take a page that was asked for."""
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888
        ).copy()
        self._pictures[(picture.page, picture.width)] = image
        while len(self._pictures) > MAX_PICTURES:
            self._asked.discard(self._pictures.popitem(last=False)[0])
        self.viewport().update()

    def set_matches(self, matches: tuple[Match, ...], current: int) -> None:
        """Mark what was found; ``current`` is brought into view (-1 for none)."""
        self._matches, self._match = matches, current
        if 0 <= current < len(matches):
            match = matches[current]
            rect = self._page_rect(match.page)
            place = rect.y() + int(rect.height() * match.boxes[0][1]) if match.boxes else rect.y()
            self.verticalScrollBar().setValue(place - self.viewport().height() // 3)
        self.viewport().update()

    # --- zoom and pages

    def zoom(self) -> float:
        """Return the scale in force, 1.0 is the size of the paper."""
        if self._zoom or not self._sizes:
            return self._zoom or 1.0
        widest = max(width for width, _ in self._sizes)
        return max(0.2, (self.viewport().width() - 2 * SPACE_4) / (widest * POINT))

    def set_zoom(self, zoom: float) -> None:
        """Set the scale; 0 fits the width. The page in view stays in view."""
        page = self._page
        self._zoom = zoom
        self._measure()
        self.go_to(page)
        self.zoom_changed.emit(self.zoom())

    def step_zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.zoom()
        steps = (
            [z for z in ZOOMS if z > now + 0.01] if step > 0 else [z for z in ZOOMS if z < now - 0.01][::-1]
        )
        if steps:
            self.set_zoom(steps[0])

    def page(self) -> int:
        """Return the page in view, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._sizes:
            page = max(0, min(len(self._sizes) - 1, page))
            self.verticalScrollBar().setValue(self._page_rect(page).y() - SPACE_4)
            self._note_page(page)

    # --- layout

    def _page_rect(self, page: int) -> QRect:
        """The place of a page on the whole sheet of pages, in logical pixels."""
        zoom = self.zoom()
        y = SPACE_4
        for _, height in self._sizes[:page]:
            y += round(height * POINT * zoom) + SPACE_4
        width, height = (round(side * POINT * zoom) for side in self._sizes[page])
        return QRect(max(SPACE_4, (self.viewport().width() - width) // 2), y, width, height)

    def _measure(self) -> None:
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        if not self._sizes:
            bar.setRange(0, 0)
            side.setRange(0, 0)
        else:
            last = self._page_rect(len(self._sizes) - 1)
            bar.setRange(0, max(0, last.bottom() + SPACE_4 - self.viewport().height()))
            widest = max(self._page_rect(number).width() for number in range(len(self._sizes)))
            side.setRange(0, max(0, widest + 2 * SPACE_4 - self.viewport().width()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)
        side.setPageStep(self.viewport().width())
        self.viewport().update()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        for number in range(len(self._sizes)):
            if self._page_rect(number).bottom() >= middle:
                self._note_page(number)
                return

    def _note_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view; ask for those that are not there yet."""
        painter = QPainter(self.viewport())
        theme = current_theme()
        painter.fillRect(event.rect(), theme.color("window"))
        offset = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        view = self.viewport().rect()
        for number in range(len(self._sizes)):
            rect = self._page_rect(number).translated(-offset[0], -offset[1])
            if not rect.intersects(view):
                continue
            self._paint_page(painter, number, rect)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRect(view.adjusted(FOCUS // 2, FOCUS // 2, -FOCUS // 2, -FOCUS // 2))

    def _paint_page(self, painter: QPainter, number: int, rect: QRect) -> None:
        painter.fillRect(rect, Qt.GlobalColor.white)  # paper is white in every theme
        width = max(1, round(rect.width() * self.devicePixelRatioF()))
        image = self._pictures.get((number, width))
        if image is None:
            if (number, width) not in self._asked:
                self._asked.add((number, width))
                self.page_needed.emit(number, width)
            older = [key for key in self._pictures if key[0] == number]
            image = self._pictures[older[-1]] if older else None
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, image)
        self._paint_matches(painter, number, rect)

    def _paint_matches(self, painter: QPainter, number: int, rect: QRect) -> None:
        theme = current_theme()
        for place, match in enumerate(self._matches):
            if match.page != number:
                continue
            colour = QColor(theme.color("accent" if place == self._match else "warn"))
            colour.setAlpha(90)
            for left, top, width, height in match.boxes:
                box = QRectF(
                    rect.x() + left * rect.width(),
                    rect.y() + top * rect.height(),
                    width * rect.width(),
                    height * rect.height(),
                )
                painter.fillRect(box.adjusted(-1, -1, 1, 1), colour)

    # --- events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame shows that the keys are for the pages."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        page = self._page
        self._measure()
        if not self._zoom:
            self.go_to(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up/Down and the left and right arrows turn pages; Home and End; plus, minus and 0 zoom."""
        key = Qt.Key(event.key())
        pages = {Qt.Key.Key_Left: self._page - 1, Qt.Key.Key_Right: self._page + 1, Qt.Key.Key_Home: 0}
        pages |= {Qt.Key.Key_PageUp: self._page - 1, Qt.Key.Key_PageDown: self._page + 1}
        pages[Qt.Key.Key_End] = len(self._sizes) - 1
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if key in pages:
            self.go_to(pages[key])
        elif key in zooms:
            self.step_zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.set_zoom(0.0)
        else:
            super().keyPressEvent(event)
