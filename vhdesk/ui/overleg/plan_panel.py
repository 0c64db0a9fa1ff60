"""Planning a new meeting, in the page itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.queries.reeks import reeksvoorstel
from vhdesk.services.overleg import OverlegGepland
from vhdesk.services.reeks import MAX_AANTAL, OverleggenGepland, OverleggenPlannen
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.overleg_form import OverlegForm
from vhdesk.ui.overleg.voorstel_words import series_words
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.scroll_column import ScrollColumn

WIDTH = 520
DRAFT = "overleg-plannen"


class PlanPanel(QWidget):
    """Signals: ``planned(overleg_id)``."""

    planned = Signal(str)

    def __init__(
        self, acting: Acting, keuzes: Keuzes, clock: Clock, submit_act: QAction, series_act: QAction
    ) -> None:
        super().__init__()
        self._acting = acting
        self._clock = clock
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
        self.series = QWidget()  # as wide as the column: Qt asks for the height of its words at that width
        self.days = Label("", "muted", wrap=True)
        self.number = NumberField("Aantal overleggen", 1, MAX_AANTAL)
        self.number.setValue(4)
        self.series_button = PrimaryButton(series_act, "Reeks plannen", kind="")
        several = QHBoxLayout()
        several.setSpacing(SPACE_3)
        several.addWidget(self.number)
        several.addWidget(self.series_button)
        several.addStretch(1)
        below = QVBoxLayout(self.series)
        below.setContentsMargins(0, SPACE_2, 0, 0)
        below.setSpacing(SPACE_3)
        below.addWidget(Label("Of de volgende overleggen tegelijk", "section"))
        below.addWidget(self.days)
        below.addLayout(several)
        column.body.addWidget(self.series)
        self.form.tafel.chosen.connect(self._show_series)
        self.number.valueChanged.connect(self._show_series)
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
        self._show_series()
        (self._draft.begin(DRAFT) or self.form.first_field()).setFocus()

    def refresh(self) -> None:
        """Offer whom the record knows now; what was filled in stays."""
        self.form.offer()
        self._show_series()

    def has_series(self) -> bool:
        """Whether a table is chosen of which is known when it meets."""
        return not self.series.isHidden()

    def _show_series(self) -> None:
        """Say which days come next by the series of the table; nothing where none is known."""
        tafel_id = self.form.tafel.value()
        found = None
        if tafel_id:
            today, number = self._clock.today(), self.number.value()
            found = self._acting.context.desk.ask(reeksvoorstel, tafel_id, op=today, aantal=number)
        self.series.setVisible(found is not None and found.reeks is not None)
        if found is not None:
            self.days.setText(series_words(found))
        self._acting.context.registry.refresh()

    def plan_series(self) -> None:
        """Plan the next meetings of the table at once."""
        command = OverleggenPlannen(
            tafel_id=self.form.tafel.value(),
            aantal=self.number.value(),
            voorzitter_id=self.form.voorzitter.value() or None,
        )
        event = self._acting.execute(command, self.form.refuse)
        if isinstance(event, OverleggenGepland):
            said = eventueel(len(event.data), "overleg is", "overleggen zijn")
            self._acting.inform(f"{said} gepland. Ctrl+Alt+Z neemt dat terug.")
            self._draft.forget()
            self.form.begin()
            self.planned.emit(event.id)

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
