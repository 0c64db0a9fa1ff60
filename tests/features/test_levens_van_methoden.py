"""The lives of the named methods, each from referral to destruction; what they share stands in ``conftest``."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.leven import Leven
from tests.unit.services.meldingen import tafel
from vhdesk.clock import local
from vhdesk.errors import RuleViolation
from vhdesk.queries.agenda import agenda
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen, BesluitVragen
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.opschalen import OpschalingBeantwoorden
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.tafelinstelling import TopXNormBepalen
from vhdesk.vocabulary import Casusrol, CasusStatus, Gebeurtenissoort, Informatieniveau, Vraagstand
from vhdesk.vocabulary_triage import Aanmeldbron, Caseload, Weeguitkomst

scenarios(
    "code_rood.feature",
    "tien_in_twente.feature",
    "veelplegers.feature",
    "ex_gedetineerden.feature",
    "woonoverlast.feature",
    "verwarde_personen.feature",
    "uittreedoptie.feature",
    "pga.feature",
    "overdragen_en_heropenen.feature",
)


# --- Code Rood


@given(parsers.parse('een buurvrouw meldde "{naam}" aan met Code Rood'))
def code_rood(leven: Leven, naam: str) -> None:
    overleg = OverlegPlannen(tafel_id=tafel(leven.desk), datum=leven.clock.today() + timedelta(days=7))
    leven.overleg_id = leven.desk.execute(overleg).id
    leven.meld_aan(
        naam, 33, "code-rood", overleg_id=leven.overleg_id, bron=Aanmeldbron.IEDEREEN, code_rood=True
    )


@then(parsers.parse('staat "{naam}" meteen op de agenda'))
def op_de_agenda(leven: Leven, naam: str) -> None:
    punten = [punt for punt in leven.desk.ask(agenda, leven.overleg_id).punten if punt.casus_id]
    assert [(punt.casus_id, naam in punt.naam) for punt in punten] == [(leven.casus_id, True)]


@when("de secretaris in het venster vastlegt dat Losser is gebeld")
def gebeld(leven: Leven) -> None:
    assert leven.session is not None
    leven.session.context.shell.navigate("aanmeldingen", f"plicht:{leven.casus_id}")
    QTest.qWait(5)
    leven.type("Gebeld met de OOV van Losser.")
    leven.press("Ctrl+Return")


# --- 10 in Twente


@then(parsers.parse('staat "{nieuw}" boven "{oud}", elk met dag, tijd en naam'))
def bovenaan(leven: Leven, nieuw: str, oud: str) -> None:
    view = leven.open("methode")
    notities = leven.dossier.methode.notities
    assert [notitie.tekst for notitie in notities] == [nieuw, oud]
    assert {notitie.actor for notitie in notities} == {leven.desk.actor.naam}
    model = view.methode.notities.rows
    for plaats, notitie in enumerate(notities):
        regel = view.methode._notitie(model.row_at(model.index(plaats, 0)))
        assert regel.title == notitie.tekst and f"{local(notitie.tijdstip):%H:%M}" in regel.right


@then(parsers.parse('vindt wie op "{woord}" zoekt deze casus'))
def gevonden(leven: Leven, woord: str) -> None:
    assert [treffer.id for treffer in leven.desk.ask(casuslijst, zoek=woord).rijen] == [leven.casus_id]


@then(parsers.parse("kan {naam} geen casemanager worden: de casusregie ligt bij de GGZ"))
def geen_casemanager(leven: Leven, naam: str) -> None:
    wijs = CasusrolToewijzen(
        casus_id=leven.casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=leven.mens(naam)
    )
    with pytest.raises(RuleViolation, match="casusregie_elders"):
        leven.desk.execute(wijs)


# --- Top X above the norm


def _casus(leven: Leven, naam: str) -> str:
    return leven.desk.ask(casuslijst, zoek=naam).rijen[0].id


@given(parsers.parse("de norm van de Top X is {norm:d}"))
def norm(leven: Leven, norm: int) -> None:
    leven.desk.execute(TopXNormBepalen(norm=norm))


@then("kan het team de casus niet opnemen zonder te kiezen welke eruit gaat")
def vol(leven: Leven) -> None:
    with pytest.raises(RuleViolation, match="top_x_vol"):
        leven.weeg(Weeguitkomst.TOP_X)


@when(parsers.parse('het team "{naam}" eruit kiest omdat "{reden}"'))
def eruit(leven: Leven, naam: str, reden: str) -> None:
    weg = CasusAfschalen(casus_id=_casus(leven, naam), reden_code="doelen-behaald", reden=reden)
    leven.weeg(Weeguitkomst.TOP_X, uittreden=weg)


@then(parsers.parse('staan er 1 van 1 in de Top X, en is "{naam}" in nazorg met een brief'))
def gewisseld(leven: Leven, naam: str) -> None:
    stand = leven.desk.ask(caseload_stand)
    assert (stand.top_x, stand.norm) == (1, 1)
    ander = leven.desk.ask(dossier, _casus(leven, naam))
    assert ander.kop.status is CasusStatus.NAZORG and any(stap.heeft_brief for stap in ander.verloop)
    assert leven.dossier.kop.status is CasusStatus.IN_BEHANDELING


# --- a measure of the mayor


@when(
    parsers.parse(
        "de tafel de burgemeester om een gedragsaanwijzing vraagt, met antwoord binnen {dagen:d} dagen"
    )
)
def vragen(leven: Leven, dagen: int) -> None:
    leven.desk.execute(
        BesluitVragen(
            casus_id=leven.casus_id, tekst="Gedragsaanwijzing Wet aanpak woonoverlast.",
            type_code="openbare-orde-maatregel", gremium_code="burgemeester", onderbouwing="Zeven meldingen.",
            antwoord_voor=leven.clock.today() + timedelta(days=dagen),
        )
    )  # fmt: skip


@when("de secretaris vastlegt dat de burgemeester het nam")
def genomen(leven: Leven) -> None:
    besluit = next(rij for rij in leven.dossier.besluiten if rij.wacht)
    leven.desk.execute(
        BesluitAntwoordVastleggen(
            besluit_id=besluit.id, stand=Vraagstand.GENOMEN, op=leven.clock.today(), door="burgemeester"
        )
    )


# --- help without regie


@when("het team weegt: hulp in de uitvoering")
def hulp(leven: Leven) -> None:
    leven.weeg(Weeguitkomst.HULP)


@then("telt de casus niet in de Top X en vraagt niemand een casemanager")
def zonder_regie(leven: Leven) -> None:
    stand = leven.desk.ask(caseload_stand)
    assert (stand.top_x, stand.hulp) == (0, 1)
    assert leven.dossier.kop.caseload is Caseload.HULP
    assert not any("zonder casemanager" in zin for zin in leven.zinnen())
    assert not any("zonder procesregisseur" in zin for zin in leven.zinnen())


@then("telt de casus in de Top X, met dezelfde methode")
def toch_regie(leven: Leven) -> None:
    assert leven.desk.ask(caseload_stand).top_x == 1
    huidig = leven.dossier.methode.huidig
    assert huidig is not None and huidig.naam == "Verwarde personen"


# --- extra protection


def _weten(leven: Leven, code: str, niveau: Informatieniveau) -> None:
    leven.desk.execute(
        CasuspartnerBepalen(
            casus_id=leven.casus_id, organisatie_id=leven.org(code), niveau=niveau, reden="zo besproken"
        )
    )


@given("Halt kende de inhoud van de casus al")
def halt(leven: Leven) -> None:
    _weten(leven, "halt", Informatieniveau.INHOUD)


@when("de secretaris Halt niets meer laat weten")
def halt_niet(leven: Leven) -> None:
    _weten(leven, "halt", Informatieniveau.BESTAAN)


@then("staat er extra bescherming in het hoofd van de casus")
def beschermd(leven: Leven) -> None:
    assert leven.open().kop.beschermd.isVisible()


@then("weigert het programma dat Leerplicht de inhoud kent, en de politie mag het wel")
def weigert(leven: Leven) -> None:
    with pytest.raises(RuleViolation, match="organisatie_mag_niet_weten"):
        _weten(leven, "leerplicht", Informatieniveau.INHOUD)
    _weten(leven, "politie", Informatieniveau.INHOUD)


@then("staat er geen extra bescherming meer, en blijft te lezen welke methode er was")
def voorbij(leven: Leven) -> None:
    view = leven.open("methode")
    assert not view.kop.beschermd.isVisible()
    assert "Uittreedoptie jeugdprostitutie" in view.methode.eerder.text()


# --- up, across and open again, by keys


@when("het bestuur antwoordt dat elke partner uren levert")
def antwoord(leven: Leven) -> None:
    vraag = next(stap for stap in leven.dossier.verloop if stap.soort is Gebeurtenissoort.OPGESCHAALD)
    leven.desk.execute(OpschalingBeantwoorden(gebeurtenis_id=vraag.id, antwoord="Elke partner levert uren."))


@then(parsers.parse('weigert het venster de methode "{methode}" aan de werktafel'))
def andere_wet(leven: Leven, methode: str) -> None:
    view = leven.open()
    leven.press("F7")
    paneel = view.methode.kiezen
    assert paneel.methode.currentText() == methode, "the doelgroep suggests it"
    leven.press("Ctrl+Return")
    assert paneel.is_open() and "PGA radicalisering" in paneel.errors["methode_code"].text()
    leven.press("Esc")


@given(parsers.parse("de casus staat op de agenda van de werktafel over {dagen:d} dagen"))
def geagendeerd(leven: Leven, dagen: int) -> None:
    dag = leven.clock.today() + timedelta(days=dagen)
    leven.overleg_id = leven.desk.execute(OverlegPlannen(tafel_id=tafel(leven.desk), datum=dag)).id
    leven.desk.execute(CasusAgenderen(overleg_id=leven.overleg_id, casus_id=leven.casus_id))
    leven.desk.execute(VolgendeDatumVanCasusBepalen(casus_id=leven.casus_id, datum=dag))


@then("staat de casus op geen agenda van de werktafel meer, en heeft zij geen volgende datum")
def van_de_agenda(leven: Leven) -> None:
    assert leven.casus_id not in {punt.casus_id for punt in leven.desk.ask(agenda, leven.overleg_id).punten}
    assert leven.dossier.kop.volgende_datum is None


@then("staat in de tijdlijn de overdracht aangewezen")
def aangewezen(leven: Leven) -> None:
    lijst = leven.open("tijdlijn").tijdlijn.list
    assert lijst.current_row().tekst.startswith("Overgedragen")


@when(parsers.parse('de procesregisseur met toetsen overdraagt aan "{naar}"'))
def overdragen(leven: Leven, naar: str) -> None:
    paneel = leven.open("tijdlijn").tijdlijn.panel
    leven.press("Ctrl+Shift+T")
    leven.type(naar)
    leven.press("Return")
    paneel.reden.setFocus()
    leven.type("Het signaal hoort aan die tafel.")
    leven.press("Ctrl+Return")
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]
    assert leven.dossier.kop.tafel == naar


@when("de casus wordt afgeschaald en het een maand later toch misgaat")
def misgaat(leven: Leven) -> None:
    leven.desk.execute(
        CasusAfschalen(casus_id=leven.casus_id, reden_code="doelen-behaald", reden="Werk en contact.")
    )
    leven.later(30)


@when(parsers.parse('de procesregisseur met toetsen heropent omdat "{reden}"'))
def heropenen(leven: Leven, reden: str) -> None:
    leven.open("tijdlijn")
    leven.press("Ctrl+Shift+H")
    leven.type(reden)
    leven.press("Ctrl+Return")


@then("is de casus weer in behandeling aan de casustafel, met haar methode en haar hele verloop")
def weer_open(leven: Leven) -> None:
    QApplication.processEvents()
    zaak = leven.dossier
    assert zaak.kop.status is CasusStatus.IN_BEHANDELING
    assert zaak.kop.tafel == "Casustafel Radicalisering Twente"
    assert zaak.methode.huidig is not None and zaak.methode.huidig.methode_code == "radicalisering"
    soorten = {stap.soort for stap in zaak.verloop}
    assert {Gebeurtenissoort.OVERGEDRAGEN, Gebeurtenissoort.AFGESCHAALD, Gebeurtenissoort.HEROPEND} <= soorten
    assert leven.clock.today() == date(2027, 1, 1)
