"""Who is invited: the people of the table, more by typing a name, fewer by Delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vhdesk.queries.agenda import Agenda, AgendapuntRow
from vhdesk.queries.convenant import OngetekendRow
from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.queries.uitnodiging import GenodigdeRow
from vhdesk.services.deelnemer import DeelnemerToevoegen, DeelnemerWeghalen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import eventueel
from vhdesk.ui.overleg.agenda_delivery import AgendaDelivery
from vhdesk.ui.overleg.deelnemer_field import DeelnemerField
from vhdesk.ui.overleg.gast_panel import GastPanel
from vhdesk.ui.overleg.words import genodigde_line, uit_te_nodigen_line, unsigned_words
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.whole_row_list import WholeRowList

LEAST = 120  # pixels of the list at 100 % text; with less the whole scrolls


class DeelnemersPanel(QWidget):
    """The participants of a planned meeting."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._overleg_id = ""
        self.add_field = DeelnemerField(acting, keuzes)
        self.count = Label("", "small", wrap=True)
        self.unsigned = Label("", "fault", wrap=True)
        self.unsigned.hide()
        self.list = WholeRowList("Deelnemers", genodigde_line, ("delete", "f2", "p"))
        self.gast = GastPanel(acting)
        self._delivery = AgendaDelivery(acting.context, self)
        self._agenda: tuple[AgendapuntRow, ...] = ()
        self._toegang: Mapping[str, tuple[str, ...]] = {}
        none = EmptyState(
            "users", "Er is nog niemand uitgenodigd.", "Typ hierboven een naam en druk op Enter."
        )
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(none)
        self._pages = QStackedLayout(self)  # a guest has a page of its own: the list leaves no room for it
        people = QWidget()
        guest = ScrollColumn("Gast")
        guest.body.addWidget(self.gast)
        self._pages.addWidget(people)
        self._pages.addWidget(guest)
        stack.setMinimumHeight(current_theme().px(LEAST))
        area = FitOrScroll("Deelnemers")
        whole = QVBoxLayout(people)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        layout = area.body
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.add_field)
        layout.addWidget(self.count)
        layout.addWidget(self.unsigned)
        layout.addWidget(stack, 2)
        self.wanted_head = Label(
            "Kent iemand op de agenda en staat niet op de lijst; Enter nodigt uit", "small", wrap=True
        )
        self.wanted = WholeRowList("Nog uit te nodigen organisaties", uit_te_nodigen_line)
        self.wanted.setMinimumHeight(current_theme().px(LEAST // 2))
        layout.addWidget(self.wanted_head)
        layout.addWidget(self.wanted, 1)
        self.list.key_pressed.connect(self._press)
        self.gast.opened.connect(self._turned)
        self.wanted.opened.connect(self._invite)

    def show_rows(
        self,
        overleg_id: str,
        rows: Sequence[DeelnemerRow],
        wanted: Sequence[GenodigdeRow],
        unsigned: Sequence[OngetekendRow],
    ) -> None:
        """Show the participants, the organisations that are ``wanted`` for a case, and which of them are ``unsigned``."""
        self.unsigned.setText(unsigned_words([row.organisatie for row in unsigned]))
        self.unsigned.setVisible(bool(unsigned))
        self._overleg_id = overleg_id
        self.wanted.set_rows(wanted)
        self.wanted.setVisible(bool(wanted))
        self.wanted_head.setVisible(bool(wanted))
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.add_field.show_meeting(overleg_id, frozenset(row.medewerker_id for row in rows))
        self.count.setText(
            f"{eventueel(len(rows), 'deelnemer', 'deelnemers')}. Delete haalt iemand van de lijst; bij een gast: F2 voor de punten, P voor de agenda."
            if rows
            else ""
        )

    def show_agenda(self, agenda: Agenda, toegang: Mapping[str, tuple[str, ...]]) -> None:
        """Know the items of the meeting, and guest -> those he or she is invited for."""
        self._agenda, self._toegang = agenda.punten, toegang

    def invite_guest(self) -> None:
        """Begin another guest."""
        self._pages.setCurrentIndex(1)
        self.gast.invite(self._overleg_id, self._agenda)
        self._turned()

    def _turned(self, _opened: bool = False) -> None:
        """The guest that was in front is done, or cannot be asked: the list comes back."""
        if self.gast.isHidden() and self._pages.currentIndex() == 1:
            self._pages.setCurrentIndex(0)
            self.list.setFocus()

    def _press(self, key: str) -> None:
        row = self.list.current_row()
        if row is None:
            return
        if key == "delete":
            self._remove(row)
        elif not row.gast:
            self._acting.inform("Dit is een gewone deelnemer; die is bij zijn eigen casussen.")
        elif key == "f2":
            self._pages.setCurrentIndex(1)
            self.gast.change(row, self._agenda, self._toegang.get(row.id, ()))
            self._turned()
        else:
            self._delivery.ask_guest(row.overleg_id, row.id)

    def _remove(self, row: DeelnemerRow) -> None:
        if self._acting.execute(DeelnemerWeghalen(deelnemer_id=row.id)) is not None:
            self._acting.inform(f"{row.naam} is van de lijst gehaald.")

    def _invite(self, _organisatie_id: str) -> None:
        """Invite whom the referrer named, who then is in the record; without a name offer the people of the organisation."""
        row = self.wanted.current_row()
        if row is None:
            return
        if not row.contact:
            self.add_field.setFocus()
            self.add_field.put_typed(row.organisatie)
            self.add_field.open_list()
            return
        medewerker_id = row.medewerker_id
        if medewerker_id is None:
            made = self._acting.execute(
                MedewerkerToevoegen(
                    organisatie_id=row.id,
                    naam=row.contact,
                    telefoon=row.contact_telefoon,
                    email=row.contact_email,
                )
            )
            if made is None:
                return
            medewerker_id = made.id
        command = DeelnemerToevoegen(overleg_id=self._overleg_id, medewerker_id=medewerker_id)
        if self._acting.execute(command) is not None:
            self._acting.inform(f"{row.contact}, {row.organisatie}, is uitgenodigd.")
