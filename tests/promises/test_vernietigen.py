"""A case that was destroyed is nowhere any more: not in a page, a log, an index, a draft, a letter or a backup."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from gemerkt_overleg import houd_gemerkt_overleg
from merken import Merken, sporen
from pagina import everything
from proefkluis import NAAM, WACHTWOORD, Site, casus_aanmelden

from vhdesk.clock import FixedClock
from vhdesk.errors import Interrupted, NotFound, RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.eigenwoord import bekende_woorden
from vhdesk.queries.organisatie import medewerkers, organisaties, tafels
from vhdesk.queries.vernietiging import VernietigingRow, vernietigingen
from vhdesk.queries.verslag import verslag
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.afschalen import CasusAfsluiten
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.eigenwoord import EigenWoordToevoegen
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.kluis import Kluis
from vhdesk.store.backup import verify_backup
from vhdesk.store.opening import unlock_slots
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Bekendheidstand

BLIJFT = "zqy-deze-blijft-yqz"


def leven(kluis: Kluis, merk: Merken) -> dict[str, str]:
    """A whole life of a marked case: changed, drafted, backed up, discussed, given back, closed, pointed out."""
    desk = kluis.desk
    ids = houd_gemerkt_overleg(desk, merk)
    zaak = ids["casus_id"]
    for _ in range(3):
        desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="gezamenlijk_beeld", tekst=merk() * 300))
        kluis.reservekopie_maken("handmatig")
        desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    desk.save_draft(f"casus/{zaak}/doel", merk(), 1)
    partner = desk.ask(organisaties)[0].id
    desk.execute(BekendheidBepalen(casus_id=zaak, organisatie_id=partner, stand=Bekendheidstand.BEKEND))
    desk.execute(
        InbrengVastleggen(
            casus_id=zaak, organisatie_id=partner, leefgebied_code="huisvesting",
            tekst=merk(),
        )
    )  # fmt: skip
    desk.execute(CasusAfsluiten(casus_id=zaak, reden=merk(), ondanks=merk()))
    desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden=merk()))
    kluis.reservekopie_maken("voor het wissen")
    return ids


def van_de_casus(kluis: Kluis, casus_id: str, merk: Merken) -> list[str]:
    """Return the marks in the file of the case that must go: not those of professionals and tables, nor its number."""
    desk = kluis.desk
    blijft = repr([desk.ask(vraag) for vraag in (organisaties, medewerkers, tafels)])
    inhoud = repr((desk.ask(dossier, casus_id), desk.ask(aanmelding, casus_id)))
    marks = sporen(inhoud.encode(), merk.woorden)
    return sorted(marks - sporen(blijft.encode(), merk.woorden))


def gelezen(folder: Path, key: bytes, marks: list[str]) -> dict[str, set[str]]:
    """Return per file the marks that stand in its decrypted bytes."""
    return {name: found for name, data in everything(folder, key) if (found := sporen(data, marks))}


def regel(kluis: Kluis, vernietiging_id: str) -> VernietigingRow:
    return next(row for row in kluis.desk.ask(vernietigingen) if row.id == vernietiging_id)


def sleutel(site: Site) -> bytes:
    return bytes(unlock_slots(site.folder / "sleutels.json", NAAM, WACHTWOORD).view())


def momentopname(site: Site, naar: Path) -> Path:
    """Copy the folder while the vault is open, without opening its files in this process."""
    subprocess.run(["/bin/cp", "-r", str(site.folder), str(naar)], check=True)
    return naar


def test_nothing_of_a_destroyed_case_can_be_read_in_any_file(site: Site, tmp_path: Path) -> None:
    merk, kluis = Merken(), site.open()
    ids = leven(kluis, merk)
    casus_aanmelden(kluis.desk, BLIJFT)
    weg = van_de_casus(kluis, ids["casus_id"], merk)
    key = sleutel(site)
    voor = gelezen(momentopname(site, tmp_path / "voor"), key, weg)
    assert len(weg) > 30
    assert len([name for name in voor if "reservekopieen" in name]) == 4
    assert any(name.endswith("kluis.db") and set(weg) & found for name, found in voor.items())

    vernietiging_id = kluis.casus_vernietigen(ids["casus_id"], "De bewaartermijn is om.")

    assert gelezen(momentopname(site, tmp_path / "open"), key, weg) == {}
    for info in kluis.reservekopieen():
        verify_backup(info, kluis._vault.key)
    row = regel(kluis, vernietiging_id)
    assert len(row.kopieen["geschoond"]) == 4
    assert (row.kopieen["onbereikbaar"], row.klaar_op) == ([], kluis.desk.clock.now())
    assert kluis.controleren().in_orde
    kluis.sluiten()
    assert gelezen(site.folder, key, weg) == {}
    assert gelezen(site.folder, key, [BLIJFT]) != {}

    weer = site.open()
    assert weer.bevindingen() == ()
    assert [rij.casusnummer for rij in weer.desk.ask(vernietigingen)] == [row.casusnummer]
    assert weer.desk.ask(casuslijst, zoek=weg[0]).rijen == ()


def test_a_word_for_the_spelling_goes_when_no_text_has_it_any_more(site: Site) -> None:
    kluis = site.open()
    ids = leven(kluis, Merken())
    desk = kluis.desk
    desk.execute(
        CasusTekstWijzigen(
            casus_id=ids["casus_id"], veld="gezamenlijk_beeld", tekst="Zwartzeilbaard woont scheefwoons."
        )
    )
    ander = casus_aanmelden(desk, "een ander")
    desk.execute(CasusTekstWijzigen(casus_id=ander, veld="gezamenlijk_beeld", tekst="Ook scheefwoons."))
    for woord in ("Zwartzeilbaard", "scheefwoons"):
        desk.execute(EigenWoordToevoegen(woord=woord))
    kluis.casus_vernietigen(ids["casus_id"], "Termijn om.")
    assert desk.ask(bekende_woorden).eigen == {"scheefwoons"}


def test_kept_minutes_lose_that_sheet_and_nothing_else(site: Site) -> None:
    merk, kluis = Merken(), site.open()
    ids = leven(kluis, merk)
    oud, eerst = (kluis.desk.ask(verslag, ids["overleg_id"], versie) for versie in (1, 2))
    kluis.casus_vernietigen(ids["casus_id"], "Termijn om.")
    nu = kluis.desk.ask(verslag, ids["overleg_id"])
    ouder = kluis.desk.ask(verslag, ids["overleg_id"], 1)
    assert (ouder.sluitreden, nu.sluitreden) == (oud.sluitreden, eerst.sluitreden)
    assert oud.sluitreden != eerst.sluitreden
    assert [
        punt.casus for punt in ouder.punten if punt.casus is not None and punt.casus.id == ids["casus_id"]
    ] == []
    blad = next(punt for punt in eerst.punten if punt.casus is not None and punt.casus.id == ids["casus_id"])
    leeg = next(punt for punt in nu.punten if punt.id == blad.id)
    assert leeg.casus is None
    assert leeg.notitie == f"Het blad van casus {blad.casus.nummer} is vernietigd."  # type: ignore[union-attr]
    assert [punt for punt in nu.punten if punt.id != blad.id] == [
        punt for punt in eerst.punten if punt.id != blad.id
    ]
    assert (nu.deelnemers, nu.sluitreden, nu.voorzitter) == (
        eerst.deelnemers,
        eerst.sluitreden,
        eerst.voorzitter,
    )
    with pytest.raises(Exception, match="verslagstand: fixed"), site_raw(kluis) as raw:
        raw.execute("UPDATE verslagstand SET inhoud = '{}'")


def site_raw(kluis: Kluis):  # type: ignore[no-untyped-def]  # a context of the store
    return kluis._vault.database.direct()


def test_only_a_case_that_was_pointed_out_with_a_ground(site: Site) -> None:
    kluis = site.open()
    zaak = casus_aanmelden(kluis.desk, "Jansen", status=CasusStatus.AFGESLOTEN)
    with pytest.raises(RuleViolation, match="casus_niet_te_vernietigen"):
        kluis.casus_vernietigen(zaak, "om")
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        kluis.casus_vernietigen(zaak, " ")
    with pytest.raises(NotFound):
        kluis.casus_vernietigen("0" * 32, "om")
    assert kluis.desk.ask(casuslijst).totaal == 1
    assert kluis.desk.ask(vernietigingen) == ()


def test_the_verklaring_knows_which_papers_of_the_plan_left_the_vault(site: Site) -> None:
    kluis = site.open()
    zaak = casus_aanmelden(kluis.desk, "Jansen", status=CasusStatus.AFGESLOTEN)
    ander = casus_aanmelden(kluis.desk, "Pietersen")
    kluis.desk.log("crisiskaart afdrukken", "casus", zaak, bijzonderheden="1 exemplaar, printer Laser")
    kluis.desk.log("planverschil opslaan als PDF", "casus", zaak)
    kluis.desk.log("plan afdrukken", "casus", ander)
    kluis.desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="om"))
    papieren = regel(kluis, kluis.casus_vernietigen(zaak, "om")).kopieen["papieren"]
    assert [each.split(" op ")[0] for each in papieren] == [
        "crisiskaart afdrukken",
        "planverschil opslaan als PDF",
    ]
    assert papieren[0].endswith("1 exemplaar, printer Laser")


def test_the_verklaring_knows_which_lists_of_acties_named_the_case(site: Site, clock: FixedClock) -> None:
    kluis = site.open()
    zaak = casus_aanmelden(kluis.desk, "Jansen", status=CasusStatus.NAZORG)
    politie, ander = (row.id for row in kluis.desk.ask(organisaties)[:2])
    kluis.desk.log("actielijst opslaan", "organisatie", politie, bijzonderheden="te vroeg")
    clock.moment += timedelta(days=1)
    kluis.desk.execute(ActieVastleggen(casus_id=zaak, omschrijving="bellen", organisatie_id=politie))
    clock.moment += timedelta(days=1)
    kluis.desk.log("actielijst opslaan", "organisatie", politie, bijzonderheden="wel")
    kluis.desk.log("actielijst afdrukken", "organisatie", ander, bijzonderheden="niet van deze casus")
    kluis.desk.execute(CasusAfsluiten(casus_id=zaak, reden="Rust.", ondanks="Overleden."))
    kluis.desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="om"))
    papieren = regel(kluis, kluis.casus_vernietigen(zaak, "om")).kopieen["papieren"]
    assert [each.rpartition(", ")[2] for each in papieren] == ["wel"]


def test_a_backup_that_cannot_be_read_is_named(site: Site) -> None:
    kluis = site.open()
    zaak = casus_aanmelden(kluis.desk, "Jansen", status=CasusStatus.AFGESLOTEN)
    kluis.desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="om"))
    stuk = kluis.reservekopie_maken("handmatig")
    data = bytearray(stuk.database.read_bytes())
    data[9000] ^= 1
    stuk.database.write_bytes(bytes(data))
    row = regel(kluis, kluis.casus_vernietigen(zaak, "om"))
    assert (row.kopieen["onbereikbaar"], row.kopieen.get("geschoond", [])) == ([stuk.name], [])


def test_broken_off_at_a_backup_it_is_finished_later(site: Site, clock: FixedClock, tmp_path: Path) -> None:
    merk, kluis = Merken(), site.open()
    ids = leven(kluis, merk)
    weg = van_de_casus(kluis, ids["casus_id"], merk)

    class Stop:
        done = 0

        def progress(self, phase: str, done: int, _total: int) -> None:
            self.done = done if phase == "kopieen_wissen" else 0

        def cancelled(self) -> bool:
            return self.done >= 2

    stop = Stop()
    with pytest.raises(Interrupted):
        kluis.casus_vernietigen(ids["casus_id"], "om", stop.progress, stop.cancelled)
    (row,) = kluis.desk.ask(vernietigingen)
    assert (row.klaar_op, len(row.kopieen["geschoond"])) == (None, 2)
    assert kluis.vernietigingen_afmaken() == (row.id,)
    assert len(regel(kluis, row.id).kopieen["geschoond"]) == 4
    assert gelezen(momentopname(site, tmp_path / "na"), sleutel(site), weg) == {}
    assert kluis.vernietigingen_afmaken() == ()


def test_no_half_made_folder_stays_behind(site: Site) -> None:
    merk, kluis = Merken(), site.open()
    ids = leven(kluis, merk)
    shutil.rmtree(kluis.reservekopieen()[0].path)
    kluis.casus_vernietigen(ids["casus_id"], "om")
    namen = [path.name for path in (site.folder / "reservekopieen").iterdir()]
    assert not any(naam.endswith((".part", ".weg")) for naam in namen)
    assert len(namen) == 3
