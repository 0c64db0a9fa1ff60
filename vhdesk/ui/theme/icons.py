"""Lucide line icons, tinted by token at the moment of painting and sharp at every scale.

An icon is named by its Lucide file (``resources/icons/NAAM.svg``) and its colour by a token role. Because the
colour is looked up while painting, a change of theme repaints every icon without touching a widget.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt, qWarning
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import read_bytes
from vhdesk.ui.theme.style import current_theme

# Drawn instead of an icon that is not in the bundle; Qt's warning makes every test fail on it.
PLACEHOLDER: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    b' stroke-width="2"><circle cx="12" cy="12" r="9"/></svg>'
)


@lru_cache(maxsize=256)
def svg_source(name: str) -> bytes:
    """Return the SVG text of icon ``name``; a warning and a neutral circle when it is not shipped."""
    try:
        return read_bytes(f"icons/{name}.svg")
    except EnvironmentFault:
        qWarning(f"icon is not shipped: {name}")
        return PLACEHOLDER


@lru_cache(maxsize=1024)
def render(name: str, colour: str, width: int, height: int) -> QImage:
    """Return icon ``name`` drawn in ``colour`` on ``width`` x ``height`` device pixels."""
    source = svg_source(name).replace(b"currentColor", colour.encode())
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(source))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def draw_icon(painter: QPainter, rect: QRect, name: str, role: str) -> None:
    """Paint icon ``name`` in token ``role`` into ``rect``, at the resolution of the device."""
    # Not painter.device(): finding out what kind of device that is costs 12 ms the first time.
    ratio = abs(painter.deviceTransform().m11()) or 1.0
    side = max(1, round(min(rect.width(), rect.height()) * ratio))
    image = render(name, current_theme().tokens.colour(role), side, side)
    image.setDevicePixelRatio(ratio)
    logical = side / ratio
    left = rect.x() + (rect.width() - logical) / 2
    top = rect.y() + (rect.height() - logical) / 2
    painter.drawImage(QRectF(left, top, logical, logical), image)


class TokenIconEngine(QIconEngine):
    """Paints one icon: ``role`` normally, ``on_role`` when checked or selected, muted when disabled."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self.name = name
        self.role = role
        self.on_role = on_role

    def clone(self) -> QIconEngine:
        return TokenIconEngine(self.name, self.role, self.on_role)

    def key(self) -> str:
        return "vhdesk-token-icon"

    def isNull(self) -> bool:
        return False

    def _role(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "muted"
        if state == QIcon.State.On or mode == QIcon.Mode.Selected:
            return self.on_role
        return self.role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, rect, self.name, self._role(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # WORKAROUND Qt >= 6.8: ``size`` is in logical pixels; the device pixels are ours to make.
        side = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
        pixmap = QPixmap(side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), side), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap


def icon(name: str, role: str = "muted", on_role: str = "accent") -> QIcon:
    """Return Lucide icon ``name`` as a QIcon that follows the theme."""
    return QIcon(TokenIconEngine(name, role, on_role))
