"""What the head of a case does: roles and the next date, each stored at once and undone by name.

What is half typed in such a field is kept as a draft of its item, until it is stored or given up.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import RuleViolation
from vhdesk.services.bespreking import VolgendeDatumBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.rolkeuze import bied_aan, wens, wijs_aan
from vhdesk.ui.overleg.casus_kop import CasusKop
from vhdesk.ui.overleg.drafts import DraftKeeper
from vhdesk.vocabulary import Casusrol
from vhdesk.vocabulary_faults import describe

FIELDS = (*(rol.value for rol in Casusrol), "datum")


class KopControl(QObject):
    """Connects a CasusKop to the desk. After a field closes, the focus is where it was before.

    Signals: ``changed`` when a field was opened or closed.
    """

    changed = Signal()

    def __init__(self, kop: CasusKop, acting: Acting, keuzes: Keuzes, drafts: DraftKeeper) -> None:
        super().__init__(kop)
        self._drafts = drafts
        self._overleg_id = ""
        self._begun = ""  # what stood in the field when it was opened
        self._quiet = False
        self._kop = kop
        self._acting = acting
        self._keuzes = keuzes
        self._punt_id = ""
        self._casus_id = ""
        self._present: tuple[str, ...] = ()
        self._tafel = ""
        self._asked = ""
        self._back: QWidget | None = None
        kop.begin_requested.connect(self.begin)
        kop.rol_chosen.connect(self._assign)
        kop.datum_chosen.connect(self._set_date)
        kop.ended.connect(self._ended)
        kop.typed.connect(self._keep)

    @property
    def asked(self) -> str:
        """The field that is open, "" when none is."""
        return self._asked if self._kop.open_line() is not None else ""

    def show_item(
        self, overleg_id: str, punt_id: str, casus_id: str, present: tuple[str, ...], tafel: str
    ) -> None:
        """Another case is in front, of the table of that name; what is half typed at the one before waits there."""
        if (punt_id, casus_id) != (self._punt_id, self._casus_id):
            self._quiet = True
            self._kop.back_out()
            self._quiet = False
        self._overleg_id, self._punt_id = overleg_id, punt_id
        self._casus_id, self._present, self._tafel = casus_id, present, tafel

    def reopen(self, name: str, back: QWidget) -> None:
        """Open the field in which something was half typed at this item, or ``name``, which was open; the focus stays
        where it is, and goes to ``back`` after it."""
        drafts = {field: self._drafts.get(self._key(field)) for field in FIELDS}
        name = next((field for field, draft in drafts.items() if draft is not None), name)
        if name not in FIELDS or not self._casus_id:
            return
        draft = drafts[name]
        self._open(name, focus=False)
        if draft is not None:
            self._kop.put_typed(draft.text, draft.cursor)
        self._back = back

    def begin(self, name: str) -> None:
        """Open the field of a role (its value) or "datum"."""
        if not self._casus_id:
            return
        now = QApplication.focusWidget()
        self._kop.back_out()
        if now is not None and self._kop.window().isAncestorOf(now) and not self._kop.isAncestorOf(now):
            self._back = now
        self._open(name, focus=True)

    def _open(self, name: str, *, focus: bool) -> None:
        self._asked, self._quiet = name, True
        if name == "datum":
            self._kop.edit_datum(focus=focus)
        else:
            rol = Casusrol(name)
            bied_aan(self._kop.field_of(rol), self._keuzes, rol, self._present, self._tafel)
            self._kop.edit_rol(rol, focus=focus)
        line = self._kop.open_line()
        self._begun = line.text() if line is not None else ""
        self._quiet = False
        self.changed.emit()

    # --- what is half typed

    def _key(self, name: str) -> str:
        return f"overleg/{self._overleg_id}/{self._punt_id}/{name}"

    def _keep(self) -> None:
        """Keep what differs from what stood there."""
        line = self._kop.open_line()
        if line is None or self._quiet:
            return
        if line.text() == self._begun:
            self._drafts.drop(self._key(self._asked))
        else:
            self._drafts.put(self._key(self._asked), line.text(), line.cursorPosition())

    def _ended(self) -> None:
        if not self._quiet:
            self._drafts.drop(self._key(self._asked))
            self.changed.emit()
        self._return_focus()

    def _assign(self, rol: Casusrol, identity: str) -> None:
        if wijs_aan(self._acting, self._keuzes, wens(self._casus_id, rol, identity), self._refused):
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
