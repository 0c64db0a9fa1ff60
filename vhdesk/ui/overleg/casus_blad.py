"""One case on one page in a meeting: picture, plan, actions, earlier decisions and what this meeting recorded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from vhdesk.clock import Clock
from vhdesk.queries.dossier_rijen import BesluitRow, Dossier
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.onderdelen.actie_regel import actie_van_casus
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.antwoord_panel import AntwoordPanel, wachtend
from vhdesk.ui.onderdelen.bekrachtig_panel import BekrachtigPanel
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.plan_woorden import plan_paragraphs
from vhdesk.ui.overleg.beeld_view import BeeldView
from vhdesk.ui.overleg.betrokkenen_panel import BetrokkenenPanel
from vhdesk.ui.overleg.uitkomst_words import (
    Uitkomst,
    eerder_besluit_line,
    outcomes,
    uitkomst_line,
)
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_4
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.widgets.text_column import TextColumn
from vhdesk.ui.widgets.whole_row_list import WholeRowList

PARTS = (
    ("beeld", "Beeld"),
    ("plan", "Plan"),
    ("acties", "Acties"),
    ("besluiten", "Besluiten"),
    ("vastgelegd", "Dit overleg"),
)
WIDE = 820  # from here the people of the case stand at the right
PEOPLE = 236
MARGIN = 12  # below a row that was brought in sight


class CasusBlad(QWidget):
    """The strip above says which part is in sight and goes to another; everything scrolls as one page."""

    def __init__(self, acting: Acting, beeld: BeeldView, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._casus_besluiten: Sequence[BesluitRow] = ()
        self.beeld = beeld
        self.people = BetrokkenenPanel(clock)
        self.plan_text = TextColumn()
        self.acties = ActieLijst(
            acting,
            "Acties van deze casus",
            actie_van_casus,
            _nothing("Er staan geen acties open. Een nieuwe actie legt u vast met Ctrl+J."),
            fit=True,
        )
        self.besluiten = WholeRowList("Eerdere besluiten", eerder_besluit_line, fit=True)
        self._geen_besluiten = _nothing("Er zijn nog geen eerdere besluiten.")
        self.uitkomsten = WholeRowList("Vastgelegd in dit overleg", uitkomst_line, ("delete", "f2"), fit=True)
        self._niets = _nothing("Nog niets. Een besluit legt u vast met Ctrl+B, een actie met Ctrl+J.")
        self.tabs = TabStrip("Onderdelen van de casus", PARTS)
        self.beside_tabs = QHBoxLayout()
        self.page = ScrollColumn("Beeld van de casus")
        self._headings: dict[str, QWidget] = {"beeld": beeld}
        self._wide: bool | None = None
        self._wanted = ""
        self._newest = ""
        self._moving = False
        self._pushed = False  # the scroll bar goes back because there is less to scroll
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._stay)
        self._lay_out()
        self.tabs.chosen.connect(self._go_to)
        self.page.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.page.verticalScrollBar().valueChanged.connect(self._name_part_in_sight)
        for seen in (self.page.widget(), self.page.viewport()):
            seen.installEventFilter(self)

    def _lay_out(self) -> None:
        self._side = QWidget()
        self._side.setFixedWidth(current_theme().px(PEOPLE))
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.people)
        side.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(SPACE_4)
        across.addWidget(self.beeld, 1)
        across.addWidget(self._side)
        self.page.body.addLayout(across)
        self._add_part("plan", "Plan van aanpak", self.plan_text)
        self._add_part("acties", "Acties", self.acties)
        self._add_part("besluiten", "Eerdere besluiten", self.besluiten, self._geen_besluiten)
        self._add_part("vastgelegd", "Vastgelegd in dit overleg", self.uitkomsten, self._niets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        strip = QHBoxLayout()
        strip.setSpacing(SPACE_2)
        strip.addWidget(self.tabs, 1)
        strip.addLayout(self.beside_tabs)
        layout.addLayout(strip)
        layout.addWidget(self.page, 1)

    def _add_part(self, name: str, title: str, *content: QWidget) -> None:
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        self._headings[name] = line
        self.page.body.addSpacing(SPACE_2)
        self.page.body.addWidget(line)
        self.page.body.addWidget(Label(title, "section"))
        for widget in content:
            self.page.body.addWidget(widget)

    # --- what it shows

    def show_case(self, dossier: Dossier, overleg_id: str, *, fresh: bool) -> None:
        """Show a case; another one (``fresh``) begins with its picture, what was just recorded comes into sight."""
        self._casus_besluiten = dossier.besluiten
        if fresh:
            for panel in self._answer_panels():
                panel.close_panel()
        self.beeld.show_case(dossier, nieuw=not dossier.besproken_voor(overleg_id))
        self.people.show_case(dossier)
        self.plan_text.show_text(plan_paragraphs(dossier))
        acties = [row for row in dossier.acties if row.overleg_id != overleg_id]
        besluiten = [row for row in dossier.besluiten if row.overleg_id != overleg_id]
        open_ = sum(row.status.value == "open" for row in acties)
        self.acties.show_rows(acties)
        self.besluiten.set_rows(besluiten)
        self.besluiten.setVisible(bool(besluiten))
        self._geen_besluiten.setVisible(not besluiten)
        made = outcomes(dossier, overleg_id)
        known = {row.id for row in self.uitkomsten.rows.rows()}
        newest = next((row.id for row in made if row.id not in known), "") if not fresh else ""
        if fresh or newest:
            self._newest = newest
        self._show_outcomes(made)
        for name, count in (("acties", open_), ("besluiten", len(besluiten)), ("vastgelegd", len(made))):
            words = dict(PARTS)[name]
            self.tabs.set_text(name, f"{words} ({count})" if count else words)
        if newest:
            self.page.settle()
        if fresh or newest:
            self.choose("beeld" if fresh else "vastgelegd")

    def _show_outcomes(self, made: list[Uitkomst]) -> None:
        self.uitkomsten.set_rows(made)
        self.uitkomsten.setVisible(bool(made))
        self._niets.setVisible(not made)

    # --- the answer of another body

    @cached_property
    def antwoord(self) -> AntwoordPanel:
        """The panel for it, above the decisions; made when it is first needed."""
        panel = AntwoordPanel(self._acting)
        self.page.body.insertWidget(self.page.body.indexOf(self.besluiten), panel)
        return panel

    @cached_property
    def bekrachtig(self) -> BekrachtigPanel:
        """The panel to confirm a decision under reserve, at the same place; made when it is first needed."""
        panel = BekrachtigPanel(self._acting)
        self.page.body.insertWidget(self.page.body.indexOf(self.besluiten), panel)
        return panel

    def _answer_panels(self) -> list[InlinePanel]:
        """Return those of the two that were made."""
        return [self.__dict__[name] for name in ("antwoord", "bekrachtig") if name in self.__dict__]

    def waits(self) -> bool:
        """Whether a decision on the case waits for the answer of another body, or to be confirmed."""
        return wachtend(self._casus_besluiten, None) is not None

    def answer_current(self) -> None:
        """Ask the answer to (or who confirms) the decision in which the focus is, else the one that waits longest."""
        if self.uitkomsten.hasFocus():
            chosen = self.uitkomsten.current_row().besluit if self.uitkomsten.current_row() else None
        else:
            chosen = self.besluiten.current_row() if self.besluiten.hasFocus() else None
        row = wachtend(self._casus_besluiten, chosen)
        if row is None:
            return
        for panel in self._answer_panels():
            panel.leave()
        if row.wacht:
            self.antwoord.answer(row)
        else:
            self.bekrachtig.confirm(row)
        self.choose("besluiten")

    def submit_panel(self) -> bool:
        """Store the answer or the confirmation that has the focus; False when none has."""
        focus = self.window().focusWidget()
        for panel in self._answer_panels():
            if panel.is_open() and focus is not None and panel.isAncestorOf(focus):
                panel.submit()
                return True
        return False

    def back_out(self) -> bool:
        """Close what is open; False when nothing is."""
        return self.acties.back_out() or any(panel.leave() for panel in self._answer_panels())

    # --- parts

    def choose(self, part: str) -> None:
        """Bring a part in sight."""
        self._mark(part)
        self._go_to(part)

    def focus_content(self) -> None:
        """Put the focus where the part in front is worked with."""
        current = self.tabs.current()
        if current == "acties" and self.acties.list.rows.rowCount():
            self.acties.focus_list()
        elif current == "besluiten" and self.besluiten.rows.rowCount():
            self.besluiten.setFocus()
        elif current == "vastgelegd" and self.uitkomsten.rows.rowCount():
            self.uitkomsten.setFocus()

    def scroll_bar(self) -> QScrollBar:
        """Return the one scroll bar."""
        return self.page.verticalScrollBar()

    def _go_to(self, part: str) -> None:
        """Scroll to a part, or to what was recorded just now; again when the page gets the height for it."""
        self._wanted, self._moving = part, True
        self.scroll_bar().setValue(self._place_of(part))
        if part == "vastgelegd" and self._newest:
            self.uitkomsten.select(self._newest)
        self._moving = False

    def _stay(self) -> None:
        if self._wanted:
            self._go_to(self._wanted)

    def _place_of(self, part: str) -> int:
        """Return where the page stands for a part; at once where a new row is whole in sight, for each step between
        is painted."""
        if part == PARTS[0][0]:
            return 0
        top = self._top_of(part)
        index = self.uitkomsten.rows.index_of(self._newest)
        if part != "vastgelegd" or not index.isValid():
            return top
        row = self.uitkomsten.visualRect(index).translated(0, self._y_of(self.uitkomsten.viewport()))
        return max(top, row.bottom() + MARGIN - self.scroll_bar().pageStep())

    def _top_of(self, part: str) -> int:
        return self._y_of(self._headings[part])

    def _y_of(self, widget: QWidget) -> int:
        content = self.page.widget()
        assert content is not None
        return widget.mapTo(content, QPoint(0, 0)).y()

    def _mark(self, part: str) -> None:
        self.tabs.blockSignals(True)
        self.tabs.choose(part)
        self.tabs.blockSignals(False)

    def _range_changed(self, _least: int, most: int) -> None:
        self._pushed = self.scroll_bar().value() > most

    def _name_part_in_sight(self, value: int) -> None:
        """Scrolling by hand tells the strip where it came."""
        if self._moving or self._pushed:
            self._pushed = False
            return
        self._wanted = ""
        passed = [name for name, _ in PARTS[1:] if self._top_of(name) <= value + SPACE_4]
        self._mark(passed[-1] if passed else PARTS[0][0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page, or the room it is seen through, gets another height: stay at the part that was asked for when
        everything has its place."""
        if event.type() == QEvent.Type.Resize and self._wanted:
            self._laid_out.start()
        return super().eventFilter(watched, event)

    # --- room

    def place_people(self, width: int) -> None:
        """People beside the picture when the item is ``width`` enough, else below it."""
        wide = width >= current_theme().px(WIDE)
        self._side.setVisible(wide)
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            side = self._side.layout()
            assert isinstance(side, QVBoxLayout)
            side.insertWidget(0, self.people)
        else:
            self.beeld.body.addWidget(self.people)
        self.people.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._side.setFixedWidth(current_theme().px(PEOPLE))


def _nothing(words: str) -> Label:
    return Label(words, "muted", wrap=True)
