"""A button that shows a fact of a case: caption and key, what it is now with a state icon, and a detail below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import RADIUS_FIELD
from vhdesk.ui.widgets.pill import ICONS

HEIGHT = 66
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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
        """Three lines."""
        theme = current_theme()
        return QSize(theme.px(140), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May become narrow; the words are then in the tooltip and for the screen reader."""
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

    def _words(self, painter: QPainter, theme: Theme) -> None:
        inside = self.rect().adjusted(theme.px(10), theme.px(5), -theme.px(10), -theme.px(5))
        line = theme.px(18)
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        head = QRect(inside.x(), inside.y(), inside.width(), line)
        metrics = QFontMetrics(small)
        # A narrow cell keeps the word; the key then stands in the tooltip and the key sheet.
        if self.keys and metrics.horizontalAdvance(f"{self.caption}   {self.keys}") <= inside.width():
            painter.drawText(head, RIGHT, self.keys)
        _draw(painter, metrics, head, self.caption)
        name = ICONS.get(self.state, "")
        row = QRect(inside.x(), inside.y() + line, inside.width(), theme.px(20))
        if name:
            side = theme.px(15)
            draw_icon(painter, QRect(row.x(), row.center().y() - side // 2, side, side), name, self.state)
            row.setLeft(row.x() + side + theme.px(6))
        strong = theme.font("body", "medium")
        painter.setFont(strong)
        painter.setPen(theme.color(self.state if self.state in ("danger", "warn") else "text"))
        bold = QFontMetrics(strong)
        if bold.horizontalAdvance(self.value) > row.width():  # the detail then stands in the tooltip only
            row.setBottom(inside.bottom() + theme.px(4))
            painter.drawText(row, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self.value)
            return
        _draw(painter, bold, row, self.value)
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        below = QRect(inside.x(), row.bottom() + 1, inside.width(), line)
        _draw(painter, metrics, below, self.detail)


def _draw(painter: QPainter, metrics: QFontMetrics, rect: QRect, text: str) -> None:
    painter.drawText(rect, LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
