"""Below the shared picture: which statements it cites, and what is wrong with a reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import InbrengRow
from vhdesk.ui.theme.tokens import SPACE_1
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_inbreng import citaten

HINT = "Haal inbreng aan met het nummer ervan, zoals [I-12]. Zo blijft te zien waar het beeld op rust."


def aangehaald(tekst: str, inbreng: Sequence[InbrengRow]) -> str:
    """Return in words which statements ``tekst`` cites; "" for none."""
    van = {row.nummer: row for row in inbreng}
    gevonden = [van[nummer] for nummer in citaten(tekst) if nummer in van]
    delen = [
        f"I-{row.nummer} {row.organisatie}, {short_date(row.datum)} ({row.leefgebied})" for row in gevonden
    ]
    return f"Aangehaald: {'; '.join(delen)}." if delen else ""


def bezwaren(tekst: str, inbreng: Sequence[InbrengRow]) -> Iterator[str]:
    """Yield what is wrong with the references in ``tekst``."""
    van = {row.nummer: row for row in inbreng}
    for nummer in citaten(tekst):
        if nummer not in van:
            yield f"I-{nummer} staat niet in deze casus."
        elif van[nummer].mondeling:
            yield f"I-{nummer} is mondeling ingebracht: wat er is gezegd, komt niet in het verslag."


class CitatenLijst(QWidget):
    """Follows ``field`` while a person types; ``show_rows`` gives it the statements of the case."""

    def __init__(self, field: TextArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._rows: Sequence[InbrengRow] = ()
        self.words = Label(HINT, "small", wrap=True)
        self.trouble = Label("", "fault", wrap=True, parent=self)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_1)
        layout.addWidget(self.words)
        layout.addWidget(self.trouble)
        field.textChanged.connect(self._follow)

    def show_rows(self, inbreng: Sequence[InbrengRow]) -> None:
        """Show what the text cites of these statements."""
        self._rows = inbreng
        self._follow()

    def _follow(self) -> None:
        tekst = self._field.text()
        words = aangehaald(tekst, self._rows) or HINT
        if words != self.words.text():
            self.words.setText(words)
        trouble = " ".join(bezwaren(tekst, self._rows))
        if trouble != self.trouble.text():
            self.trouble.setText(trouble)
            self.trouble.setVisible(bool(trouble))
