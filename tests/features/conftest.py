"""The stories play on the practice vault; a whole meeting typed letter by letter takes its time.

The steps here are those of the lives of the named methods: every story walks the same road and differs in what its
method asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, then, when

from tests.features.leven import Leven
from tests.oefenbureau import bureau, desktop, oefensjabloon
from vhdesk.clock import FixedClock
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.plan import Bel, PlanSchrijven
from vhdesk.ui.onderdelen.methode_woorden import eis_woorden
from vhdesk.vocabulary import Casusrol
from vhdesk.vocabulary_triage import Weeguitkomst

__all__ = ["bureau", "desktop", "oefensjabloon"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(400))


@pytest.fixture
def leven(
    kluismap: Path, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Leven]:
    """A vault with the people of the table behind the real window, and the command line beside it."""
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(kluismap.parent / "staat"))
    made = Leven(kluismap, clock, qapp)
    yield made
    made.vergrendel()


# --- how a case comes in


@given(parsers.parse('de gemeente Losser meldde "{naam}" aan, {jaren:d} jaar, als {doelgroep}'))
def aangemeld(leven: Leven, naam: str, jaren: int, doelgroep: str) -> None:
    leven.meld_aan(naam, jaren, doelgroep)


@given("het team nam de casus op in de Top X")
@when("het team weegt en de casus in de Top X opneemt")
def opgenomen(leven: Leven) -> None:
    leven.weeg(Weeguitkomst.TOP_X)


@given(parsers.parse("{naam} is casemanager"))
@when(parsers.parse("{naam} casemanager wordt"))
def casemanager(leven: Leven, naam: str) -> None:
    leven.desk.execute(
        CasusrolToewijzen(
            casus_id=leven.casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=leven.mens(naam.strip())
        )
    )


# --- the method, by keys


@when(parsers.parse('de procesregisseur met F7 de methode "{methode}" kiest'))
def kiezen(leven: Leven, methode: str) -> None:
    view = leven.open()
    leven.press("F7")
    paneel = view.methode.kiezen
    assert paneel.methode.hasFocus()
    for _ in range(12):
        if paneel.methode.currentText() == methode:
            break
        leven.press("Home") if paneel.methode.currentIndex() == paneel.methode.count() - 1 else leven.press(
            "Down"
        )
    leven.press("Tab")
    leven.type("Besproken in het team.")
    leven.press("Ctrl+Return")
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]
    huidig = leven.dossier.methode.huidig
    assert (huidig.naam if huidig is not None else "Geen methode") == methode


@then(parsers.parse('stelde het programma "{methode}" voor'))
def voorgesteld(leven: Leven, methode: str) -> None:
    view = leven.open()
    leven.press("F7")
    assert view.methode.kiezen.methode.currentText() == methode
    leven.press("Esc")


@when(parsers.parse('de procesregisseur {toets} drukt en overal "{waarde}" kiest'))
def alles(leven: Leven, toets: str, waarde: str) -> None:
    invullen(leven, toets, ", ".join([waarde] * 20))


@when(parsers.parse("de procesregisseur {toets} drukt en invult: {waarden}"))
def invullen(leven: Leven, toets: str, waarden: str) -> None:
    view = leven.open("methode")
    leven.press(toets)
    paneel = view.methode.notitie
    assert paneel.is_open()
    for (deel, veld), waarde in zip(paneel.scores.fields.items(), waarden.split(", "), strict=False):
        assert veld.hasFocus(), deel
        leven.press("Home")
        for _ in range(veld.count()):
            if veld.value() == waarde:
                break
            leven.press("Down")
        assert veld.value() == waarde
        leven.press("Tab")
    leven.press("Ctrl+Return")
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]


@when(parsers.parse('de secretaris met F8 noteert "{tekst}"'))
def noteren(leven: Leven, tekst: str) -> None:
    view = leven.open("methode")
    leven.press("F8")
    leven.type(tekst)
    leven.press("Ctrl+Return")
    assert not view.methode.notitie.is_open()


@then(parsers.parse('zegt het hoofd van de casus "{woorden}"'))
def hoofd(leven: Leven, woorden: str) -> None:
    chip = leven.open().kop.methode
    assert chip.isVisible() and chip.text() == woorden


@then(parsers.parse('vraagt de methode nog "{woorden}"'))
def vraagt(leven: Leven, woorden: str) -> None:
    stand = leven.dossier.methode
    assert stand.huidig is not None
    assert woorden in [eis_woorden(eis, stand.huidig.vraag) for eis in stand.open]


@then("vraagt de methode niets meer")
def vraagt_niets(leven: Leven) -> None:
    assert leven.dossier.methode.open == ()


# --- what else a method may ask


@when(parsers.parse("de casus over {dagen:d} dagen weer op tafel komt"))
def volgende(leven: Leven, dagen: int) -> None:
    view = leven.open()
    leven.press("Ctrl+D")
    leven.press("Ctrl+A")
    leven.type(f"+{dagen}")
    leven.press("Return")
    assert not view.datum.is_open()


@when(parsers.parse('het plan zegt "{criterium}", met {nummer} op de crisiskaart'))
def plan(leven: Leven, criterium: str, nummer: str) -> None:
    leven.desk.execute(
        PlanSchrijven(
            casus_id=leven.casus_id, hoofddoel="Rust", afschaalcriterium=criterium,
            bellen=(Bel(wie="FACT-team", nummer=nummer, bereikbaar="24/7"),),
        )
    )  # fmt: skip


@when(parsers.parse("het {dagen:d} dagen later is"))
def later(leven: Leven, dagen: int) -> None:
    leven.later(dagen)


@then(parsers.parse('zegt Vandaag "{woorden}"'))
def zegt(leven: Leven, woorden: str) -> None:
    assert any(woorden in zin for zin in leven.zinnen()), leven.zinnen()


@then(parsers.parse('zegt Vandaag niets over "{woorden}"'))
def zwijgt(leven: Leven, woorden: str) -> None:
    assert not any(woorden in zin for zin in leven.zinnen()), leven.zinnen()


@when(
    parsers.parse(
        "de procesregisseur met toetsen opschaalt naar het bestuur, met antwoord over {dagen:d} dagen"
    )
)
def opschalen(leven: Leven, dagen: int) -> None:
    paneel = leven.vorm(
        "Ctrl+U", soort="bestuurlijk", gremium_code="bestuurlijke overlegtafel", datum=f"+{dagen}",
        gevraagd="Lever uren.", reden="Partners leveren niet.",
    )  # fmt: skip
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]


# --- the end, the same for every case


@when("de casus is afgeschaald, een jaar gevolgd, afgesloten en de bewaartermijn om is")
def eind(leven: Leven) -> None:
    leven.tot_het_eind()


@when("de bewaartermijn om is")
def termijn_om(leven: Leven) -> None:
    leven.wacht_op_termijn()


@when("de casus in het venster wordt vernietigd")
def vernietigd(leven: Leven) -> None:
    leven.vernietig()


@then(parsers.parse('is er van "{naam}" niets meer te vinden'))
def niets(leven: Leven, naam: str) -> None:
    assert leven.desk.ask(casuslijst, zoek=naam).rijen == ()
    assert leven.desk.ask(casuslijst, zoek=leven.nummer).totaal == 0
    assert leven.resten() == []


@then(parsers.parse("telt de verklaring {methoden:d} methode en {notities:d} notities"))
def verklaring(leven: Leven, methoden: int, notities: int) -> None:
    rij = leven.desk.ask(vernietigingen)[0]
    assert (rij.aantallen.get("casusmethode", 0), rij.aantallen.get("methodenotitie", 0)) == (
        methoden,
        notities,
    )
