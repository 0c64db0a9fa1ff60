"""One row of the preview whole: what will be stored, what was written, and every remark as a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.ui.aanmeldingen.words import Names, bsn_words
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.vocabulary_aanlevering import Weglaatreden


class RowDetail(ScrollColumn):
    """``show_row`` shows a row; everything can be selected and copied with the keyboard.

    Signals: ``reason_chosen(Weglaatreden)`` when a person said why this row is left out.
    """

    reason_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Gekozen regel", parent)
        self.name = Label("", "strong", wrap=True)
        self.reason = ChoiceField("Waarom weggelaten", [(why.value, why.label) for why in Weglaatreden])
        self.facts = Label("", wrap=True)
        self.remarks = Label("", wrap=True)
        self.source = Label("", "small", wrap=True)
        self._why = QWidget()
        words = Label("&Weggelaten, want", "muted")
        words.setBuddy(self.reason)
        line = QHBoxLayout(self._why)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        line.addWidget(words)
        line.addWidget(self.reason)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        column.addWidget(self.name)
        column.addWidget(self._why)
        column.addWidget(self.facts)
        column.addSpacing(SPACE_2)
        column.addWidget(self.remarks)
        column.addSpacing(SPACE_1)
        column.addWidget(self.source)
        self.body.addLayout(column)
        self.reason.chosen.connect(self._chosen)

    def show_row(self, rij: AanleverRij | None, names: Names, left_out: Weglaatreden | None = None) -> None:
        """Show ``rij``, and why it is left out when it is; None shows what to do."""
        self._why.setVisible(left_out is not None)
        if left_out is not None:
            self.reason.set_value(left_out.value)
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

    def _chosen(self, value: str) -> None:
        self.reason_chosen.emit(Weglaatreden(value))


def fact_words(rij: AanleverRij, names: Names) -> str:
    """Return what will be stored of a row, in one line of parts."""
    born = f"geboren {short_date(rij.geboortedatum)}" if rij.geboortedatum else "geboortedatum onbekend"
    bsn = f"BSN {rij.bsn} ({bsn_words(rij)})" if rij.bsn else "BSN ontbreekt"
    place = " ".join(part for part in (rij.postcode, rij.woonplaats) if part)
    parts = (
        born, bsn, rij.adres, place, names.doelgroep(rij) or "doelgroep onbekend", names.partners(rij), rij.opmerking
    )  # fmt: skip
    return "  ·  ".join(part for part in parts if part)
