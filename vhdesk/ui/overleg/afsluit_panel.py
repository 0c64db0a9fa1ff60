"""Closing a meeting: what is missing, line by line, each leading to its field; or closing with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation
from vhdesk.queries.tekorten import TekortRow
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.uitkomst_words import tekort_line
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.whole_row_list import WholeRowList


class AfsluitPanel(QWidget):
    """Signals: ``jump_requested(id)`` to fill in what a line misses, ``close_requested(reason)``,
    ``back_requested``, ``reason_edited``."""

    jump_requested = Signal(str)
    close_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, close_act: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._shown = False
        self.header = PageHeader("Overleg sluiten")
        self.begun = Label("", "fault", wrap=True)
        self.list = WholeRowList("Wat nog ontbreekt", self._line)
        self.reason = TextArea(
            "Reden",
            "Bijvoorbeeld: het OM was er niet; besluit volgt op 9 december.",
            min_lines=2,
            max_lines=5,
        )
        self.fault = FieldError(self.reason)
        self.button = PrimaryButton(close_act, "Overleg sluiten")
        self.back = QPushButton("Terug naar het overleg  (Esc)")
        self.back.setAccessibleName("Terug naar het overleg")
        self.complete = EmptyState(
            "circle-check",
            "Er ontbreekt niets.",
            "Na het sluiten staat het verslag vast. Later toevoegen kan, met een merkteken.",
        )
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.list, 1)
        column.addLayout(
            labelled("Toch sluiten: waarom? De reden komt in het verslag.", self.reason, self.fault)
        )
        self._stack = QStackedLayout()
        for widget in (full, self.complete):
            widget.setParent(self)  # a stack without a parent would show its first widget as a window
            self._stack.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.begun)
        layout.addLayout(self._stack, 1)
        layout.addLayout(buttons)
        self.list.opened.connect(self.jump_requested)
        self.list.clicked.connect(self._clicked)
        self.back.clicked.connect(self.back_requested)
        self.reason.submitted.connect(self.submit)

    def show_rows(
        self, rows: Sequence[TekortRow], names: Mapping[str, str], begun: Sequence[str] = ()
    ) -> None:
        """Show what is missing; ``names`` words the cases by agenda item, ``begun`` what was typed and not recorded."""
        self._names = names
        self.begun.setText(f"Begonnen en nog niet vastgelegd: {', '.join(begun)}." if begun else "")
        self.begun.setVisible(bool(begun))
        self.fault.clear()
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        missing = eventueel(len(rows), "ding ontbreekt", "dingen ontbreken")
        self.header.set_subtitle(
            f"{missing}. Met Enter gaat u naar de plaats om het in te vullen." if rows else ""
        )

    def focus_first(self) -> None:
        """Put the focus on what is missing, or on the button when nothing is."""
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.button.setFocus()

    def row(self, identity: str) -> TekortRow | None:
        """Return one line."""
        return next((row for row in self.list.rows.rows() if row.id == identity), None)

    def submit(self) -> None:
        """Ask to close."""
        self.close_requested.emit(self.reason.text().strip())

    def refuse(self, fault: RuleViolation) -> bool:
        """Show why closing was refused at the reason."""
        if fault.field != "reden":
            return False
        self.fault.show_words("Er ontbreekt nog iets. Vul het in, of schrijf hier waarom u toch sluit.")
        return True

    def _line(self, row: TekortRow) -> TwoLine:
        return tekort_line(row, self._names.get(row.agendapunt_id or "", ""))

    def _clicked(self) -> None:
        self.jump_requested.emit(self.list.current_id())
