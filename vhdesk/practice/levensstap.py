"""One step in a life of the practice vault: from what the file tells to the act of the desk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from vhdesk.practice.register import Register
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.dossier import dossier
from vhdesk.queries.plicht import open_plichten
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.afschalen import (
    CasusAfschalen,
    CasusAfsluiten,
    CasusHeropenen,
    CasusParkeren,
    NazorgBeoordelen,
)
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen, BesluitVragen
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casusgemeente import CasusGemeenteBepalen
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import ALLEN, FactorVastleggen, InbrengVastleggen
from vhdesk.services.opschalen import (
    AveFaseBepalen,
    Averolhouding,
    CasusOpschalen,
    CasusOverdragen,
    OpschalingBeantwoorden,
)
from vhdesk.services.plan import AlsDan, Doel, PlanSchrijven
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.vocabulary import AveRol, Bronregime, Casusrol, Factorsoort, Opschaling, Vraagstand
from vhdesk.vocabulary_triage import Bekendheidstand, Criterium, Weeguitkomst


class Levensstap:
    """Takes the steps of one case; ``zet`` goes by the name of the step."""

    def __init__(self, desk: Desk, register: Register, casus_id: str) -> None:
        self._desk = desk
        self._register = register
        self._casus_id = casus_id

    def zet(self, soort: str, waarde: Any) -> None:
        """Take one step. Raises AttributeError for a word nobody knows: file and program ship together."""
        getattr(self, f"_{soort}")(waarde)

    def _over(self, dagen: int) -> date:
        return self._desk.clock.today() + timedelta(days=dagen)

    # --- before the table

    def _triage(self, _waarde: Gegevens) -> None:
        self._desk.execute(TriageBeginnen(casus_id=self._casus_id))

    def _bekendheid(self, w: Gegevens) -> None:
        organisatie_id = self._register.organisatie(w["organisatie"])
        stand = Bekendheidstand(w["stand"])
        self._desk.execute(
            BekendheidBepalen(
                casus_id=self._casus_id, organisatie_id=organisatie_id, stand=stand, reden=w.get("reden", "")
            )
        )

    def _weging(self, w: Gegevens) -> None:
        a, b, c, d = (
            Criteriumoordeel(voldaan=w[each.value][0], reden=w[each.value][1]) for each in Criterium
        )
        uitkomst = Weeguitkomst(w["uitkomst"])
        wegers = tuple(self._register.medewerkers[naam] for naam in w["wegers"])
        self._desk.execute(
            WegingVastleggen(
                casus_id=self._casus_id,
                uitkomst=uitkomst,
                motivering=w["motivering"],
                a=a,
                b=b,
                c=c,
                d=d,
                advies=w.get("advies", ""),
                afwijkende_mening=w.get("afwijkende_mening", ""),
                aanwezigen=wegers,
                procesmanager_id=wegers[0] if uitkomst is Weeguitkomst.TOP_X else None,
            )
        )

    def _teruggekoppeld(self, wijze: str) -> None:
        for plicht in self._desk.ask(open_plichten):
            if plicht.casus_id == self._casus_id:
                self._desk.execute(PlichtVervullen(plicht_id=plicht.id, wijze=wijze))

    # --- on the table

    def _inbreng(self, w: Gegevens) -> None:
        self._desk.execute(
            InbrengVastleggen(
                casus_id=self._casus_id,
                organisatie_id=self._register.organisatie(w["organisatie"]),
                leefgebied_code=w["leefgebied"],
                tekst=w["tekst"],
                regime=Bronregime(w["regime"]),
                mag_door_naar=(ALLEN,),
            )
        )

    def _factor(self, w: Gegevens) -> None:
        soort = Factorsoort(w["soort"])
        self._desk.execute(FactorVastleggen(casus_id=self._casus_id, soort=soort, tekst=w["tekst"]))

    def _rol(self, w: Gegevens) -> None:
        organisatie = w.get("organisatie")
        self._desk.execute(
            CasusrolToewijzen(
                casus_id=self._casus_id,
                rol=Casusrol(w["rol"]),
                medewerker_id=self._register.medewerker(w.get("wie")),
                organisatie_id=self._register.organisatie(organisatie) if organisatie else None,
            )
        )

    def _plan(self, w: Gegevens) -> None:
        doel = Doel(leefgebied_code=w["leefgebied"], doel=w["doel"], meetbaar=w["meetbaar"])
        self._desk.execute(
            PlanSchrijven(
                casus_id=self._casus_id,
                hoofddoel=w["hoofddoel"],
                doelen=(doel,),
                scenarios=(AlsDan(als=w["als"], dan=w["dan"]),),
                evaluatiedatum=self._over(42),
                afschaalcriterium=w["afschaalcriterium"],
            )
        )

    def _actie(self, w: Gegevens) -> None:
        self._desk.execute(
            ActieVastleggen(
                casus_id=self._casus_id,
                omschrijving=w["omschrijving"],
                organisatie_id=self._register.organisatie(w["organisatie"]),
                termijn=self._over(w["dagen"]),
            )
        )

    def _besluit(self, w: Gegevens) -> None:
        self._desk.execute(
            BesluitVastleggen(
                casus_id=self._casus_id,
                tekst=w["tekst"],
                type_code=w["type"],
                gremium_code=w["gremium"],
                onderbouwing=w["onderbouwing"],
            )
        )

    def _vraag(self, w: Gegevens) -> None:
        """Ask a decision; with ``stand`` it is answered today."""
        gevraagd = self._desk.execute(
            BesluitVragen(
                casus_id=self._casus_id,
                tekst=w["tekst"],
                type_code=w["type"],
                gremium_code=w["gremium"],
                antwoord_voor=self._over(w["dagen"]),
                onderbouwing=w["onderbouwing"],
            )
        )
        if "stand" in w:
            self._desk.execute(
                BesluitAntwoordVastleggen(
                    besluit_id=gevraagd.id,
                    stand=Vraagstand(w["stand"]),
                    op=self._desk.clock.today(),
                    door=w["door"],
                    antwoord=w["antwoord"],
                )
            )

    # --- up, across and out

    def _ave(self, w: Gegevens) -> None:
        houders = tuple(
            Averolhouding(rol=rol, organisatie_id=self._register.organisatie(w[rol.value])) for rol in AveRol
        )
        self._desk.execute(
            AveFaseBepalen(casus_id=self._casus_id, fase=w["fase"], reden=w["reden"], houders=houders)
        )

    def _opschalen(self, w: Gegevens) -> None:
        """Take the case up to the gremium; with ``antwoord`` that came."""
        self._desk.execute(
            CasusOpschalen(
                casus_id=self._casus_id,
                soort=Opschaling.BESTUURLIJK,
                reden=w["reden"],
                gevraagd=w["gevraagd"],
                gremium_code=w["gremium"],
                antwoord_voor=self._over(w["dagen"]),
            )
        )
        if "antwoord" in w:
            vraag = next(
                s
                for s in self._desk.ask(dossier, self._casus_id).verloop
                if s.reden_code and not s.beantwoord
            )
            self._desk.execute(OpschalingBeantwoorden(gebeurtenis_id=vraag.id, antwoord=w["antwoord"]))

    def _gemeente(self, w: Gegevens) -> None:
        gemeente_id = self._register.gemeenten[w["gemeente"]]
        self._desk.execute(
            CasusGemeenteBepalen(casus_id=self._casus_id, gemeente_id=gemeente_id, reden=w["reden"])
        )

    def _overdragen(self, w: Gegevens) -> None:
        tafel_id = self._register.tafels[w["tafel"]]
        self._desk.execute(CasusOverdragen(casus_id=self._casus_id, naar_tafel_id=tafel_id, reden=w["reden"]))

    def _parkeren(self, w: Gegevens) -> None:
        self._desk.execute(
            CasusParkeren(casus_id=self._casus_id, tot=self._over(w["dagen"]), reden=w["reden"])
        )

    def _afschalen(self, w: Gegevens) -> None:
        self._desk.execute(
            CasusAfschalen(
                casus_id=self._casus_id,
                reden_code=w["code"],
                reden=w["reden"],
                overdracht_id=self._register.organisatie(w["overdracht"]),
                advies=w["advies"],
            )
        )

    def _nazorg(self, bevinding: str) -> None:
        self._desk.execute(NazorgBeoordelen(casus_id=self._casus_id, bevinding=bevinding))

    def _afsluiten(self, reden: str) -> None:
        self._desk.execute(CasusAfsluiten(casus_id=self._casus_id, reden=reden))

    def _heropenen(self, reden: str) -> None:
        self._desk.execute(CasusHeropenen(casus_id=self._casus_id, reden=reden))

    def _aanwijzen(self, reden: str) -> None:
        self._desk.execute(CasusTeVernietigenAanwijzen(casus_id=self._casus_id, reden=reden))
