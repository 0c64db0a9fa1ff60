from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.overname import oud_nummer
from vhdesk.errors import NotFound, RuleViolation, StaleVersion
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import MedewerkerRow, OrganisatieRow, medewerkers, organisaties, tafels
from vhdesk.services.actie import ActieVastleggen, ActieWijzigen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.grondslag import TafelstandaardVastleggen
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.organisatie import (
    MedewerkerToevoegen,
    MedewerkerVerwijderen,
    MedewerkerWijzigen,
    OrganisatieToevoegen,
    OrganisatieVerwijderen,
    OrganisatieWijzigen,
)
from vhdesk.vocabulary import Casusrol, CasusStatus, Organisatiesoort
from vhdesk.vocabulary_triage import Bekendheidstand

ZORG = Organisatiesoort.ZORG


def organisatie(desk: Desk, naam: str) -> OrganisatieRow:
    return next(rij for rij in desk.ask(organisaties, ook_inactief=True) if rij.naam == naam)


def medewerker(desk: Desk, naam: str) -> MedewerkerRow:
    return next(rij for rij in desk.ask(medewerkers, ook_inactief=True) if rij.naam == naam)


def met_medewerker(desk: Desk, naam: str = "Nel Pen", van: str = "Politie") -> MedewerkerRow:
    desk.execute(
        MedewerkerToevoegen(organisatie_id=organisatie(desk, van).id, naam=naam, functie="wijkagent")
    )
    return medewerker(desk, naam)


def met_casus(desk: Desk) -> str:
    return desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"),
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id


def test_add_makes_a_code_and_can_be_chosen(desk: Desk) -> None:
    desk.execute(OrganisatieToevoegen(naam="  Stichting  Één Dak ", soort=ZORG, aliassen=("Eén dak", "1dak")))
    rij = organisatie(desk, "Stichting Één Dak")
    assert (rij.code, rij.aliassen, rij.actief) == ("stichting-een-dak", ("Eén dak", "1dak"), True)


def test_the_journaal_tells_what_changed_of_an_organisation(desk: Desk) -> None:
    rij = organisatie(desk, "Halt")
    desk.execute(
        OrganisatieWijzigen(
            organisatie_id=rij.id, naam="Halt", soort=ZORG, aliassen=("Bureau Halt",), telefoon="1"
        )
    )
    regel = desk.ask(journaal)[0].bijzonderheden
    assert regel.startswith("halt versie 2: ")
    assert "soort straf > zorg" in regel and "telefoon - > 1" in regel and "> Bureau Halt" in regel


def test_a_colleague_who_is_still_there_does_not_come_back(desk: Desk) -> None:
    nel = met_medewerker(desk)
    with pytest.raises(RuleViolation, match="id_in_gebruik"):
        desk.execute(
            MedewerkerToevoegen(
                organisatie_id=organisatie(desk, "Halt").id, naam="Ander", medewerker_id=nel.id
            )
        )


def test_codes_do_not_clash(desk: Desk) -> None:
    desk.execute(OrganisatieToevoegen(naam="Thuis!", soort=ZORG))
    desk.execute(OrganisatieToevoegen(naam="Thuis?", soort=ZORG))
    assert organisatie(desk, "Thuis?").code == "thuis-2"
    with pytest.raises(RuleViolation, match="code_bestaat"):
        desk.execute(OrganisatieToevoegen(naam="Anders", soort=ZORG, code="thuis"))
    with pytest.raises(RuleViolation, match="code_onjuist"):
        desk.execute(OrganisatieToevoegen(naam="Anders", soort=ZORG, code="Een Code"))


@pytest.mark.parametrize(
    ("naam", "aliassen", "code", "field"),
    [
        ("   ", (), "naam_ontbreekt", "naam"),
        ("x" * 201, (), "tekst_te_lang", "naam"),
        ("POLITIE", (), "naam_bestaat", "naam"),
        ("Raad vd Kinderbescherming", (), "naam_bestaat", "naam"),  # an alias of another organisation
        ("Nieuw", ("tactus",), "alias_bestaat", "aliassen"),
    ],
)
def test_refused_words(desk: Desk, naam: str, aliassen: tuple[str, ...], code: str, field: str) -> None:
    with pytest.raises(RuleViolation, match=code) as refusal:
        desk.execute(OrganisatieToevoegen(naam=naam, soort=ZORG, aliassen=aliassen))
    assert refusal.value.field == field


def test_change_keeps_own_words(desk: Desk) -> None:
    rij = organisatie(desk, "Politie")
    desk.execute(
        OrganisatieWijzigen(
            organisatie_id=rij.id,
            naam="Politie",
            soort=rij.soort,
            aliassen=("pol.", "politie"),
            version=rij.version,
        )
    )
    assert organisatie(desk, "Politie").aliassen == ("pol.",)
    with pytest.raises(StaleVersion):
        desk.execute(
            OrganisatieWijzigen(organisatie_id=rij.id, naam="Politie", soort=rij.soort, version=rij.version)
        )


def test_ended_organisation_takes_nobody_new(desk: Desk) -> None:
    rij = organisatie(desk, "Politie")
    desk.execute(OrganisatieWijzigen(organisatie_id=rij.id, naam=rij.naam, soort=rij.soort, actief=False))
    assert "Politie" not in {o.naam for o in desk.ask(organisaties)}
    with pytest.raises(RuleViolation, match="organisatie_niet_actief"):
        desk.execute(MedewerkerToevoegen(organisatie_id=rij.id, naam="Nel Pen"))


def test_remove_only_when_nothing_refers(desk: Desk) -> None:
    desk.execute(OrganisatieToevoegen(naam="Nieuw", soort=ZORG))
    nieuw = organisatie(desk, "Nieuw")
    with pytest.raises(RuleViolation, match="in_gebruik"):
        desk.execute(OrganisatieVerwijderen(organisatie_id=organisatie(desk, "Politie").id))
    casus_id = met_casus(desk)
    desk.execute(
        BekendheidBepalen(
            casus_id=casus_id, organisatie_id=organisatie(desk, "Politie").id, stand=Bekendheidstand.BEKEND
        )
    )
    desk.execute(
        InbrengVastleggen(
            casus_id=casus_id,
            organisatie_id=organisatie(desk, "Politie").id,
            leefgebied_code="huisvesting",
            tekst="x",
            mag_door_naar=(nieuw.id,),
        )
    )
    with pytest.raises(RuleViolation, match="in_gebruik") as refusal:
        desk.execute(OrganisatieVerwijderen(organisatie_id=nieuw.id))
    assert refusal.value.details["door"] == "inbreng"
    desk.undo()
    desk.execute(OrganisatieVerwijderen(organisatie_id=nieuw.id))
    with pytest.raises(NotFound):
        desk.execute(OrganisatieVerwijderen(organisatie_id=nieuw.id))


def test_remove_only_when_no_table_or_method_names_it(desk: Desk) -> None:
    desk.execute(OrganisatieToevoegen(naam="Nieuw", soort=ZORG))
    nieuw, tafel = organisatie(desk, "Nieuw"), desk.ask(tafels)[0]
    desk.execute(
        TafelstandaardVastleggen(tafel_id=tafel.id, grondslag="x", doelbinding="y", aanbrenger_id=nieuw.id)
    )
    for gezocht, door in ((nieuw.id, "standaard van een tafel"), (organisatie(desk, "GGNet").id, "methode")):
        with pytest.raises(RuleViolation, match="in_gebruik") as refusal:
            desk.execute(OrganisatieVerwijderen(organisatie_id=gezocht))
        assert refusal.value.details["door"] == door


def test_medewerker_rules(desk: Desk) -> None:
    rij = met_medewerker(desk)
    assert (rij.organisatie, rij.functie) == ("Politie", "wijkagent")
    with pytest.raises(RuleViolation, match="medewerker_bestaat"):
        met_medewerker(desk, "NEL pen")
    met_medewerker(desk, van="Halt")  # the same name elsewhere is another person
    for email in ("geen adres", "a@b@c", "@b", "a@"):
        with pytest.raises(RuleViolation, match="email_onjuist"):
            desk.execute(MedewerkerWijzigen(medewerker_id=rij.id, naam="Nel Pen", email=email))
    with pytest.raises(RuleViolation, match="naam_ontbreekt"):
        desk.execute(MedewerkerWijzigen(medewerker_id=rij.id, naam=" "))


def test_out_of_service_asks_to_hand_over(desk: Desk) -> None:
    rij = met_medewerker(desk)
    casus_id = met_casus(desk)
    desk.execute(ActieVastleggen(casus_id=casus_id, omschrijving="bellen", medewerker_id=rij.id))
    desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=rij.id))
    weg = MedewerkerWijzigen(medewerker_id=rij.id, naam=rij.naam, functie=rij.functie, actief=False)
    with pytest.raises(RuleViolation, match="medewerker_heeft_taken") as refusal:
        desk.execute(weg)
    assert refusal.value.details == {"acties": 1, "rollen": 1}
    desk.execute(
        MedewerkerWijzigen(
            medewerker_id=rij.id, naam=rij.naam, functie=rij.functie, actief=False, ondanks_taken=True
        )
    )
    assert not medewerker(desk, "Nel Pen").actief
    assert "Nel Pen" not in {m.naam for m in desk.ask(medewerkers)}


def test_who_left_gets_no_action_and_keeps_the_one_he_has(desk: Desk) -> None:
    rij, casus_id = met_medewerker(desk), met_casus(desk)
    actie_id = desk.execute(ActieVastleggen(casus_id=casus_id, omschrijving="x", medewerker_id=rij.id)).id
    desk.execute(
        MedewerkerWijzigen(
            medewerker_id=rij.id, naam=rij.naam, functie=rij.functie, actief=False, ondanks_taken=True
        )
    )
    ander = desk.execute(ActieVastleggen(casus_id=casus_id, omschrijving="y")).id
    for command in (
        ActieVastleggen(casus_id=casus_id, omschrijving="z", medewerker_id=rij.id),
        ActieWijzigen(actie_id=ander, omschrijving="y", medewerker_id=rij.id),
    ):
        with pytest.raises(RuleViolation, match="medewerker_uit_dienst") as refusal:
            desk.execute(command)
        assert refusal.value.field == "medewerker_id"
    desk.execute(ActieWijzigen(actie_id=actie_id, omschrijving="x, met spoed", medewerker_id=rij.id))


def test_used_medewerker_stays(desk: Desk) -> None:
    rij = met_medewerker(desk)
    desk.execute(
        ActieVastleggen(
            casus_id=met_casus(desk), omschrijving="x", medewerker_id=rij.id, termijn=date(2027, 1, 5)
        )
    )
    with pytest.raises(RuleViolation, match="in_gebruik"):
        desk.execute(MedewerkerVerwijderen(medewerker_id=rij.id))


def _acts(desk: Desk) -> list[Command]:
    politie = organisatie(desk, "Politie")
    persoon = met_medewerker(desk)
    desk.execute(OrganisatieToevoegen(naam="Leeg", soort=ZORG, aliassen=("L",), telefoon="1"))
    return [
        OrganisatieToevoegen(naam="Nieuw", soort=ZORG, aliassen=("N",)),
        OrganisatieWijzigen(
            organisatie_id=politie.id, naam="Korps", soort=ZORG, telefoon="0900", actief=False
        ),
        OrganisatieVerwijderen(organisatie_id=organisatie(desk, "Leeg").id),
        MedewerkerToevoegen(organisatie_id=politie.id, naam="Iemand", email="i@voorbeeld.nl"),
        MedewerkerWijzigen(
            medewerker_id=persoon.id, naam="Nel Penn", functie="", opmerking="x", actief=False
        ),
        MedewerkerVerwijderen(medewerker_id=persoon.id),
    ]


@pytest.mark.parametrize("nummer", range(6))
def test_undo_restores_the_rows_and_redo_the_result(
    desk: Desk, dump: Callable[[Desk], object], nummer: int
) -> None:
    act = _acts(desk)[nummer]
    voor = dump(desk)
    desk.execute(act)
    na = dump(desk)
    assert na != voor
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    assert dump(desk) == na
    desk.undo()
    assert dump(desk) == voor
