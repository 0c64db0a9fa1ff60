"""A decision that the table may not take itself is asked in the meeting, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.drietal import geef_drietal
from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.dossier import dossier
from vhdesk.services.besluitvraag import BesluitVragen
from vhdesk.services.plan import PlanSchrijven
from vhdesk.vocabulary import Vraagstand


def test_what_the_table_may_not_decide_is_asked(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    form = scene.page.chair.item.parts.invoer.besluit
    assert form.vraag.isHidden()
    scene.press("Ctrl+Shift+Return")
    assert scene.desk.ask(dossier, world.cases["Koopman"]).besluiten == ()
    scene.type("Gebiedsverbod rond het station.")
    scene.press("Tab", "Ctrl+A")
    scene.type("maatregel openbare")
    scene.press("Return")
    assert form.vraag.isVisible() and form.gremium.value() == "burgemeester"
    assert form.vraag.line.text() == (
        "De werktafel mag dit niet besluiten: vraag het. Is het al besloten, leg dan ook het antwoord vast."
    )
    assert form.vraag.button.text().startswith("Vragen aan burgemeester")
    scene.press("Ctrl+E")
    scene.type("Vijf incidenten.")
    scene.press("Ctrl+Shift+Return")
    assert scene.focus() is form.vraag.datum.line and form.vraag.fault.isVisible()
    scene.type("9 dec")
    scene.press("Return")
    (besluit,) = scene.desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert (besluit.vraagstand, besluit.antwoord_voor) == (Vraagstand.GEVRAAGD, date(2026, 12, 9))
    assert besluit.onderbouwing == "Vijf incidenten."
    assert form.field.text() == "" and form.vraag.isHidden() and form.gremium.value() == "werktafel"
    (line,) = scene.page.chair.item.uitkomsten.rows.rows()
    assert line.id == besluit.id


def test_the_day_a_decision_takes_effect_is_asked(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("Zo.")
    form = scene.page.chair.item.parts.invoer.besluit
    scene.press("Ctrl+E")
    form.ingang.setFocus()
    scene.type("geen dag")
    scene.press("Ctrl+Return")
    assert form.faults["ingangsdatum"].isVisible()
    scene.press("Ctrl+A")
    scene.type("7 dec")
    scene.press("Return")
    (besluit,) = scene.desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert besluit.ingangsdatum == date(2026, 12, 7)


def test_a_question_is_changed_and_not_asked_again(world: World, stage: Callable[..., Stage]) -> None:
    overleg_id = world.running("Koopman")
    world.kluis.desk.execute(
        BesluitVragen(
            casus_id=world.cases["Koopman"], overleg_id=overleg_id, tekst="Huisverbod.", type_code="huisverbod",
            gremium_code="burgemeester", antwoord_voor=date(2026, 12, 9), onderbouwing="x",
        )
    )  # fmt: skip
    scene = stage()
    scene.press("F8", "F8", "F7", "F2")
    form = scene.page.chair.item.parts.invoer.besluit
    scene.type("Nu: ")
    scene.press("Escape", "F7", "F2")
    assert form.vraag.isVisible() and not form.vraag.button.isVisible()
    scene.press("Ctrl+Shift+Return")
    form.vraag.datum.setFocus()
    scene.press("Ctrl+A")
    scene.type("11 dec")
    scene.press("Ctrl+Return")
    (besluit,) = scene.desk.ask(dossier, world.cases["Koopman"]).besluiten
    assert (besluit.antwoord_voor, besluit.wacht) == (date(2026, 12, 11), True)


def test_grounds_are_asked_where_the_kind_needs_them(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman")
    scene = stage()
    scene.press("F8", "F8", "Ctrl+F8", "Ctrl+B")
    scene.type("De casus gaat door het triageoverleg.")
    scene.press("Tab", "Ctrl+A")
    scene.type("overdracht aan andere")
    scene.press("Return", "Ctrl+Return")
    form = scene.page.chair.item.parts.invoer.besluit
    assert scene.desk.ask(dossier, world.cases["Koopman"]).besluiten == ()
    assert scene.focus() is form.extra["onderbouwing"] and form.faults["onderbouwing"].isVisible()
    scene.type("Verhuisd naar Almelo.")
    scene.press("Ctrl+Return")
    assert (
        scene.desk.ask(dossier, world.cases["Koopman"]).besluiten[0].onderbouwing == "Verhuisd naar Almelo."
    )


def _asked(world: World, tekst: str, dag: int) -> str:
    return world.kluis.desk.execute(
        BesluitVragen(
            casus_id=world.cases["Koopman"], tekst=tekst, type_code="huisverbod", gremium_code="burgemeester",
            antwoord_voor=date(2026, 12, dag), onderbouwing="x",
        )
    ).id  # fmt: skip


def test_the_answer_is_recorded_in_the_running_meeting(world: World, stage: Callable[..., Stage]) -> None:
    world.running("Koopman", "Çelik")
    first, second = _asked(world, "Huisverbod.", 9), _asked(world, "Nog een.", 10)
    scene = stage()
    scene.press("F8", "F8", "Ctrl+Shift+M")
    blad = scene.page.chair.item.parts.blad
    panel = blad.antwoord
    assert panel.is_open() and scene.focus() is panel.stand and "Huisverbod." in panel.title.text()
    assert blad.tabs.current() == "besluiten"
    scene.press("Ctrl+Return")
    assert panel.errors["door"].isVisible()
    panel.door.setFocus()
    scene.type("burgemeester De Wit")
    scene.press("Ctrl+Return")
    assert not panel.is_open()
    stand = {row.id: row for row in scene.desk.ask(dossier, world.cases["Koopman"]).besluiten}
    assert (stand[first].vraagstand, stand[first].beantwoord_door) == (
        Vraagstand.GENOMEN,
        "burgemeester De Wit",
    )
    assert stand[second].wacht
    shown = {row.id: row for row in blad.besluiten.rows.rows()}
    assert not shown[first].wacht and shown[second].wacht


def test_the_chosen_decision_is_answered_and_a_half_answer_waits(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman", "Çelik")
    _asked(world, "Huisverbod.", 9)
    second = _asked(world, "Nog een.", 10)
    scene = stage()
    scene.press("F8", "F8")
    blad = scene.page.chair.item.parts.blad
    blad.besluiten.setFocus()
    blad.besluiten.select(second)
    scene.press("Ctrl+Shift+M")
    assert "Nog een." in blad.antwoord.title.text()
    blad.antwoord.door.setFocus()
    scene.type("De Wit")
    scene.press("Escape")
    assert not blad.antwoord.is_open()
    scene.press("F8")
    assert not blad.waits()
    scene.press("Ctrl+Shift+M")
    assert not blad.antwoord.is_open()
    scene.press("Shift+F8")
    blad.besluiten.select(second)
    blad.besluiten.setFocus()
    scene.press("Ctrl+Shift+M")
    assert blad.antwoord.door.text() == "De Wit"


def test_the_plan_is_adopted_by_one_key_and_its_grounds_are_asked(
    world: World, stage: Callable[..., Stage]
) -> None:
    world.running("Koopman")
    casus = world.cases["Koopman"]
    scene = stage()
    geef_drietal(scene.desk, casus)
    scene.desk.execute(
        PlanSchrijven(
            casus_id=casus,
            hoofddoel="Rust in huis",
            afschaalcriterium="Een jaar rust",
            evaluatiedatum=date(2027, 3, 1),
        )
    )
    scene.press("F8", "F8", "F6")
    form = scene.page.chair.item.parts.invoer.besluit
    assert form.field.text() == "", "the table has not judged yet: that comes first"
    scene.press("Escape", "Ctrl+F8", "F6")
    form = scene.page.chair.item.parts.invoer.besluit
    assert form.field.text() == "Versie 1 van het plan van aanpak is vastgesteld."
    assert scene.focus() is form.extra["onderbouwing"]
    scene.press("Ctrl+Return")
    assert "vraagt om een onderbouwing" in form.faults["onderbouwing"].text()
    scene.type("Iedereen akkoord.")
    scene.press("Ctrl+Return")
    stand = scene.desk.ask(dossier, casus)
    assert [row.onderbouwing for row in stand.besluiten] == ["Iedereen akkoord."]
    assert [row.nummer for row in stand.planversies] == [1]
    scene.press("Ctrl+B")
    scene.type("Iets anders.")
    scene.press("F6")
    assert form.field.text() == "Iets anders.", "what was begun is not overwritten"
