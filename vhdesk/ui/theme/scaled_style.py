"""Fusion for large text: the small icons inside fields and menus grow with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

_ICON_METRICS: Final = frozenset({QStyle.PixelMetric.PM_SmallIconSize, QStyle.PixelMetric.PM_ButtonIconSize})


class ScaledStyle(QProxyStyle):
    """Only in use above 100 %: every measure that goes through Python costs time."""

    def __init__(self, scale: float) -> None:
        super().__init__("Fusion")
        self._scale = scale

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Scale the icon sizes; leave every other measure to Fusion."""
        size = super().pixelMetric(metric, option, widget)
        return round(size * self._scale) if metric in _ICON_METRICS else size
