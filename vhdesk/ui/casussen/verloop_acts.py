"""The acts of the course of a case in menu, palette and key sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act
from vhdesk.ui.casussen.brief_delivery import BriefDelivery
from vhdesk.ui.casussen.tijdlijn_delivery import TijdlijnDelivery
from vhdesk.ui.casussen.verloop_vormen import VORMEN, Vorm
from vhdesk.ui.casussen.vernietigen import Vernietigen
from vhdesk.vocabulary import CasusStatus

if TYPE_CHECKING:
    from vhdesk.ui.casussen.page import CasussenPage

PAGE_ID = "casussen"


class _Stap(QObject):
    """Opens the panel for one act."""

    def __init__(self, acts: VerloopActs, vorm: Vorm) -> None:
        super().__init__(acts)
        self._acts = acts
        self._vorm = vorm

    def go(self) -> None:
        self._acts.ask(self._vorm)

    def possible(self) -> bool:
        dossier = self._acts.page.view.dossier
        return dossier is not None and self._vorm.kan(dossier)


class VerloopActs(QObject):
    """The handlers; the tab is made when the first of them is used."""

    def __init__(self, page: CasussenPage) -> None:
        super().__init__(page)
        self.page = page
        self._delivery: BriefDelivery | None = None
        self._line: TijdlijnDelivery | None = None
        self._vernietigen = Vernietigen(page.context, page)
        self._vernietigen.gone.connect(page.case_gone)
        page.view.tijdlijn_made.connect(self._tab_made)

    def acts(self) -> tuple[Act, ...]:
        """Return every step, the letter and the destruction."""
        steps = [_Stap(self, vorm) for vorm in VORMEN]
        acts = [
            Act(id=f"casus.{vorm.id}", text=vorm.titel, section="Verloop", shortcut=vorm.toets, context=PAGE_ID,
                handler=step.go, enabled=step.possible, icon=vorm.icon, words=f"verloop {vorm.woorden}")
            for vorm, step in zip(VORMEN, steps, strict=True)
        ]  # fmt: skip
        return (
            *acts,
            Act(id="casus.brief_tonen", looks=True, text="Afschaalbrief tonen", section="Verloop", shortcut="Ctrl+Shift+F7",
                context=PAGE_ID, handler=self.show_letter, enabled=self._has_letter, icon="eye", words="voorbeeld lezen"),
            Act(id="casus.brief_opslaan", text="Afschaalbrief opslaan als PDF", section="Verloop", shortcut="Ctrl+S",
                context=PAGE_ID, handler=self.save_letter, enabled=self._has_letter, icon="download", words="pdf"),
            Act(id="casus.brief_afdrukken", text="Afschaalbrief afdrukken", section="Verloop", shortcut="Ctrl+P",
                context=PAGE_ID, handler=self.print_letter, enabled=self._has_letter, icon="printer", words="printen"),
            Act(id="casus.tijdlijn_opslaan", text="Tijdlijn opslaan als PDF", section="Verloop", shortcut="Ctrl+F9",
                context=PAGE_ID, handler=self.save_line, enabled=self._is_open, icon="download",
                words="pdf geschiedenis"),
            Act(id="casus.tijdlijn_afdrukken", text="Tijdlijn afdrukken", section="Verloop", shortcut="Ctrl+Shift+F9",
                context=PAGE_ID, handler=self.print_line, enabled=self._is_open, icon="printer",
                words="printen geschiedenis"),
            Act(id="casus.vernietigen", text="Casus vernietigen", section="Verloop", shortcut="Ctrl+Shift+Delete",
                context=PAGE_ID, handler=self.destroy, enabled=self._may_go, icon="trash-2", words="bewaartermijn"),
        )  # fmt: skip

    # --- when

    def _is_open(self) -> bool:
        return self.page.view.dossier is not None

    def _has_letter(self) -> bool:
        dossier = self.page.view.dossier
        return dossier is not None and any(stap.heeft_brief for stap in dossier.verloop)

    def _may_go(self) -> bool:
        dossier = self.page.view.dossier
        return dossier is not None and dossier.kop.status is CasusStatus.TE_VERNIETIGEN

    # --- what

    def ask(self, vorm: Vorm) -> None:
        """Bring the tab in front and open its panel."""
        view = self.page.view
        if view.dossier is not None:
            self.page.to_file()
            view.strip.choose("tijdlijn")
            view.tijdlijn.panel.ask(vorm, view.dossier)

    def _requested(self, identity: str) -> None:
        if identity == "vernietigen":
            self.destroy()
        else:
            self.ask(next(vorm for vorm in VORMEN if vorm.id == identity))

    def _tab_made(self) -> None:
        tab = self.page.view.tijdlijn
        self._delivery = BriefDelivery(self.page.context, tab, self.page)
        self._line = TijdlijnDelivery(self.page.context, tab, self.page)
        tab.act_requested.connect(self._requested)
        tab.brief_requested.connect(self._delivery.show)

    def _letters(self) -> BriefDelivery:
        self._to_tab()
        assert self._delivery is not None
        return self._delivery

    def _timeline(self) -> TijdlijnDelivery:
        self._to_tab()
        assert self._line is not None
        return self._line

    def _to_tab(self) -> None:
        self.page.to_file()
        self.page.view.strip.choose("tijdlijn")
        self.page.view.tijdlijn  # noqa: B018 - made when it is first asked for

    def save_line(self) -> None:
        """Ask where the timeline goes."""
        self._timeline().ask_file()

    def print_line(self) -> None:
        """Ask how it is printed."""
        self._timeline().ask_print()

    def show_letter(self) -> None:
        """Show it on the screen."""
        self._letters().show(self.page.view.tijdlijn.current_letter())

    def save_letter(self) -> None:
        """Ask where the letter goes."""
        self._letters().ask_file(self.page.view.tijdlijn.current_letter())

    def print_letter(self) -> None:
        """Ask how it is printed."""
        self._letters().ask_print()

    def destroy(self) -> None:
        """Ask the ground and destroy."""
        if self.page.view.dossier is not None and self._may_go():
            self._vernietigen.ask(self.page.view.dossier)
