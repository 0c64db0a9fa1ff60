"""Choose one of a few from a list that drops down; gives an id."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from vhdesk.ui.theme.style import current_theme

Choices = Sequence[tuple[str, str]]


class ChoiceField(QComboBox):
    """Signals: ``chosen(id)`` when a person chose. Letters jump to a choice and are no shortcut meanwhile."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Choices = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setMinimumWidth(current_theme().px(120))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Choices) -> None:
        """Offer other values; the one chosen stays when it is still among them."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for identity, text in choices:
            self.addItem(text, identity)
        self.blockSignals(False)
        self.set_value(before)

    def value(self) -> str:
        """Return the id chosen, "" for none."""
        found = self.currentData()
        return "" if found is None else str(found)

    def set_value(self, identity: str) -> None:
        """Show a choice without announcing it; the first one when it is unknown."""
        self.setCurrentIndex(max(0, self.findData(identity)))

    def _activated(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))

    def showPopup(self) -> None:
        """Drop down as high as the choices: Qt counts their rows and not the padding around them, and hid the last one."""
        view = self.view()
        view.ensurePolished()
        rows = sum(view.sizeHintForRow(row) for row in range(min(self.count(), self.maxVisibleItems())))
        view.setMinimumHeight(
            min(rows + 2 * view.frameWidth(), self.screen().availableGeometry().height() // 2)
        )
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Keep letters and digits for the field."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isalnum()
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        ):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a value."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
