"""Two persons made one, and parted again: nothing is lost, and what stood comes back exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.errors import RuleViolation
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BetrokkeneRow
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import (
    BetrokkeneToegevoegd,
    BetrokkeneToevoegen,
    BetrokkeneWeghalen,
    Persoonsgegevens,
)
from vhdesk.services.casusaanmelding import CasusAanmelden, CasusAanmeldingTerugnemen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.persoon import BekendePersoonToevoegen, PersoonrelatieLeggen, PersoonWijzigen
from vhdesk.services.samenvoeging import (
    PersonenSamengevoegd,
    PersonenSamenvoegen,
    SamenvoegingOngedaanMaken,
    Veldkeuze,
)
from vhdesk.store.purge import purge_case
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Kant, Persoonsoort, Relatiesoort
from vhdesk.vocabulary_triage import Bekendheidstand

Dump = dict[str, list[tuple[object, ...]]]
HENGELO = Persoonsgegevens(
    geslachtsnaam="Yıldız",
    voornamen="Fatma",
    geboortedatum=date(1990, 4, 3),
    telefoon="06-1",
    opmerking="rookt",
)
BORNE = Persoonsgegevens(
    geslachtsnaam="Jildis", voornamen="Fatima", geboortedatum=date(1990, 3, 4), bsn="111222333", telefoon="074-2",
    aliassen=("Fatoş",), opmerking="heeft een hond",
)  # fmt: skip
KIND = Persoonsgegevens(geslachtsnaam="Yıldız", voornamen="Can", geboortedatum=date(2015, 6, 1))


def _zaak(desk: Desk, wie: Persoonsgegevens) -> tuple[str, str]:
    casus_id = desk.execute(CasusAanmelden(hoofdbetrokkene=wie)).id
    return casus_id, _personen(desk, casus_id)[0].persoon_id


def _personen(desk: Desk, casus_id: str) -> tuple[BetrokkeneRow, ...]:
    return desk.ask(dossier, casus_id).betrokkenen


def _erbij(
    desk: Desk, casus_id: str, wie: Persoonsgegevens, rol: Betrokkenheid = Betrokkenheid.SYSTEEM
) -> str:
    event = desk.execute(BetrokkeneToevoegen(casus_id=casus_id, persoon=wie, rol=rol, relatie="moeder"))
    assert isinstance(event, BetrokkeneToegevoegd)
    return event.persoon_id


def _samen(desk: Desk, blijft: str, weg: str, **keuzes: Kant) -> PersonenSamengevoegd:
    gekozen = tuple(Veldkeuze(veld=veld, kant=kant) for veld, kant in keuzes.items())
    event = desk.execute(
        PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden="zelfde persoon", keuzes=gekozen)
    )
    assert isinstance(event, PersonenSamengevoegd)
    return event


def _zonder_samenvoeging(dump: Dump) -> Dump:
    """What stands, but for the merges themselves: the table says that and why there was one."""
    return {tabel: rijen for tabel, rijen in dump.items() if tabel != "samenvoeging"}


def test_nothing_of_two_persons_is_lost(desk: Desk) -> None:
    een, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    _samen(desk, blijft, weg)
    for casus_id in (een, ander):
        (rij,) = _personen(desk, casus_id)
        assert (rij.persoon_id, rij.rol) == (blijft, Betrokkenheid.HOOFDBETROKKENE)
        assert (rij.naam, rij.bsn, rij.geboortedatum) == ("Fatma Yıldız", "111222333", date(1990, 4, 3))
        assert (rij.telefoon, rij.opmerking) == ("06-1 / 074-2", "rookt\nheeft een hond")
        assert rij.aliassen == ("Fatoş", "Fatima Jildis")
        assert [(s.naam, s.reden) for s in rij.samenvoegingen] == [("Fatima Jildis", "zelfde persoon")]
    assert {treffer.id for treffer in desk.ask(casuslijst, zoek="Jildis").rijen} == {een, ander}


@pytest.mark.parametrize(
    ("kant", "naam", "aliassen"),
    [
        (Kant.LINKS, "Fatma Yıldız", ("Fatoş",)),
        (Kant.RECHTS, "Fatima Jildis", ("Fatoş",)),
        (Kant.BEIDE, "Fatma Yıldız", ("Fatoş", "Fatima Jildis")),
    ],
)
def test_every_side_of_a_name(desk: Desk, kant: Kant, naam: str, aliassen: tuple[str, ...]) -> None:
    een, blijft = _zaak(desk, HENGELO)
    _, weg = _zaak(desk, BORNE)
    _samen(desk, blijft, weg, naam=kant, geboortedatum=Kant.RECHTS)
    rij = _personen(desk, een)[0]
    assert (rij.naam, rij.aliassen, rij.geboortedatum) == (naam, aliassen, date(1990, 3, 4))


def test_the_counter_act_restores_exactly(desk: Desk, dump: Callable[[Desk], Dump]) -> None:
    een, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    derde, kind = _zaak(desk, KIND)
    for persoon_id in (blijft, weg):  # both in one case
        desk.execute(BekendePersoonToevoegen(casus_id=derde, persoon_id=persoon_id, relatie=f"x{persoon_id}"))
        desk.execute(PersoonrelatieLeggen(van_id=persoon_id, naar_id=kind, soort=Relatiesoort.OUDER))
    desk.execute(PersoonrelatieLeggen(van_id=weg, naar_id=kind, soort=Relatiesoort.VERZORGER))
    desk.execute(PersoonrelatieLeggen(van_id=weg, naar_id=blijft, soort=Relatiesoort.BEKENDE))
    voor = dump(desk)
    event = _samen(desk, blijft, weg)
    assert [rij.persoon_id for rij in _personen(desk, derde)] == [kind, blijft]
    assert sorted(r.wat for r in _personen(desk, een)[0].relaties) == ["ouder", "verzorger"]
    assert desk.undo() is None, "a formal act is taken back by its counter-act"
    desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="toch een nicht"))
    assert _zonder_samenvoeging(dump(desk)) == _zonder_samenvoeging(voor)
    assert [rij.persoon_id for rij in _personen(desk, ander)] == [weg]
    with pytest.raises(RuleViolation, match="samenvoeging_al_ongedaan"):
        desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="nog eens"))


@pytest.mark.parametrize("blijft_is_hoofd", [True, False])
def test_both_in_one_case_the_stronger_role_stays(
    desk: Desk, dump: Callable[[Desk], Dump], blijft_is_hoofd: bool
) -> None:
    casus_id, hoofd = _zaak(desk, HENGELO)
    lid = _erbij(desk, casus_id, BORNE)
    voor = dump(desk)
    event = _samen(desk, hoofd, lid) if blijft_is_hoofd else _samen(desk, lid, hoofd)
    (rij,) = _personen(desk, casus_id)
    assert (rij.rol, rij.persoon_id) == (Betrokkenheid.HOOFDBETROKKENE, event.blijft_id)
    desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="toch niet"))
    assert _zonder_samenvoeging(dump(desk)) == _zonder_samenvoeging(voor)


def test_what_belongs_to_a_case_stays(desk: Desk) -> None:
    _, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    politie = next(rij.id for rij in desk.ask(organisaties) if rij.code == "politie")
    desk.execute(
        BesluitVastleggen(casus_id=ander, tekst="door", type_code="voortzetten", gremium_code="werktafel")
    )
    desk.execute(BekendheidBepalen(casus_id=ander, organisatie_id=politie, stand=Bekendheidstand.BEKEND))
    desk.execute(
        InbrengVastleggen(casus_id=ander, organisatie_id=politie, leefgebied_code="huisvesting", tekst="x")
    )
    voor = desk.ask(dossier, ander)
    _samen(desk, blijft, weg)
    na = desk.ask(dossier, ander)
    assert (na.besluiten, na.inbreng, na.kop) == (voor.besluiten, voor.inbreng, voor.kop)
    assert len(na.besluiten) == len(na.inbreng) == 1


def test_what_was_done_in_between_stays(desk: Desk) -> None:
    een, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    later, _ = _zaak(desk, KIND)
    event = _samen(desk, blijft, weg)
    rij = _personen(desk, een)[0]
    nieuw = replace(HENGELO, telefoon="06-9", bsn=rij.bsn, aliassen=rij.aliassen, opmerking=rij.opmerking)
    desk.execute(PersoonWijzigen(persoon_id=blijft, persoon=nieuw))
    desk.execute(BekendePersoonToevoegen(casus_id=later, persoon_id=blijft))
    desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="toch niet"))
    rij = _personen(desk, een)[0]
    assert (rij.telefoon, rij.bsn, rij.aliassen, rij.opmerking) == ("06-9", "", (), "rookt")
    assert [rij.persoon_id for rij in _personen(desk, later)][1:] == [blijft]
    assert (_personen(desk, ander)[0].naam, _personen(desk, ander)[0].telefoon) == ("Fatima Jildis", "074-2")


def test_merges_come_apart_from_the_last_one_on(desk: Desk, dump: Callable[[Desk], Dump]) -> None:
    (_, a), (_, b), (_, c) = (_zaak(desk, wie) for wie in (HENGELO, BORNE, KIND))
    voor = dump(desk)
    eerste, tweede = _samen(desk, b, c), _samen(desk, a, b)
    with pytest.raises(RuleViolation, match="samenvoeging_niet_laatste"):
        desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=eerste.id, reden="x"))
    for event in (tweede, eerste):
        desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="x"))
    assert _zonder_samenvoeging(dump(desk)) == _zonder_samenvoeging(voor)


def test_merges_that_are_refused(desk: Desk, dump: Callable[[Desk], Dump]) -> None:
    een, blijft = _zaak(desk, HENGELO)
    _, weg = _zaak(desk, BORNE)
    _, bedrijf = _zaak(desk, Persoonsgegevens(geslachtsnaam="Anker", soort=Persoonsoort.RECHTSPERSOON))
    kind = _erbij(desk, een, KIND)
    desk.execute(PersoonrelatieLeggen(van_id=blijft, naar_id=kind, soort=Relatiesoort.OUDER))
    voor = dump(desk)
    lang = Veldkeuze(veld="telefoon", kant=Kant.BEIDE)
    desk.execute(PersoonWijzigen(persoon_id=weg, persoon=replace(BORNE, telefoon="0" * 38)))
    for acte, code in (
        (PersonenSamenvoegen(blijft_id=blijft, weg_id=blijft, reden="x"), "samenvoegen_met_zichzelf"),
        (PersonenSamenvoegen(blijft_id=blijft, weg_id=bedrijf, reden="x"), "samenvoegen_soort"),
        (PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden=" "), "reden_ontbreekt"),
        (PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden="x", keuzes=(lang,)), "tekst_te_lang"),
        (
            PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden="x", keuzes=(Veldkeuze(veld="id", kant=Kant.LINKS),)),
            "samenvoeging_veld_onbekend",
        ),
        (
            PersonenSamenvoegen(blijft_id=blijft, weg_id=weg, reden="x", keuzes=(Veldkeuze(veld="bsn", kant=Kant.BEIDE),)),
            "samenvoeging_beide_kan_niet",
        ),
    ):  # fmt: skip
        with pytest.raises(RuleViolation, match=code):
            desk.execute(acte)
    _, jong = _zaak(desk, replace(KIND, geboortedatum=date(2020, 1, 1)))
    with pytest.raises(RuleViolation, match="ouder_jonger_dan_kind"):
        _samen(desk, blijft, jong, geboortedatum=Kant.RECHTS)
    assert voor["persoonrelatie"] == dump(desk)["persoonrelatie"]
    assert not dump(desk)["samenvoeging"]


def test_who_went_up_in_another_is_nobody_to_act_on(desk: Desk) -> None:
    een, blijft = _zaak(desk, HENGELO)
    _, weg = _zaak(desk, BORNE)
    _samen(desk, blijft, weg)
    for acte in (
        PersoonWijzigen(persoon_id=weg, persoon=BORNE),
        BekendePersoonToevoegen(casus_id=een, persoon_id=weg),
        BetrokkeneToevoegen(casus_id=een, persoon=BORNE, persoon_id=weg),
        PersonenSamenvoegen(blijft_id=weg, weg_id=blijft, reden="x"),
    ):
        with pytest.raises(RuleViolation, match="persoon_is_samengevoegd"):
            desk.execute(acte)


def test_the_last_place_of_a_merged_person_stays(desk: Desk) -> None:
    zaak, _ = _zaak(desk, KIND)
    een, ander = _erbij(desk, zaak, HENGELO), _erbij(desk, zaak, BORNE)
    event = _samen(desk, een, ander)
    with pytest.raises(RuleViolation, match="persoon_is_samengevoegd"):
        desk.execute(BetrokkeneWeghalen(betrokkene_id=_personen(desk, zaak)[1].id))
    desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="x"))
    desk.execute(BetrokkeneWeghalen(betrokkene_id=_personen(desk, zaak)[1].id))
    assert len(_personen(desk, zaak)) == 2


def test_without_a_case_to_go_back_to_they_stay_one(desk: Desk, dump: Callable[[Desk], Dump]) -> None:
    _, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    event = _samen(desk, blijft, weg)
    desk.execute(CasusAanmeldingTerugnemen(casus_id=ander))
    voor = dump(desk)
    with pytest.raises(RuleViolation, match="samenvoeging_zonder_casus"):
        desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=event.id, reden="x"))
    assert dump(desk) == voor


def test_with_the_person_goes_who_went_up_in_him(desk: Desk) -> None:
    """Whoever destroys a person destroys all that waits behind him, and what the merges remember."""
    (_, a), (_, b), (_, c) = (_zaak(desk, wie) for wie in (HENGELO, BORNE, KIND))
    _samen(desk, b, c)
    _samen(desk, a, b)

    def vernietig(session: Session) -> tuple[int, int]:
        session.execute(text("DELETE FROM betrokkene"))
        session.execute(text("DELETE FROM persoon WHERE id = :a"), {"a": a})
        over = [
            session.scalar(text(f"SELECT count(*) FROM {tabel}")) for tabel in ("persoon", "samenvoeging")
        ]
        session.rollback()
        return over[0] or 0, over[1] or 0

    assert desk.ask(vernietig) == (0, 0)


@pytest.mark.parametrize(("weg_uit", "blijven_wachten"), [("beide", True), ("eigen", False)])
def test_with_his_last_case_goes_who_waits_behind_another(
    desk: Desk, weg_uit: str, blijven_wachten: bool
) -> None:
    """Destroying a case leaves nothing of it in what a merge remembers."""
    een, blijft = _zaak(desk, HENGELO)
    ander, weg = _zaak(desk, BORNE)
    if weg_uit == "beide":  # also in the case of the other, where his place was dropped
        desk.execute(BekendePersoonToevoegen(casus_id=een, persoon_id=weg, relatie="zqx-merk"))
    derde, _ = _zaak(desk, KIND)
    desk.execute(BekendePersoonToevoegen(casus_id=derde, persoon_id=blijft))
    _samen(desk, blijft, weg)
    vault: Any = desk._store
    with vault.database.direct() as raw:
        assert purge_case(raw, een if weg_uit == "beide" else ander).found
        personen = {rij[0] for rij in raw.execute("SELECT id FROM persoon")}
        onthouden = repr(raw.execute("SELECT * FROM samenvoeging").fetchall())
    assert (weg in personen) is blijven_wachten
    assert blijft in personen
    assert "zqx-merk" not in onthouden
