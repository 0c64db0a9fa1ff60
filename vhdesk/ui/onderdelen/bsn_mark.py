"""A mark beside a BSN that cannot be right. It is no refusal: what a partner delivered is kept as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from vhdesk.queries.dubbele import bsn_klopt
from vhdesk.ui.widgets.bringing_area import bring_in_sight
from vhdesk.ui.widgets.label import Label

WORDS = "Dit BSN klopt niet met de elfproef. Controleer het; u kunt het zo bewaren."
WHOLE = 9  # digits; fewer are judged when the field is left


class BsnMark(Label):
    """Stands under ``line``, in the column that holds it, and follows what is typed there."""

    def __init__(self, line: QLineEdit) -> None:
        holder = line.parentWidget()
        box = holder.layout() if holder is not None else None
        assert isinstance(box, QVBoxLayout)
        super().__init__("", "fault", wrap=True, parent=holder)
        self._line = line
        self.hide()
        box.insertWidget(box.indexOf(line) + 1, self)
        line.textChanged.connect(self._typed)
        line.editingFinished.connect(self._judge)

    def _typed(self, bsn: str) -> None:
        if self._line.hasFocus() and sum(map(str.isdigit, bsn)) < WHOLE:
            self._show("")
        else:
            self._judge()

    def _judge(self) -> None:
        self._show("" if bsn_klopt(self._line.text()) else WORDS)

    def _show(self, words: str) -> None:
        if words == self.text():
            return
        self.setText(words)
        self.setVisible(bool(words))
        if words and self._line.hasFocus():
            bring_in_sight(self)
        self._line.setAccessibleDescription(words)
