"""The story of '10 in Twente': the crisis card, and a plan adopted twice, in the real window on the practice vault."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Toetsenbord
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen
from vhdesk.vocabulary_plan import Verschilsoort

scenarios("crisiskaart.feature")
NUMMER = "ZVH-2025-0063"
NIEUW = "053-000 0399"


@dataclass
class Zaak:
    """The case in the window; ``opgeslagen`` is where the next file goes."""

    bureau: Bureau
    id: str
    folder: Path
    bewaard: list[Any] = field(default_factory=list)

    @property
    def session(self) -> Any:
        assert self.bureau.session is not None
        return self.bureau.session

    @property
    def desk(self) -> Desk:
        desk: Desk = self.session.kluis.desk
        return desk

    @property
    def keys(self) -> Toetsenbord:
        return Toetsenbord(self.session.window)

    @property
    def dossier(self) -> Dossier:
        return self.desk.ask(dossier, self.id)

    @property
    def plan(self) -> Any:
        return self.session.window.page("casussen").view.plan

    def open(self) -> None:
        self.session.context.shell.navigate("casussen", f"{self.id}#plan")
        QApplication.processEvents()

    def opslaan(self, toets: str, naam: str) -> str:
        """Press the key that saves a paper, answer where it goes, and return its words."""
        uit = self.folder / naam
        self.session.context.prompts.answer = uit
        self.keys.press(toets)
        for _ in range(400):
            if uit.exists():
                break
            QTest.qWait(25)
        self.session.jobs.wait()
        reader = PdfReader(uit)
        self.bewaard.append(len(reader.pages))
        return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\xa0", " ").split())


@given("de zaak van 10 in Twente, waarvan de tafel op 18 november het plan vaststelde", target_fixture="zaak")
def van_10_in_twente(bureau: Bureau, tmp_path: Path, monkeypatch: Any) -> Zaak:
    desk = bureau.ontgrendel().kluis.desk
    casus = next(rij.id for rij in desk.ask(casuslijst, zoek=NUMMER).rijen if rij.nummer == NUMMER)
    zaak = Zaak(bureau, casus, tmp_path)
    prompts = type(zaak.session.context.prompts)

    def save_file(
        self: Any, _parent: Any, _title: str, _filters: str, then_: Any, *context: Any, **_: Any
    ) -> None:
        then_(self.answer, *context)

    monkeypatch.setattr(prompts, "save_file", save_file)
    zaak.open()
    return zaak


@then("zegt het venster dat het plan van nu het concept van versie 2 is")
def concept(zaak: Zaak) -> None:
    assert zaak.plan.stand.text().startswith(
        "Concept van versie 2: gewijzigd na versie 1 van wo 18 november 2026"
    )


@when("de procesregisseur op het tabblad Plan de crisiskaart opslaat met F9", target_fixture="kaart")
def kaart_opslaan(zaak: Zaak) -> str:
    return zaak.opslaan("F9", "kaart.pdf")


@then("is de kaart één blad met de nummers voor dag en nacht, en staat erop dat zij nog niet is vastgesteld")
def een_blad(zaak: Zaak, kaart: str) -> None:
    assert zaak.bewaard == [1]
    for woorden in ("Anil Vincent D'Souza", "1 FACT-team Mediant 053-000 0301", "crisisdienst 053-000 0302 24/7",
                    "zus bellen", "aanraken zonder te vragen", "nog niet vastgesteld"):  # fmt: skip
        assert woorden in kaart, woorden


@when("de tafel in het overleg van 2 december het plan vaststelt met F6")
def vaststellen(zaak: Zaak) -> None:
    zaak.desk.execute(OverlegOpenen(overleg_id=zaak.bureau.gepland))
    zaak.open()
    zaak.keys.press("F6")
    zaak.keys.type("Alle partners zijn akkoord.")
    zaak.keys.press("Ctrl+Return")


@then("staat versie 2 vast, met de tafel, het overleg en een besluit")
def versie_twee(zaak: Zaak) -> None:
    versie = zaak.dossier.planversies[0]
    assert (versie.nummer, versie.tafel, versie.overlegnummer) == (2, "Werktafel Enschede", "OV-2026-003")
    assert any(besluit.nummer == versie.besluit for besluit in zaak.dossier.besluiten)
    assert zaak.plan.stand.text().startswith("Vastgesteld: versie 2 van wo 2 december 2026")


@then("is de kaart die nu wordt opgeslagen die van versie 2")
def kaart_van_versie(zaak: Zaak) -> None:
    kaart = zaak.opslaan("F9", "kaart2.pdf")
    assert "versie 2, vastgesteld op 2 december 2026" in kaart and "nog niet" not in kaart


@when("de procesregisseur een nummer van de kaart wijzigt en de tafel opnieuw vaststelt")
def wijzigen(zaak: Zaak) -> None:
    veld = zaak.plan.form.delen["bellen"].lines[1].fields["nummer"]
    veld.setFocus()
    zaak.keys.press("Ctrl+A")
    zaak.keys.type(NIEUW)
    zaak.keys.press("F6")
    zaak.keys.type("Alle partners zijn akkoord.")
    zaak.keys.press("Ctrl+Return")


@then("blijft versie 2 wat zij was")
def blijft(zaak: Zaak) -> None:
    drie, twee, _een = zaak.dossier.planversies
    assert (drie.nummer, drie.tekst.bellen[1].nummer) == (3, NIEUW)
    assert twee.tekst.bellen[1].nummer == "053-000 0302"


@when("de procesregisseur versie 2 met versie 3 vergelijkt")
def vergelijken(zaak: Zaak) -> None:
    versies = zaak.plan.versies
    zaak.keys.press("Shift+F6")
    assert versies.van.hasFocus()
    assert versies.verschil().van.startswith("versie 2") and versies.verschil().naar.startswith("versie 3")


@then("leest hij alleen dat het nummer is gewijzigd, en hetzelfde staat in de PDF van het verschil")
def gelezen(zaak: Zaak) -> None:
    (verschil,) = zaak.plan.versies.verschil().verschillen
    assert (verschil.veld, verschil.soort) == ("Crisiskaart: bellen: nummer", Verschilsoort.GEWIJZIGD)
    assert f"Was: 053-000 0302\nIs: {NIEUW}" in zaak.plan.versies.text.toPlainText()
    pdf = zaak.opslaan("Ctrl+Shift+F6", "verschil.pdf")
    assert f"Crisiskaart: bellen: nummer (gewijzigd) Was: 053-000 0302 Is: {NIEUW}" in pdf


@then("vindt wie op het nieuwe nummer zoekt deze zaak")
def gevonden(zaak: Zaak) -> None:
    treffer = next(
        treffer for treffer in zaak.desk.ask(casuslijst, zoek=NIEUW).rijen if treffer.id == zaak.id
    )
    assert treffer.vindplaats.bron == "belnummer"
