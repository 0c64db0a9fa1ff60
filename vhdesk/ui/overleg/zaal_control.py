"""What the room sees of the meeting in front, and who must be out of it first.

The room sees the item the table is at, never the one the chair looks at ahead. It sees nothing while somebody is there
who does not belong to the case, and no names unless they were released for this case; so no word before it is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vhdesk.services.zaal import ZaalGewijzigd, ZaalVerlatenVastleggen
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, telling
from vhdesk.ui.overleg.chair_panel import ChairPanel
from vhdesk.ui.overleg.invoer_panel import ACTIE, BESLUIT
from vhdesk.ui.overleg.meeting_clock import break_words
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.overleg.zaal_text import finished, hidden_words, hide
from vhdesk.ui.overleg.zaal_window import Zaalbeeld, ZaalWindow
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Puntstatus

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage

WAIT = "Even geduld"
GO = "Even geduld. Wie niet bij het volgende punt hoort, verlaat nu de zaal."
_KINDS = {BESLUIT: "Besluit", ACTIE: "Actie"}


class ZaalControl(QObject):
    """The second window of ``page``, made when it is first asked for."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self._page = page
        self._chair: ChairPanel | None = None
        self.window: ZaalWindow | None = None
        self._blank = False
        self._named = ""  # the item whose names were released
        self._at = ""  # the item the room sees
        self._soon = QTimer(self, singleShot=True, interval=0)  # after the form was emptied, say
        self._soon.timeout.connect(self.refresh)

    def attach(self, chair: ChairPanel) -> None:
        """Follow the panel that chairs."""
        self._chair = chair
        chair.state_changed.connect(self._soon.start)
        invoer = chair.item.parts.invoer
        for form in (invoer.besluit, invoer.actie):
            form.edited.connect(self._soon.start)
            form.field.cursorPositionChanged.connect(self._soon.start)
            form.field.left.connect(self._soon.start)
        self._page.room_changed.connect(self._soon.start)

    # --- acts

    def is_open(self) -> bool:
        """The room sees a window."""
        return self.window is not None and self.window.isVisible()

    def toggle(self) -> None:
        """Open the window for the room, or close it."""
        if self.window is not None and self.window.isVisible():
            self.window.close()
            return
        if self.window is None:
            self.window = ZaalWindow(self._page.window())
            self.window.closed.connect(self._closed)
        self._blank, self._named, self._at = False, "", ""
        self.refresh()
        self.window.open_for(self._page.window())
        self._page.window().activateWindow()  # the chair goes on typing where the cursor was
        self.refresh()
        self._page.acting.inform(
            "Het zaalscherm staat aan, zonder namen. F12 sluit het, Ctrl+F12 maakt het leeg."
        )
        self._page.context.registry.refresh()

    def _closed(self) -> None:
        self._page.context.registry.refresh()

    def toggle_blank(self) -> None:
        """Take everything off, or show it again."""
        self._blank = not self._blank
        self.refresh()
        self._page.acting.inform(
            "Het zaalscherm is leeg." if self._blank else "Het zaalscherm toont weer wat aan de orde is."
        )

    def can_name(self) -> bool:
        """A case is at hand whose names the room may see."""
        return self.is_open() and self._page.standing.is_on_case()

    def toggle_names(self) -> None:
        """Release the names of this case to the room, or hide them again; another case begins without."""
        if self._chair is None or self._chair.punt is None:
            return
        here = self._chair.punt.id
        self._named = "" if self._named == here else here
        self.refresh()
        self._page.acting.inform(
            "De zaal ziet de namen van deze casus." if self._named else "De zaal ziet geen namen meer."
        )

    def has_others(self) -> bool:
        """Somebody is in the room who does not belong to the item in front."""
        return (
            self._page.standing.is_chairing()
            and self._chair is not None
            and bool(self._chair.item.parts.omstanders.here())
        )

    def all_gone(self) -> None:
        """Everybody who does not belong to this item is out of the room; the minutes say so."""
        if self._chair is None or self._chair.punt is None or not self.has_others():
            return
        ids = tuple(row.id for row in self._chair.item.parts.omstanders.here())
        command = ZaalVerlatenVastleggen(agendapunt_id=self._chair.punt.id, deelnemer_ids=ids)
        event = self._page.acting.execute(command)
        if isinstance(event, ZaalGewijzigd):
            item = "deze casus" if self._chair.case is not None else "dit punt"
            people = telling(event.aantal, "deelnemer is", "deelnemers zijn")
            self._page.acting.inform(f"{people} de zaal uit bij {item}. Ctrl+Alt+Z neemt dat terug.")

    # --- what the room sees

    def refresh(self) -> None:
        """Show the room what is at hand now."""
        if self.window is not None:
            view = self._view()
            if view is not None:
                self.window.show_view(view)

    def _view(self) -> Zaalbeeld | None:
        """Return what the room may see; None: leave it as it is."""
        chair = self._chair
        if (
            chair is None
            or chair.rows is None
            or chair.punt is None
            or self._page.stack.currentWidget() is not chair
        ):
            return Zaalbeeld("", dicht=WAIT)
        tafel, punt = chair.rows.overleg.tafel, chair.punt
        if chair.rows.adjourned():
            return Zaalbeeld(tafel, dicht=break_words(chair.rows.overleg, self._page.context.clock.now()))
        if punt.status is not Puntstatus.BEZIG:
            # the chair looks ahead: the room stays where the table is
            return (
                None
                if self._at and self._at == chair.rows.busy() and not self._blank
                else Zaalbeeld(tafel, dicht=WAIT)
            )
        if punt.id != self._at:
            self._at, self._named = punt.id, ""
        if self._blank:
            return Zaalbeeld(tafel, dicht=WAIT)
        if chair.item.parts.omstanders.here():
            return Zaalbeeld(tafel, dicht=GO)
        items = [row.id for row in chair.rows.agenda.punten]
        place = f"Punt {items.index(punt.id) + 1} van {len(items)}"
        case = chair.case
        if case is None:
            return Zaalbeeld(tafel, plaats=place, titel=punt_title(punt))
        cases = [row.id for row in chair.rows.agenda.punten if row.casus_id is not None]
        title = f"Casus {cases.index(punt.id) + 1} van {len(cases)}"
        kind, text = self._typed(chair)
        question = case.kop.vraag_aan_tafel
        if self._named == punt.id:
            title = f"{title}: {punt_title(punt)}"
        else:
            text = self._finished(chair, text)
            words = hidden_words(case.betrokkenen)
            question, text = hide(question, words), hide(text, words)
        return Zaalbeeld(tafel, plaats=place, titel=title, vraag=question, soort=kind, tekst=text)

    def _typed(self, chair: ChairPanel) -> tuple[str, str]:
        """Return the kind and the words of what is being recorded; notes are the chair's own."""
        invoer = chair.item.parts.invoer
        if invoer.mode not in _KINDS:
            return (met_hoofdletter(chair.fase.nu.label), "") if chair.fase is not None else ("", "")
        if invoer.mode == BESLUIT:
            return _KINDS[BESLUIT], invoer.besluit.field.text()
        form = invoer.actie
        chosen = (form.organisatie, form.organisatie.text()), (form.termijn, form.termijn.line.text())
        below = ", ".join(text for field, text in chosen if text and field.valid())
        return _KINDS[ACTIE], "\n".join(filter(None, (form.field.text(), below)))

    def _finished(self, chair: ChairPanel, text: str) -> str:
        """Return what is typed, without the word that is being typed now."""
        field = chair.item.parts.invoer.text_field()
        if isinstance(field, TextArea) and field.hasFocus():
            return finished(text, field.cursor_position())
        return text
