"""The vault itself: where it stands, who may open it, its keys, and how the window behaves."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.services.journaal_controle import Controle
from vhdesk.ui.beheer.gebruikers_card import GebruikersCard
from vhdesk.ui.beheer.herstelblad_card import HerstelbladCard
from vhdesk.ui.beheer.tab import BeheerTab
from vhdesk.ui.beheer.vault_work import VaultWork, tell_skipped
from vhdesk.ui.beheer.wachtwoord_card import WachtwoordCard
from vhdesk.ui.beheer.woorden import controle_zin
from vhdesk.ui.context import UiContext
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_faults import sentence

TWO_COLUMNS = 920
KEY_INTRO = (
    "Vernieuw de sleutel als een computer of reservekopie in verkeerde handen kan zijn. De kluis en alle "
    "reservekopieën worden opnieuw versleuteld. Wachtwoorden en het herstelblad blijven gelijk."
)


class KluisTab(BeheerTab):
    """Cards under each other; the settings card is put in by the page, which knows the settings."""

    tab_id = "kluis"
    title = "Kluis"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        registry = context.registry
        self.place = Card(context.kluis.naam, "shield-check", section=True)
        self.place_text = self.place.add_text("")
        self.place_text.set_selectable()
        self.checked = Label("", wrap=True)
        self.checked.hide()
        self.place.body.addWidget(self.checked)
        self.place.add_right(
            PrimaryButton(registry.action("beheer.controleren"), "Kluis controleren", kind="")
        )
        self.users = GebruikersCard(context)
        self.passphrase = WachtwoordCard(context)
        self.sheet = HerstelbladCard(context)
        self.key = Card("Sleutel", "refresh-cw", section=True)
        self.key.add_text(KEY_INTRO)
        self.key.add_right(PrimaryButton(registry.action("beheer.sleutel"), "Sleutel vernieuwen", kind=""))
        self.panels = [self.users.panel, self.users.reset, self.passphrase.panel]
        self._lay_out()

    def _lay_out(self) -> None:
        self.area = ScrollColumn("Kluis")
        inside = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(SPACE_3)
        left, self.right = QVBoxLayout(), QVBoxLayout()
        for side, cards in (
            (left, (self.place, self.users)), (self.right, (self.passphrase, self.sheet, self.key))
        ):  # fmt: skip
            side.setSpacing(SPACE_3)
            for card in cards:
                side.addWidget(card)
            self._sides.addLayout(side, 1)
        left.addStretch(1)
        self.area.body.addWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def add_card(self, card: QWidget) -> None:
        """Put one more card at the end (that of the settings)."""
        self.right.addWidget(card)
        self.right.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for both, else one."""
        super().resizeEvent(event)
        wide = self.width() >= current_theme().px(TWO_COLUMNS)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # --- rows

    def refresh(self) -> None:
        """Show the vault as it is."""
        kluis = self.context.kluis
        role = Gebruikersrol(kluis.gebruiker.rol) if kluis.gebruiker.rol else None
        who = f"{kluis.gebruiker.naam} ({role.label})" if role else "met het herstelblad"
        lines = [f"Map: {kluis.pad}", f"Geopend door: {who}"]
        if kluis.oefening:
            lines.append("Dit is een oefenkluis met verzonnen mensen.")
        if kluis.alleen_lezen:
            lines.append("De kluis is alleen geopend om te lezen.")
        if kluis.kopieen_af_te_maken:
            lines.append(
                "Een aantal reservekopieën heeft nog de vorige sleutel. Maak dat af bij Reservekopieën."
            )
        lines += [sentence(finding) for finding in kluis.bevindingen()]
        self.place_text.setText("\n".join(lines))
        self.users.refresh()

    def focus_first(self) -> None:
        """Begin at the users."""
        self.users.list.setFocus()

    def back_out(self) -> bool:
        """Close what is open and forget what was typed in it."""
        return any([self.users.close_panels(), super().back_out()])

    # --- acts

    def can(self, act: str) -> bool:
        """The general keys work on the users."""
        return {"add": True, "change": self.can_change(), "remove": self.can_remove()}.get(act, False)

    def add(self) -> None:
        """Ctrl+N: a user."""
        self.users.add()

    def change(self) -> None:
        """F2: the current user."""
        self.users.change()

    def remove(self) -> None:
        """Ctrl+Delete: the current user."""
        self.users.remove()

    def can_change(self) -> bool:
        """Whether a user is current."""
        return self.users.can_change()

    def can_remove(self) -> bool:
        """Whether the current user is somebody else."""
        return self.users.can_remove()

    def reset_user(self) -> None:
        """Begin to give the current user a new passphrase."""
        self.users.give_passphrase()

    def change_passphrase(self) -> None:
        """Begin to change the own passphrase."""
        self.passphrase.begin()

    def make_sheet(self) -> None:
        """Ask whether a new herstelblad must be made."""
        self.sheet.ask()

    def check(self) -> None:
        """Check the store and the journaal."""
        self.context.jobs.exclusive(
            self, "De kluis wordt gecontroleerd", VaultWork(self.context.kluis.controleren, tracked=True),
            done=self._checked, failed=self._failed,
        )  # fmt: skip

    def _checked(self, controle: Controle) -> None:
        self.checked.setText(controle_zin(controle, ook_opslag=True))
        self.checked.show()

    def ask_rekey(self) -> None:
        """Ask whether the key must be renewed."""
        self.context.prompts.confirm(
            self, "De sleutel van de kluis vernieuwen?", "Sleutel vernieuwen", self._rekey, detail=KEY_INTRO
        )

    def _rekey(self) -> None:
        self.context.jobs.exclusive(
            self, "De sleutel wordt vernieuwd", VaultWork(self.context.kluis.sleutel_vernieuwen, tracked=True),
            done=self._rekeyed, failed=self._failed,
        )  # fmt: skip

    def _rekeyed(self, skipped: tuple[str, ...]) -> None:
        self.refresh()
        self.context.shell.saved()
        if not tell_skipped(self.context, skipped):
            self.context.shell.inform("De kluis en de reservekopieën hebben een nieuwe sleutel.")

    def _failed(self, fault: Exception) -> None:
        self.refresh()
        if isinstance(fault, Interrupted):
            self.context.shell.inform("Afgebroken.")
        elif isinstance(fault, VhdeskError):
            self.context.shell.report(fault)
        else:
            self.context.jobs.unhandled.emit(fault)
