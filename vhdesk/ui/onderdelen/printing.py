"""Carrying out a print order: through the print system where there is one, else by painting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vhdesk.printing.printer import print_pdf
from vhdesk.ui.context import UiContext
from vhdesk.ui.onderdelen.print_panel import PrintOrder
from vhdesk.ui.onderdelen.qt_printing import QtPrintJob, make_printer


class Printing(QObject):
    """Signals: ``printed(PrintOrder)`` when the printer took it, ``refused(Exception)``, ``not_taken`` when the
    printer of the window gave no reason."""

    printed = Signal(object)
    refused = Signal(object)
    not_taken = Signal()

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def start(self, content: bytes, order: PrintOrder) -> None:
        """Print in a job; the window stays free."""
        if order.by_window:
            job = QtPrintJob(
                self._context.jobs,
                make_printer(order.printer.name, order.copies, order.duplex),
                content,
                order.pages,
                self,
            )
            job.setProperty("order", order)
            job.finished.connect(self._painted)
            job.start()
            return
        self._context.jobs.compute(
            self, _send, content, order, done=self._sent, failed=self._failed, context=(order,)
        )

    def _sent(self, _job_id: str, order: PrintOrder) -> None:
        self.printed.emit(order)

    def _failed(self, fault: Exception, _order: PrintOrder) -> None:
        self.refused.emit(fault)

    def _painted(self, fine: bool) -> None:
        job = self.sender()
        if fine and job is not None:
            self.printed.emit(job.property("order"))
        else:
            self.not_taken.emit()


def _send(content: bytes, order: PrintOrder) -> str:
    return print_pdf(content, order.printer, copies=order.copies, pages=order.pages, duplex=order.duplex)
