"""Who is invited: the people of the table, more by typing a name, fewer by Delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.services.deelnemer import DeelnemerWeghalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.deelnemer_field import DeelnemerField
from vhdesk.ui.overleg.words import genodigde_line
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList


class DeelnemersPanel(QWidget):
    """The participants of a planned meeting."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self.add_field = DeelnemerField(acting, keuzes)
        self.count = Label("", "small", wrap=True)
        self.list = WholeRowList("Deelnemers", genodigde_line, ("delete",))
        none = EmptyState(
            "users", "Er is nog niemand uitgenodigd.", "Typ hierboven een naam en druk op Enter."
        )
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.add_field)
        layout.addWidget(self.count)
        layout.addWidget(stack, 1)
        self.list.key_pressed.connect(self._remove)

    def show_rows(self, overleg_id: str, rows: Sequence[DeelnemerRow]) -> None:
        """Show the participants."""
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.add_field.show_meeting(overleg_id, frozenset(row.medewerker_id for row in rows))
        self.count.setText(
            f"{eventueel(len(rows), 'deelnemer', 'deelnemers')}. Delete haalt iemand van de lijst."
            if rows
            else ""
        )

    def _remove(self, _key: str) -> None:
        row = self.list.current_row()
        if row is not None and self._acting.execute(DeelnemerWeghalen(deelnemer_id=row.id)) is not None:
            self._acting.inform(f"{row.naam} is van de lijst gehaald.")
