"""One person of the case on a card."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from vhdesk.dutch_date import age, date_in_words
from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_4
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary import Betrokkenheid

SHORT = 18  # characters of a relation that still stand beside a name


class PersoonCard(Card):
    """Signals: ``remove_requested(betrokkene_id)``; not for the hoofdbetrokkene, who stays."""

    remove_requested = Signal(str)

    def __init__(self, row: BetrokkeneRow, vandaag: date, parent: QWidget | None = None) -> None:
        hoofd = row.rol is Betrokkenheid.HOOFDBETROKKENE
        super().__init__(row.naam, "user" if hoofd else "users", parent=parent)
        self.row = row
        short = row.relatie if row.relatie and len(row.relatie) <= SHORT else row.rol.label
        self.add_right(Pill(met_hoofdletter(short), "accent" if hoofd else "muted", ""))
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_4)
        form.setVerticalSpacing(SPACE_1)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for label, words in _feiten(row, vandaag):
            if words == met_hoofdletter(short):
                continue
            value = Label(words, wrap=True)
            value.set_selectable()
            value.setAccessibleName(f"{label}: {words}")
            form.addRow(Label(label, "muted"), value)
        self.body.addLayout(form)
        if row.bsn_geldig is False:
            self.body.addWidget(Pill("BSN voldoet niet aan de elfproef", "warn"))
        if not hoofd:
            self.remove_button = self.add_button("user-x", f"{row.naam} uit de casus halen")
            self.remove_button.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.remove_requested.emit(self.row.id)


def _feiten(row: BetrokkeneRow, vandaag: date) -> list[tuple[str, str]]:
    geboren = ""
    if row.geboortedatum is not None:
        jaren = telling(age(row.geboortedatum, vandaag), "jaar", "jaar")
        geboren = f"{date_in_words(row.geboortedatum)} ({jaren})"
    plaats = " ".join(deel for deel in (row.postcode, row.woonplaats) if deel)
    adres = ", ".join(deel for deel in (row.adres, plaats if plaats not in row.adres else "") if deel)
    elders = (
        f"Ook in {telling(row.andere_casussen, 'andere casus', 'andere casussen')}"
        if row.andere_casussen
        else ""
    )
    feiten = (
        ("Relatie", met_hoofdletter(row.relatie)),
        ("Geboren", geboren),
        ("Geslacht", met_hoofdletter(row.geslacht)),
        ("BSN", row.bsn),
        ("Adres", adres),
        ("Telefoon", row.telefoon),
        ("Opmerking", row.opmerking),
        ("Elders", elders),
    )
    return [(label, words) for label, words in feiten if words]
