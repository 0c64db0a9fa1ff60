"""The letter to the gemeente and the verklaring: everything they must say, whole, and the same each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from papier_lezen import reader, sheets, whole

from vhdesk.printing.afschaalbrief import afschaalbrief_pdf, bestandsnaam
from vhdesk.printing.vernietiging import verklaring_pdf
from vhdesk.queries.afschaalbrief import Brief
from vhdesk.queries.vernietiging import VernietigingRow

OP = datetime(2026, 12, 2, 14, 0, tzinfo=UTC)
BRIEF = Brief(
    id="g", casusnummer="ZVH-2025-0031", gemeente="Haaksbergen", tafel="Werktafel Enschede", datum=date(2026, 12, 2),
    aangemeld_op=date(2025, 2, 14), aanmelder="Gemeente Haaksbergen", hoofdbetrokkene="Wouter te Braak",
    geboortedatum=date(1979, 5, 3), reden="doelen behaald", toelichting="Sinds augustus geen melding.",
    overdracht="Mediant GGZ", advies="- Houd contact\n- Bel vroeg", casemanager="Anouk Boerrigter",
    verantwoordelijke="Gemeente Haaksbergen", procesregisseur="Bas Oude Nijhuis",
    nazorg=(date(2027, 6, 2), date(2027, 12, 2)), oefening=False,
)  # fmt: skip
VERNIETIGD = VernietigingRow(
    id="v", casusnummer="ZVH-2021-0031", regime="WGS", grond="De termijn is om.",
    aantallen={"casus": 1, "inbreng": 12, "iets_nieuws": 3},
    kopieen={"geschoond": ["a", "b"], "zonder": ["c"], "onbereikbaar": ["20260102T101112Z-1f"],
             "papieren": ["verslag afdrukken op 02-12-2025"]},
    begonnen_op=OP, klaar_op=OP, actor="Marijke ten Brinke",
)  # fmt: skip


def brief_pdf(brief: Brief) -> bytes:
    return afschaalbrief_pdf(brief, gemaakt_op=OP, program_version="0")


def test_the_letter_says_to_whom_about_whom_why_and_what_next_on_one_page() -> None:
    (page,) = sheets(brief_pdf(BRIEF))
    for words in (
        "De burgemeester van Haaksbergen", "woensdag 2 december 2026", "ZVH-2025-0031", "Wouter te Braak",
        "3 mei 1979", "door de gemeente Haaksbergen", "De werktafel Enschede heeft besloten", "Doelen behaald",
        "Sinds augustus geen melding.", "Mediant GGZ neemt deze zaak over", "Houd contact", "Bel vroeg",
        "2 juni 2027 en 2 december 2027", "Anouk Boerrigter", "Handtekening", "Exemplaar voor de gemeente",
    ):  # fmt: skip
        assert words in page, words
    assert page.startswith("VERTROUWELIJK")


def test_what_is_not_there_leaves_no_empty_heading() -> None:
    kaal = replace(
        BRIEF, overdracht="", advies=" ", nazorg=(), tafel="", aanmelder="", geboortedatum=None, procesregisseur="",
        casemanager="",
    )  # fmt: skip
    tekst = whole(brief_pdf(kaal))
    for kop in ("Wie het overneemt", "Ons advies", "geboren op", "Procesregie"):
        assert kop not in tekst
    assert "Wij volgen deze zaak niet meer" in tekst
    assert "het Zorg- en Veiligheidshuis" in tekst
    assert "niet vastgelegd" in tekst  # the casemanager, of whom there should be one


def test_the_same_letter_is_the_same_file_without_the_person_in_its_name_or_metadata() -> None:
    assert brief_pdf(BRIEF) == brief_pdf(BRIEF)
    assert bestandsnaam(BRIEF) == "Afschaalbrief ZVH-2025-0031 2026-12-02.pdf"
    assert "Braak" not in str(reader(brief_pdf(BRIEF)).metadata)
    assert (
        "OEFENING"
        in whole(brief_pdf(replace(BRIEF, oefening=True)))
        + sheets(brief_pdf(replace(BRIEF, oefening=True)))[0]
    )


def test_a_long_letter_goes_on_and_loses_nothing() -> None:
    lang = replace(
        BRIEF, toelichting="\n".join(f"Regel {nummer} van de toelichting." for nummer in range(150))
    )
    tekst = whole(brief_pdf(lang))
    assert all(f"Regel {nummer} van" in tekst for nummer in range(150))


def verklaring(row: VernietigingRow) -> bytes:
    return verklaring_pdf(row, kluis="Twente", oefening=False, program_version="0")


def test_the_verklaring_says_what_ground_how_when_and_what_was_not_reached() -> None:
    tekst = whole(verklaring(VERNIETIGD))
    for words in (
        "ZVH-2021-0031", "De termijn is om.", "Marijke ten Brinke", "Casusdossier 1", "Inbreng van partners 12",
        "Overige gegevens 3", "wo 2 december 2026, 15:00 uur", "Geschoond en gecontroleerd: 2. Zonder deze casus: 1.",
        "20260102T101112Z-1f", "verslag afdrukken op 02-12-2025", "Wat deze vernietiging niet bereikt",
    ):  # fmt: skip
        assert words in tekst, words
    assert verklaring(VERNIETIGD) == verklaring(VERNIETIGD)


def test_a_destruction_that_is_not_finished_is_a_concept_and_says_so() -> None:
    tekst = " ".join(sheets(verklaring(replace(VERNIETIGD, klaar_op=None))))
    assert "nog niet klaar" in tekst
    assert "CONCEPT" in tekst
