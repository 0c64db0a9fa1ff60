"""Planning a new meeting, in the page itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.services.overleg import OverlegGepland
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.overleg.overleg_form import OverlegForm
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.scroll_column import ScrollColumn

WIDTH = 520
DRAFT = "overleg-plannen"


class PlanPanel(QWidget):
    """Signals: ``planned(overleg_id)``."""

    planned = Signal(str)

    def __init__(self, acting: Acting, keuzes: Keuzes, clock: Clock, submit_act: QAction) -> None:
        super().__init__()
        self._acting = acting
        self._keuzes = keuzes
        self.header = PageHeader(
            "Overleg plannen",
            "Kies de tafel en de datum. De vaste agendapunten en de vaste deelnemers komen vanzelf.",
        )
        self.form = OverlegForm(keuzes, clock, new=True)
        self._draft = FormDraft(acting.context.desk, self.form.fields, acting.context.shell.report, self)
        self.form.setMaximumWidth(current_theme().px(WIDTH))
        self.button = PrimaryButton(submit_act, "Overleg plannen")
        column = ScrollColumn("Overleg plannen", margin=2)
        column.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.body.addSpacing(SPACE_3)
        column.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self.header)
        layout.addWidget(column, 1)

    def begin(self) -> None:
        """Start a new meeting; a field that was filled in before keeps what it held."""
        self._keuzes.refresh()
        self._draft.end()
        self.form.begin(self.form.tafel.value())
        (self._draft.begin(DRAFT) or self.form.first_field()).setFocus()

    def refresh(self) -> None:
        """Offer whom the record knows now; what was filled in stays."""
        self.form.offer()

    def submit(self) -> None:
        """Plan the meeting."""
        command = self.form.plan()
        if command is None:
            return
        event = self._acting.execute(command, self.form.refuse)
        if isinstance(event, OverlegGepland):
            self._acting.inform(f"Overleg {event.nummer} is gepland.")
            self._draft.forget()
            self.form.begin()
            self.planned.emit(event.id)
