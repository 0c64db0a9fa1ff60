"""An item of the agenda that is being made: what it is called, how long it takes, and whether it is closed to guests."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vhdesk.folding import fold
from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.services.agenda import MinutenBepalen
from vhdesk.services.agendapunt import AgendapuntHernoemen, AgendapuntToevoegen
from vhdesk.services.command import Command
from vhdesk.services.gast import AgendapuntBeslotenBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.overleg.agenda_builder import AgendaBuilder
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import BLIJFT, ZONDER_CASUS

USUAL = 10  # minutes
_KINDS = {fold(soort.label): soort for soort in ZONDER_CASUS if soort not in BLIJFT}


class PuntPanel(InlinePanel):
    """Stands above the agenda. What is typed as the name of a fixed kind becomes an item of that kind."""

    def __init__(self, acting: Acting, builder: AgendaBuilder, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._builder = builder
        self._overleg_id = ""
        self._row: AgendapuntRow | None = None
        self.titel = QLineEdit()
        self.titel.setAccessibleName("Wat")
        self.titel.setPlaceholderText("Mededelingen, of een thema")
        self.minuten = NumberField("Minuten", 0, 600, "min", 5)
        self.add_field("Wat", self.titel, "titel")
        self.add_field("Hoe lang", self.minuten, "minuten")
        self.besloten = QCheckBox("Besloten deel: geen toehoorders of betrokkene in de zaal")
        self.add_field("", self.besloten, "besloten", wide=True)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)
        self.titel.returnPressed.connect(self.submit)
        builder.list.closed_turned.connect(self._close_item)

    def add(self, overleg_id: str) -> None:
        """Begin an item without a case; it comes after the current one."""
        self._open(overleg_id, None, "Agendapunt zonder casus toevoegen", f"overleg-punt/{overleg_id}")

    def change(self, overleg_id: str) -> None:
        """Change the current item."""
        row = self._builder.current()
        if row is not None:
            self._open(overleg_id, row, f"{punt_title(row)} wijzigen", f"overleg-punt/{overleg_id}/{row.id}")

    def _close_item(self, punt_id: str, closed: bool) -> None:
        """Put an item in the closed part, or take it out of there."""
        command = AgendapuntBeslotenBepalen(agendapunt_id=punt_id, besloten=closed)
        if self._acting.execute(command) is not None:
            where = "staat in het besloten deel" if closed else "staat niet meer in het besloten deel"
            self._acting.inform(f"{self._builder.name_of(punt_id)} {where}.")

    def _open(self, overleg_id: str, row: AgendapuntRow | None, title: str, draft_key: str) -> None:
        self.put_away()
        self._overleg_id, self._row = overleg_id, row
        self.title.setText(title)
        self.setAccessibleName(title)
        on_case = row is not None and row.casus_id is not None
        self.show_field("titel", shown=not on_case)
        self.titel.setText(punt_title(row) if row is not None else "")
        self.titel.selectAll()
        self.minuten.setValue(row.minuten if row is not None else USUAL)
        self.besloten.setChecked(row is not None and row.besloten)
        self.show_field("besloten", shown=row is None or row.soort is not Agendasoort.OPENING)
        self.open(self.minuten if on_case else self.titel, draft_key)

    def _commands(self) -> list[Command]:
        titel = " ".join(self.titel.text().split())
        row = self._row
        if row is None:
            soort = _KINDS.get(fold(titel), Agendasoort.VRIJ)
            current = self._builder.current()
            return [
                AgendapuntToevoegen(
                    overleg_id=self._overleg_id,
                    titel=titel,
                    soort=soort,
                    minuten=self.minuten.value(),
                    besloten=self.besloten.isChecked(),
                    positie=current.volgorde + 1 if current is not None else None,
                )
            ]
        found: list[Command] = []
        if row.casus_id is None and titel != punt_title(row):
            found.append(AgendapuntHernoemen(agendapunt_id=row.id, titel=titel))
        if self.minuten.value() != row.minuten:
            found.append(MinutenBepalen(agendapunt_id=row.id, minuten=self.minuten.value()))
        if self.besloten.isChecked() != row.besloten:
            found.append(AgendapuntBeslotenBepalen(agendapunt_id=row.id, besloten=self.besloten.isChecked()))
        return found

    def _submit(self) -> None:
        added = self._row is None
        for command in self._commands():
            event = self._acting.execute(command, self.show_fault)
            if event is None:
                return
            if added:
                self._builder.select(event.id)
                self._acting.inform(f"{self._builder.name_of(event.id)} staat op de agenda.")
        self.finish()
        self._builder.list.setFocus()
