from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.referentie import (
    ReferentiewaardeRow,
    referentie_historie,
    referentie_lijsten,
    referentie_namen,
    referentie_waarden,
)
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.referentie import (
    ReferentiewaardeToevoegen,
    ReferentiewaardeVervallen,
    ReferentiewaardeWijzigen,
    ReferentiewijzigingTerugnemen,
)


def versie(desk: Desk, lijst: str) -> int:
    return next(rij.versie for rij in desk.ask(referentie_lijsten) if rij.id == lijst)


def waarde(desk: Desk, lijst: str, code: str) -> ReferentiewaardeRow | None:
    return next((rij for rij in desk.ask(referentie_waarden, lijst) if rij.code == code), None)


def test_add(desk: Desk) -> None:
    desk.execute(
        ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="Dak- en thuisloos", aliassen=("DT",))
    )
    rij = waarde(desk, "doelgroepen", "dak-en-thuisloos")
    assert rij is not None
    assert (rij.versie_van, rij.kenmerken["aliassen"]) == (2, ["DT"])
    assert rij.volgorde == max(w.volgorde for w in desk.ask(referentie_waarden, "doelgroepen"))
    assert versie(desk, "doelgroepen") == 2


def test_change_keeps_the_old_word(desk: Desk) -> None:
    oud = waarde(desk, "doelgroepen", "risicojeugd")
    assert oud is not None
    desk.execute(ReferentiewaardeWijzigen(lijst_code="doelgroepen", code="risicojeugd", naam="Jongeren"))
    rijen = [rij for rij in desk.ask(referentie_historie, "doelgroepen") if rij.code == "risicojeugd"]
    assert [(r.naam, r.versie_van, r.versie_tot) for r in rijen] == [("Jongeren", 2, None), (oud.naam, 1, 1)]
    assert rijen[0].kenmerken == oud.kenmerken
    assert rijen[0].volgorde == oud.volgorde


def test_expire_leaves_the_name_of_old_cases(desk: Desk) -> None:
    desk.execute(ReferentiewaardeVervallen(lijst_code="doelgroepen", code="risicojeugd"))
    assert waarde(desk, "doelgroepen", "risicojeugd") is None
    assert desk.ask(referentie_namen, "doelgroepen")["doelgroepen"]["risicojeugd"] == "Risicojeugd"
    with pytest.raises(NotFound):
        desk.execute(ReferentiewaardeVervallen(lijst_code="doelgroepen", code="risicojeugd"))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam=" "), "naam_ontbreekt"),
        (ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="code ROOD"), "naam_bestaat"),
        (ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="X", aliassen=("hg",)), "alias_bestaat"),
        (ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="X", code="code-rood"), "code_bestaat"),
        (ReferentiewaardeToevoegen(lijst_code="regimes", naam="X"), "lijst_vast"),
        (ReferentiewaardeVervallen(lijst_code="zrm_scores", code="acuut"), "lijst_vast"),
        (ReferentiewaardeToevoegen(lijst_code="besluittypen", naam="X"), "gremium_ontbreekt"),
        (ReferentiewaardeToevoegen(lijst_code="besluittypen", naam="X", gremia=("y",)), "gremium_onbekend"),
        (ReferentiewaardeToevoegen(lijst_code="zrm_domeinen", naam="X"), "leefgebied_onbekend"),
        (
            ReferentiewaardeWijzigen(lijst_code="zrm_domeinen", code="justitie", leefgebied="y"),
            "leefgebied_onbekend",
        ),
        (
            ReferentiewaardeToevoegen(
                lijst_code="besluittypen", naam="X", gremia=("werktafel",), gremium_is="z"
            ),
            "gremium_is_onbekend",
        ),
    ],
)
def test_refusals_change_nothing(
    desk: Desk, dump: Callable[[Desk], object], command: Command, code: str
) -> None:
    voor = dump(desk)
    with pytest.raises(RuleViolation, match=code):
        desk.execute(command)
    assert dump(desk) == voor


def test_unknown_list(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.execute(ReferentiewaardeToevoegen(lijst_code="bestaat-niet", naam="X"))


def test_besluittype_keeps_and_changes_its_gremia(desk: Desk) -> None:
    desk.execute(
        ReferentiewaardeWijzigen(lijst_code="besluittypen", code="vaststellen-plan", gremia=("stuurgroep",))
    )
    rij = waarde(desk, "besluittypen", "vaststellen-plan")
    assert rij is not None
    assert rij.kenmerken["gremia"] == ["stuurgroep"]
    assert rij.kenmerken["vereist_onderbouwing"] is True


def test_last_value_of_a_list_stays(desk: Desk) -> None:
    for rij in desk.ask(referentie_waarden, "veiligheidskamers")[1:]:
        desk.execute(ReferentiewaardeVervallen(lijst_code="veiligheidskamers", code=rij.code))
    laatste = desk.ask(referentie_waarden, "veiligheidskamers")[0]
    with pytest.raises(RuleViolation, match="lijst_wordt_leeg"):
        desk.execute(ReferentiewaardeVervallen(lijst_code="veiligheidskamers", code=laatste.code))


def test_a_used_value_does_not_disappear(desk: Desk) -> None:
    desk.execute(ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="Nieuw"))
    gewijzigd_op = desk.clock.now() - timedelta(days=1)
    persoon = Persoonsgegevens(geslachtsnaam="Toets")
    desk.execute(CasusAanmelden(hoofdbetrokkene=persoon, doelgroep_code="nieuw"))
    terug = ReferentiewijzigingTerugnemen(lijst_code="doelgroepen", versie=2, gewijzigd_op=gewijzigd_op)
    with pytest.raises(RuleViolation, match="in_gebruik"):
        desk.execute(terug)
    desk.undo()
    desk.execute(ReferentiewaardeWijzigen(lijst_code="doelgroepen", code="nieuw", naam="Nieuwer"))
    with pytest.raises(RuleViolation, match="lijst_verder_gewijzigd"):
        desk.execute(terug)


@pytest.mark.parametrize("lijst", ["doelgroepen", "zrm_scores", "veiligheidskamers"])
def test_the_version_a_list_came_with_cannot_be_taken_back(
    desk: Desk, dump: Callable[[Desk], object], lijst: str
) -> None:
    voor = dump(desk)
    terug = ReferentiewijzigingTerugnemen(lijst_code=lijst, versie=1, gewijzigd_op=desk.clock.now())
    with pytest.raises(RuleViolation, match="lijst_nooit_gewijzigd"):
        desk.execute(terug)
    assert dump(desk) == voor


def test_new_besluittype_can_be_taken(desk: Desk) -> None:
    desk.execute(
        ReferentiewaardeToevoegen(lijst_code="besluittypen", naam="proefbesluit", gremia=("werktafel",))
    )
    casus = desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets")))
    desk.execute(
        BesluitVastleggen(casus_id=casus.id, tekst="x", type_code="proefbesluit", gremium_code="werktafel")
    )


_UNDO: list[Command] = [
    ReferentiewaardeToevoegen(lijst_code="doelgroepen", naam="Nieuw", omschrijving="o", aliassen=("N1",)),
    ReferentiewaardeToevoegen(
        lijst_code="besluittypen", naam="Nieuw", gremia=("stuurgroep",), gremium_is="ontvanger"
    ),
    ReferentiewaardeWijzigen(
        lijst_code="doelgroepen", code="risicojeugd", naam="J", aliassen=(), volgorde=99
    ),
    ReferentiewaardeWijzigen(lijst_code="leefgebieden", code="huisvesting", naam="wonen"),
    ReferentiewaardeVervallen(lijst_code="doelgroepen", code="risicojeugd"),
    ReferentiewaardeToevoegen(lijst_code="zrm_domeinen", naam="ouderschap", leefgebied="opvoeding"),
    ReferentiewaardeWijzigen(lijst_code="interventies", code="mentor", leefgebied="vrije-tijd"),
]


@pytest.mark.parametrize("nummer", range(len(_UNDO)))
def test_undo_restores_the_rows(desk: Desk, dump: Callable[[Desk], object], nummer: int) -> None:
    voor = dump(desk)
    desk.execute(_UNDO[nummer])
    kort = desk.ask(referentie_waarden, _UNDO[nummer].lijst_code)  # type: ignore[attr-defined]
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    opnieuw = desk.ask(referentie_waarden, _UNDO[nummer].lijst_code)  # type: ignore[attr-defined]
    zonder_id = [[(r.code, r.naam, r.omschrijving, r.volgorde, r.kenmerken, r.versie_van) for r in rijen]
                 for rijen in (kort, opnieuw)]  # fmt: skip
    assert zonder_id[0] == zonder_id[1]
    desk.undo()
    assert dump(desk) == voor


@pytest.mark.parametrize("zin", ["", "  ", "Bel {bsn}.", "Bel {}."])
def test_a_standard_sentence_is_checked_when_it_is_saved(desk: Desk, zin: str) -> None:
    with pytest.raises(RuleViolation, match="bouwsteen"):
        desk.execute(ReferentiewaardeToevoegen(lijst_code="tekstbouwstenen", naam="proef", omschrijving=zin))
    desk.execute(
        ReferentiewaardeToevoegen(lijst_code="tekstbouwstenen", naam="proef", omschrijving="{naam} komt.")
    )
    desk.execute(ReferentiewaardeWijzigen(lijst_code="tekstbouwstenen", code="proef", naam="andere naam"))
    with pytest.raises(RuleViolation, match="bouwsteen"):
        desk.execute(ReferentiewaardeWijzigen(lijst_code="tekstbouwstenen", code="proef", omschrijving=zin))
