"""The attachments of one case: adding one, looking at it, saving it outside the vault, and taking it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.bestandsoort import MAX_BYTES, grootte_woord, woord
from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.errors import VhdeskError
from vhdesk.exchange.bijlagebestand import lees_bijlage
from vhdesk.queries.bijlage import BijlageInhoud, BijlageRow, bijlage_inhoud
from vhdesk.services.bijlage import BijlageToegevoegd, BijlageToevoegen, BijlageWeghalen
from vhdesk.services.desk import Desk
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.jobs import Job
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bestand_kiezer import BestandKiezer
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.ui.onderdelen.papier_voorbeeld import PapierVoorbeeld
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten
from vhdesk.ui.reading import may_write
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.bringing_area import bring_in_sight
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.hit import first_with
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary_bijlage import BIJLAGE_OPSLAAN

GRENS: Final = (
    f"Hoogstens {MAX_BYTES // 2**20} MB per bestand. Het wordt versleuteld in de kluis bewaard; het origineel blijft staan waar het "
    "staat. Ruim dat zelf op."
)
PDF: Final = "application/pdf"


def bijlage_two_line(row: BijlageRow) -> TwoLine:
    """Return an attachment as a list row."""
    details = (met_hoofdletter(woord(row.soort)), grootte_woord(row.grootte), f"toegevoegd door {row.actor}")
    return TwoLine(
        row.naam, met_punten(details), short_date(local(row.toegevoegd_op).date()), "file-text", "muted"
    )


class _Toevoegen:
    """Reads a file and stores it; an exclusive job: a large file takes longer than a keystroke may."""

    def __init__(self, desk: Desk, casus_id: str, path: Path) -> None:
        self._desk = desk
        self._casus_id = casus_id
        self._path = path

    def __call__(self, job: Job) -> BijlageToegevoegd:
        """Return what was stored. Raises VhdeskError."""
        bestand = lees_bijlage(self._path)
        job.hold("Het bestand wordt opgeslagen.")
        event = self._desk.execute(
            BijlageToevoegen(casus_id=self._casus_id, naam=bestand.naam, inhoud=bestand.inhoud)
        )
        assert isinstance(event, BijlageToegevoegd)
        return event


class BijlagenCard(Card):
    """The list with its buttons, the field for one more, and a PDF on the screen. Enter looks at the current row, Delete
    takes it out."""

    def __init__(self, acting: Acting, toets: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Bijlagen", "file-text", parent=parent)
        self._acting = acting
        self._casus_id = ""
        self._rows: tuple[BijlageRow, ...] = ()
        context = acting.context
        self.none = self.add_text("Er zijn nog geen bijlagen.")
        self.list = WholeRowList("Bijlagen", bijlage_two_line, ("delete",), fit=True)
        self.show_button = self._act_button("Bekijken  (Enter)", "Bijlage bekijken")
        self.save_button = self._act_button("Opslaan als bestand", "Bijlage opslaan als bestand")
        self.remove_button = self._act_button("Weghalen  (Del)", "Bijlage weghalen")
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons, spacing=SPACE_2)
        for button in (self.show_button, self.save_button, self.remove_button):
            flow.addWidget(button)
        self.kiezer = BestandKiezer(
            context.prompts, f"Bestand toevoegen  ({toets})" if toets else "Bestand toevoegen"
        )
        self.kiezer.button.setAccessibleName("Bestand toevoegen")
        self.error = FieldError(self.kiezer)
        self.voorbeeld = PapierVoorbeeld(context)
        for widget in (self.list, self.buttons, self.voorbeeld, self.kiezer, self.error):
            self.body.addWidget(widget)
        self.body.addWidget(Label(GRENS, "small", wrap=True))
        self._placed = QTimer(self, singleShot=True, interval=0)  # once it has its place in the page
        self._placed.timeout.connect(self._to_voorbeeld)
        self._delivery = PapierDelivery(context, None, self, None, self)
        self.kiezer.chosen.connect(self.add_file)
        self.list.opened.connect(self._opened)
        self.list.key_pressed.connect(self._key)
        self.show_button.clicked.connect(self.show_current)
        self.save_button.clicked.connect(self.save_current)
        self.remove_button.clicked.connect(self.remove_current)

    def _act_button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        return button

    # --- showing

    def show_case(self, casus_id: str, rows: Sequence[BijlageRow]) -> None:
        """Show the attachments of a case; another one closes what was open of the one before it."""
        if casus_id != self._casus_id:
            self.voorbeeld.leave()
            self.kiezer.clear()
            self.error.clear()
        self._casus_id, self._rows = casus_id, tuple(rows)
        self.list.set_rows(self._rows)
        self.none.setVisible(not self._rows)
        self.list.setVisible(bool(self._rows))
        self.buttons.setVisible(bool(self._rows))
        self.set_title(f"Bijlagen ({len(self._rows)})" if self._rows else "Bijlagen")

    def current(self) -> BijlageRow | None:
        """Return the row that an act is about: the current one, else the first."""
        row = self.list.current_row() or next(iter(self._rows), None)
        assert row is None or isinstance(row, BijlageRow)
        return row

    def show_hit(self, words: Sequence[str]) -> bool:
        """Go to the attachment whose name holds ``words``; False when none does."""
        row = first_with(words, self._rows, lambda each: each.naam)
        return row is not None and self.select(row.id)

    def select(self, bijlage_id: str) -> bool:
        """Go to this attachment; False when it is not here."""
        if not any(row.id == bijlage_id for row in self._rows):
            return False
        self.list.setFocus()
        return self.list.select(bijlage_id)

    def back_out(self) -> bool:
        """Close the PDF on the screen; False when there was none."""
        if not self.voorbeeld.leave():
            return False
        self.list.setFocus()
        return True

    # --- adding

    def ask_file(self) -> None:
        """Ask which file to add, by the dialog or by typing where it stands."""
        self.kiezer.line.setFocus()
        self.kiezer.ask()

    def add_file(self, path: Path) -> None:
        """Read and store a file, beside the window."""
        context = self._acting.context
        if not self._casus_id or context.jobs.busy or not may_write(self):
            return
        self.error.clear()
        context.jobs.exclusive(
            self, "De bijlage wordt toegevoegd.", _Toevoegen(context.desk, self._casus_id, path),
            done=self._added, failed=self._refused,
        )  # fmt: skip

    def _added(self, event: BijlageToegevoegd) -> None:
        self.kiezer.clear()
        self._acting.context.shell.saved()
        self._acting.done.emit(event)
        self._acting.inform(f"Bijlage toegevoegd: {event.naam}. Ctrl+Z maakt het ongedaan.")
        self.select(event.id)

    def _refused(self, fault: Exception) -> None:
        if not isinstance(fault, VhdeskError):
            raise fault
        self.error.show_fault(fault)

    # --- acts on the current row

    def _opened(self, _row_id: str) -> None:
        self.show_current()

    def _key(self, _key: str) -> None:
        self.remove_current()

    def show_current(self) -> None:
        """Show a PDF on the screen; of another kind of file say what to do."""
        row = self.current()
        if row is None:
            return
        if row.soort == PDF:
            self._fetch(row, self._show)
            return
        self._acting.inform(
            f"{row.naam} is geen PDF en is hier niet te tonen. Sla het op als bestand en open het met een ander programma."
        )

    def save_current(self) -> None:
        """Ask where the file goes; that it left the vault is a line in the journaal."""
        row = self.current()
        if row is not None:
            self._fetch(row, self._save)

    def remove_current(self) -> None:
        """Take the current one out."""
        row = self.current()
        if row is None or not may_write(self):
            return
        self.voorbeeld.leave()
        if self._acting.execute(BijlageWeghalen(bijlage_id=row.id)) is not None:
            (self.list if self._rows else self.kiezer.line).setFocus()
            self._acting.inform("Bijlage weggehaald. Ctrl+Z maakt het ongedaan.")

    def _fetch(self, row: BijlageRow, then: Callable[[BijlageInhoud], None]) -> None:
        self._acting.context.jobs.read(
            self, bijlage_inhoud, row.id, done=then, failed=self._not_read, key="bijlage"
        )

    def _not_read(self, fault: Exception) -> None:
        if not isinstance(fault, VhdeskError):
            raise fault
        self._acting.context.shell.report(fault)

    def _show(self, gelezen: BijlageInhoud) -> None:
        self.voorbeeld.show_paper(_papier(gelezen))
        self._placed.start()

    def _to_voorbeeld(self) -> None:
        if self.voorbeeld.isVisible():
            bring_in_sight(self.voorbeeld)

    def _save(self, gelezen: BijlageInhoud) -> None:
        self._delivery.ask_file(_papier(gelezen))


def _papier(gelezen: BijlageInhoud) -> Papier:
    """The attachment as something that leaves the vault. The line in the journaal names the case: a destruction lists by
    it what was saved outside, also of an attachment that was taken out since."""
    return Papier(
        naam="De bijlage",
        afdrukken="",
        opslaan=BIJLAGE_OPSLAAN,
        object_soort="casus",
        object_id=gelezen.casus_id,
        content=gelezen.inhoud,
        bestandsnaam=gelezen.naam,
        bij_opslaan=" Het staat nu buiten de kluis; ruim het op als u het niet meer nodig hebt.",
    )
