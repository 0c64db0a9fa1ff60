"""Migrations: the head is the models, each step goes up and down, and keeps what was there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from vhdesk.models import Base
from vhdesk.models.persoon import naamklank
from vhdesk.queries.methodevraag import lees_methodevraag
from vhdesk.reference_lists import reference_list
from vhdesk.store.connection import connect
from vhdesk.store.migrate import SCRIPTS, Schema, current_revision
from vhdesk.store.triggers import trigger_statements

REVISIONS = Schema().revisions()

# What stood in the store at each revision, to be there still after the next step.
OLD_DATA = {
    "0001": (
        "INSERT INTO organisatie (id, version, code, naam, soort, aliassen, telefoon, actief)"
        " VALUES ('o1', 1, 'politie', 'Politie', 'straf', '[]', '', 1)",
        "INSERT INTO nummerreeks (reeks, laatste) VALUES ('besluit', 7)",
    ),
    "0002": (
        "INSERT INTO persoon (id, version, voornamen, voorletters, voorvoegsel, geslachtsnaam, geslacht, bsn, adres,"
        " postcode, woonplaats, telefoon, opmerking, naam_norm)"
        " VALUES ('p1', 1, 'Ad', '', '', 'Proef', '', '', '', '', '', '', '', 'proef ad'),"
        " ('p2', 1, 'Çiğdem', '', 'van der', 'Meijer-Visscher', '', '', '', '', '', '', '', '')",
    ),
    "0003": (
        "INSERT INTO casus (id, version, nummer, titel, status, doelgroep_tekst, aanmelder, grondslag, doel,"
        " aanleiding, vraag_aan_tafel, gezamenlijk_beeld, zienswijze, informering, aangemeld_op, created_at)"
        " VALUES ('c1', 1, 'ZVH-2026-0001', '', 'monitoring', '', '', '', '', '', '', '', '', '', '2026-01-02',"
        " '2026-01-02 09:00:00')",
        "INSERT INTO betrokkene (id, casus_id, persoon_id, rol, relatie, volgorde)"
        " VALUES ('b1', 'c1', 'p1', 'hoofdbetrokkene', '', 0)",
    ),
    "0004": (
        "INSERT INTO casusgebeurtenis (id, casus_id, volgnr, soort, van, naar, reden_code, reden, toelichting,"
        " tijdstip, actor_id, actor) VALUES ('g1', 'c1', 1, 'opgenomen', 'in triage', 'in behandeling', '', 'om',"
        " '', '2026-01-03 09:00:00', 'u1', 'Ad')",
        "INSERT INTO inbreng (id, version, casus_id, organisatie_id, leefgebied_code, datum, regime, mag_door_naar,"
        " mondeling, tekst) VALUES ('i1', 1, 'c1', 'o1', 'huisvesting', '2026-01-05', 'Wpg', '[]', 0, 'woont')",
    ),
    "0005": (
        "INSERT INTO tafel (id, version, code, naam, soort, regime, plaats, frequentie, begintijd, duur_minuten,"
        " toelichting, actief) VALUES ('t1', 1, 'wt', 'Werktafel', 'werktafel', 'WGS', '', '', '09:00:00', 120, '', 1)",
        "INSERT INTO overleg (id, version, nummer, tafel_id, datum, begintijd, plaats, status, gesloten_op, sluitreden,"
        " tekorten) VALUES ('ov1', 1, 'OV-2026-001', 't1', '2026-11-18', '09:00:00', '', 'gesloten',"
        " '2026-11-18 11:00:00', '', '[]')",
        "INSERT INTO verslagstand (overleg_id, inhoud, gemaakt_op) VALUES ('ov1', '{}', '2026-11-18 11:00:00')",
    ),
    "0006": (),
    "0007": (
        "INSERT INTO persoonrelatie (id, van_id, naar_id, soort) VALUES ('r1', 'p2', 'p1', 'ouder')",
        "INSERT INTO inlezing (id, bestandsnaam, sha256, aantal, ingelezen_op)"
        " VALUES ('i1', 'lijst.xlsx', 'ab', 3, '2026-12-02 12:30:00')",
    ),
    "0008": (),
    "0009": (),
    "0010": (
        "INSERT INTO plan_van_aanpak (id, version, casus_id, hoofddoel, afschaalcriterium)"
        " VALUES ('pl1', 1, 'c1', 'rust op straat', 'een jaar stil')",
        "INSERT INTO plandoel (id, plan_id, leefgebied_code, doel, meetbaar, volgorde)"
        " VALUES ('d1', 'pl1', 'huisvesting', 'huurcontract', 'getekend', 0)",
        "INSERT INTO scenario (id, plan_id, als, dan, wie_belt_wie, volgorde)"
        " VALUES ('s1', 'pl1', 'geluid', 'langsgaan', 'wijkagent', 0)",
    ),
    "0011": (),
    "0012": (),
    "0013": (
        "INSERT INTO besluit (id, version, nummer, casus_id, type_code, gremium_code, tekst, onderbouwing, voorwaarden,"
        " afwijkende_mening, datum, status, statusreden, achteraf, created_at) VALUES ('be1', 1, 3, 'c1', 'afspraak',"
        " 'werktafel', 'door', '', '', '', '2026-11-18', 'vastgelegd', '', 0, '2026-11-18 10:00:00')",
    ),
    "0014": (),
    "0015": (),
    "0017": (),
    "0018": (
        "UPDATE tafel SET aanmelders = 'partners'",
        "INSERT INTO tafelinstelling (id, tafel_id, sleutel, versie, waarde, gewijzigd_op, actor)"
        " VALUES ('ti1', 't1', 'nazorg_maanden', 1, '[3]', '2026-11-18 10:00:00', 'Marijke')",
    ),
    "0019": (),
    "0020": (),
    "0021": (
        "INSERT INTO aanmelding (id, version, casus_id, bron, code_rood, blue_list, melder_functie, melder_telefoon,"
        " melder_email, terugkoppeling_gewenst, spoed, spoed_reden, situatieschets, incidenten, leefgebieden, ingezet,"
        " vastgelopen, hulpverlening, casusregisseur, huisverbod, justitiele_titel, veiligheid, kinderen, gezag, email,"
        " nationaliteit, taal, tolk, bijlagen) VALUES ('a1', 1, 'c1', 'gemeente', 0, 0, '', '', '', 1, 0, '', 'ruzie', '',"
        " '[]', '', '', '', '', '', '', '', '', '', '', '', '', 0, '')",
    ),
    "0022": (),
    "0023": (),
    "0026": (),
    "0028": (),
    "0030": (),
    "0031": ("INSERT INTO kluis_meta (sleutel, waarde) VALUES ('topx_norm', '180')",),
    "0032": (),
    "0033": (),
    "0036": (),
    "0038": (),
    "0042": (),
    "0043": (),
    "0044": (),
    "0046": (),
    "0047": (
        "INSERT INTO uitvraag (id, overleg_id, casus_id, organisatie_id, stand, reden, gevraagd_op, antwoord_op)"
        " VALUES ('u1', 'ov1', 'c1', 'o1', 'geweigerd', 'lopend onderzoek', '2026-11-18', '2026-11-19')",
    ),
    "0049": (),
    "0055": (
        "INSERT INTO agendapunt (id, version, overleg_id, soort, casus_id, volgorde, minuten, status, notitie)"
        " VALUES ('ap1', 1, 'ov1', 'rondvraag', NULL, 1, 10, 'open', 'stil')",
    ),
    "0056": (),
    "0061": (
        "INSERT INTO bijlage (id, casus_id, naam, soort, grootte, sha256, toegevoegd_op, actor, inhoud)"
        " VALUES ('bij1', 'c1', 'brief.pdf', 'application/pdf', 3, 'ab', '2026-11-18 10:00:00', 'Ad', x'010203')",
        "INSERT INTO deelnemer (id, overleg_id, medewerker_id, aanwezigheid, opmerking, volgorde, achteraf)"
        " SELECT 'de1', 'ov1', id, 'aanwezig', 'stil', 0, 0 FROM medewerker LIMIT 1",
    ),
    "0065": (),
    "0066": (),
    "0067": (),
    "0068": (),
}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A plain database without a schema; the migrations do not know whether it is encrypted."""
    path = tmp_path / "kluis.db"
    connect(path, None, create=True).close()
    return path


@pytest.fixture
def raw(empty: Path) -> Iterator[dbapi.Connection]:
    Schema().upgrade(empty, None)
    connection = dbapi.connect(str(empty))
    yield connection
    connection.close()


def test_the_head_is_the_models(raw: dbapi.Connection, empty: Path) -> None:
    engine = create_engine(
        "sqlite://", module=dbapi, creator=lambda: dbapi.connect(str(empty)), poolclass=NullPool
    )
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    not (kind == "table" and name and re.fullmatch(r"zoek(_\w+)?", name))
                ),
                "compare_type": True,
                "compare_server_default": True,
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_check_of_the_models_is_in_the_store(raw: dbapi.Connection) -> None:
    stored = dict(raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    checks = [
        (table.name, str(constraint.name).removeprefix(f"ck_{table.name}_"))
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name and str(constraint.name).startswith("ck_")
    ]
    assert len(checks) > 20
    assert [check for check in checks if f"{check[1]} CHECK" not in stored[check[0]]] == []


def test_all_triggers_are_there(raw: dbapi.Connection) -> None:
    found = {row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert found == set(trigger_statements())


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_step_up_and_down_and_up_again(empty: Path, revision: str) -> None:
    schema = Schema()
    before = REVISIONS[REVISIONS.index(revision) - 1] if revision != REVISIONS[0] else "base"
    for target in (revision, before, revision):
        schema.upgrade(empty, None, to=target)
        connection = dbapi.connect(str(empty))
        assert (current_revision(connection) or "base") == target
        connection.close()


def test_old_data_survives_every_later_step(empty: Path) -> None:
    schema = Schema()
    for revision in REVISIONS:
        schema.upgrade(empty, None, to=revision)
        connection = dbapi.connect(str(empty))
        for statement in OLD_DATA[revision]:
            connection.execute(statement)
        connection.commit()
        connection.close()
    connection = dbapi.connect(str(empty))
    assert connection.execute("SELECT naam FROM organisatie").fetchall() == [("Politie",)]
    reeksen = connection.execute("SELECT reeks, laatste FROM nummerreeks ORDER BY reeks").fetchall()
    assert reeksen == [("besluit", 7), ("inbreng", 1)]
    assert connection.execute("SELECT nummer, status FROM casus").fetchall() == [
        ("ZVH-2026-0001", "monitoring")
    ]
    assert connection.execute("SELECT reden FROM casusgebeurtenis").fetchall() == [("om",)]
    inbreng = connection.execute("SELECT nummer, weerspreekt_id FROM inbreng").fetchall()
    assert inbreng == [(1, None)]
    gedeeld = connection.execute(
        "SELECT grondslag, doelbinding, aanbrenger_id, grondslag_herkomst FROM casus"
    )
    assert gedeeld.fetchall() == [("", "", None, "{}")]
    assert connection.execute("SELECT casus_id FROM betrokkene").fetchall() == [("c1",)]
    assert connection.execute("SELECT geslachtsnaam FROM persoon").fetchall() == [
        ("Proef",),
        ("Meijer-Visscher",),
    ]
    klanken = connection.execute("SELECT klank FROM persoon ORDER BY id").fetchall()
    assert klanken == [("prUf at",), ("mYer fiser siGdem",)]
    assert connection.execute("SELECT overleg_id, versie, inhoud FROM verslagstand").fetchall() == [
        ("ov1", 1, "{}")
    ]
    assert connection.execute("SELECT eerst_gesloten_op = gesloten_op FROM overleg").fetchall() == [(1,)]
    assert connection.execute(
        "SELECT casus_id, organisatie_id, stand, antwoord_op FROM bekendheid"
    ).fetchall() == [("c1", "o1", "bekend", "2026-01-05")], "who brought in something knew the person"
    assert connection.execute("SELECT caseload FROM casus").fetchall() == [("top x",)]
    assert connection.execute(
        "SELECT situatieschets, criteria, criteria_reden FROM aanmelding"
    ).fetchall() == [("ruzie", "[]", "")]
    assert connection.execute("SELECT aantal, weggelaten FROM inlezing").fetchall() == [(3, 0)]
    assert connection.execute("SELECT doel, acceptabel FROM plandoel").fetchall() == [("huurcontract", "")]
    assert connection.execute("SELECT nummer, vraagstand, antwoord FROM besluit").fetchall() == [
        (3, None, "")
    ]
    assert connection.execute("SELECT voorbehoud, bekrachtigd_op FROM besluit").fetchall() == [("", None)]
    assert connection.execute("SELECT soort, notitie, titel, besloten FROM agendapunt").fetchall() == [
        ("rondvraag", "stil", "", 0)
    ]
    assert connection.execute("SELECT sleutel, waarde FROM tafelinstelling ORDER BY sleutel").fetchall() == [
        ("aanmelders", '"partners"'),
        ("nazorg_maanden", "[3]"),
        ("top_x_norm", 180),
    ], "who referred still may, and the norm stays what it was"
    assert connection.execute("SELECT count(*) FROM kluis_meta WHERE sleutel = 'topx_norm'").fetchone() == (
        0,
    )
    for woord, bron in (
        ("stil", "plan_van_aanpak"),
        ("getekend", "plandoel"),
        ("wijkagent", "scenario"),
        ("onderzoek", "uitvraag"),
    ):
        assert connection.execute(
            "SELECT bron FROM zoekregel AS r JOIN zoek ON zoek.rowid = r.id WHERE zoek MATCH ?", (woord,)
        ).fetchall() == [(bron,)], "an old text can be found"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_vault_that_was_set_up_before_gets_the_methods(empty: Path) -> None:
    schema = Schema()
    schema.upgrade(empty, None, to="0015")
    connection = dbapi.connect(str(empty))
    connection.execute(
        "INSERT INTO referentielijst (code, naam, bron, versie, gewijzigd_op)"
        " VALUES ('doelgroepen', 'Doelgroepen', '', 1, '2026-01-01 09:00:00')"
    )
    connection.commit()
    connection.close()
    schema.upgrade(empty, None)
    connection = dbapi.connect(str(empty))
    rijen = connection.execute(
        "SELECT code, kenmerken FROM referentiewaarde WHERE lijst_code = 'methoden' ORDER BY volgorde"
    ).fetchall()
    connection.close()
    shipped = reference_list("methoden")
    assert tuple(code for code, _ in rijen) == shipped.codes()
    for code, kenmerken in rijen:
        assert lees_methodevraag(json.loads(kenmerken)) == lees_methodevraag(shipped.by_code(code)), code


# A case as a vault before 0030 held it: with every text that is searched from then on.
_TEKSTEN = (
    "INSERT INTO organisatie (id, version, code, naam, soort, aliassen, telefoon, actief)"
    " VALUES ('o1', 1, 'politie', 'Politie', 'straf', '[]', '', 1)",
    "INSERT INTO persoon (id, version, voornamen, voorletters, voorvoegsel, geslachtsnaam, geslacht, bsn, adres,"
    " postcode, woonplaats, telefoon, opmerking, naam_norm)"
    " VALUES ('p1', 1, 'Ad', '', '', 'Proef', '', '', '', '', '', '06-12', 'alleen bellen', 'proef ad')",
    "INSERT INTO casus (id, version, nummer, titel, status, caseload, doelgroep_tekst, aanmelder, grondslag, doelbinding, doel,"
    " aanleiding, vraag_aan_tafel, gezamenlijk_beeld, zienswijze, informering, aangemeld_op, created_at)"
    " VALUES ('c1', 1, 'ZVH-1', 'overlast', 'monitoring', 'top x', '', '', 'de wet', 'rust', '', '', '', '', '', '', '2026-01-02',"
    " '2026-01-02 09:00:00')",
    "INSERT INTO betrokkene (id, casus_id, persoon_id, rol, relatie, volgorde)"
    " VALUES ('b1', 'c1', 'p1', 'hoofdbetrokkene', 'zelf', 0)",
    "INSERT INTO persoon (id, version, voornamen, voorletters, voorvoegsel, geslachtsnaam, geslacht, bsn, adres,"
    " postcode, woonplaats, telefoon, opmerking, naam_norm, samengevoegd_in_id)"
    " VALUES ('p2', 1, 'Adriaan', '', '', 'Proef', '', '', '', '', '', '', '', 'proef adriaan', 'p1')",
    "INSERT INTO samenvoeging (id, blijft_id, weg_id, reden, op, velden, verhuisd, ongedaan_op, ongedaan_reden)"
    " VALUES ('s1', 'p1', 'p2', 'tweeling bleek eenling', '2026-01-04', '{}', '{}', NULL, ''),"
    " ('s2', 'p1', 'p2', 'vergissing', '2026-01-03', '{}', '{}', '2026-01-03', 'anders')",
    "INSERT INTO aanmelding (id, version, casus_id, bron, code_rood, blue_list, melder_functie, melder_telefoon,"
    " melder_email, terugkoppeling_gewenst, spoed, spoed_reden, situatieschets, incidenten, leefgebieden, ingezet,"
    " vastgelopen, hulpverlening, casusregisseur, huisverbod, justitiele_titel, veiligheid, kinderen, gezag, email,"
    " nationaliteit, taal, tolk, bijlagen, criteria_reden) VALUES ('a1', 1, 'c1', 'gemeente', 0, 0, 'f', 't', 'e', 1, 0, 's', 'schets',"
    " 'ruit', '[]', 'hulp', 'vast', 'ggz', 'regie', 'verbod', 'titel', 'mes', 'twee', 'moeder', 'm', 'n', 'nl', 0, 'b', 'overal')",
    "INSERT INTO bekendheid (id, casus_id, organisatie_id, stand, reden, gevraagd_op, antwoord_op, contact,"
    " contact_telefoon, contact_email)"
    " VALUES ('k1', 'c1', 'o1', 'geweigerd', 'geheim', '2026-01-03', '2026-01-04', 'Bo', '1', 'bo@x')",
    "INSERT INTO weging (id, version, casus_id, gewogen_op, a_reden, b_reden, c_reden, d_reden, criteria, afwijking,"
    " uitkomst, motivering, advies, afwijkende_mening, blue_list, intrekreden, created_at) VALUES ('w1', 1, 'c1',"
    " '2026-01-05', 'ra', 'rb', 'rc', 'rd', 'voldoet', 'af', 'top x', 'want', 'raad', 'anders', 0, '',"
    " '2026-01-05 09:00:00')",
    "INSERT INTO plicht (id, casus_id, soort, ontstaan_op, termijn, tekst, gedaan_op, wijze)"
    " VALUES ('l1', 'c1', 'terugkoppeling', '2026-01-05', '2026-01-09', 'bel', '2026-01-06', 'gebeld')",
    "INSERT INTO factor (id, casus_id, soort, tekst, volgorde) VALUES ('f1', 'c1', 'risico', 'drank', 0)",
    "INSERT INTO casusmethode (id, casus_id, methode_code, reden, van)"
    " VALUES ('m1', 'c1', 'jor', 'jong', '2026-01-05 09:00:00')",
    "INSERT INTO casusgebeurtenis (id, casus_id, volgnr, soort, van, naar, reden_code, reden, toelichting,"
    " tijdstip, actor_id, actor) VALUES ('g1', 'c1', 1, 'opgenomen', 'in triage', 'in behandeling', '', 'om',"
    " 'zo', '2026-01-03 09:00:00', 'u1', 'Ad'), ('g2', 'c1', 2, 'monitoring', 'in behandeling', 'monitoring', '', '',"
    " '', '2026-01-03 09:00:00', 'u1', 'Ad')",
    "INSERT INTO inbreng (id, version, nummer, casus_id, organisatie_id, leefgebied_code, datum, regime, mag_door_naar,"
    " mondeling, tekst) VALUES ('i1', 1, 1, 'c1', 'o1', 'huisvesting', '2026-01-05', 'Wpg', '[]', 0, 'woont'),"
    " ('i2', 1, 2, 'c1', 'o1', 'huisvesting', '2026-01-05', 'Wpg', '[]', 1, 'onder ons')",
    "INSERT INTO besluit (id, version, nummer, casus_id, type_code, gremium_code, tekst, onderbouwing, voorwaarden,"
    " afwijkende_mening, datum, status, statusreden, achteraf, created_at) VALUES"
    " ('be1', 1, 1, 'c1', 'afspraak', 'werktafel', 'door', '', '', '', '2026-11-18', 'ingetrokken', 'dubbel', 0, '2026-11-18'),"
    " ('be2', 1, 2, 'c1', 'afspraak', 'werktafel', 'terug', '', '', '', '2026-11-18', 'teruggenomen', '', 0, '2026-11-18')",
    "INSERT INTO medewerker (id, version, organisatie_id, naam, functie, telefoon, email, opmerking, actief)"
    " VALUES ('me1', 1, 'o1', 'Bo', '', '', '', '', 1)",
    "INSERT INTO casusroltoewijzing (id, casus_id, rol, organisatie_id, medewerker_id, van) VALUES"
    " ('ro1', 'c1', 'casemanager', 'o1', 'me1', '2026-01-05'), ('ro2', 'c1', 'verantwoordelijke', 'o1', 'me1', '2026-01-05'),"
    " ('ro3', 'c1', 'procesregisseur', 'o1', 'me1', '2026-01-05')",
    "INSERT INTO besluit (id, version, nummer, casus_id, type_code, gremium_code, tekst, onderbouwing, voorwaarden,"
    " afwijkende_mening, datum, status, statusreden, achteraf, created_at) VALUES"
    " ('be3', 1, 3, 'c1', 'vaststellen-plan', 'werktafel', 'plan', '', '', '', '2026-11-18', 'vastgelegd', '', 0, '2026-11-18'),"
    " ('be4', 1, 4, 'c1', 'vaststellen-plan', 'werktafel', 'plan', '', '', '', '2026-11-18', 'teruggenomen', '', 0, '2026-11-18')",
    "INSERT INTO planversie (id, casus_id, besluit_id, nummer, inhoud, created_at) VALUES"
    ' (\'v1\', \'c1\', \'be3\', 1, \'{"tafel":"Werktafel","tekst":{"hoofddoel":"dagbesteding","doelen":[{"doel":"zwemmen"}],'
    '"acties":[{"nummer":3}]}}\', \'2026-11-18\'),'
    " ('v2', 'c1', 'be4', 2, '{\"tekst\":{\"hoofddoel\":\"teruggenomen\"}}', '2026-11-18')",
    "INSERT INTO actie (id, version, nummer, casus_id, omschrijving, conditie, informering, status, resultaat, uitgesteld,"
    " ontstaan_op, achteraf, created_at)"
    " VALUES ('ac1', 1, 1, 'c1', 'bellen', '', 'mondeling', 'open', '', 0, '2026-11-18', 0, '2026-11-18')",
    "INSERT INTO tafel (id, version, code, naam, soort, regime, plaats, frequentie, begintijd, duur_minuten,"
    " toelichting, actief) VALUES ('t1', 1, 'wt', 'Werktafel', 'werktafel', 'WGS', '', '', '09:00:00', 120, '', 1)",
    "INSERT INTO overleg (id, version, nummer, tafel_id, datum, begintijd, plaats, status, sluitreden, tekorten)"
    " VALUES ('ov1', 1, 'OV-2026-001', 't1', '2026-11-18', '09:00:00', '', 'gepland', '', '[]')",
    "INSERT INTO agendapunt (id, version, overleg_id, soort, casus_id, volgorde, minuten, status, notitie)"
    " VALUES ('ap1', 1, 'ov1', 'casus', 'c1', 1, 10, 'open', '')",
)
_REGELS_VOOR_0030 = (
    ("casus", "c1", "ZVH-1 overlast        "), ("persoon", "b1", "Ad   Proef proef ad     "), ("inbreng", "i1", "woont"),
    ("inbreng", "i2", "onder ons"), ("besluit", "be1", "door     "), ("besluit", "be2", "terug     "),
    ("actie", "ac1", "bellen  "), ("agendapunt", "ap1", ""), ("besluit", "be3", "plan     "), ("besluit", "be4", "plan     "),
)  # fmt: skip


def _regels(connection: dbapi.Connection) -> set[tuple[str, ...]]:
    connection.execute("INSERT INTO zoek (zoek, rank) VALUES ('integrity-check', 1)")
    rows = connection.execute("SELECT casus_id, bron, bron_id, tekst FROM zoekregel").fetchall()
    assert len(rows) == len(set(rows))
    return set(rows)


def test_an_old_vault_finds_what_a_new_one_finds(empty: Path, tmp_path: Path) -> None:
    """The lines that the step makes are those that the triggers make from the same records."""
    schema, nieuw = Schema(), tmp_path / "nieuw.db"
    connect(nieuw, None, create=True).close()
    schema.upgrade(nieuw, None)
    schema.upgrade(empty, None, to=REVISIONS[REVISIONS.index("0030") - 1])
    for path in (empty, nieuw):
        connection = dbapi.connect(str(path))
        for statement in _TEKSTEN:
            connection.execute(statement)
        if path == empty:  # what the triggers of then had made
            connection.executemany(
                "INSERT INTO zoekregel (casus_id, bron, bron_id, tekst) VALUES ('c1', ?, ?, ?)",
                _REGELS_VOOR_0030,
            )
            connection.execute("INSERT INTO zoek (zoek) VALUES ('rebuild')")
        else:
            zoals_nieuw = _regels(connection)
        connection.commit()
        connection.close()
    schema.upgrade(empty, None)
    connection = dbapi.connect(str(empty))
    assert _regels(connection) == zoals_nieuw
    assert {bron for _, bron, _, _ in zoals_nieuw} >= {
        "aanmelding", "weging", "factor", "plicht", "bekendheid", "casusgebeurtenis", "casusmethode", "grondslag",
        "betrokkene", "planversie",
    }  # fmt: skip
    niet = {bron_id for _, _, bron_id, _ in zoals_nieuw} & {"i2", "be2", "g2", "ap1", "v2"}
    assert not niet, "said without being recorded, taken back, or without words"
    for woord, bron in (
        ("schets", "aanmelding"),
        ("drank", "factor"),
        ("dubbel", "besluit"),
        ("alleen", "betrokkene"),
        ("tweeling", "betrokkene"),
        ("zwemmen", "planversie"),
    ):
        assert connection.execute(
            "SELECT bron FROM zoekregel AS r JOIN zoek ON zoek.rowid = r.id WHERE zoek MATCH ?", (woord,)
        ).fetchall() == [(bron,)]
    connection.close()
    schema.upgrade(empty, None, to=REVISIONS[REVISIONS.index("0030") - 1])
    connection = dbapi.connect(str(empty))
    assert _regels(connection) == {("c1", *regel) for regel in _REGELS_VOOR_0030}
    connection.close()


def _quorum(path: Path) -> list[dict[str, object]]:
    connection = dbapi.connect(str(path))
    (kenmerken,) = connection.execute(
        "SELECT kenmerken FROM referentiewaarde WHERE lijst_code = 'methoden' AND code = 'radicalisering'"
    ).fetchone()
    connection.close()
    found: list[dict[str, object]] = json.loads(kenmerken)["quorum"]
    return found


def _run(path: Path, statement: str, *values: str) -> None:
    connection = dbapi.connect(str(path))
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_the_gemeente_joins_those_who_must_be_there_unless_a_table_chose(empty: Path) -> None:
    schema = Schema()
    schema.upgrade(empty, None, to="0015")
    _run(
        empty,
        "INSERT INTO referentielijst (code, naam, bron, versie, gewijzigd_op)"
        " VALUES ('doelgroepen', 'Doelgroepen', '', 1, '2026-01-01 09:00:00')",
    )
    schema.upgrade(empty, None, to="0031")
    _run(
        empty,
        "INSERT INTO organisatie (id, version, code, naam, soort, aliassen, telefoon, actief)"
        " VALUES ('g1', 1, 'gemeente-losser', 'Gemeente Losser', 'bestuur', '[]', '', 1)",
    )
    before = _quorum(empty)
    assert [zetel["naam"] for zetel in before] == ["Politie", "OM"]
    schema.upgrade(empty, None)
    assert _quorum(empty) == [{"naam": "Gemeente", "organisaties": ["gemeente-losser"]}, *before]
    schema.upgrade(empty, None, to="0031")
    assert _quorum(empty) == before
    own = json.dumps({"quorum": [{"naam": "NCTV", "organisaties": ["nctv"]}]})
    _run(empty, "UPDATE referentiewaarde SET kenmerken = ? WHERE code = 'radicalisering'", own)
    schema.upgrade(empty, None)
    assert _quorum(empty) == json.loads(own)["quorum"], "who chose keeps what was chosen"


def test_a_vault_that_is_still_to_be_set_up_stays_without_lists(raw: dbapi.Connection) -> None:
    assert raw.execute("SELECT count(*) FROM referentielijst").fetchone() == (0,)


def test_the_sound_of_names_was_filled_by_the_rules_of_today() -> None:
    """When a rule of the key changes, a new migration must fill the column again; then this names that one."""
    spec = spec_from_file_location("personen", SCRIPTS / "versions" / "0007_personen.py")
    assert spec is not None and spec.loader is not None
    migration = module_from_spec(spec)
    spec.loader.exec_module(migration)
    namen = (
        "Meijer-Visscher",
        "van 't Hof",
        "Öztürk",
        "D’Souza",
        "El Ouali",
        "van der",
        "Łukasz",
        "محمد",
        "",
        "123",
    )
    assert [migration.naamklank(naam, "Anna Maria") for naam in namen] == [
        naamklank(naam, "Anna Maria") for naam in namen
    ]


def test_every_migration_has_old_data_and_stands_alone() -> None:
    assert set(OLD_DATA) == set(REVISIONS)
    for path in (SCRIPTS / "versions").glob("*.py"):
        assert "vhdesk" not in path.read_text(encoding="utf-8").split('"""', 2)[2], path.name
