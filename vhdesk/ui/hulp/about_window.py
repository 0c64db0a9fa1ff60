"""What vhdesk is, which version, and under which licences its parts come."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vhdesk import __version__
from vhdesk.resources import read_text
from vhdesk.ui.hulp.markdown_view import MarkdownView
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.keyboard_window import KeyboardWindow
from vhdesk.ui.widgets.label import Label

WHAT = (
    "Voorbereiden, voorzitten en notuleren van de casustafels van een Zorg- en Veiligheidshuis, "
    "zonder internet en versleuteld."
)
LICENCE = "vhdesk is vrije software onder de European Union Public Licence 1.2 (EUPL-1.2)."


class AboutWindow(KeyboardWindow, QWidget):
    """Version, licence of vhdesk, and the list of parts; Escape closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("kind", "page")
        self.setWindowTitle("Over vhdesk")
        self.setAccessibleName("Over vhdesk")
        theme = current_theme()
        picture = QLabel()
        side = theme.px(56)
        picture.setPixmap(QApplication.windowIcon().pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.version = Label(f"Versie {__version__}", "muted")
        self.version.set_selectable()
        self.version.setAccessibleName(f"Versie {__version__}")
        self.system = Label(
            f"Qt {qVersion()}  ·  Python {platform.python_version()}  ·  {platform.system()}",
            "small",
            wrap=True,
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label("vhdesk", "title"))
        words.addWidget(self.version)
        words.addWidget(self.system)
        head = QHBoxLayout()
        head.setSpacing(SPACE_4)
        head.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.licences = MarkdownView("Licenties van onderdelen")
        self.licences.show_markdown(read_text("licenties.md"))
        self.close_button = QPushButton("Sluiten  (Esc)")
        self.close_button.setAccessibleName("Sluiten")
        self.close_button.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addLayout(head)
        layout.addWidget(Label(WHAT, wrap=True))
        layout.addWidget(Label(LICENCE, wrap=True))
        layout.addSpacing(SPACE_2)
        layout.addWidget(self.licences, 1)
        layout.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignRight)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.resize(min(theme.px(680), 1240), min(theme.px(640), 730))
        self.licences.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top of the list; the focus would go to the first link in it."""
        super().showEvent(event)
        self.licences.verticalScrollBar().setValue(0)
