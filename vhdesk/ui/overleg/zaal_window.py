"""The second window, for the projector: which item, what is asked, and what is being recorded, in large letters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label

TEXT_ROLES = ("room_large", "room", "room_muted")  # from large to small


@dataclass(frozen=True, slots=True)
class Zaalbeeld:
    """What the room sees. ``dicht``: why it sees nothing now, "" when it does."""

    tafel: str
    dicht: str = ""
    plaats: str = ""
    titel: str = ""
    vraag: str = ""
    soort: str = ""
    tekst: str = ""


class ZaalWindow(QWidget):
    """Shows a Zaalbeeld and nothing else; nothing can be typed in it. Signals: ``closed``."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("kind", "page")
        self.setAccessibleName("Zaalscherm")
        self.setWindowTitle("Zaalscherm – vhdesk")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.tafel = Label("", "room_muted")
        self.plaats = Label("", "room_muted")
        self.titel = Label("", "room_title", wrap=True)
        self.vraag = Label("", "room", wrap=True)
        self.soort = Label("", "room_strong")
        self.tekst = Label("", TEXT_ROLES[0], wrap=True)
        self.tekst.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit)
        self.dicht = Label("", "room_title", wrap=True)
        self.dicht.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(self.tafel)
        head.addStretch(1)
        head.addWidget(self.plaats)
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for label in (self.titel, self.vraag):
            column.addWidget(label)
        column.addSpacing(SPACE_6)
        for label in (self.soort, self.tekst):
            column.addWidget(label)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6 * 2, SPACE_6, SPACE_6 * 2, SPACE_6)
        layout.setSpacing(SPACE_3)
        layout.addLayout(head)
        layout.addSpacing(SPACE_6)
        layout.addWidget(self._open, 1)
        layout.addWidget(self.dicht, 1)
        self.show_view(Zaalbeeld("", dicht=" "))

    def show_view(self, view: Zaalbeeld) -> None:
        """Show ``view``. What the room may not see is taken out of the labels, not covered."""
        closed = bool(view.dicht)
        self.tafel.setText(view.tafel)
        self.plaats.setText("" if closed else view.plaats)
        self.titel.setText("" if closed else view.titel)
        self.vraag.setText("" if closed else view.vraag)
        self.soort.setText("" if closed else view.soort)
        self.tekst.setText("" if closed else view.tekst)
        self.dicht.setText(view.dicht)
        self._open.setVisible(not closed)
        self.dicht.setVisible(closed)
        self._fit()

    def _fit(self) -> None:
        """Write what is recorded as large as it fits, down to the size of the question; of what is longer still the end
        is in sight, where it is being typed."""
        room = self._open.height() or self.height()
        for role in TEXT_ROLES:
            self.tekst.set_role(role)
            if self._open.layout().heightForWidth(self._open.width()) <= room:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen has other room."""
        super().resizeEvent(event)
        self._fit_later.start()

    def open_for(self, window: QWidget) -> None:
        """Show on another screen than ``window``, over the whole of it; beside it when there is one screen."""
        here = window.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        if other is None:
            room = here.availableGeometry()
            self.resize(min(1024, room.width()), min(680, room.height()))
            self.show()
        else:
            self.setGeometry(other.geometry())
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it; every other key is for the window of the chair."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind in it."""
        self.show_view(Zaalbeeld("", dicht=" "))
        self.closed.emit()
        super().closeEvent(event)
