"""What happens to a meeting on its way, by keys alone, through the real window."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import timedelta

from pypdf import PdfReader
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Bediening
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.practice.stappen import OpenStap
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.triage import triagelijst
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import Verslag
from vhdesk.services.deelnemer import GeheimhoudingBevestigen
from vhdesk.services.desk import Desk
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.ui.vandaag.page import VandaagPage

scenarios("verloop_van_het_overleg.feature")


@dataclass
class Tafel:
    """The running meeting behind the window of ``bureau``."""

    bureau: Bureau
    overleg_id: str
    casus: str = ""

    @property
    def desk(self) -> Desk:
        assert self.bureau.session is not None
        return self.bureau.session.kluis.desk

    @property
    def page(self) -> OverleggenPage:
        assert self.bureau.session is not None
        page = self.bureau.session.window.page("overleggen")
        assert isinstance(page, OverleggenPage)
        return page

    @property
    def papier(self) -> Verslag:
        return self.desk.ask(verslag, self.overleg_id)

    def toetsen(self, *keys: str) -> None:
        assert self.bureau.session is not None
        for key in keys:
            Toetsenbord(self.bureau.session.window).press(key)

    def typ(self, text: str) -> None:
        assert self.bureau.session is not None
        Toetsenbord(self.bureau.session.window).type(text)

    def later(self, minuten: int) -> None:
        self.bureau.clock.moment += timedelta(minutes=minuten)


@given("een lopend overleg met de eerste casus aan de orde", target_fixture="tafel")
def running(bureau: Bureau) -> Tafel:
    bureau.ontgrendel()
    tafel = Tafel(bureau, bureau.gepland)
    assert bureau.session is not None
    Bediening(bureau.session, tafel.overleg_id).do(OpenStap())
    tafel.desk.execute(
        GeheimhoudingBevestigen(deelnemer_id=tafel.desk.ask(deelnemers, tafel.overleg_id)[0].id)
    )
    tafel.toetsen("F8", "F8")
    assert tafel.page.chair.case is not None
    tafel.casus = tafel.page.chair.case.kop.nummer
    return tafel


@when(parsers.parse('de tafel na {minuten:d} minuten schorst voor "{waarvoor}"'))
def adjourn(tafel: Tafel, minuten: int, waarvoor: str) -> None:
    tafel.later(minuten)
    tafel.toetsen("Ctrl+F8", "Ctrl+F9", "Tab", "Tab")
    tafel.typ(waarvoor)
    tafel.toetsen("Return")


@when(parsers.parse("vhdesk wordt gesloten en na {minuten:d} minuten weer geopend"))
def come_back(tafel: Tafel, minuten: int) -> None:
    tafel.bureau.vergrendel()
    tafel.later(minuten)
    tafel.bureau.ontgrendel()
    QTest.qWait(50)


@then(parsers.parse('staat boven het overleg dat het is geschorst voor "{waarvoor}"'))
def says_so(tafel: Tafel, waarvoor: str) -> None:
    strip = tafel.page.chair.strip
    assert strip.isVisible()
    assert re.fullmatch(rf"Geschorst sinds \d\d:\d\d \({waarvoor}\)", strip.words.text())


@then("zegt Vandaag dat het overleg is geschorst")
def today_says_so(tafel: Tafel) -> None:
    tafel.toetsen("Ctrl+1")
    assert tafel.bureau.session is not None
    page = tafel.bureau.session.window.page("vandaag")
    assert isinstance(page, VandaagPage)
    assert " is geschorst sinds " in page.buttons[0].zin.tekst
    tafel.toetsen("Ctrl+2")


@when(parsers.parse("de voorzitter hervat en na {minuten:d} minuten naar het volgende punt gaat"))
def resume(tafel: Tafel, minuten: int) -> None:
    tafel.toetsen("Ctrl+F9")
    tafel.later(minuten)
    tafel.toetsen("F8")


@then(parsers.parse("duurde de casus {minuten:d} minuten"))
def lasted(tafel: Tafel, minuten: int) -> None:
    blad = next(punt.casus for punt in tafel.papier.punten if punt.casus and punt.casus.nummer == tafel.casus)
    assert sum(duur for _, duur in blad.fasen) == minuten


@then(parsers.parse('noemt het verslag de schorsing van {minuten:d} minuten voor "{waarvoor}"'))
def named(tafel: Tafel, minuten: int, waarvoor: str) -> None:
    (breuk,) = tafel.papier.schorsingen
    assert breuk.tot is not None and breuk.tot - breuk.van == timedelta(minutes=minuten)
    assert f"uur: {waarvoor}" in _tekst(tafel)


@when(parsers.parse("na {minuten:d} minuten {naam} het voorzitten overneemt"))
def chair_changes(tafel: Tafel, minuten: int, naam: str) -> None:
    tafel.later(minuten)
    tafel.toetsen("Shift+F9")
    tafel.typ(naam.split()[-1].lower())
    tafel.toetsen("Return")


@then(parsers.parse("noemt het verslag eerst {eerst} en daarna {daarna}"))
def both_named(tafel: Tafel, eerst: str, daarna: str) -> None:
    assert [wie.naam for wie in tafel.papier.voorzitters] == [eerst, daarna]
    assert re.search(rf"{eerst}, tot \d\d:\d\d uur {daarna}, vanaf \d\d:\d\d uur", _tekst(tafel))


@then("heeft nog steeds iedereen die zweeg de geheimhouding bevestigd")
def still_silent(tafel: Tafel) -> None:
    assert [wie.geheimhouding for wie in tafel.papier.deelnemers].count(True) == 1


@when(parsers.parse('de voorzitter "{wie}" zoekt en uit {gemeente} aanmeldt omdat hij "{waarom}"'))
def enter_case(tafel: Tafel, wie: str, gemeente: str, waarom: str) -> None:
    tafel.toetsen("Ctrl+T")
    tafel.typ(wie)
    tafel.toetsen("Return")
    tafel.typ(gemeente.lower())
    tafel.toetsen("Return", "Tab")
    tafel.typ(waarom)
    tafel.toetsen("Ctrl+Return")


@then(parsers.parse("bespreekt de tafel {wie}"))
def discusses(tafel: Tafel, wie: str) -> None:
    assert tafel.page.chair.item.header.title.text() == wie
    assert tafel.page.chair.case is not None
    tafel.casus = tafel.page.chair.case.kop.nummer


@then("zegt het verslag dat de casus zonder triage is besproken")
def without_triage(tafel: Tafel) -> None:
    assert "Besproken zonder triage" in _tekst(tafel)


@then(parsers.parse("wacht {wie} bij de aanmeldingen op de weging"))
def waits(tafel: Tafel, wie: str) -> None:
    assert tafel.casus in {row.nummer for row in tafel.desk.ask(triagelijst)}, wie


def _tekst(tafel: Tafel) -> str:
    assert tafel.bureau.session is not None
    reader = PdfReader(io.BytesIO(tafel.bureau.session.context.pdf(tafel.overleg_id)))
    whole = " ".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", whole.replace("\u00ad", ""))
