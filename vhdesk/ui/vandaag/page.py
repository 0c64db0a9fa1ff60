"""The start page: what waits, the most urgent first; every sentence goes where it is done."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import VhdeskError
from vhdesk.queries.vandaag import Vandaag, vandaag
from vhdesk.services.changes import Changes
from vhdesk.services.command import BEHEER
from vhdesk.ui.actions import Act
from vhdesk.ui.context import UiContext
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_2, SPACE_6
from vhdesk.ui.vandaag.rollen import verdeel
from vhdesk.ui.vandaag.zin_button import ZinButton
from vhdesk.ui.vandaag.zinnen import Kopiestand, Zin, cijfers, eerste_stappen, leeg, zinnen
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader

COLUMN = 760  # the sentences are no wider than can be read in one glance
_CURSOR_KEYS = 9


class _Gang(QObject):
    """Goes where one sentence leads."""

    def __init__(self, context: UiContext, zin: Zin, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._zin = zin

    def go(self) -> None:
        self._context.shell.navigate(self._zin.page_id, self._zin.target)


class VandaagPage(QWidget):
    """The page in front after unlocking."""

    page_id = "vandaag"
    title = "Vandaag"
    topic = "begin"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._context = context
        self._feiten: Vandaag | None = None
        self._zinnen: tuple[tuple[Zin, ...], int] | None = None  # the sentences, and how many are our own
        self._stale = True
        self._gangen: list[_Gang] = []
        self.buttons: list[ZinButton] = []
        self.header = PageHeader("Vandaag")
        self.intro = Label("", "muted", wrap=True)
        self.figures = Label("", "small", wrap=True)
        self.nothing = EmptyState(
            "circle-check", "Niets te doen.", "Alles wat er voor u ligt, heeft een eigenaar en een datum."
        )
        self.others_head = Label("", "section", wrap=True)
        self._lay_out()
        context.bridge.changed.connect(self._changed)

    def _lay_out(self) -> None:
        column = QWidget()
        column.setProperty("kind", "page")
        column.setMaximumWidth(current_theme().px(COLUMN) + 2 * PAGE_MARGIN)
        self._column = column
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(SPACE_2)
        self._others = QVBoxLayout()
        self._others.setSpacing(SPACE_2)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(PAGE_MARGIN, SPACE_6, PAGE_MARGIN, SPACE_6)
        inside.setSpacing(SPACE_2)
        inside.addWidget(self.header)
        inside.addSpacing(SPACE_2)
        inside.addWidget(self.intro)
        inside.addLayout(self._sentences)
        inside.addWidget(self.nothing)
        inside.addSpacing(SPACE_2)
        inside.addWidget(self.others_head)
        inside.addLayout(self._others)
        inside.addSpacing(SPACE_2)
        inside.addWidget(self.figures)
        inside.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("Vandaag")
        area.setWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    # --- what is said

    def refresh(self) -> None:
        """Ask the facts again and show the sentences; the focus stays on the sentence it was on."""
        today = self._context.clock.today()
        try:
            feiten = self._context.desk.ask(vandaag, op=today)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._feiten, self._stale = feiten, False
        self.header.set_subtitle(date_in_words(today), f"voor de {self._context.desk.actor.rol.label}")
        self._show(feiten)

    def backup_made(self) -> None:
        """Say it again with the backup that was made just now."""
        if self._feiten is not None:
            self._show(self._feiten)

    def _show(self, feiten: Vandaag) -> None:
        begin = leeg(feiten)
        kopie = Kopiestand(self._context.kluis.laatste_kopie())
        eigen, anderen = (
            (eerste_stappen(), ())
            if begin
            else verdeel(zinnen(feiten, kopie, blad=self._has_sheet()), self._context.desk.actor.rol)
        )
        gevonden = (*eigen, *anderen)
        self.intro.setText("Deze kluis is nog leeg. Zo komt u tot het eerste overleg:" if begin else "")
        self.intro.setVisible(begin)
        self.nothing.setVisible(not eigen)
        self.others_head.setText("Voor een andere rol")
        self.others_head.setVisible(bool(anderen))
        self.figures.setText("" if begin else cijfers(feiten))
        self.figures.setVisible(not begin)
        if (gevonden, len(eigen)) != self._zinnen:
            self._zinnen = (gevonden, len(eigen))
            self._place(gevonden, len(eigen))
            self._register(gevonden)

    def _has_sheet(self) -> bool:
        """Whether there is a herstelblad, or nobody here to make one; a practice vault needs none."""
        kluis = self._context.kluis
        return kluis.heeft_herstelblad or kluis.oefening or self._context.desk.actor.rol not in BEHEER

    def _place(self, gevonden: tuple[Zin, ...], own: int) -> None:
        """Give every sentence its button; a sentence that was there keeps its own, and with it the focus."""
        here = self.window().focusWidget()
        known = {button.zin.id: button for button in self.buttons}
        self.buttons = []
        for number, zin in enumerate(gevonden, 1):
            button = known.pop(zin.id, None) or self._button(zin)
            button.say(zin, str(number) if number <= _CURSOR_KEYS else "")
            column, other = (
                (self._sentences, self._others) if number <= own else (self._others, self._sentences)
            )
            place = number - 1 if number <= own else number - 1 - own
            other.removeWidget(button)
            if column.indexOf(button) != place:
                column.insertWidget(place, button)
            button.show()  # a layout shows its widgets later, and only what is shown can take the focus
            self.buttons.append(button)
        for button in known.values():
            self._sentences.removeWidget(button)
            self._others.removeWidget(button)
            button.hide()
            button.deleteLater()
        for one, following in pairwise(self.buttons):
            self.setTabOrder(one, following)
        if here in known.values():
            self._focus_on("")

    def _button(self, zin: Zin) -> ZinButton:
        button = ZinButton(zin, self)
        button.clicked.connect(self._clicked)
        button.step_requested.connect(self._step)
        return button

    def _register(self, gevonden: tuple[Zin, ...]) -> None:
        """Every sentence is an act of its own, with its number as the key."""
        registry = self._context.registry
        registry.remove(self.page_id)
        for gang in self._gangen:
            gang.deleteLater()
        self._gangen = [_Gang(self._context, zin, self) for zin in gevonden[:_CURSOR_KEYS]]
        registry.add(
            *(
                Act(
                    id=f"vandaag.{number}", looks=True, text=zin.handeling, section="Ga naar", shortcut=str(number),
                    context=self.page_id, handler=gang.go, icon=zin.icon, words=f"vandaag {zin.tekst}",
                )
                for number, (zin, gang) in enumerate(zip(gevonden, self._gangen, strict=False), 1)
            )
        )  # fmt: skip

    # --- acting

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ZinButton):
            self._context.shell.navigate(button.zin.page_id, button.zin.target)

    def _step(self, step: int) -> None:
        button = self.sender()
        if isinstance(button, ZinButton) and button in self.buttons:
            place = self.buttons.index(button) + step
            if 0 <= place < len(self.buttons):
                self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(self.buttons[place], 0, PAGE_MARGIN)

    def _focus_on(self, identity: str) -> None:
        wanted = next((b for b in self.buttons if b.zin.id == identity), None) or next(
            iter(self.buttons), None
        )
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(wanted, 0, PAGE_MARGIN)

    def _changed(self, changes: object) -> None:
        self._stale = True
        if isinstance(changes, Changes) and self.isVisible():
            self.refresh()

    # --- Page

    def activate(self) -> None:
        """Show the facts of now, with the focus on the first sentence."""
        if self._stale or self._feiten is None or self._feiten.vandaag != self._context.clock.today():
            self.refresh()
        if self.window().focusWidget() not in self.buttons:
            self._focus_on("")

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def back_out(self) -> bool:
        """This is the first level."""
        return False

    def save_state(self) -> dict[str, object]:
        """Nothing to remember."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Nothing was remembered."""
