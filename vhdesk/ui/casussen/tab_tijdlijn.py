"""What happened in the case, newest first, until when it is kept, and the steps that can be taken now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.bewaren import Bewaarstand
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.tijdlijn import tijdlijn, tijdlijn_partners
from vhdesk.ui.casussen.tab import DossierTab
from vhdesk.ui.casussen.tijdlijn import gebeurtenis_two_line
from vhdesk.ui.casussen.verloop_gevolg import na_beoordeling
from vhdesk.ui.casussen.verloop_panel import VerloopPanel
from vhdesk.ui.casussen.verloop_vormen import VORMEN, open_vraag
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.papier_voorbeeld import PapierVoorbeeld
from vhdesk.ui.onderdelen.print_panel import PrintPanel
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort

STAP = "stap."  # what the id of a step in the course begins with
LETTER_ACTS = (("casus.brief_opslaan", "Opslaan"), ("casus.brief_afdrukken", "Afdrukken"))
PAPER_ACTS = (("casus.tijdlijn_opslaan", "Opslaan als PDF"), ("casus.tijdlijn_afdrukken", "Afdrukken"))


class TabTijdlijn(DossierTab):
    """Signals: ``brief_requested(gebeurtenis_id)`` on Enter on a step with a letter, ``act_requested(id)``."""

    brief_requested = Signal(str)
    act_requested = Signal(str)

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Tijdlijn", parent)
        self._clock = acting.context.clock
        self._acting = acting
        self.panel = VerloopPanel(acting, keuzes)
        self.panel.taken.connect(self._show_newest)
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._bring_current)
        self.printing = PrintPanel(acting.context, "Ctrl+S", stuk="brief", het="de")
        self.line_printing = PrintPanel(acting.context, "Ctrl+F9", stuk="tijdlijn", het="de")
        registry = acting.context.registry
        self.brief = PapierVoorbeeld(
            acting.context, tuple((registry.action(act_id), words) for act_id, words in LETTER_ACTS)
        )
        self.brief.closed.connect(self.focus_first)
        self.stand = Card("Bewaren", "timer")
        self.termijn = self.stand.add_text("", "")
        self.vraag = Label("", "fault", wrap=True)
        self.voorbij = Label("", "fault", wrap=True)
        self.stand.body.addWidget(self.voorbij)
        self.stand.body.addWidget(self.vraag)
        row = QWidget()
        flow = FlowLayout(row, spacing=SPACE_2)
        self.buttons: dict[str, QPushButton] = {}
        for vorm in VORMEN:
            button = QPushButton(vorm.kort)
            button.setAccessibleName(vorm.titel)
            button.setToolTip(f"{vorm.titel} ({vorm.toets})")
            button.setProperty("vorm", vorm.id)
            button.clicked.connect(self._clicked)
            self.buttons[vorm.id] = button
            flow.addWidget(button)
        self.weg = QPushButton("Vernietigen")
        self.weg.setProperty("kind", "danger")
        self.weg.setProperty("vorm", "vernietigen")
        self.weg.clicked.connect(self._clicked)
        flow.addWidget(self.weg)
        self.list = WholeRowList("Tijdlijn", gebeurtenis_two_line, fit=True)
        self.list.opened.connect(self._opened)
        self.hint = Label(
            "Een stap met een brief: Enter toont de brief, Ctrl+S slaat hem op als PDF, Ctrl+P drukt hem af.",
            "small",
            wrap=True,
        )
        self.partner = ChoiceField("Partner")
        self.partner.chosen.connect(self._show_line)
        for widget in (
            self.panel,
            self.printing,
            self.line_printing,
            self.brief,
            self.stand,
            row,
            self._line_head(acting),
        ):
            self.body.addWidget(widget)
        self.body.addWidget(self.list)
        self.body.addWidget(self.hint)

    def _line_head(self, acting: Acting) -> QWidget:
        """Whose events are shown, and what takes them out of the vault."""
        head = QWidget()
        flow = FlowLayout(head, spacing=SPACE_2)
        flow.addWidget(self.partner)
        for act_id, text in PAPER_ACTS:
            flow.addWidget(PrimaryButton(acting.context.registry.action(act_id), text, kind=""))
        return head

    def _show_line(self) -> None:
        if self.dossier is not None:
            self.list.set_rows(tijdlijn(self.dossier, self.partner.value()))

    def fill(self, dossier: Dossier) -> None:
        """Show term, open question, what can be done now and every step."""
        self._show_termijn(dossier.bewaren)
        vraag = open_vraag(dossier)
        wanneer = f" voor {date_in_words(vraag.datum)}" if vraag is not None and vraag.datum else ""
        self.vraag.setText(f"Gevraagd aan {vraag.reden_naam}{wanneer}: {vraag.toelichting}" if vraag else "")
        self.vraag.setVisible(vraag is not None)
        for vorm in VORMEN:
            self.buttons[vorm.id].setVisible(vorm.kan(dossier))
        self.weg.setVisible(dossier.kop.status is CasusStatus.TE_VERNIETIGEN)
        partners = [(name, name) for name in tijdlijn_partners(dossier)]
        self.partner.set_choices([("", "Alle partners"), *partners])
        self.list.set_rows(tijdlijn(dossier, self.partner.value()))
        self.hint.setVisible(any(stap.heeft_brief for stap in dossier.verloop))

    def _show_termijn(self, bewaren: Bewaarstand) -> None:
        """Say until when the case may be kept and when that is looked at again; in red what has passed."""
        vandaag, tot, opnieuw = self._clock.today(), bewaren.bewaren_tot, bewaren.herbeoordelen_op
        keer = f", {telling(bewaren.verlengingen, 'keer', 'keer')} verlengd" if bewaren.verlengingen else ""
        regels = [
            f"Bewaren tot {date_in_words(tot)} ({bewaren.jaren} jaar vanaf {bewaren.vanaf.label}{keer})."
        ]
        voorbij = ["De bewaartermijn is om. Verleng hem met een reden, of vernietig de casus."] * (
            tot < vandaag
        )
        if opnieuw is not None and opnieuw >= vandaag:
            regels.append(f"Noodzaak opnieuw beoordelen op {date_in_words(opnieuw)}.")
        elif opnieuw is not None:
            voorbij.append(f"De noodzaak is niet opnieuw beoordeeld; dat moest op {date_in_words(opnieuw)}.")
        self.termijn.setText("\n".join(regels))
        self.voorbij.setText("\n".join(voorbij))
        self.voorbij.setVisible(bool(voorbij))

    def current_letter(self) -> str:
        """Return the step with a letter that is meant: the current one, else the newest; "" when there is none."""
        if self.dossier is None:
            return ""
        brieven = [stap.id for stap in self.dossier.verloop if stap.heeft_brief]
        if self.brief.papier is not None:
            return self.brief.papier.object_id
        current = self.list.current_id().removeprefix(STAP)
        return current if current in brieven else next(iter(brieven), "")

    def _clicked(self) -> None:
        self.act_requested.emit(str(self.sender().property("vorm")))

    def _opened(self, row_id: str) -> None:
        stap_id = row_id.removeprefix(STAP)
        if self.dossier is not None and any(
            stap.id == stap_id and stap.heeft_brief for stap in self.dossier.verloop
        ):
            self.brief_requested.emit(stap_id)

    def leave_case(self) -> None:
        """Another case comes."""
        self.panel.close_panel()
        self.printing.close_panel()
        self.line_printing.close_panel()
        self.brief.leave()
        self.partner.set_value("")
        self.list.set_rows(())  # the next case begins at its newest, not where this one was left

    def back_out(self) -> bool:
        """Close what is open."""
        return self.panel.leave() or self.printing.leave() or self.line_printing.leave() or self.brief.leave()

    def show_hit(self, record_id: str, words: Sequence[str]) -> bool:
        """Select the event of this record."""
        rows = tijdlijn(self.dossier) if self.dossier is not None else ()
        event = next((row for row in rows if row.id.endswith(f".{record_id}")), None)
        self.partner.set_value("")
        self._show_line()
        self.list.setFocus()
        return event is not None and self.list.select(event.id)

    def _show_newest(self) -> None:
        """Come on the step that was taken: there it stands, and its letter is one Enter away."""
        if self.dossier is not None and self.dossier.verloop:
            self.partner.set_value("")
            self._show_line()
            if self.dossier.verloop[0].soort is Gebeurtenissoort.NAZORG_BEOORDEELD:
                self._acting.inform(na_beoordeling(self.dossier))
            self.list.setFocus()
            self.list.select(f"{STAP}{self.dossier.verloop[0].id}")
            self._sight.start()

    def _bring_current(self) -> None:
        if self.column is not None:
            self.column.settle()  # the panel went: every row moved up
        self.list.select(self.list.current_id())

    def focus_first(self) -> None:
        """Start at the newest."""
        self.list.setFocus()
