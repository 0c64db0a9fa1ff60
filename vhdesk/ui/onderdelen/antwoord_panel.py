"""Recording what another body answered to a decision that the table asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Vraagstand

_ANTWOORDEN = (Vraagstand.GENOMEN, Vraagstand.AFGEWEZEN)
_WOORDEN = {Vraagstand.GENOMEN: "Toelichting (mag leeg)", Vraagstand.AFGEWEZEN: "Waarom niet?"}
NO_DATE = "Dit is geen datum. Typ bijvoorbeeld 4 dec, vr of -2."


def wachtend(rows: Sequence[BesluitRow], chosen: BesluitRow | None) -> BesluitRow | None:
    """Return the decision to answer or to confirm: ``chosen`` when it waits, else the one of ``rows`` (newest first)
    that waits longest for an answer, else to be confirmed; None when nothing waits."""
    if chosen is not None and (chosen.wacht or chosen.onder_voorbehoud):
        return chosen
    oudste = rows[::-1]
    antwoord = next((row for row in oudste if row.wacht), None)
    return antwoord or next((row for row in oudste if row.onder_voorbehoud), None)


class AntwoordPanel(InlinePanel):
    """``answer`` opens it for one decision that waits."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Antwoord vastleggen", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._row: BesluitRow | None = None
        clock = acting.context.clock
        self.stand = ChoiceField("Antwoord", [(s.value, met_hoofdletter(s.label)) for s in _ANTWOORDEN])
        self.op = DateField("Dag van het antwoord", clock, past=True)
        self.door = TextArea("Wie antwoordde", "naam of functie", min_lines=1, max_lines=2)
        self.ingang = DateField("Gaat in op", clock, hint="mag leeg")
        self.voorwaarden = TextArea("Voorwaarden", "waaronder het geldt", min_lines=1, max_lines=5)
        self.antwoord = TextArea("Toelichting", "Feitelijk en kort.", min_lines=2, max_lines=6)
        self.add_field("Antwoord", self.stand, "stand")
        self.add_field("Dag van het antwoord", self.op, "op")
        self.add_field("Wie antwoordde", self.door, "door")
        self.add_field("Gaat in op", self.ingang, "ingangsdatum")
        self.add_field("Voorwaarden", self.voorwaarden, "voorwaarden", wide=True)
        self.add_field("Toelichting", self.antwoord, "antwoord", wide=True)
        self.stand.chosen.connect(self._show_stand)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def answer(self, row: BesluitRow) -> None:
        """Open for a decision that waits."""
        self.put_away()
        self._row = row
        self.title.setText(f"Antwoord van {row.gremium} op B-{row.nummer}: {row.tekst}")
        self.setAccessibleName(f"Antwoord op besluit B-{row.nummer}")
        self.stand.set_value(Vraagstand.GENOMEN.value)
        for field, day in ((self.op, self._acting.context.clock.today()), (self.ingang, row.ingangsdatum)):
            field.line.setModified(False)
            field.set_value(day)
        for area, words in ((self.door, ""), (self.voorwaarden, row.voorwaarden), (self.antwoord, "")):
            area.load(words, force=True)
        self.open(self.stand, f"besluit-antwoord/{row.id}")
        self._show_stand(self.stand.value())

    def _show_stand(self, value: str) -> None:
        stand = Vraagstand(value)
        for key in ("ingangsdatum", "voorwaarden"):
            self.show_field(key, shown=stand is Vraagstand.GENOMEN)
        self.captions["antwoord"].setText(_WOORDEN[stand])
        self.antwoord.setAccessibleName(_WOORDEN[stand])

    def _submit(self) -> None:
        row, op = self._row, self.op.value()
        if row is None:
            return
        if op is None or not self.ingang.valid():
            self.errors["op" if op is None else "ingangsdatum"].show_words(NO_DATE)
            return
        stand = Vraagstand(self.stand.value())
        genomen = stand is Vraagstand.GENOMEN
        command = BesluitAntwoordVastleggen(
            besluit_id=row.id,
            stand=stand,
            op=op,
            door=self.door.text(),
            antwoord=self.antwoord.text(),
            ingangsdatum=self.ingang.value() if genomen else None,
            voorwaarden=self.voorwaarden.text() if genomen else "",
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self._acting.inform(f"B-{row.nummer} is {stand.label} door {row.gremium}.")
            self.finish()
