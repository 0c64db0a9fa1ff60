"""Setting the norm of the Top X."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.services.tafelinstelling import MAX_NORM, TopXNormBepalen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.widgets.number_field import NumberField


class NormPanel(InlinePanel):
    """Asks how many cases the Top X should have."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Norm van de Top X van het huis", "Vastleggen", columns=1, parent=parent)
        self._acting = acting
        self.norm = NumberField("Norm van de Top X", 1, MAX_NORM, "casussen", 10)
        self.add_field(
            "Zoveel casussen stelt de stuurgroep vast; een tafel met een eigen norm telt hier niet mee",
            self.norm,
            "norm",
        )
        self.submitted.connect(self._submit)

    def ask(self, norm: int) -> None:
        """Open with the present norm."""
        self.norm.setValue(norm)
        self.open(self.norm)

    def _submit(self) -> None:
        if self._acting.execute(TopXNormBepalen(norm=self.norm.value()), self.show_fault) is not None:
            self.finish()
