"""Which case leaves a full Top X for one that comes from another table, and why: asked only when the list there is full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vhdesk.errors import VhdeskError
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.triage import top_x_casussen
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CASUS: Final = "uittreden"
KEYS: Final = (CASUS, "uittreden_reden_code", "uittreden_overdracht_id", "uittreden_reden")


class UittreedVelden:
    """Four fields at the end of a panel."""

    def __init__(self, panel: InlinePanel, acting: Acting, keuzes: Keuzes) -> None:
        self._panel = panel
        self._acting = acting
        self._keuzes = keuzes
        self._shown = False
        self.casus = CompleterField("Welke casus gaat daar uit de Top X", "Typ een naam of nummer")
        self.reden_code = CompleterField("Reden van afschalen van die casus", "Typ een reden")
        self.overdracht = CompleterField("Wie neemt die casus over", "Typ een naam, als de reden dat vraagt")
        self.reden = TextArea("Waarom die casus", "De gemeente krijgt deze reden te horen.", min_lines=2)
        fields: tuple[QWidget, ...] = (self.casus, self.reden_code, self.overdracht, self.reden)
        for key, field in zip(KEYS, fields, strict=True):
            panel.add_field(field.accessibleName(), field, key, wide=field is self.reden)
        self.clear()

    def clear(self) -> None:
        """Leave them out, empty."""
        for field in (self.casus, self.reden_code, self.overdracht):
            field.set_value("")
        self.reden.load("", force=True)
        self._show(False)

    def _show(self, shown: bool) -> None:
        self._shown = shown
        for key in KEYS:
            self._panel.show_field(key, shown=shown)

    def ask(self, dossier: Dossier, naar_tafel_id: str) -> None:
        """Offer the cases that are counted where this one goes."""
        try:
            rows = self._acting.context.desk.ask(top_x_casussen, voor=dossier.id, naar_tafel_id=naar_tafel_id)
            redenen = self._keuzes.afschaalredenen(naar_tafel_id)
        except VhdeskError as fault:
            self._acting.context.shell.report(fault)
            return
        self.casus.set_options([Option(row.id, f"{row.naam}, {row.nummer}", row.gemeente) for row in rows])
        self.reden_code.set_options(redenen)
        self.overdracht.set_options(self._keuzes.organisatie_opties())
        self._show(True)
        self.casus.setFocus()

    def value(self) -> CasusAfschalen | None:
        """Return the act that takes the chosen case out; None when none is asked or chosen."""
        if not self._shown or not self.casus.value():
            return None
        return CasusAfschalen(
            casus_id=self.casus.value(),
            reden_code=self.reden_code.value(),
            reden=self.reden.text(),
            overdracht_id=self.overdracht.value() or None,
        )
