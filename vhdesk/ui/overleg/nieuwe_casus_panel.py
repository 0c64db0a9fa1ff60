"""A case that does not exist yet comes up in the meeting: who, which gemeente and why; the rest follows at the triage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.tussendoor import CasusTussendoorAanmelden
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.dubbele_lijn import DubbeleLijn
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from vhdesk.services.agenda import CasusGeagendeerd

NO_DATE = "Dit is geen datum. Typ bijvoorbeeld 4-12-1988, of laat het leeg."
NO_GEMEENTE = "Kies de gemeente: die meldt de casus aan, en hoort de uitkomst."


class NieuweCasusPanel(InlinePanel):
    """``begin`` opens it. Signals: ``entered(event)`` when the case stands on the agenda."""

    entered = Signal(object)

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(
            "Nieuwe casus, zonder triage", "Op de agenda zetten en bespreken", columns=3, parent=parent
        )
        self._acting = acting
        self._overleg_id, self._place = "", 0
        self._persoon_id: str | None = None
        clock = acting.context.clock
        self.voornamen, self.voorvoegsel, self.naam = (
            _entry(name) for name in ("Voornamen", "Voorvoegsel", "Geslachtsnaam")
        )
        self.geboren = DateField("Geboortedatum", clock, hint="mag leeg", past=True)
        self.gemeente = CompleterField("Gemeente", "typ een naam")
        self.waarom = TextArea(
            "Waarom nu", "Wat is er gebeurd, en wat vraagt het van deze tafel?", min_lines=2, max_lines=6
        )
        self.known = Label("", "small", wrap=True)
        self.known.hide()
        self.dubbele = DubbeleLijn(acting.context, "Deze persoon gebruiken")
        self.add_field("Voornamen", self.voornamen, "voornamen")
        self.add_field("Voorvoegsel", self.voorvoegsel, "voorvoegsel")
        self.add_field("Geslachtsnaam", self.naam, "geslachtsnaam")
        self.add_field("Geboortedatum", self.geboren, "geboortedatum")
        self.add_field("Gemeente", self.gemeente, "gemeente_id")
        self.add_field("", self.dubbele, wide=True)
        self.add_field("", self.known, wide=True)
        self.add_field("Waarom nu", self.waarom, "aanleiding", wide=True)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)
        self.dubbele.wanted.connect(self._use)
        for line in (self.voornamen, self.voorvoegsel, self.naam):
            line.textEdited.connect(self._typed)
        self.geboren.changed.connect(self._typed)

    def begin(self, overleg_id: str, place: int, words: str, gemeenten: Sequence[Option]) -> None:
        """Open for this meeting, to put the case at ``place``; ``words`` is the name that was searched for."""
        self.put_away()
        self._overleg_id, self._place, self._persoon_id = overleg_id, place, None
        first, middle, last = _parts(words)
        for line, text in ((self.voornamen, first), (self.voorvoegsel, middle), (self.naam, last)):
            line.setText(text)
        self.geboren.line.setModified(False)
        self.geboren.set_value(None)
        self.gemeente.set_options(gemeenten)
        self.gemeente.set_value("")
        self.waarom.load("", force=True)
        self.known.hide()
        self.dubbele.begin(self._person)
        self.open(self.gemeente if last else self.naam, f"tussendoor/{overleg_id}")
        self.dubbele.typed()

    def _person(self) -> Persoonsgegevens:
        return Persoonsgegevens(
            geslachtsnaam=self.naam.text().strip(),
            voornamen=self.voornamen.text().strip(),
            voorvoegsel=self.voorvoegsel.text().strip(),
            geboortedatum=self.geboren.value(),
        )

    def _typed(self) -> None:
        self._persoon_id = None
        self.known.hide()
        self.dubbele.typed()

    def _use(self, persoon_id: str) -> None:
        """Take the person whom the vault knows: nobody stands in it twice."""
        row = next(row for row in self.dubbele.rows if row.id == persoon_id)
        self._persoon_id = persoon_id
        self.known.setText(f"Deze casus gaat over {row.naam}, die al bekend is.")
        self.known.show()
        self.dubbele.hide()
        (self.gemeente if not self.gemeente.value() else self.waarom).setFocus()

    def _submit(self) -> None:
        if not self.geboren.valid():
            self.errors["geboortedatum"].show_words(NO_DATE)
            return
        if not self.gemeente.value():
            self.errors["gemeente_id"].show_words(NO_GEMEENTE)
            return
        command = CasusTussendoorAanmelden(
            overleg_id=self._overleg_id,
            positie=self._place,
            casus=CasusAanmelden(
                hoofdbetrokkene=self._person(),
                persoon_id=self._persoon_id,
                gemeente_id=self.gemeente.value(),
                aanleiding=self.waarom.text().strip(),
            ),
        )
        event: CasusGeagendeerd | None = self._acting.execute(command, self.show_fault)  # type: ignore[assignment]
        if event is not None:
            self.finish()
            self.entered.emit(event)


def _parts(words: str) -> tuple[str, str, str]:
    """Return first name, prefix and family name of what was typed to search; a number is nobody's name."""
    parts = [] if any(letter.isdigit() for letter in words) else words.split()
    if len(parts) < 2:
        return "", "", " ".join(parts)
    return parts[0], " ".join(parts[1:-1]), parts[-1]


def _entry(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line
