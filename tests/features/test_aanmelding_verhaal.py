"""From referral to weighing in the real window, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.balie import Balie, open_balie, plan_meeting, type_referral, weigh
from tests.unit.services import meldingen
from vhdesk.clock import FixedClock
from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.triage import triagelijst
from vhdesk.queries.vandaag import vandaag
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.kluis import Kluis
from vhdesk.ui.vandaag.zinnen import zinnen
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Plichtsoort, Weeguitkomst

scenarios("aanmelding.feature")


@pytest.fixture
def balie(kluis: Kluis, clock: FixedClock, qapp: QApplication, tmp_path: Path) -> Iterator[Balie]:
    yield from open_balie(kluis, clock, tmp_path)


@given("een open kluis met de mensen van het huis")
def people(balie: Balie) -> None:
    meldingen.collega(balie.desk)
    balie.session.context.shell.navigate("aanmeldingen")


@given("een overleg van de werktafel Enschede over twee weken")
def meeting(balie: Balie) -> None:
    plan_meeting(balie)


@when(parsers.parse('de gemeente Losser "{naam}" volledig aanmeldt'))
def refer(balie: Balie, naam: str) -> None:
    balie.press("Ctrl+N")
    type_referral(balie, naam)
    balie.press("Ctrl+Return")
    balie.casus_id = balie.page.triage.casus_id
    assert balie.casus_id, [error.text() for error in balie.page.form.errors.values() if error.text()]


@then(parsers.parse('wacht de aanmelding van "{naam}" en ontbreekt er niets'))
def waits(balie: Balie, naam: str) -> None:
    assert [(row.naam, row.ontbreekt) for row in balie.desk.ask(triagelijst)] == [(naam, ())]


@when("de politie zegt dat de persoon bekend is")
def known(balie: Balie) -> None:
    balie.press("Ctrl+B")
    balie.keys.type("b")


@then("kan de politie inbrengen en Halt niet")
def content(balie: Balie) -> None:
    def inbreng(naam: str) -> InbrengVastleggen:
        organisatie_id = meldingen.organisatie(balie.desk, naam)
        return InbrengVastleggen(
            casus_id=balie.casus_id,
            organisatie_id=organisatie_id,
            leefgebied_code="huisvesting",
            tekst="Vier keer",
        )

    balie.desk.execute(inbreng("Politie"))
    with pytest.raises(RuleViolation, match="partner_niet_bekend"):
        balie.desk.execute(inbreng("Halt"))


@when("het team weegt en de casus in de Top X opneemt")
def top_x(balie: Balie) -> None:
    weigh(balie, "jjjn", Weeguitkomst.TOP_X)


@when("het team weegt en de melder advies geeft")
def advice(balie: Balie) -> None:
    weigh(balie, "nnnn", Weeguitkomst.ADVIES)


@then(parsers.parse('is "{naam}" in behandeling en staat er {aantal:d} casus in de Top X'))
def taken_up(balie: Balie, naam: str, aantal: int) -> None:
    assert (balie.lees().hoofd.naam, balie.lees().status) == (naam, CasusStatus.IN_BEHANDELING)
    assert balie.desk.ask(caseload_stand).top_x == aantal


@then("is Marijke ten Brinke procesregisseur")
def director(balie: Balie) -> None:
    regisseur = balie.desk.ask(dossier, balie.casus_id).procesregisseur
    assert regisseur is not None and regisseur.naam == "Marijke ten Brinke"


@then("staat de terugkoppeling aan de melder open")
def feedback_open(balie: Balie) -> None:
    assert [row.soort for row in balie.desk.ask(open_plichten)] == [Plichtsoort.TERUGKOPPELING]


@when("de terugkoppeling wordt gegeven")
@when("de gemeente is geïnformeerd")
def told(balie: Balie) -> None:
    balie.session.context.shell.navigate("aanmeldingen", f"plicht:{balie.casus_id}")
    QTest.qWait(5)
    balie.keys.type("Gebeld met Els Bos")
    balie.press("Ctrl+Return")


@then("staat er niets meer open")
def nothing_open(balie: Balie) -> None:
    assert balie.desk.ask(open_plichten) == ()


@when(parsers.parse('iemand "{naam}" met Code Rood aanmeldt'))
def code_rood(balie: Balie, naam: str) -> None:
    balie.press("Ctrl+N")
    form = balie.page.form
    balie.fill(form.fields["geslachtsnaam"], naam)
    form.fields["bron"].setFocus()
    balie.keys.type("ie")
    form.fields["tafel_id"].set_value(meldingen.tafel(balie.desk))  # type: ignore[attr-defined]
    form.fields["code_rood"].setFocus()
    balie.press("Space", "Ctrl+Return")
    balie.casus_id = balie.page.triage.casus_id
    assert balie.casus_id, [error.text() for error in form.errors.values() if error.text()]


@then(parsers.parse('staat "{naam}" als eerste casus op de agenda'))
def on_agenda(balie: Balie, naam: str) -> None:
    overleg = balie.desk.ask(overleggen)[0]
    punten = [punt for punt in balie.desk.ask(agenda, overleg.id).punten if punt.casus_id]
    assert (punten[0].casus_id, balie.lees().hoofd.naam) == (balie.casus_id, naam)


def sentences(balie: Balie) -> list[tuple[str, str]]:
    feiten = balie.desk.ask(vandaag, op=balie.desk.clock.today())
    return [(zin.tekst, zin.state) for zin in zinnen(feiten) if zin.id.startswith("plicht.")]


@then("zegt Vandaag in het rood dat de gemeente moet worden geïnformeerd")
def red(balie: Balie) -> None:
    assert sentences(balie) == [("Code Rood: de gemeente informeren staat open sinds vandaag", "danger")]


@then("zegt Vandaag daar niets meer over")
def silent(balie: Balie) -> None:
    assert sentences(balie) == []


@then(parsers.parse('heeft "{naam}" de status advies gegeven'))
def advised(balie: Balie, naam: str) -> None:
    assert (balie.lees().hoofd.naam, balie.lees().status) == (naam, CasusStatus.ADVIES)


@then("staat het advies in de terugkoppeling")
def advice_in_feedback(balie: Balie) -> None:
    assert "Ga naar het wijkteam." in balie.lees().plichten[0].tekst
