"""Making one person of two: choose the other, look at both, say why."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.errors import VhdeskError
from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.queries.dubbele import dubbele_personen
from vhdesk.queries.samenvoegvoorbeeld import samenvoegvoorbeeld
from vhdesk.queries.sprong import sprong
from vhdesk.services.samenvoeging import PersonenSamenvoegen
from vhdesk.ui.casussen.samenvoeg_tabel import SamenvoegTabel, moves
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import opsomming
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.label import Label

LIKELY = 8


class SamenvoegPanel(InlinePanel):
    """Opens for the person who stays; ``swap`` lets the other one stay."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Samenvoegen", columns=1, parent=parent)
        self._acting = acting
        self._blijft, self._naam = "", ""
        self.table: SamenvoegTabel | None = None
        self.wie = CompleterField("Met wie", "Typ een naam of casusnummer")
        self.reden = QLineEdit()
        self.reden.setAccessibleName("Waarom is dit één persoon")
        self.reden.setMaxLength(1000)
        self._holder = QWidget()
        self._beside = QVBoxLayout(self._holder)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.moves = Label("", "muted", wrap=True)
        self.swap_button = QPushButton("Laat de ander blijven")
        self.swap_button.setProperty("kind", "quiet")
        self.swap_button.setProperty("align", "left")
        self.swap_button.setAutoDefault(False)
        self.add_field("Met wie", self.wie, "weg_id")
        self.errors["keuzes"] = self.add_field("", self._holder, "tabel")
        self.add_field("", self.swap_button, "wissel")
        self.add_field("Wat er verandert", self.moves, "verhuist")
        self.add_field("Waarom is dit één persoon", self.reden, "reden")
        self.wie.textEdited.connect(self._search)
        self.wie.chosen.connect(self._chosen)
        self.swap_button.clicked.connect(self._swap)
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, row: BetrokkeneRow, ander_id: str = "") -> None:
        """Open for ``row``, with the likely others to choose from; ``ander_id`` when it is known who."""
        self._take(row.persoon_id, row.naam)
        self.reden.clear()
        self.wie.set_options(self._likely(dossier, row))
        self._show_both(ander_id)
        self.wie.set_value(ander_id)
        self.open(self.reden if ander_id else self.wie)

    def _take(self, persoon_id: str, naam: str) -> None:
        self._blijft, self._naam = persoon_id, naam
        title = f"{naam} samenvoegen met een ander"
        self.title.setText(title)
        self.setAccessibleName(title)

    # --- who

    def _likely(self, dossier: Dossier, row: BetrokkeneRow) -> list[Option]:
        found = self._acting.context.desk.ask(
            dubbele_personen, geslachtsnaam=row.geslachtsnaam, voornamen=row.voornamen,
            voorletters=row.voorletters, geboortedatum=row.geboortedatum, bsn=row.bsn, kvk=row.kvk,
            adres=row.adres, postcode=row.postcode, behalve=row.persoon_id, limiet=LIKELY,
        )  # fmt: skip
        options = [
            Option(
                d.id,
                d.naam,
                f"{opsomming([c.nummer for c in d.casussen])} · {opsomming([r.label for r in d.redenen])}",
            )
            for d in found
        ]
        known = {option.id for option in options} | {row.persoon_id}
        here = [b for b in dossier.betrokkenen if b.persoon_id not in known]
        return options + [Option(b.persoon_id, b.naam, f"{dossier.kop.nummer} · {b.rol.label}") for b in here]

    def _search(self, typed: str) -> None:
        """Beyond the likely ones: everybody with such a name, also by sound."""
        if len(typed.strip()) < 2:
            return
        options: dict[str, Option] = {}
        for row in self._acting.context.desk.ask(sprong, zoek=typed):
            if row.persoon_id and row.persoon_id != self._blijft:
                born = f" · geboren {short_date(row.geboortedatum)}" if row.geboortedatum else ""
                option = Option(row.persoon_id, row.naam, f"{row.nummer}{born}", typed)
                options.setdefault(row.persoon_id, option)
        self.wie.set_options(tuple(options.values()))
        if options:
            self.wie.open_list()

    def _chosen(self, ander_id: str) -> None:
        self._show_both(ander_id)

    # --- side by side

    def _show_both(self, ander_id: str) -> None:
        if self.table is not None:
            self._beside.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        if ander_id:
            try:
                voorbeeld = self._acting.context.desk.ask(samenvoegvoorbeeld, self._blijft, ander_id)
            except VhdeskError as fault:
                self._acting.context.shell.report(fault)
                return
            self.table = SamenvoegTabel(voorbeeld)
            self._beside.addWidget(self.table)
            self.moves.setText(moves(voorbeeld))
        for field in ("tabel", "wissel", "verhuist", "reden"):
            self.show_field(field, shown=bool(ander_id))

    def _swap(self) -> None:
        ander_id, ander, blijft, naam = self.wie.value(), self.wie.text(), self._blijft, self._naam
        self._take(ander_id, ander)
        self.wie.set_options((Option(blijft, naam),))
        self.wie.set_value(blijft)
        self._show_both(blijft)

    def _submit(self) -> None:
        if self.table is None or not self.wie.value():
            self.errors["weg_id"].show_words("Kies eerst wie dezelfde persoon is.")
            return
        command = PersonenSamenvoegen(
            blijft_id=self._blijft,
            weg_id=self.wie.value(),
            reden=self.reden.text(),
            keuzes=self.table.choices(),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
            self._acting.inform(
                "Samengevoegd. Op de kaart van de persoon maakt u dat ongedaan, met een reden."
            )
