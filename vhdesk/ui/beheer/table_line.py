"""The line above a table: what it shows, a search field, and the buttons of its acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
        self.search.setFixedWidth(current_theme().px(250))
        self.search.setVisible(bool(search_hint))
        self.count = Label("", "muted")
        self._flow_holder = QWidget()
        flow = FlowLayout(self._flow_holder, spacing=SPACE_2)
        flow.addWidget(self.search)
        flow.addWidget(self.count)
        self.buttons: list[PrimaryButton] = []
        for action, words, kind in buttons:
            button = PrimaryButton(action, words, kind=kind)
            self.buttons.append(button)
            flow.addWidget(button)
        policy = self._flow_holder.sizePolicy()
        policy.setHeightForWidth(True)
        self._flow_holder.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self._flow_holder, 1)
