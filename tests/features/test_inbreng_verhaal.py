"""What partners bring in, by keys: who may, what contradicts, what the shared picture rests on, and what stays off paper."""

from __future__ import annotations

from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.leven import Leven
from tests.unit.printing.papier_lezen import whole
from vhdesk.queries.dossier_rijen import InbrengRow
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.casussen.inbreng_panel import InbrengPanel
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import Bronregime, Informatieniveau
from vhdesk.vocabulary_inbreng import citaat
from vhdesk.vocabulary_triage import Bekendheidstand

scenarios("inbreng.feature")


@given("de politie, Mediant en de gemeente Losser kennen de persoon en zitten aan tafel")
def aan_tafel(leven: Leven) -> None:
    for code in ("politie", "mediant-ggz", "gemeente-losser"):
        organisatie_id = leven.org(code)
        leven.desk.execute(
            CasuspartnerBepalen(
                casus_id=leven.casus_id,
                organisatie_id=organisatie_id,
                niveau=Informatieniveau.INHOUD,
                reden="neemt deel",
            )
        )
        leven.desk.execute(
            BekendheidBepalen(
                casus_id=leven.casus_id, organisatie_id=organisatie_id, stand=Bekendheidstand.BEKEND
            )
        )


@when("de secretaris met Ctrl+I een inbreng begint", target_fixture="paneel")
def begin(leven: Leven) -> InbrengPanel:
    view = leven.open("leefgebieden")
    leven.press("Ctrl+I")
    paneel: InbrengPanel = view.leefgebieden.panel
    assert paneel.is_open()
    return paneel


@then(parsers.parse('biedt het venster "{wel}" aan en "{niet}" niet'))
def biedt(paneel: InbrengPanel, wel: str, niet: str) -> None:
    assert [optie.text for optie in paneel.organisatie.matches(wel)] == [wel]
    assert paneel.organisatie.matches(niet) == []


def _zeg(leven: Leven, wie: str, tekst: str, **merken: str) -> InbrengRow:
    """Record a statement by keys and return it as it is kept."""
    paneel = begin(leven)
    leven.vul(paneel.organisatie, wie)
    leven.vul(paneel.leefgebied, "Huisvesting")
    leven.vul(paneel.tekst, tekst)
    if "door" in merken:
        leven.vul(paneel.door.choice, merken["door"])
    if "tegen" in merken:
        tegen = next(row for row in leven.dossier.inbreng if row.organisatie == merken["tegen"])
        leven.vul(paneel.tegen, tegen.id)
    if "mondeling" in merken:
        paneel.mondeling.setFocus()
        leven.press("Space")
    leven.press("Ctrl+Return")
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]
    return next(row for row in leven.dossier.inbreng if row.tekst == tekst)


@when(
    parsers.parse(
        'de secretaris met Ctrl+I vastlegt dat "{wie}" over huisvesting zegt "{tekst}", onder Wpg, naar alle partners'
    )
)
def onder_wpg(leven: Leven, wie: str, tekst: str) -> None:
    row = _zeg(leven, wie, tekst, door="Naar alle partners in deze casus")
    assert (row.regime, row.mag_door_naar) == (Bronregime.WPG, ("*",)), "the police suggests its regime"


@when(
    parsers.parse(
        'de secretaris met Ctrl+I vastlegt dat "{wie}" over huisvesting zegt "{tekst}", tegen die van de politie'
    )
)
def tegen(leven: Leven, wie: str, tekst: str) -> None:
    _zeg(leven, wie, tekst, tegen="Politie")


@when(
    parsers.parse('de secretaris met Ctrl+I vastlegt dat "{wie}" over huisvesting zegt "{tekst}", mondeling')
)
def mondeling(leven: Leven, wie: str, tekst: str) -> None:
    row = _zeg(leven, wie, tekst, mondeling="ja")
    assert row.mondeling and row.mag_door_naar == (), "without more it goes to nobody"


def _blokken(leven: Leven) -> dict[str, InbrengBlock]:
    """Return what stands on the tab, by who said it."""
    view = leven.open("leefgebieden")
    return {
        blok.row.organisatie: blok
        for kaart in view.leefgebieden.grid.cards
        for blok in kaart.findChildren(InbrengBlock)
    }


def _woorden(blok: InbrengBlock) -> str:
    return " | ".join(label.text() for label in blok.findChildren(Label))


@then(
    "staan beide woord voor woord op het tabblad Leefgebieden, elk met wie, welk regime en wat zij tegenspreekt"
)
def naast_elkaar(leven: Leven) -> None:
    blokken = _blokken(leven)
    politie, gemeente = blokken["Politie"], blokken["Gemeente Losser"]
    assert "Hij slaapt in zijn auto." in _woorden(politie) and "Wpg" in _woorden(politie)
    assert "Hij staat ingeschreven bij zijn zus." in _woorden(gemeente)
    for blok, ander in ((politie, gemeente), (gemeente, politie)):
        assert f"I-{ander.row.nummer}" in blok.accessibleName() and blok.isVisible()
    assert politie.parentWidget() is gemeente.parentWidget(), "in one card, beside each other"


@then("staat geen van beide in het gezamenlijk beeld")
def beeld_leeg(leven: Leven) -> None:
    assert leven.dossier.kop.gezamenlijk_beeld == ""


@when("de secretaris die inbreng met Ctrl+Shift+Q aanhaalt")
def aanhalen(leven: Leven) -> None:
    _blokken(leven)["Politie"].setFocus()
    leven.press("Ctrl+Shift+Q")


@then("eindigt het gezamenlijk beeld met het nummer van die inbreng")
def eindigt(leven: Leven) -> None:
    view: Any = leven.open()
    assert view.flush()
    (row,) = leven.dossier.inbreng
    assert leven.dossier.kop.gezamenlijk_beeld.endswith(citaat(row.nummer))


@then("noemt het venster bij het beeld wie dat zei")
def noemt(leven: Leven) -> None:
    (row,) = leven.dossier.inbreng
    woorden = leven.open().tab("overzicht").citaten.words
    assert woorden.isVisible() and woorden.text().startswith(f"Aangehaald: I-{row.nummer} Politie")


@then("staat in het venster bij de tweede dat zij mondeling is en niet mag worden doorgegeven")
def gemerkt(leven: Leven) -> None:
    naam = _blokken(leven)["Mediant GGZ"].accessibleName()
    assert "Mondeling, niet in verslag of print." in naam and "Mag niet worden doorgegeven" in naam


@then("noemt de geschreven tijdlijn de inbreng van de politie en niets van die van Mediant")
def op_papier(leven: Leven) -> None:
    papier = whole(leven.opdracht("tijdlijn", "tijdlijn.pdf"))
    assert "Inbreng van Politie over huisvesting" in papier
    assert "Inbreng van Mediant" not in papier and "medicatie" not in papier


@then("weigert het venster de tweede aan te halen in het gezamenlijk beeld")
def niet_aanhalen(leven: Leven) -> None:
    blok = _blokken(leven)["Mediant GGZ"]
    blok.setFocus()
    leven.press("Ctrl+Shift+Q")
    assert leven.open("leefgebieden").strip.current() == "leefgebieden"
    assert leven.dossier.kop.gezamenlijk_beeld == ""
