"""The head of a case: who, number, status, and the three that a case needs, red or green in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.casusstand import AFGEROND, IN_TOP_X, MET_DATUM, gewone_stappen, heeft_regie
from vhdesk.queries.dossier_rijen import Dossier, RolRow
from vhdesk.queries.planversie import plan_van_dossier, planstand
from vhdesk.ui.onderdelen.caseload_woorden import teller
from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.methode_woorden import methode_chip
from vhdesk.ui.onderdelen.woorden import getal, met_hoofdletter
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.vocabulary import GEEN_PERSOON, ROL_WEG, Betrokkenheid, Casusrol, CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_methode import BESCHERMD
from vhdesk.vocabulary_plan import Planstand
from vhdesk.vocabulary_triage import Caseload, Plichtsoort

_ICONS = {
    Casusrol.CASEMANAGER: "user-check",
    Casusrol.VERANTWOORDELIJKE: "building-2",
    Casusrol.PROCESREGISSEUR: "users",
}


LOW = 600  # pixels of the page at 100 % text: below this what the case is about is left out
_PLICHT_ICONS = {
    Plichtsoort.GEMEENTE_INFORMEREN: "siren",
    Plichtsoort.TERUGKOPPELING: "send",
    Plichtsoort.TOP_X_KEUZE: "layers",
}


class CasusKop(QWidget):
    """Signals: ``rol_requested(str)`` (value of a Casusrol), ``datum_requested``,
    ``status_chosen(str)``, ``weging_requested`` (how the case was weighed), ``plicht_requested`` ("plicht": what
    must be told, "plaats": which case leaves the Top X),
    ``tab_requested(str)`` (where the plan, the method or the phase of AVE stands)."""

    rol_requested = Signal(str)
    datum_requested = Signal()
    status_chosen = Signal(str)
    weging_requested = Signal()
    plicht_requested = Signal(str)
    tab_requested = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        page.installEventFilter(self)
        self.setAccessibleName("Kop van de casus")
        self.header = PageHeader()
        self.status = FilterChip("Status")
        self.status.chosen.connect(self.status_chosen)
        self._low = False
        self.titel = Label("", wrap=True)
        self.rollen = {rol: Chip() for rol in Casusrol}
        self.plan = Chip()
        self.datum = Chip()
        self.caseload = Chip()
        self.methode = Chip()
        self.ave = Chip()
        self.ave.hide()
        self.ave.clicked.connect(self._verloop)
        self.beschermd = Chip(BESCHERMD, "accent", "shield-check")
        self.plichten = {soort: Chip() for soort in Plichtsoort}
        self.caseload.clicked.connect(self.weging_requested)
        self.rollen[Casusrol.CASEMANAGER].clicked.connect(self._casemanager)
        self.rollen[Casusrol.VERANTWOORDELIJKE].clicked.connect(self._verantwoordelijke)
        self.rollen[Casusrol.PROCESREGISSEUR].clicked.connect(self._procesregisseur)
        self.plan.clicked.connect(self._plan)
        self.datum.clicked.connect(self.datum_requested)
        for chip in (self.methode, self.beschermd):
            chip.hide()
            chip.clicked.connect(self._methode)
        for soort, chip in self.plichten.items():
            chip.hide()
            chip.clicked.connect(self._plaats if soort is Plichtsoort.TOP_X_KEUZE else self._plicht)
        chips = QWidget()
        chips.setAccessibleName(
            "Status, plichten, bescherming, methode, fase van AVE, casemanager, verantwoordelijke, procesregisseur, plan, volgende datum "
            "en Top X"
        )
        flow = FlowLayout(chips, spacing=6)
        rest = (*self.rollen.values(), self.plan, self.datum, self.caseload)
        for each in (self.status, *self.plichten.values(), self.beschermd, self.methode, self.ave, *rest):
            flow.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.header)
        layout.addWidget(self.titel)
        layout.addWidget(chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        chips.setSizePolicy(policy)
        self._fit(page.height())

    def show_dossier(self, dossier: Dossier, vandaag: date) -> None:
        """Show the head of this case as it is on ``vandaag``."""
        kop = dossier.kop
        hoofd = next((b for b in dossier.betrokkenen if b.rol is Betrokkenheid.HOOFDBETROKKENE), None)
        self.header.set_title(hoofd.naam if hoofd is not None else kop.titel or kop.nummer)
        geboren = f"geboren {short_date(hoofd.geboortedatum)}" if hoofd and hoofd.geboortedatum else ""
        termijn = f"bewaren\u00a0tot\u00a0{short_date(dossier.bewaren.bewaren_tot)}"
        delen = (geboren, kop.nummer, kop.doelgroep, kop.gemeente, kop.tafel, termijn)
        self.header.set_subtitle(*(met_hoofdletter(deel) for deel in delen))
        self.show_titel(kop.titel)
        stappen = (kop.status, *(naar for naar, _ in gewone_stappen(kop.status)))
        self.status.set_choices([(status.value, met_hoofdletter(status.label)) for status in stappen])
        self.status.set_value(kop.status.value)
        self._show_caseload(dossier)
        self._show_plichten(dossier)
        self._show_methode(dossier)
        self._show_ave(dossier)
        regie = heeft_regie(kop.status, kop.caseload)
        self._show_rol(Casusrol.CASEMANAGER, dossier.casemanager, required=regie)
        self._show_rol(Casusrol.VERANTWOORDELIJKE, dossier.verantwoordelijke, required=regie)
        self._show_rol(Casusrol.PROCESREGISSEUR, dossier.procesregisseur, required=regie)
        self._show_plan(dossier, required=regie)
        if kop.status is CasusStatus.NAZORG:
            self._show_nazorg(kop.volgende_datum, vandaag)
        else:
            self._show_datum(kop.volgende_datum, vandaag, required=kop.status in MET_DATUM)

    def _show_nazorg(self, datum: date | None, vandaag: date) -> None:
        """Say when nazorg is reviewed; when every review was done, what is left is closing the case."""
        if datum is None:
            self.datum.set_words("Nazorg gedaan: sluit af of heropen", "warn", "hand-heart")
            return
        over = datum < vandaag
        moest = "Nazorg is niet beoordeeld op" if over else "Nazorg beoordelen op"
        self.datum.set_words(f"{moest} {date_in_words(datum)}", "danger" if over else "ok", "hand-heart")

    def _show_datum(self, datum: date | None, vandaag: date, *, required: bool) -> None:
        """Say when the case comes back; a date that has passed is none."""
        if datum is None:
            woorden = "Geen volgende datum"
        elif datum < vandaag:
            woorden = f"Volgende datum is voorbij: {date_in_words(datum)}"
        else:
            woorden = f"Volgende datum: {date_in_words(datum)}"
        state = _state(datum is not None and datum >= vandaag, required)
        self.datum.set_words(woorden, state, "calendar")

    def _show_caseload(self, dossier: Dossier) -> None:
        """Say on which count the case stands, and how full the Top X is."""
        stand, kop = dossier.stand, dossier.kop
        if kop.status not in IN_TOP_X:
            woorden, state = f"Niet in de Top X ({getal(stand.top_x)} / {getal(stand.norm)})", "muted"
        elif kop.caseload is Caseload.HULP:
            woorden, state = f"Hulp in de uitvoering ({teller(stand)})", "muted"
        else:
            woorden, state = teller(stand), "danger" if stand.over else "ok"
        self.caseload.set_words(woorden, state, "layers", name=f"{woorden}. Weging tonen.")

    def _show_plichten(self, dossier: Dossier) -> None:
        """Show what must still be told, red until it was done by an act."""
        for soort, chip in self.plichten.items():
            open_ = [
                plicht for plicht in dossier.plichten if plicht.soort is soort and plicht.gedaan_op is None
            ]
            chip.setVisible(bool(open_))
            if open_:
                woorden = f"{met_hoofdletter(soort.label)}: uiterlijk {short_date(open_[0].termijn)}"
                chip.set_words(woorden, "danger", _PLICHT_ICONS[soort], name=f"{woorden}. Afdoen.")

    def _show_methode(self, dossier: Dossier) -> None:
        """Say by which method the case is worked and what that still lacks, which matters while a table works on it; and
        that it has extra protection."""
        woorden, state = methode_chip(dossier.methode)
        self.methode.setVisible(bool(woorden))
        state = state if dossier.kop.status in IN_TOP_X else "muted"
        self.methode.set_words(woorden, state, "list-checks", name=f"Methode {woorden}. Tonen.")
        self.beschermd.setVisible(dossier.methode.beschermd)

    def _show_ave(self, dossier: Dossier) -> None:
        """Say in which phase of AVE the case is, and who carries what in it."""
        fase = next((stap for stap in dossier.verloop if stap.soort is Gebeurtenissoort.AVE_FASE), None)
        self.ave.setVisible(fase is not None and dossier.kop.status not in AFGEROND)
        if fase is not None:
            houders = "; ".join(f"{rol.label}: {organisatie}" for rol, organisatie in fase.houders)
            self.ave.set_words(
                f"AVE-fase {fase.fase}",
                "accent",
                "layers",
                name=f"AVE-fase {fase.fase}. {met_hoofdletter(houders)}.",
            )

    def show_titel(self, titel: str) -> None:
        """Show what the case is about."""
        self.titel.setText(titel)
        self.titel.setVisible(bool(titel) and not self._low)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A low window leaves the head its chips."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched.height())
        return super().eventFilter(watched, event)

    def _fit(self, height: int) -> None:
        """Leave out what the case is about where there is little height: it is the first field of the file."""
        low = height < current_theme().px(LOW)
        if low != self._low:
            self._low = low
            self.show_titel(self.titel.text())

    def _show_plan(self, dossier: Dossier, *, required: bool) -> None:
        """Say whether a table adopted the one plan, and whether it changed since."""
        stand = planstand(plan_van_dossier(dossier), dossier.planversies)
        woorden = met_hoofdletter(stand.label)
        if stand in (Planstand.VASTGESTELD, Planstand.GEWIJZIGD):
            woorden = f"{woorden} (versie {dossier.planversies[0].nummer})"
        states = {Planstand.VASTGESTELD: "ok", Planstand.GEEN: _state(False, required)}
        rest = "warn" if dossier.kop.status in IN_TOP_X else "muted"
        self.plan.set_words(woorden, states.get(stand, rest), "target")

    def _show_rol(self, rol: Casusrol, houder: RolRow | None, *, required: bool) -> None:
        if houder is None:
            woorden = whole = f"Geen {rol.label}"
        else:
            woorden = f"{met_hoofdletter(rol.label)}: {houder.naam or houder.organisatie}"
            whole = f"{woorden}, {houder.organisatie}" if houder.naam else woorden
        state = _state(houder is not None, required)
        if houder is not None and houder.weg:
            woorden, whole, state = f"{woorden}, {ROL_WEG}", f"{whole}, {ROL_WEG}", "danger"
        elif houder is not None and not houder.naam:
            woorden, whole = f"{woorden}, {GEEN_PERSOON}", f"{whole}, {GEEN_PERSOON}"
            state = _state(False, required)
        self.rollen[rol].set_words(woorden, state, _ICONS[rol], name=f"{whole}. Wijzigen.")

    def _casemanager(self) -> None:
        self.rol_requested.emit(Casusrol.CASEMANAGER.value)

    def _verantwoordelijke(self) -> None:
        self.rol_requested.emit(Casusrol.VERANTWOORDELIJKE.value)

    def _plan(self) -> None:
        self.tab_requested.emit("plan")

    def _methode(self) -> None:
        self.tab_requested.emit("methode")

    def _verloop(self) -> None:
        self.tab_requested.emit("tijdlijn")

    def _plicht(self) -> None:
        self.plicht_requested.emit("plicht")

    def _plaats(self) -> None:
        self.plicht_requested.emit("plaats")

    def _procesregisseur(self) -> None:
        self.rol_requested.emit(Casusrol.PROCESREGISSEUR.value)


def _state(present: bool, required: bool) -> str:
    if present:
        return "ok"
    return "danger" if required else "muted"
