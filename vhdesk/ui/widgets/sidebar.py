"""Navigation: one list of places above, one below; the place where you are is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.theme.icons import draw_icon
from vhdesk.ui.theme.style import Theme, current_theme
from vhdesk.ui.theme.tokens import RADIUS_FIELD, SPACE_3
from vhdesk.ui.widgets.label import Label

WIDTH = 196
NARROW_WIDTH = 60
_ICON = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the navigation; ``is_act`` places (Vergrendelen) act and are never "where you are"."""

    id: str
    text: str
    icon: str
    is_act: bool = False


class _PlaceDelegate(QStyledItemDelegate):
    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, current_theme().px(39))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        painter.setPen(QPen(theme.color("accent"), 2) if focus else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft") if here or hover else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
        side = theme.px(18)
        left = option.rect.x() + (option.rect.width() - side) // 2 if self.narrow else option.rect.x() + 12
        spot = QRect(left, option.rect.center().y() - side // 2, side, side)
        draw_icon(painter, spot, index.data(_ICON), "accent" if here else "muted")
        if not self.narrow:
            painter.setFont(theme.font("body", "semibold" if here else "regular"))
            painter.setPen(theme.color("accent" if here else "text"))
            words = option.rect.adjusted(12 + side + 9, 0, -8, 0)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                words, middle | Qt.AlignmentFlag.AlignLeft, index.data(Qt.ItemDataRole.DisplayRole)
            )
            if index.data(_COUNT):
                painter.setFont(theme.font("small"))
                painter.setPen(theme.color("muted"))
                painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, index.data(_COUNT))
        painter.restore()


class _PlaceList(QListWidget):
    entered_place = Signal(str)

    def __init__(self, name: str, places: Sequence[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "clear")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = _PlaceDelegate(self)
        self.setItemDelegate(self.delegate)
        for place in places:
            item = QListWidgetItem(place.text, self)
            item.setData(_ICON, place.icon)
            item.setData(_ID, place.id)
            item.setToolTip(place.text)
        self.itemClicked.connect(self._enter)

    def _enter(self, item: QListWidgetItem) -> None:
        self.entered_place.emit(item.data(_ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentItem() is not None:
                self._enter(self.currentItem())
            return
        super().keyPressEvent(event)

    def places(self) -> list[QListWidgetItem]:
        return [self.item(number) for number in range(self.count())]


class Sidebar(QFrame):
    """Signals: ``requested(id)`` when a person wants to go somewhere (or act). The window decides, and tells with
    ``set_current`` where we are now."""

    requested = Signal(str)

    def __init__(
        self,
        heading: str,
        sub: str,
        places: Sequence[Place],
        below: Sequence[Place] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sidebar")
        self._current = ""
        self._shown: tuple[bool, Theme] | None = None
        self.heading = Label(heading, "section")
        self.sub = Label(sub, "small", wrap=True)
        self.above = _PlaceList("Onderdelen", places, self)
        self.below = _PlaceList("Beheer en vergrendelen", below, self)
        self.below.setVisible(bool(below))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_3, 14, SPACE_3, SPACE_3)
        layout.setSpacing(1)
        layout.addWidget(self.heading)
        layout.addWidget(self.sub)
        layout.addSpacing(SPACE_3)
        layout.addWidget(self.above, 1)
        layout.addWidget(self.below)
        for listing in (self.above, self.below):
            listing.entered_place.connect(self.requested)
        self.set_narrow(False)

    def set_current(self, identity: str) -> None:
        """Mark the place where we are."""
        self._current = identity
        for listing in (self.above, self.below):
            found = next((item for item in listing.places() if item.data(_ID) == identity), None)
            if found is None:
                listing.clearSelection()
            else:
                listing.setCurrentItem(found)

    def current(self) -> str:
        """Return the id of the place where we are."""
        return self._current

    def set_count(self, identity: str, text: str) -> None:
        """Show a number at the right of a place; "" for none."""
        for listing in (self.above, self.below):
            for item in listing.places():
                if item.data(_ID) == identity:
                    item.setData(_COUNT, text)
                    spoken = f"{item.text()}, {text}" if text else item.text()
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only (a small window or large text); names stay for tooltip and screen reader."""
        theme = current_theme()
        if (narrow, theme) == self._shown:
            return
        self._shown = (narrow, theme)
        self.heading.setVisible(not narrow)
        self.sub.setVisible(not narrow)
        self.setFixedWidth(theme.px(NARROW_WIDTH if narrow else WIDTH))
        for listing in (self.above, self.below):
            listing.delegate.narrow = narrow
        self.below.setFixedHeight(theme.px(39) * self.below.count() + 2)
        self.above.scheduleDelayedItemsLayout()
