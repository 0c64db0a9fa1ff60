"""The one entry place below an item: notes, a decision or an action, each by one key; nothing typed is ever lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.planversie import planversies
from vhdesk.services.besluit import BesluitVastgelegd, BesluitVastleggen
from vhdesk.services.besluitvraag import BesluitVragen
from vhdesk.ui.onderdelen.actie_form import ActieForm
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.besluit_form import BesluitForm
from vhdesk.ui.onderdelen.vastleg_form import TEKST
from vhdesk.ui.overleg.drafts import DraftKeeper
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.form import on_field_line
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.vocabulary_plan import GEEN_NIEUWE_VERSIE, PLAN_VASTSTELLEN, vaststeltekst

if TYPE_CHECKING:
    from vhdesk.services.command import Command, Event
    from vhdesk.ui.onderdelen.versioned_text import VersionedText

NOTITIE, BESLUIT, ACTIE = "notitie", "besluit", "actie"
_WORDS = {NOTITIE: "Notitie  (Ctrl+N)", BESLUIT: "Besluit  (Ctrl+B)", ACTIE: "Actie  (Ctrl+J)"}


class InvoerPanel(QFrame):
    """Signals: ``mode_changed`` so that the page keeps where the writer is, ``besluit_asked`` when somebody wants to
    write a decision and the table is not there yet."""

    mode_changed = Signal()
    besluit_asked = Signal()

    def __init__(
        self,
        acting: Acting,
        notitie: VersionedText,
        besluit: BesluitForm,
        actie: ActieForm,
        drafts: DraftKeeper,
        submit_act: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("Vastleggen")
        self._acting = acting
        self._drafts = drafts
        self._overleg: OverlegRow | None = None
        self._punt: AgendapuntRow | None = None
        self._recording = False
        self._besluit_open = True
        self._button_home: BesluitForm | ActieForm | None = (
            besluit  # so that the first placing hides what is not asked
        )
        self._record: BesluitRow | ActieRow | None = None
        self._bringing = False
        self.notitie = notitie
        self.besluit = besluit
        self.actie = actie
        self.tabs = TabStrip("Wat u vastlegt", tuple(_WORDS.items()))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.changing = Label("", "small")
        self.saved = Label("", "small")
        self.button = PrimaryButton(submit_act, "Vastleggen", parent=self)
        self._button_place = on_field_line(self.button)
        self._button_place.setParent(self)
        self._button_place.hide()
        # the notes fill the place that the forms need, so that nothing moves between the modes
        notitie.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._stack = QStackedLayout()
        for widget in (notitie, besluit, actie):
            widget.setParent(self)  # a stack without a parent would show its first widget as a window
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(SPACE_3)
        head.addWidget(self.tabs)
        head.addStretch(1)
        for at_right in (self.saved, self.changing, besluit.more, actie.more):
            head.addWidget(at_right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addLayout(head)
        layout.addLayout(self._stack)
        self._place_button()
        self.tabs.chosen.connect(self._tab_chosen)
        for form in (besluit, actie):
            form.edited.connect(self._edited)
            form.submitted.connect(self.submit)
            form.field.cursorPositionChanged.connect(self._cursor_moved)
        notitie.field.submitted.connect(self.submit)
        besluit.ask_requested.connect(self.ask_gremium)

    def _place_button(self) -> None:
        """One button serves both forms: it stands at the end of the row of the form in front."""
        forms: dict[str, BesluitForm | ActieForm] = {BESLUIT: self.besluit, ACTIE: self.actie}
        form = forms.get(self.mode)
        if form is self._button_home:
            return
        self._button_home = form
        for one in forms.values():
            one.more.setVisible(one is form)
        if form is None:
            self._button_place.hide()
            return
        form.row.addWidget(self._button_place)
        self._button_place.show()

    def ask_more(self) -> None:
        """Bring up the texts that are not asked of everyone: grounds, conditions, informing."""
        form = self._button_home
        if form is not None:
            form.ask_more()

    # --- items and modes

    @property
    def mode(self) -> str:
        """Return "notitie", "besluit" or "actie"."""
        return self.tabs.current()

    def form_of(self, mode: str) -> BesluitForm | ActieForm:
        """Return the form in which a ``mode`` other than the notes is written."""
        return self.besluit if mode == BESLUIT else self.actie

    @property
    def record_id(self) -> str:
        """Return the id of the decision or action that is being changed, "" when something new is written."""
        return self._record.id if self._record is not None else ""

    def show_item(self, overleg: OverlegRow, punt: AgendapuntRow, *, may_record: bool) -> None:
        """Another item is in front: bring its drafts. The notes are the page's to fill. ``may_record``: this user
        records decisions and actions."""
        self._recording = may_record and punt.casus_id is not None
        self._overleg, self._punt, self._record = overleg, punt, None
        for mode in (BESLUIT, ACTIE):
            self._bring(mode)
            self.tabs.setTabVisible(self._index(mode), self._recording)
            form = self.form_of(mode)
            policy = QSizePolicy.Policy.Preferred if self._recording else QSizePolicy.Policy.Ignored
            form.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        # an item begins with its notes, unless a decision or action was begun here
        if self.mode != NOTITIE and not (self._recording and self._begun(self.mode)):
            self.tabs.choose(NOTITIE)
        self._words()

    def choose(self, mode: str) -> None:
        """Bring a mode in front and put the cursor in its text; not for an item without a case."""
        if self._punt is None or (mode != NOTITIE and not self._recording):
            return
        if mode == BESLUIT and not self._besluit_open:
            self.besluit_asked.emit()
            return
        if mode != self.mode or self._record is not None:
            self._record = None
            if mode != NOTITIE:
                self._bring(mode)
        self.tabs.choose(mode)
        self._words()
        self.focus_text()
        self.mode_changed.emit()

    def open_besluit(self, is_open: bool) -> None:
        """Say whether the table is ready to decide; a decision that was begun stays in sight."""
        self._besluit_open = is_open

    def edit(self, row: BesluitRow | ActieRow) -> None:
        """Change what was recorded; what was being written stays in its draft."""
        mode = BESLUIT if isinstance(row, BesluitRow) else ACTIE
        self._record = row
        self.tabs.choose(mode)
        if isinstance(row, BesluitRow):
            self.besluit.show_row(row)
        else:
            self.actie.show_row(row)
        self._bring(mode)
        if isinstance(row, BesluitRow):
            self.besluit.change_of(row)
        self._words()
        self.focus_text()
        self.mode_changed.emit()

    def adopt_plan(self) -> None:
        """Write the decision that adopts the plan, with the cursor in what is still asked; what was being written as a
        decision goes first."""
        assert self._punt is not None and self._punt.casus_id is not None
        self.choose(BESLUIT)
        if self.mode != BESLUIT:  # the table has not judged yet, or this user records nothing
            return
        if self.besluit.empty():
            try:
                eerder = self._acting.context.desk.ask(planversies, self._punt.casus_id)
            except VhdeskError as fault:
                self._acting.context.shell.report(fault)
                return
            tekst = vaststeltekst(max((row.nummer for row in eerder), default=0) + 1)
            self.besluit.restore({TEKST: tekst, "type": PLAN_VASTSTELLEN}, len(tekst))
            self._edited()
        elif self.besluit.type.value() != PLAN_VASTSTELLEN:
            self._acting.inform("Leg eerst het besluit vast dat hier begonnen is, of maak het leeg.")
            return
        self.besluit.more.setChecked(True)
        self.besluit.extra["onderbouwing"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Put the cursor in the text in front, or in the field beside it in which something is half typed."""
        form = self._button_home
        half = form.half_field() if form is not None else None
        (half or self.text_field()).setFocus()

    def text_field(self) -> QWidget:
        """Return the text area of the mode in front."""
        return {BESLUIT: self.besluit.field, ACTIE: self.actie.field}.get(self.mode, self.notitie.field)

    def back_out(self) -> bool:
        """From changing to writing something new, from a decision or action to the notes; False at the notes."""
        if self._record is not None:
            self._drafts.drop(self._key(self.mode))
            self._record = None
            self._bring(self.mode)
            self._words()
            return True
        if self.mode != NOTITIE:
            self.choose(NOTITIE)
            return True
        return False

    # --- recording

    def can_submit(self) -> bool:
        """Whether there is something to record in front."""
        return self.mode != NOTITIE and self._punt is not None

    def submit(self) -> None:
        """Record or change what stands in front; the cursor stays ready for the next one."""
        if not self.can_submit():
            return
        if self.form_of(self.mode).half_typed():
            return
        self._do(self._command())

    def ask_gremium(self) -> None:
        """Ask the decision in front of the body that may take it."""
        if self.mode != BESLUIT or self._punt is None or self.besluit.half_typed():
            return
        if not self.besluit.vraag.offers:
            self._acting.inform("Dit besluit neemt de tafel zelf: er is niets te vragen.")
            return
        assert self._overleg is not None and self._punt.casus_id is not None
        command = self.besluit.ask(self._overleg.id, self._punt.casus_id)
        if command is not None:
            self._do(command)

    def _do(self, command: Command) -> None:
        """Do an act on what stands in front and begin anew."""
        event = self._acting.execute(command, self._refused)
        if event is None:
            return
        self._acting.inform(self._told(command, event))
        self._drafts.drop(self._key(self.mode))
        self._record = None
        self._bring(self.mode)
        self._words()
        self.focus_text()

    def _told(self, command: Command, event: Event) -> str:
        """Return what to say of what was recorded; a decision that adopts the plan says which version stands."""
        if self._record is not None:
            return "Gewijzigd."
        if isinstance(command, BesluitVragen):
            return f"Besluit gevraagd, antwoord vóór {date_in_words(command.antwoord_voor)}."
        told = f"{self.mode.capitalize()} vastgelegd"
        if not isinstance(command, BesluitVastleggen) or command.type_code != PLAN_VASTSTELLEN:
            return f"{told}."
        versie = event.planversie if isinstance(event, BesluitVastgelegd) else None
        return f"{told}; {f'versie {versie} van het plan staat vast.' if versie else GEEN_NIEUWE_VERSIE}"

    def _command(self) -> Command:
        assert self._overleg is not None and self._punt is not None and self._punt.casus_id is not None
        if isinstance(self._record, BesluitRow):
            return self.besluit.change(self._record)
        if self._record is not None:
            return self.actie.change(self._record)
        form = self.form_of(self.mode)
        return form.command(self._overleg.id, self._punt.casus_id)

    def _refused(self, fault: RuleViolation) -> bool:
        return self.form_of(self.mode).refuse(fault)

    # --- drafts

    def _key(self, mode: str) -> str:
        assert self._overleg is not None and self._punt is not None
        key = f"overleg/{self._overleg.id}/{self._punt.id}/{mode}"
        return f"{key}/{self._record.id}" if self._record is not None else key

    def _bring(self, mode: str) -> None:
        """Fill a form from its draft; a new one begins empty."""
        form = self.form_of(mode)
        draft = self._drafts.get(self._key(mode))
        self._bringing = True
        if draft is not None:
            form.restore(json.loads(draft.text), draft.cursor)
        elif self._record is None:
            form.clear()
        self._bringing = False

    def _cursor_moved(self) -> None:
        """Keep the place of the cursor with a draft that is there already."""
        if self._punt is not None and not self._bringing and self.mode != NOTITIE and self._begun(self.mode):
            form = self.form_of(self.mode)
            self._drafts.put(self._key(self.mode), json.dumps(form.state()), form.field.cursor_position())

    def _edited(self) -> None:
        if self._punt is None:
            return
        form = self.form_of(self.mode)
        if form.empty() and self._record is None:
            self._drafts.drop(self._key(self.mode))
        else:
            self._drafts.put(self._key(self.mode), json.dumps(form.state()), form.field.cursor_position())
        self._words()

    # --- words

    def show_saved(self, words: str) -> None:
        """Say when the notes were saved."""
        self.saved.setText(words)

    def _words(self) -> None:
        for mode, words in _WORDS.items():
            begun = mode != NOTITIE and self._record is None and self._punt is not None and self._begun(mode)
            self.tabs.set_text(mode, f"{words} begonnen" if begun and mode != self.mode else words)
        self.saved.setVisible(self.mode == NOTITIE)
        text = ""
        if self._record is not None:
            letter = "B" if self.mode == BESLUIT else "A"
            text = f"{letter}-{self._record.nummer} wijzigen. Esc: niet wijzigen."
        self.changing.setText(text)
        self.changing.setVisible(bool(text))
        self._place_button()

    def _begun(self, mode: str) -> bool:
        return self._drafts.get(self._key(mode)) is not None

    def _stack_mode(self) -> str:
        return list(_WORDS)[self._stack.currentIndex()]

    def _index(self, mode: str) -> int:
        return list(_WORDS).index(mode)

    def _tab_chosen(self, mode: str) -> None:
        closed = mode == BESLUIT and not self._besluit_open and self._record is None
        if closed and self.tabs.hasFocus():  # by hand, before the table is there
            self.tabs.choose(self._stack_mode())
            self.besluit_asked.emit()
            return
        self._stack.setCurrentIndex(self._index(mode))
        self._place_button()
        if self.tabs.hasFocus():  # chosen with the mouse: go on writing at once
            self.choose(mode)
