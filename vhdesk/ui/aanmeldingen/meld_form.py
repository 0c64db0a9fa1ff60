"""The referral form: calm groups, what is still missing in words, kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.aanmelding import ontbrekend
from vhdesk.queries.instelling import STANDAARD, Tafelregels
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.ui.aanmeldingen.bekende_field import BekendeField
from vhdesk.ui.aanmeldingen.bestanden_field import BestandenField
from vhdesk.ui.aanmeldingen.lines_field import LinesField
from vhdesk.ui.aanmeldingen.meld_inhoud import persoon
from vhdesk.ui.aanmeldingen.meld_velden import ALLE, ALLEEN_MENS, ALLEEN_RECHTSPERSOON, GROEPEN, Groep, maak
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.bsn_mark import BsnMark
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.woorden import opsomming, telling
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_2, SPACE_3
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import FieldRow
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.ticks_field import TicksField
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Meldveld

COUNT_MS = 150  # what is missing follows the typing, not every letter
PERSOON = ("voornamen", "geslachtsnaam", "geboortedatum", "bsn", "adres", "postcode")
NAMED = 5  # fields that are named when something is missing
WIDE = ("text", "ticks", "personen", "partners", "bekend", "bestanden")
VAST = ("gemeente_id", "tafel_id")  # of a case that was weighed: an act of their own changes them
VAST_WOORDEN = (
    "Gemeente en tafel staan vast: de casus is gewogen of opgenomen. Open de casus (Ctrl+Shift+O in triage) en geef de reden: "
    "Ctrl+Shift+N voor een andere gemeente, Ctrl+Shift+T voor een andere tafel."
)
NOT_TAKEN = "Druk op Enter om dit bestand toe te voegen, of maak het veld leeg."
OF_A_FILE = ("bestand_", "bijlage_")  # what a refusal about a file that comes with it begins with
ELDERS = "meldt niet aan bij deze tafel"
ONLY_NEW = (
    "personen",
    "partners",
    "bekend",
    "bestanden",
    "aangemeld_op",
    "code_rood",
)  # afterwards these have a place of their own


class MeldForm(QWidget):
    """Signals: ``submitted`` on Ctrl+Enter or the button, ``left`` on "Sluiten" (what was typed stays as a draft)."""

    submitted = Signal()
    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Aanmelding")
        self.fields: dict[str, QWidget] = {veld.key: maak(veld, context) for veld in ALLE}
        self.errors: dict[str, FieldError] = {}
        self._holders: dict[str, QWidget] = {}
        self._asked = 0
        self._regels: Mapping[str, Tafelregels] = {}
        self._gemeenten: Sequence[tuple[str, str]] = ()
        self._per_tafel: Mapping[str, Sequence[str]] = {}
        self.header = PageHeader()
        self.column = ScrollColumn("Velden van de aanmelding", margin=0)
        for groep in GROEPEN:
            self.column.body.addWidget(self._card(groep))
        bsn = self.fields["bsn"]
        assert isinstance(bsn, QLineEdit)
        self.bsn_mark = BsnMark(bsn)
        self.missing = Label("", "muted", wrap=True)
        self.trouble = Label("", "fault", wrap=True)
        self.trouble.hide()
        self.close_button = QPushButton("Sluiten  (Esc)")
        self.verb_button = QPushButton()
        self.verb_button.setProperty("kind", "primary")
        self._lay_out()
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count.timeout.connect(self.count_missing)
        self._draft = FormDraft(context.desk, self.fields, context.shell.report, self)
        self._connect()

    def _card(self, groep: Groep) -> Card:
        card = Card(groep.title, groep.icon)
        row: FieldRow | None = None
        for veld in groep.velden:
            field = self.fields[veld.key]
            error = FieldError(field)
            self.errors[veld.key] = error
            if veld.kind in WIDE:
                row = None
                holder = QWidget()
                box = QVBoxLayout(holder)
                box.setContentsMargins(0, 0, 0, 0)
                if veld.kind in ("text", "ticks"):
                    label = Label(veld.label, "label")
                    label.setBuddy(field.focusProxy() or field)
                    box.addWidget(label)
                box.addWidget(field)
                box.addWidget(error)
                card.body.addWidget(holder)
                self._holders[veld.key] = holder
                continue
            if veld.key == VAST[0]:
                self.vast = Label(VAST_WOORDEN, "muted", wrap=True)
                card.body.addWidget(self.vast)
            if row is None:
                row = FieldRow(190)
                card.body.addWidget(row)
            row.add(veld.label or " ", field, error)
            self._holders[veld.key] = field.parentWidget() or field
        return card

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        words = QVBoxLayout()
        words.addWidget(self.missing)
        words.addWidget(self.trouble)
        foot.addLayout(words, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.verb_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, SPACE_3, PAGE_MARGIN, SPACE_3)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.header)
        layout.addWidget(self.column, 1)
        layout.addLayout(foot)
        for button in (self.close_button, self.verb_button):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.left)
        self.verb_button.clicked.connect(self.submit)
        for field in self.fields.values():
            if isinstance(field, TextArea):
                field.edited.connect(self._count.start)
                field.submitted.connect(self.submit)
            elif isinstance(field, CompleterField | ChoiceField):
                field.chosen.connect(self._count.start)
            elif isinstance(field, QCheckBox):
                field.toggled.connect(self._count.start)
            elif isinstance(field, DateField):
                field.changed.connect(self._count.start)
            elif isinstance(field, LinesField | TicksField | BekendeField | BestandenField):
                field.edited.connect(self._count.start)
            elif isinstance(field, QLineEdit):
                field.textEdited.connect(self._count.start)
        table = self.fields["tafel_id"]
        assert isinstance(table, ChoiceField)
        table.chosen.connect(self._offer_gemeenten)
        soort = self.fields["soort"]
        assert isinstance(soort, ChoiceField)
        soort.currentIndexChanged.connect(self._show_soort)
        for key in PERSOON:
            who = self.fields[key]
            if isinstance(who, QLineEdit):
                who.textEdited.connect(self.bekend.typed)
            elif isinstance(who, DateField):
                who.changed.connect(self.bekend.typed)

    def _show_soort(self) -> None:
        """Ask what belongs to this kind of person: a rechtspersoon was not born and has no BSN."""
        mens = self.fields["soort"].value() != Persoonsoort.RECHTSPERSOON  # type: ignore[attr-defined]
        for keys, shown in ((ALLEEN_MENS, mens), (ALLEEN_RECHTSPERSOON, not mens)):
            for key in keys:
                self._holders[key].setVisible(shown)
        caption = self._holders["geslachtsnaam"].findChild(Label)
        caption.setText("Geslachtsnaam" if mens else "Naam")
        self.fields["geslachtsnaam"].setAccessibleName(caption.text())
        self._count.start()

    @property
    def bekend(self) -> BekendeField:
        """Return the field that says whom the vault knows."""
        field = self.fields["bekend"]
        assert isinstance(field, BekendeField)
        return field

    # --- what can be chosen

    def set_choices(self, **choices: list[tuple[str, str]]) -> None:
        """Offer (id, text) in the choice fields named."""
        for name, found in choices.items():
            field = self.fields[name]
            assert isinstance(field, ChoiceField | TicksField)
            field.set_choices(found)

    def set_options(self, **options: list[Option]) -> None:
        """Offer what is found by typing in the fields named."""
        for name, found in options.items():
            field = self.fields[name]
            assert isinstance(field, CompleterField | LinesField)
            field.set_options(found)

    def set_regels(self, regels: Mapping[str, Tafelregels]) -> None:
        """Take what each table asks of a referral, by its id."""
        self._regels = regels

    def set_gemeenten(
        self, gemeenten: Sequence[tuple[str, str]], per_tafel: Mapping[str, Sequence[str]]
    ) -> None:
        """Take every gemeente as (id, name), and which of them refer to which table."""
        self._gemeenten, self._per_tafel = tuple(gemeenten), per_tafel
        self._offer_gemeenten()

    def _offer_gemeenten(self) -> None:
        """Offer the gemeenten of the table that was chosen first; the others say that they do not refer there."""
        field, table = self.fields["gemeente_id"], self.fields["tafel_id"]
        assert isinstance(field, CompleterField) and isinstance(table, ChoiceField)
        mag = self._per_tafel.get(table.value())
        own = [Option(id_, naam) for id_, naam in self._gemeenten if mag is None or id_ in mag]
        rest = [
            Option(id_, naam, ELDERS) for id_, naam in self._gemeenten if mag is not None and id_ not in mag
        ]
        field.set_options([*own, *rest])

    # --- showing

    def open(
        self,
        title: str,
        verb: str,
        values: Mapping[str, Any],
        draft: str,
        *,
        asked: int = 0,
        vast: bool = False,
    ) -> None:
        """Show ``values`` and what was left unfinished under ``draft``. ``asked``: partners asked already; ``vast``:
        gemeente and tafel are only read."""
        self._draft.end()
        self.header.set_title(title)
        self.verb_button.setText(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(verb)
        self._asked = asked
        new = not draft.endswith("/aanvullen")
        for key in ONLY_NEW:
            self._holders[key].setVisible(new)
        self.clear_faults()
        for key, field in self.fields.items():
            _put(field, values[key])
        if new:
            self.bekend.begin(self._persoon)
        back = self._draft.begin(draft)
        self._offer_gemeenten()
        self.vast.setVisible(vast)
        for key in VAST:
            self.fields[key].setEnabled(not vast)
            if vast:  # an older draft may say otherwise
                _put(self.fields[key], values[key])
        self._show_soort()
        self.count_missing()
        first = self.fields["bron"] if new else self._first_missing()
        (back or first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_missing(self) -> QWidget:
        missing = self._missing()
        return self.fields.get(missing[0].value, self.fields["bron"]) if missing else self.fields["bron"]

    def _persoon(self) -> Persoonsgegevens:
        return persoon(self.values())

    def put_away(self) -> None:
        """The form goes: what stands in it waits."""
        self.bekend.end()
        self._draft.end()

    def forget(self) -> None:
        """What stood in it became an act."""
        self.bekend.end()
        self._draft.forget()

    def write(self) -> bool:
        """Keep what stands in it now; False when that failed."""
        return self._draft.write()

    # --- values

    def values(self) -> dict[str, Any]:
        """Return the value of every field."""
        return {key: _read(field) for key, field in self.fields.items()}

    def _missing(self) -> tuple[Meldveld, ...]:
        values = self.values()
        asked = self._asked or len(values["partners"])
        vereist = self._regels.get(values["tafel_id"], STANDAARD).velden
        return ontbrekend(
            {**values, "adres": values["adres"] or values["woonplaats"], "partners": asked}, vereist
        )

    def count_missing(self) -> None:
        """Say what is still needed before the referral is weighed."""
        missing = self._missing()
        if missing:
            names = opsomming(_first([veld.label for veld in missing]))
            self.missing.setText(f"Nog {telling(len(missing), 'veld', 'velden')} voor triage: {names}.")
        else:
            self.missing.setText("Volledig: deze aanmelding kan naar triage.")

    # --- doing

    def submit(self) -> None:
        """Ask the page to do it, when the dates and lines can be understood."""
        self.clear_faults()
        for key, field in self.fields.items():
            if self.errors[key].doubt():
                return
            if isinstance(field, DateField) and not field.valid() and not self._holders[key].isHidden():
                self.errors[key].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-11-1990.")
                return
            if isinstance(field, LinesField) and field.unfinished():
                what = "de geslachtsnaam" if key == "personen" else "de organisatie"
                self.errors[key].show_words(f"Vul bij elke regel {what} in, of haal de regel weg.")
                return
            if isinstance(field, BestandenField) and field.unfinished() and not self._holders[key].isHidden():
                self.errors[key].show_words(NOT_TAKEN)
                return
        self.submitted.emit()

    def show_fault(self, fault: VhdeskError, report: Callable[[VhdeskError], None]) -> None:
        """Show a refusal beside its field, else through ``report``."""
        if isinstance(fault, RuleViolation) and fault.field in self.errors:
            self.errors[fault.field].show_fault(fault)
        elif fault.code.startswith(OF_A_FILE):
            self.errors["bestanden"].show_fault(fault)
        else:
            report(fault)

    def clear_faults(self) -> None:
        """Take every refusal away."""
        for error in self.errors.values():
            if error.text():
                error.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits from every field."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)


def _first(names: list[str]) -> list[str]:
    """Return a few names and how many more; with large text all of them would fill the page."""
    if len(names) <= NAMED:
        return names
    return [*names[: NAMED - 1], f"{len(names) - NAMED + 1} andere"]


def _read(field: Any) -> Any:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, TextArea):
        return field.text()
    return field.value() if hasattr(field, "set_value") else field.text()


def _put(field: Any, value: Any) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, TextArea):
        field.load(value, force=True)
    elif hasattr(field, "set_value"):
        if isinstance(field, DateField):
            field.line.setModified(False)
        field.set_value(value)
    else:
        field.setText(value)
