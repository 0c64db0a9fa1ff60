"""Every text of a case is found, the hit stands out in the list, and Enter opens the file at its place."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from tests.drietal import geef_drietal
from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafels
from vhdesk.services.aanmelding import AanmeldingAanvullen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casus import CasuspartnerBepalen, CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.inbreng import FactorVastleggen, InbrengVastleggen
from vhdesk.services.methode import MethodeKiezen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.services.samenvoeging import PersonenSamenvoegen, SamenvoegingOngedaanMaken
from vhdesk.services.uitvraag import UitvraagBepalen
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.ui.aanmeldingen.referral_page import ReferralPage
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.casussen.persoon_card import PersoonCard
from vhdesk.ui.casussen.zoek_woorden import niets_gevonden
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.two_line_delegate import paint_marked
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import CasusStatus, Factorsoort, Informatieniveau
from vhdesk.vocabulary_triage import Bekendheidstand, Weeguitkomst
from vhdesk.vocabulary_uitvraag import Uitvraagstand


def _id(bureau: Bureau, naam: str) -> str:
    return next(row.id for row in bureau.desk.ask(casuslijst).rijen if row.geslachtsnaam == naam)


def _vul_koopman(bureau: Bureau) -> None:
    casus = _id(bureau, "Koopman")
    om = next(row.id for row in bureau.desk.ask(organisaties) if row.naam == "Openbaar Ministerie")
    kop = bureau.desk.ask(dossier, casus).kop
    for command in (
        FactorVastleggen(casus_id=casus, soort=Factorsoort.RISICO, tekst="Bedreigde een hulpverlener."),
        FactorVastleggen(casus_id=casus, soort=Factorsoort.BESCHERMEND, tekst="De zus is betrokken."),
        BekendheidBepalen(
            casus_id=casus,
            organisatie_id=om,
            stand=Bekendheidstand.GEWEIGERD,
            reden="Lopend opsporingsonderzoek.",
        ),
        CasusTekstWijzigen(
            casus_id=casus, veld="doelbinding", tekst="Veiligheid van het gezin.", version=kop.version
        ),
        MethodeKiezen(casus_id=casus, methode_code="code-rood", reden="Steekincident op straat."),
        CasusStatusWijzigen(casus_id=casus, status=CasusStatus.MONITORING),
        CasusStatusWijzigen(casus_id=casus, status=CasusStatus.IN_BEHANDELING, reden="Terugval na ontslag."),
    ):
        bureau.do(command)


def _vul_celik(bureau: Bureau) -> None:
    casus = _id(bureau, "Çelik")
    gelezen = bureau.desk.ask(aanmelding, casus)
    losser = next(row.id for row in bureau.desk.ask(gemeenten) if row.naam == "Losser")
    persoon = {veld.name: getattr(gelezen.hoofd, veld.name) for veld in fields(Persoonsgegevens)}
    bureau.do(
        AanmeldingAanvullen(
            casus_id=casus, casus=replace(gelezen.velden, gemeente_id=losser),
            hoofdbetrokkene=Persoonsgegevens(**persoon),
            melding=Melding(
                situatieschets="Slaapt in een tochtige garage.", incidenten="Vernielde een bushokje.",
                ingezet="Ambulante begeleiding liep dood.", veiligheid="Er is een vuurwapen gezien.",
                spoed=True, spoed_reden="De vorst komt.",
            ),
        )
    )  # fmt: skip
    oordeel = Criteriumoordeel(voldaan=True, reden="Ketenpartners lopen vast.")
    bureau.do(
        WegingVastleggen(
            casus_id=casus, uitkomst=Weeguitkomst.MEER_INFORMATIE, motivering="Eerst de huisarts vragen.", a=oordeel,
            b=oordeel, c=oordeel, d=oordeel, afwijkende_mening="De reclassering ziet meer haast.",
            terugkoppeling="Melder krijgt bericht per kerende post.",
            aanwezigen=(next(row.id for row in bureau.desk.ask(medewerkers)),),
        )
    )  # fmt: skip


def _zoek(bureau: Bureau, woorden: str) -> ListPane:
    pane: ListPane = bureau.show("casussen").list.pane
    bureau.press(Qt.Key.Key_F, CTRL)
    pane.search.setText(woorden)
    pane.search.search_now()
    bureau.settle()
    return pane


KOOPMAN = (
    ("hulpverl", "Factor: Bedreigde een hulpverlener.", "leefgebieden", "hulpverlener"),
    ("de zus betrok", "Factor: De zus is betrokken.", "leefgebieden", "De"),
    ("opsporings", "Bekendheid: Lopend opsporingsonderzoek.", "bescherming", "Openbaar Ministerie"),
    ("veiligheid gezin", "Grondslag: …Veiligheid van het gezin.", "bescherming", "Veiligheid"),
    ("steekinc", "Methode: Steekincident op straat.", "tijdlijn", "Steekincident op straat."),
    ("terugval", "Stap: Terugval na ontslag.", "tijdlijn", "Terugval na ontslag."),
    ("dochter", "Betrokkene: dochter", "betrokkenen", "Fem Koopman"),
)


@pytest.mark.parametrize(("woorden", "regel", "tab", "daar"), KOOPMAN)
def test_what_was_written_is_found_and_enter_goes_to_its_row(
    bureau: Bureau, woorden: str, regel: str, tab: str, daar: str
) -> None:
    _vul_koopman(bureau)
    page = bureau.show("casussen")
    pane = _zoek(bureau, woorden)
    rij = pane.proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert (rij.title, rij.subtitle.strip()) == ("Koopman, Martijn", regel)
    assert [each.casefold()[:3] for each in rij.found()] == [deel[:3] for deel in woorden.split()]
    assert rij.spoken().endswith(f"gevonden: {' '.join(rij.found())}")
    pane.focus_list()
    bureau.press(ENTER)
    bureau.settle()
    assert page.view.strip.current() == tab
    assert daar in _here(page, bureau.focus())


def test_why_a_partner_gave_nothing_and_why_two_persons_are_one_is_found_at_its_place(bureau: Bureau) -> None:
    casus = _id(bureau, "Koopman")
    om = next(row.id for row in bureau.desk.ask(organisaties) if row.naam == "Openbaar Ministerie")
    bureau.do(
        CasuspartnerBepalen(
            casus_id=casus, organisatie_id=om, niveau=Informatieniveau.PROCES, reden="denkt mee"
        )
    )
    tafel = bureau.desk.ask(tafels)[0].id
    overleg = bureau.do(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 9)))
    bureau.do(CasusAgenderen(overleg_id=overleg, casus_id=casus))
    geweigerd = UitvraagBepalen(
        overleg_id=overleg,
        casus_id=casus,
        organisatie_id=om,
        stand=Uitvraagstand.GEWEIGERD,
        reden="Embargo op het dossier.",
    )
    bureau.do(geweigerd)
    fem = next(row for row in bureau.desk.ask(dossier, casus).betrokkenen if "Fem" in row.naam)
    bureau.do(
        BetrokkeneToevoegen(
            casus_id=casus, persoon=Persoonsgegevens(geslachtsnaam="Koopman", voornamen="Dubbel")
        )
    )
    dubbel = next(row for row in bureau.desk.ask(dossier, casus).betrokkenen if "Dubbel" in row.naam)
    samen = bureau.do(
        PersonenSamenvoegen(
            blijft_id=fem.persoon_id, weg_id=dubbel.persoon_id, reden="Dezelfde pleegzorgkaart."
        )
    )
    page = bureau.show("casussen")
    for woord, regel, tab, daar in (
        ("embargo", "Uitvraag: Embargo op het dossier.", "tijdlijn", "Embargo op het dossier."),
        ("pleegzorg", "Betrokkene: …Dezelfde pleegzorgkaart.", "betrokkenen", "Fem Koopman"),
    ):
        pane = _zoek(bureau, woord)
        assert pane.proxy.index(0, 0).data(TWO_LINE_ROLE).subtitle.strip().replace("dochter ", "…") == regel
        pane.focus_list()
        bureau.press(ENTER)
        bureau.settle()
        assert page.view.strip.current() == tab
        assert daar in _here(page, bureau.focus())
    bureau.do(SamenvoegingOngedaanMaken(samenvoeging_id=samen, reden="Toch niet."))
    assert _zoek(bureau, "pleegzorgkaart").nothing_found.isVisible(), "the card does not say it any more"
    bureau.do(replace(geweigerd, stand=Uitvraagstand.ONTVANGEN, reden=""))
    assert _zoek(bureau, "embargo").nothing_found.isVisible()


def test_what_only_an_adopted_version_still_says_is_found_in_that_version(bureau: Bureau) -> None:
    casus = _id(bureau, "Koopman")

    def schrijf(doel: str) -> None:
        plan = bureau.desk.ask(dossier, casus).plan
        bureau.do(
            PlanSchrijven(
                casus_id=casus, hoofddoel=doel, afschaalcriterium="een half jaar rust", evaluatiedatum=date(2027, 3, 1),
                version=plan.version if plan else None,
            )
        )  # fmt: skip

    schrijf("Werken op de kinderboerderij")
    geef_drietal(bureau.desk, casus)
    bureau.do(PlanVaststellen(casus_id=casus, onderbouwing="akkoord"))
    page = bureau.show("casussen")
    assert (
        _zoek(bureau, "kinderboerderij").proxy.index(0, 0).data(TWO_LINE_ROLE).subtitle.startswith("Plan: ")
    )
    schrijf("Werken in de fietsenmakerij")
    bureau.do(PlanVaststellen(casus_id=casus, onderbouwing="beter"))
    pane = _zoek(bureau, "kinderboerderij")
    assert pane.proxy.index(0, 0).data(TWO_LINE_ROLE).subtitle.startswith("Vastgesteld plan: ")
    pane.focus_list()
    bureau.press(ENTER)
    bureau.settle()
    versies = page.view.plan.versies
    assert page.view.strip.current() == "plan" and bureau.focus() is versies.text
    assert versies.text.textCursor().selectedText() == "kinderboerderij"
    assert versies.van.currentText().startswith("Versie 1") and "rust" in versies.text.toPlainText()
    gekozen = versies.gekozen()
    assert gekozen is not None and gekozen.nummer == 1, "that is the version that goes to paper"
    bureau.press(ESC)
    assert not versies.isVisible()


CELIK = (
    ("tochtige", "Aanmelding", "Situatie: Slaapt in een tochtige garage.", "tochtige"),
    ("bushokje", "Aanmelding", "Incidenten: Vernielde een bushokje.", "bushokje"),
    (
        "vuurwapen",
        "Aanmelding",
        "Wapens en veiligheid van medewerkers: Er is een vuurwapen gezien.",
        "vuurwapen",
    ),
    ("ambulante", "Aanmelding", "Tot nu toe ingezet: Ambulante begeleiding liep dood.", "Ambulante"),
    ("vorst", "Aanmelding", "Waarom spoed: De vorst komt.", "vorst"),
    ("huisarts", "Weging", "Meer informatie nodig: Eerst de huisarts vragen.", "huisarts"),
    ("haast", "Weging", "Afwijkende mening: De reclassering ziet meer haast.", "haast"),
    ("kerende", "Terugkoppeling", "Melder krijgt bericht per kerende post.", "kerende"),
)


@pytest.mark.parametrize(("woord", "waar", "tekst", "gekozen"), CELIK)
def test_a_hit_in_the_referral_opens_the_referral_on_that_text(
    bureau: Bureau, woord: str, waar: str, tekst: str, gekozen: str
) -> None:
    _vul_celik(bureau)
    bureau.window.add_page(ReferralPage(bureau.context))
    pane = _zoek(bureau, woord)
    rij = pane.proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert rij.title == "Çelik, Fatma"
    assert rij.subtitle.startswith(f"{waar}: ")
    pane.focus_list()
    bureau.press(ENTER)
    bureau.settle()
    label = bureau.focus()
    assert isinstance(label, Label)
    assert tekst in label.text()
    assert label.selectedText() == gekozen


def test_the_name_that_was_found_stands_out_also_by_its_beginning_its_accents_and_its_sound(
    bureau: Bureau,
) -> None:
    for woorden in ("coopmann", "koop", "KOOPMAN"):
        rij = _zoek(bureau, woorden).proxy.index(0, 0).data(TWO_LINE_ROLE)
        assert (rij.title, rij.found()) == ("Koopman, Martijn", ("Koopman",)), woorden
        assert rij.subtitle == "Geen verantwoordelijke"
    rij = _zoek(bureau, "celik").proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert rij.found() == ("Çelik",)
    rij = _zoek(bureau, "johannes").proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert rij.subtitle.startswith("Betrokkene: Martijn Johannes Koopman"), "the row does not show that name"
    assert rij.found() == ("Johannes",)


def test_a_name_from_right_to_left_is_found_and_marked(bureau: Bureau) -> None:
    bureau.do(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="محمد", voornamen="علي")))
    rij = _zoek(bureau, "محم").proxy.index(0, 0).data(TWO_LINE_ROLE)
    assert (rij.title, rij.found()) == ("محمد, علي", ("محمد",))


def test_what_was_said_without_being_recorded_is_not_in_the_list(bureau: Bureau) -> None:
    politie = next(row.id for row in bureau.desk.ask(organisaties) if row.naam == "Politie")
    bureau.do(
        InbrengVastleggen(
            casus_id=_id(bureau, "Koopman"), organisatie_id=politie, leefgebied_code="huisvesting",
            tekst="Zij is zwanger.", mondeling=True,
        )
    )  # fmt: skip
    pane = _zoek(bureau, "zwanger")
    assert pane.nothing_found.isVisible()


@pytest.mark.parametrize(
    ("zoek", "zin", "stap"),
    [
        ("zzz", "Niets gevonden voor “zzz”.", "Probeer het begin van het woord"),
        ("zzz qqq", "Niets gevonden voor “zzz qqq”.", "Alle woorden moeten samen in één tekst staan."),
        ("q", "Eén letter is te weinig om mee te zoeken.", "Typ er nog een letter bij."),
        ("🎉", "Met alleen leestekens of symbolen vindt u niets.", "Typ een naam"),
        ('"*', "Met alleen leestekens of symbolen vindt u niets.", "Typ een naam"),
        ("NEAR(", "Niets gevonden voor “NEAR(”.", "Probeer het begin"),
        ('zzz" AND "qqq', "Niets gevonden voor “zzz\" AND \"qqq”.", "Alle woorden moeten samen"),
        ("x" * 400, f"Niets gevonden voor “{'x' * 60}…”.", "Probeer het begin"),
    ],
)  # fmt: skip
def test_what_finds_nothing_says_why_and_what_to_do(bureau: Bureau, zoek: str, zin: str, stap: str) -> None:
    pane: ListPane = bureau.show("casussen").list.pane
    pane.search.setText(zoek)
    pane.search.search_now()
    assert pane.nothing_found.isVisible()
    assert pane.nothing_found.sentence.text() == zin
    assert niets_gevonden(zoek)[1].startswith(stap)
    assert "keuze hierboven" in niets_gevonden("zzz", gekozen=True)[1]
    assert bureau.shell.faults == []


def test_a_page_that_is_pasted_says_how_much_of_it_counts(bureau: Bureau) -> None:
    pane: ListPane = bureau.show("casussen").list.pane
    pane.search.setText("koopman " * 130_000)
    pane.search.search_now()
    assert "Gezocht op de eerste 30 woorden." in pane.count.text()
    assert bureau.shell.faults == []


def test_the_found_words_are_bold_and_darker_and_an_elided_line_stays_within_its_place(
    bureau: Bureau,
) -> None:
    theme = current_theme()

    def painted(marks: tuple[tuple[int, int], ...], width: int = 300) -> QImage:
        image = QImage(320, 30, QImage.Format.Format_RGB32)
        image.fill(theme.color("surface"))
        painter = QPainter(image)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        paint_marked(painter, QRect(0, 0, width, 24), "Inbreng: veel schulden bij de bank", marks, theme)
        painter.end()
        return image

    gewoon, vet = painted(()), painted(((14, 8),))
    assert _ink(vet, theme.color("surface")) > 1.05 * _ink(gewoon, theme.color("surface"))
    smal = painted(((14, 8), (31, 4)), 120)
    leeg = [smal.pixelColor(x, y) for x in range(124, 320) for y in range(30)]
    assert set(color.name() for color in leeg) == {theme.color("surface").name()}


def _ink(image: QImage, ground: QColor) -> int:
    cells = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(abs(image.pixelColor(x, y).lightness() - ground.lightness()) for x, y in cells)


def _here(page: CasussenPage, field: QWidget) -> str:
    """What the field with the focus is about."""
    if isinstance(field, RowTable):
        rows = page.view.bescherming.bekendheid.table
        assert field is rows
        return next(row.organisatie for row in page.view.dossier.bekendheid if row.id == rows.current_id())  # type: ignore[union-attr]
    if isinstance(field, TextArea):
        return field.textCursor().selectedText()
    if isinstance(field, WholeRowList):
        return repr(field.current_row())
    card = next((card for card in page.view.betrokkenen.cards.cards if card.isAncestorOf(field)), None)
    if isinstance(card, PersoonCard):
        return card.row.naam
    return field.selectedText() if isinstance(field, Label) else type(field).__name__
