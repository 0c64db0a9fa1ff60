"""Making a new vault: its name and place, who runs it, and the passphrase."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.errors import EnvironmentFault, VaultReadOnly
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.ontgrendelen.form_page import FormPage
from vhdesk.ui.ontgrendelen.requests import CreateRequest
from vhdesk.ui.ontgrendelen.unlock_page import SUFFIX
from vhdesk.ui.prompts import Prompts
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.form import labelled
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.new_passphrase import NewPassphrase
from vhdesk.vocabulary import Gebruikersrol

ROLES = (Gebruikersrol.COORDINATOR, Gebruikersrol.BEHEERDER)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 80
INTRO = "In een kluis staan de casussen en overleggen van een Zorg- en Veiligheidshuis, versleuteld op deze computer."
WARNING = (
    "Bewaar het wachtwoord goed: zonder wachtwoord en zonder herstelblad kan niemand de kluis nog openen. "
    "Maak het herstelblad meteen na het openen, bij Beheer."
)


def default_place() -> Path:
    """Return where new vaults go: a folder of their own, since Documents is often synchronised with a cloud."""
    return Path.home() / "vhdesk"


class CreatePage(FormPage):
    """Signals: ``create_requested(CreateRequest)``, ``left``."""

    create_requested = Signal(object)

    def __init__(self, prompts: Prompts, place: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Nieuwe kluis maken", INTRO, "Kluis maken", "Bezig met maken…", parent)
        self._prompts = prompts
        self._default = default_place()
        self.vault_name = QLineEdit()
        self.vault_name.setPlaceholderText("bijvoorbeeld Werktafel Enschede")
        self.name_error = FieldError(self.vault_name)
        self.place = QLineEdit(str(place or self._default))
        self.place_button = QPushButton("&Map kiezen…")
        self.result = Label("", "small", wrap=True)
        self.user = QLineEdit()
        self.user_error = FieldError(self.user)
        self.passphrase = NewPassphrase()
        self.roles = QButtonGroup(self)
        self.errors = {"naam": self.user_error, "wachtwoord": self.passphrase.error}
        self._fill()
        for line in (self.vault_name, self.place, self.user):
            line.textChanged.connect(self.refresh)
        self.passphrase.changed.connect(self.refresh)
        self.passphrase.submitted.connect(self.submit)
        self.place_button.clicked.connect(self._choose_place)
        self.setFocusProxy(self.vault_name)
        self.refresh()

    def _fill(self) -> None:
        self.column.addLayout(labelled("Naam van de &kluis", self.vault_name, self.name_error))
        where = QWidget()
        line = QHBoxLayout(where)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        line.addWidget(self.place, 1)
        line.addWidget(self.place_button)
        where.setFocusProxy(self.place)
        column = labelled("In de ma&p", where)
        column.addWidget(self.result)
        self.column.addLayout(column)
        self.column.addLayout(labelled("&Uw naam", self.user, self.user_error))
        self.column.addLayout(self._role_choice())
        self.column.addWidget(self.passphrase)
        self.column.addWidget(Label(WARNING, wrap=True))

    def _role_choice(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        column.addWidget(Label("Uw rol", "label"))
        for number, role in enumerate(ROLES):
            button = QRadioButton(
                f"{role.label.capitalize()}: {role.definition[:1].lower()}{role.definition[1:]}"
            )
            button.setAccessibleName(f"Rol {role.label}")
            button.setChecked(number == 0)
            self.roles.addButton(button, number)
            column.addWidget(button)
        return column

    # --- values

    def folder(self) -> Path | None:
        """Return the folder of the vault to be made; None while name or place is missing."""
        name = " ".join(self.vault_name.text().split()).removesuffix(SUFFIX)
        place = self.place.text().strip()
        if not name or not place or self._name_fault(name):
            return None
        return Path(place).expanduser() / f"{name}{SUFFIX}"

    def _name_fault(self, name: str) -> str:
        if _FORBIDDEN.search(name) or name.startswith(".") or name.endswith("."):
            return 'Gebruik geen van deze tekens: < > : " / \\ | ? * en geen punt vooraan of achteraan.'
        return f"Gebruik ten hoogste {_LONGEST} tekens." if len(name) > _LONGEST else ""

    def complete(self) -> bool:
        """Everything was filled in and the passphrase is good."""
        return self.folder() is not None and bool(self.user.text().strip()) and self.passphrase.complete()

    def refresh(self) -> None:
        """Say where the vault will stand, or what is wrong with its name."""
        name = " ".join(self.vault_name.text().split()).removesuffix(SUFFIX)
        fault = self._name_fault(name) if name else ""
        self.name_error.setText(fault)
        self.name_error.setVisible(bool(fault))
        folder = self.folder()
        self.result.setText(f"De kluis wordt de map {folder}" if folder is not None else "")
        self.result.setVisible(folder is not None)
        super().refresh()

    def send(self) -> None:
        """Ask for the vault; the folder for all vaults is made when it is not there yet."""
        folder = self.folder()
        if folder is None:
            return
        try:
            if folder.parent == self._default:
                folder.parent.mkdir(mode=0o700, exist_ok=True)
        except PermissionError:
            self.show_fault(VaultReadOnly("folder_read_only"))
            return
        except OSError:
            self.show_fault(EnvironmentFault("folder_missing"))
            return
        role = ROLES[self.roles.checkedId()]
        self.create_requested.emit(
            CreateRequest(folder, self.user.text().strip(), role.value, self.passphrase.value())
        )

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()

    def _choose_place(self) -> None:
        folder = Path(self.place.text()).expanduser()
        known = folder if folder.is_dir() else Path.home()
        self._prompts.choose_folder(self, "Map voor de nieuwe kluis", self._place_chosen, folder=known)

    def _place_chosen(self, folder: Path) -> None:
        self.place.setText(str(folder))
