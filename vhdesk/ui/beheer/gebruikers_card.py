"""Who may open the vault: add, change the role, give a new passphrase, remove with a new key."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.services.kluis import VaultUser
from vhdesk.ui.beheer.vault_work import VaultWork
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.whole_row_list import WholeRowList
from vhdesk.ui.ontgrendelen.new_passphrase import NewPassphrase
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.vocabulary import Gebruikersrol

ROLES = tuple((role.value, role.label.capitalize()) for role in Gebruikersrol)
REMOVE_DETAIL = (
    "De kluis en de reservekopieën krijgen een nieuwe sleutel, zodat deze persoon er nooit meer bij kan, ook niet "
    "met een oude kopie van de sleutels. Dat kan even duren. Maak daarna een nieuw herstelblad niet te laat."
)
