"""The file of the case that is open: head, the panel for a role, and the tabs. A tab is filled when it comes in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.errors import NotFound, VhdeskError
from vhdesk.queries.casusstand import gewone_stappen
from vhdesk.queries.dossier import dossier as ask_dossier
from vhdesk.queries.dossier_rijen import Dossier, RolRow
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.ui.casussen.casus_kop import CasusKop
from vhdesk.ui.casussen.casus_teksten import CasusTeksten
from vhdesk.ui.casussen.datum_panel import DatumPanel
from vhdesk.ui.casussen.rol_panel import RolPanel
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.tab_acties import TabActies
from vhdesk.ui.casussen.tab_bescherming import TabBescherming
from vhdesk.ui.casussen.tab_besluiten import TabBesluiten
from vhdesk.ui.casussen.tab_betrokkenen import TabBetrokkenen
from vhdesk.ui.casussen.tab_leefgebieden import TabLeefgebieden
from vhdesk.ui.casussen.tab_methode import TabMethode
from vhdesk.ui.casussen.tab_overzicht import TabOverzicht
from vhdesk.ui.casussen.tab_plan import TabPlan
from vhdesk.ui.casussen.tab_tijdlijn import TabTijdlijn
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_4
from vhdesk.ui.widgets.half_column import HalfColumn
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus
from vhdesk.vocabulary_inbreng import VERPLICHT, citaat, citaten
from vhdesk.vocabulary_methode import Methodeeis

TABS = (
    ("overzicht", "Overzicht"),
    ("betrokkenen", "Betrokkenen"),
    ("leefgebieden", "Leefgebieden"),
    ("plan", "Plan"),
    ("acties", "Acties"),
    ("besluiten", "Besluiten"),
    ("tijdlijn", "Tijdlijn"),
    ("bescherming", "Bescherming"),
    ("methode", "Methode"),
)

WARM_MS = 40  # between two parts built ahead: keys and paints come first


class DossierView(QWidget):
    """Made empty, so that the window stands at once; its parts are built when a case opens, or before that in spare
    moments (``warm_up``). A tab is built when it comes in front.

    Signals: ``tab_changed(id)``, ``tijdlijn_made`` when the tab of the course was built.
    """

    tab_changed = Signal(str)
    tijdlijn_made = Signal()

    kop: CasusKop
    rol: RolPanel
    datum: DatumPanel
    strip: TabStrip
    stack: QStackedWidget

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Casus")
        self._acting = acting
        self._keuzes = keuzes
        self._built = False
        self._tabs: dict[str, DossierTab] = {}
        self.dossier: Dossier | None = None
        self.teksten = CasusTeksten(acting, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_MARGIN, SPACE_4, PAGE_MARGIN, 0)
        self._column.setSpacing(SPACE_3)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._show_top)
        self._warm = QTimer(self, interval=WARM_MS)
        self._warm.timeout.connect(self._build_next)
        acting.done.connect(self.reload)

    # --- building

    def build(self) -> None:
        """Make head, panel and strip; once."""
        if self._built:
            return
        self._built = True
        self.kop = CasusKop(self)
        self.rol = RolPanel(self._acting, self._keuzes, self)
        self.datum = DatumPanel(self._acting, self)
        self.strip = TabStrip("Onderdelen van de casus", TABS, self)
        self.stack = QStackedWidget(self)
        self.stack.setMinimumHeight(current_theme().px(100))  # a tab scrolls; the head keeps its lines
        for widget in (HalfColumn(self.kop, self), self.rol, self.datum, self.strip, self.stack):
            self._column.addWidget(widget)
        self._column.setStretchFactor(self.stack, 1)
        self.strip.chosen.connect(self._tab_chosen)
        self.kop.rol_requested.connect(self.ask_rol)
        self.kop.datum_requested.connect(self.ask_datum)
        self.kop.status_chosen.connect(self._set_status)
        self.kop.weging_requested.connect(self._to_weging)
        self.kop.tab_requested.connect(self.choose_tab)
        self.kop.plicht_requested.connect(self._to_plicht)
        self.teksten.titled.connect(self.kop.show_titel)

    def tab(self, identity: str) -> DossierTab:
        """Return a tab, built now when it was not there yet. Raises KeyError for an unknown one."""
        if identity not in self._tabs:
            made = self._make_tab(identity)
            self._tabs[identity] = made
            self.stack.addWidget(made)
            if isinstance(made, TabPlan):
                made.written.connect(self.reload)
            if isinstance(made, TabTijdlijn):
                self.tijdlijn_made.emit()
            if isinstance(made, TabLeefgebieden):
                made.cite_requested.connect(self._cite)
            if isinstance(made, TabMethode):
                made.eis_requested.connect(self._to_eis)
        return self._tabs[identity]

    def _make_tab(self, identity: str) -> DossierTab:
        acting, keuzes, parent = self._acting, self._keuzes, self.stack
        makers: dict[str, Callable[[], DossierTab]] = {
            "overzicht": partial(TabOverzicht, acting, self.teksten, parent),
            "betrokkenen": partial(TabBetrokkenen, acting, parent),
            "leefgebieden": partial(TabLeefgebieden, acting, keuzes, parent),
            "plan": partial(TabPlan, acting, keuzes, parent),
            "acties": partial(TabActies, acting, keuzes, parent),
            "besluiten": partial(TabBesluiten, acting, keuzes, parent),
            "tijdlijn": partial(TabTijdlijn, acting, keuzes, parent),
            "bescherming": partial(TabBescherming, acting, keuzes, self.teksten, parent),
            "methode": partial(TabMethode, acting, keuzes, parent),
        }
        return makers[identity]()

    def warm_up(self) -> None:
        """Build the parts one by one in the moments between, so that the first case opens as fast as the next."""
        self._warm.start()

    def _build_next(self) -> None:
        if not self._built:
            self.build()
            return
        missing = next((identity for identity, _ in TABS if identity not in self._tabs), "")
        if missing:
            self.tab(missing)
        else:
            self._warm.stop()

    @property
    def overzicht(self) -> TabOverzicht:
        """The tab of the texts."""
        return cast(TabOverzicht, self.tab("overzicht"))

    @property
    def betrokkenen(self) -> TabBetrokkenen:
        """The tab of the persons."""
        return cast(TabBetrokkenen, self.tab("betrokkenen"))

    @property
    def leefgebieden(self) -> TabLeefgebieden:
        """The tab of the leefgebieden."""
        return cast(TabLeefgebieden, self.tab("leefgebieden"))

    @property
    def plan(self) -> TabPlan:
        """The tab of the plan."""
        return cast(TabPlan, self.tab("plan"))

    @property
    def acties(self) -> TabActies:
        """The tab of the actions."""
        return cast(TabActies, self.tab("acties"))

    @property
    def bescherming(self) -> TabBescherming:
        """The tab of what may be known."""
        return cast(TabBescherming, self.tab("bescherming"))

    @property
    def besluiten(self) -> TabBesluiten:
        """The tab of the decisions."""
        return cast(TabBesluiten, self.tab("besluiten"))

    @property
    def tijdlijn(self) -> TabTijdlijn:
        """The tab of what happened."""
        return cast(TabTijdlijn, self.tab("tijdlijn"))

    @property
    def methode(self) -> TabMethode:
        """The tab of the method."""
        return cast(TabMethode, self.tab("methode"))

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
        self.build()
        self.rol.close_panel()
        self.datum.close_panel()
        for tab in self._tabs.values():
            tab.leave_case()
        self.dossier = found
        drafts = self.teksten.drafts(found.id)
        if drafts:
            self.tab("overzicht")
            self.tab("bescherming")
        restored = self.teksten.show_case(found.kop)
        self._show(found)
        if restored:
            self.strip.choose("bescherming" if restored in VERPLICHT else "overzicht")
            self._focus_text(restored)
        return True

    def _cite(self, nummer: int) -> None:
        """Have the shared picture cite a statement, at its end, and go on writing there."""
        self.strip.choose("overzicht")
        area = self.teksten.area("gezamenlijk_beeld")
        if area is not None and nummer not in citaten(area.text()):
            area.to_end()
            area.insert(f" {citaat(nummer)}" if area.text().strip() else citaat(nummer))
        self._focus_text("gezamenlijk_beeld")

    def _focus_text(self, veld: str) -> None:
        area = self.teksten.area(veld)
        if area is not None:
            area.setFocus()

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
        self._show_kop(found)
        open_acties = sum(actie.status is Actiestatus.OPEN for actie in found.acties)
        self._number("betrokkenen", "Betrokkenen", len(found.betrokkenen))
        self._number("acties", "Acties", open_acties)
        self._number("besluiten", "Besluiten", len(found.besluiten))
        current = self.tab(self.strip.current())
        current.show_dossier(found)
        self.stack.setCurrentWidget(current)

    def _show_kop(self, found: Dossier) -> None:
        self.kop.show_dossier(found, self._acting.context.clock.today())

    def _number(self, tab: str, text: str, number: int) -> None:
        self.strip.set_text(tab, f"{text} ({number})" if number else text)

    # --- tabs

    def choose_tab(self, identity: str) -> None:
        """Bring a tab in front, with the focus where its work starts."""
        self.strip.choose(identity)
        self.tab(identity).focus_first()
        self._settle.start()

    def show_hit(self, identity: str, record_id: str, words: Sequence[str]) -> None:
        """Bring a tab in front, where ``words`` were found (see ``DossierTab``); else where its work starts."""
        self.strip.choose(identity)
        tab = self.tab(identity)
        if not tab.show_hit(record_id, words):
            tab.focus_first()

    def _show_top(self) -> None:
        """Once everything has its place: the focus went to a field before it was known where that stands."""
        self.tab(self.strip.current()).to_top()

    def step_tab(self, step: int) -> None:
        """Go to the next or previous tab, round the end."""
        ids = [identity for identity, _ in TABS]
        self.choose_tab(ids[(ids.index(self.strip.current()) + step) % len(ids)])

    def _tab_chosen(self, identity: str) -> None:
        self.flush()
        tab = self.tab(identity)
        if self.dossier is not None:
            tab.show_dossier(self.dossier)
        self.stack.setCurrentWidget(tab)
        self.tab_changed.emit(identity)

    def _to_eis(self, eis: str) -> None:
        """Go where a demand of the method is met."""
        if eis == Methodeeis.CASUSREGIE:
            self.ask_rol(Casusrol.CASEMANAGER.value)
        elif eis == Methodeeis.RITME:
            self.ask_datum()
        else:
            waar = {Methodeeis.LEEFTIJD: "betrokkenen", Methodeeis.BESCHERMING: "bescherming"}
            self.choose_tab(waar.get(Methodeeis(eis), "plan"))

    # --- acts of the head

    def ask_rol(self, rol: str) -> None:
        """Open the panel for a role (value of a Casusrol)."""
        if self.dossier is not None:
            wanted = Casusrol(rol)
            self.datum.leave()
            self.rol.ask(self.dossier.id, wanted, self._houder(wanted), self.dossier.kop.tafel)

    def ask_datum(self) -> None:
        """Open the panel for the next date."""
        if self.dossier is not None:
            self.rol.leave()
            self.datum.ask(self.dossier.id, self.dossier.kop.volgende_datum)

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
            chosen = CasusStatus(status)
            if dict(gewone_stappen(self.dossier.kop.status)).get(chosen):
                self._show_kop(self.dossier)  # the chip shows where the case stands until the reason is given
                self.strip.choose("tijdlijn")
                self.tijdlijn.panel.ask_reason(chosen, self.dossier)
            elif self._acting.execute(CasusStatusWijzigen(casus_id=self.dossier.id, status=chosen)) is None:
                self.reload()

    def _to_weging(self) -> None:
        self._acting.context.shell.navigate("aanmeldingen", f"weging:{self.casus_id}")

    def _to_plicht(self, what: str) -> None:
        self._acting.context.shell.navigate("aanmeldingen", f"{what}:{self.casus_id}")

    # --- Page

    def flush(self) -> bool:
        """Store everything that is being typed; False when something was refused."""
        stored = self.teksten.flush()
        return all([tab.flush() for tab in self._tabs.values()]) and stored

    def back_out(self) -> bool:
        """Close what is open, innermost first; False when nothing is."""
        return self._built and (
            self.rol.leave() or self.datum.leave() or self.tab(self.strip.current()).back_out()
        )

    def focus_first(self) -> None:
        """Put the focus where the work of the tab in front starts."""
        self.tab(self.strip.current()).focus_first()
