"""The gap board while preparing: who is asked for which case, what came back, and a reminder in one act."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.printing.herinnering import herinnering
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.uitvraag import BordCasus, Bordrij, Uitvraagbord, Uitvraagcel
from vhdesk.services.uitvraag import PartnerHerinneren, UitvraagBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.lijst_acts import LetterAct
from vhdesk.ui.onderdelen.woorden import eventueel, met_hoofdletter, met_punten
from vhdesk.ui.overleg.agenda_delivery import AgendaDelivery
from vhdesk.ui.overleg.uitvraag_table import NOT_ASKED, UitvraagTable
from vhdesk.ui.overleg.words import unsigned_words
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.key_legend import KeyLegend
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_uitvraag import Uitvraagstand

STANDEN = {
    "g": Uitvraagstand.GEVRAAGD,
    "o": Uitvraagstand.ONTVANGEN,
    "n": Uitvraagstand.NIETS_BEKEND,
    "w": Uitvraagstand.GEWEIGERD,
    "delete": None,
}
UITVRAAG = (
    LetterAct("g", "gevraagd", "Partner is gevraagd", "clock"),
    LetterAct("o", "ontvangen", "Informatie is ontvangen", "circle-check"),
    LetterAct("n", "niets bekend", "Bij de partner is niets bekend", "minus"),
    LetterAct("w", "geweigerd", "Partner weigert, met reden", "ban"),
    LetterAct("delete", "nog niet gevraagd", "Partner is nog niet gevraagd", "circle"),
    LetterAct("a", "alles vragen", "Alle partners vragen die nog niet gevraagd zijn", "users"),
    LetterAct("h", "herinneren", "Partner herinneren aan open vragen", "mail"),
    LetterAct(
        "p", "agenda voor partner", "Agenda voor deze partner opslaan, met de afspraak", "calendar-days"
    ),
)
_KEYS = frozenset({letter.key for letter in UITVRAAG} | {"enter"})


LOW = 330  # below this height board and buttons do not both fit


def _not_asked(cel: Uitvraagcel) -> bool:
    return cel.stand is None


def _unanswered(cel: Uitvraagcel) -> bool:
    return cel.open


def detail_words(rij: Bordrij, casus: BordCasus, cel: Uitvraagcel | None) -> str:
    """Return everything about one cell."""
    wie = f"{rij.organisatie}, casus {casus.nummer}"
    if cel is None:
        return f"{wie}: niet betrokken"
    stand = cel.stand.label if cel.stand is not None else NOT_ASKED
    gevraagd, antwoord = cel.gevraagd_op, cel.antwoord_op
    return met_punten(
        (
            f"{wie}: {stand}",
            f"gevraagd {short_date(gevraagd)}" if gevraagd is not None else "",
            f"antwoord {short_date(antwoord)}" if antwoord is not None else "",
            cel.reden,
            f"herinnerd {short_date(local(cel.herinnerd_op).date())}" if cel.herinnerd_op is not None else "",
            "er is inbreng sinds de vraag: Enter zet op ontvangen" if cel.voorstel else "",
            "" if rij.deelnemers else "niemand op de deelnemerslijst",
            "" if rij.getekend else "convenant niet getekend",
        )
    )


class UitvraagPanel(QWidget):
    """The board of a planned meeting."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._overleg: OverlegRow | None = None
        self._bord: Uitvraagbord | None = None
        self._delivery = AgendaDelivery(acting.context, self)
        self._refused: UitvraagBepalen | None = None
        self.count = Label("", "small", wrap=True)
        self.unsigned = Label("", "fault", wrap=True)
        self.unsigned.hide()
        self.table = UitvraagTable(_KEYS)
        none = EmptyState("users", "Er is nog niemand te vragen.", "Zet eerst een casus op de agenda.")
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.table)
        self._stack.addWidget(none)
        self.detail = Label("", "small", wrap=True)
        self.legend = KeyLegend([(letter.key, letter.words) for letter in UITVRAAG])
        self.panel = InlinePanel("Geweigerd", "Vastleggen", columns=1)
        self.reden = TextArea("Reden van de weigering", "Waarom deelt deze organisatie niets?", min_lines=2)
        self.panel.add_field("Reden", self.reden, "reden")
        self.panel.keep_drafts(acting.context)
        self.reminder = InlinePanel("Herinnering", "Opnieuw kopiëren", columns=1)
        self.text = TextArea("Tekst van de herinnering", "", min_lines=8)
        self.reminder.add_field("De tekst staat op het klembord en noemt alleen nummers", self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        for widget in (self.count, self.unsigned, stack, self.detail, self.panel, self.reminder, self.legend):
            layout.addWidget(widget, 1 if widget is stack else 0)
        self.table.pressed.connect(self.press)
        self.table.moved.connect(self._tell)
        self.table.doubleClicked.connect(self._accept)
        self.legend.pressed.connect(self.press)
        self.panel.submitted.connect(self._refuse)
        self.reminder.submitted.connect(self._copy)
        self.panel.opened.connect(self._make_room)
        self.reminder.opened.connect(self._make_room)

    def show_board(self, overleg: OverlegRow, bord: Uitvraagbord) -> None:
        """Show the board of a meeting."""
        other = self._overleg is None or self._overleg.id != overleg.id
        if other:
            self.panel.close_panel()
            self.reminder.close_panel()
        self._overleg, self._bord = overleg, bord
        self.table.show_board(bord)
        self._stack.setCurrentIndex(0 if bord.rijen else 1)
        self._make_room()
        if other:
            self.table.to_first(_unanswered)
        cellen = [cel for rij in bord.rijen for cel in rij.cellen if cel is not None]
        standen = [(stand.label, sum(cel.stand is stand for cel in cellen)) for stand in Uitvraagstand]
        self.count.setText(
            met_punten(
                (
                    eventueel(len(bord.rijen), "organisatie", "organisaties"),
                    eventueel(len(bord.casussen), "casus", "casussen"),
                    f"{sum(cel.stand is None for cel in cellen)} {NOT_ASKED}",
                    *(f"{aantal} {label}" for label, aantal in standen if aantal),
                )
            )
            if bord.rijen
            else ""
        )
        warning = unsigned_words([rij.organisatie for rij in bord.rijen if not rij.getekend])
        self.unsigned.setText(warning)
        self.unsigned.setVisible(bool(warning))
        self._tell()

    def focus_board(self) -> None:
        """Put the focus on the board."""
        self.table.setFocus()

    def back_out(self) -> bool:
        """Close the reason or the reminder; False when neither was open."""
        return self.panel.leave() or self.reminder.leave()

    # --- acts

    def press(self, key: str) -> None:
        """Do what a letter says with the cell under the mark."""
        if key == "a":
            self._ask_all()
        elif key == "h":
            self._remind()
        elif key == "p":
            self._save_agenda()
        elif key == "enter":
            self._accept()
        else:
            self._set(STANDEN[key])

    def _accept(self) -> None:
        """Enter: what is proposed, or the reason of a refusal."""
        cel = self.table.cel()
        if cel is not None and cel.voorstel:
            self._set(Uitvraagstand.ONTVANGEN)
        elif cel is not None and cel.stand is Uitvraagstand.GEWEIGERD:
            self._set(Uitvraagstand.GEWEIGERD)

    def _command(self, stand: Uitvraagstand | None) -> UitvraagBepalen | None:
        rij, casus = self.table.rij(), self.table.casus()
        if self._overleg is None or rij is None or casus is None:
            self._acting.inform("Ga met de pijltjes naar een casus.")
            return None
        return UitvraagBepalen(
            overleg_id=self._overleg.id, casus_id=casus.id, organisatie_id=rij.id, stand=stand
        )

    def _set(self, stand: Uitvraagstand | None) -> None:
        command, cel = self._command(stand), self.table.cel()
        if command is None or (cel is not None and cel.stand is stand is not Uitvraagstand.GEWEIGERD):
            return
        if stand is Uitvraagstand.GEWEIGERD and cel is not None:
            self._ask_reason(command, cel)
        elif self._acting.execute(command) is not None:
            self._done(command)

    def _done(self, command: UitvraagBepalen) -> None:
        """The mark goes on to the next cell that asks for the same."""
        stand = command.stand
        rij = self._row_of(command.organisatie_id)
        warning = unsigned_words(
            [rij.organisatie]
            if rij is not None and not rij.getekend and stand is Uitvraagstand.GEVRAAGD
            else []
        )
        said = f"{met_hoofdletter(stand.label if stand else NOT_ASKED)} vastgelegd."
        self._acting.inform(f"{said} {warning}" if warning else said)
        if stand is not None:
            self.table.to_next(_not_asked if stand is Uitvraagstand.GEVRAAGD else _unanswered)
        self.table.setFocus()

    def _row_of(self, organisatie_id: str) -> Bordrij | None:
        rijen = self._bord.rijen if self._bord is not None else ()
        return next((rij for rij in rijen if rij.id == organisatie_id), None)

    def _ask_reason(self, command: UitvraagBepalen, cel: Uitvraagcel) -> None:
        rij, casus = self.table.rij(), self.table.casus()
        assert rij is not None and casus is not None
        self.reminder.close_panel()
        self.panel.put_away()
        self._refused = command
        self.panel.title.setText(f"{rij.organisatie}, casus {casus.nummer}: geweigerd")
        self.reden.load(cel.reden, force=True)
        self.panel.open(self.reden, f"uitvraag/{command.overleg_id}/{casus.id}/{rij.id}")

    def _refuse(self) -> None:
        if self._refused is None:
            return
        command = UitvraagBepalen(
            overleg_id=self._refused.overleg_id,
            casus_id=self._refused.casus_id,
            organisatie_id=self._refused.organisatie_id,
            stand=Uitvraagstand.GEWEIGERD,
            reden=self.reden.text(),
        )
        if self._acting.execute(command, self.panel.show_fault) is not None:
            self.panel.finish()
            self._done(command)

    def _ask_all(self) -> None:
        """Ask everyone who was not asked yet."""
        if self._overleg is None or self._bord is None:
            return
        commands = [
            UitvraagBepalen(
                overleg_id=self._overleg.id,
                casus_id=cel.casus_id,
                organisatie_id=rij.id,
                stand=Uitvraagstand.GEVRAAGD,
            )
            for rij in self._bord.rijen
            for cel in rij.cellen
            if cel is not None and cel.stand is None
        ]
        done = self._acting.execute_all(commands)
        self._acting.inform(
            f"{eventueel(done, 'vraag', 'vragen')} op gevraagd gezet." if done else "Iedereen is al gevraagd."
        )
        self.table.setFocus()

    def _remind(self) -> None:
        """Keep the moment, put the words on the clipboard and show them."""
        rij = self.table.rij()
        if self._overleg is None or self._bord is None or rij is None:
            return
        nummers = [
            casus.nummer
            for casus, cel in zip(self._bord.casussen, rij.cellen, strict=True)
            if cel is not None and cel.stand is Uitvraagstand.GEVRAAGD
        ]
        command = PartnerHerinneren(overleg_id=self._overleg.id, organisatie_id=rij.id)
        if self._acting.execute(command) is None:
            return
        self.panel.close_panel()
        self.reminder.title.setText(f"Herinnering aan {rij.organisatie}")
        self.text.load(herinnering(self._overleg, rij.organisatie, nummers), force=True)
        QGuiApplication.clipboard().setText(self.text.text())
        self.reminder.open(self.text)
        self._acting.inform(f"De herinnering aan {rij.organisatie} staat op het klembord.")

    def _save_agenda(self) -> None:
        """The agenda of the partner under the mark, as a paper and an appointment."""
        rij = self.table.rij()
        if self._overleg is not None and rij is not None:
            self._delivery.ask_file(self._overleg.id, rij.id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self.reminder.finish()
        self._acting.inform("De herinnering staat op het klembord.")

    def _make_room(self, _opened: bool = False) -> None:
        """While something is written the letters of the board are not in force, and their buttons give room."""
        low = self.height() < current_theme().px(LOW)  # the letters stand in the menu too
        free = not low and self.panel.isHidden() and self.reminder.isHidden()
        self.legend.setVisible(free and self._bord is not None and bool(self._bord.rijen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height may leave room for the buttons, or not."""
        super().resizeEvent(event)
        self._make_room()

    def _tell(self) -> None:
        """Say in full what is known of the cell under the mark."""
        rij, casus = self.table.rij(), self.table.casus()
        if rij is None:
            self.detail.setText("")
        elif casus is not None:
            self.detail.setText(detail_words(rij, casus, self.table.cel()))
