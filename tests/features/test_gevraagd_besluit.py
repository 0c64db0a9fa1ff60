"""The story of a measure that only the mayor may take, by keys, in the real window."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from pypdf import PdfReader
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.oefenbureau import Bureau
from vhdesk.app.bediening import Bediening
from vhdesk.app.session import DeskSession
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.practice.stappen import OpenStap
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.overleg import overleg_kop
from vhdesk.queries.vandaag import vandaag
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.vocabulary import Vraagstand

scenarios("gevraagd_besluit.feature")


@dataclass
class Zaak:
    bureau: Bureau
    overleg_id: str
    bediening: Bediening
    casus_id: str = ""

    @property
    def session(self) -> DeskSession:
        assert self.bureau.session is not None
        return self.bureau.session

    @property
    def form(self) -> Any:
        return self.bediening.page.chair.item.parts.invoer.besluit

    @property
    def besluit(self) -> BesluitRow:
        rijen = self.session.kluis.desk.ask(dossier, self.casus_id).besluiten
        return next(rij for rij in rijen if rij.tekst == "Gebiedsverbod rond het station.")

    @property
    def keys(self) -> Toetsenbord:
        return Toetsenbord(self.session.window)

    def vandaag(self) -> Any:
        self.session.context.shell.navigate("vandaag")
        return self.session.window.page("vandaag")

    def verslag(self, overleg_id: str) -> str:
        reader = PdfReader(io.BytesIO(self.session.context.pdf(overleg_id)))
        tekst = " ".join(page.extract_text() for page in reader.pages)
        return re.sub(r"\s+", " ", tekst.replace("\u00ad", ""))


def _answer_what_waits(session: DeskSession) -> None:
    """A life of the practice vault waits for an answer too; this story looks at its own."""
    desk = session.kluis.desk
    for casus_id in desk.ask(vandaag, op=desk.clock.today()).schakelpunten.besluit_gevraagd.ids:
        for besluit in desk.ask(dossier, casus_id).besluiten:
            if besluit.wacht:
                desk.execute(
                    BesluitAntwoordVastleggen(
                        besluit_id=besluit.id, stand=Vraagstand.GENOMEN, op=desk.clock.today(), door="de officier",
                    )
                )  # fmt: skip


@given("een werktafel die bezig is met een casus", target_fixture="zaak")
def chairing(bureau: Bureau) -> Zaak:
    session = bureau.ontgrendel()
    _answer_what_waits(session)
    zaak = Zaak(bureau, bureau.gepland, Bediening(session, bureau.gepland))
    zaak.bediening.do(OpenStap())
    for _ in range(2):
        zaak.keys.press("F8")
    punt = zaak.bediening.page.chair.punt
    assert punt is not None and punt.casus_id is not None
    zaak.casus_id = punt.casus_id
    return zaak


@given(parsers.parse('de secretaris schrijft als maatregel openbare orde op "{tekst}"'))
def write(zaak: Zaak, tekst: str) -> None:
    keys = zaak.keys
    keys.press("Ctrl+F8")
    keys.press("Ctrl+B")
    keys.type(tekst)
    keys.fill("Soort besluit", "maatregel openbare orde")
    keys.press("Ctrl+E")
    keys.type("Vijf incidenten in een maand.")


@then("zegt het venster dat de werktafel dit niet mag besluiten")
def told(zaak: Zaak) -> None:
    assert zaak.form.vraag.isVisible()
    assert zaak.form.vraag.line.text().startswith("De werktafel mag dit niet besluiten")


@given(parsers.parse("zij vroeg het aan de burgemeester, met antwoord vóór {dag}"))
@when(parsers.parse("zij het vraagt aan de burgemeester, met antwoord vóór {dag}"))
def ask(zaak: Zaak, dag: str) -> None:
    keys = zaak.keys
    keys.press("Ctrl+Shift+Return")
    assert keys.at() == "Antwoord vóór"
    keys.type(dag)
    keys.press("Return")
    assert zaak.besluit.vraagstand is Vraagstand.GEVRAAGD


@then(parsers.parse('staat in het verslag "{woorden}"'))
def in_minutes(zaak: Zaak, woorden: str) -> None:
    assert woorden in zaak.verslag(zaak.overleg_id)


@then("is er nog geen besluit genomen")
def waits(zaak: Zaak) -> None:
    assert zaak.besluit.wacht and zaak.besluit.gremium == "burgemeester"


@given("het overleg is gesloten")
def closed(zaak: Zaak) -> None:
    zaak.session.kluis.desk.execute(OverlegSluiten(overleg_id=zaak.overleg_id, reden="proef"))


@when("het 10 december is")
def later(zaak: Zaak) -> None:
    zaak.bureau.vergrendel()
    zaak.bureau.clock.moment = datetime(2026, 12, 10, 9, tzinfo=UTC)
    window = zaak.bureau.ontgrendel().window
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


@then(parsers.parse('zegt Vandaag "{zin}"'))
def reminded(zaak: Zaak, zin: str) -> None:
    assert zin in [button.zin.tekst for button in zaak.vandaag().buttons]


@then("brengt Enter daar naar het besluit")
def leads(zaak: Zaak) -> None:
    button = next(one for one in zaak.vandaag().buttons if "gevraagd besluit" in one.zin.tekst)
    button.setFocus()
    zaak.keys.press("Return")
    assert zaak.session.window.current_page_id() == "casussen"
    view: Any = zaak.session.window.page("casussen")
    assert (view.view.casus_id, view.view.strip.current()) == (zaak.casus_id, "besluiten")


@when("de secretaris bij de casus vastlegt dat burgemeester De Wit het nam, voor drie maanden")
def answer(zaak: Zaak) -> None:
    zaak.session.context.shell.navigate("casussen", zaak.casus_id)
    keys = zaak.keys
    keys.press("Ctrl+Shift+M")
    keys.fill("Wie antwoordde", "burgemeester De Wit")
    keys.fill("Voorwaarden", "drie maanden")
    keys.press("Ctrl+Return")


@then("is het onder hetzelfde nummer een besluit van de burgemeester, met die voorwaarde")
def taken(zaak: Zaak) -> None:
    besluit = zaak.besluit
    assert (besluit.vraagstand, besluit.gremium) == (Vraagstand.GENOMEN, "burgemeester")
    assert (besluit.voorwaarden, besluit.beantwoord_op) == ("drie maanden", date(2026, 12, 10))
    assert f"B-{besluit.nummer}" in zaak.verslag(zaak.overleg_id)


@then("zegt Vandaag er niets meer over")
def silent(zaak: Zaak) -> None:
    assert not any("gevraagd besluit" in button.zin.tekst for button in zaak.vandaag().buttons)


@then(parsers.parse('staat in het verslag van het volgende overleg "{woorden}"'))
def next_minutes(zaak: Zaak, woorden: str) -> None:
    desk = zaak.session.kluis.desk
    tafel_id = desk.ask(overleg_kop, zaak.overleg_id).tafel_id
    volgende = desk.execute(OverlegPlannen(tafel_id=tafel_id, datum=date(2026, 12, 10))).id
    desk.execute(CasusAgenderen(overleg_id=volgende, casus_id=zaak.casus_id, minuten=10))
    desk.execute(OverlegOpenen(overleg_id=volgende))
    tekst = zaak.verslag(volgende)
    assert "Eerder gevraagd aan een ander gremium" in tekst and woorden in tekst
