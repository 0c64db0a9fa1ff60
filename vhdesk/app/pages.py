"""Which pages a window has, in the order of the navigation; each is imported when it is made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from PySide6.QtWidgets import QWidget

from vhdesk.ui.context import UiContext

PAGES: Final = {
    "vandaag": ("vhdesk.ui.vandaag.page", "VandaagPage"),
    "overleggen": ("vhdesk.ui.overleg.page", "OverleggenPage"),
    "casussen": ("vhdesk.ui.casussen.page", "CasussenPage"),
    "acties": ("vhdesk.ui.acties.page", "ActiesPage"),
    "verslagen": ("vhdesk.ui.verslagen.page", "VerslagenPage"),
    "aanmeldingen": ("vhdesk.ui.aanmeldingen.referral_page", "ReferralPage"),
    "beheer": ("vhdesk.ui.beheer.page", "BeheerPage"),
}


def import_pages() -> None:
    """Import every page, so that showing one is only making it; runs while the passphrase is typed."""
    for module, _ in PAGES.values():
        import_module(module)


class PageMaker:
    """Makes one page, once, when it is asked."""

    def __init__(self, page_id: str, context: UiContext) -> None:
        self._module, self._name = PAGES[page_id]
        self._context = context

    def __call__(self) -> QWidget:
        make: Callable[[UiContext], QWidget] = getattr(import_module(self._module), self._name)
        return make(self._context)
