"""What a table sets for itself: each setting is a version, is read back, and holds for referring, triage and nazorg."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.dossier import dossier
from vhdesk.queries.instelling import STANDAARD, tafelinstellingen, tafelregels, tafelregels_alle
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.triage import triagelijst
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.desk import Desk
from vhdesk.services.tafelinstelling import (
    AanmeldersInstellen,
    AanmeldveldenInstellen,
    DetentieInstellen,
    NazorgInstellen,
    TerugkoppelingInstellen,
)
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Aanmeldbron, Aanmeldregel, Meldveld

KORT = (Meldveld.GEMEENTE, Meldveld.AANLEIDING)


def test_what_nobody_set_is_as_shipped(desk: Desk) -> None:
    tafel = meldingen.tafel(desk)
    assert desk.ask(tafelregels, tafel) == desk.ask(tafelregels, None) == STANDAARD
    assert (STANDAARD.aanmelders, STANDAARD.velden, STANDAARD.nazorg) == (
        Aanmeldregel.GEMEENTEN, tuple(Meldveld), (6, 12),
    )  # fmt: skip
    assert desk.ask(tafelregels_alle) == {}


def test_every_change_is_a_version_and_the_newest_holds(desk: Desk) -> None:
    tafel, ander = meldingen.tafel(desk), meldingen.tafel(desk, "Werktafel Almelo")
    for maanden in ((3,), (3, 9)):
        desk.execute(NazorgInstellen(tafel_id=tafel, maanden=maanden))
    desk.execute(AanmeldersInstellen(tafel_id=tafel, aanmelders=Aanmeldregel.PARTNERS))
    desk.execute(AanmeldveldenInstellen(tafel_id=tafel, velden=KORT[::-1]))
    regels = desk.ask(tafelregels, tafel)
    assert (regels.aanmelders, regels.velden, regels.nazorg) == (Aanmeldregel.PARTNERS, KORT, (3, 9))
    assert desk.ask(tafelregels_alle) == {tafel: regels}
    assert desk.ask(tafelregels, ander) == STANDAARD
    versies = [(rij.sleutel, rij.versie, rij.actor) for rij in desk.ask(tafelinstellingen, tafel)]
    assert len(versies) == 4 and ("nazorg_maanden", 2, desk.actor.naam) in versies


def test_the_terms_of_a_table_hold_where_they_are_used(desk: Desk) -> None:
    tafel, wie = meldingen.tafel(desk), meldingen.collega(desk)
    assert (STANDAARD.terugkoppeling_dagen, STANDAARD.detentie_maanden, STANDAARD.top_x_norm) == (7, 6, None)
    desk.execute(TerugkoppelingInstellen(tafel_id=tafel, dagen=3))
    desk.execute(DetentieInstellen(tafel_id=tafel, maanden=9))
    casus_id = desk.execute(meldingen.aanmelding(desk)).id
    desk.execute(meldingen.weging(casus_id, wie))
    (plicht,) = desk.ask(open_plichten)
    assert plicht.termijn == desk.clock.today() + timedelta(days=3)
    gebeurtenis = desk.execute(
        CasusAfschalen(casus_id=casus_id, reden_code="detentie", reden="Acht jaar cel.")
    )
    verloop = desk.ask(dossier, gebeurtenis.id).verloop
    brief = desk.ask(afschaalbrief, next(stap.id for stap in verloop if stap.heeft_brief)).brief
    assert brief.reden == "detentie (langer dan 9 maanden)"


@pytest.mark.parametrize("getal", [0, -1, 10_000])
def test_a_term_out_of_range_is_refused(desk: Desk, getal: int) -> None:
    tafel = meldingen.tafel(desk)
    for command, veld in (
        (TerugkoppelingInstellen(tafel_id=tafel, dagen=getal), "dagen"),
        (DetentieInstellen(tafel_id=tafel, maanden=getal), "detentie"),
    ):
        with pytest.raises(RuleViolation, match="instelling_buiten_bereik") as refusal:
            desk.execute(command)
        assert refusal.value.field == veld
    assert desk.ask(tafelregels, tafel) == STANDAARD


def test_the_gemeente_stays_required(desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="gemeente_blijft_verplicht") as refusal:
        desk.execute(AanmeldveldenInstellen(tafel_id=meldingen.tafel(desk), velden=(Meldveld.AANLEIDING,)))
    assert refusal.value.field == "velden"


def test_who_may_refer_is_the_rule_of_the_table(desk: Desk) -> None:
    melding = meldingen.aanmelding(
        desk, bron=Aanmeldbron.PARTNER, melder_organisatie_id=meldingen.organisatie(desk, "Politie")
    )
    with pytest.raises(RuleViolation, match="alleen_gemeente_meldt"):
        desk.execute(melding)
    desk.execute(AanmeldersInstellen(tafel_id=meldingen.tafel(desk), aanmelders=Aanmeldregel.PARTNERS))
    desk.execute(melding)


def test_what_must_be_said_is_the_rule_of_the_table_everywhere(desk: Desk) -> None:
    kaal = meldingen.aanmelding(desk, ingezet="", vastgelopen="", situatieschets="", leefgebieden=())
    casus_id = desk.execute(replace(kaal, partners=())).id
    with pytest.raises(RuleViolation, match="aanmelding_onvolledig"):
        desk.execute(TriageBeginnen(casus_id=casus_id))
    assert desk.ask(aanmelding, casus_id).ontbreekt == desk.ask(triagelijst)[0].ontbreekt != ()
    desk.execute(AanmeldveldenInstellen(tafel_id=meldingen.tafel(desk), velden=KORT))
    assert desk.ask(aanmelding, casus_id).ontbreekt == desk.ask(triagelijst)[0].ontbreekt == ()
    desk.execute(TriageBeginnen(casus_id=casus_id))
    assert desk.ask(aanmelding, casus_id).status is CasusStatus.IN_TRIAGE
