"""Destroying the open case: one question with its verb, then the work beside a window that takes no input."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.casus import CasusGewijzigd
from vhdesk.services.changes import Changes
from vhdesk.ui.context import UiContext
from vhdesk.ui.jobs import Job
from vhdesk.ui.prompts import Kept

_FASEN: Final = {
    "wissen": "De casus gaat uit de kluis. Dat wordt niet afgebroken: half gewist mag niet.",
    "kopieen_wissen": "De reservekopieën worden geschoond en gecontroleerd.",
}
_GEVOLG: Final = (
    "De casus gaat uit de kluis, uit het zoekregister, uit de verslagen die vaststaan en uit elke reservekopie. Dit is "
    "niet terug te draaien. Schrijf de grond op, zonder namen; die komt in de verklaring van vernietiging."
)


class Vernietigen(QObject):
    """Signals: ``gone(casus_id)`` when the case is destroyed; the verklaring stands at Beheer."""

    gone = Signal(str)

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def ask(self, dossier: Dossier) -> None:
        """Ask the ground, with the verb of the act. What was typed goes with the case, or waits for the next time."""
        grond = next((stap.reden for stap in dossier.verloop if stap.reden), "")
        kept = Kept(self._context.desk, f"vernietigen/{dossier.id}", self._context.shell.report)
        self._context.prompts.ask_text(
            self._page, f"Casus {dossier.kop.nummer} vernietigen?", "Vernietigen", self._go, dossier.id,
            dossier.kop.nummer, label="Grond", detail=_GEVOLG, danger=True, text=grond, kept=kept,
        )  # fmt: skip

    def _go(self, grond: str, casus_id: str, nummer: str) -> None:
        self._context.jobs.exclusive(
            self._page, f"Casus {nummer} wordt vernietigd.", _Werk(self._context, casus_id, grond),
            done=self._done, failed=self._failed, context=(casus_id, nummer),
        )  # fmt: skip

    def _done(self, _row: object, casus_id: str, nummer: str) -> None:
        self._tell(casus_id)
        self._context.shell.inform(f"Casus {nummer} is vernietigd. De verklaring staat bij Beheer, Bewaren.")

    def _failed(self, fault: Exception, casus_id: str, _nummer: str) -> None:
        if isinstance(fault, Interrupted):
            self._tell(casus_id)
            self._context.shell.inform(
                "Afgebroken. Maak het schonen van de reservekopieën af bij Beheer, Bewaren."
            )
        elif isinstance(fault, VhdeskError):
            self._context.shell.report(fault)

    def _tell(self, casus_id: str) -> None:
        self.gone.emit(casus_id)
        kinds = frozenset({"casus", "actie", "besluit", "agendapunt", "vernietiging", "persoon"})
        event = CasusGewijzigd(id=casus_id, version=0)
        self._context.desk.tell(Changes(kinds, frozenset({casus_id}), event))


class _Werk:
    """The job."""

    def __init__(self, context: UiContext, casus_id: str, grond: str) -> None:
        self._context = context
        self._casus_id = casus_id
        self._grond = grond

    def __call__(self, job: Job) -> Any:
        def progress(phase: str, done: int, total: int) -> None:
            job.progress = (done, total, _FASEN.get(phase, ""))
            job.cancellable = phase != "wissen"

        return self._context.kluis.casus_vernietigen(
            self._casus_id, self._grond, progress, lambda: job.cancelled
        )
