"""Copies of minutes leave the vault: in the register first, all of them in one act, then to a folder or to the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from vhdesk.errors import VhdeskError
from vhdesk.exchange.uitvoer import write_folder
from vhdesk.services.exemplaar import ExemplarenVastgelegd, ExemplarenVastleggen, ExemplarenVervallen
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.print_panel import PrintOrder
from vhdesk.ui.onderdelen.printing import Printing
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.verslagen.exemplaren import Kopie, bestandsnaam, maak, mapnaam
from vhdesk.ui.verslagen.ontvangers_view import OntvangersView
from vhdesk.vocabulary_lezer import Exemplaarwijze


class ExemplarenDelivery(QObject):
    """Saves and prints what is chosen in the view. What does not leave after all is struck in the register."""

    def __init__(self, context: UiContext, view: OntvangersView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printing = Printing(context, self)
        self._queue: list[tuple[str, Kopie]] = []
        self._order: PrintOrder | None = None
        self._count = 0
        view.save_requested.connect(self.ask_folder)
        view.print_requested.connect(self.ask_print)
        view.panel.ordered.connect(self._make_to_print)
        self._printing.printed.connect(self._printed)
        self._printing.refused.connect(self._refused)
        self._printing.not_taken.connect(self._not_taken)

    # --- to a folder

    def ask_folder(self) -> None:
        """Ask in which folder the folder of copies comes."""
        if self._view.row is not None and self._view.ticked:
            self._context.prompts.choose_folder(
                self._view, "Waar komt de map met exemplaren?", self._make_to_save, folder=Path.home()
            )

    def _make_to_save(self, folder: Path) -> None:
        self._make(self._save, folder)

    def _make(self, then: Callable[..., None], *context: object) -> None:
        view = self._view
        if view.row is None or view.moment is None or not view.ticked:
            return
        self._context.shell.inform("De exemplaren worden gemaakt…")
        self._context.jobs.compute(
            self, maak, self._context.desk, view.row, view.plans(), view.moment, done=then, failed=self._not_made,
            key="exemplaren", context=context,
        )  # fmt: skip

    def _not_made(self, fault: Exception, *_context: object) -> None:
        self._context.shell.inform("")
        if isinstance(fault, VhdeskError):
            self._view.show_fault(fault)

    def _register(self, kopieen: Sequence[Kopie], wijze: Exemplaarwijze) -> tuple[str, ...]:
        """Put the copies in the register; () when that was refused: then nothing leaves."""
        row = self._view.row
        if row is None:
            return ()
        try:
            event = self._context.desk.execute(
                ExemplarenVastleggen(
                    overleg_id=row.overleg_id, versie=row.versie, wijze=wijze, reden=self._view.reden.text(),
                    exemplaren=tuple(kopie.regel() for kopie in kopieen),
                ),
                initiator=self._view,
            )  # fmt: skip
        except VhdeskError as fault:
            self._not_made(fault)
            return ()
        return event.exemplaren if isinstance(event, ExemplarenVastgelegd) else ()

    def _save(self, kopieen: tuple[Kopie, ...], folder: Path) -> None:
        ids = self._register(kopieen, Exemplaarwijze.OPGESLAGEN)
        row = self._view.row
        if ids and row is not None:
            self._context.jobs.compute(
                self, write_folder, folder / mapnaam(row), {bestandsnaam(kopie): kopie.pdf for kopie in kopieen},
                done=self._saved, failed=self._not_saved, key="map", context=(row.overleg_id, ids),
            )  # fmt: skip

    def _saved(self, target: Path, _overleg_id: str, ids: tuple[str, ...]) -> None:
        self._context.shell.inform(
            f"{telling(len(ids), 'exemplaar staat', 'exemplaren staan')} in {target.name}."
        )
        self._view.made()

    def _not_saved(self, fault: Exception, overleg_id: str, ids: tuple[str, ...]) -> None:
        self._strike(overleg_id, ids)
        self._not_made(fault)

    def _strike(self, overleg_id: str, ids: tuple[str, ...]) -> None:
        try:
            self._context.desk.execute(
                ExemplarenVervallen(overleg_id=overleg_id, exemplaar_ids=ids), initiator=self._view
            )
        except VhdeskError as fault:
            self._context.shell.report(fault)
        self._view.refresh()

    # --- to the printer, one after the other

    def ask_print(self) -> None:
        """Open the panel that asks how to print."""
        if self._view.row is not None and self._view.ticked:
            self._view.panel.ask()

    def _make_to_print(self, order: PrintOrder) -> None:
        self._make(self._start, order)

    def _start(self, kopieen: tuple[Kopie, ...], order: PrintOrder) -> None:
        ids = self._register(kopieen, Exemplaarwijze.AFGEDRUKT)
        if ids:
            self._queue, self._order, self._count = list(zip(ids, kopieen, strict=True)), order, len(ids)
            self._view.panel.close_panel()
            self._next()

    def _next(self) -> None:
        if self._order is None:
            return
        if not self._queue:
            self._context.shell.inform(
                f"Naar de printer {self._order.printer.name}: {telling(self._count, 'exemplaar', 'exemplaren')}."
            )
            self._view.made()
            return
        place = self._count - len(self._queue) + 1
        self._context.shell.inform(
            f"Exemplaar {place} van {self._count} gaat naar {self._order.printer.name}…"
        )
        self._printing.start(self._queue[0][1].pdf, self._order)

    def _printed(self, _order: PrintOrder) -> None:
        self._queue.pop(0)
        self._next()

    def _refused(self, fault: Exception) -> None:
        self._stop()
        self._not_made(fault)

    def _not_taken(self) -> None:
        self._stop()
        self._context.shell.inform("De printer nam dit niet aan; wat nog moest, is niet afgedrukt.")

    def _stop(self) -> None:
        """What did not come out of the printer is struck in the register."""
        ids = tuple(identity for identity, _ in self._queue)
        self._queue = []
        if ids and self._view.row is not None:
            self._strike(self._view.row.overleg_id, ids)
