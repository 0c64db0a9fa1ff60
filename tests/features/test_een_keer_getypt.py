"""What the referrer wrote is read everywhere afterwards, and typed once: case file, agenda, meeting, plan, minutes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.balie import Balie, open_balie, plan_meeting, type_referral, weigh
from tests.unit.services import meldingen
from vhdesk.clock import FixedClock
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import deelnemers, overleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.ui.casussen.dossier_view import DossierView
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.onderdelen.aanmelding_card import MeldregelsCard
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.vocabulary_triage import Bekendheidstand, Weeguitkomst

scenarios("een_keer_getypt.feature")


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


@when("het team weegt en de casus in de Top X opneemt")
def top_x(balie: Balie) -> None:
    weigh(balie, "jjjn", Weeguitkomst.TOP_X)


@when(parsers.parse('de gemeente Losser "{naam}" aanmeldt met alles wat zij weet'))
def refer_with_everything(balie: Balie, naam: str) -> None:
    balie.press("Ctrl+N")
    type_referral(balie, naam)
    fields = balie.page.form.fields
    for key, text in (
        ("veiligheid", "Hond aan de deur"), ("kinderen", "Dochter van zes"), ("taal", "Tigrinya"),
        ("criteria_reden", "Schulden en geweld"), ("justitiele_titel", "Toezicht tot maart"),
    ):  # fmt: skip
        balie.fill(fields[key], text)
    for key in ("tolk", "criteria"):
        fields[key].setFocus()
        balie.press("Space")
    contact = fields["partners"].lines[0].fields["contact"]  # type: ignore[attr-defined]
    balie.fill(contact, "Kevin")
    fields["personen"].setFocus()
    balie.press("Space")
    ander = fields["personen"].lines[0].fields  # type: ignore[attr-defined]
    for key, text in (("voornamen", "Sara"), ("geslachtsnaam", naam), ("relatie", "zus")):
        balie.fill(ander[key], text)
    balie.press("Ctrl+Return")
    balie.casus_id = balie.page.triage.casus_id
    assert balie.casus_id, [error.text() for error in balie.page.form.errors.values() if error.text()]


@then("vraagt de weging wat de melder van de criteria vindt")
def weighing_reads(balie: Balie) -> None:
    balie.press("Ctrl+W")
    melder = balie.page.triage.detail.weeg.melder
    assert not melder.isHidden() and melder.text().endswith("één leefgebied: Schulden en geweld")
    balie.press("Esc")


def gelezen(kaart: MeldregelsCard) -> str:
    return kaart.text.accessibleName() if not kaart.isHidden() else ""


def dossier_view(balie: Balie, tab: str) -> DossierView:
    balie.session.context.shell.navigate("casussen", balie.casus_id)
    page = balie.session.window.page("casussen")
    assert isinstance(page, CasussenPage)
    page.view.choose_tab(tab)
    QTest.qWait(5)
    return page.view


@then(parsers.parse('leest het overzicht van de casus meteen "{een}" en "{twee}"'))
def overview_at_once(balie: Balie, een: str, twee: str) -> None:
    kaart = dossier_view(balie, "overzicht").overzicht.aandacht
    assert een in gelezen(kaart) and twee in gelezen(kaart)
    assert not kaart.visibleRegion().isEmpty()


@then(parsers.parse('leest het overzicht verder "{een}" en "{twee}"'))
def overview(balie: Balie, een: str, twee: str) -> None:
    tekst = gelezen(dossier_view(balie, "overzicht").overzicht.gemeld)
    assert een in tekst and twee in tekst


@then(parsers.parse('staat "{tekst}" bij het leefgebied opvoeding'))
def on_area(balie: Balie, tekst: str) -> None:
    kaarten = dossier_view(balie, "leefgebieden").leefgebieden.grid.cards
    opvoeding = next(each for each in kaarten if each.accessibleName() == "Opvoeding/kinderen")
    assert any(tekst in label.text() for label in opvoeding.findChildren(QLabel))


@then(parsers.parse('staat "{tekst}" bij de persoon'))
def on_person(balie: Balie, tekst: str) -> None:
    hoofd, ander = dossier_view(balie, "betrokkenen").betrokkenen.cards.cards
    assert any(tekst == label.text() for label in hoofd.findChildren(QLabel))
    assert not any(tekst in label.text() for label in ander.findChildren(QLabel))


@then(parsers.parse('is "{naam}" betrokken als zus en vraagt de bekendheid de politie via "{contact}"'))
def people_and_partners(balie: Balie, naam: str, contact: str) -> None:
    gevonden = balie.desk.ask(dossier, balie.casus_id)
    assert [(row.naam, row.relatie) for row in gevonden.betrokkenen[1:]] == [(naam, "zus")]
    assert [(row.organisatie, row.contact) for row in gevonden.bekendheid] == [("Politie", contact)]


def overleg_page(balie: Balie) -> OverleggenPage:
    page = balie.session.window.page("overleggen")
    assert isinstance(page, OverleggenPage)
    return page


@when("de casus op de agenda van het overleg wordt gezet")
def put_on_agenda(balie: Balie) -> None:
    balie.session.context.shell.navigate("overleggen", balie.desk.ask(overleggen)[0].id)
    QTest.qWait(5)
    balie.press("Alt+1")
    balie.keys.type("Jansen")
    balie.press("Return", "Alt+4")


@then(parsers.parse('leest de voorbereiding "{een}", "{twee}" en "{drie}"'))
def preparation(balie: Balie, een: str, twee: str, drie: str) -> None:
    reden = overleg_page(balie).prepare.reden
    assert reden.isVisible()
    assert [tekst for rol, tekst in reden.text.shown() if rol == ""] == [een, twee, drie]


@when("de politie zegt dat de persoon bekend is")
def known(balie: Balie) -> None:
    balie.desk.execute(
        BekendheidBepalen(
            casus_id=balie.casus_id,
            organisatie_id=meldingen.organisatie(balie.desk, "Politie"),
            stand=Bekendheidstand.BEKEND,
        )
    )
    QTest.qWait(5)


@then(parsers.parse('staat "{naam}" van de politie klaar om uitgenodigd te worden'))
def waits_for_invitation(balie: Balie, naam: str) -> None:
    balie.press("Alt+2")
    wanted = overleg_page(balie).prepare.deelnemers.wanted
    assert wanted.isVisible()
    assert [(row.organisatie, row.contact, row.medewerker_id) for row in wanted.rows.rows()] == [
        ("Politie", naam, None)
    ]


@when("de coördinator hem uitnodigt")
def invite(balie: Balie) -> None:
    overleg_page(balie).prepare.deelnemers.wanted.setFocus()
    balie.press("Home", "Return")


@then(parsers.parse('staat "{naam}" op de lijst van deelnemers'))
def invited(balie: Balie, naam: str) -> None:
    overleg_id = balie.desk.ask(overleggen)[0].id
    genodigd = [(row.naam, row.organisatie) for row in balie.desk.ask(deelnemers, overleg_id)]
    assert (naam, "Politie") in genodigd
    panel = overleg_page(balie).prepare.deelnemers
    assert not panel.wanted.isVisible() and naam in [row.naam for row in panel.list.rows.rows()]


@when("het doel van de melder hoofddoel van het plan wordt")
def adopt_goal(balie: Balie) -> None:
    dossier_view(balie, "plan")
    balie.press("Ctrl+Shift+F8")


@then(parsers.parse('is "{doel}" het hoofddoel, met "{aanleiding}" als aanleiding'))
def planned(balie: Balie, doel: str, aanleiding: str) -> None:
    view = dossier_view(balie, "plan")
    assert view.dossier is not None and view.dossier.plan is not None
    assert (view.dossier.plan.hoofddoel, view.plan.form.aanleiding.text()) == (doel, aanleiding)
    assert view.plan.form.overnemen.isHidden()


def bespreek(balie: Balie, overleg_id: str) -> None:
    balie.desk.execute(OverlegOpenen(overleg_id=overleg_id))
    balie.session.context.shell.navigate("overleggen", overleg_id)
    QTest.qWait(5)
    punt = next(row.id for row in balie.desk.ask(agenda, overleg_id).punten if row.casus_id)
    overleg_page(balie).chair.show_item(punt, begin=True)
    QTest.qWait(5)


@when("het overleg bij de casus is")
def in_meeting(balie: Balie) -> None:
    bespreek(balie, balie.desk.ask(overleggen)[0].id)


@then(parsers.parse('ziet de tafel zonder bladeren "{een}", "{twee}" en "{drie}"'))
def seen_at_once(balie: Balie, een: str, twee: str, drie: str) -> None:
    kaart = overleg_page(balie).chair.item.parts.blad.beeld.aandacht
    assert all(tekst in gelezen(kaart) for tekst in (een, twee, drie))
    assert kaart.visibleRegion().boundingRect().height() >= kaart.height() - 1


@then(parsers.parse('leest de tafel "{tekst}"'))
def table_reads(balie: Balie, tekst: str) -> None:
    assert tekst in gelezen(overleg_page(balie).chair.item.parts.blad.beeld.gemeld)


@when("het overleg sluit en de casus twee weken later terugkomt")
def second_meeting(balie: Balie) -> None:
    balie.desk.execute(
        OverlegSluiten(
            overleg_id=balie.desk.ask(overleggen)[0].id, reden="De tafel besluit de volgende keer."
        )
    )
    volgende = balie.desk.execute(
        OverlegPlannen(tafel_id=meldingen.tafel(balie.desk), datum=date(2026, 12, 30))
    ).id
    balie.desk.execute(CasusAgenderen(overleg_id=volgende, casus_id=balie.casus_id))
    bespreek(balie, volgende)


@then(parsers.parse('staat "{tekst}" in het eerste verslag en niet in het tweede'))
def in_minutes(balie: Balie, tekst: str) -> None:
    def papier(overleg_id: str) -> str:
        lezer = PdfReader(io.BytesIO(balie.session.context.pdf(overleg_id)))
        return "\n".join(page.extract_text() for page in lezer.pages)

    tweede, eerste = (papier(row.id) for row in balie.desk.ask(overleggen))
    assert tekst in eerste and "Doet niet open" in eerste and tekst not in tweede


@then(parsers.parse('ziet de tafel "{tekst}" en leest zij "{verhaal}" niet opnieuw'))
def known_already(balie: Balie, tekst: str, verhaal: str) -> None:
    beeld = overleg_page(balie).chair.item.parts.blad.beeld
    assert tekst in gelezen(beeld.aandacht) and verhaal not in gelezen(beeld.gemeld)
