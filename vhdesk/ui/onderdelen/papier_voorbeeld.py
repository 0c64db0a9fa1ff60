"""A paper on the screen, page by page, before it leaves the vault: the very bytes that are printed and saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.papier_delivery import Papier
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pdf_view import PdfView
from vhdesk.ui.widgets.primary_button import PrimaryButton

HEIGHT = 380  # pixels at any size of text: a paper has a zoom of its own


class PapierVoorbeeld(QFrame):
    """``acts`` are the acts that save and print what is shown, with their words. Signals: ``closed``."""

    closed = Signal()

    def __init__(
        self, context: UiContext, acts: tuple[tuple[QAction, str], ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._context = context
        self.papier: Papier | None = None
        self.title = Label("", "strong", wrap=True)
        self.view = PdfView(context.jobs)
        self.view.setFixedHeight(HEIGHT)
        self.view.search_field.hide()  # a letter is read; Ctrl+F belongs to the page around it
        self.close_button = QPushButton("Sluiten  (Esc)")
        self.close_button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.title, 1)
        for action, words in acts:
            head.addWidget(PrimaryButton(action, words, kind=""))
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addLayout(head)
        layout.addWidget(self.view)
        self.close_button.clicked.connect(self._close_pressed)
        self.view.failed.connect(self._failed)
        self.hide()

    def show_paper(self, papier: Papier) -> None:
        """Show a paper, with the focus on its first page."""
        self.papier = papier
        self.title.setText(papier.bestandsnaam.removesuffix(".pdf"))
        self.setAccessibleName(f"{papier.naam} op het scherm")
        self.show()
        self.view.show_pdf(papier.content)
        self.view.setFocus()

    def leave(self) -> bool:
        """Close it and forget the paper; False when nothing was shown."""
        if self.papier is None:
            return False
        self.papier = None
        self.view.clear()
        self.hide()
        self.closed.emit()
        return True

    def _close_pressed(self) -> None:
        self.leave()

    def _failed(self, _fault: Exception) -> None:
        self.leave()
        self._context.shell.inform("Dit stuk is op het scherm niet te tonen. Sla het op als PDF.")
