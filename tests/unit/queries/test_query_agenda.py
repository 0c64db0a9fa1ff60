from __future__ import annotations

from datetime import date, time

import pytest
from sqlalchemy.orm import Session
from wereld import NU, VANDAAG, Wereld

from vhdesk.errors import NotFound
from vhdesk.models import Aanmelding, Casus, PlanVanAanpak, Weging
from vhdesk.queries.agenda import agenda, na_minuten
from vhdesk.queries.agendeerbaar import agendeerbaar
from vhdesk.queries.overleg import deelnemers, overleg_kop, overleggen
from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Agendasoort,
    Besluitstatus,
    Casusrol,
    CasusStatus,
    Overlegstatus,
    Puntstatus,
    Vraagstand,
)
from vhdesk.vocabulary_agenda import Voorstelreden
from vhdesk.vocabulary_triage import Aanmeldbron, Criteriumuitkomst, Weeguitkomst


def test_times_sum_and_order(session: Session, wereld: Wereld) -> None:
    overleg = wereld.overleg(wereld.tafel(), begintijd=time(13, 30), eindtijd=time(15, 30))
    casus = wereld.casus(
        wereld.persoon("Dalen", "Noor", voorvoegsel="van"), volgende_datum=date(2026, 12, 16)
    )
    wereld.punt(overleg, soort=Agendasoort.SLUITING, volgorde=3, minuten=0)
    wereld.punt(overleg, casus, volgorde=2, minuten=15, notitie="Moeder belde.")
    wereld.punt(overleg, soort=Agendasoort.OPENING, volgorde=0, minuten=5)
    wereld.punt(overleg, soort=Agendasoort.VORIG_VERSLAG, volgorde=1, minuten=10)
    gevonden = agenda(session, overleg.id)
    assert [(punt.soort, punt.begint) for punt in gevonden.punten] == [
        (Agendasoort.OPENING, time(13, 30)),
        (Agendasoort.VORIG_VERSLAG, time(13, 35)),
        (Agendasoort.CASUS, time(13, 45)),
        (Agendasoort.SLUITING, time(14, 0)),
    ]
    assert (gevonden.minuten, gevonden.eindigt) == (30, time(14, 0))
    punt = gevonden.punten[2]
    assert (punt.naam, punt.casusnummer, punt.notitie) == ("Noor van Dalen", casus.nummer, "Moeder belde.")
    assert (punt.casus_volgende_datum, punt.volgende_datum) == (date(2026, 12, 16), None)
    assert gevonden.punten[0].casus_id is None
    assert na_minuten(time(23, 50), 20) == time(0, 10)


def test_counts_only_what_this_meeting_did(session: Session, wereld: Wereld) -> None:
    tafel = wereld.tafel()
    overleg, ander = wereld.overleg(tafel), wereld.overleg(tafel, date(2026, 11, 18))
    casus = wereld.casus()
    wereld.punt(overleg, casus)
    wereld.besluit(casus, overleg)
    wereld.besluit(casus, ander)
    wereld.besluit(casus, overleg, status=Besluitstatus.TERUGGENOMEN)
    wereld.besluit(casus, overleg, status=Besluitstatus.INGETROKKEN)
    wereld.actie(casus, overleg=overleg)
    wereld.actie(casus, overleg=overleg, status=Actiestatus.GEDAAN)
    wereld.actie(casus, overleg=overleg, status=Actiestatus.TERUGGENOMEN)
    wereld.actie(casus, overleg=ander)
    (punt,) = agenda(session, overleg.id).punten
    assert (punt.besluiten, punt.acties) == (1, 2)


def test_who_leads_the_case_now(session: Session, wereld: Wereld) -> None:
    overleg, casus = wereld.overleg(wereld.tafel()), wereld.casus()
    gemeente = wereld.organisatie("Gemeente Losser")
    eerst, nu = (wereld.medewerker(naam, gemeente) for naam in ("Eerste", "Tweede"))
    oud = wereld.rol(casus, Casusrol.CASEMANAGER, eerst)
    wereld.over(oud, nu, oud.van)
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, gemeente)
    wereld.punt(overleg, casus)
    (punt,) = agenda(session, overleg.id).punten
    assert (punt.casemanager, punt.verantwoordelijke) == ("Tweede", "Iemand van Gemeente Losser")


def test_a_code_rood_is_known_without_its_doelgroep(session: Session, wereld: Wereld) -> None:
    overleg = wereld.overleg(wereld.tafel())
    for rood in (True, False):
        casus = wereld.casus()
        wereld.add(Aanmelding(casus_id=casus.id, bron=Aanmeldbron.GEMEENTE, code_rood=rood))
        wereld.punt(overleg, casus)
    wereld.punt(overleg, wereld.casus())
    wereld.punt(overleg)
    punten = agenda(session, overleg.id).punten
    assert [(punt.code_rood, punt.doelgroep) for punt in punten] == [
        (True, ""), (False, ""), (False, ""), (False, ""),
    ]  # fmt: skip


def test_head_and_list_of_meetings(session: Session, wereld: Wereld) -> None:
    tafel, hengelo = wereld.tafel(), wereld.tafel("Werktafel Hengelo")
    marijke = wereld.medewerker("Marijke ten Brinke", wereld.organisatie("ZVH Twente"))
    overleg = wereld.overleg(tafel, voorzitter_id=marijke.id)
    wereld.overleg(hengelo, date(2026, 12, 9), status=Overlegstatus.GEPLAND)
    wereld.punt(overleg, wereld.casus(), minuten=15, status=Puntstatus.BESPROKEN)
    wereld.punt(overleg, wereld.casus(), minuten=10)
    wereld.punt(overleg, minuten=5)
    wereld.deelnemer(overleg, marijke, aanwezigheid=Aanwezigheid.LATER)
    wereld.deelnemer(overleg, wereld.medewerker("Afwezige", wereld.organisatie("OM")))
    kop = overleg_kop(session, overleg.id)
    assert (kop.tafel, kop.voorzitter, kop.secretaris) == ("Werktafel Enschede", "Marijke ten Brinke", "")
    assert (kop.punten, kop.casussen, kop.besproken, kop.minuten) == (3, 2, 1, 30)
    assert (kop.deelnemers, kop.aanwezig) == (2, 1)
    assert [rij.tafel for rij in overleggen(session)] == ["Werktafel Hengelo", "Werktafel Enschede"]
    assert overleggen(session, tafel_id=tafel.id) == (kop,)
    assert [rij.tafel_id for rij in overleggen(session, status=Overlegstatus.GEPLAND)] == [hengelo.id]
    assert len(overleggen(session, limiet=1)) == 1


def test_participants_in_their_order(session: Session, wereld: Wereld) -> None:
    overleg, politie = wereld.overleg(wereld.tafel()), wereld.organisatie("Politie")
    for volgorde, naam in ((2, "Tweede"), (1, "Eerste")):
        wereld.deelnemer(overleg, wereld.medewerker(naam, politie, functie="agent"), volgorde=volgorde)
    rijen = deelnemers(session, overleg.id)
    assert [(rij.naam, rij.organisatie, rij.functie) for rij in rijen] == [
        ("Eerste", "Politie", "agent"),
        ("Tweede", "Politie", "agent"),
    ]


@pytest.mark.parametrize("query", [overleg_kop, agenda, agendeerbaar])
def test_unknown_meeting(session: Session, query: object) -> None:
    with pytest.raises(NotFound):
        query(session, "0" * 32)  # type: ignore[operator]


def test_why_a_case_can_be_put_on_the_agenda(session: Session, wereld: Wereld) -> None:
    tafel, hengelo = wereld.tafel(), wereld.tafel("Werktafel Hengelo")
    overleg = wereld.overleg(tafel)
    vorige = wereld.overleg(tafel, date(2026, 11, 18), status=Overlegstatus.GESLOTEN)

    def casus(naam: str, **velden: object) -> object:
        return wereld.casus(wereld.persoon(naam), **({"tafel_id": tafel.id} | velden))

    later = casus("Later", volgende_datum=date(2026, 12, 20))
    casus("Vandaag", volgende_datum=VANDAAG)
    langst = casus("Langst", volgende_datum=date(2026, 11, 1))
    casus("Zonder")
    casus("Nieuw", status=CasusStatus.AANGEMELD)
    casus("Klaar", status=CasusStatus.AFGESLOTEN)
    casus("Elders", tafel_id=hengelo.id, volgende_datum=VANDAAG)
    wereld.punt(overleg, casus("Staat er al"))  # type: ignore[arg-type]
    wereld.punt(vorige, langst)  # type: ignore[arg-type]
    wereld.actie(later, termijn=date(2026, 12, 1))  # type: ignore[arg-type]
    wereld.actie(later, termijn=VANDAAG)  # type: ignore[arg-type]
    gevonden = agendeerbaar(session, overleg.id)
    rijen, r = gevonden.rijen, Voorstelreden
    assert [(rij.casus.naam, rij.redenen) for rij in rijen] == [
        ("Langst", (r.DATUM,)),
        ("Later", (r.ACTIES,)),
        ("Vandaag", (r.DATUM,)),
        ("Zonder", (r.ZONDER_DATUM,)),
        ("Nieuw", ()),
    ]
    assert gevonden.voorgesteld == 4
    assert [rij.sinds for rij in rijen] == [date(2026, 11, 1), date(2026, 12, 1), VANDAAG, None, None]
    assert [rij.laatst for rij in rijen] == [date(2026, 11, 18), None, None, None, None]
    assert [rij.acties_over for rij in rijen] == [0, 1, 0, 0, 0]
    alle = agendeerbaar(session, overleg.id, alle_tafels=True)
    assert {rij.casus.naam: rij.van_tafel for rij in alle.rijen}["Elders"] is False
    assert [rij.casus.naam for rij in agendeerbaar(session, overleg.id, zoek="zonder").rijen] == ["Zonder"]
    assert agendeerbaar(session, overleg.id, zoek="elders").rijen == ()
    weinig = agendeerbaar(session, overleg.id, limiet=2)
    assert (len(weinig.rijen), weinig.voorgesteld) == (2, 4)


def test_every_reason_to_propose_a_case_is_said(session: Session, wereld: Wereld) -> None:
    tafel, r = wereld.tafel(), Voorstelreden
    overleg = wereld.overleg(tafel, status=Overlegstatus.GEPLAND)
    vorige = wereld.overleg(tafel, date(2026, 11, 18), status=Overlegstatus.GESLOTEN)
    volgende = wereld.overleg(tafel, date(2026, 12, 16), status=Overlegstatus.GEPLAND)
    later, voorbij = date(2027, 1, 6), date(2026, 11, 25)

    def casus(naam: str, *, geboren: date | None = None, **velden: object) -> Casus:
        persoon = wereld.persoon(naam, geboortedatum=geboren)
        return wereld.casus(persoon, **({"tafel_id": tafel.id, "volgende_datum": later} | velden))

    rood = casus("Rood", status=CasusStatus.AANGEMELD, volgende_datum=None)
    wereld.add(Aanmelding(casus_id=rood.id, bron=Aanmeldbron.GEMEENTE, code_rood=True))
    al_besproken = casus("Rood besproken")
    wereld.add(Aanmelding(casus_id=al_besproken.id, bron=Aanmeldbron.GEMEENTE, code_rood=True))
    wereld.punt(vorige, al_besproken)
    casus("Kind", geboren=date(2010, 1, 1), volgende_datum=date(2026, 12, 1))
    for naam, op in (("Gewogen", date(2026, 11, 20)), ("Gewogen en besproken", date(2026, 11, 17))):
        gewogen = casus(naam)
        wereld.add(
            Weging(
                casus_id=gewogen.id, gewogen_op=op, criteria=Criteriumuitkomst.VOLDOET, motivering="Ja.",
                uitkomst=Weeguitkomst.TOP_X, created_at=NU,
            )
        )  # fmt: skip
        wereld.punt(vorige, gewogen)
    antwoord = casus("Antwoord")
    wereld.besluit(
        antwoord, vraagstand=Vraagstand.GENOMEN, antwoord_voor=voorbij, beantwoord_op=date(2026, 11, 24)
    )
    plan = casus("Plan")
    wereld.add(PlanVanAanpak(casus_id=plan.id, evaluatiedatum=voorbij))
    wereld.actie(plan, termijn=date(2026, 11, 26))
    casus("Nazorg", status=CasusStatus.NAZORG, volgende_datum=date(2026, 11, 27))
    casus("Geparkeerd", status=CasusStatus.GEPARKEERD, volgende_datum=date(2026, 11, 28))
    casus("Zonder", volgende_datum=None)
    elders = casus("Elders", volgende_datum=voorbij)
    wereld.punt(volgende, elders)
    gevonden = agendeerbaar(session, overleg.id)
    assert [(rij.casus.naam, rij.redenen) for rij in gevonden.rijen if rij.redenen] == [
        ("Rood", (r.CODE_ROOD,)),
        ("Kind", (r.DATUM,)),
        ("Gewogen", (r.TRIAGE,)),
        ("Antwoord", (r.BESLUIT,)),
        ("Plan", (r.ACTIES, r.EVALUATIE)),
        ("Nazorg", (r.NAZORG,)),
        ("Geparkeerd", (r.PARKEERDATUM,)),
        ("Zonder", (r.ZONDER_DATUM,)),
    ]
    assert [rij.casus.naam for rij in gevonden.rijen if rij.kinderen] == ["Kind"]
    assert {rij.casus.naam: rij.elders for rij in gevonden.rijen}["Elders"] == date(2026, 12, 16)
