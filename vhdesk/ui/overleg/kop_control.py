"""What the head of a case does: roles and the next date, each stored at once and undone by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation
from vhdesk.services.agenda import VolgendeDatumBepalen
from vhdesk.services.casusrol import CasusrolBeeindigen, CasusrolToewijzen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import ORGANISATIE, PERSOON, Keuzes
from vhdesk.ui.overleg.casus_kop import CasusKop
from vhdesk.vocabulary import Casusrol
from vhdesk.vocabulary_faults import describe

if TYPE_CHECKING:
    from vhdesk.services.command import Command


class KopControl(QObject):
    """Connects a CasusKop to the desk. After a field closes, the focus is where it was before."""

    def __init__(self, kop: CasusKop, acting: Acting, keuzes: Keuzes) -> None:
        super().__init__(kop)
        self._kop = kop
        self._acting = acting
        self._keuzes = keuzes
        self._punt_id = ""
        self._casus_id = ""
        self._present: tuple[str, ...] = ()
        self._asked = ""
        self._back: QWidget | None = None
        kop.begin_requested.connect(self.begin)
        kop.rol_chosen.connect(self._assign)
        kop.datum_chosen.connect(self._set_date)
        kop.ended.connect(self._return_focus)

    def show_item(self, punt_id: str, casus_id: str, present: tuple[str, ...]) -> None:
        """Another case is in front."""
        if (punt_id, casus_id) != (self._punt_id, self._casus_id):
            self._kop.back_out()
        self._punt_id, self._casus_id, self._present = punt_id, casus_id, present

    def begin(self, name: str) -> None:
        """Open the field "casemanager", "verantwoordelijke" or "datum"."""
        if not self._casus_id:
            return
        now = QApplication.focusWidget()
        self._kop.back_out()
        if now is not None and self._kop.window().isAncestorOf(now) and not self._kop.isAncestorOf(now):
            self._back = now
        self._asked = name
        if name == "casemanager":
            self._kop.casemanager_field.set_options(self._keuzes.personen(self._present))
            self._kop.edit_rol(Casusrol.CASEMANAGER)
        elif name == "verantwoordelijke":
            self._kop.verantwoordelijke_field.set_options(self._keuzes.houders(self._present))
            self._kop.edit_rol(Casusrol.VERANTWOORDELIJKE)
        else:
            self._kop.edit_datum()

    def _assign(self, rol: Casusrol, identity: str) -> None:
        command: Command
        if not identity:
            command = CasusrolBeeindigen(casus_id=self._casus_id, rol=rol)
        elif identity.startswith(ORGANISATIE):
            command = CasusrolToewijzen(
                casus_id=self._casus_id, rol=rol, organisatie_id=identity.removeprefix(ORGANISATIE)
            )
        else:
            command = CasusrolToewijzen(
                casus_id=self._casus_id, rol=rol, medewerker_id=identity.removeprefix(PERSOON)
            )
        if self._acting.execute(command, self._refused) is not None:
            self._acting.inform(f"{rol.label.capitalize()} vastgelegd.")
            self._kop.end()

    def _set_date(self, datum: date | None) -> None:
        command = VolgendeDatumBepalen(agendapunt_id=self._punt_id, datum=datum)
        if self._acting.execute(command, self._refused) is not None:
            words = date_in_words(datum) if datum is not None else "geen"
            self._acting.inform(f"Volgende datum: {words}.")
            self._kop.end()

    def _refused(self, fault: RuleViolation) -> bool:
        self._kop.refuse(self._asked, describe(fault).sentence())
        return True

    def _return_focus(self) -> None:
        back, self._back = self._back, None
        if back is not None:
            back.setFocus()
