"""The way from the close list to each field that is missing, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vhdesk.queries.tekorten import TekortRow, tekorten
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.overleg.words import punt_title
from vhdesk.vocabulary import Tekort

if TYPE_CHECKING:
    from vhdesk.ui.overleg.chair_panel import ChairPanel
    from vhdesk.ui.overleg.chair_parts import ChairParts

FIELDS = {
    Tekort.CASEMANAGER: "casemanager",
    Tekort.VERANTWOORDELIJKE: "verantwoordelijke",
    Tekort.VOLGENDE_DATUM: "datum",
}
# What is filled in on another page: the page and the place there.
ELSEWHERE = {
    Tekort.GEMEENTE: ("aanmeldingen", "plicht:{casus}"),
    Tekort.TERUGKOPPELING: ("aanmeldingen", "plicht:{casus}"),
    Tekort.INFORMERING: ("casussen", "{casus}#ingelicht"),
}


class CloseControl(QObject):
    """Shows what a meeting lacks in place of the item, and leads to where it is filled in."""

    def __init__(self, chair: ChairPanel, parts: ChairParts) -> None:
        super().__init__(chair)
        self._chair = chair
        self._parts = parts
        self._reason_of = ""
        context = parts.acting.context
        self._draft = FormDraft(
            context.desk, {"reden": chair.closing.reason}, context.shell.report, chair.closing
        )
        chair.closing.back_requested.connect(self.back)
        chair.closing.jump_requested.connect(self.jump)

    def show(self) -> None:
        """Show what is missing; what was half-typed is saved first."""
        chair = self._chair
        if chair.rows is None or not chair.texts.flush():
            return
        missing: tuple[TekortRow, ...] = self._parts.ask(tekorten, chair.rows.overleg.id)
        names = {row.id: punt_title(row) for row in chair.rows.agenda.punten}
        chair.closing.show_rows(missing, names, self._begun(chair.rows.overleg.id, names))
        if chair.right.currentWidget() is not chair.closing:
            self._bring_reason(chair.rows.overleg.id)
            chair.right.setCurrentWidget(chair.closing)
            chair.closing.focus_first()
            chair.state_changed.emit()

    def _bring_reason(self, overleg_id: str) -> None:
        """Show the reason that was being written for this meeting; it is kept while the meeting is in front."""
        if overleg_id != self._reason_of:
            self._draft.end()
            self._chair.closing.reason.load("", force=True)
            self._draft.begin(f"overleg-sluiten/{overleg_id}")
            self._reason_of = overleg_id

    def forget_reason(self) -> None:
        """The meeting was closed: its reason stands in the minutes."""
        self._draft.forget()
        self._reason_of = ""
        self._chair.closing.reason.load("", force=True)

    def back(self) -> None:
        """Leave the close list."""
        self._chair.right.setCurrentWidget(self._chair.item)
        self._chair.item.focus_work()
        self._chair.state_changed.emit()

    def jump(self, tekort_id: str) -> None:
        """Go to the item and the field where something is missing."""
        chair = self._chair
        row = chair.closing.row(tekort_id)
        if row is None or chair.rows is None:
            return
        if row.tekort in ELSEWHERE:
            page, place = ELSEWHERE[row.tekort]
            self._parts.acting.context.shell.navigate(page, place.format(casus=row.casus_id))
            return
        opening = row.tekort in (Tekort.AANWEZIGHEID, Tekort.GEHEIMHOUDING)
        target = chair.rows.opening() if opening else row.agendapunt_id or ""
        if target and chair.show_item(target):
            self._focus(row)

    def _focus(self, row: TekortRow) -> None:
        parts = self._chair.item.parts
        if row.tekort in (Tekort.AANWEZIGHEID, Tekort.GEHEIMHOUDING):
            parts.aanwezigheid.list.select(row.record_id)
            parts.aanwezigheid.focus_list()
        elif row.tekort is Tekort.BESLUIT:
            parts.invoer.choose("besluit")
        elif row.tekort is Tekort.VOORBEHOUD:
            parts.blad.uitkomsten.select(row.record_id)
            parts.blad.uitkomsten.setFocus()
            parts.blad.answer_current()
        elif row.tekort is Tekort.PLAN:
            parts.kop.plan.setFocus()
        elif row.tekort is Tekort.ROL_WEG:
            parts.invoer.focus_text()
            self._parts.kop_control.begin(row.veld)
        elif row.tekort in FIELDS:
            parts.invoer.focus_text()
            self._parts.kop_control.begin(FIELDS[row.tekort])
        else:
            self._chair.edit_outcome(row.record_id)
            actie = parts.invoer.actie
            (actie.organisatie if row.tekort is Tekort.ACTIE_EIGENAAR else actie.termijn).setFocus()

    def _begun(self, overleg_id: str, names: Mapping[str, str]) -> list[str]:
        """Return what was begun and not recorded: "besluit bij Koopman"."""
        parts = [key.split("/") for key in self._parts.drafts.keys(f"overleg/{overleg_id}/")]
        return [f"{mode} bij {names[punt]}" for _, _, punt, mode, *_ in parts if punt in names]
