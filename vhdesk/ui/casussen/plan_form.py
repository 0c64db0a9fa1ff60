"""The fields of the plan van aanpak; says when something was edited and what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import DossierKop
from vhdesk.ui.casussen.plan_inhoud import PlanInhoud
from vhdesk.ui.casussen.plan_regel import PlanRegel
from vhdesk.ui.casussen.plan_regels import PlanRegels
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_3
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import FieldRow, labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_plan import (
    GEEN_AANLEIDING,
    NEGATIEF,
    PLAN_MIST,
    POSITIEF,
    klinkt_negatief,
)

Choices = Sequence[tuple[str, str]]


class PlanForm(QWidget):
    """Signals: ``edited`` on every change by hand, ``left`` when a field lost the focus."""

    edited = Signal()
    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gebieden: tuple[tuple[str, str], ...] = ()
        self._positief = False
        self._doel = ""  # what the referrer wants to reach
        self.aanleiding = Label("", wrap=True)
        self.hoofddoel = TextArea("Hoofddoel", "Wat moet er bereikt zijn, en wanneer?", min_lines=2)
        self.voorstel = Label("", "muted", wrap=True)
        self.overnemen = PrimaryButton(
            context.registry.action("casus.plan_doel"), "Overnemen als hoofddoel", kind="quiet"
        )
        self.afschaal = TextArea("Afschaalcriterium", "Wanneer kan de casus van tafel?", min_lines=2)
        self.evaluatie = DateField("Evaluatiedatum", context.clock, show_words=False)
        self.evaluatie_fault = FieldError(self.evaluatie)
        self.faults = {veld: Label(words, "fault", wrap=True) for veld, words in PLAN_MIST.items()}
        self.positief = Label(POSITIEF, "muted", wrap=True)
        self.delen = {
            "doelen": PlanRegels("Doelen per leefgebied", "Doel", self._make_doel),
            "scenarios": PlanRegels("Als … dan …: wie belt wie", "Scenario", _make_scenario),
            "escalatie": PlanRegels("Afspraken over escalatie", "Afspraak", _make_escalatie),
            "bellen": PlanRegels("Wie belt u, in deze volgorde", "Nummer", _make_bel),
        }
        self.kaart = {
            "signalen": _area("Signalen", "Waaraan ziet u dat het misgaat? Eén signaal per regel."),
            "helpt": _area("Wat helpt", "Eén ding per regel."),
            "helpt_niet": _area("Wat niet helpt", "Eén ding per regel."),
        }
        self._lay_out()
        for area in (self.hoofddoel, self.afschaal, *self.kaart.values()):
            area.edited.connect(self._edited)
            area.left.connect(self.left)
        self.evaluatie.changed.connect(self._edited)
        for part in self.delen.values():
            part.edited.connect(self._edited)
            part.left.connect(self.left)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        why = QVBoxLayout()
        why.setSpacing(SPACE_1)
        why.addWidget(Label("Aanleiding", "label"))
        why.addWidget(self.aanleiding)
        layout.addLayout(why)
        for name, field in (
            ("Hoofddoel", self.hoofddoel),
            ("Afschaalcriterium", self.afschaal),
            ("Evaluatiedatum", self.evaluatie),
        ):
            column = labelled(name, field)
            if field is self.hoofddoel:
                column.addWidget(self.voorstel)
                column.addWidget(self.overnemen, alignment=Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self.faults[name.lower()])
            if field is self.evaluatie:
                column.addWidget(self.evaluatie_fault)
            layout.addLayout(column)
        self.evaluatie.words.show()
        layout.addWidget(self.positief)
        for deel in ("doelen", "scenarios", "escalatie"):
            layout.addWidget(self.delen[deel])
        layout.addWidget(Label("Crisiskaart", "strong"))
        row = FieldRow(column_width=250)
        for area in self.kaart.values():
            row.add(area.accessibleName(), area)
        layout.addWidget(row)
        layout.addWidget(self.delen["bellen"])

    # --- values

    def inhoud(self) -> PlanInhoud:
        """Return what stands in the fields."""
        return PlanInhoud(
            self.hoofddoel.text(),
            self.afschaal.text(),
            self.evaluatie.value(),
            self.delen["doelen"].values(),
            self.delen["scenarios"].values(),
            self.delen["escalatie"].values(),
            self.delen["bellen"].values(),
            *(area.text() for area in self.kaart.values()),
        )

    def show_surroundings(self, kop: DossierKop, gebieden: Choices, *, positief: bool) -> None:
        """Show why the case came and offer what its referrer wants to reach as main goal; offer ``gebieden``;
        ``positief``: this table words its goals positively."""
        self.aanleiding.setText(kop.aanleiding.strip() or GEEN_AANLEIDING)
        self._doel = kop.doel.strip()
        self._gebieden = tuple(gebieden)
        self._positief = positief
        self.positief.setVisible(positief)
        self._say_what_misses()

    def show_plan(self, inhoud: PlanInhoud, *, force: bool = False) -> None:
        """Show a plan; without ``force`` a field in which somebody is keeps what stands in it."""
        if force:
            for part in self.delen.values():
                part.clear()
            self.evaluatie.line.setModified(False)
        self.hoofddoel.load(inhoud.hoofddoel, force=force)
        self.afschaal.load(inhoud.afschaalcriterium, force=force)
        self.evaluatie.set_value(inhoud.evaluatiedatum)
        for veld, part in self.delen.items():
            part.load(getattr(inhoud, veld))
        for veld, area in self.kaart.items():
            area.load(getattr(inhoud, veld), force=force)
        self._say_what_misses()

    def adopt(self) -> bool:
        """Take what the referrer wants to reach as main goal; False when there is nothing to take, or a goal already."""
        if not self._doel or self.hoofddoel.text().strip():
            return False
        self.hoofddoel.load(self._doel, force=True)
        self._edited()
        return True

    # --- hints

    def _edited(self) -> None:
        self._say_what_misses()
        self.edited.emit()

    def _say_what_misses(self) -> None:
        """Say in red what a plan that was begun lacks before a table can adopt it, and quietly that a goal says what
        must go."""
        inhoud = self.inhoud()
        proposed = bool(self._doel) and not inhoud.hoofddoel.strip()
        self.voorstel.setText(f"Doel bij de aanmelding: {self._doel}" if proposed else "")
        self.voorstel.setVisible(proposed)
        self.overnemen.setVisible(proposed)
        for veld, label in self.faults.items():
            waarde = getattr(inhoud, veld)
            label.setVisible(
                inhoud != PlanInhoud() and not (waarde.strip() if isinstance(waarde, str) else waarde)
            )
        for line in self.delen["doelen"].lines:
            line.show_hint(NEGATIEF if self._positief and klinkt_negatief(line.values()["doel"]) else "")

    def refuse(self, field: str) -> bool:
        """Say beside ``field`` what is missing and put the cursor there; False when it is no field of this form."""
        label = self.faults.get(field)
        if label is None:
            return False
        label.show()
        {"hoofddoel": self.hoofddoel, "afschaalcriterium": self.afschaal}.get(
            field, self.evaluatie.line
        ).setFocus()
        return True

    # --- lines

    def _make_doel(self) -> PlanRegel:
        return PlanRegel(
            "Doel",
            (
                ("leefgebied_code", "Leefgebied", ChoiceField("Leefgebied", self._gebieden)),
                ("doel", "Doel (specifiek)", _area("Doel (specifiek)", "Wat is er dan anders?")),
                ("meetbaar", "Meetbaar aan", _area("Meetbaar aan", "Waaraan is dat te zien?")),
                ("acceptabel", "Acceptabel", _area("Acceptabel", "Wie staat erachter?")),
                ("realistisch", "Realistisch", _area("Realistisch", "Wat maakt dit haalbaar?")),
                ("tijdgebonden", "Tijdgebonden", _area("Tijdgebonden", "Wanneer is het bereikt?")),
            ),
        )


def _area(name: str, hint: str = "") -> TextArea:
    return TextArea(name, hint, min_lines=2, max_lines=8)


def _make_scenario() -> PlanRegel:
    return PlanRegel(
        "Scenario",
        (
            ("als", "Als", _area("Als", "Aan welk signaal ziet u het?")),
            ("dan", "Dan", _area("Dan", "Wat doen we dan?")),
            ("wie_belt_wie", "Wie belt wie", _area("Wie belt wie")),
            ("telefoon", "Telefoon (24 uur)", _area("Telefoon (24 uur)", "Welk nummer, dag en nacht?")),
        ),
    )


def _make_escalatie() -> PlanRegel:
    return PlanRegel(
        "Afspraak",
        (
            ("wanneer", "Wanneer", _area("Wanneer", "Wanneer lukt het de tafel niet?")),
            ("naar_wie", "Naar wie", _area("Naar wie", "Wie kan de doorbraak geven?")),
            ("door_wie", "Door wie", _area("Door wie", "Wie brengt het daar?")),
        ),
    )


def _make_bel() -> PlanRegel:
    return PlanRegel(
        "Nummer",
        (
            ("wie", "Wie", _area("Wie", "Wie wordt gebeld?")),
            ("nummer", "Telefoon", _area("Telefoon")),
            ("bereikbaar", "Bereikbaar", _area("Bereikbaar", "Dag en nacht, of wanneer?")),
        ),
    )
