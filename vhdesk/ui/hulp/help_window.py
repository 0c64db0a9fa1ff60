"""Help of one window: the manual and About, each made when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vhdesk.errors import VhdeskError
from vhdesk.ui.hulp.about_window import AboutWindow
from vhdesk.ui.hulp.manual_window import ManualWindow
from vhdesk.ui.to_front import to_front
from vhdesk.ui.window import MainWindow


class HelpWindow(QObject):
    """Belongs to the window ``parent`` and goes with it; its windows can stand beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.manual: ManualWindow | None = None
        self.about: AboutWindow | None = None

    def show_manual(self, topic: str = "") -> None:
        """Show the manual, on the chapter ``topic`` ("overleg-voorzitten") when it is given."""
        try:
            if self.manual is None:
                self.manual = ManualWindow(self._parent)
        except VhdeskError as fault:  # an incomplete installation
            self._report(fault)
            return
        if topic:
            self.manual.show_topic(topic)
        to_front(self.manual)
        self.manual.contents.setFocus()

    def show_about(self) -> None:
        """Show version and licences."""
        try:
            if self.about is None:
                self.about = AboutWindow(self._parent)
        except VhdeskError as fault:
            self._report(fault)
            return
        to_front(self.about)

    def _report(self, fault: VhdeskError) -> None:
        if isinstance(self._parent, MainWindow):
            self._parent.show_fault(fault)
        else:
            raise fault
