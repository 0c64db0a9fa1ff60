"""Holding the practice meeting with the keyboard, through the windows themselves.

Every step of the story becomes the keys that a chair or secretary would press: nothing goes around the screens.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import singledispatchmethod

from PySide6.QtTest import QTest

from vhdesk.app.dossierbediening import Dossierbediening
from vhdesk.app.session import DeskSession
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.dutch_date import short_date
from vhdesk.errors import NotFound
from vhdesk.practice.stappen import (
    AanvulStap,
    AanwezigheidStap,
    ActieStap,
    BesluitStap,
    CasusStap,
    NotitieStap,
    OpenStap,
    OudeActieStap,
    SluitStap,
    Stap,
    VerplaatsStap,
)
from vhdesk.queries.acties import acties_vorige
from vhdesk.queries.agenda import AgendapuntRow, agenda
from vhdesk.queries.casusstand import is_ongewogen
from vhdesk.queries.overleg import AANWEZIG, deelnemers, overleg_kop
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Agendasoort, Fase, Overlegstatus

KEY_OF = {
    Aanwezigheid.AANWEZIG: "a",
    Aanwezigheid.LATER: "l",
    Aanwezigheid.EERDER_WEG: "w",
    Aanwezigheid.VERHINDERD: "v",
    Aanwezigheid.AFWEZIG: "n",
    Actiestatus.GEDAAN: "g",
    Actiestatus.KON_NIET: "k",
    Actiestatus.NIET_GEDAAN: "n",
}


class Bediening:
    """One meeting, held step by step. ``overleg_id``: a planned meeting of the practice vault; ``hervat``: it came back in
    front by itself, as it was left."""

    def __init__(self, session: DeskSession, overleg_id: str, *, hervat: bool = False) -> None:
        self._session = session
        self._desk = session.kluis.desk
        self._overleg_id = overleg_id
        self.use(Toetsenbord(session.window))
        session.window.activateWindow()
        QTest.qWaitForWindowActive(session.window)
        if not hervat:
            session.context.shell.navigate("overleggen", overleg_id)
        page = session.window.page("overleggen")
        assert isinstance(page, OverleggenPage)
        self.page = page

    def use(self, keys: Toetsenbord) -> None:
        """Press on this keyboard from now on."""
        self.keys = keys
        self._dossier = Dossierbediening(self._session, keys)

    @singledispatchmethod
    def do(self, stap: Stap) -> None:
        """Do one step of the story."""
        raise TypeError(type(stap).__name__)

    @do.register
    def _(self, stap: VerplaatsStap) -> None:
        punten = self._punten()
        numbers = [punt.casusnummer for punt in punten]
        start, goal = numbers.index(stap.nummer), numbers.index(stap.na) + 1
        self.keys.tab_to("Agenda van dit overleg", back=True)
        self.keys.arrow_to(punten[start].id)
        self.keys.press("Alt+Up", times=start - goal)

    @do.register
    def _(self, stap: OpenStap) -> None:
        self.keys.press("Ctrl+Shift+O")

    @do.register
    def _(self, stap: AanwezigheidStap) -> None:
        row = next(row for row in self._desk.ask(deelnemers, self._overleg_id) if row.naam == stap.naam)
        self.keys.tab_to("Aanwezigheid", back=True)
        self.keys.arrow_to(row.id)
        if stap.opmerking and stap.opmerking != row.opmerking:
            self.keys.press("F2")
            self.keys.replace(stap.opmerking)
            self.keys.press("Return")
            self.keys.arrow_to(row.id)
        self.keys.type(KEY_OF[stap.aanwezigheid])
        if stap.aanwezigheid in AANWEZIG:
            self.keys.arrow_to(row.id)
            self.keys.type("g")

    @do.register
    def _(self, stap: NotitieStap) -> None:
        self._turn_to(next(punt for punt in self._punten() if punt.soort is stap.soort))
        self.keys.press("Ctrl+N")
        self.keys.type(stap.tekst)

    @do.register
    def _(self, stap: OudeActieStap) -> None:
        row = next(
            row for row in self._desk.ask(acties_vorige, self._overleg_id) if row.nummer == stap.nummer
        )
        self.keys.tab_to("Acties uit eerdere overleggen", back=True)
        self.keys.arrow_to(row.id)
        if stap.status is None:
            assert stap.termijn is not None
            self.keys.type("d")
            self._type_date(max(stap.termijn, self._desk.clock.today()))
            self.keys.press("Tab")
            self.keys.type(stap.reden)
            self.keys.press("Return")
            return
        self.keys.type(KEY_OF[stap.status])
        if stap.status is not Actiestatus.GEDAAN:
            self.keys.type(stap.reden)
            self.keys.press("Return")

    @do.register
    def _(self, stap: CasusStap) -> None:
        self._noteer(stap)
        self._vooraf(stap)
        self._af(stap, self._punt(stap.nummer), stap.besluiten)

    def begin(self, stap: CasusStap) -> None:
        """Turn to a case and go as far as the first letter of its first besluit."""
        self._noteer(stap)
        self._vooraf(stap)
        self._to_besluit()
        self.keys.press("Ctrl+B")

    def _noteer(self, stap: CasusStap) -> None:
        self._turn_to(self._punt(stap.nummer))
        self.keys.press("Ctrl+N")
        self.keys.type(stap.notitie)

    def _vooraf(self, stap: CasusStap) -> None:
        """Name the three before a plan is adopted, where the case can be led already."""
        if not self._eerst_wegen(stap):
            self._rollen(stap)

    def _eerst_wegen(self, stap: CasusStap) -> bool:
        status = self._punt(stap.nummer).casusstatus
        return status is not None and is_ongewogen(status)

    def hervat(self, stap: CasusStap) -> None:
        """Go on with the case in front, in whose first besluit the cursor stands: the program was gone meanwhile."""
        field = self.page.chair.item.parts.invoer.besluit.field
        eerste, *rest = stap.besluiten
        assert field.hasFocus() and eerste.tekst.startswith(field.text())
        self.keys.type(eerste.tekst[len(field.text()) :])
        self._maak_af(eerste)
        self._af(stap, self._punt(stap.nummer), rest)

    def _af(self, stap: CasusStap, punt: AgendapuntRow, besluiten: Iterable[BesluitStap]) -> None:
        """What is recorded of a case after its notes."""
        for besluit in besluiten:
            self._to_besluit()
            self.keys.press("Ctrl+B")
            self.keys.type(besluit.tekst)
            self._maak_af(besluit)
        for actie in stap.acties:
            self._actie(actie)
        eerst_wegen = self._eerst_wegen(stap)
        if eerst_wegen:
            self._in_the_case_file(punt, stap)
            self._rollen(stap)
        self.keys.press("Ctrl+D")
        self._type_date(stap.volgende_datum)
        self.keys.press("Return")
        if not eerst_wegen:
            self._in_the_case_file(punt, stap)

    @do.register
    def _(self, stap: AanvulStap) -> None:
        self.keys.press("Ctrl+Shift+S")
        closing = self.page.chair.closing
        punt = self._punt(stap.nummer)
        row = next(row for row in closing.list.rows.rows() if row.casus_id == punt.casus_id)
        self.keys.tab_to("Wat nog ontbreekt")
        self.keys.arrow_to(row.id)
        self.keys.press("Return")
        self._type_date(stap.termijn)
        self.keys.press("Ctrl+Return")

    @do.register
    def _(self, stap: SluitStap) -> None:
        self.keys.press("Ctrl+Shift+S")
        if self.page.chair.closing.list.rows.rowCount():
            self.keys.fill("Reden", stap.reden)
        if self.status() is not Overlegstatus.GESLOTEN:
            self.keys.press("Ctrl+Shift+S")

    # -- the parts of a case -----------------------------------------------------------------------------

    def _maak_af(self, besluit: BesluitStap) -> None:
        """What is asked of a besluit after its words."""
        self.keys.fill("Soort besluit", besluit.type_naam)
        self.keys.fill("Gremium dat besluit", besluit.gremium_naam)
        self._more(besluit.onderbouwing, besluit.voorwaarden, besluit.afwijkende_mening)
        self._vastleggen()

    def _to_besluit(self) -> None:
        """Through the phases of the case, as far as the table is not there yet."""
        for _ in Fase:
            if self.page.chair.fase is not None and self.page.chair.fase.nu is not Fase.BESLUIT:
                self.keys.press("Ctrl+F8")

    def _more(self, *texts: str) -> None:
        """Type what is asked on request, text by text."""
        if any(texts):
            self.keys.press("Ctrl+E")
        for number, text in enumerate(texts if any(texts) else ()):
            if number:
                self.keys.press("Tab")
            self.keys.type(text)

    def _actie(self, actie: ActieStap) -> None:
        self.keys.press("Ctrl+J")
        self.keys.type(actie.omschrijving)
        self.keys.fill("Organisatie", actie.organisatie)
        if actie.persoon:
            self.keys.fill("Persoon", actie.persoon)
        if actie.termijn is not None:
            self.keys.fill("Uiterlijk", short_date(actie.termijn))
        self._more(actie.conditie, actie.informering)
        self._vastleggen()

    def _vastleggen(self) -> None:
        """Record what stands in front; the story does not go on past what the screen refuses."""
        self.keys.press("Ctrl+Return")
        invoer = self.page.chair.item.parts.invoer
        form = invoer.form_of(invoer.mode)
        assert form.empty(), form.field.text()

    def _rollen(self, stap: CasusStap) -> None:
        self._rol("Ctrl+M", stap.casemanager)
        self._rol("Ctrl+R", stap.verantwoordelijke)
        self._rol("Ctrl+G", stap.procesregisseur)

    def _rol(self, keys: str, naam: str) -> None:
        self.keys.press(keys)
        self.keys.replace(naam)
        self.keys.press("Return")
        if self.page.chair.item.parts.kop.open_line() is not None:  # it was this person already
            self.keys.press("Return")

    def _in_the_case_file(self, punt: AgendapuntRow, stap: CasusStap) -> None:
        assert punt.casus_id is not None
        if punt.casusstatus is not stap.status:
            self._dossier.doe(punt.casus_id, stap)

    # -- where things are --------------------------------------------------------------------------------

    def status(self) -> Overlegstatus:
        """Return how far the meeting is."""
        return self._desk.ask(overleg_kop, self._overleg_id).status

    def _punten(self) -> tuple[AgendapuntRow, ...]:
        return self._desk.ask(agenda, self._overleg_id).punten

    def _punt(self, nummer: str) -> AgendapuntRow:
        for punt in self._punten():
            if punt.soort is Agendasoort.CASUS and punt.casusnummer == nummer:
                return punt
        raise NotFound("niet_gevonden", soort="agendapunt", id=nummer)

    def _turn_to(self, punt: AgendapuntRow) -> None:
        ids = [row.id for row in self._punten()]
        assert self.page.chair.punt is not None
        steps = ids.index(punt.id) - ids.index(self.page.chair.punt.id)
        for _ in range(abs(steps)):
            self.keys.press("F8" if steps > 0 else "Shift+F8")

    def _type_date(self, datum: date) -> None:
        self.keys.replace(short_date(datum))
