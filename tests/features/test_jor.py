"""The life of a case of the JOR: who must be there, in the meeting and in the minutes for ever."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytest_bdd import parsers, scenarios, then, when

from tests.features.leven import MENSEN, Leven
from tests.unit.services.meldingen import tafel
from vhdesk.queries.agenda import agenda, deelnemers
from vhdesk.queries.overleg import overleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen, VolgendeDatumBepalen
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.vocabulary import Aanwezigheid

scenarios("jor.feature")
AAN_TAFEL = [naam for naam in MENSEN if naam != "Joost Vreeling"]


def _begin(leven: Leven, *weg: str) -> None:
    """Hold a meeting on the case: opened, the attendance recorded, the case in front."""
    desk = leven.desk
    leven.overleg_id = desk.execute(
        OverlegPlannen(
            tafel_id=tafel(desk), datum=leven.clock.today(), voorzitter_id=leven.mens(AAN_TAFEL[0])
        )
    ).id
    er = {rij.naam for rij in desk.ask(deelnemers, leven.overleg_id)}
    for naam in AAN_TAFEL:
        if naam not in er:
            desk.execute(DeelnemerToevoegen(overleg_id=leven.overleg_id, medewerker_id=leven.mens(naam)))
    desk.execute(CasusAgenderen(overleg_id=leven.overleg_id, casus_id=leven.casus_id))
    desk.execute(OverlegOpenen(overleg_id=leven.overleg_id))
    for rij in desk.ask(deelnemers, leven.overleg_id):
        stand = Aanwezigheid.VERHINDERD if rij.naam in weg else Aanwezigheid.AANWEZIG
        desk.execute(AanwezigheidVastleggen(deelnemer_id=rij.id, aanwezigheid=stand))
    desk.execute(AgendapuntBeginnen(agendapunt_id=_punt(leven)))


def _punt(leven: Leven) -> str:
    return next(punt.id for punt in leven.desk.ask(agenda, leven.overleg_id).punten if punt.casus_id)


def _in_beeld(leven: Leven) -> Any:
    assert leven.session is not None
    leven.session.context.shell.navigate("overleggen", leven.overleg_id)
    QApplication.processEvents()
    page: Any = leven.session.window.page("overleggen")
    return page.chair.item


def _verslag(leven: Leven, overleg_id: str) -> str:
    assert leven.session is not None
    bladen = PdfReader(io.BytesIO(leven.session.context.pdf(overleg_id))).pages
    return " ".join(" ".join(blad.extract_text() for blad in bladen).replace("\xa0", " ").split())


@when("het overleg begint zonder Bas Olthof van de Raad")
def zonder(leven: Leven) -> None:
    _begin(leven, "Bas Olthof")


@when("het overleg begint en alle vier er zijn")
def met(leven: Leven) -> None:
    _begin(leven)


@then(parsers.parse('staat in het overleg boven de casus "{woorden}"'))
def boven(leven: Leven, woorden: str) -> None:
    item = _in_beeld(leven)
    assert item.voorbehoud.isVisible() and item.voorbehoud.text() == woorden


@then("staat in het overleg boven de casus niets over een voorbehoud")
def boven_niets(leven: Leven) -> None:
    assert not _in_beeld(leven).voorbehoud.isVisible()


@when("de tafel besluit, over een week verder gaat en het overleg sluit")
def sluiten(leven: Leven) -> None:
    desk = leven.desk
    desk.execute(
        BesluitVastleggen(
            casus_id=leven.casus_id,
            overleg_id=leven.overleg_id,
            tekst="Door.",
            type_code="voortzetten",
            gremium_code="werktafel",
        )
    )
    datum = leven.clock.today() + timedelta(days=7)
    desk.execute(VolgendeDatumBepalen(agendapunt_id=_punt(leven), datum=datum))
    desk.execute(OverlegSluiten(overleg_id=leven.overleg_id, reden="De casemanager volgt."))


@then(parsers.parse('staat op het blad van de casus "{woorden}"'))
def blad(leven: Leven, woorden: str) -> None:
    tekst = _verslag(leven, leven.overleg_id)
    assert woorden in tekst and "JOR" in tekst


@then("staat op het blad van de casus geen voorbehoud")
def blad_niets(leven: Leven) -> None:
    assert "Onder voorbehoud" not in _verslag(leven, leven.overleg_id)


@then("staat in geen verslag nog een blad van de casus")
def geen_blad(leven: Leven) -> None:
    gehouden = leven.desk.ask(overleggen)
    assert len(gehouden) == 2
    for overleg in gehouden:
        tekst = _verslag(leven, overleg.id)
        assert "Vlietstra" not in tekst and f"Het blad van casus {leven.nummer} is vernietigd." in tekst
