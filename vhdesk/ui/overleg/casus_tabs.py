"""The four sides of a case in a meeting: picture, plan, open actions, earlier decisions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import Dossier, PlanRow
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.onderdelen.actie_regel import actie_van_casus
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.overleg.beeld_view import BeeldView
from vhdesk.ui.overleg.uitkomst_words import eerder_besluit_line
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.steady_stack import SteadyStack
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.widgets.text_column import Paragraph, TextColumn
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM

SMART = (
    ("meetbaar", "Meetbaar"),
    ("acceptabel", "Acceptabel"),
    ("realistisch", "Realistisch"),
    ("tijdgebonden", "Tijdgebonden"),
)
TABS = (("beeld", "Beeld"), ("plan", "Plan"), ("acties", "Acties"), ("besluiten", "Besluiten"))


class CasusTabs(QWidget):
    """Signals: ``tab_changed(id)``."""

    tab_changed = Signal(str)

    def __init__(self, acting: Acting, beeld: BeeldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = TabStrip("Onderdelen van de casus", TABS)
        self.beeld = beeld
        self.plan_text = TextColumn()
        plan = ScrollColumn("Plan van aanpak")
        plan.body.addWidget(self.plan_text)
        none = EmptyState(
            "list-checks", "Er staan geen acties open.", "Een nieuwe actie legt u vast met Ctrl+J."
        )
        self.acties = ActieLijst(acting, "Acties van deze casus", actie_van_casus, none)
        self.besluiten = WholeRowList("Eerdere besluiten", eerder_besluit_line)
        no_besluiten = EmptyState(
            "gavel", "Er zijn nog geen eerdere besluiten.", "Een besluit legt u vast met Ctrl+B."
        )
        self._besluiten = SteadyStack()
        self._besluiten.addWidget(self.besluiten)
        self._besluiten.addWidget(no_besluiten)
        self._areas = (beeld, plan, self.acties.list, self.besluiten)
        self.stack = SteadyStack()
        for widget in (beeld, plan, self.acties, self._besluiten):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self._chosen)

    def show_case(self, dossier: Dossier, overleg_id: str, *, fresh: bool) -> None:
        """Show a case; what this meeting recorded stands elsewhere. Another case begins with its picture."""
        if fresh:
            self.tabs.choose("beeld")
        self.beeld.show_case(dossier, fresh=fresh)
        self.plan_text.show_text(plan_paragraphs(dossier.plan))
        acties = [row for row in dossier.acties if row.overleg_id != overleg_id]
        besluiten = [row for row in dossier.besluiten if row.overleg_id != overleg_id]
        open_ = sum(row.status.value == "open" for row in acties)
        self.acties.show_rows(acties)
        self.besluiten.set_rows(besluiten)
        self._besluiten.setCurrentIndex(0 if besluiten else 1)
        self.tabs.set_text("acties", f"Acties ({open_})" if open_ else "Acties")
        self.tabs.set_text("besluiten", f"Besluiten ({len(besluiten)})" if besluiten else "Besluiten")

    def choose(self, tab: str) -> None:
        """Bring a tab in front."""
        self.tabs.choose(tab)

    def focus_content(self) -> None:
        """Put the focus where the tab in front is worked with."""
        current = self.tabs.current()
        if current == "acties" and self.acties.list.rows.rowCount():
            self.acties.focus_list()
        elif current == "besluiten" and self.besluiten.rows.rowCount():
            self.besluiten.setFocus()

    def scroll_bar(self) -> QScrollBar:
        """Return the scroll bar of the tab in front."""
        return self._areas[self.stack.currentIndex()].verticalScrollBar()

    def _chosen(self, tab: str) -> None:
        self.stack.setCurrentIndex([name for name, _ in TABS].index(tab))
        self.tab_changed.emit(tab)


def plan_paragraphs(plan: PlanRow | None) -> list[Paragraph]:
    """Return the plan as headings and text; without one what to do."""
    if plan is None:
        return [
            ("strong", "Er is nog geen plan van aanpak."),
            (
                "muted",
                "Spreek het hoofddoel af en leg het vast als besluit (Ctrl+B). Het plan schrijft u in de casus.",
            ),
        ]
    lines: list[Paragraph] = [("strong", "Hoofddoel"), ("", plan.hoofddoel or "Nog niet geformuleerd.")]
    if plan.afschaalcriterium.strip():
        lines += [("strong", "Afschalen wanneer"), ("", plan.afschaalcriterium)]
    else:
        lines.append(("fault", GEEN_AFSCHAALCRITERIUM))
    if plan.evaluatiedatum is not None:
        lines.append(("muted", f"Evaluatie {date_in_words(plan.evaluatiedatum)}"))
    for goal in plan.doelen:
        lines += [("strong", met_hoofdletter(goal.leefgebied)), ("", goal.doel), *_said(goal, SMART)]
    for number, scenario in enumerate(plan.scenarios, 1):
        lines += [
            ("strong", f"Scenario {number}"),
            ("", f"Als {scenario.als}"),
            ("", f"Dan {scenario.dan}"),
            *_said(scenario, (("wie_belt_wie", "Wie belt wie"), ("telefoon", "Telefoon (24 uur)"))),
        ]
    for number, afspraak in enumerate(plan.escalatie, 1):
        lines += [
            ("strong", f"Escalatie {number}"),
            ("", afspraak.wanneer),
            *_said(afspraak, (("naar_wie", "Naar wie"), ("door_wie", "Door wie"))),
        ]
    return lines


def _said(row: object, fields: Sequence[tuple[str, str]]) -> list[Paragraph]:
    """Return the filled fields of a row, each behind its label."""
    found = [(label, getattr(row, name)) for name, label in fields]
    return [("muted", f"{label}: {text}") for label, text in found if text.strip()]
