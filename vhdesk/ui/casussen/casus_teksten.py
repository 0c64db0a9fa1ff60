"""Saving the texts of a case: each field by itself, on the version it was read at, with both texts when stale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import RuleViolation, StaleVersion, VhdeskError
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import DossierKop
from vhdesk.services.casus import CasusGewijzigd, CasusTekstWijzigen
from vhdesk.services.concept import Draft
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.both_texts import BothTexts
from vhdesk.ui.widgets.text_area import TextArea


@dataclass(slots=True, eq=False)
class TekstVeld:
    """One text: its field, the text and version it was read at, and where its trouble is shown."""

    veld: str
    label: str
    area: TextArea
    error: FieldError
    both: BothTexts
    owner: CasusTeksten
    text: str = ""
    version: int = 0
    stored: str = field(default="")

    def save(self) -> None:
        """Store what stands in the field; raises VhdeskError when it is refused."""
        self.owner.store(self)

    def keep_mine(self) -> None:
        """Store the text of the field over the other one."""
        self.owner.resolve(self, self.area.text())

    def take_other(self) -> None:
        """Go on with the stored text."""
        self.owner.resolve(self, self.stored)


class _Choice(QObject):
    """Carries the choice between both texts to its field."""

    def __init__(self, veld: TekstVeld, parent: QObject) -> None:
        super().__init__(parent)
        self._veld = veld
        veld.both.keep_mine.connect(self.mine)
        veld.both.take_other.connect(self.other)

    def mine(self) -> None:
        self._veld.keep_mine()

    def other(self) -> None:
        self._veld.take_other()


class CasusTeksten(QObject):
    """All texts of the case that is open. Signals: ``titled(str)`` when the title was changed."""

    titled = Signal(str)

    def __init__(self, acting: Acting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._casus_id = ""
        self._kop: DossierKop | None = None
        self._velden: list[TekstVeld] = []
        self._saving: TekstVeld | None = None
        context = acting.context
        self.autosave = Autosave(context.clock, context.desk, self)
        self.autosave.saved.connect(context.shell.saved)
        self.autosave.failed.connect(self._failed)

    def add(self, veld: str, label: str, area: TextArea, error: FieldError, both: BothTexts) -> None:
        """Save ``area`` as text ``veld`` of the case."""
        made = TekstVeld(veld, label, area, error, both, self)
        self._velden.append(made)
        self.autosave.watch(veld, area, made.save, f"casus/{self._casus_id}/{veld}")
        _Choice(made, self)
        if self._kop is not None:
            self._load(made, self._kop)

    # --- showing

    def drafts(self, casus_id: str) -> tuple[Draft, ...]:
        """Return what was half typed in the texts of a case when the desk was locked or stopped."""
        return self._acting.context.desk.drafts(f"casus/{casus_id}/")

    def show_case(self, kop: DossierKop) -> str:
        """Show another case; flush before. Returns the text in which a draft was put back, "" for none."""
        self._casus_id, self._kop = kop.id, kop
        for veld in self._velden:
            self.autosave.set_draft_key(veld.veld, f"casus/{kop.id}/{veld.veld}")
            if veld.error.text():
                veld.error.clear()
            veld.both.hide()
            self._load(veld, kop)
        return self._restore_drafts()

    def _load(self, veld: TekstVeld, kop: DossierKop) -> None:
        veld.area.load(getattr(kop, veld.veld), force=True)
        veld.text, veld.version = getattr(kop, veld.veld), kop.version

    def _restore_drafts(self) -> str:
        restored = ""
        by_key = {f"casus/{self._casus_id}/{veld.veld}": veld for veld in self._velden}
        for draft in self.drafts(self._casus_id):
            veld = by_key.get(draft.key)
            if veld is not None and draft.text != veld.text:
                veld.area.restore(draft.text, draft.cursor)
                restored = veld.veld
        return restored

    def update_case(self, kop: DossierKop) -> None:
        """Show what changed elsewhere; a field with unsaved text keeps it, on the version it was read at."""
        self._kop = kop
        for veld in self._velden:
            now = getattr(kop, veld.veld)
            if now != veld.text and not self.autosave.is_dirty(veld.veld):
                _replace(veld.area, now)
                veld.text = now
            if now == veld.text:
                veld.version = kop.version

    def place(self) -> tuple[str, int]:
        """Return the text in which the cursor is, and where; ("", 0) when it is elsewhere."""
        here = next((veld for veld in self._velden if veld.area.hasFocus()), None)
        return (here.veld, here.area.cursor_position()) if here is not None else ("", 0)

    def area(self, name: str) -> TextArea | None:
        """Return the field of a text, None when there is no such text."""
        return next((veld.area for veld in self._velden if veld.veld == name), None)

    # --- saving

    def store(self, veld: TekstVeld) -> None:
        """Store one text. Raises StaleVersion when this very text was changed elsewhere (both are shown then)."""
        self._saving = veld
        if veld.area.text() == veld.text:
            return
        try:
            self._write(veld)
        except StaleVersion:
            kop = self._acting.context.desk.ask(dossier, self._casus_id).kop
            veld.stored = getattr(kop, veld.veld)
            if veld.stored != veld.text:
                veld.both.show_texts(veld.label, veld.area.text(), veld.stored)
                raise
            veld.version = kop.version  # another text of this case was changed: no reason to refuse this one
            self._write(veld)

    def _write(self, veld: TekstVeld) -> None:
        text = veld.area.text()
        event = self._acting.write(
            CasusTekstWijzigen(casus_id=self._casus_id, veld=veld.veld, tekst=text, version=veld.version)
        )
        before = veld.version
        version = event.version if isinstance(event, CasusGewijzigd) else before
        if self._kop is not None:
            changed: dict[str, Any] = {veld.veld: text}
            self._kop = replace(self._kop, version=version, **changed)
        veld.text = text
        for other in self._velden:
            if other.version == before:
                other.version = version
        veld.version = version
        if veld.error.text():
            veld.error.clear()
        if veld.veld == "titel":
            self.titled.emit(text)

    def resolve(self, veld: TekstVeld, text: str) -> None:
        """The person chose between both texts: go on from what is stored, with ``text`` in the field."""
        kop = self._acting.context.desk.ask(dossier, self._casus_id).kop
        veld.text, veld.version = getattr(kop, veld.veld), kop.version
        if veld.area.text() != text:
            veld.area.load(text, force=True)
        self.autosave.touch(veld.veld)
        self.autosave.flush()
        veld.area.setFocus()

    def _failed(self, fault: object) -> None:
        veld = self._saving
        if isinstance(fault, StaleVersion) and veld is not None and not veld.both.isHidden():
            return
        if isinstance(fault, RuleViolation) and veld is not None:
            veld.error.show_fault(fault)
        elif isinstance(fault, VhdeskError):
            self._acting.context.shell.report(fault)

    def flush(self) -> bool:
        """Store everything; False when something was refused."""
        return self.autosave.flush()


def _replace(area: TextArea, text: str) -> None:
    """Show what an undo or another page made of the text; the cursor stays as near as it can."""
    place = area.cursor_position()
    area.load(text, force=True)
    cursor = area.textCursor()
    cursor.setPosition(min(place, len(text)))
    area.setTextCursor(cursor)
