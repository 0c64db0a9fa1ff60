"""Makes and holds the parts of the chair screen that work with the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from vhdesk.queries.overleg import OverlegRow, deelnemers
from vhdesk.services.command import Command
from vhdesk.ui.onderdelen.actie_form import ActieForm
from vhdesk.ui.onderdelen.actie_lijst import ActieLijst
from vhdesk.ui.onderdelen.actie_regel import actie_met_casus
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.besluit_form import BesluitForm
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.overleg.aanwezigheid_panel import AanwezigheidPanel
from vhdesk.ui.overleg.beeld_view import BeeldView
from vhdesk.ui.overleg.casus_blad import CasusBlad
from vhdesk.ui.overleg.casus_kop import CasusKop
from vhdesk.ui.overleg.drafts import DraftKeeper
from vhdesk.ui.overleg.invoer_panel import InvoerPanel
from vhdesk.ui.overleg.item_panel import ItemParts
from vhdesk.ui.overleg.kop_control import KopControl
from vhdesk.ui.overleg.meeting_texts import MeetingTexts
from vhdesk.ui.overleg.omstander_strip import OmstanderStrip
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.primary_button import PrimaryButton

if TYPE_CHECKING:
    from vhdesk.ui.context import UiContext

T = TypeVar("T")


class ChairParts:
    """``present``: the people at this table, who stand first in every completer."""

    def __init__(
        self, context: UiContext, acting: Acting, keuzes: Keuzes, drafts: DraftKeeper, owner: QObject
    ) -> None:
        self._context = context
        self.acting = acting
        self.keuzes = keuzes
        self.clock = context.clock
        self.present: tuple[str, ...] = ()
        self.drafts = drafts
        self.texts = MeetingTexts(acting, self.drafts, owner)

    def make(self, submit_act: QAction, gone_act: QAction, phase_act: QAction) -> ItemParts:
        """Return the parts of the item panel."""
        self.kop = CasusKop(self.clock)
        self.kop_control = KopControl(self.kop, self.acting, self.keuzes, self.drafts)
        self.besluit = BesluitForm(self.keuzes, self.clock)
        self.actie = ActieForm(self.keuzes, self.clock)
        beeld = BeeldView(self.keuzes, self.texts.beeld)
        nothing = EmptyState(
            "list-checks", "Er staan geen acties open.", "Ga met F8 verder naar de eerste casus."
        )
        invoer = InvoerPanel(
            self.acting, self.texts.notitie, self.besluit, self.actie, self.drafts, submit_act
        )
        self.texts.state_changed.connect(invoer.show_saved)
        return ItemParts(
            kop=self.kop,
            blad=CasusBlad(self.acting, beeld, self.clock),
            aanwezigheid=AanwezigheidPanel(self.acting, self.keuzes),
            vorige=ActieLijst(self.acting, "Acties uit eerdere overleggen", actie_met_casus, nothing),
            omstanders=OmstanderStrip(gone_act),
            next_phase=PrimaryButton(phase_act, kind=""),
            invoer=invoer,
        )

    def show_people(self, overleg: OverlegRow) -> None:
        """Another meeting: who sits there, and what its table decides."""
        self.besluit.set_table(overleg.tafelsoort)
        self.offer_people(overleg)

    def offer_people(self, overleg: OverlegRow) -> None:
        """Offer whom the record knows now, who sits there first."""
        self.present = tuple(
            row.medewerker_id for row in self.ask(deelnemers, overleg.id) if row.medewerker_id
        )
        self.actie.set_people(self.present)

    def ask(self, query: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Return rows; raises VhdeskError."""
        return self._context.desk.ask(query, *args, **kwargs)

    def may(self, command: type[Command]) -> bool:
        """Whether this user may do an act: by role, and in a vault that takes it."""
        desk = self._context.desk
        return not desk.read_only and desk.actor.rol in command.rollen
