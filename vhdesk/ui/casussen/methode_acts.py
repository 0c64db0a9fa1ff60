"""The acts on the method of a case in menu, palette and key sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act
from vhdesk.ui.casussen.tab_methode import TabMethode
from vhdesk.vocabulary_methode import Methodenotitiesoort

if TYPE_CHECKING:
    from vhdesk.ui.casussen.page import CasussenPage

PAGE_ID = "casussen"


class MethodeActs(QObject):
    """The handlers; the tab is made when the first of them is used."""

    def __init__(self, page: CasussenPage) -> None:
        super().__init__(page)
        self._page = page

    def acts(self) -> tuple[Act, ...]:
        """Return everything that is done with a method."""
        return (
            Act(id="casus.methode", text="Methode kiezen", section="Casus", shortcut="F7", context=PAGE_ID,
                handler=self._kiezen, enabled=self._is_open, icon="layers",
                words="code rood jor 10 in twente pga veelplegers woonoverlast nazorg werkwijze aanpak"),
            Act(id="casus.stand_van_kennis", text="Stand van kennis noteren", section="Casus", shortcut="F8",
                context=PAGE_ID, handler=self._kennis, enabled=self._has_method, icon="eye",
                words="10 in twente actueel notitie"),
            Act(id="casus.risico", text="Risico-instrument invullen", section="Casus", shortcut="Shift+F7",
                context=PAGE_ID, handler=self._risico, enabled=self._has_method, icon="triangle-alert",
                words="code rood taxatie"),
            Act(id="casus.voorwaarden", text="Voorwaarden van de methode bijwerken", section="Casus",
                shortcut="Shift+F8", context=PAGE_ID, handler=self._voorwaarden, enabled=self._has_method,
                icon="list-checks", words="basisvoorwaarden ex-gedetineerden stappen plaatsingscriteria"),
            Act(id="casus.methodenotitie_weg", text="Notitie bij de methode weghalen", section="Casus",
                shortcut="Ctrl+F8", context=PAGE_ID, handler=self._weghalen, enabled=self._has_note, icon="trash-2",
                words="kennis risico voorwaarden verwijderen"),
        )  # fmt: skip

    # --- when

    def _is_open(self) -> bool:
        return bool(self._page.view.casus_id)

    def _has_method(self) -> bool:
        dossier = self._page.view.dossier
        return dossier is not None and dossier.methode.huidig is not None

    def _has_note(self) -> bool:
        dossier = self._page.view.dossier
        here = dossier is not None and self._page.view.strip.current() == "methode"
        return here and self._page.view.methode.can_take_out()

    # --- what

    def _tab(self) -> TabMethode:
        self._page.to_file()
        self._page.view.strip.choose("methode")
        return self._page.view.methode

    def _kiezen(self) -> None:
        self._tab().choose()

    def _kennis(self) -> None:
        self._tab().note(Methodenotitiesoort.KENNIS)

    def _risico(self) -> None:
        self._tab().note(Methodenotitiesoort.RISICO)

    def _voorwaarden(self) -> None:
        self._tab().note(Methodenotitiesoort.VOORWAARDEN)

    def _weghalen(self) -> None:
        self._tab().take_out()
