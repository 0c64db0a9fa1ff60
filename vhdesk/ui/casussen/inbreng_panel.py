"""Recording what an organisation says about a leefgebied, with the marks of its secrecy."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.ui.casussen.door_field import DoorField
from vhdesk.ui.casussen.tegenspraak_panel import keuzes as tegen_keuzes
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Bronregime
from vhdesk.vocabulary_triage import Bekendheidstand


class InbrengPanel(InlinePanel):
    """Asks organisation, leefgebied, words, and under which secrecy; the organisation suggests the regime."""

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("Inbreng vastleggen", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._casus_id = ""
        self.organisatie = CompleterField("Organisatie", "Typ een naam")
        self.leefgebied = ChoiceField("Leefgebied")
        self.tekst = TextArea("Inbreng", "Feitelijk en herleidbaar: wie zag wat, en wanneer?", min_lines=3)
        self.regime = ChoiceField("Geheimhouding", [(r.value, met_hoofdletter(r.label)) for r in Bronregime])
        self.datum = DateField("Datum van de inbreng", acting.context.clock, past=True, show_words=False)
        self.door = DoorField()
        self.mondeling = QCheckBox("Mondeling: niet in verslag of print")
        self.tegen = ChoiceField("Spreekt tegen")
        self.uitleg = Label(
            "Nog geen organisatie heeft gezegd dat zij de persoon kent. Leg dat eerst vast (Ctrl+B).",
            "muted",
            wrap=True,
        )
        self.add_field("", self.uitleg, wide=True)
        self.add_field("Organisatie", self.organisatie, "organisatie_id")
        self.add_field("Leefgebied", self.leefgebied, "leefgebied_code")
        self.add_field("Inbreng", self.tekst, "tekst", wide=True)
        self.add_field("Geheimhouding", self.regime, "regime")
        self.add_field("Datum", self.datum, "datum")
        self.add_field("Mag door naar", self.door, "mag_door_naar")
        self.add_field(" ", self.mondeling, "mondeling")
        self.add_field("Spreekt tegen", self.tegen, "weerspreekt_id", wide=True)
        self.organisatie.chosen.connect(self._suggest)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    def ask(self, dossier: Dossier, leefgebied_code: str = "", organisatie_id: str = "") -> None:
        """Open empty for this case, on a leefgebied and an organisation when they were in front."""
        self.put_away()
        self._casus_id = dossier.id
        bekend = {row.organisatie_id for row in dossier.bekendheid if row.stand is Bekendheidstand.BEKEND}
        self.organisatie.set_options(
            [each for each in self._keuzes.organisatie_opties() if each.id in bekend]
        )
        self.organisatie.set_value("")
        self.uitleg.setVisible(not bekend)
        gebieden = self._keuzes.leefgebieden(dossier.kop.tafel_id)
        self.leefgebied.set_choices([(row.code, met_hoofdletter(row.naam)) for row in gebieden])
        self.leefgebied.set_value(leefgebied_code)
        self.tekst.load("", force=True)
        self.regime.set_value(Bronregime.OVERIG.value)
        self.datum.set_value(self._acting.context.clock.today())
        self.door.start(dossier.partners)
        self.mondeling.setChecked(False)
        self.tegen.set_choices(tegen_keuzes(dossier.inbreng))
        self.tegen.set_value("")
        self.show_field("weerspreekt_id", shown=bool(dossier.inbreng))
        if organisatie_id in bekend:
            self.organisatie.set_value(organisatie_id)
            self._suggest(organisatie_id)
        self.open(self.tekst if self.organisatie.value() else self.organisatie, f"inbreng/{dossier.id}")

    def _suggest(self, organisatie_id: str) -> None:
        if organisatie_id:
            self.regime.set_value(self._keuzes.regime_van(organisatie_id).value)

    def _submit(self) -> None:
        organisatie_id = self.organisatie.value()
        if not organisatie_id:
            self.errors["organisatie_id"].show_words("Kies de organisatie die dit inbrengt.")
            return
        if not self.datum.valid():
            self.errors["datum"].show_words("Dit is geen datum. Schrijf bijvoorbeeld 30-11 of gisteren.")
            return
        command = InbrengVastleggen(
            casus_id=self._casus_id,
            organisatie_id=organisatie_id,
            leefgebied_code=self.leefgebied.value(),
            tekst=self.tekst.text(),
            datum=self.datum.value(),
            regime=Bronregime(self.regime.value()),
            mag_door_naar=self.door.value(),
            mondeling=self.mondeling.isChecked(),
            weerspreekt_id=self.tegen.value() or None,
        )
        if self._acting.execute(command, self.show_fault) is not None:
            self.finish()
