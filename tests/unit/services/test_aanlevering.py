from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from tests.drietal import iemand_van
from vhdesk.errors import RuleViolation
from vhdesk.models import Base
from vhdesk.queries.aanmelding import aanmelding as aanmelding_dossier
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.inlezing import SPOREN, inlezingen
from vhdesk.queries.journaal import journaal
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.services.aanlevering import (
    AanleveringIngelezen,
    AanleveringInlezen,
    AanleveringOngedaanMaken,
    AanleverRegel,
)
from vhdesk.services.aanmelding import AanmeldingAanvullen
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import FactorVastleggen, InbrengVastleggen, ZrmVastleggen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plan import PlanSchrijven
from vhdesk.services.weggelaten import WeggelatenRegel
from vhdesk.vocabulary import Casusrol, CasusStatus, Factorsoort, Informatieniveau
from vhdesk.vocabulary_aanlevering import Weglaatreden
from vhdesk.vocabulary_triage import Bekendheidstand

SHA = "ab" * 32
REGELS = (
    AanleverRegel(
        rij=7,
        voornamen="Zoë",
        voorvoegsel="van der",
        geslachtsnaam="Ïsselt",
        geboortedatum=date(1990, 2, 28),
        bsn="111222333",
        adres="Dorpsstraat 1",
        woonplaats="Enschede",
        doelgroep_code="veelpleger",
        doelgroep_tekst="VP",
        partner_codes=("politie", "halt", "politie"),
        partners_onbekend=("Buurthuis Oost", "F. Lier"),
        toelichting="steelt fietsen",
    ),
    AanleverRegel(rij=9, voorletters="J.", geslachtsnaam="Bos", doelgroep_tekst="anders", bsn="12"),
    AanleverRegel(rij=10, geslachtsnaam="Bos"),
)


def gemeente_id(desk: Desk, code: str = "enschede") -> str:
    return next(rij.id for rij in desk.ask(gemeenten) if rij.code == code)


def inlezen(desk: Desk, rijen: tuple[AanleverRegel, ...] = REGELS, **velden: Any) -> AanleveringIngelezen:
    velden = {"bestandsnaam": "lijst.xlsx", "sha256": SHA, "gemeente_id": gemeente_id(desk)} | velden
    event = desk.execute(AanleveringInlezen(rijen=rijen, **velden))
    assert isinstance(event, AanleveringIngelezen)
    return event


def casus_id(desk: Desk, nummer: str) -> str:
    return next(rij.id for rij in desk.ask(casuslijst).rijen if rij.nummer == nummer)


def test_every_row_becomes_a_case(desk: Desk) -> None:
    tafel = next(rij for rij in desk.ask(tafels) if rij.code == "werktafel-enschede")
    event = inlezen(desk, tafel_id=tafel.id)
    assert (event.aantal, event.eerste_nummer, event.laatste_nummer) == (3, "ZVH-2026-0001", "ZVH-2026-0003")
    zaak = desk.ask(dossier, casus_id(desk, "ZVH-2026-0001"))
    assert zaak.kop.status is CasusStatus.AANGEMELD
    assert (zaak.kop.gemeente, zaak.kop.aanmelder, zaak.kop.tafel) == (
        "Enschede", "Gemeente Enschede", "Werktafel Enschede",
    )  # fmt: skip
    assert (zaak.kop.doelgroep_code, zaak.kop.doelgroep_tekst) == ("veelpleger", "VP")
    assert zaak.kop.aanleiding == "steelt fietsen\nKetenpartners: Buurthuis Oost, F. Lier"
    (persoon,) = zaak.betrokkenen
    assert persoon.naam == "Zoë van der Ïsselt"
    assert (persoon.geboortedatum, persoon.bsn, persoon.bsn_geldig) == (date(1990, 2, 28), "111222333", True)
    assert {(p.organisatie, p.niveau) for p in zaak.partners} == {
        ("Politie", Informatieniveau.PROCES), ("Halt", Informatieniveau.PROCES),
    }  # fmt: skip
    tweede = desk.ask(dossier, casus_id(desk, "ZVH-2026-0002"))
    assert (tweede.kop.doelgroep_code, tweede.kop.doelgroep) == (None, "anders")
    assert tweede.betrokkenen[0].bsn_geldig is False  # a mark, not a refusal
    assert [t.nummer for t in desk.ask(casuslijst, zoek="isselt").rijen] == ["ZVH-2026-0001"]
    assert [t.nummer for t in desk.ask(casuslijst, zoek="fietsen").rijen] == ["ZVH-2026-0001"]


def test_numbers_step_over_existing_cases(desk: Desk) -> None:
    persoon = Persoonsgegevens(geslachtsnaam="Bestaand")
    for nummer in ("ZVH-2026-0002", "ZVH-2026-0003", "ZVH-2025-0001"):
        desk.execute(CasusAanmelden(hoofdbetrokkene=persoon, nummer=nummer))
    inlezen(desk)
    nummers = {rij.nummer for rij in desk.ask(casuslijst).rijen}
    assert {"ZVH-2026-0001", "ZVH-2026-0004", "ZVH-2026-0005"} < nummers
    volgende = desk.execute(CasusAanmelden(hoofdbetrokkene=persoon))
    assert volgende.nummer == "ZVH-2026-0006"  # type: ignore[attr-defined]


def test_numbers_are_never_given_out_again(desk: Desk) -> None:
    inlezen(desk)
    desk.undo()
    assert inlezen(desk).eerste_nummer == "ZVH-2026-0004"


def test_same_file_twice(desk: Desk) -> None:
    eerste = inlezen(desk)
    with pytest.raises(RuleViolation, match="aanlevering_al_ingelezen") as refusal:
        inlezen(desk, bestandsnaam="andere naam.xlsx")
    assert refusal.value.details["inlezing_id"] == eerste.id
    inlezen(desk, opnieuw=True)
    assert desk.ask(casuslijst).totaal == 6


def test_rows_left_out_are_counted_and_named_by_number_and_reason(desk: Desk) -> None:
    weg = tuple(
        WeggelatenRegel(rij=rij, reden=reden)
        for rij, reden in [
            (15, Weglaatreden.CRITERIA), (11, Weglaatreden.DUBBEL), (12, Weglaatreden.DUBBEL),
            (14, Weglaatreden.DUBBEL), (13, Weglaatreden.DUBBEL), (20, Weglaatreden.DUBBEL),
        ]
    )  # fmt: skip
    event = inlezen(desk, weggelaten=weg)
    assert (event.aantal, event.weggelaten) == (3, 6)
    assert desk.ask(inlezingen)[0].weggelaten == 6
    assert desk.ask(journaal)[0].bijzonderheden == (
        "3 casussen ZVH-2026-0001 t/m ZVH-2026-0003;"
        " 6 weggelaten: regel 11-14, 20 (dubbel); regel 15 (criteria)"
    )
    desk.undo()
    assert desk.ask(inlezingen)[0].weggelaten == 6  # what was decided then, stays known


@pytest.mark.parametrize("rijen", [(7,), (11, 11), (12, 9)])
def test_a_row_is_left_out_once_and_not_read_in_as_well(
    desk: Desk, dump: Callable[[Desk], object], rijen: tuple[int, ...]
) -> None:
    voor = dump(desk)
    with pytest.raises(RuleViolation, match="aanlevering_regel_tweemaal") as refusal:
        inlezen(desk, weggelaten=tuple(WeggelatenRegel(rij=rij) for rij in rijen))
    assert (refusal.value.field, refusal.value.details["rij"]) == ("weggelaten", rijen[-1])
    assert dump(desk) == voor


def test_taken_back_file_may_come_again(desk: Desk) -> None:
    inlezen(desk)
    desk.undo()
    assert inlezen(desk).aantal == 3


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        (AanleverRegel(rij=3, geslachtsnaam=" "), "naam_ontbreekt"),
        (AanleverRegel(rij=3, geslachtsnaam="x" * 201), "tekst_te_lang"),
        (
            AanleverRegel(rij=3, geslachtsnaam="A", geboortedatum=date(2027, 1, 1)),
            "geboortedatum_in_toekomst",
        ),
        (AanleverRegel(rij=3, geslachtsnaam="A", partner_codes=("niemand",)), "organisatie_onbekend"),
        (AanleverRegel(rij=3, geslachtsnaam="A", doelgroep_code="niets"), "doelgroep_onbekend"),
    ],
)
def test_one_wrong_row_stores_nothing(
    desk: Desk, dump: Callable[[Desk], object], regel: AanleverRegel, code: str
) -> None:
    voor = dump(desk)
    with pytest.raises(RuleViolation, match=code) as refusal:
        inlezen(desk, (*REGELS, regel))
    assert (refusal.value.field, refusal.value.details["rij"]) == ("rijen", 3)
    assert dump(desk) == voor


def test_empty_list(desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="aanlevering_zonder_regels"):
        inlezen(desk, ())


def _zoekregels(session: Session) -> tuple[int, int]:
    regels = session.execute(text("SELECT count(*) FROM zoekregel")).scalar_one()
    session.execute(text("INSERT INTO zoek (zoek, rank) VALUES ('integrity-check', 1)"))
    return regels, session.execute(text("SELECT count(*) FROM zoek WHERE zoek MATCH 'fietsen'")).scalar_one()


def test_undo_leaves_only_the_trace(desk: Desk, dump: Callable[[Desk], Any]) -> None:
    ander = Persoonsgegevens(geslachtsnaam="Blijft")
    desk.execute(CasusAanmelden(hoofdbetrokkene=ander))
    voor = dump(desk)
    event = inlezen(desk)
    assert desk.undo_label == "Aanlevering inlezen"
    desk.undo()
    na = dump(desk)
    (spoor,) = na.pop("inlezing")
    assert voor.pop("inlezing") == []
    assert event.id in spoor
    assert na == voor
    (rij,) = desk.ask(inlezingen)
    assert (rij.casussen, rij.ongedaan_op) == (0, desk.clock.now())
    assert desk.ask(_zoekregels) == (2, 0)
    with pytest.raises(RuleViolation, match="aanlevering_al_ongedaan"):
        desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id))


def _werk(desk: Desk, zaak: str) -> dict[str, Callable[[], object]]:
    politie = next(rij.id for rij in desk.ask(organisaties) if rij.code == "politie")
    tafel = desk.ask(tafels)[0]
    vandaag = desk.clock.today()

    def agenderen() -> None:
        overleg = desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=vandaag + timedelta(days=7)))
        desk.execute(CasusAgenderen(overleg_id=overleg.id, casus_id=zaak))

    def bekend() -> None:
        desk.execute(BekendheidBepalen(casus_id=zaak, organisatie_id=politie, stand=Bekendheidstand.BEKEND))

    def inbrengen() -> None:
        bekend()
        desk.execute(
            InbrengVastleggen(casus_id=zaak, organisatie_id=politie, leefgebied_code="huisvesting", tekst="x")
        )

    return {
        "agenda": agenderen,
        "besluit": lambda: desk.execute(
            BesluitVastleggen(casus_id=zaak, tekst="x", type_code="voortzetten", gremium_code="werktafel")
        ),
        "actie": lambda: desk.execute(ActieVastleggen(casus_id=zaak, omschrijving="x")),
        "inbreng": inbrengen,
        "bekendheid": bekend,
        "plan": lambda: desk.execute(PlanSchrijven(casus_id=zaak, hoofddoel="x")),
        "rol": lambda: desk.execute(
            CasusrolToewijzen(
                casus_id=zaak,
                rol=Casusrol.VERANTWOORDELIJKE,
                medewerker_id=iemand_van(desk, "politie", "Kevin Lansink"),
            )
        ),
        "zrm": lambda: desk.execute(
            ZrmVastleggen(casus_id=zaak, domein_code="financien", datum=vandaag, score=2)
        ),
        "factor": lambda: desk.execute(FactorVastleggen(casus_id=zaak, soort=Factorsoort.RISICO, tekst="x")),
    }


WERK = ("agenda", "besluit", "actie", "bekendheid", "inbreng", "plan", "rol", "zrm", "factor")


@pytest.mark.parametrize("spoor", WERK)
@pytest.mark.parametrize("ook_gewijzigd", [False, True])
def test_work_is_never_thrown_away(desk: Desk, spoor: str, ook_gewijzigd: bool) -> None:
    event = inlezen(desk)
    _werk(desk, casus_id(desk, "ZVH-2026-0002"))[spoor]()
    with pytest.raises(RuleViolation, match="aanlevering_in_gebruik") as refusal:
        desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id, ook_gewijzigd=ook_gewijzigd))
    assert refusal.value.details == {"nummers": ("ZVH-2026-0002",), "aantal": 1}
    assert desk.ask(casuslijst).totaal == 3
    assert [rij.bewerkt for rij in desk.ask(inlezingen)] == [1]


def test_changed_words_ask_to_be_sure(desk: Desk) -> None:
    event = inlezen(desk)
    zaak = casus_id(desk, "ZVH-2026-0003")
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="doel", tekst="weten"))
    terug = AanleveringOngedaanMaken(inlezing_id=event.id)
    with pytest.raises(RuleViolation, match="aanlevering_in_gebruik"):
        desk.execute(terug)
    desk.execute(replace(terug, ook_gewijzigd=True))
    assert desk.ask(casuslijst).totaal == 0


def test_every_table_about_a_case_is_a_trace_of_work_but_for_those_that_came_with_the_list() -> None:
    """A table that comes later must be thought of: undoing a list would take its rows along unseen."""
    over_casus = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "casus"
    }
    sporen = {column.class_.__tablename__ for column in SPOREN}
    # who may know how much is said again in a moment; its history goes with what it is about
    with_the_list = {"betrokkene", "casuspartner", "niveaubepaling"}
    assert over_casus - with_the_list == sporen | {"casusgebeurtenis"}


def test_a_step_of_a_case_is_work_and_not_words(desk: Desk) -> None:
    event = inlezen(desk)
    zaak = casus_id(desk, "ZVH-2026-0001")
    gelezen = desk.ask(aanmelding_dossier, zaak)
    desk.execute(
        AanmeldingAanvullen(
            casus_id=zaak, casus=replace(gelezen.velden, gemeente_id=desk.ask(gemeenten)[0].id),
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"),
            melding=Melding(spoed=True, spoed_reden="dreiging"),
        )
    )  # fmt: skip
    desk.execute(CasusStatusWijzigen(casus_id=zaak, status=CasusStatus.IN_TRIAGE))
    assert [rij.bewerkt for rij in desk.ask(inlezingen)] == [1]
    for ook_gewijzigd in (False, True):
        with pytest.raises(RuleViolation, match="aanlevering_in_gebruik"):
            desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id, ook_gewijzigd=ook_gewijzigd))
    desk.undo()
    desk.undo()
    desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id, ook_gewijzigd=True))
    assert desk.ask(casuslijst).totaal == 0


def test_persons_count_as_changed(desk: Desk) -> None:
    event = inlezen(desk)
    zaak = casus_id(desk, "ZVH-2026-0001")
    desk.execute(BetrokkeneToevoegen(casus_id=zaak, persoon=Persoonsgegevens(geslachtsnaam="Kind")))
    assert [rij.bewerkt for rij in desk.ask(inlezingen)] == [1]
    with pytest.raises(RuleViolation, match="aanlevering_in_gebruik"):
        desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id))
    desk.execute(AanleveringOngedaanMaken(inlezing_id=event.id, ook_gewijzigd=True))
    assert desk.ask(casuslijst).totaal == 0


def test_undo_of_everything_reaches_the_import(desk: Desk, dump: Callable[[Desk], Any]) -> None:
    """Edits that were undone one by one do not stand in the way of undoing the list."""
    voor = dump(desk)
    inlezen(desk)
    desk.execute(
        CasusTekstWijzigen(casus_id=casus_id(desk, "ZVH-2026-0001"), veld="titel", tekst="weg ermee")
    )
    while desk.undo_label:
        desk.undo()
    na = dump(desk)
    assert voor | {"inlezing": []} == na | {"inlezing": []}


def _veel(aantal: int) -> tuple[AanleverRegel, ...]:
    return tuple(
        replace(REGELS[0], rij=n, geslachtsnaam=f"Naam{n}", bsn=str(100_000_000 + n)) for n in range(aantal)
    )


@contextmanager
def _geteld(desk: Desk) -> Iterator[list[str]]:
    """The statements that go to the store while the block runs."""
    gezien: list[str] = []

    def zie(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        gezien.append(statement)

    event.listen(desk._store.writer, "before_cursor_execute", zie)
    try:
        yield gezien
    finally:
        event.remove(desk._store.writer, "before_cursor_execute", zie)


def test_a_long_list_takes_no_more_statements_than_a_short_one(desk: Desk) -> None:
    """Rows go in per table and not one by one; only the persons leave by the hundreds, which SQLite allows."""
    gebruikt = []
    for aantal in (1, 20, 1_500):  # the first reading makes the series of numbers too
        with _geteld(desk) as erin:
            ingelezen = inlezen(desk, _veel(aantal))
        assert ingelezen.aantal == desk.ask(casuslijst, limiet=1).totaal == aantal
        with _geteld(desk) as eruit:
            desk.undo()
        assert desk.ask(casuslijst, limiet=1).totaal == 0
        gebruikt.append((len(erin), len(eruit)))
    _, (kort_in, kort_uit), (lang_in, lang_uit) = gebruikt
    assert kort_in == lang_in > 0
    assert lang_uit == kort_uit + 1_500 // 500 - 1
