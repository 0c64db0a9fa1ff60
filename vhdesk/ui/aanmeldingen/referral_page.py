"""The page Aanmeldingen: referrals to weigh, the form for a new one, and the lists that were delivered.

Each of the three has its own acts: while it is in front, its name is the context in the registry.
"""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import VhdeskError
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.instelling import tafelregels_alle
from vhdesk.queries.organisatie import gemeenten
from vhdesk.queries.referentie import DOELGROEPEN, LEEFGEBIEDEN
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.casusaanmelding import CasusAangemeld
from vhdesk.services.changes import Changes
from vhdesk.services.command import Event
from vhdesk.ui.aanmeldingen import meld_inhoud
from vhdesk.ui.aanmeldingen.meld_form import MeldForm
from vhdesk.ui.aanmeldingen.meld_velden import NIET_GEKOZEN
from vhdesk.ui.aanmeldingen.page import AanmeldingenPage
from vhdesk.ui.aanmeldingen.triage_view import TriageView
from vhdesk.ui.actions import Act
from vhdesk.ui.bridge import touches
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen import keuzes as known
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.focus_keeper import FocusKeeper
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.vocabulary_triage import Criterium

KINDS = (
    "casus", "aanmelding", "bekendheid", "weging", "plicht", "persoon", "betrokkene", "tafelinstelling", "organisatie",
    "medewerker", "tafel", "inbreng",
)  # fmt: skip
NIEUW = "aanmelding/nieuw"
TRIAGE, FORM, LISTS = "triage", "aanmelding", "aanmeldingen"


class ReferralPage(QWidget):
    """``show_target`` takes "weging:<case>", "plicht:<case>", "plaats:<case>", "aanvullen:<case>", "vindplaats:<case>"
    with on the next lines the words to look for, "nieuw", "lijsten", or what the lists take."""

    page_id = "aanmeldingen"
    title = "Aanmeldingen"

    @property
    def topic(self) -> str:
        """Return the chapter of the manual: on referrals, or on lists that are read in."""
        return self.lists.topic if self.lists.isVisible() else "aanmelden-en-wegen"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAcceptDrops(True)
        self._context = context
        self._stale = True
        self._filling = False  # whether the form adds to a stored referral
        self._focus = FocusKeeper(self)
        self._acting = Acting(context, self)
        self.tabs = TabStrip("Aanmeldingen", ((TRIAGE, "Te wegen"), (LISTS, "Aangeleverde lijsten")))
        self._keuzes = Keuzes(context.desk)
        self.triage = TriageView(self._acting, self._keuzes)
        self.form = MeldForm(context)
        self.lists = AanmeldingenPage(context)
        self.stack = QStackedWidget()
        for view in (self.triage, self.form, self.lists):
            self.stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        strip = QVBoxLayout()
        strip.setContentsMargins(PAGE_MARGIN, SPACE_3, PAGE_MARGIN, 0)
        strip.addWidget(self.tabs)
        layout.addLayout(strip)
        layout.addWidget(self.stack, 1)
        self._add_acts()
        self.tabs.chosen.connect(self._tab_chosen)
        self.triage.act_requested.connect(context.registry.trigger)
        self.triage.shown.connect(context.registry.refresh)
        self.form.submitted.connect(self._submit)
        self.form.left.connect(self._leave_form)
        self._acting.done.connect(self._done)
        context.bridge.changed.connect(self._changed)

    def _add_acts(self) -> None:
        view = self.triage
        acts = (
            Act(id="triage.nieuw", text="Nieuwe aanmelding", section="Casus", shortcut="Ctrl+N", context=TRIAGE,
                handler=self.new, icon="file-plus", words="melden code rood verwijzen"),
            Act(id="triage.aanvullen", text="Aanmelding aanvullen", section="Casus", shortcut="Ctrl+E",
                context=TRIAGE, handler=self.fill, enabled=self._is_running, icon="pencil", words="velden ontbreken"),
            Act(id="triage.beginnen", text="In triage nemen", section="Casus", shortcut="Ctrl+T", context=TRIAGE,
                handler=view.begin, enabled=view.can_begin, icon="arrow-right", words="wegen volledig"),
            Act(id="triage.bekendheid", text="Bekendheid vragen", section="Casus", shortcut="Ctrl+B",
                context=TRIAGE, handler=self._to_bekendheid, enabled=self._is_open, icon="circle-help",
                words="partners bekend"),
            Act(id="triage.wegen", text="Aanmelding wegen", section="Casus", shortcut="Ctrl+W", context=TRIAGE,
                handler=view.weigh, enabled=view.can_weigh, icon="scale", words="criteria top x triage uitkomst"),
            Act(id="triage.intrekken", text="Weging intrekken…", section="Casus", shortcut="Ctrl+Shift+W",
                context=TRIAGE, handler=self._withdraw, enabled=self._was_weighed, icon="undo-2"),
            Act(id="triage.afdoen", text="Terugkoppeling of melding afdoen", section="Casus", shortcut="Ctrl+D",
                context=TRIAGE, handler=view.ask_duty, enabled=self._has_duty, icon="send",
                words="gemeente informeren code rood melder"),
            Act(id="triage.bijlage", text="Bijlage toevoegen", section="Casus", shortcut="Ctrl+Shift+D", context=TRIAGE,
                handler=self._attach, enabled=self._is_open, icon="file-plus", words="bestand document pdf stuk"),
            Act(id="triage.casus", looks=True, text="Casus openen", section="Casus", shortcut="Ctrl+Shift+O", context=TRIAGE,
                handler=self._to_case, enabled=self._is_open, icon="folder-open"),
            Act(id="triage.norm", text="Norm van de Top X…", section="Casus", shortcut="Ctrl+Shift+X",
                context=TRIAGE, handler=view.ask_norm, icon="target", words="250 stuurgroep instelling"),
            Act(id="triage.zoeken", looks=True, text="Zoeken in aanmeldingen", section="Beeld", shortcut="Ctrl+F",
                context=TRIAGE, handler=view.pane.focus_search, icon="search"),
            Act(id="triage.lijst", text="Aangeleverde lijst inlezen…", section="Casus", shortcut="Ctrl+O",
                context=TRIAGE, handler=self._read_list, icon="import", words="excel csv aanlevering"),
            Act(id="triage.lijsten", looks=True, text="Aangeleverde lijsten", section="Beeld", shortcut="Ctrl+PgDown",
                context=TRIAGE, handler=self._to_lists, icon="list"),
            Act(id="aanmeldingen.triage", looks=True, text="Aanmeldingen om te wegen", section="Beeld",
                shortcut="Ctrl+Shift+PgUp", context=LISTS, handler=self._to_triage, icon="scale"),
            Act(id="aanmelding.opslaan", text="Aanmelding vastleggen", section="Casus", context=FORM,
                handler=self.form.submit, icon="check"),
            Act(id="aanmelding.sluiten", looks=True, text="Aanmelding sluiten (blijft als concept)", section="Casus",
                context=FORM, handler=self._leave_form, icon="x"),
        )  # fmt: skip
        self._context.registry.add(*acts)

    # --- when

    def _is_open(self) -> bool:
        return bool(self.triage.casus_id)

    def _is_running(self) -> bool:
        dossier = self.triage.dossier
        return dossier is not None and not dossier.dicht

    def _was_weighed(self) -> bool:
        return bool(self.triage.detail.last_weging())

    def _has_duty(self) -> bool:
        return self.triage.detail.open_duty() is not None

    # --- views

    def _in_front(self) -> str:
        widget = self.stack.currentWidget()
        return FORM if widget is self.form else LISTS if widget is self.lists else TRIAGE

    def _bring(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self.tabs.setVisible(view is not self.form)
        if view is not self.form:
            self.tabs.blockSignals(True)
            self.tabs.choose(LISTS if view is self.lists else TRIAGE)
            self.tabs.blockSignals(False)
        if self.isVisible():
            self._context.registry.set_context(self._in_front())

    def _tab_chosen(self, tab: str) -> None:
        self._bring(self.lists if tab == LISTS else self.triage)
        if tab == LISTS:
            self.lists.activate()
            self.tabs.setFocus()

    def _to_lists(self) -> None:
        self._bring(self.lists)
        self.lists.activate()

    def _to_triage(self) -> None:
        self._bring(self.triage)
        self.triage.pane.focus_list()

    def _read_list(self) -> None:
        self._to_lists()
        self.lists.choose_file()

    # --- the form

    def new(self) -> None:
        """Ctrl+N: a new referral, or the one that was left unfinished."""
        self._open_form(
            "Nieuwe aanmelding", "Aanmelding vastleggen", meld_inhoud.leeg(self._context.clock.today()), NIEUW
        )

    def fill(self) -> None:
        """Ctrl+E: add to the referral in front."""
        dossier = self.triage.dossier
        if dossier is not None and not dossier.dicht:
            self._open_form(
                f"Aanmelding van {dossier.hoofd.naam}", "Opslaan", meld_inhoud.van_dossier(dossier),
                f"aanmelding/{dossier.id}/aanvullen", asked=len(dossier.bekendheid),
                vast=dossier.staat_vast,
            )  # fmt: skip

    def _open_form(
        self,
        title: str,
        verb: str,
        values: dict[str, object],
        draft: str,
        *,
        asked: int = 0,
        vast: bool = False,
    ) -> None:
        try:
            self._load_choices()
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._filling = draft != NIEUW
        self._bring(self.form)
        self.form.open(title, verb, values, draft, asked=asked, vast=vast)

    def _load_choices(self) -> None:
        keuzes = self._keuzes
        tables = [NIET_GEKOZEN, *((row.id, row.naam) for row in keuzes.tafels() if row.actief)]
        groups, areas = keuzes.lijst(DOELGROEPEN), keuzes.lijst(LEEFGEBIEDEN)
        self.form.set_choices(
            tafel_id=tables,
            van_tafel_id=tables,
            doelgroep_code=[NIET_GEKOZEN, *((row.code, met_hoofdletter(row.naam)) for row in groups)],
            leefgebieden=[(row.code, met_hoofdletter(row.naam)) for row in areas],
            criteria=[(each.value, f"{each.value}. {each.label}") for each in Criterium],
        )
        self.form.set_regels(self._context.desk.ask(tafelregels_alle))
        partners = keuzes.organisatie_opties()
        self.form.set_gemeenten(
            [(row.id, row.naam) for row in self._context.desk.ask(gemeenten)],
            self._context.desk.ask(aanmeldgemeenten),
        )
        self.form.set_options(
            melder_organisatie_id=partners,
            partners=partners,
        )

    def _submit(self) -> None:
        values = self.form.values()
        dossier = self.triage.dossier
        command = (
            meld_inhoud.aanvullen(values, dossier)
            if self._filling and dossier is not None
            else meld_inhoud.ontvangen(values)
        )
        if isinstance(command, AanmeldingOntvangen) and values["bestanden"]:
            work = meld_inhoud.Vastleggen(self._context.desk, command, values["bestanden"])
            self._context.jobs.exclusive(
                self, "De aanmelding wordt vastgelegd.", work, done=self._stored, failed=self._not_stored
            )
            return
        try:
            event = self._context.desk.execute(command, initiator=self)
        except VhdeskError as fault:
            self._not_stored(fault)
            return
        self._stored(event)

    def _not_stored(self, fault: Exception) -> None:
        if not isinstance(fault, VhdeskError):
            raise fault
        self.form.show_fault(fault, self._context.shell.report)

    def _stored(self, event: Event) -> None:
        self.form.forget()
        self._context.shell.saved()
        self._bring(self.triage)
        self._done(event)
        self.triage.open(event.id)
        if not isinstance(event, CasusAangemeld):
            return
        if event.overleg_gepland_op is not None:
            self._context.shell.inform(
                f"Code Rood: er stond geen overleg; het is gepland op {date_in_words(event.overleg_gepland_op)}. Nodig mensen uit "
                "bij Overleggen."
            )
        elif event.op_agenda_van is not None:
            self._context.shell.inform(
                f"Code Rood: de casus staat bovenaan de agenda van {date_in_words(event.op_agenda_van)}. Informeer nu de gemeente "
                "(Ctrl+D)."
            )

    def _leave_form(self) -> None:
        self.form.put_away()
        self._to_triage()

    # --- acts on the referral in front

    def _to_bekendheid(self) -> None:
        self.triage.columns.to_detail()
        self.triage.detail.bekendheid.focus_first()

    def _attach(self) -> None:
        self.triage.columns.to_detail()
        self.triage.detail.bijlagen.ask_file()

    def _withdraw(self) -> None:
        self.triage.columns.to_detail()
        self.triage.detail.intrek.ask(self.triage.detail.last_weging())

    def _to_case(self) -> None:
        self._context.shell.navigate("casussen", self.triage.casus_id)

    # --- what changed

    def _done(self, _event: Event) -> None:
        self.triage.refresh()
        self._context.registry.refresh()

    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and touches(changes, known.KINDS):
            self._keuzes.refresh()
        if isinstance(changes, Changes) and touches(changes, KINDS, initiator=self):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self.triage.refresh()
        self._context.registry.refresh()

    # --- dragging a file onto the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is for the lists."""
        self.lists.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        self.lists.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped, where it is shown."""
        self._to_lists()
        self.lists.dropEvent(event)

    # --- Page

    def activate(self) -> None:
        """The page came to the front."""
        self._context.registry.set_context(self._in_front())
        if self._stale:
            self._refresh()
        if self._in_front() == LISTS:
            self.lists.activate()
        elif self._in_front() == TRIAGE:
            self._focus.come_back(self.triage.pane.view)

    def show_target(self, target: str) -> None:
        """Come on a referral, its open duty, the form, or a delivered list."""
        what, _, casus_id = target.partition(":")
        if what == "vindplaats":
            casus_id, *words = casus_id.split("\n")
            self._bring(self.triage)
            if self.triage.open(casus_id):
                self.triage.detail.show_hit(words)
        elif what in ("weging", "plicht", "plaats", "aanvullen"):
            self._bring(self.triage)
            ask = {
                "plicht": self.triage.ask_duty,
                "plaats": self.triage.ask_plaats,
                "aanvullen": self.fill,
            }.get(what)
            if self.triage.open(casus_id) and ask is not None and not self._context.desk.read_only:
                ask()
        elif target == "nieuw":
            self.new()
        elif target == "lijsten":
            self._to_lists()
        else:
            self._bring(self.lists)
            self.lists.show_target(target)

    def flush(self) -> bool:
        """Keep what is half typed."""
        return self.form.write()

    def back_out(self) -> bool:
        """Close the form (it stays as a draft), a panel, a preview; False at the list."""
        if self._in_front() == FORM:
            self._leave_form()
            return True
        if self._in_front() == TRIAGE:
            return self.triage.back_out()
        if self.lists.back_out():
            return True
        self._to_triage()
        return True

    def save_state(self) -> dict[str, object]:
        """Remember how wide the list is, and what the lists remember."""
        return {"triage": self.triage.columns.state(), **self.lists.save_state()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take that back."""
        self.triage.columns.restore(state.get("triage"))
        self.lists.restore_state(state)
