"""Which pages a window has, in the order of the navigation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.ui.aanmeldingen.page import AanmeldingenPage
from vhdesk.ui.acties.page import ActiesPage
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.context import UiContext
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.ui.vandaag.page import VandaagPage
from vhdesk.ui.verslagen.page import VerslagenPage


def make_pages(context: UiContext) -> tuple[QWidget, ...]:
    """Return a new page of every kind."""
    return (
        VandaagPage(context),
        OverleggenPage(context),
        CasussenPage(context),
        ActiesPage(context),
        VerslagenPage(context),
        AanmeldingenPage(context),
        BeheerPage(context),
    )
