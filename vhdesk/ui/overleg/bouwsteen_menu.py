"""Standard sentences at the cursor: a menu that is searched by typing, filled in from the case in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vhdesk.bouwsteen import vul
from vhdesk.dutch_date import date_in_words
from vhdesk.errors import VhdeskError
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.referentie import TEKSTBOUWSTENEN, referentie_waarden
from vhdesk.ui.overleg.words import punt_title
from vhdesk.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from vhdesk.ui.overleg.page import OverleggenPage


class BouwsteenMenu(QObject):
    """Offers the sentences in the text where the cursor stands."""

    def __init__(self, page: OverleggenPage) -> None:
        super().__init__(page)
        self._page = page
        self.menu: QMenu | None = None

    def offer(self) -> None:
        """Open the menu at the cursor of the entry place."""
        if not self._page.standing.is_chairing():
            return
        field = self._page.chair.item.parts.invoer.text_field()
        if not isinstance(field, TextArea) or field.isReadOnly():
            return
        try:
            rows = self._page.context.desk.ask(referentie_waarden, TEKSTBOUWSTENEN)
        except VhdeskError as fault:
            self._page.context.shell.report(fault)
            return
        if not rows:
            self._page.acting.inform("Er zijn nog geen tekstbouwstenen. Voeg ze toe bij Beheer, Lijsten.")
            return
        field.setFocus()
        menu = QMenu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Tekstbouwstenen")
        for row in rows:
            act = QAction(row.naam.replace("&", "&&"), menu)
            act.setData(row.omschrijving)
            act.triggered.connect(self._insert)
            menu.addAction(act)
        menu.setActiveAction(menu.actions()[0])
        self.menu = menu
        menu.destroyed.connect(self._gone)
        menu.popup(field.mapToGlobal(field.cursorRect().bottomLeft()))

    def _gone(self) -> None:
        self.menu = None

    def _insert(self) -> None:
        act = self.sender()
        field = self._page.chair.item.parts.invoer.text_field()
        if not isinstance(act, QAction) or not isinstance(field, TextArea):
            return
        begin = min(field.textCursor().position(), field.textCursor().anchor())
        filled = vul(str(act.data()), self._values())
        field.insert(filled.tekst)
        if filled.gat is not None:  # the first hole is selected: what is typed takes its place
            cursor = field.textCursor()
            cursor.setPosition(begin + filled.gat[0])
            cursor.setPosition(begin + filled.gat[1], cursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)

    def _values(self) -> dict[str, str]:
        chair = self._page.chair
        values = {"vandaag": date_in_words(self._page.context.clock.today())}
        if chair.rows is not None:
            values["tafel"] = chair.rows.overleg.tafel
        if chair.case is not None and chair.punt is not None:
            values |= {"naam": punt_title(chair.punt), **_of_case(chair.case)}
        return values


def _of_case(case: Dossier) -> dict[str, str]:
    roles = {
        "casemanager": case.casemanager,
        "verantwoordelijke": case.verantwoordelijke,
        "procesregisseur": case.procesregisseur,
    }
    holders = {
        name: (role.naam or role.organisatie) if role is not None else "" for name, role in roles.items()
    }
    date = case.kop.volgende_datum
    return holders | {
        "nummer": case.kop.nummer,
        "gemeente": case.kop.gemeente,
        "aanmelder": case.kop.aanmelder,
        "volgende datum": date_in_words(date) if date is not None else "",
    }
