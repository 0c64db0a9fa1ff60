"""A column above something else: as high as what is in it, at most half of the place it stands in, and then it scrolls.

Large text on a small screen would otherwise leave no room for the work below it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from vhdesk.ui.widgets.scroll_column import ScrollColumn


class HalfColumn(ScrollColumn):
    """Holds ``content``, in a column of ``place``."""

    def __init__(self, content: QWidget, place: QWidget) -> None:
        super().__init__(content.accessibleName(), place)
        self._place = place
        self.body.addWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.widget().installEventFilter(self)
        place.installEventFilter(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the content at this width, or half of the place."""
        content = self.widget()
        natural = (
            content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        )
        return min(natural, self._place.height() // 2)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its content."""
        return QSize(self.widget().minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height of the place or of the content asks for another height here."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.updateGeometry()
        return super().eventFilter(watched, event)
