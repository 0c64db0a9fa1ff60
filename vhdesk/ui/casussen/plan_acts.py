"""The acts on the plan in menu, palette and key sheet: adopting, comparing, and its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act
from vhdesk.ui.casussen.plan_delivery import PlanDelivery
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.vocabulary import Overlegstatus
from vhdesk.vocabulary_plan import CRISISKAART, PLANSTUK, PLANVERSCHIL

if TYPE_CHECKING:
    from vhdesk.ui.casussen.page import CasussenPage

PAGE_ID = "casussen"


class PlanActs(QObject):
    """The handlers; the tab is made when the first of them is used."""

    def __init__(self, page: CasussenPage) -> None:
        super().__init__(page)
        self._page = page
        self._delivery: PlanDelivery | None = None

    def acts(self) -> tuple[Act, ...]:
        """Return everything that is done with a plan but writing it."""
        return (
            Act(id="casus.plan_vaststellen", text="Plan van aanpak vaststellen", section="Casus", shortcut="F6",
                context=PAGE_ID, handler=self._vaststellen, enabled=self._is_open, icon="gavel",
                words="versie besluit tafel"),
            Act(id="casus.plan_doel", text="Doel van de aanmelding overnemen als hoofddoel", section="Casus",
                shortcut="Ctrl+Shift+F8", context=PAGE_ID, handler=self._doel, enabled=self._is_open, icon="target",
                words="plan beginnen voorstel"),
            Act(id="casus.planversies", looks=True, text="Versies van het plan vergelijken", section="Casus",
                shortcut="Shift+F6", context=PAGE_ID, handler=self._versies, enabled=self._is_open, icon="layers",
                words="verschil geschiedenis"),
            Act(id="casus.crisiskaart", text="Crisiskaart opslaan als PDF", section="Casus", shortcut="F9",
                context=PAGE_ID, handler=self._kaart, enabled=self._is_open, icon="siren",
                words="10 in Twente 24 uur bellen"),
            Act(id="casus.plan_opslaan", text="Plan van aanpak opslaan als PDF", section="Casus", shortcut="Ctrl+F6",
                context=PAGE_ID, handler=self._plan, enabled=self._is_open, icon="file-text"),
            Act(id="casus.planverschil_opslaan", text="Verschil tussen versies opslaan als PDF", section="Casus",
                shortcut="Ctrl+Shift+F6", context=PAGE_ID, handler=self._verschil, enabled=self._is_open,
                icon="file-text"),
            Act(id="casus.plan_afdrukken", text="Crisiskaart, plan of verschil afdrukken", section="Casus",
                shortcut="Shift+F9", context=PAGE_ID, handler=self._afdrukken, enabled=self._is_open, icon="printer"),
        )  # fmt: skip

    def _is_open(self) -> bool:
        return bool(self._page.view.casus_id)

    def _tab(self) -> TabPlan:
        """Bring the tab in front, with what was typed in it stored."""
        self._page.to_file()
        self._page.view.strip.choose("plan")
        return self._page.view.plan

    def _papers(self) -> PlanDelivery:
        tab = self._tab()
        if self._delivery is None:
            self._delivery = PlanDelivery(self._page.context, tab, self._page)
        return self._delivery

    def _vaststellen(self) -> None:
        tab = self._tab()
        dossier = tab.dossier
        if dossier is None or not tab.flush():
            return
        overleg = next(
            (each.overleg_id for each in dossier.besprekingen if each.overlegstatus is Overlegstatus.LOPEND),
            None,
        )
        if overleg is None:
            self._page.context.shell.inform(
                "Een tafel stelt het plan vast: open het overleg waarin deze casus op de agenda staat."
            )
            return
        tab.vaststel.begin(dossier, overleg, tab.refused)

    def _doel(self) -> None:
        tab = self._tab()
        if not tab.adopt_goal():
            tab.acting.inform("Het plan heeft al een hoofddoel, of de aanmelding noemt geen doel.")

    def _versies(self) -> None:
        tab = self._tab()
        tab.flush()
        tab.versies.open()

    def _kaart(self) -> None:
        self._papers().ask_file(CRISISKAART)

    def _plan(self) -> None:
        self._papers().ask_file(PLANSTUK)

    def _verschil(self) -> None:
        self._papers().ask_file(PLANVERSCHIL)

    def _afdrukken(self) -> None:
        self._papers()
        tab = self._tab()
        tab.printing.ask()
        tab.to_top()
