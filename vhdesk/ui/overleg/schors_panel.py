"""Asks until when the meeting is adjourned; everything may stay empty: Enter is a short break."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.clock import amsterdam
from vhdesk.queries.overleg import OverlegRow
from vhdesk.services.schorsing import OverlegSchorsen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.time_field import TimeField

NO_TIME = "Dit is geen tijd. Typ bijvoorbeeld 11:00, of laat het leeg."
NO_DATE = "Dit is geen datum. Typ bijvoorbeeld vr, morgen of 4 dec, of laat het leeg."
PAST = "Dit tijdstip is al voorbij. Typ een latere tijd, of ook een dag."


class SchorsPanel(InlinePanel):
    """``begin`` opens it for a running meeting. Signals: ``adjourned``."""

    adjourned = Signal()

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Overleg schorsen", "Schorsen", columns=3, parent=parent)
        self._acting = acting
        self._overleg: OverlegRow | None = None
        self.at = TimeField("Verder om", "nog niet bekend")
        self.day = DateField("Verder op", acting.context.clock, hint="vandaag")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Waarvoor")
        self.reason.setPlaceholderText("bijv. pauze")
        self.add_field("", Label(
            "Het blijft hetzelfde overleg, ook op een andere dag. De tijd van punten en fasen loopt niet door. "
            "Enter schorst meteen.", "muted", wrap=True,
        ), wide=True)  # fmt: skip
        self.add_field("Verder om", self.at, "verder_op")
        self.add_field("Op een andere dag", self.day, "dag")
        self.add_field("Waarvoor", self.reason, "reden")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)
        for line in (self.at, self.day.line, self.reason):
            line.returnPressed.connect(self.submit)

    def begin(self, overleg: OverlegRow) -> None:
        """Open for this meeting."""
        self.put_away()
        self._overleg = overleg
        self.at.setModified(False)
        self.at.set_value(None)
        self.day.line.setModified(False)
        self.day.set_value(None)
        self.reason.setText("")
        self.open(self.at, f"schorsen/{overleg.id}")

    def _submit(self) -> None:
        if self._overleg is None:
            return
        for key, field, words in (("verder_op", self.at, NO_TIME), ("dag", self.day, NO_DATE)):
            if not field.valid():
                self.errors[key].show_words(words)
                return
        until = self._until()
        if until is not None and until <= self._acting.context.clock.now():
            self.errors["dag" if self.at.value() is None else "verder_op"].show_words(PAST)
            return
        command = OverlegSchorsen(
            overleg_id=self._overleg.id, verder_op=until, reden=self.reason.text().strip()
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
            self.adjourned.emit()

    def _until(self) -> datetime | None:
        """Return when it goes on; a day without a time is at the usual hour of this meeting."""
        at, day = self.at.value(), self.day.value()
        assert self._overleg is not None
        if at is None and day is None:
            return None
        wall = datetime.combine(
            day or self._acting.context.clock.today(), at or self._overleg.begintijd, amsterdam()
        )
        return wall.astimezone(UTC)
