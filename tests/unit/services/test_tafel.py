from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from vhdesk.errors import RuleViolation, StaleVersion
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import TafelRow, gemeenten, organisaties, tafelleden, tafels
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.gemeente import GemeenteWijzigen
from vhdesk.services.organisatie import MedewerkerToevoegen, MedewerkerWijzigen, OrganisatieToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.tafel import (
    TafellidAanwijzen,
    TafellidToevoegen,
    TafellidVerwijderen,
    TafelToevoegen,
    TafelVerwijderen,
    TafelWijzigen,
)
from vhdesk.vocabulary import Organisatiesoort, Tafelregime, Tafelsoort

WGS, WERKTAFEL = Tafelregime.WGS, Tafelsoort.WERKTAFEL


def tafel(desk: Desk, code: str = "werktafel-enschede") -> TafelRow:
    return next(rij for rij in desk.ask(tafels, ook_inactief=True) if rij.code == code)


def organisatie_id(desk: Desk, code: str) -> str:
    return next(rij.id for rij in desk.ask(organisaties) if rij.code == code)


def wijziging(rij: TafelRow, **velden: Any) -> TafelWijzigen:
    oud = {
        "naam": rij.naam,
        "soort": rij.soort,
        "regime": rij.regime,
        "plaats": rij.plaats,
        "frequentie": rij.frequentie,
        "begintijd": rij.begintijd,
        "duur_minuten": rij.duur_minuten,
    }
    return TafelWijzigen(tafel_id=rij.id, **(oud | velden))


def test_add_and_rules(desk: Desk) -> None:
    desk.execute(
        TafelToevoegen(
            naam="Werktafel Borne", soort=WERKTAFEL, regime=WGS, begintijd=time(9), duur_minuten=90
        )
    )
    rij = tafel(desk, "werktafel-borne")
    assert (rij.begintijd, rij.duur_minuten, rij.leden) == (time(9), 90, 0)
    for velden, code in (
        ({"naam": "werktafel borne"}, "naam_bestaat"),
        ({"naam": ""}, "naam_ontbreekt"),
        ({"naam": "x", "duur_minuten": 4}, "duur_onmogelijk"),
        ({"naam": "x", "duur_minuten": 601}, "duur_onmogelijk"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(TafelToevoegen(soort=WERKTAFEL, regime=WGS, **velden))  # type: ignore[arg-type]


def test_stale_change_is_refused(desk: Desk) -> None:
    rij = tafel(desk)
    desk.execute(wijziging(rij, plaats="elders", version=rij.version))
    with pytest.raises(StaleVersion):
        desk.execute(wijziging(rij, plaats="nog elders", version=rij.version))


def test_law_is_fixed_once_the_table_met(desk: Desk) -> None:
    rij = tafel(desk)
    overleg = desk.execute(OverlegPlannen(tafel_id=rij.id, datum=date(2026, 12, 2)))
    desk.execute(wijziging(rij, regime=Tafelregime.PGA_RADICALISERING))
    desk.execute(wijziging(rij))
    with pytest.raises(RuleViolation, match="tafel_heeft_overleg"):
        desk.execute(wijziging(rij, actief=False))
    desk.execute(OverlegOpenen(overleg_id=overleg.id))
    with pytest.raises(RuleViolation, match="tafel_regime_vast"):
        desk.execute(wijziging(rij, regime=Tafelregime.PGA_RADICALISERING))


def test_table_in_use_stays(desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="in_gebruik"):
        desk.execute(TafelVerwijderen(tafel_id=tafel(desk).id))


def test_members(desk: Desk) -> None:
    rij = tafel(desk)
    politie, halt = organisatie_id(desk, "politie"), organisatie_id(desk, "halt")
    persoon = desk.execute(MedewerkerToevoegen(organisatie_id=politie, naam="Nel Pen"))
    with pytest.raises(RuleViolation, match="tafellid_bestaat"):
        desk.execute(TafellidToevoegen(tafel_id=rij.id, organisatie_id=politie))
    with pytest.raises(RuleViolation, match="medewerker_andere_organisatie"):
        desk.execute(TafellidToevoegen(tafel_id=rij.id, organisatie_id=halt, medewerker_id=persoon.id))
    desk.execute(TafellidToevoegen(tafel_id=rij.id, organisatie_id=politie, medewerker_id=persoon.id))
    with pytest.raises(RuleViolation, match="tafellid_bestaat"):
        desk.execute(TafellidToevoegen(tafel_id=rij.id, organisatie_id=politie, medewerker_id=persoon.id))
    assert "Nel Pen" in {lid.medewerker for lid in desk.ask(tafelleden, rij.id)}
    desk.execute(MedewerkerWijzigen(medewerker_id=persoon.id, naam="Nel Pen", actief=False))
    with pytest.raises(RuleViolation, match="medewerker_uit_dienst"):
        desk.execute(
            TafellidToevoegen(
                tafel_id=tafel(desk, "werktafel-almelo").id, organisatie_id=politie, medewerker_id=persoon.id
            )
        )


def test_gemeente_rules(desk: Desk) -> None:
    borne = next(rij for rij in desk.ask(gemeenten) if rij.code == "borne")
    for velden, code in (
        ({"naam": "Enschede"}, "naam_bestaat"),
        ({"naam": " "}, "naam_ontbreekt"),
        ({"naam": "Borne", "bijdrage_cent": -1}, "bedrag_negatief"),
        ({"naam": "Borne", "aandeel_promille": 1001}, "aandeel_onmogelijk"),
        ({"naam": "Borne", "veiligheidskamer": "nergens"}, "veiligheidskamer_onbekend"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(GemeenteWijzigen(gemeente_id=borne.id, **velden))  # type: ignore[arg-type]
    desk.execute(
        GemeenteWijzigen(
            gemeente_id=borne.id, naam="Borne", bijdrage_cent=5, organisatie_id=borne.organisatie_id
        )
    )
    na = next(rij for rij in desk.ask(gemeenten) if rij.code == "borne")
    assert (na.bijdrage_cent, na.organisatie) == (5, "Gemeente Borne")


def test_who_comes_for_a_member_can_be_said_later(desk: Desk) -> None:
    rij = tafel(desk)
    politie = organisatie_id(desk, "politie")
    lid = next(lid for lid in desk.ask(tafelleden, rij.id) if lid.organisatie_id == politie)
    assert lid.medewerker_id is None
    nel = desk.execute(MedewerkerToevoegen(organisatie_id=politie, naam="Nel Pen"))
    wim = desk.execute(MedewerkerToevoegen(organisatie_id=organisatie_id(desk, "halt"), naam="Wim Dak"))
    desk.execute(TafellidAanwijzen(tafellid_id=lid.id, medewerker_id=nel.id))
    assert "Nel Pen" in {row.medewerker for row in desk.ask(tafelleden, rij.id)}
    with pytest.raises(RuleViolation, match="medewerker_andere_organisatie"):
        desk.execute(TafellidAanwijzen(tafellid_id=lid.id, medewerker_id=wim.id))
    desk.execute(TafellidToevoegen(tafel_id=rij.id, organisatie_id=politie))
    with pytest.raises(RuleViolation, match="tafellid_bestaat"):
        desk.execute(TafellidAanwijzen(tafellid_id=lid.id, medewerker_id=None))


def test_the_journaal_tells_every_version_of_the_region(desk: Desk) -> None:
    borne = next(rij for rij in desk.ask(gemeenten) if rij.code == "borne")
    desk.execute(
        GemeenteWijzigen(
            gemeente_id=borne.id, naam="Borne", bijdrage_cent=130_000, aandeel_promille=borne.aandeel_promille,
            verhoging_cent=borne.verhoging_cent, organisatie_id=borne.organisatie_id,
        )
    )  # fmt: skip
    assert desk.ask(journaal)[0].bijzonderheden == "borne versie 2: bijdrage_cent 123700 > 130000"
    rij = tafel(desk)
    desk.execute(wijziging(rij, plaats="Elders", toelichting="x" * 200, actief=False))
    regel = desk.ask(journaal)[0].bijzonderheden
    assert regel.startswith(f"{rij.code} versie 2: plaats ") and "> Elders" in regel
    assert "…" in regel and "actief True > False" in regel


def test_what_is_still_there_does_not_come_back(desk: Desk, dump: Callable[[Desk], object]) -> None:
    rij, halt = tafel(desk), organisatie_id(desk, "halt")
    lid = desk.ask(tafelleden, rij.id)[0]
    voor = dump(desk)
    for act in (
        TafelToevoegen(naam="Nieuw", soort=WERKTAFEL, regime=WGS, tafel_id=rij.id),
        TafellidToevoegen(tafel_id=rij.id, organisatie_id=halt, tafellid_id=lid.id),
        OrganisatieToevoegen(naam="Nieuw", soort=Organisatiesoort.ZORG, organisatie_id=halt),
    ):
        with pytest.raises(RuleViolation, match="id_in_gebruik"):
            desk.execute(act)
    assert dump(desk) == voor


def _acts(desk: Desk) -> list[Command]:
    rij = tafel(desk)
    desk.execute(TafelToevoegen(naam="Leeg", soort=WERKTAFEL, regime=WGS, toelichting="t", frequentie="f"))
    apeldoorn = next(g for g in desk.ask(gemeenten) if g.code == "apeldoorn")
    return [
        TafelToevoegen(naam="Nieuw", soort=WERKTAFEL, regime=WGS),
        wijziging(rij, naam="Anders", toelichting="t", duur_minuten=60),
        TafelVerwijderen(tafel_id=tafel(desk, "leeg").id),
        TafellidToevoegen(tafel_id=rij.id, organisatie_id=organisatie_id(desk, "halt")),
        TafellidVerwijderen(tafellid_id=desk.ask(tafelleden, rij.id)[0].id),
        _aangewezen(desk, rij),
        GemeenteWijzigen(gemeente_id=apeldoorn.id, naam="Apeldoorn", zetelgemeente=False),
    ]


def _aangewezen(desk: Desk, rij: TafelRow) -> TafellidAanwijzen:
    lid = desk.ask(tafelleden, rij.id)[0]
    komt = desk.execute(MedewerkerToevoegen(organisatie_id=lid.organisatie_id, naam="Nel Pen"))
    return TafellidAanwijzen(tafellid_id=lid.id, medewerker_id=komt.id)


@pytest.mark.parametrize("nummer", range(7))
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
