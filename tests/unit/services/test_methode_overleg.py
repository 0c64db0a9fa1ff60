"""What a method does beside the case: who must be at the meeting, what the minutes say, what Vandaag says is due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import deelnemers
from vhdesk.queries.dossier import dossier
from vhdesk.queries.methode_over import methoden_over
from vhdesk.queries.methodevraag import lees_methodevraag
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.queries.referentie import METHODEN, referentie_waarden
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.verslag import verslag_nu
from vhdesk.queries.verslag_rijen import VerslagCasus
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerToevoegen
from vhdesk.services.desk import Desk
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen, Score
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.referentie import ReferentiewaardeWijzigen
from vhdesk.ui.vandaag.zinnen import zinnen
from vhdesk.vocabulary import Aanwezigheid, CasusStatus
from vhdesk.vocabulary_methode import Methodenotitiesoort


@dataclass
class Tafel:
    """A running meeting of the werktafel with one case and the four of the JOR."""

    desk: Desk
    casus_id: str
    overleg_id: str
    deelnemers: dict[str, str]

    def stel(self, code: str, stand: Aanwezigheid) -> None:
        self.desk.execute(AanwezigheidVastleggen(deelnemer_id=self.deelnemers[code], aanwezigheid=stand))

    @property
    def voorbehoud(self) -> tuple[str, ...]:
        return self.desk.ask(dossier, self.casus_id, vandaag=self.desk.clock.today()).methode.voorbehoud

    @property
    def blad(self) -> VerslagCasus:
        papier = self.desk.ask(verslag_nu, self.overleg_id)
        return next(punt.casus for punt in papier.punten if punt.casus is not None)


VIER = ("openbaar-ministerie", "raad-voor-de-kinderbescherming", "politie", "jeugdbescherming-overijssel")


@pytest.fixture
def tafel(desk: Desk) -> Tafel:
    tafel_id = next(row.id for row in desk.ask(tafels) if row.code == "werktafel-enschede")
    orgs = {row.code: row.id for row in desk.ask(organisaties)}
    persoon = Persoonsgegevens(geslachtsnaam="Toets", geboortedatum=date(2009, 5, 1))
    casus_id = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=persoon, tafel_id=tafel_id, status=CasusStatus.MONITORING, nummer="ZVH-2026-0900"
        )
    ).id
    overleg_id = desk.execute(OverlegPlannen(tafel_id=tafel_id, datum=desk.clock.today())).id
    desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=casus_id))
    for code in VIER:
        wie = desk.execute(MedewerkerToevoegen(organisatie_id=orgs[code], naam=f"Ad van {code}")).id
        desk.execute(DeelnemerToevoegen(overleg_id=overleg_id, medewerker_id=wie))
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    codes = {row_id: code for code, row_id in orgs.items()}
    mensen = {codes[row.organisatie_id]: row.id for row in desk.ask(deelnemers, overleg_id)}
    return Tafel(desk, casus_id, overleg_id, mensen)


def test_the_jor_without_the_raad_stands_under_reserve(tafel: Tafel) -> None:
    tafel.desk.execute(MethodeKiezen(casus_id=tafel.casus_id, methode_code="jor"))
    assert tafel.voorbehoud == () == tafel.blad.voorbehoud, (
        "nobody is absent before the attendance is recorded"
    )
    for code in VIER[2:]:
        tafel.stel(code, Aanwezigheid.AANWEZIG)
    assert tafel.voorbehoud == ("OM", "RvdK")
    tafel.stel(VIER[0], Aanwezigheid.LATER)
    tafel.stel(VIER[1], Aanwezigheid.VERHINDERD)
    assert tafel.voorbehoud == ("RvdK",) == tafel.blad.voorbehoud
    tafel.stel(VIER[1], Aanwezigheid.AANWEZIG)
    assert tafel.voorbehoud == ()


def test_the_sheet_says_the_method_the_reserve_and_the_protection(tafel: Tafel) -> None:
    assert (tafel.blad.methode, tafel.blad.beschermd, tafel.blad.voorbehoud) == ("", False, ())
    tafel.desk.execute(MethodeKiezen(casus_id=tafel.casus_id, methode_code="uittreedoptie-jeugdprostitutie"))
    assert (tafel.blad.methode, tafel.blad.beschermd) == ("Uittreedoptie jeugdprostitutie", True)
    papier = tafel.desk.ask(verslag_nu, tafel.overleg_id)
    assert verslag_pdf(papier, clock_now=tafel.desk.clock.now(), program_version="0").startswith(b"%PDF")


def test_a_case_without_a_method_costs_one_statement(tafel: Tafel) -> None:
    def aantal(query: object, *vraag: object) -> int:
        seen: list[str] = []

        def geteld(session: object) -> None:
            engine = session.get_bind()  # type: ignore[attr-defined]
            event.listen(engine, "before_cursor_execute", lambda *arguments: seen.append(arguments[2]))
            query(session, *vraag)  # type: ignore[operator]

        tafel.desk.ask(geteld)
        return sum("casusmethode" in statement for statement in seen)

    assert aantal(dossier, tafel.casus_id) == 1


def test_vandaag_says_what_is_behind_and_leads_there(tafel: Tafel) -> None:
    desk, casus_id, op = tafel.desk, tafel.casus_id, tafel.desk.clock.today()

    def zin(dag: date) -> str:
        return next(
            (z.tekst for z in zinnen(desk.ask(vandaag, op=dag)) if z.id == "schakelpunt.methode_over"), ""
        )

    assert zin(op) == ""
    desk.execute(MethodeKiezen(casus_id=casus_id, methode_code="10-in-twente"))
    assert zin(op) == "1 casus loopt achter met wat de methode vraagt"
    desk.execute(
        MethodenotitieVastleggen(casus_id=casus_id, soort=Methodenotitiesoort.KENNIS, tekst="rustig")
    )
    desk.execute(VolgendeDatumVanCasusBepalen(casus_id=casus_id, datum=op + timedelta(days=28)))
    assert zin(op) == ""
    assert zin(op + timedelta(days=14)) == ""
    assert zin(op + timedelta(days=15)) != "", "what is known is older than fourteen days"
    assert desk.ask(methoden_over, op + timedelta(days=15)) == (casus_id,)


def test_conditions_that_must_be_looked_at_again_are_counted_too(tafel: Tafel) -> None:
    desk, casus_id, op = tafel.desk, tafel.casus_id, tafel.desk.clock.today()
    waarde = next(row for row in desk.ask(referentie_waarden, METHODEN) if row.code == "ex-gedetineerden")
    was = lees_methodevraag(waarde.kenmerken)
    assert was.voorwaarden is not None
    nu = replace(was, elke_dagen=0, voorwaarden=replace(was.voorwaarden, dagen=30))
    desk.execute(ReferentiewaardeWijzigen(lijst_code=METHODEN, code=waarde.code, methode=nu))
    desk.execute(MethodeKiezen(casus_id=casus_id, methode_code=waarde.code))
    assert desk.ask(methoden_over, op) == (casus_id,)
    scores = tuple(Score(onderdeel=deel, waarde="geregeld") for deel in was.voorwaarden.onderdelen)
    desk.execute(
        MethodenotitieVastleggen(casus_id=casus_id, soort=Methodenotitiesoort.VOORWAARDEN, scores=scores)
    )
    assert desk.ask(methoden_over, op + timedelta(days=30)) == ()
    assert desk.ask(methoden_over, op + timedelta(days=31)) == (casus_id,)
