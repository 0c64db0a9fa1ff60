"""A passphrase: hidden, shown on request, with a warning while Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.label import Label


class _PassphraseEdit(QLineEdit):
    """Notices Caps Lock from what is typed: a capital without Shift, a small letter with it."""

    def __init__(self, hint: Label) -> None:
        super().__init__()
        self._hint = hint
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self._hint.setVisible(self._hint.isHidden() and bool(self.text()))
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            self._hint.setVisible(text.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hint.hide()


class PassphraseField(QWidget):
    """``text()`` gives what was typed; ``clear()`` forgets it. Cannot be copied from while hidden."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Label("Caps Lock staat aan.", "fault")
        self.hint.hide()
        self.line = _PassphraseEdit(self.hint)
        self.line.setAccessibleName(name)
        self._toggle: QAction | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(self.line)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.line)
        self.set_shown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the eye once the first picture stands: the first window does not wait for icons."""
        super().paintEvent(event)
        if self._toggle is None:
            QTimer.singleShot(0, self, self.add_toggle)

    def add_toggle(self) -> None:
        """Put the eye in the field, once."""
        if self._toggle is None:
            self._toggle = QAction(self.line)
            self.line.addAction(self._toggle, QLineEdit.ActionPosition.TrailingPosition)
            self._toggle.setCheckable(True)
            self._toggle.toggled.connect(self.set_shown)
            self._word_toggle()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, its undo included, and hide again."""
        self.line.clear()
        self.hint.hide()
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Show or hide the letters (Alt+W on the unlock page, or the eye)."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._word_toggle()

    def shown(self) -> bool:
        """Say whether the letters are visible."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def _word_toggle(self) -> None:
        if self._toggle is None:
            return
        from vhdesk.ui.theme.icons import icon  # deferred: see ``paintEvent``

        shown = self.shown()
        words = "Wachtwoord verbergen" if shown else "Wachtwoord tonen"
        self._toggle.setChecked(shown)
        self._toggle.setIcon(icon("eye-off" if shown else "eye"))
        self._toggle.setText(words)
        self._toggle.setToolTip(words)
