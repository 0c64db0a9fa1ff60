from __future__ import annotations

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafelleden, tafels
from vhdesk.queries.referentie import referentie_lijsten, referentie_waarden
from vhdesk.services.desk import Desk
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.vocabulary import Gebruikersrol, Organisatiesoort, Tafelregime, Tafelsoort


def test_region_once(leeg_desk: Desk) -> None:
    event = leeg_desk.execute(RegioInrichten())
    assert (event.gemeenten, event.tafels) == (36, 4)  # type: ignore[attr-defined]
    with pytest.raises(RuleViolation, match="al_ingericht"):
        leeg_desk.execute(RegioInrichten())


def test_who_will_chair_is_known_as_somebody_of_the_house(leeg_desk: Desk) -> None:
    leeg_desk.execute(RegioInrichten(medewerker=" Soraya  Ramdin "))
    assert [(rij.naam, rij.organisatie) for rij in leeg_desk.ask(medewerkers)] == [
        ("Soraya Ramdin", "Zorg- en Veiligheidshuis Twente")
    ]


def test_invented_organisations_only_for_practice(desk: Desk) -> None:
    assert "De Es Beschermd Wonen" in {rij.naam for rij in desk.ask(organisaties)}


def test_invented_organisations_stay_out(leeg_desk: Desk) -> None:
    leeg_desk.execute(RegioInrichten())
    namen = {rij.naam for rij in leeg_desk.ask(organisaties)}
    assert "Politie" in namen
    assert "De Es Beschermd Wonen" not in namen


def test_refused_for_a_secretaris(make_desk: object) -> None:
    desk = make_desk(rol=Gebruikersrol.SECRETARIS, leeg=True)  # type: ignore[operator]
    with pytest.raises(RuleViolation, match="niet_bevoegd"):
        desk.execute(RegioInrichten())


def test_contributions_of_twente(desk: Desk) -> None:
    twente = desk.ask(gemeenten, regio="twente")
    assert len(twente) == 14
    assert sum(rij.bijdrage_cent for rij in twente) == 120_000_00
    assert sum(rij.verhoging_cent for rij in twente) == 30_000_00
    enschede = next(rij for rij in twente if rij.code == "enschede")
    assert enschede.bijdrage_cent == 46_878_00
    assert enschede.organisatie == "Gemeente Enschede"
    almelo = next(rij for rij in twente if rij.code == "almelo")
    assert almelo.aandeel_promille == 245


def test_chambers_of_nog(desk: Desk) -> None:
    nog = desk.ask(gemeenten, regio="nog")
    assert len(nog) == 22
    assert len({rij.veiligheidskamer for rij in nog}) == 4
    assert [rij.zetelgemeente for rij in nog].count(True) == 4
    assert sum(rij.bijdrage_cent for rij in nog) == 222_000_00
    assert all(rij.organisatie for rij in nog)
    assert len(desk.ask(referentie_waarden, "veiligheidskamers")) == 4


def test_tables(desk: Desk) -> None:
    per_code = {rij.code: rij for rij in desk.ask(tafels)}
    enschede = per_code["werktafel-enschede"]
    assert (enschede.soort, enschede.regime) == (Tafelsoort.WERKTAFEL, Tafelregime.WGS)
    assert enschede.begintijd.isoformat() == "13:30:00"
    radicalisering = per_code["casustafel-radicalisering"]
    assert radicalisering.regime is Tafelregime.PGA_RADICALISERING
    leden = desk.ask(tafelleden, enschede.id)
    assert "Politie" in {lid.organisatie for lid in leden}
    assert {lid.organisatiesoort for lid in leden} == set(Organisatiesoort)


def test_lists_are_versioned_and_keep_their_properties(desk: Desk) -> None:
    lijsten = {rij.id: rij for rij in desk.ask(referentie_lijsten)}
    assert "tafels" not in lijsten
    assert lijsten["doelgroepen"].aantal == 17
    assert len(desk.ask(referentie_waarden, "zrm_domeinen")) == 13
    plan = next(rij for rij in desk.ask(referentie_waarden, "besluittypen") if rij.code == "vaststellen-plan")
    assert plan.kenmerken["gremia"] == ["werktafel", "casustafel", "veiligheidskamer"]
    assert plan.kenmerken["vereist_onderbouwing"] is True
