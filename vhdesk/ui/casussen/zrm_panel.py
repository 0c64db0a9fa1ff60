"""Recording a score of the Zelfredzaamheid-Matrix on another day than today, or taking one away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.inbreng import ZrmVastleggen
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.beeld_woorden import score_woorden, verloop_woorden
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label

GEEN = "0"


class ZrmPanel(InlinePanel):
    """``ask`` opens it for a case, on a domain when one was in front."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Score op een datum vastleggen", "Vastleggen", columns=3, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._dossier: Dossier | None = None
        self.domein = ChoiceField("Domein van de zelfredzaamheid-matrix")
        self.score = ChoiceField("Score")
        self.datum = DateField("Datum van de score", acting.context.clock, past=True)
        self.verloop = Label("", "muted", wrap=True)
        self.add_field("Domein", self.domein, "domein_code")
        self.add_field("Score", self.score, "score")
        self.add_field("Datum", self.datum, "datum")
        self.add_field("", self.verloop, wide=True)
        self.domein.chosen.connect(self._show_domain)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, domein_code: str = "") -> None:
        """Open for this case; today is offered."""
        self.put_away()
        self._dossier = dossier
        domeinen = self._keuzes.lijst("zrm_domeinen")
        self.domein.set_choices([(row.code, met_hoofdletter(row.naam)) for row in domeinen])
        scores = [
            (str(row.kenmerken["score"]), score_woorden(int(row.kenmerken["score"]), row.naam))
            for row in self._keuzes.lijst("zrm_scores")
        ]
        self.score.set_choices([*scores, (GEEN, "geen: haal de score van die dag weg")])
        self.domein.set_value(domein_code or domeinen[0].code)
        self.score.set_value(scores[0][0])
        self.datum.line.setModified(False)
        self.datum.set_value(self._acting.context.clock.today())
        self.open(self.score if domein_code else self.domein, f"zrm/{dossier.id}")
        self._show_domain(self.domein.value())

    def _show_domain(self, code: str) -> None:
        rows = self._dossier.zrm if self._dossier is not None else ()
        row = next((row for row in rows if row.domein_code == code), None)
        self.verloop.setText(
            f"Tot nu toe: {verloop_woorden(row)}." if row else "Nog geen score op dit domein."
        )

    def _submit(self) -> None:
        datum = self.datum.value()
        if datum is None:
            self.errors["datum"].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-11 of gisteren.")
            return
        assert self._dossier is not None
        command = ZrmVastleggen(
            casus_id=self._dossier.id,
            domein_code=self.domein.value(),
            datum=datum,
            score=int(self.score.value()) or None,
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
