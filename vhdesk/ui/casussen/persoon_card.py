"""One person of the case on a card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from vhdesk.clock import local
from vhdesk.dutch_date import age, date_in_words, short_date
from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.queries.melding import Meldregel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_4
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import GEHEIM_ADRES, Persoonsoort

ROW_ID = "row_id"
SHORT = 18  # characters of a relation that still stand beside a name


class PersoonCard(Card):
    """Signals, each with the id of the row it is about: ``remove_requested`` (betrokkene; not for the
    hoofdbetrokkene, who stays), ``change_requested``, ``relate_requested`` and ``merge_requested`` (betrokkene),
    ``unrelate_requested`` (relation), ``part_requested`` (merge), ``case_requested`` (case). ``gemeld``: what the referral
    said of this person."""

    remove_requested = Signal(str)
    change_requested = Signal(str)
    relate_requested = Signal(str)
    merge_requested = Signal(str)
    unrelate_requested = Signal(str)
    part_requested = Signal(str)
    case_requested = Signal(str)

    def __init__(
        self,
        row: BetrokkeneRow,
        vandaag: date,
        gemeld: Sequence[Meldregel] = (),
        parent: QWidget | None = None,
    ) -> None:
        hoofd = row.rol is Betrokkenheid.HOOFDBETROKKENE
        super().__init__(row.naam, _icon(row), parent=parent)
        self.row = row
        short = row.relatie if row.relatie and len(row.relatie) <= SHORT else row.rol.label
        self._add_buttons(hoofd)
        pill = Pill(met_hoofdletter(short), "accent" if hoofd else "muted", "")
        self.body.addWidget(pill, alignment=Qt.AlignmentFlag.AlignLeft)  # the heading is for the name
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_4)
        form.setVerticalSpacing(SPACE_1)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        said = [(met_hoofdletter(each.soort.label), each.tekst) for each in gemeld]
        for label, words in (*_feiten(row, vandaag), *said):
            if words == met_hoofdletter(short):
                continue
            value = Label(words, wrap=True)
            value.set_selectable()
            value.setAccessibleName(f"{label}: {words}")
            form.addRow(Label(label, "muted"), value)
        self.body.addLayout(form)
        if row.bsn_geldig is False:
            self.body.addWidget(Pill("BSN voldoet niet aan de elfproef", "warn"))
        if row.kvk_geldig is False:
            self.body.addWidget(Pill("KvK-nummer heeft geen acht cijfers", "warn"))
        self._add_relations()
        self._add_elsewhere()
        self._add_merges()

    def _add_buttons(self, hoofd: bool) -> None:
        naam = self.row.naam
        buttons = [
            ("pencil", f"Gegevens van {naam} wijzigen", self._change),
            ("link", f"Relatie van {naam} vastleggen", self._relate),
            ("copy", f"{naam} samenvoegen met een ander", self._merge),
        ]
        if not hoofd:
            buttons.append(("user-x", f"{naam} uit de casus halen", self._remove))
        self.buttons = {}
        for picture, name, slot in buttons:
            self.buttons[picture] = self.add_button(picture, name)
            self.buttons[picture].clicked.connect(slot)

    # --- the system around the person

    def _add_relations(self) -> None:
        for relatie in self.row.relaties:
            words = f"{met_hoofdletter(relatie.wat)} van {relatie.naam}"
            elsewhere = "" if relatie.in_casus else " (niet in deze casus)"
            line = self._line(words + elsewhere, "x", f"Relatie weghalen: {words}", relatie.id)
            line.clicked.connect(self._unrelate)

    def _add_elsewhere(self) -> None:
        self.jumps: list[QPushButton] = []
        if self.row.elders:
            self.add_text("Komt ook voor in", "label")
        for elders in self.row.elders:
            where = f"{elders.status.label}, als {elders.rol.label}"
            jump = QPushButton(elders.nummer)
            jump.setProperty("kind", "quiet")
            jump.setProperty(ROW_ID, elders.casus_id)
            jump.setAutoDefault(False)
            jump.setAccessibleName(f"Komt ook voor in {elders.nummer}, {where}")
            jump.setAccessibleDescription("Opent die casus; dat u hem leest, komt in het journaal.")
            jump.clicked.connect(self._to_case)
            self.jumps.append(jump)
            box = QHBoxLayout()
            box.setSpacing(SPACE_1)
            box.addWidget(jump)
            box.addWidget(Label(where, "muted", wrap=True), 1)
            self.body.addLayout(box)

    def _add_merges(self) -> None:
        for number, merge in enumerate(self.row.samenvoegingen):
            words = f"{merge.naam} ging hierin op ({short_date(local(merge.op).date())}: {merge.reden})"
            if number:  # they come apart from the last one on
                self.add_text(words)
                continue
            line = self._line(words, "undo-2", f"Samenvoeging met {merge.naam} ongedaan maken", merge.id)
            line.clicked.connect(self._part)

    def _line(self, words: str, picture: str, name: str, identity: str) -> QToolButton:
        """Add a sentence with a small button behind it; returns the button."""
        box = QHBoxLayout()
        box.setSpacing(SPACE_1)
        box.addWidget(Label(words, "muted", wrap=True), 1)
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty(ROW_ID, identity)
        box.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(box)
        return button

    def _pressed(self) -> str:
        sender = self.sender()
        return str(sender.property(ROW_ID)) if sender is not None else ""

    def _remove(self) -> None:
        self.remove_requested.emit(self.row.id)

    def _change(self) -> None:
        self.change_requested.emit(self.row.id)

    def _relate(self) -> None:
        self.relate_requested.emit(self.row.id)

    def _merge(self) -> None:
        self.merge_requested.emit(self.row.id)

    def _unrelate(self) -> None:
        self.unrelate_requested.emit(self._pressed())

    def _part(self) -> None:
        self.part_requested.emit(self._pressed())

    def _to_case(self) -> None:
        self.case_requested.emit(self._pressed())


def _icon(row: BetrokkeneRow) -> str:
    if row.soort is Persoonsoort.RECHTSPERSOON:
        return "building-2"
    return "user" if row.rol is Betrokkenheid.HOOFDBETROKKENE else "users"


def _feiten(row: BetrokkeneRow, vandaag: date) -> list[tuple[str, str]]:
    geboren = ""
    if row.geboortedatum is not None:
        jaren = telling(age(row.geboortedatum, vandaag), "jaar", "jaar")
        geboren = f"{date_in_words(row.geboortedatum)} ({jaren})"
    plaats = " ".join(deel for deel in (row.postcode, row.woonplaats) if deel)
    adres = ", ".join(deel for deel in (row.adres, plaats if plaats not in row.adres else "") if deel)
    woont = f"{GEHEIM_ADRES.capitalize()}: {adres}" if row.adres_geheim and adres else adres
    if row.adres_geheim and not adres:
        woont = GEHEIM_ADRES.capitalize()
    feiten = (
        ("Relatie", met_hoofdletter(row.relatie)),
        ("Geboren", geboren),
        ("Geslacht", met_hoofdletter(row.geslacht)),
        ("Ook bekend als", ", ".join(row.aliassen)),
        ("BSN", row.bsn),
        ("KvK-nummer", row.kvk),
        ("Adres", woont),
        ("Telefoon", row.telefoon),
        ("Opmerking", row.opmerking),
    )
    return [(label, words) for label, words in feiten if words]
