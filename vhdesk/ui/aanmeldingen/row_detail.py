"""One row of the preview whole: what will be stored, what was written, and every remark as a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.ui.aanmeldingen.words import Names, bsn_words
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn


class RowDetail(ScrollColumn):
    """``show_row`` shows a row; everything can be selected and copied with the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Gekozen regel", parent)
        self.name = Label("", "strong", wrap=True)
        self.facts = Label("", wrap=True)
        self.remarks = Label("", wrap=True)
        self.source = Label("", "small", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addSpacing(SPACE_2)
        column.addWidget(self.remarks)
        column.addSpacing(SPACE_1)
        column.addWidget(self.source)
        self.body.addLayout(column)

    def show_row(self, rij: AanleverRij | None, names: Names) -> None:
        """Show ``rij``; None shows what to do."""
        if rij is None:
            self.name.setText("")
            self.facts.setText("Kies een regel om hem helemaal te zien.")
            self.remarks.setText("")
            self.source.setText("")
            return
        self.name.setText(f"Regel {rij.rijnummer}: {rij.naam or 'geen achternaam'}")
        self.facts.setText(fact_words(rij, names))
        self.remarks.setText("\n".join(f"{op.soort.label.capitalize()}: {op.zin}" for op in rij.opmerkingen))
        self.remarks.setVisible(bool(rij.opmerkingen))
        self.source.setText(
            "In het bestand: "
            + " | ".join(f"{veld.label} “{' '.join(tekst.split())}”" for veld, tekst in rij.bron if tekst)
        )


def fact_words(rij: AanleverRij, names: Names) -> str:
    """Return what will be stored of a row, in one line of parts."""
    born = f"geboren {short_date(rij.geboortedatum)}" if rij.geboortedatum else "geboortedatum onbekend"
    bsn = f"BSN {rij.bsn} ({bsn_words(rij)})" if rij.bsn else "BSN ontbreekt"
    place = " ".join(part for part in (rij.postcode, rij.woonplaats) if part)
    parts = (
        born, bsn, rij.adres, place, names.doelgroep(rij) or "doelgroep onbekend", names.partners(rij), rij.opmerking
    )  # fmt: skip
    return "  ·  ".join(part for part in parts if part)
