"""Into a vault with the code of the herstelblad, because a passphrase was lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.errors import VhdeskError, WrongPassphrase
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.ontgrendelen.code_field import CodeField
from vhdesk.ui.ontgrendelen.form_page import FormPage
from vhdesk.ui.ontgrendelen.requests import RecoveryRequest
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.new_passphrase import NewPassphrase

INTRO = "Typ de code van het herstelblad over en kies een nieuw wachtwoord. Het gebruik komt in het journaal."


class RecoveryPage(FormPage):
    """Signals: ``recovery_requested(RecoveryRequest)``, ``left``."""

    recovery_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Openen met het herstelblad", INTRO, "Openen", "Bezig met openen…", parent)
        self._vault: Path | None = None
        self.vault_name = Label("", "strong", wrap=True)
        self.code = CodeField()
        self.user = QLineEdit()
        self.user_error = FieldError(self.user)
        self.passphrase = NewPassphrase("Nieuw &wachtwoord", "Nieuw wachtwoord &nog een keer")
        self.errors = {
            "herstelcode": self.code.error,
            "naam": self.user_error,
            "wachtwoord": self.passphrase.error,
        }
        self._fill()
        self.code.changed.connect(self.refresh)
        self.user.textChanged.connect(self.refresh)
        self.passphrase.changed.connect(self.refresh)
        self.passphrase.submitted.connect(self.submit)
        self.code.submitted.connect(self.user.setFocus)
        self.user.returnPressed.connect(self.passphrase.setFocus)
        self.setFocusProxy(self.code)
        self.refresh()

    def _fill(self) -> None:
        self.column.addWidget(self.vault_name)
        self.column.addWidget(self.code)
        self.column.addLayout(labelled("&Gebruikersnaam", self.user, self.user_error))
        self.column.addWidget(self.passphrase)
        self.column.addWidget(
            Label(
                "Maak na het openen een nieuw herstelblad, bij Beheer. Het oude blad is dan niet meer geldig.",
                wrap=True,
            )
        )

    def choose_vault(self, vault: Path, user: str = "") -> None:
        """Say which vault it is about."""
        self._vault = vault
        self.vault_name.setText(f"Kluis: {vault.name.removesuffix(SUFFIX)}")
        self.user.setText(user)
        self.forget()
        self.refresh()

    def complete(self) -> bool:
        """The code can be right, and name and passphrase are there."""
        return (
            self._vault is not None
            and self.code.complete()
            and bool(self.user.text().strip())
            and self.passphrase.complete()
        )

    def send(self) -> None:
        """Ask to open the vault."""
        if self._vault is not None:
            request = RecoveryRequest(
                self._vault, self.code.text(), self.user.text().strip(), self.passphrase.value()
            )
            self.recovery_requested.emit(request)

    def show_fault(self, fault: BaseException) -> None:
        """A code or a name that the vault does not know is said beside its field."""
        if isinstance(fault, WrongPassphrase):
            self.set_busy(False)
            self.code.error.show_words(
                "Deze code hoort niet bij deze kluis. Is er later een nieuw herstelblad gemaakt? Gebruik dan dat blad."
            )
        elif isinstance(fault, VhdeskError) and fault.code == "gebruiker_onbekend":
            self.set_busy(False)
            self.user_error.show_words(
                "Deze naam staat niet bij de gebruikers van de kluis. Kijk hoe de naam is geschreven."
            )
        else:
            super().show_fault(fault)

    def forget(self) -> None:
        """Forget code and passphrase."""
        self.code.clear()
        self.user_error.clear()
        self.passphrase.clear()
