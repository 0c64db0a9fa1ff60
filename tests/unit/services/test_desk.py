"""The desk itself: undo that survives a fault, typing that merges, readings that are logged once a minute."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from vhdesk.clock import FixedClock
from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import tafels
from vhdesk.queries.overleg import overleggen
from vhdesk.services.agenda import NotitieSchrijven
from vhdesk.services.casus import CasusAanmelden, CasusTekstWijzigen, Persoonsgegevens
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen


@pytest.fixture
def casus_id(kluis: Kluis) -> str:
    return kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"))).id


def _punt(kluis: Kluis) -> str:
    tafel = kluis.desk.ask(tafels)[0].id
    overleg = kluis.desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 9))).id
    return kluis.desk.ask(agenda, overleg).punten[0].id


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
