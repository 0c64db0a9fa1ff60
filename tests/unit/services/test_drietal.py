"""One casemanager, one verantwoordelijke, one procesregisseur: each a person, and no act leaves an active case without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.drietal import HUIS, geef_drietal, iemand_van
from tests.overname import oud_nummer
from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import medewerkers, organisaties, tafels
from vhdesk.services.afschalen import CasusHervatten, CasusParkeren
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolBeeindigen, CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import MedewerkerWijzigen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.services.tafelinstelling import ProcesregieInstellen
from vhdesk.vocabulary import Casusrol, CasusStatus
from vhdesk.vocabulary_faults import describe
from vhdesk.vocabulary_plan import PLAN_VASTSTELLEN
from vhdesk.vocabulary_triage import Procesregieregel


@pytest.fixture
def casus(desk: Desk) -> str:
    """A case that the house leads, with a plan that no table adopted."""
    tafel = next(row.id for row in desk.ask(tafels) if row.code == "werktafel-enschede")
    casus_id = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"),
            tafel_id=tafel,
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id
    desk.execute(
        PlanSchrijven(
            casus_id=casus_id,
            hoofddoel="Rust",
            afschaalcriterium="Een half jaar rust",
            evaluatiedatum=date(2027, 3, 1),
        )
    )
    return casus_id


def vaststellen(casus: str) -> PlanVaststellen:
    return PlanVaststellen(casus_id=casus, onderbouwing="Zo wil de tafel het.")


def weigert(desk: Desk, command: object, code: str) -> RuleViolation:
    with pytest.raises(RuleViolation, match=code) as refused:
        desk.execute(command)  # type: ignore[arg-type]
    return refused.value


def test_a_plan_is_adopted_with_its_three(desk: Desk, casus: str) -> None:
    fault = weigert(desk, vaststellen(casus), "drietal_onvolledig")
    assert "nu ontbreekt: casemanager, verantwoordelijke, procesregisseur." in describe(fault).sentence()
    besluit = BesluitVastleggen(
        casus_id=casus,
        tekst="Vastgesteld",
        type_code=PLAN_VASTSTELLEN,
        gremium_code="werktafel",
        onderbouwing="y",
    )
    assert weigert(desk, besluit, "drietal_onvolledig").field == "type_code"
    wie = geef_drietal(desk, casus)
    rij = next(row for row in desk.ask(medewerkers) if row.id == wie[Casusrol.CASEMANAGER])
    desk.execute(MedewerkerWijzigen(medewerker_id=rij.id, naam=rij.naam, actief=False, ondanks_taken=True))
    fault = weigert(desk, vaststellen(casus), "drietal_onvolledig")
    assert fault.details["rollen"] == "casemanager", "nobody adopts a plan on the name of who left"
    desk.execute(MedewerkerWijzigen(medewerker_id=rij.id, naam=rij.naam, actief=True))
    desk.execute(vaststellen(casus))


@pytest.mark.parametrize("rol", Casusrol)
@pytest.mark.parametrize("vast", [False, True])
def test_a_role_goes_over_and_does_not_end(desk: Desk, casus: str, rol: Casusrol, vast: bool) -> None:
    geef_drietal(desk, casus)
    if vast:
        desk.execute(vaststellen(casus))
    weg = CasusrolBeeindigen(casus_id=casus, rol=rol)
    fault = weigert(desk, weg, "rol_blijft_vervuld")
    assert fault.field == "medewerker_id" and rol.label in describe(fault).sentence()
    ander = iemand_van(desk, HUIS, "Ander Mens")
    desk.execute(CasusrolToewijzen(casus_id=casus, rol=rol, medewerker_id=ander))
    nu, eerder = (rij for rij in desk.ask(dossier, casus).rollen if rij.rol is rol)
    assert (nu.naam, nu.tot, eerder.tot) == ("Ander Mens", None, nu.van), "no day between them"
    desk.undo()
    assert len([rij for rij in desk.ask(dossier, casus).rollen if rij.rol is rol]) == 1


def test_an_organisation_alone_or_who_left_is_refused_beside_the_field(desk: Desk, casus: str) -> None:
    losser = next(row for row in desk.ask(organisaties) if row.code == "gemeente-losser")
    wens = CasusrolToewijzen(casus_id=casus, rol=Casusrol.VERANTWOORDELIJKE, organisatie_id=losser.id)
    fault = weigert(desk, wens, "rol_vraagt_persoon")
    assert fault.field == "medewerker_id"
    assert "Gemeente Losser alleen kan geen verantwoordelijke zijn" in describe(fault).sentence()
    weg = iemand_van(desk, "gemeente-losser", "Vertrokken Mens")
    desk.execute(MedewerkerWijzigen(medewerker_id=weg, naam="Vertrokken Mens", actief=False))
    fault = weigert(desk, replace(wens, medewerker_id=weg), "medewerker_uit_dienst")
    assert fault.field == "medewerker_id" and describe(fault).next_step


def test_since_an_earlier_day_but_not_before_the_one_before(desk: Desk, casus: str) -> None:
    een, ander = (iemand_van(desk, HUIS, naam) for naam in ("Een", "Ander"))
    wens = CasusrolToewijzen(
        casus_id=casus,
        rol=Casusrol.CASEMANAGER,
        medewerker_id=een,
        per=desk.clock.today() - timedelta(days=10),
    )
    desk.execute(wens)
    fault = weigert(
        desk,
        replace(wens, medewerker_id=ander, per=desk.clock.today() - timedelta(days=11)),
        "rol_periode_onjuist",
    )
    assert fault.field == "per"
    morgen = replace(wens, medewerker_id=ander, per=desk.clock.today() + timedelta(days=1))
    assert weigert(desk, morgen, "datum_in_toekomst").field == "per"
    desk.execute(replace(wens, medewerker_id=ander, per=desk.clock.today() - timedelta(days=3)))
    nu, eerder = desk.ask(dossier, casus).rollen
    assert (nu.naam, eerder.naam, (nu.van - eerder.van).days) == ("Ander", "Een", 7)
    assert eerder.tot == nu.van


def test_without_regie_a_role_may_end_and_comes_back_before_the_plan_does(desk: Desk, casus: str) -> None:
    wie = geef_drietal(desk, casus)
    desk.execute(vaststellen(casus))
    desk.execute(
        CasusParkeren(casus_id=casus, reden="In detentie", tot=desk.clock.today() + timedelta(days=60))
    )
    rol = Casusrol.CASEMANAGER
    desk.execute(CasusrolBeeindigen(casus_id=casus, rol=rol))
    hervatten = CasusHervatten(casus_id=casus, reden="Vrij")
    assert weigert(desk, hervatten, "drietal_onvolledig").details["rollen"] == "casemanager"
    desk.execute(CasusrolToewijzen(casus_id=casus, rol=rol, medewerker_id=wie[rol]))
    desk.execute(hervatten)


def test_a_table_sets_whose_people_lead_the_process(desk: Desk, casus: str) -> None:
    agent = CasusrolToewijzen(
        casus_id=casus, rol=Casusrol.PROCESREGISSEUR, medewerker_id=iemand_van(desk, "politie", "Agent")
    )
    ambtenaar = replace(agent, medewerker_id=iemand_van(desk, "gemeente-losser", "Ambtenaar"))
    fault = weigert(desk, agent, "procesregie_van_huis")
    assert "dat is hier iemand van het Zorg- en Veiligheidshuis" in describe(fault).sentence()
    tafel = next(row.id for row in desk.ask(tafels) if row.code == "werktafel-enschede")
    desk.execute(ProcesregieInstellen(tafel_id=tafel, procesregie=Procesregieregel.HUIS_EN_GEMEENTE))
    desk.execute(ambtenaar)
    weigert(desk, agent, "procesregie_van_huis")
    desk.execute(ProcesregieInstellen(tafel_id=tafel, procesregie=Procesregieregel.PARTNERS))
    desk.execute(agent)
    desk.undo()
    desk.undo()
    weigert(desk, agent, "procesregie_van_huis")


def test_a_day_before_anybody_lived_is_refused(desk: Desk, casus: str) -> None:
    wie = iemand_van(desk, "mediant-ggz", "Cas Manager")
    with pytest.raises(RuleViolation, match="rol_periode_onjuist"):
        desk.execute(
            CasusrolToewijzen(casus_id=casus, rol=Casusrol.CASEMANAGER, medewerker_id=wie, per=date(1, 1, 1))
        )
