"""Who may open the vault: add, change the role, give a new passphrase, remove with a new key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.ui.beheer.vault_work import SLOW_KEY, VaultWork, tell_skipped
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.new_passphrase import NewPassphrase
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Gebruikersrol

ROLES: Final = tuple((role.value, role.label.capitalize()) for role in Gebruikersrol)
REMOVE_DETAIL: Final = (
    "De kluis en de reservekopieën krijgen een nieuwe sleutel, zodat deze persoon er niet meer bij kan, ook niet met "
    "een oude kopie van de sleutels. Dat duurt even. Kende deze persoon het herstelblad? Maak dan daarna een nieuw."
)


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user of the vault as the list shows it."""

    id: str
    naam: str
    rol: Gebruikersrol
    zelf: bool


def user_line(row: UserRow) -> TwoLine:
    """Word a user."""
    return TwoLine(
        f"{row.naam} (u)" if row.zelf else row.naam,
        f"{row.rol.label.capitalize()}. {row.rol.definition}",
        icon="user-check" if row.zelf else "user",
        icon_role="accent" if row.zelf else "muted",
    )


class GebruikersCard(Card):
    """Signals: ``changed`` after the users changed."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Gebruikers", "users", section=True, parent=parent)
        self._context = context
        self._editing = ""
        self.list = WholeRowList("Gebruikers van de kluis", user_line)
        self.name = QLineEdit()
        self.name.setAccessibleName("Naam")
        self.role = ChoiceField("Rol", ROLES)
        self.passphrase = NewPassphrase("Eerste wachtwoord", "Nog een keer")
        self.panel = InlinePanel("Gebruiker toevoegen", "Toevoegen")
        self.panel.add_field("Naam", self.name, "naam")
        self.panel.add_field("Rol", self.role, "rol")
        self.panel.add_field("", self.passphrase, "wachtwoord", wide=True)
        self.reset = InlinePanel("Nieuw wachtwoord geven", "Wachtwoord geven")
        self.new_passphrase = NewPassphrase("Nieuw wachtwoord", "Nog een keer")
        self.reset.add_field("", self.new_passphrase, "wachtwoord", wide=True)
        registry = context.registry
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=SPACE_2)
        for act, words in (
            ("beheer.gebruiker.toevoegen", "Toevoegen"), ("beheer.gebruiker.wijzigen", "Naam of rol wijzigen"),
            ("beheer.gebruiker.wachtwoord", "Nieuw wachtwoord geven"),
            ("beheer.gebruiker.verwijderen", "Verwijderen en sleutel vernieuwen"),
        ):  # fmt: skip
            flow.addWidget(PrimaryButton(registry.action(act), words, kind=""))
        self.body.addWidget(self.list)
        self.body.addWidget(buttons)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.reset)
        self.panel.submitted.connect(self._submit)
        self.reset.submitted.connect(self._submit_reset)
        self.passphrase.submitted.connect(self.panel.submit)
        self.new_passphrase.submitted.connect(self.reset.submit)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)

    def refresh(self) -> None:
        """Show the users as they are now."""
        own = self._context.kluis.gebruiker.id
        rows = [
            UserRow(user.id, user.naam, Gebruikersrol(user.rol), user.id == own)
            for user in self._context.kluis.gebruikers()
        ]
        self.list.set_rows(rows)
        if not self.list.currentIndex().isValid() and rows:
            self.list.select(rows[0].id)
        self.list.setFixedHeight(min(len(rows), 6) * current_theme().px(62) + 4)

    def current(self) -> UserRow | None:
        """Return the user that is current."""
        row = self.list.current_row()
        return row if isinstance(row, UserRow) else None

    def can_change(self) -> bool:
        """Whether a user is current."""
        return self.current() is not None

    def can_remove(self) -> bool:
        """Whether the current user can be removed: never oneself."""
        row = self.current()
        return row is not None and not row.zelf

    # --- acts

    def add(self) -> None:
        """Begin to add a user."""
        self._begin("", "", Gebruikersrol.SECRETARIS)

    def change(self) -> None:
        """Begin to change name or role of the current user."""
        row = self.current()
        if row is not None:
            self._begin(row.id, row.naam, row.rol)

    def give_passphrase(self) -> None:
        """Begin to give the current user a new passphrase."""
        row = self.current()
        if row is not None:
            self.panel.cancel()
            self._editing = row.id
            self.reset.title.setText(f"Nieuw wachtwoord voor {row.naam}")
            self.new_passphrase.clear()
            self.reset.open(self.new_passphrase)

    def remove(self) -> None:
        """Ask whether the current user must go."""
        row = self.current()
        if row is not None and self.can_remove():
            self._context.prompts.confirm(
                self, f"{row.naam} verwijderen uit de kluis?", "Verwijderen en sleutel vernieuwen",
                self._remove, row.id, danger=True, detail=REMOVE_DETAIL,
            )  # fmt: skip

    def _begin(self, user_id: str, name: str, role: Gebruikersrol) -> None:
        self.reset.cancel()
        self._editing = user_id
        self.panel.title.setText("Naam of rol wijzigen" if user_id else "Gebruiker toevoegen")
        self.panel.verb_button.setText(f"{'Wijzigen' if user_id else 'Toevoegen'}  (Ctrl+Enter)")
        self.name.setText(name)
        self.role.set_value(role.value)
        self.passphrase.clear()
        self.panel.show_field("wachtwoord", shown=not user_id)
        self.panel.open(self.name)

    def _submit(self) -> None:
        role = Gebruikersrol(self.role.value())
        kluis = self._context.kluis
        if self._editing:
            self._run(
                "De gebruiker wordt gewijzigd",
                VaultWork(_change, kluis, self._editing, self.name.text(), role),
            )
        elif not self.passphrase.complete():
            self.panel.errors["wachtwoord"].show_words("Typ twee keer hetzelfde wachtwoord, lang genoeg.")
        else:
            work = VaultWork(kluis.gebruiker_toevoegen, self.name.text(), role, self.passphrase.value())
            self._run("De gebruiker wordt toegevoegd", work)

    def _submit_reset(self) -> None:
        if not self.new_passphrase.complete():
            self.reset.errors["wachtwoord"].show_words("Typ twee keer hetzelfde wachtwoord, lang genoeg.")
            return
        kluis = self._context.kluis
        work = VaultWork(kluis.wachtwoord_herstellen, self._editing, self.new_passphrase.value())
        self._run("Het wachtwoord wordt gewijzigd", work)

    def _run(self, words: str, work: VaultWork) -> None:
        self._context.jobs.exclusive(
            self, words, work, done=self._done, failed=self._failed, waiting=SLOW_KEY
        )

    def _remove(self, user_id: str) -> None:
        work = VaultWork(self._context.kluis.gebruiker_verwijderen, user_id, tracked=True)
        self._context.jobs.exclusive(
            self, "De gebruiker wordt verwijderd en de sleutel vernieuwd", work,
            done=self._removed, failed=self._failed,
        )  # fmt: skip

    def _done(self, _result: object) -> None:
        self.close_panels()
        self.refresh()
        self._context.shell.saved()
        self.changed.emit()

    def _removed(self, skipped: tuple[str, ...]) -> None:
        self._done(None)
        if not tell_skipped(self._context, skipped):
            self._context.shell.inform("De gebruiker is verwijderd en de kluis heeft een nieuwe sleutel.")

    def _failed(self, fault: Exception) -> None:
        self.refresh()
        panel = self.reset if self.reset.is_open() else self.panel
        if isinstance(fault, VhdeskError) and not (panel.is_open() and panel.show_fault(fault)):
            self._context.shell.report(fault)
        elif not isinstance(fault, VhdeskError):
            self._context.jobs.unhandled.emit(fault)

    def close_panels(self) -> bool:
        """Close what is open and forget what was typed; False when nothing was open."""
        closed = any([self.panel.cancel(), self.reset.cancel()])
        self.passphrase.clear()
        self.new_passphrase.clear()
        return closed

    def _chosen(self, _identity: str) -> None:
        self._context.registry.refresh()

    def _opened(self, _identity: str) -> None:
        self.change()


def _change(kluis: object, user_id: str, name: str, role: Gebruikersrol) -> None:
    kluis.gebruiker_wijzigen(user_id, naam=name, rol=role)  # type: ignore[attr-defined]
