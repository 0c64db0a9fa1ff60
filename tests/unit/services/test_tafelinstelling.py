"""What a table sets for itself: each setting is a version, is read back, and holds for referring, triage and nazorg."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.instelling import STANDAARD, tafelinstellingen, tafelregels, tafelregels_alle
from vhdesk.queries.triage import triagelijst
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.services.desk import Desk
from vhdesk.services.tafelinstelling import AanmeldersInstellen, AanmeldveldenInstellen, NazorgInstellen
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
