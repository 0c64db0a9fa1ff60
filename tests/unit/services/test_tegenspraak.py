"""Statements have a number for ever, contradict each other side by side, and stay where the picture cites them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import InbrengRow
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen, InbrengWeghalen, TegenspraakBepalen
from vhdesk.vocabulary_inbreng import citaat, citaten
from vhdesk.vocabulary_triage import Bekendheidstand


@pytest.fixture
def zaak(desk: Desk) -> str:
    return _casus(desk)


def _casus(desk: Desk) -> str:
    casus = desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"))).id
    desk.execute(
        BekendheidBepalen(casus_id=casus, organisatie_id=_politie(desk), stand=Bekendheidstand.BEKEND)
    )
    return casus


def _politie(desk: Desk) -> str:
    return next(rij.id for rij in desk.ask(organisaties) if rij.code == "politie")


def zeg(desk: Desk, casus: str, tekst: str, **velden: Any) -> str:
    return desk.execute(
        InbrengVastleggen(
            casus_id=casus,
            organisatie_id=_politie(desk),
            leefgebied_code="huisvesting",
            tekst=tekst,
            **velden,
        )
    ).id


def rijen(desk: Desk, casus: str) -> dict[str, InbrengRow]:
    return {rij.tekst: rij for rij in desk.ask(dossier, casus).inbreng}


def weigert(desk: Desk, command: Any) -> str:
    with pytest.raises(RuleViolation) as geweigerd:
        desk.execute(command)
    return geweigerd.value.code


def test_a_number_is_given_once_and_comes_back_with_its_statement(desk: Desk, zaak: str) -> None:
    zeg(desk, zaak, "een")
    twee = zeg(desk, zaak, "twee")
    assert [rijen(desk, zaak)[tekst].nummer for tekst in ("een", "twee")] == [1, 2]
    desk.execute(InbrengWeghalen(inbreng_id=twee))
    zeg(desk, zaak, "drie")
    assert rijen(desk, zaak)["drie"].nummer == 3
    desk.undo()
    desk.undo()
    assert rijen(desk, zaak)["twee"].nummer == 2
    for onjuist in (1, 4, 0):
        terug = InbrengVastleggen(
            casus_id=zaak, organisatie_id=_politie(desk), leefgebied_code="huisvesting", tekst="x", nummer=onjuist
        )  # fmt: skip
        assert weigert(desk, terug) == "inbrengnummer_onjuist"


def test_what_contradicts_what_is_said_taken_back_and_undone(
    desk: Desk, zaak: str, dump: Callable[[Desk], Any]
) -> None:
    thuis = zeg(desk, zaak, "woont thuis")
    weg = zeg(desk, zaak, "woont bij zijn moeder", weerspreekt_id=thuis)
    derde = zeg(desk, zaak, "woont in Almelo")
    assert rijen(desk, zaak)["woont bij zijn moeder"].weerspreekt_id == thuis
    voor = dump(desk)
    desk.execute(TegenspraakBepalen(inbreng_id=derde, weerspreekt_id=thuis))
    desk.undo()
    assert dump(desk) == voor
    assert weigert(desk, TegenspraakBepalen(inbreng_id=thuis, weerspreekt_id=derde)) == "tegenspraak_keten"
    assert weigert(desk, TegenspraakBepalen(inbreng_id=derde, weerspreekt_id=weg)) == "tegenspraak_keten"
    assert weigert(desk, TegenspraakBepalen(inbreng_id=derde, weerspreekt_id=derde)) == "tegenspraak_keten"
    assert weigert(desk, InbrengWeghalen(inbreng_id=thuis)) == "inbreng_weersproken"
    desk.execute(TegenspraakBepalen(inbreng_id=weg, weerspreekt_id=None))
    desk.execute(InbrengWeghalen(inbreng_id=thuis))
    desk.undo()
    desk.undo()
    assert dump(desk) == voor


def test_what_was_taken_away_comes_back_with_what_it_contradicted(desk: Desk, zaak: str) -> None:
    thuis = zeg(desk, zaak, "woont thuis")
    weg = zeg(desk, zaak, "woont niet thuis", weerspreekt_id=thuis)
    desk.execute(InbrengWeghalen(inbreng_id=weg))
    desk.undo()
    assert rijen(desk, zaak)["woont niet thuis"].weerspreekt_id == thuis


def test_a_contradiction_stays_within_the_case(desk: Desk, zaak: str) -> None:
    elders = zeg(desk, _casus(desk), "van een ander")
    hier = zeg(desk, zaak, "van hier")
    command = TegenspraakBepalen(inbreng_id=hier, weerspreekt_id=elders)
    assert weigert(desk, command) == "tegenspraak_andere_casus"


def test_what_the_picture_cites_stays(desk: Desk, zaak: str) -> None:
    thuis = zeg(desk, zaak, "woont thuis")
    nummer = rijen(desk, zaak)["woont thuis"].nummer
    beeld = f"Hij woont thuis {citaat(nummer)}."
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="gezamenlijk_beeld", tekst=beeld))
    assert weigert(desk, InbrengWeghalen(inbreng_id=thuis)) == "inbreng_aangehaald"
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="gezamenlijk_beeld", tekst="Hij woont thuis."))
    desk.execute(InbrengWeghalen(inbreng_id=thuis))
    assert rijen(desk, zaak) == {}


def test_only_a_whole_reference_is_one() -> None:
    assert citaten("[I-3] en [I-12], [I-3]; niet I-4, [I-], [I-0], [i-5], [I-x]") == (3, 12)
