"""The file of the case that is open: head, the panel for a role, and the tabs. A tab is filled when it comes in front."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.errors import NotFound, VhdeskError
from vhdesk.queries.dossier import dossier as ask_dossier
from vhdesk.queries.dossier_rijen import Dossier, RolRow
from vhdesk.services.casus import CasusStatusWijzigen
from vhdesk.ui.casussen.casus_kop import CasusKop
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.casussen.keuzelijsten import Keuzelijsten
from vhdesk.ui.casussen.rol_panel import RolPanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.tab_acties import TabActies
from vhdesk.ui.casussen.tab_bescherming import TabBescherming
from vhdesk.ui.casussen.tab_besluiten import TabBesluiten
from vhdesk.ui.casussen.tab_betrokkenen import TabBetrokkenen
from vhdesk.ui.casussen.tab_leefgebieden import TabLeefgebieden
from vhdesk.ui.casussen.tab_overzicht import TabOverzicht
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.ui.casussen.tab_tijdlijn import TabTijdlijn
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_4
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus

TABS = (
    ("overzicht", "Overzicht"),
    ("betrokkenen", "Betrokkenen"),
    ("leefgebieden", "Leefgebieden"),
    ("plan", "Plan"),
    ("acties", "Acties"),
    ("besluiten", "Besluiten"),
    ("tijdlijn", "Tijdlijn"),
    ("bescherming", "Bescherming"),
)


class DossierView(QWidget):
    """Signals: ``tab_changed(id)``."""

    tab_changed = Signal(str)

    def __init__(self, acting: Acting, keuzes: Keuzelijsten, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self.dossier: Dossier | None = None
        self.teksten = CasusTeksten(acting, self)
        self.kop = CasusKop()
        self.rol = RolPanel(acting, keuzes)
        self.strip = TabStrip("Onderdelen van de casus", TABS)
        self.overzicht = TabOverzicht(self.teksten)
        self.betrokkenen = TabBetrokkenen(acting)
        self.leefgebieden = TabLeefgebieden(acting, keuzes)
        self.plan = TabPlan(acting, keuzes)
        self.acties = TabActies(acting, keuzes)
        self.besluiten = TabBesluiten(acting)
        self.tijdlijn = TabTijdlijn()
        self.bescherming = TabBescherming(acting, keuzes, self.teksten)
        self.tabs: dict[str, DossierTab] = {identity: getattr(self, identity) for identity, _ in TABS}
        self._lay_out()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._show_top)
        self.strip.chosen.connect(self._tab_chosen)
        self.kop.rol_requested.connect(self.ask_rol)
        self.kop.plan_requested.connect(self._to_plan)
        self.kop.datum_requested.connect(self._explain_date)
        self.kop.status_chosen.connect(self._set_status)
        self.teksten.titled.connect(self.kop.show_titel)
        acting.done.connect(self.reload)

    def _lay_out(self) -> None:
        self.setAccessibleName("Casus")
        self.stack = QStackedWidget()
        for tab in self.tabs.values():
            self.stack.addWidget(tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_4, PAGE_MARGIN, 0)
        layout.setSpacing(SPACE_3)
        for widget in (self.kop, self.rol, self.strip):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)

    # --- which case

    @property
    def casus_id(self) -> str:
        """The case that is open, "" for none."""
        return self.dossier.id if self.dossier is not None else ""

    def show_case(self, casus_id: str) -> bool:
        """Open another case; False when the present one could not be stored (it stays) or the other is gone."""
        if casus_id == self.casus_id:
            self.reload()
            return True
        if not self.flush():
            return False
        found = self._ask(casus_id)
        if found is None:
            return False
        self.rol.close_panel()
        for tab in self.tabs.values():
            tab.leave_case()
        self.dossier = found
        restored = self.teksten.show_case(found.kop)
        self._show(found)
        if restored is not None:
            home = "bescherming" if restored is self.bescherming.grondslag else "overzicht"
            self.strip.choose(home)
            restored.setFocus()
        return True

    def reload(self, _event: object = None) -> None:
        """Ask the rows again and show them; what is being typed stays."""
        if self.dossier is None:
            return
        found = self._ask(self.dossier.id)
        if found is not None:
            self.dossier = found
            self.teksten.update_case(found.kop)
            self._show(found)

    def close_case(self) -> None:
        """Show no case (it was taken back)."""
        self.dossier = None

    def _ask(self, casus_id: str) -> Dossier | None:
        context = self._acting.context
        try:
            return context.desk.ask(ask_dossier, casus_id, vandaag=context.clock.today())
        except NotFound as fault:
            if casus_id == self.casus_id:
                self.close_case()
            else:
                context.shell.report(fault)
        except VhdeskError as fault:
            context.shell.report(fault)
        return None

    def _show(self, found: Dossier) -> None:
        self.kop.show_dossier(found)
        open_acties = sum(actie.status is Actiestatus.OPEN for actie in found.acties)
        self._number("betrokkenen", "Betrokkenen", len(found.betrokkenen))
        self._number("acties", "Acties", open_acties)
        self._number("besluiten", "Besluiten", len(found.besluiten))
        self.tabs[self.strip.current()].show_dossier(found)

    def _number(self, tab: str, text: str, number: int) -> None:
        self.strip.set_text(tab, f"{text} ({number})" if number else text)

    # --- tabs

    def choose_tab(self, identity: str) -> None:
        """Bring a tab in front, with the focus where its work starts."""
        self.strip.choose(identity)
        self.tabs[identity].focus_first()
        self._settle.start()

    def _show_top(self) -> None:
        """Once everything has its place: the focus went to a field before it was known where that stands."""
        self.tabs[self.strip.current()].to_top()

    def step_tab(self, step: int) -> None:
        """Go to the next or previous tab, round the end."""
        ids = [identity for identity, _ in TABS]
        self.choose_tab(ids[(ids.index(self.strip.current()) + step) % len(ids)])

    def _tab_chosen(self, identity: str) -> None:
        self.flush()
        tab = self.tabs[identity]
        if self.dossier is not None:
            tab.show_dossier(self.dossier)
        self.stack.setCurrentWidget(tab)
        self.tab_changed.emit(identity)

    def _to_plan(self) -> None:
        self.choose_tab("plan")

    # --- acts of the head

    def ask_rol(self, rol: str) -> None:
        """Open the panel for a role (value of a Casusrol)."""
        if self.dossier is not None:
            wanted = Casusrol(rol)
            self.rol.ask(self.dossier.id, wanted, self._houder(wanted))

    def _houder(self, rol: Casusrol) -> RolRow | None:
        assert self.dossier is not None
        houders = {
            Casusrol.CASEMANAGER: self.dossier.casemanager,
            Casusrol.VERANTWOORDELIJKE: self.dossier.verantwoordelijke,
            Casusrol.PROCESREGISSEUR: self.dossier.procesregisseur,
        }
        return houders[rol]

    def _set_status(self, status: str) -> None:
        if self.dossier is not None:
            command = CasusStatusWijzigen(casus_id=self.dossier.id, status=CasusStatus(status))
            if self._acting.execute(command) is None:
                self.reload()

    def _explain_date(self) -> None:
        self._acting.context.shell.inform("De volgende datum wordt bepaald in het overleg, per casus.")

    # --- Page

    def flush(self) -> bool:
        """Store everything that is being typed; False when something was refused."""
        stored = self.teksten.flush()
        return all([tab.flush() for tab in self.tabs.values()]) and stored

    def back_out(self) -> bool:
        """Close what is open, innermost first; False when nothing is."""
        return self.rol.cancel() or self.tabs[self.strip.current()].back_out()
