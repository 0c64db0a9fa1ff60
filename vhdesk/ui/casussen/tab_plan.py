"""The plan van aanpak, edited as a whole and saved by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation, StaleVersion, VhdeskError
from vhdesk.queries.dossier import dossier as ask_dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.plan import PlanGeschreven
from vhdesk.ui.autosave import DRAFT_MS, Autosave
from vhdesk.ui.casussen.plan_form import PlanForm
from vhdesk.ui.casussen.plan_inhoud import PlanInhoud, from_draft, from_row
from vhdesk.ui.casussen.plan_versies import PlanVersies
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.vaststel_panel import VaststelPanel
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.both_texts import BothTexts
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.plan_woorden import plan_zin
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.vocabulary_plan import CRISISKAART, PLANSTUK, PLANVERSCHIL

_NAME = "plan"
ACTS = (
    ("casus.plan_vaststellen", "Vaststellen"),
    ("casus.planversies", "Versies vergelijken"),
    ("casus.crisiskaart", "Crisiskaart"),
    ("casus.plan_afdrukken", "Afdrukken"),
)
PAPIEREN = ((CRISISKAART, "Crisiskaart"), (PLANSTUK, "Plan van aanpak"), (PLANVERSCHIL, "Verschil"))


class TabPlan(DossierTab):
    """Loads, saves and reconciles; ``PlanForm`` holds the fields.

    Signals: ``written`` after the plan was stored.
    """

    written = Signal()

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Plan van aanpak", parent)
        self.acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self._base = PlanInhoud()
        self._version: int | None = None
        context = acting.context
        self.form = PlanForm(context)
        self.both = BothTexts()
        self.stand = Label("", wrap=True)
        self.versies = PlanVersies()
        self.printing = PrintPanel(context, "Ctrl+F6", stuk="plan")
        self.vaststel = VaststelPanel(acting)
        self.wat = ChoiceField("Wat", PAPIEREN)
        self.printing.add_field("Wat", self.wat, "wat")
        for widget in (
            self.stand,
            self._buttons(),
            self.vaststel,
            self.printing,
            self.versies,
            self.both,
            self.form,
        ):
            self.body.addWidget(widget)
        self.autosave = Autosave(context.clock, context.desk, self)
        self.autosave.watch_value(_NAME, self._save)
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_timer.timeout.connect(self._write_draft)
        self.autosave.failed.connect(self._failed)
        self.autosave.saved.connect(context.shell.saved)
        self.form.edited.connect(self._edited)
        self.form.left.connect(self.autosave.flush)
        self.both.keep_mine.connect(self._keep_mine)
        self.both.take_other.connect(self._take_other)
        self.versies.placed.connect(self._show_choice)

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=SPACE_2)
        registry = self.acting.context.registry
        for act_id, text in ACTS:
            flow.addWidget(PrimaryButton(registry.action(act_id), text, kind=""))
        return row

    def _show_choice(self) -> None:
        assert self.column is not None
        text, inside = self.versies.text, self.column.widget()
        assert inside is not None
        self.column.verticalScrollBar().setValue(self.versies.mapTo(inside, QPoint(0, 0)).y())
        if text.hasFocus():
            at = text.viewport().mapTo(inside, text.cursorRect().bottomRight())
            self.column.ensureVisible(at.x(), at.y(), 0, 48)

    # --- showing

    def fill(self, dossier: Dossier) -> None:
        """Show the stored plan; what is being typed stays, on the version it was read at."""
        self.stand.setText(plan_zin(dossier))
        self.versies.show_dossier(dossier)
        stored = from_row(dossier.plan)
        version = dossier.plan.version if dossier.plan is not None else None
        other_case = dossier.id != self._casus_id
        self.form.show_surroundings(
            dossier.kop,
            self._gebieden(dossier),
            positief=self._keuzes.is_radicalisering(dossier.kop.tafel_id),
        )
        if not other_case and (self.autosave.dirty or stored == self._base):
            if stored == self._base:
                self._version = version
            return
        self._casus_id, self._base, self._version = dossier.id, stored, version
        self.both.hide()
        self.form.show_plan(stored, force=other_case)
        if other_case:
            self._restore_draft()

    def _gebieden(self, dossier: Dossier) -> list[tuple[str, str]]:
        gebieden = self._keuzes.leefgebieden(dossier.kop.tafel_id)
        codes = {gebied.code for gebied in gebieden}
        choices = [(gebied.code, met_hoofdletter(gebied.naam)) for gebied in gebieden]
        doelen = dossier.plan.doelen if dossier.plan is not None else ()
        return choices + [
            (doel.leefgebied_code, met_hoofdletter(doel.leefgebied))
            for doel in doelen
            if doel.leefgebied_code not in codes
        ]

    def _restore_draft(self) -> None:
        drafts = self.acting.context.desk.drafts(self._draft_key())
        if drafts:
            self.form.show_plan(from_draft(drafts[0].text), force=True)
            self.autosave.touch(_NAME)

    # --- saving

    def _draft_key(self) -> str:
        return f"casusplan/{self._casus_id}"

    def _edited(self) -> None:
        if self._casus_id:
            self.autosave.touch(_NAME)
            if not self._draft_timer.isActive():
                self._draft_timer.start()

    def _write_draft(self) -> None:
        """Keep what is half typed, at most a second behind the fingers."""
        if self.autosave.dirty:
            try:
                self.acting.context.desk.save_draft(self._draft_key(), self.form.inhoud().to_draft(), 0)
            except VhdeskError as fault:
                self.acting.context.shell.report(fault)

    def _save(self) -> None:
        """Write the plan. Raises VhdeskError; what was refused is kept as a draft, so that a lock loses nothing."""
        inhoud = self.form.inhoud()
        desk = self.acting.context.desk
        if inhoud == self._base:
            desk.clear_draft(self._draft_key())
            return
        try:
            event = self.acting.write(inhoud.command(self._casus_id, self._version))
        except VhdeskError:
            desk.save_draft(self._draft_key(), inhoud.to_draft(), 0)
            raise
        desk.clear_draft(self._draft_key())
        self._base = inhoud
        self._version = event.version if isinstance(event, PlanGeschreven) else None
        self.written.emit()
        for line in (line for part in self.form.delen.values() for line in part.lines):
            if line.error.text():
                line.error.clear()

    def _failed(self, fault: object) -> None:
        if isinstance(fault, StaleVersion):
            stored = from_row(self.acting.context.desk.ask(ask_dossier, self._casus_id).plan)
            self.both.show_texts("Plan van aanpak", self.form.inhoud().words(), stored.words())
        elif isinstance(fault, RuleViolation) and fault.field in self.form.delen:
            for line in self.form.delen[fault.field].lines:
                if not line.first_text().strip() and not line.blank():
                    line.error.show_fault(fault)
        elif isinstance(fault, RuleViolation) and fault.field == "evaluatiedatum":
            self.form.evaluatie_fault.show_fault(fault, go=False)
        elif isinstance(fault, VhdeskError):
            self.acting.context.shell.report(fault)

    def refused(self, fault: RuleViolation) -> bool:
        """Say beside its field what keeps a table from adopting the plan."""
        if fault.code == "evaluatiedatum_verstreken":
            self.form.evaluatie_fault.show_fault(fault)
            return True
        return self.form.refuse(fault.field or "")

    def _stored_now(self) -> PlanInhoud:
        row = self.acting.context.desk.ask(ask_dossier, self._casus_id).plan
        self._version = row.version if row is not None else None
        self._base = from_row(row)
        return self._base

    def _keep_mine(self) -> None:
        self._stored_now()
        self.autosave.touch(_NAME)
        self.autosave.flush()

    def _take_other(self) -> None:
        stored = self._stored_now()
        self.form.show_plan(stored, force=True)
        self.acting.context.desk.clear_draft(self._draft_key())
        self.autosave.forget(_NAME)

    def adopt_goal(self) -> bool:
        """Store what the referrer wants to reach as main goal, ready to be changed; False when there is nothing to take."""
        taken = self.form.adopt()
        if taken:
            self.autosave.flush()
        self.form.hoofddoel.setFocus()
        return taken

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Go to the version that a table adopted, or to the text of the plan."""
        return self.versies.show_hit(record_id, words) or super().show_hit(record_id, words)

    def leave_case(self) -> None:
        """Close what was open for this case."""
        self.vaststel.close_panel()
        self.versies.close_panel()
        self.printing.close_panel()

    def back_out(self) -> bool:
        """Close what is open; False when nothing is."""
        return self.vaststel.leave() or self.printing.leave() or self.versies.close_panel()

    def flush(self) -> bool:
        """Store the plan; False when it was refused."""
        return self.autosave.flush()

    def focus_first(self) -> None:
        """Start at the main goal."""
        self.form.hoofddoel.setFocus()
