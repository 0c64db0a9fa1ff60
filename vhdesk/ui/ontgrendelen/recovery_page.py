"""Into a vault with the code of the herstelblad, because a passphrase was lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.crypto.recovery import GROUP_LENGTH, GROUPS, clean
from vhdesk.errors import RuleViolation, VhdeskError, WrongPassphrase
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.ontgrendelen.form_page import FormPage
from vhdesk.ui.ontgrendelen.requests import RecoveryRequest
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.new_passphrase import NewPassphrase

LENGTH = GROUPS * GROUP_LENGTH
INTRO = "Typ de code van het herstelblad over en kies een nieuw wachtwoord. Het gebruik komt in het journaal."
_SEPARATORS = " -\t\n\r.\u2010\u2011\u2013"


def grouped_while_typing(typed: str) -> str:
    """Return what was typed in capitals and groups of four, whatever was typed between the groups."""
    code = "".join(c for c in typed.upper() if c not in _SEPARATORS)[:LENGTH]
    return "-".join(code[i : i + GROUP_LENGTH] for i in range(0, len(code), GROUP_LENGTH))


def code_words(typed: str) -> tuple[str, bool]:
    """Return what to say about a code, and whether it can be right."""
    count = sum(c not in _SEPARATORS for c in typed)
    if count < LENGTH:
        return f"{count} van {LENGTH} tekens. Streepjes, spaties en hoofdletters maken niet uit.", False
    try:
        clean(typed)
    except RuleViolation as fault:
        if fault.code == "herstelcode_teken":
            return "In de code staan geen 0, 1, I, L of O. Kijk de code na.", False
        return "In de code zit een tikfout. Vergelijk elke groep met het herstelblad.", False
    return "De code is goed overgetypt.", True


class RecoveryPage(FormPage):
    """Signals: ``recovery_requested(RecoveryRequest)``, ``left``."""

    recovery_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Openen met het herstelblad", INTRO, "Openen", "Bezig met openen…", parent)
        self._vault: Path | None = None
        self.vault_name = Label("", "strong", wrap=True)
        self.code = QLineEdit()
        self.code.setPlaceholderText("ABCD-EFGH-JKMN-…")
        self.code_error = FieldError(self.code)
        self.code_hint = Label("", "small", wrap=True)
        self.user = QLineEdit()
        self.user_error = FieldError(self.user)
        self.passphrase = NewPassphrase("Nieuw &wachtwoord", "Nieuw wachtwoord &nog een keer")
        self.errors = {
            "herstelcode": self.code_error,
            "naam": self.user_error,
            "wachtwoord": self.passphrase.error,
        }
        self._fill()
        self.code.textEdited.connect(self._code_typed)
        self.code.textChanged.connect(self.refresh)
        self.user.textChanged.connect(self.refresh)
        self.passphrase.changed.connect(self.refresh)
        self.passphrase.submitted.connect(self.submit)
        self.code.returnPressed.connect(self.user.setFocus)
        self.user.returnPressed.connect(self.passphrase.setFocus)
        self.setFocusProxy(self.code)
        self.refresh()

    def _fill(self) -> None:
        self.column.addWidget(self.vault_name)
        code = labelled("&Code van het herstelblad", self.code, self.code_error)
        code.addWidget(self.code_hint)
        self.column.addLayout(code)
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
            and code_words(self.code.text())[1]
            and bool(self.user.text().strip())
            and self.passphrase.complete()
        )

    def refresh(self) -> None:
        """Say how far the code is."""
        self.code_hint.setText(code_words(self.code.text())[0])
        super().refresh()

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
            self.code_error.show_words(
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
        self.code_error.clear()
        self.user_error.clear()
        self.passphrase.clear()

    def _code_typed(self, typed: str) -> None:
        """Keep the groups while typing at the end; a correction in the middle is left alone."""
        if self.code.cursorPosition() == len(typed):
            shaped = grouped_while_typing(typed)
            if shaped != typed:
                self.code.setText(shaped)
