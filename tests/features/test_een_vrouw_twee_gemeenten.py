"""The story of one woman who comes from two municipalities, in the real window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Toetsenbord
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BetrokkeneRow, Dossier
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import gemeenten, organisaties
from vhdesk.queries.sprong import sprong
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import BetrokkeneToegevoegd, BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.persoon import PersoonrelatieLeggen
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_aanlevering import Dubbelreden
from vhdesk.vocabulary_persoon import Relatiesoort
from vhdesk.vocabulary_triage import Bekendheidstand

scenarios("een_vrouw_twee_gemeenten.feature")
FATMA = Persoonsgegevens(
    geslachtsnaam="Yıldız", voornamen="Fatma", geboortedatum=date(1990, 4, 3), telefoon="06-12345678"
)
FATIMA = Persoonsgegevens(
    geslachtsnaam="Jildis", voornamen="Fatima", geboortedatum=date(1990, 3, 4), bsn="111222333"
)
ZOON = Persoonsgegevens(geslachtsnaam="Yıldız", voornamen="Can", geboortedatum=date(2015, 6, 1))


@dataclass
class Zaken:
    """Both cases, in the window."""

    bureau: Bureau
    hengelo: str
    borne: str = ""
    voor: tuple[Dossier, ...] = ()

    @property
    def desk(self) -> Desk:
        assert self.bureau.session is not None
        return self.bureau.session.kluis.desk

    @property
    def keys(self) -> Toetsenbord:
        assert self.bureau.session is not None
        return Toetsenbord(self.bureau.session.window)

    def lees(self) -> tuple[Dossier, Dossier]:
        hengelo, borne = (self.desk.ask(dossier, casus_id) for casus_id in (self.hengelo, self.borne))
        return hengelo, borne

    def hoofden(self) -> tuple[BetrokkeneRow, ...]:
        return tuple(zaak.betrokkenen[0] for zaak in self.lees())

    def tab(self, casus_id: str) -> Any:
        assert self.bureau.session is not None
        self.bureau.session.context.shell.navigate("casussen", casus_id)
        page: Any = self.bureau.session.window.page("casussen")
        page.view.choose_tab("betrokkenen")
        QApplication.processEvents()
        return page.view.betrokkenen

    def samenvoegen(self, reden: str) -> None:
        self.voor = self.lees()
        tab = self.tab(self.hengelo)
        self.keys.press("Ctrl+Shift+S")
        self.keys.type("jildis")
        self.keys.press("Return")
        tab.samenvoegen.reden.setFocus()
        self.keys.type(reden)
        self.keys.press("Ctrl+Return")


def _gemeente(desk: Desk, naam: str) -> str:
    return next(rij.id for rij in desk.ask(gemeenten) if rij.naam == naam)


@given("Hengelo meldde Fatma Yıldız aan, met haar zoon, en de tafel nam een besluit", target_fixture="zaken")
def hengelo(bureau: Bureau) -> Zaken:
    desk = bureau.ontgrendel().kluis.desk
    casus_id = desk.execute(
        CasusAanmelden(hoofdbetrokkene=FATMA, gemeente_id=_gemeente(desk, "Hengelo"), titel="Zorgen om Can")
    ).id
    zoon = desk.execute(BetrokkeneToevoegen(casus_id=casus_id, persoon=ZOON, relatie="zoon"))
    assert isinstance(zoon, BetrokkeneToegevoegd)
    fatma = desk.ask(dossier, casus_id).betrokkenen[0].persoon_id
    desk.execute(PersoonrelatieLeggen(van_id=fatma, naar_id=zoon.persoon_id, soort=Relatiesoort.OUDER))
    desk.execute(
        BesluitVastleggen(
            casus_id=casus_id, tekst="Veilig Thuis belt.", type_code="voortzetten", gremium_code="werktafel"
        )
    )
    return Zaken(bureau, casus_id)


@given("Borne meldde Fatima Jildis aan, met een andere inbreng")
def borne(zaken: Zaken) -> None:
    desk = zaken.desk
    zaken.borne = desk.execute(
        CasusAanmelden(hoofdbetrokkene=FATIMA, gemeente_id=_gemeente(desk, "Borne"), titel="Woonoverlast")
    ).id
    politie = next(rij.id for rij in desk.ask(organisaties) if rij.code == "politie")
    desk.execute(
        BekendheidBepalen(casus_id=zaken.borne, organisatie_id=politie, stand=Bekendheidstand.BEKEND)
    )
    desk.execute(
        InbrengVastleggen(
            casus_id=zaken.borne,
            organisatie_id=politie,
            leefgebied_code="huisvesting",
            tekst="Drie meldingen.",
        )
    )


@when("de secretaris in de casus van Borne de gegevens van Fatima opent", target_fixture="rijen")
def open_borne(zaken: Zaken) -> Any:
    tab = zaken.tab(zaken.borne)
    zaken.keys.press("Ctrl+Shift+W")
    return tab.panel.dubbel.rows


@then("zegt het venster dat zij lijkt op Fatma Yıldız, en waarom")
def recognised(zaken: Zaken, rijen: Any) -> None:
    (rij,) = rijen
    assert rij.naam == "Fatma Yıldız"
    assert set(rij.redenen) == {Dubbelreden.GEBOORTEDATUM_LIJKT, Dubbelreden.NAAM_LIJKT}
    assert [casus.casus_id for casus in rij.casussen] == [zaken.hengelo]


@then(parsers.parse('vindt zoeken op "{woord}" ook de casus van Borne'))
def found(zaken: Zaken, woord: str) -> None:
    assert {zaken.hengelo, zaken.borne} <= {rij.casus_id for rij in zaken.desk.ask(sprong, zoek=woord)}


@when(parsers.parse('de secretaris de twee personen samenvoegt met de reden "{reden}"'))
def merge(zaken: Zaken, reden: str) -> None:
    zaken.samenvoegen(reden)


@given("de secretaris voegde de twee personen samen")
def merged(zaken: Zaken) -> None:
    zaken.samenvoegen("zelfde vrouw")
    assert zaken.hoofden()[0].samenvoegingen


@then("is Fatma Yıldız in beide casussen de enige hoofdbetrokkene")
def one_head(zaken: Zaken) -> None:
    for zaak in zaken.lees():
        hoofden = [b.naam for b in zaak.betrokkenen if b.rol is Betrokkenheid.HOOFDBETROKKENE]
        assert hoofden == ["Fatma Yıldız"]
    een, ander = zaken.hoofden()
    assert een.persoon_id == ander.persoon_id


@then("heet zij ook Fatima Jildis, met het BSN dat alleen Borne kende")
def alias(zaken: Zaken) -> None:
    for hoofd in zaken.hoofden():
        assert (hoofd.aliassen, hoofd.bsn, hoofd.telefoon) == (("Fatima Jildis",), "111222333", "06-12345678")
        assert hoofd.geboortedatum == date(1990, 4, 3)


@then("staan besluit en inbreng nog bij hun eigen casus")
def own(zaken: Zaken) -> None:
    een, ander = zaken.lees()
    assert ([b.tekst for b in een.besluiten], een.inbreng) == (["Veilig Thuis belt."], ())
    assert (ander.besluiten, [i.tekst for i in ander.inbreng]) == ((), ["Drie meldingen."])


@then("is zij in beide casussen ouder van haar zoon")
def parent(zaken: Zaken) -> None:
    assert [[(r.wat, r.naam) for r in hoofd.relaties] for hoofd in zaken.hoofden()] == [
        [("ouder", "Can Yıldız")]
    ] * 2


@then("wijst elke casus naar de andere")
def jumps(zaken: Zaken) -> None:
    een, ander = zaken.hoofden()
    assert [e.casus_id for e in een.elders] == [zaken.borne]
    assert [e.casus_id for e in ander.elders] == [zaken.hengelo]


@when(parsers.parse('de secretaris dat ongedaan maakt met de reden "{reden}"'))
def part(zaken: Zaken, reden: str) -> None:
    zaken.tab(zaken.hengelo)
    zaken.keys.press("Ctrl+Shift+U")
    zaken.keys.type(reden)
    zaken.keys.press("Ctrl+Return")


@then("staat alles weer zoals voor de samenvoeging")
def restored(zaken: Zaken) -> None:
    assert [_zonder_versie(zaak) for zaak in zaken.lees()] == [_zonder_versie(zaak) for zaak in zaken.voor]


def _zonder_versie(zaak: Dossier) -> Dossier:
    return replace(zaak, betrokkenen=tuple(replace(b, version=0) for b in zaak.betrokkenen))


@then("zegt het journaal dat er is samengevoegd en dat dat ongedaan is gemaakt")
def noted(zaken: Zaken) -> None:
    acten = [rij.actie for rij in zaken.desk.ask(journaal)]
    assert acten.count("Personen samenvoegen") == acten.count("Samenvoeging ongedaan maken") == 1
