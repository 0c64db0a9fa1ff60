"""The term of keeping by keyboard, with its versions; the verklaring of what was destroyed, and finishing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.errors import Interrupted
from vhdesk.queries.instelling import bewaarregels
from vhdesk.queries.journaal import journaal
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.ui.beheer.bewaren_tab import BewarenTab
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.vocabulary import Bewaarstart, CasusStatus


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


def bewaren(stage: PageStage) -> BewarenTab:
    stage.press("Alt+8")
    tab = stage.page.made("bewaren")  # type: ignore[attr-defined]
    assert isinstance(tab, BewarenTab)
    return tab


def aangewezen(kluis: Kluis) -> str:
    persoon = Persoonsgegevens(geslachtsnaam="Jansen")
    zaak = kluis.desk.execute(
        CasusAanmelden(hoofdbetrokkene=persoon, status=CasusStatus.AFGESLOTEN, nummer="OUD-1")
    ).id
    kluis.desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="Termijn om."))
    return zaak


def test_a_rule_is_changed_with_its_reason_and_says_its_version(stage: PageStage, kluis: Kluis) -> None:
    tab = bewaren(stage)
    assert tab.current_rule().versie == 0  # type: ignore[union-attr]
    stage.press("F2")
    tab.jaren.setValue(3)
    tab.vanaf.set_value(Bewaarstart.AFSLUITING.value)
    stage.press("Ctrl+Return")
    assert "reden" in tab.panel.errors["reden"].text().lower()
    assert tab.panel.is_open()
    tab.reden.load("Besluit van de stuurgroep.", force=True)
    stage.press("Ctrl+Return")
    regel = kluis.desk.ask(bewaarregels)[0]
    assert (regel.jaren, regel.vanaf, regel.versie) == (3, Bewaarstart.AFSLUITING, 1)
    assert not tab.panel.is_open()


def test_the_verklaring_is_saved_again(stage: PageStage, kluis: Kluis, tmp_path: Path) -> None:
    kluis.casus_vernietigen(aangewezen(kluis), "Termijn om.")
    tab = bewaren(stage)
    assert tab.has_current()
    stage.answers.path = tmp_path / "verklaring"
    stage.registry.action("beheer.verklaring").trigger()
    stage.settle()
    assert (tmp_path / "verklaring.pdf").read_bytes().startswith(b"%PDF")
    assert [rij.actie for rij in kluis.desk.ask(journaal, limiet=3)].count("verklaring opslaan als PDF") == 1


def test_the_verklaring_on_the_screen_is_the_one_that_is_saved_and_printed(
    stage: PageStage, kluis: Kluis, tmp_path: Path
) -> None:
    kluis.casus_vernietigen(aangewezen(kluis), "Termijn om.")
    tab = bewaren(stage)
    assert stage.registry.trigger("beheer.verklaring.tonen")
    stage.settle()
    shown = tab.statement.voorbeeld
    assert shown.isVisible() and shown.view.page_count() == 1 and shown.papier is not None
    stage.answers.path = tmp_path / "verklaring.pdf"
    stage.registry.action("beheer.verklaring").trigger()
    stage.settle()
    assert (tmp_path / "verklaring.pdf").read_bytes() == shown.papier.content
    assert stage.registry.trigger("beheer.verklaring.afdrukken")
    stage.settle()
    assert tab.statement.panel.is_open() and tab.statement.panel.title.text() == "Verklaring afdrukken"
    stage.press("Escape")
    assert not tab.statement.panel.is_open() and shown.isVisible()
    stage.press("Escape")
    assert not shown.isVisible() and shown.view.page_count() == 0 and tab.done.hasFocus()


def test_what_was_broken_off_is_finished_here(stage: PageStage, kluis: Kluis) -> None:
    zaak = aangewezen(kluis)
    kluis.reservekopie_maken("handmatig")
    with pytest.raises(Interrupted):
        kluis.casus_vernietigen(zaak, "Termijn om.", cancelled=lambda: True)
    tab = bewaren(stage)
    assert tab.must_finish()
    tab.finish()
    stage.settle()
    assert kluis.desk.ask(vernietigingen)[0].klaar_op is not None
    assert not tab.must_finish()
