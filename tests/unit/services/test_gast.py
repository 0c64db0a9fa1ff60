"""Guests of a meeting: invited for named items, out of the room at the rest, named nowhere, and never counted."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from tests.unit.services import meldingen
from vhdesk.clock import FixedClock, local
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.exchange.agendabestand import partneragenda_ics
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.partneragenda import partneragenda_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.printing.presentielijst import presentielijst_pdf
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.convenant import ongetekend
from vhdesk.queries.gast import toegang
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import DeelnemerRow, deelnemers
from vhdesk.queries.partneragenda import gastagenda
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.verslag import verslag
from vhdesk.queries.zaal import omstanders
from vhdesk.services.agenda import CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.agendapunt import AgendapuntToevoegen, AgendapuntWeghalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.deelnemer import (
    AanwezigheidToelichten,
    AanwezigheidVastleggen,
    DeelnemerToevoegen,
    DeelnemerWeghalen,
    GastTerugzetten,
)
from vhdesk.services.desk import Desk
from vhdesk.services.gast import AgendapuntBeslotenBepalen, GastToegangBepalen, GastUitnodigen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegAfzeggen, OverlegOpenen, OverlegPlannen
from vhdesk.services.tafelinstelling import Aanwezigheidseis, AanwezigheidVereisen
from vhdesk.services.zaal import ZaalVerlatenVastleggen
from vhdesk.vocabulary import Aanwezigheid, Agendasoort, Tekort
from vhdesk.vocabulary_agenda import Deelnemersoort

D = Deelnemersoort


class Tafereel:
    """A planned meeting with a theme and two cases."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        tafel = meldingen.tafel(desk)
        self.overleg = desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 16))).id
        self.casussen = [
            desk.execute(
                CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam), tafel_id=tafel)
            ).id
            for naam in ("Merkeveen", "Anders")
        ]
        for casus in self.casussen:
            desk.execute(CasusAgenderen(overleg_id=self.overleg, casus_id=casus))
        self.thema = desk.execute(AgendapuntToevoegen(overleg_id=self.overleg, titel="Thema jeugd")).id

    def punt(self, casus: int) -> str:
        rijen = self.desk.ask(agenda, self.overleg).punten
        return next(rij.id for rij in rijen if rij.casus_id == self.casussen[casus])

    def gast(self, soort: D, *punten: str, **velden: str) -> str:
        command = GastUitnodigen(
            overleg_id=self.overleg,
            soort=soort,
            agendapunt_ids=punten,
            **velden,  # type: ignore[arg-type]
        )
        self.desk.execute(command)
        return max(self.desk.ask(deelnemers, self.overleg), key=lambda rij: rij.volgorde).id

    def rij(self, gast: str) -> DeelnemerRow:
        return next(rij for rij in self.desk.ask(deelnemers, self.overleg) if rij.id == gast)

    def in_de_zaal(self, punt: str) -> list[str]:
        return [rij.naam for rij in self.desk.ask(omstanders, punt) if not rij.weg]

    def aanwezig(self, *gasten: str) -> None:
        for gast in gasten:
            self.desk.execute(AanwezigheidVastleggen(deelnemer_id=gast, aanwezigheid=Aanwezigheid.AANWEZIG))


@pytest.fixture
def t(desk: Desk) -> Tafereel:
    return Tafereel(desk)


def test_who_comes_for_a_case_goes_by_its_number_and_is_invited_for_it(t: Tafereel) -> None:
    nummer = next(
        rij.casusnummer for rij in t.desk.ask(agenda, t.overleg).punten if rij.casus_id == t.casussen[0]
    )
    gast = t.gast(D.BETROKKENE, casus_id=t.casussen[0])
    naast = t.gast(D.VERTEGENWOORDIGER, t.thema, casus_id=t.casussen[0])
    assert t.desk.ask(toegang, t.overleg) == {gast: (t.punt(0),), naast: (t.punt(0), t.thema)}
    assert (t.rij(gast).naam, t.rij(gast).punten) == (f"Betrokkene bij {nummer}", 1)
    assert t.rij(naast).naam == f"Vertegenwoordiger bij {nummer}"
    druk = Druk.nu(t.desk.clock, oefening=True)
    rows = t.desk.ask(verslag, t.overleg)
    sheet = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(presentielijst_pdf(rows, "", druk))).pages
    )
    assert f"Betrokkene bij {nummer}" in " ".join(sheet.split()) and "Merkeveen" not in sheet


def test_at_every_other_item_a_guest_is_asked_to_go_and_at_a_closed_one_always(t: Tafereel) -> None:
    gast = t.gast(D.BETROKKENE, casus_id=t.casussen[0])
    student = t.gast(D.TOEHOORDER, t.punt(1), t.thema, naam="S. Tudent, hogeschool")
    opening = t.desk.ask(agenda, t.overleg).punten[0].id
    t.desk.execute(OverlegOpenen(overleg_id=t.overleg))
    assert t.in_de_zaal(t.thema) == [], "who is not there yet need not go"
    t.aanwezig(gast, student)
    assert t.in_de_zaal(opening) == [], "everybody confirms the secrecy there"
    assert t.in_de_zaal(t.punt(0)) == ["S. Tudent, hogeschool"]
    assert t.in_de_zaal(t.punt(1)) == [t.rij(gast).naam]
    assert t.in_de_zaal(t.thema) == [t.rij(gast).naam]
    t.desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=t.thema, besloten=True))
    assert set(t.in_de_zaal(t.thema)) == {t.rij(gast).naam, "S. Tudent, hogeschool"}
    t.desk.execute(ZaalVerlatenVastleggen(agendapunt_id=t.thema, deelnemer_ids=(gast, student)))
    assert t.in_de_zaal(t.thema) == []
    t.desk.undo()
    t.desk.undo()
    assert t.in_de_zaal(t.thema) == [t.rij(gast).naam]


def test_a_guest_fills_no_place_and_is_asked_for_secrecy(t: Tafereel) -> None:
    tafel = meldingen.tafel(t.desk)
    eis = Aanwezigheidseis(type_code="", organisaties=("politie",))
    t.desk.execute(AanwezigheidVereisen(tafel_id=tafel, eisen=(eis,)))
    gast = t.gast(D.TOEHOORDER, t.punt(0), naam="Politie")
    t.desk.execute(OverlegOpenen(overleg_id=t.overleg))
    t.aanwezig(gast)
    lid = [rij for rij in t.desk.ask(deelnemers, t.overleg) if not rij.gast]
    for rij in lid:
        t.desk.execute(AanwezigheidVastleggen(deelnemer_id=rij.id, aanwezigheid=Aanwezigheid.AFWEZIG))
    t.desk.execute(
        BesluitVastleggen(
            casus_id=t.casussen[0],
            overleg_id=t.overleg,
            tekst="door",
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    besluit = t.desk.ask(verslag, t.overleg).punten
    gevonden = [b for punt in besluit if punt.casus for b in punt.casus.besluiten]
    assert all(b.voorbehoud for b in gevonden) or not lid
    secrecy = next(rij for rij in t.desk.ask(tekorten, t.overleg) if rij.tekort is Tekort.GEHEIMHOUDING)
    assert "Politie" in secrecy.toelichting
    assert t.desk.ask(ongetekend, t.overleg) == ()


@pytest.mark.parametrize(
    ("soort", "velden", "code"),
    [
        (D.LID, {}, "gast_is_lid"),
        (D.TOEHOORDER, {}, "toehoorder_zonder_naam"),
        (D.TOEHOORDER, {"naam": "x"}, "gast_zonder_punten"),
        (D.TOEHOORDER, {"naam": "x", "casus_id": "0"}, "toehoorder_zonder_casus"),
        (D.BETROKKENE, {}, "gast_van_welke_casus"),
        (D.BETROKKENE, {"naam": "Merkeveen", "casus_id": "0"}, "gast_zonder_naam"),
    ],
)
def test_what_is_no_guest_is_refused(t: Tafereel, soort: D, velden: dict[str, str], code: str) -> None:
    if "casus_id" in velden:
        velden = {**velden, "casus_id": t.casussen[0]}
    with pytest.raises(RuleViolation, match=code):
        t.gast(soort, **velden)


def test_closed_and_another_ones_items_are_not_for_a_guest(t: Tafereel) -> None:
    t.desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=t.thema, besloten=True))
    with pytest.raises(RuleViolation, match="punt_besloten"):
        t.gast(D.TOEHOORDER, t.thema, naam="x")
    with pytest.raises(RuleViolation, match="punt_van_andere_casus"):
        t.gast(D.BETROKKENE, t.punt(1), casus_id=t.casussen[0])
    gast = t.gast(D.BETROKKENE, casus_id=t.casussen[0])
    with pytest.raises(RuleViolation, match="deelnemer_staat_er_al"):
        t.gast(D.BETROKKENE, casus_id=t.casussen[0])
    with pytest.raises(RuleViolation, match="punt_van_andere_casus"):
        t.desk.execute(GastToegangBepalen(deelnemer_id=gast, agendapunt_ids=(t.punt(1),)))
    opening = t.desk.ask(agenda, t.overleg).punten[0].id
    with pytest.raises(RuleViolation, match="opening_is_open"):
        t.desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=opening, besloten=True))


def test_undo_brings_back_a_guest_an_item_and_a_meeting_with_who_is_invited(t: Tafereel) -> None:
    gast = t.gast(D.TOEHOORDER, t.punt(0), t.thema, naam="Student")
    mag, rij = t.desk.ask(toegang, t.overleg), t.rij(gast)
    for weg in (
        DeelnemerWeghalen(deelnemer_id=gast),
        CasusVanAgendaHalen(agendapunt_id=t.punt(0)),
        AgendapuntWeghalen(agendapunt_id=t.thema),
        GastToegangBepalen(deelnemer_id=gast, agendapunt_ids=()),
        OverlegAfzeggen(overleg_id=t.overleg),
    ):
        t.desk.execute(weg)
        assert type(weg) is OverlegAfzeggen or t.desk.ask(toegang, t.overleg) != mag
        t.desk.undo()
        assert t.desk.ask(toegang, t.overleg) == mag, type(weg).__name__
        assert t.rij(gast) == rij
    assert GastTerugzetten.__doc__


def test_the_agenda_of_a_guest_names_only_what_is_his(t: Tafereel) -> None:
    gast = t.gast(D.BETROKKENE, t.thema, casus_id=t.casussen[0])
    druk = Druk.nu(t.desk.clock, oefening=True)
    mijn = t.desk.ask(gastagenda, t.overleg, gast)
    assert [punt.woorden() for punt in mijn.punten if punt.eigen] == ["Casus 1", "Thema jeugd"]
    assert {punt.woorden() for punt in mijn.punten if not punt.eigen} == {"Besloten deel"}
    papier = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(partneragenda_pdf(mijn, druk))).pages
    )
    ics = partneragenda_ics(mijn, t.desk.clock.now()).decode()
    for tekst in (papier, ics):
        assert "ZVH-" not in tekst and "Merkeveen" not in tekst and "Casus 2" not in tekst
    t.desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=t.thema, besloten=True))
    later = t.desk.ask(gastagenda, t.overleg, gast)
    assert [punt.woorden() for punt in later.punten if punt.eigen] == ["Casus 1"]
    lid = next((rij.id for rij in t.desk.ask(deelnemers, t.overleg) if not rij.gast), "x")
    with pytest.raises(NotFound):
        t.desk.ask(gastagenda, t.overleg, lid)


def test_the_closed_part_is_said_on_kit_and_minutes(t: Tafereel) -> None:
    t.desk.execute(AgendapuntBeslotenBepalen(agendapunt_id=t.thema, besloten=True))
    t.desk.execute(OverlegOpenen(overleg_id=t.overleg))
    rows = t.desk.ask(verslag, t.overleg)
    druk = Druk.nu(t.desk.clock, oefening=True)
    papers = (
        pakket_pdf(rows, "", druk),
        verslag_pdf(rows, clock_now=t.desk.clock.now(), program_version="1"),
    )
    for pdf in papers:
        tekst = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
        assert "Thema jeugd (besloten)" in tekst
    assert [replace(rij, version=0).besloten for rij in t.desk.ask(agenda, t.overleg).punten].count(True) == 1
    assert {rij.soort for rij in t.desk.ask(agenda, t.overleg).punten if rij.besloten} == {Agendasoort.VRIJ}


def test_who_was_there_at_each_case_stands_on_its_sheet(t: Tafereel) -> None:
    """Late in, early out, out of the room, a deputy and a guest."""
    desk = t.desk
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    org = {rij.code: rij.id for rij in desk.ask(organisaties)}
    mensen = {}
    for naam, code in (("A. Laat", "politie"), ("B. Vroeg", "openbaar-ministerie"), ("C. Blijft", "halt")):
        mensen[naam] = desk.execute(MedewerkerToevoegen(organisatie_id=org[code], naam=naam)).id
        desk.execute(DeelnemerToevoegen(overleg_id=t.overleg, medewerker_id=mensen[naam]))
    t.gast(D.TOEHOORDER, t.punt(1), naam="Student")
    desk.execute(OverlegOpenen(overleg_id=t.overleg))
    rij = {each.naam: each.id for each in desk.ask(deelnemers, t.overleg)}
    eerste, tweede = t.punt(0), t.punt(1)
    t.aanwezig(rij["C. Blijft"], rij["Student"], rij["B. Vroeg"])
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste))
    clock.moment += timedelta(minutes=20)
    om = clock.now()
    desk.execute(AgendapuntBeginnen(agendapunt_id=tweede))
    desk.execute(
        AanwezigheidToelichten(deelnemer_id=rij["A. Laat"], aanwezigheid=Aanwezigheid.LATER, vanaf=om)
    )
    desk.execute(
        AanwezigheidToelichten(deelnemer_id=rij["B. Vroeg"], aanwezigheid=Aanwezigheid.EERDER_WEG, tot=om)
    )
    bladen = [punt.casus for punt in desk.ask(verslag, t.overleg).punten if punt.casus is not None]
    klok = f"{local(om):%H:%M}"
    assert "A. Laat" in bladen[0].aanwezig and f"(vanaf {klok})" in bladen[0].aanwezig
    assert "B. Vroeg" not in bladen[0].aanwezig
    assert "B. Vroeg" in bladen[1].aanwezig and f"(tot {klok})" in bladen[1].aanwezig
    assert bladen[1].aanwezig.endswith("te gast: Student (toehoorder)")
    pdf = verslag_pdf(desk.ask(verslag, t.overleg), clock_now=clock.now(), program_version="1")
    tekst = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Aanwezig bij deze casus 2 van de 3 aanwezigen; niet: A. Laat, Politie" in tekst.replace(
        "\u00ad", ""
    )
