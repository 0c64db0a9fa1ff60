"""The files that come in with a referral, chosen while the form is filled in; they are stored with it in one act."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vhdesk.bestandsoort import grootte_woord
from vhdesk.errors import VhdeskError
from vhdesk.exchange.bijlagebestand import lees_bijlage
from vhdesk.services.melding import Meldbijlage
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.onderdelen.bestand_kiezer import BestandKiezer
from vhdesk.ui.onderdelen.bijlagen_card import GRENS
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2
from vhdesk.ui.widgets.label import Label


class BestandenField(QWidget):
    """``value()``: where the chosen files stand; a draft keeps that, the files are read when the referral is stored.
    Signals: ``edited`` by hand."""

    edited = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._paths: list[Path] = []
        self._words: dict[Path, str] = {}
        self.lines: list[QWidget] = []
        self.setAccessibleName("Bestanden bij de aanmelding")
        self.kiezer = BestandKiezer(context.prompts, "Bestand toevoegen")
        self.error = FieldError(self.kiezer)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_2)
        layout.addLayout(self._list)
        layout.addWidget(self.kiezer)
        layout.addWidget(self.error)
        layout.addWidget(Label(GRENS, "small", wrap=True))
        self.setFocusProxy(self.kiezer)
        self.kiezer.chosen.connect(self._chosen)

    def value(self) -> tuple[str, ...]:
        """Return where the chosen files stand."""
        return tuple(map(str, self._paths))

    def set_value(self, value: Sequence[str]) -> None:
        """Show these files; the field for one more is empty."""
        self._paths = list(map(Path, value))
        self.kiezer.clear()
        self.error.clear()
        self._show()

    def unfinished(self) -> bool:
        """Whether something stands in the field that was not taken yet."""
        return bool(self.kiezer.line.text().strip())

    def _chosen(self, path: Path) -> None:
        """Look at the file now: who chose the wrong one hears it here, and not after the whole form."""
        self.error.clear()
        self._context.jobs.compute(
            self, lees_bijlage, path, done=self._good, failed=self._bad, key="bestand", context=(path,)
        )

    def _good(self, bestand: Meldbijlage, path: Path) -> None:
        self.kiezer.clear()
        self._words[path] = f"{bestand.naam}, {grootte_woord(len(bestand.inhoud))}"
        if path not in self._paths:
            self._paths.append(path)
            self._show()
            self.edited.emit()
        self.kiezer.line.setFocus()

    def _bad(self, fault: Exception, _path: Path) -> None:
        if not isinstance(fault, VhdeskError):
            raise fault
        self.error.show_fault(fault)

    def _show(self) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(path) for path in self._paths]
        for line in self.lines:
            self._list.addWidget(line)
            line.show()

    def _line(self, path: Path) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(Label(self._words.get(path, path.name), "", wrap=True), 1)
        button = QToolButton()
        button.setIcon(icon("x"))
        name = f"{path.name} niet toevoegen"
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("path", str(path))
        button.clicked.connect(self._drop)
        row.addWidget(button)
        return line

    def _drop(self) -> None:
        path = Path(str(self.sender().property("path")))
        self._paths = [each for each in self._paths if each != path]
        self._show()
        self.kiezer.line.setFocus()
        self.edited.emit()
