"""Writing down what the method asks to know: the words of now with day and time, or a list with its scale."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from vhdesk.clock import amsterdam, local
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.methode import MethodenotitieVastleggen
from vhdesk.ui.casussen.meting_field import MetingField
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.time_field import TimeField
from vhdesk.vocabulary_methode import Methodenotitiesoort

_HINT = {
    Methodenotitiesoort.KENNIS: "Wat is er nu bekend, en van wie?",
    Methodenotitiesoort.RISICO: "Wat weegt het zwaarst, en wat volgt daaruit?",
    Methodenotitiesoort.VOORWAARDEN: "Wat moet er nog gebeuren, en wie doet dat?",
}


class NotitiePanel(InlinePanel):
    """Opens for one kind of note at a time; day and time are asked only of what was known at a moment."""

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._casus_id = ""
        self._soort = Methodenotitiesoort.KENNIS
        self.scores = MetingField()
        self.tekst = TextArea("Toelichting", min_lines=3, max_lines=10)
        self.datum = DateField("Dag", acting.context.clock, past=True, show_words=False)
        self.tijd = TimeField("Tijd")
        self.add_field("", self.scores, "scores", wide=True)
        self.add_field("Tekst", self.tekst, "tekst", wide=True)
        self.add_field("Op welke dag", self.datum, "tijdstip")
        self.add_field("Hoe laat", self.tijd, "tijd")
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, soort: Methodenotitiesoort) -> bool:
        """Open for this kind, with the scores of the last time; False when the method does not ask it."""
        huidig = dossier.methode.huidig
        lijst = huidig.vraag.meetlijst(soort) if huidig is not None else None
        kennis = soort is Methodenotitiesoort.KENNIS
        if huidig is None or (lijst is None and not kennis):
            return False
        self.put_away()
        self._casus_id, self._soort = dossier.id, soort
        titel = lijst.naam if lijst is not None else met_hoofdletter(soort.label)
        self.title.setText(titel)
        self.setAccessibleName(titel)
        self.show_field("scores", shown=lijst is not None)
        for veld in ("tijdstip", "tijd"):
            self.show_field(veld, shown=kennis)
        if lijst is not None:
            laatste = dossier.methode.laatste(soort)
            self.scores.show_list(lijst, dict(laatste.scores) if laatste is not None else {})
        self.tekst.setPlaceholderText(_HINT[soort])
        self.tekst.load("", force=True)
        nu = local(self._acting.context.clock.now())
        self.datum.set_value(nu.date())
        self.tijd.set_value(None)
        self.tijd.setPlaceholderText("nu")
        first = self.tekst if kennis else next(iter(self.scores.fields.values()))
        self.open(first, f"methodenotitie/{soort.value}/{dossier.id}")
        return True

    def _submit(self) -> None:
        if not self.datum.valid() or self.datum.value() is None:
            self.errors["tijdstip"].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-11 of gisteren.")
            return
        if not self.tijd.valid():
            self.errors["tijd"].show_words("Dit is geen tijd. Schrijf bijvoorbeeld 9:30.")
            return
        kennis = self._soort is Methodenotitiesoort.KENNIS
        if kennis and self.tijd.value() is None and self.datum.value() != self._acting.context.clock.today():
            self.errors["tijd"].show_words("Hoe laat was dat? Schrijf bijvoorbeeld 9:30.")
            return
        command = MethodenotitieVastleggen(
            casus_id=self._casus_id,
            soort=self._soort,
            tekst=self.tekst.text(),
            scores=() if kennis else self.scores.scores(),
            tijdstip=self._moment() if kennis else None,
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()

    def _moment(self) -> datetime | None:
        """Return when it was known; None for now."""
        dag, tijd = self.datum.value(), self.tijd.value()
        return None if dag is None or tijd is None else datetime.combine(dag, tijd, amsterdam())
