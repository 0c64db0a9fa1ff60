"""The two texts that save themselves during an item: the notes and the shared picture of the case."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vhdesk.errors import RuleViolation, StaleVersion, VhdeskError
from vhdesk.queries.agenda import AgendapuntRow, agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.agenda import AgendaGewijzigd
from vhdesk.services.bespreking import NotitieSchrijven
from vhdesk.services.casus import CasusGewijzigd, CasusTekstWijzigen
from vhdesk.ui.autosave import Autosave
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.versioned_text import VersionedText
from vhdesk.ui.overleg.drafts import DraftKeeper
from vhdesk.ui.widgets.text_area import TextArea


class MeetingTexts(QObject):
    """Signals: ``state_changed(words)`` for the line beside the notes, ``notes_saved(punt_id, text, version)``."""

    state_changed = Signal(str)
    notes_saved = Signal(str, str, int)

    def __init__(self, acting: Acting, drafts: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        context = acting.context
        self._acting = acting
        self._drafts = drafts
        self._overleg_id = ""
        self.autosave = Autosave(context.clock, context.desk, self)
        notes = TextArea(
            "Notitie", "Notities bij dit agendapunt; zij komen in het verslag.", min_lines=3, max_lines=8
        )
        picture = TextArea(
            "Gezamenlijk beeld",
            "Wat ziet de tafel samen? Feiten gescheiden van vermoedens.",
            min_lines=3,
            max_lines=20,
        )
        self.notitie = VersionedText(notes, "notitie", self.autosave, self._save_notitie, self._read_notitie)
        self.beeld = VersionedText(picture, "beeld", self.autosave, self._save_beeld, self._read_beeld)
        self.autosave.state_changed.connect(self.state_changed)
        self.autosave.saved.connect(context.shell.saved)
        self.autosave.failed.connect(self._failed)
        drafts.failed.connect(context.shell.report)

    def show_item(self, overleg_id: str, punt: AgendapuntRow, case: Dossier | None, *, fresh: bool) -> None:
        """Show the texts of an item; of the same item only what changed elsewhere."""
        self._overleg_id = overleg_id
        if not fresh:
            self.notitie.refresh(punt.notitie, punt.version)
            if case is not None:
                self.beeld.refresh(case.kop.gezamenlijk_beeld, case.kop.version)
            return
        self._load(
            self.notitie, punt.id, punt.notitie, punt.version, f"overleg/{overleg_id}/{punt.id}/notitie"
        )
        if case is not None:
            kop = case.kop
            key = f"overleg/{overleg_id}/{punt.id}/beeld"
            self._load(self.beeld, kop.id, kop.gezamenlijk_beeld, kop.version, key)

    def _load(self, text: VersionedText, record_id: str, words: str, version: int, key: str) -> None:
        text.show_record(record_id, words, version, key)
        draft = self._drafts.take(key)
        if draft is not None:
            text.restore(draft.text, draft.cursor)

    def save(self) -> bool:
        """Save now; False when a text was refused (it stays in its field, and in the draft journal)."""
        return self.autosave.flush()

    def flush(self) -> bool:
        """Save now and write every draft, before a lock or a move to another page."""
        saved = self.save()
        return self._drafts.write() and saved

    # --- saving

    def _save_notitie(self, punt_id: str, text: str, version: int | None) -> int:
        event = self._acting.write(NotitieSchrijven(agendapunt_id=punt_id, tekst=text, version=version))
        assert isinstance(event, AgendaGewijzigd)
        self.notes_saved.emit(punt_id, text, event.version)
        return event.version

    def _save_beeld(self, casus_id: str, text: str, version: int | None) -> int:
        command = CasusTekstWijzigen(casus_id=casus_id, veld="gezamenlijk_beeld", tekst=text, version=version)
        event = self._acting.write(command)
        assert isinstance(event, CasusGewijzigd)
        return event.version

    def _read_notitie(self, punt_id: str) -> tuple[str, int]:
        desk = self._acting.context.desk
        row = next(row for row in desk.ask(agenda, self._overleg_id).punten if row.id == punt_id)
        return row.notitie, row.version

    def _read_beeld(self, casus_id: str) -> tuple[str, int]:
        kop = self._acting.context.desk.ask(dossier, casus_id).kop
        return kop.gezamenlijk_beeld, kop.version

    def _failed(self, fault: VhdeskError) -> None:
        """What lies outside the program goes to the bar; the field itself says the rest."""
        if not isinstance(fault, StaleVersion | RuleViolation):
            self._acting.context.shell.report(fault)
