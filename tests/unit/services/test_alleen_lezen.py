"""A vault that was opened to read: everything can be seen, nothing is written, and what must have a line is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import VaultReadOnly
from vhdesk.queries.dossier import dossier
from vhdesk.queries.journaal import journaal, journaal_aantal
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol

NIEUW = "nog een lange wachtzin"


def lezend(kluismap: Path, clock: FixedClock, toegang: Toegang | None = None) -> Kluis:
    options = OpenOptions(anchor_home=kluismap.parent / "ankers", read_only=True)
    return kluis_openen(
        kluismap, toegang or Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock, kdf=CHEAP, options=options
    )


def inhoud(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def gelezen(kluis: Kluis, clock: FixedClock) -> Iterator[tuple[Kluis, str]]:
    """A vault with a case and a draft, opened to read."""
    casus_id = kluis.desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"))).id
    kluis.desk.save_draft("proef", "half getypt", 4)
    kluis.sluiten()
    reading = lezend(kluis.pad, clock)
    yield reading, casus_id
    reading.sluiten()


def test_everything_can_be_read_and_nothing_is_written(gelezen: tuple[Kluis, str]) -> None:
    kluis, casus_id = gelezen
    before = inhoud(kluis.pad)
    regels = kluis.desk.ask(journaal_aantal)
    assert kluis.alleen_lezen
    assert kluis.desk.ask(dossier, casus_id).id == casus_id
    assert kluis.desk.read_job(dossier, casus_id).id == casus_id
    assert [draft.text for draft in kluis.desk.drafts()] == ["half getypt"]
    kluis.desk.log_reading("casussen zoeken", "casus", "")
    kluis.desk.clear_draft("proef")
    kluis.desk.settle_drafts()
    assert kluis.controleren().in_orde
    assert kluis.kopie_nodig() is False
    assert kluis.desk.ask(journaal_aantal) == regels
    kluis.sluiten()
    assert inhoud(kluis.pad) == before


def test_acts_drafts_and_what_must_have_a_line_are_refused(
    gelezen: tuple[Kluis, str], tmp_path: Path
) -> None:
    kluis, casus_id = gelezen
    eigen = kluis.gebruiker.id
    acts: tuple[Callable[[], object], ...] = (
        lambda: kluis.desk.execute(
            BesluitVastleggen(
                casus_id=casus_id, tekst="Besluit.", type_code="afspraak", gremium_code="werktafel"
            )
        ),
        lambda: kluis.desk.save_draft("proef", "meer", 4),
        lambda: kluis.desk.log("verslag afdrukken", "overleg", "1"),
        lambda: kluis.gebruiker_toevoegen("Bram", Gebruikersrol.EXPERT, NIEUW),
        lambda: kluis.gebruiker_wijzigen(eigen, naam="Anders", rol=Gebruikersrol.COORDINATOR),
        lambda: kluis.gebruiker_verwijderen(eigen),
        lambda: kluis.wachtwoord_wijzigen(WACHTWOORD, NIEUW),
        lambda: kluis.wachtwoord_herstellen(eigen, NIEUW),
        kluis.herstelcode_maken,
        kluis.sleutel_vernieuwen,
        lambda: kluis.reservekopie_maken("handmatig"),
        lambda: kluis.reservekopie_terugzetten(tmp_path, tmp_path / "a.vhkluis"),
        lambda: kluis.casus_vernietigen(casus_id, "termijn"),
    )
    before = inhoud(kluis.pad)
    for act in acts:
        with pytest.raises(VaultReadOnly, match="opened_read_only"):
            act()
    assert kluis.desk.undo() is None
    assert inhoud(kluis.pad) == before


def test_the_herstelblad_does_not_open_to_read_since_using_it_is_a_line(
    kluis: Kluis, clock: FixedClock
) -> None:
    code = kluis.herstelcode_maken()
    kluis.sluiten()
    with pytest.raises(VaultReadOnly, match="sheet_needs_writing"):
        lezend(kluis.pad, clock, Toegang(herstelcode=code))


def test_opening_to_read_is_no_line_and_the_next_opening_is(kluis: Kluis, clock: FixedClock) -> None:
    kluis.sluiten()
    reading = lezend(kluis.pad, clock)
    last = reading.desk.ask(journaal, limiet=1)[0].volgnr
    reading.sluiten()
    options = OpenOptions(anchor_home=kluis.pad.parent / "ankers")
    again = kluis_openen(
        kluis.pad, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock, kdf=CHEAP, options=options
    )
    row = again.desk.ask(journaal, limiet=1)[0]
    again.sluiten()
    assert (row.volgnr, row.actie) == (last + 1, "Kluis openen")
