"""Inviting a guest: an observer, the person concerned or who represents him or her, and for which items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.queries.overleg import DeelnemerRow
from vhdesk.services.command import Command
from vhdesk.services.gast import GastToegangBepalen, GastUitnodigen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import GASTEN, VAN_CASUS, Deelnemersoort

SOORTEN: Final = tuple((soort.value, met_hoofdletter(soort.label)) for soort in GASTEN)


class GastPanel(InlinePanel):
    """For a guest who stands on the list only the items can change."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Uitnodigen", columns=2, parent=parent)
        self._acting = acting
        self._overleg_id = ""
        self._row: DeelnemerRow | None = None
        self._agenda: tuple[AgendapuntRow, ...] = ()
        self.soort = ChoiceField("Wat voor gast", SOORTEN)
        self.naam = QLineEdit()
        self.naam.setAccessibleName("Naam")
        self.naam.setPlaceholderText("naam, en waar hij of zij vandaan komt")
        self.casus = ChoiceField("Bij welke casus")
        self.punten = TicksField("Bij welke punten")
        self.add_field("Wat voor gast", self.soort, "soort")
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Bij welke casus (het verslag noemt alleen het nummer)", self.casus, "casus_id")
        self.add_field(
            "Bij welke punten; bij de andere is de gast de zaal uit", self.punten, "agendapunt_ids", wide=True
        )
        self.keep_drafts(acting.context)
        self.soort.chosen.connect(self._kind_changed)
        self.casus.chosen.connect(self._offer)
        self.submitted.connect(self._submit)

    def invite(self, overleg_id: str, agenda: Sequence[AgendapuntRow]) -> None:
        """Begin another guest."""
        self._begin(overleg_id, agenda, None, "Toehoorder of betrokkene uitnodigen", "Uitnodigen")
        self.casus.set_choices(
            [
                (punt.casus_id or "", f"{punt.casusnummer} {punt_title(punt)}")
                for punt in agenda
                if punt.casus_id
            ]
        )
        self.soort.set_value(Deelnemersoort.TOEHOORDER.value)
        self.naam.clear()
        self.punten.set_value(())
        self._kind_changed()
        self.open(self.soort, f"overleg-gast/{overleg_id}")

    def change(self, row: DeelnemerRow, agenda: Sequence[AgendapuntRow], mag: Sequence[str]) -> None:
        """Say for which items a guest on the list is invited; ``mag``: those of now."""
        self._begin(row.overleg_id, agenda, row, f"{row.naam}: bij welke punten", "Vastleggen")
        for key in ("soort", "naam", "casus_id"):
            self.show_field(key, shown=False)
        self._offer()
        self.punten.set_value(mag)
        self.open(self.punten, f"overleg-gast/{row.overleg_id}/{row.id}")

    def _begin(
        self,
        overleg_id: str,
        agenda: Sequence[AgendapuntRow],
        row: DeelnemerRow | None,
        title: str,
        verb: str,
    ) -> None:
        self.put_away()
        self._overleg_id, self._row, self._agenda = overleg_id, row, tuple(agenda)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.verb_button.setText(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(verb)

    def _kind(self) -> Deelnemersoort:
        return self._row.soort if self._row is not None else Deelnemersoort(self.soort.value())

    def _case(self) -> str:
        return self._row.casus_id or "" if self._row is not None else self.casus.value()

    def _kind_changed(self, _kind: str = "") -> None:
        of_case = self._kind() in VAN_CASUS
        self.show_field("soort", shown=True)
        self.show_field("naam", shown=not of_case)
        self.show_field("casus_id", shown=of_case)
        self._offer()

    def _offer(self, _case: str = "") -> None:
        """Offer the items this guest may be at; the own case comes by itself."""
        of_case, case = self._kind() in VAN_CASUS, self._case()
        offered = [
            punt
            for punt in self._agenda
            if not punt.besloten
            and punt.soort is not Agendasoort.OPENING
            and (not of_case or punt.casus_id in (None, case))
        ]
        self.punten.set_choices([(punt.id, punt_title(punt)) for punt in offered])
        if of_case and self._row is None:
            self.punten.set_value([punt.id for punt in offered if punt.casus_id == case])

    def _command(self) -> Command:
        if self._row is not None:
            return GastToegangBepalen(deelnemer_id=self._row.id, agendapunt_ids=self.punten.value())
        of_case = self._kind() in VAN_CASUS
        return GastUitnodigen(
            overleg_id=self._overleg_id,
            soort=self._kind(),
            naam="" if of_case else self.naam.text(),
            casus_id=(self._case() or None) if of_case else None,
            agendapunt_ids=self.punten.value(),
        )

    def _submit(self) -> None:
        if self._acting.execute(self._command(), self.show_fault) is not None:
            invited = self._row is None
            self.finish()
            self._acting.inform(
                "De gast is uitgenodigd." if invited else "De punten van de gast zijn vastgelegd."
            )
