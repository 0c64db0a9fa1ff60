"""The people of a case and the organisations around it, beside the picture or below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import age, short_date
from vhdesk.queries.casusstand import heeft_regie
from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.ui.onderdelen.woorden import eventueel, met_punten
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.text_column import Paragraph, TextColumn
from vhdesk.vocabulary import ROL_WEG


class BetrokkenenPanel(Card):
    """Names, relation, age, place, telephone; and how much each organisation may know."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("Betrokkenen", "users", parent=parent)
        self._clock = clock
        self.people = TextColumn()
        self.body.addWidget(self.people)

    def show_case(self, dossier: Dossier) -> None:
        """Show another case."""
        today = self._clock.today()
        lines: list[Paragraph] = []
        for person in dossier.betrokkenen:
            lines += _person(person, today)
        if dossier.procesregisseur is not None:
            lines += [("strong", "Procesregie"), ("muted", dossier.procesregisseur.naam)]
            if dossier.procesregisseur.weg:
                lines.append(("fault", ROL_WEG))
        elif heeft_regie(dossier.kop.status, dossier.kop.caseload):
            lines += [("strong", "Procesregie"), ("fault", "nog niemand")]
        if dossier.partners:
            lines.append(("strong", "Organisaties in deze casus"))
            lines += [("muted", f"{row.organisatie}: {row.niveau.label}") for row in dossier.partners]
        self.people.show_text(lines)


def _person(person: BetrokkeneRow, today: date) -> list[Paragraph]:
    born = ""
    if person.geboortedatum is not None:
        born = f"{short_date(person.geboortedatum)} ({age(person.geboortedatum, today)}\u00a0jaar)"
    other = eventueel(len(person.elders), "andere casus", "andere casussen")
    return [
        ("strong", person.naam),
        ("muted", person.relatie or person.rol.label),
        ("muted", born),
        ("muted", met_punten((person.woonplaats, person.telefoon))),
        ("muted", f"ook in {other}" if other else ""),
    ]
