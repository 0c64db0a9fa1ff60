"""One referral beside the list: what it says, what must be told, who knows the person, and how it was weighed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.aanmelding import AanmeldingDossier, mogelijke_uitkomsten
from vhdesk.queries.plicht import PlichtRow
from vhdesk.ui.aanmeldingen.intrek_panel import IntrekPanel
from vhdesk.ui.aanmeldingen.plaats_panel import PlaatsPanel
from vhdesk.ui.aanmeldingen.plicht_panel import PlichtPanel
from vhdesk.ui.aanmeldingen.triage_words import ontbreekt_sentence, plicht_words, samenvatting, weging_lines
from vhdesk.ui.aanmeldingen.weeg_panel import WeegKeuzes, WeegPanel
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.bekendheid_card import BekendheidCard
from vhdesk.ui.onderdelen.bijlagen_card import BijlagenCard
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.theme.tokens import PAGE_MARGIN
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import Option
from vhdesk.ui.widgets.hit import mark_label
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pill import Pill
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.vocabulary_triage import Plichtsoort


class TriageDetail(ScrollColumn):
    """Signals: ``act_requested(act id)`` when a button asks for an act of the page."""

    act_requested = Signal(str)

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Aanmelding", parent, margin=PAGE_MARGIN)
        self.dossier: AanmeldingDossier | None = None
        self.header = PageHeader()
        self.pills = {
            naam: Pill(parent=self.header) for naam in ("status", "code_rood", "spoed", "blue_list")
        }
        for pill in self.pills.values():
            self.header.add_right(pill)
        self.missing = Label("", wrap=True)
        self.duties = Card("Nog te doen", "siren")
        self.duty_labels: list[Label] = []
        self.duty_button = self._act_button("Afdoen  (Ctrl+D)", "triage.afdoen")
        self.duties.add_right(self.duty_button)
        self.plicht = PlichtPanel(acting)
        self.plaats = PlaatsPanel(acting)
        self.weeg = WeegPanel(acting)
        self.weeg.weighed.connect(self._to_duties)
        self.intrek = IntrekPanel(acting)
        self.said = Card("Aanmelding", "inbox")
        self.fill_button = self._act_button("Aanvullen  (Ctrl+E)", "triage.aanvullen")
        self.said.add_right(self.fill_button)
        self.bekendheid = BekendheidCard(acting)
        self.bijlagen = BijlagenCard(acting, "Ctrl+Shift+D")
        self.weighed = Card("Wegingen", "scale")
        self.weigh_button = self._act_button("Wegen  (Ctrl+W)", "triage.wegen")
        self.weighed.add_right(self.weigh_button)
        self._texts: dict[Card, list[QWidget]] = {self.said: [], self.weighed: []}
        for widget in (
            self.header, self.missing, self.duties, self.plicht, self.plaats, self.weeg, self.intrek, self.weighed, self.bekendheid,
            self.said, self.bijlagen,
        ):  # fmt: skip
            self.body.addWidget(widget)

    def _act_button(self, text: str, act_id: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "quiet")
        button.setObjectName(act_id)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.act_requested.emit(sender.objectName())

    # --- showing

    def show_dossier(self, dossier: AanmeldingDossier, organisaties: Sequence[Option]) -> None:
        """Show a referral; another one closes what was open for the one before it."""
        if self.dossier is None or dossier.id != self.dossier.id:
            for panel in (self.plicht, self.plaats, self.weeg, self.intrek):
                panel.close_panel()
            self.verticalScrollBar().setValue(0)
        self.dossier = dossier
        hoofd, melding = dossier.hoofd, dossier.melding
        geboren = f"geboren {short_date(hoofd.geboortedatum)}" if hoofd.geboortedatum else ""
        woont = ", ".join(filter(None, (hoofd.adres, hoofd.woonplaats)))
        self.header.set_title(hoofd.naam)
        self.header.set_subtitle(
            dossier.nummer, geboren, woont, f"aangemeld {short_date(dossier.aangemeld_op)}"
        )
        self.pills["status"].set_state(met_hoofdletter(dossier.status.label), "accent")
        self.pills["code_rood"].set_state("Code Rood" if melding and melding.code_rood else "", "danger")
        self.pills["spoed"].set_state("Spoed" if melding and melding.spoed else "", "warn")
        self.pills["blue_list"].set_state(
            "Blue list" if melding and melding.blue_list else "", "muted", "flag"
        )
        self.missing.setText(ontbreekt_sentence(dossier))
        self._show_duties(dossier.plichten)
        self._fill(self.said, [(f"{naam}: {woorden}", "") for naam, woorden in samenvatting(dossier)])
        lines: list[tuple[str, str]] = []
        for row in dossier.wegingen:
            lines.append((f"Gewogen op {short_date(row.gewogen_op)}", "strong"))
            lines += [(line, "") for line in weging_lines(row)]
        self.weigh_button.setVisible(bool(mogelijke_uitkomsten(dossier.status)))
        self._fill(self.weighed, lines or [("Nog niet gewogen.", "")])
        self.bekendheid.show_case(dossier.id, organisaties)
        self.bijlagen.show_case(dossier.id, dossier.bijlagen)

    def _show_duties(self, plichten: tuple[PlichtRow, ...]) -> None:
        for label in self.duty_labels:
            self.duties.body.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.duty_labels = [
            self.duties.add_text(plicht_words(row), "fault" if row.gedaan_op is None else "muted")
            for row in plichten
        ]
        open_ = any(row.gedaan_op is None for row in plichten)
        self.duties.title.setText("Nog te doen" if open_ else "Gedaan")
        self.duty_button.setVisible(open_)
        self.duties.setVisible(bool(plichten))

    def _fill(self, card: Card, lines: list[tuple[str, str]]) -> None:
        for widget in self._texts[card]:
            card.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._texts[card] = [card.add_text(line, role) for line, role in lines]

    def _to_duties(self) -> None:
        """It was weighed: what is left is telling the referrer, and that stands on top."""
        self.verticalScrollBar().setValue(0)
        if self.duty_button.isVisibleTo(self):
            self.duty_button.setFocus()

    def show_hit(self, words: Sequence[str]) -> None:
        """Put the focus on the text that holds ``words`` (with the words around them first, by themselves last)."""
        self.settle()
        if any(mark_label(card, words) for card in (self.said, self.weighed, self.duties)):
            self.settle()

    # --- acts

    def open_duty(self, soort: Plichtsoort | None = None) -> PlichtRow | None:
        """Return the duty that comes first, of this kind when it is given; None when none is open."""
        plichten = self.dossier.plichten if self.dossier is not None else ()
        open_ = (row for row in plichten if row.gedaan_op is None)
        return next((row for row in open_ if soort in (None, row.soort)), None)

    def ask_duty(self, duty: PlichtRow, keuzes: WeegKeuzes | None = None) -> None:
        """Open the panel for a duty; with ``keuzes`` the one that chooses which case leaves the Top X."""
        if keuzes is None:
            self.plaats.put_away()
            self.plicht.ask(duty)
        else:
            self.plicht.put_away()
            self.plaats.ask(duty, keuzes)

    def ask_weging(self, keuzes: WeegKeuzes) -> None:
        """Open the weighing."""
        if self.dossier is not None:
            self.weeg.ask(self.dossier, keuzes)

    def last_weging(self) -> str:
        """Return the weighing that holds now, "" for none."""
        wegingen = self.dossier.wegingen if self.dossier is not None else ()
        return next((row.id for row in wegingen if row.ingetrokken_op is None), "")

    def back_out(self) -> bool:
        """Close what is open; False when nothing was. What was typed in a weighing waits for its next opening."""
        panels = (self.weeg, self.plicht, self.plaats, self.intrek)
        return (
            any(panel.leave() for panel in panels) or self.bekendheid.back_out() or self.bijlagen.back_out()
        )
