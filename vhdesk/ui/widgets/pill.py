"""A state in a word and an icon on its soft colour; never colour alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme

ICONS: Final = {"ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert", "accent": "info"}


def paint_pill(painter: QPainter, rect: QRect, text: str, state: str, theme: Theme, icon: str = "") -> None:
    """Paint a pill with ``text`` in state "ok", "warn", "danger", "accent" or "muted" into ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line" if state == "muted" else f"{state}_soft"))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    inside = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
    ink = "text" if state == "muted" else state
    if icon:
        side = theme.px(13)
        draw_icon(painter, QRect(inside.x(), inside.center().y() - side // 2, side, side), icon, ink)
        inside.setLeft(inside.left() + side + theme.px(5))
    font = theme.font("small", "semibold")
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def pill_size(text: str, theme: Theme, icon: str = "") -> QSize:
    """Return the size ``paint_pill`` needs for ``text``."""
    metrics = QFontMetrics(theme.font("small", "semibold"))
    width = metrics.horizontalAdvance(text) + 2 * theme.px(10) + (theme.px(18) if icon else 0)
    return QSize(width + 1, theme.px(20))


class Pill(QWidget):
    """Shows ``text`` in ``state``. Without an ``icon`` the one of the state stands before the word."""

    def __init__(
        self, text: str = "", state: str = "muted", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = ""
        self._text = ""
        self._state = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, state, icon)

    def set_state(self, text: str, state: str = "muted", icon: str | None = None) -> None:
        """Change word, state and icon; an empty ``text`` hides the pill. The same again costs no layout."""
        shown = (text, state, ICONS.get(state, "") if icon is None else icon)
        if shown == (self._text, self._state, self._icon):
            return
        self._text, self._state, self._icon = shown
        self.setAccessibleName(text)
        self.setVisible(bool(text)) if self.parent() is not None else None
        self.updateGeometry()
        self.update()

    def state(self) -> str:
        """Return the state shown: "muted", "accent", "ok", "warn" or "danger"."""
        return self._state

    def text(self) -> str:
        """Return the word on the pill."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the size of the word with its icon."""
        return pill_size(self._text, current_theme(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """A pill is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the tokens in force."""
        paint_pill(QPainter(self), self.rect(), self._text, self._state, current_theme(), self._icon)
