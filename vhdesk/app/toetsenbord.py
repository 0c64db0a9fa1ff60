"""Keys as a person presses them: where the focus is, and with Tab and arrows to where it should be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from vhdesk.errors import NotFound
from vhdesk.ui.itemmodels.row_model import ID_ROLE

MOST_TABS, MOST_CHOICES = 60, 30


class Toetsenbord:
    """Presses keys where the focus is; nothing here touches a widget otherwise."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def target(self) -> QWidget:
        """The widget that has the keyboard: a menu that is open before everything else."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window

    def press(self, keys: str, times: int = 1) -> None:
        """Press one shortcut, such as 'Ctrl+B' or 'Alt+Up'."""
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # Qt has it, its stubs do not
        for _ in range(times):
            self._click(combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text; a new line in it is a plain Enter."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self._click(Qt.Key.Key_Return)
            for character in line:
                self._letter(character)

    def _click(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release one key."""
        QTest.keyClick(self.target, key, modifiers)

    def _letter(self, character: str) -> None:
        """Press and release one letter, also those that no plain keyboard has."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(self.target, key)

    def replace(self, text: str) -> None:
        """Type over what stands in the field."""
        self.press("Ctrl+A")
        self.type(text)

    # --- to where it should be

    def at(self) -> str:
        """Return what a screen reader says of the place of the focus; of a choice its name, not what is chosen."""
        if isinstance(self.target, QComboBox):
            return self.target.accessibleName()
        interface = QAccessible.queryAccessibleInterface(self.target)
        return interface.text(QAccessible.Text.Name) if interface is not None else ""

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab (``back``: Shift+Tab) until the focus is on the control that is called ``name``.

        Raises NotFound when it does not come by.
        """
        for _ in range(MOST_TABS):
            if self.at() == name:
                return
            self._click(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise NotFound("niet_gevonden", soort="veld", id=name)

    def fill(self, name: str, text: str) -> None:
        """Go to a field with Tab, type, and leave it as it was called: by its label."""
        self.tab_to(name)
        self.replace(text)

    def choose(self, text: str) -> None:
        """Walk down the menu that is open, or the choice that has the focus, until it says ``text``. Raises NotFound."""
        field = self.target
        self.press("Home")
        for _ in range(MOST_CHOICES):
            action = field.activeAction() if isinstance(field, QMenu) else None
            said = field.currentText() if isinstance(field, QComboBox) else action.text() if action else ""
            if said.replace("&", "") == text:
                return
            self.press("Down")
        raise NotFound("niet_gevonden", soort="keuze", id=text)

    def arrow_to(self, row_id: str) -> None:
        """Walk through the list that has the focus until the row ``row_id`` is current. Raises NotFound."""
        view = self.target
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        rows = [str(model.index(row, 0).data(ID_ROLE)) for row in range(model.rowCount())]
        if row_id not in rows:
            raise NotFound("niet_gevonden", soort="regel", id=row_id)
        steps = rows.index(row_id) - view.currentIndex().row()
        self.press("Down" if steps > 0 else "Up", abs(steps))
        if str(view.currentIndex().data(ID_ROLE)) != row_id:
            raise NotFound("niet_gevonden", soort="regel", id=row_id)
