"""In which order Tab visits the parts of a window: as they are read, through every layout.

Left to itself Qt walks in the order in which widgets were made, and skips what stands before the focus proxy of its
parent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab visits in ``window`` now, in reading order."""
    return [widget for widget in _walk(window, window) if _is_stop(widget)]


def next_stop(window: QWidget, *, forward: bool) -> QWidget | None:
    """Return what Tab or Shift+Tab visits after the focus, round at both ends; None when there is nothing."""
    seen = list(_walk(window, window))
    places = [number for number, widget in enumerate(seen) if _is_stop(widget)]
    if not places:
        return None
    here = _number(seen, window.focusWidget())
    if forward:
        target = next((place for place in places if place > here), places[0])
    else:
        target = next((place for place in reversed(places) if place < here), places[-1])
    return seen[target]


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area around ``widget`` so far that it shows."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.focusProxy() is None and widget.isEnabled()


def _walk(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget below ``widget``: as its layout has them, then those no layout places."""
    for child in _children(widget):
        if child.isVisibleTo(window):
            yield child
            yield from _walk(child, window)


def _children(widget: QWidget) -> list[QWidget]:
    placed = _placed(widget)
    known = set(placed)
    loose = [
        child for child in widget.children()
        if isinstance(child, QWidget) and child not in known and not child.isWindow()
    ]  # fmt: skip
    return placed + loose


def _placed(widget: QWidget) -> list[QWidget]:
    """Return the children whose order the widget itself knows."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None and inside.parentWidget() is widget else []
    if isinstance(widget, QSplitter | QStackedWidget | QTabWidget):
        parts = [widget.widget(number) for number in range(widget.count())]
        return [part for part in parts if part is not None and part.parentWidget() is widget]
    if isinstance(widget, QMainWindow):
        return []  # one centre, and a menu bar that Tab does not visit
    layout = widget.layout()
    return list(_in_layout(layout)) if layout is not None else []


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in _order(layout):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _order(layout: QLayout) -> list[int]:
    """Return the numbers of the items in reading order: row by row where they stand in a grid."""
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout | QFormLayout):
        return sorted(numbers, key=lambda number: _cell(layout, number))
    return numbers


def _cell(layout: QGridLayout | QFormLayout, number: int) -> tuple[int, int]:
    """Return row and column; the label of a form stands before its field."""
    place: Any = layout.getItemPosition(number)
    column = place[1]
    return place[0], column if isinstance(column, int) else column.value


def _number(seen: list[QWidget], focus: QWidget | None) -> int:
    """Return where the focus is in the walk; -1 when it is nowhere."""
    while focus is not None:
        if focus in seen:
            return seen.index(focus)
        focus = focus.parentWidget()
    return -1
