"""The line above a table: what it shows, a search field, and the buttons of its acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.search_field import SearchField


class TableLine(QWidget):
    """``buttons`` are (act, words, kind); they go on at a second line when there is no room."""

    def __init__(
        self,
        buttons: Sequence[tuple[QAction, str, str]] = (),
        search_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.search = SearchField(search_hint or "Zoeken", "Ctrl+F")
        self.search.setFixedWidth(current_theme().px(258))
        if not search_hint:
            self.search.hide()
        self.count = Label("", "muted")
        self.count.hide()
        self._flow_holder = QWidget()
        flow = FlowLayout(self._flow_holder, spacing=SPACE_2)
        flow.addWidget(self.search)
        flow.addWidget(self.count)
        self.buttons: list[PrimaryButton] = []
        for action, words, kind in buttons:
            button = PrimaryButton(action, words, kind=kind)
            self.buttons.append(button)
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._flow_holder.setSizePolicy(policy)
        self.setSizePolicy(policy)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(SPACE_3)
        self._across.addWidget(self._flow_holder, 1)

    def add_left(self, widget: QWidget) -> None:
        """Put a filter before everything else."""
        self._across.insertWidget(0, widget)

    def set_count(self, words: str) -> None:
        """Say how many there are; "" says nothing."""
        self.count.setText(words)
        self.count.setVisible(bool(words))
