"""A part of the plan that is a list: its heading, its lines, and the button that adds one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.casussen.plan_inhoud import Regels
from vhdesk.ui.casussen.plan_regel import PlanRegel
from vhdesk.ui.reading import may_write
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.label import Label


class PlanRegels(QWidget):
    """``word``: what one line is called ("Doel 2"). Signals: ``edited`` on every change by hand, ``left``."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        heading: str,
        word: str,
        make: Callable[[], PlanRegel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._word = word
        self._make = make
        self.lines: list[PlanRegel] = []
        self.add_button = QPushButton(f"{word} toevoegen")
        self.add_button.setProperty("kind", "quiet")
        self._box = QVBoxLayout()
        self._box.setSpacing(SPACE_2)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(Label(heading, "strong"))
        layout.addLayout(self._box)
        layout.addLayout(row)
        self.add_button.clicked.connect(self.add)

    def values(self) -> Regels:
        """Return what stands in the lines."""
        return tuple(line.values() for line in self.lines)

    def load(self, values: Regels) -> None:
        """Show values without announcing an edit; a field with the focus keeps what stands in it."""
        while len(self.lines) > len(values):
            self._drop(self.lines[-1])
        while len(self.lines) < len(values):
            self._append()
        for line, wanted in zip(self.lines, values, strict=True):
            line.load(wanted)
        self._name_lines()

    def clear(self) -> None:
        """Take every line away without announcing it."""
        self.load(())

    def add(self) -> None:
        """Add an empty line and go there."""
        if not may_write(self):
            return
        self._append()
        self._name_lines()
        self.lines[-1].focus_first()

    def _append(self) -> None:
        line = self._make()
        self.lines.append(line)
        self._box.addWidget(line)
        line.show()
        line.edited.connect(self.edited)
        line.left.connect(self.left)
        line.remove_requested.connect(self._remove)

    def _drop(self, line: PlanRegel) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _remove(self) -> None:
        line = self.sender()
        if isinstance(line, PlanRegel) and line in self.lines and may_write(self):
            self.add_button.setFocus()
            self._drop(line)
            self._name_lines()
            self.edited.emit()

    def _name_lines(self) -> None:
        for number, line in enumerate(self.lines, 1):
            line.set_name(f"{self._word} {number}")
