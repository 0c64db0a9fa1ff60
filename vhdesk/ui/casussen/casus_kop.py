"""The head of a case: who, number, status, and the three that a case needs, red or green in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.casusstand import MET_DATUM, MET_REGIE, gewone_stappen
from vhdesk.queries.dossier_rijen import Dossier, RolRow
from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.vocabulary import Betrokkenheid, Casusrol

_ICONS = {
    Casusrol.CASEMANAGER: "user-check",
    Casusrol.VERANTWOORDELIJKE: "building-2",
}


class CasusKop(QWidget):
    """Signals: ``rol_requested(str)`` (value of a Casusrol), ``plan_requested``, ``datum_requested``,
    ``status_chosen(str)``."""

    rol_requested = Signal(str)
    plan_requested = Signal()
    datum_requested = Signal()
    status_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader()
        self.status = FilterChip("Status")
        self.status.chosen.connect(self.status_chosen)
        self.titel = Label("", wrap=True)
        self.rollen = {rol: Chip() for rol in (Casusrol.CASEMANAGER, Casusrol.VERANTWOORDELIJKE)}
        self._regie = False
        self.plan = Chip()
        self.datum = Chip()
        self.rollen[Casusrol.CASEMANAGER].clicked.connect(self._casemanager)
        self.rollen[Casusrol.VERANTWOORDELIJKE].clicked.connect(self._verantwoordelijke)
        self.plan.clicked.connect(self.plan_requested)
        self.datum.clicked.connect(self.datum_requested)
        chips = QWidget()
        chips.setAccessibleName("Status, casemanager, verantwoordelijke, plan en volgende datum")
        flow = FlowLayout(chips, spacing=6)
        for chip in (self.status, *self.rollen.values(), self.plan, self.datum):
            flow.addWidget(chip)
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

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the head of this case."""
        kop = dossier.kop
        hoofd = next((b for b in dossier.betrokkenen if b.rol is Betrokkenheid.HOOFDBETROKKENE), None)
        self.header.set_title(hoofd.naam if hoofd is not None else kop.titel or kop.nummer)
        geboren = f"geboren {short_date(hoofd.geboortedatum)}" if hoofd and hoofd.geboortedatum else ""
        regisseur = dossier.procesregisseur
        proces = f"procesregisseur {regisseur.naam}" if regisseur is not None else ""
        delen = (geboren, kop.nummer, kop.doelgroep, kop.gemeente, kop.tafel, proces)
        self.header.set_subtitle(*(met_hoofdletter(deel) for deel in delen))
        self.show_titel(kop.titel)
        stappen = (kop.status, *(naar for naar, _ in gewone_stappen(kop.status)))
        self.status.set_choices([(status.value, met_hoofdletter(status.label)) for status in stappen])
        self.status.set_value(kop.status.value)
        regie = kop.status in MET_REGIE
        self._show_rol(Casusrol.CASEMANAGER, dossier.casemanager, required=regie)
        self._show_rol(Casusrol.VERANTWOORDELIJKE, dossier.verantwoordelijke, required=regie)
        self._regie = regie
        self.show_plan(dossier.plan is not None and bool(dossier.plan.hoofddoel.strip()))
        if kop.volgende_datum is not None:
            self.datum.set_words(f"Volgende datum: {date_in_words(kop.volgende_datum)}", "ok", "calendar")
        else:
            self.datum.set_words("Geen volgende datum", _state(False, kop.status in MET_DATUM), "calendar")

    def show_titel(self, titel: str) -> None:
        """Show what the case is about."""
        self.titel.setText(titel)
        self.titel.setVisible(bool(titel))

    def show_plan(self, heeft_plan: bool) -> None:
        """Say whether the one plan has a main goal."""
        woorden = "Plan vastgesteld" if heeft_plan else "Geen plan"
        self.plan.set_words(woorden, _state(heeft_plan, self._regie), "target")

    def _show_rol(self, rol: Casusrol, houder: RolRow | None, *, required: bool) -> None:
        if houder is None:
            woorden = whole = f"Geen {rol.label}"
        else:
            woorden = f"{met_hoofdletter(rol.label)}: {houder.naam or houder.organisatie}"
            whole = f"{woorden}, {houder.organisatie}" if houder.naam else woorden
        self.rollen[rol].set_words(
            woorden, _state(houder is not None, required), _ICONS[rol], name=f"{whole}. Wijzigen."
        )

    def _casemanager(self) -> None:
        self.rol_requested.emit(Casusrol.CASEMANAGER.value)

    def _verantwoordelijke(self) -> None:
        self.rol_requested.emit(Casusrol.VERANTWOORDELIJKE.value)


def _state(present: bool, required: bool) -> str:
    if present:
        return "ok"
    return "danger" if required else "muted"
