"""Whoever writes to the tables, with whatever SQL: an active case keeps its three, each a person of an organisation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from wereld import NU, Wereld

from tests.property.kluisbeeld import GAT, ZONDER_DRIETAL
from vhdesk.models import Casus, Casusroltoewijzing, Medewerker, Planversie
from vhdesk.store.connection import add_functions
from vhdesk.vocabulary import Casusrol, CasusStatus
from vhdesk.vocabulary_triage import Caseload

MOMENT = (
    "'2026-12-02 12:30:00.000000'",
    "'2026-12-05 10:00:00.000000'",
    "'2020-01-01 00:00:00.000000'",
    "NULL",
)
STATUSSEN = tuple(f"'{status.value}'" for status in CasusStatus)


def mensen(wereld: Wereld) -> tuple[Medewerker, Medewerker]:
    return wereld.medewerker("Een", wereld.organisatie("Politie")), wereld.medewerker(
        "Twee", wereld.organisatie("OM")
    )


def actief(wereld: Wereld, wie: Medewerker) -> Casus:
    """A case that the house leads, with its three, and of which a table adopted the plan."""
    casus = wereld.casus()
    for rol in Casusrol:
        wereld.rol(casus, rol, wie)
    besluit = wereld.besluit(casus, type_code="vaststellen-plan")
    wereld.add(Planversie(casus_id=casus.id, besluit_id=besluit.id, nummer=1, inhoud="{}", created_at=NU))
    return casus


@pytest.fixture
def aangevallen(
    session: Session, wereld: Wereld, engine: Engine
) -> tuple[Any, st.SearchStrategy[list[list[str]]]]:
    """The database with an active case, one with a history, one parked, one of help, one without an adopted plan; and what
    somebody may try on it."""
    een, twee = mensen(wereld)
    actief(wereld, een)
    geweest = actief(wereld, een)
    for rij in session.scalars(
        select(Casusroltoewijzing).where(Casusroltoewijzing.casus_id == geweest.id)
    ).all():
        wereld.over(rij, twee, NU + timedelta(days=1))
    actief(wereld, een).status = CasusStatus.GEPARKEERD
    actief(wereld, twee).caseload = Caseload.HULP
    wereld.rol(wereld.casus(), Casusrol.CASEMANAGER, een)
    session.commit()
    tabellen = ("casusroltoewijzing", "casus", "medewerker", "organisatie", "besluit", "planversie")
    ids = {
        tabel: tuple(f"'{wie}'" for wie in session.scalars(text(f"SELECT id FROM {tabel}")))
        for tabel in tabellen
    }
    session.commit()
    return engine.raw_connection().driver_connection, aanvallen(ids)


def aanvallen(ids: dict[str, tuple[str, ...]]) -> st.SearchStrategy[list[list[str]]]:
    """Transactions of somebody who knows the tables."""

    def een(tabel: str) -> st.SearchStrategy[str]:
        return st.sampled_from(ids[tabel])

    rol = st.one_of(een("casusroltoewijzing"), st.sampled_from(("'n1'", "'n2'")))
    of = st.sampled_from(("", " OR REPLACE", " OR IGNORE"))
    rollen = st.sampled_from(tuple(f"'{each.value}'" for each in Casusrol))
    moment = st.sampled_from(MOMENT)
    zet = st.one_of(
        st.builds("tot = {}".format, moment),
        st.builds("tot = {}, opvolger_id = {}".format, moment, st.one_of(rol, st.just("NULL"))),
        st.builds("opvolger_id = {}".format, st.one_of(rol, st.just("NULL"))),
        st.builds("casus_id = {}".format, een("casus")),
        st.builds("rol = {}".format, rollen),
        st.builds("medewerker_id = {}".format, st.one_of(een("medewerker"), st.just("NULL"))),
        st.builds("organisatie_id = {}".format, een("organisatie")),
        st.builds("id = {}".format, rol),
    )
    een_statement = st.one_of(
        st.builds("UPDATE{} casusroltoewijzing SET {} WHERE id = {}".format, of, zet, rol),
        st.builds("UPDATE{} casusroltoewijzing SET {} WHERE casus_id = {}".format, of, zet, een("casus")),
        st.builds("DELETE FROM casusroltoewijzing WHERE id = {}".format, rol),
        st.builds("DELETE FROM casusroltoewijzing WHERE casus_id = {}".format, een("casus")),
        st.builds(
            "INSERT{} INTO casusroltoewijzing (id, casus_id, rol, organisatie_id, medewerker_id, van, tot)"
            " VALUES ({}, {}, {}, {}, {}, {}, {})".format,
            of, rol, een("casus"), rollen, een("organisatie"), st.one_of(een("medewerker"), st.just("NULL")),
            st.sampled_from(MOMENT[:3]), moment,
        ),
        st.builds("UPDATE casus SET status = {} WHERE id = {}".format, st.sampled_from(STATUSSEN), een("casus")),
        st.builds(
            "UPDATE casus SET caseload = {} WHERE id = {}".format,
            st.sampled_from(tuple(f"'{each.value}'" for each in Caseload)), een("casus"),
        ),
        st.builds(
            "UPDATE besluit SET status = {}, type_code = {} WHERE id = {}".format,
            st.sampled_from(("'vastgelegd'", "'ingetrokken'", "'teruggenomen'")),
            st.sampled_from(("'vaststellen-plan'", "'voortzetten'")), een("besluit"),
        ),
        st.builds("DELETE FROM {}".format, st.sampled_from(("planversie", "besluit", "medewerker", "organisatie"))),
        st.builds(
            "INSERT INTO planversie (id, casus_id, besluit_id, nummer, inhoud, created_at)"
            " VALUES ('v1', {}, {}, 9, '', '2026-12-02')".format, een("casus"), een("besluit"),
        ),
        st.builds(
            "UPDATE medewerker SET organisatie_id = {} WHERE id = {}".format, een("organisatie"), een("medewerker")
        ),
        st.just("PRAGMA defer_foreign_keys = ON"),
    )  # fmt: skip
    return st.lists(st.lists(een_statement, min_size=1, max_size=4), min_size=1, max_size=8)


@settings(
    max_examples=150, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(data=st.data())
def test_no_statement_breaks_it(
    aangevallen: tuple[Any, st.SearchStrategy[list[list[str]]]], data: st.DataObject
) -> None:
    bron, transacties = aangevallen
    raw = dbapi.connect(":memory:", isolation_level=None)
    bron.backup(raw)
    raw.execute("PRAGMA foreign_keys = ON")
    add_functions(raw)
    for handeling in data.draw(transacties):
        raw.execute("BEGIN")
        for statement in handeling:
            try:
                raw.execute(statement)
            except dbapi.IntegrityError:
                continue  # refused; the rest of the transaction goes on
        try:
            raw.execute("COMMIT")
        except dbapi.IntegrityError:
            raw.execute("ROLLBACK")
        assert raw.execute(ZONDER_DRIETAL).fetchall() == [], handeling
        assert raw.execute(GAT).fetchall() == [], handeling
    raw.close()


WEIGERINGEN = {
    "an end without a successor": "UPDATE casusroltoewijzing SET tot = '2027-01-01' WHERE rol = 'casemanager'",
    "a successor that never comes": (
        "UPDATE casusroltoewijzing SET tot = '2027-01-01', opvolger_id = 'n1' WHERE rol = 'casemanager'"
    ),
    "a holder that is removed": "DELETE FROM casusroltoewijzing WHERE rol = 'procesregisseur'",
    "an organisation alone": "UPDATE casusroltoewijzing SET medewerker_id = NULL WHERE rol = 'verantwoordelijke'",
    "somebody of another organisation": (
        "UPDATE casusroltoewijzing SET organisatie_id = (SELECT id FROM organisatie WHERE naam = 'OM')"
    ),
    "somebody else without a word": (
        "UPDATE casusroltoewijzing SET medewerker_id = (SELECT id FROM medewerker WHERE naam = 'Twee')"
    ),
    "a second holder": (
        "INSERT OR REPLACE INTO casusroltoewijzing (id, casus_id, rol, organisatie_id, medewerker_id, van)"
        " SELECT 'n1', casus_id, rol, organisatie_id, medewerker_id, van FROM casusroltoewijzing LIMIT 1"
    ),
}


@pytest.mark.parametrize("wat", sorted(WEIGERINGEN))
def test_the_database_refuses(session: Session, wereld: Wereld, wat: str) -> None:
    actief(wereld, mensen(wereld)[0])
    session.commit()
    with pytest.raises(IntegrityError, match=r"casusrol|FOREIGN KEY"):
        session.execute(text(WEIGERINGEN[wat]))
        session.commit()
    session.rollback()


def test_an_older_row_of_an_organisation_goes_over_to_a_person(session: Session, wereld: Wereld) -> None:
    """It stays readable, it is no verantwoordelijke, and nobody is put in the place of a person again."""
    casus, (een, _) = wereld.casus(), mensen(wereld)
    oud = wereld.alleen_organisatie(casus, wereld.organisatie("Gemeente Losser"))
    wereld.over(oud, een, NU)
    session.commit()
    rijen = session.execute(
        text("SELECT medewerker_id, tot IS NULL FROM casusroltoewijzing ORDER BY 2")
    ).all()
    assert [tuple(rij) for rij in rijen] == [(None, 0), (een.id, 1)]


def test_a_plan_is_not_adopted_without_the_three(session: Session, wereld: Wereld) -> None:
    casus, (een, _) = wereld.casus(), mensen(wereld)
    wereld.rol(casus, Casusrol.CASEMANAGER, een)
    wereld.alleen_organisatie(casus, wereld.organisatie("Gemeente Losser"))
    wereld.rol(casus, Casusrol.PROCESREGISSEUR, een)
    besluit = wereld.besluit(casus, type_code="vaststellen-plan")
    versie = Planversie(casus_id=casus.id, besluit_id=besluit.id, nummer=1, inhoud="{}", created_at=NU)
    with pytest.raises(IntegrityError, match="planversie: an active case has its three"):
        wereld.add(versie)
