"""Statements that contradict each other, side by side: the table sees both and decides nothing away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import InbrengRow
from vhdesk.ui.onderdelen.beeld_woorden import inbreng_herkomst
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, opsomming
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_4
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill

COLUMN = 260


def tegenspraken(inbreng: Sequence[InbrengRow]) -> list[tuple[InbrengRow, ...]]:
    """Return what contradicts each other: the first statement and those against it, oldest number first."""
    tegen: dict[str, list[InbrengRow]] = {}
    for row in sorted(inbreng, key=lambda row: row.nummer):
        if row.weerspreekt_id is not None:
            tegen.setdefault(row.weerspreekt_id, []).append(row)
    van = {row.id: row for row in inbreng}
    groepen = [(van[eerste], *rest) for eerste, rest in tegen.items() if eerste in van]
    return sorted(groepen, key=lambda groep: groep[0].nummer)


def tegenspraak_woorden(row: InbrengRow, inbreng: Sequence[InbrengRow]) -> str:
    """Return "Spreekt I-3 tegen" or "Weersproken door I-5, I-6 en I-7"; "" when nothing contradicts it."""
    if row.weerspreekt_id is not None:
        return next(
            (f"Spreekt I-{ander.nummer} tegen" for ander in inbreng if ander.id == row.weerspreekt_id), ""
        )
    door = sorted(ander.nummer for ander in inbreng if ander.weerspreekt_id == row.id)
    return f"Weersproken door {opsomming([f'I-{nummer}' for nummer in door])}" if door else ""


class TegenspraakCard(Card):
    """One contradiction; the columns wrap where there is no room beside each other."""

    def __init__(self, groep: Sequence[InbrengRow], parent: QWidget | None = None) -> None:
        gebieden = list(dict.fromkeys(row.leefgebied for row in groep))
        super().__init__(
            f"{met_hoofdletter(opsomming(gebieden))}: dit spreekt elkaar tegen", "scale", parent=parent
        )
        beside = QWidget()
        beside.setAccessibleName(self.title.text())
        flow = FlowLayout(beside, spacing=SPACE_4, column_width=COLUMN)
        for row in groep:
            flow.addWidget(_kolom(row))
        self.body.addWidget(beside)


def _kolom(row: InbrengRow) -> QWidget:
    column = QWidget()
    mondeling = " Mondeling, niet in verslag." if row.mondeling else ""
    column.setAccessibleName(f"{inbreng_herkomst(row)}. {row.tekst}{mondeling}")
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(SPACE_1)
    box.addWidget(Label(inbreng_herkomst(row), "label", wrap=True))
    box.addWidget(Label(row.tekst, wrap=True))
    if row.mondeling:
        box.addWidget(Pill("Mondeling: niet in verslag", "warn", "ear"))
    box.addStretch(1)
    return column
