"""Writing a decision: the words first, then the kind and who takes it, the rest on request.

A kind that the table may not decide itself is asked of the body that may.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vhdesk.clock import Clock
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.services.besluit import BesluitVastleggen, BesluitVervangen, BesluitWijzigen
from vhdesk.services.besluitvraag import BesluitVragen
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.vastleg_form import TEKST, VastlegForm
from vhdesk.ui.onderdelen.vraag_strip import VraagStrip
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Tafelsoort
from vhdesk.vocabulary_besluit import eigen_gremium, moet_gevraagd

STANDARD = "afspraak"
NO_DATE = "Dit is geen datum. Typ bijvoorbeeld 4 dec, vr of over 2 weken."


class BesluitForm(VastlegForm):
    """Asks kind and body as well; what may be chosen follows the lists of the region.

    Signals: ``ask_requested`` when the body that may decide is to be asked.
    """

    ask_requested = Signal()

    def __init__(self, keuzes: Keuzes, clock: Clock, parent: QWidget | None = None) -> None:
        field = TextArea(
            "Besluit", "Wat is besloten? Schrijf feitelijk en herleidbaar.", min_lines=2, max_lines=7
        )
        extra = {
            "onderbouwing": TextArea("Onderbouwing", "waarom dit besluit", min_lines=2, max_lines=5),
            "voorwaarden": TextArea("Voorwaarden", "waaronder het geldt", min_lines=2, max_lines=5),
            "afwijkende_mening": TextArea(
                "Afwijkende mening", "wie ziet het anders, en waarom", min_lines=2, max_lines=5
            ),
        }
        super().__init__(field, "tekst", extra, "Onderbouwing, voorwaarden", parent)
        self.more.setAccessibleName("Onderbouwing, voorwaarden, afwijkende mening en ingangsdatum")
        self._keuzes = keuzes
        self._gremium = "werktafel"
        self._in_meeting = False
        self._standard = STANDARD
        self.type = CompleterField("Soort besluit", "soort")
        self.gremium = CompleterField("Gremium dat besluit", "gremium")
        self.ingang = DateField("Gaat in op", clock, hint="mag leeg", show_words=False)
        self.vraag = VraagStrip(clock)
        self._row: BesluitRow | None = None
        self.faults |= {
            "type_code": FieldError(self.type),
            "gremium_code": FieldError(self.gremium),
            "ingangsdatum": FieldError(self.ingang),
            "antwoord_voor": self.vraag.fault,
        }
        self.place("Soort", self.type, self.faults["type_code"], 3)
        self.place("Gremium", self.gremium, self.faults["gremium_code"], 3)
        start = labelled("Gaat in op", self.ingang, self.faults["ingangsdatum"])
        start.addStretch(1)
        self.beside.addLayout(start)
        self.place_more()
        self.add_below(self.vraag)
        self.type.chosen.connect(self._type_chosen)
        self.gremium.chosen.connect(self._gremium_chosen)
        self.ingang.changed.connect(self.edited)
        self.ingang.line.returnPressed.connect(self.submitted)
        self.keep_typed(ingangsdatum=self.ingang, antwoord_voor=self.vraag.datum)
        self.vraag.edited.connect(self.edited)
        self.vraag.ask_requested.connect(self.ask_requested)

    # --- content

    def set_table(self, soort: Tafelsoort | None) -> None:
        """Offer what this kind of table decides; the table itself is the gremium unless another one is chosen."""
        self._gremium = eigen_gremium(soort) if soort is not None else "werktafel"
        self._in_meeting = soort is not None
        kinds = self._keuzes.waarde_opties("besluittypen")
        self.type.set_options(kinds)
        codes = [option.id for option in kinds]
        self._standard = STANDARD if STANDARD in codes else (codes[0] if codes else "")
        self._offer_gremia()

    def state(self) -> dict[str, str]:
        """Return what stands in the form, for the draft journal."""
        dates = {"ingangsdatum": self.ingang.value(), "antwoord_voor": self.vraag.datum.value()}
        return {
            **super().state(),
            "type": self.type.value(),
            "gremium": self.gremium.value(),
            **{name: day.isoformat() if day is not None else "" for name, day in dates.items()},
        }

    def restore(self, state: Mapping[str, str], cursor: int) -> None:
        """Put back what ``state`` returned."""
        super().restore(state, cursor)
        self._row = None
        self.type.set_value(state.get("type") or self._standard)
        self._offer_gremia()
        self.gremium.set_value(state.get("gremium") or self._gremium)
        for name, field in (("ingangsdatum", self.ingang), ("antwoord_voor", self.vraag.datum)):
            field.line.setModified(False)
            field.set_value(date.fromisoformat(state[name]) if state.get(name) else None)
        self.restore_typed(state)
        if state.get("ingangsdatum") or self.ingang.half_typed():
            self.more.setChecked(True)
        self._offer_question()

    def show_row(self, row: BesluitRow) -> None:
        """Change a decision that was recorded."""
        texts = {name: getattr(row, name) for name in self.extra}
        dates = {"ingangsdatum": row.ingangsdatum, "antwoord_voor": row.antwoord_voor}
        self.restore(
            {
                TEKST: row.tekst,
                "type": row.type_code,
                "gremium": row.gremium_code,
                **texts,
                **{name: day.isoformat() for name, day in dates.items() if day is not None},
            },
            len(row.tekst),
        )
        self.change_of(row)

    def change_of(self, row: BesluitRow) -> None:
        """What stands here, also when it came from a draft, is about a decision that was recorded."""
        self._row = row
        self._offer_question()

    # --- commands

    def fields(self) -> dict[str, Any]:
        """Return what stands here as the fields of an act."""
        texts = {name: area.text() for name, area in self.extra.items()}
        chosen = {"type_code": self.type.value(), "gremium_code": self.gremium.value()}
        return {"tekst": self.field.text(), "ingangsdatum": self.ingang.value(), **chosen, **texts}

    def command(self, overleg_id: str | None, casus_id: str) -> BesluitVastleggen:
        """Return the act that records what stands here."""
        return BesluitVastleggen(casus_id=casus_id, overleg_id=overleg_id, **self.fields())

    def ask(self, overleg_id: str | None, casus_id: str) -> BesluitVragen | None:
        """Return the act that asks what stands here of the body that may decide it; None when there is nothing to ask,
        or not yet before when."""
        self.clear_faults()
        antwoord_voor = self.vraag.answer_before() if self.vraag.offers else None
        if antwoord_voor is None:
            return None
        return BesluitVragen(
            casus_id=casus_id, overleg_id=overleg_id, antwoord_voor=antwoord_voor, **self.fields()
        )

    def change(self, row: BesluitRow) -> BesluitWijzigen:
        """Return the act that changes ``row`` into what stands here."""
        return BesluitWijzigen(
            besluit_id=row.id,
            version=row.version,
            antwoord_voor=self.vraag.datum.value() if row.wacht else None,
            **self.fields(),
        )

    def replace(self, row: BesluitRow, reden: str) -> BesluitVervangen:
        """Return the act that puts what stands here in the place of ``row``, which stands in minutes."""
        return BesluitVervangen(
            besluit_id=row.id,
            reden=reden,
            version=row.version,
            **self.fields(),
        )

    def half_typed(self) -> bool:
        """Say beside its field what was typed but not understood; True when there is such a field."""
        self.clear_faults()
        if any(self.faults[name].doubt() for name in ("type_code", "gremium_code")):
            return True
        for field, name in ((self.ingang, "ingangsdatum"), (self.vraag.datum, "antwoord_voor")):
            if not field.valid():
                self.faults[name].show_words(NO_DATE)
                return True
        return False

    # --- slots

    def _type_chosen(self) -> None:
        self._offer_gremia()
        self._gremium_chosen()

    def _gremium_chosen(self) -> None:
        self._offer_question()
        self.edited.emit()

    def _kenmerken(self) -> Mapping[str, Any]:
        """Return what the list of the region says of this kind of decision."""
        return self._kenmerken_van("besluittypen", self.type.value())

    def _kenmerken_van(self, lijst: str, code: str) -> Mapping[str, Any]:
        return next((row.kenmerken for row in self._keuzes.lijst(lijst) if row.code == code), {})

    def _offer_gremia(self) -> None:
        """Offer the bodies that may take a decision of this kind; the table itself when it is one of them."""
        options = self._keuzes.waarde_opties("gremia", tuple(self._kenmerken().get("gremia") or ()))
        self.gremium.set_options(options)
        codes = [option.id for option in options]
        if self.gremium.value() not in codes and codes:
            self.gremium.set_value(self._gremium if self._gremium in codes else codes[0])

    def _offer_question(self) -> None:
        """Offer to ask what the table may not decide itself; of what was asked already only the date is shown."""
        name, table = self._name(self.gremium.value()), self._name(self._gremium)
        if self._row is not None:
            if self._row.wacht:
                self.vraag.show_asked(f"Gevraagd aan {name}.")
            else:
                self.vraag.withdraw()
            return
        kenmerken = self._kenmerken()
        if not name or self.gremium.value() == self._gremium:
            self.vraag.withdraw()
        elif moet_gevraagd(kenmerken, self._gremium, self._kenmerken_van("gremia", self.gremium.value())):
            self.vraag.offer(f"De {table} mag dit niet besluiten: vraag het{self._unless()}", name)
        elif kenmerken.get("gremium_is") == "ontvanger":
            self.vraag.offer(f"Hierover beslist {name}. Vraag het, als u een antwoord verwacht.", name)
        else:
            self.vraag.withdraw()

    def _unless(self) -> str:
        """Return what to do with what was decided already: a meeting asks it and records the answer."""
        return (
            ". Is het al besloten, leg dan ook het antwoord vast."
            if self._in_meeting
            else ", tenzij het al is besloten."
        )

    def _name(self, gremium_code: str) -> str:
        return next((row.naam for row in self._keuzes.lijst("gremia") if row.code == gremium_code), "")
