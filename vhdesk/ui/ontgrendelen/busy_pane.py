"""Under the fields while a vault opens: what is happening, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.progress_overlay import POLL_MS, SHOW_AFTER_MS, Progressing


class BusyPane(QWidget):
    """Signals: ``due`` half a second after ``follow``, for whoever makes room; ``cancel_requested``."""

    due = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: Progressing | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Bezig met ontgrendelen")
        self.detail = Label("", "small", wrap=True)
        self.cancel_button = QPushButton("Afbreken  (Esc)")
        self.cancel_button.setAccessibleName("Afbreken")
        self.cancel_button.clicked.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.bar)
        column.addWidget(self.detail)
        column.addWidget(self.cancel_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._delay = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._delay.timeout.connect(self.due)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._update)
        self.hide()

    @property
    def cancellable(self) -> bool:
        """Whether the work that is followed can be broken off now."""
        return self._work is not None and self._work.cancellable

    def follow(self, work: Progressing) -> None:
        """Tell of this work from now on."""
        self._work = work
        self._update()
        self._delay.start()
        self._poll.start()

    def leave(self) -> None:
        """The work is over, or nobody waits for it any more."""
        self._work = None
        self._delay.stop()
        self._poll.stop()
        self.hide()

    def _update(self) -> None:
        if self._work is None:
            return
        done, total, text = self._work.progress
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.detail.setText(text)
        self.cancel_button.setEnabled(self._work.cancellable)
