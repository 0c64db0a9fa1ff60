"""Trouble that a real house meets: an agenda of 80 items, a case whose person was merged meanwhile, a table with meetings."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.errors import RuleViolation
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.verslag import verslag
from vhdesk.services.agendapunt import AgendapuntToevoegen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.services.samenvoeging import PersonenSamenvoegen
from vhdesk.services.tafel import TafelVerwijderen
from vhdesk.vocabulary_faults import describe


def test_an_agenda_of_eighty_items_is_made_held_and_printed(
    world: World, stage: Callable[..., Stage]
) -> None:
    overleg_id = world.plan("Koopman", "Çelik", "Yılmaz")
    desk = world.kluis.desk
    for number in range(80 - len(desk.ask(agenda, overleg_id).punten)):
        desk.execute(AgendapuntToevoegen(overleg_id=overleg_id, titel=f"Thema {number + 1}", minuten=1))
    scene = stage()
    scene.press("Return")
    assert scene.page.prepare.builder.model.rowCount() == 80
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    scene.page.open_meeting(overleg_id)
    scene.page.show_target(overleg_id)
    for _ in range(79):
        scene.press("F8")
    assert scene.page.chair.punt.id == desk.ask(agenda, overleg_id).punten[-1].id  # type: ignore[union-attr]
    scene.press("F8")
    assert scene.shell.news[-1].startswith("Dit is het laatste agendapunt.")
    assert not scene.shell.faults
    pdf = pakket_pdf(desk.ask(verslag, overleg_id), "geheim", Druk.nu(desk.clock, oefening=True))
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "80. Sluiting" in text and "Thema 73" in text


def test_a_besluit_stands_on_its_case_when_the_persons_were_made_one_meanwhile(world: World) -> None:
    overleg_id = world.running("Koopman", "Çelik")
    desk = world.kluis.desk
    blijft, weg = (
        desk.ask(dossier, world.cases[name]).betrokkenen[0].persoon_id for name in ("Koopman", "Çelik")
    )
    desk.execute(PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden="Dezelfde man."))
    desk.execute(
        BesluitVastleggen(
            casus_id=world.cases["Çelik"], overleg_id=overleg_id, tekst="Samen verder.", type_code="afspraak",
            gremium_code="werktafel",
        )
    )  # fmt: skip
    bladen = {punt.casus.id: punt.casus for punt in desk.ask(verslag, overleg_id).punten if punt.casus}
    assert [besluit.tekst for besluit in bladen[world.cases["Çelik"]].besluiten] == ["Samen verder."]
    assert "Koopman" in bladen[world.cases["Çelik"]].hoofdbetrokkene


def test_a_table_with_meetings_is_not_deleted_and_says_what_to_do(world: World) -> None:
    overleg_id = world.plan("Koopman")
    desk = world.kluis.desk
    with pytest.raises(RuleViolation) as refused:
        desk.execute(TafelVerwijderen(tafel_id=world.tafel_id))
    words = describe(refused.value)
    assert words.happened.endswith(".") and words.next_step.endswith(".")
    assert len(desk.ask(agenda, overleg_id).punten) == 5
