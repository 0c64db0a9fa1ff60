"""A small button in the shape of a pill: a state in words that one can act on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import current_theme

HEIGHT = 28


class Chip(QAbstractButton):
    """Shows ``words`` in ``state`` ("ok", "warn", "danger", "accent" or "muted") with an icon before them.

    ``drops=True`` shows a chevron: pressing opens a choice. Enter and Space both press.
    """

    def __init__(
        self,
        words: str = "",
        state: str = "muted",
        icon: str = "",
        *,
        drops: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._icon = icon
        self._drops = drops
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words, state, icon)

    def set_words(self, words: str, state: str = "muted", icon: str = "", *, name: str = "") -> None:
        """Change what is said; ``name`` is what a screen reader says when that should be more."""
        self._state, self._icon = state, icon
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    @property
    def state(self) -> str:
        """The state in force."""
        return self._state

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and chevron."""
        theme = current_theme()
        width = QFontMetrics(theme.font("small", "medium")).horizontalAdvance(self.text())
        width += theme.px(22) + theme.px(20) * (bool(self._icon) + self._drops) + 2
        return QSize(width, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May be narrower than its words; they are then cut, and stand in the tooltip."""
        return QSize(current_theme().px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words, chevron and focus."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.color("surface" if self._state == "muted" else f"{self._state}_soft"))
        edge = "accent" if self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        if self._state != "muted" and edge == "line":
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = "text" if self._state == "muted" else self._state
        inside = self.rect().adjusted(theme.px(11), 0, -theme.px(11), 0)
        side = theme.px(14)
        middle = inside.center().y() - side // 2 + 1
        if self._icon:
            role = "muted" if self._state == "muted" else ink
            draw_icon(painter, QRect(inside.x(), middle, side, side), self._icon, role)
            inside.setLeft(inside.left() + theme.px(20))
        if self._drops:
            draw_icon(painter, QRect(inside.right() - side + 1, middle, side, side), "chevron-down", ink)
            inside.setRight(inside.right() - theme.px(20))
        font = theme.font("small", "medium")
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width() + 1)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; Down opens a choice."""
        keys = [Qt.Key.Key_Return, Qt.Key.Key_Enter]
        if self._drops:
            keys.append(Qt.Key.Key_Down)
        if Qt.Key(event.key()) in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size asks for another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
