"""The Top X of the house and of a table with a norm of its own, and the choice that Code Rood leaves open above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.caseload import GEDEELD, caseload_stand, caseloads
from vhdesk.queries.dossier import dossier
from vhdesk.queries.instelling import norm_historie, tafelinstellingen, tafelregels
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.triage import top_x_casussen
from vhdesk.services.aanmelding import AanmeldingTerugnemen
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.desk import Desk
from vhdesk.services.opschalen import CasusOpschalen, CasusOverdragen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.tafelinstelling import TopXNormBepalen
from vhdesk.services.topx import TopXPlaatsMaken
from vhdesk.vocabulary import CasusStatus, Opschaling
from vhdesk.vocabulary_triage import Plichtsoort, Weeguitkomst

ALMELO = "Werktafel Almelo"


def maak(desk: Desk, naam: str, tafel: str = "Werktafel Enschede", wie: str = "") -> str:
    """Return a case that was taken up in the Top X."""
    melding = meldingen.aanmelding(desk, naam)
    casus = replace(melding.casus, tafel_id=meldingen.tafel(desk, tafel))
    gemaakt = desk.execute(replace(melding, casus=casus)).id
    desk.execute(meldingen.weging(gemaakt, wie or meldingen.collega(desk, f"Procesmanager {naam}")))
    return gemaakt


def rood(desk: Desk) -> str:
    desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 2)))
    return desk.execute(meldingen.aanmelding(desk, "Rood", code_rood=True)).id


def keuze(desk: Desk) -> str | None:
    gevonden = [rij.id for rij in desk.ask(open_plichten) if rij.soort is Plichtsoort.TOP_X_KEUZE]
    return gevonden[0] if gevonden else None


def uit(casus_id: str) -> CasusAfschalen:
    return CasusAfschalen(casus_id=casus_id, reden_code="doelen-behaald", reden="Situatie stabiel")


def test_the_norm_of_the_house_has_its_versions(desk: Desk) -> None:
    assert desk.ask(norm_historie) == () and desk.ask(caseload_stand).norm == 250
    for norm in (300, 200):
        desk.execute(TopXNormBepalen(norm=norm))
    rijen = desk.ask(norm_historie)
    assert [(rij.versie, rij.waarde, rij.actor) for rij in rijen] == [
        (2, 200, desk.actor.naam), (1, 300, desk.actor.naam),
    ]  # fmt: skip
    desk.undo()
    assert desk.ask(caseload_stand).norm == 300 and len(desk.ask(norm_historie)) == 3, (
        "what held stays readable"
    )
    with pytest.raises(RuleViolation, match="norm_onmogelijk"):
        desk.execute(TopXNormBepalen(norm=None))


def test_a_table_with_a_norm_of_its_own_has_its_own_list(desk: Desk) -> None:
    almelo, enschede = meldingen.tafel(desk, ALMELO), meldingen.tafel(desk)
    maak(desk, "Een")
    weg = maak(desk, "Twee", ALMELO)
    assert [(lijst.id, lijst.top_x) for lijst in desk.ask(caseloads)] == [(GEDEELD, 2)]
    desk.execute(TopXNormBepalen(norm=1, tafel_id=almelo))
    assert [(lijst.id, lijst.tafel, lijst.top_x, lijst.norm) for lijst in desk.ask(caseloads)] == [
        (GEDEELD, "", 1, 250), (almelo, ALMELO, 1, 1),
    ]  # fmt: skip
    assert desk.ask(caseload_stand, almelo).norm == 1 and desk.ask(caseload_stand, enschede).norm == 250
    assert desk.ask(dossier, weg).stand.tafel == ALMELO
    assert desk.ask(tafelregels, almelo).top_x_norm == 1 and len(desk.ask(tafelinstellingen, almelo)) == 1
    maak(desk, "Drie")  # the list of the house is not full
    with pytest.raises(RuleViolation, match="top_x_vol"):
        maak(desk, "Vier", ALMELO)
    desk.execute(TopXNormBepalen(norm=None, tafel_id=almelo))
    assert [lijst.top_x for lijst in desk.ask(caseloads)] == [3], "it counts in that of the house again"
    assert desk.undo_label is not None
    desk.undo()
    assert desk.ask(caseload_stand, almelo).norm == 1


def test_room_is_made_in_the_same_list(desk: Desk) -> None:
    almelo, wie = meldingen.tafel(desk, ALMELO), meldingen.collega(desk)
    hier, elders = maak(desk, "Hier", ALMELO), maak(desk, "Elders")
    desk.execute(TopXNormBepalen(norm=1, tafel_id=almelo))
    melding = meldingen.aanmelding(desk, "Nieuw")
    nieuw = desk.execute(replace(melding, casus=replace(melding.casus, tafel_id=almelo))).id
    assert [rij.id for rij in desk.ask(top_x_casussen, voor=nieuw)] == [hier]
    with pytest.raises(RuleViolation, match="niet_in_top_x"):
        desk.execute(meldingen.weging(nieuw, wie, uittreden=uit(elders)))
    desk.execute(meldingen.weging(nieuw, wie, uittreden=uit(hier)))
    assert desk.ask(caseload_stand, almelo).top_x == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda casus_id, tafel_id: CasusOverdragen(
            casus_id=casus_id, naar_tafel_id=tafel_id, reden="verhuisd"
        ),
        lambda casus_id, tafel_id: CasusOpschalen(
            casus_id=casus_id, soort=Opschaling.TAFEL, naar_tafel_id=tafel_id, reden="zwaarder"
        ),
    ],
)
def test_a_case_that_goes_to_a_full_list_asks_which_case_leaves_there(
    desk: Desk, act: Callable[[str, str], CasusOverdragen | CasusOpschalen]
) -> None:
    almelo = meldingen.tafel(desk, ALMELO)
    daar, komt, elders = maak(desk, "Daar", ALMELO), maak(desk, "Komt"), maak(desk, "Elders")
    desk.execute(TopXNormBepalen(norm=1, tafel_id=almelo))
    kaal = act(komt, almelo)
    for uittreden, code, field in (
        (None, "top_x_daar_vol", "uittreden"),
        (uit(elders), "niet_in_top_x", "uittreden"),
        (uit(komt), "niet_in_top_x", "uittreden"),
        (replace(uit(daar), reden=" "), "reden_ontbreekt", "uittreden_reden"),
    ):
        with pytest.raises(RuleViolation, match=code) as refusal:
            desk.execute(replace(kaal, uittreden=uittreden))
        assert refusal.value.field == field
    assert desk.ask(dossier, komt).kop.tafel_id != almelo, "nothing half done"
    assert {rij.id for rij in desk.ask(top_x_casussen, voor=komt, naar_tafel_id=almelo)} == {daar}
    desk.execute(replace(kaal, uittreden=uit(daar)))
    assert desk.ask(dossier, komt).kop.tafel_id == almelo
    assert desk.ask(caseload_stand, almelo).over == 0
    assert desk.ask(dossier, daar).kop.status is CasusStatus.NAZORG


def test_a_case_that_stays_in_its_list_or_is_helped_asks_nothing(desk: Desk) -> None:
    almelo = meldingen.tafel(desk, ALMELO)
    komt = maak(desk, "Komt")
    desk.execute(TopXNormBepalen(norm=1))
    desk.execute(CasusOverdragen(casus_id=komt, naar_tafel_id=almelo, reden="zelfde lijst"))
    maak_vol = TopXNormBepalen(norm=1, tafel_id=meldingen.tafel(desk))
    desk.execute(maak_vol)
    maak(desk, "Vol")
    wie = meldingen.collega(desk, "Weger")
    desk.execute(meldingen.weging(komt, wie, Weeguitkomst.HULP))
    desk.execute(CasusOverdragen(casus_id=komt, naar_tafel_id=meldingen.tafel(desk), reden="hulp telt apart"))
    assert desk.ask(dossier, komt).kop.tafel_id == meldingen.tafel(desk)


def test_code_rood_enters_a_full_top_x_and_leaves_the_choice(desk: Desk) -> None:
    vol = maak(desk, "Vol")
    desk.execute(TopXNormBepalen(norm=1))
    casus_id = rood(desk)
    assert desk.ask(aanmelding, casus_id).status is CasusStatus.IN_BEHANDELING, "it waits for nothing"
    assert desk.ask(caseload_stand).over == 1
    plicht = keuze(desk)
    assert plicht is not None
    with pytest.raises(RuleViolation, match="top_x_keuze_open"):
        desk.execute(PlichtVervullen(plicht_id=plicht, wijze="later"))
    with pytest.raises(RuleViolation, match="niet_in_top_x"):
        desk.execute(TopXPlaatsMaken(plicht_id=plicht, uittreden=uit(casus_id)))
    desk.execute(TopXPlaatsMaken(plicht_id=plicht, uittreden=uit(vol)))
    assert keuze(desk) is None and desk.ask(caseload_stand).over == 0
    ander = desk.ask(dossier, vol)
    assert ander.kop.status is CasusStatus.NAZORG and any(stap.heeft_brief for stap in ander.verloop)
    gedaan = next(
        rij for rij in desk.ask(aanmelding, casus_id).plichten if rij.soort is Plichtsoort.TOP_X_KEUZE
    )
    assert gedaan.wijze == ander.kop.nummer
    with pytest.raises(RuleViolation, match="plicht_al_gedaan"):
        desk.execute(TopXPlaatsMaken(plicht_id=plicht, uittreden=uit(vol)))


@pytest.mark.parametrize("uitkomst", [Weeguitkomst.TOP_X, Weeguitkomst.HULP])
def test_its_weighing_makes_the_choice_too(desk: Desk, uitkomst: Weeguitkomst) -> None:
    vol, wie = maak(desk, "Vol"), meldingen.collega(desk)
    desk.execute(TopXNormBepalen(norm=1))
    casus_id = rood(desk)
    kaal = meldingen.weging(casus_id, wie, uitkomst)
    if uitkomst is Weeguitkomst.TOP_X:
        with pytest.raises(RuleViolation, match="top_x_vol"):
            desk.execute(kaal)
        kaal = replace(kaal, uittreden=uit(vol))
    desk.execute(kaal)
    assert keuze(desk) is None and desk.ask(caseload_stand).over == 0


def test_when_there_is_room_again_the_duty_can_be_done(desk: Desk) -> None:
    maak(desk, "Vol")
    desk.execute(TopXNormBepalen(norm=1))
    casus_id = rood(desk)
    plicht = keuze(desk)
    assert plicht is not None
    desk.execute(TopXNormBepalen(norm=2))
    desk.execute(PlichtVervullen(plicht_id=plicht, wijze="de norm is verhoogd"))
    assert keuze(desk) is None
    gemeente = next(rij.id for rij in desk.ask(open_plichten) if rij.casus_id == casus_id)
    with pytest.raises(RuleViolation, match="plicht_is_geen_keuze"):
        desk.execute(TopXPlaatsMaken(plicht_id=gemeente, uittreden=uit(casus_id)))


def test_below_the_norm_code_rood_leaves_no_choice_and_undo_takes_the_duty_along(desk: Desk) -> None:
    rood(desk)
    assert keuze(desk) is None
    desk.execute(TopXNormBepalen(norm=1))
    tweede = desk.execute(meldingen.aanmelding(desk, "Rooder", code_rood=True)).id
    assert keuze(desk) is not None
    desk.execute(AanmeldingTerugnemen(casus_id=tweede))
    assert keuze(desk) is None
