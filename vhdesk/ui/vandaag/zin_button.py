"""One sentence as a button: icon, words that wrap, what it lacks below, and its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import RADIUS_CARD
from vhdesk.ui.vandaag.zinnen import Zin

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ZinButton(QAbstractButton):
    """Signals: ``step_requested(int)`` on Up and Down; ``clicked`` on Enter, Space or the mouse."""

    step_requested = Signal(int)

    def __init__(self, zin: Zin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zin = zin
        self.key = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, zin: Zin, key: str = "") -> None:
        """Show this sentence, with the key that goes there."""
        self.zin, self.key = zin, key
        self.setText(zin.tekst)
        self.setAccessibleName(f"{zin.tekst}. {zin.toelichting}".strip())
        self.setAccessibleDescription(f"Toets {key}" if key else "")
        self.updateGeometry()
        self.update()

    # --- size

    def _words(self, theme: Theme, width: int) -> tuple[QRect, QRect]:
        """Return where sentence and explanation stand when the button is ``width`` wide."""
        left = theme.px(14 + 20 + 12)
        room = max(40, width - left - theme.px(14 + 26 + 12))
        top = theme.px(12)
        measure = QRect(0, 0, room, 10_000)
        first = QFontMetrics(theme.font("body", "medium")).boundingRect(measure, _WRAP, self.zin.tekst)
        upper = QRect(left, top, room, max(first.height(), theme.px(18)))
        if not self.zin.toelichting:
            return upper, QRect()
        second = QFontMetrics(theme.font("small")).boundingRect(measure, _WRAP, self.zin.toelichting)
        return upper, QRect(left, upper.bottom() + theme.px(3), room, second.height())

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        theme = current_theme()
        upper, lower = self._words(theme, width)
        return (lower if lower.isValid() else upper).bottom() + 1 + theme.px(12)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for the room of the words at the present width."""
        width = self.width() if self.width() > 100 else current_theme().px(560)
        return QSize(current_theme().px(360), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow; the words wrap."""
        return QSize(160, current_theme().px(42))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the tokens in force."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus, hover = self.hasFocus(), self.underMouse()
        painter.setBrush(theme.color("accent_soft" if focus or hover else "surface"))
        painter.setPen(QPen(theme.color("accent" if focus else "line"), 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        upper, lower = self._words(theme, self.width())
        side = theme.px(20)
        draw_icon(painter, QRect(theme.px(14), upper.y() - 1, side, side), self.zin.icon, self.zin.state)
        painter.setFont(theme.font("body", "medium"))
        painter.setPen(theme.color("text"))
        painter.drawText(upper, _WRAP, self.zin.tekst)
        if lower.isValid():
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("muted"))
            painter.drawText(lower, _WRAP, self.zin.toelichting)
        self._paint_key(painter, theme)
        painter.end()

    def _paint_key(self, painter: QPainter, theme: Theme) -> None:
        side = theme.px(22)
        box = QRect(self.width() - theme.px(14) - side, (self.height() - side) // 2, side, side)
        if self.hasFocus():
            draw_icon(painter, box.adjusted(3, 3, -3, -3), "corner-down-left", "accent")
        elif self.key:
            painter.setPen(QPen(theme.color("field"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setFont(theme.font("small", "medium"))
            painter.setPen(theme.color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts; Up and Down go to the neighbour."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.step_requested.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
