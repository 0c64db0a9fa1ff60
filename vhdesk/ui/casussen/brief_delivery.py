"""The letter of afschalen on the screen, on paper or as a file, as it was made."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk import __version__
from vhdesk.errors import VhdeskError
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.ui.casussen.tab_tijdlijn import TabTijdlijn
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.vocabulary_casus import BRIEF_AFDRUKKEN, BRIEF_OPSLAAN


class BriefDelivery(QObject):
    """Shows, prints and saves the letter that the tab means."""

    def __init__(self, context: UiContext, tab: TabTijdlijn, page: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab
        self._delivery = PapierDelivery(
            context, tab.printing, page, lambda: self._letter(tab.current_letter()), self
        )

    def _letter(self, gebeurtenis_id: str) -> Papier | None:
        """Return the letter; the one on the screen when it is that one."""
        shown = self._tab.brief.papier
        if shown is not None and shown.object_id == gebeurtenis_id:
            return shown
        from vhdesk.printing.afschaalbrief import afschaalbrief_pdf, bestandsnaam  # not needed to start

        try:
            bewaard = self._context.desk.ask(afschaalbrief, gebeurtenis_id)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return None
        return Papier(
            naam="De brief",
            afdrukken=BRIEF_AFDRUKKEN,
            opslaan=BRIEF_OPSLAAN,
            object_soort="casusgebeurtenis",
            object_id=bewaard.id,
            content=afschaalbrief_pdf(
                bewaard.brief, gemaakt_op=bewaard.gemaakt_op, program_version=__version__
            ),
            bestandsnaam=bestandsnaam(bewaard.brief),
        )

    def ask_file(self, gebeurtenis_id: str) -> None:
        """Ask where the file of this letter goes."""
        letter = self._letter(gebeurtenis_id) if gebeurtenis_id else None
        if letter is not None:
            self._delivery.ask_file(letter)

    def show(self, gebeurtenis_id: str) -> None:
        """Show this letter on the screen."""
        letter = self._letter(gebeurtenis_id) if gebeurtenis_id else None
        if letter is not None:
            self._tab.brief.show_paper(letter)

    def ask_print(self) -> None:
        """Open the panel."""
        self._tab.printing.ask()
