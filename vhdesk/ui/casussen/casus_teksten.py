"""Saving the texts of a case: each field by itself, on the version it was read at, with both texts when stale."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import RuleViolation, StaleVersion, VhdeskError
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import DossierKop
from vhdesk.services.casus import CasusGewijzigd, CasusTekstWijzigen
from vhdesk.services.concept import Draft
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.versioned_text import VersionedText
from vhdesk.ui.widgets.text_area import TextArea


class CasusTeksten(QObject):
    """All texts of the case that is open, by the field of the case they are. Signals: ``titled(str)`` when the title
    was changed, ``written(veld, tekst)`` when a text was stored."""

    titled = Signal(str)
    written = Signal(str, str)

    def __init__(self, acting: Acting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._casus_id = ""
        self._kop: DossierKop | None = None
        self.velden: dict[str, VersionedText] = {}
        context = acting.context
        self.autosave = Autosave(context.clock, context.desk, self)
        self.autosave.saved.connect(context.shell.saved)
        self.autosave.failed.connect(self._failed)

    def add(self, veld: str, area: TextArea) -> VersionedText:
        """Return a field that saves ``area`` as text ``veld`` of the case."""
        made = VersionedText(area, veld, self.autosave, partial(self._save, veld), partial(self._read, veld))
        self.velden[veld] = made
        if self._kop is not None:
            self._load(made, self._kop)
        return made

    # --- showing

    def drafts(self, casus_id: str) -> tuple[Draft, ...]:
        """Return what was half typed in the texts of a case when the desk was locked or stopped."""
        return self._acting.context.desk.drafts(f"casus/{casus_id}/")

    def show_case(self, kop: DossierKop) -> str:
        """Show another case; flush before. Returns the text in which a draft was put back, "" for none."""
        self._casus_id, self._kop = kop.id, kop
        for veld in self.velden.values():
            self._load(veld, kop)
        return self._restore_drafts()

    def _load(self, veld: VersionedText, kop: DossierKop) -> None:
        veld.show_record(kop.id, getattr(kop, veld.name), kop.version, self._key(veld))

    def _key(self, veld: VersionedText) -> str:
        return f"casus/{self._casus_id}/{veld.name}"

    def _restore_drafts(self) -> str:
        restored = ""
        by_key = {self._key(veld): veld for veld in self.velden.values()}
        for draft in self.drafts(self._casus_id):
            veld = by_key.get(draft.key)
            if veld is not None and veld.restore(draft.text, draft.cursor):
                restored = veld.name
        return restored

    def update_case(self, kop: DossierKop) -> None:
        """Show what changed elsewhere; a field with unsaved text keeps it, on the version it was read at."""
        self._kop = kop
        for veld in self.velden.values():
            veld.refresh(getattr(kop, veld.name), kop.version)

    def place(self) -> tuple[str, int]:
        """Return the text in which the cursor is, and where; ("", 0) when it is elsewhere."""
        focused = (veld for veld in self.velden.values() if veld.field.window().focusWidget() is veld.field)
        here = next(focused, None)  # also when the window is out of sight
        return (here.name, here.field.cursor_position()) if here is not None else ("", 0)

    def area(self, name: str) -> TextArea | None:
        """Return the field of a text, None when there is no such text."""
        return self.velden[name].field if name in self.velden else None

    # --- saving

    def _read(self, veld: str, casus_id: str) -> tuple[str, int]:
        kop = self._acting.context.desk.ask(dossier, casus_id).kop
        return getattr(kop, veld), kop.version

    def _save(self, veld: str, casus_id: str, text: str, version: int | None) -> int:
        event = self._acting.write(
            CasusTekstWijzigen(casus_id=casus_id, veld=veld, tekst=text, version=version)
        )
        assert isinstance(event, CasusGewijzigd)
        if self._kop is not None:
            changed: dict[str, Any] = {veld: text}
            self._kop = replace(self._kop, version=event.version, **changed)
        for other in self.velden.values():
            other.moved(version, event.version)
        self.written.emit(veld, text)
        if veld == "titel":
            self.titled.emit(text)
        return event.version

    def _failed(self, fault: object) -> None:
        """What lies outside the program goes to the bar; the field itself says the rest."""
        if isinstance(fault, VhdeskError) and not isinstance(fault, RuleViolation | StaleVersion):
            self._acting.context.shell.report(fault)

    def flush(self) -> bool:
        """Store everything; False when something was refused."""
        return self.autosave.flush()
