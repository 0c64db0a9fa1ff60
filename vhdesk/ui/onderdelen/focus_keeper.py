"""A page that comes back in front has the focus where it was; the first time where its work starts."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper(QObject):
    """Remembers the last field of ``page`` that had the focus. Qt gives the focus to the first field of a page that
    is shown; the page calls ``come_back`` from ``activate`` to put that right."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._last: QWidget | None = None
        self._away = True
        page.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not self._away and now is not None and self._page.isAncestorOf(now):
            self._last = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the moment the page goes, what Qt does with the focus is not the person's doing."""
        if watched is self._page and event.type() == QEvent.Type.Hide:
            self._away = True
        return False

    def come_back(self, start: QWidget) -> None:
        """Put the focus where it was, else on ``start``; nothing when the page was in front all the time."""
        here = self._page.window().focusWidget()
        if not self._away and here is not None and self._page.isAncestorOf(here):
            return
        self._away = False
        target = start
        if self._last is not None and shiboken6.isValid(self._last) and self._last.isVisibleTo(self._page):
            target = self._last
        target.setFocus(Qt.FocusReason.OtherFocusReason)
