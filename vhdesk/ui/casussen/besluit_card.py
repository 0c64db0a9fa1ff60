"""One decision on a card: what, by whom, when, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.ui.onderdelen.besluit_woorden import VRAAGKLEUR, antwoord_woorden, voorbehoud_woorden
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary import Besluitstatus
from vhdesk.vocabulary_besluit import ONDER_VOORBEHOUD, gevraagd_aan


class BesluitCard(Card):
    """Signals: ``withdraw_requested(besluit_id)``, ``correct_requested(besluit_id)``, ``answer_requested(besluit_id)``."""

    withdraw_requested = Signal(str)
    correct_requested = Signal(str)
    answer_requested = Signal(str)

    def __init__(self, row: BesluitRow, parent: QWidget | None = None) -> None:
        super().__init__(f"B-{row.nummer}  {met_hoofdletter(row.type_naam)}", "gavel", parent=parent)
        self.row = row
        geldt = row.status is Besluitstatus.VASTGELEGD
        if not geldt:
            self.add_right(Pill(met_hoofdletter(row.status.label), "danger"))
        elif row.onder_voorbehoud:
            self.add_right(Pill(met_hoofdletter(ONDER_VOORBEHOUD), "warn"))
        elif row.vraagstand is not None:
            self.add_right(Pill(met_hoofdletter(row.vraagstand.label), VRAAGKLEUR[row.vraagstand]))
        elif row.achteraf:
            self.add_right(Pill("Achteraf toegevoegd", "warn"))
        tekst = Label(row.tekst, "" if geldt else "muted", wrap=True)
        tekst.set_selectable()
        tekst.setAccessibleName(f"Besluit {row.nummer}")
        self.body.addWidget(tekst)
        self.body.addWidget(Label(_herkomst(row), "small", wrap=True))
        for label, words in (
            ("Aanwezigheid", voorbehoud_woorden(row)),
            ("Antwoord", antwoord_woorden(row)),
            ("Onderbouwing", row.onderbouwing),
            ("Voorwaarden", row.voorwaarden),
            ("Afwijkende mening", row.afwijkende_mening),
            ("Vervangt", f"B-{row.vervangt}" if row.vervangt is not None else ""),
            ("Vervangen door", f"B-{row.vervangen_door}" if row.vervangen_door is not None else ""),
            ("Reden van intrekken", "" if geldt else row.statusreden),
        ):
            if words:
                self.add_text(f"{label}: {words}")
        verb = "vervangen" if row.in_verslag else "wijzigen"
        self.answer_button = self._offer("bekrachtigen" if row.onder_voorbehoud else "antwoord vastleggen")
        self.correct_button = self._offer(verb)
        self.withdraw_button = self._offer("intrekken")
        self.answer_button.clicked.connect(self._answer)
        self.correct_button.clicked.connect(self._correct)
        self.withdraw_button.clicked.connect(self._withdraw)
        if geldt:
            buttons = QHBoxLayout()
            answers = (self.answer_button,) if row.wacht or row.onder_voorbehoud else ()
            for button in (*answers, self.correct_button, self.withdraw_button):
                buttons.addWidget(button)
                button.show()
            buttons.addStretch(1)
            self.body.addLayout(buttons)

    def _offer(self, verb: str) -> QPushButton:
        button = QPushButton(met_hoofdletter(verb), self)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(f"Besluit B-{self.row.nummer} {verb}")
        button.hide()
        return button

    def _answer(self) -> None:
        self.answer_requested.emit(self.row.id)

    def _correct(self) -> None:
        self.correct_requested.emit(self.row.id)

    def _withdraw(self) -> None:
        self.withdraw_requested.emit(self.row.id)


def _herkomst(row: BesluitRow) -> str:
    wie = gevraagd_aan(row.gremium, row.antwoord_voor) if row.vraagstand is not None else row.gremium
    delen = [met_hoofdletter(date_in_words(row.datum)), met_hoofdletter(wie)]
    delen.append(f"Overleg {row.overlegnummer}" if row.overlegnummer else "Buiten een overleg")
    if row.ingangsdatum is not None and row.ingangsdatum != row.datum:
        delen.append(f"Gaat in op {date_in_words(row.ingangsdatum)}")
    return "  ·  ".join(deel for deel in delen if deel)
