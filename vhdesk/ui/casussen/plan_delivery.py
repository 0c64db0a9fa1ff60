"""The plan, what differs and the crisis card leave the vault, on paper or as a file."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.queries.planversie import plan_van_dossier
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.papier_delivery import Papier, PapierDelivery
from vhdesk.vocabulary_plan import AFDRUKKEN, CRISISKAART, OPSLAAN, PLANSTUK, PLANVERSCHIL

_NAMEN: Final = {CRISISKAART: "De crisiskaart", PLANSTUK: "Het plan", PLANVERSCHIL: "Het verschil"}


class PlanDelivery(QObject):
    """Makes, saves and prints what the tab shows; what is being typed is stored first."""

    def __init__(self, context: UiContext, tab: TabPlan, page: QWidget) -> None:
        super().__init__(tab)
        self._context = context
        self._tab = tab
        self._delivery = PapierDelivery(
            context, tab.printing, page, lambda: self._make(tab.wat.value()), self
        )

    def _make(self, wat: str) -> Papier | None:
        """Return the paper as it is now; None when there is nothing to print, and then it is said why."""
        dossier = self._tab.dossier
        if not self._tab.flush() or dossier is None:
            return None
        dossier = self._tab.dossier or dossier  # storing asked the case again
        tekst = plan_van_dossier(dossier)
        verschil = self._tab.versies.verschil()
        if tekst is None or (wat == PLANVERSCHIL and verschil is None):
            self._context.shell.inform(
                "Er is nog geen plan." if tekst is None else "Er is nog geen versie om mee te vergelijken."
            )
            return None
        from vhdesk.printing import crisiskaart, planpapier  # the PDF library is not needed to start

        druk = planpapier.Druk.nu(self._context.clock, oefening=self._context.kluis.oefening)
        if wat == CRISISKAART:
            kaart = crisiskaart.crisiskaart(dossier, tekst, druk)
            name = crisiskaart.kaart_bestandsnaam(dossier, druk)
            return _papier(wat, dossier.id, kaart.pdf, name, kaart.bladen)
        if wat == PLANVERSCHIL:
            assert verschil is not None
            content = planpapier.verschil_pdf(dossier, verschil, druk)
            return _papier(wat, dossier.id, content, planpapier.verschil_bestandsnaam(dossier, druk))
        versie = self._tab.versies.gekozen()
        content = planpapier.plan_pdf(dossier, versie.tekst if versie else tekst, versie, druk)
        return _papier(wat, dossier.id, content, planpapier.plan_bestandsnaam(dossier, versie, druk))

    def ask_file(self, wat: str) -> None:
        """Ask where the file of this paper goes."""
        papier = self._make(wat)
        if papier is not None:
            self._delivery.ask_file(papier)


def _papier(wat: str, casus_id: str, content: bytes, bestandsnaam: str, bladen: int = 1) -> Papier:
    lang = f" Hij beslaat {bladen} bladen; kortere teksten passen op één blad." if bladen > 1 else ""
    return Papier(
        naam=_NAMEN[wat],
        afdrukken=f"{wat} {AFDRUKKEN}",
        opslaan=f"{wat} {OPSLAAN}",
        object_soort="casus",
        object_id=casus_id,
        content=content,
        bestandsnaam=bestandsnaam,
        bij_opslaan=lang,
    )
