"""Holding the practice meeting through the desk: every step of ``stappen`` as commands."""

from __future__ import annotations

from functools import singledispatchmethod

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.practice.register import lees_register
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
    VerplaatsStap,
    stappen,
)
from vhdesk.practice.statusstap import statusstap
from vhdesk.practice.verhaal import lees_verhaal
from vhdesk.queries.acties import ActieRow, acties_vorige, open_acties
from vhdesk.queries.agenda import AgendapuntRow, agenda, deelnemers
from vhdesk.queries.casusstand import is_ongewogen
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.tekorten import tekorten
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen, ActieVerzetten, ActieWijzigen
from vhdesk.services.agenda import AgendapuntVerplaatsen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import (
    AgendapuntBeginnen,
    AgendapuntStatusBepalen,
    NotitieSchrijven,
    VolgendeDatumBepalen,
)
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.deelnemer import AanwezigheidVastleggen, GeheimhoudingBevestigen
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.vocabulary import Agendasoort, Casusrol, Puntstatus


def houd_overleg(desk: Desk, overleg_id: str) -> None:
    """Hold the planned practice meeting from opening to closing.

    Raises RuleViolation when the meeting is not planned, and NotFound when it is another meeting than the story's.
    """
    houder = _Houder(desk, overleg_id)
    for stap in stappen(lees_verhaal()):
        houder.doe(stap)


class _Houder:
    """One meeting that is being held."""

    def __init__(self, desk: Desk, overleg_id: str) -> None:
        self._desk = desk
        self._overleg_id = overleg_id
        self._register = lees_register(desk)

    def _punt(self, nummer: str) -> AgendapuntRow:
        for punt in self._desk.ask(agenda, self._overleg_id).punten:
            if punt.casusnummer == nummer:
                return punt
        raise NotFound("niet_gevonden", soort="agendapunt", id=nummer)

    @singledispatchmethod
    def doe(self, stap: object) -> None:
        """Do one step."""
        raise TypeError(type(stap).__name__)

    @doe.register
    def _(self, stap: VerplaatsStap) -> None:
        punten = self._desk.ask(agenda, self._overleg_id).punten
        plaats = [punt.casusnummer for punt in punten]
        van, naar = plaats.index(stap.nummer), plaats.index(stap.na) + 1
        positie = naar if naar <= van else naar - 1
        self._desk.execute(AgendapuntVerplaatsen(agendapunt_id=punten[van].id, positie=positie))

    @doe.register
    def _(self, stap: OpenStap) -> None:
        self._desk.execute(OverlegOpenen(overleg_id=self._overleg_id))

    @doe.register
    def _(self, stap: AanwezigheidStap) -> None:
        for rij in self._desk.ask(deelnemers, self._overleg_id):
            if rij.naam == stap.naam:
                self._desk.execute(
                    AanwezigheidVastleggen(
                        deelnemer_id=rij.id, aanwezigheid=stap.aanwezigheid, opmerking=stap.opmerking
                    )
                )
                if stap.aanwezigheid in AANWEZIG:
                    self._desk.execute(GeheimhoudingBevestigen(deelnemer_id=rij.id))

    @doe.register
    def _(self, stap: NotitieStap) -> None:
        punten = self._desk.ask(agenda, self._overleg_id).punten
        punt = next(punt for punt in punten if punt.soort is stap.soort)
        self._desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
        self._desk.execute(NotitieSchrijven(agendapunt_id=punt.id, tekst=stap.tekst))
        if stap.soort is Agendasoort.SLUITING:  # nothing comes after it to make it 'besproken'
            self._desk.execute(AgendapuntStatusBepalen(agendapunt_id=punt.id, status=Puntstatus.BESPROKEN))

    @doe.register
    def _(self, stap: OudeActieStap) -> None:
        acties = self._desk.ask(acties_vorige, self._overleg_id)
        actie = next((actie for actie in acties if actie.nummer == stap.nummer), None)
        if actie is None:
            raise NotFound("niet_gevonden", soort="actie", id=str(stap.nummer))
        if stap.status is not None:
            self._desk.execute(ActieAfhandelen(actie_id=actie.id, status=stap.status, resultaat=stap.reden))
        elif stap.termijn is not None:
            # The story stands still, the clock of the machine does not: a term never lies in the past.
            termijn = max(stap.termijn, self._desk.clock.today())
            self._desk.execute(ActieVerzetten(actie_id=actie.id, termijn=termijn, reden=stap.reden))

    @doe.register
    def _(self, stap: CasusStap) -> None:
        punt = self._punt(stap.nummer)
        assert punt.casus_id is not None
        self._desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
        self._desk.execute(NotitieSchrijven(agendapunt_id=punt.id, tekst=stap.notitie))
        eerst_wegen = punt.casusstatus is not None and is_ongewogen(punt.casusstatus)  # then it can be led
        if not eerst_wegen:  # before the plan is adopted: a plan has its three
            self._rollen(punt.casus_id, stap)
        for besluit in stap.besluiten:
            self._besluit(punt.casus_id, besluit)
        for actie in stap.acties:
            self._actie(punt.casus_id, actie)
        self._desk.execute(VolgendeDatumBepalen(agendapunt_id=punt.id, datum=stap.volgende_datum))
        if punt.casusstatus is not stap.status:
            vandaag = self._desk.clock.today()
            self._desk.execute(statusstap(punt.casus_id, stap, vandaag, self._register.medewerkers))
        if eerst_wegen:
            self._rollen(punt.casus_id, stap)
        self._desk.execute(AgendapuntStatusBepalen(agendapunt_id=punt.id, status=Puntstatus.BESPROKEN))

    def _besluit(self, casus_id: str, stap: BesluitStap) -> None:
        keuzen = [(stap.type_code, stap.gremium_code)]
        if stap.eerst is not None:
            keuzen.insert(0, stap.eerst)
        for type_code, gremium_code in keuzen:
            try:
                self._desk.execute(
                    BesluitVastleggen(
                        casus_id=casus_id,
                        overleg_id=self._overleg_id,
                        tekst=stap.tekst,
                        type_code=type_code,
                        gremium_code=gremium_code,
                        onderbouwing=stap.onderbouwing,
                        voorwaarden=stap.voorwaarden,
                        afwijkende_mening=stap.afwijkende_mening,
                    )
                )
            except RuleViolation as refusal:
                if refusal.code != "gremium_niet_bevoegd" or (type_code, gremium_code) == keuzen[-1]:
                    raise
            else:
                return

    def _actie(self, casus_id: str, stap: ActieStap) -> None:
        self._desk.execute(
            ActieVastleggen(
                casus_id=casus_id,
                overleg_id=self._overleg_id,
                omschrijving=stap.omschrijving,
                organisatie_id=self._register.organisatie(stap.organisatie),
                medewerker_id=self._register.medewerker(stap.persoon),
                termijn=stap.termijn,
                conditie=stap.conditie,
                informering=stap.informering,
            )
        )

    def _rollen(self, casus_id: str, stap: CasusStap) -> None:
        for rol, naam in (
            (Casusrol.CASEMANAGER, stap.casemanager),
            (Casusrol.VERANTWOORDELIJKE, stap.verantwoordelijke),
            (Casusrol.PROCESREGISSEUR, stap.procesregisseur),
        ):
            medewerker_id = self._register.medewerkers[naam]
            self._desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=medewerker_id))

    @doe.register
    def _(self, stap: AanvulStap) -> None:
        actie = self._open_actie(stap)
        self._desk.execute(
            ActieWijzigen(
                actie_id=actie.id,
                omschrijving=actie.omschrijving,
                organisatie_id=actie.organisatie_id,
                medewerker_id=actie.medewerker_id,
                termijn=stap.termijn,
                conditie=actie.conditie,
                informering=actie.informering,
                version=actie.version,
            )
        )

    def _open_actie(self, stap: AanvulStap) -> ActieRow:
        casus_id = self._punt(stap.nummer).casus_id
        rijen = self._desk.ask(open_acties, vandaag=self._desk.clock.today(), casus_id=casus_id)
        for rij in rijen:
            if rij.omschrijving == stap.omschrijving:
                return rij
        raise NotFound("niet_gevonden", soort="actie", id=stap.nummer)

    @doe.register
    def _(self, stap: SluitStap) -> None:
        reden = stap.reden if self._desk.ask(tekorten, self._overleg_id) else ""
        self._desk.execute(OverlegSluiten(overleg_id=self._overleg_id, reden=reden))


__all__ = ["houd_overleg", "stappen"]
