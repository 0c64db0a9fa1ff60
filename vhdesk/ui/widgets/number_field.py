"""A small whole number (minutes, places); the wheel only counts while the field has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

TEXT_MARGIN = 8


class NumberField(QSpinBox):
    """A QSpinBox with a name, bounds and a unit ("min")."""

    def __init__(
        self, name: str, low: int, high: int, unit: str = "", step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # WORKAROUND: a style sheet's padding does not reach the line edit inside a spin box.
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never changes a number by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
