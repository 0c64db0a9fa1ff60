"""The minutes for one reader hold what that reader may know: every mark of it, and not one other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pytest
from gemerkt_lezer import CASUSSEN, ORGANISATIES, Gemerkt, Opzet, Uiting, bouw
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papier_doorzoeken import alles
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session
from wereld import NU, Wereld

from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries import verslag_lezer
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_lezer import verslag_voor
from vhdesk.queries.verslag_rijen import VerslagCasus
from vhdesk.vocabulary import Bronregime, Informatieniveau

N = Informatieniveau
VAST = Opzet(
    niveaus=(
        {"Politie": N.INHOUD, "Mediant": N.INHOUD, "Reclassering": N.PROCES, "Veilig Thuis": N.BESTAAN, "Stadsbank": N.PROCES},
        {"Politie": N.BESTAAN, "Mediant": N.INHOUD, "Reclassering": N.INHOUD, "Veilig Thuis": N.INHOUD, "Stadsbank": N.BESTAAN},
        {"Politie": N.PROCES, "Mediant": N.BESTAAN, "Reclassering": N.INHOUD, "Veilig Thuis": N.PROCES, "Stadsbank": N.INHOUD},
    ),
    uitingen=(
        (
            Uiting("Mediant", Bronregime.MEDISCH, ("*",)),
            Uiting("Mediant", Bronregime.MEDISCH, ("Politie",)),
            Uiting("Politie", Bronregime.WPG, ("*",)),
            Uiting("Politie", mondeling=True, naar=("*",)),
            Uiting("Stadsbank"),
        ),
        (Uiting("Veilig Thuis", Bronregime.VEILIG_THUIS, ("Reclassering",)), Uiting("Mediant", naar=("*",))),
        (Uiting("Reclassering", Bronregime.WJSG), Uiting("Stadsbank", Bronregime.JEUGD, ("*",))),
    ),
    acties=(("Politie", "Reclassering"), ("Mediant",), ("Veilig Thuis", "Stadsbank", "Politie")),
)  # fmt: skip


def _papier(session: Session, gemerkt: Gemerkt, lezer: str) -> bytes:
    rijen = verslag_voor(session, gemerkt.overleg_id, gemerkt.organisaties[lezer].id)
    return verslag_pdf(rijen, clock_now=NU, program_version="0.1.0")


def _nagekeken(gevonden: str, verwacht: dict[str, Callable[[str], bool]], lezer: str) -> None:
    mag = {merk for merk, wie in verwacht.items() if wie(lezer)}
    staat = {merk for merk in verwacht if re.search(rf"{re.escape(merk)}(?!\d)", gevonden)}
    assert staat - mag == set(), f"{lezer} reads what is not his"
    assert mag - staat == set(), f"{lezer} misses what is his"


@pytest.mark.parametrize("lezer", ORGANISATIES)
@pytest.mark.parametrize("gesloten", [True, False])
def test_a_copy_holds_the_marks_of_its_reader_and_no_other(
    wereld: Wereld, session: Session, lezer: str, gesloten: bool
) -> None:
    opzet = Opzet(VAST.niveaus, VAST.uitingen, VAST.acties, gesloten=gesloten)
    gemerkt = bouw(wereld, opzet)
    gevonden = alles(_papier(session, gemerkt, lezer))
    _nagekeken(gevonden, gemerkt.merken, lezer)
    _nagekeken(gevonden, gemerkt.nummers, lezer)


def test_the_whole_minutes_hold_everything_but_what_is_oral_and_where_somebody_hides(
    wereld: Wereld, session: Session
) -> None:
    """So that the marks of the test above are on paper at all."""
    gemerkt = bouw(wereld, VAST)
    papier = verslag_pdf(verslag(session, gemerkt.overleg_id), clock_now=NU, program_version="0.1.0")
    gevonden = alles(papier)
    ontbreekt = [merk for merk in gemerkt.merken if merk not in gevonden]
    assert (
        len(ontbreekt) == 3 * CASUSSEN + 1 + CASUSSEN
    )  # addresses and places of two people; oral; the second place
    assert all(not any(gemerkt.merken[merk](lezer) for lezer in ORGANISATIES) for merk in ontbreekt)


NIVEAU = st.sampled_from(list(Informatieniveau))
WIE = st.sampled_from(ORGANISATIES)
UITING = st.builds(
    Uiting,
    van=WIE,
    regime=st.sampled_from(list(Bronregime)),
    naar=st.lists(st.sampled_from((*ORGANISATIES, "*")), max_size=3, unique=True).map(tuple),
    mondeling=st.booleans(),
)
OPZET = st.builds(
    Opzet,
    niveaus=st.tuples(*[st.fixed_dictionaries(dict.fromkeys(ORGANISATIES, NIVEAU))] * CASUSSEN),
    uitingen=st.tuples(*[st.lists(UITING, max_size=4)] * CASUSSEN),
    acties=st.tuples(*[st.lists(WIE, max_size=3)] * CASUSSEN),
    gesloten=st.booleans(),
)


@settings(
    deadline=None, database=None, derandomize=True, max_examples=25, suppress_health_check=list(HealthCheck)
)
@given(opzet=OPZET, lezer=WIE)
def test_whatever_the_rights_are_no_mark_stands_outside_them(
    engine: Engine, opzet: Opzet, lezer: str
) -> None:
    with engine.connect() as connection:
        transaction = connection.begin()
        with Session(connection, expire_on_commit=False) as session:
            gemerkt = bouw(Wereld(session), opzet)
            gevonden = alles(_papier(session, gemerkt, lezer))
            _nagekeken(gevonden, gemerkt.merken, lezer)
            _nagekeken(gevonden, gemerkt.nummers, lezer)
        transaction.rollback()


def test_what_a_reader_may_not_know_does_not_make_his_paper_longer(wereld: Wereld, session: Session) -> None:
    """A case of which only the outcome is known takes one line, whatever was said about it."""
    gemerkt = bouw(wereld, VAST)
    voor = _papier(session, gemerkt, "Politie")
    casus_id = next(
        punt.casus.id for punt in verslag(session, gemerkt.overleg_id).punten if punt.casusplaats == 0 and punt.casus
        and punt.casus.volgnummer == 2
    )  # fmt: skip
    assert casus_id
    session.execute(
        text("UPDATE agendapunt SET notitie = :woorden, minuten = 90 WHERE casus_id = :id"),
        {"woorden": "Heel veel woorden. " * 400, "id": casus_id},
    )
    session.expire_all()
    assert _papier(session, gemerkt, "Politie") == voor


def test_every_field_of_a_case_sheet_has_its_level() -> None:
    soorten = (verslag_lezer.BESTAAN, verslag_lezer.PROCES, verslag_lezer.INHOUD, verslag_lezer.HUIS)
    alle = {veld.name for veld in fields(VerslagCasus)}
    assert alle == set().union(*soorten)
    assert sum(len(soort) for soort in soorten) == len(alle)
