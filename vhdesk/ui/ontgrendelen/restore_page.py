"""A vault that does not open any more: one of its backups becomes a new vault beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.errors import WrongPassphrase
from vhdesk.services.kluis import kopieen_voorkant
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.kopie_woorden import grootte, moment_words, tellingen
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.ui.ontgrendelen.form_page import FormPage
from vhdesk.ui.ontgrendelen.requests import RestoreRequest
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.passphrase_field import PassphraseField

INTRO = (
    "Van een reservekopie wordt een nieuwe kluis gemaakt. De kluis die niet opengaat, blijft staan zoals hij is. "
    "Wat u na die reservekopie vastlegde, staat er niet in."
)
NONE = (
    "Bij deze kluis staat geen reservekopie die te lezen is. Vraag uw beheerder om een kopie van de hele map."
)


class RestorePage(FormPage):
    """Signals: ``restore_requested(RestoreRequest)``, ``left``."""

    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Reservekopie terugzetten", INTRO, "Terugzetten", "Bezig met terugzetten…", parent)
        self._vault: Path | None = None
        self._counts: dict[str, str] = {}
        self.vault_name = Label("", "strong", wrap=True)
        self.none = Label(NONE, "fault", wrap=True)
        self.kopie = ChoiceField("Reservekopie")
        self.counts = Label("", "small", wrap=True)
        self.user = QLineEdit()
        self.passphrase = PassphraseField("Wachtwoord van toen")
        self.passphrase_error = FieldError(self.passphrase)
        self.new_name = QLineEdit()
        self.result = Label("", "small", wrap=True)
        self._fill()
        self.kopie.chosen.connect(self.refresh)
        for line in (self.user, self.passphrase.line, self.new_name):
            line.textChanged.connect(self.refresh)
            line.returnPressed.connect(self.submit)
        self.setFocusProxy(self.kopie)
        self.refresh()

    def _fill(self) -> None:
        self.column.addWidget(self.vault_name)
        self.column.addWidget(self.none)
        kopie = labelled("&Reservekopie", self.kopie)
        kopie.addWidget(self.counts)
        self.column.addLayout(kopie)
        self.column.addLayout(labelled("&Gebruikersnaam", self.user))
        self.column.addLayout(labelled("&Wachtwoord van toen", self.passphrase, self.passphrase_error))
        name = labelled("Naam van de &nieuwe kluis", self.new_name)
        name.addWidget(self.result)
        self.column.addLayout(name)

    def choose_vault(self, vault: Path, user: str = "") -> None:
        """Say which vault it is about, and offer its backups, the newest first."""
        self._vault = vault
        name = vault.name.removesuffix(SUFFIX)
        self.vault_name.setText(f"Kluis: {name}")
        self.user.setText(user)
        self.new_name.setText(f"{name} hersteld")
        found = kopieen_voorkant(vault)
        self._counts = {str(info.path): tellingen(info.counts) for info in found}
        self.kopie.set_choices(
            [(str(info.path), met_punten((moment_words(info.moment), grootte(info.size)))) for info in found]
        )
        self.none.setVisible(not found)
        self.forget()
        self.refresh()

    def target(self) -> Path | None:
        """Return the folder of the new vault; None while it has no name that can be one."""
        name = " ".join(self.new_name.text().split()).removesuffix(SUFFIX)
        if self._vault is None or not name or any(sign in name for sign in '/\\:*?"<>|'):
            return None
        return self._vault.parent / f"{name}{SUFFIX}"

    def complete(self) -> bool:
        """A backup was chosen, and name and passphrase are there."""
        typed = bool(self.user.text().strip()) and bool(self.passphrase.text())
        return bool(self.kopie.value()) and typed and self.target() is not None

    def refresh(self) -> None:
        """Say what is in the backup, and where the new vault will stand."""
        counted = self._counts.get(self.kopie.value(), "")
        self.counts.setText(f"In deze kopie: {counted}" if counted else "")
        target = self.target()
        self.result.setText(f"De nieuwe kluis wordt de map {target}" if target is not None else "")
        super().refresh()

    def send(self) -> None:
        """Ask for the new vault."""
        target = self.target()
        if target is not None:
            user, passphrase = self.user.text().strip(), self.passphrase.text()
            self.restore_requested.emit(RestoreRequest(Path(self.kopie.value()), user, passphrase, target))

    def show_fault(self, fault: BaseException) -> None:
        """A passphrase of another time is said beside its field."""
        if not isinstance(fault, WrongPassphrase):
            super().show_fault(fault)
            return
        self.set_busy(False)
        self.passphrase.clear()
        self.passphrase_error.show_words(
            "Met deze naam en dit wachtwoord gaat de reservekopie niet open. Gebruik het wachtwoord van toen."
        )

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()
        self.passphrase_error.clear()
