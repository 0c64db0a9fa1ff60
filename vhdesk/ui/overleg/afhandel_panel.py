"""Actions one by one, by key: gedaan, kon niet, niet gedaan, nieuwe datum; with the reason where one is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.errors import RuleViolation
from vhdesk.queries.acties import ActieRow
from vhdesk.services.actie import ActieAfhandelen, ActieHeropenen, ActieVerzetten
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.overleg.inline_strip import InlineStrip
from vhdesk.ui.overleg.words import counted, joined
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Actiestatus
from vhdesk.vocabulary_faults import describe

KEYS = {"g": Actiestatus.GEDAAN, "k": Actiestatus.KON_NIET, "n": Actiestatus.NIET_GEDAAN}
LEGEND = (
    ("g", "gedaan"),
    ("k", "kon niet"),
    ("n", "niet gedaan"),
    ("d", "nieuwe datum"),
    ("o", "toch nog open"),
)


class AfhandelPanel(QWidget):
    """``two_line`` words a row; ``name`` is what the list is called. Signals: ``edit_requested(id)`` on F2."""

    edit_requested = Signal(str)

    def __init__(
        self,
        acting: Acting,
        clock: Clock,
        name: str,
        two_line: Callable[[ActieRow], TwoLine],
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acting = acting
        self._asked: Actiestatus | None = None
        self.count = Label("", "muted", wrap=True)
        self.list = WholeRowList(name, two_line, (*KEYS, "d", "o", "f2"))
        self.strip = InlineStrip(LEGEND, clock)
        fields = {"termijn": self.strip.date, "reden": self.strip.line}
        self._draft = FormDraft(acting.context.desk, fields, acting.context.shell.report, self)
        full = QWidget()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.strip)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)
        self.list.key_pressed.connect(self.press)
        self.strip.pressed.connect(self.press)
        self.strip.text_entered.connect(self._reason)
        self.strip.date_entered.connect(self._postpone)
        self.strip.closed.connect(self._closed)

    def show_rows(self, rows: Sequence[ActieRow]) -> None:
        """Show actions; an open field stays open."""
        self.list.set_rows(rows)
        open_ = sum(row.status is Actiestatus.OPEN for row in rows)
        late = sum(bool(row.dagen_over) for row in rows if row.status is Actiestatus.OPEN)
        self.count.setText(
            joined(
                (
                    counted(len(rows), "actie", "acties"),
                    f"{open_} open" if open_ else "alles is afgehandeld",
                    f"{late} over datum" if late else "",
                )
            )
        )
        self._stack.setCurrentIndex(0 if rows else 1)

    def focus_list(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    def back_out(self) -> bool:
        """Close the open field; what stood in it comes back when the same is asked again."""
        return self.strip.close_field()

    def press(self, key: str) -> None:
        """Do what a key says with the current action."""
        row = self.list.current_row()
        if row is None:
            return
        self._draft.end()
        if key == "f2":
            self.edit_requested.emit(row.id)
        elif key == "o":
            if row.status is not Actiestatus.OPEN:
                self._acting.execute(ActieHeropenen(actie_id=row.id))
        elif row.status is not Actiestatus.OPEN:
            self._acting.inform(
                f"A-{row.nummer} is al afgehandeld: {row.status.label}. Met O wordt zij weer open."
            )
        elif key == "d":
            self.strip.ask_date(f"Nieuwe datum voor A-{row.nummer}")
            self._bring_back(row, Actiestatus.OPEN)
        elif KEYS[key] is Actiestatus.GEDAAN:
            self._finish(row, Actiestatus.GEDAAN, "")
        else:
            self._asked = KEYS[key]
            self.strip.ask_text(f"A-{row.nummer} {KEYS[key].label}: waarom?", "Reden")
            self._bring_back(row, KEYS[key])

    def _bring_back(self, row: ActieRow, status: Actiestatus) -> None:
        """Keep what is typed in the strip, and put back what was left there."""
        restored = self._draft.begin(f"overleg-afhandelen/{status.value}/{row.id}")
        if restored is not None:
            restored.setFocus()

    def _closed(self) -> None:
        self._draft.end()
        self.focus_list()

    def _reason(self, text: str) -> None:
        row = self.list.current_row()
        if row is not None and self._asked is not None:
            self._finish(row, self._asked, text)

    def _finish(self, row: ActieRow, status: Actiestatus, reason: str) -> None:
        command = ActieAfhandelen(actie_id=row.id, status=status, resultaat=reason)
        if self._acting.execute(command, self._refused) is not None:
            self._acting.inform(f"A-{row.nummer} {status.label}.")
            self._next()

    def _postpone(self, termijn: date, reason: str) -> None:
        row = self.list.current_row()
        if row is None:
            return
        command = ActieVerzetten(actie_id=row.id, termijn=termijn, reden=reason)
        if self._acting.execute(command, self._refused) is not None:
            self._next()

    def _refused(self, fault: RuleViolation) -> bool:
        if not self.strip.asking:
            return False
        self.strip.refuse(describe(fault).sentence())
        return True

    def _next(self) -> None:
        """Go on to the next action that is still open."""
        self._asked = None
        self._draft.forget()
        self.strip.close_field()
        rows = self.list.rows.rows()
        here = self.list.currentIndex().row()
        for row in (*rows[here + 1 :], *rows[:here]):
            if row.status is Actiestatus.OPEN:
                self.list.select(row.id)
                break
        self.focus_list()
