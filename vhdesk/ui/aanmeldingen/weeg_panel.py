"""Weighing a referral: criteria, what follows from them, who was there, and what the referrer will hear."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.aanmelding import AanmeldingDossier, criteria_uitkomst, mogelijke_uitkomsten, past
from vhdesk.queries.caseload import CaseloadStand
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.weging import WegingVastleggen
from vhdesk.ui.aanmeldingen.criterium_row import CriteriumRow
from vhdesk.ui.aanmeldingen.people_field import PeopleField
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary_triage import Caseload, Criterium, Meldtekst, Weeguitkomst

NOG_GEEN = ("", "Kies de uitkomst")
GEEN_REDEN = ("", "Kies de reden")

UITTREDEN = ("uittreden", "reden_code", "overdracht_id", "reden")  # which case leaves a full Top X


@dataclass(frozen=True, slots=True)
class WeegKeuzes:
    """What can be chosen: people, tables, the cases in the Top X, and why one of them may leave it."""

    mensen: tuple[Option, ...]
    procesregisseurs: tuple[Option, ...]
    tafels: tuple[tuple[str, str], ...]
    top_x: tuple[Option, ...]
    organisaties: tuple[Option, ...]
    afschaalredenen: tuple[tuple[str, str], ...]
    stand: CaseloadStand


class WeegPanel(InlinePanel):
    """Opens beside the referral; what is half filled in is kept per case. Signals: ``weighed`` after it was recorded."""

    weighed = Signal()

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__("Wegen", "Weging vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._casus: AanmeldingDossier | None = None
        self._stand: CaseloadStand | None = None
        self.melder = Label("", "muted", wrap=True)
        self.add_field("", self.melder, wide=True)
        self.rows = {each: CriteriumRow(each) for each in Criterium}
        for criterium, row in self.rows.items():
            self.add_field("", row, wide=True)
            self.errors[f"{criterium.value}_reden"] = row.error
            self._fields_by_key[f"{criterium.value}_oordeel"] = row.oordeel
            self._fields_by_key[f"{criterium.value}_reden"] = row.reden
            row.edited.connect(self.tell)
        self.said = Label("", "strong", wrap=True)
        self.add_field("", self.said, wide=True)
        self.uitkomst = ChoiceField("Uitkomst", [NOG_GEEN])
        self.procesmanager = CompleterField("Procesmanager", "Typ een naam")
        self.naar_tafel = ChoiceField("Naar tafel", [("", "Buiten dit huis")])
        self.afwijking = TextArea("Waarom afwijken", "Waarom volgt u de criteria niet?", min_lines=2)
        self.uittredend = CompleterField("Welke casus gaat uit de Top X", "Typ een naam of nummer")
        self.uittreedcode = ChoiceField("Reden van afschalen")
        self.overdracht = CompleterField("Wie neemt die casus over", "Typ een naam, als de reden dat vraagt")
        self.uittreedreden = TextArea(
            "Waarom die casus", "De gemeente krijgt deze reden te horen.", min_lines=2
        )
        self.motivering = TextArea("Motivering", "Waarom deze uitkomst?", min_lines=2)
        self.advies = TextArea("Advies aan de melder", "Wat raadt u de melder aan?", min_lines=2)
        self.aanwezigen = PeopleField("Wie waren erbij")
        self.zorg = CompleterField("Procesmanager Zorg van de gemeente", "Typ een naam")
        self.blue_list = QCheckBox("Op de blue list van de politie")
        self.dissent = TextArea("Afwijkende mening", "Wie dacht er anders over, en waarom?", min_lines=1)
        self.terugkoppeling = TextArea(
            "Terugkoppeling aan de melder", "Leeg: de motivering en het advies.", min_lines=2
        )
        self.termijn = DateField("Terugkoppelen voor", acting.context.clock, show_words=False)
        self._place()
        self.keep_drafts(acting.context)
        self.uitkomst.chosen.connect(self.tell)
        self.submitted.connect(self._submit)

    def _place(self) -> None:
        self.add_field("Uitkomst", self.uitkomst, "uitkomst")
        self.add_field("Procesmanager, wordt procesregisseur", self.procesmanager, "procesmanager_id")
        self.add_field("Naar tafel", self.naar_tafel, "naar_tafel_id")
        self.add_field("Waarom afwijken van de criteria", self.afwijking, "afwijking", wide=True)
        self.add_field("De Top X is vol: welke casus gaat eruit", self.uittredend, "uittreden")
        self.add_field("Reden van afschalen", self.uittreedcode, "reden_code")
        self.add_field("Wie neemt die casus over", self.overdracht, "overdracht_id")
        self.add_field("Waarom die casus", self.uittreedreden, "reden", wide=True)
        self.add_field("Motivering", self.motivering, "motivering", wide=True)
        self.add_field("Advies aan de melder", self.advies, "advies", wide=True)
        self.add_field("Wie waren erbij", self.aanwezigen, "aanwezigen", wide=True)
        self.add_field("Procesmanager Zorg van de gemeente", self.zorg, "procesmanager_zorg_id")
        self.add_field(" ", self.blue_list, "blue_list")
        self.add_field("Afwijkende mening", self.dissent, "afwijkende_mening", wide=True)
        self.add_field("Terugkoppeling aan de melder", self.terugkoppeling, "terugkoppeling", wide=True)
        self.add_field("Terugkoppelen voor", self.termijn, "terugkoppeling_voor")

    def ask(self, casus: AanmeldingDossier, keuzes: WeegKeuzes) -> None:
        """Open for this case; what was weighed before gives who was there for the house and for Zorg."""
        self.put_away()
        self._casus, self._stand = casus, keuzes.stand
        gezegd = next((row.tekst for row in casus.gemeld if row.soort is Meldtekst.CRITERIA), "")
        self.melder.setText(f"{met_hoofdletter(Meldtekst.CRITERIA.label)}: {gezegd}")
        self.melder.setVisible(bool(gezegd))
        self.title.setText(f"Wegen: {casus.hoofd.naam}, {casus.nummer}")
        eerder = casus.wegingen[0] if casus.wegingen else None
        self.procesmanager.set_options(keuzes.procesregisseurs)
        self.zorg.set_options(keuzes.mensen)
        self.procesmanager.set_value(eerder.procesmanager_id or "" if eerder else "")
        self.zorg.set_value(eerder.procesmanager_zorg_id or "" if eerder else "")
        self.aanwezigen.set_options(keuzes.mensen)
        self.aanwezigen.set_value(())
        self.naar_tafel.set_choices(
            [("", "Buiten dit huis"), *(each for each in keuzes.tafels if each[0] != casus.velden.tafel_id)]
        )
        self.naar_tafel.set_value("")
        self.uittredend.set_options([each for each in keuzes.top_x if each.id != casus.id])
        self.uittredend.set_value("")
        self.uittreedcode.set_choices([GEEN_REDEN, *keuzes.afschaalredenen])
        self.uittreedcode.set_value("")
        self.overdracht.set_options(keuzes.organisaties)
        self.overdracht.set_value("")
        for row in self.rows.values():
            row.clear()
        for area in (
            self.afwijking, self.uittreedreden, self.motivering, self.advies, self.dissent, self.terugkoppeling,
        ):  # fmt: skip
            area.load("", force=True)
        self.uitkomst.set_choices(
            [
                NOG_GEEN,
                *((each.value, met_hoofdletter(each.label)) for each in mogelijke_uitkomsten(casus.status)),
            ]
        )
        self.uitkomst.set_value("")
        self.blue_list.setChecked(casus.melding is not None and casus.melding.blue_list)
        self.termijn.set_value(None)
        self.open(self.rows[Criterium.A].oordeel, f"weging/{casus.id}")
        self.tell()

    def tell(self) -> None:
        """Say what the criteria give, and ask only what this outcome needs."""
        criteria = criteria_uitkomst({each: row.voldaan() for each, row in self.rows.items()})
        self.said.setText(f"(a en b en c) of d: de casus {criteria.label}.")
        gekozen = self.uitkomst.value()
        uitkomst = Weeguitkomst(gekozen) if gekozen else None
        top_x = uitkomst is Weeguitkomst.TOP_X
        shown = {
            "afwijking": uitkomst is not None and not past(uitkomst, criteria),
            "procesmanager_id": top_x,
            **dict.fromkeys(UITTREDEN, top_x and self._vol()),
            "naar_tafel_id": uitkomst is Weeguitkomst.ANDERE_TAFEL,
            "advies": uitkomst is not None
            and uitkomst not in (Weeguitkomst.TOP_X, Weeguitkomst.MEER_INFORMATIE),
        }
        for key, visible in shown.items():
            self.show_field(key, shown=visible)

    def _vol(self) -> bool:
        stand, casus = self._stand, self._casus
        if stand is None or casus is None:
            return False
        loopt = casus.melding is not None and casus.melding.code_rood and casus.caseload is Caseload.TOP_X
        return stand.top_x - loopt >= stand.norm

    def _submit(self) -> None:
        if self._casus is None:
            return
        if not self.uitkomst.value():
            self.errors["uitkomst"].show_words("Kies wat er met de aanmelding gebeurt.")
            return
        if not self.termijn.valid():
            self.errors["terugkoppeling_voor"].show_words(
                "Dit is geen datum. Schrijf bijvoorbeeld +7 of 4 dec."
            )
            return
        command = WegingVastleggen(
            casus_id=self._casus.id,
            uitkomst=Weeguitkomst(self.uitkomst.value()),
            motivering=self.motivering.text(),
            a=self.rows[Criterium.A].value(),
            b=self.rows[Criterium.B].value(),
            c=self.rows[Criterium.C].value(),
            d=self.rows[Criterium.D].value(),
            afwijking=self._when("afwijking", self.afwijking.text()),
            advies=self._when("advies", self.advies.text()),
            afwijkende_mening=self.dissent.text(),
            aanwezigen=self.aanwezigen.value(),
            blue_list=self.blue_list.isChecked(),
            naar_tafel_id=self._when("naar_tafel_id", self.naar_tafel.value()) or None,
            procesmanager_id=self._when("procesmanager_id", self.procesmanager.value()) or None,
            procesmanager_zorg_id=self.zorg.value() or None,
            terugkoppeling=self.terugkoppeling.text(),
            terugkoppeling_voor=self.termijn.value(),
            uittreden=self._uittreden(),
        )
        if self._acting.execute(command, self.show_fault) is not None:
            uit = (
                " De brief over de casus die eruit gaat, staat op haar tijdlijn." if command.uittreden else ""
            )
            self._acting.inform(
                f"Gewogen: {command.uitkomst.label}. Koppel terug aan de melder: Ctrl+D.{uit}"
            )
            self.finish()
            self.weighed.emit()

    def _uittreden(self) -> CasusAfschalen | None:
        """Return the act that takes the chosen case out of a full Top X."""
        casus_id = self._when("uittreden", self.uittredend.value())
        if not casus_id:
            return None
        return CasusAfschalen(
            casus_id=casus_id,
            reden_code=self.uittreedcode.value(),
            reden=self.uittreedreden.text(),
            overdracht_id=self.overdracht.value() or None,
        )

    def _when(self, key: str, value: str) -> str:
        """Return ``value`` when its field is asked now."""
        return value if not self._holders[key].isHidden() else ""

    def show_fault(self, fault: VhdeskError) -> bool:
        """A Top X that became full meanwhile asks which case leaves."""
        if isinstance(fault, RuleViolation) and fault.code == "top_x_vol":
            for key in UITTREDEN:
                self.show_field(key, shown=True)
        return super().show_fault(fault)
