"""The acts on the vault itself: what each leaves in the journaal, whatever becomes of the act."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import (
    Interrupted,
    RuleViolation,
    StorageFull,
    StoreDamaged,
    UnsafeLocation,
    WrongPassphrase,
)
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.journaal import journaal
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen, kopie_herstellen
from vhdesk.store.engine import check_integrity
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.beheer.kopieen_tab import kopie_rows
from vhdesk.vocabulary import Gebruikersrol, Oorsprong, Resultaat

NAAM, WACHTWOORD = "Toets", "correct paard batterij"  # as conftest makes the vault
NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANDER, NIEUW = "Bram Bos", "nog een lange wachtzin"
TOEGANG = Toegang(naam=NAAM, wachtwoord=WACHTWOORD)

MaakKluis = Callable[..., Kluis]


@pytest.fixture
def openen(sjabloon: Path, tmp_path: Path) -> Iterator[MaakKluis]:
    """Open the same copy of a vault, as often as asked."""
    shutil.copytree(sjabloon, tmp_path / "plek")
    opened = []

    def open_(folder: Path | None = None, toegang: Toegang = TOEGANG) -> Kluis:
        options = OpenOptions(anchor_home=tmp_path / "plek" / "ankers", accept_location=True)
        kluis = kluis_openen(
            folder or tmp_path / "plek" / "leeg.vhkluis", toegang, FixedClock(NU), kdf=CHEAP, options=options
        )
        opened.append(kluis)
        return kluis

    yield open_
    for kluis in opened:
        kluis.sluiten()


@pytest.fixture
def kluis(openen: MaakKluis) -> Kluis:
    return openen()


def regels(kluis: Kluis, actie: str) -> list[tuple[str, Resultaat]]:
    """The lines of one kind of act, oldest first: what they say and how it ended."""
    found = [row for row in kluis.desk.ask(journaal) if row.actie == actie]
    return [(row.bijzonderheden, row.resultaat) for row in reversed(found)]


def met_kapotte_kopie(kluis: Kluis) -> str:
    """Make two backups, damage one, and return its name."""
    kapot = kluis.reservekopie_maken("handmatig")
    kluis.reservekopie_maken("handmatig")
    data = bytearray(kapot.database.read_bytes())
    data[5000] ^= 1
    kapot.database.write_bytes(data)
    return kapot.name


def test_a_backup_that_kept_the_former_key_is_named(kluis: Kluis) -> None:
    bram = kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.SECRETARIS, NIEUW)
    kapot = met_kapotte_kopie(kluis)
    assert kluis.gebruiker_verwijderen(bram.id) == (kapot,)
    assert regels(kluis, "Gebruiker verwijderen") == [
        (f"{bram.id} begonnen", Resultaat.GELUKT),
        (f"{bram.id} klaar overgeslagen: {kapot}", Resultaat.GELUKT),
    ]
    assert kluis.sleutel_vernieuwen() == ()  # it has neither this key nor the one before


def test_finishing_the_backups_names_them_too(kluis: Kluis) -> None:
    kapot = met_kapotte_kopie(kluis)

    def stop(phase: str, *_: int) -> None:
        if phase == "reservekopieen":
            raise Interrupted("cancelled")

    with pytest.raises(Interrupted):
        kluis.sleutel_vernieuwen(stop)
    assert regels(kluis, "Sleutel vernieuwen")[-1] == ("kluis klaar, reservekopieën niet", Resultaat.GELUKT)
    assert kluis.kopieen_af_te_maken
    assert kluis.kopieen_afmaken() == (kapot,)
    assert regels(kluis, "Reservekopieën opnieuw versleutelen") == [
        (f"overgeslagen: {kapot}", Resultaat.GELUKT)
    ]


def test_a_removal_stopped_among_the_backups_has_its_line(kluis: Kluis) -> None:
    bram = kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.SECRETARIS, NIEUW)
    kluis.reservekopie_maken("handmatig")
    with pytest.raises(Interrupted):
        kluis.gebruiker_verwijderen(bram.id, cancelled=lambda: bram not in kluis.gebruikers())
    assert [user.naam for user in kluis.gebruikers()] == [NAAM]
    assert regels(kluis, "Gebruiker verwijderen") == [
        (f"{bram.id} begonnen", Resultaat.GELUKT),
        (f"{bram.id} kluis klaar, reservekopieën niet", Resultaat.GELUKT),
    ]


def test_a_change_of_key_stopped_at_once_changed_nothing_and_says_so(kluis: Kluis) -> None:
    with pytest.raises(Interrupted):
        kluis.sleutel_vernieuwen(cancelled=lambda: True)
    assert regels(kluis, "Sleutel vernieuwen") == [
        ("begonnen", Resultaat.GELUKT),
        ("niets gewijzigd: cancelled", Resultaat.GEWEIGERD),
    ]


def test_a_change_of_key_cut_off_by_the_lock_stays_locked_and_is_known(
    kluis: Kluis, openen: MaakKluis
) -> None:
    bram = kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.SECRETARIS, NIEUW)

    def lock(phase: str, *_: int) -> None:
        if phase == "gewisseld":
            kluis.sluiten()

    with pytest.raises(Interrupted):
        kluis.gebruiker_verwijderen(bram.id, lock)
    with pytest.raises(Interrupted):
        kluis.desk.ask(journaal)
    again = openen()
    assert [user.naam for user in again.gebruikers()] == [NAAM]
    assert regels(again, "Gebruiker verwijderen") == [(f"{bram.id} begonnen", Resultaat.GELUKT)]


@pytest.mark.parametrize("act", ["toevoegen", "wijzigen", "wachtwoord", "herstellen", "herstelblad"])
def test_without_its_line_no_slot_changes(kluis: Kluis, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    own = kluis.gebruiker.id
    acts: dict[str, Callable[[], object]] = {
        "toevoegen": lambda: kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.SECRETARIS, NIEUW),
        "wijzigen": lambda: kluis.gebruiker_wijzigen(own, naam=ANDER, rol=Gebruikersrol.COORDINATOR),
        "wachtwoord": lambda: kluis.wachtwoord_wijzigen(WACHTWOORD, NIEUW),
        "herstellen": lambda: kluis.wachtwoord_herstellen(own, NIEUW),
        "herstelblad": kluis.herstelcode_maken,
    }
    slots = kluis.pad / "sleutels.json"
    before = slots.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise StorageFull("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(kluis.desk, "log", full)
        with pytest.raises(StorageFull):
            acts[act]()
    assert slots.read_bytes() == before
    acts[act]()
    assert slots.read_bytes() != before


def test_a_refused_passphrase_is_a_line(kluis: Kluis) -> None:
    with pytest.raises(WrongPassphrase):
        kluis.wachtwoord_wijzigen("iets heel anders", NIEUW)
    with pytest.raises(RuleViolation):
        kluis.wachtwoord_wijzigen(WACHTWOORD, "te kort")
    kluis.wachtwoord_wijzigen(WACHTWOORD, NIEUW)
    eigen = kluis.gebruiker.id
    assert regels(kluis, "Wachtwoord wijzigen") == [
        (f"{eigen} wrong_passphrase", Resultaat.GEWEIGERD),
        (f"{eigen} wachtwoord_te_kort", Resultaat.GEWEIGERD),
        (eigen, Resultaat.GELUKT),
    ]
    row = next(row for row in kluis.desk.ask(journaal) if row.resultaat is Resultaat.GEWEIGERD)
    assert (row.actor, row.object_soort, row.object_id) == (NAAM, "kluis", kluis._vault.vault_id)
    assert (row.oorsprong, row.tijdstip) == (Oorsprong.VENSTER, NU)


def test_every_act_on_the_vault_that_is_refused_is_a_line(kluis: Kluis, tmp_path: Path) -> None:
    """As a secretaris, who may do none of them; what each says of itself."""
    kopie = kluis.reservekopie_maken("handmatig")
    kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.COORDINATOR, NIEUW)
    ander, eigen = kluis.gebruikers()[-1].id, kluis.gebruiker.id
    kluis.gebruiker_wijzigen(eigen, naam=NAAM, rol=Gebruikersrol.SECRETARIS)
    acts: dict[str, Callable[[], object]] = {
        "Gebruiker toevoegen": lambda: kluis.gebruiker_toevoegen("Nog een", Gebruikersrol.EXPERT, NIEUW),
        "Gebruiker wijzigen": lambda: kluis.gebruiker_wijzigen(ander, naam="X", rol=Gebruikersrol.EXPERT),
        "Gebruiker verwijderen": lambda: kluis.gebruiker_verwijderen(ander),
        "Sleutel vernieuwen": kluis.sleutel_vernieuwen,
        "Wachtwoord herstellen": lambda: kluis.wachtwoord_herstellen(ander, NIEUW),
        "Herstelblad maken": kluis.herstelcode_maken,
        "Reservekopie terugzetten": lambda: kluis.reservekopie_terugzetten(
            kopie.path, tmp_path / "a.vhkluis"
        ),
    }
    for actie, act in acts.items():
        with pytest.raises(RuleViolation, match="niet_bevoegd"):
            act()
        words, result = regels(kluis, actie)[-1]
        assert result is Resultaat.GEWEIGERD, actie
        assert words.endswith("niet_bevoegd"), actie
    assert not (tmp_path / "a.vhkluis").exists()


def test_the_last_who_may_run_the_vault_stays_and_the_attempt_is_known(kluis: Kluis) -> None:
    eigen = kluis.gebruiker.id
    with pytest.raises(RuleViolation, match="laatste_beheerder"):
        kluis.gebruiker_verwijderen(eigen)
    assert regels(kluis, "Gebruiker verwijderen") == [(f"{eigen} laatste_beheerder", Resultaat.GEWEIGERD)]


def test_using_the_sheet_is_a_line_and_without_it_the_vault_stays_closed(
    kluis: Kluis, openen: MaakKluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    toegang = Toegang(herstelcode=kluis.herstelcode_maken())
    kluis.sluiten()

    def full(*_: object, **__: object) -> None:
        raise StorageFull("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "log", full)
        with pytest.raises(StorageFull):
            openen(toegang=toegang)
    met_blad = openen(toegang=toegang)  # and the lock was let go
    assert met_blad.met_herstelblad
    assert regels(met_blad, "Kluis openen met herstelblad") == [("", Resultaat.GELUKT)]


def test_what_fails_after_its_line_has_a_second_one(
    kluis: Kluis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kapot = met_kapotte_kopie(kluis)
    path = next(info.path for info in kluis.reservekopieen() if info.name == kapot)
    with pytest.raises(StoreDamaged):
        kluis.reservekopie_terugzetten(path, tmp_path / "terug.vhkluis")
    assert regels(kluis, "Reservekopie terugzetten") == [
        (kapot, Resultaat.GELUKT), (f"{kapot} backup_damaged", Resultaat.GEWEIGERD)
    ]  # fmt: skip

    def full(*_: object) -> None:
        raise StorageFull("disk_full")

    monkeypatch.setattr("vhdesk.store.vault.write_slots", full)
    with pytest.raises(StorageFull):
        kluis.herstelcode_maken()
    assert regels(kluis, "Herstelblad maken") == [("", Resultaat.GELUKT), ("disk_full", Resultaat.GEWEIGERD)]


def test_a_refusal_that_has_no_room_for_its_line_is_still_that_refusal(
    kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageFull("disk_full")

    monkeypatch.setattr(kluis.desk, "log", full)
    with pytest.raises(WrongPassphrase):
        kluis.wachtwoord_wijzigen("iets heel anders", NIEUW)


def test_checking_is_a_line_whatever_it_finds(kluis: Kluis) -> None:
    assert kluis.journaal_controleren().in_orde
    assert kluis.controleren().in_orde
    ((words, _),) = regels(kluis, "Journaal controleren")
    assert words.endswith("regels")
    with kluis._vault.database.direct() as raw:
        raw.execute("DROP TRIGGER journaal_geen_wijziging")
        raw.execute("UPDATE journaal SET actie = 'anders' WHERE volgnr = 2")
    assert not kluis.journaal_controleren().in_orde
    assert regels(kluis, "Journaal controleren")[-1][0].endswith("fout vanaf regel 2")


def test_who_gives_up_a_role_loses_its_rights_at_once(kluis: Kluis) -> None:
    kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.COORDINATOR, NIEUW)
    kluis.gebruiker_wijzigen(kluis.gebruiker.id, naam="Toets Anders", rol=Gebruikersrol.SECRETARIS)
    assert (kluis.desk.actor.naam, kluis.desk.actor.rol) == ("Toets Anders", Gebruikersrol.SECRETARIS)
    assert kluis.desk.actor.oorsprong is Oorsprong.VENSTER
    with pytest.raises(RuleViolation, match="niet_bevoegd"):
        kluis.herstelcode_maken()


def test_a_change_of_somebody_else_leaves_the_own_rights(kluis: Kluis) -> None:
    bram = kluis.gebruiker_toevoegen(ANDER, Gebruikersrol.COORDINATOR, NIEUW)
    kluis.gebruiker_wijzigen(bram.id, naam=ANDER, rol=Gebruikersrol.SECRETARIS)
    assert (kluis.desk.actor.naam, kluis.desk.actor.rol) == (NAAM, Gebruikersrol.COORDINATOR)


def test_a_restored_vault_tells_where_it_came_from(kluis: Kluis, openen: MaakKluis, tmp_path: Path) -> None:
    info = kluis.reservekopie_maken("handmatig")
    folder = kluis.reservekopie_terugzetten(info.path, tmp_path / "terug.vhkluis")
    assert regels(kluis, "Reservekopie terugzetten") == [(info.name, Resultaat.GELUKT)]
    assert regels(openen(folder), "Kluis herstellen uit reservekopie") == [(info.name, Resultaat.GELUKT)]


@pytest.mark.parametrize("met_code", [False, True])
def test_so_does_one_restored_without_its_vault(
    kluis: Kluis, openen: MaakKluis, tmp_path: Path, met_code: bool
) -> None:
    toegang = Toegang(herstelcode=kluis.herstelcode_maken()) if met_code else TOEGANG
    info = kluis.reservekopie_maken("handmatig")
    kluis.sluiten()
    options = OpenOptions(anchor_home=tmp_path / "ankers elders", accept_location=True)
    doel = tmp_path / "terug.vhkluis"
    folder = kopie_herstellen(info.path, toegang, doel, FixedClock(NU), options=options)
    again = openen(folder)
    assert regels(again, "Kluis herstellen uit reservekopie") == [(info.name, Resultaat.GELUKT)]
    (line,) = (row for row in again.desk.ask(journaal) if row.actie == "Kluis herstellen uit reservekopie")
    assert line.oorsprong is Oorsprong.OPDRACHTREGEL


def test_a_place_accepted_for_the_vault_is_accepted_for_what_is_restored(
    kluis: Kluis, openen: MaakKluis, tmp_path: Path
) -> None:
    info = kluis.reservekopie_maken("handmatig")
    elders = tmp_path / "OneDrive"
    elders.mkdir()
    with pytest.raises(UnsafeLocation):
        kopie_herstellen(info.path, TOEGANG, elders / "a.vhkluis", FixedClock(NU))
    folder = kluis.reservekopie_terugzetten(info.path, elders / "b.vhkluis")
    assert openen(folder).naam == "b"


def test_the_check_folds_the_log_first(kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    kluis.desk.log("Proef", "kluis", "")
    log, sizes = kluis.pad / "kluis.db-wal", []
    assert log.stat().st_size > 0

    def check(raw: object, *, pages_too: bool) -> None:
        sizes.append(log.stat().st_size)
        check_integrity(raw, pages_too=pages_too)

    with monkeypatch.context() as patch:
        patch.setattr("vhdesk.services.kluis.check_integrity", check)
        assert kluis.controleren().in_orde
    assert sizes == [0]
    data = bytearray((kluis.pad / "kluis.db").read_bytes())
    data[5000] ^= 1
    (kluis.pad / "kluis.db").write_bytes(data)
    with pytest.raises(StoreDamaged, match="database_damaged"):
        kluis.controleren()


def test_what_is_not_as_it_should_be_is_told(kluis: Kluis) -> None:
    assert kluis.bevindingen() == ()
    kluis._vault.ballast_released = True
    kluis._vault.anchor.fault = OSError(5, "broken")
    assert [finding.code for finding in kluis.bevindingen()] == ["ballast_released", "anchor_not_written"]


@pytest.mark.parametrize("act", ["UPDATE verslagstand SET inhoud = '{}'", "DELETE FROM verslagstand"])
def test_the_minutes_of_a_closed_meeting_stay(oefen: tuple[Desk, OefenkluisResult], act: str) -> None:
    desk, _ = oefen
    store = desk._store

    def standen() -> list[tuple[str, ...]]:
        with Session(store.engine) as session:
            return [
                tuple(row) for row in session.execute(text("SELECT overleg_id, inhoud FROM verslagstand"))
            ]

    before = standen()
    if not before:
        with Session(store.writer) as session, session.begin():
            overleg = session.execute(text("SELECT id FROM overleg LIMIT 1")).scalar_one()
            session.execute(text("UPDATE overleg SET status = 'gesloten' WHERE id = :id"), {"id": overleg})
            session.execute(
                text(
                    "INSERT INTO verslagstand (overleg_id, versie, inhoud, gemaakt_op)"
                    " VALUES (:id, 1, '{\"a\": 1}', '2026-11-23 09:00:00')"
                ),
                {"id": overleg},
            )
        before = standen()
    with pytest.raises(DatabaseError, match="verslagstand: fixed"), store.writer.begin() as connection:
        connection.execute(text(act))
    with store.writer.begin() as connection:
        connection.execute(text("UPDATE overleg SET status = 'lopend'"))  # opened again
    with pytest.raises(DatabaseError, match="verslagstand: fixed"), store.writer.begin() as connection:
        connection.execute(text(act))
    assert standen() == before


def test_checking_reports_and_can_be_broken_off(kluis: Kluis) -> None:
    phases: list[str] = []
    assert kluis.controleren(lambda phase, _done, _total: phases.append(phase)).in_orde
    assert phases[0] == "controle" and "journaal" in phases
    with pytest.raises(Interrupted):
        kluis.journaal_controleren(cancelled=lambda: True)
    assert kluis.journaal_controleren().in_orde


def test_a_backup_in_which_a_byte_changed_is_not_called_sound_once_it_was_read(kluis: Kluis) -> None:
    info = kluis.reservekopie_maken("handmatig")
    assert [row.stand for row in kopie_rows(kluis)] == ["sound"]
    content = bytearray(info.database.read_bytes())
    content[len(content) // 2] ^= 1
    info.database.write_bytes(content)
    assert [found.state.value for found in kluis.reservekopieen_nagekeken()] == ["damaged"]
    assert [row.stand for row in kopie_rows(kluis)] == ["damaged"]
