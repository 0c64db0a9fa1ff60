"""A vault that does not open any more: one of its backups becomes a new vault beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vhdesk.errors import VhdeskError, WrongPassphrase
from vhdesk.services.kluis import kopieen_voorkant
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.kopie_woorden import grootte, moment_words, tellingen
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.ui.ontgrendelen.code_field import CodeField
from vhdesk.ui.ontgrendelen.form_page import FormPage
from vhdesk.ui.ontgrendelen.requests import RestoreRequest
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX
from vhdesk.ui.theme.tokens import SPACE_3
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.new_passphrase import NewPassphrase
from vhdesk.ui.widgets.passphrase_field import PassphraseField

INTRO = (
    "Van een reservekopie wordt een nieuwe kluis gemaakt. De kluis die niet opengaat, blijft staan zoals hij is. "
    "Wat u na die reservekopie vastlegde, staat er niet in."
)
NONE = (
    "Bij deze kluis staat geen reservekopie die te lezen is. Vraag uw beheerder om een kopie van de hele map."
)

PASSPHRASE, SHEET = "wachtwoord", "herstelblad"
WAYS = ((PASSPHRASE, "het wachtwoord van toen"), (SHEET, "het herstelblad van toen"))
WRONG = "Met deze naam en dit wachtwoord gaat de reservekopie niet open. Gebruik het wachtwoord van toen."
WRONG_CODE = "Deze code hoort niet bij deze reservekopie. Gebruik het herstelblad van toen."
UNKNOWN = "Deze naam staat niet bij de gebruikers van toen. Kijk hoe de naam is geschreven."


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
        self.user_error = FieldError(self.user)
        self.way = ChoiceField("Openen met", WAYS)
        self.passphrase = PassphraseField("Wachtwoord van toen")
        self.passphrase_error = FieldError(self.passphrase)
        self.code = CodeField()
        self.new_passphrase = NewPassphrase("Nieuw &wachtwoord", "Nieuw wachtwoord nog &een keer")
        self.errors = {
            "naam": self.user_error, "herstelcode": self.code.error, "wachtwoord": self.new_passphrase.error,
        }  # fmt: skip
        self.new_name = QLineEdit()
        self.result = Label("", "small", wrap=True)
        self._fill()
        self.kopie.chosen.connect(self.refresh)
        self.way.chosen.connect(self.refresh)
        self.code.changed.connect(self.refresh)
        self.new_passphrase.changed.connect(self.refresh)
        self.code.submitted.connect(self.new_passphrase.setFocus)
        self.new_passphrase.submitted.connect(self.submit)
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
        self.column.addLayout(labelled("&Gebruikersnaam", self.user, self.user_error))
        self.column.addLayout(labelled("&Openen met", self.way))
        self.by_passphrase = QWidget()
        by_passphrase = labelled("&Wachtwoord van toen", self.passphrase, self.passphrase_error)
        by_passphrase.setContentsMargins(0, 0, 0, 0)
        self.by_passphrase.setLayout(by_passphrase)
        self.column.addWidget(self.by_passphrase)
        self.by_sheet = QWidget()
        by_sheet = QVBoxLayout(self.by_sheet)
        by_sheet.setContentsMargins(0, 0, 0, 0)
        by_sheet.setSpacing(SPACE_3)
        by_sheet.addWidget(self.code)
        by_sheet.addWidget(self.new_passphrase)
        self.column.addWidget(self.by_sheet)
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
        """A backup was chosen, and the name and what opens it are there."""
        if self._with_sheet():
            typed = self.code.complete() and self.new_passphrase.complete()
        else:
            typed = bool(self.passphrase.text())
        named = bool(self.user.text().strip())
        return bool(self.kopie.value()) and named and typed and self.target() is not None

    def _with_sheet(self) -> bool:
        return self.way.value() == SHEET

    def refresh(self) -> None:
        """Ask what the chosen way needs; say what is in the backup, and where the new vault will stand."""
        self.by_passphrase.setVisible(not self._with_sheet())
        self.by_sheet.setVisible(self._with_sheet())
        counted = self._counts.get(self.kopie.value(), "")
        self.counts.setText(f"In deze kopie: {counted}" if counted else "")
        target = self.target()
        self.result.setText(f"De nieuwe kluis wordt de map {target}" if target is not None else "")
        super().refresh()

    def send(self) -> None:
        """Ask for the new vault."""
        target = self.target()
        if target is None:
            return
        sheet = self._with_sheet()
        passphrase = self.new_passphrase.value() if sheet else self.passphrase.text()
        code = self.code.text() if sheet else ""
        kopie, user = Path(self.kopie.value()), self.user.text().strip()
        self.restore_requested.emit(RestoreRequest(kopie, user, passphrase, target, code))

    def show_fault(self, fault: BaseException) -> None:
        """What does not fit a backup of another time is said beside its field."""
        if isinstance(fault, WrongPassphrase):
            self.set_busy(False)
            if self._with_sheet():
                self.code.error.show_words(WRONG_CODE)
            else:
                self.passphrase.clear()
                self.passphrase_error.show_words(WRONG)
        elif isinstance(fault, VhdeskError) and fault.code == "gebruiker_onbekend":
            self.set_busy(False)
            self.user_error.show_words(UNKNOWN)
        else:
            super().show_fault(fault)

    def forget(self) -> None:
        """Forget passphrases and code."""
        self.passphrase.clear()
        self.passphrase_error.clear()
        self.code.clear()
        self.new_passphrase.clear()
        self.user_error.clear()
