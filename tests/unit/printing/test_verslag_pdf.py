"""The minutes: everything that was recorded is on paper, in order, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from oefenverslag import NU, mondelinge_teksten, oefenverslag
from papier_lezen import plain, reader, sheets, squeezed, whole, without_frame

from vhdesk.printing.verslag import verslag_pdf, verslagtitel
from vhdesk.printing.verslag_casus import casustitel, tegenspraken
from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagAgendawijziging,
    VerslagCasus,
    VerslagCitaat,
    VerslagEscalatie,
    VerslagHeropening,
    VerslagInbreng,
    VerslagPlandoel,
    VerslagScenario,
    VerslagSchorsing,
    VerslagTekort,
    VerslagVaststelling,
    VerslagVoorzitter,
)
from vhdesk.vocabulary import ROL_WEG, Actiestatus, Casusrol, CasusStatus, Overlegstatus, Tekort
from vhdesk.vocabulary_agenda import Agendawijziging
from vhdesk.vocabulary_plan import GEEN_AFSCHAALCRITERIUM


def cases(verslag: Verslag) -> list[VerslagCasus]:
    return [punt.casus for punt in verslag.punten if punt.casus is not None]


def with_case(verslag: Verslag, casus: VerslagCasus) -> Verslag:
    """Return minutes with one case only."""
    first = next(punt for punt in verslag.punten if punt.casus is not None)
    others = tuple(punt for punt in verslag.punten if punt.casus is None)
    return replace(verslag, punten=(*others[:2], replace(first, casus=casus), *others[2:]))


def made(verslag: Verslag) -> bytes:
    return verslag_pdf(verslag, clock_now=NU, program_version="0.1.0")


def test_every_statement_decision_and_action_is_on_paper(verslag: Verslag, tekst: str) -> None:
    text = squeezed(tekst)
    missing = []
    for casus in cases(verslag):
        wanted = [casus.titel, casus.aanleiding, casus.vraag_aan_tafel, casus.gezamenlijk_beeld]
        wanted += [casus.zienswijze, casus.informering, casus.grondslag, casus.casemanager]
        wanted += [part for item in casus.inbreng for part in item.tekst.split("\n")]
        wanted += [
            part
            for item in casus.besluiten
            for part in (item.tekst, item.onderbouwing, item.voorwaarden, item.afwijkende_mening)
        ]
        wanted += [
            part for item in casus.acties for part in (item.omschrijving, item.conditie, item.informering)
        ]
        wanted += [*casus.risicofactoren, *casus.beschermende_factoren]
        if casus.plan:
            wanted += [casus.plan.hoofddoel, casus.plan.afschaalcriterium]
            wanted += [part for doel in casus.plan.doelen for part in (doel.doel, doel.meetbaar)]
            wanted += [part for scene in casus.plan.scenarios for part in (scene.als, scene.dan)]
        missing += [(casus.nummer, part) for part in wanted if squeezed(part) not in text]
    assert missing == []


def test_what_was_said_and_not_to_be_written_is_nowhere(tekst: str) -> None:
    text = squeezed(tekst)
    spoken = mondelinge_teksten()
    assert len(spoken) > 5
    for statement in spoken:
        for sentence in re.split(r"(?<=[.;]) ", plain(statement)):
            assert squeezed(sentence) not in text or len(sentence) < 25


def test_each_case_begins_a_sheet_in_the_order_of_the_agenda(verslag: Verslag, bladen: list[str]) -> None:
    starts = []
    for casus in cases(verslag):
        title = plain(casustitel(casus))
        found = [
            number
            for number, sheet in enumerate(bladen)
            if re.match(r"VERTROUWELIJK .*? van \d+ ", sheet) and f" van {len(bladen)} {title} " in sheet
        ]
        assert len(found) == 1, title
        starts += found
    assert starts == sorted(starts)
    assert len(set(starts)) == 12


def test_the_main_goal_of_a_plan_is_not_torn_from_its_goals(verslag: Verslag) -> None:
    casus = next(casus for casus in cases(verslag) if casus.plan is not None and casus.plan.doelen)
    assert casus.plan is not None
    torn = []
    for lines in range(10, 26, 3):  # the plan stands everywhere on the sheet once
        shifted = replace(casus, aanleiding="\n".join(["Regel."] * lines))
        bladen = sheets(made(with_case(verslag, shifted)))
        sheet = next(blad for blad in bladen if casus.plan.hoofddoel in blad)
        if "Meetbaar aan" not in sheet[sheet.index(casus.plan.hoofddoel) :]:
            torn.append(lines)
    assert torn == []


def test_contents_name_the_page_on_which_each_part_begins(verslag: Verslag, bladen: list[str]) -> None:
    contents = bladen[0]
    for casus in cases(verslag):
        match = re.search(re.escape(plain(casustitel(casus))) + r" (\d+)", contents)
        assert match is not None
        assert f"{len(bladen)} {plain(casustitel(casus))}" in bladen[int(match.group(1)) - 1]
    for part in ("Aanwezigen", "Vorig verslag en open acties", "Rondvraag", "Sluiting", "Actielijst"):
        match = re.search(rf"{part} (\d+)", contents)
        assert match is not None
        assert part in bladen[int(match.group(1)) - 1]


def test_every_sheet_says_what_it_is(bladen: list[str]) -> None:
    for number, sheet in enumerate(bladen, start=1):
        assert sheet.startswith("VERTROUWELIJK OEFENING Verslag werktafel Enschede, 2 december 2026")
        assert f"Exemplaar voor het huis Pagina {number} van {len(bladen)}" in sheet
        assert len(sheet) > 150, "an empty sheet"


def test_a_sheet_of_a_case_carries_its_number_and_no_name_above(verslag: Verslag, bladen: list[str]) -> None:
    heads = [sheet.split("Exemplaar voor het huis")[0] for sheet in bladen]
    assert sum("ZVH-2026-0149" in head for head in heads) >= 3
    assert not any("Koopman" in head for head in heads)


def test_first_sheet_states_the_meeting(bladen: list[str]) -> None:
    assert "Verslag werktafel Enschede, woensdag 2 december 2026" in bladen[0]
    for fact in (
        "ENS-2026-12-02",
        "13:30–15:30 uur",
        "Marijke ten Brinke",
        "Soraya Ramdin",
        "13:31 uur",
        "15:38 uur",
    ):
        assert fact in bladen[0]


def test_numbers_are_those_of_the_record(verslag: Verslag, tekst: str) -> None:
    for casus in cases(verslag):
        for besluit in casus.besluiten:
            assert f"B-{besluit.nummer} " in tekst
        for actie in casus.acties:
            assert f"A-{actie.nummer} " in tekst


def test_old_actions_show_how_they_ended_and_why(verslag: Verslag, tekst: str) -> None:
    for actie in verslag.oude_acties:
        assert squeezed(actie.resultaat) in squeezed(tekst)
    assert "Kon niet mevrouw was drie keer niet thuis" in tekst
    assert "Niet gedaan intern blijven liggen" in tekst
    assert "Open, één keer uitgesteld, 14 dagen oud" in tekst


def test_no_date_or_number_is_broken_by_a_narrow_column(tekst: str) -> None:
    assert len(re.findall(r"\b\d{1,2}-\d{1,2}-\d{4}\b", tekst)) > 150
    assert re.findall(r"\b\d{1,2}-\d{1,2}-\d{0,3}(?!\d)", tekst) == []
    assert re.findall(r"\bZVH-\d{0,4}-?\d{0,3}(?![\d-])", tekst) == []
    assert re.findall(r"\b[AB]-(?!\d)", tekst) == []


def test_what_was_missing_at_closing_is_shown_with_the_reason(tekst: str) -> None:
    assert "Wat ontbrak bij het sluiten" in tekst
    assert "Actie zonder organisatie of persoon" in tekst
    assert "Reden om te sluiten Het vervolg is aan Dimence gevraagd" in tekst


def test_a_role_of_somebody_who_left_is_named_among_what_was_missing(verslag: Verslag) -> None:
    number = cases(verslag)[0].nummer
    gaps = (VerslagTekort(number, Tekort.ROL_WEG, "Kevin Lansink"), VerslagTekort(number, Tekort.PLAN, ""))
    text = whole(made(replace(verslag, tekorten=gaps)))
    assert "Rol bij iemand die uit dienst is (Kevin Lansink) en geen plan van aanpak" in text


def test_the_head_of_a_sheet_says_whose_role_must_pass_on(verslag: Verslag) -> None:
    casus = replace(cases(verslag)[0], rollen_weg=(Casusrol.CASEMANAGER,))
    assert ROL_WEG in whole(made(with_case(verslag, casus)))
    assert ROL_WEG not in whole(made(with_case(verslag, cases(verslag)[0])))


def test_much_missing_stays_short_one_line_per_case(verslag: Verslag) -> None:
    each = (Tekort.BESLUIT, Tekort.CASEMANAGER, Tekort.VERANTWOORDELIJKE, Tekort.VOLGENDE_DATUM)
    numbers = [casus.nummer for casus in cases(verslag)]
    gaps = [VerslagTekort(number, tekort, "") for number in numbers for tekort in each]
    gaps += [
        VerslagTekort(numbers[0], Tekort.ACTIE_TERMIJN, "de huisarts bellen"),
        VerslagTekort("", Tekort.AANWEZIGHEID, "Ans Jager"),
        VerslagTekort("", Tekort.AANWEZIGHEID, "Bo Kok"),
        VerslagTekort("", Tekort.AANWEZIGHEID, "Cas Lam"),
    ]
    text = whole(made(replace(verslag, tekorten=tuple(gaps))))
    sentence = "Geen besluit, geen casemanager, geen verantwoordelijke en geen volgende datum"
    assert text.count(sentence) == len(numbers)
    first = cases(verslag)[0]
    assert f"{first.nummer} {plain(first.hoofdbetrokkene)} {sentence}" in text
    assert f"{sentence} Actie zonder termijn: de huisarts bellen" in text
    assert "Overleg Aanwezigheid niet vastgesteld van Ans Jager, Bo Kok en Cas Lam" in text


def test_a_reopened_meeting_says_so_and_what_changed(verslag: Verslag) -> None:
    casus = cases(verslag)[0]
    changed = replace(casus.besluiten[0], gewijzigd=True)
    instead = replace(
        casus.besluiten[0], id="nieuw", nummer=99, achteraf=True, vervangt=casus.besluiten[0].nummer
    )
    sheet = replace(
        casus,
        achteraf=("bespreking", "casemanager"),
        besluiten=(changed, instead),
        acties=(replace(casus.acties[0], gewijzigd=True),),
    )
    small = with_case(verslag, sheet)
    first, second, *others = small.deelnemers
    mensen = (replace(first, achteraf="achteraf toegevoegd"), replace(second, achteraf="achteraf gewijzigd"))
    punten = tuple(replace(punt, achteraf=punt.casus is not None) for punt in small.punten)
    keer = VerslagHeropening(
        "h1", datetime(2026, 12, 3, 8, 15, tzinfo=UTC), "Ilse Kamphuis", "Een besluit ontbrak.",
        datetime(2026, 12, 2, 14, 38, tzinfo=UTC),
    )  # fmt: skip
    again = replace(small, heropeningen=(keer,), versie=2, deelnemers=(*mensen, *others), punten=punten)
    text = whole(made(again))
    assert "Heropend Do 3 december 2026, 09:15 uur, door Ilse Kamphuis: Een besluit ontbrak. Was" in text
    assert "Versie van dit verslag 2; versie 1 blijft bewaard zoals zij was" in text
    assert "Achteraf gewijzigd: bespreking, casemanager." in text
    assert "Deze casus is achteraf op de agenda gezet." in text
    assert f"Vervangt: B-{casus.besluiten[0].nummer}" in text
    # a participant each; on the sheet and in the list: a decision changed, one added, an action changed
    assert (text.count("achteraf gewijzigd"), text.count("achteraf toegevoegd")) == (1 + 2 + 2, 1 + 2)
    assert "Heropend" not in whole(made(small)) and "Versie van dit" not in whole(made(small))


def test_a_fixed_agenda_stands_with_what_changed_since(verslag: Verslag) -> None:
    w = Agendawijziging
    small = with_case(verslag, cases(verslag)[0])
    agenda = VerslagVaststelling(
        op=datetime(2026, 11, 30, 9, 5, tzinfo=UTC),
        door="Ilse Kamphuis",
        wijzigingen=(
            VerslagAgendawijziging("ZVH-2026-0007", w.TOEGEVOEGD, 0, 10),
            VerslagAgendawijziging("Rondvraag", w.MINUTEN, 5, 15),
        ),
    )
    text = whole(made(replace(small, vaststelling=agenda)))
    assert "Agenda vastgesteld Ma 30 november 2026, 10:05 uur, door Ilse Kamphuis" in text
    assert "Daarna toegevoegd: ZVH-2026-0007" in text
    assert "Daarna andere minuten: Rondvraag, 5 werd 15 minuten" in text
    assert "Agenda vastgesteld" not in whole(made(small))


def test_nothing_missing_gives_no_such_part(verslag: Verslag) -> None:
    complete = with_case(replace(verslag, tekorten=(), sluitreden=""), cases(verslag)[-1])
    assert "ontbrak" not in whole(made(complete))


def test_the_file_has_title_language_bookmarks_and_only_shipped_fonts(verslag: Verslag, pdf: bytes) -> None:
    document = reader(pdf)
    assert document.metadata is not None
    assert document.metadata.title == plain(verslagtitel(verslag))
    assert document.trailer["/Root"]["/Lang"] == "nl-NL"
    titles = [entry["/Title"] for entry in document.outline if not isinstance(entry, list)]
    assert titles[0] == "Inhoud"
    assert casustitel(cases(verslag)[0]) in titles
    fonts = {
        font.get_object()["/BaseFont"]
        for page in document.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Inter-\w+", name) for name in fonts)
    assert b"Helvetica" not in pdf


@pytest.mark.parametrize("status", [Overlegstatus.GEPLAND, Overlegstatus.LOPEND])
def test_a_meeting_that_is_not_closed_gives_a_concept(verslag: Verslag, status: Overlegstatus) -> None:
    small = with_case(verslag, cases(verslag)[-1])
    concept = sheets(made(replace(small, status=status, gesloten_op=None)))
    assert all("CONCEPT" in sheet for sheet in concept)
    assert "Wat nog ontbreekt" in " ".join(concept)
    assert not any("CONCEPT" in sheet for sheet in sheets(made(small)))


def test_a_real_vault_has_no_practice_mark(verslag: Verslag) -> None:
    small = with_case(replace(verslag, oefening=False), cases(verslag)[-1])
    assert "OEFENING" not in whole(made(small)) + sheets(made(small))[0]


def test_a_mandatory_field_without_value_says_so_quietly(verslag: Verslag) -> None:
    casus = replace(
        cases(verslag)[0],
        casemanager="",
        verantwoordelijke=" ",
        volgende_datum=None,
        besluiten=(),
        zienswijze="",
        acties=(replace(cases(verslag)[0].acties[0], organisatie="", persoon="", termijn=None),),
    )
    text = whole(made(with_case(verslag, casus)))
    assert "Casemanager nog niemand Verantwoordelijke nog niemand" in text
    assert "Volgende datum niet vastgelegd" in text
    assert "Besluit niet vastgelegd." in text
    assert "Zienswijze" not in text
    assert text.count("niet vastgelegd") >= 4


def test_withdrawn_and_later_additions_are_marked(verslag: Verslag) -> None:
    casus = cases(verslag)[0]
    withdrawn = replace(
        casus.besluiten[0], ingetrokken=True, statusreden="Toch anders besloten.", achteraf=True
    )
    done = replace(casus.acties[0], status=Actiestatus.GEDAAN, resultaat="Advies verstuurd", achteraf=True)
    text = whole(made(with_case(verslag, replace(casus, besluiten=(withdrawn,), acties=(done,)))))
    assert plain(withdrawn.tekst) in text
    assert "Ingetrokken: Toch anders besloten." in text
    assert "Gedaan: Advies verstuurd" in text
    assert text.count("achteraf toegevoegd") == 4  # on the sheet of the case and in both lists


def test_the_plan_says_how_and_when_and_what_misses(verslag: Verslag) -> None:
    casus = next(casus for casus in cases(verslag) if casus.plan is not None and casus.plan.scenarios)
    assert casus.plan is not None
    plan = replace(
        casus.plan,
        doelen=(
            VerslagPlandoel(
                "d", "huisvesting", "een huis", "contract", "wil dit zelf", "er is plek", "in mei"
            ),
        ),
        scenarios=(VerslagScenario("s", "onrust", "langsgaan", "wijkagent belt GGZ", "06-0000 0144"),),
        escalatie=(VerslagEscalatie("e", "plek valt weg", "burgemeester", ""),),
        afschaalcriterium="",
    )
    text = whole(made(with_case(verslag, replace(casus, plan=plan))))
    for words in ("Acceptabel: wil dit zelf", "Realistisch: er is plek", "Tijdgebonden: in mei", "06-0000 0144",
                  "plek valt weg burgemeester niet vastgelegd", GEEN_AFSCHAALCRITERIUM):  # fmt: skip
        assert words in text, words
    assert GEEN_AFSCHAALCRITERIUM not in whole(made(with_case(verslag, casus)))


def test_eighty_items_stay_complete(verslag: Verslag) -> None:
    casus = replace(cases(verslag)[-1], inbreng=(), zrm=(), plan=None)
    first = next(punt for punt in verslag.punten if punt.casus is not None)
    many = tuple(
        replace(
            first,
            id=f"punt-{n}",
            casus=replace(
                casus, id=str(n), volgnummer=n, nummer=f"ZVH-2026-{n:04d}", besluiten=casus.besluiten
            ),
        )
        for n in range(1, 81)
    )
    others = tuple(punt for punt in verslag.punten if punt.casus is None)
    found = sheets(made(replace(verslag, punten=(*others[:2], *many, *others[2:]))))
    assert len(found) > 80
    for n in range(1, 81):
        assert (
            sum(f" {n}. ZVH-2026-{n:04d} – " in sheet for sheet in found) == 2
        )  # contents and its own sheet
    assert all(len(sheet) > 150 for sheet in found)


def test_a_decision_of_fifteen_thousand_words_is_whole(verslag: Verslag) -> None:
    casus = cases(verslag)[0]
    words = " ".join(f"woord{n} ZZZ" for n in range(7500))
    long = replace(casus.besluiten[0], tekst=words)
    found = sheets(made(with_case(verslag, replace(casus, besluiten=(long,)))))
    text = without_frame(found)
    numbers = [int(number) for number in re.findall(r"woord(\d+)", text)]
    assert numbers == [*range(7500), *range(7500)]  # on the sheet of the case and in the list
    assert text.count("ZZZ") == 15000
    assert all(len(sheet) > 150 for sheet in found)


WEIRD = [
    "O'Brien & <b>Zonen</b> <script>",
    "Yılmaz-Çelik Núñez Łukasz Wójcik Nguyễn",
    "Ковальчук-Жуков",
    "محمد الحسن",
    "\U0001f600 emoji",
    "naam\x00met\x07tekens\u202eom\u2066",
    "x" * 400,
    "\ud800 half teken",
    "&amp; <para> %s {0} \\n (haakjes) \\",
    "中文 עברית",
]


@pytest.mark.parametrize("name", WEIRD)
def test_names_of_every_kind_are_printed_as_text(verslag: Verslag, name: str) -> None:
    casus = replace(
        cases(verslag)[-1], hoofdbetrokkene=name, titel=name, casemanager=name, inbreng=(), zrm=()
    )
    small = with_case(replace(verslag, deelnemers=(), oude_acties=(), voorzitter=name), casus)
    document = reader(made(small))
    assert len(document.pages) >= 4
    text = whole(made(small)).replace(" ", "")
    if name.isprintable() and not any(ord(char) > 0x500 for char in name):
        assert plain(name).replace(" ", "") in text
    if "emoji" in name:
        assert "[U+1F600]emoji" in text
    if "naam" in name:
        assert "naammettekensom" in text


def test_the_fixture_is_the_whole_practice_meeting() -> None:
    assert len(cases(oefenverslag())) == 12
    assert sum(len(casus.inbreng) for casus in cases(oefenverslag())) > 60


def test_what_contradicts_each_other_stands_side_by_side(verslag: Verslag) -> None:
    een = VerslagInbreng("a", "Politie", "huisvesting", date(2026, 12, 1), "overig", "Hij woont thuis.", 3)
    twee = VerslagInbreng(
        "b", "Wijkteam", "huisvesting", date(2026, 12, 1), "overig", "Hij woont elders.", 5, 3
    )
    drie = VerslagInbreng("c", "OM", "huisvesting", date(2026, 12, 1), "overig", "Hij zit vast.", 6, 3)
    los = VerslagInbreng("d", "GGD", "huisvesting", date(2026, 12, 1), "overig", "Hij slaapt slecht.", 7, 2)
    assert tegenspraken((een, twee, drie, los)) == [(een, twee)]
    citaat = VerslagCitaat(3, "Politie", "huisvesting", date(2026, 12, 1))
    casus = replace(
        cases(verslag)[-1],
        inbreng=(een, twee, drie, los),
        gezamenlijk_beeld="Thuis [I-3].",
        citaten=(citaat,),
    )
    text = squeezed(whole(verslag_pdf(with_case(verslag, casus), clock_now=NU, program_version="0.1.0")))
    for wanted in (
        "Dit spreekt elkaar tegen:", "I-3 Politie", "I-5 Wijkteam", "spreekt I-3 tegen", "spreekt I-2 tegen",
        "Aangehaald: [I-3] Politie, 1-12-2026, huisvesting.",
    ):  # fmt: skip
        assert squeezed(wanted) in text, wanted
    assert text.count(squeezed("spreekt I-3 tegen")) == 1, "what stands beside it needs no reference"


def test_a_case_that_was_not_weighed_says_so(verslag: Verslag) -> None:
    casus = replace(cases(verslag)[0], status=CasusStatus.AANGEMELD)
    assert "Besproken zonder triage" in whole(made(with_case(verslag, casus)))
    assert "zonder triage" not in whole(made(with_case(verslag, cases(verslag)[0])))


def test_a_besluit_under_reserve_says_so_until_it_is_confirmed(verslag: Verslag) -> None:
    casus = next(casus for casus in cases(verslag) if casus.besluiten)
    besluit = replace(casus.besluiten[0], voorbehoud="Openbaar Ministerie", ingetrokken=False)
    zonder = whole(made(with_case(verslag, replace(casus, besluiten=(besluit,)))))
    assert "Onder voorbehoud: Openbaar Ministerie niet aanwezig." in zonder
    later = replace(besluit, bekrachtigd_op=date(2026, 12, 9), bekrachtigd_door="officier De Wit")
    papier = whole(made(with_case(verslag, replace(casus, besluiten=(later,)))))
    assert "Bekrachtigd op 9-12-2026 door officier De Wit; genomen zonder Openbaar Ministerie." in papier
    assert "Onder voorbehoud" not in papier


def test_breaks_and_who_chaired_until_when(verslag: Verslag) -> None:
    small = with_case(verslag, cases(verslag)[0])
    middag = datetime.combine(small.datum, datetime.min.time(), UTC).replace(hour=12, minute=40)
    later = middag.replace(hour=13, minute=0)
    morgen = later + timedelta(days=1)
    geschorst = replace(
        small,
        schorsingen=(VerslagSchorsing(middag, later, "pauze"), VerslagSchorsing(later, morgen, "")),
        voorzitters=(VerslagVoorzitter("Anna Bos", later), VerslagVoorzitter(small.voorzitter, None)),
    )
    text = plain(whole(made(geschorst))).replace("\u00a0", " ")
    assert "Van 13:40 tot 14:00 uur: pauze" in text
    assert "Van 14:00 tot do 3 december 2026, 14:00 uur" in text
    assert "Anna Bos, tot 14:00 uur" in text
    assert f"{small.voorzitter}, vanaf 14:00 uur" in text
    assert "Geschorst" not in whole(made(small))
