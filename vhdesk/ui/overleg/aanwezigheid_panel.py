"""The opening of a meeting: who is there, one key per person, and the words on secrecy to read out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vhdesk.clock import local
from vhdesk.plain_markdown import paragraphs
from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.services.deelnemer import (
    AanwezigheidToelichten,
    AanwezigheidVastleggen,
    GeheimhoudingBevestigen,
)
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.lijst_acts import LetterAct
from vhdesk.ui.onderdelen.woorden import eventueel, met_punten
from vhdesk.ui.overleg.deelnemer_field import DeelnemerField
from vhdesk.ui.overleg.toelicht_panel import ToelichtPanel
from vhdesk.ui.overleg.words import deelnemer_line
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.key_legend import KeyLegend
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.ui.widgets.text_column import TextColumn
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Aanwezigheid

KEYS = {
    "a": Aanwezigheid.AANWEZIG,
    "l": Aanwezigheid.LATER,
    "w": Aanwezigheid.EERDER_WEG,
    "v": Aanwezigheid.VERHINDERD,
    "n": Aanwezigheid.AFWEZIG,
}
ATTENDANCE = (
    LetterAct("a", "aanwezig", "Deelnemer is aanwezig", "user-check"),
    LetterAct("l", "komt later", "Deelnemer komt later", "clock"),
    LetterAct("w", "gaat eerder weg", "Deelnemer gaat eerder weg", "log-out"),
    LetterAct("v", "verhinderd", "Deelnemer is verhinderd, met bericht", "mail"),
    LetterAct("n", "niet verschenen", "Deelnemer is niet verschenen", "user-x"),
    LetterAct("g", "geheimhouding", "Deelnemer bevestigt de geheimhouding, of toch niet", "shield-check"),
    LetterAct("t", "nu binnen of weg", "Deelnemer komt nu binnen of gaat nu weg", "clock"),
    LetterAct("f2", "meer", "Tijden, vervanging, bericht en opmerking bij een deelnemer", "pencil"),
)


class AanwezigheidPanel(QWidget):
    """The participants with their attendance."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self.add_field = DeelnemerField(acting, keuzes)
        self.count = Label("", "muted", wrap=True)
        self.all_button = QPushButton("Alle overigen aanwezig  (Ctrl+Shift+A)")
        self.all_button.setAccessibleName("Alle overigen aanwezig")
        self.list = WholeRowList("Aanwezigheid", deelnemer_line, [letter.key for letter in ATTENDANCE])
        self.legend = KeyLegend([(letter.key, letter.words) for letter in ATTENDANCE])
        self.panel = ToelichtPanel(acting, keuzes)
        self.secrecy_button = QPushButton("Geheimhouding voorlezen")
        self.secrecy_button.setProperty("kind", "quiet")
        self.secrecy_button.setCheckable(True)
        self.secrecy = TextColumn()
        reading = ScrollColumn("Geheimhouding")
        reading.body.addWidget(self.secrecy)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.count, 1)
        head.addWidget(self.secrecy_button)
        head.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addLayout(head)
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.list, 1)
        self._stack = SteadyStack()
        self._stack.addWidget(people)
        self._stack.addWidget(reading)
        more = ScrollColumn("Bij deze deelnemer")
        more.body.addWidget(self.panel)
        self._stack.addWidget(more)
        layout.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE_2)
        below.addWidget(self.legend, 3)
        below.addWidget(self.add_field, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(below)
        self.list.key_pressed.connect(self.press)
        self.list.opened.connect(self._opened)
        self.legend.pressed.connect(self.press)
        self.panel.recorded.connect(self._closed)
        self.panel.cancelled.connect(self._closed)
        self.all_button.clicked.connect(self.all_present)
        self.secrecy_button.toggled.connect(self._show_secrecy)

    def show_rows(self, rows: Sequence[DeelnemerRow]) -> None:
        """Show the participants."""
        self.list.set_rows(rows)
        if rows:
            self.add_field.show_meeting(rows[0].overleg_id, frozenset(row.medewerker_id for row in rows))
        known = [row for row in rows if row.aanwezigheid is not Aanwezigheid.UITGENODIGD]
        there = sum(
            row.aanwezigheid in (Aanwezigheid.AANWEZIG, Aanwezigheid.LATER, Aanwezigheid.EERDER_WEG)
            for row in known
        )
        open_ = len(rows) - len(known)
        sworn = sum(row.geheimhouding_op is not None for row in rows)
        self.count.setText(
            met_punten(
                (
                    eventueel(len(rows), "deelnemer", "deelnemers")
                    or "Er zijn nog geen deelnemers uitgenodigd",
                    f"{there} aanwezig" if known else "",
                    f"{open_} nog niet vastgesteld" if open_ else "",
                    f"{sworn} bevestigden de geheimhouding" if sworn else "",
                )
            )
        )
        self.all_button.setEnabled(open_ > 0)

    def focus_list(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    def to_first_open(self) -> None:
        """Mark the first person whose attendance is not known."""
        for row in self.list.rows.rows():
            if row.aanwezigheid is Aanwezigheid.UITGENODIGD:
                self.list.select(row.id)
                return
        self.list.select_first()

    def back_out(self) -> bool:
        """Close the remark field or the text on secrecy."""
        if self.panel.leave():
            return True
        if self.secrecy_button.isChecked():
            self.secrecy_button.setChecked(False)
            return True
        return False

    def press(self, key: str) -> None:
        """Record the attendance of the current person; the mark goes on to the next."""
        row = self.list.current_row()
        if row is None:
            return
        if key == "f2":
            self._opened(row.id)
        elif key == "g":
            self._confirm(row)
        elif key == "t":
            self._now(row)
        elif (
            self._acting.execute(AanwezigheidVastleggen(deelnemer_id=row.id, aanwezigheid=KEYS[key]))
            is not None
        ):
            self._acting.inform(f"{row.naam}: {KEYS[key].label}.")
            self.list.step(1)
            self.focus_list()

    def _confirm(self, row: DeelnemerRow) -> None:
        """The person in front confirms the secrecy of this meeting; once more: not after all."""
        bevestigd = row.geheimhouding_op is None
        command = GeheimhoudingBevestigen(deelnemer_id=row.id, bevestigd=bevestigd)
        if self._acting.execute(command) is not None:
            self._acting.inform(
                f"{row.naam}: geheimhouding {'bevestigd' if bevestigd else 'niet bevestigd'}."
            )
            self.list.step(1 if bevestigd else 0)
            self.focus_list()

    def _now(self, row: DeelnemerRow) -> None:
        """Somebody comes in, or goes: who was not there yet comes in, who was there goes."""
        nu = self._acting.context.clock.now()
        weg = row.aanwezigheid is Aanwezigheid.AANWEZIG or (
            row.aanwezigheid is Aanwezigheid.LATER and row.vanaf is not None
        )
        command = AanwezigheidToelichten(
            deelnemer_id=row.id,
            aanwezigheid=Aanwezigheid.EERDER_WEG if weg else Aanwezigheid.LATER,
            opmerking=row.opmerking,
            vanaf=row.vanaf if weg else nu,
            tot=nu if weg else None,
            vervangt_id=row.vervangt_id,
            informatie_op=row.informatie_op,
        )
        if self._acting.execute(command) is not None:
            self._acting.inform(f"{row.naam}: {'weg' if weg else 'binnen'} om {local(nu):%H:%M}.")

    def all_present(self) -> None:
        """Everyone who is not recorded yet is there."""
        rows = [row for row in self.list.rows.rows() if row.aanwezigheid is Aanwezigheid.UITGENODIGD]
        commands = [
            AanwezigheidVastleggen(deelnemer_id=row.id, aanwezigheid=Aanwezigheid.AANWEZIG) for row in rows
        ]
        done = self._acting.execute_all(commands)
        if done:
            self._acting.inform(f"{eventueel(done, 'deelnemer', 'deelnemers')} als aanwezig vastgelegd.")
        self.focus_list()

    def _opened(self, identity: str) -> None:
        self.list.select(identity)
        row = self.list.current_row()
        if row is not None:
            self._stack.setCurrentIndex(
                2
            )  # a page of its own: at twice the text size the list leaves no room
            self.panel.begin(row)
            if not self.panel.is_open():
                self._stack.setCurrentIndex(0)

    def _closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self.focus_list()

    def _show_secrecy(self, shown: bool) -> None:
        if shown:
            lines = paragraphs(read_text(GEHEIMHOUDING))
            self.secrecy.show_text([("strong" if kind == "heading" else "", words) for kind, words in lines])
        back = 2 if self.panel.is_open() else 0
        self._stack.setCurrentIndex(1 if shown else back)
        self.secrecy_button.setText("Terug naar de aanwezigheid" if shown else "Geheimhouding voorlezen")
        if not shown:
            self.focus_list()
