"""The form for the convenant of an organisation: which version, who signed, from when until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vhdesk.clock import Clock
from vhdesk.dutch_date import short_date
from vhdesk.queries.convenant import ConvenantRow
from vhdesk.services.convenant import ConvenantVastleggen
from vhdesk.ui.beheer.organisatie_panel import line
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.date_field import DateField


def convenant_words(rows: Sequence[ConvenantRow]) -> str:
    """Return what an organisation signed, the newest first."""
    if not rows:
        return "Convenant niet getekend: deel geen inhoud"
    row = rows[0]
    until = f" tot en met {short_date(row.tot)}" if row.tot is not None else ""
    return f"Convenant {row.versie}, getekend door {row.ondertekenaar}, vanaf {short_date(row.van)}{until}"


class ConvenantPanel(InlinePanel):
    """``command`` gives the act, None while a date cannot be read."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("Convenant", "Vastleggen", columns=2, parent=parent)
        self._clock = clock
        self._organisatie_id = ""
        self.versie = line("Versie van het convenant", "bijvoorbeeld 2026")
        self.ondertekenaar = line("Ondertekenaar")
        self.van = DateField("Vanaf", clock)
        self.tot = DateField("Tot en met", clock)
        self.add_field("Versie", self.versie, "versie")
        self.add_field("Getekend door", self.ondertekenaar, "ondertekenaar")
        self.add_field("Vanaf", self.van, "van")
        self.add_field("Tot en met (leeg: loopt door)", self.tot, "tot")

    def begin(self, organisatie_id: str, organisatie: str, rows: Sequence[ConvenantRow]) -> None:
        """Open with what was signed last; another version makes another line."""
        self.put_away()
        self._organisatie_id = organisatie_id
        self.title.setText(f"Convenant van {organisatie}")
        last = rows[0] if rows else None
        self.versie.setText(last.versie if last else "")
        self.ondertekenaar.setText(last.ondertekenaar if last else "")
        self.van.set_value(last.van if last else self._clock.today())
        self.tot.set_value(last.tot if last else None)
        self.open(self.versie, f"beheer/convenant/{organisatie_id}")

    def command(self) -> ConvenantVastleggen | None:
        """Return the act; a date that cannot be read is said beside its field."""
        van = self.van.value()
        for key, field in (("van", self.van), ("tot", self.tot)):
            if not field.valid() or (key == "van" and van is None):
                self.errors[key].show_words("Dit is geen datum. Schrijf bijvoorbeeld 1-12 of vandaag.")
                return None
        assert van is not None
        return ConvenantVastleggen(
            organisatie_id=self._organisatie_id,
            versie=self.versie.text(),
            ondertekenaar=self.ondertekenaar.text(),
            van=van,
            tot=self.tot.value(),
        )
