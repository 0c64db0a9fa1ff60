"""A decision that a table may not take itself: asked of the body that may, answered, and read in the minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import VerslagCasus
from vhdesk.services.besluit import BesluitIntrekken, BesluitVastleggen, BesluitVervangen, BesluitWijzigen
from vhdesk.services.besluitvraag import BesluitAntwoordTerugnemen, BesluitAntwoordVastleggen, BesluitVragen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.vocabulary import Besluitstatus, Vraagstand

VANDAAG = date(2026, 12, 2)
VOOR = date(2026, 12, 9)


@pytest.fixture
def tafel(oefen: tuple[Desk, OefenkluisResult]) -> tuple[Desk, str, str]:
    """A running meeting: (desk, meeting, first case)."""
    desk, result = oefen
    op(desk, VANDAAG)
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    casus_id = next(p.casus_id for p in desk.ask(agenda, result.overleg_id).punten if p.casus_id)
    return desk, result.overleg_id, casus_id


def op(desk: Desk, dag: date) -> None:
    desk.clock.moment = datetime(dag.year, dag.month, dag.day, 12, 30, tzinfo=UTC)  # type: ignore[attr-defined]


def vraag(tafel: tuple[Desk, str, str]) -> BesluitVragen:
    return BesluitVragen(
        casus_id=tafel[2], overleg_id=tafel[1], tekst="Gebiedsverbod rond het station.",
        type_code="openbare-orde-maatregel", gremium_code="burgemeester", antwoord_voor=VOOR,
        onderbouwing="Vijf incidenten in een maand.", voorwaarden="alleen overdag",
    )  # fmt: skip


def antwoord(besluit_id: str, stand: Vraagstand = Vraagstand.GENOMEN) -> BesluitAntwoordVastleggen:
    return BesluitAntwoordVastleggen(
        besluit_id=besluit_id, stand=stand, op=VANDAAG, door="burgemeester De Wit",
        antwoord="Akkoord na gesprek.", ingangsdatum=date(2026, 12, 4), voorwaarden="drie maanden",
    )  # fmt: skip


def row(tafel: tuple[Desk, str, str], besluit_id: str) -> BesluitRow:
    return next(b for b in tafel[0].ask(dossier, tafel[2]).besluiten if b.id == besluit_id)


def blad(tafel: tuple[Desk, str, str]) -> VerslagCasus:
    punten = tafel[0].ask(verslag, tafel[1]).punten
    return next(p.casus for p in punten if p.casus is not None and p.casus.id == tafel[2])


def refused(desk: Desk, command: Command) -> tuple[str, str | None]:
    with pytest.raises(RuleViolation) as refusal:
        desk.execute(command)
    return refusal.value.code, refusal.value.field


def test_a_question_waits_and_stands_in_the_minutes(tafel: tuple[Desk, str, str]) -> None:
    besluit = row(tafel, tafel[0].execute(vraag(tafel)).id)
    assert (besluit.vraagstand, besluit.antwoord_voor, besluit.wacht) == (Vraagstand.GEVRAAGD, VOOR, True)
    op_papier = next(b for b in blad(tafel).besluiten if b.id == besluit.id)
    assert (op_papier.vraagstand, op_papier.antwoord_voor) == (Vraagstand.GEVRAAGD, VOOR)
    assert blad(tafel).vragen == ()


@pytest.mark.parametrize(
    ("anders", "weigering"),
    [
        ({"antwoord_voor": date(2026, 12, 1)}, ("termijn_verstreken", "antwoord_voor")),
        ({"gremium_code": "werktafel"}, ("gremium_niet_bevoegd", "gremium_code")),
        ({"type_code": "vaststellen-plan"}, ("plan_wordt_niet_gevraagd", "type_code")),
        ({"tekst": " "}, ("besluit_zonder_tekst", "tekst")),
    ],
)
def test_what_cannot_be_asked(
    tafel: tuple[Desk, str, str], anders: dict[str, object], weigering: tuple[str, str]
) -> None:
    assert refused(tafel[0], replace(vraag(tafel), **anders)) == weigering  # type: ignore[arg-type]


def test_taken_it_is_a_decision_of_that_body_and_the_way_back(tafel: tuple[Desk, str, str]) -> None:
    desk = tafel[0]
    besluit_id = desk.execute(vraag(tafel)).id
    gevraagd = row(tafel, besluit_id)
    desk.execute(antwoord(besluit_id))
    genomen = row(tafel, besluit_id)
    assert (genomen.nummer, genomen.gremium_code) == (gevraagd.nummer, "burgemeester")
    assert (genomen.vraagstand, genomen.ingangsdatum) == (Vraagstand.GENOMEN, date(2026, 12, 4))
    assert (genomen.voorwaarden, genomen.beantwoord_door) == ("drie maanden", "burgemeester De Wit")
    assert desk.ask(casuslijst, zoek="gesprek").rijen
    desk.undo()
    assert replace(row(tafel, besluit_id), version=0) == replace(gevraagd, version=0)
    desk.redo()
    assert replace(row(tafel, besluit_id), version=0) == replace(genomen, version=0)


def test_refused_it_keeps_what_was_asked(tafel: tuple[Desk, str, str]) -> None:
    desk = tafel[0]
    besluit_id = desk.execute(vraag(tafel)).id
    nee = antwoord(besluit_id, Vraagstand.AFGEWEZEN)
    assert refused(desk, replace(nee, antwoord=" ")) == ("reden_ontbreekt", "antwoord")
    desk.execute(nee)
    besluit = row(tafel, besluit_id)
    assert (besluit.vraagstand, besluit.voorwaarden, besluit.ingangsdatum) == (
        Vraagstand.AFGEWEZEN, "alleen overdag", None,
    )  # fmt: skip
    assert refused(desk, nee)[0] == "besluit_wacht_niet"


@pytest.mark.parametrize(
    ("anders", "weigering"),
    [
        ({"door": ""}, ("antwoord_van_wie", "door")),
        ({"op": date(2026, 12, 3)}, ("datum_in_toekomst", "op")),
        ({"op": date(2026, 12, 1)}, ("antwoord_voor_vraag", "op")),
        ({"stand": Vraagstand.GEVRAAGD}, ("antwoord_niet_gekozen", "stand")),
    ],
)
def test_what_is_no_answer(
    tafel: tuple[Desk, str, str], anders: dict[str, object], weigering: tuple[str, str]
) -> None:
    besluit_id = tafel[0].execute(vraag(tafel)).id
    assert refused(tafel[0], replace(antwoord(besluit_id), **anders)) == weigering  # type: ignore[arg-type]


def test_it_shows_on_the_start_page_until_it_is_answered_or_withdrawn(tafel: tuple[Desk, str, str]) -> None:
    desk, casus_id = tafel[0], tafel[2]
    besluit_id = desk.execute(vraag(tafel)).id

    def te_laat(dag: date) -> tuple[str, ...]:
        gevraagd = desk.ask(vandaag, op=dag).schakelpunten.besluit_gevraagd.ids
        return tuple(each for each in gevraagd if each == casus_id)  # a life of the practice vault waits too

    assert te_laat(VOOR) == ()
    assert te_laat(date(2026, 12, 10)) == (casus_id,)
    desk.execute(antwoord(besluit_id))
    assert te_laat(date(2026, 12, 10)) == ()
    desk.undo()
    desk.execute(BesluitIntrekken(besluit_id=besluit_id, reden="niet meer nodig"))
    assert te_laat(date(2026, 12, 10)) == ()


def test_the_question_is_changed_until_it_is_answered(tafel: tuple[Desk, str, str]) -> None:
    desk = tafel[0]
    besluit_id = desk.execute(vraag(tafel)).id
    anders = BesluitWijzigen(
        besluit_id=besluit_id, tekst="Anders.", type_code="openbare-orde-maatregel",
        gremium_code="burgemeester", onderbouwing="x", antwoord_voor=date(2026, 12, 16),
    )  # fmt: skip
    desk.execute(anders)
    assert row(tafel, besluit_id).antwoord_voor == date(2026, 12, 16)
    desk.undo()
    assert (row(tafel, besluit_id).antwoord_voor, row(tafel, besluit_id).tekst) == (
        VOOR, "Gebiedsverbod rond het station.",
    )  # fmt: skip
    plan = replace(anders, type_code="vaststellen-plan", gremium_code="werktafel")
    assert refused(desk, plan) == ("plan_wordt_niet_gevraagd", "type_code")
    desk.execute(antwoord(besluit_id))
    assert refused(desk, anders)[0] == "besluit_wacht_niet"


def test_closed_minutes_keep_the_question_and_the_next_ones_tell_the_answer(
    tafel: tuple[Desk, str, str],
) -> None:
    desk, overleg_id, _ = tafel
    besluit_id = desk.execute(vraag(tafel)).id
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    op(desk, date(2026, 12, 4))
    desk.execute(replace(antwoord(besluit_id), op=date(2026, 12, 4)))
    assert next(b for b in blad(tafel).besluiten if b.id == besluit_id).vraagstand is Vraagstand.GEVRAAGD


def test_what_replaces_a_question_waits_for_the_same_answer(tafel: tuple[Desk, str, str]) -> None:
    desk, overleg_id, _ = tafel
    besluit_id = desk.execute(vraag(tafel)).id
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    nieuw = BesluitVervangen(
        besluit_id=besluit_id, tekst="Beter.", type_code="openbare-orde-maatregel", gremium_code="burgemeester",
        reden="onduidelijk", onderbouwing="x",
    )  # fmt: skip
    event = desk.execute(nieuw)
    assert (row(tafel, event.id).vraagstand, row(tafel, event.id).antwoord_voor) == (
        Vraagstand.GEVRAAGD,
        VOOR,
    )
    assert row(tafel, besluit_id).status is Besluitstatus.INGETROKKEN


def test_without_an_answer_there_is_none_to_take_back(tafel: tuple[Desk, str, str]) -> None:
    besluit_id = tafel[0].execute(vraag(tafel)).id
    terug = BesluitAntwoordTerugnemen(besluit_id=besluit_id)
    assert refused(tafel[0], terug)[0] == "besluit_niet_beantwoord"


def _vastleggen(tafel: tuple[Desk, str, str], type_code: str, gremium_code: str) -> BesluitVastleggen:
    return BesluitVastleggen(
        casus_id=tafel[2], overleg_id=tafel[1], tekst="Zo besloten.", type_code=type_code, gremium_code=gremium_code,
        onderbouwing="x",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("type_code", "gremium_code"),
    [
        ("huisverbod", "burgemeester"),  # the table may not take it at all
        ("vervolging", "openbaar-ministerie"),  # nor when that organisation sits at it
        ("afspraak", "burgemeester"),  # an office does not sit at the table
        ("aanhouden", "bestuurlijke-overlegtafel"),  # nor does another meeting
        ("voortzetten", "casustafel"),
    ],
)
def test_a_meeting_takes_no_decision_of_who_is_not_at_its_table(
    tafel: tuple[Desk, str, str], type_code: str, gremium_code: str
) -> None:
    desk = tafel[0]
    command = _vastleggen(tafel, type_code, gremium_code)
    assert refused(desk, command) == ("gremium_niet_aan_tafel", "gremium_code")
    buiten = desk.execute(
        replace(command, overleg_id=None)
    )  # recorded outside the meeting it is what they decided
    assert row(tafel, buiten.id).gremium_code == gremium_code
    gevraagd = desk.execute(replace(vraag(tafel), type_code=type_code, gremium_code=gremium_code))
    assert row(tafel, gevraagd.id).wacht
    eigen = desk.execute(_vastleggen(tafel, "afspraak", "werktafel"))
    anders = BesluitWijzigen(besluit_id=eigen.id, tekst="Zo.", type_code=type_code, gremium_code=gremium_code)
    assert refused(desk, replace(anders, onderbouwing="x"))[0] == "gremium_niet_aan_tafel"
    beter = BesluitVervangen(
        besluit_id=eigen.id,
        tekst="Zo.",
        type_code=type_code,
        gremium_code=gremium_code,
        reden="fout",
        onderbouwing="x",
    )
    assert refused(desk, beter)[0] == "gremium_niet_aan_tafel"


@pytest.mark.parametrize(
    ("type_code", "gremium_code"),
    [
        ("afspraak", "verhuurder"),
        ("aanhouden", "gemeente"),
        ("verzoek", "burgemeester"),
        ("advies", "kinderrechter"),
    ],
)
def test_a_partner_decides_on_its_own_and_the_table_requests_and_advises(
    tafel: tuple[Desk, str, str], type_code: str, gremium_code: str
) -> None:
    besluit = tafel[0].execute(_vastleggen(tafel, type_code, gremium_code))
    assert row(tafel, besluit.id).gremium_code == gremium_code


def test_a_decision_says_its_kind_and_a_body_that_fits(tafel: tuple[Desk, str, str]) -> None:
    desk, _, casus_id = tafel
    buiten = BesluitVastleggen(casus_id=casus_id, tekst="Zo.", type_code="afspraak", gremium_code="werktafel")
    for anders, weigering in (
        ({"type_code": ""}, ("besluittype_onbekend", "type_code")),
        ({"gremium_code": ""}, ("gremium_ontbreekt", "gremium_code")),
        ({"gremium_code": "bestaat-niet"}, ("gremium_ontbreekt", "gremium_code")),
        ({"type_code": "huisverbod"}, ("gremium_niet_bevoegd", "gremium_code")),
    ):
        assert refused(desk, replace(buiten, **anders)) == weigering
    with pytest.raises(TypeError, match="type_code"):
        BesluitVastleggen(casus_id=casus_id, tekst="Zo.", gremium_code="werktafel")  # type: ignore[call-arg]
    assert row(tafel, desk.execute(buiten).id).type_code == "afspraak"
