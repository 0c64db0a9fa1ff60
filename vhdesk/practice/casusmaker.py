"""The cases of a large practice vault: persons, partners, statements, plan, roles, decisions and actions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from vhdesk.practice import zinnen
from vhdesk.practice.overlegmaker import GemaaktOverleg, Overlegmaker
from vhdesk.practice.voorraad import Voorraad
from vhdesk.vocabulary import (
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Betrokkenheid,
    Bronregime,
    Casusrol,
    CasusStatus,
    Factorsoort,
    Informatieniveau,
    Overlegstatus,
)
from vhdesk.vocabulary_triage import Bekendheidstand

_LOPEND = (
    CasusStatus.IN_BEHANDELING, CasusStatus.IN_BEHANDELING, CasusStatus.IN_BEHANDELING, CasusStatus.MONITORING,
    CasusStatus.NAZORG, CasusStatus.IN_TRIAGE, CasusStatus.GEPARKEERD,
)  # fmt: skip
_AF = (Actiestatus.GEDAAN, Actiestatus.GEDAAN, Actiestatus.KON_NIET, Actiestatus.NIET_GEDAAN)
_JAAR = 365
INBRENG, BESLUITEN, ACTIES = 4, 1, 2  # of a case that was on one table
VOL = {"inbreng": 300, "actie": 60, "besluit": 40}  # of the fullest case: what opening one is measured on


class Casusmaker:
    """Makes cases, each on the meeting that comes next."""

    def __init__(self, voorraad: Voorraad, overleggen: Overlegmaker) -> None:
        self._voorraad = voorraad
        self._overleggen = overleggen
        self.eerste = ""

    def volle_casus(self) -> str:
        """Make a case that was on many tables, with as much on file as ``VOL`` says, and return its id."""
        casus_id, aangemeld_op, random = (
            self.casus(),
            self._voorraad.vandaag - timedelta(days=400),
            self._voorraad.random,
        )
        for nummer in range(VOL["inbreng"] - INBRENG):
            leefgebied = random.choice(self._voorraad.leefgebieden)
            self._inbreng(casus_id, leefgebied, aangemeld_op + timedelta(days=nummer))
        for nummer in range(VOL["besluit"] - BESLUITEN):
            self._besluit(casus_id, None, aangemeld_op + timedelta(days=7 * nummer))
        for nummer in range(VOL["actie"] - ACTIES):
            self._actie(casus_id, None, aangemeld_op + timedelta(days=5 * nummer))
        return casus_id

    def casus(self) -> str:
        """Make one case with its persons, partners, statements, plan, and its place in a meeting; return its id."""
        overleg = self._overleggen.volgende()
        besproken = overleg.status is Overlegstatus.GESLOTEN
        aangemeld_op = overleg.datum - timedelta(days=self._voorraad.random.randint(14, 200))
        casus_id = self._kop(overleg, aangemeld_op)
        self.eerste = self.eerste or casus_id
        self._betrokkenen(casus_id)
        self._partners(casus_id)
        self._beeld(casus_id, aangemeld_op)
        self._plan(casus_id)
        self._rollen(casus_id, aangemeld_op)
        notitie = zinnen.alinea(self._voorraad.random, 3, 6) if besproken else ""
        overleg.casussen += 1
        self._overleggen.punt(
            overleg.id, Agendasoort.CASUS, casus_id, overleg.casussen + 1, overleg.status, notitie
        )
        self._uitkomsten(casus_id, overleg if besproken else None, aangemeld_op)
        return casus_id

    def _kop(self, overleg: GemaaktOverleg, aangemeld_op: date) -> str:
        random = self._voorraad.random
        gemeente_id, gemeente = random.choice(self._voorraad.gemeenten)
        jaar = aangemeld_op.year
        oud = (self._voorraad.vandaag - overleg.datum).days > _JAAR
        af = oud and random.random() < 0.8
        return self._voorraad.rij(
            "casus",
            nummer=f"ZVH-{jaar}-{self._voorraad.nummer(f'casus-{jaar}'):04d}",
            titel=zinnen.zin(random).rstrip("."),
            status=CasusStatus.AFGESLOTEN if af else random.choice(_LOPEND),
            doelgroep_code=random.choice(self._voorraad.doelgroepen),
            gemeente_id=gemeente_id,
            aanmelder=f"Gemeente {gemeente}",
            tafel_id=overleg.tafel_id,
            aanleiding=zinnen.alinea(random, 2, 4),
            doel=zinnen.zin(random),
            vraag_aan_tafel=zinnen.zin(random),
            gezamenlijk_beeld=zinnen.alinea(random, 4, 8),
            zienswijze=zinnen.alinea(random, 1, 2),
            volgende_datum=None if af else self._voorraad.volgende_datum(),
            aangemeld_op=aangemeld_op,
            created_at=datetime.combine(aangemeld_op, time(9), UTC),
        )

    def _betrokkenen(self, casus_id: str) -> None:
        for volgorde in range(self._voorraad.random.randint(1, 4)):
            rol = Betrokkenheid.SYSTEEM if volgorde else Betrokkenheid.HOOFDBETROKKENE
            self._voorraad.rij(
                "betrokkene",
                casus_id=casus_id,
                persoon_id=self._voorraad.persoon(),
                rol=rol,
                relatie=self._voorraad.random.choice(("partner", "kind", "ouder", "broer"))
                if volgorde
                else "",
                volgorde=volgorde,
            )

    def _partners(self, casus_id: str) -> None:
        niveaus = tuple(Informatieniveau)
        for organisatie_id in self._voorraad.random.sample(self._voorraad.organisaties, 4):
            niveau = self._voorraad.random.choice(niveaus)
            self._voorraad.rij(
                "casuspartner", casus_id=casus_id, organisatie_id=organisatie_id, niveau=niveau
            )

    def _beeld(self, casus_id: str, aangemeld_op: date) -> None:
        random = self._voorraad.random
        leefgebieden = random.sample(self._voorraad.leefgebieden, INBRENG)
        bekend = dict.fromkeys(
            self._inbreng(casus_id, leefgebied, aangemeld_op) for leefgebied in leefgebieden
        )
        for organisatie_id in bekend:
            self._voorraad.rij(
                "bekendheid",
                casus_id=casus_id,
                organisatie_id=organisatie_id,
                stand=Bekendheidstand.BEKEND,
                gevraagd_op=aangemeld_op,
                antwoord_op=aangemeld_op,
            )
        for domein in self._voorraad.domeinen:
            self._voorraad.rij(
                "zrmscore",
                casus_id=casus_id,
                domein_code=domein,
                datum=aangemeld_op,
                score=random.randint(1, 5),
            )
        for soort in (Factorsoort.RISICO, Factorsoort.BESCHERMEND):
            for volgorde in range(2):
                tekst = zinnen.zin(random)
                self._voorraad.rij("factor", casus_id=casus_id, soort=soort, tekst=tekst, volgorde=volgorde)

    def _inbreng(self, casus_id: str, leefgebied: str, datum: date) -> str:
        """Make a statement and return who made it."""
        random = self._voorraad.random
        organisatie_id = random.choice(self._voorraad.organisaties)
        self._voorraad.rij(
            "inbreng",
            nummer=self._voorraad.nummer("inbreng"),
            casus_id=casus_id,
            organisatie_id=organisatie_id,
            leefgebied_code=leefgebied,
            datum=datum,
            regime=random.choice(tuple(Bronregime)),
            mag_door_naar=["*"],
            mondeling=random.random() < 0.1,
            tekst=zinnen.alinea(random, 3, 7),
        )
        return str(organisatie_id)

    def _plan(self, casus_id: str) -> None:
        random = self._voorraad.random
        plan_id = self._voorraad.rij(
            "plan_van_aanpak",
            casus_id=casus_id,
            hoofddoel=zinnen.zin(random),
            evaluatiedatum=self._voorraad.volgende_datum(),
            afschaalcriterium=zinnen.zin(random),
        )
        for volgorde, leefgebied in enumerate(random.sample(self._voorraad.leefgebieden, 2)):
            self._voorraad.rij(
                "plandoel",
                plan_id=plan_id,
                leefgebied_code=leefgebied,
                doel=zinnen.zin(random),
                volgorde=volgorde,
            )
        self._voorraad.rij("scenario", plan_id=plan_id, als=zinnen.zin(random), dan=zinnen.zin(random))

    def _rollen(self, casus_id: str, aangemeld_op: date) -> None:
        van = datetime.combine(aangemeld_op, time(9), UTC)
        for rol in (Casusrol.CASEMANAGER, Casusrol.VERANTWOORDELIJKE, Casusrol.PROCESREGISSEUR):
            if rol is Casusrol.CASEMANAGER and self._voorraad.random.random() < 0.05:
                continue  # some cases lack one: lists and the start page must have something to say
            medewerker_id, organisatie_id = self._voorraad.random.choice(self._voorraad.medewerkers)
            self._voorraad.rij(
                "casusroltoewijzing",
                casus_id=casus_id,
                rol=rol,
                organisatie_id=organisatie_id,
                medewerker_id=medewerker_id,
                van=van,
            )

    def _uitkomsten(self, casus_id: str, overleg: GemaaktOverleg | None, aangemeld_op: date) -> None:
        datum = overleg.datum if overleg else aangemeld_op
        for _ in range(BESLUITEN):
            self._besluit(casus_id, overleg, datum)
        for _ in range(ACTIES):
            self._actie(casus_id, overleg, datum)

    def _besluit(self, casus_id: str, overleg: GemaaktOverleg | None, datum: date) -> None:
        random = self._voorraad.random
        self._voorraad.rij(
            "besluit",
            nummer=self._voorraad.nummer("besluit"),
            casus_id=casus_id,
            overleg_id=overleg.id if overleg else None,
            type_code="voortzetten",
            gremium_code="werktafel",
            tekst=zinnen.zin(random),
            onderbouwing=zinnen.alinea(random, 1, 2),
            datum=datum,
            status=Besluitstatus.VASTGELEGD,
            created_at=_na_de_middag(datum),
        )

    def _actie(self, casus_id: str, overleg: GemaaktOverleg | None, datum: date) -> None:
        random = self._voorraad.random
        medewerker_id, organisatie_id = random.choice(self._voorraad.medewerkers)
        af = (self._voorraad.vandaag - datum).days > 60 and random.random() < 0.97
        self._voorraad.rij(
            "actie",
            nummer=self._voorraad.nummer("actie"),
            casus_id=casus_id,
            overleg_id=overleg.id if overleg else None,
            omschrijving=zinnen.zin(random),
            organisatie_id=organisatie_id,
            medewerker_id=medewerker_id,
            termijn=datum + timedelta(days=random.randint(7, 60)),
            status=random.choice(_AF) if af else Actiestatus.OPEN,
            resultaat=zinnen.zin(random) if af else "",
            ontstaan_op=datum,
            afgehandeld_op=datum + timedelta(days=30) if af else None,
            created_at=_na_de_middag(datum),
        )


def _na_de_middag(datum: date) -> datetime:
    return datetime.combine(datum, time(13), UTC)
