"""With what every meeting of a table begins: a versioned setting, free items by name, and where the cases come."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from tests.unit.services import meldingen
from vhdesk.agendasjabloon import (
    STANDAARD,
    Sjabloonpunt,
    lees_sjabloon,
    plaats_van_casussen,
    schrijf_sjabloon,
)
from vhdesk.errors import RuleViolation
from vhdesk.exchange.agendabestand import partneragenda_ics
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.partneragenda import partneragenda_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.instelling import AGENDA, tafelinstellingen
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.partneragenda import partneragenda
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.queries.verslag import verslag
from vhdesk.services.agenda import AgendapuntVerplaatsen, CasusAgenderen, MinutenBepalen
from vhdesk.services.agendapunt import AgendapuntHernoemen, AgendapuntToevoegen, AgendapuntWeghalen
from vhdesk.services.agendasjabloon import AgendasjabloonInstellen
from vhdesk.services.bespreking import AgendapuntBeginnen, NotitieSchrijven
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegAfzeggen, OverlegOpenen, OverlegPlannen
from vhdesk.services.vaststelling import AgendaVaststellen
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import Agendawijziging

REGELS = """Opening: 5
Mededelingen: 5 min
Vaststellen verslag, 5
Openstaande acties: 10
Casussen
Thema: jeugd en wapens: 20 minuten
Rondvraag: 5
Sluiting
"""
S = Agendasoort


def plan(desk: Desk, dag: date = date(2026, 12, 16)) -> str:
    return desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=dag)).id


def casus(desk: Desk, naam: str) -> str:
    return desk.execute(
        CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam), tafel_id=meldingen.tafel(desk))
    ).id


def namen(desk: Desk, overleg: str) -> list[str]:
    return [punt.naam or punt.eigen_titel or punt.soort.label for punt in desk.ask(agenda, overleg).punten]


def stel_in(desk: Desk) -> None:
    punten = lees_sjabloon(REGELS, STANDAARD)
    desk.execute(AgendasjabloonInstellen(tafel_id=meldingen.tafel(desk), punten=punten))


def flat(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().replace("\u00ad", "").split()) for page in pages)


def test_lines_of_text_are_the_template_and_back() -> None:
    punten = lees_sjabloon(REGELS, STANDAARD)
    assert [(punt.soort, punt.titel, punt.minuten) for punt in punten] == [
        (S.OPENING, "", 5), (S.MEDEDELINGEN, "", 5), (S.VERSLAG, "", 5), (S.ACTIES, "", 10), (S.CASUS, "", 0),
        (S.VRIJ, "Thema: jeugd en wapens", 20), (S.RONDVRAAG, "", 5), (S.SLUITING, "", 0),
    ]  # fmt: skip
    assert lees_sjabloon(schrijf_sjabloon(punten), punten) == punten
    eigen = (*punten[:3], replace(punten[3], titel="Wat nog loopt"), *punten[4:])
    assert lees_sjabloon(schrijf_sjabloon(eigen), eigen) == eigen, "a title of its own keeps its kind"


def test_each_next_meeting_begins_with_it_and_a_planned_one_keeps_its_agenda(desk: Desk) -> None:
    eerder = plan(desk)
    was = namen(desk, eerder)
    stel_in(desk)
    assert namen(desk, eerder) == was
    later = plan(desk)
    for naam in ("Een", "Twee"):
        desk.execute(CasusAgenderen(overleg_id=later, casus_id=casus(desk, naam)))
    assert namen(desk, later) == [
        "Opening en geheimhouding", "Mededelingen", "Vaststellen verslag", "Openstaande acties", "Een", "Twee",
        "Thema: jeugd en wapens", "Rondvraag", "Sluiting",
    ]  # fmt: skip
    tafel = meldingen.tafel(desk)
    (versie,) = [row for row in desk.ask(tafelinstellingen, tafel) if row.sleutel == AGENDA]
    assert (versie.versie, versie.actor) == (1, desk.actor.naam)


def test_undo_of_setting_it_is_a_next_version(desk: Desk) -> None:
    stel_in(desk)
    desk.undo()
    found = desk.ask(agendasjabloon, meldingen.tafel(desk))
    assert (found.punten, found.versie) == (STANDAARD, 2)


@pytest.mark.parametrize(
    ("regels", "code"),
    [
        ("", "sjabloon_begin_en_eind"),
        ("Casussen\nOpening\nSluiting", "sjabloon_begin_en_eind"),
        ("Opening\nRondvraag\nSluiting", "sjabloon_niet_eenmaal"),
        ("Opening\nCasussen\nCasussen\nSluiting", "sjabloon_niet_eenmaal"),
        ("Opening\nCasussen\nSluiting\nSluiting", "sjabloon_niet_eenmaal"),
        ("Opening\nCasussen\nThema: 700\nSluiting", "minuten_buiten_bereik"),
        (f"Opening\nCasussen\n{'x' * 200}\nSluiting", "titel_te_lang"),
        ("Opening\nCasussen\n" + "Nog iets\n" * 60 + "Sluiting", "sjabloon_te_lang"),
    ],
)
def test_what_is_no_agenda_is_refused(desk: Desk, regels: str, code: str) -> None:
    command = AgendasjabloonInstellen(tafel_id=meldingen.tafel(desk), punten=lees_sjabloon(regels, STANDAARD))
    with pytest.raises(RuleViolation, match=code):
        desk.execute(command)


def test_a_case_comes_after_the_last_one_else_where_the_template_has_them() -> None:
    thema = Sjabloonpunt(soort=S.VRIJ, titel="Thema")
    sjabloon = (STANDAARD[0], STANDAARD[2], thema, *STANDAARD[3:])
    vast = [(S.OPENING, ""), (S.VRIJ, "Thema"), (S.RONDVRAAG, ""), (S.SLUITING, "")]
    assert plaats_van_casussen(sjabloon, vast) == 1
    assert plaats_van_casussen(STANDAARD, vast) == 2, (
        "a free item that the table does not know comes before them"
    )
    met = [vast[0], (S.CASUS, ""), (S.VRIJ, "Gast"), *vast[1:]]
    assert plaats_van_casussen(sjabloon, met) == 2
    assert plaats_van_casussen(sjabloon, [(S.OPENING, "")]) == 1


def test_a_free_item_is_added_renamed_moved_timed_and_removed_with_undo(desk: Desk) -> None:
    overleg = plan(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus(desk, "Een")))
    voor = namen(desk, overleg)
    punt = desk.execute(
        AgendapuntToevoegen(overleg_id=overleg, titel="  Gast:  de  wijkraad ", minuten=15)
    ).id
    assert namen(desk, overleg) == [*voor[:3], "Gast: de wijkraad", *voor[3:]]
    desk.execute(AgendapuntHernoemen(agendapunt_id=punt, titel="De wijkraad"))
    desk.execute(AgendapuntVerplaatsen(agendapunt_id=punt, positie=1))
    desk.execute(MinutenBepalen(agendapunt_id=punt, minuten=25))
    desk.execute(NotitieSchrijven(agendapunt_id=punt, tekst="vooraf bellen"))
    vol = desk.ask(agenda, overleg)
    rij = vol.punten[1]
    assert (rij.eigen_titel, rij.minuten, rij.notitie) == ("De wijkraad", 25, "vooraf bellen")
    desk.execute(AgendapuntWeghalen(agendapunt_id=punt))
    assert namen(desk, overleg) == voor
    desk.undo()
    terug = desk.ask(agenda, overleg).punten
    assert [replace(rij, version=0) for rij in terug] == [replace(rij, version=0) for rij in vol.punten]


def test_opening_closing_and_cases_are_not_for_these_acts(desk: Desk) -> None:
    overleg = plan(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus(desk, "Een")))
    punten = {punt.soort: punt.id for punt in desk.ask(agenda, overleg).punten}
    for soort in (S.OPENING, S.SLUITING):
        with pytest.raises(RuleViolation, match="vast_agendapunt"):
            desk.execute(AgendapuntWeghalen(agendapunt_id=punten[soort]))
        with pytest.raises(RuleViolation, match="punt_van_deze_soort_niet"):
            desk.execute(AgendapuntToevoegen(overleg_id=overleg, soort=soort))
    for command in (
        AgendapuntWeghalen(agendapunt_id=punten[S.CASUS]),
        AgendapuntHernoemen(agendapunt_id=punten[S.CASUS], titel="Iets"),
    ):
        with pytest.raises(RuleViolation, match="punt_met_casus"):
            desk.execute(command)
    with pytest.raises(RuleViolation, match="punt_zonder_titel"):
        desk.execute(AgendapuntToevoegen(overleg_id=overleg, titel="  "))
    desk.execute(AgendapuntWeghalen(agendapunt_id=punten[S.RONDVRAAG]))
    desk.execute(OverlegOpenen(overleg_id=overleg))
    desk.execute(AgendapuntBeginnen(agendapunt_id=punten[S.VORIG_VERSLAG]))
    with pytest.raises(RuleViolation, match="agendapunt_heeft_uitkomst"):
        desk.execute(AgendapuntWeghalen(agendapunt_id=punten[S.VORIG_VERSLAG]))


def test_after_fixing_a_new_name_and_a_removed_free_item_are_listed_by_name(desk: Desk) -> None:
    overleg = plan(desk)
    blijft = desk.execute(AgendapuntToevoegen(overleg_id=overleg, titel="Thema een")).id
    gaat = desk.execute(AgendapuntToevoegen(overleg_id=overleg, titel="Thema twee")).id
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    desk.execute(AgendapuntHernoemen(agendapunt_id=blijft, titel="Thema nieuw"))
    desk.execute(AgendapuntWeghalen(agendapunt_id=gaat))
    found = desk.ask(vaststelling, overleg)
    assert found is not None
    assert [(rij.wat, rij.naam) for rij in found.wijzigingen] == [
        (Agendawijziging.HERNOEMD, "Thema nieuw"),
        (Agendawijziging.VERVALLEN, "Thema twee"),
    ]


def test_cancelling_and_undo_bring_the_same_items_back(desk: Desk) -> None:
    stel_in(desk)
    overleg = plan(desk)
    desk.execute(AgendapuntToevoegen(overleg_id=overleg, titel="Gast"))
    desk.execute(AgendaVaststellen(overleg_id=overleg))
    voor = namen(desk, overleg)
    desk.execute(OverlegAfzeggen(overleg_id=overleg))
    desk.undo()
    assert namen(desk, overleg) == voor
    found = desk.ask(vaststelling, overleg)
    assert found is not None and found.wijzigingen == ()


def test_it_stands_on_every_paper_in_order(desk: Desk) -> None:
    stel_in(desk)
    overleg = plan(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus(desk, "Een")))
    desk.execute(OverlegOpenen(overleg_id=overleg))
    thema = next(punt for punt in desk.ask(agenda, overleg).punten if punt.soort is S.VRIJ)
    druk = Druk.nu(desk.clock, oefening=True)
    leeg = flat(verslag_pdf(desk.ask(verslag, overleg), clock_now=desk.clock.now(), program_version="1"))
    assert "Thema: jeugd en wapens Hierbij is niets genoteerd." in leeg
    desk.execute(NotitieSchrijven(agendapunt_id=thema.id, tekst="De wijkagent vertelt."))
    rows = desk.ask(verslag, overleg)
    minuten = flat(verslag_pdf(rows, clock_now=desk.clock.now(), program_version="1"))
    assert "Thema: jeugd en wapens De wijkagent vertelt." in minuten
    pakket = flat(pakket_pdf(rows, "geheim", druk))
    plaatsen = [pakket.index(f"{nummer}. {naam}") for nummer, naam in (
        (2, "Mededelingen"), (4, "Openstaande acties"), (6, "Thema: jeugd en wapens"), (7, "Rondvraag"),
    )]  # fmt: skip
    assert plaatsen == sorted(plaatsen)
    partner = desk.ask(partneragenda, overleg, desk.ask(organisaties)[0].id)
    assert "Thema: jeugd en wapens" in flat(partneragenda_pdf(partner, druk))
    assert b"Thema: jeugd en wapens" in partneragenda_ics(partner, desk.clock.now()).replace(b"\r\n ", b"")
