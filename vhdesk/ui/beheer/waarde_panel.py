"""The form for a value of a list; for a kind of decision also who may take it, for a domain its leefgebied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.queries.referentie import BESLUITTYPEN, BIJ_LEEFGEBIED, ReferentielijstRow, ReferentiewaardeRow
from vhdesk.services.command import Command
from vhdesk.services.referentie import ReferentiewaardeToevoegen, ReferentiewaardeWijzigen
from vhdesk.ui.beheer.organisatie_panel import line, words_of
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.mnemonic import literal
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea

GREMIUM_IS: Final = (("beslisser", "neemt het besluit"), ("ontvanger", "krijgt een verzoek of advies"))


class GremiaField(QWidget):
    """Which bodies, each with a box to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Gremia")
        self.boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self, spacing=SPACE_2, column_width=230)

    def show_gremia(self, gremia: Sequence[ReferentiewaardeRow], chosen: Sequence[str]) -> None:
        """Offer these bodies, with those in ``chosen`` ticked."""
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for gremium in gremia:
            box = QCheckBox(literal(gremium.naam))
            box.setAccessibleName(gremium.naam)
            box.setChecked(gremium.code in chosen)
            self.boxes[gremium.code] = box
            self._flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def set_value(self, codes: Sequence[str]) -> None:
        """Tick these codes and no others."""
        for code, box in self.boxes.items():
            box.setChecked(code in codes)

    def value(self) -> tuple[str, ...]:
        """Return the codes that are ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())


class WaardePanel(InlinePanel):
    """``command`` gives the act for what was filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Waarde toevoegen", "Opslaan", columns=2, parent=parent)
        self._lijst = ""
        self._row: ReferentiewaardeRow | None = None
        self.naam = line("Naam")
        self.aliassen = line("Andere schrijfwijzen", "met komma's ertussen")
        self.volgorde = NumberField("Plaats in de lijst", 0, 999)
        self.omschrijving = TextArea("Omschrijving", min_lines=2, max_lines=4)
        self.leefgebied = ChoiceField("Leefgebied")
        self.gremia = GremiaField()
        self.gremium_is = ChoiceField("Het gremium", GREMIUM_IS)
        self.onderbouwing = QCheckBox("Vraagt een onderbouwing")
        self.add_field("Naam", self.naam, "naam")
        self.add_field("Plaats in de lijst", self.volgorde, "volgorde")
        self.add_field("Andere schrijfwijzen in aangeleverde lijsten", self.aliassen, "aliassen", wide=True)
        self.add_field("Omschrijving", self.omschrijving, "omschrijving", wide=True)
        self.add_field("Leefgebied", self.leefgebied, "leefgebied")
        self.add_field("Welke gremia", self.gremia, "gremia", wide=True)
        self.add_field("Het gremium", self.gremium_is, "gremium_is")
        self.add_field(" ", self.onderbouwing, "vereist_onderbouwing")

    def begin(
        self,
        lijst: ReferentielijstRow,
        row: ReferentiewaardeRow | None,
        gremia: Sequence[ReferentiewaardeRow],
        leefgebieden: Sequence[ReferentiewaardeRow],
    ) -> None:
        """Open for a new value of ``lijst`` (None) or to change one."""
        self.put_away()
        self._lijst, self._row = lijst.id, row
        kenmerken = row.kenmerken if row is not None else {}
        self.title.setText(f"{row.naam} wijzigen" if row else f"Waarde toevoegen aan {lijst.naam}")
        self.naam.setText(row.naam if row else "")
        self.aliassen.setText(", ".join(kenmerken.get("aliassen", ())))
        self.volgorde.setValue(row.volgorde if row else lijst.aantal + 1)
        self.omschrijving.load(row.omschrijving if row else "", force=True)
        self.gremia.show_gremia(gremia, kenmerken.get("gremia", ()))
        self.gremium_is.set_value(kenmerken.get("gremium_is", "beslisser"))
        self.onderbouwing.setChecked(bool(kenmerken.get("vereist_onderbouwing", False)))
        self.leefgebied.set_choices(
            [("", "Kies een leefgebied"), *((value.code, value.naam) for value in leefgebieden)]
        )
        self.leefgebied.set_value(str(kenmerken.get("leefgebied", "")))
        self.show_field("leefgebied", shown=lijst.id in BIJ_LEEFGEBIED)
        for field in ("gremia", "gremium_is", "vereist_onderbouwing"):
            self.show_field(field, shown=lijst.id == BESLUITTYPEN)
        self.open(self.naam, f"beheer/waarde/{lijst.id}/{row.code if row else ''}")

    def command(self) -> Command:
        """Return the act."""
        naam, aliassen = self.naam.text(), words_of(self.aliassen.text())
        omschrijving, volgorde = self.omschrijving.text(), self.volgorde.value()
        decision = self._lijst == BESLUITTYPEN
        gremia = self.gremia.value() if decision else ()
        leefgebied = self.leefgebied.value() if self._lijst in BIJ_LEEFGEBIED else None
        gremium_is, onderbouwing = self.gremium_is.value(), self.onderbouwing.isChecked()
        if self._row is None:
            return ReferentiewaardeToevoegen(
                lijst_code=self._lijst, naam=naam, omschrijving=omschrijving, volgorde=volgorde, aliassen=aliassen,
                gremia=gremia, gremium_is=gremium_is, vereist_onderbouwing=onderbouwing and decision,
                leefgebied=leefgebied,
            )  # fmt: skip
        return ReferentiewaardeWijzigen(
            lijst_code=self._lijst, code=self._row.code, naam=naam, omschrijving=omschrijving, volgorde=volgorde,
            aliassen=aliassen, gremia=gremia if decision else None, gremium_is=gremium_is if decision else None,
            vereist_onderbouwing=onderbouwing if decision else None, leefgebied=leefgebied,
        )  # fmt: skip
