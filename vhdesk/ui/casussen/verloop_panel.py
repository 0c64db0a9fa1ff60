"""The panel that asks what one step in the course of a case needs. One panel: a case takes one step at a time."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.command import Command
from vhdesk.ui.casussen.uittreed_velden import UittreedVelden
from vhdesk.ui.casussen.verloop_gevolg import gevolg
from vhdesk.ui.casussen.verloop_vormen import Vorm
from vhdesk.ui.onderdelen.acting import Acting
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import AveRol, CasusStatus, Opschaling

# Field names by which a rule refuses what one field of the panel holds.
_ANDERS: Final = {
    "tot": "datum",
    "antwoord_voor": "datum",
    "antwoord": "reden",
    "bevinding": "reden",
    "grond": "reden",
    "houders": "fase",
    "casus_id": "reden_code",
}
_PER_SOORT: Final = {
    Opschaling.BESTUURLIJK: ("gremium_code", "datum", "gevraagd"),
    Opschaling.TAFEL: ("naar_tafel_id",),
    Opschaling.LOKAAL: (),
}


# What is chosen in a field, when that is no name of a person or an organisation.
_KIES: Final = {
    "reden_code": "Kies een reden uit de lijst.",
    "gremium_code": "Kies uit de lijst aan wie u het vraagt.",
    "naar_tafel_id": "Kies een tafel uit de lijst.",
    "gemeente_id": "Kies een gemeente uit de lijst.",
    "medewerker_id": "Kies een naam uit de lijst.",
}


class VerloopPanel(InlinePanel):
    """Shows the fields of one form, makes its act, and does it. Signals: ``taken`` after a step was recorded."""

    taken = Signal()

    def __init__(self, acting: Acting, keuzes: Keuzes, parent: QWidget | None = None) -> None:
        super().__init__("", "Vastleggen", columns=2, parent=parent)
        self._acting = acting
        self._keuzes = keuzes
        self._dossier: Dossier | None = None
        self._vorm: Vorm | None = None
        self._status: CasusStatus | None = None
        clock = acting.context.clock
        self.gevolg = Label("", "muted", wrap=True)
        self.add_field("", self.gevolg, wide=True)
        self.soort = ChoiceField("Soort", [(o.value, met_hoofdletter(o.label)) for o in Opschaling])
        self.gremium = CompleterField("Aan wie gevraagd", "Typ een gremium")
        self.datum = DateField("Datum", clock)
        self.tafel = CompleterField("Naar welke tafel", "Typ een tafel")
        self.gemeente = CompleterField("Welke gemeente", "Typ een gemeente")
        self.reden_code = CompleterField("Reden van afschalen", "Typ een reden")
        self.overdracht = CompleterField("Wie neemt het over", "Typ een organisatie")
        self.medewerker = CompleterField("Wie heeft dit besloten", "Typ een naam")
        self.fase = ChoiceField("Fase", [(str(fase), f"Fase {fase}") for fase in (1, 2, 3, 4)])
        self.ave = {rol: CompleterField(met_hoofdletter(rol.label), "Typ een organisatie") for rol in AveRol}
        self.gevraagd = TextArea("Gevraagd besluit", "Welk besluit vraagt u?", min_lines=2, max_lines=6)
        self.reden = TextArea("Reden", "Feitelijk en kort.", min_lines=2, max_lines=8)
        self.ondanks = TextArea(
            "Waarom toch, als nazorg, een terugkoppeling of een actie open staat", "Mag leeg als alles is gedaan.", min_lines=1, max_lines=6
        )  # fmt: skip
        self.advies = TextArea(
            "Advies aan de gemeente", "Mag leeg blijven. Begin een regel met - voor een lijst.", min_lines=2, max_lines=8
        )  # fmt: skip
        self.velden: dict[str, QWidget] = {
            "soort": self.soort, "fase": self.fase, "gremium_code": self.gremium, "naar_tafel_id": self.tafel,
            "gemeente_id": self.gemeente,
            "reden_code": self.reden_code, "overdracht_id": self.overdracht, "medewerker_id": self.medewerker,
            "datum": self.datum, **{f"ave_{rol.value}": field for rol, field in self.ave.items()},
            "gevraagd": self.gevraagd, "reden": self.reden, "ondanks": self.ondanks, "advies": self.advies,
        }  # fmt: skip
        for key, field in self.velden.items():
            label = "Datum" if key == "datum" else field.accessibleName()
            self.add_field(label, field, key, wide=isinstance(field, TextArea))
        for other, key in _ANDERS.items():
            self.errors[other] = self.errors[key]
        self.uittreden = UittreedVelden(self, acting, keuzes)
        self.soort.chosen.connect(self._show_soort)
        self.tafel.chosen.connect(self._other_table)
        self.keep_drafts(acting.context)
        self.submitted.connect(self._submit)

    # --- opening

    def ask(self, vorm: Vorm, dossier: Dossier) -> None:
        """Open for one act on this case."""
        self._begin(dossier, vorm.titel, vorm.werkwoord)
        self._vorm = vorm
        self._say(gevolg(vorm.id, dossier))
        for key in self.velden:
            self.show_field(key, shown=key in vorm.velden)
        self._call("datum", vorm.labels.get("datum", "Datum"))
        self._call("reden", vorm.labels.get("reden", "Reden"))
        self._fill_options()
        self._clear()
        if "soort" in vorm.velden:
            self._show_soort(self.soort.value())
        self.open(self.velden[vorm.velden[0]], f"verloop/{vorm.id}/{dossier.id}")

    def ask_reason(self, status: CasusStatus, dossier: Dossier) -> None:
        """Open for a plain step that needs a reason."""
        self._begin(dossier, f"Naar “{status.label}”", "Vastleggen")
        self._status = status
        self._say("")
        for key in self.velden:
            self.show_field(key, shown=key == "reden")
        self._call("reden", "Waarom deze stap?")
        self._clear()
        self.open(self.reden, f"verloop/{status.value}/{dossier.id}")

    def _begin(self, dossier: Dossier, titel: str, werkwoord: str) -> None:
        self.put_away()
        self._dossier, self._vorm, self._status = dossier, None, None
        self.title.setText(titel)
        self.setAccessibleName(titel)
        self.verb_button.setText(f"{werkwoord}  (Ctrl+Enter)")
        self.verb_button.setAccessibleName(werkwoord)

    def _say(self, words: str) -> None:
        self.gevolg.setText(words)
        self.gevolg.setVisible(bool(words))

    def _call(self, key: str, label: str) -> None:
        """Name a field as this act calls it."""
        self.captions[key].setText(label)
        field = self.velden[key]
        (field.line if isinstance(field, DateField) else field).setAccessibleName(label)

    def _clear(self) -> None:
        for field in self.velden.values():
            if isinstance(field, TextArea):
                field.load("", force=True)
            elif isinstance(field, DateField):
                field.set_value(None)
            elif isinstance(field, CompleterField | ChoiceField):
                field.set_value("")

        self.uittreden.clear()

    def _other_table(self, _tafel_id: str) -> None:
        """Another table may have room."""
        self.uittreden.clear()

    def show_fault(self, fault: VhdeskError) -> bool:
        """A Top X that is full where the case goes asks which case leaves there."""
        if isinstance(fault, RuleViolation) and fault.code == "top_x_daar_vol" and self._dossier is not None:
            self.uittreden.ask(self._dossier, self.tafel.value())
        return super().show_fault(fault)

    def _fill_options(self) -> None:
        organisaties = self._keuzes.organisatie_opties()
        self.gremium.set_options(self._keuzes.waarde_opties("gremia"))
        self.tafel.set_options(
            [Option(row.id, row.naam, row.soort.label) for row in self._keuzes.tafels() if row.actief]
        )
        self.reden_code.set_options(self._keuzes.afschaalredenen(self._dossier.kop.tafel_id))
        self.gemeente.set_options([Option(row.id, row.naam) for row in self._keuzes.gemeenten()])
        self.medewerker.set_options(self._keuzes.personen())
        for field in (self.overdracht, *self.ave.values()):
            field.set_options(organisaties)

    def _show_soort(self, soort: str) -> None:
        shown = _PER_SOORT[Opschaling(soort)]
        for key in ("gremium_code", "datum", "gevraagd", "naar_tafel_id"):
            self.show_field(key, shown=key in shown)

    # --- doing

    def _waarden(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, field in self.velden.items():
            if isinstance(field, TextArea):
                values[key] = field.text()
            elif isinstance(field, CompleterField):
                values[key] = field.value() if field.text().strip() else ""
            elif isinstance(field, ChoiceField | DateField):
                values[key] = field.value()
        return values | {"uittreden": self.uittreden.value()}

    def _command(self) -> Command | None:
        dossier = self._dossier
        if dossier is None:
            return None
        if self._status is not None:
            return CasusStatusWijzigen(casus_id=dossier.id, status=self._status, reden=self.reden.text())
        assert self._vorm is not None
        for key in self._vorm.velden:
            field = self.velden[key]
            if isinstance(field, CompleterField) and not field.isHidden() and not self._chosen(key, field):
                return None
        return self._vorm.maak(dossier, self._waarden())

    def _chosen(self, key: str, field: CompleterField) -> bool:
        """Whether a name was chosen where one is needed; only who takes over may stay empty."""
        empty = not field.text().strip()
        if not field.isVisible() or (empty and key == "overdracht_id"):
            return True
        if empty or not field.valid():
            self.errors[key].show_words(_KIES.get(key, "Kies een organisatie uit de lijst."))
            field.setFocus()
            return False
        return True

    def _submit(self) -> None:
        command = self._command()
        if command is not None and self._acting.execute(command, self.show_fault) is not None:
            self._acting.inform(self._vorm.klaar if self._vorm is not None else "Status gewijzigd.")
            self.finish()
            self.taken.emit()
