"""One statement of an organisation: who, when, under which secrecy, and the words, whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from vhdesk.queries.dossier_rijen import InbrengRow
from vhdesk.ui.onderdelen.beeld_woorden import inbreng_herkomst
from vhdesk.ui.onderdelen.woorden import opsomming
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import RADIUS_FIELD, SPACE_1
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pill import Pill


def doorgeven(row: InbrengRow) -> str:
    """Return in words to whom the statement may go on."""
    if "*" in row.mag_door_naar:
        return "Mag door naar alle partners"
    if not row.mag_door_namen:
        return "Mag niet worden doorgegeven"
    return f"Mag door naar {opsomming(row.mag_door_namen)}"


class InbrengBlock(QFrame):
    """Takes the focus, so that it can be read, taken away (Delete), cited and set against another without the mouse.
    ``tegen``: in words what it contradicts, or what contradicts it.

    Signals: ``remove_requested(inbreng_id)``, ``cite_requested(inbreng_id)``, ``contradict_requested(inbreng_id)``.
    """

    remove_requested = Signal(str)
    cite_requested = Signal(str)
    contradict_requested = Signal(str)

    def __init__(self, row: InbrengRow, tegen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kop = inbreng_herkomst(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, SPACE_1, 6, SPACE_1)
        layout.setSpacing(SPACE_1)
        layout.addWidget(Label(kop, "label", wrap=True))
        layout.addWidget(Label(row.tekst, wrap=True))
        layout.addWidget(Label(doorgeven(row), "small", wrap=True))
        if row.mondeling:
            layout.addWidget(Pill("Mondeling: niet in verslag", "warn", "ear"))
        if tegen:
            layout.addWidget(Pill(tegen, "warn", "scale"))
        mondeling = " Mondeling, niet in verslag of print." if row.mondeling else ""
        self.setAccessibleName(
            f"{kop}. {row.tekst} {doorgeven(row)}.{mondeling}{f' {tegen}.' if tegen else ''}"
        )
        self.setAccessibleDescription("Delete haalt deze inbreng weg")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away."""
        if Qt.Key(event.key()) == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same with the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.row.mondeling:
            menu.addAction("Aanhalen in het gezamenlijk beeld").triggered.connect(self._cite)
        menu.addAction("Spreekt een andere inbreng tegen…").triggered.connect(self._contradict)
        menu.addAction("Inbreng weghalen").triggered.connect(self._remove)
        menu.popup(event.globalPos())

    def _remove(self) -> None:
        self.remove_requested.emit(self.row.id)

    def _cite(self) -> None:
        self.cite_requested.emit(self.row.id)

    def _contradict(self) -> None:
        self.contradict_requested.emit(self.row.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is seen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
            painter.end()
