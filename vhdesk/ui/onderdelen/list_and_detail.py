"""A list beside what was chosen in it; on a narrow page, or with large text, one of the two."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vhdesk.ui.theme.style import current_theme

LEAST = 240  # of the list
NARROW = 840  # pixels at 100 %; below this there is no room for both


class ListAndDetail(QSplitter):
    """``to_list`` and ``to_detail`` say which of the two matters when there is room for one."""

    def __init__(
        self, listing: QWidget, detail: QWidget, list_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._listing, self._detail = listing, detail
        self._in_detail = False
        self.setChildrenCollapsible(False)
        self.addWidget(listing)
        self.addWidget(detail)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self._width = list_width
        self._divide()
        self.splitterMoved.connect(self._moved)

    def narrow(self) -> bool:
        """Whether there is room for one of the two only."""
        return self.width() < current_theme().px(NARROW)

    def to_list(self) -> None:
        """The list matters now."""
        self._in_detail = False
        self._adapt()

    def to_detail(self) -> None:
        """What was chosen matters now."""
        self._in_detail = True
        self._adapt()

    def _adapt(self) -> None:
        narrow = self.narrow()
        both = not narrow and (self._listing.isHidden() or self._detail.isHidden())
        self._listing.setVisible(not narrow or not self._in_detail)
        self._detail.setVisible(not narrow or self._in_detail)
        if both:
            self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._adapt()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: the list keeps its share."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_width"):
            self._divide()
            self._adapt()

    def _moved(self) -> None:
        self._width = round(self.sizes()[0] / current_theme().scale)

    def _divide(self) -> None:
        theme = current_theme()
        self._listing.setMinimumWidth(theme.px(LEAST))
        self.setSizes([theme.px(self._width), 10_000])

    def state(self) -> int:
        """Return the width of the list at 100 % text, for the settings."""
        return self._width

    def restore(self, state: object) -> None:
        """Take the division back; anything else than what ``state`` gave is ignored."""
        if isinstance(state, int | str) and str(state).isdecimal():
            self._width = int(state)
            self._divide()
