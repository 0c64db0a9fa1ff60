"""The fields of the plan van aanpak; says when something was edited and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vhdesk.ui.casussen.plan_inhoud import PlanInhoud, Regels
from vhdesk.ui.casussen.plan_regel import PlanRegel
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

Choices = Sequence[tuple[str, str]]


class PlanForm(QWidget):
    """Signals: ``edited`` on every change by hand, ``left`` when a field lost the focus."""

    edited = Signal()
    left = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gebieden: tuple[tuple[str, str], ...] = ()
        self.hoofddoel = TextArea("Hoofddoel", "Wat moet er bereikt zijn, en wanneer?", min_lines=2)
        self.afschaal = TextArea("Afschaalcriterium", "Wanneer kan de casus van tafel?", min_lines=2)
        self.evaluatie = DateField("Evaluatiedatum", context.clock, show_words=False)
        self.doelen: list[PlanRegel] = []
        self.scenarios: list[PlanRegel] = []
        self.add_doel_button = QPushButton("Doel toevoegen")
        self.add_scenario_button = QPushButton("Scenario toevoegen")
        self._doelen, self._scenarios = QVBoxLayout(), QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_3)
        layout.addLayout(labelled("Hoofddoel", self.hoofddoel))
        for heading, box, button in (
            ("Doelen per leefgebied", self._doelen, self.add_doel_button),
            ("Als … dan …: wie belt wie", self._scenarios, self.add_scenario_button),
        ):
            box.setSpacing(SPACE_2)
            layout.addWidget(Label(heading, "strong"))
            layout.addLayout(box)
            row = QVBoxLayout()
            row.addWidget(button)
            layout.addLayout(row)
            button.setProperty("kind", "quiet")
            button.setMaximumWidth(button.sizeHint().width() + 20)
        layout.addLayout(labelled("Evaluatiedatum", self.evaluatie))
        self.evaluatie.words.show()
        layout.addLayout(labelled("Afschaalcriterium", self.afschaal))
        for area in (self.hoofddoel, self.afschaal):
            area.edited.connect(self.edited)
            area.left.connect(self.left)
        self.evaluatie.changed.connect(self.edited)
        self.add_doel_button.clicked.connect(self.add_doel)
        self.add_scenario_button.clicked.connect(self.add_scenario)

    # --- values

    def inhoud(self) -> PlanInhoud:
        """Return what stands in the fields."""
        return PlanInhoud(
            self.hoofddoel.text(),
            self.afschaal.text(),
            self.evaluatie.value(),
            tuple(regel.values() for regel in self.doelen),
            tuple(regel.values() for regel in self.scenarios),
        )

    def show_plan(self, inhoud: PlanInhoud, gebieden: Choices, *, force: bool = False) -> None:
        """Show a plan; without ``force`` a field in which somebody is keeps what stands in it."""
        self._gebieden = tuple(gebieden)
        if force:
            self._show_lines(self.doelen, self._doelen, (), self._make_doel)
            self._show_lines(self.scenarios, self._scenarios, (), self._make_scenario)
            self.evaluatie.line.setModified(False)
        self.hoofddoel.load(inhoud.hoofddoel, force=force)
        self.afschaal.load(inhoud.afschaalcriterium, force=force)
        self.evaluatie.set_value(inhoud.evaluatiedatum)
        self._show_lines(self.doelen, self._doelen, inhoud.doelen, self._make_doel)
        self._show_lines(self.scenarios, self._scenarios, inhoud.scenarios, self._make_scenario)
        self._name_lines()

    def _show_lines(
        self, lines: list[PlanRegel], box: QVBoxLayout, values: Regels, make: Callable[[], PlanRegel]
    ) -> None:
        while len(lines) > len(values):
            self._drop(lines, box, lines[-1])
        while len(lines) < len(values):
            self._append(lines, box, make())
        for line, wanted in zip(lines, values, strict=True):
            line.load(wanted)

    # --- lines

    def _make_doel(self) -> PlanRegel:
        return PlanRegel(
            "Doel",
            (
                ("leefgebied_code", "Leefgebied", ChoiceField("Leefgebied", self._gebieden)),
                ("doel", "Doel", TextArea("Doel", "Wat is er dan anders?", min_lines=2, max_lines=8)),
                ("meetbaar", "Meetbaar aan", TextArea("Meetbaar aan", "Waaraan is dat te zien?", min_lines=2, max_lines=8)),
            ),
        )  # fmt: skip

    def _make_scenario(self) -> PlanRegel:
        return PlanRegel(
            "Scenario",
            (
                ("als", "Als", TextArea("Als", "Wat kan er gebeuren?", min_lines=2, max_lines=8)),
                ("dan", "Dan", TextArea("Dan", "Wat doen we dan?", min_lines=2, max_lines=8)),
                ("wie_belt_wie", "Wie belt wie", TextArea("Wie belt wie", "", min_lines=2, max_lines=8)),
            ),
        )

    def _append(self, lines: list[PlanRegel], box: QVBoxLayout, line: PlanRegel) -> None:
        lines.append(line)
        box.addWidget(line)
        line.show()
        line.edited.connect(self.edited)
        line.left.connect(self.left)
        line.remove_requested.connect(self._remove)

    def _drop(self, lines: list[PlanRegel], box: QVBoxLayout, line: PlanRegel) -> None:
        lines.remove(line)
        box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def add_doel(self) -> None:
        """Add an empty goal and go there."""
        self._append(self.doelen, self._doelen, self._make_doel())
        self._name_lines()
        self.doelen[-1].focus_first()

    def add_scenario(self) -> None:
        """Add an empty scenario and go there."""
        self._append(self.scenarios, self._scenarios, self._make_scenario())
        self._name_lines()
        self.scenarios[-1].focus_first()

    def _remove(self) -> None:
        line = self.sender()
        for lines, box, button in (
            (self.doelen, self._doelen, self.add_doel_button),
            (self.scenarios, self._scenarios, self.add_scenario_button),
        ):
            if isinstance(line, PlanRegel) and line in lines:
                button.setFocus()
                self._drop(lines, box, line)
                self._name_lines()
                self.edited.emit()

    def _name_lines(self) -> None:
        for word, lines in (("Doel", self.doelen), ("Scenario", self.scenarios)):
            for number, line in enumerate(lines, 1):
                line.set_name(f"{word} {number}")
