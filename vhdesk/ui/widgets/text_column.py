"""Paragraphs under headings, painted in one widget: another case costs no new widgets and hardly any layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.widgets.pill import paint_pill, pill_size

# (role, text): "strong" begins a part, "" is text, "muted" and "small" are quieter, "fault" says what misses,
# "pill" is a mark that warns.
Paragraph = tuple[str, str]

WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
ANY_HEIGHT: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class _Look:
    size: str
    weight: str
    ink: str
    above: int


_LOOKS: Final = {
    "strong": _Look("body", "semibold", "text", 14),
    "": _Look("body", "regular", "text", 3),
    "muted": _Look("body", "regular", "muted", 3),
    "small": _Look("small", "regular", "muted", 8),
    "fault": _Look("body", "semibold", "danger", 3),
    "pill": _Look("small", "semibold", "warn", 4),
}


class TextColumn(QWidget):
    """Shows (role, text) pairs; an empty text is left out. The whole text is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Paragraph, ...] = ()
        self._places: dict[int, tuple[QRect, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs; without any the column hides."""
        shown = tuple((role, text) for role, text in paragraphs if text)
        if shown != self._shown:
            self._shown = shown
            self._places.clear()
            self.setAccessibleName("\n".join(text for _, text in shown))
            self.updateGeometry()
            self.update()
        self.setVisible(bool(shown))

    def shown(self) -> tuple[Paragraph, ...]:
        """Return what is shown now."""
        return self._shown

    # --- Qt

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the text takes at this width."""
        places = self._at(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        """As the text needs at the present width."""
        width = max(self.width(), current_theme().px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One word wide, one line high."""
        theme = current_theme()
        return QSize(theme.px(80), theme.px(18))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size measures anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_places"):
            self._places.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight with the tokens in force."""
        theme = current_theme()
        painter = QPainter(self)
        for (role, text), place in zip(self._shown, self._at(self.width()), strict=True):
            if not place.intersects(event.rect()):
                continue
            if role == "pill":
                spot = QRect(place.topLeft(), pill_size(text, theme, "mic-off"))
                paint_pill(painter, spot, text, "warn", theme, "mic-off")
                continue
            painter.setFont(_font(role, theme))
            painter.setPen(theme.color(_LOOKS[role].ink))
            painter.drawText(place, WRAP, text)
        painter.end()

    def _at(self, width: int) -> tuple[QRect, ...]:
        """Return where each paragraph stands at ``width``."""
        known = self._places.get(width)
        if known is not None:
            return known
        theme = current_theme()
        places: list[QRect] = []
        y = 0
        for role, text in self._shown:
            y += theme.px(_LOOKS[role].above) if places else 0
            if role == "pill":
                height = pill_size(text, theme, "mic-off").height()
            else:
                area = QRect(0, 0, max(40, width), ANY_HEIGHT)
                height = QFontMetrics(_font(role, theme)).boundingRect(area, WRAP, text).height()
            places.append(QRect(0, y, max(40, width), height))
            y += height
        if len(self._places) > 8:
            self._places.clear()
        self._places[width] = tuple(places)
        return self._places[width]


def _font(role: str, theme: Theme) -> QFont:
    look = _LOOKS[role]
    return theme.font(look.size, look.weight)
