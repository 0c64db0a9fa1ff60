"""The practice meeting, by keys alone, through the real window."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Bediening
from vhdesk.practice.stappen import (
    AanwezigheidStap,
    CasusStap,
    NotitieStap,
    OpenStap,
    OudeActieStap,
    stappen,
)
from vhdesk.practice.verhaal import lees_verhaal
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import Verslag, VerslagCasus
from vhdesk.ui.overleg.invoer_panel import BESLUIT
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.vocabulary import Actiestatus, Fase, Overlegstatus

scenarios("oefenoverleg.feature")
HALF = "De tafel besluit dat Yılmaz voor"
TYPED, BEHIND = 70, 4.0  # letters until the kill; seconds: one, and what a busy machine needs to get to it


@dataclass
class Zaak:
    bureau: Bureau
    overleg_id: str
    toetsen: list[tuple[float, int]] = field(
        default_factory=list
    )  # of a program that was killed: when, how many letters

    @property
    def rijen(self) -> Verslag:
        assert self.bureau.session is not None
        return self.bureau.session.kluis.desk.ask(verslag, self.overleg_id)

    @property
    def casussen(self) -> list[VerslagCasus]:
        return [punt.casus for punt in self.rijen.punten if punt.casus is not None]

    @property
    def page(self) -> OverleggenPage:
        assert self.bureau.session is not None
        page = self.bureau.session.window.page("overleggen")
        assert isinstance(page, OverleggenPage)
        return page


@pytest.fixture
@given("een oefenkluis waarin de werktafel van 2 december gepland staat", target_fixture="zaak")
def zaak(bureau: Bureau) -> Zaak:
    bureau.ontgrendel()
    return Zaak(bureau, bureau.gepland)


@when("de voorzitter het overleg houdt met alleen het toetsenbord")
def hold(zaak: Zaak) -> None:
    assert zaak.bureau.session is not None
    bediening = Bediening(zaak.bureau.session, zaak.overleg_id)
    for stap in stappen(lees_verhaal()):
        bediening.do(stap)


@when("de voorzitter halverwege een besluit vergrendelt")
def lock_halfway(zaak: Zaak) -> None:
    assert zaak.bureau.session is not None
    bediening = Bediening(zaak.bureau.session, zaak.overleg_id)
    bediening.do(OpenStap())
    for _ in range(4):
        bediening.keys.press("F8")
    bediening.keys.press("Ctrl+F8")
    bediening.keys.press("Ctrl+B")
    bediening.keys.type(HALF)
    for _ in range(5):
        bediening.keys.press("Left")
    zaak.bureau.vergrendel()


@when(parsers.parse("het programma wordt gedood terwijl de voorzitter over {nummer} een besluit typt"))
def killed(zaak: Zaak, nummer: str) -> None:
    zaak.bureau.vergrendel()
    command = [sys.executable, "-m", "tests.features.gedode_tafel", str(zaak.bureau.home), nummer]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            moment, letters = line.split()
            zaak.toetsen.append((float(moment), int(letters)))
            if int(letters) == TYPED:
                break
        typist.kill()
    zaak.toetsen.append((time.monotonic(), TYPED))


@when("de voorzitter het overleg vandaar afmaakt met alleen het toetsenbord")
def go_on(zaak: Zaak) -> None:
    assert zaak.bureau.session is not None and zaak.page.chair.punt is not None
    bediening = Bediening(zaak.bureau.session, zaak.overleg_id, hervat=True)
    begun = False
    for stap in stappen(lees_verhaal()):
        if begun:
            bediening.do(stap)
        elif isinstance(stap, CasusStap) and stap.nummer == zaak.page.chair.punt.casusnummer:
            begun = True
            bediening.hervat(stap)


@when("de kluis weer ontgrendelt")
def unlock(zaak: Zaak) -> None:
    zaak.bureau.ontgrendel()
    QTest.qWait(50)


@then("is het overleg gesloten")
def closed(zaak: Zaak) -> None:
    assert zaak.rijen.status is Overlegstatus.GESLOTEN


@then("heeft elke casus een besluit, een casemanager, een verantwoordelijke en een volgende datum")
def complete(zaak: Zaak) -> None:
    assert len(zaak.casussen) == 12
    for casus in zaak.casussen:
        assert casus.besluiten, casus.nummer
        assert casus.casemanager and casus.verantwoordelijke and casus.volgende_datum, casus.nummer
    assert zaak.bureau.session is not None
    assert zaak.bureau.session.kluis.desk.ask(tekorten, zaak.overleg_id) == ()


@then("staat elk besluit en elke actie van het verhaal in het verslag")
def everything_said(zaak: Zaak) -> None:
    verhaal = {casus["nummer"]: casus for casus in lees_verhaal().casussen}
    assert {casus.nummer for casus in zaak.casussen} == set(verhaal)
    for casus in zaak.casussen:
        verteld = verhaal[casus.nummer]
        assert [besluit.tekst for besluit in casus.besluiten] == [
            besluit["tekst"] for besluit in verteld["besluiten"]
        ], casus.nummer
        assert sorted(actie.omschrijving for actie in casus.acties) == sorted(
            actie["tekst"] for actie in verteld["acties"]
        ), casus.nummer
    whole = re.sub(r"\W+", "", " ".join(_pages(zaak)))
    for casus in verhaal.values():
        for said in (*casus["besluiten"], *casus["acties"]):
            assert re.sub(r"\W+", "", said["tekst"]) in whole, said["tekst"]


def _texts(value: object) -> Iterator[str]:
    """Every text of the minutes, as their paper is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@then("staat in het verslag wat er verder is getypt")
def all_typed(zaak: Zaak) -> None:
    """The notes of every item, what came with a besluit or an action, who leads the case and when it comes back."""
    whole = re.sub(r"\W+", "", " ".join(_texts(asdict(zaak.rijen))))
    per_nummer = {casus.nummer: casus for casus in zaak.casussen}
    for stap in stappen(lees_verhaal()):
        typed: list[str] = []
        if isinstance(stap, NotitieStap):
            typed = stap.tekst.splitlines()
        elif isinstance(stap, CasusStap):
            casus = per_nummer[stap.nummer]
            for said, naam in (
                (casus.casemanager, stap.casemanager),
                (casus.procesregisseur, stap.procesregisseur),
                (casus.verantwoordelijke, stap.verantwoordelijke),
            ):
                assert said.startswith(naam), (casus.nummer, said)  # and of which organisation
            assert casus.volgende_datum == stap.volgende_datum, casus.nummer
            typed = stap.notitie.splitlines()
            for besluit in stap.besluiten:
                typed += (besluit.onderbouwing, besluit.voorwaarden, besluit.afwijkende_mening)
            for actie in stap.acties:
                typed += (actie.conditie, actie.informering)
        elif isinstance(stap, AanwezigheidStap):
            typed = [stap.opmerking]
        elif isinstance(stap, OudeActieStap) and stap.status is not Actiestatus.GEDAAN:
            typed = [stap.reden]
        for text in typed:
            assert re.sub(r"\W+", "", text) in whole, text


@then("heeft elke actie een organisatie en een termijn")
def owned(zaak: Zaak) -> None:
    acties = [actie for casus in zaak.casussen for actie in casus.acties]
    assert len(acties) == sum(len(casus["acties"]) for casus in lees_verhaal().casussen)
    assert all(actie.organisatie and actie.termijn for actie in acties)


def _pages(zaak: Zaak) -> list[str]:
    assert zaak.bureau.session is not None
    reader = PdfReader(io.BytesIO(zaak.bureau.session.context.pdf(zaak.overleg_id)))
    return [re.sub(r"\s+", " ", page.extract_text().replace("\u00ad", "")) for page in reader.pages]


@then("staat elke casus op een eigen blad van het verslag")
def own_sheet(zaak: Zaak) -> None:
    pages = _pages(zaak)
    first = [
        number
        for casus in zaak.casussen
        for number, text in enumerate(pages)
        if re.search(rf"\d+\. {casus.nummer} – ", text[:400]) and number > 1
    ]
    assert len(first) == len(set(first)) == 12


@then("staat niets wat mondeling is gezegd in het verslag")
def nothing_oral(zaak: Zaak) -> None:
    whole = " ".join(_pages(zaak))
    spoken = [
        inbreng["tekst"]
        for casus in lees_verhaal().casussen
        for inbreng in casus["inbreng"]
        if inbreng["mondeling"]
    ]
    assert spoken
    for text in spoken:
        assert " ".join(text.split()[:6]) not in whole


@then("klopt het journaal van de eerste tot de laatste regel")
def verified(zaak: Zaak) -> None:
    assert zaak.bureau.session is not None
    controle = zaak.bureau.session.kluis.controleren()
    assert controle.in_orde and controle.regels > 800


@then("staat het venster waar het stond")
def same_place(zaak: Zaak) -> None:
    assert zaak.bureau.session is not None
    assert zaak.bureau.session.window.current_page_id() == "overleggen"
    assert zaak.page.chair.punt is not None
    assert zaak.page.chair.punt.volgorde == 4


@then("staat het halve besluit er nog, met de cursor waar hij was")
def same_text(zaak: Zaak) -> None:
    field = zaak.page.chair.item.parts.invoer.besluit.field
    assert field.text() == HALF
    assert field.cursor_position() == len(HALF) - 5
    assert field.hasFocus()


@then(parsers.parse("staat {nummer} voor, in de besluitvorming"))
def back_at(zaak: Zaak, nummer: str) -> None:
    assert zaak.bureau.session is not None
    assert zaak.bureau.session.window.current_page_id() == "overleggen"
    chair = zaak.page.chair
    assert chair.punt is not None and chair.punt.casusnummer == nummer
    assert chair.fase is not None and chair.fase.nu is Fase.BESLUIT
    assert chair.item.parts.invoer.mode == BESLUIT


@then("staat er van het besluit wat een tel eerder was getypt, met de cursor erachter")
def what_was_typed(zaak: Zaak) -> None:
    field = zaak.page.chair.item.parts.invoer.besluit.field
    besluit = next(
        stap.besluiten[0].tekst
        for stap in stappen(lees_verhaal())
        if isinstance(stap, CasusStap)
        and zaak.page.chair.punt
        and stap.nummer == zaak.page.chair.punt.casusnummer
    )
    killed_at = zaak.toetsen[-1][0]
    certain = max(letters for moment, letters in zaak.toetsen if moment <= killed_at - BEHIND)
    assert besluit.startswith(field.text()) and certain <= len(field.text()) < len(besluit)
    assert field.hasFocus() and field.cursor_position() == len(field.text())
