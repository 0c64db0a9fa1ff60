"""Steps on the table in a life of the practice vault: what is brought in, the plan, who does what, what is decided."""

from __future__ import annotations

from typing import Any

from vhdesk.practice.levensgrond import Levensgrond
from vhdesk.practice.register import Register
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import overleggen
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen, ActieVerzetten
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen, BesluitVragen
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.casus import CasuspartnerBepalen, CasusTekstWijzigen
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import ALLEN, FactorVastleggen, InbrengVastleggen, ZrmVastleggen
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen, Score
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.plan import AlsDan, Bel, Doel, Escalatie, PlanSchrijven, PlanVaststellen
from vhdesk.vocabulary import (
    Actiestatus,
    Bronregime,
    Casusrol,
    Factorsoort,
    Informatieniveau,
    Overlegstatus,
    Vraagstand,
)
from vhdesk.vocabulary_inbreng import Informeerstand, citaat
from vhdesk.vocabulary_lezer import NEEMT_DEEL
from vhdesk.vocabulary_methode import Methodenotitiesoort
from vhdesk.vocabulary_triage import Bekendheidstand

_NIVEAUS = {niveau.value: niveau for niveau in Informatieniveau}
_SMART = ("doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden")


class Inhoudstappen(Levensgrond):
    """Remembers what it made, so that a later step can name it: a statement by who made it, the last action."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__(desk, register)
        self._gezegd: dict[str, str] = {}
        self._bekende: set[str] = set()
        self._laatste_actie = ""
        self._gevraagd = ""

    # --- who knows the person, and what they say

    def _bekendheid(self, w: Gegevens) -> None:
        stand = Bekendheidstand(w["stand"])
        self._desk.execute(
            BekendheidBepalen(
                casus_id=self.casus_id, organisatie_id=self._register.organisatie(w["organisatie"]),
                stand=stand, reden=w.get("reden", ""),
            )
        )  # fmt: skip
        if stand is Bekendheidstand.BEKEND:
            self._bekende.add(w["organisatie"])

    def _partners(self, w: Gegevens) -> None:
        for naam, niveau in w.items():
            self._desk.execute(
                CasuspartnerBepalen(
                    casus_id=self.casus_id, organisatie_id=self._register.organisatie(naam),
                    niveau=_NIVEAUS[str(niveau)], reden=NEEMT_DEEL,
                )
            )  # fmt: skip

    def _inbreng(self, w: Gegevens) -> None:
        """Record a statement; who makes one knows the person."""
        organisatie = w["organisatie"]
        if organisatie not in self._bekende:
            self._bekendheid({"organisatie": organisatie, "stand": Bekendheidstand.BEKEND.value})
        door = w.get("mag_door_naar", "allen")
        weerspreekt = w.get("weerspreekt")
        vastgelegd = self._desk.execute(
            InbrengVastleggen(
                casus_id=self.casus_id,
                organisatie_id=self._register.organisatie(organisatie),
                leefgebied_code=w["leefgebied"],
                tekst=w["tekst"],
                datum=self._dag,
                regime=Bronregime(w["regime"]),
                mag_door_naar=(ALLEN,) if door == "allen" else tuple(map(self._register.organisatie, door)),
                mondeling=w.get("mondeling", False),
                weerspreekt_id=self._gezegd[weerspreekt] if weerspreekt else None,
            )
        )
        self._gezegd.setdefault(organisatie, vastgelegd.id)

    def _beeld(self, w: Gegevens) -> None:
        """Write the shared picture, citing the first statement of whom it rests on."""
        nummers = {row.id: row.nummer for row in self._desk.ask(dossier, self.casus_id).inbreng}
        bronnen = [citaat(nummers[self._gezegd[wie]]) for wie in w.get("haalt_aan", ())]
        tekst = " ".join((w["tekst"], *bronnen))
        self._desk.execute(CasusTekstWijzigen(casus_id=self.casus_id, veld="gezamenlijk_beeld", tekst=tekst))

    def _factor(self, w: Gegevens) -> None:
        soort = Factorsoort(w["soort"])
        self._desk.execute(FactorVastleggen(casus_id=self.casus_id, soort=soort, tekst=w["tekst"]))

    def _zrm(self, w: Gegevens) -> None:
        for domein, score in w.items():
            self._desk.execute(
                ZrmVastleggen(casus_id=self.casus_id, domein_code=domein, datum=self._dag, score=score)
            )

    def _ingelicht(self, w: Gegevens) -> None:
        self._desk.execute(
            BetrokkeneInformeren(
                casus_id=self.casus_id, stand=Informeerstand(w["stand"]), informering=w["tekst"]
            )
        )

    # --- who, and how

    def _rol(self, w: Gegevens) -> None:
        """Give a role; who is not known yet is of ``organisatie`` and is entered first."""
        wie = w["wie"]
        if wie not in self._register.medewerkers:
            self._register.medewerkers[wie] = self._desk.execute(
                MedewerkerToevoegen(
                    organisatie_id=self._register.organisatie(w["organisatie"]),
                    naam=wie,
                    functie=w.get("functie", ""),
                )
            ).id
        self._desk.execute(
            CasusrolToewijzen(
                casus_id=self.casus_id, rol=Casusrol(w["rol"]), medewerker_id=self._register.medewerkers[wie]
            )
        )

    def _plan(self, w: Gegevens) -> None:
        """Write the plan; with one goal and one scenario, those stand beside the rest."""
        doelen = w.get("doelen", (w,))
        scenarios = w.get("scenarios", (w,))
        evaluatie = w.get("evaluatie", 42)
        self._desk.execute(
            PlanSchrijven(
                casus_id=self.casus_id,
                hoofddoel=w["hoofddoel"],
                doelen=tuple(
                    Doel(leefgebied_code=d["leefgebied"], **{veld: d.get(veld, "") for veld in _SMART})
                    for d in doelen
                ),
                scenarios=tuple(
                    AlsDan(
                        als=s["als"], dan=s["dan"],
                        wie_belt_wie=s.get("wie_belt_wie", ""), telefoon=s.get("telefoon", ""),
                    )
                    for s in scenarios
                ),
                escalatie=tuple(Escalatie(**e) for e in w.get("escalatie", ())),
                bellen=tuple(Bel(**b) for b in w.get("bellen", ())),
                evaluatiedatum=self._over(evaluatie),
                afschaalcriterium=w["afschaalcriterium"],
                signalen="\n".join(w.get("signalen", ())),
                helpt="\n".join(w.get("helpt", ())),
                helpt_niet="\n".join(w.get("helpt_niet", ())),
            )
        )  # fmt: skip

    def _vastgesteld(self, onderbouwing: str) -> None:
        self._desk.execute(PlanVaststellen(casus_id=self.casus_id, onderbouwing=onderbouwing))

    def _methode(self, w: Gegevens) -> None:
        self._desk.execute(MethodeKiezen(casus_id=self.casus_id, methode_code=w["methode"], reden=w["reden"]))

    def _notitie(self, w: Gegevens) -> None:
        scores = w.get("scores", {})
        self._desk.execute(
            MethodenotitieVastleggen(
                casus_id=self.casus_id,
                soort=Methodenotitiesoort(w["soort"]),
                tekst=w["tekst"],
                scores=tuple(Score(onderdeel=deel, waarde=waarde) for deel, waarde in scores.items()),
            )
        )

    def _volgende(self, dagen: int) -> None:
        datum = self._over(dagen)
        self._desk.execute(VolgendeDatumVanCasusBepalen(casus_id=self.casus_id, datum=datum))

    def _agenderen(self, minuten: int) -> None:
        """Put the case on the next meeting of its table."""
        tafel_id = self._desk.ask(dossier, self.casus_id).kop.tafel_id
        gepland = self._desk.ask(overleggen, tafel_id=tafel_id, status=Overlegstatus.GEPLAND)
        overleg_id = min(gepland, key=lambda overleg: overleg.datum).id
        self._desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=self.casus_id, minuten=minuten))

    # --- actions

    def _actie(self, w: Gegevens) -> None:
        """Record an action, told of its own day: it may be entered later than it was agreed."""
        gemaakt = self._desk.execute(
            ActieVastleggen(
                casus_id=self.casus_id,
                omschrijving=w["omschrijving"],
                organisatie_id=self._register.organisatie(w["organisatie"]),
                medewerker_id=self._register.medewerker(w.get("wie")),
                termijn=self._over(w["dagen"]),
                conditie=w.get("conditie", ""),
                informering=w.get("informering", ""),
                ontstaan_op=self._dag,
            )
        )
        self._laatste_actie = gemaakt.id

    def _verzet(self, w: Gegevens) -> None:
        termijn = self._over(w["dagen"])
        self._desk.execute(ActieVerzetten(actie_id=self._laatste_actie, termijn=termijn, reden=w["reden"]))

    def _afgehandeld(self, w: Gegevens) -> None:
        self._desk.execute(
            ActieAfhandelen(
                actie_id=self._laatste_actie, status=Actiestatus(w["status"]), resultaat=w["resultaat"]
            )
        )

    # --- decisions

    def _besluit(self, w: Gegevens) -> None:
        self._desk.execute(BesluitVastleggen(**self._woorden(w)))

    def _vraag(self, w: Gegevens) -> None:
        gevraagd = self._desk.execute(BesluitVragen(**self._woorden(w), antwoord_voor=self._over(w["dagen"])))
        self._gevraagd = gevraagd.id

    def _woorden(self, w: Gegevens) -> dict[str, Any]:
        return {
            "casus_id": self.casus_id,
            "tekst": w["tekst"],
            "type_code": w["type"],
            "gremium_code": w["gremium"],
            "onderbouwing": w["onderbouwing"],
        }

    def _antwoord(self, w: Gegevens) -> None:
        """Record the answer to the decision that was asked last."""
        self._desk.execute(
            BesluitAntwoordVastleggen(
                besluit_id=self._gevraagd, stand=Vraagstand(w["stand"]), op=self._dag,
                door=w["door"], antwoord=w["antwoord"],
            )
        )  # fmt: skip
