"""The journaal: who did what when, newest first, and the check that nothing in it was changed."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.queries.journaal import JournaalRow, journaal, journaal_aantal
from vhdesk.services.journaal_controle import Controle
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.beheer.vault_work import VaultWork
from vhdesk.ui.beheer.woorden import controle_zin
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FaultBar
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.kopie_woorden import moment_words
from vhdesk.ui.onderdelen.woorden import getal, telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_faults import in_words

PAGE: Final = 200


def _about(row: JournaalRow) -> str:
    return " ".join(part for part in (row.object_soort, in_words(row.bijzonderheden)) if part)


def _spoken(row: Any) -> str:
    return f"{row.actor} {row.actie} {_about(row)} {row.resultaat.label} {row.oorsprong.label} {moment_words(row.tijdstip)}"


COLUMNS = (
    Column("Regel", attrgetter("volgnr"), text=getal, align="right", width=76),
    Column("Wanneer", attrgetter("tijdstip"), text=moment_words, width=140),
    Column("Wie", attrgetter("actor"), width=150, tooltip=attrgetter("actor")),
    Column("Wat", attrgetter("actie"), width=210, tooltip=attrgetter("actie"),
           icon=lambda row: "ban" if row.resultaat is Resultaat.GEWEIGERD else ""),
    Column("Resultaat", lambda row: row.resultaat.label, width=96),
    Column("Vanaf", lambda row: row.oorsprong.label, width=110),
    Column("Waarover", _about, tooltip=_about),
)  # fmt: skip


class JournaalTab(BeheerTab):
    """Filter on words and on who; older lines come by page."""

    tab_id = "journaal"
    title = "Journaal"
    grows = True

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._total = 0
        self.line = TableLine(
            [(context.registry.action("beheer.journaal.controleren"), "", "primary")],
            "Zoeken in het journaal",
        )
        self.who = ChoiceField("Wie", [("", "Iedereen")])
        self.bar = FaultBar()
        self.model = RowTableModel(COLUMNS, filter_text=_spoken, parent=self)
        self.table = RowTable("Journaal", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.older = QPushButton("Oudere regels tonen")
        self.line.add_left(self.who)
        layout = self.column()
        layout.addWidget(self.line)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.older, alignment=Qt.AlignmentFlag.AlignLeft)
        self.older.clicked.connect(self.load_older)
        self.line.search.searched.connect(self._search)
        self.line.search.down_requested.connect(self.table.setFocus)
        self.who.chosen.connect(self._who_chosen)

    # --- rows

    def refresh(self) -> None:
        """Ask the newest lines."""
        users = [(user.id, user.naam) for user in self.context.kluis.gebruikers()]
        self.who.set_choices([("", "Iedereen"), *users])
        self.ask_rows(self._ask)

    def _ask(self) -> None:
        desk = self.context.desk
        rows = desk.ask(journaal, actor_id=self.who.value() or None, limiet=PAGE)
        self._total = desk.ask(journaal_aantal)
        self.model.set_rows(rows)
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)
        self._tell(len(rows) == PAGE)

    def load_older(self) -> None:
        """Show the next page below the lines shown."""
        self.ask_rows(self._ask_older)

    def _ask_older(self) -> None:
        shown = self.model.rows()
        if shown:
            older = self.context.desk.ask(
                journaal, actor_id=self.who.value() or None, voor=shown[-1].volgnr, limiet=PAGE
            )
            self.model.set_rows([*shown, *older])
            self._tell(len(older) == PAGE)

    def _tell(self, more: bool) -> None:
        shown = self.model.rowCount()
        total = telling(self._total, "regel", "regels")
        self.line.set_count(total if shown == self._total else f"{getal(shown)} van {total}")
        self.older.setVisible(more)

    def _search(self, words: str) -> None:
        self.table.proxy.set_words(words)

    def _who_chosen(self, _identity: str) -> None:
        self.ask_rows(self._ask)

    def focus_first(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def focus_search(self) -> bool:
        """Ctrl+F."""
        self.line.search.setFocus()
        self.line.search.selectAll()
        return True

    # --- checking

    def check(self) -> None:
        """Recompute the chain of the whole journaal."""
        self.context.jobs.exclusive(
            self, "Het journaal wordt nagerekend", VaultWork(self.context.kluis.journaal_controleren, tracked=True),
            done=self._checked, failed=self._failed,
        )  # fmt: skip

    def _checked(self, controle: Controle) -> None:
        happened, _, step = controle_zin(controle).partition(". ")
        self.bar.show_words(f"{happened.rstrip('.')}.", step, "ok" if controle.in_orde else "danger")
        if not controle.in_orde and controle.eerste_fout is not None:
            self.table.select(str(controle.eerste_fout))

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, Interrupted):
            self.context.shell.inform("Afgebroken.")
        elif isinstance(fault, VhdeskError):
            self.bar.show_fault(fault)
        else:
            self.context.jobs.unhandled.emit(fault)

    def back_out(self) -> bool:
        """Take the result of the check away, then the search words."""
        if not self.bar.isHidden():
            self.bar.clear()
            return True
        if self.table.proxy.filtered:
            self.line.search.clear()
            self._search("")
            return True
        return False

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"journaal": self.table.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.table.restore_columns(state.get("journaal"))
