"""All of one participant: there from when until when, whose place it was, what an absent one sent in, and a remark."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.clock import local, moment_bij
from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.services.deelnemer import AanwezigheidToelichten
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.time_field import TimeField
from vhdesk.vocabulary import Aanwezigheid

NO_TIME = "Dit is geen tijd. Typ bijvoorbeeld 13:45."
NO_DATE = "Dit is geen datum. Typ bijvoorbeeld 4 dec, gisteren of -2."
NOBODY = "Deze naam is niet bekend. Kies een naam uit de lijst, of maak het veld leeg."


class ToelichtPanel(InlinePanel):
    """``begin`` opens it for one participant. Signals: ``recorded``."""

    recorded = Signal()

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=3, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._row: DeelnemerRow | None = None
        self.remark = QLineEdit()
        self.remark.setAccessibleName("Opmerking")
        self.vanaf = TimeField("Aanwezig vanaf", "hele overleg")
        self.tot = TimeField("Aanwezig tot", "hele overleg")
        self.informatie = DateField("Informatie ontvangen op", acting.context.clock, hint="niets", past=True)
        self.vervangt = CompleterField("Vervangt", "niemand")
        self.add_field("Opmerking", self.remark, "opmerking")
        self.add_field("Aanwezig vanaf", self.vanaf, "vanaf")
        self.add_field("Aanwezig tot", self.tot, "tot")
        self.add_field("Vervangt", self.vervangt, "vervangt_id")
        self.add_field("Informatie ontvangen op", self.informatie, "informatie_op")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)
        for field in (self.remark, self.vanaf, self.tot):
            field.returnPressed.connect(self.submit)

    def begin(self, row: DeelnemerRow) -> None:
        """Open with what is known of a participant."""
        self.put_away()
        self._row = row
        self.title.setText(row.naam)
        self.setAccessibleName(f"Aanwezigheid van {row.naam}")
        self.remark.setText(row.opmerking)
        for field, moment in ((self.vanaf, row.vanaf), (self.tot, row.tot)):
            field.setModified(False)
            field.set_value(_time(moment))
        self.vervangt.set_options([o for o in self._keuzes.personen() if o.id != row.medewerker_id])
        self.vervangt.set_value(row.vervangt_id or "")
        self.informatie.line.setModified(False)
        self.informatie.set_value(row.informatie_op)
        self.open(self.remark, f"aanwezigheid/{row.id}")

    def _submit(self) -> None:
        row = self._row
        if row is None or not self._all_understood():
            return
        vanaf, tot = self._moment(self.vanaf, row.vanaf), self._moment(self.tot, row.tot)
        command = AanwezigheidToelichten(
            deelnemer_id=row.id,
            aanwezigheid=_stand(row.aanwezigheid, vanaf, tot),
            opmerking=self.remark.text().strip(),
            vanaf=vanaf,
            tot=tot,
            vervangt_id=self.vervangt.value() or None,
            informatie_op=self.informatie.value(),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
            self.recorded.emit()

    def _all_understood(self) -> bool:
        for key, field, words in (
            ("vanaf", self.vanaf, NO_TIME), ("tot", self.tot, NO_TIME),
            ("informatie_op", self.informatie, NO_DATE), ("vervangt_id", self.vervangt, NOBODY),
        ):  # fmt: skip
            if not field.valid():
                self.errors[key].show_words(words)
                return False
        return True

    def _moment(self, field: TimeField, was: datetime | None) -> datetime | None:
        """Return the moment of a time that was typed: the nearest to now; what stands there already keeps its day."""
        value = field.value()
        if value is None or value == _time(was):
            return was if value is not None else None
        return moment_bij(value, was or self._acting.context.clock.now())


def _stand(now: Aanwezigheid, vanaf: datetime | None, tot: datetime | None) -> Aanwezigheid:
    """Return the attendance that goes with the times: who has one was there; without one it stays what it was."""
    if tot is not None:
        return Aanwezigheid.EERDER_WEG
    if vanaf is not None:
        return Aanwezigheid.LATER
    return now


def _time(moment: datetime | None) -> time | None:
    return local(moment).time().replace(second=0, microsecond=0) if moment is not None else None
