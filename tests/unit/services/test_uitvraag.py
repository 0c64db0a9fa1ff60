"""The uitvraag: only parties are asked, answers and reminders are undone, and it comes back with its meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from vhdesk.errors import RuleViolation
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.bekendheid import bekendheid
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.uitvraag import Uitvraagbord, uitvraagbord
from vhdesk.queries.verslag import verslag
from vhdesk.queries.zaal import omstanders
from vhdesk.services.agenda import CasusVanAgendaHalen
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerWeghalen, GeheimhoudingBevestigen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.overleg import OverlegAfzeggen, OverlegOpenen, OverlegSluiten
from vhdesk.services.uitvraag import HerinneringTerugnemen, PartnerHerinneren, UitvraagBepalen
from vhdesk.vocabulary import Aanwezigheid, Bronregime
from vhdesk.vocabulary_triage import Bekendheidstand
from vhdesk.vocabulary_uitvraag import Uitvraagstand

Dump = Callable[[Desk], Any]
Bord = tuple[Desk, str, Callable[[], Uitvraagbord]]


@pytest.fixture
def bord(oefen: Any) -> Bord:
    """The practice meeting before it opens: desk, meeting and a way to ask its board."""
    desk, result = oefen
    return desk, result.overleg_id, lambda: desk.ask(uitvraagbord, result.overleg_id)


def vraag(bord: Bord, organisatie: str, plaats: int, stand: Uitvraagstand | None, **meer: Any) -> None:
    desk, overleg_id, lees = bord
    rij = next(rij for rij in lees().rijen if rij.organisatie == organisatie)
    casus_id = lees().casussen[plaats - 1].id
    desk.execute(
        UitvraagBepalen(overleg_id=overleg_id, casus_id=casus_id, organisatie_id=rij.id, stand=stand, **meer)
    )


def cel(bord: Bord, organisatie: str, plaats: int) -> Any:
    rij = next(rij for rij in bord[2]().rijen if rij.organisatie == organisatie)
    return rij.cellen[plaats - 1]


def test_who_is_asked_is_who_may_stay_in_the_room(bord: Bord) -> None:
    desk, overleg_id, lees = bord
    rijen = {rij.organisatie: rij for rij in lees().rijen}
    huis = {"Zorg- en Veiligheidshuis Twente"}
    mensen = {row.id: row.organisatie for row in desk.ask(deelnemers, overleg_id)}
    for identity in mensen:
        desk.execute(AanwezigheidVastleggen(deelnemer_id=identity, aanwezigheid=Aanwezigheid.AANWEZIG))
    for punt in desk.ask(agenda, overleg_id).punten:
        if punt.casus_id is None:
            continue
        gevraagd = {naam for naam, rij in rijen.items() if rij.cel(punt.casus_id) is not None}
        eruit = {row.organisatie for row in desk.ask(omstanders, punt.id)}
        assert not gevraagd & eruit
        assert set(mensen.values()) - eruit - huis <= gevraagd


def test_an_organisation_that_is_no_party_is_not_asked(bord: Bord) -> None:
    desk, overleg_id, lees = bord
    vreemd = next(
        (rij, casus)
        for rij in lees().rijen
        for casus, each in zip(lees().casussen, rij.cellen, strict=True)
        if each is None
    )
    with pytest.raises(RuleViolation, match="organisatie_geen_partij"):
        desk.execute(
            UitvraagBepalen(
                overleg_id=overleg_id, casus_id=vreemd[1].id, organisatie_id=vreemd[0].id,
                stand=Uitvraagstand.GEVRAAGD,
            )
        )  # fmt: skip


def test_asked_answered_refused_and_undone(bord: Bord, dump: Dump) -> None:
    desk = bord[0]
    before = dump(desk)
    with pytest.raises(RuleViolation, match="uitvraag_niet_gedaan"):
        vraag(bord, "Politie", 1, None)
    vraag(bord, "Politie", 1, Uitvraagstand.GEVRAAGD)
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        vraag(bord, "Politie", 1, Uitvraagstand.GEWEIGERD, reden=" ")
    vraag(bord, "Politie", 1, Uitvraagstand.GEWEIGERD, reden="Lopend onderzoek.")
    assert cel(bord, "Politie", 1).reden == "Lopend onderzoek."
    vraag(bord, "Politie", 1, None)
    assert cel(bord, "Politie", 1).stand is None
    desk.undo()
    assert cel(bord, "Politie", 1).stand is Uitvraagstand.GEWEIGERD
    vraag(bord, "Politie", 1, Uitvraagstand.NIETS_BEKEND)
    assert (cel(bord, "Politie", 1).reden, cel(bord, "Politie", 1).open) == ("", False)
    for _ in range(3):
        desk.undo()
    assert dump(desk) == before


def test_received_is_proposed_once_something_was_brought_in(bord: Bord) -> None:
    desk, _, lees = bord
    casus_id = lees().casussen[0].id
    org = {
        row.organisatie: row.organisatie_id
        for row in desk.ask(bekendheid, casus_id)
        if row.stand is Bekendheidstand.BEKEND
    }
    naam = next(rij.organisatie for rij in lees().rijen if rij.organisatie in org and rij.cel(casus_id))
    desk.clock.moment += timedelta(days=40)  # type: ignore[attr-defined]
    vraag(bord, naam, 1, Uitvraagstand.GEVRAAGD)
    assert not cel(bord, naam, 1).voorstel
    desk.execute(
        InbrengVastleggen(
            casus_id=casus_id, organisatie_id=org[naam], leefgebied_code="huisvesting", tekst="Woont nog thuis.",
            regime=Bronregime.WPG,
        )
    )  # fmt: skip
    assert cel(bord, naam, 1).voorstel
    vraag(bord, naam, 1, Uitvraagstand.ONTVANGEN)
    assert not cel(bord, naam, 1).voorstel


def test_a_reminder_is_of_the_open_questions_and_is_undone(bord: Bord, dump: Dump) -> None:
    desk, overleg_id, lees = bord
    politie = next(rij.id for rij in lees().rijen if rij.organisatie == "Politie")
    with pytest.raises(RuleViolation, match="niets_te_herinneren"):
        desk.execute(PartnerHerinneren(overleg_id=overleg_id, organisatie_id=politie))
    with pytest.raises(RuleViolation, match="niets_te_herinneren"):
        desk.execute(HerinneringTerugnemen(overleg_id=overleg_id, organisatie_id=politie, momenten=()))
    vraag(bord, "Politie", 1, Uitvraagstand.GEVRAAGD)
    before = dump(desk)
    desk.execute(PartnerHerinneren(overleg_id=overleg_id, organisatie_id=politie))
    after = dump(desk)
    assert cel(bord, "Politie", 1).herinnerd_op == desk.clock.now()
    desk.clock.moment += timedelta(hours=1)  # type: ignore[attr-defined]
    desk.undo()
    assert dump(desk) == before
    desk.redo()
    assert dump(desk) == after


def test_it_stays_when_the_case_leaves_the_agenda_and_comes_back_with_the_meeting(
    bord: Bord, dump: Dump
) -> None:
    desk, overleg_id, lees = bord
    vraag(bord, "Politie", 1, Uitvraagstand.NIETS_BEKEND)
    punt = next(
        punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id == lees().casussen[0].id
    )
    desk.execute(CasusVanAgendaHalen(agendapunt_id=punt.id))
    assert punt.casus_id not in [casus.id for casus in lees().casussen]
    desk.undo()
    before = dump(desk)
    desk.execute(OverlegAfzeggen(overleg_id=overleg_id))
    desk.undo()
    assert dump(desk) == before
    assert cel(bord, "Politie", 1).stand is Uitvraagstand.NIETS_BEKEND


def test_secrecy_is_confirmed_per_person_and_meeting(bord: Bord, dump: Dump) -> None:
    desk, overleg_id, _ = bord
    before = dump(desk)
    row = desk.ask(deelnemers, overleg_id)[-1]
    desk.execute(GeheimhoudingBevestigen(deelnemer_id=row.id))
    confirmed = dump(desk)
    assert desk.ask(deelnemers, overleg_id)[-1].geheimhouding_op == desk.clock.now()
    desk.execute(DeelnemerWeghalen(deelnemer_id=row.id))
    desk.undo()
    assert dump(desk) == confirmed
    desk.execute(GeheimhoudingBevestigen(deelnemer_id=row.id, bevestigd=False))
    desk.undo()
    desk.undo()
    assert dump(desk) == before


def test_the_minutes_say_who_confirmed(bord: Bord) -> None:
    desk, overleg_id, _ = bord
    eerste, *_anderen = desk.ask(deelnemers, overleg_id)
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    desk.execute(GeheimhoudingBevestigen(deelnemer_id=eerste.id))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="proef"))
    minutes = desk.ask(verslag, overleg_id)
    assert [row.naam for row in minutes.deelnemers if row.geheimhouding] == [eerste.naam]
    with pytest.raises(RuleViolation, match="overleg_gesloten"):
        desk.execute(GeheimhoudingBevestigen(deelnemer_id=eerste.id, bevestigd=False))
    text = "".join(
        page.extract_text()
        for page in PdfReader(
            BytesIO(verslag_pdf(minutes, clock_now=desk.clock.now(), program_version="0"))
        ).pages
    )
    assert text.count("geheimhouding bevestigd") == 1
