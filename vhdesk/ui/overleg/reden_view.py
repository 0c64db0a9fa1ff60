"""Why an item stands on the agenda that is being made, and what the table is to reach with it today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.text_column import Paragraph, TextColumn

DELEN = (
    ("aanleiding", "Aanleiding", "De casus zegt nog niet wat er is gebeurd."),
    ("vraag_aan_tafel", "Vraag aan de tafel", "Nog geen vraag: de tafel weet niet wat zij moet besluiten."),
    ("doel", "Doel van de bespreking", "Nog geen doel: de tafel weet niet wanneer zij klaar is."),
)


class RedenView(ScrollColumn):
    """Reads along with the current item of the agenda; the texts are those of the case, written once."""

    def __init__(self, case_act: QAction, parent: QWidget | None = None) -> None:
        super().__init__("Reden en doel", parent, margin=2)
        self.title = Label("", "section", wrap=True)
        self.text = TextColumn()
        self.case_button = PrimaryButton(case_act, "Bijwerken in de casus", kind="")
        self.body.addWidget(self.title)
        self.body.addWidget(self.text)
        self.body.addWidget(self.case_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_item(self, punt: AgendapuntRow | None) -> None:
        """Show an item; a fixed one asks for nothing."""
        case = punt is not None and punt.casus_id is not None
        self.title.setText(punt_title(punt) if punt is not None else "Nog geen agendapunt")
        lines: list[Paragraph] = []
        if case:
            for veld, kop, leeg in DELEN:
                tekst = str(getattr(punt, veld)).strip()
                lines += [("strong", kop), ("", tekst) if tekst else ("fault", leeg)]
        else:
            lines.append(("muted", "Dit is een vast agendapunt. Kies links een casus."))
        self.text.show_text(lines)
        self.case_button.setVisible(case)
