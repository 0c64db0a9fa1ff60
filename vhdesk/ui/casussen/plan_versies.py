"""The versions of the plan, and what differs between two of them, to read in the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.plantekst import Plantekst, PlanversieRow
from vhdesk.queries.planverschil import Deel, Planverschil, Verschil, heel, verschillen, versienaam
from vhdesk.queries.planversie import plan_van_dossier
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.plan_woorden import versie_zin
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.form import FieldRow
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.marked_text import MarkedText, Piece
from vhdesk.ui.widgets.text_column import TextColumn

NU = "nu"
LEES = "lees"  # nothing to compare with: the version itself, whole
GEEN_VERSIE = "Nog geen tafel heeft dit plan vastgesteld; er is niets te vergelijken."


class PlanVersies(QFrame):
    """Closed until asked for; it follows the case that is shown. Closes with Escape, through the tab.

    Signals: ``placed`` when it was opened and has its place in the page.
    """

    placed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAccessibleName("Versies van het plan")
        self._dossier: Dossier | None = None
        self.list = TextColumn()
        self.van = ChoiceField("Vergelijk")
        self.naar = ChoiceField("Met")
        self.text = MarkedText("Wat er verschilt")
        row = FieldRow(column_width=250)
        row.add("Vergelijk", self.van)
        row.add("Met", self.naar)
        self._row = row
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.placed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addWidget(Label("Versies van het plan", "strong"))
        for widget in (self.list, row, self.text):
            layout.addWidget(widget)
        for field in (self.van, self.naar):
            field.chosen.connect(self._compare)
        self.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the versions of this case; while somebody compares, the choice stays when it is still there."""
        other = self._dossier is None or self._dossier.id != dossier.id
        self._dossier = dossier
        versies = dossier.planversies
        self.list.show_text([("", versie_zin(v)) for v in versies] or [("", GEEN_VERSIE)])
        keuzes = [(str(v.nummer), met_hoofdletter(versienaam(v))) for v in versies]
        self.van.set_choices(keuzes)
        self.naar.set_choices([(NU, "Het plan van nu"), *keuzes, (LEES, "Niets: lees die versie zelf")])
        if other or self.isHidden():
            self._choose_last_change(dossier)
        self._row.setVisible(bool(versies))
        self._compare()

    def _choose_last_change(self, dossier: Dossier) -> None:
        """Choose what changed last: since the newest version, or else from the one before to the newest."""
        versies = dossier.planversies
        self.naar.set_value(NU)
        if versies:
            same = len(versies) > 1 and plan_van_dossier(dossier) == versies[0].tekst
            self.van.set_value(str(versies[1 if same else 0].nummer))
            self.naar.set_value(str(versies[0].nummer) if same else NU)

    def open(self) -> None:
        """Show the panel with the focus on the first choice."""
        self.show()
        if self.van.count():
            self.van.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle.start()

    def show_hit(self, versie_id: str, words: Sequence[str]) -> bool:
        """Open on this version, whole, with ``words`` (the most exact first) selected; False when it is not here."""
        versies = self._dossier.planversies if self._dossier is not None else ()
        versie = next((row for row in versies if row.id == versie_id), None)
        if versie is None:
            return False
        self.open()
        self.van.set_value(str(versie.nummer))
        self.naar.set_value(LEES)
        self._compare()
        if self.text.mark(words):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def close_panel(self) -> bool:
        """Close; False when it was closed."""
        if self.isHidden():
            return False
        self.hide()
        return True

    def verschil(self) -> Planverschil | None:
        """Return what is compared; None when there is nothing to compare."""
        if self._dossier is None or self.naar.value() == LEES:
            return None
        oud, nieuw = self._versie(self.van.value()), self._versie(self.naar.value())
        tekst = self._tekst(nieuw)
        if oud is None or tekst is None:
            return None
        return Planverschil(
            self._dossier.id, versienaam(oud), versienaam(nieuw), verschillen(oud.tekst, tekst)
        )

    def gekozen(self) -> PlanversieRow | None:
        """Return the version that is read, or chosen at the right; None is the plan as it is now."""
        keuze = self.van.value() if self.naar.value() == LEES else self.naar.value()
        return self._versie(keuze) if self.isVisible() else None

    def _versie(self, keuze: str) -> PlanversieRow | None:
        rows = self._dossier.planversies if self._dossier is not None else ()
        return next((row for row in rows if str(row.nummer) == keuze), None)

    def _tekst(self, versie: PlanversieRow | None) -> Plantekst | None:
        if versie is not None:
            return versie.tekst
        return plan_van_dossier(self._dossier) if self._dossier is not None else None

    def _compare(self, _choice: str = "") -> None:
        verschil, gelezen = self.verschil(), None
        if self.naar.value() == LEES:
            gelezen = self._versie(self.van.value())
        self.text.setVisible(verschil is not None or gelezen is not None)
        self.text.setAccessibleName("Wat er verschilt" if gelezen is None else "Wat die versie zegt")
        if gelezen is not None:
            self.text.show_pieces(list(_gelezen(gelezen)))
        elif verschil is not None:
            self.text.show_pieces(list(_stukken(verschil)))


def _gelezen(versie: PlanversieRow) -> Iterator[Piece]:
    for each in heel(versie.tekst):
        yield "kop", each.veld
        for deel in each.nu:
            yield "", deel.tekst


def _stukken(verschil: Planverschil) -> Iterator[Piece]:
    if not verschil.verschillen:
        yield "", "Er is geen verschil: beide zeggen hetzelfde."
    for each in verschil.verschillen:
        yield "kop", f"{each.veld} ({each.soort.label})"
        yield from _een(each)


def _een(verschil: Verschil) -> Iterator[Piece]:
    beide = bool(verschil.was) and bool(verschil.nu)
    if beide:
        yield "stil", "Was: "
    yield from _delen(verschil.was, "weg")
    if beide:
        yield "stil", "\nIs: "
    yield from _delen(verschil.nu, "erbij")


def _delen(delen: tuple[Deel, ...], rol: str) -> Iterator[Piece]:
    for deel in delen:
        yield (rol if deel.anders else ""), deel.tekst
