"""The herstelblad: a new code, shown and printed once, and kept nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.printing.herstelblad import herstelblad_pdf
from vhdesk.ui.beheer.herstelblad_window import HerstelbladWindow
from vhdesk.ui.beheer.vault_work import SLOW_CODE, VaultWork
from vhdesk.ui.context import UiContext
from vhdesk.ui.to_front import to_front
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.primary_button import PrimaryButton

INTRO = (
    "Met de code op dit blad gaat de kluis open als een wachtwoord kwijt is. Druk het af en bewaar het op papier, "
    "achter slot. Zonder wachtwoord en zonder herstelblad kan niemand de kluis openen."
)
DETAIL = "U ziet de code één keer, om af te drukken. Een eerder herstelblad werkt daarna niet meer."


class HerstelbladCard(Card):
    """Makes the code and shows the sheet in a window of its own."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Herstelblad", "file-text", section=True, parent=parent)
        self._context = context
        self.window_open: HerstelbladWindow | None = None
        self.add_text(INTRO)
        self.add_right(
            PrimaryButton(context.registry.action("beheer.herstelblad"), "Herstelblad maken", kind="")
        )

    def ask(self) -> None:
        """Say what it means before the earlier sheet stops working."""
        self._context.prompts.confirm(
            self, "Een nieuw herstelblad maken?", "Herstelblad maken", self._make, detail=DETAIL
        )

    def _make(self) -> None:
        self._context.jobs.exclusive(
            self, "Het herstelblad wordt gemaakt", VaultWork(self._sheet),
            done=self._made, failed=self._failed, waiting=SLOW_CODE,
        )  # fmt: skip

    def _sheet(self) -> bytes:
        """Runs beside the window; the code leaves this function on the sheet only."""
        kluis = self._context.kluis
        code = kluis.herstelcode_maken()
        return herstelblad_pdf(kluis.gebruiker.naam, kluis.naam, code, self._context.clock.today())

    def _made(self, sheet: bytes) -> None:
        self._context.shell.saved()
        self.window_open = HerstelbladWindow(self._context, sheet, self)
        to_front(self.window_open)

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, VhdeskError) and not isinstance(fault, Interrupted):
            self._context.shell.report(fault)
        elif not isinstance(fault, VhdeskError):
            self._context.jobs.unhandled.emit(fault)
