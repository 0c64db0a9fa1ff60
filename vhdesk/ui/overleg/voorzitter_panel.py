"""Asks who takes the chair of the running meeting: a name of those who are there, and it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vhdesk.queries.overleg import DeelnemerRow, OverlegRow
from vhdesk.services.voorzitter import VoorzitterWisselen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Aanwezigheid

NOBODY = "Kies een naam uit de lijst van wie er is. Wie ontbreekt, voegt u toe bij de opening."
_ER_NIET = (Aanwezigheid.AFWEZIG, Aanwezigheid.VERHINDERD)


class VoorzitterPanel(InlinePanel):
    """``begin`` opens it for a running meeting. Signals: ``changed(name)``."""

    changed = Signal(str)

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Van voorzitter wisselen", "Wisselen", columns=1, parent=parent)
        self._acting = acting
        self._overleg_id = ""
        self.explanation = Label("", "muted", wrap=True)
        self.who = CompleterField("Nieuwe voorzitter", "typ een naam")
        self.add_field("", self.explanation)
        self.add_field("Nieuwe voorzitter", self.who, "medewerker_id")
        self.submitted.connect(self._submit)
        self.who.chosen.connect(self._chosen)

    def begin(self, overleg: OverlegRow, people: Sequence[DeelnemerRow]) -> None:
        """Open for this meeting with those who are there."""
        self._overleg_id = overleg.id
        now = f"{overleg.voorzitter} zit nu voor" if overleg.voorzitter else "Niemand zit nu voor"
        self.explanation.setText(
            f"{now}. Het verslag noemt allebei, met de tijd. De rest blijft zoals het is."
        )
        self.who.set_value("")
        self.who.set_options(
            [
                Option(row.medewerker_id, row.naam, row.organisatie)
                for row in people
                if row.medewerker_id != overleg.voorzitter_id and row.aanwezigheid not in _ER_NIET
            ]
        )
        self.open(self.who)

    def _chosen(self, identity: str) -> None:
        if identity and self.is_open():
            self.who.set_value(identity)  # the name stands there before it is taken
            self.submit()

    def _submit(self) -> None:
        if not self.who.value():
            self.errors["medewerker_id"].show_words(NOBODY)
            return
        name = self.who.text()
        command = VoorzitterWisselen(overleg_id=self._overleg_id, medewerker_id=self.who.value())
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
            self.changed.emit(name)
