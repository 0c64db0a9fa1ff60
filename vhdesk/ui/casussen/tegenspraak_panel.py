"""Saying which earlier statement a statement contradicts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import Dossier, InbrengRow
from vhdesk.services.inbreng import TegenspraakBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_punten

KORT = 60
NIETS = "niets: spreekt geen andere inbreng tegen"


def keuzes(inbreng: Sequence[InbrengRow], *, zonder: str = "") -> list[tuple[str, str]]:
    """Return the statements that can be contradicted, oldest number first, after none at all."""
    rows = sorted(inbreng, key=lambda row: row.nummer)
    return [
        ("", NIETS),
        *((row.id, _kort(row)) for row in rows if row.id != zonder and row.weerspreekt_id is None),
    ]


def _kort(row: InbrengRow) -> str:
    woorden = " ".join(row.tekst.split())
    begin = woorden if len(woorden) <= KORT else f"{woorden[:KORT].rsplit(' ', 1)[0]} …"
    return met_punten((f"I-{row.nummer}", row.organisatie, row.leefgebied, begin))


class TegenspraakPanel(InlinePanel):
    """``ask`` opens it for one statement."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self._inbreng_id = ""
        self.ander = ChoiceField("Spreekt tegen")
        self.add_field("Spreekt tegen", self.ander, "weerspreekt_id")
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, row: InbrengRow) -> None:
        """Open for ``row``, with what it contradicts now."""
        self._inbreng_id = row.id
        self.title.setText(f"Wat spreekt I-{row.nummer} van {row.organisatie} tegen?")
        self.setAccessibleName(self.title.text())
        self.ander.set_choices(keuzes(dossier.inbreng, zonder=row.id))
        self.ander.set_value(row.weerspreekt_id or "")
        self.open(self.ander)

    def _submit(self) -> None:
        command = TegenspraakBepalen(inbreng_id=self._inbreng_id, weerspreekt_id=self.ander.value() or None)
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
