"""The agenda of one partner, or one guest, leaves the vault: the paper and beside it the appointment, both without another's cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_whole
from vhdesk.queries.partneragenda import PartnerAgenda, gastagenda, partneragenda
from vhdesk.ui.context import UiContext
from vhdesk.vocabulary import Resultaat
from vhdesk.vocabulary_uitvraag import PARTNERAGENDA_OPSLAAN


class AgendaDelivery(QObject):
    """Asks where the files go and writes them; the line in the journaal comes first."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def ask_file(self, overleg_id: str, organisatie_id: str) -> None:
        """Ask where the agenda of this partner goes."""
        self._ask(partneragenda, overleg_id, organisatie_id)

    def ask_guest(self, overleg_id: str, deelnemer_id: str) -> None:
        """Ask where the agenda of this guest goes."""
        self._ask(gastagenda, overleg_id, deelnemer_id)

    def _ask(self, query: Callable[..., PartnerAgenda], overleg_id: str, wie: str) -> None:
        from vhdesk.printing.partneragenda import partneragenda_bestandsnaam  # not needed to start

        try:
            agenda = self._context.desk.ask(query, overleg_id, wie)
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return
        self._context.prompts.save_file(
            self._page, f"Agenda voor {agenda.organisatie} opslaan", "PDF (*.pdf)", self._save_to, agenda,
            suggestion=Path.home() / partneragenda_bestandsnaam(agenda),
        )  # fmt: skip

    def _save_to(self, path: Path, agenda: PartnerAgenda) -> None:
        from vhdesk.exchange.agendabestand import partneragenda_ics
        from vhdesk.printing.partneragenda import partneragenda_pdf
        from vhdesk.printing.planpapier import Druk

        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        context = self._context
        pdf = partneragenda_pdf(agenda, Druk.nu(context.clock, oefening=context.kluis.oefening))
        ics = partneragenda_ics(agenda, context.clock.now())
        if self._note(agenda):
            context.jobs.compute(
                self, _write_both, target, pdf, ics, done=self._written, failed=self._not_written,
                key="partneragenda", context=(agenda, target.name),
            )  # fmt: skip

    def _note(self, agenda: PartnerAgenda, *, gelukt: bool = True) -> bool:
        try:
            self._context.desk.log(
                PARTNERAGENDA_OPSLAAN, "overleg", agenda.id,
                bijzonderheden=agenda.organisatie if gelukt else "niet opgeslagen",
                resultaat=Resultaat.GELUKT if gelukt else Resultaat.GEWEIGERD,
            )  # fmt: skip
        except VhdeskError as fault:
            self._context.shell.report(fault)
            return False
        return True

    def _written(self, _result: object, _agenda: PartnerAgenda, name: str) -> None:
        self._context.shell.inform(f"Opgeslagen als {name}, met de afspraak (.ics) ernaast.")

    def _not_written(self, fault: Exception, agenda: PartnerAgenda, _name: str) -> None:
        self._note(agenda, gelukt=False)
        if isinstance(fault, VhdeskError):
            self._context.shell.report(fault)


def _write_both(target: Path, pdf: bytes, ics: bytes) -> None:
    write_whole(target, pdf)
    write_whole(target.with_suffix(".ics"), ics)
