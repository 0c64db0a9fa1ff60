"""The own passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError, WrongPassphrase
from vhdesk.ui.beheer.vault_work import SLOW_KEY, VaultWork
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.new_passphrase import NewPassphrase
from vhdesk.ui.widgets.passphrase_field import PassphraseField
from vhdesk.ui.widgets.primary_button import PrimaryButton

INTRO = "Wijzig uw wachtwoord als een ander het kan hebben gezien. U hoeft het niet regelmatig te wijzigen."


class WachtwoordCard(Card):
    """Asks the passphrase of now and the new one twice."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Mijn wachtwoord", "key-round", section=True, parent=parent)
        self._context = context
        self.add_text(INTRO)
        self.button = PrimaryButton(
            context.registry.action("beheer.wachtwoord"), "Wachtwoord wijzigen", kind=""
        )
        self.old = PassphraseField("Wachtwoord van nu")
        self.new = NewPassphrase("Nieuw wachtwoord", "Nieuw wachtwoord nog een keer")
        self.panel = InlinePanel("Wachtwoord wijzigen", "Wijzigen", columns=1)
        self.panel.add_field("Wachtwoord van nu", self.old, "oud")
        self.panel.add_field("", self.new, "wachtwoord")
        self.add_right(self.button)
        self.body.addWidget(self.panel)
        self.panel.submitted.connect(self._submit)
        self.panel.cancelled.connect(self.forget)
        self.old.line.returnPressed.connect(self.new.setFocus)
        self.new.submitted.connect(self.panel.submit)

    def begin(self) -> None:
        """Open the form."""
        self.forget()
        self.panel.open(self.old)

    def forget(self) -> None:
        """Forget what was typed."""
        self.old.clear()
        self.new.clear()

    def _submit(self) -> None:
        if not self.new.complete():
            self.panel.errors["wachtwoord"].show_words(
                "Typ twee keer hetzelfde nieuwe wachtwoord, lang genoeg."
            )
            return
        work = VaultWork(self._context.kluis.wachtwoord_wijzigen, self.old.text(), self.new.value())
        self._context.jobs.exclusive(
            self,
            "Het wachtwoord wordt gewijzigd",
            work,
            done=self._done,
            failed=self._failed,
            waiting=SLOW_KEY,
        )

    def _done(self, _result: object) -> None:
        self.forget()
        self.panel.close_panel()
        self._context.shell.inform("Uw wachtwoord is gewijzigd.")

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, WrongPassphrase):
            self.old.clear()
            self.panel.errors["oud"].show_words("Dit is niet uw wachtwoord van nu. Probeer het opnieuw.")
        elif not isinstance(fault, VhdeskError):
            self._context.jobs.unhandled.emit(fault)
        elif not self.panel.show_fault(fault):
            self._context.shell.report(fault)
