"""Nothing here, or not yet: an icon, a sentence that says so and what to do, and the act that does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton


class EmptyState(QWidget):
    """``icon_name`` from Lucide; ``sentence`` says what is the case, ``hint`` what to do; ``action`` does it."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        hint: str = "",
        action: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence = Label(sentence, "strong", wrap=True)
        self.hint = Label(hint, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_3, SPACE_6, SPACE_3, SPACE_6)  # beside a list the column is narrow
        layout.setSpacing(SPACE_3)
        layout.addStretch(1)
        layout.addWidget(self.picture)
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        self.button = PrimaryButton(action) if action is not None else None
        if self.button is not None:
            layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.set_words(sentence, hint)
        self._paint_icon()

    def set_words(self, sentence: str, hint: str = "") -> None:
        """Change what is said ("Niets gevonden voor ...")."""
        self.sentence.setText(sentence)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.setAccessibleName(f"{sentence} {hint}".strip())

    def _paint_icon(self) -> None:
        side = current_theme().px(32)
        self.picture.setPixmap(icon(self._icon_name).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._paint_icon()
