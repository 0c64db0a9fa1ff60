"""What the case file expects of a tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.hit import first_with, mark_label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.text_area import TextArea


class DossierTab(QWidget):
    """One tab of the case file. Subclasses fill ``column.body`` and show a ``Dossier``."""

    def __init__(self, name: str, parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.dossier: Dossier | None = None
        self.column: ScrollColumn | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        if scrolls:
            self.column = ScrollColumn(name)
            self.body = self.column.body
            layout.addWidget(self.column)
        else:
            self.body = layout

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the case; called each time its rows were asked, when this tab is in front."""
        self.dossier = dossier
        self.fill(dossier)

    def fill(self, dossier: Dossier) -> None:
        """Put the rows in the widgets."""
        raise NotImplementedError

    def leave_case(self) -> None:
        """Another case comes: close what was open for this one."""

    def flush(self) -> bool:
        """Store what is being typed; False when that was refused."""
        return True

    def back_out(self) -> bool:
        """Close what is open in this tab; False when nothing is."""
        return False

    def to_top(self) -> None:
        """Show the beginning."""
        if self.column is not None:
            self.column.verticalScrollBar().setValue(0)

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Put the focus where ``words`` were found (with what stands around them first, by themselves last): a text that
        holds them; False when it has no place of its own."""
        shown = (area for area in self.findChildren(TextArea) if area.isVisibleTo(self))
        area = first_with(words, shown, TextArea.text)
        if area is not None:
            area.setFocus()
            area.mark(words[-1])
        return area is not None

    def _to_card(self, card: QWidget | None, words: Sequence[str]) -> bool:
        """Show a card whole with the focus on the text that holds ``words``, else on its first button; False without a
        card."""
        if card is None:
            return False
        card.show()  # a layout shows its widgets later, and only what is shown can take the focus
        buttons = card.findChildren(QAbstractButton)
        first = next((button for button in buttons if button.isVisibleTo(card)), None)
        if first is not None:
            first.setFocus()
        if self.column is not None:
            self.column.settle()
            self.column.ensureWidgetVisible(card, 0, 0)
        return mark_label(card, words) or first is not None

    def focus_first(self) -> None:
        """Put the focus where work starts."""
