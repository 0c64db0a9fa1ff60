"""The desk itself: undo that survives a fault, typing that merges, readings that are logged once a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from vhdesk.clock import FixedClock
from vhdesk.errors import NotFound, RuleViolation, StaleVersion
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.inzage import inzage
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.overleg import overleggen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import NotitieSchrijven
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.vocabulary import Gebruikersrol, Resultaat


@pytest.fixture
def casus_id(kluis: Kluis) -> str:
    return kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"))).id


def _punt(kluis: Kluis) -> str:
    tafel = kluis.desk.ask(tafels)[0].id
    overleg = kluis.desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 9))).id
    return kluis.desk.ask(agenda, overleg).punten[0].id


def _laatste(kluis: Kluis) -> tuple[object, ...]:
    row = kluis.desk.ask(journaal, limiet=1)[0]
    return row.actie, row.object_soort, row.object_id, row.resultaat, row.bijzonderheden


def test_a_refused_act_is_a_line_that_names_its_object(kluis: Kluis, casus_id: str) -> None:
    with pytest.raises(RuleViolation):
        kluis.desk.execute(
            BesluitVastleggen(casus_id=casus_id, tekst=" ", type_code="afspraak", gremium_code="werktafel")
        )
    weigering = ("casus", casus_id, Resultaat.GEWEIGERD)
    assert _laatste(kluis) == ("Besluit vastleggen", *weigering, "besluit_zonder_tekst")
    with pytest.raises(StaleVersion):
        kluis.desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="doel", tekst="Rust.", version=7))
    assert _laatste(kluis) == ("Casus tekst wijzigen", *weigering, "verouderd")
    with pytest.raises(NotFound):
        kluis.desk.execute(
            BesluitVastleggen(
                casus_id="0" * 32, tekst="Ergens anders.", type_code="afspraak", gremium_code="werktafel"
            )
        )
    assert _laatste(kluis)[2:] == ("0" * 32, Resultaat.GEWEIGERD, "niet_gevonden")


def test_reading_is_refused_to_who_runs_the_vault_only_and_that_is_a_line(
    kluis: Kluis, casus_id: str
) -> None:
    kluis.desk.actor = replace(kluis.desk.actor, rol=Gebruikersrol.BEHEERDER)
    for ask in (kluis.desk.ask, kluis.desk.read_job):
        with pytest.raises(RuleViolation, match="niet_bevoegd"):
            ask(dossier, casus_id)
        assert _laatste(kluis) == ("casus inzien", "casus", casus_id, Resultaat.GEWEIGERD, "niet_bevoegd")


def test_reading_and_its_line_are_one_transaction(kluis: Kluis, casus_id: str) -> None:
    @inzage("casus inzien", "casus", "casus_id")
    def mislukt(_session: Session, casus_id: str) -> None:
        raise NotFound("niet_gevonden", id=casus_id)

    before = kluis.desk.ask(journaal, limiet=1)[0].volgnr
    with pytest.raises(NotFound):
        kluis.desk.ask(mislukt, casus_id)
    assert kluis.desk.ask(journaal, limiet=1)[0].volgnr == before
    kluis.desk.ask(dossier, casus_id)  # within the minute, but nothing was read before
    assert _laatste(kluis)[:3] == ("casus inzien", "casus", casus_id)


def test_an_undo_that_is_refused_for_now_can_be_tried_again(kluis: Kluis, casus_id: str) -> None:
    desk = kluis.desk
    desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="titel", tekst="nieuw"))
    desk.pause()
    with pytest.raises(RuleViolation):
        desk.undo()
    desk.resume()
    assert desk.undo() == "Casus tekst wijzigen"
    assert desk.ask(dossier, casus_id).kop.titel == ""


def test_typing_merges_into_one_step_and_a_pause_begins_another(kluis: Kluis, clock: FixedClock) -> None:
    punt, desk = _punt(kluis), kluis.desk
    for text in ("een", "een twee"):
        desk.execute(NotitieSchrijven(agendapunt_id=punt, tekst=text))
        clock.moment += timedelta(seconds=5)
    clock.moment += timedelta(minutes=5)
    desk.execute(NotitieSchrijven(agendapunt_id=punt, tekst="een twee drie"))
    assert desk.undo() == "Notitie schrijven"
    assert _note(kluis, punt) == "een twee"
    assert desk.undo() == "Notitie schrijven"
    assert _note(kluis, punt) == ""


def _note(kluis: Kluis, punt_id: str) -> str:
    overleg = kluis.desk.ask(overleggen)[0].id
    return next(row.notitie for row in kluis.desk.ask(agenda, overleg).punten if row.id == punt_id)


def _readings(kluis: Kluis, actie: str) -> int:
    return sum(row.actie == actie for row in kluis.desk.ask(journaal, limiet=500))


def test_reading_the_same_case_all_day_is_a_line_a_minute(
    kluis: Kluis, casus_id: str, clock: FixedClock
) -> None:
    for _ in range(10):
        kluis.desk.ask(dossier, casus_id)
        clock.moment += timedelta(seconds=20)
    assert _readings(kluis, "casus inzien") == 4


def test_typing_a_search_is_one_line_and_another_search_its_own(
    kluis: Kluis, casus_id: str, clock: FixedClock
) -> None:
    before = len(kluis.desk.ask(journaal, limiet=500))
    for words in ("p", "pr", "proef", "pro", "jansen"):
        kluis.desk.ask(casuslijst, zoek=words)
        clock.moment += timedelta(seconds=1)
    assert len(kluis.desk.ask(journaal, limiet=500)) - before == 2
