"""A filter as a chip: its name while it lets everything through, its value while it narrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.widgets.mnemonic import literal

Choices = Sequence[tuple[str, str]]


class FilterChip(Chip):
    """``label`` names the filter ("Tafel"), ``all_text`` the choice that lifts it ("Alle tafels"); without it
    one of the choices always holds (the status of a case).

    Signals: ``chosen(id)`` when a person chose; "" lifts the filter.
    """

    chosen = Signal(str)

    def __init__(
        self, label: str, all_text: str = "", choices: Choices = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(label, drops=True, parent=parent)
        self._label = label
        self._all_text = all_text
        self._choices: tuple[tuple[str, str], ...] = ()
        self._value = ""
        self.menu = QMenu(self)
        self.menu.setAccessibleName(label)
        self._group = QActionGroup(self)
        self.menu.triggered.connect(self._choose)
        self.clicked.connect(self._open)
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer other values; what was chosen stays when it is still among them."""
        if tuple(choices) == self._choices and self.menu.actions():
            return
        self._choices = tuple(choices)
        self.menu.clear()
        lifted = (("", self._all_text),) if self._all_text else ()
        for identity, text in (*lifted, *self._choices):
            action = self.menu.addAction(literal(text))
            action.setData(identity)
            action.setCheckable(True)
            self._group.addAction(action)
        if self._value not in dict(self._choices):
            self._value = ""
        self._show()

    def value(self) -> str:
        """Return the id chosen, "" for everything."""
        return self._value

    def set_value(self, identity: str) -> None:
        """Show a choice without announcing it; an unknown id lifts the filter."""
        self._value = identity if identity in dict(self._choices) else ""
        self._show()

    def _show(self) -> None:
        text = dict(self._choices).get(self._value, "")
        for action in self.menu.actions():
            action.setChecked(action.data() == self._value)
        self.set_words(
            text or self._label,
            "accent" if text else "muted",
            name=f"{self._label}: {text or self._all_text}",
        )

    def _open(self) -> None:
        checked = next((a for a in self.menu.actions() if a.isChecked()), None)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        if checked is not None:
            self.menu.setActiveAction(checked)

    def _choose(self, action: QAction) -> None:
        identity = str(action.data())
        if identity != self._value:
            self.set_value(identity)
            self.chosen.emit(identity)
