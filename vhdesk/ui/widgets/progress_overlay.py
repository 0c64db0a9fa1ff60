"""Covers the window during an exclusive job: no input, and after half a second what is happening and a way out."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.lock_key import is_lock_key
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_6

SHOW_AFTER_MS = 500
POLL_MS = 100


class Progressing(Protocol):
    """What the overlay watches."""

    progress: tuple[int, int, str]
    cancellable: bool

    def cancel(self) -> None:
        """Ask the work to stop."""


class ProgressOverlay(QWidget):
    """Lies over ``window`` from construction to ``finish``; takes every key and click meanwhile."""

    def __init__(self, window: QWidget, text: str, work: Progressing) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._before = window.focusWidget()
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = QFrame(self)
        self.panel.setProperty("kind", "panel")
        self.title = QLabel(text)
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.detail = QLabel(" ")
        self.detail.setProperty("role", "muted")
        self.detail.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.cancel_button = QPushButton("Afbreken  (Esc)")
        self.cancel_button.setAccessibleName("Afbreken")
        self.cancel_button.clicked.connect(self._cancel)
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_6)
        layout.setSpacing(SPACE_3)
        for widget in (self.title, self.bar, self.detail):
            layout.addWidget(widget)
        layout.addWidget(self.cancel_button, alignment=Qt.AlignmentFlag.AlignRight)
        self.panel.hide()
        self.cancel_button.setVisible(work.cancellable)
        self._delay = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._delay.timeout.connect(self._show_panel)
        self._delay.start()
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._update)
        self._poll.start()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def _show_panel(self) -> None:
        self.panel.show()
        self._place()
        self._focus()
        self.update()

    def _focus(self) -> None:
        (self.cancel_button if self.cancel_button.isVisible() else self).setFocus()

    def _offer_cancel(self, cancellable: bool) -> None:
        """Work comes to a point from where it cannot be broken off, or past it."""
        self.cancel_button.setVisible(cancellable)
        self._place()
        if self.panel.isVisible():
            self._focus()

    def _update(self) -> None:
        done, total, text = self._work.progress
        if self.cancel_button.isHidden() is self._work.cancellable:
            self._offer_cancel(self._work.cancellable)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if text and text != self.detail.text():
            self.detail.setText(text)
            self._place()

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.detail.setText("Wordt afgebroken zodra dat veilig kan.")
        self._work.cancel()

    def _place(self) -> None:
        width = min(current_theme().px(440), self.width() - 2 * SPACE_6)
        self.panel.setFixedWidth(max(200, width))
        self.panel.adjustSize()
        self.panel.move((self.width() - self.panel.width()) // 2, (self.height() - self.panel.height()) // 2)

    def finish(self) -> None:
        """The work is over: uncover the window and give the focus back."""
        self._window.removeEventFilter(self)
        self._poll.stop()
        self._delay.stop()
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window; refuse to close it half-way."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take every shortcut of the window as a plain key of the overlay; locking alone is never held up."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not is_lock_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels; nothing else does anything."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible() and self.cancel_button.isVisible():
            self._cancel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside the overlay."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window once the panel shows; before that nothing is seen."""
        if self.panel.isVisible():
            ground = QColor(current_theme().color("window"))
            ground.setAlpha(190)
            QPainter(self).fillRect(self.rect(), ground)
