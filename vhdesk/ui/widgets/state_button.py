"""A button that shows a fact of a case: caption and key, what it is now with a state icon, and a detail below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import RADIUS_FIELD
from vhdesk.ui.widgets.pill import ICONS

HEIGHT = 66
PADDING = 5
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StateButton(QAbstractButton):
    """``state`` is "ok", "danger", "warn" or "muted"; it is always said in ``value`` as well."""

    def __init__(self, caption: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = caption
        self.keys = keys
        self.value = ""
        self.detail = ""
        self.state = "muted"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(caption)

    def set_state(self, value: str, detail: str = "", state: str = "muted") -> None:
        """Show another fact; the same again is not painted."""
        if (value, detail, state) == (self.value, self.detail, self.state):
            return
        self.value, self.detail, self.state = value, detail, state
        spoken = f"{self.caption}: {value}"
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(
            ". ".join(p for p in (detail, self.keys and f"Sneltoets {self.keys}") if p)
        )
        self.setToolTip(f"{value}\n{detail}" if detail else value)
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines; who lays it out asks ``height_for`` where they may be more."""
        theme = current_theme()
        return QSize(theme.px(140), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May become narrow; the words then go on in a next line."""
        theme = current_theme()
        return QSize(theme.px(96), theme.px(HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Paint the hover."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Paint without the hover."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the tokens in force."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(theme.color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(theme.color("accent_soft" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
        self._words(painter, theme)
        painter.end()

    def height_for(self, width: int) -> int:
        """Return how high the button must be for all its words when it is ``width`` wide."""
        theme = current_theme()
        _, value, detail = self._places(QRect(0, 0, width, 0), theme)
        return max(theme.px(HEIGHT), max(value.bottom(), detail.bottom()) + theme.px(PADDING))

    def _places(self, rect: QRect, theme: Theme) -> tuple[QRect, QRect, QRect]:
        """Return where caption, value and detail stand, the last two over as many lines as they need."""
        inside = rect.adjusted(theme.px(10), theme.px(PADDING), -theme.px(10), 0)
        head = QRect(inside.x(), inside.y(), inside.width(), theme.px(18))
        left = theme.px(15 + 6) if ICONS.get(self.state) else 0
        value = QRect(inside.x() + left, head.bottom() + 1, inside.width() - left, theme.px(20))
        value.setHeight(_high(theme.font("body", "medium"), self.value, value))
        detail = QRect(inside.x(), value.bottom() + 1, inside.width(), theme.px(18))
        detail.setHeight(_high(theme.font("small"), self.detail, detail) if self.detail else 0)
        return head, value, detail

    def _words(self, painter: QPainter, theme: Theme) -> None:
        head, value, detail = self._places(self.rect(), theme)
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        metrics = QFontMetrics(small)
        # A narrow cell keeps the word; the key then stands in the tooltip and the key sheet.
        if self.keys and metrics.horizontalAdvance(f"{self.caption}   {self.keys}") <= head.width():
            painter.drawText(head, RIGHT, self.keys)
        painter.drawText(
            head, LEFT, metrics.elidedText(self.caption, Qt.TextElideMode.ElideRight, head.width())
        )
        name = ICONS.get(self.state, "")
        if name:
            side = theme.px(15)
            middle = value.y() + theme.px(10) - side // 2
            draw_icon(painter, QRect(head.x(), middle, side, side), name, self.state)
        painter.drawText(detail, WRAPPED, self.detail)
        painter.setFont(theme.font("body", "medium"))
        painter.setPen(theme.color(self.state if self.state in ("danger", "warn") else "text"))
        painter.drawText(value, WRAPPED, self.value)


def _high(font: QFont, words: str, place: QRect) -> int:
    """Return the height of ``words`` at the width of ``place``, never less than its own."""
    area = QRect(0, 0, place.width(), 10_000)
    return max(place.height(), QFontMetrics(font).boundingRect(area, WRAPPED, words).height() + 2)
