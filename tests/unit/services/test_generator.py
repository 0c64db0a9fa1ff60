from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.errors import RuleViolation
from vhdesk.models.persoon import elfproef
from vhdesk.practice.casusmaker import VOL
from vhdesk.practice.generator import GeneratorResult, genereer
from vhdesk.queries.agenda import agenda, overleg_kop
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.journaal import journaal
from vhdesk.services.acts import HANDLERS
from vhdesk.services.besluit import BesluitVastgelegd, BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAangemeld, CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.oefenrijen import HANDLERS as OEFENRIJEN
from vhdesk.services.oefenrijen import OefenrijenToevoegen
from vhdesk.services.unit_of_work import Actor
from vhdesk.vocabulary import Actiestatus, Gebruikersrol, Overlegstatus

Make = Callable[[str], Desk]


@pytest.fixture
def gemaakt(practice_desk: Make) -> tuple[Desk, GeneratorResult]:
    desk = practice_desk("een")
    return desk, genereer(desk, 250)


def _gezond(session: Session) -> tuple[list[object], str]:
    wezen = list(session.execute(text("PRAGMA foreign_key_check")))
    session.execute(text("INSERT INTO zoek (zoek, rank) VALUES ('integrity-check', 1)"))
    return wezen, session.execute(text("PRAGMA quick_check")).scalar_one()


def test_size_and_soundness(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, result = gemaakt
    assert (result.casussen, result.overleggen) == (250, 9)
    assert desk.ask(casuslijst, limiet=1).totaal == 250
    assert desk.ask(_gezond) == ([], "ok")


def test_three_meetings_to_measure_with(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, result = gemaakt
    for overleg_id, status in (
        (result.gepland_id, Overlegstatus.GEPLAND),
        (result.lopend_id, Overlegstatus.LOPEND),
        (result.gesloten_id, Overlegstatus.GESLOTEN),
    ):
        kop = desk.ask(overleg_kop, overleg_id)
        assert (kop.status, kop.casussen) == (status, 30)
        assert [p.volgorde for p in desk.ask(agenda, overleg_id).punten] == list(range(34))


def test_a_case_has_ten_texts(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, result = gemaakt
    zaak = desk.ask(dossier, result.casus_id)
    kop = zaak.kop
    teksten = [kop.aanleiding, kop.doel, kop.vraag_aan_tafel, kop.gezamenlijk_beeld, kop.zienswijze]
    teksten += [rij.tekst for rij in zaak.inbreng] + [zaak.besluiten[0].tekst]
    assert len(teksten) == 10
    assert all(teksten)
    assert len(zaak.zrm) == 13
    assert zaak.plan is not None
    assert zaak.betrokkenen[0].bsn_geldig is True


def test_one_case_has_as_much_on_file_as_any(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, result = gemaakt
    zaak = desk.ask(dossier, result.vol_id)
    assert (len(zaak.inbreng), len(zaak.acties), len(zaak.besluiten)) == (300, 60, 40)
    assert {rij.id for rij in zaak.acties if rij.status is Actiestatus.OPEN}
    assert max(rij.datum for rij in zaak.inbreng) <= desk.clock.today()


def test_new_acts_go_on_after_the_numbers(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, result = gemaakt
    besluit = desk.execute(
        BesluitVastleggen(
            casus_id=result.casus_id, tekst="x", type_code="voortzetten", gremium_code="werktafel"
        )
    )
    assert isinstance(besluit, BesluitVastgelegd)
    assert besluit.nummer == 250 + VOL["besluit"]  # one of each case, and those of the fullest
    casus = desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Nieuw")))
    assert isinstance(casus, CasusAangemeld)
    assert desk.ask(casuslijst, zoek="nieuw").rijen[0].nummer == casus.nummer


def _inhoud(session: Session) -> list[object]:
    persoon = (
        "SELECT id, voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn, adres FROM persoon ORDER BY id"
    )
    casus = "SELECT id, nummer, titel, status, gezamenlijk_beeld, volgende_datum FROM casus ORDER BY id"
    actie = "SELECT id, nummer, omschrijving, status, termijn FROM actie ORDER BY id"
    return [tuple(row) for statement in (persoon, casus, actie) for row in session.execute(text(statement))]


def test_same_seed_same_vault(practice_desk: Make) -> None:
    vaults = [practice_desk(naam) for naam in ("a", "b", "c")]
    for desk, zaad in zip(vaults, (7, 7, 8), strict=True):
        genereer(desk, 90, zaad=zaad)
    een, twee, ander = (desk.ask(_inhoud) for desk in vaults)
    assert een == twee
    assert een != ander


def test_only_in_an_empty_practice_vault(gemaakt: tuple[Desk, GeneratorResult], desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="al_gevuld"):
        genereer(gemaakt[0], 90)
    echt = Desk(desk._store, desk.actor, desk.clock, {**HANDLERS, **OEFENRIJEN})  # a real vault, same desk
    with pytest.raises(RuleViolation, match="alleen_oefenkluis"):
        genereer(echt, 90)
    assert desk.ask(casuslijst, limiet=1).totaal == 0


def test_users_desk_does_not_know_the_act(desk: Desk) -> None:
    assert OefenrijenToevoegen not in desk.knows()


def test_tables_of_the_machine_are_closed(practice_desk: Make) -> None:
    desk = practice_desk("een")
    with pytest.raises(RuleViolation, match="tabel_niet_vrij"):
        desk.execute(OefenrijenToevoegen(tabellen={"journaal": [{"volgnr": 1}]}))
    secretaris = Desk(
        desk._store, Actor("x", "x", Gebruikersrol.SECRETARIS), desk.clock, {**HANDLERS, **OEFENRIJEN}
    )
    with pytest.raises(RuleViolation, match="niet_bevoegd"):
        secretaris.execute(OefenrijenToevoegen(tabellen={}))


def test_progress_counts_up(practice_desk: Make) -> None:
    gemeld: list[tuple[int, int]] = []
    desk = practice_desk("een")
    genereer(desk, 650, progress=lambda done, total, words: gemeld.append((done, total)))
    assert gemeld == [(0, 650), (600, 650), (650, 650)]
    assert [rij.actie for rij in desk.ask(journaal) if "rijen" in rij.actie] == ["Oefenrijen toevoegen"] * 2


def _bsns(session: Session) -> list[str]:
    return list(session.scalars(text("SELECT bsn FROM persoon")))


def test_invented_bsn(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    nummers = gemaakt[0].ask(_bsns)
    assert len(nummers) > 250
    assert all(elfproef(nummer) and nummer.startswith("99") for nummer in nummers)


def test_beside_the_cases_that_are_there(gemaakt: tuple[Desk, GeneratorResult]) -> None:
    desk, first = gemaakt
    second = genereer(desk, 90, zaad=2, na=5_000)
    assert desk.ask(casuslijst, limiet=1).totaal == 340
    assert desk.ask(_gezond) == ([], "ok")
    assert min(besluit.nummer for besluit in desk.ask(dossier, second.casus_id).besluiten) > 5_000
    assert desk.ask(overleg_kop, first.lopend_id).status is Overlegstatus.LOPEND
