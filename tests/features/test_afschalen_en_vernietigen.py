"""The stories of giving a case back and of its end, in the real window on the practice vault."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Toetsenbord
from vhdesk.printing.afschaalbrief import afschaalbrief_pdf
from vhdesk.printing.vernietiging import verklaring_pdf
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import gemeenten, medewerkers, tafels
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.afschalen import CasusAfschalen, CasusAfsluiten, NazorgBeoordelen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.ui.vandaag.zinnen import zinnen
from vhdesk.ui.widgets.question_dialog import QuestionDialog
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Weeguitkomst

scenarios("afschalen_en_vernietigen.feature")
NAAM = "Hulsebeekman"  # nobody else in the practice vault is called so
REDEN = "Een half jaar geen melding."


@dataclass
class Zaak:
    """The case of the story, in the window."""

    bureau: Bureau
    id: str
    nummer: str = ""
    brief: bytes = b""

    @property
    def desk(self) -> Desk:
        assert self.bureau.session is not None
        return self.bureau.session.kluis.desk

    @property
    def keys(self) -> Toetsenbord:
        assert self.bureau.session is not None
        return Toetsenbord(self.bureau.session.window)

    @property
    def dossier(self) -> Dossier:
        return self.desk.ask(dossier, self.id)

    def open(self) -> Any:
        assert self.bureau.session is not None
        self.bureau.session.context.shell.navigate("casussen", self.id)
        QApplication.processEvents()
        page: Any = self.bureau.session.window.page("casussen")
        return page.view

    def gedrukt(self) -> bytes:
        bewaard = self.desk.ask(afschaalbrief, self.dossier.verloop[0].id)
        return afschaalbrief_pdf(bewaard.brief, gemaakt_op=bewaard.gemaakt_op, program_version="0")

    def zinnen(self, dag: date) -> list[str]:
        return [
            zin.tekst for zin in zinnen(self.desk.ask(vandaag, op=dag)) if zin.id.startswith("schakelpunt")
        ]

    def naar(self, jaar: int, maand: int, dag: int) -> None:
        """Lock, let time pass, unlock: a window left alone that long locks by itself."""
        self.bureau.vergrendel()
        self.bureau.clock.moment = datetime(jaar, maand, dag, 9, tzinfo=UTC)
        self.bureau.ontgrendel()


@given("een zaak van Losser die door de werktafel is behandeld", target_fixture="zaak")
def behandeld(bureau: Bureau) -> Zaak:
    desk = bureau.ontgrendel().kluis.desk
    losser = next(rij.id for rij in desk.ask(gemeenten) if rij.naam == "Losser")
    tafel = next(rij.id for rij in desk.ask(tafels) if rij.naam == "Werktafel Enschede")
    persoon = Persoonsgegevens(geslachtsnaam=NAAM, voornamen="Gait")
    casus = CasusAanmelden(
        hoofdbetrokkene=persoon, gemeente_id=losser, tafel_id=tafel, aanmelder="Gemeente Losser",
        aanleiding=f"De buren van {NAAM} belden.",
    )  # fmt: skip
    melding = Melding(spoed=True, spoed_reden="De buren zijn bang.")
    event = desk.execute(AanmeldingOntvangen(casus=casus, melding=melding))
    wie = next(
        rij.id for rij in desk.ask(medewerkers) if rij.naam == "Marijke ten Brinke"
    )  # staff of the house
    gezien = Criteriumoordeel(voldaan=True, reden="Gezien.")
    desk.execute(
        WegingVastleggen(
            casus_id=event.id, uitkomst=Weeguitkomst.TOP_X, motivering="Meerdere ketens nodig.", a=gezien, b=gezien,
            c=gezien, aanwezigen=(wie,), procesmanager_id=wie,
        )
    )  # fmt: skip
    return Zaak(bureau, event.id, desk.ask(dossier, event.id).kop.nummer)


@when("de procesregisseur met toetsen afschaalt zonder reden")
def zonder_reden(zaak: Zaak) -> None:
    zaak.open()
    zaak.keys.press("Ctrl+Shift+A")
    zaak.keys.type("doelen")
    zaak.keys.press("Return")
    zaak.keys.press("Ctrl+Return")


@then("zegt het venster naast het veld wat er ontbreekt en is er niets gebeurd")
def ontbreekt(zaak: Zaak) -> None:
    panel = zaak.open().tijdlijn.panel
    assert panel.is_open()
    assert "reden" in panel.errors["reden"].text().lower()
    assert zaak.dossier.kop.status is CasusStatus.IN_BEHANDELING


@when("de procesregisseur de reden en het advies invult en vastlegt")
def vastleggen(zaak: Zaak) -> None:
    panel = zaak.open().tijdlijn.panel
    panel.reden.setFocus()
    zaak.keys.type(REDEN)
    panel.advies.setFocus()
    zaak.keys.type("Houd contact.")
    zaak.keys.press("Ctrl+Return")


@then("is de zaak in nazorg met een brief aan de burgemeester van Losser")
def in_nazorg(zaak: Zaak) -> None:
    assert zaak.dossier.kop.status is CasusStatus.NAZORG
    zaak.brief = zaak.gedrukt()
    tekst = " ".join(PdfReader(io.BytesIO(zaak.brief)).pages[0].extract_text().replace("\xa0", " ").split())
    for woorden in ("De burgemeester van Losser", REDEN, "Houd contact.", NAAM):
        assert woorden in tekst


@then("is de brief die later wordt opgeslagen dezelfde brief")
def dezelfde(zaak: Zaak) -> None:
    zaak.naar(2027, 2, 1)
    zaak.desk.execute(CasusTekstWijzigen(casus_id=zaak.id, veld="aanmelder", tekst="Iemand anders"))
    assert zaak.gedrukt() == zaak.brief


@then("vraagt Vandaag na zes maanden om de nazorg te beoordelen")
def nazorg(zaak: Zaak) -> None:
    eerder, dan = (zaak.desk.ask(vandaag, op=date(2027, 6, dag)).schakelpunten.nazorg_over for dag in (1, 2))
    assert zaak.id not in eerder.ids and zaak.id in dan.ids
    assert any("beoordeling van de nazorg" in zin for zin in zaak.zinnen(date(2027, 6, 2)))


@when("de zaak is afgeschaald, de nazorg twee keer is beoordeeld en de zaak is afgesloten")
def afgesloten(zaak: Zaak) -> None:
    zaak.desk.execute(CasusAfschalen(casus_id=zaak.id, reden_code="doelen-behaald", reden=REDEN))
    for jaar, maand in ((2027, 6), (2027, 12)):
        zaak.naar(jaar, maand, 3)
        zaak.desk.execute(NazorgBeoordelen(casus_id=zaak.id, bevinding="Rustig."))
    for plicht in zaak.desk.ask(open_plichten):
        zaak.desk.execute(PlichtVervullen(plicht_id=plicht.id, wijze="Gebeld."))
    zaak.desk.execute(CasusAfsluiten(casus_id=zaak.id, reden="Een jaar rust."))
    assert zaak.bureau.session is not None
    zaak.bureau.session.kluis.reservekopie_maken("handmatig")


@when("vijf jaar na de aanmelding de termijn om is")
def vijf_jaar(zaak: Zaak) -> None:
    assert zaak.dossier.bewaren.bewaren_tot == date(2031, 12, 2)
    zaak.naar(2031, 12, 2)


@then("staat op Vandaag dat de bewaartermijn om is")
def termijn_om(zaak: Zaak) -> None:
    assert any("langer dan de bewaartermijn" in zin for zin in zaak.zinnen(date(2031, 12, 2)))


@when("de zaak wordt aangewezen en in het venster wordt vernietigd")
def vernietigd(zaak: Zaak) -> None:
    zaak.desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak.id, reden="De bewaartermijn is om."))
    zaak.open()
    zaak.keys.press("Ctrl+Shift+Delete")
    QApplication.processEvents()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, QuestionDialog)
    assert dialog.verb_button.text() == "Vernietigen"
    Toetsenbord(dialog).press("Tab")
    Toetsenbord(dialog).press("Tab")
    assert dialog.verb_button.hasFocus()
    Toetsenbord(dialog).press("Space")
    for _ in range(400):
        if zaak.desk.ask(vernietigingen) and zaak.desk.ask(vernietigingen)[0].klaar_op:
            break
        QTest.qWait(50)
    assert zaak.bureau.session is not None
    zaak.bureau.session.jobs.wait()
    QApplication.processEvents()


@then("vindt niemand de zaak nog, ook niet in een reservekopie")
def onvindbaar(zaak: Zaak, tmp_path: Path) -> None:
    assert zaak.desk.ask(casuslijst, zoek=NAAM).rijen == ()
    assert zaak.desk.ask(casuslijst, zoek=zaak.nummer).totaal == 0
    assert zaak.bureau.session is not None
    kluis = zaak.bureau.session.kluis
    geschoond = zaak.desk.ask(vernietigingen)[0].kopieen["geschoond"]
    kopie = next(info for info in kluis.reservekopieen() if info.name in geschoond)
    map_ = kluis.reservekopie_terugzetten(kopie.path, tmp_path / "Terug.vhkluis")
    assert map_.is_dir()


@then("noemt de verklaring het nummer, de grond en de reservekopieën, en geen naam")
def verklaring(zaak: Zaak) -> None:
    row = zaak.desk.ask(vernietigingen)[0]
    pdf = verklaring_pdf(row, kluis="Oefenkluis", oefening=True, program_version="0")
    tekst = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for woorden in (zaak.nummer, "De bewaartermijn is om.", "Geschoond en gecontroleerd: 1"):
        assert woorden in tekst.replace("\xa0", " ")
    assert NAAM not in tekst
