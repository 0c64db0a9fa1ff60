"""The crisis card is one page with everything on it; the plan says which version; what differs stands marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from papier_lezen import sheets, whole

from vhdesk import __version__
from vhdesk.clock import FixedClock
from vhdesk.printing.crisiskaart import crisiskaart, kaart_bestandsnaam
from vhdesk.printing.kaartblok import GEEN_NUMMER, GEEN_NUMMERS
from vhdesk.printing.planpapier import Druk, plan_bestandsnaam, plan_pdf, verschil_pdf
from vhdesk.queries.methode_rijen import ZONDER_METHODE, MethodeRow, Methodestand
from vhdesk.queries.methodevraag import Methodevraag, Zetel
from vhdesk.queries.plantekst import (
    Actietekst,
    Beltekst,
    Doeltekst,
    Escalatietekst,
    Plantekst,
    PlanversieRow,
    Scenariotekst,
)
from vhdesk.queries.planverschil import Planverschil, verschillen
from vhdesk.vocabulary import ROL_WEG, Betrokkenheid, Casusrol, CasusStatus
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM
from vhdesk.vocabulary_triage import Caseload

DRUK = Druk(gemaakt_op=datetime(2026, 12, 2, 14, 0, tzinfo=UTC), program_version="0", oefening=False)
TEKST = Plantekst(
    aanleiding="Acht meldingen.", hoofddoel="Rust thuis",
    doelen=(Doeltekst("wonen", "hulp op tijd", "twee meldingen", "meneer wil dit", "FACT heeft tijd", "in mei"),),
    scenarios=(Scenariotekst("signalen zichtbaar", "bezoek door FACT", "wijkagent belt FACT", "053-000 0302"),),
    escalatie=(Escalatietekst("oneens", "geneesheer-directeur", "Joost"),), evaluatiedatum=date(2027, 3, 1),
    afschaalcriterium="drie maanden rust",
    acties=(Actietekst(31, "kaart uitreiken", "Mediant", "Joost", date(2026, 12, 4), "", ""),),
    casemanager="Joost, Mediant", verantwoordelijke="Mediant", procesregisseur="Marijke",
    signalen="slaapt niet\ngordijnen dicht", helpt="zus bellen", helpt_niet="aanraken",
    bellen=(Beltekst("FACT", "053-000 0301", "werkdagen"), Beltekst("Crisisdienst", "", "dag en nacht")),
)  # fmt: skip
VERSIE = PlanversieRow("v", 2, date(2026, 12, 2), "Werktafel Enschede", "OV-2026-002", 14, False, TEKST)


def zaak(*versies: PlanversieRow) -> Any:
    """A case file with what these papers read of it."""
    persoon = SimpleNamespace(
        rol=Betrokkenheid.HOOFDBETROKKENE, naam="Anil D'Souza", geboortedatum=date(1979, 8, 14), adres="Molenwiek 41",
        postcode="", woonplaats="Enschede", telefoon="06-0000 0163", relatie="", adres_geheim=False,
    )  # fmt: skip
    zus = SimpleNamespace(
        rol=Betrokkenheid.SYSTEEM, naam="Priya D'Souza", relatie="zus", telefoon="06-0000 0319"
    )
    joost = SimpleNamespace(
        rol=Casusrol.CASEMANAGER,
        naam="Joost Vreeling",
        organisatie="Mediant GGZ",
        telefoon="053-000 0300",
        weg=False,
    )
    return SimpleNamespace(
        kop=SimpleNamespace(
            nummer="ZVH-2025-0063", tafel="Werktafel Enschede", status=CasusStatus.IN_BEHANDELING,
            caseload=Caseload.TOP_X,
        ),
        betrokkenen=(persoon, zus), casemanager=joost, verantwoordelijke=None, procesregisseur=None, planversies=versies, methode=ZONDER_METHODE,
    )  # fmt: skip


def test_the_card_is_one_page_with_all_of_it_and_says_what_misses() -> None:
    kaart = crisiskaart(zaak(VERSIE), TEKST, DRUK)
    (page,) = sheets(kaart.pdf)
    assert kaart.bladen == 1
    for words in (
        "Anil D'Souza, geboren op 14 augustus 1979", "Molenwiek 41, Enschede", "06-0000 0163",
        "bel 112", "1 FACT 053-000 0301 werkdagen", GEEN_NUMMER, "slaapt niet", "zus bellen", "aanraken",
        "signalen zichtbaar bezoek door FACT", "053-000 0302", "geneesheer-directeur",
        "Joost Vreeling, Mediant GGZ, 053-000 0300", "Plan van aanpak versie 2, vastgesteld op 2 december 2026",
    ):  # fmt: skip
        assert words in page, words
    assert "Anil" not in kaart_bestandsnaam(zaak(), DRUK)


def test_the_card_names_nobody_whom_the_plan_does_not_name() -> None:
    """An ex-partner at a hidden address does not go out on the card of who threatened her."""
    pages = whole(crisiskaart(zaak(VERSIE), TEKST, DRUK).pdf)
    assert "Priya" not in pages and "06-0000 0319" not in pages


def test_a_secret_address_is_not_on_the_card() -> None:
    case = zaak(VERSIE)
    case.betrokkenen[0].adres_geheim = True
    text = whole(crisiskaart(case, TEKST, DRUK).pdf)
    assert "Molenwiek" not in text and "06-0000 0163" in text


def test_a_card_that_no_table_adopted_says_so() -> None:
    assert "nog niet vastgesteld" in whole(crisiskaart(zaak(), TEKST, DRUK).pdf)
    anders = replace(TEKST, helpt="rust")
    assert "nog niet vastgesteld" in whole(crisiskaart(zaak(VERSIE), anders, DRUK).pdf)
    elders = replace(TEKST, hoofddoel="iets anders")
    assert "versie 2" in whole(crisiskaart(zaak(VERSIE), elders, DRUK).pdf), (
        "the card itself is what was adopted"
    )


def test_an_empty_card_says_what_is_needed() -> None:
    leeg = replace(TEKST, bellen=(), scenarios=(), escalatie=(), signalen="", helpt="", helpt_niet="")
    tekst = whole(crisiskaart(zaak(), leeg, DRUK).pdf)
    assert GEEN_NUMMERS in tekst and "Lukt het niet" not in tekst


def test_much_text_gets_a_smaller_letter_and_is_never_cut() -> None:
    veel = replace(
        TEKST, scenarios=tuple(Scenariotekst(f"teken {n}", "stap " * 10, "wie", "112") for n in range(7))
    )
    assert crisiskaart(zaak(), veel, DRUK).bladen == 1
    te_veel = replace(TEKST, scenarios=veel.scenarios * 4)
    kaart = crisiskaart(zaak(), te_veel, DRUK)
    assert kaart.bladen > 1 and whole(kaart.pdf).count("teken 6") == 4


def test_the_plan_says_which_version_it_is() -> None:
    tekst = whole(plan_pdf(zaak(VERSIE), TEKST, VERSIE, DRUK))
    for words in ("2, vastgesteld op 2 december 2026 door Werktafel Enschede, OV-2026-002", "B-14", "Acht meldingen.",
                  "Rust thuis", "drie maanden rust", "A-31", "kaart uitreiken", "Crisisdienst"):  # fmt: skip
        assert words in tekst, words
    concept = whole(plan_pdf(zaak(), replace(TEKST, afschaalcriterium=""), None, DRUK))
    assert "Concept" in concept and GEEN_AFSCHAALCRITERIUM in concept
    assert "ingetrokken" in whole(plan_pdf(zaak(), TEKST, replace(VERSIE, ingetrokken=True), DRUK))
    assert plan_bestandsnaam(zaak(), VERSIE, DRUK) == "Plan ZVH-2025-0063 versie 2 2026-12-02.pdf"


def test_an_empty_role_is_missed_only_where_one_is_due() -> None:
    for pdf in (
        crisiskaart(zaak(), TEKST, DRUK).pdf,
        plan_pdf(zaak(), replace(TEKST, procesregisseur=""), None, DRUK),
    ):
        assert "nog niemand" in whole(pdf)
    hulp = zaak()
    hulp.kop.caseload = Caseload.HULP
    kaart = whole(crisiskaart(hulp, TEKST, DRUK).pdf)
    assert "nog niemand" not in kaart and "Verantwoordelijke niet vastgelegd" in kaart


def test_a_role_of_somebody_who_left_says_what_to_do_on_every_paper() -> None:
    verschil = Planverschil("c", "versie 1", "versie 2", ())

    def papieren(dossier: Any) -> tuple[bytes, ...]:
        return (
            crisiskaart(dossier, TEKST, DRUK).pdf, plan_pdf(dossier, TEKST, None, DRUK),
            verschil_pdf(dossier, verschil, DRUK),
        )  # fmt: skip

    weg = zaak(VERSIE)
    weg.casemanager.weg = True
    for pdf in papieren(weg):
        assert ROL_WEG in whole(pdf)
    for pdf in papieren(zaak(VERSIE)):
        assert ROL_WEG not in whole(pdf)


def test_the_paper_with_what_differs_carries_who_leads() -> None:
    (sheet, *_) = sheets(verschil_pdf(zaak(VERSIE), Planverschil("c", "versie 1", "versie 2", ()), DRUK))
    assert "Casemanager Joost Vreeling, Mediant GGZ" in sheet.replace("\n", " ")
    assert "Procesregisseur nog niemand" in sheet.replace("\n", " ")


def test_what_differs_stands_with_its_words_apart() -> None:
    nieuw = replace(TEKST, hoofddoel="Rust buiten", helpt="zus bellen\nbuiten lopen", escalatie=())
    verschil = Planverschil("c", "versie 1", "versie 2", verschillen(TEKST, nieuw))
    tekst = whole(verschil_pdf(zaak(), verschil, DRUK))
    for words in ("Hoofddoel (gewijzigd) Was: Rust thuis Is: Rust buiten", "Afspraak over escalatie (weg)",
                  "Crisiskaart: wat helpt (gewijzigd)", "buiten lopen"):  # fmt: skip
        assert words in tekst, words
    gelijk = replace(verschil, verschillen=())
    assert "geen verschil" in whole(verschil_pdf(zaak(), gelijk, DRUK))


def test_a_case_with_extra_protection_says_so_on_every_sheet() -> None:
    vraag = Methodevraag(mag_weten=(Zetel(naam="Politie", organisaties=("politie",)),))
    methode = MethodeRow("m", "uittreedoptie", "Uittreedoptie", "", "", DRUK.gemaakt_op, None, vraag)
    beschermd = zaak(VERSIE)
    beschermd.methode = Methodestand(huidig=methode)
    for pdf in (crisiskaart(beschermd, TEKST, DRUK).pdf, plan_pdf(beschermd, TEKST, VERSIE, DRUK)):
        assert all("VERTROUWELIJK – EXTRA BESCHERMING" in sheet for sheet in sheets(pdf))
    assert "EXTRA BESCHERMING" not in whole(crisiskaart(zaak(VERSIE), TEKST, DRUK).pdf)


def test_a_print_of_now_says_when_and_by_which_version_it_was_made() -> None:
    nu = datetime(2026, 12, 2, 14, 0, tzinfo=UTC)
    assert Druk.nu(FixedClock(nu), oefening=True) == Druk(
        gemaakt_op=nu, program_version=__version__, oefening=True
    )
