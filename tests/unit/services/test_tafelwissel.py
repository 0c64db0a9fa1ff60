"""A case goes to another table by one rule, whichever act takes it there; under another law what it is shared on follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.dossier import dossier
from vhdesk.queries.grondslag import tafelstandaard
from vhdesk.queries.organisatie import tafels
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.opschalen import CasusOpschalen, CasusOverdragen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.weging import WegingIntrekken
from vhdesk.vocabulary import Opschaling
from vhdesk.vocabulary_triage import Weeguitkomst

RADICALISERING = "Casustafel Radicalisering Twente"
Act = Callable[[Desk, str, str], Command]


def _wegen(desk: Desk, casus_id: str, tafel_id: str) -> Command:
    wie = meldingen.collega(desk, f"Weger {casus_id[:4]} {tafel_id[:4]}")
    return meldingen.weging(casus_id, wie, Weeguitkomst.ANDERE_TAFEL, naar_tafel_id=tafel_id)


def _opschalen(_: Desk, casus_id: str, tafel_id: str) -> Command:
    return CasusOpschalen(
        casus_id=casus_id, soort=Opschaling.TAFEL, reden="hoort daar", naar_tafel_id=tafel_id
    )


def _overdragen(_: Desk, casus_id: str, tafel_id: str) -> Command:
    return CasusOverdragen(casus_id=casus_id, naar_tafel_id=tafel_id, reden="hoort daar")


@pytest.fixture(params=[_wegen, _opschalen, _overdragen])
def act(request: pytest.FixtureRequest) -> Act:
    gekozen: Act = request.param
    return gekozen


@pytest.fixture
def casus_id(desk: Desk) -> str:
    """A referral on an agenda, with the standard of its table filled in."""
    melding = meldingen.aanmelding(desk)
    gemaakt = desk.execute(replace(melding, casus=replace(melding.casus, grondslag=""))).id
    overleg = desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 2))).id
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=gemaakt))
    return gemaakt


def test_it_goes_to_a_table_of_another_law_on_the_ground_of_that_table(
    desk: Desk, casus_id: str, act: Act
) -> None:
    naar = meldingen.tafel(desk, RADICALISERING)
    van, daar = desk.ask(tafelstandaard, meldingen.tafel(desk)), desk.ask(tafelstandaard, naar)
    kop = desk.ask(dossier, casus_id).kop
    assert kop.grondslag == van.grondslag != daar.grondslag
    desk.execute(act(desk, casus_id, naar))
    kop = desk.ask(dossier, casus_id).kop
    assert (kop.tafel, kop.grondslag, kop.doelbinding) == (RADICALISERING, daar.grondslag, daar.doelbinding)


def test_it_goes_off_the_agenda_of_the_table_it_leaves_and_stays_on_those_of_the_other(
    desk: Desk, casus_id: str, act: Act
) -> None:
    andere = next(row.id for row in desk.ask(tafels) if row.naam == RADICALISERING)
    daar = desk.execute(OverlegPlannen(tafel_id=andere, datum=date(2026, 12, 9))).id
    desk.execute(CasusAgenderen(overleg_id=daar, casus_id=casus_id))
    desk.execute(VolgendeDatumVanCasusBepalen(casus_id=casus_id, datum=date(2026, 12, 2)))
    desk.execute(act(desk, casus_id, andere))
    gevonden = desk.ask(dossier, casus_id)
    assert [each.overleg_id for each in gevonden.besprekingen] == [daar]
    assert gevonden.kop.volgende_datum is None, "the day of a table that has the case no more"


def test_a_weighing_that_is_withdrawn_brings_the_ground_back(desk: Desk, casus_id: str) -> None:
    desk.execute(_wegen(desk, casus_id, meldingen.tafel(desk, RADICALISERING)))
    weging = desk.ask(aanmelding, casus_id).wegingen[0].id
    desk.execute(WegingIntrekken(weging_id=weging, reden="vergissing"))
    kop = desk.ask(dossier, casus_id).kop
    assert kop.grondslag == desk.ask(tafelstandaard, meldingen.tafel(desk)).grondslag


def test_own_words_stay(desk: Desk, casus_id: str, act: Act) -> None:
    desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="grondslag", tekst="Besluit van de burgemeester"))
    desk.execute(act(desk, casus_id, meldingen.tafel(desk, RADICALISERING)))
    assert desk.ask(dossier, casus_id).kop.grondslag == "Besluit van de burgemeester"


def test_every_act_refuses_the_same_table(desk: Desk, casus_id: str, act: Act) -> None:
    eigen = meldingen.tafel(desk)
    with pytest.raises(RuleViolation, match="zelfde_tafel") as refusal:
        desk.execute(act(desk, casus_id, eigen))
    assert refusal.value.field == "naar_tafel_id"
    assert any(rij.id == eigen for rij in desk.ask(tafels))
