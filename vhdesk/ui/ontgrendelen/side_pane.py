"""Left of unlocking: the vaults opened last, another one, a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label


class SidePane(QFrame):
    """Its list comes later, with ``place``: after the first picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sidebar")
        self.setFixedWidth(current_theme().px(296))
        self.other_button = quiet_button(" &Andere kluis openen…  (Ctrl+O)")
        self.create_button = quiet_button(" &Nieuwe kluis maken…  (Ctrl+N)")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_6, SPACE_3, SPACE_4)
        column.setSpacing(SPACE_1)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_2, 0, 0, 0)
        head.addWidget(Label("vhdesk", "title"))
        head.addWidget(Label("Zorg- en Veiligheidshuis", "small"))
        head.addSpacing(SPACE_4)
        head.addWidget(Label("Recente kluizen", "label"))
        column.addLayout(head)
        self._list_place = QVBoxLayout()
        column.addLayout(self._list_place, 1)
        for button in (self.other_button, self.create_button):
            button.setProperty("align", "left")
            column.addWidget(button)

    def place(self, recent: QWidget) -> None:
        """Show the list of recent vaults."""
        self._list_place.addWidget(recent, 1)
        recent.show()


def quiet_button(text: str, name: str = "") -> QPushButton:
    """Return a button that is no more than its words; ``name``: for who hears it, where the words are not enough."""
    button = QPushButton(text)
    button.setProperty("kind", "quiet")
    button.setAccessibleName(name or text.replace("&", "").strip())
    return button
